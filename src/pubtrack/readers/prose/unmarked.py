"""Titles that no quotes, italics or links mark: behind a noun and in front of publisher and year, or behind a label."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.cues import cue_ends
from pubtrack.readers.prose.shape import title_shape
from pubtrack.readers.prose.words import holds_one, is_cjk

__all__ = ["plain_titles"]

_PLAIN = re.compile(
    r"(?P<title>[A-ZÀ-Þ][\w'’-]*(?:[ ,:]{1,2}(?:[A-ZÀ-Þ0-9][\w'’–-]*|of|the|and|in|on|for|to|a|an|de|la|le|les|du|des|der|die|das|und|y|et|el|los|las|del|en|with|from|by|at|as|its)){1,16}?)"
    r"\s\((?P<in>[^()\n]{0,80}?)(?P<year>(?:19|20)\d\d)\)"
)
"""A title in capitalised words right before its publisher and year in parentheses."""


def plain_titles(block: Block) -> list[tuple[int, int, str, str]]:
    """Gives titles without any mark: `her first book, The Privy Council of James VI (Cambridge University Press, 1964)`."""
    found = []
    text = block.text
    if ":" in text and holds_one(text, _LABELS):
        found += [(*_label_end(block, m.start("title"), m.end()), "plain", "") for m in _LABELLED.finditer(text)]
    if holds_one(text, ("book", "monograph", "issertation", "thesis", "novel")):
        found += [(*m.span("title"), "plain", "") for m in _OWN_BOOK.finditer(text) if _is_capital(m["title"])]
    if is_cjk(text):
        found += [(*span, "plain", "") for m in _BECAME.finditer(text) if (span := _latin_before(text, m.start()))]
    return found + [(*span, "plain", "") for span in _in_front_of_brackets(text)] if "(" in text else found


def _in_front_of_brackets(text: str) -> list[tuple[int, int]]:
    """Gives the places of titles in front of a publisher and year in brackets: behind a noun, or beside another of them."""
    found: list[tuple[int, int]] = []
    last = 0
    for bracket in _DATED_BRACKET.finditer(text):
        begin = max(0, bracket.start() - 160)
        starts = []
        if last and (beside := _BESIDE_TITLE.fullmatch(text, last, bracket.start())):
            starts.append(beside.span("title"))
        before = text[begin : bracket.start()]
        for cue in cue_ends(before):
            if (whole := _BEHIND_NOUN.fullmatch(before, cue)) and title_shape(whole["title"]) >= 0.4:
                starts.append((begin + whole.start("title"), begin + whole.end("title")))
            match = _PLAIN.search(text, begin + cue, bracket.end())
            if match and match.end() == bracket.end() and match.start() - begin - cue <= 40:
                starts.append((match.start("title"), match.end("title")))
        if starts:
            found.append(min(starts))
        last = bracket.end() if starts else 0
    return found


_BECAME = re.compile(
    r"(?:一文|论文|这篇论文)?(?:已经?|近日|刚刚|正式|成功|也){0,2}"
    r"(?:被[^。；;\n]{0,40}?(?:接[收受]|录用|评为|授予|收录|选为|刊[用登]|提名|录取)|获(?!得者)|荣获|入选|发表[于在]|在[^。；;，\n]{1,30}发表|中稿|见刊|提出)"
)
"""What became of a text, in Chinese: `被 AAAI 2024 接收`, `荣获`."""
_LATIN = re.compile(
    r"(?<![A-Za-z0-9.'’&:-])(?<![A-Za-z,:] )(?P<title>[A-Z][A-Za-z0-9'’.&/+-]*(?:(?:[:,?!] ?| |–|—)[A-Za-z0-9'’.&/()+-]+){2,30}[?!]?)[ \"”]?\Z"
)
LONGEST_LATIN = 250
"""Characters of a title in Latin letters inside a Chinese sentence. Chosen by hand."""


def _latin_before(text: str, at: int) -> tuple[int, int] | None:
    """Gives the place of a title in Latin letters that ends at a place: `论文 Wet Sails at Night` before `被 AAAI 接收`."""
    if not at or not (text[at - 1].isascii() or text[at - 1] == "”"):
        return None
    begin = max(0, at - LONGEST_LATIN)
    title = _LATIN.search(text[begin:at])
    return (begin + title.start("title"), begin + title.end("title")) if title else None


def _is_capital(title: str) -> bool:
    return title[0].isupper() and sum(word[0].isupper() for word in title.split()) >= FEWEST_CAPITALS


_OWN_BOOK = re.compile(
    r"\b(?:her|his|their|my|our|the|a) (?:\w+ ){0,2}?(?:book|monograph|dissertation|thesis|novel),? "
    r"(?P<title>(?:[A-ZÀ-Þ][\w'’-]*|of|the|and|in|on|for|to|a|an|from|with|at)(?::? (?:[A-ZÀ-Þ0-9][\w'’–-]*|of|the|and|in|on|for|to|a|an|from|with|at|as|its)){2,18}?)"
    r"(?=, (?:which|that|a |an |published|about|by |and )|[.;](?:\s|\Z)| (?:explor|examin|argu|trac|shows|was|is|has|won|receiv)\w*)"
)
"""`for her book The Making of the Unborn Patient: A Social Anatomy of Fetal Surgery, which explores`."""
FEWEST_CAPITALS = 3
"""Words with a capital in such a title."""
_BESIDE_TITLE = re.compile(r"[,;]? (?:and |und |et |y |e )?(?P<title>[A-ZÀ-Þ][^.;!?()\"“”«»„\n]{4,140}?)\s*")
"""`L'opera e il metodo (Lecce, Milella, 1991), Benvenuto Cellini (Paris, 1998)`: titles in a row, each with its brackets."""
_BEHIND_NOUN = re.compile(
    r"(?: (?:sur|on|about|über|sobre|su) [^.:;()\n]{3,80}?)?[ ,:]{1,3}(?P<title>[A-ZÀ-Þ][^.;!?()\"“”«»„\n]{6,140}?)\s*"
)
"""`pour son ouvrage Les Mines de Decazeville au cinéma (Éditions du Rouergue, 2020)`: all between noun and bracket."""
_LABELS = ("issertation", "DISSERTATION", "hesis", "esis", "hèse", "oktorarbeit")
"""What a text holds in which `_LABELLED` is found."""
_LABELLED = re.compile(
    r"\b(?:[Dd]issertation|DISSERTATION|[Tt]hesis|[Tt]hesis [Tt]itle|[Tt]esis(?: doctoral)?|[Tt]hèse(?: de doctorat)?|[Dd]oktorarbeit)\s*:\s*(?P<title>[A-ZÀ-Þ¿][^\n\t;“”\"«»]{14,260}?)"
    r"(?=\Z|[\n\t;]|\.(?:\s|\Z)|,? (?:[Cc]hair|[Aa]dvis|[Ss]upervis|[Cc]ommittee|[Dd]ir|[Bb]etreu|sous la|[Dd]efended|Univ|\())"
)
"""`Dissertation: Whose Story? Reading Aloud in Grade 2`: a title that only its label marks."""


def _label_end(block: Block, start: int, end: int) -> tuple[int, int]:
    """A title of a line of its own ends where the line ends in the source."""
    line = next((at for at in block.soft if start + 14 <= at < end), end)
    return start, line


_DATED_BRACKET = re.compile(r"\([^()\n]{0,80}?(?:19|20)\d\d\)")
