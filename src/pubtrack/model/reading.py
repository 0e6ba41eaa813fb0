"""What a text contains: mentions with their place in it. A mention is a claim, not yet a record."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from pubtrack.model.award import AwardKind
from pubtrack.model.base import Frozen, Text
from pubtrack.model.identifiers import Identifier
from pubtrack.model.provenance import Issue
from pubtrack.model.work import Fields


class Mention(Frozen):
    """Something a text names: `Reading.text[start:end]` are its words as they stand."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    """In code points of `Reading.text`."""
    excerpt: Text | None = None
    """The sentence or line around it."""
    confidence: float = Field(default=1.0, ge=0, le=1)
    """How sure the reader is that the kind and the span are right."""


class WorkMention(Mention):
    """A scholarly text that is named or listed."""

    title: Text | None = None
    """The title as it stands, inner markup included: exactly `text[start:end]`. None for a bare identifier."""
    title_plain: Text | None = None
    """The title without markup."""
    authors: tuple[Text, ...] = ()
    year: int | None = None
    venue: Text | None = None
    identifiers: tuple[Identifier, ...] = ()
    kind: Text = "work"
    """A CSL type where it could be told ("article-journal"), else "work"."""
    fields: Fields | None = None
    """The whole record, where the source is structured (.bib, RIS, CSL-JSON, ORCID)."""
    key: Text | None = None
    """The citation key the source gives it."""


class AwardMention(Mention):
    """A prize, fellowship or honour: one mention for each award x work (or person)."""

    name: Text
    kind: AwardKind = "prize"
    awarder: Text | None = None
    event: Text | None = None
    year: int | None = None
    work_title: Text | None = None
    person: Text | None = None


class AppointmentMention(Mention):
    """A post or standing role."""

    role: Text
    organization: Text | None = None
    start_year: int | None = None
    end_year: int | None = None
    kind: Text = "appointment"


class EventMention(Mention):
    """A gathering."""

    name: Text
    year: int | None = None
    kind: Text = "event"


class OtherMention(Mention):
    """Something shaped like a work that is none; `kind` says what: talk, poster, project, grant, software ..."""

    text: Text
    kind: Text


class Reading(Frozen):
    """Everything a text contains, with offsets into `text`, and what was doubtful about reading it."""

    text: str = Field(repr=False)
    """The text that offsets count in: the file as stored for text files, the extracted text for PDF and DOCX."""
    source: Text | None = None
    """File name, URL or "-"."""
    format: Text = "text"
    """Which reader read it."""
    works: tuple[WorkMention, ...] = ()
    awards: tuple[AwardMention, ...] = ()
    appointments: tuple[AppointmentMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    others: tuple[OtherMention, ...] = ()
    issues: tuple[Issue, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Gives the lists of mentions as plain data; the text itself is left out."""
        lists = ("works", "awards", "appointments", "events", "others", "issues")
        data: dict[str, Any] = {"source": self.source, "format": self.format}
        for name in lists:
            data[name] = [_mention_json(item) for item in getattr(self, name)]
        return data


def _mention_json(item: Frozen) -> dict[str, Any]:
    """All stated values; offsets, kind and confidence always."""
    data = item.model_dump(mode="json", exclude_none=True)
    return {k: v for k, v in data.items() if v != []}
