"""A name that was given up is used to recognise, and never shown where the present one can stand."""

from __future__ import annotations

from typing import TypeVar

from pubtrack.markup.name_keys import name_key, name_keys_agree
from pubtrack.markup.names import parse_name
from pubtrack.match.people import keys_of_names
from pubtrack.model import CONTRIBUTOR_FIELDS, Contributor, Fields, Owner

__all__ = ["with_present_name"]

F = TypeVar("F", bound=Fields)


def with_present_name(fields: F, owner: Owner | None) -> F:
    """Gives the work with the owner's present name in the place of past ones, in every role.

    >>> owner = Owner(name="Ana Li", past_names=("Ana Older",))
    >>> with_present_name(Fields(author=[{"family": "Older", "given": "A."}]), owner).author[0].name
    'Ana Li'
    """
    if owner is None or not owner.past_names:
        return fields
    past = keys_of_names(owner.past_names)
    try:
        present = parse_name(owner.name)
    except ValueError:  # signs alone
        present = Contributor(literal=owner.name)

    def renamed(person: Contributor) -> Contributor:
        mine = person.orcid is not None and person.orcid == owner.orcid
        if not mine and not any(name_keys_agree(name_key(person), old) for old in past):
            return person
        return present.replace(
            orcid=person.orcid, marks=person.marks, affiliation=person.affiliation, roles=person.roles
        )

    return fields.replace(**{role: tuple(map(renamed, getattr(fields, role))) for role in CONTRIBUTOR_FIELDS})
