"""The official suite as a ratchet, and the reference processor beside us.

`tests/fixtures/csl/passing.txt` names the fixtures that pass, no more and no less. The second test needs Node and the npm
package `citeproc`, which is never shipped: set CITEPROC_JS to the folder `node_modules` it lies in.
"""

import os
import shutil
import sys
from pathlib import Path

import pytest

import csl_suite
from csl_survey import survey

FIXTURES = Path(__file__).parents[2] / "fixtures" / "csl"
LEAST = 0.90
"""Share of entries that must be equal to the reference processor's."""
PASSING = FIXTURES / "passing.txt"


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


@pytest.mark.heavy
@pytest.mark.shared
def test_entries_are_those_of_the_reference_processor(shared, record_property):
    if not shutil.which("node") or "CITEPROC_JS" not in os.environ:
        pytest.skip("needs Node and the npm package citeproc (set CITEPROC_JS to its node_modules)")
    found = survey(shared)
    record_property("equal", f"{found.compared - len(found.differences)} of {found.compared}")
    assert found.equal >= LEAST, found.differences[:20]
