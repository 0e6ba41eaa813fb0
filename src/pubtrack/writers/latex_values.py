"""Values of a BibTeX entry: our text, with its inline tags, as LaTeX that reads back as the same text."""

from __future__ import annotations

import re
from functools import lru_cache

from pubtrack.markup.inline import CLOSE, Tag, tokenize_inline
from pubtrack.markup.latex import decode, encode, is_plain
from pubtrack.model import Contributor
from pubtrack.readers.bibtex_values import people_of

__all__ = ["balanced", "latex_name", "latex_text", "latex_title", "one_line", "verbatim"]

_OPEN = {
    "italic": r"\emph{",
    "bold": r"\textbf{",
    "sup": r"\textsuperscript{",
    "sub": r"\textsubscript{",
    "small-caps": r"\textsc{",
    "nocase": "{",
}
_ASCII_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_SPACES = re.compile(r"\s+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def balanced(value: str) -> bool:
    r"""True where BibTeX (which counts every brace) and LaTeX (which skips `\{`) both find the braces paired.

    >>> balanced("a {b} c"), balanced(r"a \{ b"), balanced("a\\")
    (True, False, False)
    """
    depth = strict = 0
    escaped = False
    for sign in value:
        if sign == "{":
            depth += 1
            strict += not escaped
        elif sign == "}":
            depth -= 1
            strict -= not escaped
            if depth < 0 or strict < 0:
                return False
        escaped = sign == "\\" and not escaped
    return depth == 0 and strict == 0 and not escaped


def _safe(latex: str) -> str:
    """A value whose braces do not pair would swallow the rest of the file, so then it loses them."""
    return latex if balanced(latex) else re.sub(r"[{}]|\\+$", "", latex)


def one_line(text: str) -> str:
    """One line, single spaces: what reading makes of any value. Other Unicode spaces stay."""
    if "\n" not in text and "  " not in text and text.isprintable():
        return text
    return " ".join(word for word in _ASCII_SPACES.split(_CONTROL.sub("", text)) if word)


def latex_text(text: str, *, ascii_only: bool = False) -> str:
    r"""Plain text as LaTeX, on one line, math as it is.

    >>> latex_text("R&D of $x_1$\nagain")
    'R\\&D of $x_1$ again'
    """
    text = one_line(text)
    latex = _safe(encode(text, ascii_only))
    return latex if is_plain(latex) or ascii_only else _faithful(latex, text)


def _faithful(latex: str, text: str) -> str:
    """LaTeX that reads back as the text, if one of three spellings does; else the first."""
    if decode(latex) == text:
        return latex
    spellings = (latex.replace("--", "-{}-").replace("''", "'{}'").replace("``", "`{}`"), text)
    return next((one for one in spellings if balanced(one) and decode(one) == text), latex)


def latex_title(text: str, *, ascii_only: bool = False) -> str:
    r"""Text with inline tags as LaTeX; protected capitals get their braces back.

    >>> latex_title('On <span class="nocase">BERT</span> & <i>E. coli</i>')
    'On {BERT} \\& \\emph{E. coli}'
    """
    text = one_line(text)
    if "<" not in text:
        return latex_text(text, ascii_only=ascii_only)
    pieces: list[str] = []
    for token in tokenize_inline(text):
        if isinstance(token, Tag):
            pieces.append(_OPEN[token.value])
        elif token is CLOSE:
            pieces.append("}")
        else:
            words = str(token).strip(" ")
            pieces.append(
                str(token).replace(words, latex_text(words, ascii_only=ascii_only), 1) if words else str(token)
            )
        if len(pieces) > 1 and pieces[-2] == "{" and pieces[-1].startswith("\\"):
            # A group that opens with a command is a "special character" to BibTeX and protects nothing.
            pieces[-1] = "{}" + pieces[-1]
    return _safe("".join(pieces))


def verbatim(value: str) -> str:
    """An address or identifier as it is; braces that do not pair are percent-encoded.

    >>> verbatim("http://x.org/a_b{")
    'http://x.org/a_b%7B'
    """
    value = _SPACES.sub(" ", value).strip()
    return value if balanced(value) else value.replace("{", "%7B").replace("}", "%7D").rstrip("\\")


def latex_name(person: Contributor, *, ascii_only: bool = False) -> str:
    r"""A contributor as BibTeX writes names, in the plainest spelling that reads back as the same name.

    >>> latex_name(Contributor(family="Gogh", given="Vincent", non_dropping_particle="van"))
    'van Gogh, Vincent'
    >>> latex_name(Contributor(literal="Barnes and Noble"))
    '{Barnes and Noble}'
    """
    if person.literal:
        return "{" + latex_text(person.literal, ascii_only=ascii_only) + "}"
    return _name(
        person.given or "",
        person.dropping_particle or "",
        person.non_dropping_particle or "",
        person.family or "",
        person.suffix or "",
        ascii_only,
    )


@lru_cache(maxsize=1 << 16)
def _name(given: str, dropping: str, particle: str, family: str, suffix: str, ascii_only: bool) -> str:
    parts = [latex_text(part, ascii_only=ascii_only) for part in (given, particle or dropping, family, suffix)]
    want = (given, dropping, particle, family, suffix)
    spellings = [_inverted(*parts)]
    braced = [f"{{{part}}}" if part else "" for part in parts]
    protected = ((0,), (2,), (0, 2), (0, 2, 3), (0, 1, 2, 3))
    spellings += [_inverted(*(braced[i] if i in one else parts[i] for i in range(4))) for one in protected]
    spellings.append(_extended(braced, is_dropping=bool(dropping and not particle)))
    if dropping and particle:
        spellings.insert(0, _inverted(f"{parts[0]} {latex_text(dropping)}", *parts[1:]))
    return next((text for text in spellings if _says(text) == want), spellings[0])


def _inverted(given: str, particle: str, family: str, suffix: str) -> str:
    last = " ".join(part for part in (particle, family) if part)
    if suffix:
        return f"{last}, {suffix}, {given}".rstrip(", ")
    return f"{last}, {given}" if given else last


def _extended(braced: list[str], *, is_dropping: bool) -> str:
    named = [
        f"{name}={part}" for name, part in zip(("given", "prefix", "family", "suffix"), braced, strict=True) if part
    ]
    return ", ".join([*named, *(["useprefix=false"] if is_dropping else [])])


def _says(text: str) -> tuple[str, ...] | None:
    people, others = people_of(text)
    if len(people) != 1 or others:
        return None
    one = people[0]
    if one.literal:
        return None
    return tuple(
        part or "" for part in (one.given, one.dropping_particle, one.non_dropping_particle, one.family, one.suffix)
    )
