"""Unicode to LaTeX, and what the way back makes of it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counting import no_hang
from pubtrack.markup.latex import decode
from pubtrack.markup.latex_encoding import encode


@given(
    st.text(
        st.characters(categories=["L", "N", "Zs", "Po", "Sc", "Sm"], exclude_characters="'`!?-\u2010\u2011"),
        max_size=40,
    )
)
@settings(max_examples=400, deadline=None)
def test_plain_text_survives_encoding_and_decoding(text):
    text = " ".join(text.split(" ")).strip(" ")
    text = decode(encode(text)) if "$" in text else text
    if "  " not in text and "$" not in text:
        assert decode(encode(text)) == text


@pytest.mark.parametrize(
    "text",
    ["ÀÉÎÑÕÜçşğőűąęůřžŠŁłØøÆæŒœßÅåđŋþðıİ", "„Quote“ «q» – — … € £ § ¶ © ® ™ ° ± × ÷ ½ µ", "ṩ ǘ ệ", "αβγΩ ≤ ≥ ∞ → ∈"],
)
def test_ascii_latex_reads_as_the_same_text(text):
    encoded = encode(text, ascii_only=True)
    assert encoded.isascii()
    assert decode(encoded) == text


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("ö", r"{\"o}"), ("ñ", r"{\~n}"), ("ç", r"{\c c}"), ("š", r"{\v s}"), ("í", r"{\'\i}"), ("Å", r"{\AA}"), ("ß", r"{\ss}"),
        ("–", "--"), ("“x”", "``x''"), ("’", "'"), ("\u00a0", "~"), ("中", "中"), ("Αω", r"Α\ensuremath{\omega}"), ("≤", r"\ensuremath{\leq}"), ("r̈", r'{\"r}'),
        ("ﬁ", "fi"), ("𝔸", r"\ensuremath{\mathbb{A}}"),
    ],
)  # fmt: skip
def test_ascii_latex_is_what_bibtex_sorts_by(text, latex):
    assert encode(text, ascii_only=True) == latex


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("R&D 50% #1 a_b", r"R\&D 50\% \#1 a\_b"), ("$5 and $6", r"\$5 and \$6"), ("$x^2$ & $5", r"$x^2$ \& \$5"),
        (r"\(a_1\) _", r"\(a_1\) \_"), ("a{b}c", r"a\{b\}c"), ("}{", r"\textbraceright{}\textbraceleft{}"), ("~^\\", r"\textasciitilde{}\textasciicircum{}\textbackslash{}"),
        ("$a{$ b", r"\$a\textbraceleft{}\$ b"), ("Gödel", "Gödel"), ("plain", "plain"), ("$1000\\,m$", "$1000\\,m$"),
    ],
)  # fmt: skip
def test_signs_with_a_meaning_are_escaped_outside_math(text, latex):
    assert encode(text) == latex


@given(
    st.text(st.sampled_from("aiIxZ1 éǖİßﬁ\u0300\u0301\u0307\u0323\u0328\u035c\u0358\u0363\u036f\u20dd"), max_size=30)
)
@settings(max_examples=400, deadline=None)
def test_any_run_of_letters_and_marks_can_be_written_in_ascii_mode(text):
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    assert unicodedata.normalize("NFC", decode(encode(text, ascii_only=True))) == unicodedata.normalize(
        "NFC", text.replace("ﬁ", "fi")
    )


@pytest.mark.parametrize(
    ("text", "latex"),
    [("i\u0307", r"{\.\i}"), ("x\u0363", "x\u0363"), ("x\u0301\u0363", "{\\'x}\u0363"), ("\u0363", "\u0363")],
)
def test_a_mark_without_a_command_stays_behind_its_letter(text, latex):
    assert encode(text, ascii_only=True) == latex


def test_thousands_of_marks_on_one_letter_take_linear_time():
    with no_hang():
        encode("a" + "\u0308" * 500_000, ascii_only=True)
