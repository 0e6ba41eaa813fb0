"""Checks of a .bib file, one small function each: what is doubtful, where, and the value that would mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pubtrack.bibtex import Document, Entry, month_number
from pubtrack.model import Identifier, Issue
from pubtrack.vocab.required_fields import REQUIRED

__all__ = ["ENTRY_CHECKS", "check_document", "fix_document"]

EntryCheck = Callable[[Document, Entry], Iterator[Issue]]

_RANGE = re.compile(r"\s*([A-Za-z]?\d{1,18})\s*(?:-|–|—|--|---)\s*([A-Za-z]?\d{1,18})\s*")
_YEAR = re.compile(r"\s*\{?-?\d{4}\}?\s*")
_SEVERE = frozenset(
    {"unreadable-block", "partial-entry", "unreadable-string", "conflict-marker", "nul-byte", "swallowed-entry"}
)


def check_document(document: Document, path: str) -> list[Issue]:
    """Gives everything doubtful in a .bib file, in its order; `fix` is the raw value that mends it safely."""
    found = [
        Issue(
            check=issue.kind,
            message=issue.reason,
            severity="error" if issue.kind in _SEVERE else "warning",
            path=path,
            line=issue.line,
            key=issue.key,
            excerpt=issue.raw[:120].strip() or None,
        )
        for issue in document.issues
    ]
    parents = {(entry.value("crossref") or "").strip().lower() for entry in document.entries}
    for entry in document.entries:
        for check in ENTRY_CHECKS:
            found += [issue.replace(path=path) for issue in check(document, entry)]
    found += [issue.replace(path=path) for issue in _same_dois(document, parents)]
    return sorted(found, key=lambda issue: (issue.line or 0, issue.check))


def fix_document(document: Document, issues: list[Issue]) -> list[Issue]:
    """Applies the safe fixes to the document; gives the issues that were mended. What cannot be edited stays."""
    from pubtrack.errors import InputError

    mended = []
    for issue in issues:
        if issue.fix is None or not issue.key or not issue.field:
            continue
        try:
            if document.set(issue.key, issue.field, issue.fix, raw=True):
                mended.append(issue)
        except InputError:
            continue  # the entry is one that cannot be edited safely; it was told as an issue of its own
    return mended


def _issue(entry: Entry, check: str, message: str, field: str | None = None, fix: str | None = None) -> Issue:
    line = entry.fields[field].line if field and field in entry.fields else entry.line
    return Issue(check=check, message=message, line=line, key=entry.key or None, field=field, fix=fix)


def _missing_fields(document: Document, entry: Entry) -> Iterator[Issue]:
    if "crossref" in entry.fields or "xdata" in entry.fields:
        return
    for names in REQUIRED.get(entry.type, ()):
        if not any(name in entry.fields for name in names):
            wanted = " or ".join(sorted(names))
            yield _issue(entry, "missing-field", f"@{entry.type} without {wanted}.")


def _page_range(document: Document, entry: Entry) -> Iterator[Issue]:
    value = entry.value("pages") or ""
    match = _RANGE.fullmatch(value)
    if match and value.strip() != f"{match[1]}--{match[2]}":
        yield _issue(
            entry, "page-range", f"the range {value!r} is written with --.", "pages", f"{match[1]}--{match[2]}"
        )
    elif (
        match
        and match[1].isdigit()
        and match[2].isdigit()
        and int(match[1]) > int(match[2]) >= 10 ** (len(match[1]) - 1)
    ):
        yield _issue(entry, "page-order", f"the pages {value!r} run backwards.", "pages")


def _doi_form(document: Document, entry: Entry) -> Iterator[Issue]:
    value = (entry.value("doi") or "").strip()
    if not value:
        return
    found = Identifier.of("doi", value)
    if found is None:
        yield _issue(entry, "wrong-doi", f"{value!r} is no DOI.", "doi")
    elif not value.lower().startswith("10."):
        at = value.lower().find(found.value)
        bare = value[at : at + len(found.value)] if at >= 0 else found.value
        yield _issue(
            entry, "doi-as-url", f"the DOI is written without {value[: max(at, 0)] or 'resolver'!r}.", "doi", bare
        )


def _capital_names(document: Document, entry: Entry) -> Iterator[Issue]:
    for field in ("author", "editor"):
        shouted = [n.last for n in entry.names(field) if len(n.last) > 3 and n.last.isupper() and not n.literal]
        if shouted:
            yield _issue(entry, "capital-names", f"names in capitals: {', '.join(shouted[:3])}.", field)


def _month(document: Document, entry: Entry) -> Iterator[Issue]:
    value = entry.text("month")
    if value and month_number(value) is None and not re.fullmatch(r"[A-Za-z]+\.?\s*[-–/]+\s*[A-Za-z]+\.?", value):
        yield _issue(entry, "wrong-month", f"{value!r} is no month; write jan to dec.", "month")


def _year(document: Document, entry: Entry) -> Iterator[Issue]:
    value = entry.value("year")
    if (
        value
        and not _YEAR.fullmatch(value)
        and not re.search(r"\b\d{4}\b|press|forthcoming|appear|n\.?d\.?", value, re.I)
    ):
        yield _issue(entry, "wrong-year", f"{value!r} is no year.", "year")


def _double_encoded(document: Document, entry: Entry) -> Iterator[Issue]:
    for name in entry.fields:
        value = entry.value(name) or ""
        if "Ã" in value or "â€" in value or "Å" in value:
            mended = _reencoded(value)
            if mended and mended != value:
                yield _issue(entry, "double-encoded", f"accents were encoded twice: {value[:60]!r}.", name, mended)


def _reencoded(value: str) -> str | None:
    """The text whose UTF-8 was read as Windows-1252, if it is one."""
    try:
        return value.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None


def _open_math(document: Document, entry: Entry) -> Iterator[Issue]:
    for name in ("title", "booktitle", "abstract"):
        value = entry.value(name) or ""
        if len(re.findall(r"(?<!\\)\$", value)) % 2:
            yield _issue(entry, "open-math", f"a $ in {name} has no partner; write \\$ for the sign.", name)


def _empty_fields(document: Document, entry: Entry) -> Iterator[Issue]:
    for name in entry.fields:
        if not (entry.value(name) or "").strip():
            yield _issue(entry, "empty-field", f"{name} is empty.", name)


ENTRY_CHECKS: tuple[EntryCheck, ...] = (
    _missing_fields, _page_range, _doi_form, _capital_names, _month, _year, _double_encoded, _open_math, _empty_fields,
)  # fmt: skip
"""The checks of single entries, in the order of the reference page."""


def _same_dois(document: Document, parents: set[str]) -> Iterator[Issue]:
    """One DOI in two entries; a volume that others refer to by crossref shares its parts' DOI rightly."""
    first: dict[str, Entry] = {}
    for entry in document.entries:
        found = Identifier.of("doi", entry.value("doi") or "")
        if found is None or entry.key.lower() in parents:
            continue
        known = first.setdefault(found.value, entry)
        if known is not entry and known.key.lower() != entry.key.lower():
            yield _issue(entry, "duplicate-doi", f"{known.key} (line {known.line}) has the same DOI.", "doi")
