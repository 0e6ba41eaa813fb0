from __future__ import annotations

import re

import pytest
from lxml import etree

from browser.library import career, hostile, large
from cv_library import FIXTURES
from pubtrack.model import Award, Event, Fields, Identifier, Notice, Owner
from pubtrack.writers import Entry, LibraryView
from pubtrack.writers.site_feed import SHOWN_ENTRIES, write_feed

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = etree.RelaxNG(file=str(FIXTURES / "rfc4287.rng"))
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_ONCE = ("id", "title", "updated")
_ALLOWED = {
    "feed": {"id", "title", "updated", "author", "generator", "link", "entry"},
    "entry": {"id", "title", "updated", "published", "author", "category", "link", "content"},
}


def _checked(text: str) -> etree._Element:
    """The feed, after the rules of RFC 4287, section 4.1, were held against it."""
    root = etree.fromstring(text.encode())
    SCHEMA.assertValid(root)
    assert root.tag == f"{ATOM}feed"
    assert root.find(f"{ATOM}author") is not None
    ids = []
    for element in (root, *root.findall(f"{ATOM}entry")):
        name = etree.QName(element).localname
        children = [etree.QName(child).localname for child in element]
        assert set(children) <= _ALLOWED[name]
        assert all(children.count(child) == 1 for child in _ONCE)
        assert all(children.count(child) <= 1 for child in ("content", "published", "generator"))
        for child in ("updated", "published"):
            assert all(_MOMENT.fullmatch(str(found.text)) for found in element.findall(f"{ATOM}{child}"))
        for author in element.findall(f"{ATOM}author"):
            assert [etree.QName(child).localname for child in author] == ["name"]
            assert author[0].text
        relations = [
            (link.get("rel"), link.get("type"), link.get("hreflang")) for link in element.findall(f"{ATOM}link")
        ]
        assert len(relations) == len(set(relations))
        assert all(link.get("href") for link in element.findall(f"{ATOM}link"))
        assert str(element.findtext(f"{ATOM}id")).startswith("urn:uuid:")
        ids.append(element.findtext(f"{ATOM}id"))
        assert element.findtext(f"{ATOM}title")
        assert name == "feed" or element.findtext(f"{ATOM}content")
    assert len(ids) == len(set(ids))
    return root


def _terms(root: etree._Element) -> list[str]:
    return [str(found.get("term")) for found in root.iter(f"{ATOM}category")]


@pytest.mark.parametrize("view", [career(), hostile(), LibraryView(), LibraryView.of([Fields()])])
def test_the_feed_keeps_the_rules_of_atom(view: LibraryView) -> None:
    _checked(write_feed(view))


def test_the_schema_of_atom_refuses_what_is_no_atom() -> None:
    text = write_feed(career())
    for before, after in (
        ("<updated>2", "<updated>x2"),
        ("<entry>", "<entry><entry/>"),
        ("</title>", "</title><titel/>"),
    ):
        assert not SCHEMA.validate(etree.fromstring(text.replace(before, after, 1).encode()))


def test_works_awards_and_changes_of_standing_are_news() -> None:
    terms = _terms(_checked(write_feed(career())))
    assert (terms.count("work"), terms.count("award"), terms.count("status")) == (14, 2, 1)
    assert "Retraction of “Cold fusion in a cup of tea”; stated by publisher; The data were made up." in write_feed(
        career()
    )


def test_a_feed_reader_understands_it() -> None:
    feedparser = pytest.importorskip("feedparser", reason="needs feedparser: pip install feedparser")
    found = feedparser.parse(write_feed(career()))
    assert not found.bozo
    assert found.version == "atom10"
    assert len(found.entries) == 17
    assert found.entries[0].updated_parsed >= found.entries[-1].updated_parsed
    assert found.feed.updated == found.entries[0].updated


def test_dates_come_from_the_data() -> None:
    works = (
        Entry("a", Fields(title="A", issued="2024")),
        Entry("b", Fields(title="B", issued="2023-02-29")),
        Entry("c", Fields(title="C", issued={"year": -300})),
        Entry("d", Fields(title="D")),
        Entry("e", Fields(title="E", issued={"year": 800})),
    )
    root = _checked(write_feed(LibraryView(works=works)))
    found = {e.findtext(f"{ATOM}title"): e.findtext(f"{ATOM}updated") for e in root.iter(f"{ATOM}entry")}
    assert found == {
        "A": "2024-01-01T00:00:00Z",
        "B": "2023-02-01T00:00:00Z",
        "C": "0001-01-01T00:00:00Z",
        "D": "0001-01-01T00:00:00Z",
        "E": "0800-01-01T00:00:00Z",
    }


def test_an_award_has_the_day_of_its_event_and_the_title_of_its_time() -> None:
    view = LibraryView(
        awards=(Award(id="a", name="Prize", event="e", work_titles=("Early title",), url="https://a.org/prize"),),
        events=(Event(id="e", name="Event", date="2023-05-06"),),
    )
    (entry,) = _checked(write_feed(view)).iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}updated") == "2023-05-06T00:00:00Z"
    assert entry.findtext(f"{ATOM}content") == "Prize, for “Early title”"
    assert [link.get("href") for link in entry.iter(f"{ATOM}link")] == ["https://a.org/prize"]


def test_two_notices_of_one_kind_are_two_entries() -> None:
    notices = (
        Notice(type="correction"),
        Notice(type="correction", identifier=Identifier.parse("doi:10.1000/n"), label="Corrigendum"),
    )
    view = LibraryView(works=(Entry("k", Fields(title="T", issued="2024", notices=notices)),))
    assert sorted(_terms(_checked(write_feed(view)))) == ["status", "status", "work"]
    assert "Corrigendum: T" in write_feed(view)


def test_entries_link_to_the_page_when_it_has_an_address() -> None:
    works = (Entry("k", Fields(title="T", doi="10.1000/x")),)
    alone = _checked(write_feed(LibraryView(works=works)))
    assert [link.get("href") for link in alone.iter(f"{ATOM}link")] == ["https://doi.org/10.1000/x"]
    placed = _checked(write_feed(LibraryView(works=works, settings={"base_url": "https://a.org/p"})))
    assert [link.get("href") for link in placed.iter(f"{ATOM}link")] == [
        "https://a.org/p/", "https://a.org/p/feed.xml", "https://a.org/p/works/k.html",
    ]  # fmt: skip


def test_names_of_entries_stay_when_the_page_moves_and_differ_between_people() -> None:
    def ids(view: LibraryView) -> list[str | None]:
        return [found.text for found in _checked(write_feed(view)).iter(f"{ATOM}id")]

    works = (Entry("k", Fields(title="T")),)
    one = LibraryView(works=works, owner=Owner(name="A"))
    assert ids(one) == ids(LibraryView(works=works, owner=Owner(name="A"), settings={"base_url": "https://a.org"}))
    assert not set(ids(one)) & set(ids(LibraryView(works=works, owner=Owner(name="B"))))


def test_a_feed_is_short() -> None:
    assert write_feed(large(SHOWN_ENTRIES + 50)).count("<entry>") == SHOWN_ENTRIES
    view = LibraryView(works=large(9).works, settings={"feed_entries": 3})
    assert write_feed(view).count("<entry>") == 3
