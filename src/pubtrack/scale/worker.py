"""Partitions in processes of their own: an engine that runs Python on one core uses the others so.

A process is started with `python -m pubtrack.scale.worker` and told its jobs on standard input, for a pool of
`multiprocessing` would run the user's own script again.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tempfile
from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any, Self

from pubtrack.errors import PubtrackError
from pubtrack.scale.building import Built, Job, build_partition
from pubtrack.scale.corpora import Corpus, Partition
from pubtrack.scale.engine import Engine, Limits, open_engine

__all__ = ["Helper", "answer_apart", "build_apart", "main"]


class Helper:
    """A process of its own that does one job after the other: what it learned of words and names, it keeps."""

    def __init__(self) -> None:
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
        command = [sys.executable, "-m", "pubtrack.scale.worker"]
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        self._process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._complaints, env=env
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(self, told: dict[str, Any]) -> dict[str, Any]:
        """Gives the answer to a job; raises what the job raised."""
        asked, answered = self._process.stdin, self._process.stdout
        assert asked
        assert answered
        with suppress(BrokenPipeError):  # a process that died says why below
            asked.write(json.dumps(told).encode() + b"\n")
            asked.flush()
        line = answered.readline()
        if not line:
            code = self._process.wait()
            raise RuntimeError(f"a worker process ended with {code}: {self._last_words()}")
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise pickle.loads(b64decode(answer["error"]))  # noqa: S301 - our own child's word
        return answer

    def _last_words(self) -> str:
        self._complaints.seek(0)
        return self._complaints.read().decode(errors="replace").strip()[-2000:]

    def close(self) -> None:
        """Lets it end, after the job it is at."""
        with suppress(BrokenPipeError):
            self._process.communicate()
        self._complaints.close()


def build_apart(helper: Helper, corpus: Corpus, partition: Partition, folder: Path, engine: str, job: Job) -> Built:
    """Gives what `build_partition` gives, from a process of its own; raises what it raises."""
    told = {
        "corpus": corpus.to_json(),
        "partition": asdict(partition),
        "folder": str(folder),
        "engine": engine,
        "job": asdict(job),
    }
    return Built(**helper.run(told))


def answer_apart(cases: Path, out: Path, shard: int, shards: int, engine: str, limits: Limits) -> None:
    """Writes the answers of one shard of the cases from a process of its own."""
    told = {"cases": str(cases), "out": str(out), "shard": shard, "shards": shards}
    with Helper() as helper:
        helper.run({**told, "engine": engine, "limits": asdict(limits)})


def _answer(told: dict[str, Any]) -> dict[str, Any]:
    return _scored(told) if "cases" in told else _built(told)


@cache
def _engine(name: str, limits: Limits) -> Engine:
    """The engine of this process, opened for its first job."""
    return open_engine(name, limits)


def _scored(told: dict[str, Any]) -> dict[str, Any]:
    engine = _engine(told["engine"], Limits(**told["limits"]))
    from pubtrack.scale.scored import answers_of

    cases = engine.parquet(told["cases"])
    engine.write(answers_of(cases, told["shard"], told["shards"]), Path(told["out"]))
    return {}


def _built(told: dict[str, Any]) -> dict[str, Any]:
    job = Job(**{**told["job"], "limits": Limits(**told["job"]["limits"])})
    partition = Partition(**{**told["partition"], "files": tuple(told["partition"]["files"])})
    engine = _engine(told["engine"], job.limits)
    return asdict(build_partition(Corpus(**told["corpus"]), partition, Path(told["folder"]), engine, job))


def main() -> None:
    """Reads jobs from standard input, one a line, and writes the answer to each, or its error, as one line of JSON."""
    for line in sys.stdin:
        try:
            answer = _answer(json.loads(line))
        except PubtrackError as error:
            answer = {"error": b64encode(pickle.dumps(error)).decode()}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
