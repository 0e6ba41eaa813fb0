"""Texts with labels inside: takes the marks out and gives the text and what it should yield."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "fixtures" / "prose"
_MARK = re.compile(r"⟦(?P<kind>[wan])(?P<open>\?)?(?:→(?P<works>[\d,]+))?:(?P<text>[^⟦⟧]*)⟧")


@dataclass
class Marked:
    """A text and its labels."""

    name: str
    text: str
    works: list[dict[str, Any]] = field(default_factory=list)
    awards: list[dict[str, Any]] = field(default_factory=list)
    not_works: list[dict[str, Any]] = field(default_factory=list)

    def gold(self) -> dict[str, Any]:
        """The labels in the form of the shared scorer."""
        return {
            "id": self.name.split(".")[0],
            "works": self.works,
            "awards": self.awards,
            "not_works": self.not_works,
            "not_awards": [],
        }


def load(path: Path) -> Marked:
    """Gives one labelled text."""
    source = path.read_bytes().decode("utf-8")
    marked = Marked(path.name.removesuffix(".marked"), "")
    parts: list[str] = []
    links: list[tuple[dict[str, Any], list[int]]] = []
    place, length = 0, 0
    for mark in _MARK.finditer(source):
        before = source[place : mark.start()]
        parts += [before, mark["text"]]
        start = length + len(before)
        end = start + len(mark["text"])
        length, place = end, mark.end()
        if mark["kind"] == "w":
            marked.works.append(
                {"title": mark["text"], "start": start, "end": end, **({"optional": True} if mark["open"] else {})}
            )
        elif mark["kind"] == "n":
            marked.not_works.append({"text": mark["text"], "kind": "other"})
        else:
            links.append(
                (
                    {"name": mark["text"], "start": start, "end": end},
                    [int(n) for n in (mark["works"] or "").split(",") if n],
                )
            )
    marked.text = "".join([*parts, source[place:]])
    for award, numbers in links:
        marked.awards += [{**award, "work_title": marked.works[n - 1]["title"]} for n in numbers] or [award]
    return marked


def all_marked() -> list[Marked]:
    """Gives all labelled texts in order of their names."""
    return [load(path) for path in sorted(FOLDER.glob("*.marked"))]
