"""An owner from words on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from pubtrack.errors import InputError
from pubtrack.model import Identifier, Owner


def owner_from_words(name: str | None, orcid: str | None, aliases: Sequence[str]) -> Owner | None:
    """Gives the owner, or None where nothing was said.

    Raises:
        InputError: The ORCID iD is wrong, or there is one without a name.
    """
    if name is None and orcid is None and not aliases:
        return None
    if name is None:
        raise InputError("say whose library it is: --name 'Your Name'.")
    checked = Identifier.of("orcid", orcid) if orcid else None
    if orcid and checked is None:
        raise InputError(f"{orcid!r} is no ORCID iD (its last character is a check digit).")
    return Owner(name=name, orcid=checked.value if checked else None, aliases=tuple(aliases))
