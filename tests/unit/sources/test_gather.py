"""All hosts at once: five outcomes, one host never stops another, nothing is asked twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from emulator import corpus
from emulator.faults import Faults, hour_long
from emulator.hosts import HOSTS, OWNER, Emulator, emulating
from emulator.police import LIMITS, Police
from emulator.scripted import Say
from pubtrack.errors import SourceDown
from pubtrack.model import Fields, Identifier
from pubtrack.sources import SOURCES
from pubtrack.sources.base import Answers
from pubtrack.sources.crossref import Crossref
from pubtrack.sources.gather import Told, gather, payload_hash
from pubtrack.transport import Settings, Transport

pytestmark = pytest.mark.loopback

FIVE = ("openalex", "crossref", "semanticscholar", "arxiv", "datacite")
KEYS = {"PUBTRACK_OPENALEX_KEY": "emulated", "PUBTRACK_SEMANTICSCHOLAR_KEY": "emulated"}


@pytest.fixture(autouse=True)
def _loopback(socket_enabled: None) -> None:
    """Real sockets, on 127.0.0.1 only."""


@pytest.fixture(scope="module")
def held() -> corpus.Corpus:
    return corpus.make(120)


def works_of(held: corpus.Corpus) -> dict[str, tuple[Identifier, ...]]:
    return {
        f"w{p.number}": (Identifier(scheme="doi", value=p.doi), Identifier(scheme="arxiv", value=p.arxiv))
        for p in held.papers
    }


def fast(emulator: Emulator, **more: Any) -> Transport:
    hosts = {name: {**table, "rate_per_s": 5000, "concurrency": 3} for name, table in emulator.sources().items()}
    settings = Settings(mailto="a@b.org", hosts=hosts, backoff_s=0.005, read_timeout_s=2.0, **more)
    return Transport(settings, env=KEYS)


def ask(emulator: Emulator, held: corpus.Corpus, names: tuple[str, ...] = FIVE, **more: Any) -> list[Told]:
    with fast(emulator) as transport:
        return list(gather(works_of(held), [SOURCES[n] for n in names], transport, **more))


def outcomes(told: list[Told]) -> Counter[tuple[str, str]]:
    return Counter((t.source, t.outcome) for t in told)


def facts(told: list[Told]) -> set[tuple[str, str, str]]:
    return {(t.work, t.source, payload_hash(r.fields)) for t in told for r in t.records}


def test_every_work_is_told_once_by_every_source_in_few_requests(held: corpus.Corpus) -> None:
    with emulating(held) as emulator:
        told = ask(emulator, held)
    assert outcomes(told) == {(name, "found"): 120 for name in FIVE}
    assert len(told) == 600
    assert Counter(host for host, _ in emulator.log) == {
        "crossref": 3, "openalex": 2, "semanticscholar": 1, "arxiv": 1, "datacite": 1,
    }  # fmt: skip
    assert not [b for b in emulator.police.breaches if "requests in" not in b.what]


def test_records_say_where_they_come_from(held: corpus.Corpus) -> None:
    with emulating(held) as emulator:
        told = {t.source: t for t in ask(emulator, held) if t.work == "w1"}
    paper = held.papers[0]
    for name, one in told.items():
        fields, witness = one.records[0].fields, one.records[0].provenance
        assert fields.title
        assert fields.title.replace("<i>", "").replace("</i>", "") == paper.title
        assert [a.family for a in fields.author] == [f for _, f in paper.authors]
        assert fields.year == paper.year
        assert witness.source == name
        assert witness.retrieved_at
    assert told["crossref"].records[0].provenance.source_id == paper.doi
    assert told["openalex"].records[0].fields.citations.count == paper.cited + 1  # type: ignore[union-attr]


@pytest.mark.parametrize("name", [n for n in HOSTS if n not in ("doi_ra", "orcid")])
def test_each_host_is_spoken_to_in_its_own_dialect(held: corpus.Corpus, name: str) -> None:
    with emulating(held) as emulator:
        told = ask(emulator, held, (name,))
    assert outcomes(told) == {(name, "found"): 120}
    assert all(t.records[0].fields.title and t.records[0].fields.author for t in told)


def test_a_person_is_listed_by_three_hosts_and_asked_for_once_a_day(held: corpus.Corpus, tmp_path: Any) -> None:
    me = Identifier(scheme="orcid", value=OWNER)
    with emulating(held, owned=7) as emulator, fast(emulator, cache_dir=tmp_path) as transport:
        for _ in range(2):
            for name in ("orcid", "openalex", "dblp"):
                listing: Any = SOURCES[name]
                assert len({listing.parse(w).doi for w in listing.works_of(me, transport)}) == 7
        assert Counter(host for host, _ in emulator.log) == {"orcid": 1, "openalex": 1, "dblp": 1}
        source: Any = SOURCES["orcid"]
        full = [source.parse(w) for w in source.works_of(me, transport, full=True)]
        assert all(fields.author for fields in full)
        sections, failed = source.career_of(me, transport)
    assert not failed
    assert [a.name for s in sections for a in source.parse_awards(s)] == ["Prize of Nowhere"]
    assert [a.role for s in sections for a in source.parse_appointments(s)] == ["Professor of Nothing"]


def test_transient_faults_change_nothing_in_the_end(held: corpus.Corpus) -> None:
    # Without OpenCitations, which takes a request for each work: of so many, one meets a fault at every try.
    names = (*FIVE, "dblp", "europepmc")
    with emulating(held) as emulator:
        without = facts(ask(emulator, held, names, batch_of=dict.fromkeys(names, 10)))
    with emulating(held, faults=Faults(every=3)) as emulator:
        told = ask(emulator, held, names, batch_of=dict.fromkeys(names, 10))
    assert facts(told) == without
    assert {t.outcome for t in told} == {"found"}


def test_an_hour_of_waiting_is_throttled_and_a_later_run_finds_all(held: corpus.Corpus) -> None:
    faults = Faults(always={"openalex": hour_long})
    with emulating(held, faults=faults) as emulator:
        told = ask(emulator, held)
        assert outcomes(told)["openalex", "throttled"] == 120
        assert outcomes(told)["crossref", "found"] == 120
        assert Counter(host for host, _ in emulator.log)["openalex"] <= 3
        faults.always.clear()
        later = ask(emulator, held, ("openalex",))
    assert outcomes(later) == {("openalex", "found"): 120}


def test_a_dead_host_is_unreachable_and_never_absent(held: corpus.Corpus) -> None:
    faults = Faults(
        always={"crossref": lambda: Say(reset=True), "arxiv": lambda: Say(200, b"<html>", content_type="text/html")}
    )
    with emulating(held, faults=faults) as emulator:
        told = ask(emulator, held)
    counted = outcomes(told)
    assert counted["crossref", "unreachable"] == counted["arxiv", "unreachable"] == 120
    assert counted["openalex", "found"] == counted["datacite", "found"] == 120
    assert not [o for _, o in counted if o == "absent"]


def test_an_error_told_with_200_is_no_absence(held: corpus.Corpus) -> None:
    said = {name: lambda: Say(200, b'{"error": "busy"}') for name in FIVE if name != "arxiv"}
    with emulating(held, faults=Faults(always=said)) as emulator:
        told = ask(emulator, held, tuple(said))
    assert {t.outcome for t in told} == {"unreachable"}


def test_absent_works_are_told_apart_from_works_without_identifier(held: corpus.Corpus) -> None:
    works = {
        "gone": (Identifier(scheme="doi", value="10.1145/9.9"),),
        "none": (),
        "here": (Identifier(scheme="doi", value=held.papers[0].doi),),
    }
    with emulating(held) as emulator, fast(emulator) as transport:
        told = {
            (t.work, t.source): t.outcome for t in gather(works, [SOURCES["crossref"], SOURCES["arxiv"]], transport)
        }
    assert told["gone", "crossref"] == "absent"
    assert told["here", "crossref"] == "found"
    assert told["none", "crossref"] == told["here", "arxiv"] == "not_asked"


def test_a_missing_key_and_a_fresh_record_are_not_asked(held: corpus.Corpus) -> None:
    with emulating(held) as emulator:
        hosts = emulator.sources()
        with Transport(Settings(hosts=hosts), env={}) as transport:
            told = list(gather(works_of(held), [SOURCES["semanticscholar"]], transport))
        assert {(t.outcome, t.detail) for t in told} == {("not_asked", "needs a key in PUBTRACK_SEMANTICSCHOLAR_KEY")}
        told = ask(emulator, held, skip=lambda work, source: "still fresh")
        assert {t.outcome for t in told} == {"not_asked"}
        assert not emulator.log


def test_a_malformed_id_does_not_fail_its_batch(held: corpus.Corpus) -> None:
    class Careless(Crossref):
        def takes(self, identifier: Identifier) -> bool:
            return identifier.scheme == "doi"

    bad = Identifier.model_construct(scheme="doi", value="10.1/bad")
    works = {**works_of(held), "bad": (bad,)}
    with emulating(held) as emulator, fast(emulator) as transport:
        told = list(gather(works, [Careless()], transport))
    assert outcomes(told) == {("crossref", "found"): 120, ("crossref", "not_asked"): 1}
    assert len(emulator.log) <= 3 + 14


def test_a_doi_of_an_unknown_agency_is_looked_up_and_asked_at_datacite(held: corpus.Corpus) -> None:
    paper = held.papers[0]
    odd = corpus.Corpus([paper])
    odd.by_datacite["10.99999/set.1"] = paper
    works = {
        "data": (Identifier(scheme="doi", value="10.99999/set.1"),),
        "paper": (Identifier(scheme="doi", value=paper.doi),),
    }

    with emulating(odd) as emulator, fast(emulator) as transport:
        told = list(gather(works, [SOURCES["crossref"], SOURCES["datacite"]], transport))
    assert len({(t.work, t.source) for t in told}) == len(told) == 4
    assert {host for host, _ in emulator.log} == {"crossref", "doi_ra", "datacite"}


def test_a_source_with_a_fault_of_its_own_stops_nobody(held: corpus.Corpus) -> None:
    class Broken(Crossref):
        def fetch_batch(self, batch: tuple[Identifier, ...], transport: Any) -> Answers:
            raise ZeroDivisionError("a bug")

    with emulating(held) as emulator, fast(emulator) as transport:
        told = list(gather(works_of(held), [Broken(), SOURCES["arxiv"]], transport))
    assert outcomes(told) == {("crossref", "unreachable"): 120, ("arxiv", "found"): 120}
    assert "ZeroDivisionError" in str(told[0].detail) + "".join(str(t.detail) for t in told)


@pytest.mark.parametrize("method", ["batches", "record", "takes"])
def test_a_source_that_fails_outside_of_asking_still_tells_every_work_once(held: corpus.Corpus, method: str) -> None:
    """The thread ended with a traceback on the terminal, and its works were told by nobody."""

    def fault(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    broken = type("Broken", (Crossref,), {method: fault})()
    with emulating(held) as emulator, fast(emulator) as transport:
        told = list(gather(works_of(held), [broken, SOURCES["arxiv"]], transport))
    assert outcomes(told) == {("crossref", "unreachable"): 120, ("arxiv", "found"): 120}
    assert {t.detail for t in told if t.source == "crossref"} == {"the source failed: ZeroDivisionError: a bug"}


def test_a_batch_that_failed_in_a_bad_moment_is_asked_once_more(held: corpus.Corpus) -> None:
    class Moody(Crossref):
        failures = 1

        def fetch_batch(self, batch: tuple[Identifier, ...], transport: Any) -> Answers:
            if held.papers[60].doi in {i.value for i in batch} and Moody.failures:
                Moody.failures -= 1
                return Answers(failed=dict.fromkeys(batch, SourceDown("crossref", "a bad moment")))
            return super().fetch_batch(batch, transport)

    with emulating(held) as emulator, fast(emulator) as transport:
        told = list(gather(works_of(held), [Moody()], transport))
    assert outcomes(told) == {("crossref", "found"): 120}


def test_a_reader_that_stops_ends_the_run(held: corpus.Corpus) -> None:
    with emulating(held, latency_s=0.05) as emulator, fast(emulator) as transport:
        stream: Iterator[Told] = gather(works_of(held), [SOURCES["crossref"]], transport, batch_of={"crossref": 1})
        next(stream)
        stream.close()  # type: ignore[attr-defined]
        seen = len(emulator.log)
    assert seen < 30


def test_a_whole_gathering_replays_without_network(held: corpus.Corpus, tmp_path: Any) -> None:
    with emulating(held, faults=Faults(every=4)) as emulator:
        hosts = {n: {**t, "rate_per_s": 5000} for n, t in emulator.sources().items()}
        settings = Settings(mailto="a@b.org", hosts=hosts, backoff_s=0.005)
        with Transport(settings, env=KEYS, record=tmp_path) as transport:
            first = list(gather(works_of(held), [SOURCES[n] for n in FIVE], transport))
    with Transport(settings, env=KEYS, replay=tmp_path) as transport:
        second = list(gather(works_of(held), [SOURCES[n] for n in FIVE], transport))

    def key(told: Told) -> tuple[str, str]:
        return told.work, told.source

    for one, two in zip(sorted(first, key=key), sorted(second, key=key), strict=True):
        assert one == two


def test_real_limits_are_kept_and_a_planted_violator_is_caught(tmp_path: Any) -> None:
    few = corpus.make(200)
    with emulating(few) as emulator:
        settings = Settings(mailto="a@b.org", cache_dir=tmp_path, hosts=emulator.sources())
        with Transport(settings, env=KEYS) as transport:
            list(gather(works_of(few), [SOURCES["crossref"], SOURCES["semanticscholar"]], transport))
        assert emulator.police.breaches == []
        assert emulator.police.requests == {"crossref/polite": 4, "semanticscholar/key": 1}
    with emulating(few) as emulator:
        ask(emulator, few, ("crossref",), batch_of={"crossref": 10})
        assert emulator.police.breaches


def test_the_police_counts_each_kind_of_breach() -> None:
    police = Police()
    with police.watching("arxiv/all", 10), police.watching("arxiv/all", 10):
        pass
    police.ids("crossref/polite", LIMITS["crossref/polite"].ids + 1)
    with police.watching("crossref/polite", 5000):
        pass
    told = " ".join(b.what for b in police.breaches)
    for words in ("at once", "requests in", "ids", "line"):
        assert words in told


def test_a_hash_changes_with_what_is_said() -> None:
    assert payload_hash(Fields(title="A")) != payload_hash(Fields(title="B"))
    assert isinstance(SourceDown("x", "y").detail, str)
