"""The records of a library, found again by what a mention or an answer says: quick also among many thousands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pubtrack.match import Choice, blocking_keys, choose, prepare
from pubtrack.match.prepare import Prepared
from pubtrack.model import Fields, SourceRecord

__all__ = ["KnownRecords", "Twin"]


@dataclass(frozen=True)
class Twin:
    """The record that comes nearest, and what the comparison says."""

    record: SourceRecord
    choice: Choice


class KnownRecords:
    """An index of records by blocking keys; what shares no key is no candidate."""

    def __init__(self, records: Iterable[SourceRecord]) -> None:
        self._by_key: dict[str, list[Prepared]] = {}
        for record in records:
            self.add(record)

    def add(self, record: SourceRecord) -> None:
        """Makes a record known."""
        prepared = prepare(record)
        for key in blocking_keys(prepared):
            self._by_key.setdefault(key, []).append(prepared)

    def nearest(self, fields: Fields) -> Twin | None:
        """Gives the record that these fields mean, with its verdict; None where no record is near."""
        query = prepare(fields)
        near = {id(p): p for key in blocking_keys(query) for p in self._by_key.get(key, ())}
        if not near:
            return None
        choice = choose(query, near.values())
        return Twin(choice.candidate, choice) if choice.candidate is not None else None
