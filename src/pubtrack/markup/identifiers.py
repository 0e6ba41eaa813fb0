"""Identifiers that stand in running text, in whatever costume, with their exact place."""
# ruff: noqa: E501 - one pattern a line in the tables

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from pubtrack.model import Identifier, Scheme

__all__ = ["FoundIdentifier", "find_identifiers"]


class FoundIdentifier(NamedTuple):
    """An identifier and where it stands: `text[start:end]` is its whole costume, label or resolver included."""

    start: int
    end: int
    identifier: Identifier


_DOI = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,9}(?:/|%2[Ff])[^\s\"“”‘’«»{}|^`。，；、）】》]{1,2048}", re.ASCII)
"""Source: no DOI is longer than 2,048 characters (`doi_t` of Crossref's deposit schema); without an end, a line of
"10.1000/](" would be read to its end from each of them."""
_DOI_URL = re.compile(r"(?:https?://|www\.|(?:dx\.)?doi\.org/)[^\s\"“”<>{}|^`]*$", re.I)
LONGEST_LABEL = 20
"""Characters of what `_DOI_LABEL` finds, and one in front."""
_DOI_LABEL = re.compile(r"(?:\burn:|\binfo:)?\bdoi(?:\.org)?[\s:=/]{0,3}$", re.I)
_DOI_STOP = re.compile(
    r"&(?:gt|lt|quot|amp|nbsp|#)|[,;](?=10\.\d{4}|https?:|doi:|[Pp][Mm])|https?:|\\(?!_)|\]\(|\[(?=\d+\])"
)
_DOI_TAIL = re.compile(
    r"(?:v\d+)?(?:\.full(?:\.pdf|-text)?|/(?:full|pdf|epdf|abstract|abs|html|meta|summary|fulltext|references|pdfdirect"
    r"|full/html|full/pdf|citations|epub|asset|suppl_file)(?:/.*)?|\.pdf|\.html?)$",
    re.I,
)
_URL = re.compile(r"(?:https?://|ftp://|www\.(?=[\w-]+\.))[^\s\"“”«»<>{}|^`\\。，；、）】》]+", re.I)
_ARCHIVES = (
    r"astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nlin|nucl-(?:ex|th)|physics|quant-ph|math|cs|q-bio|q-fin|stat"
    r"|eess|econ|alg-geom|chao-dyn|cmp-lg|dg-ga|funct-an|patt-sol|q-alg|solv-int|adap-org|acc-phys|ao-sci|atom-ph"
    r"|bayes-an|chem-ph|comp-gas|mtrl-th|plasm-ph|supr-con"
)
_NEW_ARXIV = r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?!\d)"
_OLD_ARXIV = rf"(?:{_ARCHIVES})(?:\.[A-Za-z]{{2}})?/\d{{2}}(?:0[1-9]|1[0-2])\d{{3}}(?!\d)"
_HOSTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (scheme, re.compile(pattern, re.I | re.ASCII))
    for scheme, pattern in (
        ("arxiv", rf"(?:arxiv\.org|ar5iv[\w.]*|alphaxiv\.org|huggingface\.co/papers|scirate\.com/arxiv|paperswithcode\.com"
                  rf"|xxx\.lanl\.gov)/(?:[a-z-]+/)*({_NEW_ARXIV}(?:v\d+)?|{_OLD_ARXIV}(?:v\d+)?)"),
        ("openreview", r"openreview\.net/[a-z_]+\?(?:[^#\s]*&)?id=([A-Za-z0-9_-]{8,16})(?![A-Za-z0-9_-])"),
        ("acl", r"(?:aclanthology\.org|aclanthology\.info/papers|aclweb\.org/anthology)/(?:[A-Z]/[A-Z]\d\d/)?"
                r"([A-Z]\d{2}-\d{4}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)"),
        ("pmid", r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed|europepmc\.org/(?:article|abstract)/med)"
                 r"/(?:\?term=)?(\d{1,9})(?!\d)"),
        ("pmcid", r"(?:ncbi\.nlm\.nih\.gov/(?:pmc/)?|europepmc\.org/(?:articles?/)?(?:pmc/)?)(?:articles/)?(PMC\d{3,9})(?!\d)"),
        ("openalex", r"openalex\.org/(?:works/|authors/|[a-z]+/)?([WASIFPTKCG]\d{3,12})(?!\d)"),
        ("orcid", r"orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])"),
        ("ror", r"ror\.org/(0[a-hj-km-np-tv-z0-9]{6}\d{2})(?![a-z0-9])"),
        ("s2", r"semanticscholar\.org/(?:paper|arxiv)/(?:[^/\s?#]+/)?([0-9a-f]{40})(?![0-9a-f])"),
        ("s2", r"semanticscholar\.org/CorpusID:?(\d{3,12})"),
        ("dblp", r"dblp\.(?:org|uni-trier\.de)/(?:db|rec)/(?:html/|bibtex/)?((?:conf|journals|books|phd|reference|series|tr)/[^\s?#]+?)"
                 r"(?:\.(?:html|xml|bib|rdf))?$"),
        ("handle", r"(?:hdl\.handle\.net|handle\.net)/(\d+(?:\.\d+)*/[^\s?#]+)"),
        ("isbn", r"(?:isbn(?:search\.org/isbn)?|books\.google\.[a-z.]+/books\?(?:[^#\s]*&)?vid=isbn)[:/]?(97[89]\d{10})(?!\d)"),
        ("openreview", r"openreview\.net/(?:pdf|forum)/([A-Za-z0-9_-]{8,16})(?:\.pdf)?$"),
    )
)  # fmt: skip
"""What the addresses of the known hosts hold. Source: the hosts' own URLs, listed by hand."""

_LABELLED: tuple[tuple[str, re.Pattern[str], tuple[str, ...], re.Pattern[str] | None], ...] = tuple(
    (scheme, re.compile(pattern, flags), needles, re.compile(hint[0]) if hint else None)
    for scheme, pattern, flags, needles, *hint in (
        ("arxiv", rf"\bar[Xx]iv(?:\s+(?:e-?print|preprint))?(?:\s*[:\s,]\s*|\s+ar[Xx]iv\s*:?\s*)(?:abs/)?"
                  rf"({_NEW_ARXIV}(?:v\d+)?|{_OLD_ARXIV}(?:v\d+)?)(?:\s*\[[a-z-]+(?:\.[A-Za-z-]+)?\])?", re.I | re.ASCII, ("arxiv",)),
        ("arxiv", rf"\b(?:corr[,\s]+)?abs/({_NEW_ARXIV}(?:v\d+)?|{_OLD_ARXIV}(?:v\d+)?)", re.I | re.ASCII, ("abs/",)),
        ("arxiv", rf"(?<![\w/.-])({_OLD_ARXIV}(?:v\d+)?)", re.ASCII, ("/",), r"/\d{7}"),
        ("acl", r"(?<![\w/.-])(\d{4}\.[a-z0-9_]+-(?:[a-z0-9_]*[a-z][a-z0-9_]*|\d)\.\d{1,4})(?![\w-])", re.ASCII, ("-",), r"\d{4}\.[a-z0-9_]+-"),
        ("acl", r"\bACL(?:\s+Anthology)?(?:\s+ID)?\s*[:\s]\s*([A-Z]\d{2}-\d{4})(?!\d)", re.ASCII, ("acl",)),
        ("pmcid", r"(?:\bPMCID\s*[:=]?\s*)?\b(PMC\s?\d{4,9})(?:\.\d)?(?!\d)", re.ASCII, ("pmc",)),
        ("pmid", r"\b(?:PMID|PubMed(?:\s+ID)?|MEDLINE)\s*[:=]?\s*(\d{1,9})(?!\d)", re.I | re.ASCII, ("pmid", "pubmed", "medline")),
        ("isbn", r"\bISBN(?:[- ]?1[03])?\s*[:=]?\s*((?:97[89][-– ]?)?\d{1,5}[-– ]?\d[-– \d]{4,12}[\dXx])(?!\d)", re.I | re.ASCII, ("isbn",)),
        ("isbn", r"(?<![\w./-])(97[89](?:[-– ]?\d){10})(?![\d-])", re.ASCII, ("97",), "97[89]"),
        ("issn", r"\b[ep]?-?ISSN(?:-L)?\s*[:=]?\s*(\d{4}[-–]?\d{3}[\dXx])(?!\d)", re.I | re.ASCII, ("issn",)),
        ("openreview", r"\bOpenReview(?:\s+ID)?\s*:\s*([A-Za-z0-9_-]{8,16})(?![A-Za-z0-9_-])", re.I | re.ASCII, ("openreview",)),
        ("orcid", r"(?:\bORCID(?:\s+iD)?\s*[:=]?\s*)?(?<![\d-])(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])(?![\d-])", re.I | re.ASCII, ("-",), r"\d{4}-\d{4}-\d{4}"),
        ("openalex", r"\bOpenAlex(?:\s+ID)?\s*:\s*([WASIFPTKCG]\d{3,12})(?!\d)", re.I | re.ASCII, ("openalex",)),
        ("ror", r"\bROR(?:\s+ID)?\s*:\s*(0[a-hj-km-np-tv-z0-9]{6}\d{2})(?![a-z0-9])", re.I | re.ASCII, ("ror",)),
        ("s2", r"\b(?:S2)?CorpusID\s*:\s*(\d{3,12})(?!\d)", re.I | re.ASCII, ("corpusid",)),
        ("handle", r"\bhdl:\s*(\d+(?:\.\d+)*/[^\s,;\"“”’»<>()]+)", re.I | re.ASCII, ("hdl",)),
        ("dblp", r"\bdblp:\s*((?:conf|journals|books|phd|reference|series|tr)/[^\s,;\"“”’»<>(){}]+)", re.I | re.ASCII, ("dblp",)),
        ("doi", r"(?<![\w/.])(doi\.org/10\.\d{4,9}/[^\s\"<>]+)", re.I | re.ASCII, ("doi.org/10",)),
    )
)  # fmt: skip
"""Labelled and bare forms. Source: registries' documentation (see `model.identifiers`); bare forms only where nothing
else looks so: an old arXiv id with its archive, a new ACL id, an ISBN-13 and an ORCID iD with a right check digit. The words
at the end (in lower case) are those without one of which the form cannot stand in a text: most texts hold none of them.
Where many do, a pattern follows that begins with a character of its own and so finds fast that the form is not there."""


def find_identifiers(text: str, *, urls: bool = True) -> list[FoundIdentifier]:
    """Gives the identifiers in a text in their order, without overlap; other URLs come as scheme `url`.

    An arXiv DOI is given as the DOI that stands there. The time is linear in the length of the text.

    Args:
        text: The text.
        urls: False leaves other URLs out.

    >>> [(str(f.identifier), f.start, f.end) for f in find_identifiers("see doi:10.1000/X1, arXiv:2407.02273v4.")]
    [('doi:10.1000/x1', 4, 18), ('arxiv:2407.02273v4', 20, 38)]
    """
    found = list(_dois(text)) if "10." in text else []
    rest = _masked(text, [(f.start, f.end) for f in found])
    addresses = list(_urls(rest, urls))
    found += [FoundIdentifier(start, end, known) for start, end, known in addresses if known]
    rest = _masked(rest, [(start, end) for start, end, _ in addresses])
    lower = rest.lower()
    for scheme, pattern, needles, hint in _LABELLED:
        if not _holds_one(lower, needles) or (hint and not hint.search(lower)):
            continue
        if more := list(_matches(rest, scheme, pattern)):
            found += more
            rest = _masked(rest, [(f.start, f.end) for f in more])
    return sorted(found, key=lambda f: f.start)


def _holds_one(text: str, needles: tuple[str, ...]) -> bool:
    for needle in needles:  # noqa: SIM110 - a loop, as this is asked for every form
        if needle in text:
            return True
    return False


def _masked(text: str, places: list[tuple[int, int]]) -> str:
    """The text with blanks in place of what was found, so that nothing is found twice."""
    if not places:
        return text
    pieces: list[str] = []
    position = 0
    for start, end in sorted(places):
        pieces += [text[position:start], " " * (end - start)]
        position = end
    return "".join(pieces) + text[position:]


def _dois(text: str) -> Iterator[FoundIdentifier]:
    position = 0
    while match := _DOI.search(text, position):
        before = text[max(position, match.start() - 160) : match.start()]
        if before[-1:].isdigit() or (before[-2:-1].isdigit() and before[-1:] == "."):
            position = match.end()
            continue
        address = _DOI_URL.search(before, before.rfind(" ") + 1)
        label = _DOI_LABEL.search(before, max(0, len(before) - LONGEST_LABEL)) if not address else None
        lead = address or label
        raw = _doi_body(match[0], in_url=bool(address) and "doi.org" not in (address[0].lower() if address else ""))
        position = match.start() + len(raw)
        identifier = Identifier.of("doi", raw.replace("\\_", "_").replace("\\", ""))
        if identifier:
            yield FoundIdentifier(match.start() - (len(lead[0]) if lead else 0), position, identifier)
        position = max(position, match.start() + 8)


def _doi_body(raw: str, *, in_url: bool) -> str:
    """The DOI without what follows it: markup, a second identifier, query, view of the page, punctuation."""
    if stop := _DOI_STOP.search(raw):
        raw = raw[: stop.start()]
    angle = "<" in raw or ">" in raw
    if angle and not ("(sici)" in raw.lower() or re.search(r"<\d+:+", raw)):
        raw = re.split(r"[<>]", raw, maxsplit=1)[0]
    if "?" in raw or (in_url and "#" in raw):
        raw = re.split(r"[?#]" if in_url else r"\?(?:\w+=|$)", raw, maxsplit=1)[0]
    if in_url:
        raw = _DOI_TAIL.sub("", raw)
    return _without_closing(raw)


_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}


def _without_closing(raw: str) -> str:
    """Cuts closing punctuation, and brackets that were not opened inside."""
    if raw[-1:].isalnum():
        return raw
    counts = {c: raw.count(c) for c in "()[]{}<>"}
    end = len(raw)
    while end:
        last = raw[end - 1]
        if last in _PAIRS and counts[last] > counts[_PAIRS[last]]:
            counts[last] -= 1
        elif last not in ".,;:'\"*_\\!…":
            break
        end -= 1
    return raw[:end]


def _urls(text: str, others: bool) -> Iterator[tuple[int, int, Identifier | None]]:
    """Gives place and identifier of every address; without one those of unknown hosts where these are not asked for."""
    if "://" not in text and "www." not in text.lower():
        return
    for match in _URL.finditer(text):
        raw = _without_closing(re.split(r"&(?:gt|lt|quot);|\]\(", match[0], maxsplit=1)[0])
        place = (match.start(), match.start() + len(raw))
        if not others and not _ANY_HOST.search(raw.lower()) and _ADDRESS.fullmatch(raw):
            yield *place, None
        elif identifier := _identifier_at(raw):
            yield *place, identifier


_ADDRESS = re.compile(r"(?:https?|ftp)://\S+|www\.(?!\S*://)\S+", re.IGNORECASE)
"""An address as `Identifier` takes it."""
_ANY_HOST = re.compile(
    "arxiv|ar5iv|huggingface|paperswithcode|lanl|openreview|aclanthology|aclweb|pubmed|ncbi|europepmc|openalex|orcid|ror"
    "|semanticscholar|dblp|handle|isbn"
)
"""Words one of which every pattern of `_HOSTS` holds: other addresses are told by one look."""


def _identifier_at(url: str) -> Identifier | None:
    lower = url.lower()
    if not _ANY_HOST.search(lower):
        return Identifier.of("url", url if "://" in url else f"https://{url}")
    for scheme, pattern in _HOSTS:
        if (match := pattern.search(url)) and (found := Identifier.of(cast(Scheme, scheme), match[1])):
            return found
    return Identifier.of("url", url if "://" in url else f"https://{url}")


def _matches(text: str, scheme: str, pattern: re.Pattern[str]) -> Iterator[FoundIdentifier]:
    for match in pattern.finditer(text):
        value = match[1].replace("–", "-").replace(" ", "") if scheme in ("isbn", "issn", "pmcid") else match[1]
        cut = _without_closing(value)
        identifier = Identifier.of(cast(Scheme, scheme), cut)
        if identifier:
            end = match.end() if cut == value else match.start(1) + len(cut)
            yield FoundIdentifier(match.start(), end, identifier)
