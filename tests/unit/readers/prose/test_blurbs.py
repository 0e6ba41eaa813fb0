"""Blurbs of books, and titles in bold above them."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.prose.blurbs import tells_of_a_text

PAGE = """<h1>Faculty Books</h1>
<div>
<p>
<h2>Ola Brandvik</h2>
Associate Professor, Northern Trade and Early Modern Towns

<strong>Salt Roads: Trade and Faith on the Lofoten Coast</strong> (Harbour Press, 2019)

Faith was a matter of credit in the far north, and priests lent money. Salt Roads traces how fishermen made a market.
</p>
</div>
<div><p><h2>Miriam Keller</h2>
Affiliated Faculty and Director, The Harbour Museum of Art

<strong>The Image of the Reader in Harbour Towns, Volume II: <br>
From the "Age of Rope" to the Age of Wire, <br>
Part 3: The Long Century</strong>

<p>Edited by David Binder & Lois Gates</p>
<p>Drawing together weavers, dyers, and printers, including Ada Holm, Signe Dahl and Keith Brandt, The Long Century examines how ropes helped to shape towns.
Tracing proposals in guidebooks and postcards, the authors reconstruct the history of one harbour and bring to life a lost chapter of its past.</p>
</div>
"""


def test_a_title_in_bold_between_blank_lines_stands_for_itself_and_its_blurb_is_none() -> None:
    titles = [work.title for work in read_text(PAGE, format="html").works]
    assert titles[0] == "Salt Roads: Trade and Faith on the Lofoten Coast"
    assert [title.split(",")[0] for title in titles[1:]] == ["The Image of the Reader in Harbour Towns"]


CARDS = """<h1>Faculty Books</h1>
<h3>Ola Brandvik</h3><p><b>Weather Wives: Marriage and Meteorology</b></p>
<p>Starting from a single diary, Weather Wives explores how the wives of observers kept the records of an empire. Brandvik argues that measurement was housework, and draws on archives in Bergen and Lübeck.</p>
<h3>Miriam Keller</h3><p><b>The Unlit Lamp: Reading Aloud in Vilna</b></p><p>Harbour University Press, 2017</p>
<h3>Articles</h3><p><b>Political economy of ports</b></p><p>Keller, M. (2012). Dues and Duties. Journal of Ports 4: 1-20.</p>
"""


def test_a_line_in_bold_over_a_blurb_or_a_publisher_is_a_title_and_over_references_a_heading() -> None:
    assert [(w.title, w.year) for w in read_text(CARDS, format="html").works] == [
        ("Weather Wives: Marriage and Meteorology", None),
        ("The Unlit Lamp: Reading Aloud in Vilna", 2017),
        ("Dues and Duties", 2012),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Keller, M. What a market shows the state: how towns saw themselves between 1800 and 1900, and after. Journal of Ports 4: 1-20, 2012. " * 2,
        "This explores how towns work.",
    ],
)  # fmt: skip
def test_references_and_short_lines_are_no_blurbs(text: str) -> None:
    assert not tells_of_a_text(text)
