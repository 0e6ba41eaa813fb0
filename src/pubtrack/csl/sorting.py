"""`cs:sort`: items in the order of a style's keys.

Source: https://docs.citationstyles.org/en/stable/specification.html#sorting
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from pubtrack.csl.collate import collation_key
from pubtrack.csl.compile import Area, Key
from pubtrack.csl.dates import sort_text
from pubtrack.csl.namelists import sort_name
from pubtrack.csl.names import NameForm
from pubtrack.csl.runs import Token, plain
from pubtrack.csl.state import Environment, State
from pubtrack.csl.variables import DATES, NAMES, NUMBERS
from pubtrack.markup.inline import plain_inline

__all__ = ["sort_items"]

T = TypeVar("T")


def _key_value(key: Key, state: State) -> Any:
    """What an item sorts by under one key; None where it has nothing, which sorts last."""
    state.sort = key.options
    if not key.variable:
        tokens: list[Token] = []
        for node in key.nodes:
            node.render(state, tokens)
        return _text_key(plain(tokens), state.env)
    variable = key.variable
    item = state.item
    if variable in item.names:
        return _text_key(_names_text(state, key), state.env)
    if variable in item.dates:
        text = sort_text(item.dates[variable])
        return (0, text) if text else _text_key(item.dates[variable].literal, state.env)
    if variable in NAMES or variable in DATES:
        return None
    text = state.text_quietly(variable)
    if variable in NUMBERS and text:
        digits = _leading_number(text)
        if digits is not None:
            return (0, digits, collation_key(text, state.env.lang))
    return _text_key(plain_inline(text), state.env)


def _leading_number(text: str) -> int | None:
    digits = ""
    for character in text.strip():
        if not character.isdecimal():
            break
        digits += character
    return int(digits[:18]) if digits else None


def _text_key(text: str, env: Environment) -> Any:
    text = text.strip()
    return (1, collation_key(text, env.lang)) if text.strip("\x1f") else None


def _names_text(state: State, key: Key) -> str:
    form = NameForm({"form": "long"}, {}, state.env)
    names = state.item.names[key.variable]
    least, first = key.options.get("names-min", 0), key.options.get("names-use-first", 0)
    shown = names[:first] if least and first and len(names) >= least else names
    return "".join(sort_name(name, form, state.env) for name in shown)


def sort_items(entries: Sequence[T], area: Area, state_of: Callable[[T], State]) -> list[T]:
    """The entries in the order of an area's keys; equal ones keep their order.

    Args:
        entries: Anything.
        area: Has the keys.
        state_of: Gives a fresh state for an entry.
    """
    order = list(range(len(entries)))
    for key in reversed(area.keys):
        values = [_key_value(key, state_of(entry)) for entry in entries]
        filled = [index for index in order if values[index] is not None]
        empty = [index for index in order if values[index] is None]
        filled.sort(key=values.__getitem__, reverse=key.descending)
        order = filled + empty
    return [entries[index] for index in order]
