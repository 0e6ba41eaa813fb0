"""Identifiers as text: what is read is what was noted."""

from __future__ import annotations

import pytest

from pubtrack.model import Identifier
from pubtrack.sources.held_ids import HeldIds


def test_identifiers_of_every_scheme_come_back_in_their_order():
    ids = (
        Identifier(scheme="doi", value="10.1000/a:b"),
        Identifier(scheme="arxiv", value="2407.02273v4"),
        Identifier(scheme="url", value="https://example.org/a?b=c:d"),
        Identifier(scheme="europepmc", value="MED:123"),
    )
    held = HeldIds()
    held.add("k", ids)
    held.add("none", ())
    assert held["k"] == ids
    assert held["none"] == ()
    assert list(held) == ["k", "none"]
    assert len(held) == 2


def test_a_work_that_was_not_noted_is_not_there():
    with pytest.raises(KeyError):
        HeldIds()["k"]
