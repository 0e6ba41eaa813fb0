"""Our Python functions as functions of the engines. Loaded with Ibis, never without."""

from __future__ import annotations

from typing import Any

import ibis

from pubtrack.scale.schema import FIELD_MARK, ITEM_MARK, TEXT

__all__ = ["batch_of", "decided", "keyed", "numbered", "text_of"]


@ibis.udf.scalar.python(name="pubtrack_keys", signature=(("string", "string"), "array<int64>"))
def keyed(title, author):  # type: ignore[no-untyped-def]
    """Gives the blocking keys of a record (see `keys.record_keys`). A slice of it would call it twice."""
    from pubtrack.scale.keys import record_keys

    return record_keys(title, author)


@ibis.udf.scalar.python(name="pubtrack_decide", signature=(("string", "array<string>"), "array<string>"))
def decided(work, candidates):  # type: ignore[no-untyped-def]
    """Gives what a work is among its candidates (see `scoring.decide`)."""
    from pubtrack.scale.scoring import decide

    return decide(work, candidates)


@ibis.udf.scalar.python(name="pubtrack_number", signature=(("string",), "int64"))
def numbered(source_id):  # type: ignore[no-untyped-def]
    """Gives the number of a record (see `match.numbers.number_of`)."""
    from pubtrack.match.numbers import number_of

    return number_of(source_id)


def text_of(table: Any, prefix: str = "") -> Any:
    """Gives the columns that matching reads as one text, for `compact.prepare_text`."""
    parts = [_plain(table[prefix + name]) for name in TEXT]
    return ibis.literal(FIELD_MARK).join(parts)


def _plain(value: Any) -> Any:
    kind = value.type()
    if kind.is_array():
        line = value.map(lambda item: item.cast("string")).filter(lambda item: item.notnull()).join(ITEM_MARK)
        return line.coalesce("")
    line = value.cast("string").coalesce("")
    return line.replace(FIELD_MARK, " ") if kind.is_string() else line


def batch_of(number: Any, batches: int) -> Any:
    """Gives 0 to `batches` - 1 for a signed 64-bit number, alike on every engine."""
    return (number % batches + batches) % batches
