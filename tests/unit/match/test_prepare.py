"""Records made ready for comparison."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.markup.titles import normalise_title
from pubtrack.match.prepare import prepare
from pubtrack.vocab.matching_words import MARKERS, PARTS

MARKING = sorted({word for _, pattern in MARKERS for word in re.findall(r"[a-z]{2,}", pattern.pattern)})


@given(st.lists(st.sampled_from((*MARKING, "s", "a", "5", "cats")), max_size=7).map(" ".join))
def test_no_marker_is_missed_for_want_of_its_words(title: str) -> None:
    found = {name for name, pattern in MARKERS if pattern.search(normalise_title(title))}
    assert prepare({"title": title}).markers == found


ALPHABET = "abcdefghijklmnopqrstuvwxyz 0123456789"


@pytest.mark.parametrize(
    ("title", "marker"),
    [
        ("[Re] Cooperate or Collapse", "reproduction"),
        ("Reproducibility Study of X", "reproduction"),
        ("Reply to Smith", "reply"),
        ("A response to Camps' article", "reply"),
        ("Comment on X", "comment"),
        ("Erratum: X", "correction"),
        ("Correction to: X", "correction"),
        ("Retraction: X", "retraction"),
        ("Review of The Book", "review"),
        ("Supplementary material for X", "supplement"),
        ("Data from: X", "supplement"),
    ],
)
def test_words_that_make_another_work_are_marked(title: str, marker: str) -> None:
    assert marker in prepare({"title": title}).markers


@pytest.mark.parametrize(
    "title",
    [
        "Responses of plants to light",
        "A review of deep learning",
        "Correcting for bias",
        "Reproducing kernels",
        "Relations",
    ],
)
def test_ordinary_titles_are_not_marked_apart(title: str) -> None:
    assert not prepare({"title": title}).markers & {"reproduction", "reply", "correction", "retraction"}


def test_parts_and_numbers_are_read_in_any_spelling() -> None:
    assert prepare({"title": "A theory, Part II"}).parts == prepare({"title": "A theory, part 2"}).parts == {"2"}
    assert prepare({"title": "Version 2.0 of GPT-4 in 2023"}).numbers >= {"4"}
    assert prepare({"title": "A title of 2023"}).numbers == frozenset()


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ({"type": "article", "genre": "preprint"}, "preprint"),
        ({"DOI": "10.48550/arXiv.2407.02273"}, "preprint"),
        ({"container-title": "CoRR"}, "preprint"),
        ({"type": "article-journal", "container-title": "Nature"}, "journal"),
        ({"container-title": "VLDB J."}, "journal"),
        ({"container-title": "very large data bases"}, "conference"),
        ({"type": "software"}, "software"),
        ({}, ""),
    ],
)
def test_the_kind_of_work_is_told(item: dict[str, str], kind: str) -> None:
    assert prepare({"title": "T", **item}).kind == kind


def test_a_reference_string_is_text_and_a_title_alone_is_a_record() -> None:
    assert prepare("Jin, Z. (2024). On trolleys. Mind, 3(2), 15-29. doi:10.1000/x").ids == {
        "doi": frozenset({"10.1000/x"})
    }
    assert prepare("Jin, Z. (2024). On trolleys. Mind, 3(2), 15-29.").is_text
    assert not prepare("Attention is all you need").is_text


@pytest.mark.parametrize("title", ["Editorial notes", "Editors' comments", "Letter from the chair", "Notes and news"])
def test_titles_of_front_matter_words_alone_are_generic(title: str) -> None:
    assert prepare({"title": title}).generic


def test_the_journals_own_name_beside_its_editor_is_front_matter() -> None:
    title, journal = "Remarks from MIS Quarterly editor", {"container-title": "MIS Quarterly"}
    assert prepare({"title": title, **journal}).generic
    assert not prepare({"title": title}).generic
    assert not prepare({"title": "Economics", "container-title": "Review of Economics"}).generic
    assert not prepare({"title": "The editor of genes", **journal}).generic


@pytest.mark.parametrize(("name", "pattern"), MARKERS)
@given(data=st.data())
def test_a_title_that_a_marker_fits_has_one_of_the_words_that_are_looked_for_first(name, pattern, data) -> None:
    found = data.draw(st.from_regex(pattern, alphabet=ALPHABET))
    title = normalise_title(found)
    if pattern.search(title):
        assert name in prepare({"title": title}).markers


@given(found=st.from_regex(PARTS, alphabet=ALPHABET))
def test_a_title_that_names_a_part_has_one_of_the_words_that_are_looked_for_first(found) -> None:
    title = normalise_title(found)
    if PARTS.search(title):
        assert prepare({"title": title}).parts


@pytest.mark.parametrize(
    ("title", "numeral"),
    [("Galois groups II", "2"), ("Galois groups 02", "2"), ("Galois groups 10", "10"), ("Against mpox 2296", ""), ("Galois groups", ""), ("II", "")],
)  # fmt: skip
def test_a_short_number_at_the_end_is_a_part_of_a_series(title: str, numeral: str) -> None:
    assert prepare({"title": title}).last_numeral == numeral


def test_all_identifiers_of_one_scheme_are_kept() -> None:
    two = prepare({"title": "T", "identifiers": ["doi:10.1000/b", "doi:10.1000/a"]})
    assert two.ids == {"doi": frozenset({"10.1000/a", "10.1000/b"})}


@pytest.mark.parametrize(
    ("venue", "kind"),
    [
        ("Journal of Things", "journal"),
        ("VLDB Endowment", "journal"),
        ("VLDB", "conference"),
        ("Journal of Things, Workshop on Others", "conference"),
        ("J. of Things, proc. and conf. papers", "conference"),
        ("arXiv", "preprint"),
        ("Something else", ""),
    ],
)
def test_the_kind_of_venue_is_told_by_its_words(venue: str, kind: str) -> None:
    assert prepare({"title": "T", "container-title": venue}).venue_kind == kind


def test_a_preprint_in_a_journal_is_published_there() -> None:
    assert prepare({"title": "T", "genre": "preprint", "container-title": "Journal of Things"}).kind == "journal"
    assert prepare({"title": "T", "genre": "preprint", "container-title": "Something else"}).kind == "preprint"


def test_authors_stand_in_the_order_of_their_names() -> None:
    authors = [{"family": "Sato", "given": "Bob"}, {"family": "Li", "given": "Zara"}, {"family": "Li", "given": "Ana"}]
    made = prepare({"title": "T", "author": authors})
    assert [(a.family, a.given) for a in made.by_family] == [("li", ("ana",)), ("li", ("zara",)), ("sato", ("bob",))]
