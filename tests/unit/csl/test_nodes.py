import pytest


def test_a_variable_shows_with_affixes_outside_its_formatting(bib):
    assert bib('<text variable="title" prefix="[" suffix="]" font-style="italic"/>') == "[<i>On small things</i>]"


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ('font-style="italic"', "<i>x</i>"),
        ('font-style="oblique"', '<span style="font-style:oblique;">x</span>'),
        ('font-weight="bold"', "<b>x</b>"),
        ('font-weight="light"', '<span style="font-weight:light;">x</span>'),
        ('font-variant="small-caps"', '<span style="font-variant:small-caps;">x</span>'),
        ('text-decoration="underline"', '<span style="text-decoration:underline;">x</span>'),
        ('vertical-align="sup"', "<sup>x</sup>"),
        ('vertical-align="sub"', "<sub>x</sub>"),
        ('vertical-align="baseline"', '<span style="baseline">x</span>'),
        ('display="block"', '<div class="csl-block">x</div>'),
        ('display="left-margin"', '<div class="csl-left-margin">x</div>'),
        ('display="right-inline"', '<div class="csl-right-inline">x</div>'),
        ('display="indent"', '<div class="csl-indent">x</div>'),
        ('quotes="true"', "“x”"),
        ('text-case="uppercase"', "X"),
        ('strip-periods="true"', "x"),
    ],
)
def test_every_formatting_attribute_has_its_html(bib, attributes, shown):
    assert bib(f'<text value="x" {attributes}/>') == shown


def test_a_term_shows_in_form_and_number(bib):
    assert bib('<text value="1 "/><text term="page" form="short" plural="true"/>') == "1 pp."
    assert bib('<text value="1 "/><text term="no-such-term"/>') == "1 "


def test_the_first_term_of_an_entry_is_capitalized(bib):
    assert bib('<text term="page" prefix="("/>') == "(Page"
    assert bib('<text variable="title" suffix=" "/><text term="page"/>') == "On small things page"


def test_short_forms_come_from_short_fields_or_abbreviations(bib, make_style):
    nodes = '<text variable="container-title" form="short"/>'
    assert bib(nodes) == "Journal of Tests"
    assert bib(nodes, {"container-title-short": "J. Tests"}) == "J. Tests"
    assert bib(nodes, {"journalAbbreviation": "J. T."}) == "J. T."
    style = make_style(bib=nodes)
    item = {"id": "a", "container-title": "Journal of Tests"}
    assert style.bibliography([item], abbreviations={"container-title": {"Journal of Tests": "JT"}})[0].text == "JT"


def test_a_group_joins_what_shows(bib):
    nodes = '<group delimiter=", " prefix="(" suffix=")"><text variable="title"/><text variable="genre"/><text value="x"/></group>'
    assert bib(nodes) == "(On small things, x)"


def test_a_group_whose_variables_are_all_empty_vanishes(bib):
    assert bib('<group><text value="x"/><text variable="genre"/></group><text value="y"/>') == "y"
    assert bib('<group><text value="x"/><names variable="editor"/></group><text value="y"/>') == "y"
    assert bib('<group><text value="x"/><date variable="accessed" form="text"/></group><text value="y"/>') == "y"


def test_a_group_of_words_only_shows_and_counts_for_the_group_around(bib):
    assert bib('<group><text variable="genre"/><group><text value="x"/></group></group>') == "x"


def test_a_macro_vanishes_like_a_group(bib):
    macro = '<macro name="m"><text value="in "/><text variable="genre"/></macro>'
    assert bib('<text macro="m"/><text value="y"/>', macros=macro) == "y"
    shown = bib('<text macro="m" prefix="(" suffix=")" font-style="italic"/>', {"genre": "talk"}, macros=macro)
    assert shown == "(<i>in talk</i>)"


def test_periods_are_stripped_from_macros_and_quotes_put_around(bib):
    macro = '<macro name="m"><text value="a. b."/></macro>'
    assert bib('<text macro="m" strip-periods="true" quotes="true"/>', macros=macro) == "“a b”"


def test_a_choose_keeps_the_delimiter_of_the_group_around(bib):
    nodes = '<group delimiter="-"><text value="a"/><choose><if type="article-journal"><text value="b"/><text value="c"/></if></choose></group>'
    assert bib(nodes) == "a-b-c"


def test_the_citation_label_is_made_from_names_and_year(bib):
    assert bib('<text variable="citation-label"/>') == "DoRo19"
    assert bib('<text variable="citation-label"/>', {"author": [{"family": "Doe"}]}) == "Doe19"
    assert bib('<text variable="citation-label"/>', {"citation-label": "X"}) == "X"


def test_periods_inside_words_are_not_stripped(bib):
    assert (
        bib('<text variable="title" strip-periods="true"/>', {"title": "J. Phys. on python.org"})
        == "J Phys on python.org"
    )


def test_field_text_is_never_markup(bib):
    shown = bib('<text variable="title"/>', {"title": '<script>x</script> <i onclick="a">b</i> & <i>c</i>'})
    assert "<script" not in shown
    assert "onclick=&#34;a&#34;" in shown or "onclick=“a”" in shown
    assert shown.endswith("&#38; <i>c</i>")


def test_an_unknown_element_is_skipped(bib):
    assert bib('<institution/><text/><number/><label/><date/><text value="x"/>') == "x"
