"""What all formats share: stretches that nest, and columns and blocks laid out as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pubtrack.csl.runs import Mark, Run

__all__ = ["Tags", "lay_out", "lines", "nest"]

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


def lay_out(runs: Iterable[Run]) -> list[Run]:
    """The runs without display marks: a blank between columns, a line break around blocks.

    >>> columns = [Run("[1]", (Mark("display", "left-margin"),)), Run("Doe", (Mark("display", "right-inline"),))]
    >>> "".join(run.text for run in lay_out(columns))
    '[1] Doe'
    """
    out: list[Run] = []
    before: Mark | None = None
    for run in runs:
        display = next((mark for mark in run.marks if mark.kind == "display"), None)
        if out and display != before:
            values = {display.value if display else "", before.value if before else ""}
            if values & {"block", "indent"}:
                out.append(Run("\n"))
            elif not (out[-1].text[-1:].isspace() or run.text[:1].isspace()):
                out.append(Run(" "))
        before = display
        out.append(run._replace(marks=tuple(mark for mark in run.marks if mark.kind != "display")) if display else run)
    return out


def lines(escape: Callable[[str], str], line_break: str) -> Callable[[str], str]:
    """An escape that writes line breaks in the format's own way."""
    return lambda text: line_break.join(map(escape, text.split("\n"))) if "\n" in text else escape(text)
