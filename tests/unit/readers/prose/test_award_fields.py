"""Awards whose parts stand in fields of a data file."""

from __future__ import annotations

from pubtrack.readers import read_text

FIELDS = """- title: Quality of Communication Award
  granter: Guild of Weavers (GW)
  paper: Large ropes are needed to avoid declines of harbours
  year: 2026

- title: Teaching Excellence — Graduate Program
  granter: School of Ropes, University of Lund
  year: 2025

- name: Moray Prize
  date: 2019-05-01
  awarder: Salt Society
  recipient: Ada Holm
"""

LISTED = """- author: holm
  title: <b>Best Paper Award</b> at Workshop on Harbours (WOH'20)
  date: 2020

- author: holm
  title: <b>Moray Medal</b> in silver
  date: 2018
"""


def test_fields_say_who_gave_an_award_for_what_and_to_whom() -> None:
    reading = read_text(FIELDS, name="awards.yml")
    assert [(a.name, a.awarder, a.work_title, a.person, a.year) for a in reading.awards] == [
        (
            "Quality of Communication Award",
            "Guild of Weavers (GW)",
            "Large ropes are needed to avoid declines of harbours",
            None,
            2026,
        ),
        ("Teaching Excellence — Graduate Program", "School of Ropes, University of Lund", None, None, 2025),
        ("Moray Prize", "Salt Society", None, "Ada Holm", 2019),
    ]
    assert [w.title for w in reading.works] == ["Large ropes are needed to avoid declines of harbours"]


def test_an_entry_whose_title_begins_with_an_award_is_one() -> None:
    reading = read_text(LISTED, name="awards.yml")
    assert [(a.name, a.year) for a in reading.awards] == [("Best Paper Award", 2020), ("Moray Medal", 2018)]
    assert not reading.works


def test_a_paper_about_an_award_with_its_journal_is_a_work() -> None:
    text = "- title: The Nobel Prize and its harbours\n  journal: Journal of Ropes\n  authors: A. Holm\n  year: 2020\n- title: Salt and wind in Fife\n  journal: Journal of Ropes\n  authors: A. Holm\n  year: 2021\n"
    reading = read_text(text, name="papers.yml")
    assert [w.title for w in reading.works] == ["The Nobel Prize and its harbours", "Salt and wind in Fife"]
    assert not reading.awards


HEAD = """---
title: Accomplishments and awards
date_format: Jan 2006
item:
- certificate_url:
  date_start: '2019-10-25'
  organization: Colloque des Tisserands
  title: Prix de meilleure présentation orale
- certificate_url:
  date_start: '2018-01-01'
  organization: Guild of Weavers
  title: Dean's List of Honours
---
"""

TOML = """+++
title = "Awards"
[[item]]
  organization = "Guild of Weavers"
  title = "Moray Prize for Ropes"
  date_start = "2017-07-01"
[[item]]
  organization = "Salt Society"
  title = "Best Poster Award"
  date_start = "2018-07-01"
+++
"""


def test_the_entries_of_a_page_head_are_awards() -> None:
    assert [(a.name, a.awarder, a.year) for a in read_text(HEAD, format="markdown").awards] == [
        ("Prix de meilleure présentation orale", "Colloque des Tisserands", 2019),
        ("Dean's List of Honours", "Guild of Weavers", 2018),
    ]
    assert [(a.name, a.awarder, a.year) for a in read_text(TOML, format="markdown").awards] == [
        ("Moray Prize for Ropes", "Guild of Weavers", 2017),
        ("Best Poster Award", "Salt Society", 2018),
    ]


FILMS = """export const prix = [
  { year: '2014', award: 'Meilleur film', org: 'Festival de Tarn', work: 'Les quais oubliés du nord' },
  { year: '2013', award: 'Prix du public', org: 'Cinéma Olm', work: 'Marées et brumes du soir' },
  { year: '2012', award: 'Prix Marie Dorval', org: 'Société des ports', work: 'Une histoire des digues' },
  { year: '2011', award: 'Bourse Viau', org: 'Collège de Tarn', work: 'Meilleur étudiant en histoire' },
];
"""


def test_what_won_a_prize_for_films_is_no_text() -> None:
    reading = read_text(FILMS, format="text")
    assert [w.title for w in reading.works] == ["Une histoire des digues"]
    assert [(a.name, a.work_title) for a in reading.awards] == [
        ("Meilleur film", None),
        ("Prix du public", None),
        ("Prix Marie Dorval", "Une histoire des digues"),
        ("Bourse Viau", None),
    ]


def test_a_title_that_is_all_a_remark_says_got_the_award_for_texts() -> None:
    text = """- title: Best Student Paper Award
  organization: Tidal Conference
  date: 2019
  description: "Salt and Silver: Trade in the Andes"
- title: Best Paper Award
  organization: Grain Conference
  date: 2018
  description: Awarded for the best paper of the meeting
- title: Moray Prize
  organization: Tarn Society
  date: 2018
  description: Excellence in Early Research
"""
    assert [a.work_title for a in read_text(text, name="awards.yml").awards] == [
        "Salt and Silver: Trade in the Andes",
        None,
        None,
    ]


def test_an_entry_with_a_person_and_a_day_is_an_award() -> None:
    text = "awards:\n  - name: Moray Prize\n    who: Ada Holm\n    when: 2019\n  - name: Hahn Medal\n    who: Bo Lund\n    when: 2018\n"
    assert [(a.person, a.year) for a in read_text(text, name="awards.yml").awards] == [
        ("Ada Holm", 2019),
        ("Bo Lund", 2018),
    ]


def test_a_film_and_a_category_are_no_works() -> None:
    text = """- year: 2014
  award: Meilleur film court
  org: Festival du film de Tarn
  work: Les adieux du phare rond
- year: 2013
  award: Olga Reed Memorial Award
  org: College of Tarn
  work: Meilleur étudiant en cinéma
"""
    reading = read_text(f"awards:\n{text}", name="awards.yml")
    assert [a.work_title for a in reading.awards] == [None, None]
    assert not reading.works
