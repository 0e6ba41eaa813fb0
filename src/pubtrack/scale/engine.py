"""The only module that knows which engine runs: how each opens, reads files, and writes a stage of the work.

Everything else is one Ibis expression for both. A stage is written as a Parquet folder beside its place and renamed
when it is whole, so that a killed run leaves whole stages or none.
"""

from __future__ import annotations

import csv
import os
import shutil
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from pubtrack.errors import InputError, MissingExtra

__all__ = ["ENGINES", "Engine", "Limits", "count", "open_engine"]

Table = Any
"""An Ibis table expression; Ibis is loaded when an engine is opened."""


@dataclass(frozen=True)
class Limits:
    """What a run may take of the machine."""

    memory: str = "300MB"
    """Of the engine; what does not fit is spilled to disk. Python and the engine's code come on top (about 150 MB)."""
    cores: int = field(default_factory=lambda: os.cpu_count() or 1)
    spill: str | None = None
    """Folder for what does not fit; None: where temporary files go."""


class Engine(Protocol):
    """What stages ask of an engine."""

    name: str
    parallel_partitions: bool
    """True where partitions are worth building in processes of their own: the engine runs Python on one core."""

    def json_rows(self, files: Sequence[str], schema: Any, *, enveloped: bool) -> Table:
        """Reads JSON Lines, plain or gzipped, with these columns only; `enveloped` files are one object each."""
        ...

    def parquet(self, places: str | Sequence[str]) -> Table:
        """Reads Parquet files or folders of them."""
        ...

    def csv(self, files: Sequence[str], *, tabs: bool) -> Table:
        """Reads files with a header; every column is text."""
        ...

    def write(self, table: Table, folder: Path, *, order: str | None = None, passing: bool = False) -> None:
        """Makes the folder hold the rows, sorted by a column where one is named; packed lightly where they only pass.

        Args:
            table: The rows.
            folder: Its name; put there as a whole.
            order: A column.
            passing: They are read once and removed.
        """
        ...

    def rows(self, table: Table) -> list[dict[str, Any]]:
        """Gives the rows of a small table."""
        ...

    def write_csv(self, table: Table, path: Path) -> None:
        """Writes one CSV file with a header."""
        ...

    def listing(self, url: str) -> list[tuple[str, int, str]]:
        """Gives (address, bytes, time of change) of every file below a URL that only the engine can read."""
        ...

    def close(self) -> None:
        """Ends it."""
        ...


def finished(folder: Path, write: Callable[[Path], None]) -> None:
    """Lets `write` fill a folder beside its place, then puts it there as a whole."""
    beside = folder.with_name(f".{folder.name}.{os.getpid()}")
    shutil.rmtree(beside, ignore_errors=True)
    beside.parent.mkdir(parents=True, exist_ok=True)
    try:
        write(beside)
        shutil.rmtree(folder, ignore_errors=True)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def _quiet() -> Iterator[None]:
    """Ibis 12 calls functions of DuckDB that DuckDB 2 deprecates; that is theirs to settle."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "fetch_arrow_table", DeprecationWarning)
        yield


class DuckDB:
    """One process on one machine; the default."""

    name = "duckdb"
    parallel_partitions = True

    def __init__(self, limits: Limits) -> None:
        try:
            import ibis
            import ibis.backends.duckdb
        except ImportError as error:
            raise MissingExtra("scale", "Bulk linking") from error
        spill = limits.spill or str(Path(tempfile.gettempdir()) / f"pubtrack-spill-{os.getpid()}")
        settings = {"memory_limit": limits.memory, "threads": limits.cores, "temp_directory": spill}
        self.con: Any = _backend(ibis.backends.duckdb.Backend)().connect(**settings)
        self._run("SET preserve_insertion_order = false")
        # From a prompt or `python -c` the engine would draw a bar of its own on standard output; seen with DuckDB 2.0.
        self._run("SET enable_progress_bar = false")

    def _run(self, statement: str) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self.con.raw_sql(statement).fetchall()
        return rows

    @_quiet()
    def json_rows(self, files: Sequence[str], schema: Any, *, enveloped: bool) -> Table:
        """Reads with `read_json` and an explicit schema: inference takes ten times as long and guesses."""
        packed = "gzip" if files[0].endswith(".gz") else "uncompressed"
        form = "unstructured" if enveloped else "newline_delimited"
        most = max(_unpacked_size(f) for f in files) + 1024 if enveloped else _LONGEST_LINE
        columns = {name: _duckdb_type(kind) for name, kind in schema.items()}
        return self.con.read_json(
            list(files), format=form, compression=packed, columns=columns, maximum_object_size=most
        )

    @_quiet()
    def parquet(self, places: str | Sequence[str]) -> Table:
        """Folders are read by the files in them."""
        named = [places] if isinstance(places, str) else list(places)
        return self.con.read_parquet([p if p.endswith(".parquet") else f"{p}/*.parquet" for p in named])

    @_quiet()
    def csv(self, files: Sequence[str], *, tabs: bool) -> Table:
        """Strict: a row of another width is an error, not a guess."""
        return self.con.read_csv(list(files), header=True, all_varchar=True, sep="\t" if tabs else ",")

    @_quiet()
    def write(self, table: Table, folder: Path, *, order: str | None = None, passing: bool = False) -> None:
        """One file of small row groups, so that a lookup by a sorted column reads little."""
        sorted_rows = table.order_by(order) if order else table
        finished(folder, lambda beside: self._write(sorted_rows, beside, "snappy" if passing else "zstd"))

    def _write(self, table: Table, folder: Path, packing: str) -> None:
        folder.mkdir()
        options = {"compression": packing, "row_group_size": 20_480}
        self.con.to_parquet(table, folder / "part-0.parquet", **options)

    @_quiet()
    def rows(self, table: Table) -> list[dict[str, Any]]:
        """As the engine's own Python values."""
        self.con._run_pre_execute_hooks(table)
        return [dict(zip(table.columns, row, strict=True)) for row in self._run(self.con.compile(table))]

    @_quiet()
    def write_csv(self, table: Table, path: Path) -> None:
        """Through the engine, so that no table need fit into memory."""
        self.con.to_csv(table, path, header=True)

    def listing(self, url: str) -> list[tuple[str, int, str]]:
        """By `read_blob` without its content; `s3://` needs DuckDB's httpfs extension and its credentials."""
        below = url if "*" in url else f"{url.rstrip('/')}/**"
        said = below.replace("'", "''")
        rows = self._run(f"SELECT filename, size, last_modified::VARCHAR FROM read_blob('{said}') ORDER BY filename")  # noqa: S608
        return [(str(name), int(size), str(changed)) for name, size, changed in rows]

    def close(self) -> None:
        """Lets go of the database and its functions."""
        self.con.disconnect()


def _backend(base: Any) -> Any:
    """Ibis' own, but for the columns of a table: it asks for them by way of PyArrow, a tenth of a second and 20 MB."""

    class Backend(base):  # type: ignore[misc]
        def get_schema(self, table_name: str, **where: Any) -> Any:
            from ibis import Schema

            if where.get("catalog") or where.get("database"):
                return super().get_schema(table_name, **where)
            kinds, quoted = self.compiler.type_mapper, table_name.replace('"', '""')
            rows = self.con.execute(f'DESCRIBE "{quoted}"').fetchall()
            return Schema({row[0]: kinds.from_string(row[1], nullable=row[2] == "YES") for row in rows})

    return Backend


_LONGEST_LINE = 16_777_216
"""Bytes; DuckDB sets twice that aside for each core. Source: its default; the longest OpenAlex works have 5 MB."""


def _unpacked_size(name: str) -> int:
    """Bytes of a file without gzip, as its last four bytes say; a guess where it is not on this machine."""
    path = Path(name)
    if not path.is_file():
        return 500_000_000
    if not name.endswith(".gz"):
        return path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 4))
        return int.from_bytes(file.read(4), "little")


def _duckdb_type(kind: Any) -> str:
    from ibis.backends.sql.datatypes import DuckDBType

    return str(DuckDBType.to_string(kind))


class Spark:
    """A session of PySpark: the one that runs already (a cluster's), else a local one."""

    name = "spark"
    parallel_partitions = False

    def __init__(self, limits: Limits) -> None:
        if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
            raise InputError("Spark needs Java 17 or newer: install a JRE (Debian: openjdk-17-jre-headless).")
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")  # else a host that cannot resolve its name waits for it
        os.environ.setdefault("PYSPARK_DRIVER_PYTHON", sys.executable)
        try:
            import ibis
            import ibis.backends.pyspark
            from pyspark.sql import SparkSession
        except ImportError as error:
            raise MissingExtra("spark", "Linking on Spark") from error
        self._owned = SparkSession.getActiveSession() is None
        settings = {
            "spark.driver.memory": limits.memory,
            "spark.ui.enabled": "false",
            "spark.sql.ansi.enabled": "false",
            "spark.sql.session.timeZone": "UTC",
            "spark.sql.shuffle.partitions": str(max(4, limits.cores * 2)),
            "spark.sql.parquet.compression.codec": "zstd",
            **({"spark.local.dir": limits.spill} if limits.spill else {}),
        }
        builder = SparkSession.builder.appName("pubtrack link")
        if self._owned and "SPARK_REMOTE" not in os.environ and "MASTER" not in os.environ:
            builder = builder.master(f"local[{limits.cores}]")
        for name, value in settings.items():
            builder = builder.config(name, value)
        self.session: Any = builder.getOrCreate()
        self.session.sparkContext.setLogLevel("ERROR")
        self.con: Any = ibis.pyspark.connect(self.session)
        self._views = 0

    def _table(self, frame: Any) -> Table:
        self._views += 1
        name = f"pubtrack_{self._views}"
        frame.createOrReplaceTempView(name)
        return self.con.table(name)

    def json_rows(self, files: Sequence[str], schema: Any, *, enveloped: bool) -> Table:
        """Malformed lines become rows of nothing, which the caller finds by their missing id."""
        from ibis.backends.pyspark.datatypes import PySparkSchema

        reader = self.session.read.schema(PySparkSchema.from_ibis(schema)).option("mode", "PERMISSIVE")
        return self._table(reader.option("multiLine", enveloped).json(list(files)))

    def parquet(self, places: str | Sequence[str]) -> Table:
        """Folders are read by the files in them."""
        named = [places] if isinstance(places, str) else list(places)
        return self._table(self.session.read.parquet(*named))

    def csv(self, files: Sequence[str], *, tabs: bool) -> Table:
        """Quotes inside values are doubled, as everywhere else."""
        reader = self.session.read.option("header", True).option("sep", "\t" if tabs else ",")
        reader = reader.option("escape", '"').option("multiLine", True).option("mode", "FAILFAST")
        return self._table(reader.csv(list(files)))

    def write(self, table: Table, folder: Path, *, order: str | None = None, passing: bool = False) -> None:
        """As many files as tasks; a sorted table is sorted over all of them."""
        frame = table.order_by(order) if order else table
        packing = {"compression": "snappy"} if passing else {}
        finished(folder, lambda beside: self._write(frame, beside, packing))

    def _write(self, table: Table, folder: Path, packing: dict[str, str]) -> None:
        self.con.to_parquet(table, str(folder), **packing)

    def rows(self, table: Table) -> list[dict[str, Any]]:
        """Collected on the driver."""
        return [row.asDict() for row in self.session.sql(self.con.compile(table)).collect()]

    def write_csv(self, table: Table, path: Path) -> None:
        """Collected on the driver: only lists for people are written so."""
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table.columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(self.rows(table))

    def listing(self, url: str) -> list[tuple[str, int, str]]:
        """By Hadoop's own file systems, so that whatever the cluster reads can be listed."""
        jvm: Any = self.session._jvm
        hadoop = self.session._jsc.hadoopConfiguration()
        path = jvm.org.apache.hadoop.fs.Path(url)
        walk = path.getFileSystem(hadoop).listFiles(path, True)
        found = []
        while walk.hasNext():
            file = walk.next()
            found.append((str(file.getPath().toString()), int(file.getLen()), str(file.getModificationTime())))
        return sorted(found)

    def close(self) -> None:
        """Stops a session that was started here; a cluster's own goes on."""
        if self._owned:
            with suppress(Exception):
                self.session.stop()


def count(engine: Engine, table: Table) -> int:
    """Gives how many rows a table has."""
    return int(engine.rows(table.aggregate(n=table.count()))[0]["n"])


ENGINES: dict[str, Callable[[Limits], Engine]] = {"duckdb": DuckDB, "spark": Spark}
"""Name -> what opens it."""


def open_engine(name: str, limits: Limits | None = None) -> Engine:
    """Gives an engine that is ready.

    Raises:
        InputError: There is no engine of that name, or Spark has no Java.
        MissingExtra: Its packages are not installed.
    """
    if name not in ENGINES:
        raise InputError(f"There is no engine {name!r}; known are: {', '.join(ENGINES)}.")
    return ENGINES[name](limits or Limits())
