"""The YAML or TOML head of a Markdown or HTML page, line by line, with the place of every value.

Source: https://jekyllrb.com/docs/front-matter/ and https://gohugo.io/content-management/front-matter/
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.markup.spans import BlockBuilder

__all__ = ["add_data_lines", "front_matter_end"]

_FENCE = re.compile(r"\A\ufeff?\s{0,200}(---|\+\+\+)[ \t]*\r?\n")
_LINE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<dash>-[ \t]+)?(?:\"|')?(?P<key>[A-Za-z_][\w .-]{0,40}?)(?:\"|')?[ \t]*[:=][ \t]*(?P<value>[^\r\n]*)",
    re.MULTILINE,
)


def front_matter_end(text: str) -> tuple[int, int, int] | None:
    """Gives (start of the lines, end of the lines, start of the page), or None where the text has no head."""
    opening = _FENCE.match(text)
    if not opening:
        return None
    closing = re.compile(rf"^{re.escape(opening[1])}[ \t]*\r?$", re.MULTILINE).search(
        text, opening.end(), opening.end() + 200_000
    )
    if not closing:
        return None
    return opening.end(), closing.start(), closing.end()


def add_data_lines(text: str, start: int, end: int, builder: BlockBuilder) -> None:
    """Adds one `meta` block for each `key: value` line, labelled with its key; a dash before the key sets level 1."""
    for line in _LINE.finditer(text, start, end):
        first, last = _unquoted(text, line.start("value"), line.end("value"))
        if last > first:
            builder.open("meta", 1 if line["dash"] else 0, line["key"].strip().lower())
            builder.text(first, last)
    builder.close()


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrows the value to what stands inside its quotes."""
    while end > start and text[end - 1] in " \t,":
        end -= 1
    if end - start >= 2 and text[start] in "\"'" and text[end - 1] == text[start]:
        return start + 1, end - 1
    return start, end
