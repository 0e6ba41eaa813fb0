"""refresh, update and schedule on the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from emulator.listed import add_settings, source_tables
from emulator.scripted import Say, serving
from pubtrack.cli import main

BIB = Path(__file__).resolve().parents[3] / "bib"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a copy of the first library, whose hosts all refuse."""
    shutil.copytree(BIB, tmp_path / "bib", ignore=shutil.ignore_patterns(".pubtrack"))
    add_settings(tmp_path / "bib", source_tables("http://127.0.0.1:9"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file() and ".pubtrack" not in p.parts}


@pytest.mark.loopback
def test_without_network_nothing_changes_each_host_is_named_and_the_code_is_1(here, socket_enabled, capsys):
    before = tree(here / "bib")
    assert main(["refresh", "--summary", "summary.md"]) == 1
    out = capsys.readouterr().out
    for name in ("crossref", "openalex", "arxiv", "datacite"):
        assert sum(line.startswith(f"{name}: ") and "unreachable" in line for line in out.splitlines()) == 1
    assert tree(here / "bib") == before
    assert "unreachable" in (here / "summary.md").read_text()


def test_offline_is_exit_0_and_asks_nobody(here, capsys):
    assert main(["refresh", "--offline", "--json"]) == 0
    counts = json.loads(capsys.readouterr().out)["counts"]
    assert {outcome for told in counts.values() for outcome in told} == {"not_asked"}


@pytest.mark.parametrize("age", ["7d", "12h", "2w", "30m", "0"])
def test_ages_are_read(here, age):
    assert main(["refresh", "--offline", "--max-age", age]) == 0


@pytest.mark.parametrize("args", [["--max-age", "soon"], ["--sources", "crosref"], ["--replay", "nowhere"]])
def test_wrong_words_are_exit_2(here, args, capsys):
    assert main(["refresh", *args]) == 2


@pytest.mark.loopback
def test_update_refreshes_and_builds(here, socket_enabled, capsys):
    with serving(lambda request: Say(status=404, body=b"Resource not found.", content_type="text/plain")) as server:
        settings = here / "bib/pubtrack.toml"
        settings.write_text(
            settings.read_text(encoding="utf-8").replace("http://127.0.0.1:9", server.url), encoding="utf-8"
        )
        code = main(["update", "--out", "out"])
    assert code in (0, 1)
    assert (here / "out/cv.html").exists()


def test_schedules_are_printed_and_written(here, capsys, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: here / "home")
    for kind in ("github", "cron", "systemd"):
        assert main(["schedule", kind]) == 0
        assert capsys.readouterr().out
        assert main(["schedule", kind, "--write"]) == 0
    assert (here / ".github/workflows/pubtrack.yml").exists()
    assert '--library "bib"' in (here / ".github/workflows/pubtrack.yml").read_text()
