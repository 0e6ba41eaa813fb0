"""HTML as blocks of plain text that know their place in the source.

Not a browser: tags are followed as they stand, wrong nesting is forgiven, nothing is fetched or run. Work is linear in the
size of the input, whatever it holds.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import html
import re

from pubtrack.markup.spans import Block, BlockBuilder

__all__ = ["HtmlFeeder", "html_blocks"]

TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{0,30})(?P<rest>(?:[\s/][^<>]{0,4000})?)>")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TOKEN = re.compile(r"<!--|<[!?]|<(?=[A-Za-z/])|&(?=[#A-Za-z])|\{(?:[{%]|/\*)")
_ATTRIBUTE = re.compile(r"""([A-Za-z:-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")

SILENT = frozenset(
    [
        "script",
        "style",
        "svg",
        "noscript",
        "template",
        "select",
        "option",
        "button",
        "textarea",
        "iframe",
        "math",
        "object",
        "canvas",
    ]
)
"""Elements whose content no reader sees as text."""
PAGE_FURNITURE = frozenset(("nav", "footer"))
"""Content that is shown on every page and says nothing about the person."""
STRONG = frozenset(("b", "strong"))
EMPHASIS = frozenset(("i", "em", "cite", "u", "dfn", "var"))
QUOTED = frozenset(("q",))
PAPER_TITLE = "papertitle"
"""An element of its own around titles, in a template that many homepages of computer scientists use."""
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "main",
        "ul",
        "ol",
        "table",
        "tbody",
        "thead",
        "blockquote",
        "figure",
        "figcaption",
        "address",
        "hr",
        "form",
        "fieldset",
        "dl",
        "details",
        "summary",
        "caption",
        "body",
        "html",
        "head",
        "pre",
        "center",
        "aside",
    ]
)
"""Elements that begin and end on a line of their own."""
_HEADING = re.compile(r"h[1-6]\Z")
_BLANK_BEFORE = re.compile(r"\n[ \t]*\r?\n[ \t]*\Z")
_BLANK_BEHIND = re.compile(r"[ \t]*\r?\n[ \t]*\r?\n")
"""Blank lines around a stretch in bold: who wrote the page meant a line of its own, and style sheets make it one."""
_SPAN = re.compile(r"<(?:span|time)\b", re.IGNORECASE)
LEVEL_IN_TABLE = 6
"""Level of a row of one `th` over the rows of a table: below all headings around the table."""
REACH = 80
"""Characters in front of a tag that are looked at for a blank line."""


class HtmlFeeder:
    """Feeds the tags, entities and text of a stretch of source into a builder."""

    def __init__(self, source: str, builder: BlockBuilder) -> None:
        self.source = source
        self.builder = builder
        self._furniture = 0
        self._inside: list[str] = []
        self._cells: list[str] = []
        """The cells of the running row: `td`, `th`."""
        self._never_closed: set[str] = set()
        self._not_in: dict[str, tuple[int, int]] = {}
        """Closing mark -> the last stretch it was looked for in vain: not asked again, so that work stays linear."""

    def feed(self, start: int, end: int) -> None:
        """Adds everything between the two places."""
        place = start
        while token := _TOKEN.search(self.source, place, end):
            self.builder.text(place, token.start())
            place = self.token(token.start(), end)
        self.builder.text(place, end)

    def token(self, at: int, end: int) -> int:
        """Handles the markup that may begin here; gives where the text goes on (a lone character is text)."""
        source = self.source
        if tag := TAG.match(source, at, end):
            return self._tag(tag, end)
        if source[at] == "&":
            return self._entity(at, end)
        if source.startswith(("{{", "{%"), at):
            return self._past(at, "}}" if source[at + 1] == "{" else "%}", end)
        if source.startswith("<!--", at):
            return self._past(at, "-->", end)
        if source.startswith("{/*", at):  # JSX
            return self._past(at, "*/}", end)
        if source.startswith(("<!", "<?"), at):
            return self._past(at, ">", end)
        self.builder.text(at, at + 1)
        return at + 1

    def _past(self, at: int, mark: str, end: int) -> int:
        """Skips to behind the closing mark; where none follows, the first character is text."""
        first, last = self._not_in.get(mark, (0, -1))
        if not (first <= at and end <= last):
            found = self.source.find(mark, at, end)
            if found >= 0:
                return found + len(mark)
            self._not_in[mark] = (at, end)
        self.builder.text(at, at + 1)
        return at + 1

    def _entity(self, at: int, end: int) -> int:
        entity = ENTITY.match(self.source, at, end)
        plain = html.unescape(entity[0]) if entity else ""
        if not entity or plain == entity[0] or not plain:
            self.builder.text(at, at + 1)
            return at + 1
        self.builder.special(" " if plain.isspace() else plain, at, entity.end())
        return entity.end()

    def _tag(self, tag: re.Match[str], end: int) -> int:
        name = tag["name"].lower()
        if name in SILENT:
            return self._skip(name, tag, end)
        if name in PAGE_FURNITURE:
            self._furniture = max(0, self._furniture + (-1 if tag["close"] else 1))
            self._block("")
        elif tag["close"]:
            self._closing(name, tag)
        else:
            self._opening(name, tag)
        return tag.end()

    def _skip(self, name: str, tag: re.Match[str], end: int) -> int:
        if tag["close"] or tag["rest"].endswith("/") or name in self._never_closed:
            return tag.end()
        closing = re.compile(f"</{name}\\s*>", re.IGNORECASE).search(self.source, tag.end(), end)
        if closing:
            return closing.end()
        self._never_closed.add(name)
        return tag.end()

    def _opening(self, name: str, tag: re.Match[str]) -> None:
        builder = self.builder
        if name == "br":
            self._break(tag)
        elif name == "a":
            builder.end_span("link", tag.start())  # links do not nest: a second one closes the first, as in browsers
            if href := attribute(tag["rest"], "href"):
                builder.start_span("link", tag.start(), html.unescape(href))
        elif inline := _inline_kind(name):
            if inline == "strong" and _BLANK_BEFORE.search(self.source, max(0, tag.start() - REACH), tag.start()):
                builder.line_break(tag.start(), tag.start())
            label = name if name == PAPER_TITLE else attribute(tag["rest"], "class")
            builder.start_span(inline, tag.start(), label if inline == "span" else "")
        elif name in ("td", "th", "dd"):
            self._cell(name, tag)
        elif _HEADING.match(name):
            builder.open("skip" if self._furniture else "heading", int(name[1]), attribute(tag["rest"], "class"))
        elif name in ("li", "tr", "dt", "title"):
            kind = {"li": "item", "tr": "row", "dt": "item", "title": "meta"}[name]
            builder.open("skip" if self._furniture else kind, 0, "title" if name == "title" else "")
            self._inside.append(name)
            self._cells = []
        elif name in BLOCKS:
            self._border(name, tag)

    def _break(self, tag: re.Match[str]) -> None:
        """A second break in a row leaves a line empty: what follows is a paragraph of its own."""
        if self.builder.kind == "para" and self.builder.ends_with_break:
            self._block(self.builder.label)
        else:
            self.builder.line_break(tag.start(), tag.end())

    def _closing(self, name: str, tag: re.Match[str]) -> None:
        builder = self.builder
        if name == "a":
            builder.end_span("link", tag.end())
        elif name == "time" or (name == "span" and _SPAN.match(self.source, tag.end())):
            builder.end_span(name, tag.end())
            if not builder.ends_blank:
                builder.special(" ", tag.end(), tag.end())  # columns of their own, whatever the source sets between
        elif inline := _inline_kind(name):
            builder.end_span(inline, tag.end())
            if inline == "strong" and _BLANK_BEHIND.match(self.source, tag.end()):
                builder.line_break(tag.end(), tag.end())
        elif name in ("li", "tr", "dl", "title") or _HEADING.match(name):
            if name == "tr" and self._cells == ["th"]:
                builder.head_row(LEVEL_IN_TABLE)
            self._block("")
            if self._inside and (self._inside[-1] == name or name == "dl"):
                self._inside.pop()
        elif name in BLOCKS:
            self._border(name, tag)

    def _border(self, name: str, tag: re.Match[str]) -> None:
        """Begins a paragraph, or inside a list item or table row only a line."""
        in_item = self.builder.kind in ("item", "row") and name not in ("ul", "ol", "table", "hr")
        if in_item:
            if tag["close"]:
                self.builder.end_span("span", tag.end())
            self.builder.line_break(tag.start(), tag.end())
            if not tag["close"] and name in ("p", "div"):
                self.builder.start_span("span", tag.start(), attribute(tag["rest"], "class"))
        else:
            self._block(attribute(tag["rest"], "class"))

    def _cell(self, name: str, tag: re.Match[str]) -> None:
        if name == "dd" and "\t" in "".join(self.builder._parts[-4:]):
            self.builder.open("item")
        self._cells.append(name)
        self.builder.line_break(tag.start(), tag.end(), "\t")

    def _block(self, label: str) -> None:
        self.builder.open("skip" if self._furniture else "para", 0, label)


def _inline_kind(name: str) -> str:
    """Gives what an inline element means, `""` for none."""
    if name in STRONG:
        return "strong"
    if name in EMPHASIS:
        return "em"
    if name in QUOTED:
        return "quote"
    return "span" if name == PAPER_TITLE else name if name in ("span", "code") else ""


def attribute(text: str, name: str) -> str:
    """Gives the value of an attribute in the inside of a tag, `""` where it is missing.

    >>> attribute(' class="x y" href=/a', "href")
    '/a'
    """
    if name not in text.lower():
        return ""
    for key, double, single, bare in _ATTRIBUTE.findall(text):
        if key.lower() == name:
            return str(double or single or bare)
    return ""


def html_blocks(source: str, start: int = 0) -> list[Block]:
    r"""Gives the blocks of an HTML page or fragment.

    >>> [(b.kind, b.text) for b in html_blocks("<h2>Papers</h2><ul><li>A &amp; <i>B</i><br>C</ul>")]
    [('heading', 'Papers'), ('item', 'A & B\nC')]
    """
    builder = BlockBuilder(source)
    HtmlFeeder(source, builder).feed(start, len(source))
    builder.close()
    return builder.blocks
