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
