"""CSL-JSON, as tools write it."""

from __future__ import annotations

import json

import pytest

from pubtrack.model import PartialDate
from pubtrack.readers.csl_json import fields_of_csl, read_csl_json


def test_an_item_is_read_with_its_place() -> None:
    text = '[{"id": "a", "title": "x"},\n {"id": "b", "type": "book", "title": "On <i>E. coli<\\/i>"}]'
    work = read_csl_json(text).works[1]
    assert (work.key, work.kind, work.title_plain) == ("b", "book", "On E. coli")
    assert work.title == text[work.start : work.end] == "On <i>E. coli<\\/i>"


@pytest.mark.parametrize(
    "wrap", ['{"items": [%s]}', '{"references": [%s]}', '{"message": {"items": [%s]}}', '{"message": %s}', "%s"]
)
def test_envelopes_are_opened(wrap: str) -> None:
    assert read_csl_json(wrap % '{"id": "a", "title": "T", "type": "book"}').works[0].title == "T"


def test_an_object_without_works_is_one_item_without_title() -> None:
    assert read_csl_json('{"a": 1}').works[0].title is None


def test_zotero_names_and_new_names_mean_the_same() -> None:
    old = fields_of_csl({"event": "E", "shortTitle": "S", "journalAbbreviation": "J"})
    new = fields_of_csl({"event-title": "E", "title-short": "S", "container-title-short": "J"})
    assert old == new
    assert fields_of_csl({"event": "old", "event-title": "new"}).event_title == "new"


def test_what_crossref_sends_is_understood() -> None:
    item = {
        "type": "proceedings-article",
        "title": ["T"],
        "container-title": ["C", "D"],
        "ISSN": ["0028-0836"],
        "author": [
            {"given": "Z", "family": "J", "ORCID": "http://orcid.org/0000-0003-0238-9024", "sequence": "first"},
            {"name": "ACL"},
        ],
        "published": {"date-parts": [[2024, 5]]},
        "volume": 3,
    }
    fields = fields_of_csl(item)
    assert (fields.type, fields.title, fields.container_title, fields.volume) == ("paper-conference", "T", "C", "3")
    assert fields.ids("issn") == ("0028-0836",)
    assert fields.author[0].orcid == "0000-0003-0238-9024"
    assert fields.author[1].literal == "ACL"
    assert fields.issued == PartialDate(year=2024, month=5)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ({"date-parts": [["2020", "5"], [2020, 6]]}, "2020-05/2020-06"),
        ({"date-parts": [[2020]], "season": "2"}, "2020-22"),
        ({"date-parts": [[2020]], "circa": 1}, "2020~"),
        ({"date-parts": [[2020]], "circa": "false"}, "2020"),
        ({"raw": "12 May 2020"}, "2020-05-12"),
        ({"literal": "forthcoming"}, "forthcoming"),
        ({"literal": "2020-05"}, "2020-05"),
        ("2020-05", "2020-05"),
        ("2020/05/12", "2020-05-12"),
        ("2020-05/2020-06", "2020-05/2020-06"),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": []}, None),
        ("", None),
        (7, None),
    ],
)
def test_dates_in_every_form(date: object, expected: str | None) -> None:
    issued = fields_of_csl({"issued": date}).issued
    assert (str(issued) if issued else None) == expected


def test_unknown_variables_are_kept() -> None:
    fields = fields_of_csl(
        {"archive": "Louvre", "director": [{"family": "K"}], "custom": {"award": "Best", "n": 3, "z": None}}
    )
    assert fields.custom == {"archive": "Louvre", "director": '[{"family": "K"}]', "award": "Best", "n": "3"}


def test_identifiers_in_the_note_are_found() -> None:
    fields = fields_of_csl({"note": "PMID: 31452104\narXiv: 2407.02273\nfree words"})
    assert {str(i) for i in fields.identifiers} == {"pmid:31452104", "arxiv:2407.02273"}
    assert fields.note is not None


def test_several_isbns_in_one_text_are_taken_apart() -> None:
    assert fields_of_csl({"ISBN": "978-0-306-40615-7, 9798891761957"}).ids("isbn") == ("9780306406157", "9798891761957")
    assert fields_of_csl({"ISBN": "978 0 306 40615 7"}).ids("isbn") == ("9780306406157",)


def test_keywords_are_split_at_semicolons_or_commas() -> None:
    assert fields_of_csl({"keyword": "a; b, c"}).keyword == ("a", "b, c")
    assert fields_of_csl({"keyword": "a, b"}).keyword == ("a", "b")
    assert fields_of_csl({"categories": ["x", " ", 3]}).keyword == ("x",)
    assert fields_of_csl({"keyword": 3}).keyword == ()


def test_odd_names_do_no_harm() -> None:
    people = fields_of_csl(
        {"author": ["A Body", "", 3, {}, {"given": "", "family": ""}, {"family": "X", "orcid": "wrong"}]}
    ).author
    assert [p.name for p in people] == ["A Body", "X"]


def test_an_unknown_type_is_told_and_kept() -> None:
    reading = read_csl_json('[{"id": "a", "type": "spell", "title": "T"}, {"type": ["x"]}]')
    assert [issue.check for issue in reading.issues] == ["unknown-type", "unknown-type"]
    assert reading.works[0].fields is not None
    assert reading.works[0].fields.custom == {"type": "spell"}


def test_what_is_no_item_is_told() -> None:
    reading = read_csl_json('[1, {"id": 7, "title": "T"}]')
    assert [work.key for work in reading.works] == ["7"]
    assert reading.issues[0].check == "broken-entry"


def test_a_lie_about_our_own_fields_is_told() -> None:
    reading = read_csl_json('[{"id": "a", "title": "T", "custom": {"pubtrack": {"identifiers": ["x:y"]}}}]')
    assert [issue.check for issue in reading.issues] == ["broken-entry"]
    assert reading.works[0].key == "a"


def test_citation_keys_of_better_bibtex_count_before_ids() -> None:
    item = {"id": "http://zotero.org/1", "citation-key": "jin2024", "title": "T"}
    assert read_csl_json(json.dumps([item])).works[0].key == "jin2024"


def test_a_key_used_twice_is_told_with_both_lines() -> None:
    reading = read_csl_json('[{"id": "a", "title": "x"},\n{"id": "a", "title": "y"}]')
    assert [(issue.check, issue.line) for issue in reading.issues] == [("duplicate-key", 2)]
    assert "line 1" in reading.issues[0].message


@pytest.mark.parametrize(
    "made", ["http://zotero.org/users/1/items/ABCD2345", "1234567/ABCD2345", "two words", "a,b", " "]
)
def test_numbers_of_a_program_are_no_citation_keys(made: str) -> None:
    assert read_csl_json(json.dumps([{"id": made, "title": "T"}])).works[0].key is None


def test_a_citation_key_in_zoteros_extra_counts() -> None:
    item = {"id": "http://zotero.org/users/1/items/ABCD2345", "title": "T", "note": "arXiv: 1\nCitation Key: jin2024\n"}
    assert read_csl_json(json.dumps([item])).works[0].key == "jin2024"


def test_an_empty_object_is_no_work_and_is_told() -> None:
    reading = read_csl_json('[{}, {"title": "Wet Sails", "type": "book"}]')
    assert [w.title for w in reading.works] == ["Wet Sails"]
    assert [issue.check for issue in reading.issues] == ["broken-entry"]
