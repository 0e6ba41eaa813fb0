"""From what each source said to what we believe: pure, and every value keeps its witness (ADR-0001, ADR-0002).

A value is taken from the best record that states it. Records are ranked by

1. the user, always first;
2. stage: published, then workshop paper, then preprint; once a published version is known, the others no longer
   speak about where and when the work appeared;
3. trust, the order of sources in the settings;
4. the later version, then the newer retrieval, then names, so that the order of input never matters.

Identifiers, relations, notices and funding are not chosen between but collected. An author of the chosen list is
completed (ORCID, marks, affiliation) from other records where position-independent name comparison finds exactly one.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pubtrack.model import UNION_FIELDS, USER, Contributor, Fields, Identifier, Provenance, SourceRecord, Work

__all__ = ["PUBLICATION_FIELDS", "Statement", "resolve", "statements"]

PUBLICATION_FIELDS = frozenset({
    "type", "genre", "status", "issued", "container_title", "container_title_short", "container_author",
    "collection_title", "collection_number", "event_title", "event_place", "event_date", "publisher",
    "publisher_place", "volume", "issue", "page", "number", "number_of_pages", "number_of_volumes", "chapter_number",
    "edition", "version", "note",
})  # fmt: skip
"""What belongs to one appearance of a work. A preprint's year or server name must not hide or fill the published
version's. Source: threads on preprints replacing published data (zotero, papis, bibtex-updater), and trap 19 of the
first library: one work, dated 2022 as preprint and 2025 in proceedings."""

_COMPLETED = ("orcid", "marks", "affiliation", "roles")
_NEVER_RESOLVED = frozenset({"citations"})


@dataclass(frozen=True)
class Statement:
    """One record's value for one path, and whether it is the one we believe."""

    path: str
    value: Any
    provenance: Provenance
    holds: bool


def resolve(records: Iterable[SourceRecord], trust: Sequence[str] = ()) -> Work:
    """Gives the work that these records, all of one citation key, describe together.

    Args:
        records: At least one; any order; the same record twice counts once.
        trust: Source names, most trusted first; sources not named come after, by name. The user is always first.

    Raises:
        ValueError: No record, or records of several works.

    >>> from pubtrack.model import Fields, Provenance, SourceRecord
    >>> say = lambda source, **f: SourceRecord(work="k", fields=Fields(**f), provenance=Provenance(source=source))
    >>> work = resolve([say("arxiv", title="Old", arxiv="2407.02273"), say("crossref", title="New")], ["crossref"])
    >>> work.title, work.provenance["title"].source, work.arxiv
    ('New', 'crossref', '2407.02273')
    """
    ranked = _ranked(records, trust)
    keys = {record.work for record in ranked}
    if len(keys) != 1:
        raise ValueError(f"resolve needs records of exactly one work, got {sorted(keys) or 'none'}")
    values: dict[str, Any] = {}
    witnesses: dict[str, Provenance] = {}
    speakers = _speakers(ranked)
    for name in Fields.model_fields:
        if name in UNION_FIELDS:
            values[name] = _collect(name, ranked, witnesses)
        elif name == "custom":
            values[name] = _collect_custom(ranked, witnesses)
        elif name not in _NEVER_RESOLVED and (record := _best(name, ranked, speakers)):
            values[name], witnesses[name] = getattr(record.fields, name), record.provenance
    if values.get("author"):
        values["author"] = _completed(values["author"], witnesses["author"], ranked, witnesses)
    return Work(key=keys.pop(), provenance=dict(sorted(witnesses.items())), **values)


def statements(records: Iterable[SourceRecord], trust: Sequence[str], path: str) -> list[Statement]:
    """Gives every record's value for a path, best first; what `pubtrack why` prints.

    Args:
        records: All records of one work.
        trust: As for `resolve`.
        path: A field name, or a path such as `identifiers/doi:10.1000/x` or `custom/award`.
    """
    ranked = _ranked(records, trust)
    name, _, element = path.partition("/")
    best = None if name in UNION_FIELDS or name == "custom" else _best(name, ranked, _speakers(ranked))
    withheld = _withheld(ranked)
    found: list[Statement] = []
    for record in ranked:
        for value in _stated(record, name, element):
            # Of a collected field every element holds that nobody took out; of the others only the best record's value.
            if name in UNION_FIELDS:
                holds = withheld.isdisjoint((name, f"{name}/{_unversioned(value)}"))
            else:
                holds = record is best or (name == "custom" and not found and path not in withheld)
            found.append(Statement(path, value, record.provenance, holds))
    return found


def _stated(record: SourceRecord, name: str, element: str) -> list[Any]:
    value = getattr(record.fields, name)
    if name == "custom":
        return [value[element]] if element in value else []
    if name in UNION_FIELDS:
        return [v for v in value if not element or _names(v, element)]
    return [value] if value not in (None, ()) else []


def _names(value: Any, element: str) -> bool:
    return element in (str(value), str(_unversioned(value)))


def _unversioned(element: Any) -> Any:
    """A work is named by its id; which version a source saw stays in the source's record."""
    return element.without_version if isinstance(element, Identifier) else element


def _withheld(records: Iterable[SourceRecord]) -> set[str]:
    """The paths of what a person took out."""
    return {path for record in records for path in record.withheld}


def _ranked(records: Iterable[SourceRecord], trust: Sequence[str]) -> list[SourceRecord]:
    place = {source: n for n, source in enumerate(trust)}
    alike: dict[tuple[str, str, str], list[SourceRecord]] = {}
    for record in records:
        alike.setdefault(record.id, []).append(record)

    def rank(item: tuple[str, SourceRecord]) -> tuple[Any, ...]:
        text, record = item
        said = record.provenance
        return (
            said.source != USER,
            _stage(record),
            place.get(said.source, len(place)),
            -max((i.version or 0 for i in record.fields.identifiers), default=0),
            tuple(-part for part in record.fields.issued.parts) if record.fields.issued else (),
            -(said.retrieved_at.timestamp() if said.retrieved_at else 0),
            said.source,
            said.source_id or "",
            text,
        )

    return [record for _, record in sorted((item for same in alike.values() for item in _distinct(same)), key=rank)]


def _distinct(alike: Sequence[SourceRecord]) -> Iterable[tuple[str, SourceRecord]]:
    """Records of one id without repetitions, each with a text that gives them an order; one alone needs none."""
    if len(alike) == 1:
        return [("", alike[0])]
    return {json.dumps(r.to_json(), sort_keys=True, ensure_ascii=False): r for r in alike}.items()


def _speakers(ranked: Sequence[SourceRecord]) -> list[SourceRecord]:
    """Those who may say how the work was published: the user, and the sources that know its last stage."""
    stages = [_stage(record) for record in ranked]
    last = min((s for s, r in zip(stages, ranked, strict=True) if r.provenance.source != USER), default=_MENTION)
    return [r for s, r in zip(stages, ranked, strict=True) if s <= last or r.provenance.source == USER]


def _best(name: str, ranked: Sequence[SourceRecord], speakers: Sequence[SourceRecord]) -> SourceRecord | None:
    """The first record that states the field and may speak about it."""
    if any(name in record.withheld for record in ranked):
        return None
    may_speak = speakers if name in PUBLICATION_FIELDS else ranked
    return next((record for record in may_speak if getattr(record.fields, name) not in (None, ())), None)


_MENTION = 3


def _stage(record: SourceRecord) -> int:
    """0 published, 1 workshop paper, 2 preprint; 3 for a mere mention that describes no version."""
    fields = record.fields
    return fields.stage if fields.type or fields.container_title or fields.genre else _MENTION


def _collect(name: str, ranked: Sequence[SourceRecord], witnesses: dict[str, Provenance]) -> tuple[Any, ...]:
    """All elements of a union field, those of the best record first, each with its first witness."""
    withheld = _withheld(ranked)
    elements: dict[str, Any] = {}
    for record in ranked:
        for said in getattr(record.fields, name):
            element = _unversioned(said)
            path = f"{name}/{element}"
            if path not in withheld and name not in withheld and path not in elements:
                elements[path], witnesses[path] = element, record.provenance
    return tuple(elements.values())


def _collect_custom(ranked: Sequence[SourceRecord], witnesses: dict[str, Provenance]) -> Mapping[str, str]:
    withheld = _withheld(ranked)
    custom: dict[str, str] = {}
    for record in ranked:
        for key, value in record.fields.custom.items():
            if key not in custom and f"custom/{key}" not in withheld:
                custom[key], witnesses[f"custom/{key}"] = value, record.provenance
    return dict(sorted(custom.items()))


def _completed(
    authors: tuple[Contributor, ...],
    witness: Provenance,
    ranked: Sequence[SourceRecord],
    witnesses: dict[str, Provenance],
) -> tuple[Contributor, ...]:
    """Each author with what only other records say of them; never a changed name, never a guess between two."""
    complete = list(authors)
    names = [_short_name(author) for author in authors]
    alone = {name for name, times in Counter(names).items() if times == 1}
    for record in (record for record in ranked if record.provenance != witness):
        twins = _by_only_name(record.fields.author)
        for position, name in enumerate(names):
            if name in alone and (twin := twins.get(name)):
                known = complete[position]
                missing = {n: getattr(twin, n) for n in _COMPLETED if not getattr(known, n) and getattr(twin, n)}
                complete[position] = known.model_copy(update=missing)
                witnesses.update({f"author/{position}/{n}": record.provenance for n in missing})
    return tuple(complete)


def _by_only_name(people: Sequence[Contributor]) -> dict[tuple[str, str], Contributor]:
    """Family name and first initial -> the one contributor of a list who has them."""
    named: dict[tuple[str, str], list[Contributor]] = {}
    for person in people:
        named.setdefault(_short_name(person), []).append(person)
    return {name: alike[0] for name, alike in named.items() if len(alike) == 1}


def _short_name(person: Contributor) -> tuple[str, str]:
    family = person.family or person.literal or ""
    bare = "".join(c for c in unicodedata.normalize("NFKD", family) if c.isalnum()).casefold()
    initial = unicodedata.normalize("NFKD", person.given or "")[:1].casefold()
    return bare, initial
