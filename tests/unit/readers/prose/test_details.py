"""Words around an award."""

from __future__ import annotations

import re

from guarding import never_rules_out
from pubtrack.readers.prose import details
from pubtrack.readers.prose.details import events_in, givers_in, people_in
from pubtrack.readers.prose.words import holds_one


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


def test_a_pattern_of_givers_is_tried_wherever_it_would_find_something() -> None:
    never_rules_out(lambda text: holds_one(text, details._CONGRATULATE_HINTS), details._CONGRATULATE, folded=False)
    given = re.compile(details._GIVEN_TO.pattern.rsplit("(?=", 1)[0])  # what must follow cannot be made up
    never_rules_out(lambda text: holds_one(text, details._GIVEN_HINTS), given, folded=False)
    never_rules_out(lambda text: holds_one(text, details._OBJECT_HINTS), details._OBJECT_FIRST, folded=False)


def test_particles_are_whole_words_of_a_name() -> None:
    assert [p.text for p in people_in("Holm also received the Moray Prize")] == ["Holm"]
    assert [p.text for p in people_in("The prize went to Ada van Holm.")] == ["Ada van Holm"]


def test_a_gathering_may_be_called_what_it_is() -> None:
    assert [e.text for e in events_in("best paper awards at the conferences MORAY 2018")] == ["MORAY 2018"]


def test_names_that_begin_like_small_words_are_people() -> None:
    assert [p.text for p in people_in("Congratulations to Helen Maddox and Ian Mayer on the prize")] == [
        "Helen Maddox",
        "Ian Mayer",
    ]
    assert people_in("Harvard University received the prize") == []


def test_what_stands_behind_of_is_the_end_of_a_name() -> None:
    assert [g.text for g in givers_in("Outreach Award, Western Faculty of Science")] == ["Western Faculty of Science"]


def test_german_names_who_got_an_award_behind_what_she_is() -> None:
    text = "Den Moray-Preis 2022 erhält die 1956 im Rheinland geborene Schriftstellerin und Übersetzerin Ute Kamm."
    assert [person.text for person in people_in(text)] == ["Ute Kamm"]
