"""What a person answered before, as a filter for what comes in now (law 6)."""

from __future__ import annotations

from collections.abc import Iterable

from pubtrack.markup.titles import normalise_title
from pubtrack.model import Decision, Fields

REFUSING = frozenset({"removed", "not-mine", "never"})
"""Decisions after which a work must not come back by itself."""


def former_keys(decisions: Iterable[Decision]) -> dict[str, tuple[str, ...]]:
    """Gives key -> the keys that the work had before, the latest first: questions are named by the key of then."""
    former: dict[str, tuple[str, ...]] = {}
    for decision in decisions:
        if decision.kind == "renamed" and decision.key and decision.other:
            former[decision.other] = (decision.key, *former.pop(decision.key, ()))
    return former


class Refusals:
    """Knows again what a person took out or refused: by identifier, or by title where it had none."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        refused: dict[str, Decision] = {}
        for decision in decisions:
            name = decision.key or decision.other or ""
            if decision.kind in REFUSING:
                refused[name] = decision
            elif decision.kind == "accepted":
                refused.pop(name, None)
        self.proposals: frozenset[str] = frozenset(d.other for d in refused.values() if d.kind == "never" and d.other)
        """Ids of proposals never to be made again: also of versions and doubles, which no title names."""
        self._identifiers = {str(i.without_version) for d in refused.values() for i in d.identifiers}
        self._titles = {normalise_title(d.title) for d in refused.values() if d.title and not d.identifiers}

    def covers(self, fields: Fields) -> bool:
        """True where a person refused this work before."""
        if any(str(i.without_version) in self._identifiers for i in fields.identifiers):
            return True
        return bool(fields.title) and normalise_title(fields.title or "") in self._titles
