"""What files hold, in memory while it is little and else on disk: a library of any size is handled in little memory.

Large content lies in a nameless file in the folder for temporary files (`TMPDIR`) and goes with the process.
"""

from __future__ import annotations

import contextlib
import hashlib
import weakref
from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from threading import Lock

from pubtrack.errors import StoreError

__all__ = ["Blob", "Spool", "hash_of"]

_IN_MEMORY = 4_000_000
"""From how many bytes on content lies on disk. Source: own choice; a library of 500 works stays below it."""
_CHUNK = 1_000_000
"""How many bytes are handled at once."""


def hash_of(chunks: Iterable[bytes]) -> str:
    """Gives the SHA-256 of chunks that follow each other, as 64 hex digits.

    >>> hash_of([b"a", b"b"]) == hash_of([b"ab"])
    True
    """
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


class Spool:
    """Bytes that only grow, so that whoever noted where something stands finds it there for ever."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed when the spool goes
        self._lock = Lock()
        self._size = 0
        weakref.finalize(self, self._file.close)

    def __len__(self) -> int:
        return self._size

    def add(self, data: bytes) -> int:
        """Adds bytes; gives where they start.

        Raises:
            StoreError: The folder for temporary files is full or cannot be written.
        """
        with self._lock, _explained():
            self._file.seek(self._size)
            self._file.write(data)
            start = self._size
            self._size += len(data)
        return start

    def read(self, start: int, size: int) -> bytes:
        """Gives bytes from there on, as many as there are.

        Raises:
            StoreError: As for `add`; the system may take what was added only now.
        """
        with self._lock, _explained():
            self._file.seek(start)
            return self._file.read(size)


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """Says in one sentence that there is no room for temporary files."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"The folder for temporary files takes no more ({error.strerror or error}). Nothing was changed. "
            "Set TMPDIR to a folder with room and try again."
        ) from error


class Blob:
    r"""The content of one file, which never changes.

    Attributes:
        spool: Where it lies, from the start of the spool. More may be added behind it.
        size: How many bytes it has.
        sha256: Its hash as 64 hex digits.

    >>> blob = Blob.of(b"one\ntwo")
    >>> blob.size, list(blob.lines())
    (7, [(0, b'one\n'), (4, b'two')])
    """

    __slots__ = ("sha256", "size", "spool")

    def __init__(self, spool: Spool, size: int, sha256: str) -> None:
        self.spool: Spool = spool
        self.size: int = size
        self.sha256: str = sha256

    @classmethod
    def of(cls, content: bytes | Blob) -> Blob:
        """Gives the content as a blob."""
        return content if isinstance(content, Blob) else cls.joined([content])

    @classmethod
    def joined(cls, chunks: Iterable[bytes]) -> Blob:
        """Gives the blob of chunks that are taken one by one."""
        spool, digest = Spool(), hashlib.sha256()
        for chunk in chunks:
            spool.add(chunk)
            digest.update(chunk)
        return cls(spool, len(spool), digest.hexdigest())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Blob) and self.sha256 == other.sha256

    def __hash__(self) -> int:
        return hash(self.sha256)

    def __repr__(self) -> str:
        return f"Blob({self.read(0, 40)!r}{'...' if self.size > 40 else ''})"

    @property
    def data(self) -> bytes:
        """All of it at once; for files that people write."""
        return self.spool.read(0, self.size)

    def read(self, start: int, size: int) -> bytes:
        """Gives bytes from there on, as many as there are."""
        return self.spool.read(start, min(size, self.size - start))

    def chunks(self) -> Iterator[bytes]:
        """Gives all of it in parts of at most a megabyte."""
        for start in range(0, self.size, _CHUNK):
            yield self.read(start, _CHUNK)

    def lines(self) -> Iterator[tuple[int, bytes]]:
        r"""Gives where each line starts, and the line with its end. Only `\n` ends a line."""
        start = 0
        parts: list[bytes] = []  # of a line that began in an earlier chunk
        for chunk in self.chunks():
            first, *others = chunk.split(b"\n")
            parts.append(first)
            for later in others:
                line = b"".join(parts) + b"\n"
                yield start, line
                start += len(line)
                parts = [later]
        if any(parts):
            yield start, b"".join(parts)
