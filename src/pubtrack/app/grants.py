"""Works by the number of the grant that paid for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pubtrack.app.naming import nearest
from pubtrack.errors import NotFoundError
from pubtrack.model import Grant, Work
from pubtrack.writers.grant_lists import grant_number

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf

__all__ = ["paid_by"]


def paid_by(library: Shelf, works: Iterable[Work], numbers: Sequence[str]) -> tuple[Work, ...]:
    """Gives those works that one of the grants paid for, in order.

    A grant is named by its number, or by its id in `[[funding]]`; blanks, hyphens and case do not matter. A work
    belongs to it where the work states the number, or where the grant lists the work's key.

    Raises:
        NotFoundError: Neither a work nor a grant of the library has such a number; the nearest ones are named.
    """
    wanted, keys = set[str](), set[str]()
    known = {n: None for work in library.works.values() for f in work.funding if (n := f.award_number)}
    for number in numbers:
        grant = _grant(library.funding, number)
        if grant is None and not any(grant_number(n) == grant_number(number) for n in known):
            said = (*known, *(g.award_number for g in library.funding if g.award_number))
            message = f"no work and no [[funding]] of this library names the grant {number!r}."
            raise NotFoundError(message, nearest(number, said))
        wanted.add(grant_number((grant.award_number if grant else None) or number))
        keys |= set(grant.works) if grant else set()
    return tuple(
        work for work in works if work.key in keys or any(grant_number(f.award_number) in wanted for f in work.funding)
    )


def _grant(grants: Iterable[Grant], number: str) -> Grant | None:
    told = grant_number(number)
    named = (g for g in grants if told and told in (grant_number(g.award_number), grant_number(g.id)))
    return next(named, None)
