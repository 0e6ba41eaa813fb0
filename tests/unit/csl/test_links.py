import pytest

from pubtrack.csl.links import add_links
from pubtrack.csl.runs import Run


def _link(bib_text: str, variable: str, before: str = "") -> list[tuple[str, str]]:
    from pubtrack.csl.runs import Role

    runs = ([Run(before)] if before else []) + [Run(bib_text, (), Role(variable))]
    return [(run.text, run.value("link")) for run in add_links(runs)]


@pytest.mark.parametrize(
    ("variable", "text", "target"),
    [
        ("URL", "https://a.org/x", "https://a.org/x"),
        ("URL", "www.a.org", "https://www.a.org"),
        ("DOI", "10.1000/xyz", "https://doi.org/10.1000/xyz"),
        ("DOI", "https://doi.org/10.1000/xyz", "https://doi.org/10.1000/xyz"),
        ("DOI", "10.1000/a<b>", "https://doi.org/10.1000/a%3Cb%3E"),
        ("PMID", "123", "https://pubmed.ncbi.nlm.nih.gov/123"),
        ("PMCID", "PMC9", "https://pmc.ncbi.nlm.nih.gov/articles/PMC9"),
    ],
)
def test_identifiers_become_links(variable, text, target):
    assert _link(text, variable) == [(text, target)]


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("URL", "javascript:alert(1)"),
        ("URL", "JaVaScRiPt:alert(1)"),
        ("URL", "data:text/html,x"),
        ("URL", "vbscript:x"),
        ("URL", "file:///etc/passwd"),
        ("DOI", "javascript:alert(1)"),
        ("DOI", "not a doi"),
        ("title", "https://a.org"),
        ("PMID", " "),
    ],
)
def test_what_is_not_safe_or_no_identifier_stays_text(variable, text):
    assert _link(text, variable) == [(text, "")]


def test_a_resolver_before_the_identifier_joins_the_link():
    target = "https://doi.org/10.1000/x"
    assert _link("10.1000/x", "DOI", ". https://doi.org/") == [
        (". ", ""),
        ("https://doi.org/", target),
        ("10.1000/x", target),
    ]
    assert _link("10.1000/x", "DOI", "https://doi.org/")[0] == ("https://doi.org/", target)
    assert _link("10.1000/x", "DOI", "doi: ")[0] == ("doi: ", "")
