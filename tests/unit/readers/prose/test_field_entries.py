"""Entries of data files."""

from __future__ import annotations

from pubtrack.readers import read_text

NEWS = """
- date: May 2025
  headline: Congratulations to Mira Holt on winning the Lantern Doctoral Prize for her research!
- date: April 2025
  headline: We welcome Ugo to the group.
- date: March 2025
  headline: Congratulations Tove Lind for her latest publication on [Slow spin waves in dilute gases](https://doi.org/10.1000/abc.1)
  image: /img/party.jpg
"""


def test_sentences_of_news_are_read() -> None:
    reading = read_text(NEWS, name="news.yml")
    assert [w.title for w in reading.works] == ["Slow spin waves in dilute gases"]
    assert [a.name for a in reading.awards] == ["Lantern Doctoral Prize"]


def test_entries_of_a_section_of_awards_are_awards_and_posts_are_none() -> None:
    text = """
- title: Positions
  contents:
    - title: Research Fellow
      institution: Institute of Tides, Prize Road, Tarn
      year: 2020 - 2023
- title: Grants – Awards
  contents:
    - title: Harbour Foundation Fellowship
      year: 2024
    - title: <a href="http://x.y">Best Reviewer Award</a> of Tides
      year: 2023
    - title: <a href="http://x.y">Best Reviewer Award</a> of Tides
      year: 2022
"""
    reading = read_text(text, name="cv.yml")
    assert [(a.name, a.year) for a in reading.awards] == [
        ("Harbour Foundation Fellowship", 2024),
        ("Best Reviewer Award", 2023),
        ("Best Reviewer Award", 2022),
    ]
    assert reading.works == ()


def test_references_in_values_are_read_by_what_the_entry_says_it_is() -> None:
    text = """publications:
  - type: Beiträge
    content: "(7) *Vom Nutzen des Zweifels. Ein
      Versuch*, in: Forum Philosophie 66 (2017), 74-90."
  - type: Beiträge
    content: "(6) (mit Arno Keil) *Grenzen der Geduld*, in: Forum Philosophie 65 (2016), 7-19."
"""
    assert [(w.title, w.year) for w in read_text(text, name="publications.yml").works] == [
        ("Vom Nutzen des Zweifels. Ein\n      Versuch", 2017),
        ("Grenzen der Geduld", 2016),
    ]


def test_a_thesis_without_a_journal_is_a_work_in_a_list_of_works_and_a_talk_is_none() -> None:
    text = """
[[thesis]]
title = "Ruptures on branching faults"
institute = "Institute of Tides"
year = 2018
[[talks]]
title = "A word on ropes and knots"
venue = "Tarn"
date = "2019"
"""
    reading = read_text(text, name="pubs.toml")
    assert [(w.title, w.year) for w in reading.works] == [("Ruptures on branching faults", 2018)]


def test_chinese_news_in_values_are_read() -> None:
    text = "- date: 2025-05\n  text: 祝贺李明同学荣获国家奖学金，并在会上作报告！\n"
    assert [a.name for a in read_text(text, name="news.yml").awards] == ["国家奖学金"]


def test_lists_of_quoted_lines_and_entries_with_names_are_read() -> None:
    text = 'papers:\n  - "M. Quint, O. Renz. Ropes in harbours and elsewhere. Journal of Knots, 2021."\n'
    assert [(w.title, w.year) for w in read_text(text, name="d.yml").works] == [
        ("Ropes in harbours and elsewhere", 2021)
    ]
    resume = "publications:\n  - name: Slow tides of the north\n    publisher: Journal of Tides\n    releaseDate: 2014-10-01\n"
    (work,) = read_text(resume, name="resume.yml").works
    assert (work.title, work.year, work.venue) == ("Slow tides of the north", 2014, "Journal of Tides")


def test_the_abstract_of_an_entry_names_nothing() -> None:
    text = (
        "export const papers = [\n  {\n    details: {\n      title: 'How the harbour grows',\n      journal: 'Ports',\n      year: 2022,\n    },\n"
        "    abstract: 'According to the thesis known as ‘Harbours as Identity’, every harbour is identical to its piers. I argue that it is not.',\n"
        "    cover: {\n      img: ports,\n      link: 'https://ports.example',\n      alt: 'Ports',\n    },\n  },\n];\n"
    )
    assert [w.title for w in read_text(text, name="papers.js").works] == ["How the harbour grows"]
