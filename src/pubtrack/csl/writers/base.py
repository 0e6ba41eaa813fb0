"""Runs to nested markup: one walk for all formats that open and close."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pubtrack.csl.runs import Mark, Run

__all__ = ["nest"]

Tags = Callable[[Mark], "tuple[str, str] | None"]


def nest(runs: Iterable[Run], escape: Callable[[str], str], tags: Tags) -> str:
    """The runs as markup in which stretches nest properly.

    Args:
        runs: In order.
        escape: Makes text safe.
        tags: Start and end for a mark; None where the format has nothing for it.
    """
    out: list[str] = []
    stack: list[tuple[Mark, str]] = []
    for run in runs:
        common = 0
        for (mark, _), wanted in zip(stack, run.marks, strict=False):
            if mark != wanted:
                break
            common += 1
        while len(stack) > common:
            out.append(stack.pop()[1])
        for mark in run.marks[common:]:
            start, end = tags(mark) or ("", "")
            out.append(start)
            stack.append((mark, end))
        out.append(escape(run.text))
    while stack:
        out.append(stack.pop()[1])
    return "".join(out)
