"""The official suite as a ratchet: `tests/fixtures/csl/passing.txt` names what passes, no more and no less."""

import sys
from pathlib import Path

import pytest

import csl_suite

PASSING = Path(__file__).parents[2] / "fixtures" / "csl" / "passing.txt"


@pytest.mark.shared
def test_exactly_the_listed_fixtures_pass(shared, monkeypatch):
    tools, suite = shared / "tools" / "csl", shared / "data" / "csl-test-suite"
    if not (tools.is_dir() and suite.is_dir()):
        pytest.skip("needs the runner and the fixtures of the official suite in the shared folder")
    monkeypatch.syspath_prepend(str(tools))
    import normalize

    import fixtures

    try:
        passed, known = set(), set()
        for fixture in fixtures.load(str(suite)):
            known.add(fixture["name"])
            got = normalize.markup(csl_suite.render({k: v for k, v in fixture.items() if k != "result"}))
            if got == normalize.markup(normalize.expected(fixture)):
                passed.add(fixture["name"])
    finally:
        for name in ("fixtures", "normalize"):
            sys.modules.pop(name, None)
    listed = set(PASSING.read_text("utf-8").split())
    assert passed == listed & known, {"new": sorted(passed - listed), "lost": sorted((listed & known) - passed)}


def test_the_list_is_sorted_and_long():
    names = PASSING.read_text("utf-8").split()
    assert names == sorted(set(names))
    assert len(names) >= 545
