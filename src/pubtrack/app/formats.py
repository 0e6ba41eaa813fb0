"""All formats by name: what can be read, what can be written, and what third parties add by entry point."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from pubtrack.app.naming import nearest
from pubtrack.errors import ConfigError, NotFoundError
from pubtrack.readers import READERS, others
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
    """Gives all formats, by name; one of another package that cannot be loaded says so."""
    return [_format(name) for name in sorted({*READERS, *others(), *WRITERS, *_other_writers()})]


def _format(name: str) -> Format:
    reads = name in READERS or name in others()
    if name not in WRITERS and name not in _other_writers():
        words = READER_DESCRIPTIONS.get(name) or _first_line(name)
        return Format(name, words, reads, False)
    try:
        made = writer(name)
    except ConfigError as error:
        return Format(name, str(error), reads, True)
    return Format(name, made.description, reads, True, made.extension)


def _first_line(name: str) -> str:
    """What another package says of its reader."""
    try:
        return (others()[name].load().__doc__ or "").strip().partition("\n")[0]
    except (ImportError, AttributeError) as error:
        return f"cannot be loaded: {error}"


def _other_writers() -> dict[str, EntryPoint]:
    """Name -> entry point of the writers that other packages bring; none ever replaces ours."""
    return {point.name: point for point in entry_points(group=WRITER_GROUP) if point.name not in WRITERS}


def writer(name: str) -> Any:
    """Gives the writer of that name.

    Raises:
        NotFoundError: There is none; the nearest names are given.
        ConfigError: Another package brings it, and cannot be loaded.
    """
    if name in WRITERS:
        return WRITERS[name]
    points = _other_writers()
    if name not in points:
        known = (*WRITERS, *points)
        raise NotFoundError(f"there is no output format {name!r}; `pubtrack formats` lists them.", nearest(name, known))
    try:
        return points[name].load()
    except (ImportError, AttributeError) as error:
        raise ConfigError(f"the format {name!r} ({points[name].value}) cannot be loaded: {error}.", name) from error


def writing_function(name: str) -> Callable[..., Any]:
    """Gives the function that writes that format. Raises like `writer`."""
    function: Callable[..., Any] = writer(name).write
    return function
