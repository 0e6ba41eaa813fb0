"""Raw reference strings taken apart: APA, Harvard, Chicago, MLA, IEEE, ACM, ACL, Vancouver, ACS, GB/T 7714, mixed."""
# ruff: noqa: E501 - one pattern a line

from __future__ import annotations

import re
from typing import NamedTuple

from pubtrack.markup.identifiers import FoundIdentifier, find_identifiers
from pubtrack.markup.names import is_body, parse_name, parse_names
from pubtrack.markup.titles import tidy_title
from pubtrack.model import Contributor, Fields, PartialDate
from pubtrack.vocab.reference_words import (
    CONFERENCE,
    CONTAINER_START,
    MONTH_NUMBERS,
    MONTHS,
    PREPRINT,
    REPORT,
    THESIS,
    TYPE_MARKS,
)

LONGEST = 6000
"""Longer texts are no single reference: what follows is not read. Source: longest of 7,498 reference strings: 4,600."""


class Span(NamedTuple):
    """A part of a reference string: `text[start:end]` says `field`."""

    field: str
    start: int
    end: int


class Reference(NamedTuple):
    """A reference string taken apart."""

    fields: Fields
    spans: tuple[Span, ...]


_LABEL = re.compile(r"\s*(?:\[\w{1,12}\+?\d{0,4}\w?\]|\(\d{1,4}\)|\d{1,4}[.)]\s(?=\D)|[•*–-]\s)\s*")
_YEAR = r"(?:1[5-9]|20)\d\d"
_YEAR_PAREN = re.compile(
    rf"[(\[]\s*(?:c\.?\s?|ca\.?\s?)?({_YEAR})[a-z]?\s*(?:,\s*(?:(?:{MONTHS})\.?(?:\s*\d{{1,2}})?(?:[-–]\d{{1,2}})?|[^()]{{0,20}}))?[)\]]",
    re.I,
)
_YEAR_BARE = re.compile(rf"(?<![\d/.:–-])({_YEAR})(?![\d/]|[-–]\d|\.\d)[a-z]?(?=[\s.,;:)\]（(]|$)")
_DATE = re.compile(
    rf"\b({MONTHS})\.?\s+(?:(\d{{1,2}}),?\s+)?({_YEAR})\b|\b(\d{{1,2}})\s+({MONTHS})\.?,?\s+({_YEAR})\b", re.I
)
_QUOTED = re.compile(r"[\"“„«‘]\s*(?=\S{2})(.{8,400}?)\s*[\"”“»’](?=[\s,.;:)]|$)")
_PAGES = re.compile(
    r"(?:\b[Pp]{1,2}(?:ages?|gs?)?\.?\s*|[:：]\s?|,\s)([A-Za-z]{0,2}\d{1,6}\s?[-–—]{1,2}\s?[A-Za-z]{0,2}\d{1,6})(?!\d)|\b(?:pp?\.|[Pp]ages?)\s*([A-Za-z]?\d{1,6})\b"
)
_VOLUME_ISSUE = re.compile(
    r"(?:\b[Vv]ol(?:ume|\.)?\s*)?\b(\d{1,4})\s?[（(](?:[Nn]o\.?\s?)?([\w./–-]{1,12}(?:\s?[Ss]uppl\.?\s?\w*)?)[)）]"
)
_VOLUME_COLON = re.compile(r";\s?(\d{1,4})\s?(?=[:：\x01])")
_VOLUME = re.compile(r"\b[Vv]ol(?:ume|\.)?\s*(\d{1,4}|[IVXL]{1,7})\b")
_ISSUE = re.compile(r"\b(?:[Nn]o|[Nn]r|[Ii]ssue|iss)\.?\s*(\d{1,4})\b")
_MARK = re.compile(r"\s*[\[［]([A-Z]{1,2})(?:/OL)?[\]］]\s*(?://|\.)?\s*")
_TAIL = re.compile(
    r"(?:[.,;]?\s*(?:available (?:at|from|online)|retrieved|accessed|url|doi|in press|\[online\]|\[internet\]|cited)\b.*)$",
    re.I | re.S,
)
_AUTHOR_END = re.compile(
    r"(?<=[a-z\)’'\u00c0-\uffff])\.\s+(?=[\"“A-Z0-9\u00c0-\uffff])|(?<=\bet al)\.\s+|(?<=\betal)\.\s+"
)
_INITIAL_END = re.compile(
    r"(?<![A-Za-z])(?:[A-Z]\.[ -]?){1,4}(?:,?\s(?:and|&)\s.{2,60}?)?,?\s+(?=[\"“A-Z0-9\u00c0-\uffff][^.,]{2,}\s)"
)
_SENTENCE_END = re.compile(
    r"[.?!](?=\s+[\"“(]?[A-Z0-9\u00c0-\uffff])(?<!\b[A-Z]\.)(?<!\bvs\.)(?<!\bSt\.)(?<!\bDr\.)|(?<=[?!])\s|[.]\s*$"
)


def parse_reference(text: str) -> Fields:
    """Gives what a raw reference string says; parts that cannot be told are left out, never guessed from outside.

    >>> said = parse_reference("Jin, Z., & Mihalcea, R. (2024). On trolleys. Mind, 3(2), 15–29. https://doi.org/10.1000/x")
    >>> said.title, said.year, said.container_title, said.volume, said.page, said.doi
    ('On trolleys', 2024, 'Mind', '3', '15-29', '10.1000/x')
    """
    return parse_reference_spans(text).fields


def parse_reference_spans(text: str) -> Reference:
    """Gives the fields of a reference string and where in it each one stands (offsets in code points)."""
    return _Reader(text[:LONGEST]).read()


class _Reader:
    """Reads one string; every part that is understood is blanked in `rest`, so that offsets hold."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rest = text.replace("\n", " ").replace("\t", " ").replace("\u00a0", " ")
        self.spans: list[Span] = []
        self.values: dict[str, object] = {}

    def read(self) -> Reference:
        found = self._identifiers()
        self._tail()
        label = _LABEL.match(self.rest)
        start = label.end() if label and label.end() < len(self.rest) else 0
        year = self._year(start)
        self._pages_and_volume(start, year)
        self._authors_and_title(start, year)
        self._kind(found)
        fields = Fields.model_validate(
            {**self.values, "identifiers": tuple(dict.fromkeys(f.identifier for f in found))}
        )
        return Reference(fields, tuple(sorted(self.spans, key=lambda s: (s.start, s.end, s.field))))

    def _take(self, field: str, start: int, end: int, *, value: object = None) -> None:
        self.spans.append(Span(field, start, end))
        if value is not None:
            self.values[field] = value

    def _blank(self, start: int, end: int, filler: str = " ") -> None:
        self.rest = self.rest[:start] + filler * (end - start) + self.rest[end:]

    def _identifiers(self) -> list[FoundIdentifier]:
        found = find_identifiers(self.text)
        for item in found:
            self._take("identifiers", item.start, item.end)
            keep = item.identifier.scheme == "arxiv" and self.text[item.start : item.start + 5].lower() == "arxiv"
            self._blank(item.start + (5 if keep else 0), item.end)
        return [f for f in found if f.identifier.scheme not in ("issn", "orcid", "ror")]

    def _tail(self) -> None:
        """What follows the reference: "available at", "accessed"."""
        match = _TAIL.search(self.rest, max(20, len(self.rest) // 3))
        if match:
            self._blank(match.start(), match.end())

    def _year(self, start: int) -> re.Match[str] | None:
        """The year of issue: in brackets, or the last one that is no page."""
        matches = list(_YEAR_PAREN.finditer(self.rest, start))
        dates = list(_DATE.finditer(self.rest, start))
        bare = list(_YEAR_BARE.finditer(self.rest, start))
        match = matches[0] if matches else dates[-1] if dates else bare[-1] if bare else None
        if match is None:
            return None
        years = re.findall(_YEAR, match[0])
        parts: list[int] = [int(years[-1])]
        if month := re.search(rf"\b({MONTHS})\b", match[0], re.I):
            parts.append(MONTH_NUMBERS[month[1][:3].lower()])
            if day := re.search(r"(?<!\d)(\d{1,2})(?!\d)", match[0]):
                parts.append(int(day[1]))
        self._take("issued", match.start(), match.end(), value=PartialDate.from_parts(parts))
        return match

    def _pages_and_volume(self, start: int, year: re.Match[str] | None) -> None:
        if year:
            self._blank(year.start(), year.end(), "\x00")
        for field, pattern in (
            ("page", _PAGES),
            ("volume", _VOLUME_ISSUE),
            ("volume", _VOLUME),
            ("volume", _VOLUME_COLON),
            ("issue", _ISSUE),
        ):
            if field in self.values:
                continue
            matches = list(pattern.finditer(self.rest, start))
            if not matches:
                continue
            match = matches[-1]
            group = 1 if match[1] else 2
            value = re.sub(r"\s?[-–—]{1,2}\s?", "-", match[group])
            self._take(field, match.start(group), match.end(group), value=value)
            if pattern is _VOLUME_ISSUE:
                self._take("issue", match.start(2), match.end(2), value=match[2])
            self._blank(match.start(), match.end(), "\x01")

    def _authors_and_title(self, start: int, year: re.Match[str] | None) -> None:
        quoted = _QUOTED.search(self.rest, start)
        mark = _MARK.search(self.rest, start)
        if quoted and not (year and quoted.start() < year.start() < quoted.end()):
            self._people(
                start, min([quoted.start()] + ([year.start()] if year and year.start() < quoted.start() else []))
            )
            self._title(quoted.start(1), quoted.end(1))
            self._container(quoted.end())
        elif year and year.start() - start < 0.6 * (len(self.rest) - start) and self._year_ends_authors(start, year):
            self._people(start, year.start())
            self._title_then_container(year.end())
        else:
            end = self._end_of_people(start, mark)
            self._people(start, end)
            self._title_then_container(end)

    def _year_ends_authors(self, start: int, year: re.Match[str]) -> bool:
        """True where only names stand before the year (APA, Harvard, ACL, Chicago author-date)."""
        before = self.rest[start : year.start()].strip(" .,(")
        after = self.rest[year.end() :].strip(" .,;:)\x01\x00")
        return len(after) > 12 and bool(before) and not re.search(r"[\"“]|\.\s[A-Z][a-z]+ [a-z]{2,} ", before)

    def _end_of_people(self, start: int, mark: re.Match[str] | None) -> int:
        """Where the names end when no year stands behind them."""
        limit = mark.start() if mark else len(self.rest)
        ends = [m.end() for p in (_AUTHOR_END, _INITIAL_END) if (m := p.search(self.rest, start, limit))]
        for end in sorted(ends):
            if _looks_like_people(self.rest[start:end]):
                return end
        return start

    def _people(self, start: int, end: int) -> None:
        raw = self.rest[start:end]
        stripped = raw.strip(" .,;:()\x00\x01")
        if not stripped or not re.search(r"[^\W\d_]{2}", stripped):
            return
        as_editors = re.search(r"[\s,(]+\(?[Ee]ds?\.?\)?\.?$", stripped)
        names = stripped[: as_editors.start()] if as_editors else stripped
        people = _people_of(names)
        if people:
            at = start + raw.index(stripped)
            self._take("editor" if as_editors else "author", at, at + len(stripped), value=people)

    def _title_then_container(self, start: int) -> None:
        while start < len(self.rest) and self.rest[start] in " .,;:)]\x00":
            start += 1
        mark = _MARK.search(self.rest, start)
        if mark:
            self._title(start, mark.start())
            self._container(mark.end())
            return
        end = self._end_of_title(start)
        self._title(start, end)
        self._container(end)

    def _end_of_title(self, start: int) -> int:
        """The title ends at the first full stop that ends a sentence, at the container, or where figures begin."""
        figures = re.search(r"[\x00\x01]", self.rest[start:])
        limit = start + figures.start() if figures else len(self.rest)
        container = CONTAINER_START.search(self.rest, start + 8, limit)
        stop = _SENTENCE_END.search(self.rest, start + 3, limit)
        ends = [stop.end() if stop[0] in "?!" else stop.start()] if stop else []
        if container and re.search(r"[.,;?!]\s*[\"”]?\s*$", self.rest[start : container.start()]):
            ends.append(container.start())
        if not ends and (comma := self.rest.rfind(",", start + 8, limit)) > 0:
            ends.append(comma)
        return min(ends) if ends else limit

    def _title(self, start: int, end: int) -> None:
        raw = self.rest[start:end]
        title = tidy_title(re.sub(r"[\x00\x01]+", " ", raw))
        if re.search(r"[^\W\d_]{2}", title):
            at = start + max(0, raw.find(title[:8]))
            self._take("title", at, min(end, at + len(title)), value=" ".join(title.split()))

    def _container(self, start: int) -> None:
        raw = re.split(r"[\x01]", self.rest[start:], maxsplit=1)[0].replace("\x00", " ")
        body = re.sub(r"^[\s.,;:\"”)/]+", "", raw)
        offset = start + len(raw) - len(body)
        if lead := re.match(r"[Ii]n:?\s+(?:.{3,80}?\s?\(?[Ee]ds?\.?\)?,?\s+)?|presented at (?:the )?", body):
            offset, body = offset + lead.end(), body[lead.end() :]
        body = re.split(
            r"\.\s+(?=[A-Z\"“])(?<!\b[A-Z]\.\s)(?<!Proc\.\s)|,\s+(?=eds?\.|edited|pp?\.|vol)|;|\s{3,}", body, maxsplit=1
        )[0]
        body = body.strip(' .,;:()"”/')
        if (
            "volume" not in self.values
            and (volume := re.search(r"(?:,\s*|\s)(\d{1,3})$", body))
            and not PREPRINT.search(body)
        ):
            self._take("volume", offset + volume.start(1), offset + volume.end(1), value=volume[1])
            body = body[: volume.start()].rstrip(" ,.")
        if re.search(r"[^\W\d_]{2}", body) and len(body) < 300:
            self._take("container_title", offset, offset + len(body), value=" ".join(body.split()))

    def _kind(self, found: list[FoundIdentifier]) -> None:
        container = str(self.values.get("container_title", ""))
        text = self.text
        if mark := _MARK.search(text):
            self.values["type"] = TYPE_MARKS.get(mark[1], "document")
        elif THESIS.search(container) or THESIS.search(text[len(text) // 2 :]):
            self.values["type"] = "thesis"
        elif PREPRINT.search(container) or (not container and any(f.identifier.scheme == "arxiv" for f in found)):
            self.values["type"], self.values["genre"] = "article", "preprint"
        elif CONFERENCE.search(container):
            self.values["type"] = "paper-conference"
        elif REPORT.search(text):
            self.values["type"] = "report"
        elif container and "volume" in self.values:
            self.values["type"] = "article-journal"


def _looks_like_people(text: str) -> bool:
    """True where a stretch is a list of names rather than a title."""
    words = re.findall(r"[^\W\d_]+", text)
    small = [
        w
        for w in words
        if w.islower() and w not in ("and", "et", "al", "de", "van", "von", "der", "la", "und", "y", "da", "di")
    ]
    return bool(words) and len(small) <= 0.15 * len(words) and len(words) <= 250


def _people_of(text: str) -> tuple[Contributor, ...]:
    if is_body(text) and "," not in text:
        return (Contributor(literal=text),)
    if not _looks_like_people(text) and not is_body(text):
        return ()
    return parse_names(text) or ((parse_name(text),) if text.strip() else ())
