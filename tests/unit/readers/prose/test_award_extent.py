"""How far the name of an award reaches."""

from __future__ import annotations

import pytest

from pubtrack.readers.prose.award_names import award_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mon dernier livre a obtenu le prix Carbet de l'essai.", "prix Carbet de l'essai"),
        ("Le prix Clio récompense cette année un ouvrage.", "prix Clio"),
        ("Our paper got the notable paper award.", "notable paper award"),
        ("She holds the Presidential Citation for Service.", "Presidential Citation for Service"),
        ("2023 Article of the Year, Nursing Research", "Article of the Year"),
    ],
)
def test_a_name_ends_with_its_words(text: str, name: str) -> None:
    assert [text[n.start : n.end] for n in award_names(text, listed=True)] == [name]


def test_what_papers_have_is_no_award() -> None:
    assert award_names("The Evolution of Data Citation: From Principles to Implementation", listed=True) == []
