from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from lxml import etree

from browser.library import OWNER, career, hostile, person
from pubtrack.errors import MissingExtra
from pubtrack.model import WORK_TYPES, Fields
from pubtrack.store.citations import CitationRow
from pubtrack.writers import Entry, LibraryView
from pubtrack.writers.plots import _few, write_plots

NAMES = [
    f"{name}.{ending}"
    for name in ("citations", "citations-by-year", "works", "h-index", "coauthors")
    for ending in ("svg", "png")
]


@pytest.fixture(scope="module")
def matplotlib() -> Any:
    return pytest.importorskip("matplotlib", reason="needs matplotlib: pip install 'pubtrack[plots]'")


def _texts(svg: bytes) -> str:
    return " ".join(etree.fromstring(svg).itertext())


def test_the_same_library_gives_the_same_bytes(matplotlib: Any) -> None:
    made = write_plots(career())
    assert list(made) == NAMES
    assert made == write_plots(career())
    assert all(data.startswith(b"\x89PNG") for name, data in made.items() if name.endswith("png"))
    assert "<dc:date>" not in made["works.svg"].decode()
    assert b"Software" not in made["works.png"]


def test_settings_of_the_user_change_nothing(matplotlib: Any) -> None:
    before = write_plots(LibraryView())
    with matplotlib.rc_context({"font.size": 30, "svg.hashsalt": "x", "axes.grid": True}):
        assert write_plots(LibraryView()) == before
        assert matplotlib.rcParams["font.size"] == 30


def test_what_is_not_known_is_said(matplotlib: Any) -> None:
    made = write_plots(LibraryView())
    assert "No counts are known yet." in _texts(made["citations.svg"])
    assert "No counts are known yet." in _texts(made["h-index.svg"])
    assert "No dated works yet." in _texts(made["works.svg"])
    assert "No co-authors yet." in _texts(made["coauthors.svg"])
    once = LibraryView(citations=(CitationRow(date(2026, 11, 22), "k", "crossref", 3),))
    assert "Counts are known since 2026-11-22; none has changed yet." in _texts(write_plots(once)["citations.svg"])


def test_sources_and_types_are_named(matplotlib: Any) -> None:
    made = write_plots(career())
    assert "OpenAlex" in _texts(made["citations.svg"])
    assert "OpenAlex" in _texts(made["h-index.svg"])
    assert "Conference papers" in _texts(made["works.svg"])
    assert "(the 40 with most works; 6 more)" in _texts(made["coauthors.svg"])


TOLD = {"openalex": {"marked": {2023: 4, 2025: 9}}, "semanticscholar": {"w0001": {2024: 2}}}


def test_years_that_a_source_tells_are_drawn_beside_those_that_were_watched(matplotlib: Any) -> None:
    made = write_plots(replace(career(), counts_by_year=TOLD))
    said = _texts(made["citations-by-year.svg"])
    assert "as each source tells them" in said
    assert "OpenAlex" in said
    assert "Semantic Scholar" in said
    assert "No source has told citations by year yet." in _texts(write_plots(career())["citations-by-year.svg"])


def test_a_year_that_is_not_over_says_until_when_it_is_known(matplotlib: Any) -> None:
    view = replace(career(), counts_by_year=TOLD, settings={"as_of": "2025-03-01"})
    assert "2025: until 2025-03-01" in _texts(write_plots(view)["citations-by-year.svg"])
    later = replace(view, settings={"as_of": "2026-03-01"})
    assert "until" not in _texts(write_plots(later)["citations-by-year.svg"])


def test_hostile_names_stay_text(matplotlib: Any) -> None:
    names = [r"$\input{x}$", "</text><script>x</script>", "李 明", "A" * 10_000]
    work = Fields(title="T", type="book", issued="2024", author=tuple(person(name) for name in names))
    made = write_plots(LibraryView(works=(Entry("k", work),), owner=OWNER))
    assert not re.search(b"<script", made["coauthors.svg"])
    texts = _texts(made["coauthors.svg"])
    assert all(name in texts for name in names[:3])
    assert "A" * 31 + "…" in texts
    write_plots(hostile())


def test_more_types_than_colours_share_the_last_one() -> None:
    groups = {kind: {2024: 1, 2025: number} for number, kind in enumerate(WORK_TYPES)}
    few = _few(groups)
    assert len(few) == 8
    assert sum(sum(years.values()) for years in few.values()) == sum(sum(years.values()) for years in groups.values())
    assert _few({"a": {2024: 1}}) == {"a": {2024: 1}}


def test_without_matplotlib_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtra, match=r"pip install 'pubtrack\[plots\]'"):
        write_plots(LibraryView())
