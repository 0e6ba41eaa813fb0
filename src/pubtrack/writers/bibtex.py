"""Works as a BibTeX file."""

from __future__ import annotations

from collections.abc import Callable

from pubtrack.bibtex.values import month_macro
from pubtrack.errors import ConfigError
from pubtrack.model import Fields
from pubtrack.writers.bibtex_entry import Dialect, entry_of
from pubtrack.writers.keys import keyed, readable_keys
from pubtrack.writers.view import LibraryView

__all__ = ["bibtex_entry", "write_bib", "write_bibtex"]

_SORTS: dict[str, Callable[[tuple[str, Fields]], tuple[object, ...]]] = {
    "none": lambda item: (),
    "key": lambda item: (item[0].lower(), item[0]),
    "year": lambda item: (-(item[1].year or 0), item[0].lower(), item[0]),
}


def write_bibtex(view: LibraryView) -> str:
    r"""Gives the works as BibTeX, UTF-8 text with LF.

    Settings of the view: `ascii` (True writes `{\"o}` for ö), `sort` (`none` keeps the order, `key`, `year` newest
    first). A key that a work has is never changed; new keys follow `pubtrack.writers.keys`.

    Raises:
        ConfigError: `sort` is none of these.

    >>> print(write_bibtex(LibraryView.of([Fields(type="book", title="T", issued={"year": 2020, "month": 5})])), end="")
    @book{2020t,
      title = {T},
      year = {2020},
      month = may,
    }
    """
    return write_bib(view, "bibtex")


def write_bib(view: LibraryView, dialect: Dialect) -> str:
    """Gives the works in one of the two dialects; see `write_bibtex`."""
    sort = str(view.settings.get("sort", "none"))
    if sort not in _SORTS:
        raise ConfigError(f"A .bib file can be sorted by {', '.join(_SORTS)}, not by {sort!r}.", "sort")
    ascii_only = bool(view.settings.get("ascii", False))
    items = sorted(keyed(readable_keys(view.entries)), key=_SORTS[sort])
    return "\n".join(bibtex_entry(key, fields, dialect, ascii_only=ascii_only) for key, fields in items)


def bibtex_entry(key: str, fields: Fields, dialect: Dialect = "bibtex", *, ascii_only: bool = False) -> str:
    """Gives one work as the text of one entry.

    >>> print(bibtex_entry("k", Fields(type="webpage", title="T", url="http://x.org"), "biblatex"), end="")
    @online{k,
      title = {T},
      url = {http://x.org},
    }
    """
    entry = entry_of(fields, dialect, ascii_only=ascii_only)
    dated = "month" not in fields.custom  # else it is a text that stands beside the date, not the month of it
    lines = [f"  {name} = {_delimited(name, value, dated)},\n" for name, value in entry.values.items()]
    return f"@{entry.type}{{{key},\n{''.join(lines)}}}\n"


def _delimited(name: str, value: str, dated: bool) -> str:
    if dated and name == "month" and (macro := month_macro(value)):
        return macro
    # A brace behind a backslash closes for BibTeX and not for LaTeX; a quote closes for both.
    return f'"{value}"' if value.endswith("\\") and '"' not in value else f"{{{value}}}"
