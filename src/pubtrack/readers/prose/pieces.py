"""A reference cut into pieces at every mark that may end a field; each piece knows what it looks like.

The cutter never decides: a full stop after an initial cuts as well as one after a title. `references` then looks for the
run of pieces that reads best as a title.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from operator import itemgetter

from pubtrack.markup.spans import Block, Span
from pubtrack.readers.prose.abstracts import abstract_of
from pubtrack.readers.prose.award_headings import award_heading
from pubtrack.readers.prose.inner_quotes import is_inner
from pubtrack.readers.prose.piece_authors import mark_winner
from pubtrack.readers.prose.piece_containers import is_container
from pubtrack.readers.prose.piece_labels import ABBREVIATED, CITE, Piece, label
from pubtrack.readers.prose.piece_neighbours import smooth
from pubtrack.readers.prose.quotes import Quote, find_quotes
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import looks_like_names, title_shape
from pubtrack.readers.prose.whole_citations import holds_citation
from pubtrack.readers.prose.words import CJK, fold, holds_one, plain_capitals

__all__ = ["cut", "ends_with_initials"]

LONGEST_ITEM = 2500
"""Characters of an item that are looked at. Chosen by hand: room for some forty authors, the title and a short abstract."""


_MARKS = re.compile(
    "[\t\n.。．?!？！,，、;；:：(（\\[【)）\\]】/–—|·•~-]"
    rf"(?:(?<=,)(?:[ \u00a0]+|(?=[{CJK}])|(?<=[a-z],)(?=[A-ZÀ-Þ][\w'’-]))|(?<=\.)[\"”»’*†‡]?(?:[ \u00a0]+|(?=[{CJK}“《])|(?=https?:|doi:|arXiv:))|(?<=[(（\[【])|"
    r"(?<=[)）\]】])(?!-\w)[.,;:]?[ \u00a0]*|(?<=:)(?<!\b[Ii]n:)[ \u00a0]+|(?<=[;；])[ \u00a0]*|(?<=[ \u00a0][–—|·•~-])[–—|·•~-]*[ \u00a0]+|"
    r"(?<=[?!])[\"”»’]? +|(?<=[\t\n。．？！，、：])|(?<=/)/)"
)
"""Every mark that may end a field, the common ones first. It begins with one class of characters, so that all others are
passed over fast."""
_KINDS = {
    mark: kind
    for kind, marks in {
        "comma": ",，、", "dot": ".。．", "open": "(（[【", "close": ")）]】", "colon": ":：", "semi": ";；", "dash": "–—|·•~-/",
        "end": "?!？！", "cell": "\t", "line": "\n",
    }.items()
    for mark in marks
}  # fmt: skip
"""Mark -> what a field ends with."""
_SPACED = frozenset("(（[【–—|·•~-")
"""Marks that take in the space in front of them."""
_SPACES = re.compile(
    r" (?=in:(?<=\w in:) ?[A-ZÀ-Þ][^()\n]{2,80}\((?:Hrsg|Hg|[EÉeé]ds?|[Dd]irs?|[Cc]oords?|[Cc]omps?|[Oo]rgs?)\b|[Ii]n:? (?:Proceedings|Proc\b|the Proceedings|Proc\.|Advances in|Journal|(?<= In )[A-Z]{2,}[a-z]?\b|(?<= in )[A-Z]{3,}[a-z]? ['’]?\d|[A-Z][a-z]+ (?:Journal|Review|Conference|Letters|Workshop)))"
)
_AFTER_NUMBER = re.compile(r" (?:(?<=\d\) )(?=\S)|(?<=\d\d\d\d )(?<![Tt]he \d\d\d\d )(?=[A-ZÀ-Þ“\"«]))")
_MATH = re.compile(r"\$[^$\n]{1,300}\$")


def cut(placed: Placed, first: int = 0, family: str = "", *, initials_last: bool = False) -> list[Piece]:
    """Gives the pieces of an item in order.

    Args:
        placed: The item.
        first: Place in its text where the reference begins (behind a number).
        family: Folded family name of the owner; a piece that holds it is surely a name.
        initials_last: Names of the list end with their initials: `Martin R. Shakespeare and Ecology` begins with one.
    """
    block = placed.block
    text = plain_capitals(block.text[: min(first + LONGEST_ITEM, abstract_of(placed, first))])
    quotes = [q for q in find_quotes(text) if q.start >= first and not is_inner(text, q)]
    quotes += [
        Quote(m.start(1), m.end(1), m.start(1), m.end(1), "")
        for m in CITE.finditer(text, first)
        if not any(q.outer_start <= m.start(1) < q.outer_end for q in quotes)
    ]
    if wholes := _wholes(block, first, len(text), quotes):
        quotes = [q for q in quotes if not any(w.outer_start < q.start and q.end < w.outer_end for w in wholes)]
    places = _places(text, first, quotes + wholes, block, initials_last)
    pieces: list[Piece] = []
    folded, awards = (placed.said.folded, placed.may_hold_award) if text is block.text else (fold(text), True)
    family = family if family in folded else ""
    for start, end, before, quoted, parens in places:
        piece = Piece(start, end, before, quoted, parens)
        if block.spans:
            _mark(piece, block)
        label(piece, text, first, family, awards)
        if piece.note >= 3:
            _settle_mark(piece, text[end : end + 1])
        if quoted and pieces and is_container(text, piece, pieces):
            piece.venue = 2.8
        pieces.append(piece)
    if placed.kind == "review-book":
        mark_winner(pieces, text, reviewed=True)
    smooth(pieces, text)
    if placed.role == "awards" and (text[:first].rstrip().endswith((":", "：")) or _below_award(placed)):
        mark_winner(pieces, text)
    return pieces


def _below_award(placed: Placed) -> bool:
    return placed.heading_block is not None and award_heading(placed.heading_block.text) is not None


def _settle_mark(piece: Piece, closing: str) -> None:
    """One capital in square brackets is the kind of a text (`[J]`), in round ones it may as well be an initial."""
    if closing in "]］】/" and closing:
        piece.name = 0.0
    elif not piece.parens or closing not in ")）" or piece.name >= 2:
        piece.note = 0.0


def _places(
    text: str, first: int, quotes: list[Quote], block: Block, initials_last: bool
) -> list[tuple[int, int, str, bool, bool]]:
    """Gives (start, end, mark before, quoted, in parentheses) of every piece with text."""
    borders = _borders(text, first, quotes, block, initials_last)
    places: list[tuple[int, int, str, bool, bool]] = []
    quote_at = {q.outer_start: q for q in quotes}
    at, before, depth = first, "start", 0
    for start, end, kind in borders:
        if start < at or (start == end == at and before == "dot"):
            if end > at:
                at, before = end, kind
                depth += kind == "open"  # ") (": the space between belongs to both
            continue
        if start > at:
            _add(places, text, at, start, (before, False, depth > 0))
        if kind == "quote" and start in quote_at:
            quote = quote_at[start]
            inside = ("quote", True, depth > 0) if quote.mark else (before, False, depth > 0)
            _add(places, text, quote.start, quote.end, inside)
        elif kind == "open":
            depth += 1
        elif kind == "close" and depth:
            depth -= 1
        at, before = end, kind
    _add(places, text, at, len(text), (before, False, depth > 0))
    return places


_Border = tuple[int, int, str]


def _borders(text: str, first: int, quotes: list[Quote], block: Block, initials_last: bool) -> list[_Border]:
    """Gives (start, end, kind) of everything that may end a field, in order; inside quotes and formulas nothing does."""
    closed = [(q.outer_start, q.outer_end) for q in quotes]
    if "$" in text:
        closed += [m.span() for m in _MATH.finditer(text, first)]
    borders, others = _marks(text, first, initials_last), _gaps(text, first)
    if block.soft:
        others += [(at, at + 1, "soft") for at in block.soft if first < at < len(text)]
    if block.spans:
        others += [(at, at, "span") for at in _span_borders(block, first, len(text))]
    if closed:
        borders = [border for border in borders if not _within(border[0], closed)]
        others = [border for border in others if not _within(border[0], closed)]
        others += [(q.outer_start, q.outer_end, "quote") for q in quotes]
    if others:
        borders += others
        borders.sort(key=itemgetter(0, 1))
    return borders


_SHORT_PRESS = ("Univ", "Gebr")
_PRESS = re.compile(r"(?<=\s)(?:Univ\. (?:Press|of)\b|Gebr\. )|(?<=\()Univ\. of\b")
"""A full stop that ends nothing: `Cornell Univ. Press`, `(Univ. of Chicago Press)`, `Berlin: Gebr. Mann`."""


_SHORT_HINTS = ("u. a.", "u.a.", "N. F.", "N.F.", "z. T.", "z.T.", "n. s.", "n.s.")
_SHORTENED = re.compile(r"\b(?:u\. ?a\.|N\. ?F\.|z\. ?T\.|n\. ?s\.)")
"""`Köln u. a. 2004`, `N. F. 55`: full stops of abbreviations of two words."""


def _marks(text: str, first: int, initials_last: bool) -> list[_Border]:
    """Gives (start, end, kind) of every mark that may end a field, spaces around it taken in."""
    found = []
    short = [m.span() for m in _SHORTENED.finditer(text, first)] if holds_one(text, _SHORT_HINTS) else ()
    for match in _MARKS.finditer(text, first):
        start, end = match.span()
        mark = text[start]
        if mark == ".":
            if short and any(begin < start < stop for begin, stop in short):
                continue
            if _after_initial(text, start, end, first, initials_last):
                continue
            if text[start - 4 : start] in _SHORT_PRESS and _PRESS.match(text, start - 4):
                continue
        elif mark in _SPACED and start > first and text[start - 1] in " \u00a0":
            start -= 1
        found.append((start, end, _KINDS[mark]))
    return found


def _gaps(text: str, first: int) -> list[_Border]:
    """Gives the spaces that part fields by themselves: behind a number, in front of `In Proceedings`."""
    found = [(*m.span(), "span") for m in _AFTER_NUMBER.finditer(text, first)]
    if " In" in text or " in" in text:
        found[:0] = [(*m.span(), "span") for m in _SPACES.finditer(text, first)]
    return found


def _wholes(block: Block, first: int, last: int, quotes: list[Quote]) -> list[Quote]:
    """Gives the links and marked stretches that look like titles; nothing cuts inside them."""
    found: list[Quote] = []
    for span in block.spans if len(block.spans) < 2 else sorted(block.spans, key=lambda s: (s.start, -s.end)):
        start, end = span.start, span.end
        if (
            span.kind not in _WHOLE_KINDS
            or not first <= start < end <= last
            or (end - start < 14 and not (end - start >= 5 and _OPENS.match(block.text[first:start])))
            or not _marks_title(block, span)
            or any(start < b and a < end for a, b in ((f.outer_start, f.outer_end) for f in found))
        ):
            continue
        if any(
            start < q.outer_end
            and q.outer_start < end
            and not (start <= q.outer_start and q.outer_end <= end and q.end - q.start < (end - start) * 0.8)
            for q in quotes
        ):
            continue
        while text_at(block, end - 1) in " .,;。，；\n" and end > start + 1:
            end -= 1
        found.append(Quote(start, end, start, span.end, ""))
    return found


_OPENS = re.compile(r"(?:[\s(*_]*(?:avec|with|mit|con|ed|eds|hg|hrsg|dir)\b[^)\n:]{0,80}[):])?[\s*_]*\Z", re.IGNORECASE)
"""What may stand before a title of one or two words in italics: nothing, or co-authors in parentheses."""


_WHOLE_KINDS = frozenset(("link", "em", "strong", "emph", "textit", "quote", "span"))


def text_at(block: Block, at: int) -> str:
    """Gives one character of the block's text."""
    return block.text[at]


def _marks_title(block: Block, span: Span) -> bool:
    words = block.text[span.start : span.end]
    if span.kind == "span":
        return "title" in fold(span.href) and len(words) < 400
    if (
        span.kind not in ("link", "em", "strong", "emph", "textit", "quote")
        or "\t" in words
        or _ENDS_LINE.search(words.strip())
        or len(words) > 400
    ):
        return False
    if span.kind in ("link", "strong") and holds_citation(block, span):
        return False
    if (span.kind == "strong" and len(words.split()) < 4) or _YEAR_IN_BRACKETS.search(words):
        return False
    if title_shape(words.strip(" .,;")) < (0.42 if span.kind != "em" else 0.28):
        return False
    return looks_like_names(words) < 0.6 or (": " in words and looks_like_names(words.partition(": ")[0]) < 0.6)


_ENDS_LINE = re.compile(r"\n(?<![:,;–—-]\n)(?<![:,;–—-] \n)")
"""A hard break that ends something: behind a colon or comma a title goes on in the next line."""
_YEAR_IN_BRACKETS = re.compile(r"\((?:19|20)\d\d[a-z]?\)[.,:]")
_ORDINAL = re.compile(r"\b(?:des|im|vom|am|der|dem|und|bis|zum|ins|das|die|den|und das|seit|ab) \d{1,2}\Z")
"""In front of a full stop these words make it part of a German ordinal: `des 14. und 15. Jahrhunderts`."""
_INITIAL = re.compile(
    r"(?:^|[,;&(]\s?|\b(?:and|und|y|et|e|[Ww]ith|[Mm]it|[Bb]y|[Cc]on|[Aa]vec|[Pp]ar|[Pp]or|[Vv]on)\s|\.\s?-?)[A-ZÀ-Þ]$"
)
_MIDDLE_INITIAL = re.compile(
    r"(?:^|[,;&(]\s?|\b(?:and|und|y|et|with|mit|by|con|avec)\s)[A-ZÀ-Þ][\w'’-]{1,15} [A-ZÀ-Þ]$"
)
_INITIALS_BEHIND = re.compile(r"[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ]{1,3}, ")
_NAMES_REACH = 200
"""Characters of an entry in which its names are looked for."""


def ends_with_initials(text: str) -> bool:
    """Tells whether a row of names ends each with its initials: `Nurfatiha H, Pai A.`."""
    return _INITIALS_BEHIND.search(text, 0, _NAMES_REACH) is not None


_FAMILY = re.compile(
    r"(?:(?:[A-ZÀ-Þ]\.[ -]?){0,3}(?:(?:van|von|der|de|la|le|da|dos|di|del|ten|ter) ){0,2}[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)(?= ?,|[;:*]|\.| and | & | und | y | et | e |$|\n|\s*\()"
)
"""Behind an initial, a family name and the end of the name."""
_FAMILY_IN_ROW = re.compile(
    r"(?:[A-ZÀ-Þ]\.[ -]?)?[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+)?(?=[,;*]| and | & | und | y | et |\s*\()"
)
"""Behind a first name and a middle initial: a full stop would as well end `Smith J.` and begin the title."""


_FAMILY_LAST = re.compile(r"[A-ZÀ-Þ][\w'’-]+\.\s")
_MIDDLE_IN_ROW = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ'’-]+ (?:[A-ZÀ-Þ]\. ?){1,2}[A-ZÀ-Þ][\w'’-]+(?:, | and | & )")
"""`Roy T. Smart, Charles C. Kankelborg, and Jacob D. Parker. The Noise`: the last name of a row is like the others."""
_FAMILY_BEFORE = re.compile(r"(?:^|[,;&]|\band|\bund|\by|\bet) ?[A-ZÀ-Þ][\w'’-]{2,}, (?:[A-ZÀ-Þ]\.-? ?)*[A-ZÀ-Þ]\Z")
"""`& Toutanova, K. Bert: pre-training`: behind a family name and its initials nothing of the name follows."""
_STILL_NAMES = re.compile(r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]+, (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]+[.;]))")


def _after_initial(text: str, at: int, end: int, first: int, initials_last: bool) -> bool:
    """Tells whether a full stop only closes the initial of a name that goes on: `and B. Tran,`."""
    last = text[at - 1] if at > first else ""
    if last.isdigit():
        return _ORDINAL.search(text[max(first, at - 24) : at]) is not None
    if initials_last or not last.isupper():
        return False
    before = text[max(first, at - 24) : at]
    if ", " in before and _FAMILY_BEFORE.search(before) and not _STILL_NAMES.match(text, end):
        return False
    if (family := _FAMILY.match(text, end)) and _INITIAL.search(before[-7:]):
        return family[0] not in ABBREVIATED
    if not _MIDDLE_INITIAL.search(before):
        return False
    if not _FAMILY_IN_ROW.match(text, end) and not (
        _FAMILY_LAST.match(text, end) and _MIDDLE_IN_ROW.search(text, first, at)
    ):
        return False
    return not _INITIALS_BEHIND.search(text, first, at)  # else the names of this list end with their initials


def _within(at: int, stretches: list[tuple[int, int]]) -> bool:
    for start, end in stretches:  # noqa: SIM110 - a loop, as this is asked for every mark
        if start <= at < end:
            return True
    return False


def _span_borders(block: Block, first: int, last: int) -> set[int]:
    places: set[int] = set()
    for span in block.spans:
        if span.kind != "code" and span.end - span.start >= 6:
            places.update(p for p in (span.start, span.end) if first < p < last)
    return places


_Kind = tuple[str, bool, bool]
"""Mark before, quoted, in parentheses."""


def _add(places: list[tuple[int, int, str, bool, bool]], text: str, start: int, end: int, kind: _Kind) -> None:
    """Adds a piece without white space and closing marks around it; one without letters is none."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if end - start > 3 and text[end - 1] == "." and text[end - 3] != ".":
        end -= 1
    if end > start and (text[start].isalnum() or _ALNUM.search(text, start, end)):
        places.append((start, end, *kind))


_EDGES = " \u00a0\n\t,;"
_VENUE_CLASS = re.compile(r"venue|journal|periodical|conference", re.IGNORECASE)
"""Classes that speak of a piece only where it is most of what they mark: some pages put authors and journal under one."""
_STRETCHES = frozenset(("em", "emph", "textit", "textsl", "link"))
_ALNUM = re.compile(r"[^\W_]")


def _mark(piece: Piece, block: Block) -> None:
    """Notes which marked stretches cover the piece."""
    kinds = []
    for span in block.spans:
        if span.start <= piece.start + 1 and piece.end - 1 <= span.end:
            if span.kind != "span":
                kinds.append(span.kind)
            elif not (_VENUE_CLASS.search(span.href) and 2 * (piece.end - piece.start) < span.end - span.start):
                kinds.append(f"class:{fold(span.href)}")
            if span.kind == "link" and not piece.href:
                piece.href = span.href
            if span.kind in _STRETCHES and (piece.stretch < 0 or span.start < piece.stretch):
                piece.stretch = span.start
    piece.spans = tuple(kinds)
