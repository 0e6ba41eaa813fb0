"""DataCite's words in ours.

Source: https://datacite-metadata-schema.readthedocs.io/en/4.6/appendices/appendix-1/ (resourceTypeGeneral,
relationType, dateType, titleType), https://schema.datacite.org/meta/kernel-4.6/.
"""

TYPES: dict[str, tuple[str, str | None]] = {
    "audiovisual": ("motion_picture", None),
    "award": ("document", "grant"),
    "book": ("book", None),
    "bookchapter": ("chapter", None),
    "collection": ("collection", None),
    "computationalnotebook": ("software", "notebook"),
    "conferencepaper": ("paper-conference", None),
    "conferenceproceeding": ("book", "proceedings"),
    "datapaper": ("article-journal", "data paper"),
    "dataset": ("dataset", None),
    "dissertation": ("thesis", None),
    "event": ("event", None),
    "image": ("graphic", None),
    "instrument": ("document", "instrument"),
    "interactiveresource": ("webpage", None),
    "journal": ("periodical", None),
    "journalarticle": ("article-journal", None),
    "model": ("dataset", "model"),
    "other": ("document", None),
    "outputmanagementplan": ("document", "data management plan"),
    "peerreview": ("review", "peer review"),
    "physicalobject": ("document", "physical object"),
    "poster": ("speech", "poster"),
    "preprint": ("article", "preprint"),
    "presentation": ("speech", "presentation"),
    "project": ("document", "project"),
    "report": ("report", None),
    "service": ("document", "service"),
    "software": ("software", None),
    "sound": ("song", None),
    "standard": ("standard", None),
    "studyregistration": ("document", "study registration"),
    "text": ("document", None),
    "workflow": ("software", "workflow"),
}
"""`resourceTypeGeneral`, lower case -> (CSL type, genre)."""

WORDS: dict[str, tuple[str, str | None]] = {
    "article": ("article-journal", None),
    "journal article": ("article-journal", None),
    "journalarticle": ("article-journal", None),
    "journal paper": ("article-journal", None),
    "research article": ("article-journal", None),
    "preprint": ("article", "preprint"),
    "working paper": ("report", "working paper"),
    "workingpaper": ("report", "working paper"),
    "conference paper": ("paper-conference", None),
    "conferencepaper": ("paper-conference", None),
    "conference object": ("paper-conference", None),
    "conference poster": ("speech", "poster"),
    "proceedings article": ("paper-conference", None),
    "poster": ("speech", "poster"),
    "presentation": ("speech", "presentation"),
    "slides": ("speech", "presentation"),
    "lecture": ("speech", "lecture"),
    "thesis": ("thesis", None),
    "dissertation": ("thesis", None),
    "doctoral thesis": ("thesis", "PhD thesis"),
    "doctoralthesis": ("thesis", "PhD thesis"),
    "phd thesis": ("thesis", "PhD thesis"),
    "master thesis": ("thesis", "Master's thesis"),
    "masterthesis": ("thesis", "Master's thesis"),
    "report": ("report", None),
    "technical report": ("report", "technical report"),
    "project report": ("report", None),
    "book": ("book", None),
    "monograph": ("book", None),
    "book chapter": ("chapter", None),
    "bookchapter": ("chapter", None),
    "book part": ("chapter", None),
    "book review": ("review-book", None),
    "review": ("review", None),
    "blogposting": ("post-weblog", None),
    "blog post": ("post-weblog", None),
    "data paper": ("article-journal", "data paper"),
    "software": ("software", None),
    "dataset": ("dataset", None),
}
"""Free text of `resourceType`, lower case, where `resourceTypeGeneral` is only "Text" or "Other"."""

CITEPROC: dict[str, str] = {
    "article-journal": "article-journal", "book": "book", "chapter": "chapter", "thesis": "thesis",
    "report": "report", "dataset": "dataset", "paper-conference": "paper-conference", "post-weblog": "post-weblog",
}  # fmt: skip
"""`types.citeproc` that says more than "article"."""

RELATIONS: dict[str, str] = {
    "IsNewVersionOf": "version-of",
    "IsPreviousVersionOf": "has-version",
    "IsVersionOf": "version-of",
    "HasVersion": "has-version",
    "IsVariantFormOf": "version-of",
    "IsOriginalFormOf": "has-version",
    "IsIdenticalTo": "same-as",
    "IsPreprintOf": "preprint-of",
    "HasPreprint": "has-preprint",
    "IsPublishedIn": "part-of",
    "IsPartOf": "part-of",
    "HasPart": "has-part",
    "IsTranslationOf": "translation-of",
    "HasTranslation": "has-translation",
    "Reviews": "reviews",
    "IsReviewedBy": "reviewed-by",
    "IsSupplementTo": "supplements",
    "IsSupplementedBy": "supplemented-by",
    "IsObsoletedBy": "has-version",
    "Obsoletes": "version-of",
    "Continues": "related",
    "IsContinuedBy": "related",
    "IsDerivedFrom": "related",
    "IsSourceOf": "related",
    "IsDocumentedBy": "related",
    "Documents": "related",
    "Describes": "related",
    "IsDescribedBy": "related",
    "Compiles": "related",
    "IsCompiledBy": "related",
    "Requires": "related",
    "IsRequiredBy": "related",
    "Collects": "has-part",
    "IsCollectedBy": "part-of",
    "References": "cites",
    "Cites": "cites",
}
"""`relationType` -> our relation. `IsCitedBy` and `IsReferencedBy` are left out: lists of citing works."""

SCHEMES: dict[str, str] = {
    "doi": "doi", "arxiv": "arxiv", "isbn": "isbn", "issn": "issn", "eissn": "issn", "lissn": "issn", "pmid": "pmid",
    "pmcid": "pmcid", "handle": "handle", "url": "url", "orcid": "orcid", "ror": "ror", "purl": "url",
}  # fmt: skip
"""`relatedIdentifierType` and `identifierType`, lower case -> our scheme."""

EDITORS: dict[str, str] = {"Editor": "editor", "Translator": "translator"}
"""`contributorType` -> our field. Others (hosting institution, data manager) make no author list."""
"""Source: schema 4.6, appendix 1, contributorType."""
