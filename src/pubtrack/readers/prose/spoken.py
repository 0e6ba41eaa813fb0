"""What stands around a title and says that it was spoken or is a page of the web, or that it was surely printed."""
# ruff: noqa: E501, SIM905 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.hosts import is_scholarly
from pubtrack.readers.prose.references import Reference
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.words import at_beginning, fold
from pubtrack.vocab.venue_words import MONTHS

__all__ = ["is_read_aloud", "is_shown", "is_spoken", "is_surely_printed", "is_web_page"]

_SPOKEN_WORDS = frozenset(
    "vortrag oral poster invited conference podcast keynote ponencia communication gastvortrag posterprasentation talk lecture presented".split()
)
_SPOKEN_PHRASES = "vortrag|oral presentation|poster presentation|invited talk|invited lecture|conference presentation|podcast|keynote|ponencia presentada|communication orale|gastvortrag|posterprasentation|talk at|lecture at|talk given|presented as a poster|poster fur|poster auf|poster bei|poster zur|poster zum|poster beim|poster for|poster at|poster pour|poster presente|poster aux?|poster para|poster en (?:el|la|las|los)"
_SPOKEN = re.compile(rf"(?:{at_beginning(_SPOKEN_PHRASES.split('|'))})\b|口头报告|邀请报告")
_PAGES = re.compile(r"\d{1,5}\s?[-–—]{1,2}\s?[A-Za-z]?\d{1,5}|\d\s?\(\d{1,3}\)\s?[:,]|\d:\s?e?\d")


_LOOKED_UP_WORDS = frozenset("retrieved accessed archived abgerufen zuletzt consulte consultado recuperado".split())
_LOOKED_UP = re.compile(
    r"(?:retrieved|accessed|archived from|abgerufen|zuletzt besucht|consulte|consultado|recuperado) (?:on |am |le |el )?(?:the )?\d{1,2}\.? (?:de )?[a-z]+ (?:de )?\d{4}"
    r"|(?:retrieved|accessed) [a-z]+ \d{1,2}, \d{4}|(?:retrieved|accessed|archived) \d{4}-\d\d-\d\d"
)
"""`Retrieved 3 March 2019`: a page of the web that somebody looked at on a day."""


def is_web_page(placed: Placed, reference: Reference) -> bool:
    """Tells whether a reference is a page of the web: a day it was looked at, no volume, pages, number or author."""
    if _is_site(reference):
        return True
    if _LOOKED_UP_WORDS.isdisjoint(placed.said.tokens):
        return False
    behind = placed.block.text[reference.end :]
    if not _LOOKED_UP.search(fold(behind)) or _PAGES.search(behind) or _DOI.search(behind) or "ISBN" in behind:
        return False
    return not any(p.name >= 2 for p in reference.pieces[: reference.first])


_ROOT = re.compile(r"https?://[^/?#]+/?\Z")


def _is_site(reference: Reference) -> bool:
    """Tells whether a title leads to the first page of a site, and neither names nor publisher stand around it: a blog."""
    if not _ROOT.match(reference.pieces[reference.first].href):
        return False
    beside = reference.pieces[: reference.first] + reference.pieces[reference.last + 1 :]
    return not any(p.name >= SIGNED or p.venue >= PRINTED or (p.number >= 2 and not p.year) for p in beside)


SIGNED, PRINTED = 1.6, 1.9
"""How much a piece is a name, or a journal or publisher, where it makes a work of a site. Chosen by hand."""
_PAPERS_READ = re.compile(r"conference (?:papers|presentations)|papers (?:read|given|presented)|ponencias|congresos")
_MEETING = re.compile(
    r"\b(?:conference|convention|meeting|congress|symposium|workshop|annual|biennial|association|society|congreso|jornadas|coloquio)\b"
)
_PROCEEDINGS = re.compile(
    r"\bproc|\bactas\b|\bin: |\bpp?\.|\bvol|\bpress\b|springer|ieee|acm\b|lncs|isbn|arxiv|editor|\beds?\b"
)


def is_read_aloud(placed: Placed, reference: Reference) -> bool:
    """`“Rain Delay.” ASLE Biennial Conference, Portland, July 2023` under "Conference papers": read there, not printed.

    So it is wherever a day stands in front and a meeting behind: `Olm, B. (2025, June 26). Rain Delay. Rope Days, Tarn.`
    """
    dated = _ON_DAY.search(placed.block.text, 0, reference.start) is not None
    if not dated and not _PAPERS_READ.match(fold(placed.heading)):
        return False
    behind = placed.said.folded[reference.end : reference.end + 200]
    if (
        _PAGES.search(behind.partition("http")[0])
        or _PROCEEDINGS.search(behind)
        or (_PRINTED_DOI if dated else _DOI).search(behind)
    ):
        return False
    if dated:
        return _HELD.search(behind[:LONGEST_MEETING]) is not None
    return _MEETING.search(behind) is not None and _IN_MONTH.search(behind) is not None


LONGEST_MEETING = 100
"""Characters behind a title in which the meeting is named. Chosen by hand."""
_ON_DAY = re.compile(
    r"\((?:19|20)\d\d, [A-ZÀ-Þ][a-zà-ÿ]{2,9}\.? \d{1,2}\b[^()]{0,20}\)|\((?:19|20)\d\d, \d{1,2}\.? (?:de )?[A-Za-zÀ-ÿ]{3,10}\)"
)
"""`(2025, September 17)`, `(2025, 26 de junio)`: texts that are printed have a year, newspapers and meetings a day."""
_PRINTED_DOI = re.compile(r"\b10\.(?!5281|6084|17605|31219)\d{4}")
"""A DOI that is not from a place where slides are kept: Zenodo, figshare, OSF."""
_HELD = re.compile(
    r"\b(?:conference|konferenz\w*|convention|meeting|congress|congreso|congres|\w*kongress|symposi\w+|simposio|workshop|seminar\w*|colloqui\w+|colloque|coloquio|kolloquium|jornadas|journees|\w*tagung|\w*-tage|tage|days|summit|encuentro|encontro)\b"
)
_IN_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b[^\d]{{0,12}}(?:\d{{1,2}}\D{{1,6}})*(?:19|20)\d\d")
_NEXT_SENTENCE = re.compile(r"[.!?] (?:Y|E|Et|Und|And|In|We|I|Nous|Wir|Ich|Después|Then|Later|Danach|Puis|He|She)\b")
"""What is said in another sentence is not said of the title."""
_DOI = re.compile(r"\b10\.\d{4}")


def is_spoken(placed: Placed, reference: Reference) -> bool:
    """Tells whether the words behind the title say that it was spoken, not printed."""
    if _SPOKEN_WORDS.isdisjoint(placed.said.tokens) and not placed.said.chinese:
        return False
    if placed.role in ("publications", "") and any(p.href and is_scholarly(p.href) for p in reference.pieces):
        return False  # "RopeNet, CVPR 2020 (Oral Presentation)" with a link to arXiv
    behind = placed.said.folded[reference.end : reference.end + 200]
    if sentence := _NEXT_SENTENCE.search(placed.block.text[reference.end : reference.end + 200]):
        behind = behind[: sentence.start()]
    return _SPOKEN.search(behind) is not None and not _PAGES.search(behind) and not _DOI.search(behind)


_SHOWN = re.compile(r"(?:an? )?(?:\w+ )?(?:oral|poster|spotlight|oral presentation|poster presentation|talk)")
_CONTRIBUTED = re.compile(r"\b(?:papers|proceedings|articles|beitrage|actas|actes|articulos|publi\w+)\b")


def is_shown(placed: Placed, reference: Reference) -> bool:
    """`ICML Workshop, oral presentation` in a list of papers: how a paper was shown where it appeared."""
    if placed.role != "publications" or not _CONTRIBUTED.search(fold(placed.heading)) or reference.evidence < SURE:
        return False
    behind = reference.pieces[reference.last + 1 :]
    shown = [i for i, p in enumerate(behind) if _SHOWN.fullmatch(fold(placed.block.text[p.start : p.end]))]
    return bool(shown) and any(p.venue >= 1.5 for p in behind[: shown[0]])


SURE = 3
"""Kinds of evidence around the title of such a paper: names, venue, year."""


def is_surely_printed(placed: Placed, reference: Reference) -> bool:
    """A paper listed under its project or grant is still a paper: names in front, a venue, volume and pages or a DOI."""
    if placed.role in ("supervision", "patents", "media") or placed.block.kind == "row":
        return False
    behind = placed.block.text[reference.end : reference.end + 300]
    names = any(p.name >= 1.5 for p in reference.pieces[: reference.first])
    venue = any(p.venue >= 1.2 for p in reference.pieces[reference.last + 1 :])
    printed = _PAGES.search(behind) is not None or (placed.role != "talks" and _DOI.search(behind) is not None)
    proceedings = placed.role != "talks" or "roc" in behind or _DOI.search(behind) is not None
    return reference.evidence >= 4 and reference.score >= 2 and names and venue and printed and proceedings
