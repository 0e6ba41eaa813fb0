"""The tables of ORCID."""

from __future__ import annotations

from pubtrack.model import SCHEMES, WORK_TYPES
from pubtrack.vocab.orcid_types import ORCID_IDENTIFIERS, ORCID_TYPES


def test_types_and_schemes_are_words_of_ours() -> None:
    assert {kind for kind, _ in ORCID_TYPES.values()} <= set(WORK_TYPES)
    assert set(ORCID_IDENTIFIERS.values()) <= set(SCHEMES)
    assert all(name == name.lower() for name in ORCID_TYPES)
