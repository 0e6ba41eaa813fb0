"""Progress bars: for a person only."""

from __future__ import annotations

import sys

from pubtrack.cli.progress import bars


def test_where_nobody_looks_there_is_no_bar():
    with bars() as progress:
        assert progress is None


def test_a_person_sees_one_bar_per_source(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with bars() as progress:
        assert progress is not None
        progress("crossref", 1, 2)
        progress("crossref", 2, 2)
