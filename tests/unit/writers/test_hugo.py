from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from cv_library import VIEW, assert_golden, hostile_view
from pubtrack.model import Fields
from pubtrack.writers.hugo import write_hugo
from pubtrack.writers.view import Entry, LibraryView


def test_the_pages_are_as_reviewed() -> None:
    files = write_hugo(VIEW)
    assert sorted(files)[0] == "content/publication/marlowe2021gone/cite.bib"
    assert "data/awards.yaml" in files
    assert_golden("hugo", files["content/publication/marlowe2024tides/index.md"])


@pytest.mark.parametrize(
    ("issued", "date"), [("2024", "2024-01-01"), ("2024-05", "2024-05-01"), ("2024-05-06", "2024-05-06")]
)
def test_dates_are_whole(issued: str, date: str) -> None:
    page = write_hugo(LibraryView(works=(Entry("k", Fields(title="T", issued=issued)),)))
    assert f'date: "{date}"' in page["content/publication/k/index.md"]


def test_nothing_hostile_leaves_front_matter_or_folder() -> None:
    yaml = pytest.importorskip("yaml", reason="needs PyYAML to read what was written")
    view = hostile_view()
    files = write_hugo(LibraryView(works=(*view.works, Entry("../../x", Fields(title="T")))))
    assert "data/awards.yaml" not in files
    for name, text in files.items():
        assert ".." not in PurePosixPath(name).parts
        if name.endswith(".md"):
            head, front, rest = text.split("---\n", 2) if text.count("\n---\n") == 1 else ("?", "", "?")
            assert (head, rest) == ("", "")
            assert yaml.safe_load(front)["title"]
