"""A reference cut into pieces at every mark that may end a field; each piece knows what it looks like.

The cutter never decides: a full stop after an initial cuts as well as one after a title. `references` then looks for the
run of pieces that reads best as a title.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.markup.spans import Block, Span
from pubtrack.readers.prose.piece_labels import CITE, Piece, label, smooth
from pubtrack.readers.prose.quotes import Quote, find_quotes
from pubtrack.readers.prose.shape import looks_like_names, title_shape
from pubtrack.readers.prose.words import CJK, fold, is_cjk

__all__ = ["cut"]

LONGEST_ITEM = 2500
"""Characters of an item that are looked at. Chosen by hand: room for some forty authors, the title and a short abstract."""


_CUT = re.compile(
    rf"(?P<cell>\t)|(?P<line>\n)|(?P<dot>\.[\"”»’]?(?:[ \u00a0]+|(?=[{CJK}“《]))|[。．])|(?P<end>[?!][\"”»’]? +|[？！])|(?P<comma>,[ \u00a0]+|,(?=[{CJK}])|[，、])|(?P<semi>;[ \u00a0]*|；)|"
    rf"(?P<colon>(?<!\b[Ii]n):[ \u00a0]+|：)|(?P<open>[ \u00a0]?[(（\[【])|(?P<close>[)）\]】][.,;:]?[ \u00a0]*)|(?P<dash>[ \u00a0]+(?:[–—|·•~]+|--?-?)[ \u00a0]+|//)|"
    r"(?P<span> (?=[Ii]n:? (?:Proceedings|Proc\b|the Proceedings|Proc\.|Advances in|Journal|[A-Z]{2,}[a-z]?\b|[A-Z][a-z]+ (?:Journal|Review|Conference|Letters|Workshop)))|(?<=\d\)) (?=\S)|(?<=\d\d\d\d) (?=[A-ZÀ-Þ“\"«]))"
)
_MATH = re.compile(r"\$[^$\n]{1,300}\$")


def cut(block: Block, first: int = 0, family: str = "") -> list[Piece]:
    """Gives the pieces of an item in order.

    Args:
        block: The item.
        first: Place in its text where the reference begins (behind a number).
        family: Folded family name of the owner; a piece that holds it is surely a name.
    """
    text = block.text[: first + LONGEST_ITEM]
    quotes = [q for q in find_quotes(text) if q.start >= first and not _inner(text, q)]
    quotes += [
        Quote(m.start(1), m.end(1), m.start(1), m.end(1), "")
        for m in CITE.finditer(text, first)
        if not any(q.outer_start <= m.start(1) < q.outer_end for q in quotes)
    ]
    wholes = _wholes(block, first, len(text), quotes)
    places = _places(
        text,
        first,
        [q for q in quotes if not any(w.outer_start < q.start and q.end < w.outer_end for w in wholes)] + wholes,
        block,
    )
    pieces = []
    for start, end, before, quoted, parens in places:
        piece = Piece(start, end, before, quoted=quoted, parens=parens)
        _mark(piece, block)
        label(piece, text[start:end], family, text[max(first, start - 22) : start])
        if piece.note >= 3 and (not parens or text[end : end + 1] not in "]］)）】/"):
            piece.note = 0.0
        pieces.append(piece)
    smooth(pieces, text)
    return pieces


def _places(text: str, first: int, quotes: list[Quote], block: Block) -> list[tuple[int, int, str, bool, bool]]:
    """Gives (start, end, mark before, quoted, in parentheses) of every piece with text."""
    borders = [(q.outer_start, q.outer_end, "quote") for q in quotes]
    inside_quote = [(q.outer_start, q.outer_end) for q in quotes] + [m.span() for m in _MATH.finditer(text, first)]
    borders += [
        (m.start(), m.end(), str(m.lastgroup))
        for m in _CUT.finditer(text, first)
        if not _within(m.start(), inside_quote) and not _after_initial(text, m, first)
    ]
    borders += [(at, at + 1, "soft") for at in block.soft if first < at < len(text) and not _within(at, inside_quote)]
    borders += [(at, at, "span") for at in _span_borders(block, first, len(text)) if not _within(at, inside_quote)]
    borders.sort(key=lambda b: (b[0], b[1]))
    places: list[tuple[int, int, str, bool, bool]] = []
    quote_at = {q.outer_start: q for q in quotes}
    at, before, depth = first, "start", 0
    for start, end, kind in borders:
        if start < at:
            if end > at:
                at, before = end, kind
            continue
        _add(places, text, (at, start, before, False, depth > 0))
        if kind == "quote" and start in quote_at:
            quote = quote_at[start]
            _add(places, text, (quote.start, quote.end, "quote" if quote.mark else before, bool(quote.mark), depth > 0))
        depth += (kind == "open") - (kind == "close" and depth > 0)
        at, before = end, kind if end > start or before in ("start",) or kind != "span" else "span"
    _add(places, text, (at, len(text), before, False, depth > 0))
    return places


_BEFORE_QUOTE = re.compile(
    r"(?:^|[^\w\s]|\b(?:of|in|on|titled|entitled|and|und|y|et|paper|article|review|book|chapter|thesis|dissertation|to|von|zu|de|du|sur|über|with|for|mit|papier|artikel|aufsatz|buch|libro|livre|study|report)|\d)[\s*_]*\Z",
    re.IGNORECASE,
)


def _inner(text: str, quote: Quote) -> bool:
    """Tells whether a quote is a part of a title: words run into it without any mark."""
    before = text[max(0, quote.outer_start - 30) : quote.outer_start]
    after = text[quote.outer_end : quote.outer_end + 2]
    if quote.mark in "《〈":
        return False
    if (before and is_cjk(before[-1])) or (after and is_cjk(after[0])):
        return True
    if after[:1] == " " and after[1:2].islower() and quote.end - quote.start < 40:
        return not _BEFORE_QUOTE.search(before)
    return not _BEFORE_QUOTE.search(before)


def _wholes(block: Block, first: int, last: int, quotes: list[Quote]) -> list[Quote]:
    """Gives the links and marked stretches that look like titles; nothing cuts inside them."""
    found: list[Quote] = []
    for span in sorted(block.spans, key=lambda s: (s.start, -s.end)):
        start, end = span.start, span.end
        if (
            not first <= start < end <= last
            or end - start < 14
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
        while text_at(block, end - 1) in " .,;\n" and end > start + 1:
            end -= 1
        found.append(Quote(start, end, start, span.end, ""))
    return found


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
        or "\n" in words.strip()
        or len(words) > 400
    ):
        return False
    if (span.kind == "strong" and len(words.split()) < 4) or re.search(r"\((?:19|20)\d\d[a-z]?\)[.,:]", words):
        return False
    return title_shape(words.strip(" .,;")) >= (0.42 if span.kind != "em" else 0.28) and looks_like_names(words) < 0.6


_INITIAL = re.compile(r"(?:^|[,;&(]\s?|\b(?:and|und|y|et|e|with|mit|by|con|avec)\s|\.\s?-?)[A-ZÀ-Þ]$")
_FAMILY = re.compile(
    r"(?:(?:[A-ZÀ-Þ]\.[ -]?){0,3}(?:(?:van|von|der|de|la|le|da|dos|di|del|ten|ter) ){0,2}[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)(?=[,;*]|\.| and | & | und | y | et | e |$|\n|\s*\()"
)
"""Behind an initial, a family name and the end of the name."""


def _after_initial(text: str, border: re.Match[str], first: int) -> bool:
    """Tells whether a full stop only closes the initial of a name that goes on: `and B. Tran,`."""
    if border.lastgroup != "dot":
        return False
    return bool(
        _INITIAL.search(text[max(first, border.start() - 14) : border.start()]) and _FAMILY.match(text, border.end())
    )


def _within(at: int, stretches: list[tuple[int, int]]) -> bool:
    return any(a <= at < b for a, b in stretches)


def _span_borders(block: Block, first: int, last: int) -> set[int]:
    places: set[int] = set()
    for span in block.spans:
        if span.kind != "code" and span.end - span.start >= 6:
            places.update(p for p in (span.start, span.end) if first < p < last)
    return places


def _add(places: list[tuple[int, int, str, bool, bool]], text: str, piece: tuple[int, int, str, bool, bool]) -> None:
    """Adds a piece without white space and closing marks around it; one without letters is none."""
    start, end, before, quoted, parens = piece
    while start < end and text[start] in " \u00a0\n\t,;":
        start += 1
    while end > start and text[end - 1] in " \u00a0\n\t,;":
        end -= 1
    if end > start and text[end - 1] == "." and end - start > 3 and text[end - 3] != ".":
        end -= 1
    if end > start and any(c.isalnum() for c in text[start:end]):
        places.append((start, end, before, quoted, parens))


def _mark(piece: Piece, block: Block) -> None:
    """Notes which marked stretches cover the piece."""
    kinds = []
    for span in block.spans:
        if span.start <= piece.start + 1 and piece.end - 1 <= span.end:
            kinds.append(f"class:{fold(span.href)}" if span.kind == "span" else span.kind)
            if span.kind == "link" and not piece.href:
                piece.href = span.href
    piece.spans = tuple(kinds)
