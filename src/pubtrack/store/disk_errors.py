"""One sentence for each way in which a disk says no."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from pubtrack.errors import StoreError

__all__ = ["NO_PERMISSION", "explain", "explained"]

NO_PERMISSION = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
"""What the system answers where one may read but not write."""

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


def explain(error: OSError, folder: Path, outcome: str = "Nothing was changed.") -> StoreError:
    """Gives what went wrong, what became of the library, and the remedy, as one error for a person.

    Args:
        error: What the operating system said.
        folder: The library's folder, named where the error names no file.
        outcome: The sentence on what the library holds now.

    >>> print(explain(OSError(28, "No space left on device", "bib/works.bib"), Path("bib")))
    bib/works.bib: the disk is full. Nothing was changed. Free some space and try again.
    """
    place = str(error.filename or folder)
    if error.errno in _FULL:
        what, remedy = "the disk is full", "Free some space and try again."
    elif error.errno == errno.EFBIG:
        what, remedy = "the file would grow beyond the allowed size", "Raise the limit (see `ulimit -f`) and try again."
    elif error.errno in NO_PERMISSION:
        what, remedy = "writing is not permitted", "Make the folder and its files writable and try again."
    else:
        what, remedy = f"the disk refused ({error.strerror or error})", "Check the disk and try again."
    return StoreError(f"{place}: {what}. {outcome} {remedy}", place)


@contextlib.contextmanager
def explained(folder: Path, outcome: str = "Nothing was changed.") -> Iterator[None]:
    """Turns an OSError from inside into a StoreError with one clear sentence."""
    try:
        yield
    except OSError as error:
        raise explain(error, folder, outcome) from error
