import pytest

from pubtrack.csl.disambiguate import letters

SHORT = '<group delimiter=" "><names variable="author"><name form="short" initialize-with=". "/></names><date variable="issued" form="text" date-parts="year"/></group>'


def _item(key: str, *names: str, year: int = 2000, **more: object) -> dict:
    people = [dict(zip(("given", "family"), name.split(), strict=True)) for name in names]
    return {
        "id": key,
        "type": "book",
        "title": key.upper(),
        "author": people,
        "issued": {"date-parts": [[year]]},
        **more,
    }


def _all(cites, items: list[dict], options: str, **parts: str) -> list[str]:
    cut = 'et-al-min="3" et-al-use-first="1" '
    return cites([[item["id"]] for item in items], items, citation=cut + options, **{"cite": SHORT, **parts})


def test_suffixes_go_on_after_z():
    assert [letters(n) for n in (1, 26, 27, 52, 53, 703)] == ["a", "z", "aa", "az", "ba", "aaa"]


def test_without_options_nothing_is_done(cites):
    assert _all(cites, [_item("a", "A Doe"), _item("b", "B Doe")], "") == ["Doe 2000", "Doe 2000"]


def test_more_names_are_shown_until_cites_differ(cites):
    items = [
        _item("a", "A Doe", "B Roe", "C Poe"),
        _item("b", "A Doe", "B Roe", "C Zoe"),
        _item("c", "A Doe", "B Lee", "C Zoe"),
    ]
    assert _all(cites, items, 'disambiguate-add-names="true"') == [
        "Doe, Roe, Poe 2000",
        "Doe, Roe, Zoe 2000",
        "Doe, Lee, et al. 2000",
    ]


def test_given_names_are_written_out_only_where_they_help(cites):
    options = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="by-cite"'
    items = [_item("a", "Ann Doe"), _item("b", "Bob Doe"), _item("c", "Ann Roe"), _item("d", "Axel Roe")]
    assert _all(cites, items, options) == ["A. Doe 2000", "B. Doe 2000", "Ann Roe 2000", "Axel Roe 2000"]


def test_hidden_names_may_be_shown_for_their_given_names(cites):
    options = 'disambiguate-add-names="true" disambiguate-add-givenname="true"'
    items = [_item("a", "A Doe", "Bob Roe", "C Poe"), _item("b", "A Doe", "Bill Roe", "C Poe")]
    assert _all(cites, items, options) == ["Doe, Bob Roe, et al. 2000", "Doe, Bill Roe, et al. 2000"]


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        ("all-names", ["Ann Doe, B. Roe 2000", "Axel Doe 2001", "C. Roe 2002"]),
        ("all-names-with-initials", ["Doe, B. Roe 2000", "Doe 2001", "C. Roe 2002"]),
        ("primary-name", ["Ann Doe, Roe 2000", "Axel Doe 2001", "Roe 2002"]),
        ("primary-name-with-initials", ["Doe, Roe 2000", "Doe 2001", "Roe 2002"]),
    ],
)
def test_rules_about_names_do_not_look_at_cites(cites, rule, shown):
    options = f'disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"'
    items = [_item("a", "Ann Doe", "Bob Roe"), _item("b", "Axel Doe", year=2001), _item("c", "Carl Roe", year=2002)]
    assert _all(cites, items, options) == shown


def test_year_suffixes_follow_the_bibliography(cites):
    items = [_item("z", "A Doe"), _item("y", "A Doe"), _item("x", "A Doe", year=2001)]
    options = 'disambiguate-add-year-suffix="true"'
    assert _all(cites, items, options) == ["Doe 2000a", "Doe 2000b", "Doe 2001"]
    assert _all(cites, items, options, sort='<sort><key variable="title"/></sort>') == [
        "Doe 2000b",
        "Doe 2000a",
        "Doe 2001",
    ]


def test_a_style_may_place_the_suffix_itself(cites):
    nodes = SHORT.replace("</group>", '</group><text variable="year-suffix" prefix="/"/>')
    items = [_item("a", "A Doe"), _item("b", "A Doe")]
    assert _all(cites, items, 'disambiguate-add-year-suffix="true"', cite=nodes) == ["Doe 2000/a", "Doe 2000/b"]


def test_texts_for_dates_and_labels_take_suffixes_too(cites):
    items = [_item("a", "A Doe", issued="in press"), _item("b", "A Doe", issued="in press")]
    options = 'disambiguate-add-year-suffix="true"'
    assert _all(cites, items, options) == ["Doe in pressa", "Doe in pressb"]
    label = '<text variable="citation-label"/>'
    assert _all(cites, [_item("a", "A Doe"), _item("b", "B Doe")], options, cite=label) == ["Doe00a", "Doe00b"]


def test_extra_text_shows_only_where_nothing_else_helps(cites):
    nodes = SHORT.replace(
        "</group>",
        '<choose><if disambiguate="true"><text variable="title"/></if></choose>'
        '<choose><if disambiguate="true"><text variable="genre"/></if></choose></group>',
    )
    items = [_item("a", "A Doe"), _item("b", "A Doe"), _item("c", "A Roe")]
    assert _all(cites, items, "", cite=nodes) == ["Doe 2000 A", "Doe 2000 B", "Roe 2000"]
    same = [_item("a", "A Doe", title="T", genre="x"), _item("b", "A Doe", title="T", genre="y")]
    assert _all(cites, same, "", cite=nodes) == ["Doe 2000 T x", "Doe 2000 T y"]
    hopeless = [_item("a", "A Doe", title="T"), _item("b", "A Doe", title="T")]
    assert _all(cites, hopeless, "", cite=nodes) == ["Doe 2000 T", "Doe 2000 T"]


def test_suffixes_come_before_extra_text(cites):
    nodes = SHORT.replace("</group>", '<choose><if disambiguate="true"><text variable="title"/></if></choose></group>')
    items = [_item("a", "A Doe"), _item("b", "A Doe")]
    assert _all(cites, items, 'disambiguate-add-year-suffix="true"', cite=nodes) == ["Doe 2000a", "Doe 2000b"]


def test_the_bibliography_shows_the_suffix(make_style):
    style = make_style(cite=SHORT, bib=SHORT, citation='disambiguate-add-year-suffix="true"')
    shown = [entry.text for entry in style.bibliography([_item("a", "A Doe"), _item("b", "A Doe")])]
    assert shown == ["Doe 2000a", "Doe 2000b"]
