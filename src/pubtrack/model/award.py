"""Honours, posts, gatherings and money: what a career holds besides works.

A grant is `Funding`, never `Award` (ADR-0003).
"""

from __future__ import annotations

from typing import Literal

from pubtrack.model.base import Frozen, Text
from pubtrack.model.dates import PartialDate
from pubtrack.model.identifiers import Identifier
from pubtrack.model.provenance import Disagreement, Evidence

AwardKind = Literal["prize", "fellowship", "chair", "honour"]

Verified = Literal["confirmed", "self-reported", "unverified", "disputed"]
"""`confirmed`: the giver or an independent source says so. `self-reported`: the recipient says so.
`unverified`: found in a text of unknown authority. `disputed`: a source contradicts it."""


class Entry(Frozen):
    """What every line of a career has in common."""

    id: Text
    """Short stable name within the library: `award-calm-2024`."""
    url: Text | None = None
    identifiers: tuple[Identifier, ...] = ()
    note: Text | None = None
    evidence: tuple[Evidence, ...] = ()
    """The passages that say so."""
    verified: Verified = "unverified"
    """`confirmed` by the giver or an independent source, `self-reported`, `unverified`, or `disputed` by a source."""
    disagreements: tuple[Disagreement, ...] = ()
    """What somebody said otherwise, kept."""


class Award(Entry):
    """A prize, fellowship, chair or honour that people received, possibly for works."""

    name: Text
    kind: AwardKind = "prize"
    awarder: Text | None = None
    """Who gave it."""
    event: Text | None = None
    """Id of the event in this library, or its name, where it was given."""
    date: PartialDate | None = None
    works: tuple[Text, ...] = ()
    """Citation keys of the works it was given for."""
    work_titles: tuple[Text, ...] = ()
    """Titles under which those works were honoured, where they differ from the works' own."""
    recipients: tuple[Text, ...] = ()
    """Names; empty where the works' authors are meant."""


class Appointment(Entry):
    """A post or standing role: professor, postdoc, faculty member, advisor, doctoral student."""

    role: Text
    organization: Text
    department: Text | None = None
    place: Text | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    status: Literal["incoming", "current", "past"] | None = None
    """As stated at the time of the evidence, where no dates are known."""
    advisors: tuple[Text, ...] = ()


class Event(Entry):
    """A gathering: conference, workshop, meeting; attended, organised, or where an award was given."""

    name: Text
    acronym: Text | None = None
    date: PartialDate | None = None
    place: Text | None = None
    series: Text | None = None
    """Id of the series in this library."""
    part_of: Text | None = None
    """The larger event that hosts it: "NeurIPS 2024"."""
    role: Text | None = None
    """The owner's part in it: "participant", "organiser", "editor of the proceedings"."""


class Series(Entry):
    """A recurring event, a project line, a series of works or posts."""

    name: Text
    kind: Literal["event-series", "project", "work-series", "post-series"]
    works: tuple[Text, ...] = ()
    editions: tuple[Text, ...] = ()
    """Ids of events in this library."""


class Software(Entry):
    """A program, as itself; the paper about it is a work."""

    name: Text
    works: tuple[Text, ...] = ()
    """Citation keys of the works that describe it."""
    repository: Text | None = None


class Grant(Entry):
    """Money for research that the owner holds or held (`[[funding]]`)."""

    title: Text
    funder: Text
    award_number: Text | None = None
    role: Text | None = None
    """"principal investigator", "co-investigator"."""
    amount: Text | None = None
    """With its currency, as stated."""
    start: PartialDate | None = None
    end: PartialDate | None = None
    works: tuple[Text, ...] = ()
    """Citation keys of the works it paid for."""


class Funding(Frozen):
    """What a work says of its money: who paid, under which number. Never called an award here (ADR-0003)."""

    funder: Text | None = None
    funder_id: Identifier | None = None
    award_number: Text | None = None
    title: Text | None = None

    def __str__(self) -> str:
        return " ".join(p for p in (self.funder, self.award_number or self.title) if p) or "funding"
