"""One sentence that names awards, and everything in it: what every award of it asks for is found out once."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from pubtrack.readers.prose.award_names import AwardName
from pubtrack.readers.prose.award_pointers import BACK, FIRST_PERSON, THIRD_PERSON
from pubtrack.readers.prose.details import Phrase
from pubtrack.readers.prose.found import FoundWork
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.words import at_beginning, is_cjk, years_in
from pubtrack.vocab.award_words import GIVING_VERBS

__all__ = ["Sentence"]

_VERBS = sorted({v for k, vs in GIVING_VERBS.items() if k != "zh" for v in vs}, key=len, reverse=True)
_GIVEN = re.compile(rf"(?:{at_beginning(_VERBS)})\b")


@dataclass(slots=True)
class Sentence:
    """One sentence and everything in it, in places of the block."""

    placed: Placed
    start: int
    end: int
    names: list[AwardName]
    works: list[FoundWork]
    events: list[Phrase]
    givers: list[Phrase]
    people: list[Phrase]
    owner: str
    told: str = ""
    """Whom the paragraph is about, `""` where that is nobody else than the owner."""
    given: bool = False
    """A verb says that something was given."""
    first_person: bool = False
    third_person: bool = False
    """It speaks of somebody named before: `She received ...`."""
    back: bool = False
    """Words point back to a work named before."""
    years: frozenset[int] = frozenset()
    """The years outside the titles."""
    chinese: bool = False
    starts: list[int] = field(default_factory=list)
    """Where its awards begin, in order."""

    @property
    def text(self) -> str:
        """Gives the words of the sentence."""
        return self.placed.block.text[self.start : self.end]

    def words_of(self, name: AwardName) -> str:
        """Gives the name as it stands."""
        return self.placed.block.text[name.start : name.end]

    def next_award(self, at: int) -> int:
        """Gives where the next award begins from a place on, or the end of the sentence."""
        index = bisect_left(self.starts, at)
        return self.starts[index] if index < len(self.starts) else self.end

    def __post_init__(self) -> None:
        """Asks once what every award of the sentence needs to know."""
        text = self.text
        folded = self.placed.said.folded[self.start : self.end]
        self.chinese = is_cjk(text)
        self.starts = sorted(name.start for name in self.names)
        self.given = _GIVEN.search(folded) is not None
        self.first_person = FIRST_PERSON.search(folded) is not None
        self.third_person = THIRD_PERSON.search(folded) is not None
        self.back = BACK.search(folded) is not None
        for work in self.works:
            text = text.replace(self.placed.block.text[work.start : work.end], " ")
        self.years = frozenset(years_in(text))
