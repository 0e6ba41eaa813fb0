from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from cv_library import VIEW, assert_calm, assert_golden, hostile_view, with_settings
from pubtrack.model import Appointment, Fields, Grant
from pubtrack.writers.rendercv import rendercv_document, write_rendercv
from pubtrack.writers.view import Entry, LibraryView

RENDERCV = os.environ.get("RENDERCV", "rendercv")
"""rendercv needs Python 3.12 and lives in an environment of its own: RENDERCV=/path/to/rendercv."""


def test_the_cv_is_as_reviewed() -> None:
    assert_golden("cv-rendercv", write_rendercv(VIEW))


def test_sections_and_titles_are_those_of_the_settings() -> None:
    document = rendercv_document(with_settings(sections=("series", "awards"), titles={"awards": "Preise"}, title="CV"))
    assert list(document["cv"]["sections"]) == ["Preise"]
    assert document["cv"]["name"] == "CV"


def test_an_empty_library_has_a_name() -> None:
    assert write_rendercv(LibraryView()) == "cv:\n  name: Publications\n"


@pytest.mark.parametrize(
    ("start", "end", "status", "said"),
    [
        ("2024", "2020", None, {"date": "2024"}),
        (None, "2020", None, {"date": "2020"}),
        (None, None, "current", {"date": "current"}),
        ("2020", None, "past", {"start_date": "2020"}),
    ],
)
def test_dates_that_rendercv_would_refuse_are_said_otherwise(
    start: str | None, end: str | None, status: str | None, said: dict[str, str]
) -> None:
    post = Appointment(id="a", role="R", organization="O", start=start, end=end, status=status)
    entry = rendercv_document(LibraryView(appointments=(post,)))["cv"]["sections"]["Appointments"][0]
    assert {name: entry[name] for name in entry if "date" in name} == said


def test_a_work_without_authors_names_nobody() -> None:
    view = LibraryView(
        works=(Entry("k", Fields(url="https://a.example")),), funding=(Grant(id="g", title="T", funder="F"),)
    )
    sections = rendercv_document(view)["cv"]["sections"]
    assert sections["Other publications"] == [{"title": "k", "authors": ["Anonymous"]}]
    assert sections["Grants"] == [{"name": "T", "summary": "F"}]


def test_no_text_reaches_the_compiler_as_a_command() -> None:
    text = write_rendercv(hostile_view())
    assert_calm(text.replace("\\u0007", ""))
    for danger in ('#read("', "#eval(", "$$", "<script", "!!!", "](javascript"):
        assert danger not in text


@pytest.mark.heavy
@pytest.mark.parametrize("view", [VIEW, LibraryView(), hostile_view()])
def test_rendercv_accepts_and_sets_it(view: LibraryView, tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text(write_rendercv(view), encoding="utf-8")
    try:
        done = subprocess.run(
            # It checks the input and writes Typst; compiling that would load a package from the network.
            [RENDERCV, "render", "cv.yaml", "--dont-generate-pdf", "--dont-generate-png"],
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        pytest.skip("needs rendercv: pip install 'rendercv[full]' in its own environment, RENDERCV=/path/to/rendercv")
    assert done.returncode == 0, done.stdout.decode()[-3000:]
    (typst,) = tmp_path.rglob("*.typ")
    for command in ("read(", "eval("):
        assert not re.search(r"(?<!\\)#" + re.escape(command), typst.read_text(encoding="utf-8"))
