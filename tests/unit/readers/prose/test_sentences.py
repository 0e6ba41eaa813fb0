"""Titles in running prose."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text

TITLE = "The Life of Ropes: A Study of Harbours"


@pytest.mark.parametrize(
    "text",
    [f"Our paper “{TITLE}” is out.", f"Ihre Dissertation „{TITLE}“ erschien 2020.", f"Su libro «{TITLE}» fue publicado por Cátedra.", f"Son ouvrage « {TITLE} » est paru.", f"*{TITLE}* (Oxford University Press, 2014) is her first book.", f"Read [{TITLE}](https://arxiv.org/abs/2001.00001)."],
)  # fmt: skip
def test_words_around_make_a_work(text: str) -> None:
    assert [w.title for w in read_text(text, format="markdown").works] == [TITLE]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"I gave a talk titled “{TITLE}”.", "talk"),
        (f"Im Projekt „{TITLE}“ arbeiten wir.", "project"),
        (f"El curso «{TITLE}» empieza.", "course"),
        (f"Listen to the podcast “{TITLE}”.", "podcast"),
    ],
)
def test_words_around_make_it_something_else(text: str, kind: str) -> None:
    reading = read_text(text, format="markdown")
    assert not reading.works
    assert [o.kind for o in reading.others] == [kind]


def test_a_journal_in_chinese_marks_is_no_work() -> None:
    reading = read_text("论文《城市更新中的社区参与》在《城市规划学刊》发表。", format="text")
    assert [w.title for w in reading.works] == ["城市更新中的社区参与"]


def test_a_bold_title_right_behind_whose_book_it_is_counts() -> None:
    text = "Mein Buch **Die doppelte Schicht. Zeitpolitik nach der Pandemie** (Campus 2022) wurde mit dem Preis für das beste Buch der DGS ausgezeichnet."
    reading = read_text(text, format="markdown")
    assert [w.title for w in reading.works] == ["Die doppelte Schicht. Zeitpolitik nach der Pandemie"]
    assert [(a.name, a.work_title) for a in reading.awards] == [("Preis für das beste Buch", reading.works[0].title)]


def test_pieces_about_a_work_are_no_works() -> None:
    text = "## Papers\n\n- Article covered in [Newsweek](https://example.org/a), [The Daily Mail](https://example.org/b).\n"
    reading = read_text(text, format="markdown")
    assert not reading.works
    assert {other.kind for other in reading.others} == {"media article"}


def test_a_workshop_in_quotes_is_no_work() -> None:
    text = "# News\n\n- We held the “International Workshop on Asymmetric Ropes and Their Applications.”\n"
    assert not read_text(text, format="markdown").works


def test_what_is_said_of_a_row_of_chinese_titles_is_said_of_all() -> None:
    text = "由他编写出版的《光纤缆绳控制》《起重机缆绳控制》等12部专著，先后由国防工业出版社出版。"
    assert [w.title for w in read_text(text, format="text").works] == ["光纤缆绳控制", "起重机缆绳控制"]


def test_a_whole_reference_in_italics_gives_its_title() -> None:
    text = (
        "## 2019 Harbour Research Awards\n\n**Emily Roy**, University of Lund, for the publication: *Roy, E.J., A. Moss. 2019. "
        "Ropes Uncover Conflict in the Rapid Radiation of Harbours. Rope Biology [in press](https://example.org)*\n"
    )
    titles = [w.title for w in read_text(text, format="markdown").works]
    assert titles == ["Ropes Uncover Conflict in the Rapid Radiation of Harbours"]


def test_what_stands_in_quotes_before_award_is_its_name() -> None:
    text = "Ann Lee also received the “Blessed Are the Ropemakers” award from the union for her work.\n"
    assert not read_text(text, format="text").works


def test_chinese_courses_are_no_books() -> None:
    text = "讲授《绳结导论》、《海港与社会》（双语）、《航海研究》等本科课程。"
    reading = read_text(text, format="text")
    assert not reading.works
    assert {other.kind for other in reading.others} == {"course"}


def test_what_stands_beside_a_journal_is_one() -> None:
    text = "<p>Her articles have appeared in <em>Past &amp; Rope</em> and the <em>American Harbour Review</em>.</p>"
    reading = read_text(text, format="html")
    assert not reading.works
    assert [other.kind for other in reading.others] == ["container", "container"]


def test_a_sentence_that_says_what_she_did_is_no_title() -> None:
    text = "Elle a dirigé, avec Paul Martin, l'ouvrage collectif *Nœuds et cordes du port* (PUR, 2020).\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["Nœuds et cordes du port"]


def test_a_title_behind_the_noun_of_a_text_is_no_award_though_it_begins_like_one() -> None:
    text = "# Premios\n\nPrimer Premio al trabajo de investigación “Reconocimiento holístico de nudos”, realizado por Ana Sol.\n"
    reading = read_text(text, format="markdown")
    assert [w.title for w in reading.works] == ["Reconocimiento holístico de nudos"]
    assert [(a.name, a.work_title) for a in reading.awards] == [("Primer Premio", "Reconocimiento holístico de nudos")]


def test_a_project_that_won_as_the_best_study_is_a_work() -> None:
    text = "# Premios\n\n- Premio Moray, al mejor trabajo de investigación, al proyecto “La sal en los muros de Tarn”\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["La sal en los muros de Tarn"]
    text = "# Premios\n\n- Premio Moray al proyecto “La sal en los muros de Tarn”\n"
    assert not read_text(text, format="markdown").works


def test_a_link_to_an_entry_of_publications_is_a_title_though_it_has_the_shape_of_a_name() -> None:
    text = '<ul><li><b>2021年7月1日</b> <a href="pubs.html#K21">Marlow Kestrel Knots</a>被评为ACM SIGKNOT杰出论文。</li></ul>'
    reading = read_text(text, format="html")
    assert [(a.name, a.work_title) for a in reading.awards] == [("ACM SIGKNOT杰出论文", "Marlow Kestrel Knots")]
    text = text.replace("pubs.html", "people.html")
    assert not read_text(text, format="html").works


def test_what_a_prize_was_given_for_in_quotes_is_no_work() -> None:
    text = "## Prizes\n\nThe winners have been awarded their prizes for their “true excellence in shaping the future of their field”.\n"
    assert not read_text(text, format="markdown").works


def test_of_a_quoted_reference_the_title_alone_is_one() -> None:
    text = "## Awards\n\n- **Olm Award** of the Guild\n  Early career award for the publication “Wet sails without wind in four harbours, Journal of Sails (2017), 32 (11), 1019-1031.”\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["Wet sails without wind in four harbours"]


def test_what_an_award_was_for_is_a_work_whatever_the_meeting_before() -> None:
    text = "## Preise\n\n- 2020 Best Paper Award, 12. Tagung für Taue, für „Salz und Seil“ (mit B. Krebs)\n"
    reading = read_text(text, format="markdown")
    assert [(a.name, a.work_title) for a in reading.awards] == [("Best Paper Award", "Salz und Seil")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Organized the “Slip, Twins, and Voids” symposium at ROPE 2023.", "event"),
        ("Sie leitete das „Seile und Netze“-Projekt von 2012 bis 2014.", "project"),
        ("In 2020 he gave the “Ropes under load and at sea” lecture in Lund.", "talk"),
    ],
)
def test_a_noun_right_behind_the_quotes_says_what_they_name(text: str, kind: str) -> None:
    reading = read_text(f"# News\n\n{text}\n", format="markdown")
    assert not reading.works
    assert [o.kind for o in reading.others] == [kind]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Her first article, “Why Ropes Sing at Night,” appeared in the 2014 edited volume *Sounds of the Sea*, the third volume of “Harbour Studies” (Tarn Press).", ["Why Ropes Sing at Night"]),
        ("Sie veröffentlichte „Warum Seile singen“ im Sammelband *Klänge des Meeres* (2020).", ["Warum Seile singen"]),
        ("Elle a publié « Pourquoi les vagues dansent » dans l’ouvrage collectif *Sons de la mer* (2020).", ["Pourquoi les vagues dansent"]),
        ("Publicó «Por qué cantan las cuerdas» en la revista *Mar* (2019).", ["Por qué cantan las cuerdas"]),
    ],
)  # fmt: skip
def test_what_was_published_is_a_work_and_the_volume_it_is_in_is_none(text: str, titles: list[str]) -> None:
    assert [w.title for w in read_text(f"# About\n\n{text}\n", format="markdown").works] == titles


@pytest.mark.parametrize(
    "behind",
    [
        "realizado en la Universidad de Tarna",
        "defendido por Ada Holm en la Universitat Politècnica",
        "soutenu à l'université de Tarn",
    ],
)
def test_a_project_that_was_done_for_a_degree_is_a_work(behind: str) -> None:
    text = f'El jurado concedió el Premio Ramón Holm a Dª. Ada Ruiz por el proyecto "Herramientas para vigilar las mareas de la costa", {behind}.\n'
    reading = read_text(text, format="markdown")
    assert [w.title for w in reading.works] == ["Herramientas para vigilar las mareas de la costa"]
    assert [a.work_title for a in reading.awards] == [reading.works[0].title]
