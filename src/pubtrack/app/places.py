"""Where a library is, and what a new one starts with."""

from __future__ import annotations

from pathlib import Path

import tomlkit

from pubtrack.errors import StoreError
from pubtrack.model import Owner
from pubtrack.store.content import CAREER_FILE, SETTINGS_FILE, WORKS_FILE


def find_library(path: str | Path | None = None, start: Path | None = None) -> Path:
    """Gives the library's folder: the one named, or the nearest `bib/` (or folder) with a pubtrack.toml, upwards.

    Raises:
        StoreError: There is none; the sentence says how to make one.
    """
    if path is not None:
        folder = Path(path)
        for candidate in (folder, folder / "bib"):
            if (candidate / SETTINGS_FILE).is_file():
                return candidate
        raise StoreError(
            f"{folder}: there is no library here (no {SETTINGS_FILE}). Make one: pubtrack init {folder}", folder
        )
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        for candidate in (folder / "bib", folder):
            if (candidate / SETTINGS_FILE).is_file():
                return candidate
    raise StoreError(
        "there is no library here or above. Make one with `pubtrack init`, or name one with --library.", here
    )


def new_library_files(owner: Owner | None = None) -> dict[str, bytes]:
    """Gives the files of a new library: commented settings, an empty works.bib and awards.toml."""
    settings = tomlkit.parse(_SETTINGS)
    if owner:
        table = tomlkit.table()
        for name, value in owner.to_json().items():
            table.add(name, value)
        settings["owner"] = table
    return {
        SETTINGS_FILE: tomlkit.dumps(settings).encode(),
        WORKS_FILE: b"",
        CAREER_FILE: _CAREER.encode(),
        ".gitignore": b".pubtrack/\n",
        # A clone on Windows must hold the same bytes, or undo finds none of its lines.
        ".gitattributes": b"* -text\n",
    }


SCHEMAS = "https://pubtrack.github.io/pubtrack/reference/schemas"
"""Where the schemas of a library's files are published; editors that know `#:schema` (Taplo and others) follow."""

_SETTINGS = f"""\
#:schema {SCHEMAS}/pubtrack.schema.json
# Settings of this library. All of them are explained in the reference, "Settings".
format = 1

# Who is believed first where sources differ; the person always comes first. Uncomment to change.
# trust = ["user", "acl", "crossref", "openreview", "dblp", "datacite", "openalex", "arxiv", "orcid"]

[owner]
name = "Your Name"
# orcid = "0000-0002-1825-0097"
# aliases = ["Y. Name"]       # other spellings in author lists
# past_names = []             # matched, never shown

# [sources.semanticscholar]
# enabled = true
# api_key_env = "S2_API_KEY"  # the key itself never stands in a file

[cv]
style = "apa"

[[outputs]]
format = "bibtex"

[[outputs]]
format = "cv-markdown"

[[outputs]]
format = "cv-html"
"""

_CAREER = f"""\
#:schema {SCHEMAS}/awards.schema.json
# Awards, appointments, events, series, software and funding. One table each, for example:
#
# [[award]]
# id = "best-paper-2024"
# name = "Best Paper Award"
# awarder = "Workshop on Something"
# date = "2024-12-14"
# works = ["jin2024language"]
# verified = "self-reported"
"""
