"""The only place where the store touches the operating system: one method per step that can fail or be cut off.

Everything above works through a `Disk`, so a test can hand in one that stops, fills up or fails at any step.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pubtrack.store.blob import Blob, hash_of
from pubtrack.store.swap import exchange

__all__ = ["Disk"]

_CHUNK = 1_000_000
"""How many bytes of a file are read at once."""
_REPLACE_PAUSES_S = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""How long to wait between attempts to replace a file that another program holds open on Windows, 1.6 s in all.

Source: own choice. Virus scanners and indexers hold a fresh file for some tens of milliseconds; `os.replace` then
fails with PermissionError (WinError 5 or 32), see https://github.com/python/cpython/issues/90432.
"""
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
"""What file systems without a sync for folders answer (network and FUSE mounts).

Source: https://man7.org/linux/man-pages/man2/fsync.2.html, EINVAL: "bound to a special file which does not support
synchronization".
"""


class Disk:
    """The operating system's file calls, each as its own step.

    Args:
        windows: Whether to keep to what Windows can do: no sync of folders, patience with files held open.
        sleep: Waits that many seconds.
    """

    def __init__(self, windows: bool = os.name == "nt", sleep: Callable[[float], None] = time.sleep) -> None:
        self.windows = windows
        self.sleep = sleep

    # Looking: changes nothing.

    def read(self, path: Path) -> bytes | None:
        """Gives the file's bytes, None if there is no such file. Raises OSError for anything else."""
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None

    def blob(self, path: Path) -> Blob | None:
        """Gives a file in little memory, None if there is no such file. Raises OSError for anything else."""
        try:
            return Blob.joined(_chunks(path))
        except FileNotFoundError:
            return None

    def sha256(self, path: Path) -> str | None:
        """Gives the hash of the file's bytes, None if there is no such file. Raises OSError for anything else."""
        try:
            return hash_of(_chunks(path))
        except FileNotFoundError:
            return None

    def mode(self, path: Path) -> int | None:
        """Gives the file's permission bits, None if there is no such file."""
        try:
            return stat.S_IMODE(path.stat().st_mode)
        except FileNotFoundError:
            return None

    # Single steps: each is one call of the operating system.

    def open_new(self, path: Path) -> int:
        """Gives a descriptor of a file that did not exist before."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)

    def write(self, descriptor: int, data: bytes) -> int:
        """Gives how many bytes were taken, which may be fewer than offered."""
        return os.write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        """Waits until the bytes are on the medium, not only in a cache.

        On macOS `fsync` leaves them in the drive's cache, F_FULLFSYNC does not.
        Source: https://developer.apple.com/library/archive/documentation/System/Conceptual/ManPages_iPhoneOS/man2/fsync.2.html
        """
        if sys.platform == "darwin":  # pragma: no cover - runs on macOS only
            import fcntl

            with contextlib.suppress(OSError):  # network volumes do not know it; plain fsync is what is left
                fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
                return
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Closes a descriptor."""
        os.close(descriptor)

    def chmod(self, path: Path, mode: int) -> None:
        """Sets the permission bits."""
        path.chmod(mode)

    def rename(self, source: Path, target: Path) -> None:
        """Puts one file in the place of another, at once."""
        source.replace(target)

    def exchange(self, first: Path, second: Path) -> bool:
        """Lets two folders change places at once; False where the system cannot."""
        return exchange(first, second)

    def link(self, source: Path, target: Path) -> None:
        """Gives a file, or a symbolic link itself, a second name."""
        os.link(source, target, follow_symlinks=False)

    def unlink(self, path: Path) -> None:
        """Removes a file; that it is gone already is fine."""
        path.unlink(missing_ok=True)

    def make_folder(self, path: Path) -> None:
        """Makes a folder and those above it; that it exists already is fine."""
        path.mkdir(parents=True, exist_ok=True)

    def remove_folder(self, path: Path) -> None:
        """Removes an empty folder."""
        path.rmdir()

    def sync_folder(self, path: Path) -> None:
        """Waits until the names in a folder are on the medium. Does nothing where the system has no such call."""
        if self.windows:
            return
        descriptor = os.open(path, os.O_RDONLY)
        try:
            self.sync(descriptor)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            self.close(descriptor)

    # Made of steps.

    def save_new(self, path: Path, content: bytes | Blob, mode: int | None = None) -> None:
        """Writes a file that did not exist before and waits until it is on the medium.

        Args:
            path: Where; its folder is made if it is missing.
            content: What.
            mode: Its permission bits; None for what the user's umask gives.
        """
        self.ensure_folder(path.parent)
        descriptor = self.open_new(path)
        try:
            for chunk in Blob.of(content).chunks():
                rest = memoryview(chunk)
                while rest:
                    rest = rest[self.write(descriptor, bytes(rest)) :]
            self.sync(descriptor)
        finally:
            self.close(descriptor)
        if mode is not None and self.mode(path) != mode:
            self.chmod(path, mode)

    def ensure_folder(self, path: Path) -> None:
        """Makes a folder and those above it where they are missing, and waits until they are on the medium."""
        missing = [folder for folder in (path, *path.parents) if not folder.exists()]
        if missing:
            self.make_folder(path)
        for folder in missing:
            self.sync_folder(folder.parent)

    def replace(self, source: Path, target: Path) -> None:
        """Puts one file in the place of another, with patience where another program holds it open (Windows)."""
        for pause_s in _REPLACE_PAUSES_S if self.windows else ():
            try:
                return self.rename(source, target)
            except PermissionError:
                self.sleep(pause_s)
        return self.rename(source, target)

    def remove_tree(self, folder: Path) -> None:
        """Removes a folder with what is in it; that it is gone already is fine."""
        if not folder.is_dir():
            return
        for inside in sorted(folder.rglob("*"), reverse=True):
            if inside.is_dir() and not inside.is_symlink():
                self.remove_folder(inside)
            else:
                self.unlink(inside)
        self.remove_folder(folder)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
