from __future__ import annotations

import lxml.html

from cv_library import VIEW, assert_calm, assert_golden, hostile_view, with_settings
from pubtrack.writers.cv_html import write_cv_html
from pubtrack.writers.view import LibraryView


def test_the_cv_is_as_reviewed() -> None:
    assert_golden("cv-html", write_cv_html(VIEW))


def test_numbers_and_language() -> None:
    page = lxml.html.document_fromstring(write_cv_html(with_settings(numbered=True, locale="de-DE")))
    assert page.get("lang") == "de-DE"
    assert page.xpath("//ol/li/@value") == ["1", "2", "3", "4", "5"]


def test_an_empty_library_is_a_page() -> None:
    assert "<h1>Publications</h1>" in write_cv_html(LibraryView())


def test_nothing_hostile_becomes_markup() -> None:
    text = write_cv_html(hostile_view())
    assert_calm(text)
    page = lxml.html.document_fromstring(text)
    assert page.xpath("//script | //img | //iframe | //@onerror") == []
    assert {str(a).split(":")[0] for a in page.xpath("//a/@href")} <= {"https", "http"}
    assert len(page.xpath("//h1")) == 1
    assert "<script>alert(1)</script>" in page.text_content()


def test_the_page_asks_for_nothing_outside() -> None:
    page = lxml.html.document_fromstring(write_cv_html(VIEW))
    assert page.xpath("//link | //script | //@src") == []
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
