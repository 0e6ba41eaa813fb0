"""What only the whole page tells: which work a listed award was for, and which mentions say the same award twice."""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from rapidfuzz.distance import Prefix

from pubtrack.readers.prose.details import may_be_person
from pubtrack.readers.prose.found import FoundAward, FoundWork, Page
from pubtrack.readers.prose.words import fold

__all__ = ["link_late"]

_THESIS_AWARD = re.compile(
    r"thesis|dissertation|doctora|promotion|tesis|these\b|tesi\b|学位论文|博士论文|habilitation|phd"
)
_FOR_THESIS = re.compile(
    r"^\W*(?:fur|for|por|pour|per)\b.{0,24}(?:thesis|dissertation|doktorarbeit|tesis|these\b|tesi\b)"
    r"|^[^()]{0,40}\((?:for )?(?:the )?(?:best|meilleure|mejor|beste) "
    r"(?:[\w.]+ ){0,2}(?:thesis|dissertation|these|tesis|doktorarbeit)\b"
)
_PAPER_AWARD = re.compile(
    r"paper|article|artikel|articulo|papier|poster|demo|论文|publication|aufsatz|book|buch|libro|livre|ouvrage"
)
_OUR_PAPER = re.compile(
    r"\b(?:our|my|unser|mein|notre|nuestro|mi|il nostro) (?:[\w'’&/-]+ ){0,3}(?:paper|article|artikel|articulo|papier|aufsatz|poster|demo)\b|\b(?:我们|课题组|本组)的?[^，。]{0,20}论文"
)
"""`Our TIDES paper has won the Best Paper Award`: the paper stands elsewhere on the page."""
_FILLER = re.compile(r"\b(?:awards?|prizes?|preis|prix|premio|the|acm|ieee)\b|[^\w]+")
_CAPITAL_WORD = re.compile(r"[A-Z](?<!\w[A-Z])\w+")
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]{2,}[a-z]?\b|\b[A-Z]{3,}\b")


def link_late(page: Page) -> None:
    """Links awards without a work by what stands elsewhere on the page, and drops what is then said twice."""
    page.awards = _without_short(page.awards)
    if not page.awards or not page.works:
        return
    said = {_core(a): a for a in page.awards if a.work is not None}
    theses = [w for w in page.works if w.kind == "thesis"]
    titles = _Titles(page.works, page.awards)
    meetings, starts = _meetings(page.works), _by_start(page.works)
    awards = [_linked(a, said, theses, meetings, titles, page.owner) for a in page.awards]
    longer = [_longer(a, starts) for a in awards]
    shortened = {id(a.work) for a, b in zip(awards, longer, strict=True) if a.work is not b.work}
    page.works = [work for work in page.works if id(work) not in shortened]
    page.awards = _without_again(_once(_with_winners(longer)))


def name_in_full(page: Page) -> None:
    """Gives people of one word their whole name where the block names one person so: `Jun Oda ... Jun won`."""
    for at, award in enumerate(page.awards):
        if award.person and " " not in award.person and award.person.isascii() and award.person[:1].isupper():
            text = award.placed.block.text[:LONGEST_ENTRY]
            one = re.escape(award.person)
            found = set(re.findall(rf"\b{one} [A-ZÀ-Þ][\w'’-]+", text))
            found |= set(re.findall(rf"(?:\b[A-ZÀ-Þ][\w'’-]{{2,}} )(?:[A-ZÀ-Þ]\. )?{one}\b", text))
            people = {name for name in found if may_be_person(name) and not _RANK.match(name)}
            if len(people) == 1:
                page.awards[at] = replace(award, person=people.pop())


_RANK = re.compile(r"(?:Prof(?:essor)?|Doctor|Herr|Frau|Congratulations|Congrats|And|With|When|Yesterday|Our|The)\b")


class _Titles:
    """The titles of a page by their first letters, to be found in the words beside an award."""

    def __init__(self, works: list[FoundWork], awards: list[FoundAward]) -> None:
        self.starts: dict[int, list[int]] = {}
        """Where awards begin in a block: words behind the next one speak of that."""
        for award in awards:
            self.starts.setdefault(id(award.placed.block), []).append(award.start)
        self.only = _only(works)
        """The work of a page that names no other."""
        self.by_start: dict[str, list[tuple[str, FoundWork]]] = {}
        for work in works:
            title = fold(work.text).strip(" .")
            for name in {title, re.split(r"[:.?!] ", title)[0]}:
                if len(name) >= SHORTEST_TITLE and " " in name:
                    self.by_start.setdefault(name[:SHORTEST_TITLE], []).append((name, work))

    def beside(self, award: FoundAward) -> FoundWork | None:
        """Gives the work whose title stands in the entry of an award: `Fry Award (Mirrors, Windows, Doors)`."""
        text = award.placed.block.text
        if len(text) > LONGEST_ENTRY:
            return None
        folded = fold(text)
        later = [start for start in self.starts[id(award.placed.block)][:MOST_IN_ENTRY] if start > award.start]
        behind = range(award.end, min([*later, len(folded) - SHORTEST_TITLE]))
        for at in itertools.chain(behind, range(max(0, award.start - REACH), award.start)):
            for name, work in self.by_start.get(folded[at : at + SHORTEST_TITLE], ())[:50]:
                if folded[at - 1].isalnum() or work.placed is award.placed:
                    continue
                whole = folded.startswith(name, at) and not folded[at + len(name) : at + len(name) + 1].isalnum()
                listed = award.placed.role == "awards" and at >= award.end and whole
                if listed or (_TEXT_NAMED.search(folded, max(0, at - 20), at) and _begins_alike(name, folded[at:])):
                    return work
        return None


def _only(works: list[FoundWork]) -> FoundWork | None:
    return works[0] if len({fold(work.text) for work in works}) == 1 else None


_TEXT_NAMED = re.compile(
    r"\b(?:ouvrage|livre|article|these|essai|book|paper|thesis|dissertation|monograph|buch|studie|aufsatz|libro|articulo|tesis|obra)[ ,:]{1,2}\Z"
)


def _begins_alike(name: str, words: str) -> bool:
    """`l'ouvrage Ports et arrière-pays de nos collègues`: as much of a title as people say of it, to the end of a word."""
    same = Prefix.similarity(name, words)
    ends = name[same - 1] == " " or not any(text[same : same + 1].isalnum() for text in (name, words))
    return same >= LEAST_SAID and ends


LEAST_SAID = 15
"""Letters of a title that stand for the whole behind `the book`."""
REACH = 90
"""Characters behind an award that may say what it was for."""
SHORTEST_TITLE = 9
"""Letters of a title that is looked for in an entry. Chosen by hand: shorter ones are everyday words."""
MOST_IN_ENTRY = 20
"""Awards of one entry that are looked at; more stand only in a text made to be slow."""
LONGEST_ENTRY = 500
"""Letters of an entry that is looked through."""


def _core(award: FoundAward) -> str:
    name = fold(award.placed.block.text[award.start : award.end])
    return " ".join(_FILLER.sub(" ", name).split())


def _linked(
    award: FoundAward,
    said: dict[str, FoundAward],
    theses: list[FoundWork],
    meetings: _Meetings,
    titles: _Titles,
    owner: str,
) -> FoundAward:
    if award.work is not None or award.kind == "fellowship":
        return award
    name = fold(award.placed.block.text[award.start : award.end])
    said_for = fold(award.placed.block.text[award.end : award.end + REACH])
    listed = award.placed.role in ("awards", "education") or _OUR_PAPER.search(award.placed.said.folded) is not None
    if (_THESIS_AWARD.search(name) or (listed and _FOR_THESIS.search(said_for))) and len(theses) == 1:
        return replace(award, work=theses[0])
    if again := _named_again(award, said) or titles.beside(award):
        return replace(award, work=again)
    if not _PAPER_AWARD.search(name):
        return award
    told = award.placed.block.kind == "para" and award.person
    if told and titles.only and _may_be_by(titles.only, award.person, ""):
        return replace(award, work=titles.only)  # "Casper also received the Distinguished Book Award"
    if not listed:
        return award
    work = _at_event(award, meetings) or (_said_for(award, said) if "best" not in name or award.event == "" else None)
    return replace(award, work=work) if work and _may_be_by(work, award.person, owner) else award


def _may_be_by(work: FoundWork, person: str, owner: str) -> bool:
    """Tells whether a work may be by who got the award: of several people who got a poster prize each has a poster of their own."""
    if person in ("", owner):
        return True
    family = re.escape(fold(person.rsplit(maxsplit=1)[-1]))
    return re.search(rf"(?<!\w){family}(?!\w)", work.placed.said.folded) is not None


def _said_for(award: FoundAward, said: dict[str, FoundAward]) -> FoundWork | None:
    """Gives the work that an award of this name is said to be for elsewhere, unless that was years before or later."""
    other = said.get(_core(award))
    if other is None or (award.year and other.year and abs(award.year - other.year) > 1):
        return None
    return other.work


def _named_again(award: FoundAward, said: dict[str, FoundAward]) -> FoundWork | None:
    """A prize of its own name (`Albert-Grothe-Preis`) that is said elsewhere to be for a work is for that work here."""
    core = _core(award)
    if award.kind != "prize" or "best" in core.split() or not _OWN_NAME.search(core):
        return None
    text = award.placed.block.text[award.start : award.end]
    return _said_for(award, said) if sum(word[0].isupper() for word in re.findall(r"[^\W\d_]{3,}", text)) >= 2 else None


_OWN_NAME = re.compile(r"[^\W\d_]{3,}\W+[^\W\d_]{3,}")
"""Two words beside `award` and the like."""


def _at_event(award: FoundAward, meetings: _Meetings) -> FoundWork | None:
    """Gives the only work of the page that appeared at the meeting an entry names, in its year."""
    text = award.placed.block.text
    around = text[: award.start] + " " + text[award.end :]
    year = award.year
    names = {m[0] for m in _ACRONYM.finditer(around)} - {"ACM", "IEEE", "USA", "AAAS"}
    if not names or not year:
        return None
    unique: dict[str, FoundWork] = {}
    for name in sorted(names):
        for key in (f"{name} {year}", f"{name} '{year % 100:02}"):
            for title, work in meetings.get(key, {}).items():
                if work.placed is not award.placed:
                    unique[title] = work
                    if len(unique) > 1:
                        return None
    return next(iter(unique.values()), None)


_Meetings = dict[str, dict[str, FoundWork]]
_YEAR_BEHIND = re.compile(r"[12'’](?:(?<=1)(?=9\d\d)|(?<=2)(?=0\d\d)|(?<=['’])(?=\d\d))")
"""The first sign of a year; one may begin inside another."""
MOST_MEETINGS = 12
"""Capital words behind a title that are taken for meetings: a text of more was made to be slow."""


def _meetings(works: list[FoundWork]) -> _Meetings:
    """Gives the works by the meetings and years behind their titles: `ACL 2020`, `ACL '20` -> title -> work."""
    found: _Meetings = {}
    for work in works:
        text = work.placed.block.text[work.end : work.end + 300]
        years = {_year_at(text, match.start()) for match in _YEAR_BEHIND.finditer(text)} | {str(work.year)}
        names = [word for word in dict.fromkeys(_CAPITAL_WORD.findall(text)) if _ACRONYM.fullmatch(word)]
        title = fold(work.text)
        for name in names[:MOST_MEETINGS]:
            for year in years:
                found.setdefault(f"{name} {year}", {})[title] = work
    return found


def _year_at(text: str, at: int) -> str:
    return text[at : at + 4] if text[at].isdigit() else f"'{text[at + 1 : at + 3]}"


def _by_start(works: list[FoundWork]) -> dict[str, dict[str, FoundWork]]:
    """Gives the works by the first letters of their titles: letters -> title -> work."""
    found: dict[str, dict[str, FoundWork]] = {}
    for work in works:
        title = _bare(work.text)
        found.setdefault(title[:SHORTEST_MAIN], {}).setdefault(title, work)
    return found


MOST_OF_ONE_START = 200
"""Titles of one beginning that are compared; a text of more was made to be slow."""


def _longer(award: FoundAward, starts: dict[str, dict[str, FoundWork]]) -> FoundAward:
    """An award list may give only the main title: the work is the one of the page that begins with it."""
    work = award.work
    if work is None or work.placed is not award.placed or award.placed.role != "awards":
        return award
    longer = _whole_title(work, starts)
    return replace(award, work=longer) if longer else award


def _whole_title(work: FoundWork, starts: dict[str, dict[str, FoundWork]]) -> FoundWork | None:
    """Gives the work of the page that begins with the title of a mention and says more."""
    short = _bare(work.text)
    if len(short) < SHORTEST_MAIN:
        return None
    for title, other in itertools.islice(starts.get(short[:SHORTEST_MAIN], {}).items(), MOST_OF_ONE_START):
        behind = title[len(short) : len(short) + 1]
        if len(title) > len(short) and title.startswith(short) and not (behind.isalnum() or behind == "_"):
            return other
    return None


SHORTEST_MAIN = 8
"""Characters of a main title that stands for the whole."""


def _bare(title: str) -> str:
    """Gives a title without the quotes and marks around it: `“They never asked”: Dignity` begins with one."""
    return fold(title).strip(" .:\"“”„«»'‘’")


def _with_winners(awards: list[FoundAward]) -> list[FoundAward]:
    """Under the name of an award first a person and then a work: that person got the award for that work."""
    kept: list[FoundAward] = []
    for award in awards:
        last = kept[-1] if kept else None
        if last is not None and _got_it_for(last, award):
            kept[-1] = replace(award, person=last.person)
        else:
            kept.append(award)
    return kept


def _got_it_for(winner: FoundAward, award: FoundAward) -> bool:
    """Tells whether an award for a work comes right behind who got it, both below the same heading."""
    heading = winner.placed.block is award.placed.block and winner.placed.heading_block is winner.placed.block
    return (
        heading and winner.work is None and award.work is not None and winner.start == award.start and not award.person
    )


def _once(awards: list[FoundAward]) -> list[FoundAward]:
    """Keeps of mentions of one award for one work the one that says most."""
    best: dict[tuple[str, str], int] = {}
    dropped: set[int] = set()
    for index, award in enumerate(awards):
        if award.work is None:
            continue
        key = (_core(award), fold(award.work.text))
        if key not in best:
            best[key] = index
        elif _said(award) > _said(awards[best[key]]):
            dropped.add(best[key])
            best[key] = index
        else:
            dropped.add(index)
    return [award for index, award in enumerate(awards) if index not in dropped]


def _without_again(awards: list[FoundAward]) -> list[FoundAward]:
    """Drops what only names again a prize of its own name that was given for a work: `the annual Philip J. Pauly Prize`.

    What names in full the prize that a heading names in short takes its place: below `Holm Prize`, `the Ada Holm Student Award`.
    """
    given: dict[str, dict[tuple[frozenset[str], int | None], None]] = {}
    for award in awards:
        if award.work is not None:
            words = _own_words(award)
            for word in words:
                given.setdefault(word, {})[words, award.year] = None
    again = [a for a in awards if a.work is None and (not a.person or _wrote(a, awards)) and _is_again(a, given)]
    full = {id(a.placed.heading_block): a for a in reversed(again) if a.placed.heading_block is not None}
    dropped = {id(a) for a in again}
    return [_in_full(a, full.get(id(a.placed.block))) for a in awards if id(a) not in dropped]


def _without_short(awards: list[FoundAward]) -> list[FoundAward]:
    """Drops what speaks of a prize in short that the page names in full: `ce prix de thèse` beside `Prix de thèse Marie Dorval`."""
    names = [fold(award.placed.block.text[award.start : award.end]) for award in awards]
    short = {
        name
        for award, name in zip(awards, names, strict=True)
        if award.work is None and not award.person and award.placed.block.text[award.start].islower()
    }
    short = {name for name in short if any(full.startswith(f"{name} ") for full in names)} if short else short
    return [award for award, name in zip(awards, names, strict=True) if award.work or name not in short]


def _wrote(award: FoundAward, awards: list[FoundAward]) -> bool:
    """Tells whether the person of an award is named beside the work that got the one named by the heading above."""
    heading = award.placed.heading_block
    beside = (a.work.placed.block.text for a in awards if a.work is not None and a.placed.block is heading)
    return heading is not None and any(award.person in text[:LONGEST_ENTRY] for text in beside)


def _in_full(award: FoundAward, named: FoundAward | None) -> FoundAward:
    """Gives an award with the name that the text below its heading gives in full."""
    if named is None or award.work is None or not _own_words(award) < _own_words(named):
        return award
    at = replace(award.placed, block=named.placed.block)
    return replace(award, placed=at, start=named.start, end=named.end)


def _own_words(award: FoundAward) -> frozenset[str]:
    words = _OWN_WORD.findall(award.placed.block.text[award.start : award.end])
    return frozenset(fold(word).removesuffix("'s") for word in words) - _COMMON


_OWN_WORD = re.compile(r"[A-ZÀ-Þ][\w'’-]{3,}")
_COMMON = frozenset((
    "award", "awards", "prize", "prizes", "medal", "best", "paper", "papers", "book", "books", "article", "thesis", "dissertation", "student",
    "students", "outstanding", "honorable", "mention", "early", "career", "annual", "international", "national", "society", "association", "research", "distinguished", "preis",
    "premio", "prix", "graduate", "young", "especial", "special", "primer", "primero", "segundo", "tercer", "premier", "first", "second", "third",
))  # fmt: skip
"""Words (folded) that name no prize by themselves."""


def _is_again(award: FoundAward, given: dict[str, dict[tuple[frozenset[str], int | None], None]]) -> bool:
    words = _own_words(award)
    return any(
        (words <= other or other <= words) and award.year in (None, year)
        for word in words
        for other, year in itertools.islice(given.get(word, ()), MOST_OF_ONE_START)
    )


def _said(award: FoundAward) -> int:
    return sum(map(bool, (award.awarder, award.event, award.year, award.person))) * 100 + award.end - award.start
