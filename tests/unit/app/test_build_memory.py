"""Builds that remember: faster, and never another byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pubtrack.app import build_memory, building
from pubtrack.app.build_memory import BuildMemory, program
from pubtrack.app.building import build
from pubtrack.app.library import Library
from pubtrack.writers import Writer

from .conftest import NOW

FORMATS = ("bibtex", "cv-markdown", "cv-html", "bibliography", "site")


@pytest.fixture
def full(library: Library) -> Library:
    path = library.path / "pubtrack.toml"
    head = path.read_text().partition("[[outputs]]")[0]
    path.write_text(head + "".join(f'[[outputs]]\nformat = "{name}"\n' for name in FORMATS))
    return opened(library)


def opened(library: Library) -> Library:
    return Library(library.path, now=lambda: NOW)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def changed(library: Library, out: Path) -> list[str]:
    return [made.format for made in build(opened(library), out) if made.changed]


def fresh(library: Library, place: Path) -> dict[str, bytes]:
    build(opened(library), place, fresh=True)
    return tree(place)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache/build"


def test_a_second_build_writes_nothing_and_one_without_memory_the_same(full: Library, tmp_path: Path) -> None:
    assert changed(full, tmp_path / "out") == list(FORMATS)
    first = tree(tmp_path / "out")
    assert changed(full, tmp_path / "out") == []
    assert tree(tmp_path / "out") == first == fresh(full, tmp_path / "other")


def test_nothing_is_formatted_twice(full: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(full, tmp_path / "out")
    whole = tree(tmp_path / "out")

    def never(*words: object, **more: object) -> None:
        raise AssertionError("formatted again")

    monkeypatch.setattr("pubtrack.csl.processor.Processor.bibliography", never)
    build(opened(full), tmp_path / "elsewhere")
    assert tree(tmp_path / "elsewhere") == whole


def test_an_edit_is_seen_and_formats_only_itself(
    full: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(full, tmp_path / "out")
    full.set("li2019sounds", "title", "Other sounds")
    formatted = []
    from pubtrack.writers import site_cite

    whole = site_cite._cited
    monkeypatch.setattr(site_cite, "_cited", lambda item, style: formatted.append(item["title"]) or whole(item, style))
    assert changed(full, tmp_path / "out") == list(FORMATS)
    assert set(formatted) == {"Other sounds"}
    assert tree(tmp_path / "out") == fresh(full, tmp_path / "other")


@pytest.mark.parametrize("damage", [b"", b"{}", b"\0" * 100, None])
def test_a_damaged_or_deleted_memory_loses_nothing(
    full: Library, tmp_path: Path, cache: Path, damage: bytes | None
) -> None:
    build(full, tmp_path / "out")
    first = tree(tmp_path / "out")
    assert len(list(cache.iterdir())) > len(FORMATS)
    for path in cache.iterdir():
        path.unlink() if damage is None else path.write_bytes(damage)
    assert changed(full, tmp_path / "out") == [], "made again, found equal, not written"
    assert tree(tmp_path / "out") == first


def test_another_pubtrack_formats_everything_anew(
    full: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(full, tmp_path / "out")
    monkeypatch.setattr(build_memory, "program", lambda: "a later one")
    memory = BuildMemory(build_memory.cache_folder(), opened(full))
    assert memory.recall("alone apa apa", "any", lambda: "made") == "made"
    assert (
        memory.stands(memory.stamp(full.settings.outputs[0]) or "", "bibtex", tmp_path / "out/publications.bib") is None
    )


def test_the_program_is_known_by_its_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1")
    monkeypatch.setattr(build_memory, "files", lambda package: tmp_path)
    seen = [program.__wrapped__()]
    (tmp_path / "a.py").write_text("12")
    seen.append(program.__wrapped__())
    monkeypatch.setattr(build_memory, "version", lambda name: "99")
    seen.append(program.__wrapped__())
    assert len(set(seen)) == 3


def test_a_style_of_ones_own_that_changes_is_seen(full: Library, tmp_path: Path) -> None:
    from pubtrack.csl.catalogue import find_style

    style = tmp_path / "mine.csl"
    style.write_bytes(find_style("apa").read_bytes())
    path = full.path / "pubtrack.toml"
    path.write_text(path.read_text() + f'[[outputs]]\nformat = "bibliography"\npath = "b.html"\nstyle = \'{style}\'\n')
    build(opened(full), tmp_path / "out", ["bibliography"])
    before = (tmp_path / "out/b.html").read_text()
    style.write_bytes(find_style("ieee").read_bytes())
    build(opened(full), tmp_path / "out", ["bibliography"])
    assert before != (tmp_path / "out/b.html").read_text()


def test_settings_templates_names_and_history_are_seen(
    full: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rebuilt() -> bool:
        return bool(changed(full, tmp_path / "out"))

    settings = full.path / "pubtrack.toml"
    rebuilt()
    (full.path / "tpl").mkdir()
    (full.path / "tpl/cv.md.j2").write_text("mine")
    settings.write_text(settings.read_text().replace("[cv]\n", '[cv]\ntemplates = "tpl"\n'))
    assert rebuilt()
    (full.path / "tpl/cv.md.j2").write_text("mine too")
    assert rebuilt()
    monkeypatch.setenv("PUBTRACK_PAST_NAMES", "Ellis Consortium")
    rebuilt()
    (full.path / "history").mkdir(exist_ok=True)
    (full.path / "history/citations.csv").write_text("date,key,source,count\n2026-01-01,li2019sounds,openalex,4\n")
    assert rebuilt()
    assert not rebuilt()
    assert tree(tmp_path / "out") == fresh(full, tmp_path / "other")


def test_a_file_that_was_edited_or_deleted_is_made_again(full: Library, tmp_path: Path) -> None:
    build(full, tmp_path / "out")
    first = tree(tmp_path / "out")
    (tmp_path / "out/cv.md").write_text("vandals")
    (tmp_path / "out/site/works/li2019sounds.html").unlink()
    assert changed(full, tmp_path / "out") == ["cv-markdown", "site"]
    assert tree(tmp_path / "out") == first


def test_pages_of_removed_works_go_and_foreign_ones_stay(full: Library, tmp_path: Path) -> None:
    build(full, tmp_path / "out")
    (tmp_path / "out/site/CNAME").write_text("ada.example")
    full.remove("li2019sounds")
    made = {output.format: output for output in build(opened(full), tmp_path / "out")}
    assert made["site"].removed == ("works/li2019sounds.html",)
    assert not (tmp_path / "out/site/works/li2019sounds.html").exists()
    assert (tmp_path / "out/site/CNAME").read_text() == "ada.example"


def test_formats_of_third_parties_are_always_asked(full: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from pubtrack.store.settings import Output

    assert BuildMemory(None, full).stamp(Output(format="theirs")) is None
    assert isinstance(building.Made("x", Path("a"), (Path("a"),), 1, True).to_json(), dict)
    assert Writer


def test_two_builds_at_once_leave_what_one_leaves(full: Library, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "pubtrack", "build", "--library", str(full.path), "--out", str(tmp_path / "out")]
    running = [subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    for process in running:
        assert process.communicate()[1].count(b"Traceback") == 0
        assert process.returncode == 0
    assert tree(tmp_path / "out") == fresh(full, tmp_path / "other")
    assert not list((tmp_path / "out").glob(".*"))


def test_a_cache_that_cannot_be_written_only_costs_time(
    full: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("PUBTRACK_CACHE_DIR", str(tmp_path / "file"))
    build(full, tmp_path / "out")
    assert changed(full, tmp_path / "out") == []
