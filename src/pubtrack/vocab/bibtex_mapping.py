"""BibTeX and BibLaTeX types and fields, and what they are here: one table for reading and for writing.

Sources: `btxdoc` (BibTeX 0.99b) and the biblatex manual 3.20, sections 2.1 to 2.3; CSL 1.0.2, appendices III and IV;
for fields of tools: exports of dblp, ADS, Mendeley, JabRef, BibDesk, ACM, the ACL Anthology and al-folio, counted in
1,378 real files.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = [
    "CROSSREF_INHERITED",
    "EPRINT_SCHEMES",
    "FIELDS",
    "GENRES",
    "IDENTIFIER_FIELDS",
    "RELATED_TYPES",
    "SUBTITLES",
    "SUBTYPES",
    "TEXT_CUSTOM",
    "TITLE_INHERITED",
    "TYPES",
    "WRITTEN_TYPES",
    "FieldRule",
    "TypeRule",
]

Kind = Literal["text", "title", "names", "date", "pages", "keywords", "language"]


class TypeRule(NamedTuple):
    """What an entry type is here.

    `alias` types are another spelling: they are read and never written. A type that is neither an alias nor what its
    CSL type is written as (`proceedings` is a `book` here) is remembered as `custom["entrytype"]`.
    """

    type: str
    genre: str | None = None
    alias: bool = False


TYPES: dict[str, TypeRule] = {
    "article": TypeRule("article-journal"),
    "book": TypeRule("book"),
    "mvbook": TypeRule("book"),
    "inbook": TypeRule("chapter"),
    "bookinbook": TypeRule("chapter"),
    "suppbook": TypeRule("chapter"),
    "booklet": TypeRule("pamphlet"),
    "collection": TypeRule("book"),
    "mvcollection": TypeRule("book"),
    "incollection": TypeRule("chapter"),
    "suppcollection": TypeRule("chapter"),
    "dataset": TypeRule("dataset"),
    "manual": TypeRule("report"),
    "misc": TypeRule("document"),
    "online": TypeRule("webpage"),
    "patent": TypeRule("patent"),
    "periodical": TypeRule("periodical"),
    "suppperiodical": TypeRule("article-journal"),
    "proceedings": TypeRule("book"),
    "mvproceedings": TypeRule("book"),
    "inproceedings": TypeRule("paper-conference"),
    "reference": TypeRule("book"),
    "mvreference": TypeRule("book"),
    "inreference": TypeRule("entry"),
    "report": TypeRule("report"),
    "software": TypeRule("software"),
    "thesis": TypeRule("thesis"),
    "unpublished": TypeRule("manuscript"),
    "phdthesis": TypeRule("thesis", "PhD thesis"),
    "mastersthesis": TypeRule("thesis", "Master's thesis"),
    "techreport": TypeRule("report"),
    "conference": TypeRule("paper-conference", alias=True),
    "electronic": TypeRule("webpage", alias=True),
    "www": TypeRule("webpage", alias=True),
    "artwork": TypeRule("graphic"),
    "audio": TypeRule("song"),
    "image": TypeRule("graphic"),
    "jurisdiction": TypeRule("legal_case"),
    "legislation": TypeRule("legislation"),
    "letter": TypeRule("personal_communication"),
    "movie": TypeRule("motion_picture"),
    "music": TypeRule("musical_score"),
    "performance": TypeRule("performance"),
    "review": TypeRule("review"),
    "standard": TypeRule("standard"),
    "video": TypeRule("motion_picture"),
    "map": TypeRule("map"),
    "bachelorsthesis": TypeRule("thesis", "Bachelor's thesis", alias=True),
    "bachelorthesis": TypeRule("thesis", "Bachelor's thesis", alias=True),
    "masterthesis": TypeRule("thesis", "Master's thesis", alias=True),
    "softwareversion": TypeRule("software"),
    "softwaremodule": TypeRule("software"),
    "codefragment": TypeRule("software"),
    "preprint": TypeRule("article", "preprint", alias=True),
    "poster": TypeRule("paper-conference", "poster", alias=True),
    "talk": TypeRule("speech", alias=True),
    "presentation": TypeRule("speech", alias=True),
    "speech": TypeRule("speech", alias=True),
    "film": TypeRule("motion_picture", alias=True),
    "data": TypeRule("dataset", alias=True),
    "computer_program": TypeRule("software", alias=True),
    "web_page": TypeRule("webpage", alias=True),
    "webpage": TypeRule("webpage", alias=True),
    "url": TypeRule("webpage", alias=True),
    "generic": TypeRule("document", alias=True),
    "other": TypeRule("document", alias=True),
    "book_section": TypeRule("chapter", alias=True),
    "bookchapter": TypeRule("chapter", alias=True),
    "newspaper_article": TypeRule("article-newspaper", alias=True),
    "magazine_article": TypeRule("article-magazine", alias=True),
    "journal_article": TypeRule("article-journal", alias=True),
    "conference_proceedings": TypeRule("paper-conference", alias=True),
}
"""Entry type -> CSL type. Types that are not here have no CSL type; their name is kept as `custom["entrytype"]`."""

WRITTEN_TYPES: dict[str, tuple[str, str]] = {
    "article-journal": ("article", "article"),
    "article-magazine": ("article", "article"),
    "article-newspaper": ("article", "article"),
    "article": ("misc", "online"),
    "book": ("book", "book"),
    "chapter": ("incollection", "incollection"),
    "pamphlet": ("booklet", "booklet"),
    "paper-conference": ("inproceedings", "inproceedings"),
    "thesis": ("phdthesis", "thesis"),
    "report": ("techreport", "report"),
    "manuscript": ("unpublished", "unpublished"),
    "speech": ("misc", "unpublished"),
    "webpage": ("misc", "online"),
    "post": ("misc", "online"),
    "post-weblog": ("misc", "online"),
    "dataset": ("misc", "dataset"),
    "software": ("misc", "software"),
    "patent": ("misc", "patent"),
    "periodical": ("misc", "periodical"),
    "entry": ("incollection", "inreference"),
    "entry-dictionary": ("incollection", "inreference"),
    "entry-encyclopedia": ("incollection", "inreference"),
    "review": ("article", "article"),
    "review-book": ("article", "article"),
    "classic": ("book", "book"),
    "collection": ("book", "collection"),
    "standard": ("techreport", "standard"),
    "legislation": ("misc", "legislation"),
    "legal_case": ("misc", "jurisdiction"),
    "motion_picture": ("misc", "movie"),
    "musical_score": ("misc", "music"),
    "song": ("misc", "audio"),
    "graphic": ("misc", "artwork"),
    "performance": ("misc", "performance"),
    "personal_communication": ("misc", "letter"),
    "map": ("misc", "map"),
}
"""CSL type -> (BibTeX type, BibLaTeX type); all others are `misc`. Where the type alone would be read as another CSL
type, `entrysubtype` names the right one."""

SUBTYPES: dict[str, str] = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
"""Values of biblatex' `entrysubtype` with a meaning there -> CSL type; CSL's own names are understood too."""


class FieldRule(NamedTuple):
    """Where a field of ours stands in an entry.

    `names` are the BibTeX fields it is read from, the first one that stands there counts; the others go to `custom`.
    `bibtex` and `biblatex` are what is written; `types` limits the rule to these CSL types.
    """

    field: str
    kind: Kind
    names: tuple[str, ...]
    bibtex: str
    biblatex: str
    types: tuple[str, ...] = ()


_ARTICLES = (
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "article",
    "review",
    "review-book",
    "periodical",
)
_NUMBERED = (
    "report",
    "patent",
    "standard",
    "legislation",
    "bill",
    "document",
    "manuscript",
    "webpage",
    "dataset",
    "software",
)

FIELDS: tuple[FieldRule, ...] = (
    FieldRule("title", "title", ("title",), "title", "title"),
    FieldRule("title_short", "title", ("shorttitle",), "shorttitle", "shorttitle"),
    FieldRule("original_title", "title", ("origtitle", "original-title"), "origtitle", "origtitle"),
    FieldRule("author", "names", ("author",), "author", "author"),
    FieldRule("editor", "names", ("editor",), "editor", "editor"),
    FieldRule("translator", "names", ("translator",), "translator", "translator"),
    FieldRule("container_author", "names", ("bookauthor",), "bookauthor", "bookauthor"),
    FieldRule(
        "container_title",
        "text",
        ("journaltitle", "fjournal", "journal", "booktitle"),
        "journal",
        "journaltitle",
        _ARTICLES,
    ),
    FieldRule("container_title", "text", ("booktitle", "journaltitle", "journal"), "booktitle", "booktitle"),
    FieldRule(
        "container_title_short",
        "text",
        ("shortjournal", "journalabbr", "journal"),
        "shortjournal",
        "shortjournal",
        _ARTICLES,
    ),
    FieldRule("container_title_short", "text", ("shortjournal", "journalabbr"), "shortjournal", "shortjournal"),
    FieldRule("collection_title", "text", ("series",), "series", "series"),
    FieldRule("volume", "text", ("volume",), "volume", "volume"),
    FieldRule("issue", "text", ("number", "issue"), "number", "number", _ARTICLES),
    FieldRule("issue", "text", ("issue",), "issue", "issue"),
    FieldRule("number", "text", ("articleno",), "articleno", "articleno", _ARTICLES),
    FieldRule("number", "text", ("number",), "number", "number", _NUMBERED),
    FieldRule("number", "text", ("articleno",), "articleno", "articleno"),
    FieldRule(
        "collection_number",
        "text",
        ("collectionnumber",),
        "collectionnumber",
        "collectionnumber",
        (*_ARTICLES, *_NUMBERED),
    ),
    FieldRule("collection_number", "text", ("number",), "number", "number"),
    FieldRule("page", "pages", ("pages", "eid"), "pages", "pages"),
    FieldRule("number_of_pages", "text", ("pagetotal", "numpages"), "pagetotal", "pagetotal"),
    FieldRule("number_of_volumes", "text", ("volumes",), "volumes", "volumes"),
    FieldRule("chapter_number", "text", ("chapter",), "chapter", "chapter"),
    FieldRule("edition", "text", ("edition",), "edition", "edition"),
    FieldRule("version", "text", ("version",), "version", "version"),
    FieldRule(
        "publisher",
        "text",
        ("school", "institution", "publisher", "organization"),
        "school",
        "institution",
        ("thesis",),
    ),
    FieldRule(
        "publisher",
        "text",
        ("institution", "publisher", "organization", "school"),
        "institution",
        "institution",
        ("report",),
    ),
    FieldRule("publisher", "text", ("publisher", "organization", "institution", "school"), "publisher", "publisher"),
    FieldRule("publisher_place", "text", ("address", "location", "city"), "address", "location"),
    FieldRule("event_title", "text", ("eventtitle", "conftitle"), "eventtitle", "eventtitle"),
    FieldRule("event_place", "text", ("venue", "eventplace"), "venue", "venue"),
    FieldRule("genre", "text", ("type",), "type", "type"),
    FieldRule("status", "text", ("pubstate",), "pubstate", "pubstate"),
    FieldRule("language", "language", ("langid", "language", "hyphenation"), "language", "langid"),
    FieldRule("abstract", "text", ("abstract",), "abstract", "abstract"),
    FieldRule("keyword", "keywords", ("keywords", "keyword"), "keywords", "keywords"),
    FieldRule("note", "text", ("note",), "note", "note"),
    FieldRule("annote", "text", ("annotation", "annote"), "annote", "annotation"),
    FieldRule("event_date", "date", ("eventdate",), "eventdate", "eventdate"),
    FieldRule("accessed", "date", ("urldate",), "urldate", "urldate"),
    FieldRule("original_date", "date", ("origdate", "origyear"), "origdate", "origdate"),
    FieldRule("submitted", "date", ("submitted",), "submitted", "submitted"),
    FieldRule("available", "date", ("onlinedate",), "onlinedate", "onlinedate"),
)
"""All fields but `issued` (`date`, or `year`, `month` and `day`) and the identifiers, which have rules of their own.
Of several rules for one field the first that fits the type holds."""

SUBTITLES: dict[str, str] = {"title": "subtitle", "booktitle": "booksubtitle", "journaltitle": "journalsubtitle"}
"""Field -> field whose words follow after a colon. Source: biblatex manual 3.20, section 2.2.2."""

IDENTIFIER_FIELDS: dict[str, str] = {
    "doi": "doi",
    "isbn": "isbn",
    "isbn-13": "isbn",
    "isbn13": "isbn",
    "issn": "issn",
    "eissn": "issn",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "pmc": "pmcid",
    "arxiv": "arxiv",
    "arxivid": "arxiv",
    "openreview": "openreview",
    "openreviewid": "openreview",
    "acl": "acl",
    "aclid": "acl",
    "openalex": "openalex",
    "s2": "s2",
    "s2id": "s2",
    "dblp": "dblp",
    "europepmc": "europepmc",
    "mag": "mag",
    "handle": "handle",
    "hdl": "handle",
    "url": "url",
}
"""Field -> scheme of the identifier it holds; `eprint` has its own rule. Written under the scheme's own name, arXiv ids
as `eprint`. A value that is none of the scheme stays under `custom`."""

EPRINT_SCHEMES: dict[str, str] = {
    "arxiv": "arxiv",
    "pubmed": "pmid",
    "medline": "pmid",
    "hdl": "handle",
    "handle": "handle",
    "openreview": "openreview",
}
"""`eprinttype` or `archiveprefix` in lower case -> scheme. Source: biblatex manual 3.20, section 3.14.7."""

TEXT_CUSTOM: frozenset[str] = frozenset(
    {
        "abbr", "addendum", "affiliation", "afterword", "award", "award_name", "awards", "booktitleaddon", "comment",
        "commentator", "copyright", "editora", "editorb", "editorc", "foreword", "holder", "honor", "introduction",
        "issuetitle", "issuesubtitle", "journalsubtitle", "keynote", "library", "mainsubtitle", "maintitle",
        "maintitleaddon", "nameaddon", "organization", "reprinttitle", "institution", "school", "journal",
        "journaltitle", "booktitle", "booksubtitle", "location", "publisher", "remark", "shortauthor", "shorteditor",
        "shortseries", "subtitle", "titleaddon", "note", "annote", "annotation", "language", "series", "tldr", "type",
        "howpublished", "address", "city", "alttitle", "fjournal",
    }
)  # fmt: skip
"""Fields without a name of ours that hold text: LaTeX in them is decoded and written again. Any other unknown field is
kept as it stands, LaTeX included."""

TITLE_INHERITED: dict[str, str] = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
"""Field of the parent -> field of the child that takes it. Source: biblatex manual 3.20, appendix B."""

CROSSREF_INHERITED: frozenset[str] = frozenset(
    {
        "booktitle", "booksubtitle", "booktitleaddon", "editor", "editortype", "publisher", "address", "location",
        "date", "year", "month", "day", "series", "volume", "number", "isbn", "issn", "journal", "journaltitle",
        "journalsubtitle", "organization",
        "eventtitle", "eventdate", "venue", "edition", "volumes", "language", "langid", "maintitle",
        "mainsubtitle", "institution", "school", "translator", "bookauthor",
    }
)  # fmt: skip
"""What a child takes from the entry that `crossref` names. BibTeX hands down everything; the DOI, address, abstract and
pages of a volume are not those of a paper in it, so they are left out here."""

GENRES: dict[str, str] = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master's thesis",
    "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis",
    "techreport": "technical report",
    "resreport": "research report",
}
"""biblatex' localisation keys for `type` -> genre. Source: biblatex manual 3.20, section 4.9.2.13."""

RELATED_TYPES: dict[str, str] = {
    "translationof": "translation-of",
    "translationfrom": "translation-of",
    "translationas": "has-translation",
    "reprintof": "version-of",
    "reprintfrom": "version-of",
    "origpubin": "version-of",
    "origpubas": "version-of",
    "reprintas": "has-version",
    "multivolume": "has-part",
    "preprint": "has-preprint",
    "erratum": "corrected-by",
}
"""biblatex' `relatedtype` -> relation; other types are `related`. The first name of a relation is the one written."""
