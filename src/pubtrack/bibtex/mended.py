"""Reading an entry that breaks BibTeX's grammar in one of the ways people break it, without losing its fields.

Seen in the corpus: `%` comments inside entries, no comma between fields or behind the key, two commas, no key at all.
bibtexparser takes a comment for part of a field name and gives up on the others (2.1.0).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pubtrack.bibtex.blocks import Block, FieldSpan
from pubtrack.bibtex.exact import CLOSING
from pubtrack.bibtex.grammar import NAME_EQUALS, WS

if TYPE_CHECKING:
    from pubtrack.bibtex.exact import ExactReader

__all__ = ["mend"]

_SKIP = re.compile(rf"(?:{WS}++|,|%[^\r\n]*+)*+")
_KEY = re.compile(r"[^\s,{}()\"=%#]++(?=[\s,}%])")


def mend(text: str, exact: ExactReader, kind: str, start: int, opening: int) -> Block | None:
    r"""Gives the entry if its fields can all be told apart, else None.

    Args:
        text: The file.
        exact: Reads the values, which must be as BibTeX wants them.
        kind: The entry's type.
        start: Offset of its `@`.
        opening: Offset of its `{` or `(`.
    """
    closing = CLOSING[text[opening]]
    at = _after(_SKIP, text, opening + 1)
    key_start = key_end = opening + 1
    key = _KEY.match(text, at)
    if key and not NAME_EQUALS.match(text, at):
        (key_start, key_end), at = key.span(), key.end()
    block = Block(kind, start, at, text[key_start:key_end], key_start, key_end, "lenient", [])
    spans: list[FieldSpan] = []
    while True:
        at = _after(_SKIP, text, at)
        if text[at : at + 1] == closing:
            block.end, block.spans = at + 1, spans
            return block
        name = NAME_EQUALS.match(text, at)
        if not name:
            return None
        end, error = exact.value(name.end())
        if error:
            return None
        spans.append(FieldSpan(name.start(1), name.end(1), name.end(), end))
        at = end


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
