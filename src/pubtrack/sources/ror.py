"""ROR: organisations, so that funders and employers carry an identifier."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pubtrack.model import Fields, Identifier
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Query, Service, opened
from pubtrack.sources.loose import mapping, objects, text
from pubtrack.transport import Host, Rate, Request


class Ror(Service):
    """The ROR API 2; asked only for organisations, never for works."""

    host: ClassVar[Host] = Host(
        name="ror",
        base_url="https://api.ror.org/v2",
        rate=Rate(50, 300.0),
        known_rate=Rate(2000, 300.0),
        known_by="key",
        key_env="PUBTRACK_ROR_CLIENT_ID",
        key_header="Client-Id",
    )
    label: ClassVar[str] = "ROR"
    docs_url: ClassVar[str] = "https://ror.readme.io/v2/docs/rest-api"
    licence: ClassVar[str] = "CC0"
    of_works: ClassVar[bool] = False
    batch: ClassVar[int] = 1
    envelope: ClassVar[tuple[str, ...]] = ("id", "items")
    schemes: ClassVar[tuple[str, ...]] = ("ror",)
    says: ClassVar[tuple[str, ...]] = ("organisations",)
    record_url: ClassVar[str | None] = "https://ror.org/{}"

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the request for one organisation."""
        return self.request("/organizations/{}", batch[0].value, cache_s=30 * 86_400.0)

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the organisations of an answer, one or many; errors may come with 200."""
        held = mapping(answer)
        listed = objects(held.get("items")) if "items" in held else [held] if held.get("id") else []
        return [dict(mapping(i.get("organization")) or i) for i in listed]

    def seek(self, query: Query) -> Request:
        """Gives the search by an affiliation as printed."""
        return self.request("/organizations", params={"affiliation": query.title or ""}, cache_s=30 * 86_400.0)

    def parse(self, answer: Any) -> Fields:
        """Gives an organisation: its shown name as title, other names, identifiers and place."""
        item = opened(answer, "items", "organization")
        names = objects(item.get("names"))
        shown = [n.get("value") for n in names if "ror_display" in loose.texts(n.get("types"))]
        others = [text(n.get("value")) for n in names if n.get("value") not in shown]
        old = [text(item.get("name")), *loose.texts(item.get("aliases")), *loose.texts(item.get("acronyms"))]
        title = text(shown[0]) if shown else old[0] or next((o for o in others if o), None)
        links = item.get("links") if isinstance(item.get("links"), list) else []
        sites = [s.get("value") if isinstance(s, Mapping) else s for s in links or []]
        return loose.fields(
            title=title,
            alternative_titles=tuple(o for o in (*others, *old) if o and o != title),
            publisher_place=_place(item),
            identifiers=loose.identifiers(("ror", item.get("id")), *(("url", s) for s in sites[:1])),
        )


def _place(item: Mapping[str, Any]) -> str | None:
    place = next((mapping(p.get("geonames_details")) for p in objects(item.get("locations"))), {})
    old = next(iter(objects(item.get("addresses"))), {})
    city = text(place.get("name")) or text(old.get("city"))
    country = text(place.get("country_name")) or text(mapping(item.get("country")).get("country_name"))
    return ", ".join(part for part in (city, country) if part) or None
