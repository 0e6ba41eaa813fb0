"""ACL Anthology: computational linguistics as static XML, with best-paper awards, retractions, errata and revisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from pubtrack.errors import BadResponse
from pubtrack.model import Award, Contributor, Fields, Identifier, Notice
from pubtrack.sources import loose
from pubtrack.sources.base import Answer, Answers, Service
from pubtrack.sources.loose import date, mapping, objects, text
from pubtrack.sources.xmlitem import element, local, tag_text
from pubtrack.transport import Host, Rate, Request, Response

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LISTED = frozenset({"author", "editor", "award", "erratum", "revision", "attachment", "retracted", "removed"})


class AclAnthology(Service):
    """The XML files of the Anthology: one file per collection (`2025.acl`, `P19`), at most one request each."""

    host: ClassVar[Host] = Host(
        name="acl",
        base_url="https://raw.githubusercontent.com/acl-org/acl-anthology/master/data/xml",
        rate=Rate(1, 1.0),
        read_timeout_s=60.0,
    )
    label: ClassVar[str] = "ACL Anthology"
    docs_url: ClassVar[str] = "https://aclanthology.org/info/development/"
    licence: ClassVar[str] = "CC BY 4.0 (since 2016), CC BY-NC-SA 3.0 before"
    batch: ClassVar[int] = 10_000
    schemes: ClassVar[tuple[str, ...]] = ("acl",)
    says: ClassVar[tuple[str, ...]] = ("metadata", "awards", "retractions", "corrections", "abstract")
    record_url: ClassVar[str | None] = "https://aclanthology.org/{}/"

    def batches(self, ids: Sequence[Identifier], most: int | None = None) -> Iterator[tuple[Identifier, ...]]:
        """One batch per file."""
        files: dict[str, list[Identifier]] = {}
        for identifier in dict.fromkeys(i for i in ids if self.takes(i)):
            files.setdefault(collection_of(identifier.value), []).append(identifier)
        yield from (tuple(batch) for batch in files.values())

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the request for the file that holds a batch; it changes seldom, so it is kept."""
        return self.request(f"/{collection_of(batch[0].value)}.xml", expects="xml", cache_s=7 * 86_400.0)

    def _absent_or_failed(self, batch: tuple[Identifier, ...], response: Response) -> Answers:
        """A file that is not there holds none of its papers."""
        return Answers(absent=batch) if response.status == 404 else super()._absent_or_failed(batch, response)

    def decode(self, response: Response) -> Any:
        """Gives the papers of a file as dicts; BadResponse where it is no collection."""
        root = element(response.content)
        if root is None or local(root) != "collection":
            raise BadResponse(self.name, "the answer is no Anthology file", response.url)
        return list(papers(root))

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the papers."""
        return [dict(paper) for paper in objects(answer)]

    def matched(self, decoded: Any, batch: tuple[Identifier, ...]) -> Iterator[tuple[Identifier, Answer, Fields]]:
        """Gives (identifier asked for, paper, what it states). Of the thousands of a file only those are parsed."""
        wanted = frozenset(batch)
        for item in self.items(decoded, batch):
            asked = [i for i in loose.identifiers(("doi", item.get("doi")), ("acl", _own_id(item))) if i in wanted]
            if asked:
                fields = self.parse(item)
                yield from ((i, item, fields) for i in asked)

    def parse(self, answer: Any) -> Fields:
        """Gives the fields of one paper: a dict of ours, or the XML of `<paper>` or `<frontmatter>`."""
        item = _paper(answer)
        volume = mapping(item.get("volume"))
        kind = "book" if item.get("tag") == "frontmatter" else _kind(volume)
        container = loose.markup(volume.get("booktitle"))
        return loose.fields(
            type=kind if item else None,
            genre="proceedings" if item.get("tag") == "frontmatter" else None,
            title=loose.markup(item.get("title")) or (container if item.get("tag") == "frontmatter" else None),
            author=_people(item.get("author")),
            editor=_people(item.get("editor") or volume.get("editor")),
            container_title=None if kind == "book" else loose.markup(volume.get("journal-title")) or container,
            publisher=loose.markup(volume.get("publisher")),
            event_place=text(volume.get("address")),
            volume=text(volume.get("journal-volume")),
            issue=text(volume.get("journal-issue")),
            page=loose.pages(item.get("pages")),
            issued=_issued(item, volume),
            language=text(item.get("language")),
            abstract=loose.abstract(item.get("abstract")),
            identifiers=loose.identifiers(
                ("doi", item.get("doi")), ("acl", _own_id(item)), ("isbn", item.get("isbn") or volume.get("isbn"))
            ),
            notices=tuple(_notices(item)),
        )

    def parse_awards(self, answer: Any) -> tuple[Award, ...]:
        """Gives the awards of a paper; newer files name them in an attribute, older ones in the text."""
        item = _paper(answer)
        own, title = _own_id(item), loose.markup_free(item.get("title"))
        year = _issued(item, mapping(item.get("volume")))
        awards = []
        for one in objects(item.get("award")):
            name = text(one.get("name")) or text(one.get("text"))
            if name:
                slug = re.sub(r"[^a-z0-9]+", "-", f"{own or title}-{name}".lower()).strip("-")[:90]
                awards.append(
                    Award(
                        id=f"award-acl-{slug}",
                        name=name,
                        awarder=loose.markup_free(mapping(item.get("volume")).get("booktitle")),
                        date=loose.date(year.year) if year else None,
                        work_titles=(title,) if title else (),
                        note=text(one.get("text")) if one.get("name") else None,
                        identifiers=loose.identifiers(("acl", own)),
                        verified="confirmed",
                    )
                )
        return tuple(awards)

    def id_of(self, answer: Any, fields: Fields) -> str | None:
        """Gives the Anthology id."""
        known = Identifier.of("acl", _own_id(_paper(answer)))
        return known.value if known else None


def collection_of(anthology_id: str) -> str:
    """Gives the file that holds a paper.

    >>> collection_of("2025.findings-naacl.281"), collection_of("P19-1001")
    ('2025.findings', 'P19')
    """
    return anthology_id.partition("-")[0]


def papers(root: Any) -> Iterator[Answer]:
    """Gives all papers of a collection, each with the facts of its volume."""
    collection = root.get("id")
    for volume in (node for node in root.iter() if local(node) == "volume"):
        meta = next((_plain(node) for node in volume if local(node) == "meta"), {})
        facts = {**meta, "id": volume.get("id"), "collection": collection, "type": volume.get("type")}
        for node in volume:
            if local(node) in ("paper", "frontmatter"):
                yield {**_plain(node), "volume": facts}


def _plain(node: Any) -> Answer:
    """Gives a paper's or volume's elements as a dict; those that repeat as lists of dicts."""
    item: Answer = {"tag": local(node), "id": node.get("id")}
    for child in node:
        name = local(child)
        if name in _LISTED:
            parts = {local(part): tag_text(part) for part in child if local(part)}
            own = dict(child.attrib.items())
            item.setdefault(name, []).append({"text": tag_text(child), **own, **parts})
        elif name and name not in item:
            item[name] = tag_text(child)
    return item


def _paper(answer: Any) -> Mapping[str, Any]:
    if isinstance(answer, Mapping):
        return answer
    root = element(answer)
    if root is None:
        return {}
    if local(root) in ("paper", "frontmatter"):
        return _plain(root)
    found = list(papers(root))
    return found[0] if len(found) == 1 else {}


def _own_id(item: Mapping[str, Any]) -> str | None:
    """The paper's own address where stated ("P19-1001" or "2025.acl-long.1"), else built from its place."""
    stated = text(item.get("url")) or text(item.get("anthology_id"))
    if stated:
        return stated
    volume = mapping(item.get("volume"))
    collection, number, own = text(volume.get("collection")), text(volume.get("id")), text(item.get("id"))
    if not (collection and number) or (own is None and item.get("tag") != "frontmatter"):
        return None
    own = own or "0"
    if collection[0].isdigit():
        return f"{collection}-{number}.{own}"
    if not (re.fullmatch("[0-9]{1,4}", number) and re.fullmatch("[0-9]{1,4}", own)):
        return None
    # Old ids: W (workshops), C69 and D19 of volume 5 on have two digits of volume.
    wide = collection.startswith("W") or collection == "C69" or (collection == "D19" and int(number) >= 5)
    return f"{collection}-{int(number):02d}{int(own):02d}" if wide else f"{collection}-{int(number)}{int(own):03d}"


def _people(value: Any) -> tuple[Contributor, ...]:
    return loose.people(
        loose.contributor(
            p.get("last"), p.get("first"), orcid=p.get("orcid"), affiliation=[p.get("affiliation")], body=p.get("last")
        )
        or loose.named(p.get("text"))
        for p in objects(value)
    )


def _kind(volume: Mapping[str, Any]) -> str:
    return "article-journal" if volume.get("journal-title") or volume.get("type") == "journal" else "paper-conference"


def _issued(item: Mapping[str, Any], volume: Mapping[str, Any]) -> Any:
    stated = date(item.get("issued"))
    year = date(item.get("year") or volume.get("year"))
    if year is None and (own := re.match(r"(\d{4})\.|[A-Z](\d\d)-", _own_id(item) or "")):
        # Two digits of the old ids: the Anthology begins in 1965 and left them in 2020.
        year = date(own[1] or (1900 if int(own[2]) > 50 else 2000) + int(own[2]))
    month = (text(item.get("month") or volume.get("month")) or "").lower()
    number = next((n for n, name in enumerate(_MONTHS, 1) if month.startswith(name)), None)
    return stated or (date([year.year, number]) if year and number else year)


def _notices(item: Mapping[str, Any]) -> Iterator[Notice]:
    kinds = (("retracted", "retraction"), ("removed", "removal"), ("erratum", "erratum"), ("revision", "new-version"))
    for name, kind in kinds:
        for one in objects(item.get(name)):
            said = {
                "type": kind,
                "date": date(one.get("date")),
                "stated_by": "acl",
                "reason": loose.markup(one.get("text")),
            }
            # The text of an erratum is its file; of a revision, what changed.
            if name == "erratum":
                said["reason"] = None
                said["label"] = text(one.get("text"))
            # `<revision id="1">` is the paper as it first stood.
            if not (name == "revision" and text(one.get("id")) == "1"):
                yield Notice.model_validate(said)
