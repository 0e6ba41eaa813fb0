"""Every public name is typed and documented."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import docs_python
import pytest

from house import ROOT


def test_every_public_name_is_documented() -> None:
    bare = []
    for module, name, thing in docs_python.public_names():
        is_value = not callable(thing) or docs_python._is_alias(thing)
        told = docs_python._doc_of_value(module, name) if is_value else thing.__doc__
        if not (told or "").strip() and name != "__version__":
            bare.append(f"{module}.{name}")
    assert bare == []


@pytest.mark.heavy
def test_a_type_checker_knows_every_type() -> None:
    pytest.importorskip("pyright", reason="needs pyright: pip install pyright")
    words = [sys.executable, "-m", "pyright", "--verifytypes", "pubtrack", "--ignoreexternal", "--outputjson"]
    told = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [*words, "--pythonpath", sys.executable], env=told, capture_output=True, text=True, check=False
    )
    found = json.loads(done.stdout)["typeCompleteness"]
    unknown = [f"{s['name']}: {d['message']}" for s in found["symbols"] for d in s["diagnostics"]]
    assert unknown == []
    assert found["completenessScore"] == 1
    assert found["exportedSymbolCounts"]["withKnownType"] > 3000
