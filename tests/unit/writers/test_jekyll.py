from __future__ import annotations

import pytest

from cv_library import VIEW, assert_golden, hostile_view
from pubtrack.writers.jekyll import write_jekyll
from pubtrack.writers.view import LibraryView


def test_the_data_are_as_reviewed() -> None:
    files = write_jekyll(VIEW)
    assert sorted(files) == ["_data/appointments.yml", "_data/awards.yml", "_data/publications.yml"]
    assert_golden("jekyll", "".join(f"# {name}\n{text}" for name, text in sorted(files.items())))


def test_an_empty_library_has_an_empty_list() -> None:
    assert write_jekyll(LibraryView()) == {"_data/publications.yml": "[]\n"}


def test_hostile_texts_are_texts_without_tags() -> None:
    yaml = pytest.importorskip("yaml", reason="needs PyYAML to read what was written")
    for text in write_jekyll(hostile_view()).values():
        assert yaml.safe_load(text)
        assert "<script" not in text
