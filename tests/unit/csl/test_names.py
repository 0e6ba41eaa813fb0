import pytest

from pubtrack.csl.names import initials


@pytest.mark.parametrize(
    ("given", "mark", "full", "shown"),
    [
        ("John Q.", ". ", False, "J. Q."),
        ("John Q.", "", False, "JQ"),
        ("John Q.", " ", False, "J Q"),
        ("Jean-Luc", ".", False, "J.-L."),
        ("J.R.R.", ". ", False, "J. R. R."),
        ("ME", ".", False, "M."),
        ("ME", ". ", True, "ME"),
        ("M.E", " ", True, "M E"),
        ("John M.E.", ". ", True, "John M. E."),
        ("Ph. M.E.", ".", False, "Ph.M.E."),
        ("Guo-ping", ".", False, "G."),
        ("jean-luc", ".", False, "jean-luc"),
        ("TSerendorj", ".", False, "Ts."),
        ("<b>John</b> Q", ". ", False, "<b>J.</b> Q."),
        ("الله", ".", False, "ا."),
        ("", ".", False, ""),
    ],
)
def test_given_names_become_initials(given, mark, full, shown):
    assert initials(given, mark, full) == shown


def test_hyphens_between_initials_can_be_dropped():
    assert initials("Jean-Luc", ".", False, hyphen=False) == "J.L."


@pytest.mark.parametrize(
    ("demote", "order", "shown"),
    [
        ("never", "", "Jean de La Fontaine III"),
        ("never", 'name-as-sort-order="all"', "La Fontaine, Jean de, III"),
        ("sort-only", 'name-as-sort-order="all"', "La Fontaine, Jean de, III"),
        ("display-and-sort", 'name-as-sort-order="all"', "Fontaine, Jean de La, III"),
        ("display-and-sort", 'form="short"', "La Fontaine"),
        ("never", 'name-as-sort-order="all" sort-separator=" "', "La Fontaine Jean de III"),
    ],
)
def test_particles_and_suffixes_stand_where_the_style_wants_them(bib, demote, order, shown):
    name = {
        "family": "Fontaine",
        "given": "Jean",
        "dropping-particle": "de",
        "non-dropping-particle": "La",
        "suffix": "III",
    }
    nodes = f'<names variable="author"><name {order}/></names>'
    assert bib(nodes, {"author": [name]}, style=f'demote-non-dropping-particle="{demote}"') == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ({"family": "毛", "given": "泽东"}, "毛泽东"),
        ({"literal": "World Health Organization"}, "World Health Organization"),
        ({"family": "Plato"}, "Plato"),
        ({"given": "Madonna"}, "Madonna"),
        ({"family": "King", "given": "M", "suffix": "Jr.", "comma-suffix": True}, "M King, Jr."),
        ({"family": "Nagy", "given": "Imre", "static-ordering": True}, "Nagy, Imre"),
        ({"family": "d'Aubignac", "given": "F"}, "F d’Aubignac"),
    ],
)
def test_names_that_are_not_first_and_last(bib, name, shown):
    assert bib('<names variable="author"/>', {"author": [name]}) == shown


def test_parts_of_names_have_formatting_affixes_and_case(bib):
    nodes = (
        '<names variable="author"><name name-as-sort-order="first">'
        '<name-part name="family" text-case="uppercase" font-weight="bold"/>'
        '<name-part name="given" prefix="{{" suffix="}}"/></name></names>'
    )
    assert bib(nodes) == "<b>DOE</b>, {{John Q.}}, {{Jane}} <b>ROE</b>"


def test_a_suffix_loses_its_period_where_initials_have_none(bib):
    author = [{"family": "King", "given": "Martin", "suffix": "Jr."}]
    assert bib('<names variable="author"><name initialize-with=""/></names>', {"author": author}) == "M King Jr"
    assert bib('<names variable="author"><name initialize-with="."/></names>', {"author": author}) == "M. King Jr."


def test_initials_can_be_switched_off_and_hyphens_too(bib):
    author = {"author": [{"family": "Sartre", "given": "Jean-Paul C"}]}
    nodes = '<names variable="author"><name initialize-with="." initialize="false"/></names>'
    assert bib(nodes, author) == "Jean-Paul C. Sartre"
    nodes = '<names variable="author"><name initialize-with="."/></names>'
    assert bib(nodes, author, style='initialize-with-hyphen="false"') == "J.P.C. Sartre"
