"""Headings and codes of funders' forms."""

from __future__ import annotations

__all__ = ["CCV_GROUPS", "CCV_OTHER"]

CCV_GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("Journal articles", frozenset({"article-journal", "review"})),
    ("Journal issues", frozenset({"periodical"})),
    ("Books", frozenset({"book", "classic"})),
    ("Edited books", frozenset({"collection", "book/edited book"})),
    ("Book chapters", frozenset({"chapter"})),
    ("Book reviews", frozenset({"review-book"})),
    ("Translations", frozenset({"book/translation"})),
    ("Dissertations", frozenset({"thesis"})),
    ("Newspaper articles", frozenset({"article-newspaper"})),
    ("Encyclopedia entries", frozenset({"entry-encyclopedia", "entry"})),
    ("Magazine entries", frozenset({"article-magazine"})),
    ("Dictionary entries", frozenset({"entry-dictionary"})),
    ("Reports", frozenset({"report", "standard"})),
    ("Working papers", frozenset({"report/working paper", "manuscript"})),
    ("Manuals", frozenset({"report/manual"})),
    ("Online resources", frozenset({"webpage", "post", "post-weblog", "dataset", "software"})),
    ("Conference publications", frozenset({"paper-conference"})),
    ("Preprints", frozenset({"article"})),
    ("Presentations", frozenset({"speech"})),
    ("Patents", frozenset({"patent"})),
)
"""Heading -> CSL types, or `type/genre` where the genre decides, in the order of the form.

Source: Canadian Common CV, Contributions, https://ccv-cvc.ca (publications, presentations, intellectual property). Data
and software stand under online resources, which have a field for them; preprints have no heading there."""

CCV_OTHER = "Other contributions"
