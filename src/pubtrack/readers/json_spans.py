"""JSON with places: the items of an array one by one, and where a string stands in the text."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

__all__ = ["Broken", "Item", "StringIndex", "items_of"]

# Numbers stay text: "volume": 007 and integers of any length are read without loss.
_DECODER = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=str)
_SPACE = re.compile(r"[\ufeff\s]*")
_NEXT_ITEM = re.compile(r"\}\s*,\s*(?=\{)")
_STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
_MAX_BROKEN = 50
"""After so many broken items the rest is given up: looking for the next one from each stays linear."""


class Item(NamedTuple):
    """A decoded JSON value and its place."""

    value: Any
    start: int
    end: int


class Broken(NamedTuple):
    """A place where the text is not JSON, and why."""

    position: int
    reason: str


def items_of(text: str) -> Iterator[Item | Broken]:
    """The items of a JSON array, or the one value that the text is; broken items are told and skipped.

    >>> [item.value for item in items_of('[{"a": 1}, {"b": }, {"c": 3}]') if isinstance(item, Item)]
    [{'a': '1'}, {'c': '3'}]
    """
    position = _after_space(text, 0)
    if not text.startswith("[", position):
        yield _decode(text, position)
        return
    position = _after_space(text, position + 1)
    broken = 0
    while position < len(text) and text[position] != "]":
        item = _decode(text, position)
        yield item
        if isinstance(item, Item):
            position = _after_space(text, item.end)
            if text.startswith(",", position):
                position = _after_space(text, position + 1)
            elif not text.startswith("]", position):
                yield Broken(position, "a comma or the end of the list is missing")
                broken += 1
                position = _next_item(text, position)
        else:
            broken += 1
            position = _next_item(text, item.position)
        if broken >= _MAX_BROKEN:
            yield Broken(position, f"more than {_MAX_BROKEN} places are broken, the rest was not read")
            return
    if position >= len(text) and broken == 0:
        yield Broken(len(text), "the list does not end, the file may be cut off")


def _after_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _next_item(text: str, position: int) -> int:
    match = _NEXT_ITEM.search(text, max(position - 1, 0))
    return match.end() if match else len(text)


def _decode(text: str, position: int) -> Item | Broken:
    try:
        value, end = _DECODER.raw_decode(text, position)
        if _SURROGATE.search(text, position, end):
            value = _without_surrogates(value)
    except json.JSONDecodeError as error:
        return Broken(min(error.pos, len(text)), error.msg)
    except RecursionError:
        return Broken(position, "the values are nested too deeply")
    return Item(value, position, end)


def _without_surrogates(value: Any) -> Any:
    r"""The value with U+FFFD for each half of a pair that stands alone (`"\ud83d"`): no text could hold it."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_without_surrogates(name): _without_surrogates(item) for name, item in value.items()}
    return value


class StringIndex:
    """Where the strings of a JSON text stand, by what they say."""

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self._text = text
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for match in _STRING.finditer(text, start, len(text) if end is None else end):
            value = _unescaped(match[1])
            if value is not None:
                self._places[value].append(match.span(1))

    def find(self, value: str, after: int = 0) -> tuple[int, int] | None:
        """The first place at or after a position where the string stands between its quotes."""
        places = self._places.get(value, ())
        at = bisect_left(places, (after, 0))
        return places[at] if at < len(places) else None


def _unescaped(raw: str) -> str | None:
    if "\\" not in raw:
        return raw
    try:
        return str(json.loads(f'"{raw}"', strict=False))
    except json.JSONDecodeError:
        return None
