"""Awards of a block: their names, and which work, gathering, giver, person and year belong to each."""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.award_givers import (
    body_behind,
    giver_before_verb,
    giver_further,
    meeting_beside,
    names_giver,
)
from pubtrack.readers.prose.award_names import AwardName
from pubtrack.readers.prose.award_pairs import pairs_of
from pubtrack.readers.prose.award_pointers import is_for, is_shared, of_award
from pubtrack.readers.prose.award_receivers import chinese_receiver, past_person, receivers
from pubtrack.readers.prose.award_sentence import Sentence
from pubtrack.readers.prose.award_stretches import names_between
from pubtrack.readers.prose.chinese_givers import chinese_giver, chinese_meeting, honours_a_project
from pubtrack.readers.prose.details import (
    Phrase,
    events_in,
    giver_beside,
    giver_in_front,
    givers_in,
    people_in,
)
from pubtrack.readers.prose.found import LEADS_ON, FoundAward, FoundWork
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.sentence_borders import sentences
from pubtrack.readers.prose.words import fold, year_in

__all__ = ["read_awards"]


def read_awards(
    placed: Placed,
    works: list[FoundWork],
    owner: str,
    *,
    told: str = "",
    listed: bool = False,
    closed: Sequence[tuple[int, int]] = (),
) -> list[FoundAward]:
    """Gives the awards of one block, one for each award and work (or person).

    Args:
        placed: The block.
        works: The works found in it.
        owner: Name of the person the page belongs to, `""` where unknown.
        told: Name of the person the block is about, `""` where it does not say.
        listed: True in a section of awards and in a publication list, where an award needs no verb.
        closed: Stretches (titles of talks and the like) that hold no award.
    """
    text = placed.block.text
    if not placed.may_hold_award:
        return []
    closed = [(w.start, w.end) for w in works] + list(closed)
    closed += [(s.start, s.end) for s in placed.block.spans if s.kind == "span" and "abstract" in s.href.lower()]
    found: list[FoundAward] = []
    before: list[FoundWork] = []
    for start, end in sentences(text, closed):
        inside = [w for w in works if start <= w.start < end]
        names = names_between(placed.block, start, end, closed, listed)
        names = [name._replace(start=past_person(text, name.start, name.end)) for name in names]
        if names:
            sentence = _sentence(placed, start, end, names, inside, owner)
            sentence.told = told
            found += _linked(sentence, before, listed)
        elif inside and found and (said := of_award(placed.said.folded[start:end], inside[0].start - start)):
            found = _with_work(found, inside, start + said.start(), shared=is_shared(placed.said.folded[start:end]))
        before = inside or before
    if len(works) == 1 and placed.role == "awards" and len(text) < 700 and not any(a.work for a in found):
        found = [replace(a, work=works[0]) if a.work is None and a.kind == "prize" else a for a in found]
    if len(works) == 1 and _is_entry(placed):
        found = [replace(a, work=works[0]) if _opens_entry(a, works[0]) else a for a in found]
    return _without_plans(found)


def _is_entry(placed: Placed) -> bool:
    """Tells whether a block is an entry of a list of publications."""
    return (
        placed.role == "publications"
        and placed.block.kind in ("item", "row")
        and len(placed.block.text) < LONGEST_ENTRY
    )


def _opens_entry(award: FoundAward, work: FoundWork) -> bool:
    """`[Best Paper Award] A. Holm and B. Lund. Salt and Silver`: what stands in front of a whole entry is about its work."""
    return award.work is None and award.kind != "fellowship" and award.end <= work.start and award.start <= FIRST


FIRST = 6
"""Characters in front of an award with which an entry begins: brackets, a number, an emoji."""


def _without_plans(found: list[FoundAward]) -> list[FoundAward]:
    """A fellowship or scholarship is given for what is still to be done: a title beside it is a plan, no work it honours.

    Source: 153 fellowships of labelled real pages, none of which has a work.
    """
    told = [replace(a, work=None) if a.work is not None and _is_of_plans(a) else a for a in found]
    return list({(a.start, a.person, id(a.work)): a for a in reversed(told)}.values())[::-1]


def _is_of_plans(award: FoundAward) -> bool:
    """Tells whether an award pays for time to come; `Legal Scholarship Award` honours what scholars wrote."""
    if honours_a_project(award.placed.block.text[award.start : award.end]):
        return True
    return award.kind == "fellowship" and not _SCHOLARS_WROTE.search(award.placed.said.folded, award.start, award.end)


_SCHOLARS_WROTE = re.compile(r"scholarship (?:award|prize|medal)s?\Z")


def _with_work(found: list[FoundAward], works: list[FoundWork], at: int, *, shared: bool) -> list[FoundAward]:
    """`She won the X Prize. ... received the award for her paper “A”`: the work of a later sentence."""
    last = found[-1]
    if last.kind != "prize":
        return found
    work = next((w for w in works if w.start > at), works[-1])
    if last.work is not None:
        return [*found, replace(last, work=work, person="")] if shared else found
    return [replace(a, work=work) if a.start == last.start and a.work is None else a for a in found]


def _sentence(
    placed: Placed, start: int, end: int, names: list[AwardName], works: list[FoundWork], owner: str
) -> Sentence:
    text = placed.block.text[start:end]
    taken = [(n.start, n.end) for n in names] + [(w.start, w.end) for w in works]
    events = _outside(_moved(events_in(text), start), taken)
    givers = _outside(_moved(givers_in(text), start), taken)
    if placed.role in ("awards", "publications", "education"):
        beside = _outside([p for n in names if (p := _giver_of(placed.block, n, start, end))], taken)
        givers = _outside(givers, [(p.start, p.end) for p in beside]) + beside
    return Sentence(placed, start, end, names, works, events, givers, _moved(people_in(text), start), owner)


def _giver_of(block: Block, name: AwardName, start: int, end: int) -> Phrase | None:
    """Gives the body named right behind an award, or in the part or cell in front of it."""
    beside = giver_beside(block.text, name.end, _line_end(block, name.end, end))
    return beside or giver_in_front(block.text, start, name.start)


def _line_end(block: Block, at: int, end: int) -> int:
    """Gives where the line of the source ends in which a name stands."""
    return min([place for place in block.soft if at <= place < end], default=end)


def _moved(phrases: list[Phrase], by: int) -> list[Phrase]:
    return [Phrase(p.start + by, p.end + by, p.text) for p in phrases]


def _outside(phrases: list[Phrase], taken: list[tuple[int, int]]) -> list[Phrase]:
    return [p for p in phrases if not any(p.start < b and a < p.end for a, b in taken)]


def _linked(sentence: Sentence, before: list[FoundWork], listed: bool) -> list[FoundAward]:
    pairs = pairs_of(sentence)
    found = []
    for name, work in pairs:
        award = _described(sentence, name, work)
        if award is None:
            continue
        if (
            work is None
            and before
            and (_in_entry(sentence) or sentence.back or is_for(sentence.words_of(name), before[-1]))
        ):
            award = replace(award, work=before[-1])
        found += _per_person(sentence, award)
    return _each_to_one(found, sentence)


def _in_entry(sentence: Sentence) -> bool:
    """Tells whether a sentence belongs to an entry of a list of publications, all of which is about its work."""
    block = sentence.placed.block
    if sentence.placed.role != "publications":
        return False
    if block.kind == "para":
        return len(block.text) < LONGEST_PARAGRAPH and not sentence.third_person
    return len(block.text) < LONGEST_ENTRY


LONGEST_PARAGRAPH, LONGEST_ENTRY = 700, 4000
"""Characters of a paragraph that may be an entry of a list, and of an item or row, which may hold its abstract."""


def _each_to_one(found: list[FoundAward], sentence: Sentence) -> list[FoundAward]:
    """`Ada and Bo won A and B`: as many people as awards got one each, in their order."""
    names, people = sentence.names, [person.text for person in sentence.people]
    if len(names) < 2 or len(names) != len(people) or any(award.work for award in found):
        return found
    turns = dict(zip((name.start for name in names), people, strict=True))
    return [award for award in found if award.person == turns.get(award.start, award.person)]


def _described(sentence: Sentence, name: AwardName, work: FoundWork | None) -> FoundAward | None:
    start, end = _window(sentence, name, work)
    event = _best(sentence.events, name, work, start, end)
    giver = _best(sentence.givers, name, work, start, end)
    if work is None:
        giver, event = _giver_around(sentence, name, giver), _meeting_around(sentence, name) or event
    text = sentence.placed.block.text
    year = year_in(event.text) if event else None
    year = (
        year
        or year_in(text[name.end : name.end + 40].split("\n")[0])
        or year_in(text[max(sentence.start, name.start - 25) : name.start], last=True)
    )
    year = year or _only_year(sentence, work) or sentence.placed.year
    told_of = work is None and not sentence.people and not sentence.chinese
    if told_of and _DESCRIBED.match(text, name.end, sentence.end):
        return None
    confidence = 0.85 if work or sentence.given else 0.6
    generic = work is None and not sentence.given and not sentence.people
    if (
        generic
        and (name.plural or _among_posts(sentence.placed))
        and sentence.end - sentence.start > name.end - name.start + 12
        and not sentence.chinese
    ):
        if not sentence.text.rstrip().endswith((":", "：")):
            return None
        confidence = LEADS_ON  # "Best papers, 500 euros each:" names an award where its list holds who or what got it
    return FoundAward(
        sentence.placed,
        name.start,
        name.end,
        name.kind,
        giver.text if giver else "",
        event.text if event else "",
        year,
        work,
        "",
        confidence,
    )


_GIVEN_NOW = "awarded|given|presented|offered|bestowed|conferred|intended|open|made|announced|supported|selected"
_FOUNDED = "established|instituted|founded|created|endowed|initiated|inaugurated"
_TO_ONE = r"(?! to (?!an?\b|the\b|one\b|those\b|students\b))"
_DESCRIBED = re.compile(
    rf"[^.;\n]{{0,60}}?\s(?:(?:is|are|will be|may be|can be) (?:\w+ly )?(?:{_GIVEN_NOW})\b{_TO_ONE}|(?:was|were) (?:{_FOUNDED})\b"
    r"|(?:recogni[sz]es|consists of|carries) |honou?rs (?:an?|the|those|individuals|outstanding)\b|(?:is|are) (?:an?|the|one of|named)\b|es (?:otorgado|concedido)"
    r"|(?:wird|werden) (?:\w+ ){0,4}?(?:verliehen|vergeben)|est (?:décernée?|attribuée?|remise?)(?! (?:à|au|aux)(?:\s*:| [A-ZÀ-Þ]))|se (?:otorga|concede|entrega)(?! al?(?:\s*:| [A-ZÀ-Þ])))"
)
"""`The Moray Prize is awarded every two years`: what the prize is, and nobody who got it."""
_HONOURS = re.compile(
    r"hono(?:u)?rs|awards|prizes|preise|ehrungen|premios|distinciones|prix\b|distinctions|recompenses"
)
"""`Positions, Scientific Appointments, and Honors`: a heading over awards as well."""


def _among_posts(placed: Placed) -> bool:
    """Tells whether a section lists posts or degrees, and its heading no honours."""
    posts = placed.role in ("appointments", "education", "about", "grants")
    return posts and not _HONOURS.search(fold(placed.heading))


def _giver_around(sentence: Sentence, name: AwardName, giver: Phrase | None) -> Phrase | None:
    """Gives the body named further behind an award, or in front of the verb, where the one found so far is no body."""
    text, stop = sentence.placed.block.text, _stop_behind(sentence, name)
    if giver is not None and names_giver(giver.text):
        return giver if " " in giver.text else body_behind(text, giver.start, sentence.end) or giver
    if sentence.chinese:
        return chinese_giver(text, _begin(sentence, name.start), (name.start, name.end), stop) or giver
    gives = giver_before_verb(text, _begin(sentence, name.start), name.start)
    found = gives[0] if gives else giver_further(text, name.end, stop)
    if found is None and sentence.placed.role == "awards" and sentence.placed.block.kind in ("item", "row"):
        found = body_behind(text, name.end, stop)
    return found or giver


def _stop_behind(sentence: Sentence, name: AwardName) -> int:
    """Gives where the words end that may say more of an award: at the next one, or with its line."""
    block = sentence.placed.block
    line = _line_end(block, name.end, min(len(block.text), name.end + REACH))
    following = sentence.next_award(name.end)
    return min(line, following) if following < sentence.end else line


REACH = 300
"""Characters behind an award, and in front of it, in which is looked for who gave it and who got it."""


def _begin(sentence: Sentence, at: int) -> int:
    """Gives where the words begin that may say more of an award in front of it: a sentence of awards may be long."""
    return max(sentence.start, at - REACH)


def _meeting_around(sentence: Sentence, name: AwardName) -> Phrase | None:
    text = sentence.placed.block.text
    if sentence.chinese and (meeting := chinese_meeting(text, _begin(sentence, name.start), name.start)):
        return meeting
    return meeting_beside(text, name.end, _stop_behind(sentence, name))


def _window(sentence: Sentence, name: AwardName, work: FoundWork | None) -> tuple[int, int]:
    """Gives the part of the sentence that speaks about this pair: from the work before to behind its own work."""
    if work is None:
        return sentence.start, sentence.end
    others = [w for w in sentence.works if w is not work]
    start = max((w.end for w in others if w.end <= work.start), default=sentence.start)
    end = min((w.start for w in others if w.start >= work.end), default=sentence.end)
    if work.start > name.end and any(w.start >= work.end for w in others):
        end = work.end  # "at A for X and at B for Y": what follows X belongs to Y
    return start, end


def _best(phrases: list[Phrase], name: AwardName, work: FoundWork | None, start: int, end: int) -> Phrase | None:
    inside = [p for p in phrases if start <= p.start < end]
    if not inside:
        return None
    anchor = name.end if start <= name.start < end or work is None else work.start
    return min(inside, key=lambda p: (abs(p.start - anchor), p.start))


def _only_year(sentence: Sentence, work: FoundWork | None) -> int | None:
    if len(sentence.years) == 1:
        return next(iter(sentence.years))
    return work.year if work and not sentence.years else None


def _per_person(sentence: Sentence, award: FoundAward) -> list[FoundAward]:
    """One item for each named person where no work is meant; first person means the owner."""
    if award.work is None and sentence.chinese and not sentence.first_person:
        text = sentence.placed.block.text
        who = chinese_receiver(text, _begin(sentence, award.start), award.start) or sentence.told
        if who:
            return [replace(award, person=who)]
    if award.work is not None or sentence.chinese:
        mine = sentence.first_person or (award.work is None and sentence.placed.role == "awards")
        return [replace(award, person=sentence.owner) if mine else award]
    people = [p for p in sentence.people if not (award.start <= p.start < award.end)]
    if people and len(people) <= 6:
        return [replace(award, person=p.text) for p in people]
    if got := _receivers(sentence, award):
        return [replace(award, person=who) for who in got[:6]]
    speaks = sentence.first_person and not sentence.third_person
    return [replace(award, person=sentence.owner if speaks else sentence.told or sentence.owner)]


def _receivers(sentence: Sentence, award: FoundAward) -> list[str]:
    text, begin = sentence.placed.block.text, _begin(sentence, award.start)
    gives = giver_before_verb(text, begin, award.start)
    return receivers(
        text,
        begin,
        (award.start, award.end),
        sentence.next_award(award.end),
        gives=gives[1] if gives else None,
        alone=not (sentence.owner or sentence.told),
    )
