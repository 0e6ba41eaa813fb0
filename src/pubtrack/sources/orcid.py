"""ORCID: what a researcher lists: works, distinctions (awards), posts. Self-reported unless another client wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from pubtrack.errors import SourceError
from pubtrack.model import Appointment, Award, Contributor, Fields, Identifier
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Sends, Service
from pubtrack.sources.loose import at, date, mapping, objects, text
from pubtrack.transport import Host, Rate, Request
from pubtrack.vocab.orcid_roles import ROLES
from pubtrack.vocab.orcid_types import ORCID_IDENTIFIERS as SCHEMES
from pubtrack.vocab.orcid_types import ORCID_TYPES as TYPES

_JSON = {"Accept": "application/vnd.orcid+json"}
_BULK = 100
_POSTS = ("employment", "invited-position", "education", "qualification", "membership", "service")
"""Sections that have the form of a post, besides `distinction`. Source: ORCID message 3.0, activities."""


class Orcid(Service):
    """The ORCID public API 3.0."""

    host: ClassVar[Host] = Host(name="orcid", base_url="https://pub.orcid.org/v3.0", rate=Rate(12, 1.0), concurrency=2)
    label: ClassVar[str] = "ORCID"
    docs_url: ClassVar[str] = "https://info.orcid.org/documentation/api-tutorials/"
    licence: ClassVar[str] = "CC0"
    of_works: ClassVar[bool] = False
    batch: ClassVar[int] = 1
    envelope: ClassVar[tuple[str, ...]] = ("group", "bulk", "affiliation-group")
    schemes: ClassVar[tuple[str, ...]] = ("orcid",)
    says: ClassVar[tuple[str, ...]] = ("lists of works", "awards", "appointments")
    record_url: ClassVar[str | None] = "https://pub.orcid.org/v3.0{}"

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the request for the list of a person's works."""
        return self.request("/{}/works", batch[0].value, headers=_JSON, cache_s=self.listing_cache_s)

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the groups (each one work told by several sources) or the works of a bulk reply."""
        held = mapping(answer)
        listed = objects(held.get("group")) or objects(held.get("bulk"))
        return [dict(i) for i in listed if "error" not in i]

    def matched(self, decoded: Any, batch: tuple[Identifier, ...]) -> Iterator[tuple[Identifier, Answer, Fields]]:
        """All works belong to the person that was asked for."""
        yield from ((batch[0], item, self.parse(item)) for item in self.items(decoded, batch))

    def works_of(self, person: Identifier, transport: Sends, full: bool = False) -> Iterator[Answer]:
        """Gives all works of a record: summaries in one request, or in full (with authors), 100 per request."""
        groups = self.items(self.listing(self.ask((person,)), transport), ())
        if not full:
            yield from groups
            return
        codes = [code for group in groups if (code := text(_best(group).get("put-code")))]
        for start in range(0, len(codes), _BULK):
            path = f"/{{}}/works/{','.join(codes[start : start + _BULK])}"
            request = self.request(path, person.value, headers=_JSON, cache_s=self.listing_cache_s)
            yield from self.items(self.listing(request, transport), ())

    def career_of(self, person: Identifier, transport: Sends) -> tuple[list[Answer], list[SourceError]]:
        """Gives the decoded sections that hold awards and posts, and the errors of those that could not be had."""
        sections: list[Answer] = []
        failed: list[SourceError] = []
        for path in ("/{}/distinctions", "/{}/employments", "/{}/invited-positions"):
            try:
                request = self.request(path, person.value, headers=_JSON, cache_s=self.listing_cache_s)
                sections.append(dict(mapping(self.listing(request, transport))))
            except SourceError as error:
                failed.append(error)
        return sections, failed

    def parse(self, answer: Any) -> Fields:
        """Gives the fields of a work, a summary, or a group of summaries (the preferred one, all their ids)."""
        item = _opened(answer)
        best = _best(item)
        kind, genre = TYPES.get(
            (text(best.get("type") or best.get("work-type")) or "").lower().replace("_", "-"), (None, None)
        )
        title = mapping(best.get("title") or best.get("work-title"))
        main, short = loose.with_subtitle(_said(title.get("title")), _said(title.get("subtitle")))
        translated = loose.markup(title.get("translated-title"))
        by_role = _contributors(best)
        url = text(best.get("url"))
        return loose.fields(
            type=kind,
            genre=genre,
            title=main or loose.markup(best.get("title")),
            title_short=short,
            alternative_titles=(translated,) if translated else (),
            **{role: tuple(people) for role, people in by_role.items()},
            container_title=_said(best.get("journal-title")),
            issued=date(best.get("publication-date")),
            language=text(best.get("language-code")),
            abstract=loose.abstract(best.get("short-description")),
            identifiers=_identifiers(item, best, url),
        )

    def parse_awards(self, answer: Any) -> tuple[Award, ...]:
        """Gives the distinctions of a record, a section, or one summary."""
        return tuple(award for one in _summaries(answer, ("distinction",)) if (award := _award(one)))

    def parse_appointments(self, answer: Any) -> tuple[Appointment, ...]:
        """Gives employments, invited positions, education and the like; those without a role are left out."""
        return tuple(post for one in _summaries(answer, _POSTS) if (post := _appointment(one)))

    def id_of(self, answer: Any, fields: Fields) -> str | None:
        """Gives the path of the preferred summary (`/0000-…/work/123`), or its put-code."""
        best = _best(_opened(answer))
        return text(best.get("path")) or text(best.get("put-code"))

    def batches(self, ids: Sequence[Identifier], most: int | None = None) -> Iterator[tuple[Identifier, ...]]:
        """One person per request."""
        yield from ((i,) for i in dict.fromkeys(ids) if self.takes(i))


def _said(value: Any) -> str | None:
    return loose.markup(at(value, "value") if isinstance(value, Mapping) else value)


def _opened(answer: Any) -> Mapping[str, Any]:
    item = mapping(answer)
    for name in ("work", "orcid-work", "work-summary"):
        held = item.get(name)
        if isinstance(held, Mapping):
            item = held
    groups = objects(item.get("group"))
    return groups[0] if len(groups) == 1 and "title" not in item else item


def _best(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Of the summaries of one work, the one that the person prefers: the highest display index."""
    summaries = objects(item.get("work-summary"))
    return max(summaries, key=lambda s: loose.count(s.get("display-index")) or 0, default=item)


def _external(item: Mapping[str, Any]) -> Iterator[tuple[str | None, Any, str]]:
    """Gives (type, value, relationship) in the forms of API 3.0, 2.x and 1.2."""
    for one in objects(at(item, "external-ids", "external-id")):
        normal = text(at(one, "external-id-normalized", "value"))
        value = text(one.get("external-id-value"))
        yield text(one.get("external-id-type")), value or normal, text(one.get("external-id-relationship")) or "self"
    for one in objects(at(item, "work-external-identifiers", "work-external-identifier")):
        yield text(one.get("work-external-identifier-type")), text(one.get("work-external-identifier-id")), "self"


def _identifiers(item: Mapping[str, Any], best: Mapping[str, Any], url: str | None) -> tuple[Identifier, ...]:
    """Only what names the work itself: a part-of id is the book's (API reference 4.7)."""
    holders = [best, item, *objects(item.get("work-summary"))]
    pairs: list[tuple[Any, Any]] = []
    for kind, value, relation in (external for holder in holders for external in _external(holder)):
        scheme = loose.scheme_of(kind, SCHEMES)
        is_container = scheme in ("issn", "isbn") and relation.lower() in ("part-of", "part_of")
        if scheme and (relation.lower() == "self" or is_container):
            pairs.append(loose.from_url(value) or (scheme, value))
    if pair := loose.from_url(url):
        pairs.append(pair)
    return loose.identifiers(*pairs) or loose.identifiers(("url", url))


def _contributors(work: Mapping[str, Any]) -> dict[str, list[Contributor]]:
    by_role: dict[str, list[Contributor]] = {}
    for one in objects(at(work, "contributors", "contributor")) or objects(
        at(work, "work-contributors", "contributor")
    ):
        role = (text(at(one, "contributor-attributes", "contributor-role")) or "author").lower().replace("_", "-")
        # CRediT roles are addresses ("http://credit.niso.org/contributor-roles/software/"): their bearers are authors.
        field = ROLES.get(role, "author" if "credit.niso.org" in role or role.startswith("writing") else None)
        orcid = at(one, "contributor-orcid", "path") or at(one, "contributor-orcid", "uri")
        person = loose.named(text(one.get("credit-name")), orcid=orcid)
        if field and person:
            by_role.setdefault(field, []).append(person)
    return by_role


def _summaries(answer: Any, kinds: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """Gives every summary of those kinds, wherever it stands in a record."""
    if isinstance(answer, list):
        for one in answer:
            yield from _summaries(one, kinds)
    for name, held in mapping(answer).items():
        if name in {f"{kind}-summary" for kind in kinds} or name in kinds:
            yield from objects(held)
        elif isinstance(held, (Mapping, list)):
            yield from _summaries(held, kinds)


def _slug(*parts: str | None) -> str:
    words = "-".join(part for part in parts if part)
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:80]


def _award(one: Mapping[str, Any]) -> Award | None:
    name, organization = text(one.get("role-title")), text(at(one, "organization", "name"))
    if not name:
        return None
    return Award.model_validate(
        {
            "id": f"award-orcid-{text(one.get('put-code')) or _slug(name)}",
            "name": name,
            "awarder": organization,
            "date": date(one.get("start-date")),
            "url": text(one.get("url")),
            "verified": "self-reported",
        }
    )


def _appointment(one: Mapping[str, Any]) -> Appointment | None:
    role, organization = text(one.get("role-title")), text(at(one, "organization", "name"))
    if not role or not organization:
        return None
    places = mapping(at(one, "organization", "address"))
    return Appointment.model_validate(
        {
            "id": f"appointment-orcid-{text(one.get('put-code')) or _slug(role, organization)}",
            "role": role,
            "organization": organization,
            "department": text(one.get("department-name")),
            "place": ", ".join(p for name in ("city", "country") if (p := text(places.get(name)))) or None,
            "start": date(one.get("start-date")),
            "end": date(one.get("end-date")),
            "url": text(one.get("url")),
            "identifiers": loose.identifiers(
                ("ror", at(one, "organization", "disambiguated-organization", "disambiguated-organization-identifier"))
            ),
            "verified": "self-reported",
        }
    )
