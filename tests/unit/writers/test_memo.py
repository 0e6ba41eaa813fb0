"""Formatted references as plain data and back, and the hashes they are remembered under."""

from __future__ import annotations

import json
from pathlib import Path

from cv_library import VIEW, hostile_view
from pubtrack.csl import Style
from pubtrack.writers.csl_json import csl_item
from pubtrack.writers.memo import entries_from_plain, hash_of, plain_entries, style_content


def test_references_come_back_as_they_were_through_json() -> None:
    for view in (VIEW, hostile_view()):
        items = [csl_item(entry.fields, entry.key or "", extension=False) for entry in view.entries]
        made = list(Style.load("apa").bibliography(items, format="runs", sort=False))
        back = entries_from_plain(json.loads(json.dumps(plain_entries(made))))
        assert [(entry.id, entry.runs) for entry in back] == [(entry.id, entry.runs) for entry in made]


def test_a_hash_tells_apart_what_differs() -> None:
    told = [hash_of("ab", "c"), hash_of("a", "bc"), hash_of(["ab", "c"]), hash_of("abc"), hash_of(1), hash_of("1")]
    assert len(set(told)) == len(told)
    assert hash_of("\ud800") != hash_of("\ud801")


def test_a_style_of_ones_own_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "mine.csl"
    assert style_content(str(path)) == str(path)
    path.write_text("<style/>")
    first = style_content(str(path))
    path.write_text("<style></style>")
    assert first != style_content(str(path))
