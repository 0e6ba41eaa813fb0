"""Posts, gatherings and things without quotes."""

from __future__ import annotations

from guarding import never_rules_out
from pubtrack.readers import read_text
from pubtrack.readers.prose import plain_mentions
from pubtrack.readers.prose.words import wording


def test_posts_know_their_place() -> None:
    reading = read_text(
        "She is an associate professor of physics at the University of Ulm. Er war Juniorprofessor an der Universität Wien."
    )
    assert [(p.role, p.organization) for p in reading.appointments] == [
        ("associate professor of physics", "University of Ulm"),
        ("Juniorprofessor", "Universität Wien"),
    ]


def test_gatherings_and_software() -> None:
    reading = read_text(
        "We run a workshop on ropes at sea. See our blog post about knots. The RopeKit package is ours."
    )
    assert [e.name for e in reading.events] == ["workshop on ropes"]
    assert [(o.text, o.kind) for o in reading.others] == [
        ("blog post about knots", "blog post"),
        ("RopeKit package", "software"),
    ]


def test_a_pattern_is_tried_wherever_it_would_find_something() -> None:
    never_rules_out(
        lambda text: not plain_mentions._SERIES_NOUNS.isdisjoint(wording(text).tokens),
        plain_mentions._SERIES,
        folded=False,
    )
