"""Reasons for and against a run of pieces."""

from __future__ import annotations

import pytest

from pubtrack.markup.html import html_blocks
from pubtrack.readers import read_text
from pubtrack.readers.prose.pieces import cut
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.title_facts import Facts
from pubtrack.readers.prose.title_marks import cuts_stretch
from pubtrack.readers.prose.title_reasons import LONGEST_RUN, Reasons, length_of
from pubtrack.readers.prose.title_runs import runs_of
from pubtrack.readers.prose.title_weights import CHOICE

ENTRY = "Torres, J., &amp; Vidal, S. (2020). Soil carbon: a study. <i>Geoderma. Series B</i>, 370, 114–120."


def _placed(html: str = ENTRY) -> Placed:
    return Placed(html_blocks(f"<li>{html}</li>")[0], "publications")


def test_no_title_begins_or_ends_in_the_middle_of_italics() -> None:
    placed = _placed()
    pieces = cut(placed)
    words = [placed.block.text[p.start : p.end] for p in pieces]
    title, journal, series = words.index("a study"), words.index("Geoderma"), words.index("Series B")
    assert cuts_stretch(pieces, title, journal)
    assert cuts_stretch(pieces, series, series + 1)
    assert not cuts_stretch(pieces, journal, series)
    assert not cuts_stretch(pieces, title, series)


def test_what_is_kept_while_searching_is_what_the_reasons_say() -> None:
    facts = Facts(cut(_placed()), _placed())
    reasons = Reasons(facts, CHOICE)
    runs = runs_of(facts)
    assert [run.worth for run in runs] == pytest.approx([reasons.whole(run.first, run.last) for run in runs])
    assert max(run.last - run.first for run in runs) < LONGEST_RUN


def test_length_stops_to_matter() -> None:
    assert length_of(4) < length_of(60) < length_of(250)
    assert length_of(1000) == length_of(5000)


def test_the_book_behind_its_editors_is_not_the_title() -> None:
    text = "# Publications\n\n- Feldstein, J. (2021). Episodic memory. In R. Biswas & K. Holm (Eds.), *The Oxford handbook of human memory* (Vol. 1, pp. 310–338). Oxford University Press.\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["Episodic memory"]


def test_a_german_subtitle_behind_a_full_stop_belongs_to_the_title() -> None:
    text = "# Schriften\n\n- Erweckung im Bergischen Land. Lesarten der Frömmigkeitsgeschichte 1815–1850, Bonn: Habelt 2008.\n"
    titles = [w.title for w in read_text(text, format="markdown").works]
    assert titles == ["Erweckung im Bergischen Land. Lesarten der Frömmigkeitsgeschichte 1815–1850"]
