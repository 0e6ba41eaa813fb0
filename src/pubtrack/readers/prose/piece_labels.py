"""What a piece of a reference looks like: a name, a venue, a number, a note."""
# ruff: noqa: E501, SIM905 - tables and patterns, one line each

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pubtrack.readers.prose.award_names import award_names, is_mostly_award, may_hold_award
from pubtrack.readers.prose.piece_leads import NO_LEADS, led_into
from pubtrack.readers.prose.piece_names import (
    INITIALS,
    SMALL_IN_CAPITALS,
    TELLING,
    has_title_word,
    name_like,
    plain_name,
)
from pubtrack.readers.prose.piece_numbers import NUMBER_TOKENS, number_like
from pubtrack.readers.prose.shape import ARTICLES
from pubtrack.readers.prose.words import Wording, by_letter, fold, wording
from pubtrack.vocab.venue_words import (
    NOTE_WORDS,
    SERIES,
    SERIES_WORDS,
    STATUS_WORDS,
    VENUE_CHINESE,
    VENUE_LEADS,
    VENUE_STEMS,
)

__all__ = ["ABBREVIATED", "CITE", "LEAD", "STATUS", "Piece", "label"]


@dataclass(slots=True)
class Piece:
    """`text[start:end]` and how much (0 to 3) it looks like each part of a reference."""

    start: int
    end: int
    before: str
    """Kind of mark in front: `start dot end comma semi colon open close dash line cell span quote`; `end` is `?` or `!`."""
    quoted: bool = False
    parens: bool = False
    name: float = 0.0
    venue: float = 0.0
    number: float = 0.0
    """Year, volume, pages, identifier."""
    note: float = 0.0
    year: int | None = None
    spans: tuple[str, ...] = ()
    """Kinds of the marked stretches that cover the piece."""
    href: str = ""
    stretch: int = -1
    """Where the widest link or stretch in italics begins that covers the piece; -1 for none."""
    award: bool = False
    """Its words are the name of an award."""

    known: float = 0.0
    """How well the piece is explained as something that is no title: the most of the four; set once all are final."""


CITE = re.compile(r",\s(\d{1,4} (?:[A-Z][\w.&'’]*\s?){1,9}\s?(?:§?\d{1,5}|_{1,6}|–{2,3}|—))(?=[,\s(]|$)")
"""Legal citation: volume, abbreviated journal, first page, a line where that is not known. Source: Bluebook rules 16, 17."""


_YEAR = re.compile(r"^\W{0,3}(?:c\.? ?|©)?((?:19[3-9]|20[0-4])\d)(?:[a-z]?\b|年)(?:[/–-]\d{1,4})?\W{0,3}$")


ABBREVIATED = frozenset(
    "Ann Proc Trans Bull Rev Comm Commun Math Phys Chem Amer Int Acta Arch Adv Invent Compos Compositio Lett Sci Duke Publ Mem Inst Nucl Astron Astrophys Biol Med Eng Appl Comput Soc Eur Am Nat Exp Clin Neurosci Psychol Econ Polit Sociol Hist Q Stat Mol Cell Environ Mater".split()
)
"""Words that before a full stop abbreviate journals. Source: ISO 4, the common ones."""
_SUBTITLE_WORDS = frozenset(
    "studien beitrage untersuchungen festschrift festgabe aufsatze materialien ein eine".split()
)
_SUBTITLE = re.compile(
    r"(?:studien|beitrage|untersuchungen|festschrift|festgabe|aufsatze|materialien|ein handbuch|eine? studie) (?:zu|zur|zum|fur|uber|aus|in)\b"
)
"""Words of journals that begin a subtitle where these follow: `Beiträge zur Universitätsgeschichte`."""
_GENRES = frozenset(
    (
        "note",
        "comment",
        "essay",
        "foreword",
        "book review",
        "recent case",
        "editorial",
        "letter",
        "reply",
        "symposium",
        "response",
        "student note",
        "case note",
    )
)
"""What a whole part may say about the kind of text, as law reviews do: `Jane Doe, Note, *Title*`."""
_INDEFINITE = ("a ", "an ", "ein ", "eine ", "un ", "una ", "une ")
"""`A Handbook`, `Ein Lexikon`: a subtitle; no journal or publisher begins so."""
_PRESS_YEAR = re.compile(r"^(?:[A-ZÀ-Þ][\w/&.’'-]*[ ,]{1,2}){1,4}(?:u\. ?a\. )?(?:19|20)\d\d$")
"""`Thorbecke 2017`, `Darmstadt 2010`: capitalised words and a year."""


_IN_EDITORS = re.compile(
    r"^(?:In|in|En|en|Dans|dans|Em|em) [A-ZÀ-Þ](?:\.|$)(?:[ -]?[A-ZÀ-Þ](?:\.|$))*(?:[ -]?[A-ZÀ-Þ]|$)"
)
"""`In K. Tammisalo`: the editors of a book, the title stands before."""
_IN_TITLES = re.compile(
    r"in (?:which|what|whose|search of|defen[cs]e of|praise of|pursuit of|the name of|the shadow|the wake|vitro|vivo|situ|silico|utero|between|and out|light of|quest)\b|at (?:the (?:edge|margins|crossroads|limits|intersection)|home|last|what)\b|en (?:busca|torno|defensa)\b"
)
"""`In which journals should I publish?`: titles begin so, too."""
_CAPS_VENUE = re.compile(
    r"^(?:[A-Z][A-Z&/-]{1,9}[a-z]{0,3})(?:[ '’-]+[A-Z]{2,8}|[ '’-]*(?<!\d)\d{2,4})*$|^(?:[A-Z]{2,8}[ -]){1,3}(?:19|20)\d\d\b.*$"
)


_STEM_ENDINGS = ("", "s", "es", "e", "en", "n", "ies", "y")
_STEMS = re.compile(
    rf"(?<![\w])(?:{by_letter(s.replace('-', joint) for s in VENUE_STEMS for joint in (' ', '-'))})(?:{'|'.join(_STEM_ENDINGS[1:])})?(?!\w)"
)
_STEM_WORDS = frozenset(
    re.split(r"\W", stem.replace("-", " "))[0] + ending for stem in VENUE_STEMS for ending in _STEM_ENDINGS
)


_PAGES = re.compile(r"\d{1,3}(?:[-–—]\d{1,3})?\Z", re.ASCII)
"""Numbers that are no years."""
_TYPE_MARK = re.compile(r"^(?:[JMCDRNPABZGSK]|EB|DB|CP|DS)(?:/OL)?$")
"""Kinds of texts in square brackets. Source: GB/T 7714-2015, table B.1."""


_NOTE_FIRST = frozenset(re.split(r"[\W_]", note)[0] for note in NOTE_WORDS)
_STATUS_FIRST = frozenset(re.split(r"[\W_]", note)[0] for note in STATUS_WORDS)
"""First words without which nothing is a note, or says how far a text has come."""
_NOTES_FIRST = _NOTE_FIRST | _STATUS_FIRST | frozenset(genre.split()[0] for genre in _GENRES)
_NOTE = re.compile(rf"(?:{'|'.join(sorted(map(re.escape, NOTE_WORDS), key=len, reverse=True))})(?![^\W_])")


_PAGES_LEAD = re.compile(r"(?:\bpp?\.|\bpages?|\bS\.|\bpágs?\.)[ \u00a0]*\Z")
"""`pp. 2010-2024` are pages."""


def label(piece: Piece, text: str, first: int, family: str, awards: bool) -> None:
    """Sets what a piece looks like.

    Args:
        piece: The piece, its marks noted already.
        text: The text it was cut from.
        first: Place where the item begins; nothing before is looked at.
        family: Folded family name of the owner, `""` where unknown.
        awards: The text may hold the name of an award.
    """
    start = piece.start
    words = text[start : piece.end].replace("\u2011", "-")  # a hyphen that does not break, as in `Pierre‑Léo`
    name, piece.venue, piece.number, piece.note, piece.year = _labels(words, piece.parens)
    if piece.year and piece.number >= 3 and _PAGES_LEAD.search(text, max(first, start - 8), start):
        piece.number, piece.year = 2.5, None
    if family and len(words) < 60 and name < 2.4 and _holds_family(words, family):
        name = 2.4
    piece.name = name
    if piece.spans:
        _heed_marks(piece)
    if piece.quoted:
        piece.name = piece.venue = piece.note = 0.0
    elif awards and piece.number < 2 and _is_award(words):
        piece.award, piece.note, piece.name = True, max(piece.note, 2.0), 0.0
    if piece.parens and piece.name and _ACRONYM.fullmatch(words):
        piece.name, piece.note = 0.5, max(piece.note, _note_like(wording(words), True))
    if piece.before == "start":
        piece.venue = min(piece.venue, 0.8)
    elif text[start - 2 : start] not in NO_LEADS and led_into(text, first, start):
        piece.venue, piece.name = max(piece.venue, 2.6), 0.0


def _heed_marks(piece: Piece) -> None:
    for kind in piece.spans:
        if kind in ("em", "emph", "textit", "textsl") and not piece.quoted:
            piece.venue = max(piece.venue, piece.venue + 0.6)
        elif kind.startswith("class:"):
            piece.name += 2.0 * ("author" in kind)
            piece.venue += 2.0 * ("journal" in kind or "venue" in kind or "periodical" in kind or "conference" in kind)


@lru_cache(maxsize=2000)
def _is_award(words: str) -> bool:
    """Tells whether an award name is most of a piece, so that nobody takes `Otis Dudley Duncan Award` for a title."""
    if len(words) > LONGEST_AWARD or not may_hold_award(words, fold(words)):
        return False
    if is_mostly_award(words, listed=True):
        return True
    told = _PRIZE_FOR.search(words)
    return told is not None and any(n.start <= 1 and n.end == told.start() for n in award_names(words, listed=True))


_ACRONYM = re.compile(r"[A-Z]{2,6}s?")
"""In brackets no initials: `The DNA damage activity (DDA) assay`."""
_PRIZE_FOR = re.compile(
    r" (?:for|für|pour|por|per) (?:the |die |den |das |la |le |el )?(?:best|beste\w*|meilleure?|mejor) "
)
LONGEST_AWARD = 120
"""Characters of a piece that may be the name of an award. Chosen by hand."""


def _holds_family(words: str, family: str) -> bool:
    folded = fold(words)
    return family in folded and len(words.split()) <= 6 and _whole(family).search(folded) is not None


@lru_cache(maxsize=16)
def _whole(family: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(family)}\b")


STATUS = 2.5
"""The note of a piece that says how far a text has come: more than other notes, it speaks of nothing else."""
LEAD = 1.5
"""The note of a piece that is nothing but the word in front of a container; no other piece has it."""
_LEADS_ALONE = frozenset(("in", "dans", "en", "im", "em", "nel", "in the"))
"""What stands alone between a title and the journal in italics."""


LONGEST_SIGN = 20
"""Characters of a year or of initials with all that may stand around them."""


@lru_cache(maxsize=20_000)
def _labels(words: str, parens: bool) -> tuple[float, float, float, float, int | None]:
    """Gives (name, venue, number, note, year) of the words alone."""
    if len(words) <= LONGEST_SIGN:
        if words[0].isdigit() and _PAGES.match(words):
            return 0.0, 0.0, 2.5, 0.0, None
        if year := _YEAR.match(words):
            return 0.0, 0.0, 3.0, 0.0, int(year[1])
        if INITIALS.match(words):
            return 2.2, 0.0, 0.0, 3.0 if parens and _TYPE_MARK.match(words) else 0.0, None
    said = wording(words)
    if (name := plain_name(words)) and not _tells_more(said):
        return name, 0.0, 0.0, 0.8 if parens and words.count(" ") < 3 else 0.0, None
    if said.folded in _LEADS_ALONE:
        return 0.0, 0.0, 0.0, LEAD, None
    number, found = number_like(said)
    if number >= 2:
        return 0.0, 0.0, number, 0.0, found
    return name_like(said), _venue_like(said), number, _note_like(said, parens), found


def _tells_more(said: Wording) -> bool:
    """Tells whether words that have the shape of a name may hold something that any other rule asks for."""
    folded = said.folded
    return (
        not _ASKED_FOR.isdisjoint(said.tokens)
        or folded.startswith(_LED_BEGINNINGS)
        or "pmid" in folded
        or "arxiv" in folded
    )


def _venue_like(said: Wording) -> float:
    words = said.text
    if said.chinese:
        return 1.6 if any(w in words for w in VENUE_CHINESE) and len(words) <= 16 else 0.0
    led = _led_venue(said)
    return _shaped_venue(said) if led is None else led


def _led_venue(said: Wording) -> float | None:
    """Gives what the first words say: `in:`, `In K. Tammisalo`, `Proceedings of`; None where they say nothing."""
    words, folded = said.text, said.folded
    if _LED_FIRST.isdisjoint(said.tokens[:1]) and not folded.startswith(_LED_BEGINNINGS):
        return None
    if folded.startswith(("in: ", "in:\u00a0", "dans : ")):
        return 3.0
    if _IN_EDITORS.match(words):
        return 2.8
    if not _SUBTITLE_WORDS.isdisjoint(said.tokens[:1]) and _SUBTITLE.match(folded):
        return 0.4
    if not folded.startswith(VENUE_LEADS) or _IN_TITLES.match(folded):
        return None
    if folded.startswith("in ") and words[3:].isupper() and " " in words[3:]:
        return 2.8  # "in RESEARCH HANDBOOK ON FEDERAL PROCEDURE 211"
    strong = folded.startswith(("in ", "in:", "dans", "proceedings", "to appear", "published in", "presented"))
    named = not folded.startswith(("in ", "at ", "en ")) or words[3:4].isupper() or words[3:4] in "*“\"'0123456789"
    if not named and not _STEMS.search(folded):
        return 0.3
    return 2.2 if strong and len(words) > 6 else 1.4


_LED_FIRST = frozenset(re.split(r"[\W_]", lead.lstrip("("))[0] for lead in VENUE_LEADS) | _SUBTITLE_WORDS
"""First words without which no words lead into a venue ..."""
_LED_BEGINNINGS = tuple(lead for lead in VENUE_LEADS if not lead[0].isalpha() or lead.isalpha())
"""... but for those that begin with a mark, or may be the beginning of a longer word."""


def _shaped_venue(said: Wording) -> float:
    """Gives what capitals, numbers and the stems of journals say."""
    words = said.text
    capitals = not words[1:2].islower() and len(words) < 40 and _CAPS_VENUE.match(words)
    if capitals and SMALL_IN_CAPITALS.isdisjoint(said.tokens):
        return 1.8
    if words[0].isdigit() and CITE.match(", " + words):
        return 3.0
    press = len(words) <= LONGEST_PRESS and not _PUBLISHER_WORDS.isdisjoint(said.tokens)
    if press and _PUBLISHER.match(said.folded) and _is_press(said):
        return 2.6
    if words in ABBREVIATED:
        return 1.3
    if not SERIES_WORDS.isdisjoint(said.tokens) and SERIES.search(said.folded):
        return 2.2
    if words[-1].isdigit() and _PRESS_YEAR.match(words) and not has_title_word(said):
        return 1.5
    hits = 0.0 if _STEM_WORDS.isdisjoint(said.tokens) else float(len(_STEMS.findall(said.folded)))
    if said.folded.startswith(_INDEFINITE):
        hits *= 0.3
    elif hits and _EVERYDAY_STEMS.issuperset(_STEM_WORDS.intersection(said.tokens)) and _goes_on(said.folded):
        hits *= 0.4
    return _stems_worth(words.split(), hits) if hits else 0.0


LONGEST_PRESS = 60
"""Characters of a publisher's name."""
_PUBLISHER = re.compile(
    r"(?:[\w&.'-]+ ){1,4}(?:university press|univ\. press|verlag|publishers|publishing|editore|editora)\Z|(?:presses (?:universitaires|de|du)|editorial|ediciones|edicions|editions (?:de|du|des|universitaires)|wydawnictwo|casa editrice) \w"
)
"""`Presses universitaires de Rennes`: what no title is."""
_PUBLISHER_WORDS = frozenset(
    "press verlag publishers publishing editore editora presses editorial ediciones edicions editions wydawnictwo casa".split()
)
"""Words without one of which nothing is one of these."""
_ASKED_FOR = (
    TELLING | NUMBER_TOKENS | _LED_FIRST | _STEM_WORDS | _PUBLISHER_WORDS | SERIES_WORDS | _NOTES_FIRST | _LEADS_ALONE | SMALL_IN_CAPITALS
    | frozenset(word.lower() for word in ABBREVIATED | ARTICLES)
)  # fmt: skip
"""Every word that a rule for names, venues, numbers or notes asks for: most names hold none of them."""


def _is_press(said: Wording) -> bool:
    """Tells whether words are written as a name: `Enforcing data policies in publishing` is none."""
    french = said.folded.startswith(("presses", "editions", "ediciones", "edicions"))
    capital = all(word[0].isupper() or len(word) <= 3 for word in said.text.split())
    return said.text[0].isupper() and (french or (capital and not _goes_on(said.folded)))


_EVERYDAY_STEMS = frozenset(
    "transactions annals letters press archive archives science sciences nature cell cells lecture lectures companion chronicle forum forums advances advance frontiers frontier reviews review discussion discussions lancet norton penguin sage fall house".split()
)
"""Stems that titles hold as well: `Coordination Costs in Serverless Transactions`."""
_GOES_ON = re.compile(
    r"(?P<before>\w+) (?:in|from|between|with|during|under|through|against|among|via|towards?|without|beyond|over) \w"
)
_OF_JOURNALS = frozenset(
    "advances trends frontiers studies notes opinion communications perspectives progress letters research methods topics essays readings papers reviews science sciences developments innovations reports problems insights themes explorations lectures".split()
)
"""Words of journals behind which `in` goes on with the name: `Current Opinion in Cell Biology`."""


def _goes_on(folded: str) -> bool:
    """Tells whether words are joined as in a title: `in`, `from` and the like, not behind `Advances` or `Trends`."""
    match = _GOES_ON.search(folded)
    return match is not None and match["before"] not in _OF_JOURNALS


def _stems_worth(words: list[str], hits: float) -> float:
    """Gives what words are worth that hold so many stems of journals: less, the more words of other kinds there are."""
    size = len(words)
    lower = sum(1 for w in words if w[0].islower() and len(w) > 4)
    if lower >= 2:
        hits *= 0.4
    return min(2.2, (1.5 if size <= 8 else 0.9 if size <= 14 else 0.3) * min(1.0, hits) + 0.3 * max(0, hits - 1))


def _note_like(said: Wording, parens: bool) -> float:
    if parens and _TYPE_MARK.match(said.text.strip()):
        return 3.0
    if not parens and _NOTES_FIRST.isdisjoint(said.tokens[:1]):
        return 0.0
    bare = said.folded.strip(" *[]()→»+.!")
    count = len(bare.split())
    if bare in _GENRES:
        return 2.0
    if count <= 7 and not _STATUS_FIRST.isdisjoint(said.tokens[:1]) and bare.startswith(STATUS_WORDS):
        return STATUS
    if count <= 7 and not _NOTE_FIRST.isdisjoint(said.tokens[:1]) and (note := _NOTE.match(bare)):
        if not parens and note[0] in _EVERYDAY and (count > 3 or _is_titled(said.text, bare)):
            return 0.4
        return 2.0 if parens or count <= 3 else 1.0
    return 0.8 if parens and count <= 3 else 0.0


def _is_titled(words: str, bare: str) -> bool:
    """`Paper Freedoms`: capitals and no other word of notes; `Paper Link`, `Project page` are notes."""
    rest = bare.split()[1:]
    return bool(rest) and words.istitle() and not _EVERYDAY.union(NOTE_WORDS).intersection(rest)


_EVERYDAY = frozenset(
    "award book code link video paper poster oral demo thesis dissertation impact citation citations online version edition abstract invited supplement blog dataset translated winner with con mit avec".split()
)
"""Words that titles begin with as well: `Book Ownership and Summer Reading Loss`."""
