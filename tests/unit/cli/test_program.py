"""The command line: exit codes, data on stdout, talk on stderr, never a traceback."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from pubtrack.cli import COMMANDS, main
from pubtrack.cli.common import put_table

BIB = Path(__file__).resolve().parents[3] / "bib"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a copy of the first library."""
    shutil.copytree(BIB, tmp_path / "bib", ignore=shutil.ignore_patterns(".pubtrack"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command, capsys):
    assert main([command, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: pubtrack {command}")


def test_help_lists_all_commands(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {command}" in out for command in COMMANDS)


def test_a_mistyped_command_is_corrected(capsys):
    assert main(["biuld"]) == 2
    assert "Did you mean build?" in capsys.readouterr().err


def test_the_version_is_printed(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("pubtrack ")


def test_without_a_library_one_sentence_says_how_to_make_one(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["list"]) == 2
    error = capsys.readouterr().err
    assert "pubtrack init" in error
    assert "Traceback" not in error


def test_list_gives_lines_for_programs_and_json(here, capsys):
    assert main(["list", "--where", "year==2026"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split("\t")[:2] == ["guzmanpiedrahita2026democratic", "2026"]
    assert main(["list", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 12


@pytest.mark.parametrize("where", ["year>>", "yeer==2020", "(year==2020", "year==2020 extra", 'title~"'])
def test_a_filter_that_cannot_be_read_is_exit_2(here, where, capsys):
    assert main(["list", "--where", where]) == 2
    assert capsys.readouterr().err.startswith("pubtrack: ")


def test_show_and_why_name_the_witness(here, capsys):
    assert main(["show", "choi2025agent"]) == 0
    assert "EMNLP 2025" in capsys.readouterr().out
    assert main(["show", "choi2025agent", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["provenance"]["title"]["source"] == "acl"
    assert main(["why", "guzmanpiedrahita2026democratic", "title", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [s["holds"] for s in found] == [True, False, False]
    assert main(["why", "guzmanpiedrahita2026democratic"]) == 0
    assert "interview.txt:33" in capsys.readouterr().out


def test_an_unknown_key_gets_a_suggestion_and_exit_2(here, capsys):
    assert main(["why", "choi2025agnet"]) == 2
    assert "Did you mean choi2025agent" in capsys.readouterr().err


def test_set_history_and_undo(here, capsys):
    before = (here / "bib/works.bib").read_bytes()
    assert main(["set", "choi2025agent", "page=1-20", "volume=3"]) == 0
    assert b"pages = {1--20}" in (here / "bib/works.bib").read_bytes()
    assert main(["history", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {(r["verb"], r["field"], r["new"]) for r in rows} == {("set", "pages", "1--20"), ("set", "volume", "3")}
    assert main(["history"]) == 0
    assert main(["undo"]) == 0
    assert (here / "bib/works.bib").read_bytes() == before
    assert main(["undo"]) == 2


def test_the_other_verbs_of_the_hand(here, capsys):
    assert main(["lock", "choi2025agent", "title"]) == 0
    assert main(["unlock", "choi2025agent", "title"]) == 0
    assert main(["set", "choi2025agent", "novalue"]) == 2
    assert main(["split", "choi2025agent", "--source", "openreview"]) == 0
    assert main(["merge", "choi2025agent", "choi2025agent"]) == 2
    assert main(["remove", "jin2024causality"]) == 0
    assert (
        main(["award", "add", "Best Oral Paper", "--awarder", "REALM", "--date", "2025", "--work", "choi2025agent"])
        == 0
    )
    assert main(["award", "add", "X", "--date", "soon", "--json"]) == 2
    assert main(["award", "add", "Y", "--json"]) == 0
    assert "best-oral-paper-realm-2025" in (here / "bib/awards.toml").read_text(encoding="utf-8")
    assert main(["undo", "2"]) == 0
    assert "Best Oral Paper" not in (here / "bib/awards.toml").read_text(encoding="utf-8")


def test_build_writes_the_outputs_twice_identically(here, capsys):
    assert main(["build", "--out", "one"]) == 0
    assert main(["build", "--out", "two", "--json"]) == 0
    one, two = (
        {p.relative_to(here / out).as_posix(): p.read_bytes() for p in (here / out).rglob("*") if p.is_file()}
        for out in ("one", "two")
    )
    assert one == two
    assert {"publications.bib", "cv.md", "cv.html", "cv.tex", "cv.typ", "publications.json", "publications.ris"} < set(
        one
    )
    assert "site/index.html" in one
    assert main(["build", "--out", "three", "--only", "cv"]) == 0
    assert {"cv.md", "cv.html"} < {p.name for p in (here / "three").iterdir()}
    assert not (here / "three/publications.bib").exists()
    assert main(["build", "--only", "nothing"]) == 2


def test_build_says_in_a_line_what_it_wrote(here, capsys):
    assert main(["build", "--out", "out", "--only", "site,cv-html"]) == 0
    told = capsys.readouterr()
    assert told.err.splitlines() == ["12 works, 2 awards, 6 appointments.", "Wrote 2 outputs."]
    assert [line.split("\t")[0].replace("\\", "/") for line in told.out.splitlines()] == [
        "out/cv.html",
        "out/site/ (28 files)",
    ]
    (here / "out/site/works/jin2024causality.html").write_text("edited")
    (here / "out/cv.html").unlink()
    assert main(["remove", "jin2024causality"]) == 0
    assert main(["remove", "choi2025agent"]) == 0
    capsys.readouterr()
    assert main(["build", "--out", "out", "--only", "site,cv-html,bibtex"]) == 0
    told = capsys.readouterr().err
    assert "out/site: took away works/choi2025agent.html, of works that are gone." in told.replace("\\", "/")
    assert "left works/jin2024causality.html, which pubtrack wrote and somebody edited since." in told
    assert main(["build", "--out", "out", "--only", "site,cv-html"]) == 0
    assert capsys.readouterr().err.endswith("Wrote 0 of 2 outputs; 2 stood there already.\n")


def test_build_says_in_one_sentence_that_it_cannot_write(here, capsys):
    (here / "out").write_text("a file is in the way")
    assert main(["build", "--out", "out"]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_export_and_cite(here, capsys):
    assert main(["export", "bibtex", "--where", "type==thesis"]) == 0
    assert capsys.readouterr().out.startswith("@phdthesis{jin2024causality,")
    assert main(["export", "bibliography", "--style", "ieee", "-o", "refs.html"]) == 0
    assert "csl-entry" in (here / "refs.html").read_text(encoding="utf-8")
    assert main(["export", "bibtx"]) == 2
    assert "Did you mean bibtex" in capsys.readouterr().err
    assert main(["cite", "jin2024causality", "--style", "apa"]) == 0
    assert "Causality for Natural Language Processing" in capsys.readouterr().out
    assert main(["cite", "jin2024causality", "--json"]) == 0
    assert main(["cite", "nobody"]) == 2
    assert main(["cite", "jin2024causality", "--style", "apaa"]) == 2
    assert "apa" in capsys.readouterr().err


def test_styles_and_formats_are_listed(capsys):
    assert main(["styles", "chicago"]) == 0
    assert "chicago" in capsys.readouterr().out
    assert main(["styles", "ieee", "--json"]) == 0
    assert main(["styles", "no such style anywhere"]) == 1
    assert main(["formats"]) == 0
    assert main(["formats", "--json"]) == 0


def test_init_makes_a_library_that_works(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["init", "--name", "Ana Li", "--orcid", "0000-0002-1825-0097", "--alias", "A. Li"]) == 0
    assert main(["list"]) == 0
    assert main(["init"]) == 2
    assert main(["init", "other", "--orcid", "0000-0002-1825-0098", "--name", "x"]) == 2
    assert main(["init", "other", "--orcid", "0000-0002-1825-0097"]) == 2
    assert main(["init", "third", "--json"]) == 0
    assert main(["build", "--library", "third"]) == 0
    assert "Your Name" in (tmp_path / "out/cv.md").read_text(encoding="utf-8")


def test_an_online_library_needs_to_be_somebodys(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["init", "--online", "--name", "Ana Li"]) == 2
    assert "name it with --orcid" in capsys.readouterr().err
    assert not (tmp_path / "bib").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(shell, capsys):
    assert main(["completion", shell]) == 0
    assert "_PUBTRACK_COMPLETE" in capsys.readouterr().out


def test_an_internal_fault_is_exit_3_and_says_that_nothing_was_lost(here, monkeypatch, capsys):
    monkeypatch.setattr("pubtrack.app.library.Library.open", lambda path: 1 / 0)
    assert main(["list"]) == 3
    assert "Your library is as it was" in capsys.readouterr().err
    monkeypatch.setenv("PUBTRACK_TRACEBACK", "1")
    assert main(["list"]) == 3


def test_stopping_by_hand_is_no_fault(here, monkeypatch, capsys):
    def stop(path):
        raise KeyboardInterrupt

    monkeypatch.setattr("pubtrack.app.library.Library.open", stop)
    assert main(["list"]) == 130


def test_tables_are_drawn_for_a_person(here, monkeypatch, capsys):
    monkeypatch.setenv("PUBTRACK_TABLES", "1")
    assert main(["list", "--where", "type==thesis"]) == 0
    assert "Causality for Natural Language Processing" in capsys.readouterr().out


def test_no_cell_of_a_table_is_markup(here, monkeypatch, capsys):
    monkeypatch.setenv("PUBTRACK_TABLES", "1")
    monkeypatch.setenv("COLUMNS", "120")
    put_table(("what", "is"), [("[bold]x[/bold]", r"\[a\] \\[red]b")])
    assert r"[bold]x[/bold]   \[a\] \\[red]b" in capsys.readouterr().out


def test_templates_are_listed_and_copied_once(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["templates", "list"]) == 0
    name = capsys.readouterr().out.splitlines()[0].split("\t")[0]
    assert main(["templates", "list", "--json"]) == 0
    assert main(["templates", "copy", name]) == 0
    assert (tmp_path / "templates" / name).read_text(encoding="utf-8")
    assert main(["templates", "copy", name]) == 2
    assert main(["templates", "copy", "nothing.j2"]) == 2
