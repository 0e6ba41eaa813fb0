"""Looks that come before a pattern: they may be wrong in one way only, by letting a text through."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pubtrack.readers.prose.words import fold


def never_rules_out(
    may_stand: Callable[[str], bool], pattern: re.Pattern[str], *, first: bool = False, folded: bool = True
) -> None:
    """Fails where a text that a pattern finds something in is held back by the look before it.

    Args:
        may_stand: The look.
        pattern: The pattern; texts are made from it.
        first: The pattern is only tried at the beginning of a text.
        folded: The pattern is tried on folded text.
    """
    find = pattern.match if first else pattern.search

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.sampled_from([""] if first else ["", "a ", "x, "]), st.from_regex(pattern, fullmatch=True))
    def holds(before: str, found: str) -> None:
        text = fold(before + found) if folded else before + found
        assume(find(text))
        assert may_stand(text), text

    holds()
