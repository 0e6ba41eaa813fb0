"""`pubtrack doctor` on the command line."""

from __future__ import annotations

import json

from pubtrack.cli import main


def test_nothing_wrong_is_exit_0_and_lines_for_programs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["init", "--name", "Ana Li"]) == 0
    capsys.readouterr()
    assert main(["doctor"]) == 0
    told = capsys.readouterr()
    assert "library\tbib\tok\t0 works, 0 awards" in told.out.replace(f"{tmp_path}/", "")
    assert told.err == "Nothing is wrong.\n"


def test_something_wrong_is_exit_1_and_json_says_what(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["doctor", "-L", "nowhere", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [f["area"] for f in told if f["state"] == "bad"] == ["library"]
