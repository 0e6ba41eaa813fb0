"""Names that repeat from one entry to the next, replaced by a dash or the like.

Source: https://docs.citationstyles.org/en/stable/specification.html#reference-grouping
"""

from __future__ import annotations

from collections.abc import Mapping

from pubtrack.csl.nodes import affix_tokens
from pubtrack.csl.runs import Token, plain
from pubtrack.csl.state import State

__all__ = ["RepeatedNames"]


class RepeatedNames:
    """Remembers the names of the entry before."""

    def __init__(self, options: Mapping[str, str]) -> None:
        self.text: str | None = options.get("subsequent-author-substitute")
        self.rule: str = options.get("subsequent-author-substitute-rule", "complete-all")
        self.before: tuple[str, list[str]] = ("", [])

    def replace(self, tokens: list[Token], state: State) -> list[Token]:
        """The entry's tokens, with names that the entry before showed too replaced."""
        if self.text is None:
            return tokens
        spans = state.name_spans
        names = [plain(tokens[start:end]) for start, end in spans]
        whole = plain(tokens[spans[0][0] : state.names_end]) if spans else ""
        before, self.before = self.before, (whole, names)
        if not spans or not before[1]:
            return tokens
        same = 0
        while same < len(names) and same < len(before[1]) and names[same] == before[1][same]:
            same += 1
        complete = whole == before[0]
        dash = affix_tokens(self.text)
        if self.rule == "complete-all":
            if not complete:
                return tokens
            return [*tokens[: spans[0][0]], *dash, *tokens[state.names_end :]]
        count = {"complete-each": len(names) if complete else 0, "partial-each": same, "partial-first": min(same, 1)}
        for start, end in reversed(spans[: count.get(self.rule, 0)]):
            tokens = [*tokens[:start], *dash, *tokens[end:]]
        return tokens
