"""Readers turn a text into a `Reading`: structured formats record by record, prose mention by mention.

`READERS` names them; each loads on first use. To add one: its module and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from pubtrack.model import Reading
from pubtrack.readers.detect import detect

__all__ = ["PROSE", "READERS", "detect", "read_text"]

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

    chosen = format or detect(text, name)
    if chosen not in READERS:
        raise InputError(f"There is no reader for the format {chosen!r}; known are: {', '.join(READERS)}.")
    if chosen in PROSE:
        from pubtrack.readers.prose_text import read_prose

        reading = read_prose(text, chosen, owner=owner)
    else:
        reading = READERS[chosen](text)
    return reading.model_copy(update={"source": name or reading.source, "format": chosen})
