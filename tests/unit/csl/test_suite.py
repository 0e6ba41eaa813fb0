"""The official suite as a ratchet, and the reference processor beside us.

`tests/fixtures/csl/passing.txt` names the fixtures that pass, no more and no less. The second test needs Node and the npm
package `citeproc`, which is never shipped: set CITEPROC_JS to the folder `node_modules` it lies in.
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import csl_suite
from pubtrack.csl import Style, styles
from pubtrack.csl.catalogue import find_style, locale_path

FIXTURES = Path(__file__).parents[2] / "fixtures" / "csl"
SEED, COUNT, LEAST = 5, 200, 0.90
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


def _ask(questions: list[dict]) -> list[dict]:
    lines = "\n".join(json.dumps(question) for question in questions)
    environment = {**os.environ, "NODE_PATH": os.environ["CITEPROC_JS"]}
    command = [str(shutil.which("node")), str(FIXTURES / "survey.cjs")]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, env=environment)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


@pytest.mark.heavy
@pytest.mark.shared
def test_entries_are_those_of_the_reference_processor(shared, monkeypatch, record_property):
    if not shutil.which("node") or "CITEPROC_JS" not in os.environ:
        pytest.skip("needs Node and the npm package citeproc (set CITEPROC_JS to its node_modules)")
    monkeypatch.syspath_prepend(str(shared / "tools" / "csl"))
    import normalize

    items = json.loads((FIXTURES / "survey.json").read_text("utf-8"))
    names = random.Random(SEED).sample(styles(dependent=False), COUNT)
    locales = str(locale_path("en-US").parent)
    questions = [{"style": find_style(name).read_text("utf-8"), "items": items, "locales": locales} for name in names]
    equal, different = 0, []
    for name, answer in zip(names, _ask(questions), strict=True):
        mine = {entry.id: entry.text for entry in Style.load(name).bibliography(items, links=False)}
        theirs = answer.get("entries", [])
        ids = answer.get("ids", [])
        ids = ids if len(theirs) == len(ids) else list(mine)
        for key, entry in zip(ids, theirs, strict=False):
            bare = re.sub(r'^\s*<div class="csl-entry">|</div>\s*$', "", entry)
            if normalize.markup(bare) == normalize.markup(mine.get(key, "")):
                equal += 1
            else:
                different.append(f"{name} {key}")
    record_property("equal", f"{equal} of {equal + len(different)}")
    assert equal / (equal + len(different)) >= LEAST, different
