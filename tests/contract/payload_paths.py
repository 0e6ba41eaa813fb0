"""Independent paths into recorded answers: what each holds of title, authors, date and identifiers.

Nothing here is shared with the sources: other code, other words, so that a loss in one is seen by the other.
"""

from __future__ import annotations

import contextlib
import html
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass
class Held:
    """What one item of a recorded answer says, as its raw text stands."""

    item: Any
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    """One word of each author that must be found again."""
    date: tuple[int, ...] = ()
    ids: list[tuple[str, str]] = field(default_factory=list)


def fold(text: str) -> str:
    text = re.sub(r"(?s)<(?:mml:)?annotation.*?</(?:mml:)?annotation>", "", text)
    for _ in range(3):
        text = html.unescape(text)
    text = re.sub(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>", "", text)
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed.casefold() if c.isalnum())


def letters(text: str) -> str:
    """Letters and digits only; UTF-8 that was read as Latin-1 (one recorded arXiv author list) is mended first."""
    with contextlib.suppress(UnicodeError):
        text = text.encode("latin-1").decode("utf-8")
    return fold(text)


def _parts(value: Any) -> tuple[int, ...]:
    if isinstance(value, dict) and value.get("date-parts"):
        first = value["date-parts"][0]
        first = first if isinstance(first, list) else [first]
        return tuple(int(p) for p in first if p) if first and first[0] else ()
    return ()


def _iso(value: Any) -> tuple[int, ...]:
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", str(value or ""))
    return tuple(int(g) for g in match.groups() if g) if match else ()


def _one(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value if isinstance(value, str) else None


def crossref(item: dict[str, Any]) -> Held:
    date = next(
        (p for k in ("issued", "published", "published-print", "published-online") if (p := _parts(item.get(k)))), ()
    )
    people = [a.get("family") or a.get("name") or a.get("given") or "" for a in item.get("author") or []]
    ids = [("doi", item["DOI"])] if item.get("DOI") else []
    ids += [("isbn", i) for i in item.get("ISBN") or []] + [("issn", i) for i in item.get("ISSN") or []]
    return Held(item, _one(item.get("title")), people, date, ids)


def openalex(item: dict[str, Any]) -> Held:
    people = [
        a.get("raw_author_name") or (a.get("author") or {}).get("display_name") or ""
        for a in item.get("authorships") or []
    ]
    ids = [(k, v) for k, v in (item.get("ids") or {}).items() if k in ("doi", "pmid", "pmcid", "mag", "openalex") and v]
    ids += [("doi", item["doi"])] if item.get("doi") else []
    ids += [("openalex", item["id"])] if item.get("id") else []
    date = (item["publication_year"],) if item.get("publication_year") else _iso(item.get("publication_date"))[:1]
    return Held(item, item.get("title") or item.get("display_name"), people, date, ids)


def semanticscholar(item: dict[str, Any]) -> Held:
    names = {"DOI": "doi", "ArXiv": "arxiv", "ACL": "acl", "PubMed": "pmid", "PubMedCentral": "pmcid", "MAG": "mag"}
    ids = [(names[k], str(v)) for k, v in (item.get("externalIds") or {}).items() if k in names]
    ids += [("s2", item["paperId"])] if item.get("paperId") else []
    date = _iso(item.get("publicationDate")) or ((item["year"],) if item.get("year") else ())
    return Held(item, item.get("title"), [a.get("name") or "" for a in item.get("authors") or []], date, ids)


def datacite(item: dict[str, Any]) -> Held:
    said = item.get("attributes") or item
    titles = [t["title"] for t in said.get("titles") or [] if t.get("title") and not t.get("titleType")]
    titles = titles or [t["title"] for t in said.get("titles") or [] if t.get("title")]
    people = [c.get("familyName") or c.get("name") or c.get("givenName") or "" for c in said.get("creators") or []]
    date = (int(said["publicationYear"]),) if said.get("publicationYear") else ()
    ids = [("doi", said.get("doi") or item["id"])] if said.get("doi") or item.get("id") else []
    return Held(item, titles[0] if titles else None, people, date, ids)


def dblp(item: dict[str, Any]) -> Held:
    info = item["info"]
    authors = (info.get("authors") or {}).get("author") or []
    people = [re.sub(r" \d{4}$", "", a["text"]) for a in (authors if isinstance(authors, list) else [authors])]
    ids = [("dblp", info["key"])] + ([("doi", info["doi"])] if info.get("doi") else [])
    if "arxiv.org/abs/" in str(info.get("ee")):
        ids.append(("arxiv", str(info["ee"])))
    return Held(item, info["title"].rstrip("."), people, (int(info["year"]),), ids)


def arxiv(node: ET.Element) -> Held:
    published = node.findtext(f"{ATOM}published")
    people = [a.findtext(f"{ATOM}name") or "" for a in node.findall(f"{ATOM}author")]
    ids = [("arxiv", node.findtext(f"{ATOM}id") or "")]
    doi = node.findtext("{http://arxiv.org/schemas/atom}doi")
    ids += [("doi", d) for d in (doi or "").split()]
    return Held(ET.tostring(node, encoding="unicode"), node.findtext(f"{ATOM}title"), people, _iso(published), ids)


def europepmc(item: dict[str, Any]) -> Held:
    people = [n.split()[0] for n in (item.get("authorString") or "").rstrip(".").split(", ") if n]
    ids = [(k, item[k]) for k in ("doi", "pmid", "pmcid") if item.get(k)]
    ids += [("pmid", item["id"])] if item.get("source") == "MED" else []
    return Held(item, (item.get("title") or "").rstrip(".").strip("[]"), people, _iso(item.get("pubYear")), ids)


def csl(item: dict[str, Any]) -> Held:
    people = [
        a.get("family") or a.get("literal") or a.get("name") or a.get("given") or "" for a in item.get("author") or []
    ]
    ids = [("doi", item["DOI"])] if item.get("DOI") else []
    return Held(item, _one(item.get("title")), people, _parts(item.get("issued")), ids)


def unpaywall(item: dict[str, Any]) -> Held:
    people = [a.get("family") or a.get("name") or a.get("raw_author_name") or "" for a in item.get("z_authors") or []]
    ids = [("doi", item["doi"])] if item.get("doi") else []
    return Held(item, item.get("title"), people, _iso(item.get("published_date")) or _iso(item.get("year")), ids)


def orcid(item: dict[str, Any]) -> Held:
    if item.get("work-summary"):
        best = max(item["work-summary"], key=lambda s: int(s.get("display-index") or 0))
    else:
        best = item
    title = ((best.get("title") or {}).get("title") or {}).get("value")
    day = best.get("publication-date") or {}
    parts = [(day.get(k) or {}).get("value") for k in ("year", "month", "day")]
    date = tuple(int(p) for p in parts if p and int(p))
    external = ((best.get("external-ids") or {}).get("external-id")) or []
    ids = [
        (e["external-id-type"], e["external-id-value"])
        for e in external
        if e.get("external-id-relationship", "").lower() == "self" and e["external-id-type"] in ("doi", "arxiv", "pmid")
    ]
    names = [
        (c.get("credit-name") or {}).get("value") or ""
        for c in ((best.get("contributors") or {}).get("contributor") or [])
        if ((c.get("contributor-attributes") or {}).get("contributor-role") or "author").lower() == "author"
    ]
    return Held(item, title, [n for n in names if n], date, ids)


def opencitations(item: dict[str, Any]) -> Held:
    people = [p.partition("[")[0].partition(",")[0] for p in (item.get("author") or "").split("; ") if p]
    ids = [("doi", item["doi"])] if item.get("doi") else []
    return Held(item, item.get("title"), people, _iso(item.get("year") or item.get("pub_date")), ids)


def ror(item: dict[str, Any]) -> Held:
    names = [n["value"] for n in item["names"] if "ror_display" in n["types"]]
    return Held(item, names[0], ids=[("ror", item["id"])])


def arxiv_oai(node: ET.Element) -> Held:
    ns = "{http://arxiv.org/OAI/arXiv/}"
    people = [a.findtext(f"{ns}keyname") or "" for a in node.iter(f"{ns}author")]
    ids = [("arxiv", node.findtext(f"{ns}id") or "")]
    return Held(
        ET.tostring(node, encoding="unicode"),
        node.findtext(f"{ns}title"),
        people,
        _iso(node.findtext(f"{ns}created")),
        ids,
    )


def _rows(value: Any, *keys: str) -> list[dict[str, Any]]:
    for key in keys:
        if isinstance(value, dict) and isinstance(value.get(key), (dict, list)):
            value = value[key]
    listed = value if isinstance(value, list) else [value]
    return [v for v in listed if isinstance(v, dict)]


def _papers(body: Any, kind: str) -> Iterator[dict[str, Any]]:
    rows = _rows(body, "recommendedPapers") if kind == "recommendations" else _rows(body, "data")
    for row in rows:
        inner = row.get("citingPaper") or row.get("citedPaper") or row
        if isinstance(inner, dict) and "paperId" in inner and "title" in inner:
            yield inner


def _locations(body: Any, _: str) -> Iterator[dict[str, Any]]:
    rows = [r.get("response") or r for r in _rows(body, "results")]
    yield from (r for r in rows if "best_oa_location" in r)


def _pmc(body: Any, _: str) -> Iterator[dict[str, Any]]:
    for path in (("resultList", "result"), ("citationList", "citation")):
        yield from (r for r in _rows(body, *path) if "pubYear" in r)


def _list(*path: str, having: Callable[[dict[str, Any]], Any]) -> Callable[[Any, str], Iterator[dict[str, Any]]]:
    return lambda body, _: (r for r in _rows(body, *path) if having(r))


OPENED: dict[str, Callable[[Any, str], Iterator[dict[str, Any]]]] = {
    "crossref": _list("message", "items", having=lambda r: r.get("DOI") and "type" in r and "title" in r),
    "openalex": _list("results", having=lambda r: str(r.get("id", "")).rpartition("/")[2].startswith("W")),
    "semanticscholar": _papers,
    "datacite": _list("data", having=lambda r: "titles" in (r.get("attributes") or r)),
    "dblp": _list("result", "hits", "hit", having=lambda r: "info" in r),
    "europepmc": _pmc,
    "ror": _list("items", having=lambda r: "ror.org" in str(r.get("id"))),
    "doi_cn": _list(having=lambda r: "type" in r and "title" in r),
    "unpaywall": _locations,
    "orcid": _list(
        "group", having=lambda r: r.get("work-summary") or (isinstance(r.get("title"), dict) and "put-code" in r)
    ),
    "opencitations": _list(having=lambda r: "title" in r),
}
"""Folder of recordings -> the work items of one decoded answer."""

HELD: dict[str, Callable[[Any], Held]] = {
    "crossref": crossref, "openalex": openalex, "semanticscholar": semanticscholar, "datacite": datacite, "dblp": dblp,
    "europepmc": europepmc, "doi_cn": csl, "unpaywall": unpaywall, "orcid": orcid, "opencitations": opencitations,
    "ror": ror,
}  # fmt: skip

SOURCE_OF = {"doi_cn": "doi_ra"}
"""Folder of recordings -> our source, where they differ."""


def held_in(path: Path, api: str, kind: str) -> Iterator[Held]:
    """Gives what each work item of a recorded answer holds."""
    if api == "arxiv":
        if path.suffix == ".xml" and kind in ("search", "id_list"):
            entries = ET.fromstring(path.read_bytes()).findall(f"{ATOM}entry")
            yield from (arxiv(e) for e in entries if "/api/errors" not in (e.findtext(f"{ATOM}id") or ""))
        if kind == "oai":
            yield from (
                arxiv_oai(node) for node in ET.fromstring(path.read_bytes()).iter("{http://arxiv.org/OAI/arXiv/}arXiv")
            )
        return
    try:
        body = json.loads(path.read_bytes())
    except ValueError:
        return
    for item in OPENED[api](body, kind):
        yield HELD[api](item)
