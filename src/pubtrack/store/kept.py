"""Things that can be made again, kept in files: whatever happens to them costs only time."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

__all__ = ["Kept"]

_DAYS = 60
"""How long a file stays that nobody writes any more. Source: own choice, as for answers of services."""


class Kept:
    """A folder of JSON objects by name.

    A file that is damaged, half written or unreadable is as good as none. Files are replaced whole, so that two
    processes never see half of one; the last one wins.

    Args:
        folder: Where; None keeps nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def read(self, name: str) -> dict[str, Any]:
        """Gives what was kept under a name; an empty object where that is nothing."""
        if self._folder is None:
            return {}
        try:
            head, _, body = (self._folder / f"{name}.json").read_bytes().partition(b"\n")
            found = json.loads(body) if head.decode() == hashlib.sha256(body).hexdigest() else {}
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def write(self, name: str, data: Mapping[str, Any]) -> None:
        """Keeps an object; a full or read-only disk only means making it again."""
        if self._folder is None:
            return
        body = json.dumps(data, separators=(",", ":")).encode()
        temporary = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, suffix=".new", delete=False) as file:
                temporary = Path(file.name)
                file.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            temporary.replace(self._folder / f"{name}.json")
        except OSError:
            if temporary is not None:
                with contextlib.suppress(OSError):
                    temporary.unlink()

    def touch(self, name: str) -> None:
        """Says that a file is still of use."""
        if self._folder is not None:
            with contextlib.suppress(OSError):
                os.utime(self._folder / f"{name}.json")

    def prune(self, days: float = _DAYS) -> None:
        """Deletes files that nobody wrote or touched for so many days."""
        if self._folder is None:
            return
        oldest = time.time() - days * 86_400
        for path in self._folder.glob("*"):
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < oldest:
                    path.unlink()
