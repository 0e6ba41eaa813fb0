"""Findings in blocks as mentions with places in the source."""

from __future__ import annotations

import re
from dataclasses import replace

from pubtrack.model import AppointmentMention, AwardMention, EventMention, OtherMention, Reading, WorkMention
from pubtrack.readers.prose.found import FoundAward, FoundEvent, FoundOther, FoundPost, FoundWork, Page
from pubtrack.readers.prose.sections import Placed

__all__ = ["to_reading"]

EXCERPT = 280
"""Characters of context a mention carries. Chosen by hand: about three lines of a terminal."""


def to_reading(text: str, page: Page) -> Reading:
    """Gives the reading: mentions sorted by place, repeats of a title marked by lower confidence and left in.

    A lone surrogate (a byte that was no UTF-8) can stand in no mention: words around one are given with `?` for it, a
    title or name that holds one is left out, since it could not be written as it stands.
    """
    if not text.isascii() and _SURROGATE.search(text):
        _drop_unwritable(text, page)
    return Reading(
        text=text,
        format="text",
        works=tuple(_work(text, w) for w in page.works),
        awards=tuple(_award(text, a) for a in page.awards),
        appointments=tuple(_post(p) for p in page.posts),
        events=tuple(_event(e) for e in page.events),
        others=tuple(_other(text, o) for o in page.others),
    )


_SURROGATE = re.compile(r"[\ud800-\udfff]")


def _drop_unwritable(text: str, page: Page) -> None:
    def sound(found: FoundWork | FoundOther) -> bool:
        start, end = found.placed.block.source(found.start, found.end)
        return not _SURROGATE.search(text, start, end)

    page.works = [work for work in page.works if sound(work)]
    page.others = [other for other in page.others if sound(other)]
    page.awards = [replace(a, work=a.work if a.work and sound(a.work) else None) for a in page.awards]


def _said(words: str) -> str:
    """Gives words that can be written, white space made single."""
    if words.isprintable() and "  " not in words:
        return words.strip(" ")  # no white space but single ones, no surrogate
    plain = " ".join(words.split())
    return plain if plain.isascii() else plain.encode("utf-8", "replace").decode()


_CLOSING = re.compile(r"</(su[bp]|i|b|em|strong|span)>", re.IGNORECASE)


def _closed(text: str, start: int, end: int) -> int:
    """Gives the end with the tags that close what was opened inside: `CO<sub>2</sub>`."""
    while text.startswith("</", end) and (match := _CLOSING.match(text, end)):
        inside = text[start:end].lower()
        name = match[1].lower()
        if inside.count(f"<{name}") <= inside.count(f"</{name}"):
            break
        end = match.end()
    return end


def _work(text: str, work: FoundWork) -> WorkMention:
    start, end = work.placed.block.source(work.start, work.end)
    end = _closed(text, start, end)
    return WorkMention(
        start=start,
        end=end,
        excerpt=_excerpt(work.placed, work.start, work.end),
        confidence=round(work.confidence, 2),
        title=text[start:end],
        title_plain=_said(work.text),
        authors=tuple(_said(name) for name in work.authors),
        year=work.year,
        venue=_said(work.venue) or None,
        identifiers=work.identifiers,
        kind=work.kind or "work",
    )


def _award(text: str, award: FoundAward) -> AwardMention:
    start, end = award.placed.block.source(award.start, award.end)
    work_title = None
    if award.work is not None:
        first, last = award.work.placed.block.source(award.work.start, award.work.end)
        work_title = text[first : _closed(text, first, last)]
    return AwardMention(
        start=start,
        end=end,
        excerpt=_excerpt(award.placed, award.start, award.end),
        confidence=round(award.confidence, 2),
        name=_said(award.placed.block.text[award.start : award.end]),
        kind=award.kind,
        awarder=_said(award.awarder) or None,
        event=_said(award.event) or None,
        year=award.year,
        work_title=work_title,
        person=_said(award.person) or None,
    )


def _other(text: str, other: FoundOther) -> OtherMention:
    start, end = other.placed.block.source(other.start, other.end)
    return OtherMention(
        start=start,
        end=end,
        excerpt=_excerpt(other.placed, other.start, other.end),
        confidence=round(other.confidence, 2),
        text=text[start:end],
        kind=other.kind,
    )


def _post(post: FoundPost) -> AppointmentMention:
    start, end = post.placed.block.source(post.start, post.end)
    return AppointmentMention(
        start=start,
        end=end,
        excerpt=_excerpt(post.placed, post.start, post.end),
        confidence=0.6,
        role=_said(post.placed.block.text[post.start : post.end]),
        organization=_said(post.organization) or None,
        start_year=post.start_year,
        end_year=post.end_year,
    )


def _event(event: FoundEvent) -> EventMention:
    start, end = event.placed.block.source(event.start, event.end)
    return EventMention(
        start=start,
        end=end,
        excerpt=_excerpt(event.placed, event.start, event.end),
        confidence=0.6,
        name=_said(event.placed.block.text[event.start : event.end]),
        year=event.year,
    )


def _excerpt(placed: Placed, start: int, end: int) -> str | None:
    """Gives the words around a stretch, cut at white space."""
    text = placed.block.text
    room = max(0, EXCERPT - (end - start)) // 2
    first, last = max(0, start - room), min(len(text), end + room)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    return _said(text[first:last]) or None
