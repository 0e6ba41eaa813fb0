"""What a text contains: claims with their place."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from pubtrack.model import AwardMention, Issue, Reading, WorkMention


def test_json_holds_the_mentions_and_not_the_text() -> None:
    reading = Reading(
        text="I wrote “T”.",
        works=(WorkMention(start=9, end=10, title="T"),),
        awards=(AwardMention(start=0, end=1, name="Best Paper Award"),),
        issues=(Issue(check="x", message="y"),),
        source="a.txt",
    )
    data = reading.to_json()
    assert "text" not in data
    assert list(data) == ["source", "format", "works", "awards", "appointments", "events", "others", "issues"]
    assert data["works"] == [{"start": 9, "end": 10, "confidence": 1.0, "title": "T", "kind": "work"}]
    assert reading.text not in repr(reading)


@pytest.mark.parametrize("wrong", [{"start": -1, "end": 2}, {"start": 0, "end": 2, "confidence": 1.5}])
def test_a_place_outside_any_text_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        WorkMention(title="T", **wrong)  # type: ignore[arg-type]
