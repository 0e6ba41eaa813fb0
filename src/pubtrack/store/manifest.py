"""What pubtrack wrote into a folder of output: so that it takes away its own old files, and nobody else's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

__all__ = ["MANIFEST", "Manifest", "short_hash"]

MANIFEST = ".pubtrack-files.json"
"""Name of the list within the folder. It depends on the output alone, so that the same build gives the same bytes."""


def short_hash(data: bytes) -> str:
    """Gives 16 hex digits of SHA-256: enough to notice an edit, short enough for thousands of lines.

    >>> short_hash(b"")
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(data).hexdigest()[:16]


@dataclass(frozen=True)
class Manifest:
    """Output -> file within the folder -> hash of what was written."""

    outputs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes | None) -> Manifest:
        """Gives the list; an empty one where there is none, or where it is damaged: then all files are somebody's.

        >>> Manifest.read(b"{").outputs
        {}
        """
        try:
            outputs = json.loads(data or b"")["outputs"]
            return cls({str(name): {str(f): str(h) for f, h in files.items()} for name, files in outputs.items()})
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return cls()

    def write(self) -> bytes:
        """Gives the list as a file, one line for each entry."""
        data = {"about": "Files that pubtrack wrote here; all others are left alone.", "outputs": self.outputs}
        return (json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()

    def of(self, output: str) -> Mapping[str, str]:
        """Gives file -> hash of one output."""
        return self.outputs.get(output, {})

    def owned(self, file: str) -> str | None:
        """Gives the hash of a file that any output wrote; None for somebody else's."""
        return next((files[file] for files in self.outputs.values() if file in files), None)

    @property
    def folders(self) -> frozenset[str]:
        """Folders within the folder in which any output wrote."""
        files = (PurePosixPath(file) for theirs in self.outputs.values() for file in theirs)
        return frozenset(parent.as_posix() for file in files for parent in file.parents)

    def with_output(self, output: str, files: Mapping[str, str]) -> Manifest:
        """Gives the list after an output was written: what it writes is no other's any more."""
        others = {
            name: {f: h for f, h in theirs.items() if f not in files}
            for name, theirs in self.outputs.items()
            if name != output
        }
        return Manifest({name: theirs for name, theirs in {**others, output: dict(files)}.items() if theirs})
