import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.markup.inline import CLOSE, Tag, parse_inline, plain_inline, tokenize_inline


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("<i>x</i>", "font-style", "italic"),
        ("<b>x</b>", "font-weight", "bold"),
        ("<sup>x</sup>", "vertical-align", "sup"),
        ("<sub>x</sub>", "vertical-align", "sub"),
        ("<sc>x</sc>", "font-variant", "small-caps"),
        ('<span style="font-variant: small-caps;">x</span>', "font-variant", "small-caps"),
        ('<span style="font-variant:small-caps">x</span>', "font-variant", "small-caps"),
        ('<span class="nocase">x</span>', "nocase", "nocase"),
        ('<span class="nodecor">x</span>', "nodecor", "nodecor"),
    ],
)
def test_every_tag_of_csl_is_read(text, kind, value):
    (run,) = parse_inline(text)
    assert run == ("x", (Tag(kind, value),))


@pytest.mark.parametrize(
    "text",
    [
        "a < b > c",
        "<i>open",
        "close</i>",
        "<I>x</I>",
        '<i class="y">x</i>',
        "<script>x</script>",
        '<span onclick="y">x</span>',
        "<span>x</span>",
        "<em>x</em>",
        "< i>x</ i>",
        "",
    ],
)
def test_everything_else_is_text(text):
    assert plain_inline(text) == text
    assert not any(isinstance(token, Tag) for token in tokenize_inline(text))


def test_tags_nest():
    runs = parse_inline("<i>a <b>b</b></i>")
    assert [(run.text, len(run.tags)) for run in runs] == [("a ", 1), ("b", 2)]


def test_tags_that_cross_lose_the_inner_one():
    assert [(run.text, len(run.tags)) for run in parse_inline("<i>a<b>b</i>c</b>")] == [("a<b>b", 1), ("c</b>", 0)]


def test_a_span_without_meaning_keeps_its_end_as_text():
    assert plain_inline("<span>x</span> <i>y</i>") == "<span>x</span> y"


def test_the_end_has_a_name():
    assert repr(CLOSE) == "CLOSE"


@given(st.text(alphabet='<>/ibspancu "=:;-nocaseftyl'))
def test_tokens_are_balanced_and_lose_nothing(text):
    depth = 0
    for token in tokenize_inline(text):
        depth += isinstance(token, Tag) - (token is CLOSE)
        assert depth >= 0
    assert depth == 0
    assert set(plain_inline(text)) <= set(text)
