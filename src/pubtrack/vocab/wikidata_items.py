"""Items and properties of Wikidata that a draft of a scholarly work uses."""

from __future__ import annotations

__all__ = ["LANGUAGES", "PROPERTIES", "SUBTYPES", "TYPES"]

TYPES: dict[str, str] = {
    "article-journal": "Q13442814",  # scholarly article
    "paper-conference": "Q23927052",  # conference paper
    "thesis": "Q1266946",  # thesis
    "book": "Q571",  # book
    "chapter": "Q1980247",  # chapter
    "report": "Q10870555",  # report
    "dataset": "Q1172284",  # data set
    "software": "Q7397",  # software
    "patent": "Q253623",  # patent
    "webpage": "Q36774",  # web page
}
"""CSL type -> the item for `instance of` (P31). Types that are not here get none.

Source: the mapping of Zotero's and citation-js' exporters, https://github.com/UB-Mannheim/zotkat (seen 2026-11-22)."""

SUBTYPES: dict[str, str] = {
    "preprint": "Q580922",  # preprint
    "phd thesis": "Q187685",  # doctoral thesis
    "master's thesis": "Q1907875",  # master's thesis
}
"""Genre in lower case -> the finer item."""

LANGUAGES: dict[str, str] = {
    "en": "Q1860", "de": "Q188", "fr": "Q150", "es": "Q1321", "it": "Q652", "pt": "Q5146", "nl": "Q7411",
    "zh": "Q7850", "ja": "Q5287", "ru": "Q7737",
}  # fmt: skip
"""Language of a work -> the item for `language of work` (P407)."""

PROPERTIES: dict[str, str] = {
    "P31": "instance of",
    "P1476": "title",
    "P407": "language of work or name",
    "P577": "publication date",
    "P356": "DOI (upper case)",
    "P818": "arXiv ID",
    "P698": "PubMed ID",
    "P932": "PMC ID (digits alone)",
    "P212": "ISBN-13",
    "P1433": "published in",
    "P478": "volume",
    "P433": "issue",
    "P304": "page(s)",
    "P50": "author (an item)",
    "P2093": "author name string",
    "P1545": "series ordinal (place among the authors)",
    "P1932": "object named as",
    "P166": "award received",
    "P585": "point in time",
}
"""The properties of a draft. Source: https://www.wikidata.org/wiki/Wikidata:List_of_properties/work"""
