"""Classes that say of a block that it is a part of a paper."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text

CARDS = """<h2>Projects</h2><p>1. Ropes and what they hold</p>
<div class="{0}item"><div class="{0}title">Ropes of the northern harbours in winter</div>
<div class="{0}authors">Ada Holm, Bo Lund</div><div class="{0}venue">Journal of Salt, 2021, 12(3): 4-9</div></div>
<div class="{0}item"><div class="{0}title">Nets that remember their menders</div>
<div class="{0}authors">Bo Lund</div><div class="{0}venue">Tarn Review, 2019, 2: 14-29</div></div>"""


@pytest.mark.parametrize("stem", ["paper-", "publication__", "pub_"])
def test_parts_of_papers_are_publications_under_whatever_heading(stem: str) -> None:
    works = read_text(CARDS.format(stem), format="html").works
    assert [(w.title, w.year) for w in works] == [
        ("Ropes of the northern harbours in winter", 2021),
        ("Nets that remember their menders", 2019),
    ]


def test_parts_of_projects_are_none() -> None:
    assert read_text(CARDS.format("project-"), format="html").works == ()


def test_what_has_another_class_ends_the_list() -> None:
    page = CARDS.format("paper-") + '<p class="note">Mending of nets at night, a project of 2020, Tarn.</p>'
    assert len(read_text(page, format="html").works) == 2
