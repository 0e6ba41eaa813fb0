"""Reading: files, stdin, identifiers, URLs; one clear sentence where it cannot be done."""

from __future__ import annotations

import io
import json
from types import SimpleNamespace

import pytest

from emulator.scripted import Say, serving
from pubtrack.app.reading import highlighted, read
from pubtrack.cli import main
from pubtrack.errors import InputError

PROSE = "We wrote “A Theory of Things: Why and How” (2020). I received the Best Paper Award at the 2021 Workshop on Things for our work on “A Theory of Things: Why and How”."


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("10.18653/v1/2025.findings-naacl.281", "doi:10.18653/v1/2025.findings-naacl.281"),
        ("https://doi.org/10.1000/X", "doi:10.1000/x"),
        ("arXiv:2407.02273v4", "arxiv:2407.02273v4"),
        ("https://openreview.net/forum?id=VEqPDZIDAh", "openreview:VEqPDZIDAh"),
        ("PMID: 12345678", "pmid:12345678"),
    ],
)
def test_an_identifier_is_a_mention_with_itself(text, identifier):
    reading = read(text)
    assert [str(i) for i in reading.works[0].identifiers] == [identifier]
    assert reading.format == "id"


def test_an_orcid_id_names_a_person_not_a_work():
    assert read("0000-0003-0238-9024").works == ()


def test_stdin_is_read(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(PROSE.encode()), isatty=lambda: False))
    assert main(["read", "-", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert {w["title_plain"] for w in data["works"]} == {"A Theory of Things: Why and How"}
    assert data["works"][0]["start"] == PROSE.index("A Theory")


def test_several_sources_are_several_readings(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(PROSE)
    assert main(["read", str(tmp_path / "a.txt"), "10.1000/x", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_a_file_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("pubtrack.app.reading.MAX_BYTES", 10)
    (tmp_path / "a.txt").write_text("more than ten bytes")
    with pytest.raises(InputError, match="MB"):
        read(tmp_path / "a.txt")


def test_what_is_neither_file_nor_identifier_is_said(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        read("nothing-here")
    with pytest.raises(InputError, match="--online"):
        read("https://example.org/me")


@pytest.mark.loopback
def test_a_page_is_fetched_only_when_allowed(socket_enabled, monkeypatch):
    page = f"<html><body><p>{PROSE}</p></body></html>".encode()
    with serving([Say(body=page, content_type="text/html")] * 4) as server:
        monkeypatch.setenv("PUBTRACK_OFFLINE", "1")
        with pytest.raises(InputError, match="could not be fetched"):
            read(f"{server.url}/cv.html", online=True)
        monkeypatch.delenv("PUBTRACK_OFFLINE")
        assert read(f"{server.url}/cv.html", online=True).works


def test_mentions_are_highlighted_for_a_person(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(PROSE + " <script>alert(1)</script>")
    assert main(["read", str(tmp_path / "a.txt"), "--html", str(tmp_path / "a.html")]) == 0
    page = (tmp_path / "a.html").read_text()
    assert "A Theory of Things" in page
    assert "<script>alert" not in page
    assert main(["read", str(tmp_path / "a.txt"), "10.1000/x", "--html", str(tmp_path / "b.html")]) == 2
    highlighted(read("10.1000/x"), tmp_path / "id.html")
    assert (tmp_path / "id.html").exists()
