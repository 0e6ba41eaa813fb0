"""The index of a corpus: records, blocking keys and identifiers as Parquet, built partition by partition.

A partition is whole or not there, so a killed build goes on where it was; of a newer snapshot only partitions that
changed are built again. Then the keys of all partitions are sorted into one table without those that too many share.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from pubtrack.errors import InputError
from pubtrack.match.blocking import CAP, ID_CAP
from pubtrack.match.numbers import other_format
from pubtrack.scale.building import Built, Job, build_partition, parts_folder
from pubtrack.scale.corpora import Corpus, Partition, find_partitions
from pubtrack.scale.engine import Engine, finished
from pubtrack.scale.schema import FORMAT
from pubtrack.scale.worker import Helper, build_apart

__all__ = ["Caps", "Index", "Progress", "build_index", "open_index"]

MANIFEST = "manifest.json"
_ROWS_AT_ONCE = 24_000_000
"""Keys that are sorted in one go, on an engine of one machine: about 400 MB, of which what does not fit is spilled."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Caps:
    """Above how many records a key or identifier proves nothing and is dropped."""

    key: int = CAP
    identifier: int = ID_CAP


@dataclass(frozen=True)
class Index:
    """An index that is ready."""

    folder: Path
    records: int
    partitions: tuple[str, ...]
    skipped: tuple[dict[str, Any], ...]
    stamp: str
    """Changes when the index does."""

    @property
    def record_places(self) -> list[str]:
        """The folders of the table `records`."""
        return [str(parts_folder(self.folder, name) / "records") for name in self.partitions]

    @property
    def key_places(self) -> list[str]:
        """The folders of the table `keys`."""
        return [str(p) for p in sorted((self.folder / "keys").iterdir()) if p.is_dir()]

    @property
    def identifier_place(self) -> str:
        """The folder of the table `identifiers`."""
        return str(self.folder / "identifiers")


def open_index(folder: Path, *, replaceable: bool = False) -> Index | None:
    """Gives the index of a folder; None where there is none that is whole.

    Args:
        folder: The folder.
        replaceable: Whether an index of an older format counts as none.

    Raises:
        InputError: It was made by a newer pubtrack, or by an older one.
    """
    path = folder / MANIFEST
    if not path.is_file():
        return None
    said = json.loads(path.read_text(encoding="utf-8"))
    found = said.get("format", 0)
    if found < FORMAT and (replaceable or not said.get("whole")):
        return None
    if wrong := other_format(found):
        raise InputError(wrong, path)
    if not said.get("whole"):
        return None
    names = tuple(part["name"] for part in said["partitions"])
    skipped = tuple(s for part in said["partitions"] for s in part["skipped"])
    return Index(folder, said["records"], names, skipped, path.read_text(encoding="utf-8"))


def build_index(
    corpus: Corpus,
    folder: Path,
    engine: Engine,
    job: Job,
    *,
    caps: Caps | None = None,
    progress: Progress | None = None,
) -> Index:
    """Gives the index of a corpus, built as far as it is not there yet.

    Raises:
        InputError: A file is broken and `job.skip_bad` was not asked for; what was built before stays.
    """
    folder.mkdir(parents=True, exist_ok=True)
    partitions = find_partitions(corpus, engine)
    chosen = caps or Caps()
    built = {p.name: done for p in partitions if (done := _done(folder, p))}
    todo = [p for p in partitions if p.name not in built]
    stale = _drop_strangers(folder, {p.name for p in partitions})
    before = open_index(folder, replaceable=True)
    if before and not todo and not stale and _caps(folder) == asdict(chosen):
        return before
    _write_manifest(folder, corpus, [], chosen, whole=False)
    for done in _build_all(todo, corpus, folder, engine, job):
        built[done.name] = done
        if progress:
            progress("index", len(built), len(partitions))
    order = [built[p.name] for p in partitions]
    _merge(folder, order, engine, chosen)
    _write_manifest(folder, corpus, order, chosen, whole=True)
    found = open_index(folder)
    assert found
    return found


def _done(folder: Path, partition: Partition) -> Built | None:
    path = parts_folder(folder, partition.name) / "done.json"
    if not path.is_file():
        return None
    said = json.loads(path.read_text(encoding="utf-8"))
    built = Built(**said)
    return built if built.stamp == partition.stamp and built.format == FORMAT else None


def _drop_strangers(folder: Path, known: set[str]) -> bool:
    """Removes partitions that the corpus no longer has."""
    there = folder / "parts"
    gone = [p for p in there.iterdir() if p.name not in known] if there.is_dir() else []
    for path in gone:
        shutil.rmtree(path)
    return bool(gone)


def _build_all(todo: list[Partition], corpus: Corpus, folder: Path, engine: Engine, job: Job) -> Iterator[Built]:
    """Side by side in processes where the engine runs Python on one core, else one by one."""
    size = sum(p.size for p in todo)
    workers = min(job.limits.cores, len(todo))
    if not engine.parallel_partitions or workers < 2 or size < job.apart_from:
        yield from (build_partition(corpus, p, folder, engine, job) for p in todo)
        return
    apart = job.of_one_worker(workers)
    with ExitStack() as stack, ThreadPoolExecutor(workers) as pool:
        idle = SimpleQueue[Helper]()
        for _ in range(workers):
            idle.put(stack.enter_context(Helper()))

        def build(partition: Partition) -> Built:
            helper = idle.get()
            try:
                return build_apart(helper, corpus, partition, folder, engine.name, apart)
            finally:
                idle.put(helper)

        futures = [pool.submit(build, p) for p in sorted(todo, key=lambda p: -p.size)]
        try:
            for future in futures:
                yield future.result()
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _caps(folder: Path) -> dict[str, int]:
    said: dict[str, int] = json.loads((folder / MANIFEST).read_text(encoding="utf-8")).get("caps", {})
    return said


def _write_manifest(folder: Path, corpus: Corpus, built: list[Built], caps: Caps, *, whole: bool) -> None:
    said = {
        "format": FORMAT,
        "whole": whole,
        "corpus": {"place": corpus.place, "kind": corpus.kind, "form": corpus.form},
        "caps": asdict(caps),
        "records": sum(b.records for b in built),
        "partitions": [asdict(b) for b in built],
    }
    beside = folder / f".{MANIFEST}"
    beside.write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    beside.replace(folder / MANIFEST)


def _merge(folder: Path, built: list[Built], engine: Engine, caps: Caps) -> None:
    parts = [parts_folder(folder, b.name) for b in built]
    keys = engine.parquet([str(p / "keys") for p in parts])
    ranges = max(1, -(-sum(b.keys for b in built) // _ROWS_AT_ONCE)) if engine.parallel_partitions else 1

    def write_keys(beside: Path) -> None:
        for number, (low, high) in enumerate(_ranges(ranges)):
            some = keys.filter(keys.key.between(low, high)) if ranges > 1 else keys
            engine.write(_capped(some, "key", caps.key), beside / f"range-{number:04}", order="key")

    finished(folder / "keys", write_keys)
    identifiers = engine.parquet([str(p / "identifiers") for p in parts])
    engine.write(_capped(identifiers, "identifier", caps.identifier), folder / "identifiers", order="identifier")


def _ranges(count: int) -> list[tuple[int, int]]:
    """Cuts the 64-bit numbers into ranges of equal width."""
    edges = [-(2**63) + (2**64 * i) // count for i in range(count + 1)]
    return [(low, high - 1) for low, high in pairwise(edges)]


def _capped(table: Any, column: str, cap: int) -> Any:
    """Gives the rows without values that more than `cap` rows share."""
    counted = table.group_by(column).aggregate(n=table.count())
    frequent = counted.filter(counted.n > cap).select(column)
    return table.anti_join(frequent, column)
