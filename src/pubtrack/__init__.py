"""Publications and awards as typed records: read them from anything, enrich them, format them for everything.

Importing pubtrack is light: each name below loads its room on first use.

>>> import pubtrack
>>> pubtrack.read("10.18653/v1/2025.findings-naacl.281").works[0].identifiers
(Identifier('doi:10.18653/v1/2025.findings-naacl.281'),)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pubtrack import bibtex, csl, errors, match, merge, model, sources
    from pubtrack.app.library import Library, Proposals
    from pubtrack.app.linking import LinkOptions, LinkReport, link
    from pubtrack.app.reading import read
    from pubtrack.errors import PubtrackError
    from pubtrack.model import (
        Appointment,
        Award,
        Contributor,
        Event,
        Fields,
        Funding,
        Identifier,
        Owner,
        PartialDate,
        Proposal,
        Reading,
        SourceRecord,
        Work,
    )

__version__ = "0.1.0"

_PLACES = {
    "Library": "pubtrack.app.library",
    "Proposals": "pubtrack.app.library",
    **dict.fromkeys(("LinkOptions", "LinkReport", "link"), "pubtrack.app.linking"),
    "read": "pubtrack.app.reading",
    "PubtrackError": "pubtrack.errors",
    **dict.fromkeys(
        (
            "Appointment", "Award", "Contributor", "Event", "Fields", "Funding", "Identifier", "Owner", "PartialDate",
            "Proposal", "Reading", "SourceRecord", "Work",
        ),
        "pubtrack.model",
    ),
}  # fmt: skip
_ROOMS = ("bibtex", "csl", "errors", "match", "merge", "model", "sources")

__all__ = [
    "Appointment",
    "Award",
    "Contributor",
    "Event",
    "Fields",
    "Funding",
    "Identifier",
    "Library",
    "LinkOptions",
    "LinkReport",
    "Owner",
    "PartialDate",
    "Proposal",
    "Proposals",
    "PubtrackError",
    "Reading",
    "SourceRecord",
    "Work",
    "__version__",
    "bibtex",
    "csl",
    "errors",
    "link",
    "match",
    "merge",
    "model",
    "read",
    "sources",
]


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return import_module(f"pubtrack.{name}")
    if name in _PLACES:
        return getattr(import_module(_PLACES[name]), name)
    raise AttributeError(f"module 'pubtrack' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
