"""The grammar of BibTeX 0.99d as possessive patterns, so that a regular entry costs one match.

BibTeX counts braces without regard to backslashes, knows no comments inside entries, and takes `@` anywhere between
entries as the start of one. The patterns follow that to the letter; what does not match goes the slower ways of
`scan.py`. Possessive quantifiers (`*+`, Python 3.11) rule out backtracking, and nesting deeper than `DEPTH` is left
to the brace table of `braces.py`; so a match takes linear time whatever the text.

Source: bibtex.web 0.99d, sections "Reading the database file" (identifiers: `id_class`), Oren Patashnik, CTAN.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = [
    "BARE_VALUE",
    "BLOCK_AT_LINE_START",
    "COMMA",
    "DEPTH",
    "ENTRY",
    "ESCAPED_VALUE",
    "FIELDS",
    "FIELD_SPANS",
    "HEAD",
    "IDENTIFIER",
    "KEY_END",
    "NAME_EQUALS",
    "NOT_ENTRIES",
    "PIECE",
    "SPACE",
    "STRING",
    "TOKEN",
    "WORD",
    "WS",
]

DEPTH: Final = 4
"""Levels of braces inside a value that the fast patterns follow. In the corpus 99.9 % of entries need 3 or fewer."""

NOT_ENTRIES: Final = frozenset({"comment", "preamble", "string"})
"""Block types that are no entries, in lower case."""

WS: Final = r"[ \t\r\n\f\v]"
WORD: Final = r"(?:[a-z]++|[^\s\x00-\x1f\"#%'(),={}0-9])[^\s\x00-\x1f\"#%'(),={}]*+"
_TYPE = r"[^\s\x00-\x1f\"#%'(),={}0-9@][^\s\x00-\x1f\"#%'(),={}@]*+"
"""BibTeX takes `@` in types too; without it `@@@@...` is linear, and `@@article{` is the entry that was meant."""


_NO_BRACE = r"[\x00-z]*+(?:[^\x00-{}]++[\x00-z]*+)*+"
"""`[^{}]*+`, a third faster: the regex engine settles most characters with one comparison. The brace follows z."""


def _balanced(depth: int, plain: str = _NO_BRACE) -> str:
    pattern = plain
    for _ in range(depth):
        pattern = plain + r"(?:\{" + pattern + r"\}" + plain + ")*+"
    return pattern


_BRACED = _balanced(DEPTH)
_QUOTED = r'[^"{}]*+(?:\{' + _balanced(DEPTH - 1) + r'\}[^"{}]*+)*+'
_ATOM = rf'(?:\{{{_BRACED}\}}|"{_QUOTED}"|[0-9]++|{WORD})'
_VALUE = rf"{_ATOM}(?:{WS}*+#{WS}*+{_ATOM})*+"
_FIELD = rf"{WS}*+{WORD}{WS}*+={WS}*+{_VALUE}{WS}*+"

ENTRY: Final = re.compile(rf"@({_TYPE}){WS}*+\{{{WS}*+([^\s,{{}}@]*+){WS}*+(?:,{_FIELD})*+(?:,{WS}*+)?+\}}")
"""A whole regular entry. Groups: type, key."""

FIELDS: Final = re.compile(
    rf",{WS}*+({WORD}){WS}*+={WS}*+(?:(?:\{{({_BRACED})\}}|\"({_QUOTED})\"){WS}*+(?=[,}}])|({_VALUE}))"
)
"""The fields of a regular entry, from the end of its key on. Groups: name, in braces, in quotes, anything else."""

FIELD_SPANS: Final = re.compile(rf",{WS}*+({WORD}){WS}*+={WS}*+({_VALUE})")
"""The same fields with the span of the whole value expression. Groups: name, value."""

STRING: Final = re.compile(rf"@{WS}*+(?i:string){WS}*+\{{{WS}*+({WORD}){WS}*+={WS}*+({_VALUE}){WS}*+\}}")
"""A whole regular macro definition. Groups: name, value."""

HEAD: Final = re.compile(rf"@{WS}*+({_TYPE}){WS}*+([{{(])")
"""The start of any block. Groups: type, opening delimiter."""

BLOCK_AT_LINE_START: Final = re.compile(rf"[\r\n][ \t]*+(?=@[ \t]*+{_TYPE}[ \t]*+[{{(])")
"""A line end before a line that starts a block: where reading starts anew after a block that does not end."""

_ESCAPED = _balanced(2 * DEPTH, r"(?:[^{}\\]++|\\.)*+")
ESCAPED_VALUE: Final = re.compile(rf'\{{{_ESCAPED}\}}|"{_ESCAPED}"', re.DOTALL)
"""A value whose braces pair if escaped ones do not count (how bibtexparser and biber read, not BibTeX)."""

BARE_VALUE: Final = re.compile(r"[^{}\"=@#,]*+")
"""A value without delimiters, such as `May 2020`, or an empty one."""

SPACE: Final = re.compile(rf"{WS}*+")
COMMA: Final = re.compile(rf"{WS}*+,{WS}*+")
KEY_END: Final = {"{": re.compile(r"[^\s,}]*+"), "(": re.compile(r"[^\s,]*+")}
NAME_EQUALS: Final = re.compile(rf"({WORD}){WS}*+={WS}*+")
IDENTIFIER: Final = re.compile(WORD)
PIECE: Final = re.compile(rf"[0-9]++|{WORD}")
TOKEN: Final = re.compile(rf"{WS}*+(?:(#)|([0-9]++)|({WORD}))")
"""In a value expression: concatenation, number, macro. Braced and quoted pieces are found by `braces.py`."""
