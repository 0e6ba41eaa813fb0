"""What every source promises, whoever wrote it. A new source needs its module, its line, and a pair of fixtures."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pubtrack import sources
from pubtrack.model import Award, Fields, Identifier
from pubtrack.model.identifiers import SCHEMES
from pubtrack.sources import SOURCES
from pubtrack.sources.base import Source
from pubtrack.sources.crossref import Crossref

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "sources"
CASES = sorted(str(p.relative_to(FIXTURES)).removesuffix(".in.json") for p in FIXTURES.rglob("*.in.json"))

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def _read(case: str, kind: str) -> Any:
    return json.loads((FIXTURES / f"{case}.{kind}.json").read_text("utf-8"))


def _said(case: str) -> dict[str, Any]:
    source, item = SOURCES[case.partition("/")[0]], _read(case, "in")
    told: dict[str, Any] = {"record_id": source.record_id(item), "fields": source.parse(item).to_json()}
    told |= {"awards": [a.to_json() for a in source.parse_awards(item)]}
    return told | {"appointments": [a.to_json() for a in source.parse_appointments(item)]}


@pytest.mark.parametrize("name", list(SOURCES))
def test_a_source_says_what_it_is(name: str) -> None:
    source = SOURCES[name]
    assert isinstance(source, Source)
    assert source.name == source.host.name == name
    assert source.docs_url.startswith("https://")
    assert source.host.base_url.startswith("https://") or name == "local"
    assert source.label
    assert source.says
    assert source.batch >= 1
    assert source.host.rate.most >= 1
    assert set(source.schemes) <= set(SCHEMES)
    assert source.host.key_env is None or source.host.key_env.startswith("PUBTRACK_")
    assert not source.host.key_required or source.host.key_env


@pytest.mark.parametrize("name", [n for n in SOURCES if n != "local"])
def test_a_source_can_be_asked_by_every_scheme_it_names(name: str) -> None:
    values = {"doi": "10.5281/zenodo.1", "arxiv": "2407.02273", "pmid": "12", "pmcid": "PMC12", "openalex": "W12", "mag": "12",
              "s2": "12", "acl": "P19-1001", "dblp": "conf/x/Y20", "orcid": "0000-0003-0238-9024", "ror": "0472cxd90",
              "openreview": "abcDEF1234"}  # fmt: skip
    source = SOURCES[name]
    ids = [Identifier(scheme=scheme, value=values[scheme]) for scheme in source.schemes]  # type: ignore[arg-type]
    assert all(source.takes(i) for i in ids)
    batches = list(source.batches(ids))
    assert sorted(str(i) for b in batches for i in b) == sorted(str(i) for i in ids)
    for batch in batches:
        request = source.ask(batch)
        assert request.path.startswith("/")
        assert request.line_length <= source.max_line


def test_every_source_has_a_pair_of_fixtures() -> None:
    assert {case.partition("/")[0] for case in CASES} == set(SOURCES)


@pytest.mark.parametrize("case", CASES)
def test_a_recorded_shape_parses_to_what_was_reviewed(case: str) -> None:
    """`UPDATE_FIXTURES=1 pytest` rewrites the expectation; the difference is for a person to read."""
    told = json.loads(json.dumps(_said(case)))
    if os.environ.get("UPDATE_FIXTURES"):
        (FIXTURES / f"{case}.out.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert told == _read(case, "out")


@pytest.mark.parametrize("name", list(SOURCES))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(answer=JSON)
def test_parse_never_raises(name: str, answer: Any) -> None:
    source = SOURCES[name]
    assert isinstance(source.parse(answer), Fields)
    source.record_id(answer)
    assert all(isinstance(a, Award) for a in source.parse_awards(answer))
    source.parse_appointments(answer)


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from _places(one, (*path, key))


@pytest.mark.parametrize("case", CASES)
def test_any_part_of_an_answer_may_be_of_another_kind(case: str) -> None:
    """Every place of every fixture in turn holds something that the documentation does not know."""
    source, text = SOURCES[case.partition("/")[0]], json.dumps(_read(case, "in"))
    for path in _places(json.loads(text)):
        for strange in (None, "", 0, -1.5, True, [], {}, "x", [None], {"value": None}, [["x"]], "9" * 50, float("nan")):
            item = json.loads(text)
            place = item
            for key in path[:-1]:
                place = place[key]
            place[path[-1]] = strange
            assert isinstance(source.parse(item), Fields)
            source.record_id(item)
            source.parse_awards(item)


@pytest.mark.parametrize("case", CASES)
def test_parsing_is_pure(case: str) -> None:
    source, item = SOURCES[case.partition("/")[0]], _read(case, "in")
    before = json.dumps(item)
    assert source.parse(item) == source.parse(item)
    assert json.dumps(item) == before


class Third(Crossref):
    """A source that somebody else wrote."""


def test_third_parties_add_a_source_by_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("third", f"{__name__}:Third", "pubtrack.sources")
    monkeypatch.setattr(EntryPoint, "load", lambda self: Third)
    monkeypatch.setattr(sources, "_others", lambda: [entry])
    assert "third" in SOURCES
    assert list(SOURCES)[-1] == "third"
    assert len(SOURCES) == len(sources._OURS) + 1
    assert isinstance(sources._make("third"), Third)
    monkeypatch.setattr(EntryPoint, "load", lambda self: Third())
    assert isinstance(sources._make("third"), Third)


def test_an_unknown_source_is_a_key_error() -> None:
    assert "nobody" not in SOURCES
    assert sources._others() == []
    with pytest.raises(KeyError):
        SOURCES["nobody"]
