"""Answers that may be reused for a while: searches, agencies, static files. No key is kept."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pubtrack.transport.messages import Request, Response
from pubtrack.transport.recording import request_key

__all__ = ["Cache"]


class Cache:
    """A folder of answers; everything about it may fail without harm.

    Args:
        directory: None keeps nothing.
    """

    def __init__(self, directory: Path | None) -> None:
        self._directory = directory

    def get(self, request: Request, base_url: str, now: datetime) -> Response | None:
        """Gives the kept answer if it is young enough for the request."""
        path = self._path(request, base_url)
        if path is None:
            return None
        try:
            head, _, content = path.read_bytes().partition(b"\n")
            told = json.loads(head)
            at = datetime.fromisoformat(told["retrieved_at"])
            if not timedelta(0) <= now - at < timedelta(seconds=request.cache_s):
                return None
            return Response(told["status"], told["url"], content, told["headers"], at)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, request: Request, base_url: str, response: Response) -> None:
        """Keeps a good answer; a full or read-only disk only means asking again."""
        path = self._path(request, base_url)
        if path is None or not response.ok:
            return
        headers = {k: v for k, v in response.headers.items() if k == "content-type"}
        told = {"status": response.status, "url": response.url, "headers": headers}
        head = json.dumps({**told, "retrieved_at": response.retrieved_at.isoformat()})
        temporary = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as out:
                temporary = Path(out.name)
                out.write(head.encode() + b"\n" + response.content)
            temporary.replace(path)
        except OSError:
            if temporary is not None:
                with contextlib.suppress(OSError):
                    temporary.unlink()

    def prune(self, now: datetime, days: int = 60) -> int:
        """Deletes answers older than that and gives their number."""
        if self._directory is None:
            return 0
        oldest, gone = (now - timedelta(days=days)).astimezone(UTC).timestamp(), 0
        for folder, _, names in os.walk(self._directory):
            for path in (Path(folder) / name for name in names):
                try:
                    if path.stat().st_mtime < oldest:
                        path.unlink()
                        gone += 1
                except OSError:
                    continue
        return gone

    def _path(self, request: Request, base_url: str) -> Path | None:
        if self._directory is None or request.cache_s <= 0:
            return None
        key = request_key(request, base_url)
        return self._directory / key[:2] / key[2:]
