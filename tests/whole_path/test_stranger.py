"""A stranger walks the whole path on the command line: a text, a library, sources, questions, outputs, a page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from emulator.hosts import Emulator, emulating
from house import ROOT
from whole_path import world

pexpect = pytest.importorskip("pexpect", reason="needs pexpect, which drives the terminal (not on Windows)")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AWAY = 90.0
"""Seconds after which a program in the terminal is taken to hang."""


@dataclass
class Stranger:
    """A person at a terminal in an empty folder."""

    folder: Path
    hosts: Emulator

    @property
    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PUBTRACK_") and k != "CI"}
        return {
            **kept,
            "PYTHONPATH": str(ROOT / "src"),
            "PUBTRACK_CACHE_DIR": str(self.folder / "cache"),
            "PYTHONWARNINGS": "error",
            "TERM": "xterm",
            "COLUMNS": "100",
            "LINES": "40",
        }

    def types(self, *words: str, ends_with: int = 0) -> str:
        """Runs one command line in a process of its own, without a terminal; gives what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "pubtrack", *words],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=AWAY,
        )
        assert done.returncode == ends_with, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr

    def sits_at(self, *words: str) -> Any:
        """Starts a program in a terminal."""
        return pexpect.spawn(
            sys.executable,
            ["-m", "pubtrack", *words],
            cwd=str(self.folder),
            env=self.environment,
            encoding="utf-8",
            timeout=AWAY,
            dimensions=(40, 100),
        )

    def reads(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


@pytest.fixture
def stranger(tmp_path: Path, socket_enabled: None) -> Iterator[Stranger]:
    """A stranger with the text, and hosts that now and then fail."""
    folder = tmp_path / "a house, mit Gärten"
    folder.mkdir()
    (folder / "interview.txt").write_text(world.interview(), encoding="utf-8")
    with emulating(world.corpus(0)) as hosts:
        hosts.faults.every = 7
        yield Stranger(folder, hosts)


def walk(stranger: Stranger) -> None:
    """The path: each step looks at what the one before left."""
    read = stranger.types("read", "interview.txt")
    assert all(world.PAPERS[key].title in read for key in (world.EDITED, world.PREPRINT, world.CITED))
    stranger.types("init", "--name", world.OWNER, "--alias", "H. Vogel")
    world.point_at(stranger.folder / "bib/pubtrack.toml", stranger.hosts)

    at = stranger.sits_at("track", "interview.txt", "--online")
    at.expect(r"Add these 5 to the library\? \[y/N\]:")
    at.sendline("y")
    at.expect("added 5")
    at.expect(pexpect.EOF)
    at.close()
    assert at.exitstatus == 0

    _refresh_until_all_answered(stranger)
    entry = json.loads(stranger.types("show", "2022counting", "--json"))
    assert entry["container_title"] == "Journal of Whole Trees"
    _edit(stranger, "journal = {Journal of Whole Trees}", "journal = {J. of Trees That Stay Whole}")
    stranger.hosts.corpus = world.corpus(world.PUBLISHED)
    _refresh_until_all_answered(stranger, "--max-age", "0")  # arXiv tells the DOI ...
    _refresh_until_all_answered(stranger, "--max-age", "0")  # ... by which the others are asked in the next run
    _review(stranger)

    stranger.types("build")
    assert "J. of Trees That Stay Whole" in stranger.reads("out/cv.md")
    assert "Annals of Moss" in stranger.reads("out/cv.md")
    assert "Best Paper Award" in stranger.reads("out/cv.html")
    stranger.types("export", "site", "--output", "site")


def _refresh_until_all_answered(stranger: Stranger, *words: str) -> None:
    """Runs `refresh` again while a host fails, as the words of the program advise; every failure has its name."""
    for _ in range(5):
        report = json.loads(_refreshed(stranger, *words))
        if not report["failed"]:
            return
        assert all(why.split(":")[0] in ("unreachable", "throttled") for why in report["failed"].values())
        words = ()
    pytest.fail(f"after five runs still {report['failed']}")


def _refreshed(stranger: Stranger, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "pubtrack", "refresh", "--json", *words],
        cwd=stranger.folder,
        env=stranger.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=AWAY,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def _edit(stranger: Stranger, old: str, new: str) -> None:
    path = stranger.folder / "bib/works.bib"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def _review(stranger: Stranger) -> None:
    """Three questions in a terminal: mistype, say yes to what was published, no to who contradicts, then nothing waits."""
    at = stranger.sits_at("review")
    kinds = set()
    while at.expect([r"\] (published|disagreement): [^\r\n]*", "Nothing waits", pexpect.EOF]) == 0:
        kind = at.match.group(1)
        at.expect(r"y/n/never\(v\)/open\(o\)/skip\(s\)/quit\(q\) \[s\]:")
        if not kinds:
            at.sendline("perhaps")
            at.expect("Please answer y, n, v, o, s or q")
            at.expect(r"\[s\]:")
        kinds.add(kind)
        at.sendline("y" if kind == "published" else "no")
    at.expect(pexpect.EOF)
    at.close()
    assert kinds == {"published", "disagreement"}
    assert at.exitstatus == 0
    assert "Nothing waits" in stranger.types("review")


@pytest.mark.loopback
def test_from_an_interview_to_a_reviewed_and_built_list(stranger: Stranger) -> None:
    walk(stranger)
    bib = stranger.reads("bib/works.bib")
    assert "journal = {J. of Trees That Stay Whole}" in bib
    assert "@article{moss," in bib
    assert "eprint = {2601.00001}" in bib
    why = stranger.types("why", "moss", "journal")
    assert "Annals of Moss" in why
    assert "crossref 10.1145/3001.4001" in why
    assert stranger.types("why", "2022counting", "journal").splitlines()[0].split("\t")[2:] == [
        "J. of Trees That Stay Whole",
        "user, works.bib",
    ]
    before = {p: p.read_bytes() for p in (stranger.folder / "out").iterdir()}
    stranger.types("build")
    assert before == {p: p.read_bytes() for p in (stranger.folder / "out").iterdir()}


@pytest.mark.loopback
@pytest.mark.heavy
@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")
def test_the_page_at_the_end_of_the_path_shows_the_list(stranger: Stranger) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install playwright")
    walk(stranger)
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto((stranger.folder / "site/index.html").as_uri())
        titles = page.locator(".work h4").all_inner_texts()
        assert {t.strip() for t in titles} == {
            world.PAPERS[k].title for k in (world.EDITED, world.PREPRINT, world.CITED)
        }
        page.locator("#q").fill("moss")
        assert page.locator(".work:visible").count() == 1
        assert "Annals of Moss" in page.locator(".work:visible").inner_text()
        assert faults == []
        browser.close()
