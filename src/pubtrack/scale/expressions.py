"""Small Ibis expressions that mean the same on every engine. Nothing here knows a corpus.

Only functions that both engines have and agree on are used: no `lower` (the engines fold `İ` differently), no `split`
by a pattern (literal on one, a pattern on the other), no index outside a list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ibis
import ibis.expr.datatypes as dt

__all__ = [
    "all_of",
    "at",
    "doi_of",
    "empty",
    "items",
    "lookup",
    "marked",
    "nothing",
    "number",
    "schema_of",
    "small",
    "text",
    "texts",
    "year_of",
]

Value = Any
"""An Ibis column expression."""

_CAPITALS, _SMALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"
_DOI = r"^\s*(?:doi:\s*)?(?:https?://(?:dx\.|www\.)?doi\.org/)?\s*(10\.\d{4,9}(?:\.\d+)*/\S+)\s*$"


def schema_of(shape: Mapping[str, Any]) -> ibis.Schema:
    """Gives the schema of a shape: a name of a type, a list of one shape, or an object of shapes (of any name: `*`).

    >>> str(schema_of({"author": [{"family": "string"}]})["author"])
    'array<struct<family: string>>'
    """
    return ibis.schema({name: _type_of(inner) for name, inner in shape.items()})


def _type_of(shape: Any) -> dt.DataType:
    if isinstance(shape, str):
        return dt.dtype(shape)
    if isinstance(shape, Mapping) and "*" in shape:
        return dt.Map(dt.string, _type_of(shape["*"]))
    if isinstance(shape, Mapping):
        return dt.Struct({name: _type_of(inner) for name, inner in shape.items()})
    return dt.Array(_type_of(shape[0]))


def nothing(kind: str = "string") -> Value:
    """Gives null of a type."""
    return ibis.null(kind)


def empty(kind: str = "string") -> Value:
    """Gives an empty list; a bare literal has no item type on Spark."""
    return ibis.array([ibis.null(kind)]).filter(lambda item: item.notnull())


def at(value: Value, *path: str) -> Value:
    """Gives what stands under a path of names in a table or object; null where the schema has no such name."""
    for name in path:
        names = value.columns if hasattr(value, "columns") else getattr(value.type(), "names", ())
        if name not in names:
            return nothing()
        value = value[name]
    return value


def text(value: Value) -> Value:
    """Gives a value as text, null instead of blank."""
    line = value.cast("string").strip()
    return line.nullif("")


def number(value: Value) -> Value:
    """Gives a value as a whole number, null where it is none."""
    return value.try_cast("int64") if value.type().is_string() else value.cast("int64")


def year_of(value: Value) -> Value:
    """Gives the year that a date, text or number begins with; null where none does."""
    return number(value.cast("string").re_extract(r"^\s*(\d{4})(?:\D|$)", 1).nullif(""))


def doi_of(value: Value) -> Value:
    """Gives a DOI in lower case without resolver or label; null where the value is none."""
    return small(value).re_extract(_DOI, 1).nullif("")


def small(value: Value) -> Value:
    """Gives a text with its ASCII letters in lower case.

    Engines differ in the lower case of some other letters. Most texts have no capitals, and to see that is cheap.
    """
    line = value.cast("string")
    return ibis.ifelse(line == line.lower(), line, line.translate(_CAPITALS, _SMALL))


def marked(scheme: str, value: Value) -> Value:
    """Gives `scheme:value`, null where there is no value."""
    return ibis.literal(f"{scheme}:").concat(value)


def items(value: Value) -> Value:
    """Gives a list as it is, an empty one for null or where the schema has no list."""
    if not value.type().is_array():
        return texts(text(value))
    return value.coalesce(ibis.array([ibis.null(value.type().value_type)]).filter(lambda item: item.notnull()))


def texts(*values: Value) -> Value:
    """Gives a list of those texts that are not null."""
    return ibis.array([v.cast("string") for v in values]).filter(lambda v: v.notnull())


def all_of(lists: Sequence[Value]) -> Value:
    """Gives one list of the items of several, none of them null. `concat` would repeat its arguments in the query."""
    return ibis.array(list(lists)).flatten() if len(lists) > 1 else lists[0]


def lookup(value: Value, table: Mapping[str, str | None]) -> Value:
    """Gives what a table of ours has for a text; null for anything else."""
    branches = [(key, ibis.literal(said)) for key, said in table.items() if said is not None]
    return value.cases(*branches, else_=nothing())
