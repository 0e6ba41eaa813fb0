"""The tables of RIS."""

from __future__ import annotations

import re

from pubtrack.model import SCHEMES, WORK_TYPES, Fields
from pubtrack.vocab.ris_tags import RIS_CUSTOM, RIS_TAGS, RIS_TYPES, RIS_TYPES_READ_ONLY, WRITTEN_AS, tag_of_field


def test_every_code_means_a_csl_type() -> None:
    assert {kind.type for kind in (*RIS_TYPES.values(), *RIS_TYPES_READ_ONLY.values())} <= set(WORK_TYPES)
    assert not RIS_TYPES.keys() & RIS_TYPES_READ_ONLY.keys()


def test_every_csl_type_can_be_written() -> None:
    written = {kind.type for kind in RIS_TYPES.values()} | set(WRITTEN_AS)
    assert written == set(WORK_TYPES)
    assert set(WRITTEN_AS.values()) <= set(RIS_TYPES)


def test_every_tag_means_a_field_or_a_scheme() -> None:
    for tag, name in RIS_TAGS.items():
        assert re.fullmatch("[A-Z][A-Z0-9]", tag)
        assert all(part in Fields.model_fields or part in SCHEMES for part in name.split("/"))
    assert not RIS_TAGS.keys() & RIS_CUSTOM.keys()


def test_the_first_tag_is_the_one_written() -> None:
    assert tag_of_field()["author"] == "AU"
    assert tag_of_field()["container_title"] == "T2"
