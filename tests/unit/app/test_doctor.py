"""The doctor says what is there and what is not, and never what a key is."""

from __future__ import annotations

import json

import pytest

from emulator.scripted import Say, serving
from pubtrack import __version__
from pubtrack.app.doctor import Finding, examine
from pubtrack.app.network import chosen_sources
from pubtrack.store.run_journal import RunJournal
from pubtrack.store.settings import Settings

WANTED = [
    "nosuch>=1", "nosuchextra>=1; extra == 'pdf'", "nosuchengine[x]>=1; extra == 'scale'",
    "pubtrack[scale]; extra == 'spark'",
]  # fmt: skip
KEY = "sk-do-not-show-me-123"


def of(found: list[Finding], area: str) -> dict[str, Finding]:
    return {finding.name: finding for finding in found if finding.area == area}


def test_versions_of_the_program_and_its_packages_are_told(library):
    program = of(examine(str(library.path)), "program")
    assert program["python"].state == program["pubtrack"].state == "ok"
    assert program["pydantic"].words[0].isdigit()
    assert {"keyring", "typst", "python-docx"} <= program.keys()
    assert "pytest" not in program


def test_a_package_that_is_missing_is_bad_and_an_extra_only_a_note(library, monkeypatch):
    monkeypatch.setattr("pubtrack.app.doctor.requires", lambda _: WANTED)
    program = of(examine(str(library.path)), "program")
    assert (program["nosuch"].state, program["nosuchextra"].state) == ("bad", "note")
    assert "pubtrack[pdf]" in program["nosuchextra"].words
    assert "pubtrack[scale]" in program["nosuchengine"].words
    assert (program["pubtrack"].state, program["pubtrack"].words) == ("ok", __version__)


def test_keys_are_present_or_not_and_never_shown(library, monkeypatch):
    monkeypatch.setenv("PUBTRACK_OPENALEX_KEY", KEY)
    monkeypatch.setenv("PUBTRACK_MAILTO", "hana@example.org")
    found = examine(str(library.path))
    keys = of(found, "key")
    assert keys["PUBTRACK_OPENALEX_KEY"].state == keys["PUBTRACK_MAILTO"].state == "ok"
    assert keys["PUBTRACK_SEMANTICSCHOLAR_KEY"].state == "note"
    told = json.dumps([finding.to_json() for finding in found])
    assert KEY not in told
    assert "hana@example.org" not in told


def test_a_key_of_another_name_in_the_settings_is_looked_for_there(library, monkeypatch):
    path = library.path / "pubtrack.toml"
    path.write_text(path.read_text() + '\n[sources.openalex]\napi_key_env = "MY_OWN_KEY"\n')
    monkeypatch.setenv("MY_OWN_KEY", KEY)
    assert of(examine(str(library.path)), "key")["MY_OWN_KEY"].state == "ok"


def test_a_healthy_library_is_counted(library):
    found = of(examine(str(library.path)), "library")
    assert found[str(library.path)].words == "2 works, 0 awards"
    assert found["history"].state == "ok"
    assert {f.state for f in found.values()} == {"ok"}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("works.bib", "@article{broken, title = {no end\n", "1 block cannot be read"),
        ("history/changes.jsonl", "{not json\n", "changes.jsonl"),
        ("history/citations.csv", "date,key,source,count\nsoon,a,b,many\n", "citations.csv"),
        ("records.jsonl", "{not json\n", "records.jsonl"),
        ("pubtrack.toml", "format = 99\n", "format 99"),
    ],
)
def test_a_file_that_is_broken_is_named(library, name, text, said):
    (library.path / name).write_text(text)
    bad = [f for f in examine(str(library.path)) if f.state == "bad"]
    assert len(bad) == 1
    assert said in f"{bad[0].name} {bad[0].words}"


def test_a_stopped_refresh_is_a_note(library):
    journal = RunJournal(library.path, library.now())
    with journal.held(), journal.appending() as lines:
        lines.add({"work": "a", "source": "s", "outcome": "found"})
    assert of(examine(str(library.path)), "library")["refresh"].state == "note"


def test_no_library_is_bad_only_where_one_was_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert [f.state for f in examine() if f.area == "library"] == ["note"]
    assert [f.state for f in examine(str(tmp_path / "none")) if f.area == "library"] == ["bad"]


def test_nothing_is_changed(library):
    before = {p: p.read_bytes() for p in library.path.rglob("*") if p.is_file()}
    examine(str(library.path))
    assert before == {p: p.read_bytes() for p in library.path.rglob("*") if p.is_file()}


@pytest.mark.loopback
def test_hosts_that_answer_anything_are_there_and_the_dead_are_named(library, socket_enabled):
    def answer(heard):
        return Say(404 if "crossref" in heard.path else 200, b"hello", content_type="text/html")

    with serving(answer) as server:
        names = [name for name in chosen_sources(Settings()) if name != "local"]
        tables = [f'[sources.{n}]\nbase_url = "{server.url}/{n}"\nrate_per_s = 1000\n' for n in names if n != "arxiv"]
        path = library.path / "pubtrack.toml"
        path.write_text("\n".join([path.read_text(), *tables, '[sources.arxiv]\nbase_url = "http://127.0.0.1:9/a"\n']))
        hosts = of(examine(str(library.path), online=True), "host")
    assert hosts["crossref"].state == hosts["openalex"].state == "ok"
    assert hosts["arxiv"].state == "bad"
    assert hosts["semanticscholar"].state == "note"
    assert of(examine(str(library.path)), "host") == {}


def test_every_line_of_the_records_is_read(library):
    path = library.path / "records.jsonl"
    path.write_text(path.read_text().replace('"fields": {', '"fields": {"titel": "x", ', 1))
    found = of(examine(str(library.path)), "library")[str(library.path)]
    assert found.state == "bad"
    assert "records.jsonl:1: this line is no SourceRecord (fields.titel" in found.words
