"""What a scan finds: spans of fields and blocks, and the issues met on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

__all__ = ["Block", "FieldSpan", "Issue", "IssueKind", "Reading"]

IssueKind = Literal[
    "unreadable-block",
    "partial-entry",
    "irregular-entry",
    "unreadable-string",
    "entry-in-comment",
    "swallowed-entry",
    "duplicate-key",
    "duplicate-field",
    "empty-key",
    "undefined-macro",
    "conflict-marker",
    "nul-byte",
    "encoding",
]
"""The name of what is wrong; stable, for programs."""

Reading = Literal["regular", "exact", "lenient", "partial"]
"""How an entry was read: by the fast pattern; by BibTeX's own grammar; only by bibtexparser's more lenient reading; or
only up to an error (what BibTeX itself keeps of such an entry). Of a partial entry only the
fields before the error can be set."""


class FieldSpan(NamedTuple):
    """Where a field stands. Offsets count characters of the text that was scanned."""

    name_start: int
    name_end: int
    value_start: int
    value_end: int


@dataclass(slots=True)
class Block:
    """One block: an entry or a comment, string, preamble. `reading` says how sure its inner spans are."""

    kind: str
    """The type in lower case: `article`, `comment`, `string`, `preamble`."""
    start: int
    end: int
    key: str = ""
    key_start: int = 0
    key_end: int = 0
    reading: Reading = "regular"
    spans: list[FieldSpan] | None = None
    """Fields of an irregular entry or of a string; None where `FIELDS` finds them."""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """Something in the file that a person should look at.

    Attributes:
        kind: What it is, see `IssueKind`.
        line: Its first line, counted from 1.
        offset: Its first character in the file as it was parsed.
        raw: The text concerned.
        reason: What is wrong, in words.
        key: The entry concerned, or None.
    """

    kind: IssueKind
    line: int
    offset: int
    raw: str
    reason: str
    key: str | None = None
