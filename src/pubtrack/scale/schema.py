"""What the index and the results hold: the columns of each table, by name, type and meaning.

Other programs may read these Parquet folders; the pages in docs/ are written from the tables here.
"""

from __future__ import annotations

from typing import NamedTuple

from pubtrack.match.numbers import INDEX_FORMAT

FORMAT = INDEX_FORMAT
"""Version of the index folder. Another one is refused; where its corpus is given with it, it is built again."""


class Column(NamedTuple):
    """One column of a Parquet table."""

    name: str
    type: str
    """As Ibis writes types: `string`, `int64`, `float64`, `array<string>`."""
    meaning: str


RECORDS = (
    Column("rid", "int64", "number of the record, made from the corpus' own id; joins the three tables"),
    Column("corpus_id", "string", "DOI in lower case without resolver, else the corpus' own id"),
    Column("title", "string", "as the corpus has it, inline tags and entities included"),
    Column("authors", "array<string>", "`Family|Given` where the corpus tells them apart, else the printed name"),
    Column("year", "int64", "of the date of issue"),
    Column("other_years", "array<int64>", "of further dates: first online, submitted, event"),
    Column("container", "string", "journal, proceedings or book that contains it"),
    Column("volume", "string", ""),
    Column("issue", "string", ""),
    Column("page", "string", "first page or range, or article number"),
    Column("edition", "string", ""),
    Column("type", "string", "CSL type"),
    Column("genre", "string", "finer than the type, such as `preprint`"),
    Column("identifiers", "array<string>", "`scheme:value`, such as `doi:10.1000/x`"),
    Column("relations", "array<string>", "`relation scheme:value`, such as `preprint-of doi:10.1000/x`"),
    Column("institutions", "array<string>", "names of the authors' institutions, each once"),
    Column("open_access", "string", "`gold`, `green`, `closed` and so on"),
    Column("citations", "int64", "how often it is cited, as the corpus counts"),
)
"""Table `records`, sorted by `rid`: one folder for each partition of the corpus."""

KEYS = (
    Column("key", "int64", "number of a blocking key; its lowest two bits tell how much it proves"),
    Column("rid", "int64", "a record that has this key"),
)
"""Table `keys`, sorted by `key`: the blocking keys of `pubtrack.match`, without those above the cap."""

IDENTIFIERS = (
    Column("identifier", "string", "`scheme:value`"),
    Column("rid", "int64", "a record that has this identifier"),
)
"""Table `identifiers`, sorted by `identifier`; one shared by too many records is left out."""

RESULT = (
    Column("work", "string", "key of the listed work"),
    Column("corpus_id", "string", "the record it is; null where none is"),
    Column("verdict", "string", "`same`, `version`, `unsure` or `different`, as in `pubtrack.match`"),
    Column("distance", "float64", "0 (nothing speaks against) to 1"),
    Column("penalties", "string", "JSON object: what speaks against it -> points"),
    Column("runner_up", "string", "`corpus_id` of the next best record, if it is not plainly different"),
)
"""Table `links`: one row for each listed work."""

TEXT = (
    "corpus_id", "title", "authors", "year", "other_years", "container", "volume", "issue", "page", "edition", "type",
    "genre", "identifiers", "relations",
)  # fmt: skip
"""Columns that matching reads; as one text they go to the scoring function on every engine."""

FIELD_MARK, ITEM_MARK = "\x1f", "\x1e"
"""Between the columns, and between the items of a list, of that text: ASCII's own separators."""
