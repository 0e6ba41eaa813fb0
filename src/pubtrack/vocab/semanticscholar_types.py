"""Semantic Scholar's words in ours. Source: https://api.semanticscholar.org/api-docs/graph (2026)."""

TYPES: dict[str, tuple[str, str | None]] = {
    "JournalArticle": ("article-journal", None),
    "Conference": ("paper-conference", None),
    "Review": ("article-journal", "review"),
    "CaseReport": ("article-journal", "case report"),
    "ClinicalTrial": ("article-journal", "clinical trial"),
    "MetaAnalysis": ("article-journal", "meta-analysis"),
    "Study": ("article-journal", None),
    "Editorial": ("article-journal", "editorial"),
    "LettersAndComments": ("article-journal", "letter"),
    "Dataset": ("dataset", None),
    "Book": ("book", None),
    "BookSection": ("chapter", None),
    "News": ("article-newspaper", None),
}
"""`publicationTypes` -> (CSL type, genre)."""

ORDER: tuple[str, ...] = (
    "Dataset", "BookSection", "Book", "Conference", "JournalArticle", "News", "Editorial", "LettersAndComments",
    "CaseReport", "ClinicalTrial", "MetaAnalysis", "Study", "Review",
)  # fmt: skip
"""Which of several types says most about the form of a work, first."""

SCHEMES: dict[str, str] = {
    "DOI": "doi", "ArXiv": "arxiv", "ACL": "acl", "PubMed": "pmid", "PubMedCentral": "pmcid", "MAG": "mag",
    "DBLP": "dblp",
}  # fmt: skip
"""Key of `externalIds` -> our scheme; `CorpusId` is its own."""
