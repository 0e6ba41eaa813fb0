"""What is set off in running prose as a title may be."""

from __future__ import annotations

from pubtrack.readers.layout.markdown import markdown_blocks
from pubtrack.readers.prose.marked_stretches import marked_stretches
from pubtrack.readers.prose.sections import place_blocks


def _found(text: str) -> list[tuple[str, str, str]]:
    placed = next(iter(place_blocks(markdown_blocks(text))))
    return [(placed.block.text[start:end], mark, address) for start, end, mark, address in marked_stretches(placed)]


def test_quotes_come_first_then_italics_and_links_with_their_addresses() -> None:
    text = "We wrote “Salt in the Wild”, then *Wet Sails at Night*, and [Ropes of the North](https://tarn.example/r)."
    assert _found(text) == [
        ("Salt in the Wild", "“", ""),
        ("Wet Sails at Night", "em", ""),
        ("Ropes of the North", "link", "https://tarn.example/r"),
    ]


def test_a_quote_in_the_name_of_an_award_is_no_title_but_a_text_so_led_is() -> None:
    assert not _found("She won the “Salt and Sail” Award for Young Sailors of the Guild.")
    assert _found("El trabajo “Reconocimiento de velas” ganó el Premio Sal.")[0][0] == "Reconocimiento de velas"
