"""Records made ready for comparison: every form a comparison needs, computed once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from pubtrack.markup.identifiers import find_identifiers
from pubtrack.markup.name_keys import NameKey, loose
from pubtrack.markup.titles import normalise_title, repair_encoding, split_title
from pubtrack.match.adapt import Record, Stated, bare_identifiers, stated
from pubtrack.match.reference import parse_reference
from pubtrack.match.venues import NO_VENUE, YEAR, VenueFacts, venue_facts
from pubtrack.match.word_units import total_units, units_of
from pubtrack.vocab.matching_words import (
    EDITORS_WORDS,
    FRONT_MATTER_WORDS,
    GENERIC_TITLES,
    MARKER_BEGINNINGS,
    MARKERS,
    NUMBER_WORDS,
    PART_WORDS,
    PARTS,
    ROMAN_NUMERALS,
    STOP_WORDS,
)
from pubtrack.vocab.name_words import PARTICLES
from pubtrack.vocab.venues import PREPRINT_DOI_PREFIXES

_HAN = re.compile(r"[\u0530-\u1cff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\ua800-\ud7ff]")
"""Letters of the scripts that `fold` leaves as they are: Chinese, Japanese, Korean (whole or in parts), Arabic, Hebrew,
those of India and others; Cyrillic and Greek letters it writes in Latin ones."""
_NUMBER = re.compile(r"\b\d+\b")
_FIGURE = re.compile(r"[a-z]{0,2}\d+")
_RANGE = re.compile(
    r"\b([A-Za-z]{0,2}\d{1,6}|[ivxlc]{1,7})(?:\.\d)?\s?[-–—]{1,2}\s?([A-Za-z]{0,2}\d{1,6}|[ivxlc]{1,7})\b"
)
_LABEL = re.compile(r"\s*(?:\(\d{1,3}\)|\[\d{1,4}\]|\d{1,3}\.)\s+(?=\S)")
"""The number of a reference in its list: "(1) Smith, A.", "[12] Smith", "3. Smith". It is no page and no volume."""
_TITLE_TAIL = re.compile(
    r"(?:\s*[.,]\s*(?!(?:1[5-9]|20)\d\d\b)\d{1,5}\s?[-–]\s?\d{1,5}"
    r"|\s+\[\s?[CDJMNPRS](?:/OL)?\s?\]"
    r"|\s*\[(?:review|\d+ refs?|erratum appears|published erratum|comments? in|see comments?|summary for patients in"
    r"|republished|update in|internet|article|letter|abstract)\b[^\]]*\]"
    r"|\s*\((?:provisional|structured) abstract\))[\s.]*$",
    re.I,
)
"""What citations and catalogues leave at the end of a title: pages, the mark of kind of GB/T 7714 ("[J]"), and notes
of PubMed, Ovid and the Cochrane Library ("[Review] [31 refs]", "(Provisional abstract)").
Source: seen in the bib-dedupe and DBLP-Scholar sets."""
_PAGE = re.compile(r"[A-Za-z]{0,12}\d+|\b[ivxlc]+\b", re.I)
_COVER = re.compile(r"[A-Za-z]{3}\b")
"""What publishers write for pages without a number: "IFC" (inside front cover), "OBC", "fmi-fmi" (front matter)."""
_CITED = re.compile(r"\(n\. ?d\.\)|\d[-–—]{1,2}\d+\W*$|^\w[\w'-]+, (?:[A-Z]\.[ -]?)+[ .]*$")
"""What only a reference has, and no title: "no date", a range of pages at the end, nothing but a name with initials."""
_NAMES_FIRST = re.compile(
    r"\W*(?:[^\W\d_][\w’'-]+(?: [\w’'-]+){0,3}, (?:[^\W\d_]\.[ -]?)+"
    r"|[^\W\d_a-z][\w’'-]+ [A-Z]{1,3}[,.] |(?:[A-Z]\. ?-?)+[A-Z][\w’'-]+,)"
)
"""A reference that begins with people: "Smith, A. B.", "Smith AB,", "A. B. Smith,"."""
_CUT_NAMES = re.compile(r"\bet\.? al\b|\bu\. ?a\.|\band others\b|…|\.\.\.|\. \. \.", re.I)


class Prepared:
    """A record ready for comparison; make it with `prepare`. Values are plain so that comparing is fast."""

    __slots__ = (
        "aliases", "authors", "bag", "bag_units", "bag_weight", "beginnings", "by_family", "clashing", "column",
        "cut_names", "edition", "families", "family_text", "figures", "generic", "ids", "in_han", "initials",
        "is_text", "issue", "kind", "lacks", "last_numeral", "main", "markers", "mentioned", "more_authors",
        "n_authors", "name_bag", "name_letters", "name_line", "name_words", "names_first", "numbers", "only_bodies",
        "page", "pages", "parts", "put_back", "ranges", "record", "relations", "says", "short_words", "sorted_text",
        "sorted_title", "squashed", "sub", "title", "title_set", "title_words", "title_years", "units", "unsigned",
        "venue", "venue_kind", "venue_text", "venue_words", "volume", "weight", "whole_names", "word_units", "year",
        "years",
    )  # fmt: skip

    def __init__(self, record: Any, says: Stated, *, is_text: bool = False) -> None:
        self.record: Any = record
        # Kept only where something is missing that may stand in the title.
        self.says: Stated | None = None if says.authors and says.container and says.year else says
        self.is_text: bool = is_text
        self._titles(says, is_text=is_text)
        self._people(says)
        venue = venue_facts(normalise_title(says.container)) if says.container else NO_VENUE
        self._venue(says, venue)
        self._numbers(says, venue.years)
        words = [*self.title_words, *normalise_title(says.author_text).split(), *venue.words]
        self.bag: frozenset[str] = frozenset(words)
        self.bag_units: int = total_units(self.bag)
        self.bag_weight: float = self.bag_units / 20
        words.sort()
        self.sorted_text: str = " ".join(words)
        self.unsigned: Prepared | None = None
        self.name_bag: frozenset[str] | None = None
        self.lacks: bool | None = None
        self.put_back: dict[tuple[object, ...], Prepared] | None = None
        # The same record under each other title that it is known by.
        self.aliases: tuple[Prepared, ...] = tuple(
            [Prepared(record, replace(says, title=title, other_titles=())) for title in says.other_titles]
        )
        if is_text:
            self._text(says.title)

    def without_authors(self) -> Prepared:
        """The same record as if it named no authors."""
        if self.unsigned is None:
            self.unsigned = copy(self)
            self.unsigned._people(Stated())
            self.unsigned.lacks = False
        return self.unsigned

    def _text(self, said: str) -> None:
        """What only a raw reference string needs: its figures, short words and the weight of each word."""
        self.figures: frozenset[str] = frozenset(f.lstrip("0") or "0" for f in _FIGURE.findall(self.title))
        ranges = [(m[1].lower().lstrip("0"), m[2].lower().lstrip("0")) for m in _RANGE.finditer(said)]
        self.ranges: dict[str, str] = dict(ranges)
        self.cut_names: bool = bool(_CUT_NAMES.search(said))
        self.names_first: bool = bool(_NAMES_FIRST.match(said)) and "(Ed" not in said
        self.name_line: tuple[str, ...] = tuple([loose(w) for w in self.title_words])
        self.name_letters: str = "".join([w for w in self.name_line if w not in PARTICLES])
        self.word_units: dict[str, int] = {w: units_of(w) for w in self.bag}
        self.short_words: tuple[str, ...] = tuple(sorted(w for w in self.bag if 3 <= len(w) <= 7 and not w.isdigit()))
        self.beginnings: frozenset[str] = frozenset(w[:3] for w in self.short_words)

    def _titles(self, says: Stated, *, is_text: bool) -> None:
        said = says.title if is_text else _without_tail(says.title)
        facts = _facts_of(normalise_title(said))
        self.title: str = facts.title
        self.title_words: tuple[str, ...] = facts.words
        self.title_set: frozenset[str] = facts.telling
        self.units: int = facts.units
        self.weight: float = facts.units / 20
        self.sorted_title: str = facts.in_order
        self.squashed: str = facts.squashed
        main, sub = _main_and_sub(said, facts.title)
        self.main: str = main
        self.sub: str = sub
        self.markers: frozenset[str] = facts.markers
        self.parts: frozenset[str] = facts.parts
        self.last_numeral: str = facts.last_numeral
        self.numbers: frozenset[str] = facts.numbers
        self.title_years: frozenset[str] = facts.years
        self.generic: bool = facts.generic
        self.column: frozenset[str] | None = facts.column

    def _people(self, says: Stated) -> None:
        authors = says.authors
        self.authors: tuple[NameKey, ...] = authors
        families = [a.family for a in authors]
        self.families: frozenset[str] = frozenset(families)
        self.clashing: bool = len(self.families) < len(authors)
        self.by_family: tuple[NameKey, ...] = tuple(sorted(authors, key=_family_and_given)) if families[1:] else authors
        families.sort()
        self.family_text: str = " ".join(families)
        self.whole_names: bool = _any_whole(authors)
        self.n_authors: int = len(authors)
        self.name_words: frozenset[str] = _NO_WORDS.union(*[a.words for a in authors])
        self.more_authors: bool = says.more_authors
        self.only_bodies: bool = says.only_bodies
        self.in_han: bool = (
            bool(authors) and not self.family_text.isascii() and all(_HAN.search(a.family) for a in authors)
        )
        self.initials: tuple[tuple[str, str, bool], ...] | None = None

    def _venue(self, says: Stated, facts: VenueFacts) -> None:
        self.venue: str = facts.venue
        self.venue_words: frozenset[str] = facts.telling
        self.venue_text: str = facts.text
        self.venue_kind: str = facts.kind
        self.kind: str = _kind(says, facts.kind)
        if self.column and self.column.issubset(facts.words):
            self.generic = True

    def _numbers(self, says: Stated, in_venue: tuple[int, ...]) -> None:
        self.year: int | None = says.year
        years = [*says.other_years, *map(int, self.title_years), *in_venue]
        if says.year:
            years.append(says.year)
        self.years: frozenset[int] = frozenset(years)
        self.volume: str = _plain_number(says.volume)
        self.issue: str = _plain_number(says.issue)
        self.pages: str = says.page
        self.page: str = _first_page(says.page)
        self.edition: str = _plain_number(says.edition)
        self.ids: dict[str, frozenset[str]] = {}
        for scheme, value in sorted(says.identifiers) if says.identifiers else ():
            known = self.ids.get(scheme)
            self.ids[scheme] = known | {value} if known else frozenset((value,))
        self.mentioned: frozenset[str] = says.mentioned
        self.relations: tuple[tuple[str, str, str], ...] = says.relations


_NO_WORDS: frozenset[str] = frozenset()
_family_and_given = attrgetter("family", "given")


def _any_whole(authors: Iterable[NameKey]) -> bool:
    """True where a first given name is more than an initial; one Chinese character is a name."""
    for author in authors:
        word = author.given[0] if author.given else ""
        if len(word) > 1 or not (word.isascii() or not _HAN.search(word)):
            return True
    return False


class _TitleFacts(NamedTuple):
    """What a normalised title says by itself: records of one work mostly have the same, so that it is kept a while."""

    title: str
    words: tuple[str, ...]
    telling: frozenset[str]
    units: int
    in_order: str
    squashed: str
    markers: frozenset[str]
    parts: frozenset[str]
    last_numeral: str
    numbers: frozenset[str]
    years: frozenset[str]
    generic: bool
    column: frozenset[str] | None
    """The other words of a title that speaks of editors: it is a column's where they are the journal's name."""


@lru_cache(maxsize=4096)
def _facts_of(title: str) -> _TitleFacts:
    words = title.split()
    squashed = "".join(words)
    have = frozenset(words)
    telling = have - STOP_WORDS or have
    only_letters = squashed.isalpha()
    others = have - FRONT_MATTER_WORDS
    return _TitleFacts(
        title,
        tuple(words),
        telling,
        total_units(telling),
        " ".join(sorted(words)),
        squashed,
        _markers_in(title, words),
        _NO_WORDS if have.isdisjoint(PART_WORDS) else frozenset([_part(m) for m in PARTS.finditer(title)]),
        _last_numeral(words),
        _numbers_in("" if only_letters else title, words),
        _NO_WORDS if only_letters else frozenset(YEAR.findall(title)),
        len(squashed) < 6 or title in GENERIC_TITLES or not others,
        None if EDITORS_WORDS.isdisjoint(have) else others,
    )


def _markers_in(title: str, words: list[str]) -> frozenset[str]:
    beginnings = _BEGINNINGS.intersection([word[:6] for word in words])
    if not beginnings:
        return _NO_WORDS
    worth = (one for one in MARKERS if not MARKER_BEGINNINGS[one[0]].isdisjoint(beginnings))
    return frozenset([name for name, pattern in worth if pattern.search(title)])


_BEGINNINGS: frozenset[str] = frozenset().union(*MARKER_BEGINNINGS.values())


def _numbers_in(title: str, words: list[str]) -> frozenset[str]:
    numbers = [n.lstrip("0") for n in _NUMBER.findall(title) if not YEAR.fullmatch(n)]
    if words and words[-1] in NUMBER_WORDS and len(words[-1]) <= 4 and words[-1] not in ("i", "v", "x"):
        numbers.append(NUMBER_WORDS[words[-1]])
    return frozenset(numbers)


_CUTS = re.compile(r"[:?!|~&<\\${}]|[.\s-]\s")
"""What a title has where `split_title` finds a subtitle, or words other than those that `normalise_title` finds."""


def _main_and_sub(said: str, title: str) -> tuple[str, str]:
    """Main title and subtitle as they compare; `title` is the whole as it compares."""
    if said.isascii() and not _CUTS.search(said):
        return title, ""
    main, sub = split_title(said)
    return normalise_title(main), normalise_title(sub) if sub else ""


def _without_tail(title: str) -> str:
    if title[-1:].isalpha():
        return title
    while (rest := _TITLE_TAIL.sub("", title)) and rest != title:
        title = rest
    return title


def _part(match: re.Match[str]) -> str:
    value = next(g for g in match.groups() if g)
    return NUMBER_WORDS.get(value, value.lstrip("0"))


def _last_numeral(words: list[str]) -> str:
    """The number of a series' part at the end of its title: "Galois groups, II" and "Galois groups 2" are no. 2."""
    last = words[-1] if len(words) > 1 else ""
    if last in ROMAN_NUMERALS:
        return NUMBER_WORDS[last]
    return last.lstrip("0") if _SHORT_NUMBER.fullmatch(last) else ""


_SHORT_NUMBER = re.compile(r"\d{1,2}")
"""Longer ones at the end of a title are years, amounts, and numbers of a meeting's abstracts."""


def _first_page(text: str) -> str:
    if not text or (text.isascii() and text.isdigit()):
        return text.lstrip("0")
    page = _PAGE.search(text) or _COVER.match(text)
    return page[0].lower().lstrip("0") if page else ""


def _plain_number(text: str) -> str:
    if not text or (text.isascii() and text.isdigit()):
        return text.lstrip("0")
    words = normalise_title(text).split()
    return next((w.lstrip("0") for w in words if any(c.isdigit() for c in w)), " ".join(words))


_KINDS = {
    "article-journal": "journal", "article-magazine": "journal", "article-newspaper": "journal", "review": "journal",
    "paper-conference": "conference", "chapter": "chapter", "book": "book", "thesis": "thesis", "report": "report",
    "dataset": "dataset", "software": "software", "manuscript": "preprint", "journal-article": "journal",
    "proceedings-article": "conference", "posted-content": "preprint", "book-chapter": "chapter", "monograph": "book",
    "review-book": "review", "post-weblog": "post", "webpage": "post", "post": "post", "speech": "speech",
    "periodical": "periodical", "entry-encyclopedia": "chapter", "patent": "patent",
}  # fmt: skip
"""CSL (and Crossref) types in the coarse kinds that matching tells apart. Source: CSL 1.0.2, appendix III."""


def _kind(says: Stated, venue_kind: str) -> str:
    if venue_kind == "preprint":
        return "preprint"
    if says.genre and says.genre.lower() == "preprint" and venue_kind not in ("journal", "conference"):
        return "preprint"
    dois = [value for scheme, value in says.identifiers if scheme == "doi"] if says.identifiers else []
    if dois and not says.volume and any(doi.startswith(PREPRINT_DOI_PREFIXES) for doi in dois):
        return "preprint"
    only_arxiv = not dois and not says.container and any(scheme == "arxiv" for scheme, _ in says.identifiers)
    if says.type == "article" and (only_arxiv or not says.container):
        return "preprint"
    return _KINDS.get(says.type, "") or ("preprint" if only_arxiv else venue_kind)


def prepare(record: Record | Prepared) -> Prepared:
    """Gives the record ready for comparison; a prepared one comes back as it is.

    A text is read as a reference string. InputError where the value is nothing that can be compared.

    >>> prepare({"title": "Attention Is All You Need", "issued": {"date-parts": [[2017]]}}).year
    2017
    """
    if isinstance(record, Prepared):
        return record
    if isinstance(record, str):
        return _prepare_text(record)
    return Prepared(record, stated(record))


def _prepare_text(given: str) -> Prepared:
    """The text without its identifiers as one title; the identifiers as such. A title alone is a record of its own."""
    label = _LABEL.match(given)
    text = given[label.end() :] if label else given
    found = find_identifiers(text)
    if not found and not YEAR.search(text) and len(text) < 400 and not _CITED.search(text):
        said = parse_reference(text)
        if said.title and not (said.author or said.editor or said.volume or said.page):
            return Prepared(given, Stated(title=repair_encoding(text)))
    rest = list(text)
    for item in found:
        rest[item.start : item.end] = " " * (item.end - item.start)
    says = Stated(title=repair_encoding("".join(rest)), identifiers=bare_identifiers(f.identifier for f in found))
    return Prepared(given, says, is_text=True)
