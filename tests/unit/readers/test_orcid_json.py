"""ORCID records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pubtrack.readers.orcid_json import orcid_work_fields, read_orcid_json


def _value(text: str) -> dict[str, str]:
    return {"value": text}


def _work(title: str, **more: Any) -> dict[str, Any]:
    return {"title": {"title": _value(title), "subtitle": None}, "external-ids": None, **more}


RECORD = {
    "orcid-identifier": {"path": "0000-0003-0238-9024"},
    "activities-summary": {
        "distinctions": {
            "affiliation-group": [
                {"summaries": [{"distinction-summary": {
                    "role-title": "Best Paper Award", "organization": {"name": "NeurIPS"},
                    "start-date": {"year": _value("2024"), "month": None}}}]}
            ]
        },
        "employments": {
            "affiliation-group": [
                {"summaries": [{"employment-summary": {
                    "role-title": "Professor", "organization": {"name": "Toronto"}, "start-date": {"year": _value("2025")}}}]},
                {"summaries": [{"employment-summary": {"role-title": None, "organization": {"name": "ETH"}}}]},
            ]
        },
        "fundings": {"group": [{"funding-summary": [{"title": {"title": _value("A grant")}}, {"title": None}]}]},
        "works": {
            "group": [
                {"work-summary": [_work("Second choice", **{"display-index": "0"}), _work("First \u201cchoice\u201d", **{"display-index": "1"})]},
                {"work-summary": []},
            ]
        },
    },
}  # fmt: skip


@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_record_holds_works_awards_posts_and_grants(ascii_only: bool) -> None:
    text = json.dumps(RECORD, ensure_ascii=ascii_only)
    reading = read_orcid_json(text)
    assert [w.title_plain for w in reading.works] == ["First “choice”"]
    assert reading.works[0].title == text[reading.works[0].start : reading.works[0].end]
    award = reading.awards[0]
    assert (award.name, award.awarder, award.year) == ("Best Paper Award", "NeurIPS", 2024)
    assert text[award.start : award.end] == "Best Paper Award"
    assert [(a.role, a.organization, a.start_year) for a in reading.appointments] == [("Professor", "Toronto", 2025)]
    assert [(o.kind, o.text) for o in reading.others] == [("grant", "A grant")]


def test_only_identifiers_of_the_work_itself_are_taken() -> None:
    ids = [
        {
            "external-id-type": "doi",
            "external-id-value": "https://doi.org/10.1000/X",
            "external-id-relationship": "self",
        },
        {"external-id-type": "isbn", "external-id-value": "9780306406157", "external-id-relationship": "part-of"},
        {"external-id-type": "eid", "external-id-value": "2-s2.0-1", "external-id-relationship": "SELF"},
        {"external-id-type": "doi", "external-id-value": None},
    ]
    fields = orcid_work_fields(_work("T", **{"external-ids": {"external-id": ids}, "url": _value("http://x.org")}))
    assert [str(i) for i in fields.identifiers] == ["doi:10.1000/x", "url:http://x.org"]
    assert fields.custom == {"eid": "2-s2.0-1"}


def test_a_full_work_names_its_contributors() -> None:
    people = [
        {"credit-name": _value("Zhijing Jin"), "contributor-orcid": {"path": "0000-0003-0238-9024"}},
        {"credit-name": _value("An Editor"), "contributor-attributes": {"contributor-role": "editor"}},
        {"credit-name": _value("Odd"), "contributor-orcid": {"path": "0000"}},
        {"credit-name": None},
        "dirt",
    ]
    fields = orcid_work_fields(_work("T", contributors={"contributor": people}, type="conference-paper"))
    assert fields.author[0].orcid == "0000-0003-0238-9024"
    assert fields.editor[0].family == "Editor"
    assert fields.custom == {"orcid": "0000"}
    assert fields.type == "paper-conference"


def test_subtitles_and_translations_are_kept() -> None:
    titles = {"title": _value("T"), "subtitle": _value("S"), "translated-title": _value("U")}
    fields = orcid_work_fields(
        {"title": titles, "publication-date": {"year": _value("2020"), "month": _value("05"), "day": None}}
    )
    assert (fields.title, fields.alternative_titles, str(fields.issued)) == ("T: S", ("U",), "2020-05")
    titles["subtitle"] = _value("T")
    assert orcid_work_fields({"title": titles}).title == "T"


def test_parts_of_a_record_are_read_alone() -> None:
    assert read_orcid_json(json.dumps(_work("T"))).works[0].title == "T"
    assert (
        read_orcid_json(json.dumps({"bulk": [{"work": _work("T")}, {"error": {"response-code": 404}}]})).works[0].title
        == "T"
    )
    assert read_orcid_json(json.dumps([_work("A"), _work("B")])).works[1].title == "B"


def test_a_title_used_twice_has_two_places() -> None:
    text = json.dumps([_work("Same"), _work("Same")])
    assert len({work.start for work in read_orcid_json(text).works}) == 2


def test_a_work_with_an_identifier_alone_is_a_mention_without_title() -> None:
    ids = {"external-id": [{"external-id-type": "doi", "external-id-value": "10.1000/x"}]}
    reading = read_orcid_json(json.dumps({"title": {"title": None}, "external-ids": ids}))
    assert [(w.title, str(w.identifiers[0])) for w in reading.works] == [(None, "doi:10.1000/x")]
    assert read_orcid_json(json.dumps(_work(" "))).works == ()


def test_other_json_is_told() -> None:
    assert [issue.check for issue in read_orcid_json('{"a": {"b": [1, "x"]}}').issues] == ["no-entry"]
    deep = "[" * 100 + "]" * 100
    assert [issue.check for issue in read_orcid_json(deep).issues] == ["no-entry"]


def test_broken_json_is_told_with_its_line() -> None:
    assert [(i.check, i.line) for i in read_orcid_json('{\n"a": }').issues] == [("broken-json", 2)]


def test_odd_display_indexes_do_no_harm() -> None:
    group = {
        "group": [{"work-summary": [_work("A", **{"display-index": []}), "dirt", _work("B", **{"display-index": 2})]}]
    }
    assert read_orcid_json(json.dumps(group)).works[0].title == "B"


@pytest.mark.shared
def test_every_recorded_answer_is_read_with_true_places(shared: Path) -> None:
    works = 0
    for path in sorted((shared / "data" / "payloads" / "orcid").iterdir()):
        text = path.read_text(encoding="utf-8")
        reading = read_orcid_json(text)
        for work in reading.works:
            works += 1
            assert work.title is None or text[work.start : work.end] == work.title
    assert works > 300
