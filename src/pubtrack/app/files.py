"""Files outside the library: replaced as a whole, so that nobody sees half of one."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from pubtrack.errors import StoreError


def write_file(path: Path, data: bytes) -> None:
    """Replaces a file as a whole; a reader sees the old one or the new one.

    Raises:
        StoreError: The disk refused; the old file is still there.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        raise StoreError(f"{path}: cannot be written ({error.strerror}).", path) from error
