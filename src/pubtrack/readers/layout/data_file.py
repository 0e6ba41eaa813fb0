"""A whole file of data - YAML or TOML of a static site or a CV - as blocks: sections, entries, lists, sentences.

Nothing is resolved: lines are looked at as they stand, so that every value keeps its place and a file with a slip in it
is read as well. A key that stands over entries is a heading, and so is the title of an entry that holds others; a line of
a list is an item. The values of one entry are `field` blocks, each labelled with its key, the first with level 1: whether
they are a work, an award or a piece of news is told by who reads them.
Source: data files of al-folio, academicpages and Hugo Blox, the schemas of rendercv and jsonresume, and files as labs keep them.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pubtrack.markup.spans import Block, BlockBuilder
from pubtrack.readers.layout.inline import Inline

__all__ = ["Line", "blocks_of_lines", "data_blocks", "is_data"]

_KEYED = re.compile(
    r"(?P<indent>[ \t]*)(?P<dash>(?:-[ \t]+)*)(?P<quote>[\"']?)(?P<key>[\w][\w ./&-]{0,50}?)(?P=quote)[ \t]*(?P<mark>[:=])(?=[ \t]|\r?$|(?<==))[ \t]*(?P<value>[^\r\n]*)"
)
_LISTED = re.compile(r"(?P<indent>[ \t]*)-[ \t]+(?P<value>[^\r\n]*)")
_TABLE = re.compile(r"\[\[?[ \t]*(?P<key>[\w. -]{1,60}?)[ \t]*\]\]?[ \t]*\r?$")
_ANY_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SILENT = re.compile(r"\s*(?:#|---\s*$|\.\.\.\s*$|-?\s*$)")
_FOLDED = re.compile(r"[|>][+-]?\d?[ \t]*$")
_EMPTY = re.compile(r"(?:\[\s*\]|\{\s*\}|null|~|\"\"|'')?[ \t]*(?:#.*)?$")
_DATA_HEAD = re.compile(
    r"^(?:[ \t]*-[ \t]+|[ \t]+)[\w\"'][\w .\"'-]{0,40}:(?:[ \t]|\r?$)|^\[\[[\w.]+\]\]\s*$"
    r"|\A(?:#[^\n]*\n|\s)*[\w][\w -]{0,40}:[ \t]*\r?\n[ \t]+-[ \t]+[\"']",
    re.MULTILINE,
)
"""A key below a dash or deeper than others, the head of a table, or a key over a list of quoted lines."""

CONTAINERS = frozenset(["contents", "content", "item", "items", "entries", "sections", "subsections", "list", "elements", "data", "children", "works", "papers", "publications", "awards", "talks"])  # fmt: skip
"""Keys under which an entry that has a title or a year holds others, so that it is a section."""
NAMELESS = CONTAINERS - {"publications", "papers", "awards", "talks"} | frozenset(["cv", "main", "resume", "basics", "description", "details", "highlights", "bullets", "summary", "params", "root", "pages", "posts", "all", "years"])  # fmt: skip
"""Keys that stand over others and say nothing about them."""
TITLES = ("title", "name", "section", "heading", "category", "label", "titel", "titre", "titulo", "year")
"""Keys whose values are the name of such a section, the surest first."""
NAMES = ("author", "authors", "autor", "autoren", "autores", "editor", "editors", "tags", "keywords", "categories")
"""Keys whose lists go on in one line; the parts of other lists stand in lines of their own."""
AS_IT_STANDS = frozenset(
    [
        "doi",
        "url",
        "link",
        "pdf",
        "arxiv",
        "isbn",
        "pmid",
        "year",
        "date",
        "image",
        "img",
        "paperurl",
        "paper_url",
        "code",
    ]
)
"""Keys whose values hold no Markdown."""
DEEPEST = 12
"""Levels of entries in entries; nobody writes more."""


def is_data(text: str) -> bool:
    r"""Tells whether a whole text is a list of `key: value` lines, as the data files of static sites are.

    >>> is_data("- title: A\\n  year: 2020\\n"), is_data("Dear all,\\n- title: A")
    (True, False)
    """
    head = text[:20_000]
    if not _DATA_HEAD.search(head) or head.startswith("## ") or "\n## " in head:
        return False
    lines = [line for line in head.splitlines() if not _SILENT.match(line)]
    if not lines or not (_KEYED.match(lines[0]) or _TABLE.match(lines[0])):
        return False
    if _is_list(lines):
        return False
    keyed = sum(1 for line in lines if _KEYED.match(line) or _TABLE.match(line))
    deeper = sum(1 for line in lines if line[:1].isspace() and not _KEYED.match(line))
    return keyed >= KEYED * len(lines) and keyed + deeper >= MOSTLY * len(lines)


def _is_list(lines: list[str]) -> bool:
    """Tells whether lines are the items of a list in Markdown: `- Ann Lee: A title`, with words of its own in each for a key."""
    keys = [found["key"] if (found := _KEYED.match(line)) and found["dash"] else "" for line in lines]
    return len(keys) > 1 and all(keys) and len(set(keys)) == len(keys)


KEYED, MOSTLY = 0.1, 0.9
"""Part of the lines that hold a key, and part that holds one or stands deeper: sentences may go on over many lines."""


def data_blocks(source: str) -> list[Block]:
    r"""Gives the blocks of a data file.

    >>> [(b.kind, b.label, b.text) for b in data_blocks("awards:\n  - title: A Prize\n    year: 2020\n")]
    [('heading', '', 'awards'), ('field', 'title', 'A Prize'), ('field', 'year', '2020')]
    """
    return blocks_of_lines(source, _Lines(source).nested())


def blocks_of_lines(source: str, lines: list[Line]) -> list[Block]:
    """Gives the blocks of the outer lines of a data file, whatever its notation.

    Args:
        source: The file.
        lines: The outer lines, each with what stands below it.
    """
    return _Data(source).blocks(lines)


@dataclass(slots=True)
class Line:
    """A key with its value, a part of a list (no key), or the head of a TOML table."""

    key: str
    place: tuple[int, int]
    """Where the key stands in the source."""
    indent: int
    depth: int
    """Where the key stands in its line; behind the dash where there is one."""
    parts: list[tuple[int, int]] = field(default_factory=list)
    """The stretches of its value, one for each line."""
    folded: str = ""
    """`|` or `>` where all deeper lines are its value."""
    below: list[Line] = field(default_factory=list)
    glued: bool = False
    """The parts stand in quotes of their own and have nothing between: `"Wet " + "ropes"`."""

    @property
    def begins(self) -> bool:
        """Tells whether an entry begins here: a dash in front, the head of a table."""
        return self.depth > self.indent or not self.key or self.depth < 0

    def holds(self, line: Line) -> bool:
        """Tells whether a later line stands below this one; what has a value holds nothing."""
        if self.parts or self.folded:
            return False
        if self.depth < 0:
            return line.depth >= 0
        return line.indent > self.depth or (line.begins and line.indent == self.depth)


class _Lines:
    """Gathers the lines of a data file that hold a key or a part of a list, each with all of its value."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Line] = []

    def nested(self) -> list[Line]:
        """Gives the outer lines, each with what stands below it."""
        for match in _ANY_LINE.finditer(self.source):
            if match.end() > match.start():
                self._read(match.start(), match[0].rstrip())
        top: list[Line] = []
        over: list[Line] = []
        for line in self.found:
            while over and not over[-1].holds(line):
                over.pop()
            (over[-1].below if over else top).append(line)
            if line.key and len(over) < DEEPEST:
                over.append(line)
        return top

    def _read(self, start: int, text: str) -> None:
        if self.found and self._goes_on(self.found[-1], text):
            self.found[-1].parts.append((start + len(text) - len(text.lstrip()), start + len(text)))
        elif table := _TABLE.match(text):
            self.found.append(
                Line(table["key"].lower(), (start + table.start("key"), start + table.end("key")), -1, -1)
            )
        elif not _SILENT.match(text):
            self._take(start, text)

    def _take(self, start: int, text: str) -> None:
        keyed = _KEYED.match(text)
        said = keyed or _LISTED.match(text)
        if said is None:
            return
        indent = len(said["indent"])
        line = Line("", (0, 0), indent, indent)
        if keyed:
            place = (start + keyed.start("key"), start + keyed.end("key"))
            line = Line(keyed["key"].strip().lower(), place, indent, indent + len(keyed["dash"]))
            line.folded = keyed["value"][:1] if _FOLDED.match(keyed["value"]) else ""
        if not line.folded and not _EMPTY.match(said["value"]):
            line.parts.append((start + said.start("value"), start + len(text)))
        if line.key or line.parts:
            self.found.append(line)

    def _goes_on(self, last: Line, text: str) -> bool:
        """Tells whether a line belongs to the value above: deeper lines of folded or quoted text, words without a key."""
        deep = len(text) - len(text.lstrip())
        if not text or deep <= last.depth or not (last.parts or last.folded):
            return False
        if last.folded or self._quote_open(last):
            return True
        return not (_KEYED.match(text) or _LISTED.match(text) or text.lstrip().startswith("#"))

    def _quote_open(self, line: Line) -> bool:
        """Tells whether a value began with a quote that has not closed yet."""
        first, last = line.parts[0][0], line.parts[-1][1]
        mark = self.source[first]
        closed = last - first > 1 and self.source[last - 1] == mark and self.source[last - 2] != "\\"
        return mark in "'\"" and not closed


class _Data:
    """Opens the blocks of the lines of a data file."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.builder = BlockBuilder(source)
        self.inline = Inline(source, self.builder)
        self.table = ""
        """The table of TOML that was headed last; each of its entries has the same head."""

    def blocks(self, lines: list[Line]) -> list[Block]:
        self._entries(lines, 1)
        self.builder.close()
        for block in self.builder.blocks:
            for span in block.spans:
                span.kind = span.kind.removeprefix("md-")
        return self.builder.blocks

    def _entries(self, lines: list[Line], level: int) -> None:
        """Adds the blocks of lines that stand at one depth: a dash begins the next entry."""
        entry: list[Line] = []
        for line in lines:
            if line.begins:
                self._entry(entry, level)
                entry = []
            if line.key:
                entry.append(line)
            else:
                self._show("item", line.parts, 0, "")
        self._entry(entry, level)

    def _entry(self, entry: list[Line], level: int) -> None:
        """Adds the blocks of one entry: its fields, or a heading and what it holds."""
        sole = not entry[0].begins if entry else False
        holding = [line for line in entry if _holds_entries(line) or (sole and _holds_sentences(line))]
        named = next((line for key in TITLES for line in entry if line.key == key and line.parts), None)
        inner = [line for line in holding if line.key in CONTAINERS]
        if named and inner and not _is_news(entry, inner):
            self._heading(named.parts[0], level)
            for line in inner:
                self._entries(line.below, level + 1)
            return
        self._fields([line for line in entry if line not in holding or (named and line in inner)])
        if named and not sole:
            return  # links, a commentary: more about the same thing
        for line in holding:
            if line.key not in NAMELESS and (line.depth >= 0 or line.key != self.table):
                self._key_heading(line.place, level)
            self.table = line.key if line.depth < 0 else ""
            self._entries(line.below, level + 1)

    def _heading(self, place: tuple[int, int], level: int) -> None:
        self._show("heading", [place], min(level, 6), "")

    def _key_heading(self, place: tuple[int, int], level: int) -> None:
        """Adds a key as heading, `selectedPapers` as two words."""
        start, stop = place
        self.builder.open("heading", min(level, 6))
        for border in _CAMEL.finditer(self.source, start, stop):
            self.builder.text(start, border.end())
            self.builder.special(" ", border.end(), border.end())
            start = border.end()
        self.builder.text(start, stop)
        self.builder.close()

    def _fields(self, entry: list[Line]) -> None:
        level = 1  # of the first that holds something: `- certificate_url:` may begin an entry and be empty
        for line in entry:
            parts = line.parts or [part for below in line.below for part in below.parts]
            if parts:
                within = "" if line.glued else " "
                mark = "\n" if line.folded == "|" else within if line.parts else ", " if line.key in NAMES else "\n"
                self._show("field", parts, level, line.key, mark)
                level = 0

    def _show(self, kind: str, parts: list[tuple[int, int]], level: int, label: str, between: str = " ") -> None:
        self.builder.open(kind, level, label)
        if between == " ":
            parts = [(parts[0][0], parts[-1][1])]  # one stretch, so that emphasis may go over a line end
        parts = [_bare(self.source, *part) for part in parts] if between else parts
        for index, (start, stop) in enumerate(parts):
            if index and not self.builder.is_empty:
                self.builder.special(between, parts[index - 1][1], start)
            if label in AS_IT_STANDS:
                self.builder.text(start, stop)
            else:
                self.inline.feed(start, stop)
        self.inline.open_marks.clear()
        self.builder.close()


DATED = frozenset(["date", "datetime", "published", "pubdate", "when", "fecha", "datum"])
"""Keys that a section has not."""


def _is_news(entry: list[Line], inner: list[Line]) -> bool:
    """Tells whether an entry that holds others is a dated piece of news whose `content` are its sentences."""
    dated = any(line.key in DATED and line.parts for line in entry)
    return dated and not any(below.key or below.below for line in inner for below in line.below)


def _holds_entries(line: Line) -> bool:
    return bool(line.below) and (line.key in CONTAINERS or any(below.key for below in line.below))


def _holds_sentences(line: Line) -> bool:
    """Tells whether a key stands over a list of long strings: `honors` of a person, not the `authors` of a paper."""
    parts = [part for below in line.below for part in below.parts]
    return len(parts) > 1 and line.key not in NAMES and sum(end - start for start, end in parts) >= LONG * len(parts)


LONG = 30
"""Characters of a string that is more than a name or a keyword. Chosen by hand."""
_CAMEL = re.compile(r"[a-z](?=[A-Z][a-z])")
"""Where another word begins in `selectedPapers`."""


def _bare(source: str, start: int, stop: int) -> tuple[int, int]:
    """Narrows a value to what stands inside its quotes."""
    while stop > start and source[stop - 1] in " \t,":
        stop -= 1
    if stop - start >= 2 and source[start] in "\"'" and source[stop - 1] == source[start]:
        return start + 1, stop - 1
    return start, stop
