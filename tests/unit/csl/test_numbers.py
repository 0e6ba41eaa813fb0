import pytest

from pubtrack.csl.elements import parse_xml
from pubtrack.csl.locales import load_locale
from pubtrack.csl.numbers import is_multiple, is_numeric, ordinal, page_range, parse_number, roman


@pytest.mark.parametrize("text", ["2", "2nd", "D2", "2b", "L2d", "2, 3", "2-4", "2 & 4", "2 and 4", "ii-iv", "1/2"])
def test_numbers_with_short_affixes_are_numeric(text):
    assert is_numeric(text)


@pytest.mark.parametrize("text", ["", "second", "2nd edition", "p. 3", "1.2", "IV", "-"])
def test_words_are_not_numeric(text):
    assert not is_numeric(text)


def test_a_label_of_the_field_itself_is_dropped():
    assert parse_number("vol. 2", "volume")[0] == parse_number("2")[0]
    assert parse_number("fig. 2", "volume")[0].label == "figure"
    assert is_numeric("vol. 2", "volume")


def test_a_comma_without_blank_belongs_to_the_number():
    assert [part.value for part in parse_number("1,234")] == ["1,234"]


@pytest.mark.parametrize(
    ("text", "variable", "several"),
    [
        ("12", "page", False),
        ("12-14", "page", True),
        ("12\\-14", "page", False),
        ("12, 14", "page", True),
        ("xii–xiv", "page", True),
        ("Michaelson-Morley", "page", False),
        ("vol. 1, fol. 186", "locator", False),
        ("1", "number-of-pages", False),
        ("350", "number-of-pages", True),
        ("9" * 30, "number-of-pages", False),
    ],
)
def test_labels_know_whether_there_are_several(text, variable, several):
    assert is_multiple(text, variable) is several


def test_the_word_for_and_counts_in_any_language():
    assert is_multiple("213 et 235", "page", ("et",))
    assert not is_multiple("213", "page", ("et",))


def test_roman_numerals():
    assert [roman(n) for n in (1, 4, 9, 40, 1994, 3999)] == ["i", "iv", "ix", "xl", "mcmxciv", "mmmcmxcix"]
    assert (roman(0), roman(4000)) == ("0", "4000")


def test_english_ordinals():
    locale = load_locale("en-US")
    shown = [f"{n}{ordinal(n, locale)}" for n in (1, 2, 3, 4, 11, 12, 13, 21, 101, 111, 112, 123)]
    assert shown == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "101st", "111th", "112th", "123rd"]


def test_ordinals_know_gender_and_match():
    terms = (
        '<term name="ordinal">e</term><term name="ordinal-01" gender-form="feminine" match="whole-number">re</term>'
        '<term name="ordinal-01" gender-form="masculine" match="whole-number">er</term>'
        '<term name="ordinal-20" match="last-two-digits">v</term>'
    )
    locale = load_locale("fr-FR", [parse_xml(f"<locale><terms>{terms}</terms></locale>")])
    assert ordinal(1, locale, "feminine") == "re"
    assert ordinal(1, locale, "masculine") == "er"
    assert ordinal(21, locale, "masculine") == "e"
    assert ordinal(120, locale) == "v"


def test_a_locale_without_ordinals_has_no_suffix():
    locale = load_locale("en-US").copy()
    locale.ordinals = {}
    assert ordinal(3, locale) == ""


@pytest.mark.parametrize(
    ("first", "last", "style", "shown"),
    [
        ("42", "45", "", "42–45"),
        ("321", "28", "expanded", "321–328"),
        ("321", "328", "minimal", "321–8"),
        ("321", "328", "minimal-two", "321–28"),
        ("3", "10", "chicago", "3–10"),
        ("71", "72", "chicago", "71–72"),
        ("100", "104", "chicago", "100–104"),
        ("107", "108", "chicago", "107–8"),
        ("505", "517", "chicago", "505–17"),
        ("1496", "1504", "chicago", "1496–1504"),
        ("1496", "1504", "chicago-16", "1496–504"),
        ("12991", "123001", "chicago", "12991–123001"),
        ("n11564", "n1568", "chicago", "n11564–68"),
        ("n11564", "1568", "chicago", "n11564-1568"),
        ("xxv", "xxviii", "chicago", "xxv–xxviii"),
        ("108", "101", "minimal", "108–101"),
        ("Michaelson", "Morley", "", "Michaelson-Morley"),
        ("S12", "S15", "expanded", "S12–S15"),
        ("5a", "7b", "minimal", "5a–7b"),
    ],
)
def test_page_ranges_follow_the_style(first, last, style, shown):
    assert page_range(first, last, style, "–") == shown


def test_a_page_of_more_digits_than_python_counts_with_stays_as_it_is():
    first, last = "1" * 5000, "2" * 5000
    assert page_range(first, last, "chicago", "–") == f"{first}–{last}"
