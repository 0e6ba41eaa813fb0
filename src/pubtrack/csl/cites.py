"""Cites in a text: cleaned, ordered, with their positions.

Source: https://docs.citationstyles.org/en/stable/specification.html#locators and #position
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pubtrack.csl.items import clean_text
from pubtrack.csl.state import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT

__all__ = ["Cite", "Cluster", "clean_clusters", "set_positions"]


class Cite:
    """One reference inside a citation.

    Attributes:
        id: The item's id.
        locator: The place in the work, or empty; `label` says what it counts.
        prefix: Text before, may hold inline tags.
        suffix: Text after.
        mode: `suppress-author`, `author-only`, `composite` or empty.
        position: One of the four positions, None until known.
        near_note: Whether the previous cite of the work is near.
        first_note: Number of the note that cites the work first.
    """

    __slots__ = ("first_note", "forced", "id", "label", "locator", "mode", "near_note", "position", "prefix", "suffix")

    def __init__(self, raw: Any) -> None:
        data = raw if isinstance(raw, Mapping) else {"id": raw}
        self.id: str = clean_text(data.get("id"))
        self.locator: str = clean_text(data.get("locator")).strip()
        self.label: str = clean_text(data.get("label")).strip().replace(" ", "-") or "page"
        self.prefix: str = clean_text(data.get("prefix"))
        self.suffix: str = clean_text(data.get("suffix"))
        modes = (m for m in ("suppress-author", "author-only", "composite") if data.get(m))
        self.mode: str = next(modes, "")
        position = data.get("position")
        self.forced: int | None = position if isinstance(position, int) and 0 <= position <= 3 else None
        self.position: int = self.forced or FIRST
        self.near_note: bool = bool(data.get("near-note"))
        self.first_note: int | None = None
        note = data.get("first-reference-note-number")
        if isinstance(note, int):
            self.first_note = note


class Cluster:
    """One citation: some cites at one place of the text.

    Attributes:
        cites: In order.
        note: The number of its note; 0 in the text.
        mode: As `Cite.mode`, for all its cites.
        infix: Text between author and the rest for `composite`.
    """

    __slots__ = ("cites", "infix", "mode", "note")

    def __init__(self, cites: list[Cite], note: int, mode: str = "", infix: str = "") -> None:
        self.cites: list[Cite] = cites
        self.note: int = note
        self.mode: str = mode
        self.infix: str = infix


def clean_clusters(raw: Iterable[Any]) -> list[Cluster]:
    """The clusters in what a caller gave: lists of cites, or mappings with `items`, `note`, `mode`, `infix`."""
    clusters = []
    for number, cluster in enumerate(raw, 1):
        data = cluster if isinstance(cluster, Mapping) else {"items": cluster}
        listed = data.get("items") or data.get("citationItems") or ([data] if "id" in data else [])
        if not isinstance(listed, list | tuple):
            listed = [listed]
        note = data.get("note")
        mode = data.get("mode") if data.get("mode") in ("suppress-author", "author-only", "composite") else ""
        cites = [Cite(cite) for cite in listed]
        clusters.append(
            Cluster(cites, note if isinstance(note, int) else number, str(mode), clean_text(data.get("infix")))
        )
    return clusters


def set_positions(clusters: list[Cluster], near_distance: int) -> None:
    """Sets the position of every cite, in the order of the text."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for number, cluster in enumerate(clusters):
        for index, cite in enumerate(cluster.cites):
            previous = cluster.cites[index - 1] if index else _only_cite(clusters[:number][-8:], cluster)
            _set_position(cite, previous, cite.id in first)
            if cite.id in last and cluster.note:
                cite.near_note = cite.near_note or cluster.note - last[cite.id] <= near_distance
            if cite.id in first:
                cite.first_note = first[cite.id] if cite.first_note is None else cite.first_note
            first.setdefault(cite.id, cluster.note)
            last[cite.id] = cluster.note


def _only_cite(before: list[Cluster], cluster: Cluster) -> Cite | None:
    """The cite that "ibid." would mean: the only work cited by the citation before, or by the whole note before."""
    if not before or not before[-1].cites:
        return None
    note = before[-1].note
    together = [c for c in before if c.note == note] if note and note != cluster.note else before[-1:]
    last = before[-1].cites[-1]
    return last if all(len(c.cites) == 1 and c.cites[0].id == last.id for c in together) else None


def _set_position(cite: Cite, previous: Cite | None, seen: bool) -> None:
    if cite.forced is not None:
        return
    if not seen:
        cite.position = FIRST
    elif previous is None or previous.id != cite.id:
        cite.position = SUBSEQUENT
    elif not cite.locator:
        cite.position = SUBSEQUENT if previous.locator else IBID
    else:
        same = (cite.locator, cite.label) == (previous.locator, previous.label)
        cite.position = IBID if same else IBID_WITH_LOCATOR
