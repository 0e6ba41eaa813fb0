"""The title in a reference of any style."""

from __future__ import annotations

import pytest

from guarding import never_rules_out
from pubtrack.markup.html import html_blocks
from pubtrack.readers.prose import title_marks
from pubtrack.readers.prose.references import read_reference
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.words import holds_one

TITLE = "Soil carbon in old vineyards: a ten-year study"


@pytest.mark.parametrize(
    "style",
    [
        "Torres, J., &amp; Vidal, S. (2020). {}. <i>Geoderma</i>, 370, 114–120.", "J. Torres and S. Vidal, “{},” <i>Geoderma</i>, vol. 370, pp. 114–120, 2020.", "Jane Torres and Sam Vidal. 2020. {}. In Proceedings of SOIL, pages 1–9.",
        "Torres J, Vidal S. {}. Geoderma. 2020;370:114-20.", "Torres, Jane, and Sam Vidal. “{}.” <i>Geoderma</i> 370 (2020): 114–20.", "Jane Torres, {}, 112 Soil L. Rev. 1443 (2020).", "Torres J, Vidal S. {}[J]. Geoderma, 2020, 370: 114-120.",
        "<b>{}</b><br>Jane Torres, Sam Vidal<br><i>Geoderma</i>, 2020", "<a href='https://doi.org/10.1/x'>{}</a>, J. Torres &amp; S. Vidal, Geoderma 370 (2020)", "{}. J. Torres, S. Vidal. Journal of Soil Science, 2020.", "Torres, Jane; Vidal, Sam: {}. In: Geoderma 370 (2020), S. 114–120.",
    ],
)  # fmt: skip
def test_no_style_is_known_and_all_are_read(style: str) -> None:
    block = html_blocks(f"<li>{style.format(TITLE)}</li>")[0]
    reference = read_reference(Placed(block, "publications"))
    assert reference is not None
    assert block.text[reference.start : reference.end] == TITLE
    assert reference.evidence >= 2


def test_a_block_of_signs_holds_no_reference() -> None:
    assert all(read_reference(Placed(b)) is None for b in html_blocks("<li>...</li>"))


def test_a_pattern_is_tried_wherever_it_would_find_something() -> None:
    never_rules_out(lambda text: holds_one(text, title_marks.REVIEW_HINTS), title_marks._REVIEW)
