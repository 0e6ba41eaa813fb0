"""PubMed's .nbib files ("Send to: Citation manager") into works."""

from __future__ import annotations

import re
from typing import cast

from pubtrack.model import (
    CONTRIBUTOR_FIELDS,
    SCHEMES,
    Contributor,
    Funding,
    Identifier,
    Notice,
    PartialDate,
    Reading,
    Scheme,
    WorkMention,
)
from pubtrack.readers.collecting import Collected, contributor_of, duplicate_keys
from pubtrack.readers.noticing import general_issues, reading_issue
from pubtrack.readers.tagged_lines import TaggedLine, tagged_lines
from pubtrack.readers.written_dates import written_date
from pubtrack.vocab.pubmed_tags import PUBMED_NOTICES, PUBMED_TAGS, PUBMED_TYPES

__all__ = ["read_nbib"]

_TAG = re.compile(r"\ufeff?([A-Z][A-Z0-9]{1,3}) {0,2}- ?")
_LOCATED = re.compile(r"(\S+) \[(doi|pii)\]")
_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_RANGE = re.compile(r"(\d+)-(\d+)", re.ASCII)
_IN_NOTICE = re.compile(r"doi: (10\.\S+)|PMID: (\d+)")


def read_nbib(text: str, *, source: str | None = None) -> Reading:
    r"""Gives the works of a PubMed .nbib text. Never raises: what cannot be read is listed in `issues`.

    >>> read_nbib("PMID- 123\nTI  - A title\n      that goes on.\nDP  - 2020 May 3\n").works[0].title_plain
    'A title that goes on'
    """
    issues = list(general_issues(text, source))
    records: list[list[TaggedLine]] = []
    for line in tagged_lines(text, _TAG):
        if line.tag == "PMID" or (line.tag and not records):
            records.append([])
        if line.tag:
            records[-1].append(line)
    works: list[WorkMention] = []
    lines: dict[int, int] = {}
    for record in records:
        try:
            mention = _mention(record, text)
        except ValueError as error:
            message = f"This entry could not be read: {str(error).splitlines()[0]}"
            issues.append(reading_issue("broken-entry", message, source, record[0].line))
            continue
        works.append(mention)
        lines[mention.start] = record[0].line
    if not works and not issues:
        issues.append(
            reading_issue("no-entry", "No line of the form 'PMID- 123' is here: is this PubMed's?", source, 1)
        )
    issues += duplicate_keys(works, source, lines)
    return Reading(text=text, source=source, format="nbib", works=tuple(works), issues=tuple(issues))


def _mention(record: list[TaggedLine], text: str) -> WorkMention:
    got = Collected()
    tags = {line.tag for line in record}
    got.values["type"] = "article-journal"
    for line in record:
        if line.value:
            _take(got, line, tags)
    _authors(got, record, tags)
    notices = tuple(n for line in record if (n := _notice(line)))
    funding = tuple(f for line in record if line.tag == "GR" and (f := _grant(line.value)))
    got.values |= {"notices": notices, "funding": funding}
    title = next((line for line in record if line.tag == "TI" and line.value), None)
    if title is None:
        return got.mention(text, (record[0].start, record[-1].end), is_title=False)
    # PubMed closes every title with a full stop of its own; brackets mark a translated one.
    end = title.end - (1 if title.value.endswith(".") and not title.value.endswith("..") else 0)
    return got.mention(text, (title.start, end), is_title=True)


def _take(got: Collected, line: TaggedLine, tags: set[str]) -> None:
    tag, value = line.tag, line.value
    field = PUBMED_TAGS.get(tag)
    if tag in ("LID", "AID"):
        _located(got, tag, value, has_pages="PG" in tags)
    elif tag == "PT":
        _type(got, value)
    elif tag == "PST":
        if value == "aheadofprint":
            got.say("status", "ahead of print")
    elif field is None or field in CONTRIBUTOR_FIELDS:
        return
    elif field == "keyword":
        got.keywords.append(value)
    elif field in ("issued", "available"):
        day = _DAY.match(value)
        got.say(field, PartialDate.from_parts(day.groups()) if day else written_date(value))
    elif field in SCHEMES:
        got.identify(cast(Scheme, field), value.split(" ")[0] if field != "isbn" else value)
    else:
        got.say(field, _text(field, value), f"nbib-{tag.lower()}")


def _located(got: Collected, tag: str, value: str, *, has_pages: bool) -> None:
    """`LID` and `AID` hold a DOI or a publisher's item id, which serves as article number."""
    match = _LOCATED.fullmatch(value)
    if match and match[2] == "doi":
        got.identify("doi", match[1])
    elif match and tag == "LID" and not has_pages:
        got.say("number", match[1])


def _text(field: str, value: str) -> str:
    if field == "page":
        return _full_range(value)
    if field == "title":
        title = value.removesuffix(".") if not value.endswith("..") else value
        return title[1:-1] if title.startswith("[") and title.endswith("]") else title
    return value


def _full_range(page: str) -> str:
    """The last page in full: PubMed shortens 1234-1239 to `1234-9`."""
    match = _RANGE.fullmatch(page)
    if match and len(match[2]) < len(match[1]):
        return f"{match[1]}-{match[1][: -len(match[2])]}{match[2]}"
    return page


def _type(got: Collected, value: str) -> None:
    found = PUBMED_TYPES.get(value.lower())
    if found and got.values["type"] == "article-journal":
        got.values["type"] = found[0]
        got.say("genre", found[1])


def _authors(got: Collected, record: list[TaggedLine], tags: set[str]) -> None:
    """Authors in order, each with the iDs and affiliations that follow the name."""
    names = {"FAU" if "FAU" in tags else "AU": "author", "CN": "author", "FED" if "FED" in tags else "ED": "editor"}
    found: list[tuple[str, Contributor, list[str]]] = []
    for line in record:
        if line.tag in names and (person := contributor_of(line.value)):
            # `CN` is a body by definition.
            found.append((names[line.tag], Contributor(literal=line.value) if line.tag == "CN" else person, []))
        elif found and line.tag == "AUID" and (orcid := Identifier.of("orcid", line.value)):
            role, person, places = found[-1]
            found[-1] = (role, person.replace(orcid=orcid.value), places)
        elif found and line.tag == "AD" and line.value:
            found[-1][2].append(line.value)
    for role, person, places in found:
        got.people.setdefault(role, []).append(person.replace(affiliation=tuple(places)) if places else person)


def _notice(line: TaggedLine) -> Notice | None:
    kind = PUBMED_NOTICES.get(line.tag)
    if not kind or not line.value:
        return None
    found = _IN_NOTICE.search(line.value)
    identifier = Identifier.of("doi", found[1]) or Identifier.of("pmid", found[2]) if found else None
    return Notice.model_validate({"type": kind, "identifier": identifier, "stated_by": "pubmed", "label": line.value})


def _grant(value: str) -> Funding | None:
    """`R01 GM123/GM/NIGMS NIH HHS/United States`: number, acronym, agency, country."""
    parts = value.split("/")
    if len(parts) < 3:
        return Funding(funder=value)
    return Funding(award_number=parts[0] or None, funder=parts[-2] or parts[0] or value)
