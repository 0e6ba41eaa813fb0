from __future__ import annotations

import pytest
from lxml import etree

from browser.library import OWNER
from pubtrack.errors import ConfigError
from pubtrack.model import Contributor, Fields, OpenAccess
from pubtrack.writers import Entry, LibraryView
from pubtrack.writers.site_data import SiteWork, site_works
from pubtrack.writers.site_meta import MOST_ADDRESSES, base_url, highwire_tags, sitemap


def _work(**fields: object) -> SiteWork:
    return site_works(LibraryView(works=(Entry("k", Fields(**fields)),), owner=OWNER))[0]


def test_an_article_has_the_tags_that_search_engines_read() -> None:
    work = _work(
        type="article-journal",
        title="On <i>trees</i>",
        author=(
            Contributor(family="Li", given="Wei", orcid="0000-0002-1825-0097", affiliation=("ETH Zürich",)),
            Contributor(literal="The Team"),
        ),
        container_title="Journal",
        volume="3",
        issue="4",
        page="10-20",
        issued="2024-05-06",
        publisher="ACM",
        language="en",
        keyword=("a", "b"),
        doi="10.1000/x",
        open_access=OpenAccess(url="https://example.org/x.pdf?a=1"),
    )
    assert highwire_tags(work, "https://a.org/works/k.html") == [
        ("citation_title", "On trees"),
        ("citation_author", "Li, Wei"),
        ("citation_author_institution", "ETH Zürich"),
        ("citation_author_orcid", "https://orcid.org/0000-0002-1825-0097"),
        ("citation_author", "The Team"),
        ("citation_publication_date", "2024/05/06"),
        ("citation_journal_title", "Journal"),
        ("citation_volume", "3"),
        ("citation_issue", "4"),
        ("citation_firstpage", "10"),
        ("citation_lastpage", "20"),
        ("citation_doi", "10.1000/x"),
        ("citation_publisher", "ACM"),
        ("citation_language", "en"),
        ("citation_keywords", "a"),
        ("citation_keywords", "b"),
        ("citation_pdf_url", "https://example.org/x.pdf?a=1"),
        ("citation_abstract_html_url", "https://a.org/works/k.html"),
    ]


@pytest.mark.parametrize(
    ("fields", "tag"),
    [
        ({"type": "thesis", "publisher": "ETH"}, ("citation_dissertation_institution", "ETH")),
        ({"type": "report", "publisher": "MIT"}, ("citation_technical_report_institution", "MIT")),
        ({"type": "paper-conference", "container_title": "P"}, ("citation_conference_title", "P")),
        ({"type": "paper-conference", "event_title": "E"}, ("citation_conference_title", "E")),
        ({"type": "chapter", "container_title": "B"}, ("citation_inbook_title", "B")),
        ({"type": "book", "editor": (Contributor(family="Roe"),)}, ("citation_editor", "Roe")),
    ],
)
def test_other_types_have_their_own_tags(fields: dict[str, object], tag: tuple[str, str]) -> None:
    assert tag in highwire_tags(_work(title="T", **fields))


def test_an_address_that_is_no_pdf_is_not_called_one() -> None:
    work = _work(title="T", open_access=OpenAccess(url="https://example.org/landing"))
    assert highwire_tags(work) == [("citation_title", "T")]
    assert highwire_tags(_work(title="T", open_access=OpenAccess(url="javascript:a.pdf"))) == [("citation_title", "T")]


def test_the_address_of_the_page_ends_in_a_slash() -> None:
    assert base_url(LibraryView(settings={"base_url": "https://a.org/~me"})) == "https://a.org/~me/"
    assert base_url(LibraryView()) is None


@pytest.mark.parametrize("url", ["javascript:x", "a.org", "ftp://a.org", "https://a.org/?q", "https://a.org/#x"])
def test_what_is_no_folder_on_the_web_is_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="base_url"):
        base_url(LibraryView(settings={"base_url": url}))


def test_the_sitemap_lists_every_page_up_to_its_limit() -> None:
    tree = etree.fromstring(sitemap("https://a.org/", ["b", "c"]).encode())
    assert tree.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    assert tree.xpath("//*[local-name()='loc']/text()") == [
        "https://a.org/", "https://a.org/works/b.html", "https://a.org/works/c.html",
    ]  # fmt: skip
    assert sitemap("https://a.org/", [str(n) for n in range(60_000)]).count("<loc>") == MOST_ADDRESSES
