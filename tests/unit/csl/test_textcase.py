import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.csl.runs import CLOSE
from pubtrack.csl.textcase import apply_case, case_text
from pubtrack.markup.inline import ITALIC, NOCASE, SUP


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a tale of two cities", "A Tale of Two Cities"),
        ("out-of-fashion initiatives: a second story", "Out-of-Fashion Initiatives: A Second Story"),
        ("iPad and DNA in python.org", "iPad and DNA in Python.Org"),
        ("what is it for", "What Is It For"),
        ("“the end” of it all? a question", "“The End” of It All? A Question"),
        ("according to the book", "According to the Book"),
        ("rules according to the book", "Rules according to the Book"),
        ("a life of d’ormesson", "A Life of d’ormesson"),
        ("", ""),
    ],
)
def test_titles_follow_english_rules(text, shown):
    assert case_text(text, "title", "en") == shown


def test_title_case_is_for_english_only():
    assert case_text("der alte mann", "title", "de-DE") == "der alte mann"


@pytest.mark.parametrize(
    ("case", "shown"),
    [
        ("lowercase", "the dna of a mcdonald"),
        ("uppercase", "THE DNA OF A MCDONALD"),
        ("capitalize-first", "The DNA of a McDonald"),
        ("capitalize-all", "The DNA Of A McDonald"),
        ("sentence", "The DNA of a McDonald"),
        ("no-such-case", "the DNA of a McDonald"),
    ],
)
def test_each_case_does_what_its_name_says(case, shown):
    assert case_text("the DNA of a McDonald", case, "en") == shown


def test_sentence_case_lowers_capitalized_words_and_shouting():
    assert case_text("The Rise Of Machines", "sentence", "en") == "The rise of machines"
    assert case_text("THE RISE", "sentence", "en") == "The rise"


def test_turkish_letters_keep_their_dots():
    assert case_text("istanbul ılık", "uppercase", "tr") == "İSTANBUL ILIK"
    assert case_text("IŞIK", "lowercase", "tr") == "ışık"


def test_protected_stretches_stay_and_formatting_does_not_matter():
    tokens = ["the ", ITALIC, "e. coli", CLOSE, " of ", NOCASE, "de la", CLOSE, " x", SUP, "th", CLOSE]
    shown = apply_case(tokens, "uppercase", "en")
    assert [token for token in shown if isinstance(token, str)] == ["THE ", "E. COLI", " OF ", "de la", " X", "th"]


@given(
    st.text(), st.sampled_from(["title", "sentence", "capitalize-first", "capitalize-all", "uppercase", "lowercase"])
)
def test_no_case_changes_anything_but_case(text, case):
    assert case_text(text, case, "en").casefold() == text.casefold() or not text.isascii()
