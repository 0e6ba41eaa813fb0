"""A process of its own answers as the function does here, and a fault comes back as it is."""

from __future__ import annotations

import io
import json
import sys

import pytest

pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")

from pubtrack.errors import InputError
from pubtrack.scale import worker


def test_an_error_of_ours_comes_back_as_it_is(monkeypatch, capsys):
    told = {"cases": "nowhere", "out": "x", "shard": 0, "shards": 1, "engine": "flink", "limits": {}}
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(told) + "\n"))
    worker.main()
    assert list(json.loads(capsys.readouterr().out)) == ["error"]


def test_a_process_that_dies_is_told_with_its_last_words():
    with (
        worker.Helper() as helper,
        pytest.raises(RuntimeError, match=r"a worker process ended with 1: [\s\S]*KeyError"),
    ):
        helper.run({"nothing": "known"})


def test_a_process_goes_on_after_a_job_that_could_not_be_done():
    told = {"cases": "nowhere", "out": "x", "shard": 0, "shards": 1, "engine": "flink", "limits": {}}
    with worker.Helper() as helper:
        for _ in range(2):
            with pytest.raises(InputError, match="There is no engine 'flink'"):
                helper.run(told)
