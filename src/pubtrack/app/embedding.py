"""A bibliography inside somebody else's page: a global for jinja2, and marks in Markdown or HTML that are filled."""

from __future__ import annotations

import re
import shlex
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from pubtrack.app.building import bibliography
from pubtrack.errors import InputError
from pubtrack.store.single_file import write_file

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf

__all__ = ["Html", "embed", "fill", "fill_file"]

_MARK = re.compile(
    r"(?P<open><!--\s*pubtrack\b(?P<words>(?:(?!-->).)*?)\s*-->)"
    r"(?:\s*<ul class=\"pubtrack\">.*?<!--\s*/pubtrack\s*-->)?",
    re.DOTALL,
)
_FENCE = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)[ \t]*$", re.DOTALL | re.MULTILINE)
"""Code in Markdown: a mark there is an example of one."""
_WORDS = ("style", "where", "keys", "locale")


class Html(str):
    """Text that is HTML already; jinja2 and Django show it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Gives itself: what it shows was escaped when it was made."""
        return str(self)


def embed(
    library: Shelf, style: str = "apa", where: str | None = None, keys: str | None = None, locale: str | None = None
) -> Html:
    """Gives references as a list; see `Library.embed`."""
    chosen = keys.split() if keys else [work.key for work in library.select(where)]
    entries = bibliography(library, style, "html", chosen, locale) if chosen else []
    lines = [f'<li id="ref-{escape(entry.id, quote=True)}">{entry.text}</li>' for entry in entries]
    return Html("\n".join(['<ul class="pubtrack">', *lines, "</ul>"]))


def fill(library: Shelf, text: str) -> str:
    """Gives a page with its marks filled; see `Library.fill`."""
    code = [found.span() for found in _FENCE.finditer(text)]

    def filled(found: re.Match[str]) -> str:
        if any(start <= found.start() < end for start, end in code):
            return found[0]
        options = _options(found["words"], text.count("\n", 0, found.start()) + 1)
        return f"{found['open']}\n{embed(library, **options)}\n<!-- /pubtrack -->"

    return _MARK.sub(filled, text)


def fill_file(library: Shelf, path: Path, *, write: bool = True) -> bool:
    """Fills the marks of a file in place; True where that changed it (or would, without `write`).

    Raises:
        InputError: The file cannot be read, or holds no mark, or one that is not understood.
        StoreError: It cannot be written; it is as it was.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}).", path) from error
    except UnicodeDecodeError as error:
        raise InputError("is no UTF-8 text; save it as UTF-8.", path) from error
    if not _MARK.search(text):
        raise InputError("holds no mark; write <!-- pubtrack --> where the references shall stand.", path)
    try:
        made = fill(library, text)
    except InputError as error:
        raise InputError(str(error), path) from error
    if write and made != text:
        write_file(path, made.encode())
    return made != text


def _options(words: str, line: int) -> dict[str, str]:
    try:
        pairs = [word.partition("=") for word in shlex.split(words)]
    except ValueError as error:
        raise InputError(f"the mark in line {line} has a quote that does not end.") from error
    wrong = [name for name, equals, _ in pairs if not equals or name not in _WORDS]
    if wrong:
        raise InputError(f"the mark in line {line} says {wrong[0]!r}; write NAME=VALUE with {', '.join(_WORDS)}.")
    return {name: value for name, _, value in pairs}
