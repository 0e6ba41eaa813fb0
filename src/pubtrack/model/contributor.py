"""People and bodies who made a work."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from pubtrack.model.base import Frozen, Text
from pubtrack.model.identifiers import canonical_orcid

Mark = Literal["equal-contribution", "corresponding", "co-senior", "student"]
"""What an author list says of one author beyond the name; shown with a legend."""

Orcid = Annotated[str, AfterValidator(canonical_orcid)]


class Contributor(Frozen):
    """A person (family and given name) or a body (literal), with what the author list says of them.

    >>> Contributor(family="Beethoven", given="Ludwig", non_dropping_particle="van").name
    'Ludwig van Beethoven'
    """

    family: Text | None = None
    given: Text | None = None
    dropping_particle: Text | None = None
    """Particle that goes when only the family name is shown ("de" in "La Fontaine, Jean de")."""
    non_dropping_particle: Text | None = None
    """Particle that stays with the family name ("van" in "van Gogh")."""
    suffix: Text | None = None
    literal: Text | None = None
    """A body, or a name that cannot be split."""
    orcid: Orcid | None = None
    affiliation: tuple[Text, ...] = ()
    marks: Annotated[tuple[Mark, ...], AfterValidator(lambda marks: tuple(sorted(set(marks))))] = ()
    roles: tuple[Text, ...] = ()
    """CRediT roles ("software", "writing – original draft"), as stated."""
    aliases: tuple[Text, ...] = Field(default=(), repr=False)
    """Other spellings of the same person, to match by; never shown."""

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if not (self.family or self.given or self.literal):
            raise ValueError("a contributor needs a family name, a given name or a literal name")
        return self

    @property
    def name(self) -> str:
        """The name as it is spoken: given name first."""
        if self.literal:
            return self.literal
        parts = (self.given, self.dropping_particle, self.non_dropping_particle, self.family)
        spoken = " ".join(p for p in parts if p)
        return f"{spoken}, {self.suffix}" if self.suffix else spoken

    @property
    def sort_name(self) -> str:
        """The name as lists sort it: family name first."""
        if self.literal:
            return self.literal
        family = " ".join(p for p in (self.non_dropping_particle, self.family) if p)
        given = " ".join(p for p in (self.given, self.dropping_particle) if p)
        return ", ".join(p for p in (family, given, self.suffix) if p)

    def to_csl(self) -> dict[str, Any]:
        """Gives the CSL-JSON name."""
        if self.literal:
            return {"literal": self.literal}
        names = ("family", "given", "dropping_particle", "non_dropping_particle", "suffix")
        return {n.replace("_", "-"): v for n in names if (v := getattr(self, n))}
