"""The few tags that CSL allows inside field values; everything else is text.

Source: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

__all__ = [
    "BOLD",
    "CLOSE",
    "ITALIC",
    "NOCASE",
    "NODECOR",
    "SMALL_CAPS",
    "SUB",
    "SUP",
    "Inline",
    "Tag",
    "parse_inline",
    "plain_inline",
    "tokenize_inline",
]


class Tag(NamedTuple):
    """The start of a formatted stretch, in the words of CSL: `("font-style", "italic")`."""

    kind: str
    value: str


class _Close:
    """The end of the innermost open stretch."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "CLOSE"


CLOSE = _Close()
"""Stands in a token list for the end of the innermost tag."""

Token = str | Tag | _Close

ITALIC, BOLD = Tag("font-style", "italic"), Tag("font-weight", "bold")
SUP, SUB = Tag("vertical-align", "sup"), Tag("vertical-align", "sub")
SMALL_CAPS, NOCASE, NODECOR = Tag("font-variant", "small-caps"), Tag("nocase", "nocase"), Tag("nodecor", "nodecor")

_TAG = re.compile(r"<(/?)(i|b|sup|sub|sc|span)((?:\s+(?:class|style)\s*=\s*\"[^\"<>]*\")?)\s*>")
_SIMPLE = {"i": ITALIC, "b": BOLD, "sup": SUP, "sub": SUB, "sc": SMALL_CAPS}
_SPAN = re.compile(
    r"""(?:style\s*=\s*"\s*font-variant:\s*(small-caps)\s*;?\s*")|(?:class\s*=\s*"\s*(nocase|nodecor)\s*")"""
)


class Inline(NamedTuple):
    """A stretch of text with the tags around it, outermost first."""

    text: str
    tags: tuple[Tag, ...]


def _tag_of(name: str, attributes: str) -> Tag | None:
    if name != "span":
        return _SIMPLE[name] if not attributes.strip() else None
    match = _SPAN.search(attributes)
    if match is None:
        return None
    return SMALL_CAPS if match[1] else NOCASE if match[2] == "nocase" else NODECOR


@lru_cache(maxsize=4096)
def tokenize_inline(text: str) -> tuple[Token, ...]:
    """The text as strings, tags and `CLOSE`; a tag without its partner stays text.

    >>> tokenize_inline("On <i>E. coli</i> <i>")
    ('On ', Tag(kind='font-style', value='italic'), 'E. coli', CLOSE, ' <i>')
    """
    if "<" not in text:
        return (text,) if text else ()
    tokens: list[Token] = []
    raw: list[str] = []
    open_at: list[tuple[str, int]] = []
    position = 0
    for match in _TAG.finditer(text):
        _append(tokens, raw, text[position : match.start()], text[position : match.start()])
        position = match.end()
        tag = None if match[1] else _tag_of(match[2], match[3])
        if match[1]:
            _close(tokens, raw, open_at, match[2], match[0])
        elif tag is not None or match[2] == "span":
            open_at.append((match[2], len(tokens)))
            _append(tokens, raw, tag if tag is not None else match[0], match[0])
        else:
            _append(tokens, raw, match[0], match[0])
    _append(tokens, raw, text[position:], text[position:])
    for _, index in open_at:
        tokens[index] = raw[index]
    return _joined(tokens)


def _append(tokens: list[Token], raw: list[str], token: Token, source: str) -> None:
    if token != "":
        tokens.append(token)
        raw.append(source)


def _close(tokens: list[Token], raw: list[str], open_at: list[tuple[str, int]], name: str, source: str) -> None:
    """Pairs an end tag with the nearest start of its name; starts in between lose their meaning."""
    for depth in range(len(open_at) - 1, -1, -1):
        if open_at[depth][0] == name:
            for _, index in open_at[depth + 1 :]:
                tokens[index] = raw[index]
            is_tag = isinstance(tokens[open_at[depth][1]], Tag)
            del open_at[depth:]
            _append(tokens, raw, CLOSE if is_tag else source, source)
            return
    _append(tokens, raw, source, source)


def _joined(tokens: list[Token]) -> tuple[Token, ...]:
    result: list[Token] = []
    for token in tokens:
        if isinstance(token, str) and result and isinstance(result[-1], str):
            result[-1] += token
        else:
            result.append(token)
    return tuple(result)


def parse_inline(text: str) -> tuple[Inline, ...]:
    """The text as stretches of equal formatting.

    >>> [(run.text, [tag.value for tag in run.tags]) for run in parse_inline("H<sub>2</sub>O")]
    [('H', []), ('2', ['sub']), ('O', [])]
    """
    runs: list[Inline] = []
    stack: list[Tag] = []
    for token in tokenize_inline(text):
        if isinstance(token, str):
            runs.append(Inline(token, tuple(stack)))
        elif isinstance(token, Tag):
            stack.append(token)
        else:
            stack.pop()
    return tuple(runs)


def plain_inline(text: str) -> str:
    """The text without its formatting.

    >>> plain_inline("On <i>E. coli</i>, 1 < 2")
    'On E. coli, 1 < 2'
    """
    return "".join(token for token in tokenize_inline(text) if isinstance(token, str))
