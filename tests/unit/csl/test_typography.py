import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.csl.runs import CLOSE, QUOTE, QUOTE_INSIDE, Role, Tag
from pubtrack.csl.typography import field_tokens


def _shown(text: str) -> str:
    marks = {QUOTE: "«", QUOTE_INSIDE: "«", CLOSE: "»"}
    return "".join(token if isinstance(token, str) else marks.get(token, "<") for token in field_tokens(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ('the "big" one', "the «big» one"),
        ("the 'big' one", "the «big» one"),
        ("the “big” one", "the «big» one"),
        ("it's", "it’s"),
        ("l'''", "l’’’"),
        ("rock 'n' roll", "rock «n» roll"),
        ("the '90s", "the ’90s"),
        ('5" disk', '5" disk'),
        ("\"a 'b' c\"", "«a «b» c»"),
        ('"open <i>but"</i> not closed', '"open <but"» not closed'),
        ("« x »", "«\u202fx\u202f»"),
        ("", ""),
    ],
)
def test_quotation_marks_are_paired_or_stay(text, shown):
    assert _shown(text) == shown


def test_a_quotation_with_text_behind_it_is_marked():
    assert QUOTE_INSIDE in field_tokens('"a", b')
    assert QUOTE in field_tokens('b "a"')


@given(st.text(alphabet="\"'“”‘’«» ab<i>/bsupn.,"))
def test_tokens_are_always_balanced(text):
    depth = 0
    for token in field_tokens(text):
        depth += isinstance(token, Tag | Role) - (token is CLOSE)
        assert depth >= 0
    assert depth == 0
