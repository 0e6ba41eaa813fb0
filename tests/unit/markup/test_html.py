"""HTML as blocks."""

from __future__ import annotations

import pytest

from pubtrack.markup.html import attribute, html_blocks


def shown(source: str) -> list[tuple[str, str]]:
    return [(b.kind, b.text.strip()) for b in html_blocks(source)]


def test_lists_tables_and_headings_become_blocks() -> None:
    page = "<h1>A</h1><ul><li>one<p>two</p></ul><table><tr><td>x<td>y</tr></table><dl><dt>2020<dd>Prize</dl>"
    kinds = shown(page)
    assert kinds[0] == ("heading", "A")
    assert ("row", "x\ty") in kinds
    assert ("item", "2020\tPrize") in kinds


def test_scripts_styles_and_navigation_are_no_text() -> None:
    page = "<style>p{}</style><script>if (a<b) x()</script><nav><a href=/>Home</a></nav><p>Text<!-- no --></p>"
    assert shown(page) == [("skip", "Home"), ("para", "Text")]


@pytest.mark.parametrize(
    "source", ["<script>", "<!-- never closed", "a < b", "& nothing", "<p", "&bogus;", "{{ never", "<ul><li>"]
)
def test_broken_markup_is_read_as_far_as_it_goes(source: str) -> None:
    assert isinstance(html_blocks(source), list)


def test_a_title_with_inner_markup_stands_as_it_is() -> None:
    source = "<li><b>Role of <i>E. coli</i> &amp; co</b>, 2020</li>"
    block = html_blocks(source)[0]
    start, end = block.source(0, len("Role of E. coli & co"))
    assert source[start:end] == "Role of <i>E. coli</i> &amp; co"


def test_attributes_come_in_three_kinds_of_quotes() -> None:
    assert attribute(" class='a b'", "class") == "a b"
    assert attribute(' data-x="1"', "href") == ""
    assert attribute(" xhref=1 href = z", "href") == "z"


def test_a_second_link_closes_the_first() -> None:
    (block,) = html_blocks('<p><a name="x"><a href="https://example.org">Title</a>, Journal 2020</p>')
    assert [(s.kind, block.text[s.start : s.end]) for s in block.spans] == [("link", "Title")]


def test_an_empty_line_of_two_breaks_parts_paragraphs_but_no_items() -> None:
    assert [b.text.strip() for b in html_blocks("<h2>Papers</h2>First.<br><br>\nSecond.<br>Its journal.")] == [
        "Papers",
        "First.",
        "Second.\nIts journal.",
    ]
    assert [b.text for b in html_blocks("<ul><li>One<br><br>more</li></ul>")] == ["One\n\nmore"]


def test_the_element_for_titles_of_a_common_template_marks_titles() -> None:
    (block,) = html_blocks('<a href="https://example.org"><papertitle>Ropes</papertitle></a>, 2020')
    assert [(s.kind, s.href) for s in block.spans if s.kind == "span"] == [("span", "papertitle")]


def test_columns_without_space_between_them_are_apart() -> None:
    (block,) = html_blocks("<li><time>Jun 2025</time><span>Correspondence in <a href='x'>Nets</a></span></li>")
    assert block.text == "Jun 2025 Correspondence in Nets"


def test_blank_lines_around_bold_words_set_them_off() -> None:
    (block,) = html_blocks("<p>Professor of Nets\n\n<b>Salt Roads</b>\n\nSalt was <b>money</b> once.</p>")
    assert block.text == "Professor of Nets \nSalt Roads\nSalt was money once."


def test_a_row_of_one_head_cell_is_a_heading_and_comments_of_scripts_are_none_of_the_text() -> None:
    page = (
        "<table>{/* Prizes */}<tr><th colSpan={2}>Preise</th></tr><tr><td>2022</td><td>Ada-Holm-Preis</td></tr>"
        "<tr><th>Jahr</th><td>Preis</td></tr></table>{/* open"
    )
    blocks = [(b.kind, b.level, b.text) for b in html_blocks(page)]
    assert blocks == [
        ("heading", 6, "Preise"),
        ("row", 0, "2022\tAda-Holm-Preis"),
        ("row", 0, "Jahr\tPreis"),
        ("para", 0, "{/* open"),
    ]
