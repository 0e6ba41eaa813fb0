"""Bad input: one clear sentence with file and line, exit code 2 (or a reading with issues), nothing written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pubtrack.cli import main

BIB = Path(__file__).resolve().parents[3] / "bib"
ENDINGS = ("txt", "md", "html", "tex", "bib", "ris", "json", "nbib", "xml")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a copy of the first library."""
    shutil.copytree(BIB, tmp_path / "bib", ignore=shutil.ignore_patterns(".pubtrack"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file() and ".pubtrack" not in p.parts}


def run(args: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Runs a command that must change nothing and show no traceback."""
    before = tree(folder / "bib")
    code = main(args)
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    assert "internal fault" not in captured.err
    assert tree(folder / "bib") == before
    return code, captured.out, captured.err


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_file_is_a_reading_without_works(here, ending, capsys):
    (here / f"x.{ending}").write_bytes(b"")
    code, out, _ = run(["read", f"x.{ending}"], here, capsys)
    assert (code, out) == (0, "")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("junk", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(500), b"a\0b"])
def test_binary_junk_is_one_sentence(here, ending, junk, capsys):
    (here / f"x.{ending}").write_bytes(junk)
    code, _, err = run(["read", f"x.{ending}"], here, capsys)
    assert code == 2
    assert f"x.{ending}" in err
    assert len(err.strip().splitlines()) == 1


def test_a_wrong_encoding_is_read_and_said(here, capsys):
    (here / "x.bib").write_bytes("@misc{k, title={Über Gödel}}".encode("cp1252"))
    code, out, err = run(["read", "x.bib"], here, capsys)
    assert code == 0
    assert "Über Gödel" in out
    assert "x.bib:1" in err


def test_a_folder_and_a_missing_file_are_named(here, capsys):
    code, _, err = run(["read", "bib"], here, capsys)
    assert code == 2
    assert "is a folder" in err
    code, _, err = run(["read", "nothing.txt"], here, capsys)
    assert code == 2
    assert "nothing.txt" in err


def test_a_url_needs_online(here, capsys):
    code, _, err = run(["read", "https://example.org/cv.html"], here, capsys)
    assert code == 2
    assert "--online" in err


def test_unbalanced_braces_and_duplicate_keys_are_issues_with_their_line(here, capsys):
    (here / "x.bib").write_text("@misc{a, title={A}}\n@misc{a, title={B}}\n@misc{c, title={open\n")
    code, out, err = run(["read", "x.bib"], here, capsys)
    assert code == 0
    assert "A" in out
    assert "x.bib:2" in err
    assert "x.bib:3" in err


@pytest.mark.parametrize("ending", ENDINGS)
def test_megabytes_on_one_line_come_to_an_end(here, ending, capsys):
    (here / f"x.{ending}").write_bytes(b"{[(" * 1_000_000 + b"x" * 2_000_000)
    code, _, _ = run(["read", f"x.{ending}", "--json"], here, capsys)
    assert code in (0, 2)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("works.bib", b"@misc{k, title={T}}\n<<<<<<< HEAD\n", "works.bib:2: a git conflict"),
        ("works.bib", b"@misc{k, title={T\0}}\n", "works.bib:1: holds a NUL byte"),
        ("awards.toml", b"[[award]\n", "awards.toml:1: not readable as TOML"),
        ("awards.toml", b"[[award]]\nid='x'\n", "awards.toml:1: [[award]] number 1: name"),
        ("awards.toml", b"\xff\xfe", "awards.toml:1: not UTF-8"),
        ("records.jsonl", b'{"work": "k"\n', "records.jsonl:1: this line is no SourceRecord"),
        ("records.jsonl", b"<<<<<<< HEAD\n", "records.jsonl:1: a git conflict"),
        ("state.jsonl", b"[]\n", "state.jsonl:1: this line is no WorkState"),
        ("pubtrack.toml", b"format = 99\n", "update pubtrack"),
        ("pubtrack.toml", b"format =\n", "pubtrack.toml:1: not readable as TOML"),
        ("pubtrack.toml", b"[owner]\nnaem = 'x'\n", "Did you mean 'name'"),
    ],
)
@pytest.mark.parametrize("command", [["list"], ["build", "--out", "out"], ["set", "k", "year=2020"]])
def test_a_broken_library_is_one_sentence_and_nothing_is_written(here, name, data, sentence, command, capsys):
    (here / "bib" / name).write_bytes(data)
    code, out, err = run(command, here, capsys)
    assert (code, out) == (2, "")
    assert sentence in err
    assert not (here / "out").exists()


def test_an_entry_that_cannot_be_read_is_told_and_kept(here, capsys):
    path = here / "bib/works.bib"
    path.write_bytes(path.read_bytes() + b"\n@misc{broken, title = {never closed\n")
    code, out, err = run(["list"], here, capsys)
    assert code == 0
    assert "works.bib:" in err
    assert len(out.splitlines()) >= 12
    assert main(["set", "choi2025agent", "volume=3"]) == 0
    assert path.read_bytes().endswith(b"\n@misc{broken, title = {never closed\n")


def test_what_an_editor_saved_meanwhile_is_never_overwritten(here, monkeypatch, capsys):
    from pubtrack.app import shelf

    path = here / "bib/works.bib"
    settle = shelf.settle

    def settle_while_an_editor_saves(draft, keys):
        changes = list(settle(draft, keys))
        path.write_bytes(path.read_bytes() + b"% saved by the editor\n")
        return changes

    monkeypatch.setattr(shelf, "settle", settle_while_an_editor_saves)
    assert main(["set", "choi2025agent", "volume=3"]) == 2
    assert "works.bib" in capsys.readouterr().err
    assert path.read_bytes().endswith(b"% saved by the editor\n")
    assert b"volume = {3}" not in path.read_bytes()
