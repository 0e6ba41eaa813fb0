"""The marks inside a line of Markdown: emphasis, links, code, tags, entities.

Source: https://spec.commonmark.org/0.31.2/#inlines, loosely: pages are written by people.
"""

from __future__ import annotations

import re

from pubtrack.markup.html import HtmlFeeder
from pubtrack.markup.spans import BlockBuilder
from pubtrack.readers.layout.markdown_links import LINK

__all__ = ["Inline"]

_INLINE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|`+|!\[|\[|\*{1,3}|_{1,3}|<!--|<[!?]|<(?=[A-Za-z/])|&(?=[#A-Za-z])|\{[{%:.#]|\]\{|\\\\"
)
_SPECIAL = re.compile(r"[\\`!\[\]*_<&{]")
"""Characters that every mark of `_INLINE` begins with."""
_AUTOLINK = re.compile(r"<((?:https?|mailto|ftp):[^\s<>]{1,1500})>")
_RST_LINK = re.compile(r"`(?P<text>[^`<>]{1,400}?)\s*<(?P<href>[^\s<>`]{1,1500})>`__?")
"""`` `draft <https://tarn.example/d.pdf>`__ ``. Source: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html,
"Embedded URIs and Aliases"."""
_ORG_LINK = re.compile(r"\[\[(?P<href>[^\[\]\s]{1,1500})\]\[(?P<text>[^\[\]]{1,400})\]\]")
"""`[[https://tarn.example/d.pdf][draft]]`. Source: https://orgmode.org/manual/Link-Format.html."""
_ATTRIBUTES = re.compile(r"\{[:.#][^{}\n]{0,300}\}")
_PARAGRAPH_ENDS = re.compile(r"\n(?=[ \t]*(?:\r?\n|\Z|(?:[-*+•]|\d{1,3}[.)])\s|[#|>]|<[a-z/]))")
"""The end of a line that no other line of its paragraph follows."""


class Inline:
    """Feeds one stretch of Markdown into the builder: emphasis, links, code, tags, entities.

    Args:
        source: The whole text.
        builder: Where words and marks go.
        by_lines: A paragraph is fed line by line; emphasis may close in another one.
    """

    def __init__(self, source: str, builder: BlockBuilder, *, by_lines: bool = False) -> None:
        self.source: str = source
        self.builder: BlockBuilder = builder
        self.by_lines: bool = by_lines
        self.html: HtmlFeeder = HtmlFeeder(source, builder)
        self.open_marks: list[str] = []
        """Marks of emphasis that were opened and not closed yet."""
        self.loose: list[str] = []
        """Those of them that close though a space stands in front: `*A title *by Ann Lee`."""

    def feed(self, start: int, end: int) -> None:
        """Adds `source[start:end]` to the builder."""
        place = start
        while token := self._next_token(place, end):
            self.builder.text(place, token.start())
            place = self._token(token[0], token.start(), end)
        self.builder.text(place, end)

    def _next_token(self, place: int, end: int) -> re.Match[str] | None:
        """Gives the next mark; characters that never begin one are passed over fast."""
        while special := _SPECIAL.search(self.source, place, end):
            if token := _INLINE.match(self.source, special.start(), end):
                return token
            place = special.end()
        return None

    def _token(self, mark: str, at: int, end: int) -> int:
        first = mark[0]
        if first == "\\":
            return self._escape(at, end)
        if first in "*_":
            return self._emphasis(mark, at, end)
        if first in "![":
            return self._link(at, end)
        if first == "`":
            return self._code(mark, at, end)
        if first == "<" and (auto := _AUTOLINK.match(self.source, at, end)):
            self._linked(auto.start(1), auto.end(1), at, auto.end(), auto[1])
            return auto.end()
        if first in "{]":
            return self._attributes(mark, at, end)
        return self.html.token(at, end)

    def _code(self, mark: str, at: int, end: int) -> int:
        """Passes over the marks of code; between single ones reStructuredText has its links."""
        if link := _RST_LINK.match(self.source, at, min(end, at + 2000)):
            self._linked(link.start("text"), link.end("text"), at, link.end(), link["href"])
            return link.end()
        return at + len(mark)

    def _escape(self, at: int, end: int) -> int:
        self.builder.special(self.source[at + 1 : at + 2], at, min(end, at + 2))
        return min(end, at + 2)

    def _attributes(self, mark: str, at: int, end: int) -> int:
        """Skips `{: .class}` and Liquid tags; other braces are text."""
        place = at + mark.index("{")
        if place > at:
            self.builder.text(at, place)
        if attributes := _ATTRIBUTES.match(self.source, place, end):
            return attributes.end()
        if self.source.startswith(("{{", "{%"), place):
            return self.html.token(place, end)
        self.builder.text(place, place + 1)
        return place + 1

    def _emphasis(self, mark: str, at: int, end: int) -> int:
        before = self.source[at - 1] if at else " "
        after = self.source[at + len(mark)] if at + len(mark) < end else " "
        inside_word = mark[0] == "_" and (before.isalnum() and after.isalnum())
        closes = mark in self.open_marks and (mark in self.loose or not before.isspace()) and not inside_word
        opens = not closes and not after.isspace() and not inside_word and not (before.isalnum() and mark[0] == "_")
        kinds = {1: ("em",), 2: ("strong",), 3: ("strong", "em")}[len(mark)]
        opens = opens and (after.isalnum() or not before.isalnum())
        if closes:
            self.open_marks.remove(mark)
            self.loose = [other for other in self.loose if other != mark]
            for kind in reversed(kinds):
                self.builder.end_span(f"md-{kind}", at + len(mark))
        elif opens and (self._closes_later(mark, at, end) or self._closes_loosely(mark, at, end)):
            self.open_marks.append(mark)
            for kind in kinds:
                self.builder.start_span(f"md-{kind}", at)
        else:
            self.builder.text(at, at + len(mark))
        return at + len(mark)

    def _closes_later(self, mark: str, at: int, end: int) -> bool:
        """Tells whether the same mark closes within reach (3000 characters), so that a lone star stays text."""
        place, last = at + len(mark) + 1, min(end, at + 3000)
        if self.by_lines:
            last = stop.start() if (stop := _PARAGRAPH_ENDS.search(self.source, end, at + 3000)) else at + 3000
        for _ in range(MOST_CLOSERS):
            place = self.source.find(mark, place, last)
            if place < 0 or not self.source[place - 1].isspace():
                return place > 0
            place += len(mark)
        return False

    def _closes_loosely(self, mark: str, at: int, end: int) -> bool:
        """Tells whether the only other mark of its kind stands behind a space, where none should close."""
        last = min(end, at + 3000)
        place = self.source.find(mark, at + len(mark), last)
        lone = place > 0 and self.source.find(mark[0], place + len(mark), last) < 0
        if lone and mark[0] == "*" and self.source[place + len(mark) : place + len(mark) + 1].islower():
            self.loose.append(mark)
            return True
        return False

    def _link(self, at: int, end: int) -> int:
        if link := _ORG_LINK.match(self.source, at, min(end, at + 2000)):
            self._linked(link.start("text"), link.end("text"), at, link.end(), link["href"])
            return link.end()
        link = LINK.match(self.source, at, min(end, at + 6000))
        if not link:
            self.builder.text(at, at + 1)
            return at + 1
        if self.source[at] != "!":
            self._linked(link.start("text"), link.end("text"), at, link.end(), link["href"] or link["ref"] or "")
        return link.end()

    def _linked(self, start: int, end: int, outer_start: int, outer_end: int, href: str) -> None:
        self.builder.start_span("link", outer_start, href.strip("<>"))
        self.feed(start, end)
        self.builder.end_span("link", outer_end)


MOST_CLOSERS = 8
"""Marks behind white space, which close nothing, that are passed over in search of one that closes."""
