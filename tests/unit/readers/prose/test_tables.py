"""Rows of tables whose columns have names."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text

TABLE = """# Awards

| Year | Award | Paper |
|------|-------|-------|
| 2022 | Best Paper | Design Tools for Side-Channel-Aware Implementations |
| 2021 | Best Paper | My Other Car Is Your Car |
"""


def test_the_cell_under_a_name_for_titles_is_the_work() -> None:
    works = read_text(TABLE, format="markdown").works
    assert [(w.title, w.year) for w in works] == [
        ("Design Tools for Side-Channel-Aware Implementations", 2022),
        ("My Other Car Is Your Car", 2021),
    ]


def test_an_award_of_a_row_goes_to_the_work_of_the_row() -> None:
    awards = read_text(TABLE, format="markdown").awards
    assert [(a.name, a.year, a.work_title) for a in awards] == [
        ("Best Paper", 2022, "Design Tools for Side-Channel-Aware Implementations"),
        ("Best Paper", 2021, "My Other Car Is Your Car"),
    ]


def test_a_table_without_a_column_for_titles_is_read_as_before() -> None:
    text = "# Talks\n\n| Date | Topic |\n|---|---|\n| 2021 | The Secret Life of Ropes and Knots |\n"
    assert not read_text(text, format="markdown").works


def test_a_column_says_that_a_row_is_no_work() -> None:
    text = (
        "| Type | Year | Title | Published in |\n|---|---|---|---|\n"
        "| Journal article | 2023 | Community radio and rural publics | *Media & Society* |\n"
        "| Podcast | 2022 | Airwaves of Africa and beyond | - |\n"
    )
    reading = read_text(text, format="markdown")
    assert [w.title for w in reading.works] == ["Community radio and rural publics"]
    assert [(o.text, o.kind) for o in reading.others] == [("Airwaves of Africa and beyond", "media")]


def test_the_title_of_a_cell_is_what_stands_in_quotes() -> None:
    text = (
        "<table><tr><th>Year</th><th>Article</th></tr>"
        "<tr><td>2021</td><td>“Metadata Debt,” <em>JASIST</em></td></tr></table>"
    )
    assert [w.title for w in read_text(text, format="html").works] == ["Metadata Debt"]


WINNERS = """# Moray Book Prize

### Past Winners

Year | Author | Title
--- | --- | ---
2021 | Banu Holm | *Holy Wheat: A Politics* (Harbour Press, 2019)
2019 | Anna Brandt | Lions of the Steppe
"""


def test_a_table_of_winners_gives_the_prize_named_above_to_its_works() -> None:
    awards = read_text(WINNERS, format="markdown").awards
    assert [(a.name, a.work_title, a.year) for a in awards] == [
        ("Moray Book Prize", "Holy Wheat: A Politics", 2021),
        ("Moray Book Prize", "Lions of the Steppe", 2019),
    ]


def test_a_column_may_be_named_in_the_first_line_of_its_cell() -> None:
    text = (
        "<table><tr><th>Row</th><th>Title<br>String</th><th>Year<br>Int</th></tr>"
        "<tr><th>1</th><td>Development of a rope index</td><td>2023</td></tr></table>"
    )
    (work,) = read_text(text, format="html").works
    assert (work.title, work.year) == ("Development of a rope index", 2023)


def test_what_was_awarded_is_a_title_beside_a_column_of_awards() -> None:
    text = (
        "<table><tr><td>奖励名称</td><td>获奖项目名称</td><td>完成人</td><td>年度</td><td>等级</td></tr>"
        "<tr><td>河东省第三届社会科学优秀成果奖</td><td>绳结与地方社会</td><td>周岚</td><td>2013</td><td>二等奖</td></tr></table>"
    )
    reading = read_text(text, format="html")
    assert [w.title for w in reading.works] == ["绳结与地方社会"]
    assert [(a.name, a.work_title, a.person) for a in reading.awards] == [
        ("河东省第三届社会科学优秀成果奖", "绳结与地方社会", "周岚")
    ]


def test_the_name_of_an_award_begins_in_its_own_cell() -> None:
    text = "| 成果名称 | 奖励名称 | 等级 |\n|---|---|---|\n| 盐业与城市 | 河东省社会科学优秀成果奖 | 一等奖 |\n"
    assert [a.name for a in read_text(text, format="markdown").awards] == ["河东省社会科学优秀成果奖"]


def test_a_project_is_a_project_where_no_column_names_awards() -> None:
    text = "| 项目名称 | 负责人 | 年度 |\n|---|---|---|\n| 绳结与地方社会研究 | 周岚 | 2013 |\n"
    assert not read_text(text, format="markdown").works


def test_a_cell_below_award_is_one_whatever_its_words() -> None:
    text = (
        "| Award | Student | Thesis title | Year |\n|---|---|---|---|\n"
        "| Dean's Commendation | Bo Lund | A History of Knots | 2021 |\n"
    )
    awards = read_text(text, format="markdown").awards
    assert [(a.name, a.work_title, a.person, a.year) for a in awards] == [
        ("Dean's Commendation", "A History of Knots", "Bo Lund", 2021)
    ]


@pytest.mark.parametrize(
    ("head", "rows", "awards"),
    [
        ("# Harbour Group\n\n## News\n\n| Year | Description | Who | Links |", ["| 2021.04 | First light of the array | Tide Array | [Press](https://tarn.example/a?1) |", "| 2019.02 | Tarn Medal 2019 | Ada Holm | [Press](https://tarn.example/a?2) |"], [("Tarn Medal", 2019, "Ada Holm")]),
        ("# Aktuelles\n\n| Datum | Meldung | Wer |", ["| 05/2021 | E42 zwei weitere Ereignisse | [Uni](https://tarn.example/1) |", "| 03/2021 | Karl-Sol-Preis 2021 | Ada Holm |"], [("Karl-Sol-Preis", 2021, "Ada Holm")]),
        ("# Noticias\n\n| Fecha | Noticia | Persona |", ["| 2020 | Inicio de la misión Atlántico Sur | MISIÓN |", "| 2019 | Premio Tarn 2019 | Julia Sol |"], [("Premio Tarn", 2019, "Julia Sol")]),
    ],
)  # fmt: skip
def test_rows_of_what_happened_are_no_works_and_awards_go_to_whom_it_happened(
    head: str, rows: list[str], awards: list[tuple[str, int, str]]
) -> None:
    columns = head.splitlines()[-1].count("|") - 1
    text = "\n".join([head, "|---" * columns + "|", *rows]) + "\n"
    reading = read_text(text, format="markdown")
    assert reading.works == ()
    assert [(a.name, a.year, a.person) for a in reading.awards] == awards


def test_a_row_of_what_happened_may_name_a_work() -> None:
    text = "# News\n\n| Date | What happened |\n|---|---|\n| 2020 | Our paper “Seile im Sturm: Lasten an Masten” appeared in Nature Ropes |\n| 2019 | New tank |\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["Seile im Sturm: Lasten an Masten"]


LAUREATES = """# Prix

Le **Prix de thèse Marie Dorval** récompense une thèse par an. Les archives de ce prix de thèse sont ici.

**Lauréats de 2019 à 2020**

Année| Lauréat| Thèse
---|---|---
**2020**| Jeanne MOREL (prix) | [Typer les tables.](https://example.org/1) Université de Tarn sous la direction de Paul Viau
| | Luc OLM (accessit) | [Oublier lentement les graphes.](https://example.org/2) INSA Holm sous la direction d'Anne Lund
"""


def test_a_prize_in_brackets_behind_a_winner_goes_to_the_thesis_of_the_row() -> None:
    reading = read_text(LAUREATES, format="markdown")
    assert [(w.title, w.year) for w in reading.works] == [
        ("Typer les tables", 2020),
        ("Oublier lentement les graphes", 2020),
    ]
    assert [(a.name, a.work_title, a.person, a.year) for a in reading.awards if a.work_title] == [
        ("prix", "Typer les tables", "Jeanne MOREL", 2020),
        ("accessit", "Oublier lentement les graphes", "Luc OLM", 2020),
    ]


def test_a_year_goes_on_over_rows_without_a_cell_for_it() -> None:
    text = (
        "<h2>Premios</h2><table><tr><th>Año</th><th>Premiado</th><th>Tesis</th></tr>"
        "<tr><td rowspan=2>2020</td><td>Ana Ríos</td><td>Aprendizaje de grafos con pocos datos</td></tr>"
        "<tr><td>Luis Mora (accésit)</td><td>Modelos de lenguaje para lenguas raras</td></tr></table>"
    )
    reading = read_text(text, format="html")
    assert [(w.title, w.year) for w in reading.works] == [
        ("Aprendizaje de grafos con pocos datos", 2020),
        ("Modelos de lenguaje para lenguas raras", 2020),
    ]
    assert [(a.name, a.work_title) for a in reading.awards] == [("accésit", "Modelos de lenguaje para lenguas raras")]


def test_a_thesis_in_a_table_of_students_is_no_title_by_itself() -> None:
    text = "## Teaching\n\n| Year | Student | Thesis |\n|---|---|---|\n| 2020 | Bo Lund | A History of Knots |\n"
    assert not read_text(text, format="markdown").works


def test_where_a_thesis_was_written_is_no_part_of_its_title() -> None:
    text = "| Jahr | Preisträger | Dissertation |\n|---|---|---|\n| 2022 | Ada Holm (1. Preis) | Wellen im Salz. TU Olm |\n"
    reading = read_text(text, format="markdown")
    assert [w.title for w in reading.works] == ["Wellen im Salz"]
    assert [(a.name, a.work_title) for a in reading.awards] == [("1. Preis", "Wellen im Salz")]


@pytest.mark.parametrize(
    ("head", "row", "people"),
    [
        ("Jahr | Preis | Preisträgerin", "2019 | Heinz-Maier-Preis | Jan Ohlsen und Petra Rad", ["Jan Ohlsen", "Petra Rad"]),
        ("When | What | Who", "06/2017 | Otto Hahn Medal | Omar Haddad", ["Omar Haddad"]),
        ("Année | Membre | Distinction", "2020 | Solène Vidal | Prix Irène Joliot-Curie", ["Solène Vidal"]),
        ("年度 | 姓名 | 奖励名称 | 等级", "2020 | 王建国 | 宝钢优秀教师奖 | 高级", ["王建国"]),
        ("Year | Award | Place", "2020 | Moray Prize | Tarn University", [None]),
    ],
)  # fmt: skip
def test_a_cell_that_holds_nothing_but_names_says_who_got_the_award(head: str, row: str, people: list[str]) -> None:
    rule = "|".join(["---"] * (head.count("|") + 1))
    text = f"# Members\n\n| {head} |\n|{rule}|\n| {row} |\n"
    assert [a.person for a in read_text(text, format="markdown").awards] == people
