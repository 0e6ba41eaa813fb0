from counting import calls
from pubtrack.csl import Style


def test_numbers_follow_the_bibliography(entries):
    items = [{"id": "b", "title": "B"}, {"id": "a", "title": "A"}]
    nodes = '<text variable="citation-number" suffix=". "/><text variable="title"/>'
    assert entries(items, bib=nodes, sort='<sort><key variable="title"/></sort>') == ["1. A", "2. B"]
    assert entries(items, bib=nodes) == ["1. B", "2. A"]


def test_the_first_field_can_stand_in_a_column(entries):
    nodes = '<text variable="citation-number" suffix="."/><text variable="title" prefix=" "/>'
    parts = {"bib": nodes, "bibliography": 'second-field-align="flush"', "layout": 'suffix="!"'}
    assert entries([{"title": "A"}], **parts) == [
        '<div class="csl-left-margin">1.</div><div class="csl-right-inline"> A!</div>'
    ]


def test_a_column_without_first_field_is_no_column(entries):
    nodes = '<text variable="genre"/><text variable="title" quotes="true"/>'
    assert entries([{"title": "A"}], bib=nodes, bibliography='second-field-align="flush"') == ["“A”"]


def test_an_item_without_any_form_is_left_out_or_keeps_its_number(entries):
    items = [{"id": "a", "title": "A"}, {"id": "b"}, {"id": "c", "title": "C"}]
    assert entries(items) == ["A", "C"]
    numbered = entries(items, cite='<text variable="citation-number"/>')
    assert numbered == ["A", "2. [CSL STYLE ERROR: reference with no printed form.]", "C"]


def test_an_item_given_twice_counts_once(entries):
    assert entries([{"id": "a", "title": "old"}, {"id": "a", "title": "new"}]) == ["new"]


def test_items_without_id_are_all_kept(entries):
    assert entries([{"title": "A"}, {"title": "B"}]) == ["A", "B"]


def test_layout_affixes_stand_inside_its_formatting(entries):
    assert entries([{"title": "A"}], layout='prefix="[" suffix="]" font-weight="bold"') == ["<b>[A]</b>"]


def test_repairs_are_reported_with_the_items_id(make_style):
    result = make_style().bibliography([{"id": "x", "title": ["A"], "author": 5.5}])
    assert "x: title: took one text of a list" in result.issues


def test_uncited_items_may_count_too(make_style):
    style = make_style(cite='<text variable="citation-number"/>')
    items = [{"id": "a"}, {"id": "b"}]
    assert style.citations([["b"]], items)[0].text == "1"
    assert style.citations([["b"]], items, uncited=True)[0].text == "1"


def test_the_cost_grows_with_the_number_of_items_only():
    def cost(count: int) -> int:
        items = [
            {
                "id": str(n),
                "type": "book",
                "title": "T",
                "author": [{"family": "Doe"}],
                "issued": {"date-parts": [[2000]]},
            }
            for n in range(count)
        ]
        return calls(Style.load("apa").bibliography, items)

    cost(50)  # what is loaded once
    assert cost(800) < 9 * cost(100)
