"""dblp: checked venue, pages and authors of computer science, by SPARQL: its search API stands behind a bot wall."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from pubtrack.model import Contributor, Fields, Identifier
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Query, Sends, Service
from pubtrack.sources.loose import at, mapping, objects, text
from pubtrack.transport import Host, Rate, Request
from pubtrack.vocab.dblp_types import TYPES

_SELECT = """PREFIX dblp: <https://dblp.org/rdf/schema#>
SELECT ?asked ?pub ?title ?type ?venue ?year ?pages ?volume ?number ?doi ?ee ?ordinal ?name ?orcid WHERE {{
  {which}
  ?pub dblp:title ?title .
  OPTIONAL {{ ?pub dblp:bibtexType ?type }}
  OPTIONAL {{ ?pub dblp:publishedIn ?venue }}
  OPTIONAL {{ ?pub dblp:yearOfPublication ?year }}
  OPTIONAL {{ ?pub dblp:pagination ?pages }}
  OPTIONAL {{ ?pub dblp:publishedInJournalVolume ?volume }}
  OPTIONAL {{ ?pub dblp:publishedInJournalVolumeIssue ?number }}
  OPTIONAL {{ ?pub dblp:doi ?doi }}
  OPTIONAL {{ ?pub dblp:primaryDocumentPage ?ee }}
  OPTIONAL {{ ?pub dblp:hasSignature ?signature .
    ?signature dblp:signatureOrdinal ?ordinal ; dblp:signatureDblpName ?name .
    OPTIONAL {{ ?signature dblp:signatureOrcid ?orcid }} }}
}}"""
"""One query for records and author lists. Ontology: https://dblp.org/rdf/schema (API reference 4.5)."""

_HOMONYM = re.compile(r"\s+\d{4}$")


class Dblp(Service):
    """The dblp SPARQL endpoint."""

    host: ClassVar[Host] = Host(name="dblp", base_url="https://sparql.dblp.org", rate=Rate(1, 1.0), read_timeout_s=60.0)
    label: ClassVar[str] = "dblp"
    docs_url: ClassVar[str] = "https://sparql.dblp.org/"
    licence: ClassVar[str] = "CC0"
    batch: ClassVar[int] = 250
    max_line: ClassVar[int] = 1_000_000
    envelope: ClassVar[tuple[str, ...]] = ("results", "result")
    schemes: ClassVar[tuple[str, ...]] = ("dblp", "doi")
    says: ClassVar[tuple[str, ...]] = ("metadata", "venues")
    record_url: ClassVar[str | None] = "https://dblp.org/rec/{}"

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the one query for a batch; dblp writes DOIs in upper case."""
        if batch[0].scheme == "doi":
            values = " ".join(f"<https://doi.org/{_iri(i.value.upper())}>" for i in batch)
            which = f"VALUES ?asked {{ {values} }} ?pub dblp:doi ?asked ."
        else:
            values = " ".join(f"<https://dblp.org/rec/{_iri(i.value)}>" for i in batch)
            which = f"VALUES ?pub {{ {values} }}"
        return self._query(_SELECT.format(which=which))

    def _query(self, sparql: str, cache_s: float = 0.0) -> Request:
        headers = {"Accept": "application/sparql-results+json", "Content-Type": "application/sparql-query"}
        return self.request("/sparql", method="POST", body=sparql.encode(), headers=headers, cache_s=cache_s)

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives one dict per publication, its rows (one per author) under `rows`; search hits as they are."""
        hits = objects(at(answer, "result", "hits", "hit"))
        if hits:
            return [dict(hit) for hit in hits]
        groups: dict[str, list[Mapping[str, Any]]] = {}
        for row in objects(at(answer, "results", "bindings")):
            groups.setdefault(text(row.get("pub")) or "", []).append(row)
        return [{"pub": pub, "rows": rows} for pub, rows in groups.items() if pub]

    def works_of(self, person: Identifier, transport: Sends) -> Iterator[Answer]:
        """Gives all works that dblp lists under an ORCID iD."""
        which = f"?person dblp:orcid <https://orcid.org/{person.value}> . ?pub dblp:authoredBy ?person ."
        decoded = self.listing(self._query(_SELECT.format(which=which), self.listing_cache_s), transport)
        yield from self.items(decoded, ())

    def seek(self, query: Query) -> Request | None:
        """Title search scans the whole graph (3-11 s, API reference 4.5) and is left to others."""
        return None

    def parse(self, answer: Any) -> Fields:
        """Gives the fields of a search hit, its `info`, a SPARQL row, or a publication's rows."""
        item = mapping(answer)
        if isinstance(item.get("info"), Mapping):
            item = item["info"]
        rows = objects(item.get("rows")) or ([item] if "pub" in item or "signature" in item else [])
        return _of_rows(rows) if rows else _of_info(item)

    def id_of(self, answer: Any, fields: Fields) -> str | None:
        """Gives the dblp key."""
        return fields.id("dblp")


def _iri(value: str) -> str:
    """Marks that no IRI may hold are percent-encoded, so that one id cannot break the query."""
    return re.sub(r"[\x00-\x20<>\"{}|\\^`]", lambda m: f"%{ord(m[0]):02X}", value)


def _kind(given: str | None, venue: str | None, key: str | None) -> tuple[str | None, str | None]:
    name = (given or "").rpartition("#")[2].rpartition("/")[2].lower()
    if (venue or "").lower() == "corr" or (key or "").startswith("journals/corr/"):
        return "article", "preprint"
    return TYPES.get(name, (None, None))


def _title(value: Any) -> str | None:
    """Dblp ends every title with a full stop; a question or an ellipsis keeps its mark."""
    title = loose.markup(value) or ""
    return title[:-1].rstrip() if title.endswith(".") and not title.endswith("...") else title or None


def _author(name: Any, orcid: Any = None) -> Contributor | None:
    """Homonyms carry four digits that are no part of the name."""
    clean = text(name)
    return loose.named(_HOMONYM.sub("", clean), orcid=orcid) if clean else None


def _volume(venue: str | None, volume: str | None) -> dict[str, Any]:
    """CoRR's volume is the arXiv number ("abs/2004.14368")."""
    if volume and (venue or "").lower() == "corr" and volume.startswith("abs/"):
        return {}
    return {"volume": volume}


def _identifiers(key: Any, doi: Any, links: list[str], volume: str | None) -> tuple[Identifier, ...]:
    known = [pair for link in links if (pair := loose.from_url(link))]
    corr = [("arxiv", volume[4:])] if volume and volume.startswith("abs/") else []
    pairs: Any = [("doi", doi), *known, *corr, ("dblp", key)]
    found = loose.identifiers(*pairs)
    has_work_id = any(i.scheme != "dblp" for i in found)
    return found if has_work_id or not links else (*found, *loose.identifiers(("url", links[0])))


def _of_info(info: Mapping[str, Any]) -> Fields:
    authors = at(info, "authors", "author")
    listed = authors if isinstance(authors, list) else [authors]
    venue, volume = loose.markup(loose.first(info.get("venue"))), text(info.get("volume"))
    key = text(info.get("key"))
    kind, genre = _kind(text(info.get("type")), venue, key)
    people = loose.people(_author(a.get("text") if isinstance(a, Mapping) else a) for a in listed)
    is_edited = genre == "proceedings"
    return loose.fields(
        type=kind,
        genre=genre,
        title=_title(info.get("title")),
        author=() if is_edited else people,
        editor=people if is_edited else (),
        container_title=None if genre == "preprint" else venue,
        publisher="arXiv" if (venue or "").lower() == "corr" else loose.markup(info.get("publisher")),
        **_volume(venue, volume),
        issue=text(info.get("number")),
        page=loose.pages(info.get("pages")),
        issued=loose.date(info.get("year")),
        identifiers=_identifiers(key, info.get("doi"), list(loose.texts(info.get("ee"))), volume),
    )


def _of_rows(rows: list[Mapping[str, Any]]) -> Fields:
    def stated(name: str) -> str | None:
        return next((value for row in rows if (value := text(row.get(name)))), None)

    signed = {(text(row.get("ordinal")) or str(n)): row for n, row in enumerate(rows) if text(row.get("name"))}
    order = sorted(signed, key=lambda ordinal: int(ordinal) if ordinal.isdecimal() else 0)
    venue, volume, key = loose.markup(stated("venue")), stated("volume"), stated("pub")
    kind, genre = _kind(stated("type"), venue, (key or "").partition("/rec/")[2])
    people = loose.people(_author(signed[o].get("name"), signed[o].get("orcid")) for o in order)
    links = [link for name in ("ee", "document") for row in rows if (link := text(row.get(name)))]
    return loose.fields(
        type=kind,
        genre=genre,
        title=_title(stated("title")),
        author=() if genre == "proceedings" else people,
        editor=people if genre == "proceedings" else (),
        container_title=None if genre == "preprint" else venue,
        publisher="arXiv" if (venue or "").lower() == "corr" else None,
        **_volume(venue, volume),
        issue=stated("number"),
        page=loose.pages(stated("pages")),
        issued=loose.date(stated("year")),
        identifiers=_identifiers(key, stated("doi"), list(dict.fromkeys(links)), volume),
    )
