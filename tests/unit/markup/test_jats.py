"""Titles and abstracts of services in our inline form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.markup.inline import plain_inline
from pubtrack.markup.jats import inline_text, paragraphs, plain_text


@pytest.mark.parametrize(
    ("sent", "ours"),
    [
        ("Plain", "Plain"),
        ("A &amp;amp; B", "A & B"),
        ("&lt;i&gt;E. coli&lt;/i&gt; grows", "<i>E. coli</i> grows"),
        ("<em>a</em><strong>b</strong>", "<i>a</i><b>b</b>"),
        ("H<jats:sub>2</jats:sub>O <sup>+</sup>", "H<sub>2</sub>O <sup>+</sup>"),
        ("the <sc>dna</sc>", 'the <span style="font-variant:small-caps;">dna</span>'),
        ('<span class="small-caps">x</span>', '<span style="font-variant:small-caps;">x</span>'),
        ("<fixed-case>BERT</fixed-case>", '<span class="nocase">BERT</span>'),
        ("a<br/>b", "a b"),
        ("x\n   y\u00a0z", "x y z"),
        ("p < 0.05 and q > 3, List<T>, <unknown>", "p < 0.05 and q > 3, List<T>, <unknown>"),
        ("<xref ref-type='bibr'>1</xref> seen", "1 seen"),
        ("<tex-math>O(n)</tex-math> time", "$O(n)$ time"),
        (r"<tex-math>\documentclass{x}\begin{document}$$p$$\end{document}</tex-math>", "$p$"),
        ("<i></i>empty", "empty"),
        ("<i>open", "<i>open</i>"),
        ("close</i>", "close"),
        ("<!-- no -->yes<?pi x?>", "yes"),
        ("AT&T &copy R&D;", "AT&T &copy R&D;"),
    ],
)
def test_known_markup_becomes_ours_and_everything_else_stays_text(sent: str, ours: str) -> None:
    assert inline_text(sent) == ours


@pytest.mark.parametrize(
    ("sent", "ours"),
    [
        ("<mml:msub><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msub>", "x<sub>2</sub>"),
        ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x<sub>1</sub><sup>2</sup>"),
        ("<mfrac><mn>1</mn><mi>n</mi></mfrac>", "1/n"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>n</mi></mfrac>", "(a+b)/n"),
        ("<msqrt><mi>s</mi></msqrt><mroot><mi>x</mi><mn>3</mn></mroot>", "√s<sup>3</sup>√x"),
        ("<mover><mi>p</mi><mo>¯</mo></mover>", "p\u0304"),
        ("<mover><mi>p</mi><mo>?</mo></mover>", "p<sup>?</sup>"),
        ("<mfenced><mi>a</mi><mi>b</mi></mfenced>", "(a, b)"),
        ("<munder><mi>lim</mi><mi>x</mi></munder>", "lim<sub>x</sub>"),
        ("<msup><mi>x</mi></msup>", "x"),
        ("<semantics><mi>x</mi><annotation>\\x</annotation></semantics>", "x"),
        ("<alternatives><tex-math>y</tex-math><mml:math><mml:mi>y</mml:mi></mml:math></alternatives>", "y"),
        ("<alternatives>text</alternatives>", "text"),
    ],
)
def test_mathml_is_written_in_a_line(sent: str, ours: str) -> None:
    assert inline_text(sent) == ours


def test_an_abstract_keeps_its_paragraphs_and_loses_its_heading() -> None:
    sent = (
        "<jats:title>Abstract</jats:title><jats:sec><jats:title>Aim</jats:title><jats:p>One\n two.</jats:p></jats:sec>"
    )
    assert paragraphs(sent) == "Aim\n\nOne two."
    assert paragraphs("Abstract") == "Abstract"
    assert paragraphs("no   markup") == "no markup"


def test_plain_text_has_no_markup_left() -> None:
    assert plain_text("<i>a</i> &lt; <jats:bold>b</jats:bold>") == "a < b"
    assert plain_text("a  b") == "a b"


@given(st.text(alphabet="<>/&;ibsupmlath:= \"'x", max_size=80))
def test_any_text_gives_one_line_without_losing_letters(sent: str) -> None:
    ours = inline_text(sent)
    assert "\n" not in ours
    assert ours == ours.strip()
    assert inline_text(plain_inline(ours)) is not None


def test_deep_nesting_does_not_break() -> None:
    assert inline_text("<i>" * 5000 + "x" + "</i>" * 5000).count("x") == 1
    assert inline_text("\ud800 & \x00x") == "? & x"
