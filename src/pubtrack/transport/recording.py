"""A whole refresh on disk, and played back from it: the same answers byte for byte, failures included.

A recording is a folder: `index.jsonl` (one line per answer: what was asked, without keys and addresses; what came) and
`bodies/`. Asking in another order is fine; asking the same thing twice gives the first answer, then the second.
"""

from __future__ import annotations

import hashlib
import json
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

from pubtrack import errors
from pubtrack.errors import SourceDown, SourceError, StoreError
from pubtrack.transport.messages import Request, Response

__all__ = ["Recorder", "Replayer", "request_key"]

_KEPT_HEADERS = ("content-type", "etag", "last-modified", "retry-after", "x-rate-limit-limit", "x-rate-limit-interval")
_KINDS = {"json": ".json", "xml": ".xml", "text": ".txt"}


def request_key(request: Request, base_url: str = "") -> str:
    """Gives what makes a request the same as another: host, method, path, query and body; never keys."""
    told = [request.host.name, base_url, request.method, request.target, (request.body or b"").decode("latin-1")]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


class Recorder:
    """Writes answers into a folder. They come without keys and addresses (`secrets.without`).

    Args:
        directory: Made where it is not there.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._lock = threading.Lock()
        self._seen: dict[str, int] = {}
        try:
            (directory / "bodies").mkdir(parents=True, exist_ok=True)
            (directory / "index.jsonl").write_text("", encoding="utf-8")
        except OSError as error:
            raise StoreError(f"The recording cannot be written: {error.strerror}.", directory) from error

    def answer(self, request: Request, response: Response) -> None:
        """Keeps an answer."""
        name = f"bodies/{hashlib.sha256(response.content).hexdigest()[:32]}{_KINDS[request.expects]}"
        with self._lock:
            (self._directory / name).write_bytes(response.content)
        told = {
            "status": response.status,
            "url": response.url,
            "headers": {k: v for k, v in response.headers.items() if k in _KEPT_HEADERS},
            "retrieved_at": response.retrieved_at.isoformat(),
            "body": name,
        }
        self._line(request, told)

    def failure(self, request: Request, error: SourceError) -> None:
        """Keeps that no answer came, and why."""
        told = {"kind": type(error).__name__, "detail": error.detail, "url": error.url}
        self._line(request, {"error": {**told, "retry_after_s": getattr(error, "retry_after_s", None)}})

    def _line(self, request: Request, told: dict[str, Any]) -> None:
        key = request_key(request)
        with self._lock:
            turn = self._seen.get(key, 0)
            self._seen[key] = turn + 1
            asked = {"source": request.host.name, "method": request.method, "target": request.target[:500]}
            line = json.dumps({"key": key, "turn": turn, **asked, **told}, ensure_ascii=False, sort_keys=True)
            with (self._directory / "index.jsonl").open("a", encoding="utf-8") as out:
                out.write(line + "\n")


class Replayer:
    """Gives the answers of a recording instead of the network's.

    Raises:
        StoreError: The folder holds no recording.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._turns: dict[str, int] = {}
        self._lock = threading.Lock()
        try:
            lines = (directory / "index.jsonl").read_text("utf-8").split("\n")  # JSON may hold U+2028
            rows = [json.loads(line) for line in lines if line.strip()]
            self._answers = {(row["key"], row["turn"]): row for row in rows}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreError("There is no recording that can be replayed.", directory) from error

    def send(self, request: Request) -> Response:
        """Gives the recorded answer, or raises the recorded error; SourceDown where nothing was recorded."""
        key = request_key(request)
        with self._lock:
            turn = self._turns.get(key, 0)
            self._turns[key] = turn + 1
        # Asked more often than when it was recorded: the first answer once more.
        row = self._answers.get((key, turn)) or self._answers.get((key, 0))
        if row is None:
            raise SourceDown(request.host.name, "the recording holds no answer to this request", request.target)
        if "error" in row:
            raise _error(request.host.name, row["error"])
        try:
            content = (self._directory / row["body"]).read_bytes()
        except OSError as error:
            raise StoreError("A body of the recording is missing.", self._directory / row["body"]) from error
        return Response(row["status"], row["url"], content, row["headers"], datetime.fromisoformat(row["retrieved_at"]))


def _error(source: str, told: dict[str, Any]) -> SourceError:
    kind = getattr(errors, str(told.get("kind")), SourceDown)
    if not (isinstance(kind, type) and issubclass(kind, SourceError)):
        kind = SourceDown
    if kind is errors.RateLimited:
        return errors.RateLimited(source, told["detail"], told.get("url"), told.get("retry_after_s"))
    made: SourceError = kind(source, told["detail"], told.get("url"))
    return made
