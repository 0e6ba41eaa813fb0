"""awards.toml: entries are typed, the file stays as a person wrote it."""

from __future__ import annotations

import pytest
import tomlkit

from pubtrack.errors import InputError
from pubtrack.model import Appointment, Award, Event, Evidence, Grant
from pubtrack.store.career import read_career

TEXT = """\
# My awards, newest first.

[[award]]
id = "best"   # the good one
name = "Best Paper"
date = "2024-12"
works = ["k"]

[[appointment]]
id = "prof"
role = "Professor"
organization = "University of Toronto"
"""


def test_entries_are_typed():
    career = read_career(TEXT, "awards.toml")
    assert career.awards[0].date is not None
    assert str(career.awards[0].date) == "2024-12"
    assert isinstance(career.appointments[0], Appointment)
    assert [entry.id for entry in career.entries] == ["best", "prof"]


def test_a_new_entry_leaves_the_rest_as_written():
    award = Award(id="new", name="Prize", evidence=(Evidence(where="cv.txt", line=3, span=(1, 5)),))
    career = read_career(TEXT, "awards.toml").with_entries([award, Grant(id="g", title="T", funder="DFG")])
    assert career.awards[1] == award
    assert career.funding[0].funder == "DFG"
    for line in TEXT.splitlines():
        assert line in career.text.splitlines()


def test_an_entry_of_the_same_id_takes_its_place():
    award = Award(id="best", name="Best Long Paper")
    career = read_career(TEXT, "awards.toml").with_entries([award])
    assert career.awards == (award,)
    assert "# My awards" in career.text


def test_many_entries_are_added_as_one_by_one(monkeypatch):
    """Each was a reading and a writing of the whole file: 200 awards of a long CV took nine seconds."""
    entries = [
        Award(id=f"a{n}", name=f"Prize {n}", evidence=(Evidence(where="cv.txt", line=n + 1, excerpt="Prize"),))
        for n in range(20)
    ]
    entries += [Event(id="e", name="A Day"), entries[3].replace(name="Another Prize")]
    one_by_one = read_career(TEXT, "awards.toml")
    for entry in entries:
        one_by_one = one_by_one.with_entries([entry])
    readings = []
    parse = tomlkit.parse
    monkeypatch.setattr(tomlkit, "parse", lambda text: readings.append(text) or parse(text))
    together = read_career(TEXT, "awards.toml").with_entries(entries)
    assert together.text == one_by_one.text
    assert together.awards[-17].name == "Another Prize"
    assert len(readings) == 1


def test_an_empty_file_takes_a_first_entry():
    award = Award(id="a", name="Prize")
    assert read_career("", "awards.toml").with_entries([award]).awards == (award,)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[award]\n", r"awards.toml:1: not readable as TOML"),
        (
            "[[award]]\nid = 'a'\nname = 'x'\n[[award]]\nid = 'b'\nnam = 'x'\n",
            r"awards.toml:4: \[\[award\]\] number 2: nam: ",
        ),
        ("[[prize]]\nid = 'a'\n", r"awards.toml:1: unknown table \[\[prize\]\]; known are award"),
        ("[award]\nid = 'a'\n", r"awards.toml:1: \[award\] must be a list"),
        (
            "[[award]]\nid = 'a'\nname = 'x'\n[[award]]\nid = 'a'\nname = 'y'\n",
            r"awards.toml:4: the id 'a' is used twice",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text, sentence):
    with pytest.raises(InputError, match=sentence):
        read_career(text, "awards.toml")
