"""Tags of PubMed's .nbib (MEDLINE) format, and what they are here.

Source: https://www.nlm.nih.gov/bsd/mms/medlineelements.html and https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format.
"""

from __future__ import annotations

__all__ = ["PUBMED_NOTICES", "PUBMED_TAGS", "PUBMED_TYPES"]

PUBMED_TAGS: dict[str, str] = {
    "TI": "title",
    "BTI": "container_title",
    "CTI": "collection_title",
    "TT": "original_title",
    "AB": "abstract",
    "JT": "container_title",
    "TA": "container_title_short",
    "VI": "volume",
    "IP": "issue",
    "PG": "page",
    "LA": "language",
    "PB": "publisher",
    "PL": "publisher_place",
    "EN": "edition",
    "FAU": "author",
    "CN": "author",
    "FED": "editor",
    "DP": "issued",
    "DEP": "available",
    "OT": "keyword",
    "MH": "keyword",
    "PMID": "pmid",
    "PMC": "pmcid",
    "IS": "issn",
    "ISBN": "isbn",
}
"""Tag -> field of ours, or scheme of the identifier. `AU` and `ED` repeat `FAU` and `FED` in short and are used where
those are missing."""

PUBMED_TYPES: dict[str, tuple[str, str | None]] = {
    "preprint": ("article", "preprint"),
    "dataset": ("dataset", None),
    "book": ("book", None),
    "book chapter": ("chapter", None),
    "congress": ("paper-conference", None),
    "newspaper article": ("article-newspaper", None),
    "video-audio media": ("motion_picture", None),
    "webcast": ("broadcast", None),
    "interview": ("interview", None),
    "academic dissertation": ("thesis", None),
    "technical report": ("report", None),
}
"""Publication type (`PT`, lower case) -> CSL type and genre; all others are journal articles."""

PUBMED_NOTICES: dict[str, str] = {
    "RIN": "retraction",
    "EIN": "erratum",
    "ECI": "expression-of-concern",
    "CRI": "correction",
}
"""Tags by which an article names the notice that concerns it."""
