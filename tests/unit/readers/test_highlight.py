"""The page that shows what was found."""

from __future__ import annotations

from pubtrack.model import OtherMention, Reading, WorkMention
from pubtrack.readers.highlight import highlight


def reading(text: str) -> Reading:
    return Reading(
        text=text,
        source="<me>.txt",
        works=(WorkMention(start=2, end=8, title=text[2:8], year=2020, confidence=0.5),),
        others=(
            OtherMention(start=4, end=6, text=text[4:6], kind="talk"),
            OtherMention(start=9, end=9, text="x", kind="talk"),
        ),
    )


def test_everything_from_the_text_is_escaped() -> None:
    page = highlight(reading("a <b>&\"' <script>alert(1)</script>"))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "<title>Read: &lt;me&gt;.txt</title>" in page


def test_overlapping_mentions_are_shown_once() -> None:
    page = highlight(reading("abcdefghijkl"))
    assert page.count("<mark data-k") == 1 + 5
    assert 'title="kind: work; year: 2020; confidence 0.50">cdefgh</mark>' in page
