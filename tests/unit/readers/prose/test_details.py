"""Words around an award."""

from __future__ import annotations

from pubtrack.readers.prose.details import events_in, givers_in, people_in, sentences


def test_gatherings_givers_and_people() -> None:
    assert [e.text for e in events_in("won at ICML 2020 and auf der Jahrestagung 2021")] == [
        "ICML 2020",
        "Jahrestagung 2021",
    ]
    assert events_in("at the University of Ulm in 2020") == []
    assert [g.text for g in givers_in("the prize from the Royal Society, in May")] == ["Royal Society"]
    assert [p.text for p in people_in("First, our student Jia won the prize")] == ["Jia"]
    assert [p.text for p in people_in("Next, both Erin and Jia again, were awarded the prize")] == ["Erin", "Jia"]
    assert people_in("我们获奖") == people_in("nothing here") == []


def test_a_title_is_never_split() -> None:
    text = "See “Why? Because.” Then go. End"
    assert [text[a:b] for a, b in sentences(text, [(4, 19)])] == ["See “Why? Because.” Then go. ", "End"]
