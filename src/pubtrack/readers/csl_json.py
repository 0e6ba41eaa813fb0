"""CSL-JSON (Zotero, citeproc, Pandoc, Crossref's content type) into works."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, get_args

from pubtrack.csl.variables import CROSSREF_TYPES
from pubtrack.model import WORK_TYPES, Contributor, Fields, Identifier, Issue, PartialDate, Reading, Scheme, WorkMention
from pubtrack.readers.collecting import duplicate_keys, mention_of
from pubtrack.readers.json_spans import Broken, Item, StringIndex, items_of
from pubtrack.readers.noticing import Lines, general_issues, reading_issue
from pubtrack.readers.written_dates import written_date
from pubtrack.vocab.csl_variables import ALIASES, CSL_VARIABLES, Variable

__all__ = ["fields_of_csl", "read_csl_json"]

EXTENSION = "pubtrack"
"""Name under `custom` where the writer keeps what CSL-JSON has no place for, as fields of ours."""

_NOTE_IDS = re.compile(r"^\s*(PMID|PMCID|arXiv|ISBN|ISSN|DOI)\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_SEVERAL = re.compile(r"[\s,;]+")
_IGNORED = frozenset({"id", "type", "custom", "citation-key", "_graph"})


def read_csl_json(text: str, *, source: str | None = None) -> Reading:
    """Gives the works of a CSL-JSON text: a list of items, one item, or an object that holds `items`.

    Never raises: what cannot be read is listed in `issues` with its line.

    >>> read_csl_json('[{"id": "x", "type": "book", "title": "T"}]').works[0].fields.type
    'book'
    """
    issues = list(general_issues(text, source))
    if any(issue.check == "empty" for issue in issues):
        return Reading(text=text, source=source, format="csl-json", issues=tuple(issues))
    lines = Lines(text)
    titles = _Titles(text)
    works: list[WorkMention] = []
    places: dict[int, int] = {}
    for item in _unwrapped(text):
        if isinstance(item, Broken):
            message = f"This is not JSON: {item.reason}."
            issue = reading_issue("broken-entry", message, source, lines.of(item.position))
            issues.append(issue.replace(severity="error"))
        elif isinstance(item.value, dict) and item.value:
            fields = _fields(item, source, lines, issues)
            works.append(_mention(item, fields, titles))
            places[works[-1].start] = lines.of(item.start)
        else:
            message = "A CSL-JSON item must be an object in braces that holds something; this one was left out."
            issues.append(reading_issue("broken-entry", message, source, lines.of(item.start)))
    issues += duplicate_keys(works, source, places)
    return Reading(text=text, source=source, format="csl-json", works=tuple(works), issues=tuple(issues))


def _unwrapped(text: str) -> list[Item | Broken]:
    """The items; of `{"items": [...]}`, `{"references": [...]}` and Crossref's `{"message": {...}}` what is inside."""
    found = list(items_of(text))
    if len(found) != 1 or not isinstance(found[0], Item) or not isinstance(found[0].value, dict):
        return found
    outer, start, end = found[0]
    if "title" in outer or "type" in outer:
        return found
    for name in ("items", "references", "message"):
        inner = outer.get(name)
        if isinstance(inner, dict):
            inner = inner.get("items", [inner])
        if isinstance(inner, list):
            return [Item(value, start, end) for value in inner]
    return found


class _Titles:
    """Where titles stand: items have a place each, or share that of the object around them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._span = (-1, -1)
        self._after = 0
        self._index = StringIndex("")

    def place(self, item: Item) -> tuple[int, int] | None:
        """The next place of the item's title inside the item."""
        title = _first_text(item.value.get("title"))
        if not title:
            return None
        if (item.start, item.end) != self._span:
            self._span, self._after = (item.start, item.end), 0
            self._index = StringIndex(self.text, item.start, item.end)
        place = self._index.find(title, self._after)
        self._after = place[1] if place else self._after
        return place


def _fields(item: Item, source: str | None, lines: Lines, issues: list[Issue]) -> Fields:
    key = _key(item.value)
    try:
        fields = fields_of_csl(item.value)
    except (ValueError, RecursionError) as error:
        message = f"This item could not be read: {str(error).splitlines()[0]}"
        issues.append(reading_issue("broken-entry", message, source, lines.of(item.start), key))
        fields = Fields()
    if item.value.get("type") and fields.type is None:
        message = f"CSL has no type {item.value['type']!r}; the item has none now."
        issues.append(reading_issue("unknown-type", message, source, lines.of(item.start), key))
    return fields


def _mention(item: Item, fields: Fields, titles: _Titles) -> WorkMention:
    place = titles.place(item)
    start, end = place or (item.start, item.end)
    is_title = place is not None and start < end
    return mention_of(fields, titles.text, (start, end), is_title=is_title, key=_key(item.value))


_NO_KEY = re.compile(r"\w+://|\d+/[A-Z0-9]{8}\Z|.*[\s,{}%#\"]")
"""Ids that nobody types: Zotero's addresses and item numbers, and what BibTeX would not take for a key."""
_KEY_IN_NOTE = re.compile(r"^\s*Citation Key:\s*(\S+)\s*$", re.IGNORECASE | re.MULTILINE)
"""Better BibTeX' line in Zotero's field "Extra", which is exported as a note.

Source: https://retorque.re/zotero-better-bibtex/citing/
"""


def _key(item: Mapping[str, Any]) -> str | None:
    """The key that a person cites by; None where there is only a number of a program."""
    note = item.get("note")
    named = _KEY_IN_NOTE.search(note) if isinstance(note, str) else None
    key = item.get("citation-key") or (named[1] if named else None) or item.get("id")
    if not isinstance(key, str) or not key.strip() or _NO_KEY.match(key.strip()):
        return None
    return key.strip()


def _first_text(value: Any) -> str | None:
    """Crossref sends lists where CSL has one text; CSL allows numbers."""
    if isinstance(value, list):
        value = next((v for v in value if v), None)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value else None


def fields_of_csl(item: Mapping[str, Any]) -> Fields:
    """Gives one CSL-JSON item as fields; what has no field of ours goes to `custom` under its CSL name.

    Raises:
        ValueError: A value under `custom` that claims to be ours is not.

    >>> fields_of_csl({"type": "book", "title": "T", "archive": "Louvre"}).custom
    {'archive': 'Louvre'}
    """
    data: dict[str, Any] = {"type": _type(item.get("type"))}
    identifiers: list[Identifier] = []
    custom: dict[str, str] = {}
    for name, value in _canonical_names(item).items():
        variable = CSL_VARIABLES.get(name)
        if variable is None:
            _keep(custom, name, value)
        elif variable.kind == "identifier":
            identifiers += _identifiers(variable.field, value)
        else:
            data[variable.field] = _value(variable, value)
    if isinstance(note := item.get("note"), str):
        identifiers += [i for m in _NOTE_IDS.finditer(note) if (i := _identifier(m[1].lower(), m[2]))]
    ours = _custom_object(item.get("custom"), custom)
    data |= {"identifiers": tuple(identifiers), "custom": custom}
    if item.get("type") and data["type"] is None:
        _keep(custom, "type", item["type"])
    stated = {k: v for k, v in data.items() if v not in (None, "", (), {})}
    return Fields.model_validate(stated | ours)


def _type(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    known = CROSSREF_TYPES.get(value, value)
    return known if known in WORK_TYPES else None


def _canonical_names(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item with CSL 1.0.2 names; an alias counts only where the right name is missing."""
    named = {k: v for k, v in item.items() if k not in _IGNORED and k not in ALIASES and v not in (None, "", [], {})}
    for name, value in item.items():
        if name in ALIASES and value not in (None, "", [], {}):
            named.setdefault(ALIASES[name], value)
    return named


def _keep(custom: dict[str, str], name: str, value: Any) -> None:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    if text and name:
        custom[name] = text


def _custom_object(value: Any, custom: dict[str, str]) -> dict[str, Any]:
    """Spreads the object `custom` over ours; gives the fields that our writer kept there."""
    if not isinstance(value, dict):
        return {}
    for name, inner in value.items():
        if name != EXTENSION and inner is not None:
            _keep(custom, name, inner)
    ours = value.get(EXTENSION)
    return {k: v for k, v in ours.items() if k in Fields.model_fields} if isinstance(ours, dict) else {}


def _value(variable: Variable, value: Any) -> Any:
    if variable.kind == "names":
        return tuple(n for v in (value if isinstance(value, list) else [value]) if (n := _name(v)))
    if variable.kind == "date":
        return _date(value)
    if variable.kind == "keywords":
        text = value if isinstance(value, str) else ""
        words = value if isinstance(value, list) else text.split(";" if ";" in text else ",")
        return tuple(w.strip() for w in words if isinstance(w, str) and w.strip())
    return _first_text(value)


def _name(value: Any) -> Contributor | None:
    if isinstance(value, str):
        return Contributor(literal=value) if value.strip() else None
    if not isinstance(value, dict):
        return None
    given = {k.replace("-", "_"): v for k, v in value.items() if isinstance(v, str) and v}
    known = {k: v for k, v in given.items() if k in Contributor.model_fields}
    if "name" in given and not known.get("family"):
        known.setdefault("literal", given["name"])
    if not any(known.get(k) for k in ("family", "given", "literal")):
        return None
    if orcid := Identifier.of("orcid", value.get("ORCID") or value.get("orcid")):
        known["orcid"] = orcid.value
    else:
        known.pop("orcid", None)
    return Contributor.model_validate(known)


def _date(value: Any) -> PartialDate | None:
    if isinstance(value, str):
        date = PartialDate.parse(value) if value.strip() else None
        return written_date(value) if date and date.year is None else date
    if not isinstance(value, dict):
        return None
    ranges = value.get("date-parts")
    dates = [PartialDate.from_parts(p) for p in ranges[:2]] if isinstance(ranges, list) else []
    first = dates[0] if dates else None
    for name in ("raw", "literal"):
        if first is None and isinstance(value.get(name), str) and value[name].strip():
            first = written_date(value[name]) if name == "raw" else PartialDate.parse(value[name])
    if first is None or first.year is None:
        return first
    season = str(value.get("season", ""))
    changes: dict[str, Any] = {"end": dates[1] if len(dates) > 1 else None}
    changes["season"] = int(season) if season in ("1", "2", "3", "4") and first.month is None else first.season
    circa = str(value.get("circa", "")).lower()
    changes["circa"] = first.circa or circa not in ("", "0", "false", "none")
    return first.replace(**changes)


def _identifiers(scheme: str, value: Any) -> list[Identifier]:
    values = value if isinstance(value, list) else [value]
    if scheme in ("isbn", "issn"):
        # Zotero puts several into one text; "978-3 16 148410 0" must not be torn apart, so the whole is tried first.
        values = [
            p for v in values if isinstance(v, str) for p in ([v] if _identifier(scheme, v) else _SEVERAL.split(v))
        ]
    return [i for v in values if (i := _identifier(scheme, v))]


def _identifier(scheme: str, value: Any) -> Identifier | None:
    return Identifier.of(scheme, value) if scheme in get_args(Scheme) else None  # type: ignore[arg-type]
