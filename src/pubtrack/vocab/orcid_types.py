"""Work types of ORCID's registry, and what they are here.

Source: https://info.orcid.org/documentation/integration-guide/work-types/ (v3.0, v3.1 names included) and the
upper-case names of version 1.2 and 2.0.
"""

from __future__ import annotations

__all__ = ["ORCID_BIBTEX_TYPES", "ORCID_IDENTIFIERS", "ORCID_TYPES"]

ORCID_TYPES: dict[str, tuple[str, str | None]] = {
    "journal-article": ("article-journal", None),
    "journal-issue": ("periodical", None),
    "magazine-article": ("article-magazine", None),
    "newspaper-article": ("article-newspaper", None),
    "newsletter-article": ("article-newspaper", "newsletter article"),
    "book": ("book", None),
    "edited-book": ("book", "edited book"),
    "book-chapter": ("chapter", None),
    "book-review": ("review-book", None),
    "dictionary-entry": ("entry-dictionary", None),
    "encyclopedia-entry": ("entry-encyclopedia", None),
    "conference-paper": ("paper-conference", None),
    "conference-abstract": ("paper-conference", "abstract"),
    "conference-poster": ("paper-conference", "poster"),
    "conference-presentation": ("speech", "conference presentation"),
    "conference-proceedings": ("book", "proceedings"),
    "conference-output": ("paper-conference", None),
    "dissertation": ("thesis", None),
    "dissertation-thesis": ("thesis", None),
    "supervised-student-publication": ("thesis", "supervised student publication"),
    "preprint": ("article", "preprint"),
    "working-paper": ("report", "working paper"),
    "report": ("report", None),
    "research-technique": ("report", "research technique"),
    "manual": ("report", "manual"),
    "data-set": ("dataset", None),
    "data-management-plan": ("report", "data management plan"),
    "physical-object": ("document", "physical object"),
    "software": ("software", None),
    "website": ("webpage", None),
    "online-resource": ("webpage", None),
    "blog-post": ("post-weblog", None),
    "lecture-speech": ("speech", None),
    "public-speech": ("speech", None),
    "learning-object": ("document", "teaching material"),
    "teaching-material": ("document", "teaching material"),
    "test": ("document", "test"),
    "research-tool": ("document", "research tool"),
    "standards-and-policy": ("standard", None),
    "technical-standard": ("standard", None),
    "patent": ("patent", None),
    "registered-copyright": ("document", "registered copyright"),
    "license": ("document", "license"),
    "trademark": ("document", "trademark"),
    "disclosure": ("document", "disclosure"),
    "invention": ("document", "invention"),
    "spin-off-company": ("document", "spin-off company"),
    "annotation": ("document", "annotation"),
    "transcription": ("document", "transcription"),
    "translation": ("book", "translation"),
    "review": ("review", None),
    "cartographic-material": ("map", None),
    "image": ("graphic", None),
    "moving-image": ("motion_picture", None),
    "video": ("motion_picture", None),
    "sound": ("song", None),
    "musical-composition": ("musical_score", None),
    "artistic-performance": ("performance", None),
    "design": ("graphic", "design"),
    "interactive-resource": ("software", "interactive resource"),
    "other": ("document", None),
}

ORCID_IDENTIFIERS: dict[str, str] = {
    "doi": "doi",
    "arxiv": "arxiv",
    "pmid": "pmid",
    "pmc": "pmcid",
    "isbn": "isbn",
    "issn": "issn",
    "handle": "handle",
    "uri": "url",
    "openreview": "openreview",
    "dblp": "dblp",
}
"""Type of an external id -> our scheme; other types (eid, wosuid, ...) are kept under `custom`."""

ORCID_BIBTEX_TYPES: dict[str, str] = {
    "article-journal": "article",
    "review": "article",
    "paper-conference": "inproceedings",
    "chapter": "incollection",
    "book": "book",
    "classic": "book",
    "report": "techreport",
    "document": "misc",
}
"""CSL type -> entry type that ORCID's BibTeX import turns into the fitting type; all others become "other" there.

Source: `bibToWorkTypeMap` in https://github.com/ORCID/orcid-angular, work-bibtex-modal.component.ts (seen 2026-11-22):
article journal-article, book book, incollection and inbook book-chapter, inproceedings and proceedings
conference-paper, manual manual, phdthesis dissertation-thesis, mastersthesis supervised-student-publication, techreport
report, and booklet, misc, unpublished other."""
