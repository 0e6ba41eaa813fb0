"""A name that was given up is used to recognise, and never shown where the present one can stand."""

from __future__ import annotations

import os
from collections.abc import Mapping

from pubtrack.markup.names import name_key, name_keys_agree, parse_name
from pubtrack.model import CONTRIBUTOR_FIELDS, Contributor, Owner, Work

__all__ = ["PAST_NAMES", "with_past_names", "with_present_name"]

PAST_NAMES = "PUBTRACK_PAST_NAMES"
"""Environment variable that holds past names, separated by `;`: for people who want them in no file and no git."""


def with_past_names(owner: Owner | None, env: Mapping[str, str] | None = None) -> Owner | None:
    """Gives the owner with the past names of the environment added.

    >>> with_past_names(Owner(name="Ana Li"), {"PUBTRACK_PAST_NAMES": "Ana Old; A. Older"}).past_names
    ('Ana Old', 'A. Older')
    """
    said = (os.environ if env is None else env).get(PAST_NAMES, "")
    names = tuple(name.strip() for name in said.split(";") if name.strip())
    return owner.replace(past_names=(*owner.past_names, *names)) if owner and names else owner


def with_present_name(work: Work, owner: Owner | None) -> Work:
    """Gives the work with the owner's present name in the place of past ones, in every role."""
    if owner is None or not owner.past_names:
        return work
    present = parse_name(owner.name)
    past = [name_key(parse_name(name)) for name in owner.past_names]

    def renamed(person: Contributor) -> Contributor:
        mine = person.orcid is not None and person.orcid == owner.orcid
        if not mine and not any(name_keys_agree(name_key(person), old) for old in past):
            return person
        return present.replace(
            orcid=person.orcid, marks=person.marks, affiliation=person.affiliation, roles=person.roles
        )

    return work.replace(**{role: tuple(map(renamed, getattr(work, role))) for role in CONTRIBUTOR_FIELDS})
