"""What the neighbours of a piece say about it: a word between names is a name, words before a volume are a journal."""

# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import itertools
import re

from pubtrack.readers.prose.name_rows import smooth_name
from pubtrack.readers.prose.piece_authors import mark_authors
from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.words import fold, holds_one
from pubtrack.vocab.publishing_places import PUBLISHING_PLACES

__all__ = ["smooth"]

_PERIOD = re.compile(r"^(1\d{3}|20[0-2]\d)\s?[-–—]{1,2}\s?(1\d{3}|20[0-4]\d)$")
_WITH = re.compile(r"(?:joint )?(?:with|mit|con|avec)\s", re.IGNORECASE)
_PLACE = re.compile(r"^[A-ZÀ-Þ][\w-]+(?:(?: |/ ?)[A-ZÀ-Þ][\w-]*\.?){0,2}$")


def _all_capital(words: str) -> bool:
    """Tells whether at least two words all begin with a capital, as in an abbreviated journal."""
    parts = words.split()
    return (
        2 <= len(parts) <= 9
        and all(p[0].isupper() or p in ("of", "the", "and", "de", "für", "in", "for", "&") for p in parts)
        and sum(len(p) for p in parts) / len(parts) < 7
    )


_ITALIC = frozenset(("em", "emph", "textit", "textsl"))
_MARKED = frozenset(("strong", "link", "textbf"))


def smooth(pieces: list[Piece], text: str) -> None:
    """Lets neighbours speak: a lone capitalised word between names is a name, words before a volume are a journal."""
    if not pieces:
        return
    marks = {piece.before for piece in pieces}
    mark_authors(pieces, text)
    if len(pieces) > 1:
        _title_places(pieces, "cell" in marks)
    _neighbours(pieces, text)
    _towns(pieces, text)
    if "dot" in marks:
        _places(pieces, text)
    if "comma" in marks:
        _publishers(pieces)
    if "open" in marks:
        _brackets(pieces, text)
    if "colon" in marks or "open" in marks:
        _capitals(pieces, text)
    if "dot" in marks and holds_one(text, _INDEFINITE):
        _subtitles(pieces, text)
    if len(pieces) > 1 and pieces[1].before == "open" and _WITH.match(text, pieces[1].start):
        pieces[0].name = min(pieces[0].name, 0.4)  # "Childcare Costs and Maternal Careers (with Nora Lind)"
    for piece in pieces:
        piece.known = max(piece.name, piece.venue, piece.number, piece.note)


def _volumes(pieces: list[Piece], text: str) -> None:
    """`Salt fingers under sea ice. J Phys Oceanogr 53:1021-1040`: behind a title, a journal with volume and pages in one."""
    for before, piece in itertools.pairwise(pieces):
        if piece.quoted or not text[piece.end - 1].isdigit() or before.end - before.start < LONG_TITLE:
            continue
        title = max(before.name, before.number, before.note) < 1
        if title and _WITH_VOLUME.fullmatch(text, piece.start, piece.end):
            piece.venue, piece.name = 3.0, 0.0


_WITH_VOLUME = re.compile(
    r"[A-ZÀ-Þ][\w.&'’-]*(?: (?:[A-ZÀ-Þ(][\w.&'’()-]*|of|the|and|for|in|on|de|la|et|und|für|der|&)){0,9},? \d{1,4}(?: ?\([\w/–-]{1,9}\))? ?: ?[A-Za-z]{0,2}\d{1,6}(?: ?[-–—]{1,2} ?[A-Za-z]{0,2}\d{1,6})?"
)


def _neighbours(pieces: list[Piece], text: str) -> None:
    before: Piece | None = None
    afters: list[Piece | None] = [*pieces[1:], None]
    for index, (piece, after) in enumerate(zip(pieces, afters, strict=True)):
        if piece.name > 0.4:
            smooth_name(piece, before, after, text)
        if piece.number >= 2 and before and piece.before == "comma" and _PERIOD.match(text[piece.start : piece.end]):
            _smooth_period(piece, pieces[:index], text)
            if piece.number:
                _time_of_study(pieces, index)
        if after and (after.number >= 2 or after.venue >= 1.5 or after.year is not None) and not piece.quoted:
            _smooth_venue(piece, before, after, text)
        before = piece
    if ":" in text:
        _volumes(pieces, text)


def _title_places(pieces: list[Piece], cells: bool) -> None:
    """Where the marks of the page alone say what the title is, words that look like a name are none."""
    first, second = pieces[0], pieces[1]
    if cells:
        _title_cells(pieces)
    if first.name < 1.6 and second.before == "comma" and not _ITALIC.isdisjoint(first.spans):
        first.name = min(first.name, 0.4)  # italics first: a title, however short
    if second.before == "line":
        _title_line(first, second)


def _title_line(first: Piece, below: Piece) -> None:
    """A line of its own in bold or linked, names below it: the title of an entry, however short."""
    marked = _MARKED.intersection(first.spans) or _ITALIC.intersection(below.spans)
    if first.name < 1.6 and below.name >= 1.1 and marked:
        first.name = min(first.name, 0.3)


def _title_cells(pieces: list[Piece]) -> None:
    """A cell that is not all names, behind one that is: what looks like a name in it belongs to the title."""
    cells: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.before == "cell":
            cells.append([])
        cells[-1].append(piece)
    for before, cell in itertools.pairwise(cells):
        known = [max(p.name, p.venue, p.number, p.note) for p in cell]
        if before and all(p.name >= 1 for p in before) and min(known, default=9.0) < 0.5:
            for piece in cell:
                piece.name = min(piece.name, 0.3) if piece.name < 2.2 else piece.name


def _smooth_period(piece: Piece, before: list[Piece], text: str) -> None:
    """`Parish Life in Fife, 1560-1640`: the time a book is about, not pages; an earlier title would make it those."""
    first, last = (int(n) for n in re.findall(r"\d{4}", text[piece.start : piece.end]))
    words = text[before[-1].start : before[-1].end]
    titles = [p for p in before if max(p.name, p.venue - 1, p.note) < 0.5 and p.end - p.start >= 14 and p.number < 2]
    if (
        last - first >= 4
        and max(before[-1].name, before[-1].venue - 1) < 0.5
        and len(words.split()) >= 3
        and len(titles) <= 2
        and titles[-1:] == before[-1:]
    ):
        behind = [p for p in titles[:-1] if p.end + 3 < before[-1].start]
        if not behind:
            piece.number = 0.0
            piece.year = None


def _time_of_study(pieces: list[Piece], index: int) -> None:
    """`Eviction filings, Georgia, 2000-2016. JAMA Pediatr. 2021`: a journal and the year come later."""
    place, later = pieces[index - 1], pieces[index + 1 :]
    if not later or later[0].before != "dot" or later[0].number >= 2 or place.name >= 1.6 or place.quoted:
        return
    if any(p.year and p.number >= 3 for p in later[:6]) and not any(p.year or p.venue >= 1.2 for p in pieces[:index]):
        pieces[index].number, pieces[index].year = 0.0, None
        place.name = min(place.name, 0.3)


_INDEFINITE = ("Ein ", "Eine ", "Une ", "Una ", "Un ")
_SUBTITLE = re.compile(r"(?:Ein|Eine|Une|Una|Un) \w")
"""`Langeweile. Ein Handbuch`: behind a full stop an indefinite article goes on with the title."""


def _subtitles(pieces: list[Piece], text: str) -> None:
    """Makes a full stop before a subtitle a colon, and the word before it no name."""
    for index, (piece, after) in enumerate(itertools.pairwise(pieces)):
        if after.before != "dot" or not _SUBTITLE.match(text, after.start):
            continue
        plain = piece.name < 1.6 and piece.number < 2 and not piece.quoted and not (index and piece.before == "comma")
        if plain:
            after.before, piece.name, after.name = "colon", min(piece.name, 0.3), 0.0


def _capitals(pieces: list[Piece], text: str) -> None:
    """`COORDENAÇÃO DO CUIDADO: UMA PESQUISA AVALIATIVA`: capitals behind a colon go on with a title in capitals."""
    for before, piece in itertools.pairwise(pieces):
        if piece.before != "colon" or max(before.name, before.venue, before.number) >= 0.5:
            continue
        begin, words = text[before.start : before.end], text[piece.start : piece.end]
        if begin.isupper() and words.isupper() and " " in begin and " " in words:
            piece.name = piece.venue = 0.0


def _brackets(pieces: list[Piece], text: str) -> None:
    """`Lanternfishes (Myctophidae) South`, `Iron(II) Crossover`: a bracket that words run through is no border."""
    at = 1
    while at < len(pieces) - 1:
        if pieces[at].before != "open" or not pieces[at].parens:
            at += 1
            continue
        last = at
        while last + 1 < len(pieces) and pieces[last + 1].parens and pieces[last + 1].before != "open":
            last += 1
        if last + 1 < len(pieces) and _runs_through(pieces[at - 1], pieces[at : last + 1], pieces[last + 1], text):
            for piece in pieces[at : last + 1]:
                piece.name = piece.venue = piece.number = piece.note = 0.0
                piece.year = None
            behind = pieces[last + 1]
            behind.name = min(behind.name, 0.4)
            behind.before = "colon" if ":" in text[pieces[last].end : behind.start] else "span"
        at = last + 1


_IN_THIS = re.compile(r"in (?:[A-Z]?[a-z]+ ){2,}")
"""`(TRH) in Patients With Injuries`: no container, as a journal or meeting would be `In:` or have its year."""


def _runs_through(before: Piece, inside: list[Piece], behind: Piece, text: str) -> bool:
    gap = text[inside[-1].end : behind.start].strip()
    glued = text[before.end : inside[0].start] in ("(", "[")
    if before.quoted or behind.quoted or behind.parens or max(before.number, before.venue) >= 1.2:
        return False
    if before.name >= (1.6 if glued else 1.2):
        return False
    if gap not in (")", "):", "]") or behind.spans != before.spans:
        return False
    if gap == "):" and len(inside) == 1 and _PERIOD.match(text[inside[0].start : inside[0].end]):
        return True  # "the first 20 years (1994-2013): status and trends"
    if not glued and any(p.number >= 2 or p.note >= 2 or p.name >= 2 or p.venue >= 1.2 for p in inside):
        return False
    if text[behind.start].islower() and behind.number < 2 and (behind.venue < 2 or _IN_THIS.match(text, behind.start)):
        return True
    named = max(behind.name, behind.venue)
    return named < (2 if glued else 1.2) and max(behind.number, behind.note) < 1


LONG_TITLE = 14
"""Characters of a piece that may be the title in front of a publisher."""


def _publishers(pieces: list[Piece]) -> None:
    """`(Septentrion, 2022)`: the word before a year in round brackets is a publisher or journal, known or not."""
    titled = False
    for piece, after in itertools.pairwise(pieces):
        press = titled and piece.before == "comma" and after.before == "comma" and after.venue >= 1.5 and after.year
        if press and piece.name < 2.2 and piece.number < 1 and not piece.quoted and after.number < 2:
            piece.venue, piece.name = max(piece.venue, 1.2), 0.0  # "Park Books, Zürich 2021"
        if not titled and piece.end - piece.start >= LONG_TITLE:
            titled = max(piece.name, piece.venue, piece.number) < 0.5
        inside = piece.before == "open" and piece.parens and after.parens and after.before == "comma"
        if inside and after.year and piece.name < 2.2 and piece.number < 1:
            piece.venue, piece.name = max(piece.venue, 1.2), 0.0


def _towns(pieces: list[Piece], text: str) -> None:
    """`Vieillir en banlieue, Paris, La Dispute`: a town where books are made, and behind it who made this one."""
    for before, piece, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if piece.before not in ("comma", "dot", "close") or after.before not in ("comma", "colon") or piece.quoted:
            continue
        if max(before.name - 1, after.number) >= 1 or not _is_town(text[piece.start : piece.end]):
            continue
        press = text[after.start : after.end]
        if press[0].isupper() and len(press.split()) <= MOST_OF_PRESS and not _is_town(press):
            piece.venue, piece.name = max(piece.venue, 1.5), 0.0
            if after.name < 2 or press.isupper():
                after.venue, after.name = max(after.venue, 1.2), 0.0


MOST_OF_PRESS = 5
"""Words of a publisher's name."""


def _is_town(words: str) -> bool:
    if fold(words[:2]) not in _TOWNS_BEGIN:
        return False
    if words.isalpha():
        return fold(words) in PUBLISHING_PLACES
    return len(words) <= LONGEST_TOWNS and all(fold(part).strip() in PUBLISHING_PLACES for part in _STROKE.split(words))


_TOWNS_BEGIN = frozenset(town[:2] for town in PUBLISHING_PLACES)
LONGEST_TOWNS = 50
"""Characters of a place with all its towns: `Wien/Köln/Weimar`."""
_STROKE = re.compile(r"\s?[/–&-]\s?(?=[A-ZÀ-Þ])| (?:and|und|et|y) ")


def _places(pieces: list[Piece], text: str) -> None:
    """`Eine Studie. Frankfurt/M., New York: Campus`: every place before the press is one."""
    for piece, after in itertools.pairwise(reversed(pieces)):
        place, behind = after, piece
        row = place.before == "dot" and behind.venue >= 1.2 and behind.before in ("comma", "colon")
        if row and place.known < 1 and place.venue < 1.2 and _PLACE.match(text[place.start : place.end]):
            place.venue = 1.2


_TITLE_CASE = re.compile(r"[A-ZÀ-Þ][\w&’'-]*(?: (?:[A-ZÀ-Þ&][\w’'-]*|of|the|and|in|for|de|on|für|und|&)){1,6}")


def _follows_sentence(piece: Piece, before: Piece, words: str, text: str) -> bool:
    """Tells whether words in capitals are the journal: `Effects on narrow tunnels. Soil Dynamics, 2019`."""
    if max(piece.name - 1.2, piece.note) >= 0.5 or max(before.name, before.venue - 1, before.number) >= 0.5:
        return False
    if not _TITLE_CASE.fullmatch(words):
        return False
    title = text[max(0, before.end - 90) : before.end].rsplit(". ", 1)[-1].split()
    return sum(w[0].islower() and len(w) > 3 for w in title) >= 3


def _smooth_venue(piece: Piece, before: Piece | None, after: Piece, text: str) -> None:
    dated = after.number >= 2 or after.year is not None
    follows = after.before in ("comma", "span", "close", "dot")
    if after.number >= 2 and after.year is None and follows and piece.number < 1 and piece.before != "start":
        piece.venue += 0.5
    if before is None or text[piece.start].isdigit():
        return
    words = text[piece.start : piece.end]
    if (
        dated
        and before.name < 1.6
        and max(piece.name, piece.venue, piece.number, piece.note) < 1.2
        and _all_capital(words)
    ):
        piece.venue += 0.9
    if dated and piece.before == "dot" and _follows_sentence(piece, before, words, text):
        piece.venue += 1.0
    if after.before in ("comma", "colon") and after.venue >= 1.5 and _PLACE.match(words):
        piece.venue = max(piece.venue, 1.2)
