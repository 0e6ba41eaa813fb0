"""A reader for refer/BibIX files (EndNote's `.enw`): `%T Title`, `%A Family, Given`, records apart by blank lines."""

from __future__ import annotations

import re

from pubtrack import Contributor, Fields, Identifier, PartialDate, Reading
from pubtrack.model import Issue, WorkMention

_RECORD = re.compile(r"(?:^%.*\n?)+", re.MULTILINE)
_LINE = re.compile(r"^%(.) ?(.*)$", re.MULTILINE)
_TYPES = {"Journal Article": "article-journal", "Book": "book", "Conference Paper": "paper-conference"}


def read_refer(text: str) -> Reading:
    """Refer and EndNote (.enw): one mention per record; offsets count in code points of the text."""
    works, issues = [], []
    for found in _RECORD.finditer(text):
        lines = _LINE.findall(found[0])
        titles = [value.strip() for tag, value in lines if tag == "T" and value.strip()]
        if not titles:
            line = text.count("\n", 0, found.start()) + 1
            issues.append(Issue(check="no-title", message="a record without %T was left out.", line=line))
            continue
        works.append(_mention(found, lines, titles[0]))
    return Reading(text=text, format="refer", works=tuple(works), issues=tuple(issues))


read_refer.endings = ("enw", "refer")  # type: ignore[attr-defined]
"""Files so called are read with this, where pubtrack has no reader of its own for the ending."""


def _mention(found: re.Match[str], lines: list[tuple[str, str]], title: str) -> WorkMention:
    said = {tag: value.strip() for tag, value in lines if value.strip()}
    authors = tuple(_person(value) for tag, value in lines if tag == "A" and value.strip())
    year = re.match(r"\d{4}", said.get("D", ""))
    doi = Identifier.of("doi", said.get("R"))  # None where it is no DOI
    ids = (doi,) if doi else ()
    fields = Fields(
        type=_TYPES.get(said.get("0", "")),
        title=title,
        author=authors,
        issued=PartialDate(year=int(year[0])) if year else None,
        container_title=said.get("J") or said.get("B"),
        identifiers=ids,
    )
    return WorkMention(
        start=found.start(),
        end=found.end(),
        title=title,
        title_plain=title,
        authors=tuple(author.name for author in authors),
        year=int(year[0]) if year else None,
        identifiers=ids,
        fields=fields,
    )


def _person(name: str) -> Contributor:
    family, comma, given = name.strip().partition(",")
    return Contributor(family=family.strip(), given=given.strip()) if comma else Contributor(literal=name.strip())
