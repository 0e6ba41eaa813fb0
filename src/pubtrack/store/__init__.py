"""The library on disk, and nothing else in pubtrack knows files."""

from pubtrack.store.folder import Folder
from pubtrack.store.history import Change, HistoryRow

__all__ = ["Change", "Folder", "HistoryRow"]
