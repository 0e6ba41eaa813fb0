"""The tutorial's own Python, from its first line to its last, with the refresh against hosts on loopback."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docs_examples
import pytest

from emulator.corpus import Corpus
from emulator.hosts import emulating
from house import ROOT
from whole_path import world

pytestmark = pytest.mark.loopback

PAGE = ROOT / "docs" / "tutorial" / "first-library-in-python.md"


def test_the_tutorial_runs_with_its_refresh(socket_enabled: None, tmp_path: Path, monkeypatch, capsys) -> None:
    base = world.PAPERS[world.EDITED]
    people = (("Dana", "Ruiz"), ("Ines", "Costa"))
    first = replace(base, number=71, authors=people, title="Counting Trees from Orbit: A Benchmark for Sparse Forests", doi="10.5555/trees.1")  # fmt: skip
    second = replace(base, number=72, authors=people, title="Shadows Tell the Height of Trees", doi="10.5555/trees.2")
    monkeypatch.setitem(docs_examples._TERMINAL, "PUBTRACK_OFFLINE", "")
    with emulating(Corpus([first, second])) as hosts, docs_examples.session() as running:
        hosts.faults.every = 4
        for example in docs_examples.examples(PAGE.read_text(encoding="utf-8")):
            runnable = example
            if example.skipped:
                world.point_at(running.folder / "bib/pubtrack.toml", hosts)
                # Settings are read when a library is opened, so a reader who edits them opens it again.
                runnable = replace(example, notes={}, body=f"library = pubtrack.Library.open('bib')\n{example.body}")
            running.run(runnable)
        printed = capsys.readouterr().out
        assert "crossref: 2 found" in printed
        assert "shadows container_title is Journal of Whole Trees for crossref" in printed
        library = running.names["library"]
    assert library.works["counting"].provenance["container_title"].source == "crossref"
    assert library.works["shadows"].provenance["container_title"].source == "user"
