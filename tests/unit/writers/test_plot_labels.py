from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pubtrack.writers.plot_labels import Box, placed

FRAME = Box(0, 0, 500, 500)


def _boxes(dots: list[tuple[float, float, float]], texts: list[str]) -> list[Box]:
    found = placed(dots, texts, 8, FRAME)
    sides = [len(text) * 8 * 0.58 for text in texts]
    return [
        Box(x + at.x - side / 2, y + at.y - 4, x + at.x + side / 2, y + at.y + 4)
        for (x, y, _), at, side in zip(dots, found, sides, strict=True)
    ]


def test_a_lone_label_stands_above_its_dot() -> None:
    assert placed([(250, 250, 10)], ["Ada"], 8, FRAME) == [(0.0, 17.0)]


def test_neighbours_do_not_cover_each_other() -> None:
    one, other = _boxes([(250, 250, 10), (280, 252, 10)], ["Wolfeschlegelsteinhausen", "Wei Zhang"])
    assert one.overlap(other) == 0


def test_a_label_at_the_edge_turns_inwards() -> None:
    (label,) = placed([(498, 250, 5)], ["A long name of a person"], 8, FRAME)
    assert label.x < 0


def test_boxes_know_what_they_share() -> None:
    assert Box(0, 0, 2, 2).overlap(Box(1, 1, 3, 3)) == 1
    assert Box(0, 0, 1, 1).overlap(Box(1, 0, 2, 1)) == 0


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 500), st.floats(1, 20)), max_size=40))
def test_every_label_touches_its_dot_and_the_same_dots_give_the_same_places(
    dots: list[tuple[float, float, float]],
) -> None:
    texts = [f"Name {n}" for n in range(len(dots))]
    found = placed(dots, texts, 8, FRAME)
    assert found == placed(dots, texts, 8, FRAME)
    for (_, _, radius), text, label in zip(dots, texts, found, strict=True):
        assert abs(label.x) <= radius + (3 + len(text) * 8 * 0.58 / 2)
        assert abs(label.y) <= radius + 7
