"""The example package of the docs, used as an installed one: its reader, writer and source work like ours."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from emulator.scripted import Heard, Say, serving
from house import ROOT
from pubtrack import Library, Owner, read
from pubtrack.app.formats import formats, writer
from pubtrack.cli import main
from pubtrack.errors import ConfigError, InputError

PACKAGE = ROOT / "docs/examples/pubtrack-example"
ENW = """%0 Journal Article
%T Mosses of the North
%A Vogel, Hana
%A The Moss Society
%D 2024
%J Annals of Moss
%R 10.5555/moss.1

%0 Book
%A Nobody, Known

%T Ferns
%D 1999?
"""


def _installed(folder: Path, points: dict[str, dict[str, str]], name: str) -> None:
    """What pip leaves of a package: a dist-info folder with its entry points."""
    info = folder / f"{name}-0.1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.1.0\n")
    lines = [
        f"[{group}]\n" + "".join(f"{n} = {value}\n" for n, value in given.items()) for group, given in points.items()
    ]
    (info / "entry_points.txt").write_text("\n".join(lines))


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The package's folder on the path, with its metadata; the working folder is empty."""
    shutil.copytree(PACKAGE / "src", tmp_path / "site")
    points = tomllib.loads((PACKAGE / "pyproject.toml").read_text())["project"]["entry-points"]
    _installed(tmp_path / "site", points, "pubtrack_example")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    yield tmp_path / "site"
    for module in [m for m in sys.modules if m.startswith("pubtrack_example")]:
        del sys.modules[module]


def test_its_reader_reads_files_of_its_ending(installed: Path) -> None:
    Path("mosses.enw").write_text(ENW, encoding="utf-8")
    found = read("mosses.enw")
    assert found.format == "refer"
    assert [(w.title, w.year, [str(i) for i in w.identifiers]) for w in found.works] == [
        ("Mosses of the North", 2024, ["doi:10.5555/moss.1"]),
        ("Ferns", 1999, []),
    ]
    assert found.works[0].fields.author[1].literal == "The Moss Society"
    assert [(issue.check, issue.line) for issue in found.issues] == [("no-title", 9)]
    assert ENW[found.works[0].start :].startswith("%0 Journal Article")
    assert read("mosses.enw", format="refer").works == found.works


def test_its_reader_never_replaces_ours_and_unknown_ones_are_named(installed: Path) -> None:
    Path("a.bib").write_text("@book{k, title = {T}}")
    assert read("a.bib").format == "bibtex"
    with pytest.raises(InputError, match=r"known are: .*refer"):
        read("a.bib", format="nosuch")


def test_what_is_read_is_tracked_under_the_name_of_the_format(installed: Path) -> None:
    Path("mosses.enw").write_text(ENW, encoding="utf-8")
    library = Library.create("bib", Owner(name="Hana Vogel"))
    assert len(library.track(read("mosses.enw")).apply()) == 2
    work = next(w for w in library.works.values() if w.doi == "10.5555/moss.1")
    assert work.provenance["container_title"].source == "refer"


def test_its_writer_writes_and_is_listed(installed: Path, capsys) -> None:
    assert main(["export", "titles", "-L", str(ROOT / "bib"), "--where", "type==thesis"]) == 0
    assert capsys.readouterr().out == "Causality for Natural Language Processing\n"
    listed = {f.name: f for f in formats()}
    assert listed["titles"].writes
    assert not listed["titles"].reads
    assert listed["refer"].reads
    assert listed["refer"].description.startswith("Refer and EndNote")


@pytest.mark.loopback
def test_its_source_is_asked_and_believed_like_ours(installed: Path, socket_enabled: None, capsys) -> None:
    def answer(heard: Heard) -> Say:
        assert heard.path.startswith("/herbarium/sheets?dois=10.5555")
        sheet = {"doi": "10.5555/moss.1", "title": "Mosses of the North", "people": ["Hana Vogel"], "year": 2024}
        return Say(body=json.dumps({"sheets": [sheet]}).encode())

    Path("mosses.enw").write_text(ENW, encoding="utf-8")
    library = Library.create("bib", Owner(name="Hana Vogel"))
    library.track(read("mosses.enw")).apply()
    with serving(answer) as server:
        settings = Path("bib/pubtrack.toml")
        settings.write_text(settings.read_text() + f'\n[sources.herbarium]\nbase_url = "{server.url}/herbarium"\n')
        assert main(["refresh", "--sources", "herbarium", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"] == {"herbarium": {"found": 1, "not_asked": 1}}
    (key,) = [k for k, w in Library("bib").works.items() if w.doi]
    assert {r.provenance.source for r in Library("bib").records(key)} == {"refer", "herbarium"}


def test_a_package_that_cannot_be_loaded_is_named_and_the_rest_go_on(tmp_path: Path, monkeypatch) -> None:
    _installed(
        tmp_path, {"pubtrack.writers": {"lost": "no_such_module:x"}, "pubtrack.readers": {"gone": "no_such:y"}}, "lost"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    listed = {f.name: f.description for f in formats()}
    assert "cannot be loaded" in listed["lost"]
    assert "cannot be loaded" in listed["gone"]
    assert writer("bibtex").extension == ".bib"
    with pytest.raises(ConfigError, match=r"no_such_module:x.*cannot be loaded"):
        writer("lost")
    Path(tmp_path / "a.xyz").write_text("“A Theory of Things: Why and How” (2020)")
    assert read(tmp_path / "a.xyz").format == "text"


@pytest.mark.heavy
def test_it_installs_by_pip_beside_us(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "env")], check=True)
    python = str(tmp_path / "env/bin/python")
    shutil.copytree(ROOT, tmp_path / "us", ignore=shutil.ignore_patterns(".git", ".venv", "out", ".*_cache", "tests"))
    for what in (tmp_path / "us", tmp_path / "us/docs/examples/pubtrack-example"):
        subprocess.run([python, "-m", "pip", "install", "-q", str(what)], check=True, capture_output=True)
    told = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run([python, "-m", "pubtrack", "formats"], env=told, capture_output=True, text=True, check=True)
    assert {"titles", "refer"} <= {line.split("\t")[0] for line in done.stdout.splitlines()}
