"""Identifiers in running text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counting import no_hang
from guarding import never_rules_out
from pubtrack.markup import identifiers
from pubtrack.markup.identifiers import find_identifiers

COSTUMES = [
    ("https://doi.org/10.18653/v1/2025.findings-naacl.281", "doi:10.18653/v1/2025.findings-naacl.281"),
    ("http://dx.doi.org/10.1000/ABC", "doi:10.1000/abc"),
    ("doi:10.1000/abc", "doi:10.1000/abc"),
    ("DOI 10.1000/abc", "doi:10.1000/abc"),
    ("10.1000/abc", "doi:10.1000/abc"),
    ("https://dx.doi.org/10.1000%2Fabc%28x%29", "doi:10.1000/abc(x)"),
    (
        "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
        "doi:10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o",
    ),
    ("https://onlinelibrary.wiley.com/doi/full/10.1002/xyz.123", "doi:10.1002/xyz.123"),
    ("10.1007/978-3-319\\_12", "doi:10.1007/978-3-319_12"),
    ("arXiv:2407.02273v4", "arxiv:2407.02273v4"),
    ("arXiv preprint arXiv:2407.02273", "arxiv:2407.02273"),
    ("CoRR abs/1706.03762", "arxiv:1706.03762"),
    ("hep-th/9901001v2", "arxiv:hep-th/9901001v2"),
    ("math.GT/0309136", "arxiv:math/0309136"),
    ("https://arxiv.org/pdf/2407.02273v2.pdf", "arxiv:2407.02273v2"),
    ("https://openreview.net/forum?id=VEqPDZIDAh&noteId=1", "openreview:VEqPDZIDAh"),
    ("https://aclanthology.org/2025.findings-naacl.281/", "acl:2025.findings-naacl.281"),
    ("https://www.aclweb.org/anthology/P18-1001", "acl:P18-1001"),
    ("2025.acl-long.12", "acl:2025.acl-long.12"),
    ("PMID: 1234567", "pmid:1234567"),
    ("PMC7654321", "pmcid:PMC7654321"),
    ("ISBN 978-0-306-40615-7", "isbn:9780306406157"),
    ("ISBN: 0306406152", "isbn:9780306406157"),
    ("ISSN 0028-0836", "issn:0028-0836"),
    ("hdl:1721.1/12345", "handle:1721.1/12345"),
    ("https://openalex.org/W2741809807", "openalex:W2741809807"),
    ("0000-0003-0238-9024", "orcid:0000-0003-0238-9024"),
    ("https://ror.org/042nb2s44", "ror:042nb2s44"),
    ("https://dblp.org/rec/conf/nips/VaswaniSPUJGKP17.html", "dblp:conf/nips/VaswaniSPUJGKP17"),
    (
        "https://www.semanticscholar.org/paper/x/204e3073870fae3d05bcbc2f6a8e263d9b72e776",
        "s2:204e3073870fae3d05bcbc2f6a8e263d9b72e776",
    ),
    ("www.example.org/a_(b)", "url:https://www.example.org/a_(b)"),
]


@pytest.mark.parametrize(("costume", "identifier"), COSTUMES)
@pytest.mark.parametrize("around", ["{}", "({}).", "see {}, and", "“{}”;", "<{}>", "\n{}\n"])
def test_every_costume_is_found_where_it_stands(costume: str, identifier: str, around: str) -> None:
    text = around.format(costume)
    (found,) = find_identifiers(text)
    assert str(found.identifier) == identifier
    assert text[found.start : found.end] == costume


@pytest.mark.parametrize(
    "text",
    [
        "",
        "110.1000/x5",
        "version 1.10.2345/abc",
        "Table 10.1",
        "P18-1001",
        "12345678",
        "2407.02273",
        "978-0-306-40615-8",
        "0000-0003-0238-9025",
        "https://",
        "a@b.org",
    ],
)
def test_what_only_looks_like_an_identifier_is_left_alone(text: str) -> None:
    assert not [f for f in find_identifiers(text) if f.identifier.scheme != "url"]


def test_markup_around_a_doi_is_no_part_of_it() -> None:
    text = "&lt;10.1000/abc&gt; [10.1000/ab](https://doi.org/10.1000/ab) 10.1000/a,10.1000/b 10.1000/x?casa_token=1"
    assert [f.identifier.value for f in find_identifiers(text)] == [
        "10.1000/abc",
        "10.1000/ab",
        "10.1000/ab",
        "10.1000/a",
        "10.1000/b",
        "10.1000/x",
    ]


def test_the_version_of_a_biorxiv_page_is_no_part_of_its_doi() -> None:
    (found,) = find_identifiers("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v1.full.pdf")
    assert found.identifier.value == "10.1101/2020.01.01.123456"


@given(st.lists(st.sampled_from([c for c, _ in COSTUMES] + ["words", "(", ")", ",", "\n", "é"]), max_size=12))
def test_finds_are_ordered_apart_and_inside(parts: list[str]) -> None:
    text = " ".join(parts)
    found = find_identifiers(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= f.start < f.end <= len(text) for f in found)


@given(st.text(max_size=300))
def test_any_text_is_searched(text: str) -> None:
    assert find_identifiers(text) == find_identifiers(text)


@pytest.mark.parametrize(
    "junk",
    [
        "https://",
        "10.1000/",
        "10.1000/((((",
        "arxiv ",
        "ISBN 978-1-1",
        "www.",
        "doi ",
        "10.1000/](",
        "10.1000.1.1.1",
        "abs/",
        "a/",
    ],
)
def test_time_grows_with_length_only(junk: str) -> None:
    with no_hang():
        find_identifiers(junk * (1_000_000 // len(junk)))


@pytest.mark.parametrize("form", identifiers._LABELLED, ids=lambda form: form[0])
def test_a_labelled_form_is_looked_for_wherever_it_stands(
    form: tuple[str, re.Pattern[str], tuple[str, ...], re.Pattern[str] | None],
) -> None:
    _, pattern, needles, hint = form

    def looked_for(text: str) -> bool:
        lower = text.lower()
        return identifiers._holds_one(lower, needles) and (hint is None or hint.search(lower) is not None)

    never_rules_out(looked_for, pattern, folded=False)


def test_other_addresses_may_be_left_out() -> None:
    text = (
        "see https://example.org/10.1000/x, www.example.org/2407.02273, https://arxiv.org/abs/2407.02273 and PMID 12345"
    )
    told = [str(f.identifier) for f in find_identifiers(text)]
    known = [str(f.identifier) for f in find_identifiers(text, urls=False)]
    assert known == [identifier for identifier in told if not identifier.startswith("url:")]
    assert {"arxiv:2407.02273", "pmid:12345"} <= set(known)
