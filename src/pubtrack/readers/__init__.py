"""Readers turn a text into a `Reading`: structured formats record by record, prose mention by mention.

`READERS` names them; each loads on first use. To add one: its module and one line here. Others add a reader by an
entry point of the group `pubtrack.readers` that names a function from text to `Reading`; where the function has an
attribute `endings`, such as `("enw",)`, files so called are read with it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType

from pubtrack.model import Reading
from pubtrack.readers.detect import ENDINGS, detect, ending_of

__all__ = ["GROUP", "PROSE", "READERS", "detect", "others", "read_text"]

GROUP = "pubtrack.readers"
"""Entry point group of readers in other packages."""

Reader = Callable[[str], Reading]


def _lazy(module: str, function: str) -> Reader:
    """Gives a reader whose module is imported when it is first called."""

    def read(text: str) -> Reading:
        found: Reader = getattr(import_module(f"pubtrack.readers.{module}"), function)
        return found(text)

    read.__name__ = read.__qualname__ = function
    read.__doc__ = f"Reads with `pubtrack.readers.{module}.{function}`."
    return read


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "text": _lazy("prose_text", "read_plain_text"),
        "markdown": _lazy("prose_text", "read_markdown"),
        "html": _lazy("prose_text", "read_html"),
        "latex": _lazy("prose_text", "read_latex"),
        "bibtex": _lazy("bibtex", "read_bibtex"),
        "csl-json": _lazy("csl_json", "read_csl_json"),
        "ris": _lazy("ris", "read_ris"),
        "nbib": _lazy("nbib", "read_nbib"),
        "endnote-xml": _lazy("endnote_xml", "read_endnote_xml"),
        "ids": _lazy("id_list", "read_id_list"),
        "orcid-json": _lazy("orcid_json", "read_orcid_json"),
    }
)
"""Format -> reader."""

PROSE = frozenset(("text", "markdown", "html", "latex"))
"""Formats that are read by the prose engine, which likes to know the owner."""


def others() -> dict[str, EntryPoint]:
    """Gives name -> entry point of the readers that other packages bring; none ever replaces ours."""
    return dict(_others(tuple(sys.path)))


@lru_cache(maxsize=4)
def _others(path: tuple[str, ...]) -> dict[str, EntryPoint]:
    """Looked for once for a search path: a file of every installed package is opened, which costs more than a text."""
    return {point.name: point for point in entry_points(group=GROUP) if point.name not in READERS}


def _by_ending(name: str | None) -> str | None:
    """The other package's reader for a file of that name, where no reader of ours claims its ending."""
    ending = ending_of(name)
    if not ending or ending in ENDINGS:
        return None
    return next((n for n, point in others().items() if ending in _endings(point)), None)


def _endings(point: EntryPoint) -> tuple[str, ...]:
    """The endings that another package's reader claims; none where the package is broken, so that the rest goes on."""
    try:
        return tuple(getattr(point.load(), "endings", ()))
    except (ImportError, AttributeError):
        return ()


def read_text(text: str, *, name: str | None = None, format: str | None = None, owner: str | None = None) -> Reading:
    """Gives what a text contains; it never raises for what the text holds.

    Args:
        text: The whole text; offsets of the result count in it.
        name: File name, URL or `-`; its ending helps to tell the format.
        format: A key of `READERS`; None looks at the name and the text.
        owner: Name of the person the text belongs to ("I received ..."); None looks for it in the text.

    Raises:
        InputError: The format is not one of `READERS`.

    >>> reading = read_text("We present “A Theory of Things: Why and How” (2020), our new book.")
    >>> [(work.title, work.start) for work in reading.works]
    [('A Theory of Things: Why and How', 12)]
    """
    from pubtrack.errors import InputError

    chosen = format or _by_ending(name) or detect(text, name)
    if chosen not in READERS and chosen not in (more := others()):
        raise InputError(f"There is no reader for the format {chosen!r}; known are: {', '.join([*READERS, *more])}.")
    if chosen in PROSE:
        from pubtrack.readers.prose_text import read_prose

        reading = read_prose(text, chosen, owner=owner)
    else:
        read: Reader = READERS[chosen] if chosen in READERS else others()[chosen].load()
        reading = read(text)
    return reading.model_copy(update={"source": name or reading.source, "format": chosen})
