"""Records made ready for comparison: every form a comparison needs, computed once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from typing import Any

from pubtrack.markup.identifiers import find_identifiers
from pubtrack.markup.names import NameKey
from pubtrack.markup.titles import normalise_title, repair_encoding, split_title
from pubtrack.match.adapt import Record, Stated, bare_identifiers, stated
from pubtrack.match.reference import parse_reference
from pubtrack.vocab.matching_words import (
    COMMON_WORDS,
    EDITORS_WORDS,
    FRONT_MATTER_WORDS,
    GENERIC_TITLES,
    MARKERS,
    NUMBER_WORDS,
    PARTS,
    ROMAN_NUMERALS,
    STOP_WORDS,
)
from pubtrack.vocab.venues import (
    CONFERENCE_WORDS,
    JOURNAL_WORDS,
    PREPRINT_DOI_PREFIXES,
    PREPRINT_WORDS,
    REPORT_WORDS,
    VENUE_ACRONYMS,
    VENUE_NOISE,
)

_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_NUMBER = re.compile(r"\b\d+\b")
_FIGURE = re.compile(r"[a-z]{0,2}\d+")
_RANGE = re.compile(r"\b([A-Za-z]{0,2}\d{1,6}|[ivxlc]{1,7})\s?[-–—]{1,2}\s?([A-Za-z]{0,2}\d{1,6}|[ivxlc]{1,7})\b")
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
_PAGE = re.compile(r"[A-Za-z]{0,3}\d+|\b[ivxlc]+\b", re.I)


class Prepared:
    """A record ready for comparison; make it with `prepare`. Values are plain so that comparing is fast."""

    __slots__ = (
        "authors", "bag", "bag_weight", "beginnings", "by_family", "clashing", "edition", "families",
        "family_text", "figures", "generic", "ids", "in_han", "initials", "is_text", "issue", "kind",
        "last_numeral", "main", "markers", "mentioned", "more_authors", "n_authors", "name_words", "numbers",
        "only_bodies", "page", "parts", "ranges", "record", "relations", "short_words", "sorted_text", "sorted_title",
        "squashed", "sub", "title", "title_set", "title_words", "title_years", "units", "unsigned", "venue",
        "venue_kind", "venue_text", "venue_words", "volume", "weight", "whole_names", "word_units", "year", "years",
    )  # fmt: skip

    def __init__(self, record: Any, says: Stated, *, is_text: bool = False) -> None:
        self.record: Any = record
        self.is_text: bool = is_text
        self._titles(says, is_text=is_text)
        self._people(says)
        self._venue(says)
        self._numbers(says)
        words = (*self.title_words, *normalise_title(says.author_text).split(), *self.venue.split())
        self.bag: frozenset[str] = frozenset(words)
        self.bag_weight: float = total_weight(self.bag)
        self.sorted_text: str = " ".join(sorted(words))
        self.unsigned: Prepared | None = None
        if is_text:
            self._text(says.title)

    def without_authors(self) -> Prepared:
        """The same record as if it named no authors."""
        if self.unsigned is None:
            self.unsigned = copy(self)
            self.unsigned._people(Stated())
        return self.unsigned

    def _text(self, said: str) -> None:
        """What only a raw reference string needs: its figures, short words and the weight of each word."""
        self.figures: frozenset[str] = frozenset(f.lstrip("0") or "0" for f in _FIGURE.findall(self.title))
        ranges = [(m[1].lower().lstrip("0"), m[2].lower().lstrip("0")) for m in _RANGE.finditer(said)]
        self.ranges: dict[str, str] = dict(ranges)
        self.word_units: dict[str, int] = {w: _unit(w) for w in self.bag}
        self.short_words: tuple[str, ...] = tuple(sorted(w for w in self.bag if 3 <= len(w) <= 7 and not w.isdigit()))
        self.beginnings: frozenset[str] = frozenset(w[:3] for w in self.short_words)

    def _titles(self, says: Stated, *, is_text: bool) -> None:
        said = says.title if is_text else _without_tail(says.title)
        self.title: str = normalise_title(said)
        words = self.title.split()
        self.title_words: tuple[str, ...] = tuple(words)
        self.title_set: frozenset[str] = frozenset(w for w in words if w not in STOP_WORDS) or frozenset(words)
        self.units: int = total_units(self.title_set)
        self.weight: float = self.units / 20
        self.sorted_title: str = " ".join(sorted(words))
        self.squashed: str = "".join(words)
        main, sub = split_title(said)
        self.main: str = normalise_title(main)
        self.sub: str = normalise_title(sub) if sub else ""
        self.markers: frozenset[str] = frozenset(name for name, pattern in MARKERS if pattern.search(self.title))
        self.parts: frozenset[str] = frozenset(_part(m) for m in PARTS.finditer(self.title))
        self.last_numeral: str = _last_numeral(words)
        self.numbers: frozenset[str] = frozenset(
            n.lstrip("0") for n in _NUMBER.findall(self.title) if not _YEAR.fullmatch(n)
        )
        self.title_years: frozenset[str] = frozenset(_YEAR.findall(self.title))
        if words and words[-1] in NUMBER_WORDS and len(words[-1]) <= 4 and words[-1] not in ("i", "v", "x"):
            self.numbers |= {NUMBER_WORDS[words[-1]]}
        self.generic: bool = len(self.squashed) < 6 or self.title in GENERIC_TITLES

    def _people(self, says: Stated) -> None:
        self.authors: tuple[NameKey, ...] = says.authors
        self.families: frozenset[str] = frozenset(a.family for a in says.authors)
        self.by_family: tuple[NameKey, ...] = tuple(sorted(says.authors, key=lambda a: (a.family, a.given)))
        self.clashing: bool = len(self.families) < len(says.authors)
        self.family_text: str = " ".join(a.family for a in self.by_family)
        whole = (len(word) > 1 or _HAN.search(word) for a in says.authors for word in a.given[:1])
        self.whole_names: bool = any(whole)
        self.n_authors: int = len(says.authors)
        self.name_words: frozenset[str] = frozenset(word for a in says.authors for word in a.words)
        self.more_authors: bool = says.more_authors
        self.only_bodies: bool = says.only_bodies
        self.in_han: bool = bool(says.authors) and all(_HAN.search(a.family) for a in says.authors)
        self.initials: tuple[tuple[str, str, bool], ...] | None = None

    def _venue(self, says: Stated) -> None:
        self.venue: str = normalise_title(says.container)
        words = self.venue.split()
        expanded = [x for w in words for x in (VENUE_ACRONYMS[w].split() if w in VENUE_ACRONYMS else (w,))]
        self.venue_words: frozenset[str] = frozenset(
            w for w in expanded if w not in VENUE_NOISE and not w.isdigit()
        ) or frozenset(expanded)
        self.venue_text: str = " ".join(w for w in expanded if w not in VENUE_NOISE) or self.venue
        self.venue_kind: str = _venue_kind(words) or ("conference" if self.venue in _FULL_NAMES else "")
        self.kind: str = _kind(says, self.venue_kind)
        self.generic = self.generic or _heads_column(self.title_words, words)

    def _numbers(self, says: Stated) -> None:
        self.year: int | None = says.year
        in_text = (int(y) for y in _YEAR.findall(f"{self.title} {self.venue}"))
        self.years: frozenset[int] = frozenset((*([says.year] if says.year else []), *says.other_years, *in_text))
        self.volume: str = _plain_number(says.volume)
        self.issue: str = _plain_number(says.issue)
        pages = _PAGE.findall(says.page)
        self.page = pages[0].lower().lstrip("0") if pages else ""
        self.edition: str = _plain_number(says.edition)
        self.ids: dict[str, frozenset[str]] = {}
        for scheme, value in sorted(says.identifiers):
            self.ids[scheme] = self.ids.get(scheme, frozenset()) | {value}
        self.mentioned: frozenset[str] = says.mentioned
        self.relations: tuple[tuple[str, str, str], ...] = says.relations


_FULL_NAMES = frozenset(
    name for name in VENUE_ACRONYMS.values() if not name.startswith(("journal", "transactions", "public"))
)
"""Names of conferences written out without the word."""


class _Units(dict[str, int]):
    """Word -> its weight in twentieths, worked out when first asked for."""

    def __missing__(self, word: str) -> int:
        units = _units_of(word)
        if len(self) < 500_000:
            self[word] = units
        return units


def _units_of(word: str) -> int:
    if word in STOP_WORDS:
        return 2
    if word in COMMON_WORDS or len(word) <= 2:
        return 10
    return min(13 + len(word), 32)


_unit = _Units().__getitem__


def total_units(words: Iterable[str]) -> int:
    """How much these words say together, in twentieths: whole numbers add up to the same in any order."""
    return sum(map(_unit, words))


def total_weight(words: Iterable[str]) -> float:
    """How much these words say together (see `word_weight`)."""
    return total_units(words) / 20


def word_weight(word: str) -> float:
    """How much a shared word says: nothing to speak of for "the", less for words that every title has.

    >>> word_weight("the"), word_weight("analysis"), word_weight("authoritarian")
    (0.1, 0.5, 1.3)
    """
    return _unit(word) / 20


def _without_tail(title: str) -> str:
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


def _heads_column(title: Iterable[str], venue: Iterable[str]) -> bool:
    """True where a title is nothing but words of front matter, or such of the editors and the journal's own name."""
    others = [w for w in title if w not in FRONT_MATTER_WORDS]
    return not others or (not EDITORS_WORDS.isdisjoint(title) and set(others) <= set(venue))


def _plain_number(text: str) -> str:
    words = normalise_title(text).split()
    return next((w.lstrip("0") for w in words if any(c.isdigit() for c in w)), " ".join(words))


def _venue_kind(words: list[str]) -> str:
    """journal, conference, preprint, report or nothing, by the words of the venue's name."""
    have = set(words)
    if have & PREPRINT_WORDS:
        return "preprint"
    if have & REPORT_WORDS:
        return "report"
    if "vldb" in have and have & {"j", "journal", "endowment"}:
        return "journal"
    if have & JOURNAL_WORDS and not have & {"proceedings", "conference", "workshop", "symposium", "conf", "proc"}:
        return "journal"
    return "conference" if have & CONFERENCE_WORDS else ""


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
    dois = [value for scheme, value in says.identifiers if scheme == "doi"]
    if venue_kind == "preprint" or (says.genre.lower() == "preprint" and venue_kind not in ("journal", "conference")):
        return "preprint"
    if any(d.startswith(PREPRINT_DOI_PREFIXES) for d in dois) and not says.volume:
        return "preprint"
    only_arxiv = any(s == "arxiv" for s, _ in says.identifiers) and not dois and not says.container
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
    if not found and not _YEAR.search(text) and len(text) < 400:
        said = parse_reference(text)
        if said.title and not (said.author or said.editor or said.volume or said.page):
            return Prepared(given, Stated(title=repair_encoding(text)))
    rest = list(text)
    for item in found:
        rest[item.start : item.end] = " " * (item.end - item.start)
    says = Stated(title=repair_encoding("".join(rest)), identifiers=bare_identifiers(f.identifier for f in found))
    return Prepared(given, says, is_text=True)
