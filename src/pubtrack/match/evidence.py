"""What no sum of points can outweigh: identifiers, stated relations, and words that make a work another one."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import partial_ratio, ratio

from pubtrack.match.features import shared_authors
from pubtrack.match.policy import PLACED, PLAIN
from pubtrack.match.prepare import Prepared
from pubtrack.match.slips import ARTICLES
from pubtrack.vocab.matching_words import GOVERNING_WORDS, STOP_WORDS

NAMING = ("doi", "arxiv", "pmid", "pmcid", "acl", "openreview", "isbn")
"""Schemes whose identifiers are given by the publisher or archive: two different ones are two different things."""
AGGREGATED = ("openalex", "s2", "dblp")
"""Schemes of aggregators, which hold doubles: they conflict only where no naming identifier agrees."""

SAME_RELATIONS = frozenset(("same-as",))
VERSION_RELATIONS = frozenset(
    ("preprint-of", "has-preprint", "version-of", "has-version", "translation-of", "has-translation")
)
OTHER_RELATIONS = frozenset(
    ("reproduces", "reproduced-by", "corrects", "corrected-by", "retracts", "retracted-by", "reviews", "reviewed-by",
     "supplements", "supplemented-by", "replies-to", "has-reply", "part-of", "has-part")
)  # fmt: skip

APART = frozenset(
    (
        "reproduction", "reply", "comment", "correction", "retraction", "review", "supplement", "sequel", "peer-review",
        "interview",
    )
)  # fmt: skip
"""Markers that make a work another work than the one it speaks of."""


class IdEvidence(NamedTuple):
    """What the identifiers of two records say."""

    agree: tuple[str, ...]
    conflict: tuple[str, ...]


def compare_ids(a: Prepared, b: Prepared) -> IdEvidence:
    """Gives the schemes in which the records share an identifier, and those in which theirs differ."""
    if not a.ids or not b.ids:
        return _NO_IDS
    agree = tuple(s for s, values in a.ids.items() if s in b.ids and values & b.ids[s] and s != "isbn")
    conflict = [
        s for s in NAMING if s in a.ids and s in b.ids and not a.ids[s] & b.ids[s] and (s != "isbn" or _books(a, b))
    ]
    if a.mentioned or b.mentioned:
        conflict = [s for s in conflict if s not in a.mentioned and s not in b.mentioned]
    if not any(s in NAMING for s in agree):
        conflict += [s for s in AGGREGATED if s in a.ids and s in b.ids and not a.ids[s] & b.ids[s]]
    return IdEvidence(agree, tuple(conflict))


_NO_IDS = IdEvidence((), ())


def _books(a: Prepared, b: Prepared) -> bool:
    return a.kind == b.kind == "book" or not (a.kind or b.kind)


def stated_relation(a: Prepared, b: Prepared) -> str | None:
    """Gives "same", "version" or "different" where a record states its relation to the other; None where none does."""
    said = {
        kind
        for one, other in ((a, b), (b, a))
        for kind, scheme, value in one.relations
        if value in other.ids.get(scheme, ())
    }
    if said & SAME_RELATIONS:
        return "same"
    if said & OTHER_RELATIONS:
        return "different"
    return "version" if said & VERSION_RELATIONS else None


def title_alike(a: Prepared, b: Prepared) -> float:
    """How alike two titles are, 0 to 1, in spelling or in words, the main title or the subtitle counting alone."""
    if not a.title or not b.title:
        return 0.0
    whole = max(ratio(a.squashed, b.squashed), ratio(a.sorted_title, b.sorted_title)) / 100
    if whole >= 0.9 or not (a.sub and b.sub):
        cut_off = (a.title == b.main or b.title == a.main) and min(len(a.title), len(b.title)) > 12
        return max(whole, 0.8) if cut_off else whole
    if a.main == b.main and len(a.main) > 8:
        return max(whole, 0.5 + ratio(a.sub, b.sub) / 200)
    if a.sub == b.sub and len(a.sub) > 25:
        return max(whole, 0.5 + ratio(a.main, b.main) / 200)
    return whole


def author_share(a: Prepared, b: Prepared) -> float | None:
    """The share of the shorter author list that stands in the longer one; None where one list is missing."""
    if not a.n_authors or not b.n_authors:
        return None
    return shared_authors(a, b) / min(a.n_authors, b.n_authors)


def kinds_apart(a: Prepared, b: Prepared) -> bool:
    """True where one is a preprint and the other published, or one a conference paper and the other in a journal."""
    kinds = {_kind_or_venue(a), _kind_or_venue(b)}
    if len(kinds) < 2 or "" in kinds:
        return False
    if "preprint" in kinds:
        return not kinds & {"dataset", "software", "thesis"}
    if (
        a.venue
        and b.venue
        and (a.venue_words <= b.venue_words or b.venue_words <= a.venue_words)
        and a.venue_kind == b.venue_kind
    ):
        return False
    return {a.venue_kind, b.venue_kind} == {"journal", "conference"}


def _kind_or_venue(item: Prepared) -> str:
    """A record that names a venue is published there, whatever kind of venue it is."""
    return item.kind or ("published" if item.venue else "")


def venues_apart(a: Prepared, b: Prepared) -> bool:
    """True where both name a venue and no word of one is, or begins, a word of the other."""
    if not a.venue_words or not b.venue_words or not a.venue_words.isdisjoint(b.venue_words):
        return False
    return not any(_begins(x, y) or _begins(y, x) for x in a.venue_words for y in b.venue_words)


def _begins(short: str, long: str) -> bool:
    return len(short) > 1 and long.startswith(short)


def kinds_exclude(a: Prepared, b: Prepared) -> bool:
    """True where software or data of the same name stands beside a text, or a post beside a paper."""
    for odd in ("dataset", "software", "post", "review"):
        if (a.kind == odd) != (b.kind == odd) and a.kind and b.kind:
            return True
    return False


def is_part(a: Prepared, b: Prepared) -> bool:
    """True where the title of one is the container of the other: a chapter beside its book."""
    if a.kind == b.kind or a.title == b.title:
        return False
    return bool(len(a.title) > 12 and a.title == b.venue) or bool(len(b.title) > 12 and b.title == a.venue)


def governs(a: Prepared, b: Prepared) -> bool:
    """True where one title is the other behind words that make it an object: "Overview of X", "A system for X".

    Source: of the pairs like this in the sets of `tools/train_matching.py` and among the answers of services 66 are two
    works and three are one (one of them an erratum, one a version), whoever the authors are.
    """
    lead = [w for w in _lead(a, b) if w not in ARTICLES]
    return len(lead) > 1 and lead[-1] in GOVERNING_WORDS and not STOP_WORDS.issuperset(lead)


def led(a: Prepared, b: Prepared) -> bool:
    """True where one title is the other behind telling words that are neither a main title nor the name of an author.

    Source: of 44,000 pairs of real records with authors in common (.bib files of the shared data, answers of services)
    27 are so, by the same two people or more, a year apart; two of them may be one work.
    """
    if a.title == b.sub or b.title == a.sub or ratio(a.squashed, b.squashed) >= 100 * PLAIN["title"]:
        return False
    return not STOP_WORDS.union(a.name_words, b.name_words).issuperset(_lead(a, b))


def _lead(a: Prepared, b: Prepared) -> tuple[str, ...]:
    """The words of one title before those that are the whole other title; none where they are not."""
    long, short = (a, b) if len(a.title_words) > len(b.title_words) else (b, a)
    at = len(long.title_words) - len(short.title_words)
    if (
        not at
        or len(short.title_words) < 2
        or ratio("".join(long.title_words[at:]), short.squashed) < 100 * PLAIN["governed"]
    ):
        return ()
    return long.title_words[:at]


def year_gap(a: Prepared, b: Prepared) -> int | None:
    """The least number of years between the two; None where one has none."""
    return min(abs(x - y) for x in a.years for y in b.years) if a.years and b.years else None


def one_place(a: Prepared, b: Prepared) -> bool:
    """True where both give the same volume and first page."""
    return bool(a.page and a.volume) and a.page == b.page and a.volume == b.volume


def other_place(a: Prepared, b: Prepared) -> bool:
    """True where both give a volume or both a page, and the two differ."""
    return (bool(a.page and b.page) and a.page != b.page) or (bool(a.volume and b.volume) and a.volume != b.volume)


def printed_once(a: Prepared, b: Prepared) -> bool:
    """True where both begin on one page of one volume, and title, authors, year and venue may be one work's.

    Volume and page single out a work, but not a column: some journals have the editor's on page 5 of every issue.
    """
    if not one_place(a, b) or not numbered_alike(a, b) or venues_apart(a, b):
        return False
    if (a.issue and b.issue and a.issue != b.issue) or (year_gap(a, b) or 0) > PLAIN["years"]:
        return False
    share, alike = author_share(a, b), title_alike(a, b)
    if a.generic or b.generic:
        return alike == 1 and bool(share) and share == 1 and _late_page(a)
    if swapped_words(a, b):
        return False
    if alike >= PLACED["title"] and (share is None or share > 0 or _family_misspelled(a, b)):
        return True
    cut = a.title_set <= b.title_set or b.title_set <= a.title_set
    known = share is not None and share >= PLACED["authors"]
    return known and (cut or alike >= PLACED["title with authors"] or _contained(a, b))


def swapped_words(a: Prepared, b: Prepared) -> bool:
    """True where a word of one title stands for an unlike one of the other: "... of adults" beside "... of mice"."""
    if a.title == b.title:
        return False
    few, many = sorted(
        (a.title_set - b.title_set, b.title_set - a.title_set), key=lambda left: (len(left), sorted(left))
    )
    return any(not any(_word_alike(word, other) for other in many) for word in few)


def _word_alike(one: str, two: str) -> bool:
    return ratio(one, two) >= 100 * PLACED["words"] or OSA.distance(one, two, score_cutoff=1) <= 1


def _contained(a: Prepared, b: Prepared) -> bool:
    """True where one title stands in the other, but for slips."""
    return partial_ratio(a.squashed, b.squashed) >= 100 * PLACED["title contained"]


def _late_page(item: Prepared) -> bool:
    """True where no issue of a journal begins on that page, and so no column that stands first in every issue."""
    return item.page.isdigit() and int(item.page) >= PLACED["late page"]


def _family_misspelled(a: Prepared, b: Prepared) -> bool:
    return ratio(a.family_text, b.family_text) >= 100 * PLACED["family names"]


def nothing_apart(a: Prepared, b: Prepared) -> bool:
    """True where title, authors and venue are the same and neither year nor place is another: as far as one can see."""
    if a.title != b.title or author_share(a, b) != 1 or a.n_authors != b.n_authors or other_place(a, b):
        return False
    return (share_venue(a, b) or not (a.venue or b.venue)) and not year_gap(a, b)


def numbered_alike(a: Prepared, b: Prepared) -> bool:
    """True where the titles have the same numbers and parts, or only their spaces differ: "HTML4" and "HTML 4"."""
    return (a.parts == b.parts and a.numbers == b.numbers) or a.squashed == b.squashed


def share_venue(a: Prepared, b: Prepared) -> bool:
    """True where both name a venue, and the two may be one."""
    return bool(a.venue_words and b.venue_words) and not venues_apart(a, b)


def one_journal(a: Prepared, b: Prepared) -> bool:
    """True where both name one periodical, words of either abbreviated or not."""
    if not a.venue_words or len(a.venue_words) != len(b.venue_words) or "conference" in (a.venue_kind, b.venue_kind):
        return False
    return all(any(x == y or _begins(x, y) or _begins(y, x) for y in b.venue_words) for x in a.venue_words)
