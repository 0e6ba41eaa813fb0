"""A process of its own answers as the function does here, and a fault comes back as it is."""

from __future__ import annotations

import io
import json
import sys

import pytest

pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")

from pubtrack.scale import worker


def test_an_error_of_ours_comes_back_as_it_is(monkeypatch, capsys):
    told = {"cases": "nowhere", "out": "x", "shard": 0, "shards": 1, "engine": "flink", "limits": {}}
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(told)))
    worker.main()
    assert list(json.loads(capsys.readouterr().out)) == ["error"]


def test_a_process_that_dies_is_told_with_its_last_words():
    with pytest.raises(RuntimeError, match=r"a worker process ended with 1: [\s\S]*KeyError"):
        worker.run_apart({"nothing": "known"})
