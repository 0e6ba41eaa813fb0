"""The variables of CSL 1.0.2 by kind.

Source: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

from __future__ import annotations

__all__ = ["CROSSREF_FIELDS", "CROSSREF_TYPES", "DATES", "NAMES", "NUMBERS", "TEXTS", "TYPES", "VARIABLES"]

NAMES = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editorial-director editor-translator executive-producer guest host illustrator interviewer narrator organizer "
    "original-author performer producer recipient reviewed-author script-writer series-creator translator".split()
)
DATES = frozenset("accessed available-date event-date issued original-date submitted".split())
NUMBERS = frozenset(
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number "
    "number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number "
    "version volume".split()
)
TEXTS = frozenset(
    "abstract annote archive archive_collection archive_location archive-place authority call-number citation-key "
    "citation-label collection-title container-title container-title-short dimensions division DOI event event-title "
    "event-place genre ISBN ISSN jurisdiction keyword language license medium note original-publisher "
    "original-publisher-place original-title part-title PMCID PMID publisher publisher-place references "
    "reviewed-genre reviewed-title scale source status title title-short URL volume-title year-suffix".split()
)
VARIABLES = NAMES | DATES | NUMBERS | TEXTS
TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection "
    "dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case "
    "legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard "
    "thesis treaty webpage".split()
)

# Crossref's own type and field names where they stand in items taken straight from its API.
# Source: https://api.crossref.org/types and the table of https://github.com/CrossRef/rest-api-doc (CSL content type)
CROSSREF_TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "book-track": "chapter",
    "reference-entry": "entry",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-series": "book",
    "book-set": "book",
    "proceedings": "book",
    "proceedings-series": "book",
    "journal": "periodical",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
    "posted-content": "article",
    "peer-review": "review",
    "dissertation": "thesis",
    "report-series": "report",
    "report-component": "report",
    "component": "document",
    "database": "dataset",
    "other": "document",
    "grant": "document",
}
CROSSREF_FIELDS = {
    "short-container-title": "container-title-short",
    "publisher-location": "publisher-place",
    "article-number": "number",
    "edition-number": "edition",
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
}
