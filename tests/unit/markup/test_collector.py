"""The collector of cycles, paused and as it was afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from pubtrack.markup.collector import collector_paused


@pytest.fixture(params=[True, False])
def running(request: pytest.FixtureRequest) -> Iterator[bool]:
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_it_is_paused_and_afterwards_as_before(running: bool) -> None:
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled() is running


def test_an_error_leaves_it_as_before(running: bool) -> None:
    with pytest.raises(ValueError, match="oh"), collector_paused():
        raise ValueError("oh")
    assert gc.isenabled() is running


def test_a_pause_inside_a_pause_does_not_end_it(running: bool) -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled() is running
