"""RIS tags and types, and what they are here.

Sources: the RIS format specification of Research Information Systems (2001 text, kept at
https://web.archive.org/web/20120616225501/http://www.refman.com/support/risformat_intro.asp), EndNote's table of 2011,
https://en.wikipedia.org/wiki/RIS_(file_format), and the exports of Zotero, Scopus, IEEE Xplore, ACM and SpringerLink.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["RIS_CUSTOM", "RIS_TAGS", "RIS_TYPES", "RIS_TYPES_READ_ONLY", "RisType", "tag_of_field"]


class RisType(NamedTuple):
    """A reference type of RIS: the CSL type and, where CSL is coarser, the genre."""

    type: str
    genre: str | None = None


RIS_TYPES: dict[str, RisType] = {
    "JOUR": RisType("article-journal"),
    "CONF": RisType("paper-conference"),
    "BOOK": RisType("book"),
    "CHAP": RisType("chapter"),
    "THES": RisType("thesis"),
    "RPRT": RisType("report"),
    "UNPB": RisType("manuscript"),
    "MGZN": RisType("article-magazine"),
    "NEWS": RisType("article-newspaper"),
    "ELEC": RisType("webpage"),
    "BLOG": RisType("post-weblog"),
    "DATA": RisType("dataset"),
    "COMP": RisType("software"),
    "PAT": RisType("patent"),
    "STAND": RisType("standard"),
    "DICT": RisType("entry-dictionary"),
    "ENCYC": RisType("entry-encyclopedia"),
    "PAMP": RisType("pamphlet"),
    "SLIDE": RisType("speech"),
    "MAP": RisType("map"),
    "MUSIC": RisType("musical_score"),
    "SOUND": RisType("song"),
    "VIDEO": RisType("motion_picture"),
    "MPCT": RisType("motion_picture", "motion picture"),
    "BILL": RisType("bill"),
    "CASE": RisType("legal_case"),
    "HEAR": RisType("hearing"),
    "STAT": RisType("legislation"),
    "LEGAL": RisType("regulation"),
    "PCOMM": RisType("personal_communication"),
    "ART": RisType("graphic"),
    "FIGURE": RisType("figure"),
    "ADVS": RisType("broadcast"),
    "CLSWK": RisType("classic"),
    "SER": RisType("collection"),
    "JFULL": RisType("periodical"),
    "GEN": RisType("document"),
}
"""Both directions: a CSL type is written as the first code that means it."""

RIS_TYPES_READ_ONLY: dict[str, RisType] = {
    "CPAPER": RisType("paper-conference"),
    "EJOUR": RisType("article-journal"),
    "ABST": RisType("article-journal", "abstract"),
    "INPR": RisType("article-journal"),
    "EBOOK": RisType("book"),
    "EDBOOK": RisType("book"),
    "ECHAP": RisType("chapter"),
    "MANSCPT": RisType("manuscript"),
    "AGGR": RisType("dataset"),
    "DBASE": RisType("dataset"),
    "CTLG": RisType("document"),
    "CHART": RisType("figure"),
    "EQUA": RisType("figure"),
    "GOVDOC": RisType("report"),
    "GRANT": RisType("document"),
    "GRNT": RisType("document"),
    "ICOMM": RisType("personal_communication"),
    "MULTI": RisType("webpage"),
    "UNBILL": RisType("bill"),
    "ANCIENT": RisType("classic"),
    "PREPRINT": RisType("article", "preprint"),
    "INTV": RisType("interview"),
    "PODCST": RisType("song", "podcast"),
    "RADIO": RisType("broadcast"),
    "TVSHOW": RisType("broadcast"),
    "WEB": RisType("webpage"),
    "UNPD": RisType("manuscript"),
    "JA": RisType("article-journal"),
    "INBOOK": RisType("chapter"),
}
"""Codes that are understood and never written: later additions that older programs refuse."""

WRITTEN_AS: dict[str, str] = {
    "article": "UNPB",
    "entry": "ENCYC",
    "post": "BLOG",
    "interview": "PCOMM",
    "performance": "SLIDE",
    "treaty": "LEGAL",
    "review": "JOUR",
    "review-book": "JOUR",
    "event": "GEN",
}
"""CSL types without a RIS code of their own, and the nearest one; what the type is stands in `U1` too."""

RIS_TAGS: dict[str, str] = {
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "ST": "title_short",
    "OP": "original_title",
    "AU": "author",
    "A1": "author",
    "ED": "editor",
    "A2": "editor",
    "A4": "translator",
    "T2": "container_title",
    "JF": "container_title",
    "JO": "container_title",
    "BT": "container_title",
    "J2": "container_title_short",
    "JA": "container_title_short",
    "J1": "container_title_short",
    "T3": "collection_title",
    "PY": "issued",
    "Y1": "issued",
    "DA": "issued",
    "Y2": "accessed",
    "VL": "volume",
    "IS": "issue",
    "CP": "issue",
    "SP": "page",
    "EP": "page",
    "PB": "publisher",
    "CY": "publisher_place",
    "PP": "publisher_place",
    "ET": "edition",
    "NV": "number_of_volumes",
    "LA": "language",
    "M1": "number",
    "M3": "genre",
    "AB": "abstract",
    "N2": "abstract",
    "N1": "note",
    "RN": "annote",
    "KW": "keyword",
    "DO": "doi",
    "SN": "isbn/issn",
    "UR": "url",
    "C2": "pmcid",
}
"""Tag -> field of ours, or scheme of the identifier; the first tag that names a field is the one written."""

RIS_CUSTOM: dict[str, str] = {
    "CN": "call-number",
    "DP": "source",
    "DB": "archive",
    "AN": "archive_location",
    "SE": "section",
    "AD": "author-address",
}
"""Tags kept under `custom` with the CSL name they have, where they have one; any other tag XX is kept as `ris-xx`."""


def tag_of_field() -> dict[str, str]:
    """Gives field -> tag for writing.

    >>> tag_of_field()["title"], tag_of_field()["editor"]
    ('TI', 'ED')
    """
    tags: dict[str, str] = {}
    for tag, name in RIS_TAGS.items():
        tags.setdefault(name, tag)
    return tags
