"""Sources of citation counts as they write themselves, for readers of plots and forms."""

from __future__ import annotations

from collections.abc import Mapping

SOURCE_NAMES: Mapping[str, str] = {
    "openalex": "OpenAlex", "crossref": "Crossref", "semanticscholar": "Semantic Scholar", "europepmc": "Europe PMC",
    "opencitations": "OpenCitations", "datacite": "DataCite", "dblp": "dblp",
}  # fmt: skip
"""Name of a source -> its own spelling. Source: the labels of `pubtrack.sources`, which a test holds this table to."""
