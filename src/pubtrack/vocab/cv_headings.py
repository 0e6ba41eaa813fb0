"""What a CV calls its groups. Order is the order of the sections."""

from __future__ import annotations

WORK_GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("Journal articles", frozenset({"article-journal"})),
    ("Conference papers", frozenset({"paper-conference"})),
    ("Workshop papers", frozenset({"paper-conference/workshop paper"})),
    ("Books", frozenset({"book", "classic"})),
    ("Book chapters", frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia"})),
    ("Edited volumes", frozenset({"collection", "periodical"})),
    ("Theses", frozenset({"thesis"})),
    ("Preprints", frozenset({"article", "manuscript", "article-journal/preprint", "paper-conference/preprint"})),
    ("Reports", frozenset({"report", "standard"})),
    ("Patents", frozenset({"patent"})),
    ("Software and data", frozenset({"software", "dataset"})),
    ("Reviews", frozenset({"review", "review-book"})),
    (
        "Articles in magazines and newspapers",
        frozenset({"article-magazine", "article-newspaper", "post-weblog", "post"}),
    ),
    ("Talks", frozenset({"speech"})),
)
"""Heading -> CSL types, or `type/genre` where the genre decides. Whatever is not named goes to `OTHER_WORKS`.

Source: section names of rendercv, moderncv and awesome-cv templates; CSL 1.0.2 types."""

OTHER_WORKS = "Other publications"

AWARD_KINDS = {"prize": "Prize", "fellowship": "Fellowship", "chair": "Chair", "honour": "Honour"}

SECTION_TITLES = {
    "appointments": "Appointments",
    "awards": "Awards and honours",
    "selected": "Selected publications",
    "publications": "Publications",
    "funding": "Grants",
    "supervision": "Supervision",
    "events": "Service and events",
    "software": "Software",
    "series": "Projects and series",
}

FLAGS = {"retraction": "retracted", "withdrawal": "withdrawn", "removal": "removed"}
"""Type of a notice -> what a CV says of the work. Source: Crossref update types,
https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/"""

MARK_MEANINGS = {
    "equal-contribution": "equal contribution",
    "co-senior": "joint senior authorship",
    "student": "supervised student",
    "corresponding": "corresponding author",
}
