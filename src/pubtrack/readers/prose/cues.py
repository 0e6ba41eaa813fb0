"""Nouns beside a title that say what it is: a paper, a talk, a project."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.words import Lexicon, all_languages, fold, wording
from pubtrack.vocab.talk_words import OTHER_NOUNS
from pubtrack.vocab.work_words import WORK_NOUNS

__all__ = ["cue_beside", "cue_ends", "cue_of_question", "cue_right_before"]

_CUES = Lexicon({**{w: f"work:{k}" for w, k in all_languages(WORK_NOUNS).items()}, **{w: f"other:{k}" for w, k in all_languages(OTHER_NOUNS).items() if w not in all_languages(WORK_NOUNS)}})  # fmt: skip


def cue_beside(left: str, right: str) -> tuple[str, int]:
    """Gives what the nearest noun before says, else what a noun right behind says."""
    cue, distance = _cue_before(left)
    if not cue and (said := _CUE_BEHIND.match(right)):
        return f"work:{_KINDS[said['noun']]}", 0
    return cue, distance


def cue_right_before(left: str) -> str:
    """Gives what the noun says that a mark follows at once, `""` where words stand between: `trabajo “X”`, `her poster: “X”`."""
    cue, distance = _cue_before(left)
    return cue if distance <= NEAREST else ""


NEAREST = 3
"""Characters between a noun and the marks it is about: a colon, the mark itself."""


def _cue_before(left: str) -> tuple[str, int]:
    """Gives the nearest noun before a title that says what it is, and how many characters lie between."""
    hit = text = None
    for found in _CUES.find(wording(left)):
        if hit is not None and hit[3].startswith("work:") and found[3] == "other:container":
            text = hit  # "article in the Journal of Ropes, titled": the journal is where it appeared
        if text is not None and found[3] == "work:":
            return text[3], len(left) - found[1]
        if found[3] == "work:" and hit is not None and len(left) - found[0] < 40 and found[0] - hit[1] < 30:
            hit = (hit[0], found[1], *hit[2:])
            continue  # "talk entitled": the participle only passes the noun on
        hit = found
    if hit is None:
        return "", 0
    between = left[hit[1] :]
    if hit[3] == "other:award" and re.search(
        r"\b(?:and|for|to|und|fur|y|por|para|et|pour|an)\b|:\W*\Z|\A\s?[:：]", between
    ):
        return "", 0  # "won the Turing Award and “X” won ...": the award names what comes before
    if re.search(r"[;。]|\band\b.*\band\b", between) or between.count(",") > 3:
        return "", 0
    return hit[3], len(between)


_KINDS = {
    "article": "article-journal", "paper": "work", "essay": "work", "book": "book", "monograph": "book", "study": "work", "chapter": "chapter", "thesis": "thesis", "dissertation": "thesis",
    "aufsatz": "article-journal", "buch": "book", "studie": "work", "beitrag": "work", "articulo": "article-journal", "libro": "book", "ensayo": "work", "livre": "book", "ouvrage": "book", "essai": "work",
}  # fmt: skip
_CUE_BEHIND = re.compile(
    rf"\W*(?:\(\d{{4}}\)\W*)?(?:an?|his|her|the|their|une?|eine?|una?|l')\s*(?:[\w-]+\s+){{0,3}}?(?P<noun>{'|'.join(_KINDS)})\b"
)
"""`“Who Counts?,” a 1971 article in the Economic Journal`."""


def cue_ends(text: str) -> list[int]:
    """Gives where the nouns end that announce a text, those behind which a sentence ends left out."""
    said = wording(text)
    ends = [end for _, end, _, kind in _CUES.find(said) if kind.startswith("work:")]
    return [end for end in ends if not re.search(r"[.;!?] ", said.folded[end : end + 12])]


def cue_of_question(asked: str, left: str) -> str:
    """Gives what the question says that a title is an answer to, `""` where the words in front of it are no answer.

    Args:
        asked: The question, `""` where none was asked.
        left: The folded words in front of the title.
    """
    return _cue_before(fold(asked[-LEFT_OF_ANSWER:]))[0] if asked and _ANSWERED.search(left) else ""


LEFT_OF_ANSWER = 160
"""Characters in front of an answer that say what it names."""


_ANSWERED = re.compile(
    r"(?:^|\b(?:it['’]?s|it (?:is|was)|that(?:['’]s| is| was)|(?:er|sie|es|das|der|die) (?:heisst|heißt|hiess|hieß|ist|war)|se (?:llama|titula|llamaba|titulaba)|es|era|(?:s['’]|s )(?:appelle|intitule|appelait|intitulait)|c['’]est|c['’]etait)(?: (?:called|titled|entitled))?)\W*\Z"
    r"|^\W*\w{1,14}\W+(?:(?:yes|no|right|well|thanks|thank you|sure|ja|nein|genau|oui|non|si|claro|bueno|是的|对)\W+){0,2}\Z"
)
"""`What is the paper about? - It's called “X”`, `And the dissertation? - Right, “X”`: the question says what X is."""
