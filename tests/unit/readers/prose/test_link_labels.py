"""Words of links that name no work."""

from __future__ import annotations

import pytest

from pubtrack.readers.prose.link_labels import is_label_of_link


@pytest.mark.parametrize(
    "words", ["Full list on PubMed", "Interview", "Ministry of Education link", "Read more about it", "workshop论文"]
)
def test_what_a_link_leads_to_is_no_title(words: str) -> None:
    assert is_label_of_link(words)


@pytest.mark.parametrize(
    "words", ["Interviews with rope makers", "The missing link in rope trade", "Reading more closely", ""]
)
def test_titles_that_hold_such_words_are_titles(words: str) -> None:
    assert not is_label_of_link(words)
