"""How well a record explains a raw reference string, as a row of numbers; None where one of them says nothing."""

from __future__ import annotations

from rapidfuzz.fuzz import partial_ratio

from pubtrack.match.features import Row
from pubtrack.match.prepare import Prepared
from pubtrack.match.word_units import total_weight

TEXT_NAMES = (
    "title words in the text", "title spelled in the text", "weight of the title", "authors in the text",
    "first author in the text", "year in the text", "volume in the text", "issue in the text",
    "first page in the text", "venue in the text", "share of the text unexplained", "longest stretch unexplained",
    "numbers of the title in the text", "generic title", "numbers agreeing", "authors in their order",
)  # fmt: skip
"""The measures in their order; the weights table uses these names."""


def measure_text(text: Prepared, record: Prepared) -> Row:
    """Gives the measures of a reference string and a record in the order of `TEXT_NAMES`."""
    shared = total_weight(record.title_set & text.bag)
    families = [a.family for a in record.authors[:6]]
    found = [_has(text, family) for family in families]
    spelled = partial_ratio(record.squashed, text.squashed) if len(record.squashed) < len(text.squashed) else None
    unexplained, longest = _unexplained(text, record)
    numbers = _numbers(text, record)
    return [
        shared / max(record.weight, 0.1),
        spelled,
        min(record.weight, 14.0),
        sum(found[:3]) / len(found[:3]) if found else None,
        float(found[0]) if found else None,
        _year(text, record),
        *numbers,
        _venue(text, record),
        unexplained / max(text.bag_weight, 0.1),
        longest,
        float(record.numbers <= text.figures) if record.numbers else None,
        float(record.generic),
        float(sum(1 for n in numbers if n) + (_year(text, record) == 1.0)),
        _order(text, record),
    ]


def names_everybody(text: Prepared, record: Prepared) -> bool:
    """True where the text has the names of all authors of the record."""
    return all(_has(text, family) for family in record.families)


def _order(text: Prepared, record: Prepared) -> float | None:
    """1 where the authors that the text names stand there in the order of the record, else 0; None for only one."""
    named = [a.family for a in record.authors[:6] if a.family in text.bag]
    if len(named) < 2:
        return None
    rest = iter(text.title_words)
    return float(all(family in rest for family in named))


def _has(text: Prepared, family: str) -> bool:
    return family in text.bag or (len(family) > 4 and family in text.squashed)


def _numbers(text: Prepared, record: Prepared) -> Row:
    """Volume, issue and first page: 1 where the text has it, 0 where it has another number, None where it has none."""
    said = [_said(text, record.volume), _said(text, record.issue), _page(text, record.page)]
    more = 0.0 if _has_more(text, record) else None
    return [1.0 if one else (None if one is None else more) for one in said]


def _said(text: Prepared, number: str) -> bool | None:
    return (number in text.figures or number in text.bag) if number else None


def _page(text: Prepared, page: str) -> bool | None:
    """The end of a range is no first page: "194-199" is not the work on pages 199-204."""
    ends_only = page in text.ranges.values() and page not in text.ranges
    return False if ends_only else _said(text, page)


def _has_more(text: Prepared, record: Prepared) -> bool:
    """True where the text has a number that neither year nor title nor place of the record explains."""
    known = {
        record.volume,
        record.issue,
        record.page,
        text.ranges.get(record.page),
        *map(str, record.years | text.years),
    }
    return any(figure not in known and figure not in record.bag for figure in text.figures)


def _year(text: Prepared, record: Prepared) -> float | None:
    if not text.years or not record.years:
        return None
    if text.years & record.years:
        return 1.0
    return 0.5 if any(abs(x - y) == 1 for x in text.years for y in record.years) else 0.0


def _venue(text: Prepared, record: Prepared) -> float | None:
    """The share of the venue's words in the text; abbreviated words count where they begin so."""
    if not record.venue_words:
        return None
    missing = record.venue_words - text.bag
    begun = sum(
        1 for word in missing if word[:3] in text.beginnings and any(word.startswith(t) for t in text.short_words)
    )
    return 1 - (len(missing) - begun) / len(record.venue_words)


def _unexplained(text: Prepared, record: Prepared) -> tuple[float, float]:
    """Weight of the words of the text that the record does not have, and of the longest unbroken stretch of them."""
    total = stretch = longest = 0
    for word in text.title_words:
        if word in record.bag or word.isdigit() or len(word) == 1:
            if len(word) > 3:
                longest, stretch = max(longest, stretch), 0
            continue
        units = text.word_units[word]
        total += units
        stretch += units
    return total / 20, min(max(longest, stretch) / 20, 12.0)
