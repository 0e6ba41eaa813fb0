"""The table of weights of what is a work."""

from __future__ import annotations

from pubtrack.readers.prose.work_weights import ALWAYS, WEIGHTS


def test_nothing_said_is_no_work() -> None:
    assert ALWAYS < 0


def test_what_a_reference_has_speaks_for_a_work_and_what_sentences_have_against_it() -> None:
    assert min(WEIGHTS[name] for name in ("in publications", "worth", "quoted", "venue behind", "names in front")) > 0
    assert max(WEIGHTS[name] for name in ("told", "a remark", "begins small", "unexplained behind")) < 0


def test_no_reason_decides_alone_against_all_others() -> None:
    assert max(map(abs, WEIGHTS.values())) < sum(weight for weight in WEIGHTS.values() if weight > 0) / 3
