from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from cv_library import assert_calm, assert_golden, hostile_view
from form_library import FORM_VIEW, form_view
from pubtrack.model import Fields
from pubtrack.writers.biosketch import OTHERS, PRODUCTS, RELATED, write_nih_biosketch, write_nsf_biosketch
from pubtrack.writers.view import Entry, LibraryView

BOTH = pytest.mark.parametrize("write", [write_nih_biosketch, write_nsf_biosketch])


def _listed(text: str) -> tuple[list[str], list[str]]:
    first = text.partition(RELATED)[2].partition(OTHERS)[0]
    second = text.partition(OTHERS)[2].partition("## Check")[0]
    return tuple([line for line in part.splitlines() if line[:1].isdigit()] for part in (first, second))  # type: ignore[return-value]


def test_the_lists_are_as_reviewed() -> None:
    assert_golden("nih-biosketch", write_nih_biosketch(form_view(related=("marlowe2025fog", "okoro2022buoys"))))
    assert_golden("nsf-biosketch", write_nsf_biosketch(FORM_VIEW))


@BOTH
def test_each_list_holds_five_at_most_and_nothing_twice(write) -> None:  # type: ignore[no-untyped-def]
    first, second = _listed(write(FORM_VIEW))
    assert (len(first), len(second)) == (PRODUCTS, 4)
    assert len({line.partition(". ")[2] for line in first + second}) == 9


@BOTH
def test_only_what_the_person_calls_related_is_called_related(write) -> None:  # type: ignore[no-untyped-def]
    first, second = _listed(write(form_view(related=["okoro2022buoys"])))
    assert len(first) == 1
    assert "Buoys" in first[0]
    assert "Tides" in second[0]
    assert "does not know your project" not in write(form_view(related=["okoro2022buoys"]))
    assert "does not know your project" in write(FORM_VIEW)


@BOTH
def test_retracted_works_and_talks_are_no_products(write) -> None:  # type: ignore[no-untyped-def]
    text = write(FORM_VIEW)
    assert "did not hold" not in text
    assert "A talk" not in text
    assert "marlowe2021gone" in text


def test_each_journal_article_has_its_pmcid_or_a_blank() -> None:
    lines = [line for part in _listed(write_nih_biosketch(FORM_VIEW)) for line in part]
    by_title = {title: line for title in ("Fog", "Tides of", "Buoys") for line in lines if title in line}
    assert "PMC9000001" in by_title["Fog"]
    assert "PMID" in by_title["Fog"]
    assert "fill in: PMCID" in by_title["Tides of"]
    assert "fill in" not in by_title["Buoys"]


def test_the_pmcid_of_another_version_counts() -> None:
    works = (
        Entry("a", Fields(type="article-journal", title="T", doi="10.1000/a", arxiv="2401.00001", issued="2024")),
        Entry(
            "p", Fields(type="article", genre="preprint", title="T", arxiv="2401.00001", identifiers=("pmcid:PMC7",))
        ),
    )
    assert "PMCID: PMC7." in write_nih_biosketch(LibraryView(works=works))


def test_a_product_of_nsf_needs_a_place_and_a_date() -> None:
    text = write_nsf_biosketch(LibraryView(works=(Entry("k", Fields(type="book", title="T")),)))
    assert r"\[fill in: URL or DOI\] \[fill in: date, or status such as submitted\]" in text


@BOTH
def test_an_empty_library_is_a_form_to_fill_in(write) -> None:  # type: ignore[no-untyped-def]
    text = write(LibraryView())
    assert text.count("fill in: up to five products") == 2
    assert "fill in: name" in text


@BOTH
def test_hostile_texts_stay_texts(write) -> None:  # type: ignore[no-untyped-def]
    view = hostile_view()
    for start in range(0, len(view.works), 10):
        text = write(replace(view, works=view.works[start : start + 10]))
        assert_calm(text)
        html = MarkdownIt("commonmark").render(text)
        assert "<script" not in html
        assert 'href="javascript' not in html
