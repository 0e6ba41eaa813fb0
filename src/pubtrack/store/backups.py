"""The old content of the files that the last changes replaced, in `.pubtrack/backups/`, for the eye and the worst day.

`pubtrack undo` does not need them: it reads `history/undo.jsonl`, which is in git.
"""

from __future__ import annotations

from pathlib import Path

from pubtrack.store.blob import Blob
from pubtrack.store.disk import Disk
from pubtrack.store.locking import PRIVATE

__all__ = ["KEPT_CHANGES", "Backups"]

KEPT_CHANGES = 20
"""Of how many changes the old files are kept.

Source: own choice; at 1 MB per library and change it bounds the folder to about 20 MB.
"""


class Backups:
    """The backups of one library: one folder per change."""

    def __init__(self, root: Path, disk: Disk) -> None:
        self._disk = disk
        self._folder = root / PRIVATE / "backups"

    def keep(self, change: str, name: str, content: Blob | None) -> None:
        """Keeps what a file held before a change. Histories only grow, so they are not kept twice."""
        if content is not None and not name.startswith("history/"):
            self._disk.save_new(self._folder / change / name, content)

    def drop(self, change: str) -> None:
        """Removes the backups of a change that did not happen."""
        self._disk.remove_tree(self._folder / change)

    def prune(self) -> None:
        """Removes all but the backups of the last changes. Change ids sort by time."""
        if self._folder.is_dir():
            for folder in sorted(self._folder.iterdir())[:-KEPT_CHANGES]:
                self._disk.remove_tree(folder)
