"""What the pieces of an entry say about where its title begins and ends."""

from __future__ import annotations

from pubtrack.markup.html import html_blocks
from pubtrack.readers.prose.pieces import cut
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.title_facts import Facts


def _facts(html: str) -> Facts:
    placed = Placed(html_blocks(f"<li>{html}</li>")[0], "publications")
    return Facts(cut(placed), placed)


def _words(facts: Facts, index: int) -> str:
    return facts.text[facts.pieces[index].start : facts.pieces[index].end]


def test_no_title_begins_with_initials_or_numbers() -> None:
    facts = _facts("Torres, J. (2020). Soil carbon. <i>Geoderma</i>, 370, 114–120.")
    assert [_words(facts, first) for first in facts.fronts] == ["Soil carbon", "Geoderma"]


def test_a_lone_name_may_be_a_title() -> None:
    assert list(_facts("Torres J").fronts) == [0]


def test_what_stands_in_front_of_a_piece_and_behind_it_is_told() -> None:
    facts = _facts("Torres, J. (2020). Soil carbon in old vineyards. <i>Geoderma</i>, 370, 114–120.")
    title = [_words(facts, at) for at in range(len(facts.pieces))].index("Soil carbon in old vineyards")
    kind, names, *_ = facts.fronts[title]
    behind, unknown, year, venue, numbers, *_ = facts.backs[title]
    assert (kind, names) == ("year in front", True)
    assert (behind, unknown, year, venue, numbers) == ("venue behind", 0, False, False, True)


def test_german_is_known_by_its_small_words() -> None:
    assert _facts("Vom Rand der Stadt. Studien zur Vorstadt, Bonn 2008.").german
    assert not _facts("At the edge of town. Studies of suburbs, Bonn 2008.").german
