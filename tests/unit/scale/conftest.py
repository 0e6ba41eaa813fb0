"""Engines that tests open, and a skip where they are not installed."""

from __future__ import annotations

import pytest

from pubtrack.scale.engine import Engine, Limits, open_engine


@pytest.fixture
def duckdb(tmp_path) -> Engine:
    """A DuckDB engine that spills into the test's folder."""
    pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")
    engine = open_engine("duckdb", Limits(memory="1GB", cores=2, spill=str(tmp_path / "spill")))
    yield engine
    engine.close()
