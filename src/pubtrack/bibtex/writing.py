"""A value becomes a BibTeX expression, or is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pubtrack.bibtex.braces import Braces
from pubtrack.bibtex.encoding import Encoding
from pubtrack.bibtex.entry import VERBATIM_FIELDS
from pubtrack.bibtex.exact import ExactReader
from pubtrack.bibtex.keys import is_key
from pubtrack.bibtex.style import Style
from pubtrack.bibtex.values import MONTHS
from pubtrack.errors import InputError
from pubtrack.markup.latex import encode

__all__ = ["NAME_FIELDS", "Expression", "ValueWriter", "check_key", "check_name", "check_names", "is_name"]

NAME_FIELDS: Final = frozenset(
    {
        "author", "editor", "translator", "annotator", "commentator", "introduction", "foreword", "afterword",
        "bookauthor", "editora", "editorb", "editorc", "holder", "shortauthor", "shorteditor", "namea", "nameb",
        "namec",
    }
)  # fmt: skip
"""Fields that hold people; braces in them hold a name together. Source: biblatex manual 3.20, section 2.2.2."""

_EOL = re.compile(r"\r\n|\n|\r")
_NAME = re.compile(r"[^\s\x00-\x1f\"#%'(),={}0-9@\\][^\s\x00-\x1f\"#%'(),={}@\\]*")


class Expression(str):
    """A whole value expression in BibTeX syntax, delimiters included: `jan # "~1"`, `{A} # acm`.

    >>> Expression('"1~" # jan')
    '"1~" # jan'
    """

    __slots__ = ()


def check_key(key: str) -> None:
    """Refuses a citation key that BibTeX or LaTeX could not read.

    Raises:
        InputError: It is empty or holds a sign that is not allowed.
    """
    if not is_key(key):
        raise InputError(f"{key!r} cannot be a citation key: no spaces, commas, braces or any of \" # % ' ( ) = \\ ~.")


def check_name(name: str) -> None:
    """Refuses a field name or entry type that BibTeX could not read.

    Raises:
        InputError: It is empty or holds a sign that is not allowed.
    """
    if not is_name(name):
        raise InputError(f"{name!r} cannot be the name of a field or type in BibTeX.")


def is_name(text: str) -> bool:
    """Tells whether BibTeX can read a text as the name of a field or type.

    >>> is_name("bdsk-url-1"), is_name("1st"), is_name("a b")
    (True, False, False)
    """
    return _NAME.fullmatch(text) is not None


def check_names(key: str, names: Iterable[str]) -> None:
    """Refuses names that BibTeX could not read as the fields of one entry.

    Raises:
        InputError: One cannot be a name, or stands twice.
    """
    seen = set()
    for name in names:
        check_name(name)
        if name.lower() in seen:
            raise InputError(f"The fields for the entry {key!r} name {name.lower()!r} twice.")
        seen.add(name.lower())


class ValueWriter:
    """Writes values for one file: its encoding, its line ends, and whether it wants ASCII only."""

    def __init__(self, encoding: Encoding, ascii_only: bool, eol: str = "\n") -> None:
        self._encoding, self._ascii, self._eol = encoding, ascii_only, eol

    def expression(self, name: str, value: str, raw: bool, style: Style, old: str | None = None) -> str:
        """Gives the expression for a value, with the delimiters of the old one or of its surroundings.

        Raises:
            InputError: Braces do not pair, or a character has no sign in the file's encoding.
        """
        if isinstance(value, Expression):
            return self._checked_expression(value)
        value = _EOL.sub(self._eol, value)
        content = value if raw else self._content(name.lower(), value)
        if not _pairs(content):
            raise InputError(f"The braces in the value for {name!r} do not pair; BibTeX could not read the entry.")
        if not self._encoding.can_encode(content):
            raise InputError(
                f"The value for {name!r} holds a sign that the file's encoding {self._encoding.name} lacks."
            )
        return _delimited(name.lower(), content, style, old)

    def _content(self, name: str, value: str) -> str:
        value = value.strip()
        if "\0" in value:
            raise InputError(f"The value for {name!r} holds a NUL character.")
        if name in VERBATIM_FIELDS:
            return value
        if name == "pages":
            value = value.replace("–", "--")
        if name in NAME_FIELDS and _pairs(value):
            return "".join(
                self._encoded(piece) if at % 2 == 0 else piece for at, piece in enumerate(_BRACES.split(value))
            )
        return self._encoded(value)

    def _encoded(self, text: str) -> str:
        if self._ascii or not self._encoding.can_encode(text):
            return encode(text, ascii_only=True)
        return encode(text)

    def _checked_expression(self, value: str) -> str:
        text = str(value)
        end, error = ExactReader(text, Braces(text)).value(0)
        if error or end != len(text):
            raise InputError(f"{text!r} is no value in BibTeX's syntax: {error or 'something follows it'}.")
        return text


_BRACES = re.compile(r"([{}]+)")


def _pairs(text: str) -> bool:
    depth = 0
    for brace in _BRACES.finditer(text):
        for sign in brace[0]:
            depth += 1 if sign == "{" else -1
            if depth < 0:
                return False
    return not depth


def _delimited(name: str, content: str, style: Style, old: str | None) -> str:
    bare = old is not None and old[:1] not in ("{", '"')
    if content.isascii() and content.isdigit() and (bare or (old is None and style.bare_numbers)):
        return content
    if name == "month" and content.lower() in MONTHS and (bare or old is None):
        return content
    delimiter = style.delimiter if old is None or bare else old[0]
    if delimiter == '"' and '"' not in content:
        return f'"{content}"'
    return f"{{{content}}}"
