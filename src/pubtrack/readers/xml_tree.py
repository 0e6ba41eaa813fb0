"""XML as a tree with places, for files of unknown origin: no entities, no external files, nothing but elements.

Expat is fed piece by piece, so that what stands before an error is still read; it forbids nothing by itself, so every
entity declaration is refused here before it could be used.
Source: https://docs.python.org/3/library/xml.html#xml-security ("billion laughs", "external entity expansion").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from xml.parsers import expat

__all__ = ["Element", "Parsed", "parse_xml"]

_MAX_DEPTH = 200
_START_TAG = re.compile(r"""<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>""")


@dataclass(slots=True)
class Element:
    """An element: its words, its children, and where its inside stands in the text."""

    tag: str
    attributes: dict[str, str]
    start: int
    """Of the content, behind the start tag; `end` is before the end tag. In code points."""
    end: int = 0
    line: int = 1
    children: list[Element] = field(default_factory=list)
    pieces: list[str | Element] = field(default_factory=list)

    def find(self, path: str) -> Element | None:
        """The first element under a path such as `titles/title`."""
        return next(iter(self.all(path)), None)

    def all(self, path: str) -> list[Element]:
        """All elements under a path, in document order."""
        found = [self]
        for name in path.split("/"):
            found = [child for parent in found for child in parent.children if child.tag == name]
        return found

    @property
    def text(self) -> str:
        """All characters inside, without tags, runs of white space as one space."""
        parts: list[str] = []
        stack: list[str | Element] = [self]
        while stack:
            piece = stack.pop()
            if isinstance(piece, str):
                parts.append(piece)
            else:
                stack.extend(reversed(piece.pieces))
        return " ".join("".join(parts).split())


@dataclass(slots=True)
class Parsed:
    """What was read, and why reading stopped early, if it did."""

    elements: list[Element]
    error: str | None = None
    line: int = 1


class _Refused(Exception):  # noqa: N818 - it stops expat, nobody else sees it
    """The document declares an entity or is nested too deeply."""


def parse_xml(text: str, tag: str) -> Parsed:
    """Gives all elements of one tag that are complete, outermost only; never raises.

    Args:
        text: The document.
        tag: The element that makes a record.

    >>> [e.text for e in parse_xml("<a><r>x &amp; y</r><r>z", "r").elements]
    ['x & y']
    """
    builder = _Builder(text, tag)
    return builder.run()


class _Builder:
    def __init__(self, text: str, tag: str) -> None:
        self._text, self._tag = text, tag
        self._places = _Places(text)
        self._stack: list[Element] = []
        self._depth = 0
        self._found: list[Element] = []
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words
        self._parser.EntityDeclHandler = self._refuse_entity
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def run(self) -> Parsed:
        try:
            self._parser.Parse(self._places.data, True)
        except _Refused as refused:
            return Parsed(self._found, str(refused), self._parser.CurrentLineNumber)
        except expat.ExpatError as error:
            return Parsed(self._found, expat.errors.messages[error.code], error.lineno)
        return Parsed(self._found)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise _Refused("elements are nested too deeply")
        if not self._stack and tag != self._tag:
            return
        at = self._places.of(self._parser.CurrentByteIndex)
        opening = _START_TAG.match(self._text, at)
        start = opening.end() if opening else at
        element = Element(tag, attributes, start, line=self._parser.CurrentLineNumber)
        if self._stack:
            self._stack[-1].children.append(element)
            self._stack[-1].pieces.append(element)
        self._stack.append(element)

    def _end(self, _tag: str) -> None:
        self._depth -= 1
        if not self._stack:
            return
        element = self._stack.pop()
        element.end = max(self._places.of(self._parser.CurrentByteIndex), element.start)
        if not self._stack:
            self._found.append(element)

    def _words(self, words: str) -> None:
        if self._stack:
            self._stack[-1].pieces.append(words)

    def _refuse_entity(self, name: str, *_: object) -> None:
        raise _Refused(f"it declares the entity {name!r}, which is refused because entities can be an attack")


class _Places:
    """Byte positions of the UTF-8 form as code points of the text."""

    _STEP = 1024

    def __init__(self, text: str) -> None:
        self.data = text.encode("utf-8", "replace")
        self._text = text
        self._is_ascii = len(self.data) == len(text)
        if not self._is_ascii:
            chunks = (text[i : i + self._STEP] for i in range(0, len(text), self._STEP))
            self._starts = [0, *accumulate(len(chunk.encode("utf-8", "replace")) for chunk in chunks)]

    def of(self, byte: int) -> int:
        if self._is_ascii:
            return byte
        chunk = bisect_right(self._starts, byte) - 1
        inside = self.data[self._starts[chunk] : byte].decode("utf-8", "ignore")
        return chunk * self._STEP + len(inside)
