"""All that a library folder says, read at one moment, and how each part is written back.

`Content` knows which file holds what; what the parts mean together is decided above, in `app`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pubtrack.errors import InputError
from pubtrack.model import Decision, Proposal, SourceRecord, WorkState
from pubtrack.store.blob import Blob, hash_of
from pubtrack.store.career import Career, read_career
from pubtrack.store.conflict_markers import find_conflict_markers
from pubtrack.store.json_lines import read_lines, write_lines
from pubtrack.store.line_table import LineTable
from pubtrack.store.settings import Settings, read_settings

SETTINGS_FILE = "pubtrack.toml"
WORKS_FILE = "works.bib"
CAREER_FILE = "awards.toml"
RECORDS_FILE = "records.jsonl"
STATE_FILE = "state.jsonl"
PROPOSALS_FILE = "proposals.jsonl"
DECISIONS_FILE = "decisions.jsonl"


@dataclass(frozen=True)
class Content:
    """The parts of a library; sorted where order means nothing."""

    settings: Settings
    settings_text: str = field(repr=False)
    bib: bytes = field(repr=False)
    """works.bib as stored."""
    career: Career
    records: LineTable[SourceRecord]
    """By the key of the work."""
    states: LineTable[WorkState]
    """One a work."""
    proposals: tuple[Proposal, ...]
    decisions: tuple[Decision, ...]

    @classmethod
    def read(cls, read: Callable[[str], Blob | None], folder: str, known: Content | None = None) -> Content:
        """Gives the content of a library folder.

        Args:
            read: Gives a file's content by its name within the folder, or None where it is missing.
            folder: The folder's name, for messages.
            known: What it held before; tables that did not change are shared with it.

        Raises:
            InputError: A file is broken; names file and line.
            ConfigError: A setting is wrong, or the library is of a newer format.
        """
        where = {name: f"{folder}/{name}" for name in _FILES}

        def whole(name: str) -> bytes | None:
            blob = read(name)
            return blob.data if blob else None

        settings_text = _text(whole(SETTINGS_FILE), where[SETTINGS_FILE])
        bib = whole(WORKS_FILE) or b""
        if known is not None and known.bib == bib:
            bib = known.bib
        _refuse_conflict_markers(bib, where[WORKS_FILE])
        career_text = _text(whole(CAREER_FILE), where[CAREER_FILE])
        return cls(
            settings=read_settings(settings_text, where[SETTINGS_FILE]),
            settings_text=settings_text,
            bib=bib,
            career=read_career(career_text, where[CAREER_FILE]),
            records=LineTable.read(
                read(RECORDS_FILE), SourceRecord, "work", where[RECORDS_FILE], known.records if known else None
            ),
            states=LineTable.read(
                read(STATE_FILE), WorkState, "key", where[STATE_FILE], known.states if known else None
            ),
            proposals=read_lines(whole(PROPOSALS_FILE), Proposal, where[PROPOSALS_FILE]),
            decisions=read_lines(whole(DECISIONS_FILE), Decision, where[DECISIONS_FILE]),
        )

    @cached_property
    def digest(self) -> str:
        """A hash of what all files say: the same digest, the same library."""
        hashes = [hash_of(write(self)) for write in _FILES.values()]
        return hashlib.sha256(repr(hashes).encode()).hexdigest()

    def files_changed_since(self, old: Content | None) -> dict[str, Blob]:
        """Gives name -> content of the files whose part is another than in `old`."""
        return {
            name: Blob.joined(_FILES[name](self))
            for part, name in _PARTS.items()
            if old is None or getattr(self, part) is not getattr(old, part)
        }


def _text(data: bytes | None, path: str) -> str:
    _refuse_conflict_markers(data or b"", path)
    try:
        return (data or b"").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = (data or b"")[: error.start].count(b"\n") + 1
        raise InputError("not UTF-8 text; save it as UTF-8.", path, line) from error


def _refuse_conflict_markers(data: bytes, path: str) -> None:
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise InputError("holds a NUL byte, so it is no text file; restore it from git or a backup.", path, line)
    if line_number := find_conflict_markers(data):
        raise InputError("a git conflict is not resolved; choose a side and remove the markers.", path, line_number)


_PARTS = {
    "settings_text": SETTINGS_FILE,
    "bib": WORKS_FILE,
    "career": CAREER_FILE,
    "records": RECORDS_FILE,
    "states": STATE_FILE,
    "proposals": PROPOSALS_FILE,
    "decisions": DECISIONS_FILE,
}
_FILES: Mapping[str, Callable[[Content], Iterable[bytes]]] = {
    SETTINGS_FILE: lambda c: [c.settings_text.encode()],
    WORKS_FILE: lambda c: [c.bib],
    CAREER_FILE: lambda c: [c.career.text.encode()],
    RECORDS_FILE: lambda c: c.records.chunks(),
    STATE_FILE: lambda c: c.states.chunks(),
    PROPOSALS_FILE: lambda c: [write_lines(c.proposals)],
    DECISIONS_FILE: lambda c: [write_lines(c.decisions)],
}
"""File -> what it holds, in parts."""
ALL_FILES = tuple(_FILES)
"""Every file that holds content, by name within the folder."""
