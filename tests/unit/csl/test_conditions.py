import pytest

_CHOOSE = '<choose><if {test}><text value="yes"/></if><else><text value="no"/></else></choose>'


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ('type="article-journal"', True),
        ('type="book"', False),
        ('type="book article-journal"', True),
        ('type="book article-journal" match="none"', False),
        ('variable="title"', True),
        ('variable="title genre"', False),
        ('variable="title genre" match="any"', True),
        ('variable="edition genre" match="none"', True),
        ('variable="author issued DOI"', True),
        ('is-numeric="volume"', True),
        ('is-numeric="title"', False),
        ('is-numeric="genre"', False),
        ('is-uncertain-date="issued"', False),
        ('type="book" variable="title"', False),
        ('type="book" variable="title" match="any"', True),
        ('type="article-journal" variable="title" match="all"', True),
        ('disambiguate="true"', False),
        ('disambiguate="false"', True),
        ('locator="page"', False),
        ('position="first"', False),
        ('position="subsequent"', False),
        ('variable="citation-number"', True),
        ("", True),
    ],
)
def test_each_test_holds_where_it_should(bib, test, holds):
    assert bib(_CHOOSE.format(test=test)) == ("yes" if holds else "no")


def test_uncertain_dates_are_seen(bib):
    issued = {"issued": {"date-parts": [[1880]], "circa": True}}
    assert bib(_CHOOSE.format(test='is-uncertain-date="issued"'), issued) == "yes"


def test_the_first_branch_that_holds_is_taken(bib):
    nodes = (
        '<choose><if type="book"><text value="1"/></if><else-if variable="title"><text value="2"/></else-if>'
        '<else-if variable="title"><text value="3"/></else-if><else><text value="4"/></else></choose>'
    )
    assert bib(nodes) == "2"
    assert bib('<text value="x"/><choose><if type="book"><text value="1"/></if></choose>') == "x"


def test_locators_are_told_apart(cites):
    clusters = [
        [{"id": "a", "locator": "1"}],
        [{"id": "a", "locator": "1", "label": "chapter"}],
        [{"id": "a", "locator": "x", "label": "sub verbo"}],
        ["a"],
    ]
    nodes = (
        '<choose><if locator="page"><text value="p"/></if><else-if locator="chapter"><text value="c"/></else-if>'
        '<else-if locator="sub-verbo"><text value="s"/></else-if><else><text value="-"/></else></choose>'
    )
    assert cites(clusters, [{"id": "a"}], cite=nodes) == ["p", "c", "s", "-"]


def test_positions_are_told_apart(cites):
    nodes = "".join(
        f'<choose><if position="{name}"><text value="{name} "/></if></choose>'
        for name in ("first", "subsequent", "ibid", "ibid-with-locator", "near-note", "far-note", "nonsense")
    )
    clusters = [
        {"items": [cite], "note": note}
        for note, cite in ((1, "a"), (2, "a"), (3, {"id": "a", "locator": "2"}), (4, "b"), (19, "a"))
    ]
    assert cites(clusters, [{"id": "a"}, {"id": "b"}], cite=nodes, class_="note") == [
        "first ",
        "subsequent ibid near-note ",
        "subsequent ibid ibid-with-locator near-note ",
        "first ",
        "subsequent far-note ",
    ]


def test_a_substituted_variable_still_counts_as_present(bib):
    nodes = (
        '<names variable="translator"><substitute><names variable="author"/></substitute></names>'
        '<choose><if variable="author" match="none"><text value=" none"/></if></choose>'
    )
    assert bib(nodes) == "John Q. Doe, Jane Roe"
