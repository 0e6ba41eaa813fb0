"""Rich text: what nodes emit (tokens) and what callers get (runs).

While rendering, text is one flat list of tokens: strings, `Tag`s and `Role`s that open a stretch, and `CLOSE`. A list
is cheap to extend and to roll back. `flatten` turns it into leaves, each a text with everything around it; punctuation
is settled on leaves, and leaves become `Run`s.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pubtrack.markup.inline import BOLD, CLOSE, ITALIC, SMALL_CAPS, Tag

__all__ = [
    "CLOSE",
    "QUOTE",
    "QUOTE_INSIDE",
    "Entry",
    "Leaf",
    "Mark",
    "Role",
    "Run",
    "Tag",
    "flatten",
    "plain",
    "to_runs",
]

QUOTE = Tag("quote", "")
"""Opens a quotation; flattening chooses outer or inner marks by depth."""

QUOTE_INSIDE = Tag("quote", "inside")
"""Opens a quotation with more text of the same field behind it: punctuation there stays as typed."""


class Role(NamedTuple):
    """What a stretch of text says.

    Attributes:
        variable: The CSL variable: `title`, `author`, `DOI`...
        position: For names the place of the contributor in that variable, counted from 0; otherwise None.
    """

    variable: str
    position: int | None = None


class Mark(NamedTuple):
    """One formatting around a run.

    Attributes:
        kind: `font-style`, `font-weight`, `font-variant`, `text-decoration`, `vertical-align`, `display`, `link`, or a
            name of the caller's own (for example `owner`), which writers leave alone.
        value: As in CSL: `italic`, `bold`, `small-caps`, `underline`, `sup`, `block`... For `link` the URL.
        serial: Neighbours with the same serial lie in the same stretch.
    """

    kind: str
    value: str
    serial: int = 0


class Run(NamedTuple):
    """A stretch of text with one formatting and one meaning.

    Attributes:
        text: Plain text, never markup.
        marks: What is around it, outermost first.
        role: Which variable, and which contributor, it shows; None for words of the style.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    role: Role | None = None

    def value(self, kind: str) -> str:
        """The innermost value of a kind of formatting, or an empty string.

        >>> Run("E. coli", (Mark("font-style", "italic"),)).value("font-style")
        'italic'
        """
        return next((mark.value for mark in reversed(self.marks) if mark.kind == kind), "")

    @property
    def italic(self) -> bool:
        """Whether it stands in italics (or oblique)."""
        return self.value("font-style") in ("italic", "oblique")

    @property
    def bold(self) -> bool:
        """Whether it is bold."""
        return self.value("font-weight") == "bold"

    def with_mark(self, kind: str, value: str = "") -> Run:
        """The run with one more formatting inside all others."""
        return self._replace(marks=(*self.marks, Mark(kind, value)))


class Entry(NamedTuple):
    """One formatted reference.

    Attributes:
        id: The item's id.
        runs: The reference as rich text.
        text: The reference in the format that was asked for.
    """

    id: str
    runs: tuple[Run, ...]
    text: str


class Leaf:
    """A piece of text while punctuation is settled.

    Attributes:
        inside: For a closing quotation mark the formatting of marks that move before it.
        quote: For a quotation mark `open`, `close`, or `closed` where punctuation behind it stays; otherwise empty.
    """

    __slots__ = ("inside", "marks", "quote", "role", "text")

    def __init__(self, text: str, marks: tuple[Mark, ...], role: Role | None, quote: str = "") -> None:
        self.text: str = text
        self.marks: tuple[Mark, ...] = marks
        self.role: Role | None = role
        self.quote: str = quote
        self.inside: tuple[Mark, ...] = marks


Token = object
Quotes = tuple[str, str, str, str]
"""Outer open, outer close, inner open, inner close."""


def plain(tokens: Iterable[Token]) -> str:
    """The text of tokens without formatting and quotation marks."""
    return "".join([token for token in tokens if type(token) is str])


# Where a formatting of a field meets the same formatting around it, it turns into its opposite.
# Source: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html ("flip-flop")
_FLIP = {
    ("font-style", "italic"): "normal",
    ("font-weight", "bold"): "normal",
    ("font-variant", "small-caps"): "normal",
}


# Only formatting inside fields turns; an element inside an element of the same formatting stays as it is.
_FIELD_TAGS = (ITALIC, BOLD, SMALL_CAPS)


def _mark(tag: Tag, marks: tuple[Mark, ...], serial: int) -> tuple[Mark, ...]:
    kind, value = tag
    if kind == "nodecor":
        present = {mark.kind: mark for mark in marks}.values()
        return (*marks, *(Mark(m.kind, "normal", serial) for m in present if m[:2] in _FLIP))
    around = next((mark.value for mark in reversed(marks) if mark.kind == kind), "normal")
    if value in ("normal", "none") and around == value:
        return marks
    if around == value and any(tag is field for field in _FIELD_TAGS):
        value = _FLIP[tag]
    return (*marks, Mark(kind, value, serial))


class _Flattener:
    """Walks tokens with a stack of what is open."""

    def __init__(self, quotes: Quotes) -> None:
        self.quotes = quotes
        self.leaves: list[Leaf] = []
        self.marks: tuple[Mark, ...] = ()
        self.role: Role | None = None
        self.stack: list[tuple[tuple[Mark, ...], Role | None, str]] = []
        self.inside: list[tuple[Mark, ...]] = []
        self.depth = self.serial = 0
        self.fresh = False

    def walk(self, tokens: Iterable[Token]) -> list[Leaf]:
        """The tokens as leaves."""
        for token in tokens:
            if type(token) is str:
                self.leaves.append(Leaf(token, self.marks, self.role))
            elif token is CLOSE:
                self._close()
            elif type(token) is Role:
                self.stack.append((self.marks, self.role, ""))
                self.role = token
            elif type(token) is Tag:
                self._open(token)
                continue
            self.fresh = False
        return self.leaves

    def _open(self, tag: Tag) -> None:
        if tag is QUOTE or tag is QUOTE_INSIDE:
            self.leaves.append(Leaf(self.quotes[2 * (self.depth % 2)], self.marks, self.role, "open"))
            self.depth += 1
            self.stack.append((self.marks, self.role, "close" if tag is QUOTE else "closed"))
            self.inside.append(self.marks)
            self.fresh = True
            return
        self.stack.append((self.marks, self.role, ""))
        if tag.kind != "nocase":
            self.serial += 1
            self.marks = _mark(tag, self.marks, self.serial)
        if self.fresh:  # formatting of the quoted element itself, not of parts of its text
            self.inside[-1] = self.marks

    def _close(self) -> None:
        self.marks, self.role, quoted = self.stack.pop()
        if quoted:
            self.depth -= 1
            leaf = Leaf(self.quotes[1 + 2 * (self.depth % 2)], self.marks, self.role, quoted)
            leaf.inside = self.inside.pop()
            self.leaves.append(leaf)


def flatten(tokens: Iterable[Token], quotes: Quotes) -> list[Leaf]:
    """The tokens as leaves, quotation marks written out."""
    return _Flattener(quotes).walk(tokens)


def to_runs(leaves: Iterable[Leaf]) -> tuple[Run, ...]:
    """The leaves as runs; neighbours that differ in nothing become one."""
    runs: list[Run] = []
    last: Leaf | None = None
    texts: list[str] = []
    for leaf in leaves:
        if not leaf.text:
            continue
        if last is not None and leaf.marks == last.marks and leaf.role == last.role:
            texts.append(leaf.text)
            continue
        if last is not None:
            runs.append(Run("".join(texts), last.marks, last.role))
        last, texts = leaf, [leaf.text]
    if last is not None:
        runs.append(Run("".join(texts), last.marks, last.role))
    return tuple(runs)
