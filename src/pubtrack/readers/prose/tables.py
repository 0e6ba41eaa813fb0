"""Tables whose first row names their columns: which cell is a title, which an award, who got it."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from pubtrack.readers.prose.award_headings import award_heading
from pubtrack.readers.prose.found import FoundAward, FoundWork
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import has_han_surname, title_shape
from pubtrack.readers.prose.winners import is_person, people_at
from pubtrack.readers.prose.words import fold, is_cjk, year_in
from pubtrack.vocab.column_words import (
    AWARD_COLUMNS,
    EVENT_COLUMNS,
    GRADE_COLUMNS,
    PERSON_COLUMNS,
    PLACES_WON,
    THESIS_COLUMNS,
    TITLE_COLUMNS,
    WHO_COLUMNS,
    WINNER_COLUMNS,
    WON_COLUMNS,
)

__all__ = ["as_columns_say", "read_row", "row_kind", "with_columns"]


def with_columns(placed: list[Placed]) -> Iterator[Placed]:
    """Gives the blocks in order; rows under a row of names know their columns, the row of names is a heading."""
    columns: tuple[str, ...] = ()
    inside, year = False, None
    for item in placed:
        if item.block.kind != "row":
            inside, columns = False, ()
            yield item
        elif not inside:
            inside, columns, year = True, _names(item), None
            yield replace(item, is_heading=True) if columns else item
        elif columns:
            first = item.block.text.split("\t", 1)[0]
            year = _year_alone(first) or (year if item.block.text.count("\t") or not first.strip() else None)
            yield _in_columns(item, columns, None if _year_alone(first) else year)
        else:
            yield item


_YEAR_ALONE = re.compile(r"\W*((?:19|20)\d\d)(?:\s?[-–/]\s?\d{2,4})?\W*")


def _year_alone(cell: str) -> int | None:
    """Gives the year a cell holds that holds nothing else."""
    alone = _YEAR_ALONE.fullmatch(cell)
    return int(alone[1]) if alone else None


def _in_columns(item: Placed, columns: tuple[str, ...], above: int | None) -> Placed:
    """A table with a column of awards or winners lists awards, whatever stands above it.

    Args:
        item: The row.
        columns: Their names.
        above: The year in the first cell of a row above, where this one has none: it goes on, and its cell may be missing.
    """
    role, soft = item.role, item.soft
    if not AWARD_COLUMNS.isdisjoint(columns) and not role:
        role = "awards"
    elif not WINNER_COLUMNS.isdisjoint(columns) and (soft or not role):
        role, soft = "awards", False
    missing = len(columns) - 1 - item.block.text.count("\t") if above else 0
    return replace(
        item, columns=columns[missing:] if missing == 1 else columns, role=role, soft=soft, year=above or item.year
    )


def _names(row: Placed) -> tuple[str, ...]:
    """Gives the names of the columns where one of them is for titles or for events, `()` for a row of data."""
    cells = tuple(fold(cell.strip().split("\n")[0]).strip(" *:_#") for cell in row.block.text.rstrip("\t").split("\t"))
    if len(cells) < 2 or any(len(cell) > 30 or len(cell.split()) > 4 for cell in cells):
        return ()
    titles = not _title_columns(cells).isdisjoint(cells)
    return cells if titles or (row.role in EVENT_ROLES and _tells_of_events(cells)) else ()


def _tells_of_events(columns: tuple[str, ...]) -> bool:
    """Tells whether columns are for what happened and for nothing that is a text or an award: `Year`, `Description`, `Who`."""
    return not EVENT_COLUMNS.isdisjoint(columns) and (AWARD_COLUMNS | WON_COLUMNS).isdisjoint(columns)


EVENT_ROLES = frozenset(("news", "about", ""))
"""Sections in which a column `Description` holds what happened; elsewhere it holds what the section is about."""


def _title_columns(columns: tuple[str, ...]) -> frozenset[str]:
    """Gives the names of columns that are for titles.

    `项目名称` is one only beside a column of awards or winners, `Thesis` beside one of people.
    """
    if not TITLE_COLUMNS.isdisjoint(columns):
        return TITLE_COLUMNS
    if not (AWARD_COLUMNS.isdisjoint(columns) and WINNER_COLUMNS.isdisjoint(columns)):
        return WON_COLUMNS
    people = not THESIS_COLUMNS.isdisjoint(columns) and not WHO_COLUMNS.isdisjoint(columns)
    return THESIS_COLUMNS if people else TITLE_COLUMNS


class _Cell(NamedTuple):
    """A cell: the name of its column, and where its words begin and end."""

    name: str
    start: int
    end: int


def _cells(placed: Placed) -> list[_Cell]:
    found, start = [], 0
    for name, cell in zip(placed.columns, placed.block.text.split("\t"), strict=False):
        found.append(_Cell(name, *_trimmed(placed.block.text, start, start + len(cell))))
        start += len(cell) + 1
    return found


def as_columns_say(placed: Placed, found: list[FoundAward], works: list[FoundWork]) -> list[FoundAward]:
    """Gives the awards of a row: what stands below `Award` is one whatever its words, below `Grade` only how good it was.

    Args:
        placed: The row; other blocks are as they were.
        found: The awards found by their words.
        works: The works of the row.
    """
    if AWARD_COLUMNS.isdisjoint(placed.columns):
        if found:
            those = _of_those(placed, found) if _tells_of_events(placed.columns) else found
            return _to_people_beside(placed, those)
        return [] if WINNER_COLUMNS.isdisjoint(placed.columns) else _as_winner_says(placed, works)
    cells, text = _cells(placed), placed.block.text
    graded = [cell for cell in cells if cell.name in GRADE_COLUMNS]
    found = [a for a in found if not any(cell.start <= a.start < cell.end for cell in graded)]
    given = next(
        (cell for cell in cells if cell.name in AWARD_COLUMNS and _may_be_award(text[cell.start : cell.end])), None
    )
    if given and works and not found:
        year = next((year for cell in cells if (year := year_in(text[cell.start : cell.end]))), placed.year)
        found = [FoundAward(placed, given.start, given.end, year=year, work=work, confidence=0.6) for work in works]
    who = next((" ".join(text[c.start : c.end].split()) for c in cells if c.name in PERSON_COLUMNS), "")
    return [_to(award, who) for award in found] if who else _to_people_beside(placed, found)


def _to_people_beside(placed: Placed, found: list[FoundAward]) -> list[FoundAward]:
    """Gives the awards of a row, for no work and to nobody so far, to those whose names fill another cell of it."""
    if placed.block.kind != "row" or not found or any(award.work or award.person for award in found):
        return found
    people = _people_of(placed.block.text, found)
    return [_to(award, who) for award in found for who in people] or found


def _people_of(text: str, found: list[FoundAward]) -> list[str]:
    """Gives the people of the first cell that holds nothing else, and none of the awards."""
    end = -1
    for cell in text.split("\t"):
        start, end = end + 1, end + 1 + len(cell)
        taken = any(start <= award.start < end for award in found)
        if not taken and (people := [cell.strip()] if is_cjk(cell) and _is_han_name(cell.strip()) else people_at(cell)):
            return people
    return []


def _is_han_name(cell: str) -> bool:
    """Tells whether a cell is a Chinese name: `金奖` and `高级` begin like one."""
    return len(cell) <= LONGEST_HAN and has_han_surname(cell) and not _NO_HAN_NAME.search(cell)


LONGEST_HAN = 4
"""Signs of a Chinese name."""
_NO_HAN_NAME = re.compile(r"[奖级等名次度学院部会年月日]")


def _of_those(placed: Placed, found: list[FoundAward]) -> list[FoundAward]:
    """Gives the awards of a row of events, each with the person it happened to."""
    text = placed.block.text
    said = [text[cell.start : cell.end] for cell in _cells(placed) if cell.name in WHO_COLUMNS]
    who = next((words for words in said if is_person(words)), "")
    return [_to(award, who) if not award.person else award for award in found] if who else found


_IN_BRACKETS = re.compile(r"[(\[（](?P<place>[^()\[\]（）]{2,40})[)\]）]\s*\Z")
_PLACE = re.compile(PLACES_WON)
_BARE = frozenset(("prix", "prize", "award", "premio", "preis"))
"""What says no more than the name of the prize that a heading gives."""


def _as_winner_says(placed: Placed, works: list[FoundWork]) -> list[FoundAward]:
    """Gives the award that stands in brackets behind who got it, in a column of grades otherwise: `Ada Holm (accessit)`."""
    text, year = placed.block.text, placed.year or next((work.year for work in works), None)
    for name, start, end in _cells(placed):
        if name in WINNER_COLUMNS:
            place = _IN_BRACKETS.search(text, start, end)
            first, last = place.span("place") if place else (start, start)
            who = " ".join(text[start : place.start() if place else end].split())
        elif name in GRADE_COLUMNS:
            first, last, who = start, end, ""
        else:
            continue
        said = fold(text[first:last].strip())
        if _PLACE.fullmatch(said) and not (said in _BARE and any(award_heading(block.text) for block in placed.over)):
            return [FoundAward(placed, first, last, year=year, work=w, person=who, confidence=0.7) for w in works]
    return []


def _to(award: FoundAward, who: str) -> FoundAward:
    return replace(award, person=who, awarder="" if who in award.awarder else award.awarder)


def _may_be_award(words: str) -> bool:
    """Tells whether a cell says more than `yes`, `2nd` or `—`."""
    return (len(words) >= 3 if is_cjk(words) else len(words.split()) >= 2) and len(words) <= LONGEST_AWARD


LONGEST_AWARD = 90
"""Characters of a cell that is an award. Chosen by hand."""
SHORTEST_TITLE, SHORTEST_CHINESE = 8, 4
"""Characters of a title in a cell. Chosen by hand."""


def read_row(placed: Placed) -> list[FoundWork] | None:
    """Gives the work of a row whose columns are known, None for any other block."""
    titles = _title_columns(placed.columns)
    if titles.isdisjoint(placed.columns):
        return None
    text = placed.block.text
    found: list[FoundWork] = []
    year = None
    for name, start, end in _cells(placed):
        first, last = _marked(placed, start, end)
        shortest = SHORTEST_CHINESE if is_cjk(text[start:end]) else SHORTEST_TITLE
        if name in titles and last - first >= shortest and title_shape(text[first:last]) >= 0.3:
            found.append(FoundWork(placed, first, last, confidence=0.85))
        elif not year and end - start < 20:
            year = year_in(text[start:end])
    return [replace(work, year=year or placed.year) for work in found]


_BEHIND_MARKED = re.compile(r"\s*[(,.;]|\s+by\s")
"""What goes on behind a title that stands in italics or quotes of its own: publisher, authors, year."""


def _marked(placed: Placed, start: int, end: int) -> tuple[int, int]:
    """Narrows a cell to the italics or the link it begins with: `*Holy Wheat* (University Press, 2019)`."""
    text = placed.block.text
    for span in placed.block.spans:
        inside = span.kind in _TITLE_SPANS and span.start == start and start + 4 <= span.end < end
        if inside and text[span.end - 1] in ".!?":
            return start, span.end - (text[span.end - 1] == ".")
        if inside and _BEHIND_MARKED.match(text, span.end, end):
            return start, span.end
    school = _SCHOOL.search(text, start + SHORTEST_TITLE, end)
    return start, school.start() if school else end


_SCHOOL = re.compile(
    r"[.,;]\s+(?:[A-ZÀ-Þ][\w-]* ){0,2}(?:Universi\w+|TU|ETH|EPFL|ENS|INSA|École|Escuela|Hochschule|Institut\w*|College)\b"
)
"""`A Theory of Salt. Universität Tarn`: where a thesis was written stands behind its title."""
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
    if text[start : start + 1] == "《" and text.find("》", start, end) == end - 1:
        return start + 1, end - 1
    return start, end
