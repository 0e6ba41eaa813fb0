import pytest

AUTHOR_YEAR = (
    '<group delimiter=" "><names variable="author"><name form="short" and="text"/><substitute><text variable="title"/>'
    '</substitute></names><date variable="issued"><date-part name="year"/></date><text variable="locator"/></group>'
)
LAYOUT = {"citation_layout": 'prefix="(" suffix=")" delimiter="; "'}
SUFFIX = 'disambiguate-add-year-suffix="true" '


def _item(key: str, family: str, year: int) -> dict:
    return {
        "id": key,
        "type": "book",
        "author": [{"family": family, "given": "A"}],
        "issued": {"date-parts": [[year]]},
        "title": key,
    }


ITEMS = [
    _item("a", "Doe", 2000),
    _item("b", "Doe", 2000),
    _item("c", "Doe", 2001),
    _item("d", "Roe", 2000),
    _item("e", "Doe", 2000),
]


def _one(cites, cluster: list, citation: str = "", **parts: str) -> str:
    return cites([cluster], ITEMS, **{"cite": AUTHOR_YEAR, "citation": citation, **LAYOUT, **parts})[0]


def test_cites_are_joined_by_the_layout(cites):
    assert _one(cites, ["a", "d"]) == "(Doe 2000; Roe 2000)"


def test_unknown_ids_are_left_out(cites):
    assert _one(cites, ["a", "nobody"]) == "(Doe 2000)"
    assert _one(cites, ["nobody"]) == ""
    assert _one(cites, []) == ""


def test_text_around_cites_takes_its_own_punctuation(cites):
    cluster = [{"id": "a", "prefix": "see <i>esp.</i> ", "suffix": ","}, {"id": "d", "prefix": "also "}]
    assert _one(cites, cluster) == "(see <i>esp.</i> Doe 2000, also Roe 2000)"
    assert _one(cites, ["a", {"id": "d", "prefix": ", then "}]) == "(Doe 2000, then Roe 2000)"


@pytest.mark.parametrize(
    ("citation", "shown"),
    [
        ('collapse="year"', "(Doe 2000a, 2000b, 2001; Roe 2000)"),
        ('collapse="year" cite-group-delimiter="/"', "(Doe 2000a/2000b/2001; Roe 2000)"),
        ('collapse="year" after-collapse-delimiter=" | "', "(Doe 2000a; 2000b; 2001 | Roe 2000)"),
        ('collapse="year-suffix"', "(Doe 2000a; b, 2001; Roe 2000)"),
        ('collapse="year-suffix" year-suffix-delimiter=","', "(Doe 2000a,b, 2001; Roe 2000)"),
        ('collapse="year-suffix-ranged" year-suffix-delimiter=","', "(Doe 2000a,b, 2001; Roe 2000)"),
        ('cite-group-delimiter=", "', "(Doe 2000a, Doe 2000b, Doe 2001; Roe 2000)"),
    ],
)
def test_cites_of_one_author_are_collapsed(cites, citation, shown):
    items = [item for item in ITEMS if item["id"] != "e"]
    parts = {"cite": AUTHOR_YEAR, "citation": SUFFIX + citation, **LAYOUT}
    assert cites([["a", "b", "c", "d"]], items, **parts)[0] == shown


def test_three_suffixes_in_a_row_become_a_range(cites):
    options = SUFFIX + 'collapse="year-suffix-ranged" year-suffix-delimiter=","'
    assert _one(cites, ["a", "b", "e", "d"], options) == "(Doe 2000a–c; Roe 2000)"
    assert _one(cites, ["a", {"id": "b", "locator": "7"}, "e"], options) == "(Doe 2000a,b 7, c)"


def test_cites_are_grouped_only_where_the_style_sorts_them(cites):
    sort = '<sort><key variable="issued"/></sort>'
    assert (
        _one(cites, ["a", "d", "b"], SUFFIX + 'collapse="year"', citation_sort=sort) == "(Doe 2000a, 2000b; Roe 2000)"
    )
    assert _one(cites, ["a", "d", "b"], SUFFIX + 'collapse="year"') == "(Doe 2000a; Roe 2000; Doe 2000b)"


def test_cites_are_sorted_by_the_style(cites):
    assert _one(
        cites, ["c", "d", "a"], citation_sort='<sort><key variable="author"/><key variable="issued"/></sort>'
    ) == ("(Doe 2000; Doe 2001; Roe 2000)")


def test_numbers_in_a_row_become_ranges(cites):
    parts = {"cite": '<text variable="citation-number"/>', "citation_layout": 'prefix="[" suffix="]" delimiter=","'}
    items = [{"id": key} for key in "abcdef"]
    everything = list("abcdef")
    clusters = [
        everything,
        ["a", "b", "c", "e"],
        ["a", "b"],
        ["a", {"id": "b", "prefix": "x"}, "c"],
        ["a", "b", "c", "e", "f"],
    ]
    assert cites(clusters, items, citation='collapse="citation-number"', **parts) == [
        "[1–6]",
        "[1–3,5]",
        "[1,2]",
        "[1,x2,3]",
        "[1–3,5,6]",
    ]
    after = 'collapse="citation-number" after-collapse-delimiter="; "'
    assert cites([everything, ["a", "b", "c", "e"]], items, citation=after, **parts)[1] == "[1–3; 5]"


def test_numbers_with_locators_are_not_collapsed(cites):
    parts = {
        "cite": '<text variable="citation-number"/><text variable="locator" prefix=":"/>',
        "citation_layout": 'delimiter=","',
    }
    items = [{"id": key} for key in "abc"]
    clusters = [["a", {"id": "b", "locator": "7"}, "c"]]
    assert cites(clusters, items, citation='collapse="citation-number"', **parts) == ["1,2:7,3"]


@pytest.mark.parametrize(
    ("cluster", "shown"),
    [
        ([{"id": "a", "suppress-author": True}], "(2000)"),
        ([{"id": "a", "author-only": True}], "Doe"),
        ({"items": ["a", "d"], "mode": "author-only"}, "Doe; Roe"),
        ({"items": ["a"], "mode": "suppress-author"}, "(2000)"),
        ({"items": ["a"], "mode": "composite"}, "Doe (2000)"),
        ({"items": ["a"], "mode": "composite", "infix": "argues"}, "Doe argues (2000)"),
    ],
)
def test_the_author_may_stand_in_the_sentence(cites, cluster, shown):
    assert _one(cites, cluster) == shown


def test_a_style_may_say_how_the_author_stands_in_the_sentence(cites):
    intext = '<intext><layout prefix="by "><names variable="author"/></layout></intext>'
    assert _one(cites, {"items": ["a"], "mode": "composite"}, more=intext) == "by A Doe (2000)"


def test_numeric_styles_name_the_author_too(cites):
    parts = {"cite": '<text variable="citation-number"/>', "citation_layout": 'prefix="[" suffix="]"'}
    assert cites([{"items": ["a"], "mode": "composite"}], ITEMS, **parts) == ["Doe [1]"]


def test_notes_name_the_first_note(cites):
    nodes = (
        '<choose><if position="ibid"><text term="ibid"/></if><else-if position="subsequent">'
        '<text variable="first-reference-note-number" prefix="n. "/></else-if><else><text variable="title"/></else></choose>'
    )
    clusters = [
        {"items": ["a"], "note": 3},
        {"items": ["b"], "note": 4},
        {"items": ["a"], "note": 5},
        {"items": ["a"], "note": 6},
    ]
    clusters.append({"items": [{"id": "a", "prefix": "see "}], "note": 7})
    assert cites(clusters, ITEMS, cite=nodes, class_="note") == ["a", "b", "n. 3", "Ibid.", "see ibid."]


@pytest.mark.parametrize(("distance", "shown"), [("", "near"), ('near-note-distance="2"', "far")])
def test_a_style_says_how_many_notes_are_near(cites, distance, shown):
    nodes = (
        '<choose><if position="near-note"><text value="near"/></if>'
        '<else-if position="subsequent"><text value="far"/></else-if><else><text variable="title"/></else></choose>'
    )
    clusters = [{"items": [key], "note": note} for key, note in (("a", 1), ("b", 2), ("a", 4))]
    assert cites(clusters, ITEMS, cite=nodes, class_="note", citation=distance) == ["a", "b", shown]
