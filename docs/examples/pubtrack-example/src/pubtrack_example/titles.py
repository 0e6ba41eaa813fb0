"""A writer: one title a line, in the order of the library."""

from __future__ import annotations

from pubtrack.writers import LibraryView, Writer


def write_titles(view: LibraryView) -> str:
    """Gives one title a line. The same view gives the same bytes: no clock, no network, no random order."""
    return "".join(f"{entry.fields.title}\n" for entry in view.entries if entry.fields.title)


titles = Writer("Titles, one a line", ".txt", write_titles)
