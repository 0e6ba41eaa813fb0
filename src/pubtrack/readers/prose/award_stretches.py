"""Names of awards in one sentence of a block: what its titles and marked stretches say of where a name ends."""

from __future__ import annotations

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.award_degrees import is_degree_of, leads_on
from pubtrack.readers.prose.award_names import AwardName, award_names

__all__ = ["names_between"]


def names_between(block: Block, start: int, end: int, closed: list[tuple[int, int]], listed: bool) -> list[AwardName]:
    """Gives the names of awards in a part of a block, in places of the block.

    Args:
        block: The block.
        start: Where the part begins.
        end: Where it ends.
        closed: Titles and abstracts, in which no award is looked for.
        listed: As in `award_names`.
    """
    text = block.text[start:end]
    inside = [(max(a - 1, start), min(b + 1, end)) for a, b in closed if a < end and start < b]
    if inside:
        masked = list(text)
        for first, last in inside:
            masked[first - start : last - start] = "¶" * (last - first)
        text = "".join(masked)
    text = _fields_apart(block, text, start)
    names = [_walled(n, text, start, block, listed) for n in award_names(text, listed=listed)]
    names = [n for i, n in enumerate(names) if i + 1 == len(names) or not leads_on(text, n, names[i + 1])]
    names = [n for i, n in enumerate(names) if not i or not is_degree_of(text, names[i - 1], n)]
    return [AwardName(n.start + start, n.end + start, n.kind, n.plural) for n in names]


def _fields_apart(block: Block, text: str, shift: int) -> str:
    """Ends the line behind a stretch of a class of its own where another one follows: each is a field of the entry."""
    classed = [span for span in block.spans if span.kind == "span" and span.href]
    starts = {span.start for span in classed}
    for span in classed:
        at = span.end - shift
        if 0 <= at < len(text) and text[at] == " " and span.end + 1 in starts:
            text = f"{text[:at]}\n{text[at + 1 :]}"
    return text


def _walled(name: AwardName, text: str, shift: int, block: Block, listed: bool) -> AwardName:
    """Ends a name where the bold, italic or linked stretch ends in which its noun stands."""
    for span in block.spans:
        end = span.end - shift
        if span.kind in _WALLS and name.start + shift >= span.start - 1 and name.start < end < name.end:
            shorter = award_names(text[name.start : end].rstrip(" :"), listed=listed)
            if shorter and shorter[0].start == 0:
                return shorter[0]._replace(start=name.start, end=name.start + shorter[0].end)
    return name


_WALLS = frozenset(("strong", "em", "link", "textbf", "emph", "textit"))
