from __future__ import annotations

from browser.library import ATTACKS, OWNER, career, hostile, large
from pubtrack.model import Contributor, Fields, Notice, OpenAccess
from pubtrack.writers import Entry, LibraryView
from pubtrack.writers.site_data import SHOWN_AUTHORS, SHOWN_CHOICES, SiteWork, choices, legend, site_works, with_keys


def _one(**fields: object) -> SiteWork:
    return site_works(with_keys(LibraryView(works=(Entry("k", Fields(**fields)),), owner=OWNER)))[0]


def test_the_newest_work_stands_first_and_each_once() -> None:
    works = site_works(career())
    assert [work.year for work in works] == sorted((work.year for work in works), reverse=True)
    assert len({work.slug for work in works}) == len(works) == 14


def test_versions_of_one_work_are_one_with_both_links() -> None:
    preprint = Entry("pre", Fields(type="article", genre="preprint", title="T", arxiv="2401.00001", issued="2024"))
    paper = Entry(
        "paper", Fields(type="paper-conference", title="T", doi="10.1000/x", arxiv="2401.00001", issued="2025")
    )
    (work,) = site_works(LibraryView(works=(preprint, paper)))
    assert (work.key, [label for label, _ in work.links]) == ("paper", ["DOI", "arXiv"])
    assert work.free


def test_awards_flags_and_marks_are_told() -> None:
    works = {work.key: work for work in site_works(career())}
    assert works["marked"].badges == ("Best Paper Award, NeurIPS, 2024",)
    assert works["retracted"].flags == ("retracted",)
    assert works["w0001"].selected
    assert legend(works.values()) == [("*", "equal contribution")]
    assert legend([works["w0001"]]) == []
    assert works["marked"].spark


def test_a_long_list_of_names_keeps_the_owner() -> None:
    crowd = next(work for work in site_works(career()) if work.key == "crowd")
    assert len(crowd.shown_names) == SHOWN_AUTHORS
    assert crowd.shown_names[-1].own
    assert crowd.hidden_names == 41 - SHOWN_AUTHORS


def test_a_book_without_authors_names_its_editors() -> None:
    assert [name.text for name in _one(title="T", editor=(Contributor(family="Roe"),)).names] == ["Roe"]


def test_what_nobody_said_is_empty() -> None:
    work = _one(type="book")
    assert (work.plain_title, str(work.title), work.names, work.venue, work.date, work.iso) == (
        "Untitled", "Untitled", (), "", "", None,
    )  # fmt: skip
    assert (work.year, work.kind, work.one_of, work.free, work.flags) == ("Undated", "Books", "Book", False, ())


def test_one_of_many_is_called_by_its_name() -> None:
    assert _one(type="thesis").one_of == "Thesis"
    assert _one(type="paper-conference").one_of == "Conference paper"


def test_free_to_read_is_what_somebody_said_or_a_free_archive_holds() -> None:
    assert _one(title="T", open_access=OpenAccess(status="gold")).free
    assert not _one(title="T", open_access=OpenAccess(status="closed")).free
    assert not _one(title="T", open_access=OpenAccess(license="x")).free


def test_a_lesser_notice_is_no_flag() -> None:
    assert _one(title="T", notices=(Notice(type="erratum"),)).flags == ()
    assert _one(title="T", notices=(Notice(type="expression-of-concern"),)).flags == ("expression of concern",)


def test_hostile_texts_become_calm_and_addresses_safe() -> None:
    for work in site_works(with_keys(hostile())):
        assert "\u202e" not in f"{work.title}{work.plain_title}{work.venue}{work.names}"
        assert work.links == ()
        assert work.slug.replace("-", "").replace("_", "").isalnum()
        assert "<" not in work.title
    assert len(ATTACKS) == len(site_works(with_keys(hostile())))


def test_a_filter_offers_no_more_than_can_be_read() -> None:
    found = choices([[f"Venue {n}"] for n in range(1000)])
    assert len(found) == SHOWN_CHOICES
    assert [choice.value for choice in found] == [str(n) for n in range(SHOWN_CHOICES)]


def test_every_work_gets_a_key() -> None:
    view = with_keys(LibraryView.of([Fields(title="A tree"), Fields(title="A tree")]))
    assert [entry.key for entry in view.entries] == ["tree", "treea"]
    assert len(site_works(large(60))) == 60
