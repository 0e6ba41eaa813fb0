"""Partitions in processes of their own: an engine that runs Python on one core uses the others so.

A process is started with `python -m pubtrack.scale.worker` and told its job on standard input, for a pool of
`multiprocessing` would run the user's own script again.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from base64 import b64decode, b64encode
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pubtrack.errors import PubtrackError
from pubtrack.scale.building import Built, Job, build_partition
from pubtrack.scale.corpora import Corpus, Partition
from pubtrack.scale.engine import Limits, open_engine

__all__ = ["answer_apart", "build_apart", "main"]


def build_apart(corpus: Corpus, partition: Partition, folder: Path, engine: str, job: Job) -> Built:
    """Gives what `build_partition` gives, from a process of its own; raises what it raises."""
    told = {
        "corpus": corpus.to_json(),
        "partition": asdict(partition),
        "folder": str(folder),
        "engine": engine,
        "job": asdict(job),
    }
    return Built(**run_apart(told))


def answer_apart(cases: Path, out: Path, shard: int, shards: int, engine: str, limits: Limits) -> None:
    """Writes the answers of one shard of the cases from a process of its own."""
    told = {"cases": str(cases), "out": str(out), "shard": shard, "shards": shards}
    run_apart({**told, "engine": engine, "limits": asdict(limits)})


def run_apart(told: dict[str, Any]) -> dict[str, Any]:
    """Runs one job in a process of its own and gives its answer."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    command = [sys.executable, "-m", "pubtrack.scale.worker"]
    done = subprocess.run(command, input=json.dumps(told).encode(), capture_output=True, env=env, check=False)  # noqa: S603
    lines = done.stdout.decode().splitlines()
    if done.returncode != 0 or not lines:
        said = done.stderr.decode(errors="replace").strip()[-2000:]
        raise RuntimeError(f"a worker process ended with {done.returncode}: {said}")
    answer: dict[str, Any] = json.loads(lines[-1])
    if "error" in answer:
        raise pickle.loads(b64decode(answer["error"]))  # noqa: S301 - our own child's word
    return answer


def _answer(told: dict[str, Any]) -> dict[str, Any]:
    return _scored(told) if "cases" in told else _built(told)


def _scored(told: dict[str, Any]) -> dict[str, Any]:
    engine = open_engine(told["engine"], Limits(**told["limits"]))
    try:
        from pubtrack.scale.scored import answers_of

        cases = engine.parquet(told["cases"])
        engine.write(answers_of(cases, told["shard"], told["shards"]), Path(told["out"]))
    finally:
        engine.close()
    return {}


def _built(told: dict[str, Any]) -> dict[str, Any]:
    job = Job(**{**told["job"], "limits": Limits(**told["job"]["limits"])})
    partition = Partition(**{**told["partition"], "files": tuple(told["partition"]["files"])})
    engine = open_engine(told["engine"], job.limits)
    try:
        return asdict(build_partition(Corpus(**told["corpus"]), partition, Path(told["folder"]), engine, job))
    finally:
        engine.close()


def main() -> None:
    """Reads a job from standard input and writes its answer, or its error, as one line of JSON."""
    try:
        answer = _answer(json.load(sys.stdin))
    except PubtrackError as error:
        answer = {"error": b64encode(pickle.dumps(error)).decode()}
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
