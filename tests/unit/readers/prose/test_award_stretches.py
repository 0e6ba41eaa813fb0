"""Names of awards beside titles and in marked stretches."""

from __future__ import annotations

from pubtrack.markup.html import html_blocks
from pubtrack.markup.spans import Block
from pubtrack.readers import read_text
from pubtrack.readers.prose.award_stretches import names_between


def _named(block: Block, closed: tuple[tuple[int, int], ...] = ()) -> list[str]:
    names = names_between(block, 0, len(block.text), list(closed), listed=True)
    return [block.text[name.start : name.end] for name in names]


def test_stretches_of_classes_of_their_own_hold_one_award_each() -> None:
    html = '<p><span class="award">Best Article Prize on Rope Studies</span> <span class="award">Academy of Knots Medal</span></p>'
    assert _named(html_blocks(html)[0]) == ["Best Article Prize on Rope Studies", "Academy of Knots Medal"]


def test_stretches_without_a_class_part_nothing() -> None:
    html = "<p><span>Best Article Prize on Rope</span> <span>Studies</span></p>"
    assert _named(html_blocks(html)[0]) == ["Best Article Prize on Rope Studies"]


def test_a_name_ends_where_the_bold_stretch_ends_in_which_its_noun_stands() -> None:
    assert _named(html_blocks("<p><b>Moray Prize</b> of the Society of Knots</p>")[0]) == ["Moray Prize"]


def test_a_closed_stretch_holds_no_award() -> None:
    block = html_blocks("<p>On the Moray Prize. Holm Medal</p>")[0]
    assert _named(block, ((0, 18),)) == ["Holm Medal"]


ENTRY = (
    '<h2>Publications</h2><ul><li><span class="me">A. Holm</span>. 2020. <span class="title">Wet Ropes under Load</span>. '
    '<span class="venue">Journal of Ropes</span> 12(3): 1–9. <div class="abstract">{}</div> <span class="award">Holm Medal'
    " of the Academy</span></li></ul>"
)


def test_an_abstract_names_no_award_of_its_entry() -> None:
    text = ENTRY.format("We study how the Moray Prize shaped the field.")
    assert [(a.name, a.work_title) for a in read_text(text, format="html").awards] == [
        ("Holm Medal of the Academy", "Wet Ropes under Load")
    ]


def test_an_award_behind_a_long_abstract_is_for_the_work_of_its_entry() -> None:
    text = ENTRY.format("Ropes are wet where they are not dry, as every sailor knows. " * 20)
    assert [a.work_title for a in read_text(text, format="html").awards] == ["Wet Ropes under Load"]
