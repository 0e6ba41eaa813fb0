"""A corpus: which files it is made of, what form they have, and how their rows become ours."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pubtrack.errors import InputError
from pubtrack.scale.diagnose import misfit
from pubtrack.scale.engine import Engine
from pubtrack.scale.names import chosen_names

__all__ = ["Corpus", "Partition", "find_partitions", "open_corpus", "rows_of"]

_ENDINGS = {
    ".jsonl": "json", ".ndjson": "json", ".json": "json", ".gz": "json", ".parquet": "parquet", ".csv": "csv",
    ".tsv": "csv",
}  # fmt: skip
_LARGEST = 256_000_000
"""Bytes of small files that make one partition together; a larger file is one of its own."""


@dataclass(frozen=True)
class Corpus:
    """What is known of a corpus before its rows are read; it survives JSON, for worker processes."""

    place: str
    kind: str
    """`openalex`, `crossref` or `mapped`."""
    form: str
    """`json` (lines), `enveloped` (one object with `items`), `parquet` or `csv`."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Of a mapped corpus: our name -> name of its column."""
    shape: Mapping[str, Any] = field(default_factory=dict)
    """Of JSON: what is read of each object."""
    tabs: bool = False

    def check(self, value: Mapping[str, Any]) -> str | None:
        """Says why a JSON object is no row of this corpus; None where it is one."""
        wrong = misfit(value, self.shape)
        ids = {"openalex": ("id",), "crossref": ("DOI",)}.get(self.kind) or tuple(
            self.names[n] for n in ("id", "doi") if n in self.names
        )
        if not wrong and not any(value.get(name) not in (None, "") for name in ids):
            wrong = f"this is no work: it has no {' and no '.join(f'`{n}`' for n in ids)}"
        return wrong

    def to_json(self) -> dict[str, Any]:
        """Gives plain data; `Corpus(**data)` takes it back."""
        return asdict(self)


@dataclass(frozen=True)
class Partition:
    """Files that are read, keyed and written together; when one of them changes, all of them are done again."""

    name: str
    files: tuple[str, ...]
    size: int
    stamp: str
    """Changes when a file does."""


def open_corpus(place: str, engine: Engine, *, mapping: Mapping[str, str], kind: str | None = None) -> Corpus:
    """Gives the corpus at a folder, file or URL, its kind told from the first file.

    Raises:
        InputError: Nothing is there, or nothing that can be told for a corpus.
    """
    files = _files(place, engine)
    first = files[0][0]
    form = _form(first)
    if form == "json":
        return _of_json(place, first, mapping, kind)
    tabs = ".tsv" in first
    try:
        table = engine.parquet([first]) if form == "parquet" else engine.csv([first], tabs=tabs)
    except Exception as error:  # each engine has errors of its own for a file that it cannot read
        raise InputError(f"cannot be read as {form} ({_sentence(error)}).", first) from error
    names = list(table.columns)
    told = kind or _kind_of_names(names)
    if told != "mapped":
        return Corpus(place, told, form)
    return Corpus(place, "mapped", form, chosen_names(names, mapping, first), tabs=tabs)


def _sentence(error: Exception) -> str:
    return str(error).strip().split("\n", maxsplit=1)[0].rstrip(".")


def _kind_of_names(names: list[str]) -> str:
    if "authorships" in names:
        return "openalex"
    return "crossref" if "DOI" in names and {"is-referenced-by-count", "container-title"} & set(names) else "mapped"


def _files(place: str, engine: Engine) -> list[tuple[str, int, str]]:
    """(address, bytes, time of change) of the files of a corpus, sorted."""
    if re.match(r"[a-z][a-z0-9]+://", place):
        found = engine.listing(place)
    else:
        root = Path(place)
        if not root.exists():
            raise InputError("there is no such folder or file.", place)
        paths = sorted(p for p in root.rglob("*") if p.is_file()) if root.is_dir() else [root]
        found = [(str(p), p.stat().st_size, str(p.stat().st_mtime_ns)) for p in paths]
    rows = [f for f in found if _form(f[0]) and not re.search(r"(^|/)[._]|/manifest", f[0][len(place) :])]
    if not rows:
        raise InputError(f"holds no corpus: no file ends in {', '.join(_ENDINGS)}.", place)
    return rows


def _form(name: str) -> str:
    ending = Path(name.removesuffix(".gz")).suffix or (".gz" if name.endswith(".gz") else "")
    return _ENDINGS.get(ending.lower(), "")


def _of_json(place: str, first: str, mapping: Mapping[str, str], kind: str | None) -> Corpus:
    from pubtrack.scale import crossref, openalex

    if "://" in first:
        told, head = kind or _kind_of_address(first), list[dict[str, Any]]()
        form = "enveloped" if told == "crossref" and re.search(r"\.json(\.gz)?$", first) else "json"
    else:
        form, head = _head(first)
        told = kind or _kind_of_names([name for row in head for name in row])
    if told == "openalex":
        return Corpus(place, told, "json", shape=openalex.SHAPE)
    if told == "crossref":
        return Corpus(place, told, form, shape=crossref.SHAPE)
    if form == "enveloped" or not head:
        raise InputError("cannot be told for OpenAlex or Crossref; say which with --corpus-kind.", first)
    names = chosen_names(dict.fromkeys(name for row in head for name in row), mapping, first)
    shape = {theirs: _shape([row.get(theirs) for row in head]) for theirs in names.values()}
    return Corpus(place, "mapped", "json", names, shape)


def _kind_of_address(address: str) -> str:
    for kind in ("openalex", "crossref"):
        if kind in address.lower():
            return kind
    return "openalex" if "updated_date=" in address else "mapped"


def _head(path: str) -> tuple[str, list[dict[str, Any]]]:
    """The form of a JSON file, and the objects of its first lines."""
    try:
        with Path(path).open("rb") as file:
            start = file.read(200_000)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}).", path) from error
    start = _unpacked(start) if path.endswith(".gz") else start
    if re.match(rb'\s*\{\s*"items"\s*:', start):
        return "enveloped", [{"DOI": "", "container-title": []}]
    rows = []
    for line in start.splitlines()[:500]:
        try:
            value = json.loads(line)
        except ValueError:
            continue
        rows += [value] if isinstance(value, dict) else []
    if not rows:
        raise InputError("this is neither JSON Lines nor an object with `items`.", path, 1)
    return "json", rows


def _unpacked(data: bytes) -> bytes:
    """Piece by piece: a file that breaks off, or breaks, later still has a beginning."""
    decoder, found = zlib.decompressobj(31), list[bytes]()
    with suppress(zlib.error):
        for start in range(0, len(data), 512):
            found.append(decoder.decompress(data[start : start + 512]))
    return b"".join(found)


def _shape(values: list[Any]) -> Any:
    """What to read under a name, by what stands there in the first rows."""
    value = next((v for v in values if v not in (None, "", [], {})), None)
    if isinstance(value, list):
        people = isinstance(value[0], dict)
        return [dict.fromkeys(("family", "given", "literal", "name"), "string")] if people else ["string"]
    if isinstance(value, dict):
        return {"date-parts": [["string"]]} if "date-parts" in value else {"oa_status": "string"}
    return "string"


def find_partitions(corpus: Corpus, engine: Engine) -> list[Partition]:
    """Gives the partitions: large files alone, small ones of one folder together."""
    groups: list[list[tuple[str, int, str]]] = []
    for file in _files(corpus.place, engine):
        last = groups[-1] if groups else None
        together = last and Path(last[0][0]).parent == Path(file[0]).parent
        if last and together and sum(f[1] for f in last) + file[1] <= _LARGEST:
            last.append(file)
        else:
            groups.append([file])
    return [_partition(corpus, group) for group in groups]


def _partition(corpus: Corpus, group: list[tuple[str, int, str]]) -> Partition:
    files = tuple(name for name, _, _ in group)
    first = files[0].removeprefix(corpus.place)
    said = json.dumps([corpus.to_json(), [(n.removeprefix(corpus.place), size, when) for n, size, when in group]])
    return Partition(_short(first), files, sum(size for _, size, _ in group), _short(said))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def rows_of(corpus: Corpus, engine: Engine, files: Iterable[str]) -> Any:
    """Gives the rows of some files in our columns, and `source_id`."""
    from pubtrack.scale import crossref, mapped, openalex
    from pubtrack.scale.expressions import schema_of

    named = list(files)
    if corpus.form == "parquet":
        raw = engine.parquet(named)
    elif corpus.form == "csv":
        raw = engine.csv(named, tabs=corpus.tabs)
    elif corpus.form == "enveloped":
        raw = engine.json_rows(named, schema_of({"items": [corpus.shape]}), enveloped=True)
        raw = raw.select(item=raw["items"].unnest()).unpack("item")
    else:
        raw = engine.json_rows(named, schema_of(corpus.shape), enveloped=False)
    if corpus.kind == "mapped":
        return raw.select(**mapped.columns(raw, corpus.names))
    return raw.select(**(openalex if corpus.kind == "openalex" else crossref).columns(raw))
