"""Recorded answers of services as questions with candidates: cited references, and one work told by two services.

Truth is by identifier or by reading: see `linked_references` and `library_pairs`.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz.fuzz import ratio

from matching_data import SHARED, Item
from pubtrack.markup.titles import normalise_title
from pubtrack.match import prepare
from pubtrack.match.adapt import bare_identifiers
from pubtrack.model import Fields
from pubtrack.sources import SOURCES

PAYLOADS = SHARED / "data" / "payloads"
APIS = ("crossref", "openalex", "semanticscholar", "arxiv", "datacite", "dblp", "europepmc")
KINDS = ("search", "search/match", "paper/search", "search/bulk", "work", "paper", "paper/batch", "list", "id_list")
NAMING = ("doi", "arxiv", "pmid", "pmcid", "acl", "openreview")


READ = {
    "3cf2c422e1": "OpenAI GPT-5 System Card",
    "fb162d4088": "The Llama 3 Herd of Models",
    "ebbd166f82": "ZeroNVS: Zero-Shot 360-Degree View Synthesis from a Single Real Image",
    "0370c7eb3d": "DeepSeek-R1: Incentivizing Reasoning Capability in LLMs via Reinforcement Learning",
    "d46d68d99a": "VGGT: Visual Geometry Grounded Transformer",
}
"""Reference -> title of the candidate that is the work although the label by rule says no: a title cited otherwise, an
organisation cited for its people, authors that the service has wrong. Read by eye, each of them."""

READ_AS_OTHERS = {"0be047bbc1": "Enhanced Membership Inference Attacks against Machine Learning Models"}
"""Reference -> title of the candidate that is another work although the rule says it is: it shares an author and all
but the first word of the title. Read by eye."""


class Asked(NamedTuple):
    """A question, its candidates, and the positions of those that are the work asked for."""

    name: str
    query: Item
    candidates: list[Fields]
    right: frozenset[int]
    kin: frozenset[int] = frozenset()
    """Positions of other versions and doubles: the same title, an author in common, no identifier shared."""

    @property
    def only_preprints(self) -> bool:
        """True where a venue is asked for and the work is there as a preprint alone: `version` is the right answer."""
        asked = bool(self.query.get("container-title")) and prepare(self.query).kind != "preprint"
        return asked and all(prepare(self.candidates[i]).kind == "preprint" for i in self.right)


class Answered(NamedTuple):
    """A recorded answer: who gave it, and its records."""

    api: str
    records: tuple[Fields, ...]


@lru_cache(maxsize=1)
def answers() -> dict[str, Answered]:
    """Every recorded answer that holds works, by its id."""
    found = {}
    for line in (PAYLOADS / "index.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["api"] in APIS and row["kind"] in KINDS and row["status"] == 200:
            records = tuple(_parsed(row["api"], PAYLOADS / row["file"]))
            if records:
                found[row["id"]] = Answered(row["api"], records)
    return found


def _parsed(api: str, path: Path) -> Iterator[Fields]:
    source = SOURCES[api]
    text = path.read_text(encoding="utf-8", errors="replace")
    for item in _entries(text) if api == "arxiv" else _items(json.loads(text)):
        fields = source.parse(item)
        if fields.title:
            yield fields


def _entries(text: str) -> Iterator[Any]:
    yield from ET.fromstring(text).iter("{http://www.w3.org/2005/Atom}entry")


def _items(answer: Any) -> Iterator[Any]:
    if isinstance(answer, list):
        for item in answer:
            yield from _items(item)
    elif isinstance(answer, Mapping):
        inner = answer.get("message", answer)
        for name in ("items", "results", "data", "resultList", "result", "hits", "hit"):
            held = inner.get(name) if isinstance(inner, Mapping) else None
            if isinstance(held, (list, Mapping)) and not (isinstance(held, Mapping) and "attributes" in held):
                yield from _items(held)
                return
        yield inner


def linked_references(*, venue: bool) -> Iterator[Asked]:
    """Cited references, each with one service's whole search answer.

    Right is a candidate with the same title, spelling and subtitle aside, of which any author is cited, and what was
    read by eye (`READ`). Some references are invented on purpose: a real title under other names.
    """
    for line in (PAYLOADS / "references.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        query = _cited(row["reference"], venue=venue)
        for api, ids in row["payloads"].items():
            records = [r for i in ids if i in answers() for r in answers()[i].records]
            read = READ.get(row["ref_id"])
            other = READ_AS_OTHERS.get(row["ref_id"], "").lower()
            right = frozenset(
                i
                for i, r in enumerate(records)
                if r.title == read or ((r.title or "").lower() != other and _is_cited(row["reference"], r))
            )
            yield Asked(f"{api}: {row['ref_id']}", query, records, right)


def _cited(reference: Mapping[str, Any], *, venue: bool) -> Item:
    item: Item = {"title": reference["title"], "author": [{"literal": name} for name in reference["authors"]]}
    if reference.get("year"):
        item["issued"] = {"date-parts": [[reference["year"]]]}
    if venue and reference.get("venue"):
        item["container-title"] = reference["venue"]
    return item


def _is_cited(reference: Mapping[str, Any], record: Fields) -> bool:
    cited, told = normalise_title(reference["title"]), normalise_title(record.title or "")
    main = normalise_title((reference["title"]).partition(":")[0])
    squashed = cited.replace(" ", ""), told.replace(" ", "")
    if not (ratio(*squashed) >= 93 or told == main or re.fullmatch(re.escape(cited) + " extended abstract", told)):
        return False
    names = normalise_title(" ".join(reference["authors"])).split()
    return not record.author or any(len(w) > 2 and w in names for a in record.author for w in _words(a.name))


def _words(text: str) -> list[str]:
    return normalise_title(text).split()


def library_pairs(wanted: int = 8, *, held: bool = True) -> Iterator[Asked]:
    """One work told by two services: title, authors and year of one ask for it among the answers of the other.

    Candidates are the whole answer, and the records of the other service that share the rarest words. Right is what
    shares an identifier given by a publisher or archive; `held=False` takes the right ones out of the list.
    """
    by_id: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for number, answer in answers().items():
        for position, record in enumerate(answer.records):
            for key in _names(record):
                by_id[key].append((number, position))
    nearest = _Nearest()
    done = set()
    for key in sorted(by_id):
        for number, position in by_id[key]:
            asked = answers()[number].records[position]
            for other, _ in by_id[key]:
                mark = (key, answers()[number].api, other)
                if answers()[other].api == answers()[number].api or mark in done or not (asked.author and asked.year):
                    continue
                done.add(mark)
                yield _pair(asked, key, other, nearest(answers()[other].api, asked, wanted), held=held)


def _pair(asked: Fields, key: tuple[str, str], other: str, near: list[Fields], *, held: bool) -> Asked:
    told = answers()[other].records
    found = [*told, *(r for r in near if not any(r is one for one in told))]
    known = _names(asked) | {key}
    for record in found:
        if known & _names(record):
            known = known | _names(record)
    right = frozenset(i for i, r in enumerate(found) if known & _names(r))
    kin = frozenset(i for i, r in enumerate(found) if i not in right and _is_kin(asked, r))
    if not held:
        found, right, kin = [r for i, r in enumerate(found) if i not in right | kin], frozenset(), frozenset()
    query: Item = {
        "title": asked.title,
        "author": [{"family": a.family, "given": a.given} if a.family else {"literal": a.name} for a in asked.author],
        "issued": {"date-parts": [[asked.year]]},
    }
    name = f"{key[0]}:{key[1]} in {other}"
    return Asked(name, query, found, right, kin)


def _is_kin(asked: Fields, record: Fields) -> bool:
    if normalise_title(asked.title or "").replace(" ", "") != normalise_title(record.title or "").replace(" ", ""):
        return False
    families = {w for a in asked.author for w in _words(a.name) if len(w) > 2}
    return not record.author or any(w in families for a in record.author for w in _words(a.name))


def _names(record: Fields) -> frozenset[tuple[str, str]]:
    return frozenset(i for i in bare_identifiers(record.identifiers) if i[0] in NAMING)


class _Nearest:
    """The records of a service that share the rarest words with another record."""

    def __init__(self) -> None:
        self.records: dict[str, list[Fields]] = defaultdict(list)
        for answer in answers().values():
            self.records[answer.api] += answer.records
        self.index: dict[str, dict[str, list[int]]] = {}
        for api, records in self.records.items():
            words: dict[str, list[int]] = defaultdict(list)
            for number, record in enumerate(records):
                for word in set(_words(record.title or "")):
                    words[word].append(number)
            self.index[api] = words

    def __call__(self, api: str, record: Fields, wanted: int) -> list[Fields]:
        scores: dict[int, float] = defaultdict(float)
        for word in set(_words(record.title or "")):
            where = self.index[api].get(word, ())
            for number in where if len(where) < 300 else ():
                scores[number] += 1 / len(where)
        best = sorted(scores, key=lambda n: (-scores[n], n))[:wanted]
        return [self.records[api][n] for n in best]
