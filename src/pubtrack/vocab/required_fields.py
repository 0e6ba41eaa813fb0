"""What each BibTeX entry type must have; a set of alternatives counts as one."""

from __future__ import annotations

REQUIRED: dict[str, tuple[frozenset[str], ...]] = {
    "article": tuple(map(frozenset, [{"author"}, {"title"}, {"journal", "journaltitle"}, {"year", "date"}])),
    "book": tuple(map(frozenset, [{"author", "editor"}, {"title"}, {"publisher"}, {"year", "date"}])),
    "booklet": (frozenset({"title"}),),
    "inbook": tuple(
        map(frozenset, [{"author", "editor"}, {"title"}, {"chapter", "pages", "booktitle"}, {"year", "date"}])
    ),
    "incollection": tuple(map(frozenset, [{"author"}, {"title"}, {"booktitle"}, {"year", "date"}])),
    "inproceedings": tuple(map(frozenset, [{"author"}, {"title"}, {"booktitle", "eventtitle"}, {"year", "date"}])),
    "conference": tuple(map(frozenset, [{"author"}, {"title"}, {"booktitle", "eventtitle"}, {"year", "date"}])),
    "manual": (frozenset({"title"}),),
    "mastersthesis": tuple(map(frozenset, [{"author"}, {"title"}, {"school", "institution"}, {"year", "date"}])),
    "phdthesis": tuple(map(frozenset, [{"author"}, {"title"}, {"school", "institution"}, {"year", "date"}])),
    "thesis": tuple(map(frozenset, [{"author"}, {"title"}, {"school", "institution"}, {"year", "date"}])),
    "proceedings": tuple(map(frozenset, [{"title"}, {"year", "date"}])),
    "techreport": tuple(map(frozenset, [{"author"}, {"title"}, {"institution"}, {"year", "date"}])),
    "report": tuple(map(frozenset, [{"author"}, {"title"}, {"institution"}, {"year", "date"}])),
    "unpublished": tuple(map(frozenset, [{"author"}, {"title"}])),
    "online": tuple(map(frozenset, [{"title"}, {"url", "doi", "eprint"}])),
}
"""Source: btxdoc (Oren Patashnik, 1988), section 3.1, and the biblatex manual 3.20, section 2.1.1.

`eventtitle` counts as the place of a conference paper, for workshops without proceedings have nothing else. Types that
are not named need nothing."""
