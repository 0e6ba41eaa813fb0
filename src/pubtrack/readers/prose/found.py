"""What the parts of the engine hand to each other: findings in one block, in places of its plain text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pubtrack.model import Identifier
from pubtrack.readers.prose.sections import Placed

__all__ = ["LEADS_ON", "FoundAward", "FoundEvent", "FoundOther", "FoundPost", "FoundWork", "Page"]


@dataclass(slots=True)
class FoundWork:
    """A title in a block."""

    placed: Placed
    start: int
    end: int
    kind: str = "work"
    authors: tuple[str, ...] = ()
    year: int | None = None
    venue: str = ""
    identifiers: tuple[Identifier, ...] = ()
    confidence: float = 0.5

    @property
    def text(self) -> str:
        """The title without markup."""
        return self.placed.block.text[self.start : self.end]


@dataclass(slots=True)
class FoundOther:
    """Something shaped like a work that is none."""

    placed: Placed
    start: int
    end: int
    kind: str
    confidence: float = 0.6


@dataclass(slots=True)
class FoundAward:
    """An award name and what belongs to it."""

    placed: Placed
    start: int
    end: int
    kind: Literal["prize", "fellowship", "chair", "honour"] = "prize"
    awarder: str = ""
    event: str = ""
    year: int | None = None
    work: FoundWork | None = None
    person: str = ""
    confidence: float = 0.6


LEADS_ON = 0.3
"""The confidence of what is an award only where the list below a colon holds who or what got it."""


@dataclass(slots=True)
class FoundPost:
    """A post or standing role."""

    placed: Placed
    start: int
    end: int
    organization: str = ""
    start_year: int | None = None
    end_year: int | None = None


@dataclass(slots=True)
class FoundEvent:
    """A gathering."""

    placed: Placed
    start: int
    end: int
    year: int | None = None


@dataclass(slots=True)
class Page:
    """Everything found so far, in order of the text."""

    owner: str = ""
    family: str = ""
    """Folded family name of the owner, `""` where unknown."""
    event: str = ""
    """The gathering the whole page is about (an award page), `""` for none."""
    year: int | None = None
    givers: dict[int, str] = field(default_factory=dict)
    """The body that stands in the first line below the heading of an award, by the heading."""
    above: list[Placed] = field(default_factory=list)
    """The blocks read below the last heading."""
    last_entry: Placed | None = None
    """The last block that held a work, while nothing long stood behind it."""
    announced: list[FoundAward] = field(default_factory=list)
    """The award whose people are named in the lines below its sentence, twice where the first of them was found."""
    title: str = ""
    """What the head of the page calls it, `""` where it says nothing."""
    works: list[FoundWork] = field(default_factory=list)
    others: list[FoundOther] = field(default_factory=list)
    awards: list[FoundAward] = field(default_factory=list)
    posts: list[FoundPost] = field(default_factory=list)
    events: list[FoundEvent] = field(default_factory=list)
