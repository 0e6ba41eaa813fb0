"""Files on disk as a source: BibTeX, CSL-JSON, RIS ..., and JSON or JSON Lines of the services' own answers.

For work without network, for tests, and for mirrors of whole services.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from pydantic import ValidationError

from pubtrack.errors import ConfigError, SourceDown
from pubtrack.model import Fields, Identifier
from pubtrack.model.identifiers import SCHEMES
from pubtrack.sources.base import Answer, Answers, Found, Query, Sends, Service
from pubtrack.sources.csl_items import parse_csl
from pubtrack.sources.local_index import LocalIndex, fields_of, is_index
from pubtrack.sources.loose import mapping, text
from pubtrack.transport import Host, Rate

_ENOUGH_0_1 = 0.6
"""Share of the words of a title that a candidate must have. Source: own choice; `match` judges what is found."""
_READ = frozenset({".bib", ".ris", ".nbib", ".enw", ".xml", ".json", ".jsonl", ".ndjson"})


class Local(Service):
    """A folder or file. `Local("path")`; in the settings it is `path` of `[sources.local]`."""

    host: ClassVar[Host] = Host(name="local", base_url="", rate=Rate(1_000_000, 1.0), concurrency=1)
    label: ClassVar[str] = "local files"
    docs_url: ClassVar[str] = "https://github.com/citation-style-language/schema#csl-json-schema"
    batch: ClassVar[int] = 1_000_000
    schemes: ClassVar[tuple[str, ...]] = SCHEMES
    says: ClassVar[tuple[str, ...]] = ("metadata",)
    enabled: ClassVar[bool] = False

    def __init__(self, path: str | Path | None = None) -> None:
        self.path: Path | None = Path(str(path).removeprefix("file://")) if path else None
        self._items: list[tuple[Answer, str, datetime]] | None = None
        self._index: dict[Identifier, list[int]] = {}
        self._whole_corpus: LocalIndex | None = None

    def parse(self, answer: Any) -> Fields:
        """Gives the fields of one item, by the shape of whichever service or format it came from."""
        item = mapping(answer)
        if isinstance(item.get("fields"), Mapping):
            try:
                return Fields.model_validate(item["fields"])
            except ValidationError:
                return Fields()
        source = _shape(item)
        return _parser(source).parse(answer) if source else parse_csl(item)

    def id_of(self, answer: Any, fields: Fields) -> str | None:
        """Gives the first identifier, or the item's own key."""
        found = fields.identifiers
        return str(found[0]) if found else text(mapping(answer).get("id") or mapping(answer).get("key"))

    def fetch(self, ids: Sequence[Identifier], transport: Sends) -> Answers:
        """Looks the identifiers up in the files; they are read once."""
        wanted = tuple(dict.fromkeys(i.without_version for i in ids))
        if self._corpus():
            return self._fetch_indexed(wanted)
        try:
            items = self._loaded()
        except (SourceDown, ConfigError) as error:
            down = error if isinstance(error, SourceDown) else SourceDown(self.name, str(error))
            return Answers(failed=dict.fromkeys(wanted, down))
        found = {
            i: tuple(Found(answer, where, when) for answer, where, when in (items[n] for n in self._index[i]))
            for i in wanted
            if i in self._index
        }
        return Answers(found=found, absent=tuple(i for i in wanted if i not in found))

    def _corpus(self) -> LocalIndex | None:
        """The index of a whole corpus, where the path is one."""
        if self._whole_corpus is None and self.path is not None and is_index(self.path):
            self._whole_corpus = LocalIndex(self.path)
        return self._whole_corpus

    def _fetch_indexed(self, wanted: tuple[Identifier, ...]) -> Answers:
        corpus = self._corpus()
        assert corpus
        try:
            records = [(r, fields_of(r)) for r in corpus.of_identifiers(wanted)]
        except SourceDown as down:
            return Answers(failed=dict.fromkeys(wanted, down))
        where, when = corpus.path.resolve().as_uri(), datetime.fromtimestamp(corpus.path.stat().st_mtime, UTC)
        found: dict[Identifier, tuple[Found, ...]] = {}
        for record, fields in records:
            for identifier in {i.without_version for i in fields.identifiers} & set(wanted):
                found[identifier] = (*found.get(identifier, ()), Found(_indexed(record, fields), where, when))
        return Answers(found=found, absent=tuple(i for i in wanted if i not in found))

    def fetch_batch(self, batch: tuple[Identifier, ...], transport: Sends) -> Answers:
        """Looks one batch up."""
        return self.fetch(batch, transport)

    def batches(self, ids: Sequence[Identifier], most: int | None = None) -> Iterator[tuple[Identifier, ...]]:
        """All at once: nothing is asked over a wire."""
        known = tuple(dict.fromkeys(i.without_version for i in ids))
        yield from ([known] if known else [])

    def search(self, query: Query, transport: Sends) -> list[Answer]:
        """Gives the items whose titles share most words with the one looked for."""
        corpus = self._corpus()
        if corpus and query.title:
            records = corpus.of_title(query.title, query.surnames, query.limit)
            return [_indexed(record, fields_of(record)) for record in records]
        words = _words(query.title)
        scored = (
            [(len(words & _words(self.parse(a).title)) / len(words), a) for a, _, _ in self._loaded()] if words else []
        )
        best = sorted((pair for pair in scored if pair[0] >= _ENOUGH_0_1), key=lambda pair: -pair[0])
        return [answer for _, answer in best[: query.limit]]

    def _loaded(self) -> list[tuple[Answer, str, datetime]]:
        if self._items is None:
            if self.path is None:
                raise ConfigError("The source `local` needs a file or folder.", "sources.local.path")
            if not self.path.exists():
                raise SourceDown(self.name, f"{self.path} does not exist")
            files = sorted(p for p in self.path.rglob("*") if p.is_file()) if self.path.is_dir() else [self.path]
            self._items = [item for file in files if file.suffix.lower() in _READ for item in _items_of(file)]
            for number, (answer, _, _) in enumerate(self._items):
                for identifier in self.parse(answer).identifiers:
                    self._index.setdefault(identifier.without_version, []).append(number)
        return self._items


def _indexed(record: dict[str, Any], fields: Fields) -> Answer:
    return {"key": record["corpus_id"], "fields": fields.to_json()}


def _items_of(file: Path) -> Iterator[tuple[Answer, str, datetime]]:
    """Gives the items of a file with its address and the time of its last change."""
    try:
        changed = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        content = file.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise SourceDown("local", f"{file}: {error.strerror}") from error
    is_json = file.suffix.lower() in (".json", ".jsonl", ".ndjson")
    for answer in _json_items(content) if is_json else _read_items(content, file.name):
        yield answer, file.resolve().as_uri(), changed


def _json_items(content: str) -> Iterator[Answer]:
    try:
        yield from _unpacked(json.loads(content))
        return
    except ValueError:
        pass
    for line in content.split("\n"):  # JSON may hold U+2028, which Python takes for the end of a line
        try:
            yield from _unpacked(json.loads(line))
        except ValueError:
            continue


def _unpacked(value: Any, depth: int = 0) -> Iterator[Answer]:
    """Gives the items inside the envelopes of lists and replies."""
    if isinstance(value, list):
        for one in value:
            yield from _unpacked(one, depth)
    elif isinstance(value, dict):
        inside = next(
            (value[k] for k in ("message", "items", "results", "data", "references") if _holds(value.get(k))), None
        )
        if inside is not None and depth < 3:
            yield from _unpacked(inside, depth + 1)
        else:
            yield value


def _holds(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(v, dict) for v in value))


def _read_items(content: str, name: str) -> Iterator[Answer]:
    from pubtrack.readers import read_text

    for mention in read_text(content, name=name).works:
        fields = mention.fields or Fields(title=mention.title_plain or mention.title, identifiers=mention.identifiers)
        yield {"key": mention.key, "fields": fields.to_json()}


def _shape(item: Mapping[str, Any]) -> str | None:
    """Gives the service whose answers look like this, or None for CSL-JSON."""
    if "openalex.org" in str(item.get("id")) or "authorships" in item:
        return "openalex"
    if "attributes" in item or "creators" in item:
        return "datacite"
    if "paperId" in item:
        return "semanticscholar"
    if "info" in item:
        return "dblp"
    if "work-summary" in item or "put-code" in item:
        return "orcid"
    return "crossref" if "DOI" in item and ("prefix" in item or "member" in item or "indexed" in item) else None


def _parser(name: str) -> Service:
    from pubtrack.sources import SOURCES

    return SOURCES[name]


def _words(title: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", (title or "").lower()))
