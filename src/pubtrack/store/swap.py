"""Two names that change places at once, and a folder that one process holds: what Python itself does not offer."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pubtrack.errors import StoreError

__all__ = ["exchange", "held"]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Source: https://man7.org/linux/man-pages/man2/renameat2.2.html"""
_RENAME_SWAP = 2
"""Source: https://developer.apple.com/library/archive/documentation/System/Conceptual/ManPages_iPhoneOS/,
renamex_np(2)"""
_CANNOT = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What systems and file systems answer that have no such exchange."""
_PAUSE_S = 0.05


def exchange(first: Path, second: Path) -> bool:
    """Lets two folders change places in one step, so that nobody finds neither; False where the system cannot.

    Raises:
        OSError: The system can, and refused.
    """
    call = _system_call()
    if call is None:
        return False
    if call(os.fsencode(first), os.fsencode(second)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(second))


@cache
def _system_call() -> Callable[[bytes, bytes], int] | None:
    if sys.platform not in ("linux", "darwin"):
        return None
    library: Any = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":  # pragma: no cover - runs on macOS only
            swap = library.renamex_np
            return lambda first, second: int(swap(first, second, _RENAME_SWAP))
        rename = library.renameat2
    except AttributeError:  # a C library from before it
        return None
    return lambda first, second: int(rename(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE))


@contextlib.contextmanager
def held(folder: Path, timeout_s: float) -> Iterator[bool]:
    """Holds a folder against other processes that ask the same, without a file in it; False where that cannot be had.

    The system lets go when the process ends, however it ends.

    Raises:
        StoreError: Another process held it all the time.
    """
    try:
        import fcntl

        descriptor = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):  # Windows; a folder that may not be listed
        yield False
        return
    try:
        yield _locked(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, folder, timeout_s)
    finally:
        os.close(descriptor)


def _locked(descriptor: int, how: int, folder: Path, timeout_s: float) -> bool:
    import fcntl

    end = time.monotonic() + timeout_s
    while True:
        try:
            fcntl.flock(descriptor, how)
            return True
        except OSError as error:
            if error.errno not in (errno.EWOULDBLOCK, errno.EACCES):
                return False  # a file system without locks
        if time.monotonic() >= end:
            raise StoreError(
                f"{folder}: another pubtrack is writing there. Nothing was changed. "
                "Wait until it is done, and try again.",
                folder,
            )
        time.sleep(_PAUSE_S)
