"""People who stand below the name of a prize: they got it."""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re
from dataclasses import replace

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.award_names import AwardName
from pubtrack.readers.prose.details import may_be_person
from pubtrack.readers.prose.found import FoundAward, Page
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import looks_like_names
from pubtrack.readers.prose.words import year_in

__all__ = ["PUBLISHED", "announce", "is_person", "people_at", "winners_below"]

_BEFORE_NAME = re.compile(
    r"\W*(?:(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?)?\W*(?:(?:(?:joint |co-?)?winners?|recipients?|laureates?|awardees?|preisträger(?:in)?|lauréate?s?|ganador(?:a|es)?|premiad[oa]s?)\s*[:：]\W*)?",
    re.IGNORECASE,
)
"""`2012 –`, `Winner:`: what stands in front of a name in a list of winners."""
_STOP = re.compile(r"[(,;\t\n|:：—]|\s[-–]\s|\s(?:for|für|pour|por)\s|\Z")
"""What follows a name: where the person works, what the prize was for."""
_TITLES_OF_PERSONS = re.compile(
    r"\A(?:(?:M|MM|Mme|Mlle|Mr|Mrs|Ms|Dr|Drs|Prof|Professor|Emeritus|Dra|Sr|Sra|Herr|Frau|Sir|Dame)\b\.? ?)+"
)
PUBLISHED = re.compile(
    r"\s*\((?:[^()]*\b(?:Press|Books?|Verlag|Publish\w+|[EÉ]ditions?|Editorial|Presses|Routledge|Palgrave|Springer|Brill)\b)"
)
"""`Paper Freedoms (North Carolina Press, 2022)`: behind it stands who published it, so it is no name."""
_CHAIR = re.compile(r"\((?:[Cc]o-)?[Cc]hair\)|\b[Cc]hair\b|\b[Vv]orsitz|\b[Pp]résident")
"""`Simon Werner (Chair), Ada Holm`: who chose, not who won."""
_BETWEEN = re.compile(r" and | und | & | et | y ")


def winners_below(placed: Placed, heading: Block, name: AwardName, page: Page) -> list[FoundAward]:
    """Gives who got the award of a heading: an entry below it that begins with a name; anything else says more about it.

    Args:
        placed: The entry.
        heading: The heading that names the award.
        name: Its name, in places of the heading.
        page: What is found so far.
    """
    text = placed.block.text
    at = replace(placed, block=heading)
    year = year_in(text) or year_in(heading.text) or placed.year or page.year
    return [
        FoundAward(at, name.start, name.end, name.kind, "", page.event, year, None, who, 0.7) for who in people_at(text)
    ]


_TO = re.compile(r"[^\n]{0,80}\s(?:to|an|à|au|aux|a|al|en|aan)\s*:?\s*(?:\n|\Z)")


def announce(placed: Placed, found: list[FoundAward], page: Page) -> None:
    """Gives the award whose line ends with `to` the people in the lines below: `... the prize 2023 to`, then two names.

    Args:
        placed: The block.
        found: The awards found in it.
        page: Everything found; what awaits its people is kept there.
    """
    text, start = placed.block.text, 0
    if found:
        led = _TO.match(text, found[-1].end) if found[-1].work is None else None
        page.announced = found[-1:] if led else []
        start = led.end() if led else 0
    if not page.announced or len(text) == start:
        return
    people = [who for line in _lines(text, start) for who in _named_in(placed, *line)]
    for who in people:
        first = page.announced[0]
        if len(page.announced) == 1:
            first.person, first.confidence = who, max(first.confidence, TOLD)
        else:
            page.awards.append(replace(first, person=who))
        page.announced.append(first)
    if not people:
        page.announced = []


TOLD = 0.6
"""How sure an award is that a sentence gives to people below it."""


def _lines(text: str, start: int) -> list[tuple[int, int]]:
    ends = [at for at in range(start, len(text)) if text[at] == "\n"]
    return list(zip([start, *(at + 1 for at in ends)], [*ends, len(text)], strict=True))


def _named_in(placed: Placed, start: int, end: int) -> list[str]:
    """Gives the people a line begins with, the bold words where it begins with such."""
    bold = next((s for s in placed.block.spans if s.kind == "strong" and s.start == start and s.end <= end), None)
    return people_at(placed.block.text[start : bold.end if bold else end]) if end - start <= LONGEST_LINE else []


LONGEST_LINE = 120
"""Characters of a line that names who got a prize, and where they work. Chosen by hand."""


def people_at(text: str) -> list[str]:
    """Gives the people an entry begins with; none where a colon follows, as behind `Mission Uptake: A Game`."""
    before = _BEFORE_NAME.match(text)
    start = before.end() if before else 0
    stop = _STOP.search(text, start)
    if stop is None or stop[0] in (":", "：") or PUBLISHED.match(text, stop.start()) or _CHAIR.search(text):
        return []
    people = [_TITLES_OF_PERSONS.sub("", who.strip(), count=1) for who in _BETWEEN.split(text[start : stop.start()])]
    return people if all(map(is_person, people)) and not _NUMBER.search(text, start, stop.start()) else []


_NUMBER = re.compile(r"\d")
"""`(TIDES 2019)` is no person."""


def is_person(words: str) -> bool:
    """Tells whether words are the name of one person, of at least two words and of no more than names have.

    >>> is_person("Ann Q. Lee"), is_person("Lightly Supervised Query Intent Mining"), is_person("Lund")
    (True, False, False)
    """
    return (
        len(words.split()) >= 2
        and len(_FULL_WORD.findall(words)) <= MOST_WORDS
        and looks_like_names(words) >= 1.0
        and may_be_person(words)
    )


_FULL_WORD = re.compile(r"[^\W\d_][^\W\d_][\w'’-]+")
MOST_WORDS = 4
"""Words of a name that are no initials. Chosen by hand: five words with capitals are a title."""
