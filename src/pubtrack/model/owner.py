"""The person whose library it is."""

from __future__ import annotations

from pubtrack.model.base import Frozen, Text
from pubtrack.model.contributor import Orcid


class Owner(Frozen):
    """Whose works these are, under every name they were published under."""

    name: Text
    """The name to show."""
    orcid: Orcid | None = None
    """The ORCID iD of the person."""
    aliases: tuple[Text, ...] = ()
    """Other spellings that may be shown in author lists."""
    past_names: tuple[Text, ...] = ()
    """Earlier names: used to match, never shown where the present name can stand."""
    affiliations: tuple[Text, ...] = ()
    """Where the person works or worked."""
    homepage: Text | None = None
    """The person's own page."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the present one first."""
        return (self.name, *self.aliases, *self.past_names)
