"""RIS (EndNote, Zotero, Mendeley, Scopus, publishers' "cite this") into works."""

from __future__ import annotations

import re
from typing import cast

from pubtrack.model import CONTRIBUTOR_FIELDS, SCHEMES, WORK_TYPES, Issue, PartialDate, Reading, Scheme, WorkMention
from pubtrack.readers.collecting import Collected, duplicate_keys
from pubtrack.readers.noticing import general_issues, reading_issue
from pubtrack.readers.tagged_lines import TaggedLine, tagged_lines
from pubtrack.readers.written_dates import written_date
from pubtrack.vocab.csl_variables import CSL_VARIABLES
from pubtrack.vocab.ris_tags import RIS_CUSTOM, RIS_TAGS, RIS_TYPES, RIS_TYPES_READ_ONLY

__all__ = ["read_ris"]

_TAG = re.compile(r"[ \t\ufeff]{0,3}([A-Z][A-Z0-9])[ \t]{1,3}-(?:[ \t]|(?=[\r\n]|\Z))")
_NAMED = re.compile(r"([A-Za-z][\w-]*): (.+)", re.DOTALL)
_PARAGRAPHS = frozenset({"AB", "N1", "N2", "RN"})
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]", re.ASCII)
_DATES = {"issued", "accessed"}


def read_ris(text: str, *, source: str | None = None) -> Reading:
    r"""Gives the works of a RIS text. Never raises: what cannot be read is listed in `issues` with its line.

    >>> read_ris("TY  - BOOK\nTI  - T\nPY  - 2020\nER  - ").works[0].year
    2020
    """
    issues = list(general_issues(text, source))
    works = []
    lines: dict[int, int] = {}
    for record in _records(text, source, issues):
        try:
            mention = _Record(record, text).mention()
        except ValueError as error:
            message = f"This entry could not be read: {str(error).splitlines()[0]}"
            issues.append(reading_issue("broken-entry", message, source, record[0].line))
            continue
        if (code := record[0].value.upper()) not in RIS_TYPES | RIS_TYPES_READ_ONLY:
            message = f"RIS has no type {code or '(empty)'}: the entry has none now."
            issues.append(reading_issue("unknown-type", message, source, record[0].line, mention.key))
        lines[mention.start] = record[0].line
        works.append(mention)
    if not works and not issues:
        issues.append(reading_issue("no-entry", "No line of the form 'TY  - ' opens an entry: is this RIS?", source, 1))
    issues += duplicate_keys(works, source, lines)
    return Reading(text=text, source=source, format="ris", works=tuple(works), issues=tuple(issues))


def _records(text: str, source: str | None, issues: list[Issue]) -> list[list[TaggedLine]]:
    records: list[list[TaggedLine]] = []
    is_open = False
    for line in tagged_lines(text, _TAG):
        if line.tag == "TY":
            if is_open:
                message = "The entry before this line does not end with 'ER  - '; it was read all the same."
                issues.append(reading_issue("unclosed-entry", message, source, line.line))
            records.append([line])
            is_open = True
        elif line.tag == "ER":
            is_open = False
        elif is_open:
            records[-1].append(line)
        elif line.value and not line.value.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            message = "This stands outside any entry (no 'TY  - ' before it) and was left out."
            issues.append(reading_issue("stray-text", message, source, line.line))
    if is_open:
        message = "The last entry does not end with 'ER  - ': the file may be cut off."
        issues.append(reading_issue("unclosed-entry", message, source, records[-1][0].line))
    return records


class _Record:
    """One entry on its way from lines to a mention."""

    def __init__(self, lines: list[TaggedLine], text: str) -> None:
        self._lines, self._text = lines, text
        self._tags = frozenset(line.tag for line in lines)
        self._got = Collected()
        self._pages: dict[str, str] = {}
        self._key: str | None = None
        self._title: TaggedLine | None = None
        code = lines[0].value.upper()
        found = RIS_TYPES.get(code) or RIS_TYPES_READ_ONLY.get(code)
        self._kind = found.type if found else None
        self._code, self._genre = code, found.genre if found else None

    def mention(self) -> WorkMention:
        """The entry as a mention."""
        for line in self._lines[1:]:
            if line.value:
                self._take(line)
        self._finish()
        first, last = self._lines[0], self._lines[-1]
        place = (self._title.start, self._title.end) if self._title else (first.start - len("TY  - "), last.end)
        return self._got.mention(self._text, (max(place[0], 0), place[1]), is_title=bool(self._title), key=self._key)

    def _take(self, line: TaggedLine) -> None:
        tag, value = line.tag, line.value
        if tag in _PARAGRAPHS:
            value = "\n".join(line.parts).strip("\n")
        field = self._field(tag)
        if tag == "ID":
            self._key = value
        elif tag == "U1" and (named := _NAMED.fullmatch(value)):
            self._take_named(named[1], named[2])
        elif field is None:
            self._got.keep(RIS_CUSTOM.get(tag, f"ris-{tag.lower()}"), value)
        elif field in CONTRIBUTOR_FIELDS:
            self._got.person(field, value)
        else:
            self._take_value(tag, field, value, line)

    def _field(self, tag: str) -> str | None:
        """What a tag means in an entry of this type."""
        kind = self._kind
        if kind == "book" and tag == "BT":
            return "title"
        if kind == "book" and tag == "T2":
            return "collection_title"
        if kind == "paper-conference" and tag == "C3":
            return "container_title"
        if kind == "paper-conference" and tag == "T2" and "C3" in self._tags:
            return "event_title"
        if kind in ("report", "standard", "patent", "legislation", "bill") and tag == "IS":
            return "number"
        if kind == "article-journal" and tag == "C7":
            return "number"
        if kind in ("book", "chapter", "thesis") and tag == "SE":
            return "chapter_number"
        return RIS_TAGS.get(tag)

    def _take_value(self, tag: str, field: str, value: str, line: TaggedLine) -> None:
        got = self._got
        if field == "title" and "title" not in got.values:
            self._title = line
        if field == "page":
            self._pages.setdefault(tag, value)
        elif field == "keyword":
            got.keywords += [part for part in line.parts if part]
        elif field in _DATES:
            self._date(field, value)
        elif field == "note" and field in got.values:
            got.values["note"] += f"\n{value}"
        elif field == "isbn/issn":
            self._serial(value)
        elif field in SCHEMES:
            if not got.identify(cast(Scheme, field), value):
                got.keep(f"ris-{tag.lower()}", value)
        else:
            got.say(field, value, f"ris-{tag.lower()}")

    def _date(self, field: str, value: str) -> None:
        date = written_date(value)
        if date is None:
            return
        said: PartialDate | None = self._got.values.get(field)
        # PY gives the year, DA often the whole date: the finer one counts where they agree.
        if said is None or (said.year == date.year and len(date.parts) > len(said.parts)) or said.year is None:
            self._got.values[field] = date
        elif said.year != date.year:
            self._got.keep("ris-da", value)

    def _serial(self, value: str) -> None:
        if self._got.identify("isbn", value):
            return
        for part in re.split(r"[\s,;]+", value):
            if part.startswith("("):
                continue  # "(print)", "(Electronic)"
            done = self._got.identify("isbn", part) or (_ISSN.fullmatch(part) and self._got.identify("issn", part))
            if not done:
                self._got.keep("ris-sn", part)

    def _take_named(self, name: str, value: str) -> None:
        """`U1  - name: value` is how our writer says what RIS has no tag for."""
        variable = CSL_VARIABLES.get(name)
        if name in SCHEMES and self._got.identify(cast(Scheme, name), value):
            return
        if name == "type" and value in WORK_TYPES:
            self._kind = value
        elif variable and variable.kind == "text":
            self._got.say(variable.field, value, name)
        elif variable and variable.kind == "date":
            self._got.values[variable.field] = PartialDate.parse(value)
        elif variable and variable.kind == "names":
            self._got.person(variable.field, value)
        else:
            self._got.keep(name, value)

    def _finish(self) -> None:
        got = self._got
        if self._kind:
            got.values["type"] = self._kind
        elif self._code:
            got.keep("ris-ty", self._code)
        if self._genre:
            got.say("genre", self._genre)
        first, last = self._pages.get("SP"), self._pages.get("EP")
        if first and last and last != first and "-" not in first:
            got.values["page"] = f"{first}-{last}"
        elif first or last:
            got.values["page"] = re.sub(r"\s*[\u2010-\u2015-]+\s*", "-", first or last or "")
        # "10.1/x" alone under UR, or a resolver address, is a DOI too.
        if not any(i.scheme == "doi" for i in got.identifiers):
            for identifier in list(got.identifiers):
                if identifier.scheme == "url" and "doi.org/10." in identifier.value:
                    got.identify("doi", identifier.value)
