"""A work as one source states it, and as we believe it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from pubtrack.model import (
    CONTRIBUTOR_FIELDS,
    UNION_FIELDS,
    Citations,
    Contributor,
    Fields,
    Identifier,
    Notice,
    PartialDate,
    Provenance,
    Relation,
    SourceRecord,
    Work,
    witness_paths,
)

HERE = Provenance(source="crossref")


def test_identifiers_may_be_given_by_scheme() -> None:
    fields = Fields(title="T", doi="https://doi.org/10.1000/X", arxiv="2407.02273v2", isbn=None)
    assert [str(i) for i in fields.identifiers] == ["doi:10.1000/x", "arxiv:2407.02273v2"]
    assert (fields.doi, fields.arxiv, fields.id("pmid")) == ("10.1000/x", "2407.02273", None)


def test_an_identifier_that_is_none_of_its_scheme_is_refused() -> None:
    with pytest.raises(ValidationError):
        Fields(doi="forthcoming")


def test_the_same_identifier_twice_is_one() -> None:
    fields = Fields(identifiers=(Identifier.parse("doi:10.1000/x"), Identifier.parse("doi:10.1000/X")))
    assert fields.ids("doi") == ("10.1000/x",)
    assert len(fields.identifiers) == 1


def test_a_registered_doi_comes_before_the_one_arxiv_made() -> None:
    both = Fields(identifiers=("doi:10.48550/arxiv.2407.02273", "doi:10.1000/x"))
    assert both.doi == "10.1000/x"
    assert Fields(doi="10.48550/arxiv.2407.02273").doi == "10.48550/arxiv.2407.02273"
    assert Fields().doi is None


def test_the_year_is_that_of_issued() -> None:
    assert Fields(issued="2024-07").year == 2024
    assert Fields(issued=PartialDate(literal="in press")).year is None
    assert Fields().year is None


@pytest.mark.parametrize(
    ("genre", "stage"), [("preprint", 2), ("Preprint", 2), ("workshop paper", 1), ("PhD thesis", 0), (None, 0)]
)
def test_a_genre_says_how_far_a_version_has_come(genre: str | None, stage: int) -> None:
    fields = Fields(genre=genre)
    assert fields.stage == stage
    assert fields.is_preprint == (stage == 2)


def test_contributors_come_role_by_role_authors_first() -> None:
    fields = Fields(editor=(Contributor(family="E"),), author=(Contributor(family="A"), Contributor(family="B")))
    assert [(role, person.family) for role, person in fields.contributors] == [
        ("author", "A"), ("author", "B"), ("editor", "E"),
    ]  # fmt: skip
    assert set(CONTRIBUTOR_FIELDS) < set(Fields.model_fields)
    assert set(UNION_FIELDS) < set(Fields.model_fields)


def test_only_what_was_said_is_stated() -> None:
    assert Fields(title="T", custom={}, keyword=()).stated() == {"title": "T"}


def test_a_value_without_a_witness_is_refused() -> None:
    with pytest.raises(ValidationError, match=r"values without a witness: identifiers/doi:10\.1000/x, custom/award"):
        Work(key="k", title="T", doi="10.1000/x", custom={"award": "Best"}, provenance={"title": HERE})


def test_a_work_never_holds_a_citation_count() -> None:
    with pytest.raises(ValidationError, match="never resolved"):
        Work(key="k", citations=Citations(count=3), provenance={"citations": HERE})
    with pytest.raises(ValidationError):
        Citations(count=-1)


def test_every_kind_of_value_has_its_path() -> None:
    fields = Fields(
        title="T",
        notices=(Notice(type="retraction", date="2024"),),
        relations=(Relation(type="preprint-of", work="b"),),
        custom={"award": "Best"},
    )
    assert list(witness_paths(fields)) == [
        "title",
        "relations/preprint-of b",
        "notices/retraction 2024",
        "custom/award",
    ]


def test_the_fields_of_a_work_can_be_had_alone() -> None:
    work = Work(key="k", title="T", provenance={"title": HERE})
    assert work.fields == Fields(title="T")
    assert type(work.fields) is Fields


def test_a_record_is_known_by_work_source_and_id() -> None:
    record = SourceRecord(work="k", fields=Fields(title="T"), provenance=Provenance(source="acl", source_id="P19-1"))
    assert record.id == ("k", "acl", "P19-1")
    assert SourceRecord(work="k", fields=Fields(), provenance=HERE).id == ("k", "crossref", "")
    assert SourceRecord.model_validate_json(record.model_dump_json(exclude_defaults=True)) == record


def test_a_relation_points_somewhere() -> None:
    with pytest.raises(ValidationError, match="to point to"):
        Relation(type="cites")
    assert str(Relation(type="cites", title="T")) == "cites T"
    assert str(Relation(type="cites", identifier="doi:10.1000/x")) == "cites doi:10.1000/x"


def test_a_notice_is_named_by_what_tells_it_apart() -> None:
    assert str(Notice(type="retraction", identifier="doi:10.1000/r", date="2024")) == "retraction doi:10.1000/r"
    assert str(Notice(type="correction", label="Author correction")) == "correction Author correction"
    assert str(Notice(type="removal")) == "removal"
