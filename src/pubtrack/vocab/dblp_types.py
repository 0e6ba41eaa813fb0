"""dblp's words in ours. Source: https://dblp.org/rdf/docu/ (bibtexType), https://dblp.org/faq/ (publication types)."""

TYPES: dict[str, tuple[str, str | None]] = {
    "journal articles": ("article-journal", None),
    "conference and workshop papers": ("paper-conference", None),
    "informal and other publications": ("article", "preprint"),
    "informal publications": ("article", "preprint"),
    "parts in books or collections": ("chapter", None),
    "books and theses": ("book", None),
    "editorship": ("book", "proceedings"),
    "reference works": ("entry-encyclopedia", None),
    "data and artifacts": ("dataset", None),
    "withdrawn items": ("article-journal", "withdrawn"),
    "article": ("article-journal", None),
    "inproceedings": ("paper-conference", None),
    "incollection": ("chapter", None),
    "proceedings": ("book", "proceedings"),
    "book": ("book", None),
    "phdthesis": ("thesis", "PhD thesis"),
    "mastersthesis": ("thesis", "Master's thesis"),
    "informal": ("article", "preprint"),
    "data": ("dataset", None),
    "misc": ("document", None),
}
"""Type of the search API, or `bibtexType` / class of the RDF in lower case -> (CSL type, genre)."""
