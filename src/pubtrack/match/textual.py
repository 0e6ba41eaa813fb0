"""How well a record explains a raw reference string, as a row of numbers; None where one of them says nothing."""

from __future__ import annotations

import re

from rapidfuzz.fuzz import partial_ratio

from pubtrack.match.features import Row
from pubtrack.match.prepare import Prepared
from pubtrack.match.word_units import total_weight

TEXT_NAMES = (
    "title words in the text", "title spelled in the text", "weight of the title", "authors in the text",
    "first author in the text", "year in the text", "volume in the text", "issue in the text",
    "first page in the text", "venue in the text", "share of the text unexplained", "longest stretch unexplained",
    "numbers of the title in the text", "generic title", "numbers agreeing", "authors in their order",
    "all authors in the text", "initials of the first author", "first author at the head",
    "pages of the text", "last page in the text",
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
        _everybody(text, record),
        _initials(text, record),
        _at_the_head(text, record),
        _pages(text, record),
        _last_page(text, record),
    ]


def names_everybody(text: Prepared, record: Prepared) -> bool:
    """True where the text has the names of all authors of the record."""
    return all(_has(text, family) for family in record.families)


def _order(text: Prepared, record: Prepared) -> float | None:
    """1 where the authors that the text names stand there in the order of the record, else 0; None for only one."""
    named = [a.family for a in record.authors[:6] if a.family in text.name_line]
    if len(named) < 2:
        return None
    rest = iter(text.name_line)
    return float(all(family in rest for family in named))


def _has(text: Prepared, family: str) -> bool:
    return family in text.name_line or (len(family) > 4 and family in text.name_letters)


MOST_NAMED = 6
"""Styles name no more authors than this before they write "et al." (APA 6: "six, ... and the last")."""


def _everybody(text: Prepared, record: Prepared) -> float | None:
    """The share of all authors that the text names; None where it is cut ("et al.", "...") or names one at most."""
    if not 2 <= len(record.families) <= MOST_NAMED or text.cut_names:
        return None
    named = sum(1 for family in record.families if _has(text, family))
    return named / len(record.families) if named > 1 else None


def _initials(text: Prepared, record: Prepared) -> float | None:
    """1 where the initial of the first author stands beside the family name, 0 where another one does."""
    first = record.authors[0] if record.authors else None
    if first is None or not first.given or not first.family:
        return None
    at = _place(text, first.family)
    if at is None:
        return None
    words = text.title_words
    beside = (*words[max(0, at - 2) : at], *words[at + 1 : at + 3])
    if any(word[0] == first.given[0][0] for word in beside):
        return 1.0
    behind = words[at + 1 : at + 2]
    return 0.0 if behind and len(behind[0]) == 1 and not behind[0].isdigit() else None


def _place(text: Prepared, family: str) -> int | None:
    """Where a family name of one word stands first."""
    return text.name_line.index(family) if family in text.name_line else None


def _at_the_head(text: Prepared, record: Prepared) -> float | None:
    """1 where the first author stands among the first words, 0 where only later; None where nowhere."""
    at = _place(text, record.authors[0].family) if record.authors else None
    return None if at is None else float(at < HEAD)


HEAD = 4
"""Words in which a first author's family name ends, initials and particles before it."""


def _pages(text: Prepared, record: Prepared) -> float | None:
    """1 where the record begins with the range of pages that the text gives, 0 where it has another or none.

    A record of little more than a title has no pages and says nothing by that.
    """
    told = record.page or record.volume or record.venue
    return float(record.page in text.ranges) if text.ranges and told else None


def _last_page(text: Prepared, record: Prepared) -> float | None:
    """Whether the range of pages is the record's to its end; None where either gives none from this first page on."""
    last = _LAST.search(record.pages) if record.page else None
    said = text.ranges.get(record.page)
    if last is None or (said is None and record.page not in text.figures):
        return None
    end = last[1].lower().lstrip("0")
    return float(end == record.page if said is None else end == said or record.page[: -len(said)] + said == end)


_LAST = re.compile(r"[-–—]{1,2}\s?([A-Za-z]{0,12}\d+|[ivxlc]+)\W*$", re.I)


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


def _is_page(word: str, page: str) -> bool:
    """True for the page with a letter at its end ("161A"), or with what only this publisher writes before it."""
    return page != "" and (word == page or word[:-1] == page or (len(page) > 3 and word.endswith(page)))


def _unexplained(text: Prepared, record: Prepared) -> tuple[float, float]:
    """Weight of the words of the text that the record does not have, and of the longest unbroken stretch of them."""
    total = stretch = longest = 0
    for word in text.title_words:
        if word in record.bag or word.isdigit() or len(word) == 1 or _is_page(word, record.page):
            if len(word) > 3:
                longest, stretch = max(longest, stretch), 0
            continue
        units = text.word_units[word]
        total += units
        stretch += units
    return total / 20, min(max(longest, stretch) / 20, 12.0)
