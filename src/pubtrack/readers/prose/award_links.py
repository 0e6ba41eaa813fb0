"""Awards of a block: their names, and which work, gathering, giver, person and year belong to each."""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.award_names import AwardName
from pubtrack.readers.prose.award_pointers import BACK, FIRST_PERSON, THIRD_PERSON, is_for, is_shared, of_award
from pubtrack.readers.prose.award_stretches import names_between
from pubtrack.readers.prose.details import (
    Phrase,
    events_in,
    giver_beside,
    giver_in_front,
    givers_in,
    people_in,
    sentences,
    subject_of,
)
from pubtrack.readers.prose.found import LEADS_ON, FoundAward, FoundWork
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.words import at_beginning, fold, is_cjk, year_in, years_in
from pubtrack.vocab.award_words import GIVING_VERBS

__all__ = ["read_awards"]

_VERBS = sorted({v for k, vs in GIVING_VERBS.items() if k != "zh" for v in vs}, key=len, reverse=True)
_GIVEN = re.compile(rf"(?:{at_beginning(_VERBS)})\b")


@dataclass(slots=True)
class _Sentence:
    """One sentence and everything in it, in places of the block."""

    placed: Placed
    start: int
    end: int
    names: list[AwardName]
    works: list[FoundWork]
    events: list[Phrase]
    givers: list[Phrase]
    people: list[Phrase]
    owner: str
    given: bool = False
    """A verb says that something was given."""
    first_person: bool = False
    third_person: bool = False
    """It speaks of somebody named before: `She received ...`."""
    back: bool = False
    """Words point back to a work named before."""
    years: frozenset[int] = frozenset()
    """The years outside the titles."""
    chinese: bool = False

    @property
    def text(self) -> str:
        return self.placed.block.text[self.start : self.end]

    def words_of(self, name: AwardName) -> str:
        """Gives the name as it stands."""
        return self.placed.block.text[name.start : name.end]

    def __post_init__(self) -> None:
        """Asks once what every award of the sentence needs to know."""
        text = self.text
        folded = self.placed.said.folded[self.start : self.end]
        self.chinese = is_cjk(text)
        self.given = _GIVEN.search(folded) is not None
        self.first_person = FIRST_PERSON.search(folded) is not None
        self.third_person = THIRD_PERSON.search(folded) is not None
        self.back = BACK.search(folded) is not None
        for work in self.works:
            text = text.replace(self.placed.block.text[work.start : work.end], " ")
        self.years = frozenset(years_in(text))


def read_awards(
    placed: Placed,
    works: list[FoundWork],
    owner: str,
    *,
    listed: bool = False,
    closed: Sequence[tuple[int, int]] = (),
) -> list[FoundAward]:
    """Gives the awards of one block, one for each award and work (or person).

    Args:
        placed: The block.
        works: The works found in it.
        owner: Name of the person the page belongs to, `""` where unknown.
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
        if names:
            sentence = _sentence(placed, start, end, names, inside, owner)
            found += _linked(sentence, before, listed)
        elif inside and found and (said := of_award(placed.said.folded[start:end], inside[0].start - start)):
            found = _with_work(found, inside, start + said.start(), shared=is_shared(placed.said.folded[start:end]))
        before = inside or before
    if len(works) == 1 and placed.role == "awards" and len(text) < 700 and not any(a.work for a in found):
        found = [replace(a, work=works[0]) if a.work is None and a.kind == "prize" else a for a in found]
    return found


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
) -> _Sentence:
    text = placed.block.text[start:end]
    taken = [(n.start, n.end) for n in names] + [(w.start, w.end) for w in works]
    events = _outside(_moved(events_in(text), start), taken)
    givers = _outside(_moved(givers_in(text), start), taken)
    if placed.role in ("awards", "publications", "education"):
        beside = _outside([p for n in names if (p := _giver_of(placed.block, n, start, end))], taken)
        givers = _outside(givers, [(p.start, p.end) for p in beside]) + beside
    return _Sentence(placed, start, end, names, works, events, givers, _moved(people_in(text), start), owner)


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


def _linked(sentence: _Sentence, before: list[FoundWork], listed: bool) -> list[FoundAward]:
    pairs = _pairs(sentence)
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


def _in_entry(sentence: _Sentence) -> bool:
    """Tells whether a sentence belongs to an entry of a list of publications, all of which is about its work."""
    block = sentence.placed.block
    if sentence.placed.role != "publications":
        return False
    if block.kind == "para":
        return len(block.text) < LONGEST_PARAGRAPH and not sentence.third_person
    return len(block.text) < LONGEST_ENTRY


LONGEST_PARAGRAPH, LONGEST_ENTRY = 700, 4000
"""Characters of a paragraph that may be an entry of a list, and of an item or row, which may hold its abstract."""


def _each_to_one(found: list[FoundAward], sentence: _Sentence) -> list[FoundAward]:
    """`Ada and Bo won A and B`: as many people as awards got one each, in their order."""
    names, people = sentence.names, [person.text for person in sentence.people]
    if len(names) < 2 or len(names) != len(people) or any(award.work for award in found):
        return found
    turns = dict(zip((name.start for name in names), people, strict=True))
    return [award for award in found if award.person == turns.get(award.start, award.person)]


def _pairs(sentence: _Sentence) -> list[tuple[AwardName, FoundWork | None]]:
    """Gives which award goes with which work: by turns where there are several of both, else each with all."""
    names, works = sentence.names, sentence.works
    if not works or _is_paid(names[0], works[-1], sentence):
        return [(name, None) for name in names]
    if len(names) == 1:
        return (
            [(names[0], work) for work in works]
            if names[0].plural or len(works) == 1
            else [(names[0], _nearest(names[0], works, sentence))]
        )
    if len(works) == 1:
        return [(name, works[0] if meant else None) for name, meant in _meant(names, works[0], sentence)]
    return _by_turns(names, works)


def _is_paid(name: AwardName, work: FoundWork, sentence: _Sentence) -> bool:
    """Tells whether awards behind a work only paid for it: they went to who wrote it."""
    between = fold(sentence.placed.block.text[work.end : name.start])
    return name.start >= work.end and _PAID.search(between) is not None


_PAID = re.compile(
    r"\b(?:with (?:the )?(?:generous |financial |kind )?(?:help|support|aid|assistance|funding) (?:of|from|by)|(?:supported|funded|financed|sponsored|made possible) (?:in part )?(?:by|with|through)"
    r"|thanks to|(?:gefordert|finanziert|unterstutzt) (?:durch|von|mit)|mit (?:hilfe|unterstutzung|forderung)|(?:financiad|apoyad|becad)[oa] (?:por|con)|con (?:la )?(?:ayuda|apoyo) de|(?:finance|soutenu)e? (?:par|grace a)|grace a|avec (?:l'aide|le soutien) d[eu'])(?:[^.;:]|(?<=\b[a-z])\.){0,60}\Z"
)
"""`a dissertation titled “X” with the help of a Tarn Fellowship`."""
_YEAR_BEHIND = re.compile(r"[^;]{0,80}?\b(?:in|en|im) ((?:19|20)\d\d)\b")
_LISTED = re.compile(r"\s?\((?:19|20)\d\d\)[,;] ")
"""`Rome Prize (2020), SMT Award for “A”`: entries of a list in one line, each with its year."""
_ANOTHER = re.compile(
    r"\b(?:and|und|y|et|while)\b[^.;]{0,40}\b(?:paper|article|book|monograph|thesis|dissertation|chapter|study|artikel|aufsatz|buch|articulo|libro|tesis|livre|ouvrage|these)\W*\Z"
)
"""`She received A in 2019 and her paper “X” was named B`: A is not for the paper."""
_PURPOSE = re.compile(r"\b(?:for|für|pour|por|per)\W+(?:[\w’'-]+\W+){0,6}\Z")


def _meant(names: list[AwardName], work: FoundWork, sentence: _Sentence) -> list[tuple[AwardName, bool]]:
    """`the Medal in 1996 and the Faraday Prize in 2005 for *Tides*`: awards of other years are not for that work."""
    text, last = sentence.placed.block.text, names[-1]
    if last.end <= work.start and all(_LISTED.fullmatch(text, n.end, m.start) for n, m in itertools.pairwise(names)):
        return [(name, name is last) for name in names]
    if names[0].end <= work.start and last.start >= work.end:
        mine = [n for n in names if n.end <= work.start]
        if _ANOTHER.search(fold(text[mine[-1].end : work.start])):
            return [(name, name not in mine) for name in names]
    stops = [n.start for n in names[1:]] + [work.start]
    years = [_YEAR_BEHIND.match(text, n.end, stop) for n, stop in zip(names, stops, strict=True)]
    if last.end > work.start or not all(years) or not _PURPOSE.search(text, last.end, work.start):
        return [(name, True) for name in names]
    said = [year[1] for year in years if year]
    return [(name, year == said[-1]) for name, year in zip(names, said, strict=True)]


def _nearest(name: AwardName, works: list[FoundWork], sentence: _Sentence) -> FoundWork:
    after = [w for w in works if w.start >= name.end]
    before = [w for w in works if w.end <= name.start]
    text = sentence.placed.block.text
    if before and _WHICH.search(text, before[-1].end, name.start):
        return before[-1]
    if before and (not after or not re.search(r"\b(?:for|für|por|pour|with|mit)\b", text[name.end : after[0].start])):
        return before[-1]
    return after[0] if after else works[0]


_WHICH = re.compile(r",? (?:which|that|qui|que|das|die|der|welche[rs]?) (?:\w+ ){0,3}\Z")
"""`*Hemp* (Cambridge, 2022), which won the Harbour Prize`: it is for the work in front."""


def _by_turns(names: list[AwardName], works: list[FoundWork]) -> list[tuple[AwardName, FoundWork | None]]:
    pairs: list[tuple[AwardName, FoundWork | None]] = []
    if names[0].start < works[0].start:  # award first: everything up to the next award belongs to it
        for index, name in enumerate(names):
            stop = names[index + 1].start if index + 1 < len(names) else 1 << 60
            mine = [w for w in works if name.end <= w.start < stop]
            pairs += [(name, w) for w in mine] or [(name, next((w for w in works if w.start >= name.end), works[-1]))]
        return pairs
    for index, work in enumerate(works):  # work first
        stop = works[index + 1].start if index + 1 < len(works) else 1 << 60
        pairs += [(name, work) for name in names if work.end <= name.start < stop]
    return pairs


def _described(sentence: _Sentence, name: AwardName, work: FoundWork | None) -> FoundAward | None:
    start, end = _window(sentence, name, work)
    event = _best(sentence.events, name, work, start, end)
    giver = _best(sentence.givers, name, work, start, end)
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


def _window(sentence: _Sentence, name: AwardName, work: FoundWork | None) -> tuple[int, int]:
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


def _only_year(sentence: _Sentence, work: FoundWork | None) -> int | None:
    if len(sentence.years) == 1:
        return next(iter(sentence.years))
    return work.year if work and not sentence.years else None


def _per_person(sentence: _Sentence, award: FoundAward) -> list[FoundAward]:
    """One item for each named person where no work is meant; first person means the owner."""
    if award.work is not None or sentence.chinese:
        mine = sentence.first_person or (award.work is None and sentence.placed.role == "awards")
        return [replace(award, person=sentence.owner) if mine else award]
    people = [p for p in sentence.people if not (award.start <= p.start < award.end)]
    if people and len(people) <= 6:
        return [replace(award, person=p.text) for p in people]
    told = sentence.third_person and subject_of(sentence.placed.block.text[:LONGEST_BEGINNING])
    return [replace(award, person=told or sentence.owner)]


LONGEST_BEGINNING = 200
"""Characters of a paragraph in which the person it is about is named."""
