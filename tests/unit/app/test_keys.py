"""No two works share a key, whatever its case."""

from __future__ import annotations

from pubtrack.app.keys import taken_keys
from pubtrack.bibtex.keys import free_key


def test_keys_of_the_file_and_of_all_that_was_said_are_taken(library):
    draft = library.draft_copy()
    assert taken_keys(draft) == {"li2020words", "li2019sounds"}
    assert free_key("LI2020Words", taken_keys(draft)) == "LI2020Wordsa"
