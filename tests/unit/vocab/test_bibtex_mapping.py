"""The table of BibTeX fields and types."""

from __future__ import annotations

import pytest

from pubtrack.model import SCHEMES, WORK_TYPES, Fields, Relation
from pubtrack.vocab import bibtex_mapping as table


def test_every_type_is_one_of_csl() -> None:
    assert {rule.type for rule in table.TYPES.values()} <= set(WORK_TYPES)
    assert set(table.WRITTEN_TYPES) <= set(WORK_TYPES)
    assert set(table.SUBTYPES.values()) <= set(WORK_TYPES)


def test_every_written_type_is_read() -> None:
    for bibtex, biblatex in table.WRITTEN_TYPES.values():
        assert not table.TYPES[bibtex].alias
        assert not table.TYPES[biblatex].alias


def test_every_rule_names_a_field_of_ours_and_reads_what_it_writes() -> None:
    for rule in table.FIELDS:
        assert rule.field in Fields.model_fields
        assert rule.bibtex in rule.names
        assert rule.biblatex in rule.names
        assert set(rule.types) <= set(WORK_TYPES)


def test_every_text_field_of_a_work_has_a_rule_for_every_type() -> None:
    elsewhere = {"type", "issued", "identifiers", "relations", "custom"}
    lost = {"alternative_titles", "open_access", "notices", "funding", "citations"}
    assert {rule.field for rule in table.FIELDS if not rule.types} == set(Fields.model_fields) - elsewhere - lost


@pytest.mark.parametrize("kind", WORK_TYPES)
def test_no_two_fields_are_written_under_one_name(kind: str) -> None:
    first = {rule.field: rule for rule in reversed(table.FIELDS) if not rule.types or kind in rule.types}
    for names in ([rule.bibtex for rule in first.values()], [rule.biblatex for rule in first.values()]):
        assert len(names) == len(set(names))


def test_every_scheme_and_relation_is_known() -> None:
    assert set(table.IDENTIFIER_FIELDS.values()) | set(table.EPRINT_SCHEMES.values()) <= set(SCHEMES)
    for relation in table.RELATED_TYPES.values():
        Relation.model_validate({"type": relation, "work": "x"})


def test_all_names_are_lower_case() -> None:
    names = [*table.TYPES, *table.IDENTIFIER_FIELDS, *table.TEXT_CUSTOM, *table.CROSSREF_INHERITED, *table.TITLE_INHERITED,
             *(name for rule in table.FIELDS for name in rule.names)]  # fmt: skip
    assert [name for name in names if name != name.lower()] == []


def test_the_doi_and_abstract_of_a_volume_are_not_inherited() -> None:
    assert not {"doi", "url", "abstract", "pages", "keywords", "eprint", "note", "title"} & table.CROSSREF_INHERITED
