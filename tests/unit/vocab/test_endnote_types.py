"""The table of EndNote."""

from __future__ import annotations

from pubtrack.model import WORK_TYPES
from pubtrack.vocab.endnote_types import ENDNOTE_TYPES


def test_types_are_csls_and_a_name_means_one_type() -> None:
    assert {kind for _, kind, _ in ENDNOTE_TYPES.values()} <= set(WORK_TYPES)
    names: dict[str, str] = {}
    for name, kind, _ in ENDNOTE_TYPES.values():
        assert names.setdefault(name, kind) == kind
