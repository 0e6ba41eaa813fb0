"""ORCID's habits: groups, relationships, distinctions and posts."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from pubtrack.errors import SourceDown
from pubtrack.model import Identifier
from pubtrack.sources import SOURCES
from pubtrack.transport import Request, Response

ORCID: Any = SOURCES["orcid"]
ME = Identifier(scheme="orcid", value="0000-0003-0238-9024")


def external(kind: str, value: str, relation: str = "self") -> dict[str, Any]:
    return {"external-id-type": kind, "external-id-value": value, "external-id-relationship": relation}


def summary(code: int, index: str, title: str, *ids: dict[str, Any]) -> dict[str, Any]:
    return {"put-code": code, "display-index": index, "path": f"/{ME.value}/work/{code}", "type": "journal-article",
            "title": {"title": {"value": title}, "subtitle": None, "translated-title": None}, "journal-title": {"value": "J"},
            "publication-date": {"year": {"value": "2020"}, "month": None, "day": None}, "url": None,
            "external-ids": {"external-id": list(ids)}}  # fmt: skip


class Says:
    def __init__(self, answer: Callable[[Request], Any]) -> None:
        self.answer, self.paths = answer, list[str]()

    def send(self, request: Request) -> Response:
        self.paths.append(request.path)
        return Response(200, "u", json.dumps(self.answer(request)).encode(), {}, datetime(2026, 1, 1, tzinfo=UTC))


def test_a_group_is_one_work_as_the_person_prefers_it_with_all_its_ids() -> None:
    group = {"work-summary": [summary(1, "0", "Old", external("doi", "https://doi.org/10.1000/A")),
                              summary(2, "1", "New", external("doi", "10.1000/book", "part-of"), external("isbn", "9780306406157", "part-of"),
                                      external("arxiv", "arXiv:2407.02273"), external("uri", "https://doi.org/10.1000/b"))]}  # fmt: skip
    for reply in (group, {"group": [group]}):
        fields = ORCID.parse(reply)
        assert fields.title == "New"
        assert [str(i) for i in fields.identifiers] == [
            "isbn:9780306406157",
            "arxiv:2407.02273",
            "doi:10.1000/b",
            "doi:10.1000/a",
        ]
        assert (fields.container_title, str(fields.issued)) == ("J", "2020")
        assert ORCID.record_id(reply) == f"/{ME.value}/work/2"


def test_a_full_work_names_its_people_by_role() -> None:
    roles = (
        ("A Li", "author"),
        ("B Wu", "EDITOR"),
        ("C Xu", "http://credit.niso.org/contributor-roles/software/"),
        ("D Yi", "assignee"),
    )
    people = [
        {"credit-name": {"value": n}, "contributor-orcid": None, "contributor-attributes": {"contributor-role": r}}
        for n, r in roles
    ]
    work = {**summary(1, "0", "T"), "short-description": "Abstract here", "contributors": {"contributor": people}, "language-code": "en",
            "url": {"value": "https://example.org/x"}}  # fmt: skip
    for reply in (work, {"work": work}):
        fields = ORCID.parse(reply)
        assert [a.name for a in fields.author] == ["A. Li", "C. Xu"]
        assert [e.name for e in fields.editor] == ["B. Wu"]
        assert (fields.abstract, fields.id("url")) == ("Abstract here", "https://example.org/x")


def test_an_old_record_of_version_one_reads() -> None:
    work = {"work-title": {"title": {"value": "T"}, "subtitle": {"value": "S"}}, "work-type": "JOURNAL_ARTICLE",
            "work-external-identifiers": {"work-external-identifier": [{"work-external-identifier-type": "DOI",
                                                                        "work-external-identifier-id": {"value": "10.1000/a"}}]}}  # fmt: skip
    fields = ORCID.parse(work)
    assert (fields.title, fields.doi, fields.type) == ("T: S", "10.1000/a", "article-journal")


def test_distinctions_are_awards_and_employments_appointments() -> None:
    def section(kind: str, **more: Any) -> dict[str, Any]:
        organization = {"name": "ACM", "address": {"city": "NY", "country": "US"},
                        "disambiguated-organization": {"disambiguated-organization-identifier": "https://ror.org/0472cxd90"}}  # fmt: skip
        one = {"put-code": 7, "role-title": "Best Thing", "organization": organization, "department-name": None,
               "start-date": {"year": {"value": "2020"}, "month": {"value": "05"}, "day": None}, "end-date": None, "url": None, **more}  # fmt: skip
        return {"affiliation-group": [{"summaries": [{f"{kind}-summary": one}]}]}

    (award,) = ORCID.parse_awards(section("distinction"))
    assert (award.name, award.awarder, str(award.date), award.verified) == (
        "Best Thing",
        "ACM",
        "2020-05",
        "self-reported",
    )
    (post,) = ORCID.parse_appointments(section("employment"))
    assert (post.role, post.organization, post.place, str(post.start)) == ("Best Thing", "ACM", "NY, US", "2020-05")
    assert str(post.identifiers[0]) == "ror:0472cxd90"
    record = {"activities-summary": {"distinctions": section("distinction"), "employments": section("employment")}}
    assert len(ORCID.parse_awards(record)) == len(ORCID.parse_appointments([record])) == 1
    assert ORCID.parse_awards(section("distinction", **{"role-title": None})) == ()
    assert ORCID.parse_appointments(section("employment", organization=None)) == ()


def test_full_works_come_a_hundred_at_a_time() -> None:
    def answer(request: Request) -> Any:
        if request.path.endswith("/works"):
            return {"group": [{"work-summary": [summary(n, "0", "T")]} for n in range(150)]}
        return {"bulk": [{"work": summary(1, "0", "T")}, {"error": {"response-code": 404}}]}

    says = Says(answer)
    assert len(list(ORCID.works_of(ME, says))) == 150
    assert len(list(ORCID.works_of(ME, says, full=True))) == 2
    assert len(says.paths) == 4
    assert says.paths[-1].count(",") == 49
    assert ORCID.fetch([ME], says).found[ME]


def test_a_section_that_cannot_be_had_is_told_and_the_others_kept() -> None:
    def answer(request: Request) -> Any:
        if "distinctions" in request.path:
            raise SourceDown("orcid", "503")
        return {"affiliation-group": []}

    sections, failed = ORCID.career_of(ME, Says(answer))
    assert len(sections) == 2
    assert len(failed) == 1
