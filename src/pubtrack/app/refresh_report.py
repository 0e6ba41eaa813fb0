"""What a refresh came to: for a person on the terminal, for a program as JSON, for a pull request as Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import Any, TypeVar, cast

from pubtrack.app.display import shown
from pubtrack.model import OUTCOMES, Disagreement, Notice, Outcome, Proposal
from pubtrack.store import Change

__all__ = ["CitationDelta", "RefreshReport"]

_ROOM, _ROOM_FOR_CHANGES = 7_000, 30_000
"""Characters of a section in the text of a pull request: with four short sections, a long one, the table of sources and
their failures it stays below the 65,536 that GitHub takes.

Source: GitHub's API answers 422 "body is too long (maximum is 65536 characters)", as in
https://github.com/renovatebot/renovate/issues/2032.
"""

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class CitationDelta:
    """A count that changed, of one source."""

    key: str
    source: str
    old: int | None
    new: int


@dataclass
class RefreshReport:
    """The result of one refresh."""

    outcomes: dict[str, dict[str, Outcome]] = field(default_factory=dict)
    """Citation key -> source -> outcome; exactly one for each pair that was in question."""
    details: dict[tuple[str, Outcome], Counter[str]] = field(default_factory=dict)
    """(source, outcome) -> why, in words, with how many works it was said of."""
    changes: Sequence[Change] = ()
    """Fields of works.bib that changed: key, field, old, new, and the witness."""
    disagreements: Sequence[tuple[str, Disagreement]] = ()
    proposals: list[Proposal] = field(default_factory=list)
    """What waits for a person: unsure records, published preprints, new works of the owner."""
    notices: list[tuple[str, Notice]] = field(default_factory=list)
    """New retractions, corrections, expressions of concern."""
    citations: list[CitationDelta] = field(default_factory=list)
    requests: Mapping[str, int] = field(default_factory=dict)
    """Host -> requests that went onto the wire."""
    dry: bool = False

    def tell(self, key: str, source: str, outcome: Outcome, detail: str | None) -> None:
        """Notes the outcome of one pair."""
        # Of very many works: each word is one object, however often it is told.
        self.outcomes.setdefault(intern(key), {})[intern(source)] = cast("Outcome", intern(outcome))
        if detail:
            self.note(source, outcome, detail)

    def note(self, source: str, outcome: Outcome, detail: str) -> None:
        """Notes why a source gave that outcome."""
        self.details.setdefault((source, outcome), Counter())[detail] += 1

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """Source -> outcome -> number of works, in the order of the five outcomes."""
        found: dict[str, Counter[str]] = {}
        for by_source in self.outcomes.values():
            for source, outcome in by_source.items():
                found.setdefault(source, Counter())[outcome] += 1
        return {s: {o: n[o] for o in OUTCOMES if n[o]} for s, n in sorted(found.items())}

    @property
    def failed(self) -> dict[str, str]:
        """Source -> why it could not be asked, for those that failed for at least one work."""
        failures: dict[str, str] = {}
        for (source, outcome), why in sorted(self.details.items()):
            if outcome in ("unreachable", "throttled"):
                failures[source] = f"{outcome}: {why.most_common(1)[0][0]}"
        return failures

    @property
    def exit_code(self) -> int:
        """0: every source that was asked answered. 1: some could not be asked; what they would say is not known."""
        return 1 if self.failed else 0

    def lines(self) -> list[str]:
        """Gives one line per source, then one per kind of result that there is."""
        lines = []
        failed = self.failed
        for source, outcomes in self.counts.items():
            told = ", ".join(f"{n} {outcome.replace('_', ' ')}" for outcome, n in outcomes.items())
            why = f" ({failed[source]})" if source in failed else ""
            lines.append(f"{source}: {told}{why}")
        totals = {
            "changes": len(self.changes),
            "proposals for you": len(self.proposals),
            "disagreements with your own values": len(self.disagreements),
            "notices (retraction, correction ...)": len(self.notices),
            "citation counts changed": len(self.citations),
        }
        return lines + [f"{name}: {n}" for name, n in totals.items() if n]

    def to_json(self) -> dict[str, Any]:
        """Gives everything as plain data."""
        return {
            "dry_run": self.dry,
            "outcomes": self.outcomes,
            "counts": self.counts,
            "failed": self.failed,
            "requests": dict(self.requests),
            "changes": [
                {"key": c.key, "field": c.field, "old": c.old, "new": c.new, "because": c.because} for c in self.changes
            ],
            "disagreements": [{"key": key, **d.to_json()} for key, d in self.disagreements],
            "proposals": [p.to_json() for p in self.proposals],
            "notices": [{"key": key, **n.to_json()} for key, n in self.notices],
            "citations": [vars(c) for c in self.citations],
        }

    def to_markdown(self) -> str:
        """Gives the text of a pull request; what is too long for one is counted, and stands in the history."""
        parts = ["## Publications: what changed", ""]
        parts += _section(
            "Retractions and corrections", self.notices, lambda n: f"**{n[0]}**: {_cell(n[1])}", "pubtrack report"
        )
        parts += _section("Changes", self.changes, _change_line, "history/changes.jsonl", _ROOM_FOR_CHANGES)
        parts += _section("Waiting for you", self.proposals, lambda p: _cell(p.summary), "pubtrack review")
        parts += _section(
            "Sources that say otherwise than you", self.disagreements, lambda d: _disagreement(*d), "pubtrack review"
        )
        parts += _section("Citations", self.citations, _delta, "history/citations.csv")
        if len(parts) == 2:
            parts += ["Nothing changed.", ""]
        parts += ["### Sources", "", "| source | " + " | ".join(OUTCOMES) + " |", "|---" * (len(OUTCOMES) + 1) + "|"]
        for source, told in self.counts.items():
            parts.append(f"| {source} | " + " | ".join(str(told.get(o, "")) for o in OUTCOMES) + " |")
        parts += ["", *(f"- {source} {_cell(why)}" for source, why in self.failed.items())]
        return "\n".join(parts).rstrip() + "\n"


def _section(
    title: str, items: Sequence[_Item], line: Callable[[_Item], str], all_of_them: str, room: int = _ROOM
) -> list[str]:
    if not items:
        return []
    lines: list[str] = []
    for item in items:
        told = f"- {line(item)}"
        room -= len(told) + 1
        if room < 0:
            lines.append(f"- and {len(items) - len(lines):,} more: `{all_of_them}`")
            break
        lines.append(told)
    return [f"### {title} ({len(items)})", "", *lines, ""]


def _change_line(change: Change) -> str:
    if not change.field:
        return f"**{change.key}**: {'new' if change.new else 'gone'}: {_cell(change.new or change.old)}"
    old, new = _cell(change.old) or "∅", _cell(change.new) or "∅"
    return f"**{change.key}** {change.field}: {old} → {new} ({_cell(change.because)})"


def _disagreement(key: str, found: Disagreement) -> str:
    return f"**{key}** {found.field}: {found.where} says “{_cell(found.said)}”"


def _delta(change: CitationDelta) -> str:
    return f"**{change.key}** ({change.source}): {'–' if change.old is None else change.old} → {change.new}"


def _cell(value: object) -> str:
    """One line of text in which nothing is markup."""
    text = shown(value)
    for sign in ("\\", "`", "*", "_", "|", "[", "<", "@"):
        text = text.replace(sign, f"\\{sign}")
    return text if len(text) <= 300 else text[:299] + "…"
