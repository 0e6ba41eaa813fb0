"""Who stands first in an entry."""

from __future__ import annotations

import pytest

from pubtrack.markup.spans import Block
from pubtrack.readers import read_text
from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.pieces import cut
from pubtrack.readers.prose.sections import Placed


def pieces(text: str) -> dict[str, Piece]:
    block = Block("item", text, [(0, 0, len(text))], [])
    return {text[p.start : p.end]: p for p in cut(Placed(block))}


def test_families_in_capitals_and_their_given_names_are_authors() -> None:
    found = pieces(
        "BARICHELLO, Eugenia Mariano da Rocha; STASIAK, Daiane. Apontamentos sobre a práxis. Organicom, 2009."
    )
    assert min(found[name].name for name in ("BARICHELLO", "Eugenia Mariano da Rocha", "STASIAK", "Daiane")) > 2
    assert found["Apontamentos sobre a práxis"].name < 0.5


def test_a_short_title_behind_a_family_in_capitals_is_no_name() -> None:
    assert pieces("INDEN, Ronald. Imagining India. Oxford: Blackwell, 1990.")["Imagining India"].name < 0.5


@pytest.mark.parametrize(
    "body",
    ["Intergovernmental Panel on Climate Change", "Euromonitor International", "World Meteorological Organization"],
)
def test_a_body_stands_in_the_place_of_authors(body: str) -> None:
    assert pieces(f"{body}. Changing attitudes to rope and knots. Geneva, 2004.")[body].name == 2.0


def test_a_title_that_asks_is_no_body() -> None:
    text = "What an institute is for. A long view of rope and knots. Journal of Ropes, 2004."
    assert pieces(text)["What an institute is for"].name < 1


def test_who_got_a_prize_stands_in_front_of_an_unmarked_title() -> None:
    text = (
        "THE HALVERSON MEDAL IN ENTOMOLOGY\n\n"
        "2024   Anneliese Brook, A Manual of Leaf-Mining Flies (CSIRO Publishing)\n"
        "2015   Hideo Kanda, The Sounds of Cicadas (University of Tokyo Press)\n"
    )
    titles = [w.title for w in read_text(text, format="text").works]
    assert titles == ["A Manual of Leaf-Mining Flies", "The Sounds of Cicadas"]
