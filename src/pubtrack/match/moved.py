"""Values that stand in the title of a record instead of their own field: authors, venue and year put back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pubtrack.markup.name_keys import loose, name_key
from pubtrack.markup.names import parse_name
from pubtrack.markup.titles import normalise_title
from pubtrack.match.adapt import Stated
from pubtrack.match.features import words_of_names
from pubtrack.match.prepare import Prepared
from pubtrack.match.venues import YEAR
from pubtrack.vocab.matching_words import STOP_WORDS
from pubtrack.vocab.venues import CONFERENCE_WORDS, JOURNAL_WORDS, REPORT_WORDS, VENUE_ACRONYMS, VENUE_NOISE

__all__ = ["put_back"]

_NAME = r"[^\W\d_]{1,3}\.? [^\W\d_][\w'’-]+"
_LIST = re.compile(rf"(?<![\w'’-]){_NAME}(?: ?, {_NAME})*")
"""Initials and a family name, and more of them behind commas, as lists of references have them."""
_MORE_BEFORE, _MORE_BEHIND = re.compile(r",[^,]{0,30}$"), re.compile(r"[^,]{0,25},(?! *\d)")
"""The list goes on where the pattern does not: whole names, whose beginning nothing tells from a title's words."""
_LAST_YEAR = re.compile(r"\b((?:19|20)\d\d)(?:\.0)?\W*$")
_NAMES_OF_VENUES = VENUE_ACRONYMS.keys() & CONFERENCE_WORDS
_PROCEEDINGS = frozenset(("proceedings", "proceeding", "proc", "inproceedings"))
_ANCHORS = _PROCEEDINGS.union(CONFERENCE_WORDS, ("journal", "transactions", "trans", "bulletin", "newsletter")) - {
    "chi",
    "er",
    "findings",
    "meeting",
    "www",
}
"""Words at which a venue behind a title is known; those that titles have, too, left out."""
_OF_VENUES = CONFERENCE_WORDS | JOURNAL_WORDS | VENUE_NOISE | REPORT_WORDS | _PROCEEDINGS
_SPELLED_OUT = _OF_VENUES.union(*(name.split() for pair in VENUE_ACRONYMS.items() for name in pair))
_COUNTED = re.compile(r"\d+(?:st|nd|rd|th)?$")
_ORDINALS = frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
     "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
     "twentieth")
)  # fmt: skip
KNOWN = 0.6
"""Share of the words behind such a word that must be those of venues. Source: chosen on the training parts."""
LEAST_TITLE = 2
"""Words that a title keeps at least."""


def put_back(a: Prepared, b: Prepared) -> tuple[Prepared, Prepared]:
    """Gives the two with authors, venue and year in their fields where they stand in the title of one or both.

    What stands there is told by the other record: the names of its authors, the words of its venue.
    """
    if not (_lacks(a) if a.lacks is None else a.lacks) and not (_lacks(b) if b.lacks is None else b.lacks):
        return a, b
    if 3 * len(a.title_set & b.title_set) < min(len(a.title_set), len(b.title_set)):
        return a, b  # other titles, whatever else stands in them
    if a.is_text or b.is_text or not (_may_hold(a, b) or _may_hold(b, a)):
        return a, b
    known = a.families | b.families
    if not known:
        known = _listed(a) & _listed(b)
    return _put_back(a, b, known), _put_back(b, a, known)


def _lacks(item: Prepared) -> bool:
    """True where a record lacks something that its title may hold; asked of every pair and so kept with the record."""
    dated = item.year is None and bool(item.title_years)
    item.lacks = not item.n_authors or dated or _may_end(item)
    return item.lacks


def _may_hold(item: Prepared, other: Prepared) -> bool:
    if not item.n_authors and (not other.n_authors or not other.families.isdisjoint(words_of_names(item))):
        return True
    if item.year is None and item.title_years and other.years:
        return True
    return _may_end(item)


def _may_end(item: Prepared) -> bool:
    return not item.venue and not _ANCHORS.isdisjoint(item.title_words[LEAST_TITLE:])


def _listed(item: Prepared) -> frozenset[str]:
    """The family names of lists in a title."""
    if item.says is None:
        return frozenset()
    lists = (m[0] for m in _LIST.finditer(item.says.title) if "," in m[0])
    return frozenset([family for text in lists for family in _families(text)])


def _families(text: str) -> list[str]:
    return [loose(name.split(" ", 1)[1]) for name in re.findall(_NAME, text)]


def _put_back(item: Prepared, other: Prepared, known: frozenset[str]) -> Prepared:
    if item.says is None or not _may_hold(item, other):
        return item
    says = changed = item.says
    if not item.n_authors and known:
        changed = _authors_back(says, known)
    if not changed.container and not item.title_set <= set(other.venue.split()):  # a book is no venue of its chapter
        changed = _venue_back(changed, other)
    if changed.year is None:
        changed = _dated(changed, other.years)
    return item if changed is says else _kept(item, changed)


def _kept(item: Prepared, says: Stated) -> Prepared:
    """The record with this said of it, made once: most others tell the same of it."""
    if item.put_back is None:
        item.put_back = {}
    key = (says.title, says.author_text, says.container, says.year)
    if key not in item.put_back:
        item.put_back[key] = Prepared(item.record, replace(says, other_titles=()))
    return item.put_back[key]


def _authors_back(says: Stated, known: frozenset[str]) -> Stated:
    lists = [(len(known.intersection(_families(m[0]))), m) for m in _LIST.finditer(says.title) if m.start()]
    most, found = max(lists, key=lambda one: one[0], default=(0, None))
    if not most or found is None:
        return says
    start, end = found.span()
    if _MORE_BEFORE.search(says.title[:start]) or _MORE_BEHIND.match(says.title[end:]):
        return says
    people = [name_key(parse_name(name)) for name in says.title[start:end].split(",") if re.search(r"\w\w", name)]
    title, rest = says.title[:start], says.title[end:]
    if len(normalise_title(title).split()) < LEAST_TITLE:
        return says
    year, rest = _year_back(says, rest)
    container = says.container or (rest if re.search(r"[^\W\d_]{2}", rest) else "")
    return replace(
        says, title=title, authors=tuple(people), author_text=says.title[start:end], container=container, year=year
    )


def _year_back(says: Stated, text: str) -> tuple[int | None, str]:
    last = _LAST_YEAR.search(text)
    if says.year is not None or last is None:
        return says.year, text
    return int(last[1]), text[: last.start()]


def _dated(says: Stated, years: frozenset[int]) -> Stated:
    """With the year at the end of the title as its own, where the other record is of that year."""
    year, title = _year_back(says, says.title)
    return replace(says, title=title, year=year) if year in years and len(title.split()) >= LEAST_TITLE else says


def _venue_back(says: Stated, other: Prepared) -> Stated:
    """The title without a venue at its end, which becomes the container; what the other title has, too, stays."""
    year, title = _year_back(says, says.title)
    said = title.split()
    at = _venue_at(said)
    if at is None or not _is_venue_beside(normalise_title(" ".join(said[at:])).split(), other):
        return says
    return replace(says, title=" ".join(said[:at]), container=" ".join(said[at:]), year=year)


def _is_venue_beside(tail: list[str], other: Prepared) -> bool:
    """True where the other title does not have these words, too, unless as its own venue."""
    anchors = _ANCHORS.intersection(tail)
    if anchors.isdisjoint(other.title_set):
        return True
    words = other.title_words
    at = None if other.venue else _venue_at(words)
    if at is None or not anchors.isdisjoint(words[:at]):
        return False
    here, there = _ordinals(tail), _ordinals(words[at:])
    return here == there or not (here and there)  # the fifth and the sixth proceedings are two books


def _ordinals(words: Sequence[str]) -> set[str]:
    """Which of a series a venue is: "5th", "fifth", 5. Years say that elsewhere."""
    counted = {word for word in words if _COUNTED.match(word) and not YEAR.fullmatch(word)}
    return counted.union(_ORDINALS.intersection(words))


def _venue_at(said: Sequence[str]) -> int | None:
    """Where a venue begins at the end of a title; None where none does, or where the whole title is one."""
    plain = [normalise_title(word).split() for word in said]
    at = next((i for i in range(LEAST_TITLE, len(said)) if _begins_venue(plain[i:])), None)
    if at is None:
        return None
    while at > LEAST_TITLE and VENUE_NOISE.issuperset(plain[at - 1]):
        at -= 1
    kept = {word for words in plain[:at] for word in words if not _COUNTED.match(word)}
    return at if len(kept - STOP_WORDS - _OF_VENUES) >= LEAST_TITLE else None


def _begins_venue(plain: list[list[str]]) -> bool:
    """True where these words, to the end of a title, are a venue: one that says so, and known words after it."""
    first = plain[0][0] if plain[0] else ""
    if first not in _ANCHORS:
        return False
    words = [word for words in plain for word in words]
    if first in _PROCEEDINGS:
        return len(words) > 1
    known = sum(1 for word in words if word in _SPELLED_OUT or _COUNTED.match(word))
    return known >= KNOWN * len(words) and (len(words) > 1 or first in _NAMES_OF_VENUES)
