from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from lxml import html

from browser.library import ATTACKS, career, hostile, large
from pubtrack.errors import ConfigError, NotFoundError
from pubtrack.model import Award, Fields, Identifier, Notice, Provenance, Work
from pubtrack.writers import WRITERS, Entry, LibraryView
from pubtrack.writers.site import write_site

VIEWS = {"career": career(), "hostile": hostile(), "empty": LibraryView(), "bare": LibraryView.of([Fields()])}


@pytest.fixture(scope="module", params=sorted(VIEWS))
def site(request: pytest.FixtureRequest) -> Mapping[str, str]:
    return write_site(VIEWS[request.param])


def _pages(site: Mapping[str, str]) -> dict[str, html.HtmlElement]:
    return {name: html.document_fromstring(text) for name, text in site.items() if name.endswith(".html")}


def test_the_same_library_gives_the_same_bytes() -> None:
    assert write_site(career()) == write_site(career())


def test_files_are_text_with_lf_and_names_that_every_disk_takes(site: Mapping[str, str]) -> None:
    for name, text in site.items():
        assert re.fullmatch(r"[A-Za-z0-9_./-]{1,120}", name)
        assert ".." not in name
        text.encode()
        assert "\r" not in text
        assert text.endswith("\n") or name == "publications.bib"
    assert len({name.lower() for name in site}) == len(site)


def test_nothing_is_asked_from_elsewhere(site: Mapping[str, str]) -> None:
    for name, page in _pages(site).items():
        root = "" if name == "index.html" else "../"
        loaded = [
            *page.xpath("//script/@src"),
            *page.xpath("//link[@rel='stylesheet']/@href"),
            *page.xpath("//img/@src"),
        ]
        assert sorted(loaded) == [f"{root}assets/site.css", f"{root}assets/site.js"]
    assert not re.search(r"url\(|@import|https?:", site["assets/site.css"])
    assert not re.search(r"https?:|fetch\(|XMLHttp|eval\(", site["assets/site.js"])


def test_the_security_policy_has_nothing_to_refuse(site: Mapping[str, str]) -> None:
    for page in _pages(site).values():
        policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert len(policy) == 1
        assert "unsafe" not in policy[0]
        assert page.xpath("//script[not(@src) and not(@type='application/ld+json')] | //style | //*[@style]") == []
        attributes = {str(attribute) for element in page.iter() for attribute in element.attrib}
        assert not {attribute for attribute in attributes if attribute.startswith("on")}
        links = [str(link).lower() for link in page.xpath("//@href | //@src")]
        assert not [link for link in links if link.startswith(("javascript", "vbscript", "data:text"))]


def test_every_link_inside_the_page_leads_somewhere(site: Mapping[str, str]) -> None:
    pages = _pages(site)
    for name, page in pages.items():
        for link in map(str, page.xpath("//a/@href | //link[not(@rel='icon')]/@href")):
            if "://" in link:
                continue
            path, _, anchor = link.partition("#")
            target = name if not path else path.removeprefix("../")
            assert target in site
            assert not anchor or pages[target].xpath("//*[@id=$id]", id=anchor)


def test_ids_are_unique(site: Mapping[str, str]) -> None:
    for page in _pages(site).values():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))


def test_hostile_texts_are_shown_as_they_are() -> None:
    page = _pages(write_site(hostile()))["index.html"]
    titles = [title.text_content() for title in page.xpath("//h4")]
    assert set(titles) == {
        attack.replace("\u202e", "").replace("\u202d", "").replace("\u2066", "") for attack in ATTACKS
    }
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page.text_content())


def test_pages_carry_what_machines_read() -> None:
    for page in _pages(write_site(hostile())).values():
        for script in page.xpath("//script[@type='application/ld+json']"):
            assert json.loads(script.text)["@context"] == "https://schema.org"
    page = _pages(write_site(career()))["works/marked.html"]
    assert page.xpath("//meta[@name='citation_doi']/@content") == ["10.1000/w.0"]
    data = json.loads(page.xpath("//script[@type='application/ld+json']")[0].text)
    assert (data["@type"], data["award"]) == ("ScholarlyArticle", ["Best Paper Award, NeurIPS, 2024"])


def test_the_list_is_complete_without_scripts() -> None:
    site = write_site(career())
    page = _pages(site)["index.html"]
    assert len(page.xpath("//li[contains(@class, 'work')]")) == 14
    assert page.xpath("//*[@id='filters']/@hidden") == [""]
    assert "Cold fusion in a cup of tea" in page.text_content()
    assert "Early Career Fellowship, Royal Society, 2023" in page.text_content()


def test_a_retraction_is_told_with_its_reason() -> None:
    notice = Notice(
        type="retraction",
        date="2025-03",
        identifier=Identifier.parse("doi:10.1000/notice"),
        stated_by="publisher",
        reason="made up",
    )
    page = _pages(write_site(LibraryView(works=(Entry("k", Fields(title="T", notices=(notice,))),))))["works/k.html"]
    (shown,) = page.find_class("notice")
    assert shown.text_content() == "Retraction, March 2025, stated by publisher: made up (notice)"
    assert shown.xpath(".//a/@href") == ["https://doi.org/10.1000/notice"]


def test_the_frame_of_500_works_is_light() -> None:
    # The frame is what no work puts there: measured as the page of no work, its style sheet and its script.
    empty = write_site(LibraryView())
    frame = sum(len(empty[name].encode()) for name in ("index.html", "assets/site.css", "assets/site.js"))
    assert frame < 50_000
    site = write_site(large(500))
    shown = html.document_fromstring(site["index.html"])
    for element in shown.xpath("//li | //option"):
        element.clear()
    assert len(html.tostring(shown)) + frame < 150_000


@pytest.mark.parametrize(
    ("type", "genre", "shown"),
    [("thesis", "PhD thesis", "Thesis · PhD thesis"), ("article", "preprint", "Preprint"), ("book", None, "Book")],
)
def test_the_kind_of_a_work_is_said_once(type: str, genre: str | None, shown: str) -> None:
    view = LibraryView(works=(Entry("k", Fields(type=type, genre=genre, title="T")),))
    page = _pages(write_site(view))["works/k.html"]
    assert page.xpath("//dt[text()='Type']/following-sibling::dd[1]/text()") == [shown]


def test_an_address_brings_sitemap_and_canonical_links() -> None:
    assert "sitemap.xml" not in write_site(career())
    view = LibraryView(works=career().works, settings={"base_url": "https://a.org/me", "styles": ["apa"]})
    site = write_site(view)
    assert "<loc>https://a.org/me/works/marked.html</loc>" in site["sitemap.xml"]
    assert _pages(site)["works/marked.html"].xpath("//link[@rel='canonical']/@href") == [
        "https://a.org/me/works/marked.html"
    ]
    assert [name for name in site if name.startswith("data/")] == ["data/bibtex.js", "data/apa.js"]


def test_the_day_of_the_newest_statement_is_shown() -> None:
    seen = Provenance(source="crossref", retrieved_at=datetime(2025, 6, 7, tzinfo=UTC))
    view = LibraryView(works=(Work(key="k", title="T", provenance={"title": seen}),))
    assert _pages(write_site(view))["index.html"].xpath("//footer//time/@datetime") == ["2025-06-07"]


def test_an_award_without_a_work_names_who_shared_it() -> None:
    people = tuple(f"Person {n}" for n in range(7))
    view = LibraryView(awards=(Award(id="a", name="Prize", recipients=people, verified="self-reported"),))
    text = _pages(write_site(view))["index.html"].text_content()
    assert "Prize (self-reported)with Person 0, Person 1, Person 2, Person 3, Person 4 and 2 more" in text


def test_an_award_links_to_its_page_and_to_nothing_that_runs() -> None:
    awards = tuple(Award(id=url, name=url, url=url) for url in ("https://a.org/prize", "javascript:x"))
    page = _pages(write_site(LibraryView(awards=awards)))["index.html"]
    assert page.xpath("//ul[@class='prizes']//a/@href") == ["https://a.org/prize"]


def test_a_library_without_works_offers_no_search() -> None:
    page = _pages(write_site(LibraryView()))["index.html"]
    assert page.xpath("//form") == []
    assert "No publications yet." in page.text_content()


def test_wrong_settings_are_told() -> None:
    with pytest.raises(ConfigError):
        write_site(LibraryView(settings={"base_url": "nowhere"}))
    with pytest.raises(NotFoundError):
        write_site(LibraryView(settings={"styles": ["nothing-like-it"]}))


def test_page_and_feed_are_formats() -> None:
    assert WRITERS["feed"].write(LibraryView()).startswith("<?xml")
    assert "index.html" in WRITERS["site"].write(LibraryView())


def test_a_list_of_authors_that_is_known_to_go_on_says_so() -> None:
    fields = Fields(title="T", author=({"family": "Li", "given": "Ana"},), custom={"and-others": "author"})
    site = write_site(LibraryView(works=(Entry("k", fields),)))
    assert "<bdi>Ana Li</bdi> and others" in site["index.html"]
    assert "<bdi>Ana Li</bdi> and others" in site["works/k.html"]
