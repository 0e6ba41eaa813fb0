import pytest

from pubtrack.csl.runs import Mark, Run
from pubtrack.csl.writers.rtf import write_rtf


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        (Mark("font-style", "italic"), "{\\i x}"),
        (Mark("font-weight", "normal"), "{\\b0 x}"),
        (Mark("font-variant", "small-caps"), "{\\scaps x}"),
        (Mark("link", "https://a.org"), '{\\field{\\*\\fldinst HYPERLINK "https://a.org"}{\\fldrslt x}}'),
        (Mark("owner", ""), "x"),
    ],
)
def test_every_formatting_has_its_word(mark, shown):
    assert write_rtf([Run("x", (mark,))]) == shown


def test_all_is_ascii_and_commands_are_text():
    assert write_rtf([Run("{\\b é😀}")]) == "\\{\\\\b \\uc0\\u233 \\uc0\\u-10179 \\uc0\\u-8704 \\}"
