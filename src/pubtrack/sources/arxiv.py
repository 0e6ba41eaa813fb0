"""arXiv: preprints, versions, categories and the DOI under which a paper was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar
from urllib.parse import urlencode

from pubtrack.errors import BadResponse
from pubtrack.model import Contributor, Fields, Identifier, Notice
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Query, Service
from pubtrack.sources.loose import mapping, objects, text
from pubtrack.sources.xmlitem import element, local, tag_text
from pubtrack.transport import Host, Rate, Request, Response

_GET_IDS = 100
"""Above this many ids the question goes by POST (642-700 by GET were refused with 414; API reference 4.4)."""


class Arxiv(Service):
    """The arXiv Atom API: one connection, one request in three seconds, whoever asks."""

    host: ClassVar[Host] = Host(
        name="arxiv", base_url="https://export.arxiv.org/api", rate=Rate(1, 3.0), read_timeout_s=60.0
    )
    label: ClassVar[str] = "arXiv"
    docs_url: ClassVar[str] = "https://info.arxiv.org/help/api/user-manual.html"
    licence: ClassVar[str] = "metadata CC0"
    batch: ClassVar[int] = 500
    envelope: ClassVar[tuple[str, ...]] = ("entry",)
    max_line: ClassVar[int] = 1_000_000
    schemes: ClassVar[tuple[str, ...]] = ("arxiv",)
    says: ClassVar[tuple[str, ...]] = ("metadata", "versions", "published DOI", "withdrawals", "abstract", "categories")
    record_url: ClassVar[str | None] = "https://arxiv.org/abs/{}"

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the one request for a batch: a form for many, a query for few."""
        params = {"id_list": ",".join(i.value for i in batch), "start": "0", "max_results": str(len(batch))}
        if len(batch) <= _GET_IDS:
            return self.request("/query", params=params, expects="xml")
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.request("/query", method="POST", body=urlencode(params).encode(), headers=headers, expects="xml")

    def seek(self, query: Query) -> Request:
        """Gives the search by title; hyphens and colons hurt there and become spaces."""
        words = " ".join("".join(c if c.isalnum() else " " for c in query.title or "").split())
        who = "".join(f" AND au:{name.split()[-1]}" for name in query.surnames[:1] if name.strip())
        params = {"search_query": f'ti:"{words}"{who}', "start": "0", "max_results": str(query.limit)}
        return self.request("/query", params=params, expects="xml", cache_s=self.search_cache_s)

    def decode(self, response: Response) -> Any:
        """Gives the feed as a dict with its entries; BadResponse where it is no feed."""
        root = element(response.content)
        if root is None or local(root) != "feed":
            raise BadResponse(self.name, "the answer is no Atom feed", response.url)
        total = next((text(tag_text(node)) for node in root if local(node) == "totalResults"), None)
        return {"totalResults": total, "entry": [entry_dict(node) for node in root if local(node) == "entry"]}

    def total(self, decoded: Any) -> int | None:
        """Gives how many entries there are; arXiv sometimes sends an empty page in their place (API reference 4.4)."""
        return loose.count(mapping(decoded).get("totalResults"))

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the entries; an error is told as an entry whose id says so (200 or 400)."""
        return [
            dict(e) for e in objects(mapping(answer).get("entry")) if "/api/errors" not in (text(e.get("id")) or "")
        ]

    def parse(self, answer: Any) -> Fields:
        """Gives the fields of one entry: a dict, the XML of an entry or feed, an element, or an OAI record."""
        item = _entry(answer)
        authors = loose.people(_author(a) for a in _listed(item.get("authors") or item.get("author")))
        comment = text(item.get("comment") or item.get("comments"))
        categories = [c for term in loose.texts(item.get("categories")) for c in term.split()]
        primary = text(item.get("primary_category")) or (categories[0] if categories else None)
        version = re.search(r"\d(v\d+)$", text(item.get("id")) or "")
        custom = {
            "primaryclass": primary,
            "arxiv_version": version[1] if version else None,
            "journal_ref": text(item.get("journal_ref") or item.get("journal-ref")),
        }
        return loose.fields(
            type="article" if item else None,
            genre="preprint" if item else None,
            title=loose.markup(item.get("title")),
            author=authors,
            publisher="arXiv" if item else None,
            issued=loose.date(item.get("published") or item.get("created")),
            abstract=loose.abstract(item.get("summary") or item.get("abstract")),
            keyword=tuple(dict.fromkeys(categories)),
            annote=comment,
            open_access=loose.open_access(None, "green" if item.get("id") else None, item.get("license")),
            identifiers=loose.identifiers(*_dois(item), ("arxiv", item.get("id"))),
            notices=_notices(comment),
            custom={k: v for k, v in custom.items() if v},
        )

    def id_of(self, answer: Any, fields: Fields) -> str | None:
        """Gives the id without its version."""
        known = Identifier.of("arxiv", text(_entry(answer).get("id")))
        return known.value if known else None


def entry_dict(node: Any) -> Answer:
    """Gives an Atom entry (or OAI `arXiv` record) as a dict with the elements' own names."""
    entry: Answer = {"authors": [], "categories": [], "links": []}
    for child in node:
        name = local(child)
        if name == "author":
            entry["authors"].append(_parts(child))
        elif name == "authors":
            entry["authors"] = [_parts(one) for one in child if local(one) == "author"]
        elif name == "category":
            entry["categories"].append(child.get("term"))
        elif name == "categories":
            entry["categories"] = tag_text(child).split()
        elif name == "primary_category":
            entry["primary_category"] = child.get("term")
        elif name == "link":
            entry["links"].append(dict(child.attrib))
        elif name:
            entry[name] = tag_text(child)
    return entry


def _parts(author: Any) -> dict[str, list[str]]:
    """Gives the parts of a name; some stand twice (two key names in one OAI record, several affiliations)."""
    parts: dict[str, list[str]] = {}
    for part in author:
        parts.setdefault(local(part), []).append(tag_text(part))
    return parts


def _entry(answer: Any) -> Mapping[str, Any]:
    if isinstance(answer, Mapping):
        held = answer.get("entry")
        if isinstance(held, list) and len(held) == 1:
            held = held[0]
        return held if isinstance(held, Mapping) else answer
    root = element(answer)
    if root is None:
        return {}
    inside = [node for node in root.iter() if local(node) in ("entry", "arXiv", "arXivRaw")]
    chosen = root if local(root) in ("entry", "arXiv") else inside[0] if len(inside) == 1 else None
    found = entry_dict(chosen) if chosen is not None else {}
    return {} if "/api/errors" in str(found.get("id")) else found


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value] if value else []


def _author(author: Any) -> Contributor | None:
    """OAI gives the parts of a name, Atom one text."""
    if not isinstance(author, Mapping):
        return loose.named(author)
    place = list(loose.texts(author.get("affiliation")))
    if author.get("keyname"):
        family, given, suffix = (" ".join(loose.texts(author.get(k))) for k in ("keyname", "forenames", "suffix"))
        return loose.contributor(family, given, suffix, affiliation=place)
    return loose.named(loose.first(author.get("name")), affiliation=place)


def _dois(item: Mapping[str, Any]) -> Iterator[tuple[Any, str]]:
    """The published DOI; some authors give several, apart by space."""
    for one in (text(item.get("doi")) or "").replace(",10.", " 10.").split():
        yield ("doi", one)
    for link in objects(item.get("links")):
        if mapping(link).get("title") == "doi":
            yield ("doi", link.get("href", ""))


_WITHDRAWN = re.compile(r"\b(?:paper|article|manuscript|submission|preprint)\b.{0,40}\bwithdrawn\b|^withdrawn\b", re.I)


def _notices(comment: str | None) -> tuple[Notice, ...]:
    """ArXiv tells a withdrawal only in the author's comment (API reference 4.4 f)."""
    if not comment or not _WITHDRAWN.search(comment):
        return ()
    return (Notice(type="withdrawal", stated_by="arxiv", label=comment[:200]),)
