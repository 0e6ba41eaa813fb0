from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from pubtrack.csl import Mark, Run
from pubtrack.writers.site_markup import plain_reference, runs_html, title_html


def test_no_style_attribute_comes_of_any_formatting() -> None:
    marks = [("font-variant", "small-caps"), ("text-decoration", "underline"), ("vertical-align", "sup"), ("x", "y")]
    made = runs_html(Run("a", (Mark(kind, value),)) for kind, value in marks)
    assert made == '<span class="sc">a</span><u>a</u><sup>a</sup>a'


def test_only_safe_addresses_become_links() -> None:
    made = runs_html([Run("a", (Mark("link", "javascript:x"),)), Run("b", (Mark("link", "https://a.org/?a&b"),))])
    assert made == 'a<a href="https://a.org/?a&#38;b">b</a>'


def test_a_reference_is_one_line_for_the_clipboard() -> None:
    assert plain_reference([Run("a "), Run("b\n c", (Mark("display", "block"),))]) == "a b c"


@given(st.text(max_size=60))
def test_a_title_says_what_it_said(text: str) -> None:
    made = title_html(f"x{text}")
    assert html.fragment_fromstring(made, create_parent="p").xpath("count(.//script|.//img|.//a)") == 0
