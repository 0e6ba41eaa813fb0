"""Reasons for and against the title of an entry being that of a work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.markup.html import html_blocks
from pubtrack.readers.prose.references import Reference, read_reference
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.work_reasons import log_odds, reasons_for
from pubtrack.readers.prose.work_weights import ALWAYS, WEIGHTS

ENTRY = "Torres, J., &amp; Vidal, S. (2020). Soil carbon: a study of quiet fields. <i>Geoderma</i>, 370, 114–120."


def _read(html: str = ENTRY, role: str = "publications", tag: str = "li") -> tuple[Placed, Reference]:
    placed = Placed(html_blocks(f"<{tag}>{html}</{tag}>")[0], role)
    reference = read_reference(placed)
    assert reference
    return placed, reference


def _odds(html: str = ENTRY, role: str = "publications", tag: str = "li", kin: int = 0) -> float:
    return log_odds(*_read(html, role, tag), kin)


def test_every_reason_has_a_weight_and_every_weight_a_reason() -> None:
    assert set(reasons_for(*_read(), 0)) == set(WEIGHTS)


def test_the_odds_are_the_sum_of_the_reasons_by_their_weights() -> None:
    reasons = reasons_for(*_read(), 1)
    assert _odds(kin=1) == pytest.approx(ALWAYS + sum(WEIGHTS[name] * amount for name, amount in reasons.items()))


@pytest.mark.parametrize("html", [ENTRY, "“A Map of Tides,” <i>Harbour Review</i> 3 (2019): 1–9.", "Ropes and Nets in Winter. Tarn: Tarn Press, 2011."])  # fmt: skip
def test_references_are_works_in_a_list_of_publications(html: str) -> None:
    assert _odds(html) > 0


@pytest.mark.parametrize("html", ["Home", "Full list on the page of the group", "Last updated: 12 May 2020"])
def test_lines_of_a_page_are_none(html: str) -> None:
    assert _odds(html) < 0


def test_the_same_entry_is_less_likely_a_work_among_posts_than_among_publications() -> None:
    assert _odds(role="appointments") < _odds(role="") < _odds()


def test_venue_and_notes_behind_a_title_and_marks_around_it_speak_for_it() -> None:
    bare = "Soil carbon: a study of quiet fields"
    assert _odds(f"{bare}. <i>Geoderma</i>") > _odds(f"{bare}.")
    assert _odds(f"{bare} (forthcoming)") > _odds(bare)
    assert _odds(f"“{bare}”") > _odds(bare)


def test_a_title_written_as_those_of_its_list_is_likelier() -> None:
    assert _odds(kin=-1) < _odds() < _odds(kin=1)


def test_sentences_below_a_work_are_remarks_about_it() -> None:
    remark = "The book follows four families of weavers. It was praised in many papers."
    placed, reference = _read(remark, tag="p")
    assert reasons_for(placed, reference, 0)["a remark"]
    assert not reasons_for(*_read(), 0)["a remark"]
    assert not reasons_for(*_read(remark, tag="li"), 0)["a remark"]


@given(st.text("Ab1. ,:“”()é文\n", min_size=1, max_size=400), st.sampled_from(["publications", "about", "news", ""]))
def test_no_reason_outgrows_the_others_however_long_a_text_is(text: str, role: str) -> None:
    blocks = html_blocks(f"<li>{text}</li>")
    reference = read_reference(placed := Placed(blocks[0], role)) if blocks else None
    if reference:
        assert all(-1 <= amount <= 1.5 for amount in reasons_for(placed, reference, 0).values())
