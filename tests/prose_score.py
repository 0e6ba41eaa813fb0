"""How near a reading comes to the labels of a text: works, things that are none, awards and their links.

The rules are those of the labels: a title counts from 93 % likeness on, one for one; what is labelled optional is neither
right nor wrong; an award is linked where it names the labelled work, or where none is labelled, the person or giver.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from prose_marks import Marked
from pubtrack.model import AwardMention, Reading

SAME_TITLE, SAME_AWARD = 93, 85


@dataclass
class Count:
    """Right, wrong and missed, for one text or many."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else 1.0

    def __iadd__(self, other: Count) -> Count:
        self.right, self.wrong, self.missed = (
            self.right + other.right,
            self.wrong + other.wrong,
            self.missed + other.missed,
        )
        return self


@dataclass
class Score:
    """All that is counted for one part of the labelled texts."""

    works: Count = field(default_factory=Count)
    macro: list[float] = field(default_factory=list)
    awards: Count = field(default_factory=Count)
    linked: Count = field(default_factory=Count)
    reported: list[str] = field(default_factory=list)
    """Talks, projects and the like that were reported as works."""
    labelled_none: int = 0
    fields: dict[str, list[bool]] = field(default_factory=lambda: {"year": [], "venue": [], "ids": []})


def plain(text: str | None) -> str:
    """Gives a title as it is compared: no markup, accents, case or punctuation."""
    bare = re.sub(r"<[^<>]{1,200}>|\\[a-zA-Z]+|[{}$]", " ", text or "")
    folded = unicodedata.normalize("NFKD", bare)
    kept = "".join(c for c in folded if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", kept).split())


def score(pairs: Iterable[tuple[Marked, Reading]]) -> Score:
    """Counts over the readings of labelled texts."""
    total = Score()
    for marked, reading in pairs:
        _count_works(total, marked, reading)
        _count_awards(total, marked, reading)
    return total


def _matched(
    found: list[Any], labels: list[dict[str, Any]], likeness: Callable[[Any, dict[str, Any]], float], least: float
) -> dict[int, int]:
    """Gives found -> label, the likest first, one for one; of labels alike that which is not optional."""
    ranked = sorted(
        (
            (likeness(f, g), not g.get("optional", False), i, j)
            for i, f in enumerate(found)
            for j, g in enumerate(labels)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for value, _, i, j in ranked:
        if value >= least and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _counted(pairs: dict[int, int], found: int, labels: list[dict[str, Any]]) -> Count:
    right = sum(1 for j in pairs.values() if not labels[j].get("optional"))
    required = sum(1 for g in labels if not g.get("optional"))
    return Count(right, found - len(pairs), required - right)


def _count_works(total: Score, marked: Marked, reading: Reading) -> None:
    found = list({plain(w.title): w for w in reversed(reading.works)}.values())
    pairs = _matched(found, marked.works, lambda w, g: fuzz.ratio(plain(w.title), plain(g["title"])), SAME_TITLE)
    count = _counted(pairs, len(found), marked.works)
    total.works += count
    if count.right + count.missed:
        total.macro.append(count.f1)
    none = [plain(thing["text"]) for thing in marked.not_works]
    total.labelled_none += len(none)
    total.reported += [
        w.title or ""
        for i, w in enumerate(found)
        if i not in pairs and any(fuzz.ratio(plain(w.title), n) > 85 for n in none)
    ]
    for i, j in pairs.items():
        _count_fields(total, found[i], marked.works[j])


def _count_fields(total: Score, work: Any, label: dict[str, Any]) -> None:
    if label.get("optional"):
        return
    if "year" in label:
        total.fields["year"].append(work.year == label["year"])
    if "venue" in label:
        total.fields["venue"].append(fuzz.token_set_ratio(plain(work.venue), plain(label["venue"])) >= 85)
    if "ids" in label:
        total.fields["ids"].append(any(str(i.value) in label["ids"] for i in work.identifiers))


def _count_awards(total: Score, marked: Marked, reading: Reading) -> None:
    found = list({_key(a): a for a in reversed(reading.awards)}.values())

    def likeness(award: AwardMention, label: dict[str, Any]) -> float:
        name, wanted = plain(award.name), plain(label["name"])
        near = fuzz.ratio(name, wanted)
        if len(wanted) >= 8 and (wanted in name or name in wanted):
            near = max(near, 90)
        return near + 100 * _is_linked(award, label) if near >= SAME_AWARD else 0

    pairs = _matched(found, marked.awards, likeness, SAME_AWARD)
    count = _counted(pairs, len(found), marked.awards)
    total.awards += count
    linked = sum(
        _is_linked(found[i], marked.awards[j]) for i, j in pairs.items() if not marked.awards[j].get("optional")
    )
    lost = count.right - linked
    total.linked += Count(linked, count.wrong + lost, count.missed + lost)


def _key(award: AwardMention) -> tuple[str, ...]:
    return tuple(
        plain(str(v)) for v in (award.name, award.work_title, award.event, award.awarder, award.person, award.year)
    )


def _is_linked(award: AwardMention, label: dict[str, Any]) -> bool:
    if "work_title" in label:
        return fuzz.ratio(plain(award.work_title), plain(label["work_title"])) >= 90
    wanted = [plain(label[key]) for key in ("giver", "event", "person") if key in label]
    said = plain(" ".join(filter(None, (award.awarder, award.event, award.person, award.name))))
    return award.work_title is None and (not wanted or any(fuzz.partial_ratio(w, said) >= 88 for w in wanted))
