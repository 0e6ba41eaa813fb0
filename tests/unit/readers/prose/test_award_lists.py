"""Award pages and award sections."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text

PAGE = """# XYZ 2021 Awards

## Best Paper Award

- **A Study of Ropes and Their Knots**, by Ann Bee and Cy Dee

## Honorable Mentions

- **A Study of Strings and Their Ends**, by Ed Eff
- **What Is a Thread?**, by Gus Hay, Ian Jay
"""


def test_a_heading_gives_its_award_to_every_work_below() -> None:
    awards = read_text(PAGE, format="markdown").awards
    assert [(a.name, a.work_title, a.event, a.year) for a in awards] == [
        ("Best Paper Award", "A Study of Ropes and Their Knots", "XYZ 2021", 2021),
        ("Honorable Mentions", "A Study of Strings and Their Ends", "XYZ 2021", 2021),
        ("Honorable Mentions", "What Is a Thread?", "XYZ 2021", 2021),
    ]


def test_an_entry_without_an_award_word_is_one_in_a_section_of_awards() -> None:
    text = "## Awards\n\n- 2019: Dean's List, Northfield College\n- Travel grant, 2018\n- Congratulations to all!\n"
    assert [(a.name, a.year) for a in read_text(text, format="markdown").awards] == [("Dean's List", 2019)]


def test_a_heading_among_awards_is_an_award_where_nothing_below_says_more() -> None:
    text = "# Awards\n\n### Special Research Award for Teaching\n\n**Youth Board | Estonia**\n\n### Teaching Awards\n\n- None yet\n"
    assert [a.name for a in read_text(text, format="markdown").awards] == ["Special Research Award for Teaching"]


def test_under_the_name_of_a_prize_stands_who_got_it() -> None:
    text = "# Prizes 2021\n\n## Lifetime Achievement Award\n\n**Helen Maddox** (Emerita, Manchester)\n\nThe jury writes: a model of clarity.\n"
    assert [(a.name, a.person) for a in read_text(text, format="markdown").awards] == [
        ("Lifetime Achievement Award", "Helen Maddox")
    ]


def test_headlines_and_lines_of_a_news_page_are_no_awards() -> None:
    text = "# Sociologist Takes Top Award For Weaving Book\n\nPress Release: University of Lund\n\nFanny Chevalier was on the jury.\n"
    assert not read_text(text, format="markdown").awards


def test_what_stands_in_front_of_a_name_in_a_list_is_no_award() -> None:
    text = "## Awards\n\n- Awardee • Director's Circle of Excellence • Lund\n- 国家级一等奖(2015): 大学生数学竞赛\n"
    assert [a.name for a in read_text(text, format="markdown").awards] == [
        "Director's Circle of Excellence",
    ]


def test_periods_begin_entries_of_a_list_of_awards() -> None:
    text = "# Awards\n\n2007–10 : Faculty Research Grant Scholarship, Lund\n\n2007–09 : Graduate Studies Scholarship, Lund\n"
    assert [a.name for a in read_text(text, format="markdown").awards] == [
        "Faculty Research Grant Scholarship",
        "Graduate Studies Scholarship",
    ]


def test_lines_that_are_awards_and_nothing_else_are_cards_in_plain_text_too() -> None:
    text = "Auszeichnungen\n\n2026\n\nWeiterbildungspreis des Landes Tarn\n\nDas Archiv der Seile\n\nPreisverleihung im Oktober\n\n2024\n\nSeilerpreis der Gilde\n\nDas Projekt der Reeperbahn\n"
    awards = read_text(text, name="list.txt").awards
    assert [(a.name, a.year) for a in awards] == [
        ("Weiterbildungspreis des Landes Tarn", 2026),
        ("Seilerpreis der Gilde", 2024),
    ]


def test_a_paragraph_of_words_below_the_heading_is_no_award() -> None:
    page = "<h1>Premios</h1><p><i>Validación académica y de innovación.</i></p><h2>Premio Marítimo UNT 2025</h2><p>Resolución definitiva.</p>"
    assert [a.name for a in read_text(page, format="html").awards] == ["Premio Marítimo UNT"]


def test_an_entry_of_parts_with_full_stops_names_the_award_first() -> None:
    text = "## Distinctions\n\n2000\\. Summer Research Fellow. University of Tarn.\n\n1987-92\\. Jacob K. Olm Fellow. Department of Ropes. Tarn University and Lund University.\n\n1988\\. Delmore Salt Prize for Poetry. Tarn University.\n"
    assert [a.name for a in read_text(text, format="markdown").awards] == [
        "Summer Research Fellow",
        "Jacob K. Olm Fellow",
        "Delmore Salt Prize for Poetry",
    ]


def test_what_won_at_a_meeting_appeared_there_unless_it_won_for_its_age() -> None:
    page = (
        PAGE
        + "\n## Doctoral Dissertation Award\n\n- **Knots in Networks of the Sea**, by Elsa Quint\n"
        + "\n## Test of Time Award\n\n- **Ropes and Sails of the Old Harbours**, by Dora Eff\n"
    )
    works = read_text(page, format="markdown").works
    assert [(w.title, w.venue) for w in works][:2] == [
        ("A Study of Ropes and Their Knots", "XYZ 2021"),
        ("A Study of Strings and Their Ends", "XYZ 2021"),
    ]
    assert [(w.title, w.venue) for w in works][-2:] == [
        ("Knots in Networks of the Sea", None),
        ("Ropes and Sails of the Old Harbours", None),
    ]


CARDS = """+++
title = "Honors & Awards"
+++

### 2024 Outstanding Alumni Award
*Tarn Department of Ropes & Nets*
Awarded to former students.

### 2021 Outstanding Early Career Rope Maker
*Academy of Ropes*
Recognizes the work of the young.

### 2019 Outstanding Paper Award
*Harbour Association*
For the paper [Waves in narrow harbours](https://doi.org/10.1000/x) with Bo Lund.
"""


def test_on_cards_of_awards_the_first_line_is_who_gave_it_and_a_year_makes_a_heading_an_award() -> None:
    reading = read_text(CARDS, format="markdown")
    assert [w.title for w in reading.works] == ["Waves in narrow harbours"]
    assert sorted((a.year or 0, a.name or "", a.awarder, a.work_title) for a in reading.awards) == [
        (2019, "Outstanding Paper Award", None, "Waves in narrow harbours"),
        (2021, "Outstanding Early Career Rope Maker", "Academy of Ropes", None),
        (2024, "Outstanding Alumni Award", "Tarn Department of Ropes & Nets", None),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "Harbour Fellowship for a research project titled “Salt in the Walls of the North: A Survey,” Tarn, 2015",
        "Wall Fellowship for attending “The Rope Book in the Industrial Era” at the Rope School, 2014",
        "Associate Editor\n  Journal of Ropes",
        "Guest Editor, Journal of Ropes",
    ],
)
def test_a_project_a_course_and_a_post_are_neither_works_nor_awards(entry: str) -> None:
    reading = read_text(f"## Awards and Fellowships\n\n- {entry}\n- Tarn Medal, 2013\n", format="markdown")
    assert not reading.works
    assert [a.name for a in reading.awards if "Fellowship" not in (a.name or "")] == ["Tarn Medal"]
    assert all(a.work_title is None for a in reading.awards)


def test_what_a_prize_was_for_is_said_in_brackets() -> None:
    text = "## Awards\n\n- **Departmental Prize for Coursework**, Tarn English (best student essay), 2016\n"
    assert [a.name for a in read_text(text, format="markdown").awards] == ["Departmental Prize for Coursework"]


TAGGED = """<h2>Becas y premios</h2>
<div class="e"><span class="d">2023</span><div class="b"><span class="t">[Premio] Outstanding Service Award</span><span
class="s">Salt Science, Tarn University</span></div></div>
<div class="e"><span class="d">2022</span><div class="b"><span class="e-title">[Premio] Mejor Ayudante</span><span
class="s">Universidad de Tarn</span></div></div>
<div class="e"><span class="d">2020</span><div class="b"><span class="e-title">[Grant] Mapping salt</span></div></div>
"""


def test_a_tag_in_brackets_says_what_an_entry_is_and_is_no_heading() -> None:
    awards = read_text(TAGGED, format="html").awards
    assert [(a.name, a.year) for a in awards] == [("Outstanding Service Award", 2023), ("Mejor Ayudante", 2022)]


@pytest.mark.parametrize(
    ("heading", "below", "giver"),
    [
        ("2021 Early Career Award", "*Academy of Experimental Tides*  \nRecognizes early work.", "Academy of Experimental Tides"),
        ("2019 Alumni Medal", "Tarn University Department of Law", "Tarn University Department of Law"),
        ("Premio Ramón Holm", "Universidad de Tarna", "Universidad de Tarna"),
        ("Otto-Holm-Preis 2015", "Universität Tarn, Fakultät für Gezeiten", "Universität Tarn, Fakultät für Gezeiten"),
        ("Prix Holm 2011", "Société française des marées", "Société française des marées"),
    ],
)  # fmt: skip
def test_the_body_below_the_name_of_an_award_gave_it(heading: str, below: str, giver: str) -> None:
    text = f"# Awards\n\n### {heading}\n{below}\n\n### 2012 Moray Prize\nTarn University\n"
    reading = read_text(text, format="markdown")
    assert not reading.works
    assert [a.awarder for a in reading.awards] == [giver, "Tarn University"]


def test_lectures_somebody_was_invited_to_and_programmes_are_no_awards() -> None:
    text = (
        "# Honors and Awards\n\nThis page highlights selected honors received by members of the lab.\n\n"
        "- Whitaker Lecture, Harbour Bank, 2019\n- Keynote Address, Tarn Forum, 2018\n- Visiting Professor, Tarn, 2012\n"
        "- Supported by the “Double Wave Talent Program” of Tarn University\n- Holm Lecture Award, 2011\n- Olm Prize, 2010\n"
    )
    reading = read_text(text, format="markdown")
    assert [a.name for a in reading.awards] == ["Holm Lecture Award", "Olm Prize"]
    assert reading.works == ()


def test_a_heading_that_says_whose_awards_follow_is_none() -> None:
    text = "<h2>Honors and Awards of Ada Holm</h2><ul><li>Tarn Medal, 2020</li></ul>"
    assert [a.name for a in read_text(text, format="html").awards] == ["Tarn Medal"]
