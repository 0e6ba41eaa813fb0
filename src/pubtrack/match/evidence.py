"""What no sum of points can outweigh: identifiers, stated relations, and words that make a work another one."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from pubtrack.markup.names import name_keys_agree
from pubtrack.match.features import shared_authors
from pubtrack.match.policy import PLAIN
from pubtrack.match.prepare import Prepared

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


def plainly_one(a: Prepared, b: Prepared) -> bool:
    """True where a telling title and the authors are the same, whatever year and venue say.

    Learned points alone are too strict here: in the DBLP-ACM set every year is exact, in references it is not.
    """
    if a.generic or b.generic or a.parts != b.parts or a.numbers != b.numbers:
        return False
    telling = min(a.weight, b.weight)
    if telling < (PLAIN["weight"] if min(a.n_authors, b.n_authors) < PLAIN["cut list"] else PLAIN["weight of many"]):
        return False
    if ratio(a.squashed, b.squashed) < 100 * PLAIN["title"]:
        return False
    share = author_share(a, b)
    if share is None or share < PLAIN["authors"] or not _lists_alike(a, b, share):
        return False
    gap = min(abs(x - y) for x in a.years for y in b.years) if a.years and b.years else 0
    return gap <= PLAIN["version years"] and (share >= 0.8 or name_keys_agree(a.authors[0], b.authors[0]))


def _lists_alike(a: Prepared, b: Prepared, share: float) -> bool:
    """True where neither list is much shorter than the other, unless it was cut: it says so, or many names agree."""
    few, many = (a, b) if a.n_authors <= b.n_authors else (b, a)
    if few.more_authors or 2 * few.n_authors >= many.n_authors:
        return True
    return few.n_authors >= PLAIN["cut list"] and share >= PLAIN["cut share"]


def subtitle_dropped(a: Prepared, b: Prepared) -> bool:
    """True where one title is the whole main title of the other, and everybody and the year are the same.

    Seen in Crossref: ACM deposits "Asking the right questions" for "Asking the right questions: Model-driven ...". With
    a single author the venue must agree, too.
    """
    if not (a.title == b.main != b.title or b.title == a.main != a.title) or a.generic or b.generic or a.year is None:
        return False
    if a.year != b.year or a.n_authors != b.n_authors or author_share(a, b) != 1:
        return False
    if a.parts != b.parts or a.numbers != b.numbers:  # "Deep learning" is not "Deep learning: part II"
        return False
    return a.n_authors > 1 or bool(a.venue_words & b.venue_words)


def one_journal(a: Prepared, b: Prepared) -> bool:
    """True where both name one periodical, words of either abbreviated or not."""
    if not a.venue_words or len(a.venue_words) != len(b.venue_words) or "conference" in (a.venue_kind, b.venue_kind):
        return False
    return all(any(x == y or _begins(x, y) or _begins(y, x) for y in b.venue_words) for x in a.venue_words)
