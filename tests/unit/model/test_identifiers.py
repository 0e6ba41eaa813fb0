"""One form for each identifier, made at the door (ADR-0006)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pubtrack.model import (
    SCHEMES,
    Identifier,
    canonical_arxiv,
    canonical_doi,
    canonical_isbn,
    canonical_issn,
    canonical_orcid,
)
from pubtrack.model.identifiers import CANONICAL

EXAMPLES = {
    "doi": [("https://doi.org/10.1000/ABC", "10.1000/abc"), ("10.18653/v1/X.281.", "10.18653/v1/x.281")],
    "arxiv": [("arXiv:2407.02273v4", "2407.02273"), ("https://arxiv.org/abs/hep-th/9901001", "hep-th/9901001")],
    "openreview": [("https://openreview.net/forum?id=VEqPDZIDAh", "VEqPDZIDAh")],
    "acl": [("https://aclanthology.org/2025.findings-naacl.281/", "2025.findings-naacl.281"), ("p19-1001", "P19-1001")],
    "pmid": [("PMID: 031452104", "31452104"), ("https://pubmed.ncbi.nlm.nih.gov/31452104/", "31452104")],
    "pmcid": [("7029759", "PMC7029759"), ("PMC7029759.1", "PMC7029759")],
    "isbn": [("0-306-40615-2", "9780306406157"), ("ISBN 978-0-306-40615-7", "9780306406157")],
    "issn": [("ISSN 0028-0836", "0028-0836"), ("2434561x", "2434-561X")],
    "openalex": [("https://openalex.org/W2741809807", "W2741809807"), ("w2741809807", "W2741809807")],
    "s2": [("CorpusId: 215416146", "215416146")],
    "dblp": [("https://dblp.org/rec/conf/nips/PiattiJKSSM24.html", "conf/nips/PiattiJKSSM24")],
    "orcid": [("https://orcid.org/0000-0003-0238-9024", "0000-0003-0238-9024")],
    "ror": [("https://ror.org/03dbr7087", "03dbr7087")],
    "handle": [("https://hdl.handle.net/20.500.11850/713214", "20.500.11850/713214")],
    "europepmc": [("https://europepmc.org/article/PPR/123", "PPR:123"), ("PPR123", "PPR123")],
    "mag": [("mag:2741809807", "2741809807")],
    "url": [("HTTPS://Example.ORG/Path", "https://example.org/Path")],
}  # fmt: skip


@pytest.mark.parametrize(("scheme", "given_", "form"), [(s, a, b) for s, pairs in EXAMPLES.items() for a, b in pairs])
def test_each_scheme_has_one_form(scheme: str, given_: str, form: str) -> None:
    identifier = Identifier.of(scheme, given_)  # type: ignore[arg-type]
    assert identifier is not None
    assert identifier.value == form


def test_every_scheme_has_its_table_row_and_an_example() -> None:
    assert set(CANONICAL) == set(SCHEMES) == set(EXAMPLES)


@pytest.mark.parametrize(
    "costume",
    ["10.1000/ABC(2)x", "doi:10.1000/abc(2)X", "DOI: 10.1000/abc(2)x", "http://dx.doi.org/10.1000/abc(2)x",
     "https://doi.org/10.1000%2Fabc(2)x", "<https://doi.org/10.1000/abc(2)x>.", "(10.1000/abc(2)x)",
     "10.1000/abc(2)x,"],
)  # fmt: skip
def test_every_costume_of_one_doi_is_one_identifier(costume: str) -> None:
    assert canonical_doi(costume) == "10.1000/abc(2)x"


@pytest.mark.parametrize(
    ("canonical", "wrong"),
    [
        (canonical_orcid, "0000-0003-0238-9025"),
        (canonical_isbn, "978-0-306-40615-8"),
        (canonical_isbn, "0-306-40615-3"),
        (canonical_isbn, "977-0-306-40615-7"),
        (canonical_issn, "0028083"),
        (canonical_doi, "11.1000/abc"),
        (canonical_arxiv, "2407"),
        (canonical_orcid, "zero"),
    ],
)
def test_a_wrong_check_digit_is_refused(canonical, wrong: str) -> None:
    with pytest.raises(ValueError, match=r"not an? "):
        canonical(wrong)


@given(
    st.sampled_from(SCHEMES), st.none() | st.text() | st.integers() | st.booleans() | st.floats() | st.lists(st.text())
)
def test_any_text_is_an_identifier_or_nothing(scheme, dirt) -> None:
    identifier = Identifier.of(scheme, dirt)
    assert identifier is None or (identifier.scheme == scheme and identifier.value)


shaped = st.sampled_from(SCHEMES).flatmap(
    lambda scheme: st.tuples(st.just(scheme), st.from_regex(re.compile(
        {"doi": r"10\.[0-9]{4,6}/[!-~]{1,12}", "arxiv": r"[0-9]{4}\.[0-9]{5}(v[1-9])?", "url": r"https?://[a-zA-Z.]{1,9}/[!-~]*",
         "handle": r"[0-9]{3,6}/[!-~]{1,9}", "dblp": r"(conf|journals)/[a-z]{2,5}/[A-Za-z0-9]+"}.get(
            scheme, r"[A-Za-z0-9:/._-]{1,24}")), fullmatch=True))
)  # fmt: skip


@given(shaped)
def test_making_it_canonical_twice_changes_nothing(pair) -> None:
    scheme, text = pair
    first = Identifier.of(scheme, text)
    if first is not None:
        assert Identifier.of(scheme, first.value) == first.without_version
        assert Identifier.parse(str(first)) == first


def test_a_version_is_kept_beside_and_can_be_left_out() -> None:
    identifier = Identifier.parse("arxiv:2407.02273v4")
    assert (identifier.value, identifier.version, str(identifier)) == ("2407.02273", 4, "arxiv:2407.02273v4")
    assert identifier.without_version == Identifier.parse("arxiv:2407.02273")
    assert identifier.without_version.without_version is not None
    assert Identifier(scheme="arxiv", value="2407.02273", version=2).version == 2
    assert Identifier.of("doi", "10.48550/arXiv.2407.02273") == Identifier.parse("doi:10.48550/arxiv.2407.02273")
    assert canonical_arxiv("10.48550/arXiv.2407.02273v1") == "2407.02273v1"


def test_an_unknown_scheme_or_a_wrong_value_is_refused() -> None:
    for text in ("isni:0000", "doi:none", "doi"):
        with pytest.raises(ValidationError):
            Identifier.parse(text)
    with pytest.raises(ValidationError):
        Identifier.model_validate(7)


def test_files_hold_the_short_form() -> None:
    identifier = Identifier.parse("doi:10.1000/abc")
    assert identifier.model_dump_json() == '"doi:10.1000/abc"'
    assert repr(identifier) == "Identifier('doi:10.1000/abc')"


def test_an_address_where_there_is_one() -> None:
    assert Identifier.parse("doi:10.1000/abc").url == "https://doi.org/10.1000/abc"
    assert Identifier.parse("url:https://a.org/b").url == "https://a.org/b"
    assert Identifier.parse("issn:0028-0836").url is None
