"""What the parts hand to each other."""

from __future__ import annotations

from pubtrack.markup.html import html_blocks
from pubtrack.readers.prose.found import FoundWork, Page
from pubtrack.readers.prose.sections import Placed


def test_a_found_work_knows_its_words() -> None:
    work = FoundWork(Placed(html_blocks("<p>A <b>title</b></p>")[0]), 2, 7)
    assert work.text == "title"
    assert Page().works == []
