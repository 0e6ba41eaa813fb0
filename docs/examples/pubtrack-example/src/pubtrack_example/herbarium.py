"""A source: an imaginary service that gives JSON for a list of DOIs. Real ones are in pubtrack's `sources/`."""

from __future__ import annotations

from typing import Any

from pubtrack import Contributor, Fields, Identifier, PartialDate
from pubtrack.sources.base import Answer, Service
from pubtrack.transport import Host, Rate, Request


class Herbarium(Service):
    """Asked by DOI, twenty at a time. It neither retries nor sleeps nor merges: pubtrack does, for all sources."""

    host = Host(name="herbarium", base_url="https://herbarium.example.org/v1", rate=Rate(1, 1.0))
    label = "Herbarium"
    docs_url = "https://herbarium.example.org/docs"
    batch = 20
    schemes = ("doi",)
    envelope = ("sheets",)

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the one request for a batch."""
        return self.request("/sheets", params={"dois": ",".join(i.value for i in batch)})

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the items of a decoded reply."""
        return [item for item in answer["sheets"] if isinstance(item, dict)]

    def parse(self, answer: Any) -> Fields:
        """Gives what one item states. Pure; what the service does not state stays None."""
        held = answer if isinstance(answer, dict) else {}
        year, doi = held.get("year"), Identifier.of("doi", held.get("doi"))
        people = held.get("people") if isinstance(held.get("people"), list) else []
        return Fields(
            title=held.get("title") if isinstance(held.get("title"), str) else None,
            author=tuple(Contributor(literal=name) for name in people or () if isinstance(name, str) and name.strip()),
            issued=PartialDate(year=year) if isinstance(year, int) and 1000 < year < 3000 else None,
            identifiers=(doi,) if doi else (),
        )
