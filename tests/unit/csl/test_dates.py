import pytest

from pubtrack.csl.clean_dates import clean_date
from pubtrack.csl.dates import sort_text

PARTS = '<date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/>'


def _date(bib, nodes: str, issued: object, **parts: str) -> str:
    return bib(nodes, {"issued": issued}, **parts)


@pytest.mark.parametrize(
    ("form", "parts", "shown"),
    [
        ("text", "year-month-day", "May 17, 2019"),
        ("text", "year-month", "May 2019"),
        ("text", "year", "2019"),
        ("numeric", "year-month-day", "05/17/2019"),
    ],
)
def test_localized_dates(bib, form, parts, shown):
    assert bib(f'<date variable="issued" form="{form}" date-parts="{parts}"/>') == shown


def test_localized_dates_in_another_language(bib):
    assert bib('<date variable="issued" form="text"/>', style='default-locale="de-DE"') == "17. Mai 2019"


def test_a_style_changes_parts_of_a_localized_date_but_not_their_affixes(bib):
    nodes = '<date variable="issued" form="text"><date-part name="month" form="short" text-case="uppercase" suffix="!"/></date>'
    assert bib(nodes, {"issued": {"date-parts": [[2019, 9, 1]]}}) == "SEPT. 1, 2019"


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ('name="day"', "7"),
        ('name="day" form="numeric-leading-zeros"', "07"),
        ('name="day" form="ordinal"', "7th"),
        ('name="month"', "September"),
        ('name="month" form="short"', "Sept."),
        ('name="month" form="short" strip-periods="true"', "Sept"),
        ('name="month" form="numeric"', "9"),
        ('name="month" form="numeric-leading-zeros"', "09"),
        ('name="year"', "2005"),
        ('name="year" form="short"', "05"),
        ('name="year" font-style="italic" prefix="(" suffix=")"', "(<i>2005</i>)"),
    ],
)
def test_every_form_of_a_part(bib, part, shown):
    assert _date(bib, f'<date variable="issued"><date-part {part}/></date>', {"date-parts": [[2005, 9, 7]]}) == shown


def test_ordinal_days_may_be_limited_to_the_first(bib):
    nodes = '<date variable="issued"><date-part name="day" form="ordinal"/></date>'
    limited = '<locale><style-options limit-day-ordinals-to-day-1="true"/></locale>'
    assert _date(bib, nodes, {"date-parts": [[2005, 9, 1]]}, locale=limited) == "1st"
    assert _date(bib, nodes, {"date-parts": [[2005, 9, 2]]}, locale=limited) == "2"


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ([[2008, 5, 4], [2008, 5, 6]], "4–6 May 2008"),
        ([[2008, 5, 4], [2008, 6, 6]], "4 May–6 June 2008"),
        ([[2008, 5, 4], [2009, 6, 6]], "4 May 2008–6 June 2009"),
        ([[2008, 5], [2008, 6]], "May–June 2008"),
        ([[2008], [2009]], "2008–2009"),
        ([[2008], [2008]], "2008"),
        ([[2008, 21], [2009, 23]], "Spring 2008–Autumn 2009"),
    ],
)
def test_ranges_show_what_both_ends_share_once(bib, parts, shown):
    assert _date(bib, f'<date variable="issued">{PARTS}</date>', {"date-parts": parts}) == shown


def test_the_largest_part_that_differs_gives_the_dash(bib):
    nodes = '<date variable="issued" delimiter=" "><date-part name="month" range-delimiter="/"/><date-part name="year"/></date>'
    assert _date(bib, nodes, {"date-parts": [[2008, 5], [2008, 6]]}) == "May/June 2008"


def test_open_ranges_end_in_a_dash(bib):
    assert _date(bib, '<date variable="issued" form="text" date-parts="year"/>', "2003/") == "2003–"


@pytest.mark.parametrize(
    ("year", "shown"), [(-44, "44 BC"), (79, "79 AD"), (499, "499 AD"), (500, "500"), (0, ""), (2020, "2020")]
)
def test_early_years_name_their_era(bib, year, shown):
    assert _date(bib, '<date variable="issued"><date-part name="year"/></date>', {"date-parts": [[year]]}) == shown


def test_seasons_stand_for_months_where_months_are_words(bib):
    spring = {"date-parts": [[2005, 21]]}
    assert _date(bib, f'<date variable="issued">{PARTS}</date>', spring) == "Spring 2005"
    assert _date(bib, '<date variable="issued" form="numeric"/>', spring) == "2005"


def test_text_for_a_date_shows_with_affixes(bib):
    nodes = '<date variable="issued" prefix="(" suffix=")"><date-part name="year" font-style="italic"/></date>'
    assert _date(bib, nodes, {"literal": "in press"}) == "(<i>in press</i>)"
    assert _date(bib, '<date variable="issued" form="text"/>', "forthcoming") == "forthcoming"


def test_dates_without_known_parts_show_nothing(bib):
    assert bib('<text value="x"/><date variable="issued" prefix="("/>') == "x"
    assert bib('<text value="x"/><date variable="issued" form="nonsense"><date-part name="year"/></date>') != ""


def test_dates_sort_by_era_year_month_day_and_end():
    dates = [
        {"date-parts": [[-100]]},
        {"date-parts": [[-44, 3]]},
        {"date-parts": [[54]]},
        {"date-parts": [[2000]]},
        {"date-parts": [[2000, 2]]},
        {"date-parts": [[2000, 2], [2001]]},
        {"date-parts": [[2000, 10]]},
        {"date-parts": [[2000, 22]]},
    ]
    keys = [sort_text(clean_date(date)) for date in dates]
    assert keys[:7] == sorted(keys[:7])
    assert keys[4] < keys[7] < keys[6]
    assert sort_text(clean_date({"literal": "x"})) == ""
