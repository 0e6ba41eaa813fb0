"""LaTeX to Unicode and back: a table of cases, and laws."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counting import no_hang
from pubtrack.markup.latex import _SPACE_RUN, _Decoder, decode, is_plain

CASES = [
    (r"{\"o}", "ö"), (r"\"o", "ö"), (r"\"{o}", "ö"), (r"{\"{o}}", "ö"), (r"\'{\i}", "í"), (r"\'\i", "í"), (r"{\'\i}", "í"),
    (r"\`a\'e\^i\~n\=u\.z", "àéîñūż"), (r"\c{c}\c c", "çç"), (r"\v{s} \v s \u{g}", "š š ğ"), (r"\H{o}\k{a}\r{u}\d{s}\b{d}", "őąůṣḏ"),
    (r"\c{S}ahin", "Şahin"), (r"\ss{}\o\O \l{}\L{}\ae\AE \oe\OE \aa\AA", "ßøØłŁæÆœŒåÅ"), (r"{\ss}en", "ßen"), (r"\'{\"u}", "ǘ"),
    (r"\dh\th\dj\DH{}", "ðþđÐ"), (r"\.{I}stanbul \i", "İstanbul ı"), (r"\t{oo}", "o͡o"), (r"\textcommabelow{s}", "ș"),
    (r"\& \% \$ \# \_ \{x\}", "& % $ # _ {x}"), (r"\textbackslash{} \textasciitilde \textasciicircum{}", "\\ ~^"),
    ("a--b---c", "a–b—c"), ("``q'' `s'", "“q” `s'"), ("!`Hola! ?`Que?", "¡Hola! ¿Que?"), ("a~b", "a\u00a0b"),
    (r"J.\,M. a\ b a\\b", "J.\u2009M. a b a b"), (r"soft\-hyphen\/", "softhyphen"),
    (r"\LaTeX{} \TeX\ \BibTeX", "LaTeX TeX BibTeX"), (r"\S\P\copyright\textregistered\texttrademark", "§¶©®™"),
    (r"\pounds 5 \texteuro 5 \degree C \textdegree", "£5 €5 °C °"), (r"\ldots \dots\textellipsis", "………"),
    (r"\emph{a} {\em b} \textbf{c}{\bf d} \textsc{e}", "a b cd e"), (r"\textsuperscript{2}\textsubscript{3}", "23"),
    (r"\ensuremath{\alpha} \textbeta", "α β"), (r"$\alpha^2$ \(x_1\)", r"$\alpha^2$ \(x_1\)"), (r"{$k$}-means", "$k$-means"),
    (r"cost \$5 and $ 6", "cost $5 and $ 6"), (r"100% sure & more", "100% sure & more"),
    (r"\url{http://a/~b_c%20d} x", "http://a/~b_c%20d x"), (r"\href{http://a~b}{text}", "text"),
    (r"\noopsort{1973b}Foo", "Foo"), (r"\enquote{a} \mkbibquote{b}", "“a” “b”"), (r"\textcolor{red}{A}", "A"),
    (r"\mbox{a}\hbox{b}\kern-.1em c\hspace{1em}d", "abcd"), (r"\char64 \char'101\char" + '"' + "42", "@AB"),
    (r"\mycommand{kept} \other x", r"kept \other x"), (r"\apj \mnras", "ApJMNRAS"), (r"{{{deep}}}", "deep"),
    ("  a \n\t b ", "a b"), ("", ""), ("}{", ""), (r"a\'", "a"), (r"{\'", ""), ("\\", "\\"), (r"\aleph\infty\times", "ℵ∞×"),
    (r"\Dash", "—"), (r"10\ensuremath{^\circ}C \ensuremath{_2}\ensuremath{^{n}}", "10°C ₂^n"), (r"\frac{1}{2} \nicefrac34", "1/2 3/4"),
    (r"\texorpdfstring{$x$}{x}", "x"), (r"Title\thanks{me}", "Title"), (r"\ensuremath{^\foo}", r"^\foo"), (r"\~{}x \^{}", "~x ^"), (r"Mar\'\iaz", "Maríaz"), (r"\CYRA", "А"), (r"\verb", r"\verb"),
]  # fmt: skip


@pytest.mark.parametrize(("latex", "text"), CASES)
def test_latex_becomes_what_it_prints(latex, text):
    assert decode(latex) == text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("The {DNA} of {\\emph{E. coli}}", 'The <span class="nocase">DNA</span> of <i>E. coli</i>'),
        ("{{All of it}}", '<span class="nocase">All of it</span>'),
        ('{\\"O}sterreich {\\"Uber} {low}', "Österreich Über low"),
        ("{\\em a {\\bf b}}\\textsc{c}", '<i>a <b>b</b></i><span style="font-variant:small-caps;">c</span>'),
        ("H\\textsubscript{2}O\\textsuperscript{+}", "H<sub>2</sub>O<sup>+</sup>"),
        ("{A {B} c} -- {\\'E}", '<span class="nocase">A B c</span> – É'),
        ("\\enquote{X} {$K$}", '“X” <span class="nocase">$K$</span>'),
        ("{2D} \\emph{}", '<span class="nocase">2D</span>'),
    ],
)
def test_rich_text_keeps_markup_and_protected_capitals(latex, text):
    assert decode(latex, rich=True) == text


SOUP = st.lists(
    st.sampled_from(
        ["a", "B", " ", "\n", "\\'", '\\"', "\\c", "{", "}", "{e}", "\\i", "{\\'e}", "\\o{}", "{\\ss}", "--", "``", "''", "~", "$", "\\$",
         "\\&", "\\foo", "\\emph{", "é", "{DNA}", "\\LaTeX", "\\\\", "\\noopsort{x}", "!`", "`", "-", "\\v{s}", "\\(", "\\)", "x^2"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(SOUP, st.booleans())
@settings(max_examples=800, deadline=None)
def test_the_short_ways_give_what_the_decoder_gives(text, rich):
    assert decode(text, rich) == _SPACE_RUN.sub(" ", _Decoder(text, rich).run()).strip(" ")


@given(SOUP)
@settings(max_examples=300, deadline=None)
def test_rich_text_without_its_tags_is_the_plain_text(text):
    import re

    plain = re.sub(r"</?(?:i|b|sup|sub|span)(?: [^>]*)?>", "", decode(text, rich=True))
    assert " ".join(plain.split()) == " ".join(decode(text).split())


def test_plain_text_is_told_from_latex():
    assert is_plain("Deep learning, 50 %")
    assert not any(is_plain(text) for text in ("{a}", "\\x", "a--b", "~", "$", "``"))


@pytest.mark.parametrize("unit", ["{a", "\\'{a", "\\emph{a", "\\(", "$$ $", "\\'", "{\\em a", "\\url{", "a}"])
def test_hostile_values_take_linear_time(unit):
    with no_hang():
        for rich in (False, True):
            decode(unit * 20_000, rich)
            decode(unit * 20_000 + "}" * 20_000, rich)
