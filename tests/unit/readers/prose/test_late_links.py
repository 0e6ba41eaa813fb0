"""Awards whose work stands elsewhere on the page."""

from __future__ import annotations

from pubtrack.readers import read_text

PAPERS = """# Ann Lee

## Publications

- A. Lee and B. Cole. "Whose Turn Is It? Robots in Shared Kitchens." Proceedings of CHI 2023, pp. 1-17.
- A. Lee. "Mind the Gap: Gaze and Door Etiquette." Proceedings of HRI 2021, pp. 210-218.
"""


def linked(text: str) -> list[tuple[str, str | None]]:
    return [(a.name, a.work_title) for a in read_text(text, format="markdown").awards]


def test_a_paper_award_goes_to_the_only_work_of_that_meeting_and_year() -> None:
    text = f"{PAPERS}\n## Awards\n\n- Best Paper Honorable Mention, CHI 2023\n"
    assert linked(text) == [("Best Paper Honorable Mention", "Whose Turn Is It? Robots in Shared Kitchens")]


def test_a_meeting_without_a_work_links_nothing() -> None:
    assert linked(f"{PAPERS}\n## Awards\n\n- Best Paper Award, UIST 2020\n") == [("Best Paper Award", None)]


def test_a_thesis_award_goes_to_the_only_thesis() -> None:
    text = "## Education\n\n- PhD, 2011. Thesis: *Zeta functions of quaternion orders*\n\n## Awards\n\n- Stieltjes Thesis Prize 2012\n"
    assert linked(text) == [("Stieltjes Thesis Prize", "Zeta functions of quaternion orders")]


def test_an_award_said_in_two_places_is_one_award() -> None:
    text = PAPERS.replace("pp. 1-17.", "pp. 1-17. (Best Paper Award)") + "\n## Awards\n\n- Best Paper Award, CHI 2023\n"
    assert linked(text) == [("Best Paper Award", "Whose Turn Is It? Robots in Shared Kitchens")]


def test_an_award_list_may_give_only_the_main_title() -> None:
    text = (
        "## Books\n\n- Handwerk und Herrschaft. Zünfte in Oberschwaben, Ostfildern: Thorbecke 2017.\n\n"
        "## Auszeichnungen\n\n- 2018 Preis des Historikerverbandes für „Handwerk und Herrschaft“\n"
    )
    assert [work for _, work in linked(text)] == ["Handwerk und Herrschaft. Zünfte in Oberschwaben"]


PRIZE_PAGE = """# Awards

## Moray Prize

The guild's annual award is the **Elspeth Moray Student Paper Award**.

- 2021: Ada Holm, *Grain and Tolls* (Harbour Press)
- 2019: Keith Brandt, *Deep Salt: How It Was Found* (Harbour Press)
"""


def test_a_prize_named_again_without_a_work_is_the_same_and_its_full_name_is_kept() -> None:
    awards = read_text(PRIZE_PAGE, format="markdown").awards
    assert [(a.name, a.work_title, a.year) for a in awards] == [
        ("Elspeth Moray Student Paper Award", "Grain and Tolls", 2021),
        ("Elspeth Moray Student Paper Award", "Deep Salt: How It Was Found", 2019),
    ]


def test_a_prize_that_the_page_names_in_full_is_not_named_again_in_short() -> None:
    text = "# News\n\nElle a reçu le Prix de thèse Marie Dorval.\n\nLes archives de ce prix de thèse sont ici.\n"
    assert [a.name for a in read_text(text, format="markdown").awards] == ["Prix de thèse Marie Dorval"]


def test_our_paper_in_the_news_is_the_one_of_that_meeting_and_year() -> None:
    text = (
        "# News\n\n**Oct 2020** Our TIDES paper has won the Best Paper Award!\n\n# Publications\n\n"
        "- A. Holm, B. Lund. Salt and Silver: Trade in the Andes. TIDES 2020.\n"
        "- A. Holm. Tolls of the Fife Coast in Early Modern Scotland. GRAIN 2018.\n"
    )
    assert [a.work_title for a in read_text(text, format="markdown").awards] == ["Salt and Silver: Trade in the Andes"]


def test_the_author_of_the_only_work_of_a_page_got_the_book_award_for_it() -> None:
    text = (
        "# Tarn sociologist honoured\n\nMonica Casper is the author of *Salt and Silver: Trade in the Andes* (Tarn Press, 1998).\n\n"
        "Casper also received the Distinguished Book Award from the Tarn Sociological Association.\n\n"
        "Last year Candace Rad received the Distinguished Article Award from the same body.\n"
    )
    awards = read_text(text, format="markdown").awards
    assert [a.work_title for a in awards] == ["Salt and Silver: Trade in the Andes", None]
