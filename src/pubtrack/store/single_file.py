"""Files outside a library, such as a page or a .bib file that a person named: the old or the new one, never half."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from pubtrack.errors import StoreError
from pubtrack.store.disk import Disk

__all__ = ["write_file"]


def write_file(path: Path, data: bytes, disk: Disk | None = None) -> None:
    """Replaces a file as a whole; a link stays one, and the file keeps its permissions. A pipe is written to.

    Raises:
        StoreError: The disk refused; the old file is still there.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)  # /dev/stdout, a named pipe: there is nothing that could be replaced
        else:
            _replace(Path(os.path.realpath(path)), data, disk or Disk())
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror or error}).", path) from error


def _replace(target: Path, data: bytes, disk: Disk) -> None:
    temporary = target.with_name(f".{target.name}.pubtrack-{secrets.token_hex(6)}")
    try:
        disk.save_new(temporary, data, disk.mode(target))
        disk.replace(temporary, target)
    except OSError:
        with contextlib.suppress(OSError):
            disk.unlink(temporary)
        raise
