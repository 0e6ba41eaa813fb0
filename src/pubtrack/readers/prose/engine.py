"""From blocks to a `Reading`: every block is read by what its section and shape say it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pubtrack.markup.spans import Block, parted
from pubtrack.model import Reading
from pubtrack.readers.prose.award_links import read_awards
from pubtrack.readers.prose.award_lists import (
    appeared_there,
    given_below,
    giver_below,
    heading_award,
    listed_awards,
    page_event,
    titled_awards,
)
from pubtrack.readers.prose.award_names import award_names, is_mostly_award
from pubtrack.readers.prose.data_entries import read_data
from pubtrack.readers.prose.details import Phrase
from pubtrack.readers.prose.entry_lines import entry_lines
from pubtrack.readers.prose.field_entries import entries_told
from pubtrack.readers.prose.found import LEADS_ON, FoundAward, FoundOther, FoundWork, Page
from pubtrack.readers.prose.grouping import grouped
from pubtrack.readers.prose.habits import (
    alike,
    begin_with_titles,
    have_initials_last,
    parts_of_lists,
    together,
    with_title_first,
)
from pubtrack.readers.prose.interviews import answer_to
from pubtrack.readers.prose.items import OTHER_ROLES, Entry, read_entry, read_item
from pubtrack.readers.prose.late_links import link_late, name_in_full
from pubtrack.readers.prose.owner import find_owner
from pubtrack.readers.prose.paper_classes import as_classes_say
from pubtrack.readers.prose.plain_mentions import read_events, read_others, read_posts
from pubtrack.readers.prose.prized import prized_heading
from pubtrack.readers.prose.result import to_reading
from pubtrack.readers.prose.sections import Placed, below_degrees, place_blocks
from pubtrack.readers.prose.sentences import read_sentences
from pubtrack.readers.prose.stanzas import Stanza
from pubtrack.readers.prose.student_theses import theses_of_student
from pubtrack.readers.prose.tables import as_columns_say, read_row, row_kind, with_columns
from pubtrack.readers.prose.told_of import told_of
from pubtrack.readers.prose.unnamed_lists import as_publications, unnamed_publications
from pubtrack.readers.prose.winners import announce
from pubtrack.readers.prose.words import fold, is_cjk

__all__ = ["read_blocks"]


LONGEST_ENTRY = 2500
"""Characters of a block that may be one reference. Chosen by hand."""
LONGEST_BLOCK = 6000
"""Characters of a block that are read in one go. Chosen by hand: no paragraph is as long."""


def read_blocks(text: str, blocks: list[Block], *, owner: str | None = None) -> Reading:
    """Gives what the blocks of a document mention.

    Args:
        text: The source the blocks were cut from; offsets of the result count in it.
        blocks: The blocks in order.
        owner: Name of the person the document belongs to; None looks for it in the document.
    """
    blocks = [entry for block in blocks for part in parted(block, LONGEST_BLOCK) for entry in entry_lines(part)]
    placed = [p for p in below_degrees(place_blocks(blocks)) if p.block.kind != "skip"]
    name = owner or find_owner(placed)
    event, year = page_event(placed)
    page = Page(name, fold(name.split()[-1]) if name and not is_cjk(name) else "", event, year)
    page.title = next((p.block.text for p in placed[:5] if p.block.kind == "meta" and p.block.label == "title"), "")
    placed = list(entries_told(placed))
    page.works, page.others, page.awards = read_data([p for p in placed if p.block.kind == "meta"])
    stanza = Stanza()
    for lists in together(parts_of_lists(grouped(list(with_columns(list(as_classes_say(placed))))))):
        for item, entry in _entries(lists, page):
            stanza.enter(item)
            _read(item, entry, page, stanza)
    page.awards = [award for award in page.awards if award.work is not None or award.confidence > LEADS_ON]
    page.awards += titled_awards(placed, page)
    page.awards = given_below(page)
    link_late(page)
    appeared_there(page)
    name_in_full(page)
    return to_reading(text, page)


def _entries(lists: list[list[Placed]], page: Page) -> Iterator[tuple[Placed, Entry | None]]:
    """Gives every block with the reference it may be, read as the others of its list, and as those of the page."""
    for part in lists:
        answer_to(part)
    found = [_read_list(part, page) for part in lists]
    for index in unnamed_publications(lists, found):
        lists[index] = as_publications(lists[index])
        found[index] = _read_list(lists[index], page)
    found = alike(found)
    titles_first = begin_with_titles([entry for entries in found for entry in entries])
    for part, entries in zip(lists, found, strict=True):
        for item, entry in zip(part, entries, strict=True):
            yield item, with_title_first(entry) if titles_first else entry


def _read_list(part: list[Placed], page: Page) -> list[Entry | None]:
    """Gives the references that blocks which stand together may be."""
    last = have_initials_last(part)
    return [_entry(item, page, last) for item in part]


def _read(placed: Placed, entry: Entry | None, page: Page, stanza: Stanza) -> None:
    if placed.is_heading and (work := prized_heading(placed)) and (award := heading_award(work.placed, work, page)):
        page.works.append(work)
        page.awards.append(award)
    if placed.is_heading or placed.block.kind == "meta":
        page.above = []
        return
    works, others = _titles(placed, entry)
    if body := giver_below(placed, page):
        works = [work for work in works if not work.start < body[1]]
    others = [other for other in others if not _is_award(other)]
    taken = [Phrase(w.start, w.end, "") for w in works] + [Phrase(o.start, o.end, "") for o in others]
    page.works += works
    if works:
        page.last_entry = placed
    page.others += sorted(others + read_others(placed, taken), key=lambda o: o.start)
    page.posts += read_posts(placed)
    page.events += read_events(placed, taken)
    found = _awards(placed, works, others, page, heading=not (works and stanza.waiting))
    page.awards += found
    page.above.append(placed)
    announce(placed, found, page)
    stanza.link(placed, works, found, page)
    if not works and len(placed.block.text) > 250:
        page.last_entry = None


def _entry(placed: Placed, page: Page, initials_last: bool) -> Entry | None:
    """Gives the reference a block may be; a heading, a row of known columns and a long text are none."""
    plain = not placed.is_heading and placed.block.kind != "meta" and len(placed.block.text) < LONGEST_ENTRY
    if placed.block.text.strip() in page.title:
        return None  # the name of the site, once more at the head of the page
    if not plain or (placed.columns and placed.role not in OTHER_ROLES):
        return None
    return read_entry(placed, page.family, initials_last=initials_last)


def _titles(placed: Placed, entry: Entry | None) -> tuple[list[FoundWork], list[FoundOther]]:
    """A reference where the block is one, else the titles its sentences name."""
    row = read_row(placed)
    if row is not None and placed.role not in OTHER_ROLES:
        kind = row_kind(placed)
        return ([], [FoundOther(placed, w.start, w.end, kind, 0.6) for w in row]) if kind else (row, [])
    if theses := theses_of_student(placed):
        return theses, []
    if entry is not None:
        works, other = read_item(entry)
        if works:
            return works, []
        if other:
            return [], [other]
    return read_sentences(placed)


_LAST_BRACKET = re.compile(r"\([^()]{4,80}\)\W*\Z")


def _is_award(other: FoundOther) -> bool:
    """Tells whether what stands in a list of projects or the like is the name of an award and nothing else."""
    return other.placed.may_hold_award and is_mostly_award(
        other.placed.block.text[other.start : other.end], listed=True
    )


def _award_behind(other: FoundOther) -> int:
    """Gives where a talk or the like ends: in front of the award it got, that stands in brackets behind it."""
    words = other.placed.block.text[other.start : other.end]
    last = _LAST_BRACKET.search(words) if other.placed.may_hold_award else None
    return other.start + last.start() if last and award_names(last[0], listed=True) else other.end


def _once(found: list[FoundAward]) -> list[FoundAward]:
    """An award that a block names twice, once with its work, is said once."""
    linked = {_words(award) for award in found if award.work is not None}
    found = _merged([award for award in found if award.work is not None or _words(award) not in linked])
    return [award for award in found if not (award is found[-1] and _is_said_again(found[0], award))]


def _merged(found: list[FoundAward]) -> list[FoundAward]:
    """Gives once what the entry of a list of awards says twice, as a title and in words, unless in another year."""
    if len(found) < 2 or found[0].placed.role != "awards":
        return found
    once: list[FoundAward] = []
    for award in found:
        at = next((i for i, kept in enumerate(once) if award.work is None and _is_same(kept, award)), None)
        if at is None:
            once.append(award)
        else:
            once[at] = replace(once[at], year=once[at].year or award.year, awarder=once[at].awarder or award.awarder)
    return once


def _is_same(kept: FoundAward, award: FoundAward) -> bool:
    years = kept.year is None or award.year is None or kept.year == award.year
    return years and kept.work is None and kept.person == award.person and _words(kept) == _words(award)


def _is_said_again(first: FoundAward, award: FoundAward) -> bool:
    """`Best reviewer award (2023): Best reviewer at the Conference`: a colon or a bracket explains it."""
    between = award.placed.block.text[first.end : award.start]
    if between.endswith("(") and _words(award).startswith("best ") and award.placed.block.text[award.start] == "b":
        return True  # "Departmental Prize for Coursework (best student essay)"
    return between.rstrip().endswith(":") and _words(first).startswith(f"{_words(award)} ")


def _words(award: FoundAward) -> str:
    return fold(award.placed.block.text[award.start : award.end])


def _of_entry_before(placed: Placed, found: list[FoundAward], works: list[FoundWork], page: Page) -> list[FoundAward]:
    """In a list of publications an award that stands alone belongs to the entry above it."""
    above = page.works[-1] if page.works and not works else None
    if above is None or placed.role != "publications" or page.last_entry is not above.placed:
        return found
    alike = placed.block.kind == above.placed.block.kind
    if alike and placed.block.kind in ("item", "row") and placed.block.level <= above.placed.block.level:
        return found
    return [
        replace(award, work=above) if award.work is None and award.kind != "fellowship" else award for award in found
    ]


def _awards(
    placed: Placed, works: list[FoundWork], others: list[FoundOther], page: Page, *, heading: bool
) -> list[FoundAward]:
    """What the block says, else what the heading over a work says, else the entry itself in a section of awards."""
    closed = [(o.start, _award_behind(o)) for o in others]
    told = told_of(placed, page.above) if placed.may_hold_award else ""
    listed = placed.role in ("awards", "publications")
    found = read_awards(placed, works, page.owner, told=told, listed=listed, closed=closed)
    found = as_columns_say(placed, found, works)
    if found:
        return _once(_of_entry_before(placed, found, works, page))
    if placed.role != "awards" or not heading:
        return []
    if works:
        named = [heading_award(placed, work, page) for work in works if not work.text[:1].islower()]
        return [award for award in named if award]
    return listed_awards(placed, page)
