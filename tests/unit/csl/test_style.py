import pytest

from pubtrack.csl import Role, Style, write_runs
from pubtrack.errors import InputError, NotFoundError

ITEM = {
    "id": "k",
    "type": "article-journal",
    "title": "On small things",
    "author": [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Max"}],
    "container-title": "Journal of Tests",
    "issued": {"date-parts": [[2020]]},
    "DOI": "10.1000/xyz",
}


def test_a_style_is_loaded_once():
    assert Style.load("apa") is Style.load("apa")


def test_a_style_formats_items():
    (entry,) = Style.load("apa").bibliography([ITEM])
    assert entry.id == "k"
    assert entry.text == (
        "Doe, J., &#38; Roe, M. (2020). On small things. <i>Journal of Tests</i>. "
        '<a href="https://doi.org/10.1000/xyz">https://doi.org/10.1000/xyz</a>'
    )


def test_a_dependent_style_is_its_parent_with_its_own_language():
    child = Style.load("nature-physics")
    assert child.bibliography([ITEM], "text") == Style.load("nature").bibliography([ITEM], "text")
    assert child.default_locale == "en-GB"


def test_a_style_comes_from_a_file_too(tmp_path):
    path = tmp_path / "mine.csl"
    path.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note"><info><title>Mine</title></info>'
        '<citation><layout><text variable="title"/></layout></citation></style>',
        "utf-8",
    )
    for source in (path, str(path)):
        style = Style.load(source)
        assert (style.id, style.title, style.is_note_style, style.has_bibliography) == ("mine", "Mine", True, False)
    assert Style.load(path).bibliography([ITEM]) == []
    assert Style.load(path).citations([["k"]], [ITEM])[0].text == "On small things"


@pytest.mark.parametrize("source", ["<locale/>", "<style", "<!DOCTYPE x [<!ENTITY e 'x'>]><style>&e;</style>"])
def test_what_is_no_style_is_refused(source):
    with pytest.raises(InputError):
        Style.load(source)


def test_a_missing_file_and_an_unknown_id_say_so(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        Style.load(tmp_path / "none.csl")
    with pytest.raises(NotFoundError, match="ieee"):
        Style.load("ieeee")


def test_an_empty_style_formats_nothing():
    style = Style.load("<style/>")
    assert style.title == ""
    assert style.bibliography([ITEM]) == []
    assert style.citations([["k"]], [ITEM])[0].text == "[CSL STYLE ERROR: reference with no printed form.]"
    assert style.citations([["nobody"]], [ITEM])[0].text == ""


def test_a_locale_can_be_chosen():
    german = Style.load("apa").bibliography([{**ITEM, "issued": {}}], "text", locale="de-DE")
    assert "(o.\u00a0J.)" in german[0].text


def test_order_is_the_styles_or_the_callers():
    items = [{"id": "b", "title": "B", "type": "book"}, {"id": "a", "title": "A", "type": "book"}]
    style = Style.load("apa")
    assert [entry.id for entry in style.bibliography(items)] == ["a", "b"]
    assert [entry.id for entry in style.bibliography(items, sort=False)] == ["b", "a"]


def test_how_to_set_the_list_comes_with_it(make_style):
    options = 'hanging-indent="true" line-spacing="2" entry-spacing="0" second-field-align="flush"'
    result = make_style(bibliography=options).bibliography([ITEM])
    assert (result.hanging_indent, result.line_spacing, result.entry_spacing, result.second_field_align) == (
        True,
        2,
        0,
        "flush",
    )
    plain = make_style(bibliography='line-spacing="x"').bibliography([ITEM])
    assert (plain.hanging_indent, plain.line_spacing, plain.entry_spacing, plain.second_field_align) == (
        False,
        1,
        1,
        None,
    )


def test_an_owner_can_be_marked_exactly():
    (entry,) = Style.load("apa").bibliography([ITEM])
    runs = [run.with_mark("font-weight", "bold") if run.role == Role("author", 1) else run for run in entry.runs]
    assert write_runs(runs, "markdown").startswith("Doe, J., & **Roe, M.** (2020)")
    assert "".join(run.text for run in entry.runs) == write_runs(entry.runs, "text")


def test_links_can_be_left_out():
    (entry,) = Style.load("apa").bibliography([ITEM], links=False)
    assert "<a" not in entry.text


def test_an_unknown_format_is_refused_before_work():
    with pytest.raises(NotFoundError):
        Style.load("apa").bibliography([ITEM], "pdf")


def test_formatting_twice_gives_the_same():
    style = Style.load("chicago-author-date")
    assert style.bibliography([ITEM]) == style.bibliography([ITEM])


def test_a_bom_before_xml_is_no_harm():
    assert Style.load("\ufeff<style/>").title == ""


def test_a_file_that_is_no_style_is_named(tmp_path):
    path = tmp_path / "page.csl"
    path.write_text("<html><body/></html>", encoding="utf-8")
    with pytest.raises(InputError, match="'html' is no CSL style") as caught:
        Style.load(path)
    assert str(caught.value.path) == str(path)
