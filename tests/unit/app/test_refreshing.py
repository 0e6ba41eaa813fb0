"""A refresh against emulated hosts: what fits is believed, the rest is reported, nothing is lost or asked twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from emulator.corpus import Corpus, make
from emulator.hosts import Emulator, emulating
from emulator.listed import add_settings, bib_of, source_tables
from pubtrack.app.library import Library
from pubtrack.errors import NotFoundError, StoreError
from pubtrack.model import Owner
from pubtrack.store.run_journal import RunJournal

pytestmark = pytest.mark.loopback

ON = ("crossref", "openalex", "arxiv", "datacite", "dblp", "europepmc")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _loopback(socket_enabled: None) -> None:
    """Real sockets, on 127.0.0.1 only."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return make(12)


def library_of(corpus: Corpus, folder: Path, emulator: Emulator, day: int = 0) -> Library:
    """A library of the corpus, as a person would list it: title, first author, year, DOI."""
    folder.mkdir(parents=True)
    (folder / "works.bib").write_text(bib_of(corpus))
    Library.create(folder, Owner(name="Nobody Known"))
    add_settings(folder, source_tables(emulator.url, ON))
    return Library(folder, now=lambda: NOW + timedelta(days=day))


def files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file() and ".pubtrack" not in p.parts}


def test_what_the_sources_say_is_believed_with_its_witness(corpus, tmp_path):
    with emulating(corpus) as hosts:
        library = library_of(corpus, tmp_path / "bib", hosts)
        report = library.refresh()
    assert report.failed == {}
    assert report.exit_code == 0
    assert report.counts["crossref"]["found"] == len(corpus.papers)
    paper = corpus.papers[0]
    work = library.works[f"p{paper.number}"]
    assert work.container_title == paper.venue
    assert work.provenance["container_title"].source in ("crossref", "openalex", "dblp", "europepmc")
    assert work.provenance["title"].source == "user"
    assert {(r.key, r.verb) for r in library.history() if r.verb == "refresh"}
    counts = (library.path / "history/citations.csv").read_text().splitlines()
    assert counts[0] == "date,key,source,count"
    assert f"2026-11-22,p{paper.number},crossref,{paper.cited}" in counts


def test_a_second_refresh_on_the_same_day_sends_nothing_and_changes_nothing(corpus, tmp_path):
    with emulating(corpus) as hosts:
        library = library_of(corpus, tmp_path / "bib", hosts)
        library.refresh()
        asked, before = len(hosts.log), files(library.path)
        report = library.refresh()
        assert len(hosts.log) == asked
    assert files(library.path) == before
    assert not report.changes
    assert all(outcome == "not_asked" for by in report.outcomes.values() for outcome in by.values())


def test_a_retraction_of_an_old_work_is_heard_within_a_month(tmp_path):
    old = Corpus([paper for paper in make(30).papers if paper.year < 2020])
    with emulating(old) as hosts:
        library = library_of(old, tmp_path / "bib", hosts)
        library.refresh()
        asked = len(hosts.log)
        Library(library.path, now=lambda: NOW + timedelta(days=31)).refresh()
        assert {host for host, _ in list(hosts.log)[asked:]} == {"crossref", "openalex", "europepmc"}


def test_answers_that_nobody_needs_any_more_leave_the_cache(corpus, tmp_path):
    old = tmp_path / "cache" / "answers" / "ab" / "cdef"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"kept a quarter ago")
    os.utime(old, (time.time() - 90 * 86_400,) * 2)
    with emulating(corpus) as hosts:
        library_of(corpus, tmp_path / "bib", hosts).refresh()
    assert not old.exists()


def test_after_a_quarter_everything_is_asked_for_again(corpus, tmp_path):
    with emulating(corpus) as hosts:
        library_of(corpus, tmp_path / "bib", hosts).refresh()
        asked = len(hosts.log)
        later = Library(tmp_path / "bib", now=lambda: NOW + timedelta(days=100))
        later.refresh()
        assert len(hosts.log) > asked


def test_a_dry_run_changes_nothing_and_the_real_one_uses_its_answers(corpus, tmp_path):
    with emulating(corpus) as hosts:
        library = library_of(corpus, tmp_path / "bib", hosts)
        before = files(library.path)
        report = library.refresh(dry_run=True)
        assert report.dry
        assert report.counts["crossref"]["found"] == len(corpus.papers)
        assert files(library.path) == before
        asked = len(hosts.log)
        library.refresh()
        assert len(hosts.log) == asked
    assert library.works["p1"].container_title


def test_a_dead_host_is_reported_and_the_others_go_on(corpus, tmp_path):
    with emulating(corpus) as hosts:
        library = library_of(corpus, tmp_path / "bib", hosts)
        settings = library.path / "pubtrack.toml"
        settings.write_text(settings.read_text().replace(f"{hosts.url}/crossref", "http://127.0.0.1:9/crossref"))
        library = Library(library.path, now=lambda: NOW)
        report = library.refresh()
    assert set(report.failed) == {"crossref"}
    assert report.exit_code == 1
    assert report.counts["openalex"]["found"] == len(corpus.papers)
    assert "crossref" not in library.asked("p1")
    assert any(line.startswith("crossref: 12 unreachable") for line in report.lines())


def test_throttled_is_not_absent_and_a_later_run_completes(corpus, tmp_path):
    from emulator.faults import hour_long

    with emulating(corpus) as hosts:
        hosts.faults.always["openalex"] = hour_long
        library = library_of(corpus, tmp_path / "bib", hosts)
        report = library.refresh()
        assert report.counts["openalex"] == {"throttled": 12}
        del hosts.faults.always["openalex"]
        report = Library(library.path, now=lambda: NOW + timedelta(hours=2)).refresh()
        assert report.counts["openalex"] == {"found": 12}


def test_transient_faults_lead_to_the_same_library(corpus, tmp_path):
    with emulating(corpus) as hosts:
        library_of(corpus, tmp_path / "one/bib", hosts).refresh()
    with emulating(corpus) as hosts:
        hosts.faults.every = 3
        library = library_of(corpus, tmp_path / "two/bib", hosts)
        for _ in range(4):
            if not library.refresh().failed:
                break
    one, two = files(tmp_path / "one/bib"), files(tmp_path / "two/bib")
    same = ("works.bib", "citations.csv")
    assert {name: one[name] for name in same} == {name: two[name] for name in same}
    assert [r.fields for r in Library(tmp_path / "one/bib").records("p3")] == [
        r.fields for r in Library(tmp_path / "two/bib").records("p3")
    ]


def test_recorded_answers_replay_byte_for_byte_without_network(corpus, tmp_path):
    with emulating(corpus) as hosts:
        library_of(corpus, tmp_path / "one/bib", hosts).refresh(record=tmp_path / "tape")
        second = library_of(corpus, tmp_path / "two/bib", hosts)
        asked = len(hosts.log)
        second.refresh(replay=tmp_path / "tape")
        assert len(hosts.log) == asked
    one, two = files(tmp_path / "one/bib"), files(tmp_path / "two/bib")
    for name in ("works.bib", "records.jsonl", "citations.csv", "state.jsonl"):
        assert one[name] == two[name], name


def test_a_hand_edit_between_runs_is_kept_and_told_as_a_disagreement(corpus, tmp_path):
    with emulating(corpus) as hosts:
        library = library_of(corpus, tmp_path / "bib", hosts)
        library.refresh()
        path = library.path / "works.bib"
        venue = library.works["p1"].container_title
        path.write_text(path.read_text().replace(f"{{{venue}}}", "{My Own Venue}", 1))
        key = next(k for k, w in Library(library.path).works.items() if w.container_title == "My Own Venue")
        report = Library(library.path, now=lambda: NOW + timedelta(days=100)).refresh()
    assert "My Own Venue" in path.read_text()
    assert (key, "container_title") in [(k, d.field) for k, d in report.disagreements]
    assert "My Own Venue" not in report.to_markdown().partition("### Changes")[2].partition("###")[0]


def test_the_wrong_identifier_beside_a_right_title_is_a_question_not_a_change(corpus, tmp_path):
    with emulating(corpus) as hosts:
        library = library_of(corpus, tmp_path / "bib", hosts)
        one, other = corpus.papers[0], corpus.papers[1]
        path = library.path / "works.bib"
        path.write_text(path.read_text().replace(one.doi, "10.9999/none").replace(other.doi, one.doi))
        library = Library(library.path, now=lambda: NOW)
        before = library.works[f"p{other.number}"].title
        report = library.refresh()
    questions = [
        p for p in report.proposals if p.key == f"p{other.number}" and p.record.provenance.source == "crossref"
    ]
    assert [p.kind for p in questions] == ["unsure"]
    assert library.works[f"p{other.number}"].title == before
    assert not any(r.provenance.source == "crossref" for r in library.records(f"p{other.number}"))
    library.answer(questions[0].id, "no")
    assert all(q.id != questions[0].id for q in library.questions())
    with emulating(corpus) as hosts:
        again = Library(library.path, now=lambda: NOW + timedelta(days=100))
        assert all(p.id != questions[0].id for p in again.refresh(offline=True).proposals)


def test_a_preprint_that_was_published_is_a_question_and_the_key_stays(corpus, tmp_path):
    paper = next(p for p in corpus.papers if not p.retracted)
    with emulating(corpus) as hosts:
        library = library_of(corpus, tmp_path / "bib", hosts)
        path = library.path / "works.bib"
        path.write_text(
            f"@misc{{mine, author = {{{paper.authors[0][1]}, {paper.authors[0][0]}}}, title = {{{paper.title}}}, "
            f"year = {paper.year}, doi = {{{paper.doi}}}, eprint = {{{paper.arxiv}}}, archiveprefix = {{arXiv}}}}\n"
        )
        library = Library(library.path, now=lambda: NOW)
        assert library.works["mine"].is_preprint
        report = library.refresh()
        published = [p for p in report.proposals if p.kind == "published"]
        assert {p.key for p in published} == {"mine"}
        assert library.works["mine"].is_preprint
        library.answer(published[0].id, "yes")
    work = library.works["mine"]
    assert work.arxiv == paper.arxiv
    assert list(library.works) == ["mine"]


def test_retractions_are_told_once(tmp_path):
    corpus = make(60)
    retracted = [p for p in corpus.papers if p.retracted]
    assert retracted, "the corpus holds retracted works"
    with emulating(Corpus(retracted[:2])) as hosts:
        library = library_of(Corpus(retracted[:2]), tmp_path / "bib", hosts)
        report = library.refresh()
        assert {key for key, _ in report.notices} == {f"p{p.number}" for p in retracted[:2]}
        assert "Retractions and corrections" in report.to_markdown()
        later = Library(library.path, now=lambda: NOW + timedelta(days=200)).refresh()
        assert later.notices == []


def test_offline_asks_nobody_and_says_so(corpus, tmp_path, monkeypatch):
    with emulating(corpus) as hosts:
        library = library_of(corpus, tmp_path / "bib", hosts)
        before = files(library.path)
        assert library.refresh(offline=True).counts["crossref"] == {"not_asked": 12}
        monkeypatch.setenv("PUBTRACK_OFFLINE", "1")
        assert library.refresh().counts["crossref"] == {"not_asked": 12}
        assert hosts.log == []
    assert files(library.path) == before


def test_only_named_sources_are_asked_and_unknown_ones_refused(corpus, tmp_path):
    with emulating(corpus) as hosts:
        library = library_of(corpus, tmp_path / "bib", hosts)
        library.refresh(sources=("arxiv",))
        assert {host for host, _ in hosts.log} == {"arxiv"}
        with pytest.raises(NotFoundError, match="Did you mean arxiv"):
            library.refresh(sources=("arxv",))


def test_two_refreshes_at_once_do_not_meet(corpus, tmp_path):
    with emulating(corpus) as hosts:
        library = library_of(corpus, tmp_path / "bib", hosts)
        with RunJournal(library.path, NOW).held(), pytest.raises(StoreError, match="another refresh is running"):
            library.refresh()


KILLED = """
import sys
from datetime import datetime, UTC
from pubtrack.app.library import Library
Library(sys.argv[1], now=lambda: datetime(2026, 11, 22, 12, 0, tzinfo=UTC)).refresh()
"""


MOMENTS = [round(Random(number).uniform(0.2, 1.4), 3) for number in range(20)]
"""Seconds after its start at which a run is killed: from the first import to after its end."""


@pytest.fixture(scope="module")
def undisturbed(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The works after a refresh that nobody killed."""
    with emulating(corpus) as hosts:
        library = library_of(corpus, tmp_path_factory.mktemp("clean") / "bib", hosts)
        library.refresh()
    return (library.path / "works.bib").read_bytes()


@pytest.mark.parametrize("after_s", MOMENTS)
def test_a_killed_run_goes_on_where_it_stopped(corpus, undisturbed, tmp_path, after_s):
    with emulating(corpus, latency_s=0.12) as hosts:
        library = library_of(corpus, tmp_path / "bib", hosts)
        settings = library.path / "pubtrack.toml"
        settings.write_text(settings.read_text().replace("rate_per_s = 1000", "rate_per_s = 1000\nbatch = 3"))
        child = subprocess.Popen([sys.executable, "-c", KILLED, str(library.path)], env={**os.environ})
        time.sleep(after_s)
        child.send_signal(signal.SIGKILL)
        child.wait()
        time.sleep(0.3)  # the hosts still log what the killed process had just sent
        journal = library.path / ".pubtrack/refresh.jsonl"
        lines = [json.loads(line) for line in journal.read_text().splitlines() if line] if journal.exists() else []
        told = {(line["work"], line["source"]) for line in lines if line.get("outcome") == "found"}
        hosts.latency_s, asked_before = 0.0, len(hosts.log)
        library = Library(library.path, now=lambda: NOW)
        report = library.refresh()
        batches = len(hosts.log) - asked_before
    assert report.failed == {}
    assert set(report.counts["crossref"]) <= {"found", "not_asked"}  # the second: all was done before the kill
    whole = 6 * 4
    assert batches <= whole - len(told) // 3
    assert not journal.exists()
    assert (library.path / "works.bib").read_bytes() == undisturbed


def test_a_journal_cut_off_in_the_middle_of_a_line_is_read_as_far_as_it_goes(tmp_path):
    journal = RunJournal(tmp_path, NOW)
    with journal.held():
        with journal.appending() as lines:
            lines.add({"work": "a", "source": "s", "outcome": "found"})
        path = tmp_path / ".pubtrack/refresh.jsonl"
        path.write_bytes(path.read_bytes() + b'{"work": "b", "source": "s", "outc')
        assert [list(journal.index().of(work)) for work in "abc"] == [["s"], [], []]
        with journal.appending() as lines:
            lines.add({"work": "c", "source": "s", "outcome": "absent"})
        index = journal.index()
        assert [list(index.of(work)) for work in "abc"] == [["s"], [], ["s"]]
        outcome, place = index.of("c")["s"]
        (line,) = journal.read_at([place])
        assert line["outcome"] == outcome == "absent"
    with RunJournal(tmp_path, NOW + timedelta(days=2)).held():
        assert not journal.index()
