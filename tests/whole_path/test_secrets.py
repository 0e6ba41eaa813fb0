"""Keys, tokens and addresses are planted, hosts repeat them wherever they can; then everything that was written is searched."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from emulator import dialects
from emulator.scripted import Heard, Say, serving
from house import ROOT
from pubtrack.sources import SOURCES
from whole_path import world

pytestmark = pytest.mark.loopback

KEYS = {host.key_env: f"planted+{name}/key=0123456789" for name in SOURCES if (host := SOURCES[name].host).key_env}
PLANTED = {**KEYS, "PUBTRACK_MAILTO": "hana.planted@example.org", "PUBTRACK_PAST_NAMES": "Johanna Plantedname"}
COMMANDS = (
    ("init", "--name", world.OWNER),
    ("track", "mine.bib", "--yes", "--online"),
    ("refresh", "--dry-run"),
    ("refresh", "--summary", "summary.md", "--record", "tape"),
    ("refresh", "--json", "--max-age", "0"),
    ("verify", "mine.bib", "--record", "tape2"),
    ("doctor", "--online"),
    ("doctor", "--online", "--json"),
    ("set", "vogel6", "note=mine"),
    ("check",),
    ("review",),
    ("why", "vogel6"),
    ("report",),
    ("build",),
    ("export", "site", "--output", "site"),
    ("schedule", "github"),
    ("schedule", "cron"),
    ("schedule", "systemd"),
    ("history",),
)


def _forms(secret: str) -> Iterator[bytes]:
    """A secret as it is, and as it would look in a URL, in JSON or in a header."""
    yield secret.encode()
    yield quote(secret).encode()
    yield quote(secret, safe="").encode()
    yield json.dumps(secret).strip('"').encode()
    yield base64.b64encode(secret.encode())


class Echo:
    """A host that knows every work and repeats who asked, in bodies, headers and errors, each in turn."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []

    def __call__(self, heard: Heard) -> Say:
        self.heard.append(heard)
        words = f"{heard.path} {heard.headers} {heard.body.decode(errors='replace')}"
        turn = len(self.heard) % 6
        if turn == 0:
            return Say(403, json.dumps({"message": f"bad key in {words}"}).encode())
        if turn == 1:
            return Say(400, f"cannot read {words}".encode(), content_type="text/plain")
        if turn == 2:
            headers = {"Retry-After": "3600", "X-Echo": words.replace("\n", " ")[:2000]}
            return Say(429, json.dumps({"error": words}).encode(), headers=headers)
        paper = dialects.crossref(world.PAPERS[world.QUIET]) | {"publisher": f"Press of {words}", "abstract": words}
        message = {"total-results": 1, "items": [paper], "items-per-page": 1, "query": words, "facets": {}}
        told = {"status": "ok", "message-type": "work-list", "message-version": "1.0.0", "message": message}
        return Say(200, json.dumps(told).encode(), headers={"X-Echo": quote(words)[:2000]})


def test_no_secret_is_in_anything_that_was_written_or_said(tmp_path: Path, socket_enabled: None) -> None:
    paper = world.PAPERS[world.QUIET]
    (tmp_path / "mine.bib").write_text(
        f"@article{{vogel6, author = {{Vogel, Hana}}, title = {{{paper.title}}}, year = {{{paper.year}}}, doi = {{{paper.doi}}}, "
        f"eprint = {{{paper.arxiv}}}, archiveprefix = {{arXiv}}}}\n",
        encoding="utf-8",
    )
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("PUBTRACK_")}, **PLANTED,
        "PYTHONPATH": str(ROOT / "src"), "PUBTRACK_CACHE_DIR": str(tmp_path / "cache"), "PUBTRACK_TRACEBACK": "1",
    }  # fmt: skip
    echo, said = Echo(), b""
    with serving(echo) as server:
        for words in COMMANDS:
            done = subprocess.run(
                [sys.executable, "-m", "pubtrack", *words], cwd=tmp_path, env=environment, capture_output=True, check=False
            )  # fmt: skip
            assert done.returncode in (0, 1), (words, done.stderr.decode())
            said += done.stdout + done.stderr
            if words[0] == "init":
                tables = "".join(
                    f'\n[sources.{n}]\nbase_url = "{server.url}/{n}"\nrate_per_s = 1000\n'
                    for n in SOURCES
                    if n != "local"
                )
                for settings in tmp_path.glob("*/pubtrack.toml"):
                    if "[sources." not in settings.read_text(encoding="utf-8").replace("# [sources.", ""):
                        settings.write_text(settings.read_text(encoding="utf-8") + tables, encoding="utf-8")
    sent = b"".join(f"{h.path} {h.headers}".encode() for h in echo.heard)
    assert len(echo.heard) > 20
    for name in ("PUBTRACK_OPENALEX_KEY", "PUBTRACK_SEMANTICSCHOLAR_KEY", "PUBTRACK_MAILTO"):
        assert any(form in sent for form in _forms(PLANTED[name])), f"{name} was never used, so nothing was tried"
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    }
    assert {"summary.md", "tape/index.jsonl", "bib/records.jsonl", "out/cv.html"} <= written.keys()
    found = [
        f"{name}: {secret}"
        for name, data in {**written, "(said)": said}.items()
        for secret, value in PLANTED.items()
        if any(form in data for form in _forms(value))
    ]
    assert found == [], "\n".join(found)
