"""Tables whose first row names their columns: which cell is a title."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pubtrack.readers.prose.found import FoundWork
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import title_shape
from pubtrack.readers.prose.words import fold, is_cjk, year_in

__all__ = ["read_row", "row_kind", "with_columns"]

TITLE_COLUMNS = frozenset((
    "title", "paper", "papers", "paper title", "publication", "publications", "article", "book", "titel", "publikation", "beitrag", "aufsatz",
    "titulo", "articulo", "publicacion", "titre", "article", "ouvrage", "titolo", "题目", "标题", "论文", "论文题目", "题名", "论文名称", "论文标题",
))  # fmt: skip
"""What stands over a column of titles (folded). Collected by hand from award pages and CVs."""


def with_columns(placed: list[Placed]) -> Iterator[Placed]:
    """Gives the blocks in order; rows under a row of names know their columns, the row of names is a heading."""
    columns: tuple[str, ...] = ()
    inside = False
    for item in placed:
        if item.block.kind != "row":
            inside, columns = False, ()
            yield item
        elif not inside:
            inside, columns = True, _names(item.block.text)
            yield replace(item, is_heading=True) if columns else item
        else:
            yield replace(item, columns=columns) if columns else item


def _names(text: str) -> tuple[str, ...]:
    """Gives the names of the columns where one of them is for titles, `()` for a row of data."""
    cells = tuple(fold(cell.strip().split("\n")[0]).strip(" *:_#") for cell in text.rstrip("\t").split("\t"))
    named = len(cells) > 1 and all(len(cell) <= 30 and len(cell.split()) <= 4 for cell in cells)
    return cells if named and not TITLE_COLUMNS.isdisjoint(cells) else ()


def read_row(placed: Placed) -> list[FoundWork] | None:
    """Gives the work of a row whose columns are known, None for any other block."""
    if not placed.columns:
        return None
    text = placed.block.text
    start = 0
    found: list[FoundWork] = []
    year = None
    for name, cell in zip(placed.columns, text.split("\t"), strict=False):
        first, last = _marked(placed, *_trimmed(text, start, start + len(cell)))
        if (
            name in TITLE_COLUMNS
            and last - first >= (4 if is_cjk(cell) else 8)
            and title_shape(text[first:last]) >= 0.3
        ):
            found.append(FoundWork(placed, first, last, confidence=0.85))
        elif not year and len(cell) < 20:
            year = year_in(cell)
        start += len(cell) + 1
    return [replace(work, year=year or placed.year) for work in found]


_BEHIND_MARKED = re.compile(r"\s*[(,.;]|\s+by\s")
"""What goes on behind a title that stands in italics or quotes of its own: publisher, authors, year."""


def _marked(placed: Placed, start: int, end: int) -> tuple[int, int]:
    """Narrows a cell to the italics or the link it begins with: `*Holy Wheat* (University Press, 2019)`."""
    text = placed.block.text
    for span in placed.block.spans:
        inside = span.kind in _TITLE_SPANS and span.start == start and start + 4 <= span.end < end
        if inside and _BEHIND_MARKED.match(text, span.end, end):
            return start, span.end
    return start, end


_TITLE_SPANS = frozenset(("em", "i", "cite", "emph", "textit", "strong", "b", "textbf", "link"))
KIND_COLUMNS = frozenset(("type", "kind", "output type", "category", "art", "typ", "tipo", "genre", "类型", "类别"))
"""What stands over a column that says what each row is."""
_OTHER_KINDS = (
    ("talk", ("presentation", "talk", "keynote", "poster", "lecture", "seminar", "vortrag", "ponencia", "communication", "报告")),
    ("media", ("podcast", "blog", "media", "interview", "broadcast", "radio", "video", "newspaper")),
    ("software", ("software", "dataset", "data set", "code")),
    ("patent", ("patent", "专利")),
    ("project", ("project", "grant", "projekt", "proyecto", "项目")),
)  # fmt: skip


def row_kind(placed: Placed) -> str:
    """Gives what a row says it is beside a work: `talk`, `media`, `software`, `patent`, `project`; `""` otherwise."""
    for name, cell in zip(placed.columns, placed.block.text.split("\t"), strict=False):
        if name in KIND_COLUMNS:
            said = fold(cell)
            return next((kind for kind, words in _OTHER_KINDS if any(word in said for word in words)), "")
    return ""


_QUOTED_CELL = re.compile(r"\s*[\"“„«](?P<title>[^\"“”„«»]{4,300})[\"”“»]\s*[,.(]?\s*\S")
"""`“Metadata Debt,” JASIST`: the title is what stands in quotes where more follows."""


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    if quoted := _QUOTED_CELL.match(text, start, end):
        start, end = quoted.span("title")
    while start < end and text[start] in " \n\"“„«'*_":
        start += 1
    while end > start and text[end - 1] in " \n\"”“»'*_.,":
        end -= 1
    return start, end
