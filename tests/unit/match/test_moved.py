"""Values that stand in the title are put back into their fields."""

from __future__ import annotations

from typing import Any

from pubtrack.match.compare import compare
from pubtrack.match.judging import judge
from pubtrack.match.moved import put_back
from pubtrack.match.prepare import Prepared, prepare

TITLE = "Performance tradeoffs for client-server query processing"


def record(title: str, people: str = "", venue: str = "", year: int | None = None) -> dict[str, Any]:
    said: dict[str, Any] = {"title": title, "author": [{"literal": n} for n in people.split(", ") if n]}
    if venue:
        said["container-title"] = venue
    return {**said, "issued": {"date-parts": [[year]]}} if year else said


def back(one: dict[str, Any], two: dict[str, Any]) -> tuple[Prepared, Prepared]:
    return put_back(prepare(one), prepare(two))


def families(item: Prepared) -> list[str]:
    return [a.family for a in item.authors]


def test_authors_venue_and_year_behind_a_title_go_back_to_their_fields() -> None:
    moved, told = back(
        record(f"{TITLE} m franklin , b jonsson , d kossmann sigmod conference 1996"),
        record(TITLE, "MJ Franklin, BT Jonsson, D Kossmann", year=1996),
    )
    assert (moved.title, families(moved)) == (told.title, ["franklin", "jonsson", "kossmann"])
    assert (moved.venue, moved.year) == ("sigmod conference", 1996)


def test_two_lists_in_titles_tell_each_other() -> None:
    one, two = back(
        record(f"{TITLE} m franklin , b jonsson", venue="SIGMOD"), record(f"{TITLE} mj franklin , bt jonsson vldb")
    )
    assert one.title == two.title
    assert families(one) == families(two) == ["franklin", "jonsson"]


def test_a_venue_at_the_end_goes_back_where_words_of_venues_say_so() -> None:
    moved, _ = back(
        record(f"{TITLE} vldb", "M Franklin", year=1996), record(TITLE, "M Franklin", "Very Large Data Bases", 1996)
    )
    assert (moved.title, moved.venue) == (prepare(record(TITLE)).title, "vldb")


def test_a_year_at_the_end_goes_back_only_where_the_other_is_of_that_year() -> None:
    dated = record(f"{TITLE} 1999", "M Franklin", "SIGMOD Record")
    assert back(dated, record(TITLE, "M Franklin", "SIGMOD Record", 1999))[0].year == 1999
    assert back(dated, record(TITLE, "M Franklin", "SIGMOD Record", 1998))[0].year is None


def test_words_of_a_title_that_look_like_initials_and_a_name_stay_where_nobody_is_called_so() -> None:
    plain = record("Risks of vitamin d deficiency, b vitamin status and age")
    assert back(plain, record("Something else", "J Smith"))[0].title == prepare(plain).title


def test_whole_names_stay_for_nothing_tells_where_they_begin() -> None:
    whole = record(f"{TITLE} Michael Franklin , J. Carey Jonsson , Donald Kossmann", venue="SIGMOD")
    assert back(whole, record(TITLE, "M Franklin, J Jonsson, D Kossmann"))[0].n_authors == 0


def test_records_with_all_their_fields_and_reference_strings_come_back_as_they_are() -> None:
    whole = prepare(record(TITLE, "M Franklin", "SIGMOD", 1996))
    text = prepare(f"Franklin, M. (1996). {TITLE}. SIGMOD.")
    assert put_back(whole, whole) == (whole, whole)
    assert put_back(text, whole) == (text, whole)


def test_a_work_with_moved_fields_is_found_in_either_order() -> None:
    moved = record(f"{TITLE} m franklin , b jonsson , d kossmann sigmod conference 1996")
    told = record(TITLE, "MJ Franklin, BT Jonsson, D Kossmann", "SIGMOD", 1996)
    assert compare(moved, told).verdict == "same"
    assert judge(prepare(moved), prepare(told)) == judge(prepare(told), prepare(moved))


def test_another_work_of_the_same_people_is_none_however_its_fields_lie() -> None:
    moved = record("Caching in mobile networks m franklin , b jonsson , d kossmann sigmod conference 1996")
    assert compare(moved, record(TITLE, "MJ Franklin, BT Jonsson, D Kossmann", "SIGMOD", 1996)).verdict != "same"


def test_a_word_of_the_title_is_no_venue_though_venues_have_it() -> None:
    title = "Association rules over interval data"
    told = record(title, "R Miller, Y Yang", "Management of Data", 1997)
    assert back(record(title, "R Miller, Y Yang"), told)[0].title == prepare(record(title)).title
    workshop = record("Report on a workshop", "R Miller", year=1997)
    assert back(workshop, record("Report on a workshop", "R Miller", "SIGMOD Record", 1997))[0].venue == ""


def test_a_venue_that_a_list_of_citations_cut_off_goes_back_too() -> None:
    cut = record(f"{TITLE} proceedings of the 22nd international conference on very large", "M Franklin", year=1996)
    moved, _ = back(cut, record(TITLE, "M Franklin", "VLDB", 1996))
    assert moved.title == prepare(record(TITLE)).title
    assert moved.venue == "proceedings of the 22nd international conference on very large"


def test_a_venue_goes_back_where_the_other_record_names_none_or_has_it_in_its_title_too() -> None:
    one, two = record(f"{TITLE} acm trans . database syst .", "M Franklin"), record(TITLE, "M Franklin", year=1996)
    assert back(one, two)[0].venue == "acm trans database syst"
    both = back(one, record(f"{TITLE} acm transactions on database systems", "M Franklin"))
    assert {item.title for item in both} == {prepare(record(TITLE)).title}


def test_a_title_that_is_the_name_of_a_meeting_or_speaks_of_one_stays() -> None:
    for title in (
        "Proceedings of the 2002 ACM SIGMOD International Conference on Management of Data",
        "Report on the 4th International Conference on Mobile Data Management",
        "Data management for user profiles in wireless communications systems",
    ):
        assert back(record(title), record(title, venue="SIGMOD Record"))[0].title == prepare(record(title)).title


def test_two_proceedings_of_one_series_keep_their_numbers() -> None:
    one, two = (
        record(f"Birds of the night: proceedings of the {n} workshop on owls", "A Smith") for n in ("5th", "6th")
    )
    assert [item.venue for item in back(one, two)] == ["", ""]


def test_a_year_in_the_name_of_a_venue_is_nothing_that_stands_in_the_wrong_place() -> None:
    told = record(TITLE, "M Franklin, B Jonsson", "SIGMOD Conference", 1996)
    cited = record(TITLE, "M Franklin, B Jonsson", "Proceedings of the 1996 ACM SIGMOD Conference")
    assert judge(prepare(told), prepare(cited)).card == "brief"
    assert compare(told, cited).verdict == "same"
