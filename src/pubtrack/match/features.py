"""How two prepared records agree, as a row of numbers: each is symmetric, None where one record says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Prefix
from rapidfuzz.fuzz import partial_ratio, ratio, token_set_ratio

from pubtrack.markup.name_keys import givens_agree, loose, name_keys_agree
from pubtrack.match.prepare import Prepared
from pubtrack.match.word_units import total_units

NAMES = (
    "title spelling", "title words in any order", "shorter title covered", "longer title covered",
    "title contained", "title beginning of the shorter", "title beginning of the longer",
    "words before the first difference", "words left over, lesser side", "words left over, greater side",
    "spelling of the words left over", "length of the shorter title", "weight of the shorter title",
    "first word left over", "numbers", "markers", "parts", "generic title", "authors shared of the shorter list",
    "authors shared of the longer list", "first author", "spelling of the authors", "author words in common",
    "number of authors", "year gap", "years given", "venue words shared of the shorter", "venue spelling",
    "venue kind", "venues given", "shorter record covered", "longer record covered", "record spelling",
    "authors found in the other's text", "venue found in the other's text", "words unexplained", "volume",
    "first page",
)  # fmt: skip
"""The measures in their order; the weights table uses these names."""

_SAME_START = NAMES.index("words before the first difference")

Row = list[float | None]


def measure(a: Prepared, b: Prepared) -> Row:
    """Gives the measures of a pair in the order of `NAMES`."""
    row = _title(a, b)
    row += _authors(a, b)
    row += _year(a, b)
    row += _venue(a, b)
    row += _whole(a, b, int(row[_SAME_START] or 0))
    row += [_agree(a.volume, b.volume), _agree(a.page, b.page)]
    return row


def _agree(a: str, b: str) -> float | None:
    return float(a == b) if a and b else None


def _title(a: Prepared, b: Prepared) -> Row:
    return _one_title(a, b) if a.title == b.title and a.title else _two_titles(a, b)


def _one_title(a: Prepared, b: Prepared) -> Row:
    """What `_two_titles` gives for one title, which every second pair has."""
    words = float(min(len(a.title_words), 12))
    first_left = _first_left(a, b, 12) if len(a.title_words) > 12 else 0.0
    covered = a.weight / max(a.weight, 0.1)
    generic = float(a.generic) + float(b.generic)
    likeness: Row = [100.0, 100.0, covered, covered, 100.0, 1.0, 1.0]
    return [*likeness, words, 0.0, 0.0, 100.0, words, min(a.weight, 14.0), first_left, 0.0, 0.0, 0.0, generic]


def _two_titles(a: Prepared, b: Prepared) -> Row:
    left_a, left_b = a.title_set - b.title_set, b.title_set - a.title_set
    units_a, units_b = total_units(left_a), total_units(left_b)
    shared = (a.units - units_a) / 20
    least, most = (a.weight, b.weight) if a.weight < b.weight else (b.weight, a.weight)
    begin = Prefix.similarity(a.squashed, b.squashed)
    len_a, len_b = len(a.squashed), len(b.squashed)
    short, long = (len_a, len_b) if len_a < len_b else (len_b, len_a)
    same_start = _common_words(a.title_words, b.title_words)
    numbers = 0.0 if a.numbers == b.numbers else (2.0 if a.numbers and b.numbers else 1.0)
    return [
        ratio(a.squashed, b.squashed),
        ratio(a.sorted_title, b.sorted_title),
        shared / max(least, 0.1),
        shared / max(most, 0.1),
        partial_ratio(a.title, b.title),
        begin / max(1, short),
        begin / max(1, long),
        float(same_start),
        min(units_a, units_b) / 20,
        max(units_a, units_b) / 20,
        ratio("".join(sorted(left_a)), "".join(sorted(left_b)))
        if left_a and left_b
        else (100.0 if not left_a and not left_b else None),
        min(len(a.title_words), len(b.title_words), 12),
        min(a.weight, b.weight, 14.0),
        _first_left(a, b, same_start),
        numbers,
        float(len(a.markers ^ b.markers)),
        float(a.parts != b.parts) + float(bool(a.parts) and bool(b.parts) and a.parts != b.parts),
        float(a.generic) + float(b.generic),
    ]


def _first_left(a: Prepared, b: Prepared, start: int) -> float:
    """On how many sides the first word after the common beginning is unknown to the other record."""
    left = len(a.title_words) > start and a.title_words[start] not in b.bag
    right = len(b.title_words) > start and b.title_words[start] not in a.bag
    return float(left + right)


def _common_words(a: Sequence[str], b: Sequence[str]) -> int:
    count = 0
    for p, q in zip(a, b, strict=False):
        if p != q:
            return count
        count += 1
        if count == 12:
            break
    return count


@lru_cache(maxsize=1)
def shared_authors(a: Prepared, b: Prepared) -> int:
    """How many authors of one list have their like in the other (the lesser of both directions).

    Remembered for the pair that is looked at: measures and several rules ask.
    """
    if a.name_words.isdisjoint(b.name_words) and a.families.isdisjoint(b.families):
        crossed = 0 if a.whole_names and b.whole_names else crossed_authors(a, b)
        return crossed if crossed > 1 else 0
    common = a.families & b.families
    if len(common) == len(a.families) == len(b.families) == a.n_authors == b.n_authors and not (
        a.clashing or b.clashing
    ):
        return sum([givens_agree(x.given, y.given) for x, y in zip(a.by_family, b.by_family, strict=True)])
    left = [x for x in a.authors if x.family in b.families or x.words & b.name_words]
    right = [y for y in b.authors if y.family in a.families or y.words & a.name_words]
    if not left or not right:
        return 0
    left_to_right = sum(1 for x in left if any(name_keys_agree(x, y) for y in right))
    right_to_left = sum(1 for y in right if any(name_keys_agree(x, y) for x in left))
    return min(left_to_right, right_to_left)


def crossed_authors(a: Prepared, b: Prepared) -> int:
    """How many authors agree in their place where one list has the initial of the family name before the given name.

    Seen in citations: "S. Sunita, T. Shiby" for Sunita Sarawagi and Shiby Thomas. One such name is chance, two are not.
    """
    crossing = 0
    for (one, ones, one_brief), (two, twos, two_brief) in zip(_initials(a), _initials(b), strict=False):
        if (one_brief or two_brief) and one in twos and two in ones:
            crossing += 1
    return crossing


def _initials(item: Prepared) -> tuple[tuple[str, str, bool], ...]:
    """For each author the initial of the family name, those of the given names, and whether that is all there is."""
    if item.initials is None:
        item.initials = tuple(
            (
                name.family[:1] or " ",
                "".join(word if len(word) <= 2 else word[0] for word in name.given),
                all(len(word) <= 2 for word in name.given),
            )
            for name in item.authors
        )
    return item.initials


def comparable(a: Prepared, b: Prepared) -> tuple[Prepared, Prepared]:
    """Gives the two as they compare: names that say nothing against the other's are left out.

    Those are organisations beside people, and names in Chinese, Korean, Arabic or the like beside others: one name has
    several romanisations, and one romanisation stands for many names.
    """
    if not a.n_authors or not b.n_authors or a.name_words & b.name_words:
        return a, b
    if a.only_bodies != b.only_bodies:
        return (a.without_authors(), b) if a.only_bodies else (a, b.without_authors())
    if a.in_han != b.in_han:
        return (a.without_authors(), b) if a.in_han else (a, b.without_authors())
    return a, b


_NO_AUTHORS: Row = [None] * 6


def _authors(a: Prepared, b: Prepared) -> Row:
    if not a.n_authors or not b.n_authors:
        return _NO_AUTHORS
    shared = shared_authors(a, b)
    few, many = (a.n_authors, b.n_authors) if a.n_authors < b.n_authors else (b.n_authors, a.n_authors)
    return [
        shared / few,
        shared / many,
        float(shared > 0 and name_keys_agree(a.authors[0], b.authors[0])),
        ratio(a.family_text, b.family_text),
        token_set_ratio(a.family_text, b.family_text),
        min(few, 6),
    ]


def _year(a: Prepared, b: Prepared) -> Row:
    given = float(bool(a.years)) + float(bool(b.years))
    if given < 2:
        return [None, given]
    gap = min(abs(x - y) for x in a.years for y in b.years) if a.years.isdisjoint(b.years) else 0
    return [min(gap, 10), given]


def _venue(a: Prepared, b: Prepared) -> Row:
    given = float(bool(a.venue)) + float(bool(b.venue))
    if given < 2:
        return [None, None, None, given]
    shared = len(a.venue_words & b.venue_words)
    kind = float(a.venue_kind == b.venue_kind) if a.venue_kind and b.venue_kind else 0.5
    return [
        shared / max(1, min(len(a.venue_words), len(b.venue_words))),
        token_set_ratio(a.venue_text, b.venue_text),
        kind,
        given,
    ]


def _whole(a: Prepared, b: Prepared, start: int) -> Row:
    shared = (a.bag_units - total_units(a.bag - b.bag)) / 20
    least, most = (a.bag_weight, b.bag_weight) if a.bag_weight < b.bag_weight else (b.bag_weight, a.bag_weight)
    rest = [w for w in a.title_words[start:] if w not in b.bag]
    rest += [w for w in b.title_words[start:] if w not in a.bag]
    unexplained = total_units(rest) if rest else 0
    return [
        shared / max(least, 0.1),
        shared / max(most, 0.1),
        ratio(a.sorted_text, b.sorted_text),
        _found(_families_in(a, b), _families_in(b, a)),
        _found(_venue_in(a, b), _venue_in(b, a)),
        unexplained / 20,
    ]


def _found(one: float | None, other: float | None) -> float | None:
    return other if one is None else one if other is None else min(one, other)


def _families_in(a: Prepared, b: Prepared) -> float | None:
    if not a.n_authors or b.n_authors:
        return None
    words = words_of_names(b)
    return sum(1 for f in a.families if f in words) / len(a.families)


def words_of_names(item: Prepared) -> frozenset[str]:
    """The words of a record, also as the keys of names have them: "Bauer" as "baur", "Schoelkopf" as "scholkopf"."""
    if item.name_bag is None:
        item.name_bag = item.bag.union([loose(w) for w in item.bag if "ae" in w or "oe" in w or "ue" in w])
    return item.name_bag


def _venue_in(a: Prepared, b: Prepared) -> float | None:
    if not a.venue or b.venue:
        return None
    return len(a.venue_words & b.title_set) / max(1, len(a.venue_words))


def card_of(a: Prepared, b: Prepared) -> str:
    """Gives the card that judges a pair, by what the two records have.

    `names`: both give authors with whole names. `brief`: both give authors, one of them by initials only (citations).
    `numbered`: both give authors, and volume or page as catalogues do. `loose`: authors are missing, or values of other
    fields stand in a title, so that whole records are compared.
    """
    if not (a.n_authors and b.n_authors) or is_moved(a, b) or is_moved(b, a):
        return "loose"
    if (a.volume and b.volume) or (a.page and b.page):
        return "numbered"
    return "names" if a.whole_names and b.whole_names else "brief"


def is_moved(a: Prepared, b: Prepared) -> bool:
    """True where something that `a` lacks as a field stands in its title instead.

    A year in the name of the venue ("Proceedings of the 1996 ACM SIGMOD ...") stands where it belongs.
    """
    if not a.year and a.title_years:
        return True
    return not a.venue and len(b.venue_words & a.title_set) >= max(1, 0.6 * len(b.venue_words))
