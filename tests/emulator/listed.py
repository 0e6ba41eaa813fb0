"""The emulator's corpus as a person would list it, and settings that send a library's questions to the emulator."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from emulator.corpus import Corpus
from pubtrack.sources import SOURCES


def bib_of(corpus: Corpus) -> str:
    """A works.bib with first author, title, year, DOI and arXiv id of each work."""
    return "\n".join(
        f"@article{{p{p.number}, author = {{{p.authors[0][1]}, {p.authors[0][0]}}}, title = {{{p.title}}}, "
        f"year = {p.year}, doi = {{{p.doi}}}, eprint = {{{p.arxiv}}}, archiveprefix = {{arXiv}}}}\n"
        for p in corpus.papers
    )


def source_tables(url: str, on: Collection[str] = tuple(SOURCES), rate_per_s: int = 1000) -> str:
    """TOML in which every source is at that address; those that are not in `on` are off."""
    return "\n".join(
        f'[sources.{name}]\nbase_url = "{url}/{name}"\nrate_per_s = {rate_per_s}\nenabled = {str(name in on).lower()}\n'
        for name in SOURCES
    )


def add_settings(library: Path, more: str) -> None:
    """Adds to a library's pubtrack.toml."""
    settings = library / "pubtrack.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\n" + more, encoding="utf-8")
