import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.markup.escape import (
    SAFE_SCHEMES,
    escape,
    escape_html,
    escape_latex,
    escape_latex_url,
    escape_markdown,
    escape_markdown_inline,
    escape_rtf,
    escape_text,
    escape_typst,
    escape_typst_string,
    safe_url,
)


@given(st.text())
def test_html_gives_the_same_text_back_and_no_markup(text):
    safe = escape_html(text)
    assert not set(safe) & set('<>"')
    assert html.unescape(safe) == html.unescape(escape_html(escape_text(text)))


@given(st.text())
def test_latex_has_no_special_character_of_its_own(text):
    safe = escape_latex(text)
    assert not re.search(r"(?<!\\)[$&#%_]", safe)
    assert not re.search(
        r"\\(?!textbackslash|textasciicircum|textasciitilde|textless|textgreater|textbar|textquotedbl|textasciigrave|[{}$&#%_])",
        safe,
    )


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a--b", "a-{}-b"),
        ("''", "'{}'"),
        ("[a] [b]", "{[}a] [b]"),
        ("x^2 ~ y", "x\\textasciicircum{}2 \\textasciitilde{} y"),
        ("a\u00a0b", "a~b"),
        ("?`!`", "?\\textasciigrave{}!\\textasciigrave{}"),
    ],
)
def test_latex_ligatures_and_accents_stay_text(text, safe):
    assert escape_latex(text) == safe


def test_latex_urls_keep_their_address_and_open_nothing():
    assert escape_latex_url("https://a.org/a_b?x=1&y=%20#z") == "https://a.org/a_b?x=1\\&y=\\%20\\#z"
    assert not set(escape_latex_url("https://a.org/{}\\^ é")) & set("{}^ é")


@given(st.text())
def test_typst_has_no_bare_sign(text):
    assert not re.search(r"(?<!\\)[#$*_`<>@\[\]~]", escape_typst(text).replace("\\\\", ""))


def test_typst_strings_close_only_where_we_close_them():
    assert escape_typst_string('a"b\\c\nd') == 'a\\"b\\\\c d'


@given(st.text())
def test_markdown_has_no_bare_sign(text):
    assert not re.search(r"(?<!\\)[`*_{}\[\]<>#|~$^!]", escape_markdown(text).replace("\\\\", ""))


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("1. a", "1\\. a"),
        ("- a", "\\- a"),
        ("+ a", "\\+ a"),
        ("2) a", "2\\) a"),
        ("=== a", "\\=== a"),
        ("R&D", "R&D"),
        ("&lt;", "\\&lt;"),
    ],
)
def test_markdown_starts_no_list_or_heading(text, safe):
    assert escape_markdown(text) == safe


def test_markdown_inside_a_line_leaves_numbers_alone():
    assert escape_markdown_inline("1. a") == "1. a"


@given(st.text())
def test_rtf_is_ascii_and_balanced(text):
    safe = escape_rtf(text)
    assert safe.isascii()
    bare = re.sub(r"\\[\\{}]", "", safe)
    assert not set(bare) & set("{}")


@given(st.text())
def test_plain_text_can_always_be_encoded(text):
    assert escape_text(text).encode("utf-8").decode("utf-8").isprintable() or "\n" in text or not text.isprintable()


@pytest.mark.parametrize("format", ["html", "latex", "typst", "markdown", "rtf", "text", "plain"])
def test_every_format_has_an_escape(format):
    assert escape("abc", format) == "abc"


def test_an_unknown_format_is_a_mistake():
    with pytest.raises(KeyError):
        escape("x", "docx")


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.org/x", "https://a.org/x"),
        ("HTTP://a.org", "HTTP://a.org"),
        ("www.a.org", "https://www.a.org"),
        (" mailto:a@b.org ", "mailto:a@b.org"),
        ('https://a.org/"<x>\\', "https://a.org/%22%3Cx%3E%5C"),
        ("doi:10.1/x", "doi:10.1/x"),
    ],
)
def test_safe_urls_stay(url, safe):
    assert safe_url(url) == safe


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:x",
        "\x01javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//a.org",
        "a.org",
        "",
        "x:y",
        "view-source:https://a.org",
    ],
)
def test_all_other_urls_are_no_links(url):
    assert safe_url(url) is None


@given(st.text())
def test_only_known_schemes_ever_pass(url):
    safe = safe_url(url)
    assert safe is None or safe.split(":")[0].lower() in SAFE_SCHEMES
    assert safe is None or not set(safe) & set('"<> \\')


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029"])
def test_no_line_end_lets_a_list_begin(end):
    """Seen: a carriage return, which ends a line for Markdown and Typst, went through."""
    assert escape_markdown(f"a{end}- b") == "a - b"
    assert escape_markdown_inline(f"a{end}1. b") == "a 1. b"
    assert escape_typst(f"a{end}1. b") == "a 1. b"
