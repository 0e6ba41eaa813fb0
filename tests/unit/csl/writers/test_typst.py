import pytest

from pubtrack.csl.runs import Mark, Run
from pubtrack.csl.writers.typst import write_typst


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        (Mark("font-style", "italic"), "#emph[x];"),
        (Mark("font-weight", "bold"), "#strong[x];"),
        (Mark("font-variant", "small-caps"), "#smallcaps[x];"),
        (Mark("vertical-align", "sub"), "#sub[x];"),
        (Mark("link", 'https://a.org/"'), '#link("https://a.org/\\"")[x];'),
        (Mark("owner", ""), "x"),
    ],
)
def test_every_formatting_has_its_function(mark, shown):
    assert write_typst([Run("x", (mark,))]) == shown


def test_code_in_data_is_text():
    assert write_typst([Run('#read("x") *a* $b$ @c <d>')]) == '\\#read(\\"x\\") \\*a\\* \\$b\\$ \\@c \\<d\\>'
