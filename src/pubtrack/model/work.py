"""A work as one source states it (`Fields`, `SourceRecord`) and as we believe it (`Work`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, Self, get_args

from pydantic import Field, model_validator

from pubtrack.model.award import Funding
from pubtrack.model.base import Frozen, Text
from pubtrack.model.contributor import Contributor
from pubtrack.model.dates import PartialDate
from pubtrack.model.identifiers import SCHEMES, Identifier
from pubtrack.model.provenance import Evidence, Provenance

WorkType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
]  # fmt: skip
"""Source: CSL 1.0.2, appendix III, https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types.
A preprint is `article` (CSL 1.0.2) with `genre` "preprint"."""
WORK_TYPES: tuple[str, ...] = get_args(WorkType)

RelationType = Literal[
    "preprint-of", "has-preprint", "version-of", "has-version", "reproduces", "reproduced-by", "retracts",
    "retracted-by", "corrects", "corrected-by", "part-of", "has-part", "translation-of", "has-translation", "reviews",
    "reviewed-by", "supplements", "supplemented-by", "replies-to", "has-reply", "award-for", "same-as", "cites",
    "related",
]  # fmt: skip


class Relation(Frozen):
    """A stated link to another work, by identifier or by key of this library; `str()` names it."""

    type: RelationType
    identifier: Identifier | None = None
    work: Text | None = None
    """Citation key in this library."""
    title: Text | None = None

    @model_validator(mode="after")
    def _points_somewhere(self) -> Self:
        if not (self.identifier or self.work or self.title):
            raise ValueError("a relation needs an identifier, a key or a title to point to")
        return self

    def __str__(self) -> str:
        return f"{self.type} {self.identifier or self.work or self.title}"


class Notice(Frozen):
    """A public statement about the work's standing: retraction, correction, expression of concern ..."""

    type: Literal[
        "retraction", "correction", "erratum", "expression-of-concern", "withdrawal", "removal", "reinstatement",
        "addendum", "new-version", "other",
    ]  # fmt: skip
    date: PartialDate | None = None
    identifier: Identifier | None = None
    """The notice's own identifier."""
    stated_by: Text | None = None
    """Who says so: "publisher", "retraction-watch"."""
    label: Text | None = None
    reason: Text | None = None

    def __str__(self) -> str:
        return " ".join(str(p) for p in (self.type, self.identifier or self.date or self.label) if p)


class Citations(Frozen):
    """How often one source says the work was cited. Never mixed between sources, never summed (ADR-0001)."""

    count: int = Field(ge=0)
    by_year: tuple[tuple[int, int], ...] = ()
    """Pairs (year, citations in it), ascending, as far back as the source tells."""


class OpenAccess(Frozen):
    """Where the work can be read freely, and under which licence."""

    url: Text | None = None
    status: Text | None = None
    """`gold`, `diamond`, `hybrid`, `bronze`, `green`, `closed`, as stated."""
    license: Text | None = None


class Fields(Frozen):
    """What one source says of a work. Names are CSL's; None or empty = it did not say.

    Identifiers may be given by scheme: `Fields(title="T", doi="10.1000/x")`.

    >>> Fields(title="T", doi="https://doi.org/10.1000/X").identifiers
    (Identifier('doi:10.1000/x'),)
    """

    type: WorkType | None = None
    genre: Text | None = None
    """Finer than `type`: "preprint", "PhD thesis", "workshop paper", "poster"."""
    title: Text | None = None
    """Text with the inline tags of CSL-JSON (`<i>`, `<sub>`, `<sup>`, `<span class="nocase">`); TeX math as is."""
    title_short: Text | None = None
    original_title: Text | None = None
    alternative_titles: tuple[Text, ...] = ()
    author: tuple[Contributor, ...] = ()
    editor: tuple[Contributor, ...] = ()
    translator: tuple[Contributor, ...] = ()
    container_title: Text | None = None
    container_title_short: Text | None = None
    container_author: tuple[Contributor, ...] = ()
    collection_title: Text | None = None
    collection_number: Text | None = None
    event_title: Text | None = None
    event_place: Text | None = None
    event_date: PartialDate | None = None
    publisher: Text | None = None
    """Also the school of a thesis and the institution of a report, as in CSL."""
    publisher_place: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    page: Text | None = None
    """`first-last` with a hyphen-minus, or an article number."""
    number: Text | None = None
    number_of_pages: Text | None = None
    number_of_volumes: Text | None = None
    chapter_number: Text | None = None
    edition: Text | None = None
    version: Text | None = None
    issued: PartialDate | None = None
    submitted: PartialDate | None = None
    available: PartialDate | None = None
    """First online."""
    accessed: PartialDate | None = None
    original_date: PartialDate | None = None
    status: Text | None = None
    """"forthcoming", "submitted", "in press", as stated."""
    language: Text | None = None
    """BCP 47 where it could be told, else as stated."""
    abstract: Text | None = None
    keyword: tuple[Text, ...] = ()
    note: Text | None = None
    annote: Text | None = None
    open_access: OpenAccess | None = None
    identifiers: tuple[Identifier, ...] = ()
    relations: tuple[Relation, ...] = ()
    notices: tuple[Notice, ...] = ()
    funding: tuple[Funding, ...] = ()
    citations: Citations | None = None
    """Belongs to its source alone: never resolved into a `Work`."""
    custom: Mapping[str, str] = Field(default_factory=dict)
    """Fields of a format that we have no name for, kept for every output that can carry them."""

    @model_validator(mode="before")
    @classmethod
    def _identifiers_by_scheme(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not (given := [s for s in SCHEMES if s in data]):
            return data
        rest = {k: v for k, v in data.items() if k not in given}
        more = tuple(Identifier(scheme=s, value=data[s]) for s in given if data[s] is not None)
        return {**rest, "identifiers": (*rest.get("identifiers", ()), *more)}

    @model_validator(mode="after")
    def _identifiers_once(self) -> Self:
        once = tuple(dict.fromkeys(self.identifiers))
        if once != self.identifiers:
            object.__setattr__(self, "identifiers", once)
        return self

    def ids(self, scheme: str) -> tuple[str, ...]:
        """All values of one scheme, the best witness first."""
        return tuple(dict.fromkeys(i.value for i in self.identifiers if i.scheme == scheme))

    def id(self, scheme: str) -> str | None:
        """The first value of one scheme, or None."""
        return next((i.value for i in self.identifiers if i.scheme == scheme), None)

    @property
    def doi(self) -> str | None:
        """The DOI in lower case without resolver; a registered one before arXiv's own."""
        dois = self.ids("doi")
        return next((d for d in dois if not d.startswith("10.48550/arxiv.")), dois[0] if dois else None)

    @property
    def arxiv(self) -> str | None:
        """The arXiv id without version."""
        return self.id("arxiv")

    @property
    def year(self) -> int | None:
        """The year of `issued`."""
        return self.issued.year if self.issued else None

    @property
    def contributors(self) -> Iterator[tuple[str, Contributor]]:
        """Pairs (role, contributor) over all roles, authors first."""
        return ((role, person) for role in CONTRIBUTOR_FIELDS for person in getattr(self, role))

    @property
    def stage(self) -> int:
        """How far this version has come: 0 published, 1 workshop paper, 2 preprint or submission."""
        return _STAGES.get((self.genre or "").lower(), 0)

    @property
    def is_preprint(self) -> bool:
        """True where the record describes a preprint or a submission."""
        return self.stage == 2

    def stated(self) -> dict[str, Any]:
        """Gives the fields that say something, by name."""
        return {name: value for name, value in self if value not in (None, (), {}) and name in Fields.model_fields}


_STAGES = {"workshop paper": 1, "preprint": 2, "submission": 2}
"""A genre that is not named here counts as published."""

CONTRIBUTOR_FIELDS = ("author", "editor", "translator", "container_author")
"""The fields that hold people."""

UNION_FIELDS = ("alternative_titles", "identifiers", "relations", "notices", "funding")
"""The fields of which all statements are kept, each element with its own witness."""


class SourceRecord(Frozen):
    """One source's whole statement about one work; never edited, only replaced."""

    work: Text
    """Citation key of the work it was matched to."""
    fields: Fields
    provenance: Provenance
    withheld: tuple[Text, ...] = ()
    """Only in the user's record: fields that a person took out; no source brings them back."""
    evidence: tuple[Evidence, ...] = ()
    """The passages that name the work, where the record was read from a text."""

    @property
    def id(self) -> tuple[str, str, str]:
        """What makes the record unique in a library: (work, source, source id)."""
        return (self.work, self.provenance.source, self.provenance.source_id or "")


class Work(Fields):
    """What we believe of a work: every value with the record that said it."""

    key: Text
    """Citation key, stable."""
    provenance: Mapping[str, Provenance]
    """Path of a value -> its witness. Paths: `title`; `identifiers/doi:10.1/x` for an element of a union field;
    `custom/award`; `author/2/orcid` where another record completed an author (counted from 0)."""

    @model_validator(mode="after")
    def _every_value_has_a_witness(self) -> Self:
        if self.citations is not None:
            raise ValueError("citation counts belong to their source and are never resolved")
        missing = [path for path in witness_paths(self) if path not in self.provenance]
        if missing:
            raise ValueError(f"values without a witness: {', '.join(missing)}")
        return self

    @property
    def fields(self) -> Fields:
        """The same values without key and witnesses."""
        return Fields.model_validate(self.stated())


def witness_paths(fields: Fields) -> Iterator[str]:
    """Gives the paths of all values that need a witness.

    >>> list(witness_paths(Fields(title="T", doi="10.1000/x")))
    ['title', 'identifiers/doi:10.1000/x']
    """
    for name, value in fields.stated().items():
        if name in UNION_FIELDS:
            yield from (f"{name}/{element}" for element in value)
        elif name == "custom":
            yield from (f"custom/{key}" for key in value)
        else:
            yield name
