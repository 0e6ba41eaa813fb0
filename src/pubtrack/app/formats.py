"""All formats by name: what can be read, what can be written, and what third parties add by entry point."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Any

from pubtrack.app.naming import nearest
from pubtrack.errors import NotFoundError
from pubtrack.readers import READERS
from pubtrack.writers import WRITERS

WRITER_GROUP = "pubtrack.writers"
"""Entry point group of third-party writers: each names a `pubtrack.writers.Writer`."""


READER_DESCRIPTIONS = {
    "text": "Prose: interviews, pages, CVs, reference lists",
    "markdown": "Prose in Markdown",
    "html": "Prose in HTML",
    "latex": "CVs and lists in LaTeX",
    "nbib": "PubMed",
    "endnote-xml": "EndNote XML",
    "ids": "Lists of DOIs, arXiv ids, PMIDs, URLs",
    "orcid-json": "ORCID record",
}
"""What is only read, in one phrase."""


@dataclass(frozen=True)
class Format:
    """A format by name, for `pubtrack formats`."""

    name: str
    description: str
    reads: bool
    writes: bool
    extension: str | None = None


def formats() -> list[Format]:
    """Gives all formats, by name."""
    writers = all_writers()
    names = sorted({*READERS, *writers})
    return [
        Format(
            name,
            writers[name].description if name in writers else READER_DESCRIPTIONS.get(name, ""),
            name in READERS,
            name in writers,
            writers[name].extension if name in writers else None,
        )
        for name in names
    ]


def all_writers() -> Mapping[str, Any]:
    """Gives name -> writer, ours first; a third-party one never replaces ours."""
    found = {point.name: point for point in entry_points(group=WRITER_GROUP)}
    return {**{name: point.load() for name, point in found.items() if name not in WRITERS}, **WRITERS}


def writer(name: str) -> Any:
    """Gives the writer of that name.

    Raises:
        NotFoundError: There is none; the nearest names are given.
    """
    writers = all_writers()
    if name not in writers:
        raise NotFoundError(
            f"there is no output format {name!r}; `pubtrack formats` lists them.", nearest(name, writers)
        )
    return writers[name]


def writing_function(name: str) -> Callable[..., Any]:
    """Gives the function that writes that format. Raises like `writer`."""
    function: Callable[..., Any] = writer(name).write
    return function
