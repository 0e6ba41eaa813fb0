"""Europe PMC's words in ours.

Source: https://europepmc.org/docs/EBI_Europe_PMC_Web_Service_Reference.pdf (pubTypeList, commentCorrectionList),
https://www.nlm.nih.gov/mesh/pubtypes.html (2026).
"""

TYPES: dict[str, tuple[str, str | None]] = {
    "preprint": ("article", "preprint"),
    "retraction of publication": ("article-journal", "retraction notice"),
    "published erratum": ("article-journal", "erratum"),
    "expression of concern": ("article-journal", "expression of concern"),
    "patent": ("patent", None),
    "thesis": ("thesis", None),
    "academic dissertation": ("thesis", None),
    "dataset": ("dataset", None),
    "book": ("book", None),
    "book-chapter": ("chapter", None),
    "book chapter": ("chapter", None),
    "technical report": ("report", None),
    "editorial": ("article-journal", "editorial"),
    "letter": ("article-journal", "letter"),
    "comment": ("article-journal", "comment"),
    "case reports": ("article-journal", "case report"),
    "review": ("article-journal", "review"),
    "review-article": ("article-journal", "review"),
    "systematic review": ("article-journal", "review"),
    "meta-analysis": ("article-journal", "meta-analysis"),
    "news": ("article-newspaper", None),
    "research-article": ("article-journal", None),
    "journal article": ("article-journal", None),
}
"""`pubType` in lower case -> (CSL type, genre), the finest first."""

COMMENTS: dict[str, tuple[str | None, str | None]] = {
    "retraction in": ("retracted-by", "retraction"),
    "partial retraction in": ("retracted-by", "retraction"),
    "retraction of": ("retracts", None),
    "erratum in": ("corrected-by", "erratum"),
    "erratum for": ("corrects", None),
    "corrected and republished in": ("has-version", "correction"),
    "corrected and republished from": ("version-of", None),
    "expression of concern in": ("corrected-by", "expression-of-concern"),
    "expression of concern for": ("corrects", None),
    "update in": ("has-version", "new-version"),
    "update of": ("version-of", None),
    "republished in": ("has-version", None),
    "republished from": ("version-of", None),
    "comment in": ("has-reply", None),
    "comment on": ("replies-to", None),
    "preprint in": ("has-preprint", None),
    "preprint of": ("preprint-of", None),
    "reprint in": ("has-version", None),
    "reprint of": ("version-of", None),
    "original report in": ("related", None),
    "summary for patients in": ("related", None),
}
"""`type` of a comment or correction, lower case -> (our relation, our notice on this work)."""
