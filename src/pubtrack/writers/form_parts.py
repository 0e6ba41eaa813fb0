"""What forms of funders share: the day they speak of, works in an order, references, blanks that a person fills in."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from pubtrack.csl import Run, write_runs
from pubtrack.errors import ConfigError
from pubtrack.model import Fields, PartialDate
from pubtrack.vocab.cv_headings import FLAGS
from pubtrack.writers.calm_text import calm_runs, plain_title, readable_math
from pubtrack.writers.references import references
from pubtrack.writers.versions import Versions, one_of_each
from pubtrack.writers.view import LibraryView
from pubtrack.writers.written_dates import recency

__all__ = [
    "as_of", "before_you_submit", "blank", "chosen_first", "is_withdrawn", "joined", "latest_counts",
    "months_before", "not_before", "owner_name", "reference", "reference_text", "said_on", "wrapped",
]  # fmt: skip


def blank(what: str) -> str:
    """Gives the words that stand where the library does not know.

    >>> blank("PMCID")
    '[fill in: PMCID]'
    """
    return f"[fill in: {what}]"


def owner_name(view: LibraryView) -> str:
    """Gives whose form it is; a blank where the library has no owner."""
    return view.owner.name if view.owner else blank("name")


def as_of(view: LibraryView) -> date | None:
    """Gives the day that a form speaks of: the setting `as_of`, else the last day on which a source was asked.

    No form reads the clock, so that the same library gives the same form. None where nothing tells a day.

    Raises:
        ConfigError: The setting is no day.
    """
    stated = view.settings.get("as_of")
    if stated is not None:
        return _day(stated)
    return view.last_told


def _day(stated: Any) -> date:
    if isinstance(stated, datetime):
        return stated.date()
    if isinstance(stated, date):
        return stated
    try:
        return date.fromisoformat(str(stated))
    except ValueError as error:
        raise ConfigError(f"as_of: {stated!r} is no day; write it as 2026-11-22.", "as_of") from error


def months_before(day: date, months: int) -> date:
    """Gives the same day of an earlier month, or that month's last day.

    >>> months_before(date(2026, 11, 22), 48), months_before(date(2024, 3, 31), 1)
    (datetime.date(2022, 11, 22), datetime.date(2024, 2, 29))
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError(day)  # the 28th exists in every month


def not_before(stated: PartialDate | None, day: date) -> bool:
    """True where a date is not wholly before a day: a year, month or range counts as long as it is not over.

    >>> not_before(PartialDate(year=2022), date(2022, 11, 22)), not_before(PartialDate(year=2021), date(2022, 11, 22))
    (True, False)
    """
    parts = ((stated.end and stated.end.parts) or stated.parts) if stated else ()
    return bool(parts) and parts >= (day.year, day.month, day.day)[: len(parts)]


def is_withdrawn(fields: Fields) -> bool:
    """True where a public notice says that the work no longer stands."""
    return any(notice.type in FLAGS for notice in fields.notices)


def chosen_first(view: LibraryView, *settings: str) -> list[Versions]:
    """Gives the works, each once: those that the settings name in the order of their keys, then the newest."""
    wanted = [key for setting in settings for key in view.keys_in(setting)]
    place = {key: n for n, key in reversed(list(enumerate(wanted)))}

    def rank(work: Versions) -> tuple[Any, ...]:
        named = min((place[key] for key in work.keys if key in place), default=len(wanted))
        return (named, recency(work.entry.fields.issued), work.entry.key or "")

    return sorted(one_of_each(view.entries), key=rank)


def latest_counts(view: LibraryView, keys: Iterable[str]) -> dict[str, tuple[int, date]]:
    """Gives source -> (citations, day) as last told for one of the keys; of several versions the one cited most.

    Counts of different sources are never added up (ADR-0001), nor are those of versions, which share citing works.
    """
    wanted = frozenset(keys)
    last: dict[tuple[str, str], tuple[int, date]] = {}
    for row in sorted(view.citations, key=lambda r: r.date):
        if row.key in wanted:
            last[row.source, row.key] = (row.count, row.date)
    best: dict[str, tuple[int, date]] = {}
    for (source, _), told in sorted(last.items()):
        best[source] = max(best.get(source, told), told)
    return best


def reference(fields: Fields, style: str, view: LibraryView) -> tuple[Run, ...]:
    """Gives one reference as a list of works shows it: no number before it, no letter after its year, no marks."""
    plain = fields.replace(author=tuple(person.replace(marks=()) for person in fields.author))
    if "$" in (plain.title or ""):
        plain = plain.replace(title=readable_math(plain.title or ""))
    made = references([("1", plain)], style, locale=view.settings.get("locale"), owner=view.owner).get("1", ())
    return _unnumbered(calm_runs(made)) or (Run(plain_title(fields.title or "") or "Untitled"),)


def _unnumbered(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Styles that number their references put `1.` or `[1]` first, in one run or in several."""
    number = re.match(r"(?:\[1\]|\(1\)|1[.)]?)\s*", "".join(run.text for run in runs))
    if not any(run.role and run.role.variable == "citation-number" for run in runs[:2]):
        number = None
    left = number.end() if number else 0
    kept = []
    for run in runs:
        cut = min(left, len(run.text))
        left -= cut
        kept.append(run._replace(text=run.text[cut:]))
    return tuple(run for run in kept if run.text)


def reference_text(fields: Fields, style: str, view: LibraryView) -> str:
    """Gives one reference as plain text."""
    return " ".join(write_runs(reference(fields, style, view), "text").split())


def wrapped(text: str, first: str = "", later: str = "") -> list[str]:
    """Gives a text as lines of a plain page; long words stay whole."""
    made = textwrap.TextWrapper(80, first, later, break_long_words=False, break_on_hyphens=False)
    return made.wrap(text) or [first.rstrip()]


def said_on(view: LibraryView) -> str:
    """Gives the line that says of which day a plain form speaks; a blank where nothing tells it."""
    return f"As of {as_of(view) or blank('day')}."


def before_you_submit(said: Iterable[str]) -> list[str]:
    """Gives the end of a plain form: what a person must check."""
    return ["CHECK BEFORE YOU SUBMIT", "", *(line for text in said for line in wrapped(text, "- ", "  "))]


def joined(lines: Sequence[str]) -> str:
    """Gives lines as a text that ends in a line end."""
    return "\n".join(lines).strip("\n") + "\n"
