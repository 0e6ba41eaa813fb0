"""Lines that stand together: an award in the first of them is for the work below it.

A stanza is a run of lines without a blank line between them, or a list item with the items under it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pubtrack.readers.prose.found import FoundAward, FoundWork, Page
from pubtrack.readers.prose.sections import Placed

__all__ = ["Stanza"]

GIVEN = 0.7
"""How sure an award is that stands over its work."""
SPEAKING_ROLES = frozenset(("awards", "news", ""))
"""Sections in which an award may stand over its work; in a list of publications it stands under it."""


@dataclass(slots=True)
class Stanza:
    """The stanza that is being read."""

    first: Placed | None = None
    waiting: list[FoundAward] = field(default_factory=list)
    """Awards of its first block that no work was named for yet."""
    given: bool = False
    """A work below a line that ends with a colon had them; what else its list holds has them, too."""

    def enter(self, placed: Placed) -> None:
        """Begins another stanza where the block does not go on with this one."""
        if not self._holds(placed):
            self.first, self.waiting, self.given = placed, [], False

    def _holds(self, placed: Placed) -> bool:
        if self.first is None or placed.is_heading or self.first.is_heading:
            return False
        if self.waiting and placed.block.kind == "item" and _leads(self.first):
            return True
        if placed.block.kind == "item" and self.first.block.kind == "item":
            return placed.block.level > self.first.block.level
        return placed.block.near and placed.block.kind in ("para", "item")

    def link(self, placed: Placed, works: list[FoundWork], found: list[FoundAward], page: Page) -> None:
        """Gives the waiting awards the works of this block, and notes the awards that wait from now on.

        Args:
            placed: The block.
            works: The works found in it.
            found: The awards found in it.
            page: Everything found; awards for several works are added.
        """
        if placed is self.first:
            alone = placed.role in SPEAKING_ROLES and not works
            self.waiting = [a for a in found if a.work is None and a.kind == "prize"] if alone else []
            return
        if self.waiting and works and not found:
            for award in self.waiting:
                if not self.given:
                    award.work, award.confidence = works[0], max(award.confidence, GIVEN)
                page.awards += [replace(award, work=work) for work in works[not self.given :]]
            self.given = _leads(self.first)
            if not self.given:
                self.waiting = []


def _leads(first: Placed | None) -> bool:
    """Tells whether a line ends with a colon: `Best paper awards, 500 euros each:` over a list of papers."""
    return first is not None and first.block.text.rstrip().endswith((":", "："))
