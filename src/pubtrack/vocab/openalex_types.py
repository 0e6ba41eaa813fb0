"""OpenAlex's kinds of works in ours.

Source: https://docs.openalex.org/api-entities/works/work-object#type (2026), recorded answers of July 2026.
"""

TYPES: dict[str, tuple[str, str | None]] = {
    "article": ("article-journal", None),
    "preprint": ("article", "preprint"),
    "review": ("article-journal", "review"),
    "letter": ("article-journal", "letter"),
    "editorial": ("article-journal", "editorial"),
    "erratum": ("article-journal", "erratum"),
    "retraction": ("article-journal", "retraction notice"),
    "conference-paper": ("paper-conference", None),
    "conference-abstract": ("paper-conference", "abstract"),
    "book": ("book", None),
    "book-chapter": ("chapter", None),
    "book-section": ("chapter", None),
    "book-review": ("review-book", None),
    "dissertation": ("thesis", None),
    "dataset": ("dataset", None),
    "database": ("dataset", None),
    "report": ("report", None),
    "report-component": ("report", None),
    "standard": ("standard", None),
    "software": ("software", None),
    "reference-entry": ("entry-encyclopedia", None),
    "peer-review": ("review", "peer review"),
    "supplementary-materials": ("document", "supplementary material"),
    "libguides": ("webpage", None),
    "paratext": ("document", "paratext"),
    "grant": ("document", "grant"),
    "component": ("figure", "component"),
    "other": ("document", None),
}
"""OpenAlex type -> (CSL type, genre)."""
