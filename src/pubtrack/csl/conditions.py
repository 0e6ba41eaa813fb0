"""`cs:if` and `cs:else-if` as functions of the state.

Source: https://docs.citationstyles.org/en/stable/specification.html#choose
"""

from __future__ import annotations

from collections.abc import Callable

from pubtrack.csl.numbers import OWN_LABEL, is_numeric
from pubtrack.csl.state import IBID, IBID_WITH_LOCATOR, SUBSEQUENT, State

__all__ = ["Test", "build_test"]

Test = Callable[[State], bool]


def _type(value: str) -> Test:
    return lambda state: state.item.type == value


def _variable(value: str) -> Test:
    return lambda state: state.has(value)


def _numeric(value: str) -> Test:
    def test(state: State) -> bool:
        text = state.item.texts.get(value) or (state.text_quietly(value))
        return bool(text) and is_numeric(text, OWN_LABEL.get(value, value))

    return test


def _uncertain(value: str) -> Test:
    def test(state: State) -> bool:
        date = state.item.dates.get(value)
        return date is not None and date.circa

    return test


def _locator(value: str) -> Test:
    wanted = value.replace(" ", "-")
    return lambda state: bool(state.cite.get("locator")) and (state.cite.get("label") or "page") == wanted


_LEAST = {"subsequent": SUBSEQUENT, "ibid": IBID, "ibid-with-locator": IBID_WITH_LOCATOR}


def _position(value: str) -> Test:
    if value == "first":
        return lambda state: state.area == "citation" and state.position == 0
    if value in ("near-note", "far-note"):
        near = value == "near-note"
        return lambda state: state.area == "citation" and state.position > 0 and state.near_note is near
    least = _LEAST.get(value, 99)
    return lambda state: state.area == "citation" and state.position >= least


def _disambiguate(value: str) -> Test:
    wanted = value == "true"

    def test(state: State) -> bool:
        holds = state.disambiguation is not None and state.disambiguation.condition > state.conditions
        state.conditions += holds
        return holds is wanted

    return test


_TESTS: dict[str, Callable[[str], Test]] = {
    "type": _type,
    "variable": _variable,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}


# An item has one type, a cite one position and one locator, so a list of them can only mean "one of these".
_EXCLUSIVE = frozenset({"type", "position", "locator"})


def _any(tests: list[Test]) -> Test:
    return lambda state: any(test(state) for test in tests)


def build_test(attrs: dict[str, str]) -> Test:
    """The test in an element's attributes; `match` says how several are combined."""
    match = attrs.get("match", "all")
    tests: list[Test] = []
    for name, values in attrs.items():
        if name in _TESTS:
            each = [_TESTS[name](value) for value in values.split()]
            tests.extend([_any(each)] if match == "all" and name in _EXCLUSIVE and len(each) > 1 else each)
    if len(tests) == 1:
        only = tests[0]
        return (lambda state: not only(state)) if match == "none" else only
    if match == "any":
        return lambda state: any(test(state) for test in tests)
    if match == "none":
        return lambda state: not any(test(state) for test in tests)
    return lambda state: all(test(state) for test in tests)
