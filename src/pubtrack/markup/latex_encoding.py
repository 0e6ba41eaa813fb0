r"""Unicode to LaTeX: signs with a meaning escaped, and on request ASCII only.

Math (`$...$`, `\(...\)`) is kept as it is, as in `latex.decode`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from pubtrack.vocab.latex import ACCENTS, ASCII_SIGNS, ESCAPES, GREEK, MATH_SIGNS, NO_COMMAND

__all__ = ["encode"]

_MATH = re.compile(r"\$(?!\s)(?:(?![\d.,])|(?=[^$]*[\\^_{}=]))[^$\n]+(?<![\s\\])\$(?!\d)|\\\([^\n]*?\\\)")
"""Math in plain text: no space inside the dollars, no digit behind them (as in Pandoc's Markdown); what starts like an
amount of money must hold a sign that only math needs."""

_ESCAPE = re.compile(r"[&%#_$\\^~{}\u00a0]")
_NON_ASCII = re.compile("[A-Za-z]?[\u0300-\u036f]{1,8}|[^\x00-\x7f]")
"""A letter with its marks, eight of them at most: as many as `decode` takes, and no attack makes it quadratic."""


def encode(text: str, ascii_only: bool = False) -> str:
    r"""Gives LaTeX that prints the text: signs with a meaning escaped, math kept as it is.

    Args:
        text: Plain Unicode text.
        ascii_only: Writes `{\"o}` for ö. Signs that LaTeX has no name for (Chinese, say) stay as they are.

    >>> encode("R&D: 100% of $x_1$")
    'R\\&D: 100\\% of $x_1$'
    >>> print(encode("Gödel – Ångström", ascii_only=True))
    G{\"o}del -- {\AA}ngstr{\"o}m
    """
    if text.isascii() and not _ESCAPE.search(text):
        return text
    pieces, at = [], 0
    braces = dict(ESCAPES) if _pairs(text) else {**ESCAPES, "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
    for math in _MATH.finditer(text):
        if _pairs(math[0]):
            pieces += [_encode_text(text[at : math.start()], braces, ascii_only), math[0]]
            at = math.end()
    pieces.append(_encode_text(text[at:], braces, ascii_only))
    return "".join(pieces)


def _encode_text(text: str, escapes: dict[str, str], ascii_only: bool) -> str:
    text = _ESCAPE.sub(lambda sign: escapes[sign[0]], text)
    if not ascii_only or text.isascii():
        return text
    return _NON_ASCII.sub(lambda sign: _ascii(sign[0]), unicodedata.normalize("NFC", text))


def _pairs(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


_ACCENT_OF: Final = {mark: name for name, mark in reversed(list(ACCENTS.items())) if len(name) == 1}


@lru_cache(maxsize=4096)
def _ascii(sign: str) -> str:
    if sign in ASCII_SIGNS:
        return ASCII_SIGNS[sign]
    for name, letter in {**GREEK, **MATH_SIGNS}.items():
        if letter == sign and name not in NO_COMMAND:
            return rf"\ensuremath{{\{name}}}"
    parts = unicodedata.normalize("NFD", sign)
    if len(parts) > 1 and parts[0].isascii() and parts[0].isalpha() and all(p in _ACCENT_OF for p in parts[1:]):
        written = {"i": r"\i", "j": r"\j"}.get(parts[0], parts[0])
        for mark in parts[1:]:
            name = _ACCENT_OF[mark]
            written = f"\\{name} {written}" if name.isalpha() and len(parts) == 2 else f"\\{name}{{{written}}}"
        return f"{{{written}}}" if len(parts) > 2 or written[1:2].isalpha() or "{" not in written else _tight(written)
    if len(sign) > 1:  # a mark that no command stands for (U+0363, say) stays behind what can be written
        return _ascii(sign[:-1]) + sign[-1]
    if unicodedata.category(sign)[0] == "M":  # its command would put it on the letter behind it
        return sign
    return _from_pylatexenc_table(sign)


def _tight(written: str) -> str:
    r"""`{\"o}` rather than `{\"{o}}`: what BibTeX styles sort and change the case of best."""
    inner = written[3:-1]
    return f"{{{written[:2]}{inner}}}"


@lru_cache(maxsize=4096)
def _from_pylatexenc_table(sign: str) -> str:
    from pylatexenc.latexencode import get_builtin_uni2latex_dict

    latex = get_builtin_uni2latex_dict().get(ord(sign))
    if not latex or not str(latex).isascii():
        return sign
    if latex.isalnum() and sign.isalpha() and unicodedata.normalize("NFKD", sign) != latex:
        return sign  # the table writes a Greek Alpha as A
    return f"{{{latex}}}" if re.match(r"\\(?!ensuremath)", latex) else str(latex)
