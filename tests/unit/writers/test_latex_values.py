"""Text as LaTeX that reads back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pubtrack.markup.latex import decode
from pubtrack.model import Contributor
from pubtrack.readers.bibtex_values import people_of
from pubtrack.writers.latex_values import balanced, latex_name, latex_text, latex_title, one_line, verbatim


@pytest.mark.parametrize(
    ("title", "latex"),
    [
        ("Plain words", "Plain words"),
        ("50% of R&D_1 #2", r"50\% of R\&D\_1 \#2"),
        ('The <span class="nocase">BERT</span> model', "The {BERT} model"),
        ("<i>E. coli</i> and H<sub>2</sub>O<sup>+</sup>", r"\emph{E. coli} and H\textsubscript{2}O\textsuperscript{+}"),
        ('<b>bold</b> <span style="font-variant:small-caps;">caps</span>', r"\textbf{bold} \textsc{caps}"),
        ("$x < y$ & more", r"$x < y$ \& more"),
        ('<span class="nocase">&Co</span>', r"{{}\&Co}"),
        ("a <i> b", "a <i> b"),
    ],
)
def test_titles_get_their_latex_back(title: str, latex: str) -> None:
    assert latex_title(title) == latex
    assert decode(latex, rich=True) == title


def test_ascii_output_is_ascii() -> None:
    assert latex_text("Schölkopf", ascii_only=True) == r"Sch{\"o}lkopf"
    assert latex_name(Contributor(family="Gödel", given="Kurt"), ascii_only=True) == r"G{\"o}del, Kurt"


@pytest.mark.parametrize(
    ("person", "latex"),
    [
        (Contributor(family="Jin", given="Zhijing"), "Jin, Zhijing"),
        (Contributor(family="Berg", given="Jan", non_dropping_particle="van der"), "van der Berg, Jan"),
        (Contributor(family="King", given="M. L.", suffix="Jr."), "King, Jr., M. L."),
        (Contributor(literal="Barnes and Noble"), "{Barnes and Noble}"),
        (Contributor(family="de la Cruz", given="J."), "{de la Cruz}, J."),
        (Contributor(family="A and B", given="C"), "{A and B}, C"),
        (Contributor(family="X", given="Y, Z"), "X, {Y, Z}"),
        (Contributor(family="Plato"), "Plato"),
        (Contributor(family="G", given="V.", dropping_particle="de", non_dropping_particle="van"), "van G, V. de"),
        (Contributor(family="Li", suffix="Jr."), "family={Li}, suffix={Jr.}"),
        (Contributor(family="Gogh", given="V.", dropping_particle="van"),
         "given={V.}, prefix={van}, family={Gogh}, useprefix=false"),
    ],
)  # fmt: skip
def test_names_are_spelled_so_that_they_read_back(person: Contributor, latex: str) -> None:
    assert latex_name(person) == latex


PART = st.sampled_from(
    ["Jin", "van der", "de", "A and B", "Ö. É.", "x, y", "{", "O'Neil", "al-Din", "others", "a=b", "Jr.", "X~Y", "中"]
)


@given(
    family=PART,
    given_name=st.none() | PART,
    particle=st.none() | st.sampled_from(["van", "de la"]),
    suffix=st.none() | st.just("III"),
)
@settings(max_examples=300, deadline=None)
def test_any_name_reads_back_or_keeps_its_words(
    family: str, given_name: str | None, particle: str | None, suffix: str | None
) -> None:
    person = Contributor(family=family, given=given_name, non_dropping_particle=particle, suffix=suffix)
    people, _ = people_of(latex_name(person))
    assert people == (person,) or "{" in f"{family}{given_name}" or not given_name


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("", True),
        ("{a}", True),
        ("{", False),
        ("}{", False),
        (r"\{", False),
        (r"\{\}", True),
        ("\\", False),
        (r"\\", True),
        (r"\}\{", False),
    ],
)
def test_braces_must_pair_for_bibtex_and_for_latex(value: str, answer: bool) -> None:
    assert balanced(value) is answer


@given(st.text(st.sampled_from("ab {}\\$&%_^~#-'`<>é\n\u00a0\x01"), max_size=24))
@settings(max_examples=400, deadline=None)
def test_whatever_is_written_has_its_braces_paired(text: str) -> None:
    for latex in (latex_text(text), latex_title(text), verbatim(text), latex_name(Contributor(literal=text or "x"))):
        assert balanced(latex)
        assert "\n" not in latex


@given(st.text(st.characters(codec="utf-8", categories=("Lu", "Ll", "Nd", "Po", "Sm")), max_size=30))
@settings(max_examples=300, deadline=None)
def test_plain_text_reads_back(text: str) -> None:
    text = one_line(text)
    if not set(text) & set("\\"):
        assert decode(latex_text(text)) == text


def test_other_spaces_stay() -> None:
    assert one_line(" a\u00a0b \n c\x01 ") == "a\u00a0b c"
