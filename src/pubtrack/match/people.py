"""Is this author the owner of the library? Names are claims; identifiers and company decide."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from pubtrack.markup.name_keys import NameKey, name_key, name_keys_agree
from pubtrack.markup.names import parse_name
from pubtrack.markup.titles import fold
from pubtrack.model import Contributor, Fields, Owner

Ownership = Literal["owner", "unsure", "other"]
"""`owner`: this is the person. `unsure`: the name fits, nothing else speaks. `other`: somebody else."""


class OwnerMatch(NamedTuple):
    """Whether a contributor is the owner, and why."""

    verdict: Ownership
    reasons: tuple[str, ...]


def is_owner(
    contributor: Contributor,
    owner: Owner,
    *,
    work: Fields | None = None,
    not_mine: Iterable[Fields] = (),
    coauthors: Iterable[str] = (),
) -> OwnerMatch:
    """Gives whether a contributor is the owner.

    An ORCID iD decides either way. Else the name must fit (any spelling, initials, past names); then a whole given name
    that nobody else of the work shares, a known co-author or a known affiliation makes it the owner, and initials alone
    stay `unsure`. Works answered "not mine" teach company to avoid: their co-authors speak against the owner.

    Args:
        contributor: the author to be told.
        owner: the person.
        work: the work the contributor stands on, for co-authors.
        not_mine: works that the owner said are somebody else's.
        coauthors: names of people known to write with the owner.

    >>> is_owner(parse_name("Jin, Zhijing"), Owner(name="Zhijing Jin")).verdict
    'owner'
    >>> is_owner(parse_name("Z. Jin"), Owner(name="Zhijing Jin")).verdict
    'unsure'
    """
    if contributor.orcid and owner.orcid:
        same = contributor.orcid == owner.orcid
        return OwnerMatch("owner" if same else "other", ("the ORCID iD agrees" if same else "another ORCID iD",))
    fits = _name_fit(contributor, owner)
    if fits == "no":
        return OwnerMatch("other", ("another name",))
    company = _company(contributor, owner, work, coauthors)
    against = _wrong_company(work, not_mine, contributor)
    if against and not company:
        return OwnerMatch("other", (against,))
    if company and not against:
        return OwnerMatch("owner", ("the name fits", *company))
    if fits == "whole" and not against:
        return OwnerMatch("owner", ("the whole name agrees",))
    return OwnerMatch("unsure", ("only initials agree" if fits == "initials" else "the company is mixed",))


def keys_of_names(names: Iterable[str]) -> list[NameKey]:
    """Gives the keys by which names compare; a text that names nobody, such as a comma, has none.

    >>> [key.family for key in keys_of_names(["Jin, Z.", ",", ""])]
    ['jin']
    """
    found = []
    for name in names:
        try:
            found.append(name_key(parse_name(name)))
        except ValueError:  # what people type into settings: it is nobody's name, so that it matches nobody
            continue
    return found


def _name_fit(contributor: Contributor, owner: Owner) -> Literal["whole", "initials", "no"]:
    known = keys_of_names(owner.names)
    given = [name_key(contributor), *keys_of_names(contributor.aliases)]
    spelled_out = [k for k in known if _has_whole_given_name(k)]
    if spelled_out and any(_has_whole_given_name(g) for g in given):
        known = spelled_out  # initials in an alias do not make "Zhihao" a spelling of "Zhijing"
    agreeing = [(k, g) for k in known for g in given if name_keys_agree(k, g)]
    if not agreeing:
        return "no"
    return "whole" if any(_whole(k, g) for k, g in agreeing) else "initials"


def _has_whole_given_name(key: NameKey) -> bool:
    return any(len(word) > 1 for word in key.given)


def _whole(known: NameKey, given: NameKey) -> bool:
    """True where both write out a given name in common, or the words are the same, whatever their order."""
    if known.words == given.words and len(known.words) > 1:
        return True
    return any(len(w) > 1 and w in given.given for w in known.given)


def _company(contributor: Contributor, owner: Owner, work: Fields | None, coauthors: Iterable[str]) -> tuple[str, ...]:
    reasons = []
    places = {fold(a) for a in owner.affiliations}
    if any(p and p in fold(a) for a in contributor.affiliation for p in places):
        reasons.append("a known affiliation")
    friends = keys_of_names(coauthors)
    if work and friends:
        others = [name_key(c) for c in work.author if c != contributor]
        known = [o for o in others if any(name_keys_agree(o, f) and _whole(f, o) for f in friends)]
        reasons += [f"{len(known)} known co-authors"] if known else []
    return tuple(reasons)


def _wrong_company(work: Fields | None, not_mine: Iterable[Fields], contributor: Contributor) -> str | None:
    if work is None:
        return None
    mine = name_key(contributor)
    here = [k for k in map(name_key, work.author) if not name_keys_agree(k, mine)]
    for other in not_mine:
        there = [k for k in map(name_key, other.author) if not name_keys_agree(k, mine)]
        shared = sum(1 for k in here if any(name_keys_agree(k, t) and _whole(k, t) for t in there))
        if shared >= 1:
            return "stands with co-authors of a work that is not the owner's"
    return None


def find_owner(
    work: Fields, owner: Owner, *, not_mine: Iterable[Fields] = (), coauthors: Iterable[str] = ()
) -> tuple[int, OwnerMatch] | None:
    """Gives the position in `work.author` of the owner and how sure that is; None where no author can be the owner.

    >>> find_owner(Fields(author=(parse_name("R. Mihalcea"), parse_name("Zhijing Jin"))), Owner(name="Zhijing Jin"))[0]
    1
    """
    remembered, friends = tuple(not_mine), tuple(coauthors)
    found = [
        (i, is_owner(c, owner, work=work, not_mine=remembered, coauthors=friends)) for i, c in enumerate(work.author)
    ]
    rank = {"owner": 0, "unsure": 1}
    likely = [(rank[m.verdict], i, m) for i, m in found if m.verdict != "other"]
    if not likely:
        return None
    _, position, match = min(likely, key=lambda one: one[:2])
    return position, match
