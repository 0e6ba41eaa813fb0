"""Lists of objects in JavaScript or TypeScript as blocks: `export const papers = [{ title: "...", year: 2020 }, ...]`.

Homepages that are built with React, Vue, Svelte or Astro keep what they list in such files. Nothing is run: strings and
numbers are looked at as they stand, below the keys in front of them; names, calls and types say nothing. What comes out
are the lines of a data file, told as those of YAML are. A file may be an excerpt: brackets that open or close nothing are
passed over.
"""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pubtrack.markup.spans import Block
from pubtrack.readers.layout.data_file import Line, blocks_of_lines

__all__ = ["is_script", "script_blocks", "script_part"]

_PROPERTY = re.compile(
    r"[\s{\[(,]*[\"']?[\w$][\w$-]*[\"']?\s*:\s*(?:(?:[\"'`{\[\d].*)?|(?:new )?[\w.$]+(?:\([^()]*\)[\w.$]*)?[\s\]},]*(?://.*)?)"
)
_PIECE = re.compile(
    r"\s*(?:[{}\[\](),;]+|[\"'`].*[\"'`][\])},;\s]*|//.*|/?\*.*|(?:(?:export|import|const|let|var|type|interface|module\.exports)\b.*))\s*"
)
_OBJECT = re.compile(r"^\s*(?:\}?,?\s*\{|.*[=:(\[]\s*\[?\s*\{?)\s*$|^\s*\{.*\},?\s*$", re.MULTILINE)
_QUOTED_VALUE = re.compile(r":\s*(?:[\"'`]|\Z)")
_BEGINS = re.compile(
    r"\s*(?:[{\[/\"'`]|(?:export|import|const|let|var|type|interface|module\.exports)\b|[\w$]+\s*:\s*[\"'`\[{\d])"
)
_STRING = re.compile(r"\s*(?:\".*\"|'.*'|`.*`),?\s*")
HEAD, MOSTLY, FEWEST = 6000, 0.9, 3
"""Characters that are looked at, part of their lines that are those of such a file, and how many strings they hold at least."""


def is_script(text: str) -> bool:
    r"""Tells whether a text is a list of objects as scripts write them.

    >>> is_script('export const papers = [\n  {\n    title: "A",\n    venue: "B",\n    doi: "10.1/2",\n    pdf: "C",\n  },\n];')
    True
    >>> is_script("title: A\nyear: 2020\n")
    False
    """
    if not _BEGINS.match(text):
        return False
    lines = [line for line in text[:HEAD].split("\n")[: None if len(text) <= HEAD else -1] if line.strip()]
    keyed = [line for line in lines if _PROPERTY.fullmatch(line)]
    said = sum(len(_QUOTED_VALUE.findall(line)) for line in keyed)
    if said + sum(_STRING.fullmatch(line) is not None for line in lines) < FEWEST or not _OBJECT.search(text[:HEAD]):
        return False
    ended = sum(line.rstrip().endswith(_ENDS) for line in keyed)
    others = sum(_PROPERTY.fullmatch(line) is None and _PIECE.fullmatch(line) is not None for line in lines)
    return ended >= ENDED * len(keyed) and len(keyed) + others >= MOSTLY * len(lines)


_ENDS = (",", "{", "[", "}", "]", "`", ";", "(", ":")
ENDED = 0.6
"""Part of the lines with a key that end with a comma or a bracket, as those of YAML do not."""


_COMPONENT = re.compile(
    r"\s*(?:<script\b[^<>]{0,80}>(?P<script>(?:[^<]|<(?!/script>))*)|---[ \t]*\r?\n(?=\s*(?:import|export|const|let|var|//|/\*))(?P<fence>(?:[^\n]|\n(?!---))*))"
)
"""A component of Vue or Svelte begins with a script, a page of Astro with a fenced one."""


def script_part(text: str) -> tuple[int, int] | None:
    r"""Gives where the list of objects stands that a text is or begins with, None where it is something else.

    >>> script_part("<script setup>\nconst n = 3\n</script>\n<template></template>") is None
    True
    """
    if component := _COMPONENT.match(text):
        start, end = component.span(component.lastgroup or 0)
        return (start, end) if is_script(text[start:end]) else None
    return (0, len(text)) if is_script(text) else None


def script_blocks(source: str, start: int = 0, end: int | None = None) -> list[Block]:
    r"""Gives the blocks of such a file, or of a part of it.

    >>> [(b.kind, b.label, b.text) for b in script_blocks("const keyPapers = [{ title: 'On Salt', year: 2020 }];")]
    [('heading', '', 'key Papers'), ('field', 'title', 'On Salt'), ('field', 'year', '2020')]
    """
    script = _Script(source)
    for token in _TOKEN.finditer(source, start, len(source) if end is None else end):
        script.take(token)
    return blocks_of_lines(source, script.top)


_TOKEN = re.compile(
    r"//[^\n]*|/\*(?:[^*]|\*(?!/)){0,4000}\*/|\"[^\"\\\n]*(?:\\.[^\"\\\n]*)*\"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'|`[^`\\]*(?:\\.[^`\\]*)*`|[{}\[\]:,;=+]|[\w$.-]+|\S",
    re.DOTALL,
)
_DECLARES = frozenset(("const", "let", "var"))
DEEPEST = 40
"""Brackets in brackets; nobody writes more."""


@dataclass(slots=True)
class _Holder:
    """What an open bracket holds."""

    below: list[Line]
    listed: bool
    """A list: strings stand in it by themselves, and each object is an entry of its own."""
    fresh: bool = False
    """An entry of a list of which no key was met yet."""


@dataclass(slots=True)
class _Script:
    """Reads one token after the other and keeps the keys that are open."""

    source: str
    top: list[Line] = field(default_factory=list)
    holders: list[_Holder] = field(default_factory=list)
    last: re.Match[str] | None = None
    """The word or string that may be a key."""
    declared: re.Match[str] | None = None
    """The word behind `const`."""
    key: Line | None = None
    """The key whose value is read."""
    joined: bool = False
    """A `+` stands in front: the next string goes on with the last one."""
    value: Line | None = None

    def take(self, token: re.Match[str]) -> None:
        """Takes the next token."""
        sign = token[0]
        if sign.startswith(("//", "/*")):
            return
        if sign in _MARKS:
            self._mark(sign)
        elif sign[0] in "\"'`" and len(sign) > 1:
            self._string(token)
        else:
            self._word(token)

    def _mark(self, sign: str) -> None:
        if sign == ":" and self.last is not None and not (self.holders and self.holders[-1].listed):
            self._open_key(self.last)
        elif sign == "=" and self.declared is not None:
            self._open_key(self.declared)
            self.declared = None
        elif sign in "{[":
            self._enter(listed=sign == "[")
        elif sign in "}]":
            if self.holders:
                self.holders.pop()
            self.key = self.value = None
        elif sign in ",;":
            self.key = self.value = None
        self.joined = sign == "+"
        if sign != "+":
            self.last = None

    def _open_key(self, token: re.Match[str]) -> None:
        holder = self.holders[-1] if self.holders else _Holder(self.top, listed=False)
        start, end = token.span()
        if token[0][0] in "\"'`":
            start, end = start + 1, end - 1
        self.key = Line(self.source[start:end].lower(), (start, end), 0, 1 if holder.fresh else 0)
        holder.fresh = False
        holder.below.append(self.key)

    def _enter(self, *, listed: bool) -> None:
        holder = self.holders[-1] if self.holders else None
        if self.key is not None and not self.key.parts:
            below, fresh = self.key.below, False
        else:
            sole = self.last is not None and self.last[0] == "default"
            below, fresh = (holder.below, holder.listed) if holder else (self.top, not sole)
        if len(self.holders) < DEEPEST:
            self.holders.append(_Holder(below, listed, fresh and not listed))
        self.key = None

    def _string(self, token: re.Match[str]) -> None:
        place = (token.start() + 1, token.end() - 1)
        holder = self.holders[-1] if self.holders else None
        if self.joined and self.value is not None:
            self.value.parts.append(place)
            self.value.glued = True
        elif self.key is not None:
            self.key.parts.append(place)
            self.value = self.key
        elif holder is not None and holder.listed:
            self.value = Line("", (0, 0), 0, 0, [place])
            holder.below.append(self.value)
        self.last, self.joined = token, False

    def _word(self, token: re.Match[str]) -> None:
        if self.last is not None and self.last[0] in _DECLARES:
            self.declared = token
        if self.key is not None and not self.key.parts and token[0][0].isdigit():
            self.key.parts.append(token.span())
        self.last = token


_MARKS = frozenset("{}[]:,;=+")
