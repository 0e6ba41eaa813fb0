"""doi.org: which registration agency answers for a DOI, many at once; its content negotiation parses too."""

from __future__ import annotations

from typing import Any, ClassVar

from pubtrack.model import Fields, Identifier
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Service, opened
from pubtrack.sources.csl_items import is_csl, parse_csl
from pubtrack.sources.loose import objects, text
from pubtrack.transport import Host, Rate, Request


class DoiRa(Service):
    """The DOI resolver's agency look-up: only for DOIs whose prefix nobody knows yet."""

    host: ClassVar[Host] = Host(name="doi_ra", base_url="https://doi.org", rate=Rate(1, 1.0))
    label: ClassVar[str] = "doi.org"
    docs_url: ClassVar[str] = "https://www.doi.org/doi-handbook/HTML/index.html"
    of_works: ClassVar[bool] = False
    batch: ClassVar[int] = 50
    schemes: ClassVar[tuple[str, ...]] = ("doi",)
    says: ClassVar[tuple[str, ...]] = ("registration agency",)
    enabled: ClassVar[bool] = False
    """Asked by the refresh where routing needs it, not for every work."""
    record_url: ClassVar[str | None] = "https://doi.org/{}"

    def alone(self, identifier: Identifier) -> bool:
        """A comma parts the DOIs."""
        return "," in identifier.value

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the one request for a batch; the agency of a DOI never changes in practice."""
        return self.request("/doiRA/" + ",".join("{}" for _ in batch), *(i.value for i in batch), cache_s=30 * 86_400.0)

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives those that an agency answers for; the others have only a `status`."""
        return [dict(i) for i in objects(answer) if text(i.get("RA"))]

    def parse(self, answer: Any) -> Fields:
        """Gives DOI and agency (`custom["registration_agency"]`), or the fields of CSL-JSON."""
        item = opened(answer, "message")
        if is_csl(item):
            return parse_csl(item)
        agency = text(item.get("RA"))
        custom = {"registration_agency": agency} if agency else {}
        return loose.fields(identifiers=loose.identifiers(("doi", item.get("DOI"))), custom=custom)

    def agency_of(self, answer: Any) -> str | None:
        """Gives the agency in lower case ("crossref", "datacite", "medra"), or None.

        >>> DoiRa().agency_of({"DOI": "10.5555/1", "RA": "DataCite"})
        'datacite'
        """
        agency = text(opened(answer).get("RA"))
        return agency.lower() if agency else None
