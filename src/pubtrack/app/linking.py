"""`pubtrack link` and `pubtrack stats`: listed works against a whole corpus, and counts over one."""

from __future__ import annotations

import gc
import hashlib
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pubtrack.errors import InputError
from pubtrack.model import Fields
from pubtrack.scale.names import NAMES

if TYPE_CHECKING:
    from pubtrack.scale.engine import Engine, Limits
    from pubtrack.scale.index import Index

__all__ = ["LinkOptions", "LinkReport", "link", "parse_mapping", "stats"]


def parse_mapping(pairs: Iterable[str]) -> dict[str, str]:
    """Gives a mapping from texts like `title=Titel`; InputError where one is not of that form."""
    mapping: dict[str, str] = {}
    for pair in pairs:
        ours, mark, theirs = pair.partition("=")
        if not mark or ours.strip() not in NAMES or not theirs.strip():
            raise InputError(f"{pair!r} is not OURS=THEIRS with one of: {', '.join(NAMES)}.")
        mapping[ours.strip()] = theirs.strip()
    return mapping


Progress = Callable[[str, int, int], None]

_TABLES = (".parquet", ".csv", ".tsv", ".jsonl", ".ndjson", ".gz")
"""Endings of works that the engine reads; everything else is read as `pubtrack read` does."""


@dataclass(frozen=True)
class LinkOptions:
    """What a link may take, and how it reads what it is given. The defaults suit a laptop."""

    index: str | Path | None = None
    """Where the index of the corpus is built, or stands already; None: inside the folder of the result."""
    works_mapping: Mapping[str, str] = field(default_factory=dict)
    """Our name -> name of a column of the works, where it is not a usual one."""
    corpus_mapping: Mapping[str, str] = field(default_factory=dict)
    """The same for the corpus."""
    corpus_kind: str | None = None
    """`openalex`, `crossref` or `mapped`; None: told from the first file."""
    memory: str | None = None
    """Of the engine; what does not fit is spilled to disk. None: 300 MB to link, 800 MB for each core to build an
    index, 1 GB for Spark."""
    cores: int | None = None
    """None: all."""
    spill: str | None = None
    """Folder for what does not fit into memory."""
    skip_bad: bool = False
    """Leave out broken lines and files of the corpus, and list them, instead of stopping at the first."""
    verify: bool = True
    """Compare the checksums of gzipped files."""
    key_cap: int | None = None
    """Above how many records a blocking key is dropped when the index is built; None: 300."""
    batch: int = 250_000
    """Works that are linked at once: more need more memory and read the index less often."""
    progress: Progress | None = None
    """Told (stage, done, total)."""


@dataclass(frozen=True)
class LinkReport:
    """What a link found."""

    works: int
    records: int
    verdicts: Mapping[str, int]
    """Verdict -> works."""
    links: Path
    """Parquet folder with one row for each work."""
    unsure: Path
    """CSV of what a person must look at."""
    skipped: tuple[dict[str, Any], ...]
    """Path, line and reason of what of the corpus was left out."""
    seconds: Mapping[str, float]

    def to_json(self) -> dict[str, Any]:
        """Gives it as plain data."""
        return {**asdict(self), "links": str(self.links), "unsure": str(self.unsure), "skipped": list(self.skipped)}


def link(
    works: str | Path,
    corpus: str | Path,
    *,
    engine: str = "duckdb",
    out: str | Path = "link",
    resume: bool = False,
    options: LinkOptions | None = None,
) -> LinkReport:
    """Links listed works to the records of a corpus: identifiers first, then shared keys, then `pubtrack.match`.

    Args:
        works: A library's folder, a .bib, CSL-JSON, RIS ... file, or a table (Parquet, CSV, JSON Lines).
        corpus: An OpenAlex snapshot, the Crossref public data file, a table, or an index made of one; a folder, a file
            or a URL that the engine reads.
        engine: `duckdb` or `spark`.
        out: The folder of the result.
        resume: Go on where a run with the same input was stopped.
        options: Everything else.

    Raises:
        InputError: Something cannot be read; the sentence names file and line.
        MissingExtra: The extra `scale` (or `spark`) is not installed.
    """
    with _seldom_collected():
        return _linked(str(works), str(corpus), engine, Path(out), options or LinkOptions(), resume=resume)


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Python looks for cycles of objects less often: comparing makes none, and looking took a twentieth of a link."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], 50_000) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _linked(works: str, corpus: str, engine: str, folder: Path, options: LinkOptions, *, resume: bool) -> LinkReport:
    opened = _engine(engine, options)
    try:
        begin = time.monotonic()
        index = _index(corpus, folder, opened, options)
        built = time.monotonic()
        _begin_stages(folder, works, index, options, resume=resume)
        linked = _link(works, index, folder, opened, options)
        seconds = {"index": round(built - begin, 3), "link": round(time.monotonic() - built, 3)}
        return _reported(linked, index, folder, opened, seconds)
    finally:
        opened.close()


def _limits(options: LinkOptions, engine: str, *, building: bool = False) -> Limits:
    from pubtrack.scale.engine import Limits

    limits = Limits(spill=options.spill)
    limits = replace(limits, cores=options.cores) if options.cores else limits
    usual = f"{800 * limits.cores}MB" if building else "1g" if engine == "spark" else limits.memory
    return replace(limits, memory=options.memory or usual)


def _engine(name: str, options: LinkOptions) -> Engine:
    from pubtrack.scale.engine import open_engine

    return open_engine(name, _limits(options, name))


def _index(corpus: str, folder: Path, engine: Engine, options: LinkOptions) -> Index:
    """The index that the corpus is, or the one that is made of it."""
    from pubtrack.scale.building import Job
    from pubtrack.scale.corpora import open_corpus
    from pubtrack.scale.index import Caps, build_index, open_index

    ready = open_index(Path(corpus)) if "://" not in corpus else None
    if ready:
        return ready
    opened = open_corpus(corpus, engine, mapping=dict(options.corpus_mapping), kind=options.corpus_kind)
    job = Job(limits=_limits(options, engine.name, building=True), skip_bad=options.skip_bad, verify=options.verify)
    caps = Caps(key=options.key_cap) if options.key_cap else None
    return build_index(
        opened, Path(options.index or folder / "index"), engine, job, caps=caps, progress=options.progress
    )


def _begin_stages(folder: Path, works: str, index: Index, options: LinkOptions, *, resume: bool) -> None:
    """Keeps the stages of a stopped run only where it had the same input."""
    from pubtrack.scale.linking import clear_stages

    place = Path(works)
    files = sorted(p for p in place.rglob("*") if p.is_file()) if place.is_dir() else [place]
    facts = [(str(p), p.stat().st_size, p.stat().st_mtime_ns) for p in files if p.is_file()]
    said = [facts, index.stamp, dict(options.works_mapping), options.batch]
    stamp = hashlib.sha256(json.dumps(said).encode()).hexdigest()
    path = folder / ".stages" / "run.txt"
    if not (resume and path.is_file() and path.read_text(encoding="utf-8") == stamp):
        clear_stages(folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(stamp, encoding="utf-8")


def _link(works: str, index: Index, folder: Path, engine: Engine, options: LinkOptions) -> Path:
    from pubtrack.scale.building import share_of
    from pubtrack.scale.engine import count
    from pubtrack.scale.linking import Linking, link_works
    from pubtrack.scale.works import staged_records, staged_table

    place = folder / ".stages" / "works"
    if _is_table(works):
        table = staged_table(works, dict(options.works_mapping), place, engine)
    else:
        table = staged_records(_listed(works), place, engine)
    batches = max(1, -(-count(engine, table) // options.batch))
    limits = _limits(options, engine.name)
    shards = limits.cores if engine.parallel_partitions else 1
    apart = replace(limits, cores=1, memory=share_of(limits.memory, 2))
    return link_works(Linking(engine, index, folder, batches, shards, apart, options.progress), table)


def _is_table(works: str) -> bool:
    place = Path(works)
    if "://" in works:
        return True
    if place.is_dir():
        return not (place / "pubtrack.toml").is_file()
    return place.suffix.lower() in _TABLES


def _listed(works: str) -> Iterator[tuple[str, Fields]]:
    """Key and record of each work of a library or a file that pubtrack reads."""
    if Path(works).is_dir():
        from pubtrack.app.library import Library

        yield from ((work.key, work) for work in Library.open(works).works.values())
        return
    from pubtrack.app.reading import read

    found = read(works).works
    if not found:
        raise InputError("holds no works that pubtrack can read.", works)
    for mention in found:
        fields = mention.fields or Fields(title=mention.title_plain or mention.title, identifiers=mention.identifiers)
        yield mention.key or "", fields


def _reported(links: Path, index: Index, folder: Path, engine: Engine, seconds: dict[str, float]) -> LinkReport:
    from pubtrack.scale.results import verdicts_of, write_unsure

    counts = verdicts_of(links, engine)
    unsure = folder / "unsure.csv"
    write_unsure(links, folder / ".stages", engine, unsure)
    report = LinkReport(sum(counts.values()), index.records, counts, links, unsure, index.skipped, seconds)
    (folder / "summary.json").write_text(
        json.dumps({"engine": engine.name, **report.to_json()}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    return report


def stats(
    place: str | Path, *, by: str = "year", top: int = 20, engine: str = "duckdb", options: LinkOptions | None = None
) -> list[dict[str, Any]]:
    """Gives counts over a library, a corpus, an index or any table: works, open access and citations by group.

    Args:
        place: What to count over.
        by: `year`, `type`, `institution`, `open_access` or `citations`.
        top: Groups at most, for types, institutions and open access.
        engine: `duckdb` or `spark`.
        options: Memory, cores and mappings.

    Raises:
        InputError: It cannot be read, or there is no such group.
        MissingExtra: The extra `scale` is not installed.
    """
    chosen = options or LinkOptions()
    opened = _engine(engine, chosen)
    try:
        from pubtrack.scale.statistics import BY, counted

        if by not in BY:
            raise InputError(f"--by {by} is not one of: {', '.join(BY)}.")
        return counted(_rows(str(place), opened, chosen), by, top, opened)
    finally:
        opened.close()


def _rows(place: str, engine: Engine, options: LinkOptions) -> Any:
    from pubtrack.scale.corpora import find_partitions, open_corpus, rows_of
    from pubtrack.scale.index import open_index
    from pubtrack.scale.works import records_table

    index = open_index(Path(place)) if "://" not in place else None
    if index:
        return engine.parquet(index.record_places)
    if not _is_table(place):
        return records_table(_listed(place), engine)
    corpus = open_corpus(place, engine, mapping=dict(options.corpus_mapping), kind=options.corpus_kind)
    return rows_of(corpus, engine, [file for part in find_partitions(corpus, engine) for file in part.files])
