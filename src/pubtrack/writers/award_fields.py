"""Awards in the works they were given for, so that formats without a place for awards carry them too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pubtrack.model import Fields
from pubtrack.writers.biblatex import write_biblatex
from pubtrack.writers.bibtex import write_bibtex
from pubtrack.writers.csl_json import write_csl_json
from pubtrack.writers.cv_career import award_label
from pubtrack.writers.view import Entry, LibraryView

__all__ = ["awards_of", "biblatex_with_awards", "bibtex_with_awards", "csl_json_with_awards", "with_awards"]


def awards_of(view: LibraryView, keys: Iterable[str]) -> tuple[str, ...]:
    """Gives the awards of a work as labels, in the order of the library.

    Args:
        view: The library.
        keys: The citation keys of the work's versions.
    """
    wanted = frozenset(keys)
    return tuple(dict.fromkeys(award_label(award) for award in view.awards if wanted & set(award.works)))


def with_awards(view: LibraryView, *, field: bool = True, note: bool = False) -> LibraryView:
    """Gives the view with each work's awards said by the work itself.

    Args:
        view: The library.
        field: In `custom["award"]`, as al-folio reads it.
        note: At the end of the note, which most styles print.
    """
    if not view.awards:
        return view
    entries = [
        Entry(e.key, _said(e.fields, awards_of(view, [e.key] if e.key else []), field, note)) for e in view.entries
    ]
    return replace(view, works=tuple(entries))


def _said(fields: Fields, labels: tuple[str, ...], field: bool, note: bool) -> Fields:
    changes: dict[str, object] = {}
    if field and (text := _joined(fields.custom.get("award"), labels)):
        changes["custom"] = {**fields.custom, "award": text}
    if note and (text := _joined(fields.note, labels)):
        changes["note"] = text
    return fields.replace(**changes) if changes else fields


def _joined(before: str | None, labels: tuple[str, ...]) -> str | None:
    """What was said before and what is new; None where nothing is."""
    new = [label for label in labels if label.lower() not in (before or "").lower()]
    return "; ".join(part for part in (before, *new) if part) if new else None


def bibtex_with_awards(view: LibraryView) -> str:
    """Gives the works as BibTeX with `award`; with `award_note` in the settings also in `note`."""
    return write_bibtex(_for_bibtex(view))


def biblatex_with_awards(view: LibraryView) -> str:
    """Gives the works as BibLaTeX with `award`; with `award_note` in the settings also in `note`."""
    return write_biblatex(_for_bibtex(view))


def csl_json_with_awards(view: LibraryView) -> str:
    """Gives the works as CSL-JSON with their awards in `note`."""
    return write_csl_json(with_awards(view, field=False, note=True))


def _for_bibtex(view: LibraryView) -> LibraryView:
    return with_awards(view, note=bool(view.settings.get("award_note")))
