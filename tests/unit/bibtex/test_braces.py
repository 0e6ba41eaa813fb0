from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counting import no_hang
from pubtrack.bibtex.braces import NEAR_CHARS, Braces


def naive(text: str, opening: int) -> int:
    depth = 0
    for at in range(opening, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if not depth:
            return at
    return -1


@given(st.text("{}ab", max_size=60))
def test_the_near_look_and_the_table_agree_with_counting(text):
    near, table = Braces(text), Braces(text)
    table._build()
    for at in (at for at, sign in enumerate(text) if sign == "{"):
        assert near.close_of(at) == table.close_of(at) == naive(text, at)


def test_a_far_brace_is_found_through_the_table():
    text = "{" + "x" * (NEAR_CHARS + 5) + "}"
    braces = Braces(text)
    assert braces.close_of(0) == len(text) - 1
    assert braces.close_of(3) == -1


def test_a_quote_ends_outside_braces_only():
    assert Braces('"a {"} b" c').quote_end(0) == 8
    assert Braces('"a } b"').quote_end(0) == -1
    assert Braces('"a { b"').quote_end(0) == -1
    assert Braces('"a').quote_end(0) == -1


def test_thousands_of_open_braces_take_linear_time():
    text = ("{" + "x" * 50) * 20_000
    braces = Braces(text)
    with no_hang():
        assert all(braces.close_of(at) == -1 for at in range(0, len(text), 51))
