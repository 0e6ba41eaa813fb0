"""A year in the life of a library: the ready workflow runs every week, the person edits, and nothing goes wrong."""

from __future__ import annotations

import difflib
import json
import os
import pickle
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import pytest_socket
import yaml
from filelock import FileLock

from emulator.hosts import Emulator, emulating
from house import ROOT
from pubtrack import Library
from pubtrack.app.scheduling import schedule
from pubtrack.bibtex import Document
from pubtrack.markup.inline import plain_inline
from whole_path import world
from whole_path.year import STANDS, WEEKS, WORKS, begin, clock, files, hosts_of_week, the_person

pytestmark = pytest.mark.loopback

KILLED = 25
"""The week whose run is killed, and started again."""
BRANCH = "pubtrack/refresh"
_GIT = {
    "GIT_AUTHOR_NAME": "Hana Vogel", "GIT_AUTHOR_EMAIL": "hana@example.org", "GIT_COMMITTER_NAME": "Hana Vogel",
    "GIT_COMMITTER_EMAIL": "hana@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _loopback(socket_enabled: None) -> None:
    """Real sockets, on 127.0.0.1 only."""


def git(folder: Path, *words: str, may_fail: bool = False) -> str:
    done = subprocess.run(["git", *words], cwd=folder, env={**os.environ, **_GIT}, capture_output=True, check=False)
    assert may_fail or done.returncode == 0, f"git {words}: {done.stderr.decode()}"
    return done.stdout.decode()


@dataclass
class Run:
    """What one week's run left on its branch; empty where it asked for no pull request."""

    week: int
    summary: str
    pull_request: str = ""
    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)


class Forge:
    """A bare remote, the person's clone, the runner's clone, and a `gh` that remembers pull requests."""

    def __init__(self, folder: Path, hosts: Emulator) -> None:
        self.folder, self.hosts = folder, hosts
        self.remote, self.mine, self.runner = folder / "remote.git", folder / "mine", folder / "runner"
        git(folder, "init", "-q", "--bare", "-b", "main", str(self.remote))
        git(folder, "clone", "-q", str(self.remote), str(self.mine))
        git(self.mine, "checkout", "-q", "-b", "main")
        hosts_of_week(hosts, 0)
        begin(self.mine / "bib", hosts)
        self.commit("A library")
        git(folder, "clone", "-q", str(self.remote), str(self.runner))
        self._scripts = self._steps()
        self._programs()

    def _steps(self) -> list[str]:
        """The shell of the workflow that `pubtrack schedule github` prints, from the refresh on."""
        text = next(iter(schedule("github", self.mine / "bib", world.OWNER).values()))
        text = text.replace(str(self.mine / "bib"), "bib")
        steps = yaml.safe_load(text)["jobs"]["refresh"]["steps"]
        shell = [step["run"] for step in steps if "run" in step and "pip install" not in step["run"]]
        assert len(shell) == 2
        return shell

    def _programs(self) -> None:
        programs = self.folder / "programs"
        programs.mkdir()
        shim = f'#!/bin/sh\nexec "{sys.executable}" -m pubtrack "$@"\n'
        gh = '#!/bin/sh\ncase "$2" in\nview) cat "$PULL_STATE" 2>/dev/null ;;\n*) echo "$2" >"$PULL_DONE"; echo OPEN >"$PULL_STATE" ;;\nesac\n'
        for name, text in {"pubtrack": shim, "gh": gh}.items():
            (programs / name).write_text(text, encoding="utf-8")
            (programs / name).chmod(0o755)

    def commit(self, message: str) -> None:
        git(self.mine, "add", "-A")
        git(self.mine, "commit", "-q", "-m", message)
        git(self.mine, "push", "-q", "origin", "main")

    def environment(self, week: int) -> dict[str, str]:
        temporary = self.folder / "temp" / str(week)
        temporary.mkdir(parents=True, exist_ok=True)
        (temporary / "done").unlink(missing_ok=True)
        return {
            **os.environ, **_GIT,
            "PATH": f"{self.folder / 'programs'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "src"),
            "RUNNER_TEMP": str(temporary),
            "GITHUB_STEP_SUMMARY": str(temporary / "step.md"),
            "PUBTRACK_CACHE_DIR": str(temporary / "cache"),
            "SOURCE_DATE_EPOCH": str(int(world.moment(week).timestamp())),
            "PULL_DONE": str(temporary / "done"),
            "PULL_STATE": str(self.folder / "pull-state"),
        }  # fmt: skip

    def run(self, week: int) -> Run:
        """What GitHub does: check out, run the steps; gives what came of it."""
        git(self.runner, "fetch", "-q", "origin")
        git(self.runner, "checkout", "-q", "-f", "-B", "main", "origin/main")
        before, environment = files(self.runner / "bib"), self.environment(week)
        for script in self._scripts:
            done = subprocess.run(
                ["bash", "-e", "-o", "pipefail", "-c", script], cwd=self.runner, env=environment, capture_output=True, check=False
            )  # fmt: skip
            assert done.returncode == 0, f"week {week}: {done.stdout.decode()}\n{done.stderr.decode()}"
        summary = Path(environment["RUNNER_TEMP"], "summary.md").read_text(encoding="utf-8")
        asked = Path(environment["PULL_DONE"])
        if not asked.exists():
            return Run(week, summary, "", before, before)
        return Run(week, summary, asked.read_text().strip(), before, files(self.runner / "bib"))

    def run_killed(self, week: int) -> None:
        """A run that somebody's machine takes away in the middle."""
        git(self.runner, "fetch", "-q", "origin")
        git(self.runner, "checkout", "-q", "-f", "-B", "main", "origin/main")
        self.hosts.latency_s = 0.4
        child = subprocess.Popen(
            ["bash", "-e", "-c", self._scripts[0]], cwd=self.runner, env=self.environment(week), start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        asked = len(self.hosts.log)
        deadline = time.monotonic() + 30
        while len(self.hosts.log) < asked + 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        self.hosts.latency_s = 0.0
        assert len(self.hosts.log) >= asked + 2, "the run was not yet asking when it was killed"
        time.sleep(0.5)

    def merge(self) -> None:
        """The person merges the pull request; what was edited meanwhile stays."""
        git(self.mine, "pull", "-q", "origin", "main")
        git(self.mine, "fetch", "-q", "origin")
        git(self.mine, "merge", "-q", "--no-edit", f"origin/{BRANCH}")
        git(self.mine, "push", "-q", "origin", "main")
        git(self.mine, "push", "-q", "origin", "--delete", BRANCH)
        (self.folder / "pull-state").unlink()


@dataclass
class Year:
    """All that a year left."""

    runs: list[Run]
    library: Library
    folder: Path


def _lived(folder: Path) -> list[Run]:
    with emulating(world.corpus(0)) as hosts:
        forge = Forge(folder, hosts)
        runs = []
        for week in range(WEEKS):
            hosts_of_week(hosts, week)
            if week == KILLED:
                forge.run_killed(week)
            runs.append(forge.run(week))
            if runs[-1].pull_request:
                forge.merge()
            if the_person(forge.mine / "bib", week):
                forge.commit(f"By hand, week {week}")
    git(forge.mine, "pull", "-q", "origin", "main")
    return runs


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Year:
    """The year, lived once for all processes that test."""
    pytest_socket.enable_socket()
    shared = tmp_path_factory.getbasetemp().parent if worker_id != "master" else tmp_path_factory.getbasetemp()
    folder = shared / "a year"
    with FileLock(shared / "year.lock"):
        if not (shared / "runs.pickle").exists():
            folder.mkdir()
            runs = _lived(folder)
            (shared / "runs.pickle").write_bytes(pickle.dumps([asdict(run) for run in runs]))
    runs = [Run(**run) for run in pickle.loads((shared / "runs.pickle").read_bytes())]
    return Year(runs, Library(folder / "mine/bib", now=clock(WEEKS)), folder / "mine/bib")


def _said(data: bytes) -> dict[tuple[str, str], dict[str, Any]]:
    """(work, who said it) -> the fields, of every line of records.jsonl."""
    rows = map(json.loads, data.splitlines())
    return {(row["work"], _witness(row)): {**row, "provenance": None} for row in rows}


def _witness(row: dict[str, Any]) -> str:
    said = row["provenance"]
    return f"{said['source']} {said.get('source_id')}"


def _entries(data: bytes) -> dict[tuple[str, str], str]:
    document = Document.parse(data.decode())
    return {(e.key, name): e.value(name) or "" for e in document.entries for name in e.fields} | {
        (e.key, "ENTRYTYPE"): e.type for e in document.entries
    }


def _told(summary: str, section: str) -> list[str]:
    found = re.search(rf"^### {section} \((\d+)\)\n\n((?:- .*\n)*)", summary, re.MULTILINE)
    lines = found[2].splitlines() if found else []
    assert not found or len(lines) == int(found[1])
    return lines


def test_no_edit_by_hand_is_lost(year: Year) -> None:
    text = (year.folder / WORKS).read_text(encoding="utf-8")
    assert [line for line in STANDS if line not in text] == []


def test_each_pull_request_says_exactly_what_changed(year: Year) -> None:
    for run in year.runs:
        before, after = _entries(run.before[WORKS]), _entries(run.after[WORKS])
        changed = {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
        told = {tuple(re.match(r"- \*\*(\S+)\*\* (\S+): ", line).groups()) for line in _told(run.summary, "Changes")}  # type: ignore[union-attr]
        assert told == changed, f"week {run.week}"


def test_each_pull_request_counts_citations_and_waiting_questions(year: Year) -> None:
    for run in year.runs:
        rows = run.after.get("history/citations.csv", b"").splitlines()
        old = run.before.get("history/citations.csv", b"date,key,source,count").splitlines()
        assert len(_told(run.summary, "Citations")) == len(rows) - len(old) if rows else True, f"week {run.week}"
        waiting = set(run.after.get("proposals.jsonl", b"").splitlines()) - set(
            run.before.get("proposals.jsonl", b"").splitlines()
        )
        assert len(_told(run.summary, "Waiting for you")) == len(waiting), f"week {run.week}"


def test_the_retraction_is_told_once(year: Year) -> None:
    told = [run.week for run in year.runs if _told(run.summary, "Retractions and corrections")]
    assert len(told) == 1
    assert world.WITHDRAWN <= told[0] <= world.WITHDRAWN + 5
    assert year.library.works[world.RETRACTED].notices


def test_no_line_changes_without_a_reason(year: Year) -> None:
    for run in year.runs:
        rows = [json.loads(r) for r in run.after.get("history/changes.jsonl", b"").splitlines()]
        new = {(r["key"], r["field"]) for r in rows[len(run.before.get("history/changes.jsonl", b"").splitlines()) :]}
        diff = difflib.ndiff(run.before[WORKS].decode().splitlines(), run.after[WORKS].decode().splitlines())
        lines = [line for line in diff if line[:2] in ("- ", "+ ")]
        assert len([line for line in lines if line[:2] == "+ "]) <= len(new), f"week {run.week}: {lines}"
        for line in lines:
            name = line[2:].strip().partition(" =")[0]
            assert name.startswith("@") or name in {f for _, f in new}, f"week {run.week}: {line}"
        before, after = run.before.get("records.jsonl", b""), run.after.get("records.jsonl", b"")
        touched = {line for line in after.splitlines() if line not in set(before.splitlines())}
        old = _said(before)
        for row in map(json.loads, touched):
            assert old.get((row["work"], _witness(row))) != {**row, "provenance": None}, (
                f"week {run.week}: {row['work']}"
            )


def test_no_pull_request_comes_when_there_is_nothing_to_look_at(year: Year) -> None:
    for run in year.runs:
        changed = {n for n in run.before.keys() | run.after.keys() if run.before.get(n) != run.after.get(n)}
        assert not changed or changed - {"state.jsonl", "history/undo.jsonl"}, f"week {run.week}: only times of asking"
        assert bool(run.pull_request) == bool(changed)
    asked = Counter(bool(run.pull_request) for run in year.runs)
    assert 8 <= asked[True] <= 30, asked


def test_every_change_is_explained_by_why(year: Year) -> None:
    last = {(row.key, row.field): row for row in year.library.history() if row.verb == "refresh" and row.field}
    assert len(last) > 30
    document = _entries((year.folder / WORKS).read_bytes())
    for (key, name), row in last.items():
        if document.get((key, name)) != row.new or name == "ENTRYTYPE":
            continue  # changed since, by hand or by an answer
        source = row.because.split(" ")[0]
        statements = (
            year.library.why(key, name) if name not in ("year", "day", "month") else year.library.why(key, "issued")
        )
        holding = {s.provenance.source for s in statements if s.holds}
        assert source in holding, f"{key} {name}: {row.because}, but {holding}"


def test_the_preprint_appeared_and_kept_its_key_and_arxiv_number(year: Year) -> None:
    work = year.library.works[world.PREPRINT]
    assert not work.is_preprint
    assert work.arxiv == world.PAPERS[world.PREPRINT].arxiv
    assert work.container_title == "The Annals of Moss"
    assert work.provenance["container_title"].source == "user"


def test_the_new_title_came_and_the_venue_by_hand_stayed(year: Year) -> None:
    work = year.library.works[world.RETITLED]
    assert plain_inline(work.title or "") == world.NEW_TITLE
    assert work.container_title == "Slow Clocks"


def test_counts_grow_in_history_without_repeating_themselves(year: Year) -> None:
    counts: dict[tuple[str, str], list[int]] = {}
    for row in year.library.citations():
        counts.setdefault((row.key, row.source), []).append(row.count)
    for told in counts.values():
        assert all(one != other for one, other in pairwise(told))
    assert counts[world.CITED, "crossref"] == sorted(counts[world.CITED, "crossref"])
    assert counts[world.CITED, "crossref"][-1] == world.papers(WEEKS)[world.CITED].cited


def test_a_host_that_was_dead_for_a_month_is_named_and_catches_up(year: Year) -> None:
    named = {run.week for run in year.runs if re.search(r"^- openalex throttled", run.summary, re.MULTILINE)}
    assert named
    assert named <= set(world.DEAD)
    for key in world.PAPERS:
        asked = year.library.asked(key)["openalex"]
        assert asked.outcome == "found"


def test_the_same_year_from_python_and_its_replay_are_the_same_library(year: Year, tmp_path: Path) -> None:
    with emulating(world.corpus(0)) as hosts:
        live, again = tmp_path / "live/bib", tmp_path / "again/bib"
        for folder in (live, again):
            begin(folder, hosts)
        for week in range(WEEKS):
            hosts_of_week(hosts, week)
            Library(live, now=clock(week)).refresh(record=tmp_path / "tape" / str(week))
            the_person(live, week)
    for week in range(WEEKS):
        Library(again, now=clock(week)).refresh(replay=tmp_path / "tape" / str(week))
        the_person(again, week)
    assert files(live).keys() == files(again).keys()
    for name, data in files(live).items():
        assert data == files(again)[name], name
    assert (live / WORKS).read_bytes() == (year.folder / WORKS).read_bytes()
    assert _said((live / "records.jsonl").read_bytes()) == _said((year.folder / "records.jsonl").read_bytes())
