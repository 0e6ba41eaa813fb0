"""A person's ORCID record as JSON (v3.0 or v2: whole record, list of works, or single works) into mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from pubtrack.model import (
    AppointmentMention,
    AwardMention,
    Fields,
    OtherMention,
    PartialDate,
    Reading,
    Scheme,
    WorkMention,
)
from pubtrack.readers.collecting import Collected, contributor_of, mention_of
from pubtrack.readers.json_spans import Broken, StringIndex, items_of
from pubtrack.readers.noticing import general_issues, reading_issue
from pubtrack.vocab.orcid_types import ORCID_IDENTIFIERS, ORCID_TYPES

__all__ = ["orcid_work_fields", "read_orcid_json"]

_SUMMARIES = {
    "distinction-summary": "award",
    "employment-summary": "post",
    "education-summary": "post",
    "qualification-summary": "post",
    "invited-position-summary": "post",
    "membership-summary": "post",
    "service-summary": "post",
    "funding-summary": "funding",
}
_MAX_DEPTH = 60


def read_orcid_json(text: str, *, source: str | None = None) -> Reading:
    """Gives the works, distinctions (as awards), posts and fundings of an ORCID record. Never raises.

    Of several statements of one work (a group) the one with the highest display index counts.

    >>> read_orcid_json('{"group": [{"work-summary": [{"title": {"title": {"value": "T"}}}]}]}').works[0].title
    'T'
    """
    issues = list(general_issues(text, source))
    if any(issue.check == "empty" for issue in issues):
        return Reading(text=text, source=source, format="orcid-json", issues=tuple(issues))
    data: Any = None
    for item in items_of(text):
        if isinstance(item, Broken):
            line = text.count("\n", 0, item.position) + 1
            issues.append(
                reading_issue("broken-json", f"This is not JSON: {item.reason}.", source, line).replace(
                    severity="error"
                )
            )
        else:
            data = [*(data or []), item.value]
    place = _Places(text)
    found: dict[str, list[Any]] = {"works": [], "awards": [], "appointments": [], "others": []}
    for kind, value in _statements(data, 0):
        try:
            mention = _MENTIONS[kind](value, place)
        except ValueError as error:
            message = f"One entry could not be read: {str(error).splitlines()[0]}"
            issues.append(reading_issue("broken-entry", message, source, 1))
            continue
        if mention is not None:
            found[_LISTS[kind]].append(mention)
    if not any(found.values()) and not issues:
        issues.append(
            reading_issue("no-entry", "No works or awards are in this JSON: is it an ORCID record?", source, 1)
        )
    lists = {name: tuple(mentions) for name, mentions in found.items()}
    return Reading(text=text, source=source, format="orcid-json", issues=tuple(issues), **lists)


class _Places:
    """Gives titles their places, in the order in which the record names them."""

    def __init__(self, text: str) -> None:
        self._index = StringIndex(text)
        self._after = 0
        self.text = text

    def of(self, title: str | None) -> tuple[int, int] | None:
        """Where the next string with these words stands."""
        if not title:
            return None
        place = self._index.find(title, self._after) or self._index.find(title)
        if place:
            self._after = place[1]
        return place


def _statements(data: Any, depth: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """All statements of a record in document order, whatever part of it the file holds."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, list):
        for item in data:
            yield from _statements(item, depth + 1)
    if not isinstance(data, dict):
        return
    if "work-summary" in data and isinstance(data["work-summary"], list):
        summaries = [s for s in data["work-summary"] if isinstance(s, dict)]
        if summaries:
            yield "work", max(summaries, key=_display_index)
        return
    if _is_work(data):
        yield "work", data
        return
    for name, value in data.items():
        kind = _SUMMARIES.get(name)
        if kind:
            yield from ((kind, one) for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict))
        else:
            yield from _statements(value, depth + 1)


def _is_work(data: Mapping[str, Any]) -> bool:
    is_titled = isinstance(data.get("title") or data.get("work-title"), dict)
    return is_titled and (
        "external-ids" in data or "publication-date" in data or "work-type" in data or "journal-title" in data
    )


def _display_index(summary: Mapping[str, Any]) -> int:
    try:
        return int(summary.get("display-index") or 0)
    except (TypeError, ValueError):
        return 0


def _value(data: Any, *path: str) -> str | None:
    for name in path:
        data = data.get(name) if isinstance(data, dict) else None
    if isinstance(data, dict):
        data = data.get("value")
    return data.strip() or None if isinstance(data, str) else None


def _date(data: Any) -> PartialDate | None:
    if not isinstance(data, dict):
        return None
    return PartialDate.from_parts([_value(data, part) for part in ("year", "month", "day")])


def orcid_work_fields(data: Mapping[str, Any]) -> Fields:
    """Gives one work (summary or full) as fields; only identifiers of the work itself are taken.

    >>> ids = {"external-id": [{"external-id-type": "doi", "external-id-value": "10.1000/X"}]}
    >>> orcid_work_fields({"title": {"title": {"value": "T"}}, "external-ids": ids}).doi
    '10.1000/x'
    """
    got = Collected()
    kind, genre = ORCID_TYPES.get(
        str(data.get("type") or data.get("work-type")).lower().replace("_", "-"), (None, None)
    )
    titles = data.get("title") or data.get("work-title")
    title, subtitle = _value(titles, "title"), _value(titles, "subtitle")
    got.say("type", kind)
    got.say("genre", genre)
    got.say("title", f"{title}: {subtitle}" if title and subtitle and subtitle not in title else title)
    if translated := _value(titles, "translated-title"):
        got.values["alternative_titles"] = (translated,)
    got.say("container_title", _value(data, "journal-title"))
    got.say("issued", _date(data.get("publication-date")))
    got.say("abstract", _value(data, "short-description"))
    got.say("language", _value(data, "language-code"))
    _identify(got, data)
    for person in _contributors(data):
        _person(got, person)
    if url := _value(data, "url"):
        got.identify("url", url)
    return got.fields()


def _identify(got: Collected, data: Mapping[str, Any]) -> None:
    ids = data.get("external-ids") or data.get("work-external-identifiers") or {}
    listed = ids.get("external-id") or ids.get("work-external-identifier") if isinstance(ids, dict) else None
    for one in listed if isinstance(listed, list) else ():
        relation = _value(one, "external-id-relationship") or "self"
        name = (_value(one, "external-id-type") or _value(one, "work-external-identifier-type") or "").lower()
        value = _value(one, "external-id-value") or _value(one, "work-external-identifier-id")
        if not value or relation.lower() != "self":
            continue
        scheme = ORCID_IDENTIFIERS.get(name)
        if not (scheme and got.identify(cast(Scheme, scheme), value)):
            got.keep(name or "external-id", value)


def _contributors(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    group = data.get("contributors") or data.get("work-contributors")
    listed = group.get("contributor") if isinstance(group, dict) else None
    return [p for p in listed if isinstance(p, dict)] if isinstance(listed, list) else []


def _person(got: Collected, data: Mapping[str, Any]) -> None:
    name = _value(data, "credit-name")
    person = contributor_of(name) if name else None
    if person is None:
        return
    attributes = data.get("contributor-attributes")
    role = (_value(attributes, "contributor-role") or "author").lower()
    orcid = _value(data, "contributor-orcid", "path")
    if orcid:
        try:
            person = person.replace(orcid=orcid)
        except ValueError:
            got.keep("orcid", orcid)
    where = "editor" if role == "editor" else "translator" if "translator" in role else "author"
    got.people.setdefault(where, []).append(person)


def _work(data: Mapping[str, Any], place: _Places) -> WorkMention | None:
    fields = orcid_work_fields(data)
    titles = data.get("title") or data.get("work-title")
    raw = titles.get("title") if isinstance(titles, dict) else None
    raw = raw.get("value") if isinstance(raw, dict) else None
    found = place.of(raw if isinstance(raw, str) else None)
    if not fields.title and not fields.identifiers:
        return None
    return mention_of(fields, place.text, found or (0, 0), is_title=found is not None and found[0] < found[1])


def _award(data: Mapping[str, Any], place: _Places) -> AwardMention | None:
    name = _value(data, "role-title")
    if not name:
        return None
    start, end = place.of(name) or (0, 0)
    date = _date(data.get("start-date"))
    return AwardMention(
        start=start, end=end, name=name, awarder=_value(data, "organization", "name"), year=date.year if date else None
    )


def _post(data: Mapping[str, Any], place: _Places) -> AppointmentMention | None:
    organization = _value(data, "organization", "name")
    role = _value(data, "role-title") or _value(data, "department-name")
    if not role or not organization:
        return None
    start, end = place.of(role) or (0, 0)
    first, last = _date(data.get("start-date")), _date(data.get("end-date"))
    return AppointmentMention(
        start=start,
        end=end,
        role=role,
        organization=organization,
        start_year=first.year if first else None,
        end_year=last.year if last else None,
    )


def _funding(data: Mapping[str, Any], place: _Places) -> OtherMention | None:
    title = _value(data, "title", "title")
    if not title:
        return None
    start, end = place.of(title) or (0, 0)
    return OtherMention(start=start, end=end, text=title, kind="grant")


_MENTIONS = {"work": _work, "award": _award, "post": _post, "funding": _funding}
_LISTS = {"work": "works", "award": "awards", "post": "appointments", "funding": "others"}
