"""The tables of PubMed."""

from __future__ import annotations

from typing import get_args

from pubtrack.model import SCHEMES, WORK_TYPES, Fields, Notice
from pubtrack.vocab.pubmed_tags import PUBMED_NOTICES, PUBMED_TAGS, PUBMED_TYPES


def test_tags_types_and_notices_are_words_of_ours() -> None:
    assert set(PUBMED_TAGS.values()) <= set(Fields.model_fields) | set(SCHEMES)
    assert {kind for kind, _ in PUBMED_TYPES.values()} <= set(WORK_TYPES)
    assert set(PUBMED_NOTICES.values()) <= set(get_args(Notice.model_fields["type"].annotation))
    assert all(name == name.lower() for name in PUBMED_TYPES)
