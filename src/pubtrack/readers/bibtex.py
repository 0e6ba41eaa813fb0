"""BibTeX and BibLaTeX files into works."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pubtrack.bibtex import Document
from pubtrack.bibtex.encoding import repair_surrogates
from pubtrack.bibtex.entry import Entry
from pubtrack.model import Fields, Reading, WorkMention
from pubtrack.readers.bibtex_fields import fields_of_entry
from pubtrack.readers.collecting import mention_of
from pubtrack.readers.noticing import general_issues, reading_issue
from pubtrack.vocab.bibtex_mapping import CROSSREF_INHERITED, TITLE_INHERITED

__all__ = ["read_bibtex"]

_ERRORS = frozenset({"unreadable-block", "partial-entry", "unreadable-string", "conflict-marker", "nul-byte"})
_GENERAL = frozenset({"merge-conflict", "binary"})
_NOT_WORKS = frozenset({"xdata", "comment", "string", "preamble"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_KEYS = re.compile(r"[^,\s]+")
_MAX_PARENTS = 8
"""Longer chains of `crossref` and `xdata` are not followed; real files have two."""


def read_bibtex(text: str, *, source: str | None = None) -> Reading:
    r"""Gives the works of a .bib text, with LaTeX decoded. Never raises.

    What a child takes from `crossref` and `xdata` is filled in. Every block that could not be read is listed in
    `issues` with its line.

    >>> work = read_bibtex('@book{k, title = {On {G}{\\"o}del}, year = 1931}').works[0]
    >>> work.title_plain, work.year
    ('On Gödel', 1931)
    """
    issues = [issue for issue in general_issues(text, source) if issue.check not in _GENERAL]
    if issues:
        return Reading(text=text, source=source, format="bibtex", issues=tuple(issues))
    document = Document.parse(text)
    for found in document.issues:
        severity = "error" if found.kind in _ERRORS else "warning"
        issue = reading_issue(found.kind, found.reason, source, found.line, found.key)
        issues.append(issue.replace(severity=severity))
    library = _Library(document)
    works = []
    for entry in document.entries:
        if entry.type in _NOT_WORKS:
            continue
        try:
            works.append(_mention(entry, library, text))
        except ValueError as error:
            message = f"This entry could not be read: {str(error).splitlines()[0]}"
            issues.append(reading_issue("broken-entry", message, source, entry.line, entry.key))
    if not works and not issues:
        message = "No entry of the form '@type{key, ...}' is here: is this BibTeX?"
        issues.append(reading_issue("no-entry", message, source, 1))
    return Reading(text=text, source=source, format="bibtex", works=tuple(works), issues=tuple(issues))


class _Library:
    """The entries by key, with what they inherit."""

    def __init__(self, document: Document) -> None:
        self._entries: dict[str, Entry] = {}
        for entry in document.entries:
            self._entries.setdefault(entry.key.lower(), entry)

    def values(self, entry: Entry) -> dict[str, str]:
        """The values of an entry, LaTeX still in them, with those of its parents where it has none."""
        key = entry.key.lower()
        return self._values(entry, {("xdata", key), ("crossref", key)}, 0)

    def _values(self, entry: Entry, seen: set[tuple[str, str]], depth: int) -> dict[str, str]:
        values = {name: _clean(entry.value(name) or "") for name in entry.fields}
        if depth > _MAX_PARENTS:
            return values
        for key in _KEYS.findall(values.get("xdata", "")):
            if parent := self._parent("xdata", key, seen):
                values = {**self._values(parent, seen, depth + 1), **values}
        if parent := self._parent("crossref", values.get("crossref", "").strip(), seen):
            values = {**_handed_down(self._values(parent, seen, depth + 1), parent.type, entry.type), **values}
        return values

    def _parent(self, field: str, key: str, seen: set[tuple[str, str]]) -> Entry | None:
        """The entry of that key, the first time: files draw circles, and nets with a way for every order of parents."""
        reference = (field, key.lower())
        if not key or reference in seen:
            return None
        seen.add(reference)
        return self._entries.get(key.lower())


def _clean(value: str) -> str:
    return value if value.isascii() else repair_surrogates(value)


def _handed_down(values: Mapping[str, str], parent: str, child: str) -> dict[str, str]:
    taken = {name: value for name, value in values.items() if name in CROSSREF_INHERITED}
    if parent != child or parent.startswith("mv"):
        taken |= {new: values[old] for old, new in TITLE_INHERITED.items() if old in values and new not in values}
    if child in ("inbook", "bookinbook", "suppbook") and "author" in values:
        taken.setdefault("bookauthor", values["author"])
    return taken


def _mention(entry: Entry, library: _Library, text: str) -> WorkMention:
    fields: Fields = fields_of_entry(entry.type, library.values(entry))
    start, end, is_title = _place(entry, text)
    return mention_of(fields, text, (start, end), is_title=is_title, key=entry.key or None)


def _place(entry: Entry, text: str) -> tuple[int, int, bool]:
    """Where the words of the title stand, delimiters left out; else where the entry stands."""
    for span in entry.spans():
        if text[span.name_start : span.name_end].strip().lower() == "title":
            start, end = span.value_start, span.value_end
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if text[start + 1 : end - 1] == entry.value("title"):
                start, end = start + 1, end - 1
            inside = text[start:end]
            start += len(inside) - len(inside.lstrip())
            end = start + len(inside.strip())
            is_title = start < end and not _SURROGATE.search(inside)
            return (start, end, True) if is_title else (entry.offset, entry.offset + len(entry.raw), False)
    return entry.offset, entry.offset + len(entry.raw), False
