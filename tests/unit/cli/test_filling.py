"""`pubtrack fill` on the command line."""

from __future__ import annotations

from pathlib import Path

from pubtrack.cli import main

BIB = str(Path(__file__).resolve().parents[3] / "bib")


def test_pages_are_filled_checked_and_refused(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text('<!-- pubtrack where="type==thesis" -->\n')
    assert main(["fill", "a.md", "--check", "-L", BIB]) == 1
    assert main(["fill", "a.md", "-L", BIB]) == 0
    assert "Causality for Natural Language Processing" in Path("a.md").read_text(encoding="utf-8")
    assert main(["fill", "a.md", "--check", "-L", BIB]) == 0
    assert main(["fill", "b.md", "-L", BIB]) == 2
    assert "b.md" in capsys.readouterr().err
