"""Identifiers in one canonical form, so that equal things compare equal (ADR-0006)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal, Self, get_args
from urllib.parse import unquote

from pydantic import model_serializer, model_validator

from pubtrack.model.base import Frozen, Text

Scheme = Literal[
    "doi", "arxiv", "openreview", "acl", "pmid", "pmcid", "isbn", "issn", "openalex", "s2", "dblp", "orcid", "ror",
    "handle", "europepmc", "mag", "url",
]  # fmt: skip
SCHEMES: tuple[str, ...] = get_args(Scheme)

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_ARXIV = re.compile(
    r"(?P<id>\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[a-z]{2})?/\d{7})(?:v(?P<version>\d+))?", re.I | re.ASCII
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(?P<rest>.+)", re.I)
_ORCID = re.compile(r"(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])", re.ASCII)


def _after(text: str, *prefixes: str) -> str:
    """Gives the text without a leading label or resolver, whatever its case."""
    text = text.strip()
    for prefix in prefixes:
        if text.lower().startswith(prefix):
            return text[len(prefix) :].strip().lstrip("/")
    return text


def canonical_doi(text: str) -> str:
    """Gives the DOI in lower case without resolver, label or closing punctuation; ValueError where there is none.

    Source: DOI handbook 2.2 (case-insensitive); costumes as counted in real .bib files.

    >>> canonical_doi("https://dx.doi.org/10.1000/ABC%2FX.")
    '10.1000/abc/x'
    >>> canonical_doi("doi: 10.18653/v1/2025.findings-naacl.281")
    '10.18653/v1/2025.findings-naacl.281'
    """
    match = _DOI.search(unquote(text.strip()))
    if not match:
        raise ValueError(f"not a DOI: {text!r}")
    doi = match[0].lower().rstrip(".,;:'\"}>")
    for opening, closing in ("()", "[]"):
        while doi.endswith(closing) and doi.count(closing) > doi.count(opening):
            doi = doi[:-1].rstrip(".,;")
    if not _DOI.fullmatch(doi):  # nothing but punctuation stood behind the slash
        raise ValueError(f"not a DOI: {text!r}")
    return doi


def canonical_arxiv(text: str) -> str:
    """Gives the arXiv id in lower case with its version where stated; ValueError where there is none.

    Source: https://info.arxiv.org/help/arxiv_identifier.html (new ids since 2007, old `archive/YYMMNNN`;
    the subject class of an old id is no part of it).

    >>> canonical_arxiv("http://arxiv.org/pdf/2407.02273v4.pdf"), canonical_arxiv("arXiv:math.GT/0309136")
    ('2407.02273v4', 'math/0309136')
    """
    text = text.strip()
    if doi := _ARXIV_DOI.search(text):
        text = doi["rest"]
    found = list(_ARXIV.finditer(text))
    if not found:
        raise ValueError(f"not an arXiv id: {text!r}")
    bare = found[0]["id"].lower()
    archive, slash, number = bare.partition("/")
    bare = f"{archive.split('.')[0]}/{number}" if slash else bare
    return f"{bare}v{found[0]['version']}" if found[0]["version"] else bare


def canonical_orcid(text: str) -> str:
    """Gives the iD as `0000-0000-0000-000X` after checking its last digit; ValueError where it is wrong.

    Source: ISO 7064 MOD 11-2, https://support.orcid.org/hc/articles/360006897674.

    >>> canonical_orcid("https://orcid.org/0000-0003-0238-9024")
    '0000-0003-0238-9024'
    """
    match = _ORCID.search(text)
    if not match:
        raise ValueError(f"not an ORCID iD: {text!r}")
    digits = "".join(match.groups()).upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[-1] != ("X" if check == 10 else str(check)):
        raise ValueError(f"not an ORCID iD, its check digit is wrong: {text!r}")
    return "-".join(digits[i : i + 4] for i in range(0, 16, 4))


def canonical_isbn(text: str) -> str:
    """Gives an ISBN as 13 digits after checking its last one; ValueError where it is wrong.

    Source: ISBN Users' Manual, 7th edition, section 4 (check digits of ISBN-10 and ISBN-13).

    >>> canonical_isbn("0-306-40615-2"), canonical_isbn("979-8-89176-195-7")
    ('9780306406157', '9798891761957')
    """
    digits = re.sub(r"[^0-9X]", "", _after(text, "urn:isbn:", "isbn-13:", "isbn-10:", "isbn:", "isbn").upper())
    if len(digits) == 10 and "X" not in digits[:9]:
        values = [10 if d == "X" else int(d) for d in digits]
        if sum(w * v for w, v in zip(range(10, 0, -1), values, strict=True)) % 11 == 0:
            stem = "978" + digits[:9]
            check = -sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(stem)) % 10
            return f"{stem}{check}"
    is_ean = len(digits) == 13 and digits.isdigit() and digits[:3] in ("978", "979")
    if is_ean and sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0:
        return digits
    raise ValueError(f"not an ISBN: {text!r}")


def canonical_issn(text: str) -> str:
    """Gives an ISSN as `NNNN-NNNX`; ValueError where it is none.

    >>> canonical_issn("issn 0028-0836")
    '0028-0836'
    """
    match = re.search(r"(\d{4})-?(\d{3}[\dXx])(?!\d)", text, re.ASCII)
    if not match:
        raise ValueError(f"not an ISSN: {text!r}")
    return f"{match[1]}-{match[2].upper()}"


def _matching(pattern: str, change: Callable[[str], str] = str) -> Callable[[str], str]:
    compiled = re.compile(pattern, re.IGNORECASE | re.ASCII)

    def canonical(text: str) -> str:
        match = compiled.search(text.strip())
        if not match:
            raise ValueError(f"not an identifier of this scheme: {text!r}")
        return change(match[1])

    return canonical


def _canonical_url(text: str) -> str:
    text = text.strip()
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*://\S+", text, re.IGNORECASE):
        raise ValueError(f"not a URL: {text!r}")
    scheme, rest = text.split("://", 1)
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}://{host.lower()}{slash}{path}"


CANONICAL: dict[str, Callable[[str], str]] = {
    "doi": canonical_doi,
    "arxiv": canonical_arxiv,
    "orcid": canonical_orcid,
    "isbn": canonical_isbn,
    "issn": canonical_issn,
    "openreview": _matching(r"(?:^|id=|openreview:\s*)([A-Za-z0-9_-]{8,16})(?:$|&|#)"),
    "acl": _matching(
        r"(?:^|acl:\s*|aclanthology\.org/|aclweb\.org/anthology/|10\.18653/v1/)"
        r"((?:[A-Z]\d{2}-\d{1,4})|(?:\d{4}\.[a-z0-9_]+-[a-z0-9_]+(?:\.\d+)?))(?:\.pdf|\.bib|\.xml)?(?:/|v\d+)?(?:$|[?#])",
        lambda t: t.upper() if t[0].isalpha() else t.lower(),
    ),
    "pmid": _matching(r"(?:^|pmid:?\s*|pubmed(?:\.ncbi\.nlm\.nih\.gov)?/|MED/)0*([1-9]\d{0,8})(?:/|\.0)?$"),
    "pmcid": _matching(r"(?:^|PMC)0*([1-9]\d{0,8})(?:\.\d+)?/?$", lambda t: f"PMC{t}"),
    "openalex": _matching(r"(?:^|openalex\.org/(?:works/)?|openalex:\s*)([WASIFPTKCG]\d+)/?$", str.upper),
    "s2": _matching(r"(?:^|/|s2:\s*)([0-9a-f]{40}|(?:CorpusId:\s*)?\d+)$", lambda t: t.split(":")[-1].strip().lower()),
    "dblp": _matching(r"(?:^|dblp:\s*|/rec/)((?:[a-z]+)/[^\s?#]+?)(?:\.(?:html|xml|bib|rdf))?$"),
    "ror": _matching(r"(?:^|ror\.org/|ror:\s*)(0[a-hj-km-np-tv-z0-9]{6}\d{2})/?$", str.lower),
    "handle": _matching(r"(?:^|hdl\.handle\.net/|handle\.net/|hdl:\s*)(\d+(?:\.\d+)*/\S+)$", lambda t: t.rstrip(".,;")),
    "europepmc": _matching(
        r"(?:^|/)((?:MED|PMC|PPR|AGR|CBA|CTX|ETH|HIR|PAT)[/:]\S+|PPR\d+)$", lambda t: t.replace("/", ":")
    ),
    "mag": _matching(r"(?:^|mag:\s*)(\d+)$"),
    "url": _canonical_url,
}
"""How each scheme is brought to its one form. The patterns are those of the registries' own documentation."""


class Identifier(Frozen):
    """One identifier of a work, person or organisation, canonical; `str()` gives `scheme:value`.

    >>> Identifier.parse("doi:10.1000/ABC"), Identifier(scheme="arxiv", value="2407.02273v4").version
    (Identifier('doi:10.1000/abc'), 4)
    """

    scheme: Scheme
    value: Text
    """In canonical form; for arXiv without the version."""
    version: int | None = None
    """The version that was named (arXiv `v4`), if one was."""

    @model_validator(mode="before")
    @classmethod
    def _canonical(cls, data: Any) -> Any:
        if isinstance(data, str):
            scheme, _, value = data.partition(":")
            data = {"scheme": scheme, "value": value}
        if not isinstance(data, dict) or data.get("scheme") not in CANONICAL or not isinstance(data.get("value"), str):
            return data
        value = CANONICAL[data["scheme"]](data["value"])
        if data["scheme"] == "arxiv" and (match := re.fullmatch(r"(.+)v(\d+)", value)):
            return {"version": int(match[2]), **data, "value": match[1]}
        return {**data, "value": value}

    @model_serializer
    def _as_text(self) -> str:
        return str(self)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads `scheme:value`; ValueError where the scheme is unknown or the value is not of it."""
        return cls.model_validate(text)

    @classmethod
    def of(cls, scheme: Scheme, text: Any) -> Self | None:
        """Gives the identifier, or None where the value (of any type) is not of that scheme: sources send dirt."""
        if not isinstance(text, (str, int)) or isinstance(text, bool):
            return None
        try:
            return cls(scheme=scheme, value=str(text))
        except ValueError:
            return None

    @property
    def url(self) -> str | None:
        """Where the thing can be seen, or None for a scheme that has no address."""
        template = _ADDRESSES.get(self.scheme)
        return template.format(self.value) if template else None

    @property
    def without_version(self) -> Self:
        """The same identifier, naming no version."""
        return self.model_copy(update={"version": None}) if self.version else self

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}" + (f"v{self.version}" if self.version else "")

    def __repr__(self) -> str:
        return f"Identifier({str(self)!r})"


_ADDRESSES = {
    "doi": "https://doi.org/{}",
    "arxiv": "https://arxiv.org/abs/{}",
    "openreview": "https://openreview.net/forum?id={}",
    "acl": "https://aclanthology.org/{}/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    "openalex": "https://openalex.org/{}",
    "s2": "https://www.semanticscholar.org/paper/{}",
    "dblp": "https://dblp.org/rec/{}",
    "orcid": "https://orcid.org/{}",
    "ror": "https://ror.org/{}",
    "handle": "https://hdl.handle.net/{}",
    "url": "{}",
}
"""Source: the resolvers' own documentation, as named in the API reference of each source module."""
