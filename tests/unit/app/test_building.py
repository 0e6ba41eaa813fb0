"""Building: files are replaced whole, foreign ones stay, and no output leads out of its folder."""

from __future__ import annotations

import pytest

from pubtrack.app import building
from pubtrack.app.building import write_export
from pubtrack.app.formats import formats, writer
from pubtrack.app.library import Library
from pubtrack.errors import ConfigError, NotFoundError

from .conftest import NOW


def with_outputs(library: Library, text: str) -> Library:
    path = library.path / "pubtrack.toml"
    path.write_text(path.read_text().partition("[[outputs]]")[0] + text)
    return Library(library.path, now=lambda: NOW)


def test_outputs_take_their_own_path_style_and_filter(library, tmp_path):
    library = with_outputs(
        library,
        '[[outputs]]\nformat = "bibtex"\npath = "refs/recent.bib"\nwhere = "year>=2020"\n'
        '[[outputs]]\nformat = "bibliography"\nstyle = "ieee"\n',
    )
    files = library.build(tmp_path / "out")
    assert [str(f.relative_to(tmp_path / "out")) for f in files] == ["refs/recent.bib", "bibliography.html"]
    assert "li2019sounds" not in files[0].read_text()
    assert "csl-entry" in files[1].read_text()


def test_foreign_files_in_the_folder_stay(library, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("keep")
    library.build(tmp_path / "out")
    assert (tmp_path / "out/mine.txt").read_text() == "keep"
    assert not list((tmp_path / "out").glob(".*"))


def test_no_output_leads_out_of_the_folder(library, tmp_path):
    library = with_outputs(library, '[[outputs]]\nformat = "bibtex"\npath = "../evil.bib"\n')
    with pytest.raises(ConfigError, match="leads out"):
        library.build(tmp_path / "out")
    assert not (tmp_path / "evil.bib").exists()


def test_a_format_may_be_a_folder_of_files(library, tmp_path, monkeypatch):
    made = {"index.html": "<p>", "data/x.bin": b"\0"}
    monkeypatch.setattr(building, "writing_function", lambda name: lambda view: made)
    library = with_outputs(library, '[[outputs]]\nformat = "bibtex"\npath = "site"\n')
    files = library.build(tmp_path / "out")
    assert [f.relative_to(tmp_path / "out").as_posix() for f in files] == ["site/index.html", "site/data/x.bin"]
    assert [p.read_bytes() for p in write_export(made, tmp_path / "other")] == [b"<p>", b"\0"]


def test_unknown_formats_and_keys_get_suggestions(library):
    with pytest.raises(NotFoundError, match="Did you mean bibtex"):
        library.export("bibtx")
    with pytest.raises(NotFoundError, match="Did you mean li2019sounds"):
        library.bibliography(keys=["li2019sound"])


def test_third_parties_add_writers_by_entry_point(monkeypatch):
    from types import SimpleNamespace

    from pubtrack.writers import Writer

    theirs = Writer("Theirs", ".x", lambda view: "theirs")
    points = [SimpleNamespace(name="x", load=lambda: theirs), SimpleNamespace(name="bibtex", load=lambda: theirs)]
    monkeypatch.setattr("pubtrack.app.formats.entry_points", lambda group: points)
    assert writer("x").write(None) == "theirs"
    assert writer("bibtex").description.startswith("BibTeX")
    assert "x" in {f.name for f in formats()}


def test_templates_of_the_library_stand_before_ours(library, tmp_path):
    folder = library.path / "tpl"
    folder.mkdir()
    (folder / "cv.md.j2").write_text("mine", encoding="utf-8")
    settings = library.path / "pubtrack.toml"
    settings.write_text(settings.read_text().replace("[cv]\n", '[cv]\ntemplates = "tpl"\n'))
    library = with_outputs(library, '[[outputs]]\nformat = "cv-markdown"\n')
    assert library.build(tmp_path / "out")[0].read_text(encoding="utf-8") == "mine\n"


def test_templates_that_cannot_be_read_are_a_setting_to_change(tmp_path):
    with pytest.raises(ConfigError, match="there is no folder"):
        building.read_templates(tmp_path / "none")
    (tmp_path / "cv.md.j2").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(ConfigError, match="cannot be read"):
        building.read_templates(tmp_path)
