"""One partition of a corpus into one partition of its index."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from pubtrack.errors import InputError
from pubtrack.scale.corpora import Corpus, Partition, rows_of
from pubtrack.scale.diagnose import Fault, mended_copy, verify_gzip
from pubtrack.scale.engine import Engine, Limits, count
from pubtrack.scale.schema import FORMAT, RECORDS

__all__ = ["Built", "Job", "build_partition", "parts_folder"]


@dataclass(frozen=True)
class Job:
    """How partitions are to be built."""

    limits: Limits = field(default_factory=Limits)
    skip_bad: bool = False
    """Leave out lines and files that cannot be read, and say which."""
    verify: bool = True
    """Compare the checksums of gzipped files on this machine (3 s per GB of text)."""
    apart_from: int = 20_000_000
    """Bytes from which on partitions are built in processes of their own."""

    def of_one_worker(self, workers: int) -> Job:
        """Gives what one of several workers may take."""
        return replace(self, limits=replace(self.limits, cores=1, memory=share_of(self.limits.memory, workers)))


def share_of(memory: str, workers: int) -> str:
    """Gives an equal share of a size such as `400MB`.

    >>> share_of("400MB", 2), share_of("1g", 4)
    ('200MB', '256MB')
    """
    digits = "".join(c for c in memory if c.isdigit() or c == ".")
    unit = memory[len(digits) :].strip().lower()[:1]
    in_mb = float(digits or 0) * {"k": 1 / 1024, "m": 1, "g": 1024, "t": 1024**2}.get(unit, 1 / 1024**2)
    return f"{max(64, int(in_mb / workers))}MB"


@dataclass(frozen=True)
class Built:
    """What became of a partition."""

    name: str
    stamp: str
    records: int
    keys: int
    skipped: list[dict[str, Any]]
    """Path, line and reason of what was left out."""
    format: int = FORMAT


def parts_folder(folder: Path, name: str) -> Path:
    """Gives where a partition of an index stands."""
    return folder / "parts" / name


def build_partition(corpus: Corpus, partition: Partition, folder: Path, engine: Engine, job: Job) -> Built:
    """Builds records, keys and identifiers of a partition.

    Raises:
        InputError: A file is broken; it names file and line.
    """
    place = parts_folder(folder, partition.name)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    with tempfile.TemporaryDirectory(dir=place) as spare:
        files, skipped = list(partition.files), list[Fault]()
        if not (job.verify and _fault_in_gzip(files)) and _staged(corpus, files, place, engine):
            pass
        else:
            files, skipped = _mended(corpus, files, Path(spare), engine)
            if skipped and not job.skip_bad:
                raise skipped[0].error()
            if files and not _staged(corpus, files, place, engine, loud=True):
                raise InputError("holds rows without an id.", files[0])
        records, keys = _written(place, engine) if files else (0, 0)
    built = Built(partition.name, partition.stamp, records, keys, [asdict(s) for s in skipped])
    (place / "done.json").write_text(json.dumps(asdict(built), ensure_ascii=False), encoding="utf-8")
    return built


def _fault_in_gzip(files: list[str]) -> bool:
    return any(verify_gzip(Path(f)) for f in files if f.endswith(".gz") and Path(f).is_file())


def _staged(corpus: Corpus, files: list[str], place: Path, engine: Engine, *, loud: bool = False) -> bool:
    """Reads and projects the rows once, into a stage of its own; False where the engine stumbled.

    Keys are made from that stage: in the same statement the engine would project titles and names twice.
    """
    from pubtrack.scale.functions import numbered

    try:
        rows = rows_of(corpus, engine, files)
        engine.write(rows.mutate(rid=numbered(rows.source_id.coalesce(""))), place / "staged", passing=True)
        staged = engine.parquet(str(place / "staged"))
        return count(engine, staged.filter(staged.source_id.isnull())) == 0
    except InputError:
        raise
    except Exception as error:
        if loud:
            raise InputError(_first_line(error), files[0]) from error
        return False


def _first_line(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error).strip().split(chr(10), maxsplit=1)[0]}"


def _mended(corpus: Corpus, files: list[str], spare: Path, engine: Engine) -> tuple[list[str], list[Fault]]:
    """Files without what is broken in them, and what that was."""
    kept: list[str] = []
    faults: list[Fault] = []
    for number, name in enumerate(files):
        if corpus.form in ("json", "enveloped") and Path(name).is_file():
            copy = spare / f"{number}.jsonl.gz"
            found = mended_copy(Path(name), copy, corpus.check, enveloped=corpus.form == "enveloped")
            kept.append(str(copy))
        else:
            found = _unreadable(corpus, name, engine)
            kept += [] if found else [name]
        faults += found
    return kept, faults


def _unreadable(corpus: Corpus, name: str, engine: Engine) -> list[Fault]:
    """A table that cannot be read to its end is left out as a whole."""
    try:
        rows = rows_of(corpus, engine, [name])
        without = count(engine, rows.filter(rows.source_id.isnull()))
        engine.rows(rows.aggregate(read=rows.title.length().sum()))
    except Exception as error:  # noqa: BLE001 - each engine has errors of its own
        return [Fault(name, _line_in(str(error)), _first_line(error))]
    return [Fault(name, None, f"{without} rows have no id")] if without else []


def _line_in(said: str) -> int | None:
    import re

    found = re.search(r"[Ll]ine:? (\d+)", said)
    return int(found[1]) if found else None


def _written(place: Path, engine: Engine) -> tuple[int, int]:
    """The three tables from the stage; gives the numbers of records and keys."""
    from pubtrack.scale.functions import keyed

    staged = engine.parquet(str(place / "staged"))
    engine.write(staged.select(*(column.name for column in RECORDS)), place / "records", order="rid")
    keys = keyed(staged.title.coalesce(""), staged.authors[0].coalesce(""))
    engine.write(staged.select("rid", key=keys.unnest()), place / "keys", order="key")
    told = staged.select("rid", identifier=staged.identifiers.unnest())
    told = told.filter(~told.identifier.startswith("isbn:"))
    engine.write(told, place / "identifiers", order="identifier")
    counts = count(engine, staged), count(engine, engine.parquet(str(place / "keys")))
    shutil.rmtree(place / "staged")
    return counts
