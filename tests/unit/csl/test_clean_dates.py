import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.csl.clean_dates import Date, Day, clean_date, parse_raw


@pytest.mark.parametrize(
    ("value", "start"),
    [
        ({"date-parts": [[2020]]}, Day(2020)),
        ({"date-parts": [["2020", "05", "03"]]}, Day(2020, 5, 3)),
        ({"date-parts": [2020, 5]}, Day(2020, 5)),
        ({"date-parts": [[2020, 13]]}, Day(2020, season=1)),
        ({"date-parts": [[2020, 24]]}, Day(2020, season=4)),
        ({"date-parts": [[2020, 99]]}, Day(2020)),
        ({"date-parts": [[2020, 2, 45]]}, Day(2020, 2)),
        ({"date-parts": [[-44, 3, 15]]}, Day(-44, 3, 15)),
        ({"date-parts": [[2020.0]]}, Day(2020)),
        ({"year": 1999, "month": "2"}, Day(1999, 2)),
        ({"date-parts": [[2020]], "season": "Winter"}, Day(2020, season=4)),
        ({"date-parts": [[2020]], "season": 22}, Day(2020, season=2)),
        ({"raw": "2020-05"}, Day(2020, 5)),
        ([[2020, 1]], Day(2020, 1)),
        (1999, Day(1999)),
        ("1999-12-31T23:59:59Z", Day(1999, 12, 31)),
    ],
)
def test_every_shape_of_a_date_gives_its_day(value, start):
    assert clean_date(value).start == start


@pytest.mark.parametrize(
    "value",
    [None, "", "  ", {}, [], {"date-parts": []}, {"date-parts": [[None]]}, {"date-parts": [["x"]]}, True, object()],
)
def test_what_says_nothing_is_no_date(value):
    assert clean_date(value) is None


def test_ranges_have_an_end_and_may_stay_open():
    assert clean_date({"date-parts": [[2001], [2003, 2]]}).end == Day(2003, 2)
    assert clean_date({"date-parts": [[2001], [2001]]}).end is None
    assert clean_date({"date-parts": [[2001], ["0"]]}).open_end
    assert clean_date("2001/").open_end
    assert clean_date("2001/..").open_end


def test_text_that_stands_for_a_date_is_kept():
    assert clean_date({"literal": "in press"}) == Date(None, literal="in press")
    assert clean_date({"season": "Michaelmas"}).literal == "Michaelmas"


@pytest.mark.parametrize("value", [True, 1, "1", "true"])
def test_uncertain_dates_are_known(value):
    assert clean_date({"date-parts": [[1880]], "circa": value}).circa


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("21 May 2004", Day(2004, 5, 21), None),
        ("May 21, 2004", Day(2004, 5, 21), None),
        ("5/21/2004", Day(2004, 5, 21), None),
        ("21/5/2004", Day(2004, 5, 21), None),
        ("5/2004", Day(2004, 5), None),
        ("2004/05/21", Day(2004, 5, 21), None),
        ("Spring 1999", Day(1999, season=1), None),
        ("100 BC", Day(-100), None),
        ("44 bce", Day(-44), None),
        ("May 2004 - June 2004", Day(2004, 5), Day(2004, 6)),
        ("July 1999-August 1999", Day(1999, 7), Day(1999, 8)),
        ("2004-05-21/2004-06-01", Day(2004, 5, 21), Day(2004, 6, 1)),
        ("2000-2001", Day(2000), Day(2001)),
        ("May–June 2004", Day(2004, 5), Day(2004, 6)),
    ],
)
def test_raw_dates_are_read(text, start, end):
    date = parse_raw(text)
    assert (date.start, date.end) == (start, end)


@pytest.mark.parametrize("text", ["c. 1880", "circa 1880", "1880?", "[1880?]", "1880~"])
def test_raw_dates_say_that_they_are_uncertain(text):
    date = parse_raw(text)
    assert date.circa
    assert date.start == Day(1880)


@pytest.mark.parametrize("text", ["forthcoming", "May", "in 12 days", "2004-99-99-99", "//", "2001 - soon"])
def test_other_text_is_kept_as_it_is(text):
    assert parse_raw(text) == Date(None, literal=text)


@given(st.text())
def test_no_text_breaks_the_reader(text):
    parse_raw(text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["date-parts", "raw", "literal", "season", "year"]), inner)
        ),
    )
)
def test_no_value_breaks_the_cleaning(value):
    date = clean_date(value)
    assert date is None or isinstance(date, Date)


def test_a_number_that_is_no_day_makes_a_text_a_text():
    """Seen: 5,000 digits behind a year raised; three of them became the day."""
    for text in ("May 2004 123", "May 2004 " + "1" * 5000):
        date = parse_raw(text)
        assert date is not None
        assert (date.start, date.literal) == (None, text)
