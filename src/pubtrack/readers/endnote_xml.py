"""EndNote's XML export into works."""

from __future__ import annotations

import re

from pubtrack.model import Issue, Reading, WorkMention
from pubtrack.readers.collecting import Collected, duplicate_keys
from pubtrack.readers.noticing import general_issues, reading_issue
from pubtrack.readers.written_dates import written_date
from pubtrack.readers.xml_tree import Element, parse_xml
from pubtrack.vocab.endnote_types import ENDNOTE_TYPES

__all__ = ["read_endnote_xml"]

_BY_NAME = {name.lower(): (kind, genre) for name, kind, genre in ENDNOTE_TYPES.values()}
_DASH = re.compile(r"\s*[\u2010-\u2015-]+\s*")
_SPLIT = re.compile(r"[\s,;]+")

_TEXTS: tuple[tuple[str, str], ...] = (
    ("titles/short-title", "title_short"),
    ("titles/translated-title", "original_title"),
    ("titles/tertiary-title", "collection_title"),
    ("periodical/full-title", "container_title"),
    ("titles/secondary-title", "container_title"),
    ("periodical/abbr-1", "container_title_short"),
    ("titles/alt-title", "container_title_short"),
    ("volume", "volume"),
    ("number", "issue"),
    ("section", "chapter_number"),
    ("edition", "edition"),
    ("num-vols", "number_of_volumes"),
    ("publisher", "publisher"),
    ("pub-location", "publisher_place"),
    ("work-type", "genre"),
    ("language", "language"),
    ("abstract", "abstract"),
    ("notes", "note"),
    ("research-notes", "annote"),
)
"""Path in a record -> field; the first that says something counts. Source: EndNote's own DTD (RSXML.dtd)."""

_PEOPLE = (
    ("contributors/authors/author", "author"),
    ("contributors/secondary-authors/author", "editor"),
    ("contributors/subsidiary-authors/author", "translator"),
)
_CUSTOM = ("call-num", "accession-num", "remote-database-name", "remote-database-provider", "auth-address", "label",
           "reprint-status", *(f"custom{n}" for n in range(1, 8)))  # fmt: skip


def read_endnote_xml(text: str, *, source: str | None = None) -> Reading:
    """Gives the works of an EndNote XML text. Never raises: what cannot be read is listed in `issues` with its line.

    Entities other than XML's own five are refused, external files are never opened.

    >>> xml = "<xml><records><record><titles><title>T</title></titles></record></records></xml>"
    >>> read_endnote_xml(xml).works[0].title
    'T'
    """
    issues: list[Issue] = list(general_issues(text, source))
    if any(issue.check == "empty" for issue in issues):
        return Reading(text=text, source=source, format="endnote-xml", issues=tuple(issues))
    parsed = parse_xml(text, "record")
    if parsed.error:
        message = f"The XML cannot be read beyond this line: {parsed.error}."
        issues.append(reading_issue("broken-xml", message, source, parsed.line).replace(severity="error"))
    works: list[WorkMention] = []
    lines: dict[int, int] = {}
    for record in parsed.elements:
        try:
            mention = _mention(record, text)
        except ValueError as error:
            message = f"This entry could not be read: {str(error).splitlines()[0]}"
            issues.append(reading_issue("broken-entry", message, source, record.line))
            continue
        works.append(mention)
        lines[mention.start] = record.line
    if not works and not issues:
        issues.append(reading_issue("no-entry", "There is no <record> in this XML: is it EndNote's?", source, 1))
    issues += duplicate_keys(works, source, lines)
    return Reading(text=text, source=source, format="endnote-xml", works=tuple(works), issues=tuple(issues))


def _mention(record: Element, text: str) -> WorkMention:
    got = Collected()
    kind, genre = _type(record)
    got.say("type", kind)
    got.say("genre", genre)
    title = next((e for e in record.all("titles/title") if e.text), None)
    if title is not None:
        got.say("title", title.text)
    for path, field in _TEXTS:
        for element in record.all(path):
            got.say(_field(field, kind), element.text)
    for path, role in _PEOPLE:
        for element in record.all(path):
            if element.text:
                got.person(role, element.text)
    _dates(got, record)
    _pages(got, record)
    got.keywords += [e.text for e in record.all("keywords/keyword") if e.text]
    _identifiers(got, record)
    for name in _CUSTOM:
        got.keep(f"endnote-{name}", " ".join(e.text for e in record.all(name) if e.text))
    place, is_title = _place(title or record, text, is_title=title is not None)
    label = record.find("label")
    return got.mention(text, place, is_title=is_title, key=(label.text or None) if label is not None else None)


def _type(record: Element) -> tuple[str | None, str | None]:
    element = record.find("ref-type")
    if element is None:
        return None, None
    name = element.attributes.get("name", "").strip().lower()
    if name in _BY_NAME:
        return _BY_NAME[name]
    found = ENDNOTE_TYPES.get(element.text)
    return (found[1], found[2]) if found else (None, None)


def _field(field: str, kind: str | None) -> str:
    """EndNote uses one element for different things, by type."""
    if kind == "book" and field == "container_title":
        return "collection_title"
    if kind in ("report", "patent", "standard", "legislation", "bill") and field == "issue":
        return "number"
    return field


def _dates(got: Collected, record: Element) -> None:
    year = record.find("dates/year")
    day = record.find("dates/pub-dates/date")
    said = " ".join(e.text for e in (year, day) if e is not None and e.text)
    if not said:
        return
    date = written_date(said)
    if date is not None and date.year is None and year is not None and year.text:
        date = written_date(year.text)
    got.say("issued", date)
    accessed = record.find("access-date")
    if accessed is not None:
        got.say("accessed", written_date(accessed.text))


def _pages(got: Collected, record: Element) -> None:
    pages = record.find("pages")
    if pages is None or not pages.text:
        return
    if got.values.get("type") in ("book", "thesis", "report") and pages.text.isdigit():
        got.say("number_of_pages", pages.text)
    else:
        got.say("page", _DASH.sub("-", pages.text))


def _identifiers(got: Collected, record: Element) -> None:
    for element in record.all("electronic-resource-num"):
        if element.text and not got.identify("doi", element.text):
            got.keep("endnote-electronic-resource-num", element.text)
    for element in record.all("isbn"):
        for part in [element.text] if got.identify("isbn", element.text) else _SPLIT.split(element.text):
            if part and not (got.identify("isbn", part) or got.identify("issn", part)):
                got.keep("endnote-isbn", part)
    _pubmed(got, record)
    for element in record.all("urls/related-urls/url") + record.all("urls/web-urls/url"):
        if got.identify("url", element.text) and "doi.org/10." in element.text:
            got.identify("doi", element.text)


def _pubmed(got: Collected, record: Element) -> None:
    for element in record.all("custom2"):
        if element.text.upper().startswith("PMC"):
            got.identify("pmcid", element.text)
    database = record.find("remote-database-name")
    number = record.find("accession-num")
    if number is not None and database is not None and database.text.lower() in ("medline", "pubmed", "nlm"):
        got.identify("pmid", number.text)


def _place(element: Element, text: str, *, is_title: bool) -> tuple[tuple[int, int], bool]:
    """The inside of the element; of a single `<style>` in it, the inside of that."""
    while is_title and len(element.children) == 1 and element.children[0].text == element.text:
        element = element.children[0]
    inside = text[element.start : element.end]
    start = element.start + len(inside) - len(inside.lstrip())
    return (start, start + len(inside.strip())), is_title
