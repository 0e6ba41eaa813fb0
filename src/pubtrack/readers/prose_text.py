"""Readers of texts that people wrote for people, one for each kind of markup."""

from __future__ import annotations

import re
from dataclasses import replace

from pubtrack.markup.collector import collector_paused
from pubtrack.markup.html import html_blocks
from pubtrack.markup.spans import Block, BlockBuilder
from pubtrack.model import Reading
from pubtrack.readers.layout.front_matter import add_data_lines, front_matter_end
from pubtrack.readers.layout.latex import latex_blocks
from pubtrack.readers.layout.markdown import markdown_blocks, text_blocks
from pubtrack.readers.layout.script_data import script_blocks, script_part
from pubtrack.readers.prose.engine import read_blocks

__all__ = ["read_html", "read_latex", "read_markdown", "read_plain_text", "read_prose"]


@collector_paused()
def read_prose(text: str, format: str = "text", *, owner: str | None = None) -> Reading:
    """Gives what a text in one of the formats text, markdown, html, latex mentions.

    Reading makes no cycles; looking for some among its many small objects takes a tenth of the time.
    """
    script = script_part(text) if format != "latex" else None
    return read_blocks(text, _script(text, *script) if script else _BLOCKS[format](text), owner=owner)


def read_plain_text(text: str) -> Reading:
    """Gives what a plain text mentions."""
    return read_prose(text, "text")


def read_markdown(text: str) -> Reading:
    """Gives what a Markdown page mentions."""
    return read_prose(text, "markdown")


def read_html(text: str) -> Reading:
    """Gives what an HTML page mentions."""
    return read_prose(text, "html")


def read_latex(text: str) -> Reading:
    """Gives what a LaTeX document mentions."""
    return read_prose(text, "latex")


def _script(text: str, start: int, end: int) -> list[Block]:
    """The list of objects a component begins with, and the page below it, in Vue inside `<template>`."""
    page = _TEMPLATE.match(text, end)
    below = html_blocks(text, page.end() if page else end) if end < len(text) else []
    blocks = script_blocks(text, start, end)
    if below:  # no heading of the page stands below those of the script
        blocks = [replace(b, level=min(b.level + 4, 6)) if b.kind == "heading" else b for b in blocks]
    return blocks + below


_TEMPLATE = re.compile(r"</script>\s*<template\b[^<>]{0,80}>")


def _html(text: str) -> list[Block]:
    """A page of a static site may begin with a YAML head."""
    head = front_matter_end(text)
    if not head:
        return html_blocks(text)
    builder = BlockBuilder(text)
    add_data_lines(text, head[0], head[1], builder)
    return builder.blocks + html_blocks(text, head[2])


_BLOCKS = {"text": text_blocks, "markdown": markdown_blocks, "html": _html, "latex": latex_blocks}
