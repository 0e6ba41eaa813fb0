"""Clusters of cites as text: cites rendered, grouped, collapsed, joined.

Source: https://docs.citationstyles.org/en/stable/specification.html#cite-collapsing
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pubtrack.csl.cites import Cite, Cluster
from pubtrack.csl.compile import Area
from pubtrack.csl.items import Item
from pubtrack.csl.nodes import affix_tokens
from pubtrack.csl.runs import CLOSE, Role, Token
from pubtrack.csl.state import State
from pubtrack.csl.typography import field_tokens

__all__ = ["ClusterWriter"]

_PUNCTUATION = ",;:.!?"


class _Rendered(NamedTuple):
    """One cite as it came out."""

    cite: Cite
    item: Item
    state: State
    tokens: list[Token]

    @property
    def names(self) -> str:
        return self.state.first_names or ""

    @property
    def year(self) -> tuple[int, int] | None:
        date = self.item.dates.get("issued")
        return (date.start.year, 0) if date and date.start else None

    @property
    def bare(self) -> bool:
        return not (self.cite.locator or self.cite.prefix or self.cite.suffix)


class ClusterWriter:
    """Turns clusters into tokens for one area."""

    def __init__(self, area: Area, state_of: Callable[[Item, Area], State], in_note: bool) -> None:
        self.area: Area = area
        self.state_of: Callable[[Item, Area], State] = state_of
        self.in_note: bool = in_note
        options = area.options
        self.collapse: str = options.get("collapse", "")
        self.grouping: bool = "cite-group-delimiter" in options or self.collapse.startswith("year")
        delimiter = area.delimiter_text
        # Seen in the official suite: ", " for in-text styles (as the specification says), the layout's for note styles
        # and for styles that name an after-collapse-delimiter.
        has_after = "after-collapse-delimiter" in options
        self.group_delimiter: str = options.get("cite-group-delimiter", delimiter if in_note or has_after else ", ")
        self.suffix_delimiter: str = options.get(
            "year-suffix-delimiter", options.get("cite-group-delimiter", delimiter)
        )
        self.after_collapse: str = options.get("after-collapse-delimiter", delimiter)
        self.delimiter: str = delimiter

    def render(
        self, cite: Cite, item: Item, suppress_author: bool = False, suppress_year: bool = False, first: bool = False
    ) -> _Rendered:
        """One cite; `first` says that it opens its citation."""
        state = self.state_of(item, self.area)
        state.cite = {"locator": cite.locator, "label": cite.label}
        state.position, state.near_note, state.first_note = cite.position, cite.near_note, cite.first_note
        state.suppress_author = suppress_author or cite.mode == "suppress-author"
        state.suppress_year = suppress_year
        before = cite.prefix.rstrip(" \"'”’»")
        sentence = " " in before and before[-1] in ".!?"  # more than "See."
        state.capitalize = self.in_note and (sentence if before else first)
        tokens: list[Token] = []
        for node in self.area.children:
            node.render(state, tokens)
        return _Rendered(cite, item, state, tokens)

    def authors(self, cite: Cite, item: Item) -> list[Token]:
        """Only the names that a cite begins with, or what stands for them."""
        rendered = self.render(cite, item)
        span = rendered.state.author_span
        if span is not None:
            return rendered.tokens[span[0] : span[1]]
        names = item.names.get("author") or next(iter(item.names.values()), ())
        return list(field_tokens(", ".join(name.family or name.literal or name.given for name in names)))

    def write_authors(self, cluster: Cluster, items: dict[str, Item]) -> list[Token]:
        """The names of all cites of a cluster, without the layout around it."""
        out: list[Token] = []
        for cite in cluster.cites:
            if cite.id in items:
                shown = self.authors(cite, items[cite.id])
                out.extend(affix_tokens(self.delimiter or ", ") if out and shown else ())
                out.extend(shown)
        return out

    def write(self, cluster: Cluster, items: dict[str, Item]) -> list[Token]:
        """The tokens of a cluster without the layout around it."""
        cites = [cite for cite in cluster.cites if cite.id in items]
        hide = cluster.mode in ("suppress-author", "composite")
        rendered = [self.render(cite, items[cite.id], hide, first=cite is cites[0]) for cite in cites]
        rendered = [r for r in rendered if r.tokens or r.cite.prefix or r.cite.suffix]
        if self.grouping and self.area.keys:
            rendered = _grouped(rendered)
        if self.collapse == "citation-number":
            return self._numbers(rendered)
        return self._join(rendered)

    def _pieces(self, rendered: _Rendered) -> list[Token]:
        out: list[Token] = []
        cite = rendered.cite
        if cite.prefix:
            out.extend((Role("prefix"), *field_tokens(cite.prefix), CLOSE))
        out.extend(rendered.tokens)
        if cite.suffix:
            out.extend((Role("suffix"), *field_tokens(cite.suffix), CLOSE))
        return out

    def _between(self, left: _Rendered, right: _Rendered, delimiter: str, out: list[Token]) -> None:
        if right.cite.prefix[:1] in _PUNCTUATION and right.cite.prefix:
            return
        if left.cite.suffix and left.cite.suffix.rstrip()[-1:] in _PUNCTUATION:
            delimiter = delimiter.lstrip(_PUNCTUATION)
        out.extend(affix_tokens(delimiter))

    def _join(self, rendered: list[_Rendered]) -> list[Token]:
        out: list[Token] = []
        # With collapse="year" the delimiter for after a collapsed group also follows cites that stand alone
        # (seen in collapse_ChicagoAfterCollapse of the official suite).
        always = self.collapse in ("year", "year-suffix-ranged")
        collapsed = False
        skip = 0
        for index, current in enumerate(rendered):
            if not index:
                out.extend(self._pieces(current))
                continue
            previous = rendered[index - 1]
            same = current.names == previous.names
            if not (self.grouping and same) or current.cite.prefix or (previous.cite.suffix and self.collapse):
                self._between(previous, current, self.after_collapse if collapsed or always else self.delimiter, out)
                out.extend(self._pieces(current))
                collapsed = False
                continue
            if index < skip:
                continue
            delimiter, shown, suffix_only = self._in_group(previous, current)
            if suffix_only and self.collapse == "year-suffix-ranged":
                skip = self._suffix_range(rendered, index, out)
                if skip > index:
                    continue
            if shown is not None:
                self._between(previous, current, delimiter, out)
                out.extend(self._pieces(shown))
            collapsed = bool(self.collapse)
        return out

    def _in_group(self, previous: _Rendered, current: _Rendered) -> tuple[str, _Rendered | None, bool]:
        """The delimiter and the form of a cite that follows one of the same names; whether only its suffix shows."""
        if not self.collapse:
            return self.group_delimiter, current, False
        suffix_only = self.collapse.startswith("year-suffix") and _same_year(previous, current)
        shown = self.render(current.cite, current.item, True, suffix_only)
        if not shown.tokens:
            return "", None, False
        delimiter = self.suffix_delimiter if suffix_only else self.group_delimiter
        if previous.cite.locator:
            delimiter = self.area.options.get("after-collapse-delimiter", self.group_delimiter)
        return delimiter, shown, suffix_only

    def _suffix_range(self, rendered: list[_Rendered], index: int, out: list[Token]) -> int:
        """Writes a range of three or more year-suffixes that begins before `index`; gives the index behind it."""
        end = index
        while (
            end < len(rendered)
            and rendered[index - 1].bare
            and _same_year(rendered[end - 1], rendered[end])
            and rendered[end].names == rendered[index - 1].names
            and rendered[end].bare
            and _suffix_number(_suffix(rendered[end])) == _suffix_number(_suffix(rendered[end - 1])) + 1
        ):
            end += 1
        if end - index < 2:
            return index
        last = rendered[end - 1]
        out.append("–")
        out.extend(self.render(last.cite, last.item, True, True).tokens)
        return end

    def _numbers(self, rendered: list[_Rendered]) -> list[Token]:
        """Runs of three and more consecutive numbers become ranges."""
        out: list[Token] = []
        index = 0
        collapsed = False
        while index < len(rendered):
            end = index
            while end + 1 < len(rendered) and _follows(rendered[end], rendered[end + 1]):
                end += 1
            if index:
                delimiter = self.after_collapse if collapsed else self.delimiter
                self._between(rendered[index - 1], rendered[index], delimiter, out)
            collapsed = end - index >= 2
            out.extend(self._pieces(rendered[index]))
            if collapsed:
                out.append("–")
                out.extend(self._pieces(rendered[end]))
                index = end + 1
            else:
                index += 1
        return out


def _grouped(rendered: list[_Rendered]) -> list[_Rendered]:
    """Cites of the same names together, at the place of the first; only where the style sorts cites at all.

    Cites in an order of the author's own stay there (seen in the official suite).
    """
    groups: dict[str, list[_Rendered]] = {}
    for index, one in enumerate(rendered):
        groups.setdefault(one.names or f"\x00{index}", []).append(one)
    return [one for group in groups.values() for one in group]


def _same_year(left: _Rendered, right: _Rendered) -> bool:
    same = right.year is not None and right.year == left.year
    return same and bool(_suffix(left) and _suffix(right))


def _suffix_number(suffix: str) -> int:
    number = 0
    for letter in suffix:
        number = number * 26 + ord(letter) - 96
    return number


def _suffix(rendered: _Rendered) -> str:
    return rendered.state.disambiguation.year_suffix if rendered.state.disambiguation else ""


def _follows(left: _Rendered, right: _Rendered) -> bool:
    """Whether a cite shows just the number after that of another."""
    if left.cite.suffix or right.cite.prefix or left.state.number is None or right.state.number is None:
        return False
    only_numbers = all(
        type(token) is not Role or token.variable == "citation-number" for token in (*left.tokens, *right.tokens)
    )
    return only_numbers and left.state.number + 1 == right.state.number
