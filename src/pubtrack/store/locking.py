"""One pubtrack at a time in a library: the lock, and the folder `.pubtrack/` it lives in."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from pubtrack.errors import StoreError
from pubtrack.store.disk import Disk

__all__ = ["PRIVATE", "LibraryLock"]

PRIVATE = ".pubtrack"
"""The folder inside a library that only this machine needs: lock, journal, backups. Git does not see it."""

_GITIGNORE = b"*\n"


class LibraryLock:
    """The lock of one library. The holder may take it again; everybody else waits.

    Args:
        root: The library's folder.
        disk: How to reach the operating system.
        timeout_s: How long to wait for another holder, in seconds.
    """

    def __init__(self, root: Path, disk: Disk, timeout_s: float) -> None:
        self._root, self._disk = root, disk
        self._lock = FileLock(str(root / PRIVATE / "lock"), timeout=timeout_s)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Holds the lock inside a `with` block.

        Raises:
            StoreError: Another pubtrack held it all the time.
            OSError: The folder cannot be written.
        """
        self._disk.ensure_folder(self._root / PRIVATE)
        try:
            self._lock.acquire()
        except (Timeout, RuntimeError, NotImplementedError) as error:
            # RuntimeError: this very thread holds it through another Folder and would wait for itself for ever.
            raise StoreError(
                f"{self._root}: another pubtrack is working in this library. Nothing was changed. "
                "Wait until it is done, or end it, and try again.",
                self._root,
            ) from error
        try:
            self._hide_from_git()
            yield
        finally:
            self._lock.release()

    def _hide_from_git(self) -> None:
        path = self._root / PRIVATE / ".gitignore"
        if self._disk.read(path) != _GITIGNORE:
            self._disk.unlink(path)  # left half-written by a process that died here
            self._disk.save_new(path, _GITIGNORE)
