"""Headings that are the name of an award: what stands below is who or what got it."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.award_extent import ENDING
from pubtrack.readers.prose.award_names import AwardName, award_names, may_hold_award
from pubtrack.readers.prose.words import fold, is_cjk
from pubtrack.vocab.award_words import AWARD_HEADS

__all__ = ["award_heading", "is_named", "naming_heading", "stands_over_winners"]

GENERAL_WORDS = frozenset((
    *(head for heads in AWARD_HEADS.values() for head in heads), "and", "other", "research", "academic", "selected", "professional", "international",
    "national", "teaching", "und", "weitere", "wissenschaftliche", "sonstige", "otros", "academicos", "autres", "scientifiques", "principales",
    "recent", "major", "personliche", "personal", "sponsored", "sponsorises", "career", "distinctions", "distinciones", "reconocimientos", "recompenses", "auszeichnungen", "ehrungen", "recognition",
    "recognitions", "achievements", "premio", "grants", "ayudas", "postdoctoral", "undergraduate", "graduate", "university", "conference",
))  # fmt: skip
"""Words (folded) of headings that only say that awards follow."""
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
LONGEST_LINE = 120
"""Characters of a line that may be the name of an award and nothing else. Chosen by hand."""
_BESIDE = re.compile(r"\A(?:The|Der|Die|Das|Le|La|El) |\s*\([^()]{0,40}\)|\b(?:19|20)\d\d\b|[\W_]+|\bwith .*\Z")
"""What may stand beside the name: an article, `(joint)`, a year, marks, `with Special Honors`."""


_RECIPIENTS = re.compile(
    r"(?i)\b(?:recipients|winners|laureates|awardees|honou?rees|preisträger\w*|lauréats|lauréates|ganadores|premiados|获奖者|得主)\b"
)
_YEAR_FIRST = re.compile(r"\W*(?:19|20)\d\d\b")
"""`Past recipients of the Gilbert Barratt Award`, and below it the years with who got it."""


_OF_WINNERS = frozenset((
    "past", "previous", "recent", "former", "earlier", "all", "list", "of", "the", "and", "our", "their", "winner", "winners", "winning", "recipient",
    "recipients", "laureate", "laureates", "awardee", "awardees", "honorees", "honourees", "award", "awards", "awarded", "prize", "prizes", "archive", "history", "hall",
    "fame", "book", "books", "work", "works", "paper", "papers", "article", "articles", "publications", "titles", "years", "bisherige", "fruhere", "die", "der",
    "preistrager", "preistragerin", "preistragerinnen", "preistrager*innen", "pramierte", "arbeiten", "bucher", "laureats", "laureates", "lauréats", "palmares", "precedents",
    "les", "des", "du", "prix", "prime", "primes", "ouvrages", "ganadores", "ganadoras", "premiados", "galardonados", "anteriores", "los", "de", "ediciones", "obras",
    "历届获奖者", "历届获奖名单", "获奖名单", "获奖者", "获奖论文", "获奖作品",
))  # fmt: skip
"""Words (folded) of headings that only say that winners follow: the prize is named by a heading above."""
_WORDS = re.compile(r"[^\W\d_]+(?:\*\w+)?")


def naming_heading(over: Sequence[Block]) -> tuple[Block, AwardName] | None:
    """Gives the nearest of the headings above that is the name of an award, and the name; only `Past winners`, `The winners so far:` may stand between.

    Args:
        over: The headings above a block, the outermost first.
    """
    for block in reversed(over):
        if name := _only_named(block.text):
            return block, name
        said = block.text.rstrip().endswith(":") and _RECIPIENTS.search(block.text)
        if not said and not _OF_WINNERS.issuperset(_WORDS.findall(fold(block.text))):
            return None
    return None


@lru_cache(maxsize=256)
def _only_named(text: str) -> AwardName | None:
    names = award_names(text, listed=True) if is_named(text) else []
    if not names and (best := _BEST.fullmatch(text)):
        return AwardName(*best.span("name"), "prize", False)
    return names[0] if names else None


_BEST = re.compile(r"\s*(?P<name>(?:Best|Most) [A-Z][\w/-]*(?: (?:and |& )?[A-Z][\w/-]*){0,4})\s*:?\s*")
"""`Best New Direction:` over what got it, on a page of awards."""


def award_heading(text: str) -> AwardName | None:
    """Gives the award that a heading is the name of, None where it only says "Awards".

    >>> award_heading("Awards and Honors") is None, award_heading("Elspeth Moray Prize (joint)") is None
    (True, False)
    """
    names = award_names(text, listed=True) if may_hold_award(text, fold(text)) else []
    if not names:
        return None
    first = len(text) - len(text.lstrip())
    parted = _PARTED.match(text, names[0].end) and names[0].start <= first + len("The ")
    if not parted and names[0].end - names[0].start < 0.6 * len(text.strip()):
        return None
    return names[0] if is_named(text) else None


_PARTED = re.compile(r"\s*(?:(?:19|20)\d\d\s*)?(?:\Z|[·|–—:(/]|- |(?:with|mit|avec|con) )")
"""What parts the name of an award from what its heading says more: `DEI GLORIAM-Preis 2021 · Kategorie JUVANTES`."""


def is_named(heading: str) -> bool:
    """Tells whether a heading holds a name and not only words like `Research awards`."""
    words = [fold(word) for word in _LONG_WORD.findall(heading)]
    if len(words) == 1:
        ending = ENDING.search(words[0])
        return ending is not None and len(ending[0]) + SHORTEST_FIRST_PART <= len(words[0])
    general = GENERAL_WORDS if _SEVERAL.isdisjoint(words) else GENERAL_WORDS | _OF_A_GROUP
    return len(words) >= 2 and not general.issuperset(words)


_SEVERAL = frozenset(("awards", "prizes", "honors", "honours", "medals", "fellowships", "scholarships", "preise", "auszeichnungen", "ehrungen", "premios", "reconocimientos", "distinciones", "distinctions", "prix", "recompenses"))  # fmt: skip
_OF_A_GROUP = frozenset((
    "student", "students", "faculty", "staff", "alumni", "member", "members", "group", "lab", "laboratory", "team", "our", "department", "institute", "employee", "people", "for", "the", "from",
    "unserer", "unsere", "gruppe", "arbeitsgruppe", "mitglieder", "mitarbeiter", "mitarbeitende", "studierende", "fur", "der", "die", "nos", "notre", "equipe", "laboratoire", "membres", "des", "les", "etudiants",
    "nuestros", "nuestro", "grupo", "equipo", "miembros", "estudiantes", "los", "las", "del", "year", "years",
))  # fmt: skip
"""`Student awards`, `Preise unserer Gruppe`: headings over awards of several people, the name of none."""


SHORTEST_FIRST_PART = 6
"""Letters in front of the ending of a German prize that is named by one word: `Weiterbildungspreis`, not `Sonderpreis`."""


def stands_over_winners(block: Block, following: Block | None) -> bool:
    """Tells whether a line is the name of an award and nothing else, and no other award comes right below."""
    text = block.text.strip()
    if block.kind != "para" or following is None or following.kind not in ("para", "item") or len(text) > LONGEST_LINE:
        return False
    if "\n" in text or text[:1].isdigit() or text.endswith((".", "!", ",")) or is_cjk(text):
        return False  # a full stop ends a sentence
    if _RECIPIENTS.search(text) and _YEAR_FIRST.match(following.text):
        return bool(award_names(text, listed=True))
    name = award_heading(text)
    if name is None or name.plural or _BESIDE.sub("", text[: name.start] + " " + text[name.end :]):
        return False
    return not award_names(following.text[:LONGEST_LINE], listed=True)
