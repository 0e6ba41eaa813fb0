"""Works in lists of winners."""

from __future__ import annotations

from pubtrack.readers import read_text

WINNERS = """# Moray Prize

## Past Winners

- **2017** Keith Brandt, *Grain and Tolls* (Harbour Press, 2014).
- 2015 Martina Ruud, *Deep Salt: How It Was Found*
- 2013: David Kolb, “How the Weavers Saved Physics”
- 2011: Deborah Hark, University of Lund
"""


def test_works_below_past_winners_got_the_prize_named_above() -> None:
    reading = read_text(WINNERS, format="markdown")
    assert [(a.name, a.work_title, a.person, a.year) for a in reading.awards] == [
        ("Moray Prize", "Grain and Tolls", None, 2017),
        ("Moray Prize", "Deep Salt: How It Was Found", None, 2015),
        ("Moray Prize", "How the Weavers Saved Physics", None, 2013),
        ("Moray Prize", None, "Deborah Hark", 2011),
    ]


def test_a_committee_below_the_name_of_a_prize_is_no_winner() -> None:
    text = "# Moray Prize\n\n### Award Committee\n\n- Ada Holm, Chair (Lund)\n- Keith Brandt (Oslo)\n"
    reading = read_text(text, format="markdown")
    assert not reading.works
    assert all(a.person is None for a in reading.awards)


def test_a_sum_of_money_beside_a_title_is_a_grant() -> None:
    text = "# Awards\n\n## Harbour Book Prize\n\n- Ann Lee, *Ropes and Their Makers*, Rope Fund, 2019 ($12,000)\n"
    assert not read_text(text, format="markdown").works


CARDS = """<h1>Auszeichnungen</h1>
<article><div class="year">2024</div><h2>Weiterbildungspreis des Landes Moray</h2><div class="issuer">EDREF – Education work with REFs</div>
<p>Auszeichnung in der Kategorie „Wege und Methoden“ für das Projekt. Das Projekt wurde von der Jury für die Auszeichnung ausgewählt.</p></article>
<article><div class="year">2023</div><h2>Silver Nautilus Book Award 2023 with Special Honors</h2><div class="issuer">Handbook of Salt and Wind</div>
<p>Auszeichnung durch die Akademie für Salz (AFS).</p></article>
<article><div class="year">2021</div><h2>Weiterbildungspreis des Landes Moray</h2><div class="issuer">IKIGAI: Das Spiel</div></article>
<article><div class="year">2020</div><h2>DEI HOLM-Preis 2019 · Kategorie JUVANTES</h2><div class="issuer">Persönliche Auszeichnung</div></article>
"""


def test_cards_of_awards_have_a_year_above_the_name_and_below_it_what_it_was_for() -> None:
    reading = read_text(CARDS, format="html")
    assert [w.title for w in reading.works] == ["Handbook of Salt and Wind"]
    assert sorted((a.name, a.work_title, a.year) for a in reading.awards if not a.work_title) == [
        ("DEI HOLM-Preis", None, 2019),
        ("Weiterbildungspreis des Landes Moray", None, 2021),
        ("Weiterbildungspreis des Landes Moray", None, 2024),
    ]
    assert [(a.work_title, a.year) for a in reading.awards if a.work_title] == [("Handbook of Salt and Wind", 2023)]


MEETING = """---
title: Awards
---

# Awardees

## Best Research:
### [RopeNet: Deep Models for Personalized Weaving](https://example.org/p1.html)

Ada Holm, Keith Brandt

## Best New Direction:

### [Salt in the Harbours of Fife: Estimation and Tolls](https://example.org/p2.html)

Petra Dahl, Cy Kolb
"""


def test_linked_headings_below_an_award_of_a_meeting_are_the_works() -> None:
    reading = read_text(MEETING, format="markdown")
    assert [(a.name, a.work_title) for a in reading.awards] == [
        ("Best Research", "RopeNet: Deep Models for Personalized Weaving"),
        ("Best New Direction", "Salt in the Harbours of Fife: Estimation and Tolls"),
    ]


def test_short_titles_in_italics_below_awards_for_papers_are_works() -> None:
    text = "## Outstanding Papers\n\n- *Hemp at Scale*. Gil Hart and Ida Jo.\n- *The Rope Paradox*. Kim Lund.\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["Hemp at Scale", "The Rope Paradox"]


def test_who_gave_an_award_and_that_it_was_given_are_no_works() -> None:
    text = (
        "# Awards\n\n### Best Harbour Technology Demonstration Award\n**International Society of Harbour Research | USA**<br/>\n[Link](./best_demo.pdf)\n\n"
        "* The **award** was given at the International Conference of Harbours\n"
    )
    reading = read_text(text, format="markdown")
    assert not reading.works
    assert [award.name for award in reading.awards] == ["Best Harbour Technology Demonstration Award"]


def test_cards_of_a_plain_text_name_the_book_below_the_award() -> None:
    text = (
        "Awards\n\n2024\n\nSilver Kelp Book Award 2024 with Special Honors for Rigour\n\nEmpowerment for a Salty Future\n\nGiven by the Kelp Guild.\n\n"
        "2023\n\nThe William B. Olmstead Outstanding Book Award 2023\n\nInternational Handbook of Ropes\n\nGiven by the Rope Academy.\n"
    )
    awards = read_text(text, name="page.txt").awards
    assert [(a.name, a.work_title, a.year) for a in awards] == [
        ("Silver Kelp Book Award", "Empowerment for a Salty Future", 2024),
        ("William B. Olmstead Outstanding Book Award", "International Handbook of Ropes", 2023),
    ]


def test_a_stretch_of_the_name_of_an_award_is_no_work() -> None:
    reading = read_text(
        "# Awards\n\n- The William B. Olmstead Outstanding Book Award 2023, Rope Academy\n", format="markdown"
    )
    assert not reading.works


def test_a_long_sentence_below_the_name_of_an_award_is_no_title() -> None:
    text = (
        "## Poster Award for Ada Holm\n\nThe retreat brought together early-career researchers from all sites of the Society of "
        "Knots, featuring nearly 70 posters across several sessions on rope. Posters were evaluated on clarity.\n"
    )
    assert not read_text(text, format="markdown").works


def test_a_title_in_a_cell_of_its_own_won_the_paper_award_beside_it() -> None:
    text = r"""\section{Honors}
\cventry{2021}{Best Paper Award}{Harbour Conference}{}{}{Ropes that remember the hands that made them}
\cventry{2020}{Outstanding Teaching Award}{Tarn}{}{}{For the course on ropes and nets in winter}
\cventry{2019}{Tarn Book Prize}{Tarn Academy}{}{}{``A History of Nets and the Sea''}
\cventry{2018}{Best Thesis Award}{Tarn}{}{}{Awarded to one student a year in the whole country}
\cventry{2017}{Best Paper Award}{Tarn}{}{}{With Ada Holm and the whole team of ropes}
"""
    reading = read_text(text, format="latex")
    assert [(a.name, a.work_title, a.year) for a in reading.awards] == [
        ("Best Paper Award", "Ropes that remember the hands that made them", 2021),
        ("Outstanding Teaching Award", None, 2020),
        ("Tarn Book Prize", "A History of Nets and the Sea", 2019),
        ("Best Thesis Award", None, 2018),
        ("Best Paper Award", None, 2017),
    ]
