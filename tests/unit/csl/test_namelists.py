import pytest

PEOPLE = [
    {"family": family, "given": given} for family, given in (("Doe", "A"), ("Roe", "B"), ("Poe", "C"), ("Zoe", "D"))
]


def _names(bib, attributes: str, count: int = 4, inner: str = "", **parts: str) -> str:
    return bib(f'<names variable="author"><name {attributes}/>{inner}</names>', {"author": PEOPLE[:count]}, **parts)


@pytest.mark.parametrize(
    ("count", "attributes", "shown"),
    [
        (1, 'and="text"', "A Doe"),
        (2, 'and="text"', "A Doe and B Roe"),
        (2, 'and="symbol"', "A Doe &#38; B Roe"),
        (2, "", "A Doe, B Roe"),
        (3, 'and="text"', "A Doe, B Roe, and C Poe"),
        (2, 'and="text" delimiter-precedes-last="always"', "A Doe, and B Roe"),
        (3, 'and="text" delimiter-precedes-last="never"', "A Doe, B Roe and C Poe"),
        (2, 'and="text" delimiter-precedes-last="after-inverted-name" name-as-sort-order="first"', "Doe, A, and B Roe"),
        (
            3,
            'and="text" delimiter-precedes-last="after-inverted-name" name-as-sort-order="first"',
            "Doe, A, B Roe and C Poe",
        ),
        (2, 'name-as-sort-order="all" sort-separator=" "', "Doe A, Roe B"),
        (3, 'delimiter="; "', "A Doe; B Roe; C Poe"),
        (2, 'form="short" and="text"', "Doe and Roe"),
        (3, 'form="count"', "3"),
        (2, 'prefix="[" suffix="]"', "[A Doe], [B Roe]"),
        (2, 'font-style="italic" and="text"', "<i>A Doe</i> and <i>B Roe</i>"),
    ],
)
def test_lists_are_joined_as_the_style_says(bib, count, attributes, shown):
    assert _names(bib, attributes, count) == shown


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ('et-al-min="3" et-al-use-first="1"', "A Doe et al."),
        ('et-al-min="5" et-al-use-first="1"', "A Doe, B Roe, C Poe, D Zoe"),
        ('et-al-min="3" et-al-use-first="2"', "A Doe, B Roe, et al."),
        ('et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"', "A Doe, et al."),
        ('et-al-min="3" et-al-use-first="2" delimiter-precedes-et-al="never"', "A Doe, B Roe et al."),
        (
            'et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="after-inverted-name" name-as-sort-order="all"',
            "Doe, A, et al.",
        ),
        ('et-al-min="3" et-al-use-first="2" et-al-use-last="true"', "A Doe, B Roe, … D Zoe"),
        ('et-al-min="3" et-al-use-first="3" et-al-use-last="true"', "A Doe, B Roe, C Poe, D Zoe"),
        ('et-al-min="3" et-al-use-first="0"', ""),
        ('et-al-min="x" et-al-use-first="²"', "A Doe, B Roe, C Poe, D Zoe"),
    ],
)
def test_long_lists_are_cut(bib, attributes, shown):
    assert _names(bib, attributes) == shown


def test_the_words_for_others_can_be_chosen_and_formatted(bib):
    cut = 'et-al-min="2" et-al-use-first="1"'
    assert _names(bib, cut, 2, '<et-al term="and others" font-style="italic"/>') == "A Doe <i>and others</i>"
    assert _names(bib, cut, 2, '<et-al term="no such term"/>') == "A Doe"


def test_options_are_inherited_from_style_area_and_names(bib):
    nodes = '<names variable="author"/>'
    people = {"author": PEOPLE[:2]}
    assert bib(nodes, people, style='name-delimiter=" + "') == "A Doe + B Roe"
    assert bib(nodes, people, style='and="text"', bibliography='and="symbol"') == "A Doe &#38; B Roe"
    assert bib(nodes, people, bibliography='name-form="short" et-al-min="2" et-al-use-first="1"') == "Doe et al."
    assert (
        bib('<names variable="author"><name form="long"/></names>', people, bibliography='name-form="short"')
        != "Doe, Roe"
    )
    both = {"author": PEOPLE[:1], "editor": PEOPLE[1:2]}
    assert bib('<names variable="author editor"/>', both, style='names-delimiter=" / "') == "A Doe / B Roe"


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ('<name/><label prefix=" (" suffix=")" form="short"/>', "A Doe, B Roe (eds.) + C Poe (tran.)"),
        ('<label form="verb" suffix=" "/><name/>', "edited by A Doe, B Roe + translated by C Poe"),
        ('<name/><label plural="always" prefix=" "/>', "A Doe, B Roe editors + C Poe translators"),
        (
            '<name/><label plural="never" prefix=" " text-case="capitalize-first"/>',
            "A Doe, B Roe Editor + C Poe Translator",
        ),
    ],
)
def test_labels_say_the_role(bib, inner, shown):
    people = {"editor": PEOPLE[:2], "translator": PEOPLE[2:3]}
    got = bib(f'<names variable="editor translator" delimiter=" + ">{inner}</names>', people)
    assert got.replace("(trans.)", "(tran.)") == shown


def test_an_editor_who_translated_is_named_once(bib):
    people = {"editor": PEOPLE[:1], "translator": PEOPLE[:1]}
    nodes = '<names variable="editor translator" delimiter=" + "><name/><label prefix=", "/></names>'
    assert bib(nodes, people) == "A Doe, editor &#38; translator"
    empty = '<locale><terms><term name="editortranslator"></term></terms></locale>'
    assert bib(nodes, people, locale=empty) == "A Doe, editor + A Doe, translator"


def test_substitutes_are_tried_in_order_and_shown_once(bib):
    nodes = (
        '<names variable="author" prefix="[" suffix="]"><name form="short"/><label prefix=", "/>'
        '<substitute><names variable="editor"/><text variable="title"/></substitute></names>'
        '<names variable="editor" prefix=" by "/><text variable="title" prefix=" - "/>'
    )
    assert bib(nodes, {"editor": PEOPLE[:1], "title": "T"}, only=True) == "[Doe, editor] - T"
    assert bib(nodes, {"title": "T"}, only=True) == "T"
    assert bib(nodes, {"author": PEOPLE[1:2], "editor": PEOPLE[:1]}, only=True) == "[Roe] by A Doe"


def test_a_substitute_inside_choose_looks_like_the_names_around(bib):
    nodes = (
        '<names variable="author"><name form="short"/><substitute><choose><if type="book"><names variable="editor"/></if>'
        "</choose></substitute></names>"
    )
    assert bib(nodes, {"editor": PEOPLE[:2]}, only=True) == "Doe, Roe"


def test_a_macro_as_substitute_shows_each_variable_once(bib):
    macro = '<macro name="m"><names variable="editor"/><names variable="editor"/></macro>'
    nodes = '<names variable="author"><substitute><text macro="m"/></substitute></names>'
    assert bib(nodes, {"editor": PEOPLE[:1]}, only=True, macros=macro) == "A Doe"


def test_subsequent_cites_may_show_fewer_names(cites):
    options = 'et-al-min="5" et-al-use-first="4" et-al-subsequent-min="2" et-al-subsequent-use-first="1"'
    items = [{"id": "a", "author": PEOPLE}, {"id": "b"}]
    nodes = '<names variable="author"><name form="short"/></names>'
    assert cites([["a"], ["b"], ["a"]], items, cite=nodes, citation=options)[::2] == [
        "Doe, Roe, Poe, Zoe",
        "Doe et al.",
    ]


def test_a_count_sums_lists_and_uses_substitutes(bib):
    nodes = '<names variable="author translator"><name form="count"/><substitute><names variable="editor"/></substitute></names>'
    assert bib(nodes, {"author": PEOPLE, "translator": PEOPLE[:1]}, only=True) == "5"
    assert bib(nodes, {"editor": PEOPLE}, only=True) == "4"


def test_institutions_take_formatting_but_no_affixes(bib):
    nodes = '<names variable="author"><name font-weight="bold" suffix=":"/></names>'
    assert bib(nodes, {"author": [{"literal": "WHO"}]}) == "<b>WHO</b>"
    assert bib(nodes, {"author": PEOPLE[:1]}) == "<b>A Doe</b>:"
