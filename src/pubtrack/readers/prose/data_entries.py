"""Works, talks and awards in data lines: the head of a page of a static site, a YAML or TOML list.

Source: keys of academicpages, al-folio, Hugo Blox and Jekyll data files.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.award_fields import AWARD, award_of_fields, tells_an_award
from pubtrack.readers.prose.award_names import award_names
from pubtrack.readers.prose.award_pointers import BACK
from pubtrack.readers.prose.found import FoundAward, FoundOther, FoundWork
from pubtrack.readers.prose.items import OTHER_ROLES, identifiers_in
from pubtrack.readers.prose.reference_fields import split_names
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.sentence_borders import sentences
from pubtrack.readers.prose.words import fold, year_in, years_in

__all__ = ["read_data", "tells_a_work"]

TITLE_KEYS = ("title", "titel", "titulo", "titre", "paper_title")
PROOF_KEYS = {"author", "authors", "venue", "journal", "doi", "paperurl", "citation", "publication", "publication_types", "publisher", "booktitle", "pages", "volume", "arxiv", "abstract", "bibtex", "container-title", "conference", "pub", "publication_short", "isbn", "autor", "autoren", "autores", "revista", "journal_title"}  # fmt: skip
"""Keys that stand beside the title of a work; two of them, or one of the strong ones, are proof."""
STRONG_KEYS = {"doi", "journal", "paperurl", "publication", "publication_types", "citation", "booktitle", "venue", "container-title", "bibtex", "revista"}  # fmt: skip
VENUE_KEYS = ("venue", "journal", "booktitle", "publication", "container-title", "conference", "revista", "revue", "zeitschrift", "where", "publisher")  # fmt: skip
"""Keys of what a work appeared in, the surest first."""
OTHER_COLLECTIONS = {"talks": "talk", "teaching": "course", "projects": "project", "portfolio": "project", "posts": "blog post", "news": "blog post", "project": "project", "talk": "talk", "event": "talk", "events": "talk"}  # fmt: skip
LISTED_KEYS = PROOF_KEYS | {
    "year",
    "date",
    "releasedate",
    "jahr",
    "annee",
    "fecha",
    "institute",
    "school",
    "link",
    "url",
    "pdf",
}
"""Keys beside a title that make it a work in a list of publications."""
PRINTED_KEYS = frozenset(("journal", "booktitle", "doi", "container-title", "volume", "isbn"))
"""Keys that make it one in a list of talks or projects."""
_LIST_VALUE = re.compile(r"^[\[\]{}\s\"',|>-]*$")


AWARD_KEYS = ("award", "awards", "honor", "honors", "honour", "honours", "prize", "prizes", "distinction", "auszeichnung", "premio", "prix")  # fmt: skip
"""Keys beside a title under which stands what it won."""


def read_data(lines: list[Placed]) -> tuple[list[FoundWork], list[FoundOther], list[FoundAward]]:
    """Gives what the `key: value` lines of one document list."""
    works: list[FoundWork] = []
    others: list[FoundOther] = []
    awards: list[FoundAward] = []
    groups = _groups(lines)
    for group in groups:
        values = {p.block.label: p for p in reversed(group)}
        listed = len(groups) > 1 and group[0].role == "awards" and not group[0].is_heading
        if group[0].kind == AWARD or (listed and tells_an_award(values, "awards")):
            award, work = award_of_fields(values)
            works += [work] if work else []
            awards += [award] if award else []
            continue
        title = next((values[key] for key in TITLE_KEYS if key in values), None)
        if title is None or len(title.block.text.strip()) < 4:
            continue
        kind = _other_kind(values)
        if kind:
            others.append(FoundOther(title, 0, len(title.block.text.rstrip()), kind))
        elif _is_work(values):
            works.append(_work(title, values))
            awards += [award for key in AWARD_KEYS if key in values for award in _awards(values[key], works[-1])]
            awards += [award for key in TELLING_KEYS if key in values for award in _told(values[key], works[-1])]
    return works, others, awards


def _awards(said: Placed, work: FoundWork) -> list[FoundAward]:
    """Gives the awards that a value names; words without a noun for awards are one where there are several."""
    text = said.block.text
    names = award_names(text, listed=True)
    if names:
        return [FoundAward(said, n.start, n.end, n.kind, work=work, year=year_in(text), confidence=0.85) for n in names]
    end = len(text.rstrip(" .,;\"'"))
    start = len(text) - len(text.lstrip(" \"'"))
    if not 1 < len(text.split()) <= MOST_WORDS:
        return []
    return [FoundAward(said, start, end, work=work, year=year_in(text), confidence=0.6)]


def _told(said: Placed, work: FoundWork) -> list[FoundAward]:
    """Gives the awards that the words about a work tell of: a remark names one, of sentences those that point to the work."""
    if not said.may_hold_award:
        return []
    text = said.block.text
    if len(text) <= LONGEST_REMARK:
        names = [(0, text, name) for name in award_names(text)]
    else:
        parts = [(start, text[start:end]) for start, end in sentences(text, [])]
        names = [(at, part, name) for at, part in parts if BACK.search(fold(part)) for name in award_names(part)]
    found = [FoundAward(said, n.start + at, n.end + at, n.kind, work=work, year=year_in(part)) for at, part, n in names]
    return list({fold(text[award.start : award.end]): award for award in reversed(found)}.values())[::-1]


TELLING_KEYS = ("note", "notes", "remark", "remarks", "comment", "highlight", "annotation", "additional_info", "badge", "bemerkung", "nota", "remarque", "excerpt", "summary", "description")  # fmt: skip
"""Keys beside a title under which stands something about it. Source: al-folio, academicpages, data files of labs."""
_NO_YEARS = frozenset((*TITLE_KEYS, *AWARD_KEYS, *TELLING_KEYS))
"""What these hold says of another thing in which year it was."""
LONGEST_REMARK = 80
"""Characters of a remark that is no sentence of its own. Chosen by hand."""
MOST_WORDS = 10
"""Words of a value that is the name of an award."""


def tells_a_work(values: dict[str, Placed], role: str) -> bool:
    """Tells whether the fields of an entry are those of a work, or of a talk or project that is to be named as one.

    Args:
        values: The fields by their keys.
        role: What the section is, by its heading or by the entry itself.
    """
    if not any(key in values for key in TITLE_KEYS):
        return False
    if role in OTHER_ROLES:
        return not PRINTED_KEYS.isdisjoint(values)
    if role == "publications" and not LISTED_KEYS.isdisjoint(values):
        return True
    return bool(_other_kind(values)) or _is_work(values)


def _groups(lines: list[Placed]) -> list[list[Placed]]:
    """A dash or a repeated title begins the next entry, in a list of awards any key that is repeated."""
    groups: list[list[Placed]] = []
    seen: set[str] = set()
    for line in lines:
        label = line.block.label
        again = label in seen and (label in TITLE_KEYS or line.role == "awards")  # entries of awards are alike
        again |= bool(groups) and groups[-1][-1].is_heading and line.role == "awards"  # the title of the page
        if not groups or again or (line.block.level and (label != "name" or line.kind == AWARD)):
            groups.append([])
            seen = set()
        groups[-1].append(line)
        seen.add(label)
    return groups


def _other_kind(values: dict[str, Placed]) -> str:
    for key in ("collection", "type", "layout"):
        if key in values and (kind := OTHER_COLLECTIONS.get(fold(values[key].block.text.strip()))):
            return kind
    return (
        "talk"
        if "location" in values and "venue" in values and "authors" not in values and "paperurl" not in values
        else ""
    )


def _is_work(values: dict[str, Placed]) -> bool:
    proof = PROOF_KEYS & values.keys()
    is_page = any(p.is_heading for p in values.values())  # `title: Selected papers`, and a day in its head
    first = next(iter(values.values()))
    listed = first.role == "publications" and not LISTED_KEYS.isdisjoint(values) and not is_page
    named = fold(values["collection"].block.text.strip()) if "collection" in values else ""
    in_list = listed or named in ("publications", "publication", "papers")
    return in_list or not STRONG_KEYS.isdisjoint(proof) or (len(proof) >= 2 and "excerpt" not in values)


def _only_year(values: dict[str, Placed]) -> int | None:
    """Gives the year that short values name, None where they name several: `publishedIn: Past and Present, 12(3), 2023`."""
    said = [p.block.text for key, p in values.items() if key not in _NO_YEARS]
    years = {year for text in said if len(text) <= LONGEST_VALUE for year in years_in(text)}
    return years.pop() if len(years) == 1 else None


LONGEST_VALUE = 200
"""Characters of a value that may say where and when something appeared. Chosen by hand: abstracts are longer."""


def _work(title: Placed, values: dict[str, Placed]) -> FoundWork:
    def text(*keys: str) -> str:
        return next(
            (values[k].block.text.strip() for k in keys if k in values and not _LIST_VALUE.match(values[k].block.text)),
            "",
        )

    authors = re.sub(r"[\[\]\"]", "", text("authors", "author", "autoren", "autores", "auteurs", "auteur", "autor"))
    everything = " ".join(p.block.text + " " + " ".join(s.href for s in p.block.spans) for p in values.values())
    if "doi" in values:
        everything += f" doi:{values['doi'].block.text.strip()}"
    return FoundWork(
        title,
        0,
        len(title.block.text.rstrip()),
        "work",
        split_names(authors) if authors else (),
        year_in(text("year", "date", "pubdate", "publishdate", "releasedate", "end_date", "period"))
        or year_in(text("citation"), last=True)
        or title.year
        or _only_year(values),
        text(*VENUE_KEYS),
        identifiers_in(everything),
        0.9,
    )
