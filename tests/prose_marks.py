"""Texts with labels inside: takes the marks out and gives the text and what it should yield."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "fixtures" / "prose"
_MARK = re.compile(r"⟦(?P<kind>[wan])(?P<open>\?)?(?:→(?P<works>[\d,]+))?(?P<said>(?:¦[^:⟦⟧¦]*)*):(?P<text>[^⟦⟧]*)⟧")
_SAID = {"y": "year", "v": "venue", "i": "ids", "a": "author_count", "g": "giver", "p": "person", "e": "event"}


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
        thing = {"start": start, "end": end, **_said(mark)}
        if mark["kind"] == "w":
            marked.works.append({"title": mark["text"], **thing})
        elif mark["kind"] == "n":
            marked.not_works.append({"text": mark["text"], "kind": "other"})
        else:
            numbers = [int(n) for n in (mark["works"] or "").split(",") if n]
            links.append(({"name": mark["text"], **thing}, numbers))
    marked.text = "".join([*parts, source[place:]])
    assert "⟦" not in marked.text, path.name
    for award, numbers in links:
        marked.awards += [{**award, "work_title": marked.works[n - 1]["title"]} for n in numbers] or [award]
    return marked


def _said(mark: re.Match[str]) -> dict[str, Any]:
    """Gives what the mark says beside the words: year, venue, identifier, number of authors ..."""
    said: dict[str, Any] = {"optional": True} if mark["open"] else {}
    for pair in mark["said"].split("¦")[1:]:
        key, value = pair.split("=", 1)
        name = _SAID[key]
        said[name] = int(value) if name in ("year", "author_count") else [value] if name == "ids" else value
    return said


def marked_in(part: str) -> list[Marked]:
    """Gives the labelled texts of one folder (`""` for the first ones) in order of their names."""
    return [load(path) for path in sorted((FOLDER / part).glob("*.marked"))]


def all_marked() -> list[Marked]:
    """Gives all labelled texts, folder by folder."""
    return [marked for part in PARTS for marked in marked_in(part)]


PARTS = (
    "",
    "half_a",
    "half_b",
    "half_c",
    "half_d",
    "half_e",
    "half_f",
    "half_g",
    "half_h",
    "half_i",
    "half_j",
    "half_k",
    "half_l",
    "half_m",
    "half_n",
    "half_o",
    "half_p",
    "half_q",
)
"""Folders in the order they were written; what the rules were set with stands in `docs/explanation/extraction.md`."""
