"""Values of BibTeX entries."""

from __future__ import annotations

import pytest

from pubtrack.readers.bibtex_values import (
    date_of,
    identifiers_of,
    issued_of,
    keywords_of,
    language_of,
    pages_of,
    people_of,
    url_of,
)


@pytest.mark.parametrize(
    ("values", "date", "beyond"),
    [
        ({"year": "2024"}, "2024", []),
        ({"year": "2024", "month": "July"}, "2024-07", []),
        ({"year": "2024", "month": "jul"}, "2024-07", []),
        ({"year": "2024", "month": "7"}, "2024-07", []),
        ({"year": "2024", "month": "7", "day": "4"}, "2024-07-04", []),
        ({"year": "2024", "month": "July 4"}, "2024-07-04", []),
        ({"year": "2024", "month": "4 July"}, "2024-07-04", []),
        ({"year": "2024", "month": "4\u00a0July"}, "2024-07-04", []),
        ({"year": "2024", "month": "July--August"}, "2024-07", ["month"]),
        ({"year": "2024", "month": "Michaelmas"}, "2024", ["month"]),
        ({"year": "2024", "month": "Feb", "day": "31"}, "2024-02", ["day"]),
        ({"year": "2024", "month": "Feb 31"}, "2024-02", ["month"]),
        ({"year": "2024", "day": "4"}, "2024", ["day"]),
        ({"year": "1998--2000"}, "1998/2000", ["year"]),
        ({"year": "1998--99"}, "1998/1999", ["year"]),
        ({"year": "c. 1850"}, "1850~", ["year"]),
        ({"year": "[1850]"}, "1850~", ["year"]),
        ({"year": "1985a"}, "1985", ["year"]),
        ({"year": "2001 (reprint)"}, "2001", ["year"]),
        ({"year": "May 2001", "month": "jun"}, "2001-05", ["year", "month"]),
        ({"year": "in press"}, "in press", []),
        ({"year": "0"}, "0", []),
        ({"date": "2024-07-04"}, "2024-07-04", []),
        ({"date": "2024-07/2024-08", "year": "2024"}, "2024-07/2024-08", []),
        ({"date": "2024-21"}, "2024-21", []),
        ({"date": "2024", "year": "2023"}, "2024", ["year"]),
        ({"date": "Jan", "year": "1937"}, "1937", ["date"]),
        ({"date": "4 July 2024"}, "2024-07-04", ["date"]),
        ({"date": "soon"}, "soon", []),
        ({"month": "jul"}, None, ["month"]),
        ({}, None, []),
    ],
)
def test_a_date_says_what_it_can_and_names_what_says_more(
    values: dict[str, str], date: str | None, beyond: list[str]
) -> None:
    issued, more = issued_of(values)
    assert (str(issued) if issued else None, more) == (date, beyond)


def test_other_dates_are_read_like_it() -> None:
    assert str(date_of("2020-05-12")) == "2020-05-12"
    assert str(date_of("12 May 2020")) == "2020-05-12"
    assert date_of(" ") is None


@pytest.mark.parametrize(
    ("value", "url"),
    [
        (r"\url{http://x.org/a}", "http://x.org/a"),
        (r"http://x.org/a\_b\%20\&c", "http://x.org/a_b%20&c"),
        (r"http://x.org/$\sim$me", "http://x.org/~me"),
        (r"http://x.org/{\~{}}me", "http://x.org/~me"),
        (r"http://x.org/\~{}me", "http://x.org/~me"),
        ("<http://x.org>", "http://x.org"),
        ("{http://x.org}", "http://x.org"),
        (r"\href{http://x.org}{words}", "http://x.org"),
        (r"http://x.org/\odd", "http://x.org/odd"),
    ],
)
def test_addresses_lose_their_latex(value: str, url: str) -> None:
    assert url_of(value) == url


@pytest.mark.parametrize(
    ("raw", "found", "used"),
    [
        ({"doi": r"10.1000/a\_b"}, ["doi:10.1000/a_b"], {"doi"}),
        ({"doi": "https://doi.org/10.1000/x"}, ["doi:10.1000/x"], {"doi"}),
        ({"doi": "none"}, [], set()),
        ({"isbn": "0-306-40615-2, 9798891761957"}, ["isbn:9780306406157", "isbn:9798891761957"], {"isbn"}),
        ({"isbn": "0-306-40615-2 (paper), bad"}, ["isbn:9780306406157"], set()),
        ({"isbn": "0012-9658"}, ["issn:0012-9658"], {"isbn"}),
        ({"issn": "0028-0836 1476-4687"}, ["issn:0028-0836", "issn:1476-4687"], {"issn"}),
        ({"eprint": "2407.02273v4", "archiveprefix": "arXiv"}, ["arxiv:2407.02273v4"], {"eprint", "archiveprefix"}),
        ({"eprint": "2407.02273"}, ["arxiv:2407.02273"], {"eprint"}),
        ({"eprint": "31452104", "eprinttype": "pubmed"}, ["pmid:31452104"], {"eprint", "eprinttype"}),
        ({"eprint": "x", "eprinttype": "jstor"}, [], set()),
        ({"journal": "arXiv preprint arXiv:1706.03762"}, ["arxiv:1706.03762"], set()),
        ({"volume": "abs/1706.03762"}, ["arxiv:1706.03762"], set()),
        (
            {"url": "https://aclanthology.org/P18-1001/"},
            ["acl:P18-1001", "url:https://aclanthology.org/P18-1001/"],
            {"url"},
        ),
        ({"url": "https://doi.org/10.1000/a%5C_b"}, ["doi:10.1000/a_b", "url:https://doi.org/10.1000/a%5C_b"], {"url"}),
        ({"url": "http://a.org http://b.org"}, ["url:http://a.org", "url:http://b.org"], {"url"}),
        ({"url": "http://a.org and more"}, ["url:http://a.org"], set()),
        ({"howpublished": r"\url{http://a.org/x}"}, ["url:http://a.org/x"], {"howpublished"}),
        ({"howpublished": "On paper"}, [], set()),
        ({"identifiers": "mag:12 doi:10.1000/x, odd"}, ["doi:10.1000/x", "mag:12"], set()),
    ],
)
def test_identifiers_are_found_where_people_write_them(raw: dict[str, str], found: list[str], used: set[str]) -> None:
    identifiers, names = identifiers_of(raw)
    assert [str(i) for i in identifiers] == found
    assert names & raw.keys() - {"identifiers"} == used


def test_people_of_every_kind() -> None:
    people, others = people_of(
        r"van Gogh, Vincent and {NASA \& ESA} and King, Jr., Martin and G{\"o}del, Kurt and et al."
    )
    assert [p.sort_name for p in people] == ["van Gogh, Vincent", "NASA & ESA", "King, Martin, Jr.", "Gödel, Kurt"]
    assert others


@pytest.mark.parametrize("value", ["", "{}", ",", "{} and {}"])
def test_nobody_is_nobody(value: str) -> None:
    assert people_of(value) == ((), False)


def test_the_extended_name_format_is_understood() -> None:
    (person,), _ = people_of("family=Gogh, given=Vincent, prefix=van, useprefix=false")
    assert (person.family, person.given, person.dropping_particle) == ("Gogh", "Vincent", "van")


def test_a_name_of_particles_alone_is_a_family_name() -> None:
    (person,), _ = people_of("van, Vincent")
    assert person.family == "van"


def test_lists_pages_and_languages() -> None:
    assert keywords_of("a; b, c; a;") == ("a", "b, c")
    assert keywords_of("a, b") == ("a", "b")
    assert pages_of("12 -- 19") == "12-19"
    assert language_of("ngerman") == "de"
    assert language_of("en-US") == "en-US"


def test_a_year_with_a_month_is_no_span_back_in_time() -> None:
    assert str(issued_of({"year": "2020-03"})[0]) == "2020-03"
    assert str(issued_of({"year": "2010-11"})[0]) == "2010/2011"
