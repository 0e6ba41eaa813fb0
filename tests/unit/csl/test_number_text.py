import pytest


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("321-28", "321–328"),
        ("321--328", "321–328"),
        ("e1", "e1"),
        (" 7 ", "7"),
        ("1, 5-7 & 9", "1, 5–7 &#38; 9"),
        ("3\\-B", "3-B"),
        ("pp. 3-5", "3–5"),
        ("Michaelson-Morley", "Michaelson-Morley"),
    ],
)
def test_pages_are_written_in_the_styles_way(bib, page, shown):
    assert bib('<text variable="page"/>', {"page": page}, style='page-range-format="expanded"') == shown


def test_the_dash_between_pages_is_the_languages(bib):
    locale = '<locale><terms><term name="page-range-delimiter">~</term></terms></locale>'
    assert bib('<text variable="page"/>', {"page": "3-5"}, locale=locale) == "3~5"


def test_other_numbers_are_not_shortened(bib):
    assert bib('<text variable="volume"/>', {"volume": "101-108"}, style='page-range-format="minimal"') == "101–108"
