"""What every reader of a structured format promises, whatever it is given."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counting import calls, no_hang
from pubtrack.errors import InputError
from pubtrack.model import Reading
from pubtrack.readers import READERS
from pubtrack.readers.decode import decode

STRUCTURED = ("bibtex", "csl-json", "ris", "nbib", "endnote-xml", "ids", "orcid-json")

GOOD = {
    "bibtex": "@article{k, title = {On {BERT} & more}, author = {Jin, Zhijing}, year = 2024}",
    "csl-json": '[{"id": "k", "type": "book", "title": "On things", "issued": {"date-parts": [[2024]]}}]',
    "ris": "TY  - JOUR\nID  - k\nTI  - On things\nAU  - Jin, Zhijing\nPY  - 2024\nER  - \n",
    "nbib": "PMID- 123456\nTI  - On things.\nFAU - Jin, Zhijing\nDP  - 2024 May\n",
    "endnote-xml": (
        '<xml><records><record><ref-type name="Journal Article">17</ref-type><titles><title><style>On things</style>'
        "</title></titles><dates><year>2024</year></dates></record></records></xml>"
    ),
    "ids": "10.1000/xyz\n2407.02273v4\n",
    "orcid-json": (
        '{"group": [{"work-summary": [{"title": {"title": {"value": "On things"}}, "type": "book",'
        ' "publication-date": {"year": {"value": "2024"}}}]}]}'
    ),
}

BAD = {
    "empty": "",
    "only spaces": " \n\t\r\n \ufeff",
    "binary junk": "\x00\x01\x02\x7f\x00PNG\x1a\x00" * 50,
    "NUL": "title\x00here",
    "unbalanced braces": "@article{a, title = {one {two}, year = 2020}\n@book{b, title = {",
    "conflict marks": "<<<<<<< HEAD\n@misc{a, title={x}}\n=======\n@misc{a, title={y}}\n>>>>>>> other\n",
    "half JSON": '[{"id": "a", "title": "x"}, {"id": ',
    "half RIS": "TY  - JOUR\nTI  - x",
    "half XML": "<xml><records><record><titles><title>x",
    "other JSON": '{"a": [1, 2, {"b": null}], "title": {"c": 1}, "items": [null, 3, {"title": ["x"]}]}',
    "wrong types": '[{"id": [], "title": 3, "author": "x", "issued": [], "DOI": {}, "custom": 3, "type": []}]',
    "lone surrogate": "@misc{a, title = {x\udcf6}}",
    "lone surrogates": "@misc{a\udcf6, title = {x}}\n@misc{a\udcf6, t\udcf6 = 3}\nTY  - JOUR\nID  - \udcf6\nTI  - \udcf6\nER  - ",
    "lone surrogates in JSON": '[{"id": "\udcf6", "title": "\udcf6", "type": "\udcf6"}, {"group": "\udcf6"}]',
    "lone surrogates in XML": "<xml><record><titles><title>\udcf6</title></titles></record></xml>",
    "deep JSON": "[" * 100_000,
    "deep XML": "<record>" * 5_000,
    "deep braces": "@misc{a, title = {" + "{" * 20_000 + "}" * 20_000 + "}}",
    "right to left": "\u202e\u2066 @misc{a, title={x}}",
}


@pytest.fixture(params=STRUCTURED)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _checked(name: str, text: str) -> Reading:
    reading = READERS[name](text)
    assert reading.text == text
    for mention in (*reading.works, *reading.awards, *reading.appointments, *reading.events, *reading.others):
        assert 0 <= mention.start <= mention.end <= len(text)
    for work in reading.works:
        assert work.title is None or text[work.start : work.end] == work.title
        assert work.confidence == 1.0
    assert all(issue.line is None or issue.line >= 1 for issue in reading.issues)
    return reading


def test_a_good_text_is_read_without_remark(name: str) -> None:
    reading = _checked(name, GOOD[name])
    assert reading.works
    assert reading.issues == ()
    assert reading.format == name


def test_a_title_has_its_place_in_the_text(name: str) -> None:
    work = _checked(name, GOOD[name]).works[0]
    if name == "ids":
        assert work.title is None
        assert work.identifiers
    else:
        assert work.title
        assert work.title.startswith("On ")
        assert work.fields is not None
        assert work.fields.year == 2024


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_bad_text_never_raises(name: str, text: str) -> None:
    _checked(name, text)


@pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
def test_an_empty_text_is_said_to_be_empty(name: str, text: str) -> None:
    reading = _checked(name, text)
    assert reading.works == ()
    assert [issue.check for issue in reading.issues] == ["empty"]
    assert reading.issues[0].severity == "error"


def test_what_is_not_the_format_is_said_not_to_be(name: str) -> None:
    reading = _checked(name, "This is a sentence of plain prose, nothing more.")
    assert reading.works == ()
    assert reading.issues


def test_conflict_marks_of_git_are_an_error_with_their_line(name: str) -> None:
    text = f"{GOOD[name]}\n<<<<<<< HEAD\n{GOOD[name]}\n=======\n>>>>>>> theirs\n"
    errors = [issue for issue in _checked(name, text).issues if "conflict" in issue.check]
    assert errors
    assert errors[0].severity == "error"
    assert errors[0].line == GOOD[name].count("\n") + 2


def test_line_ends_do_not_matter(name: str) -> None:
    plain = _checked(name, GOOD[name])
    for end in ("\r\n", "\r"):
        other = _checked(name, GOOD[name].replace("\n", end))
        assert [w.fields for w in other.works] == [w.fields for w in plain.works]
        assert [w.identifiers for w in other.works] == [w.identifiers for w in plain.works]


def test_a_byte_order_mark_in_the_text_does_no_harm(name: str) -> None:
    assert [w.title_plain for w in _checked(name, "\ufeff" + GOOD[name]).works] == [
        w.title_plain for w in _checked(name, GOOD[name]).works
    ]


def test_one_bad_entry_leaves_the_others(name: str) -> None:
    broken = {
        "bibtex": "@article{bad, title = {x\n\n" + GOOD["bibtex"],
        "csl-json": '[{"id": "x", "title": }, ' + GOOD["csl-json"][1:],
        "ris": "TY  - JOUR\nTI  - no end\n" + GOOD["ris"],
        "nbib": "TI  - no number\n\n" + GOOD["nbib"],
        "endnote-xml": GOOD["endnote-xml"].replace("</records></xml>", "<record><titles>"),
        "ids": "hello\n" + GOOD["ids"],
        "orcid-json": GOOD["orcid-json"].replace(
            '{"group": [', '{"group": [{"work-summary": [{"title": {"title": {}}}]}, '
        ),
    }[name]
    works = _checked(name, broken).works
    assert any("On " in (w.title or "") or w.identifiers for w in works)


@pytest.mark.parametrize("filler", ["a", "{", "<", "[", '"', "a, ", "10.1000/x ", "\\", "@misc{", "TY  - ", "("])
def test_a_long_line_takes_linear_time(name: str, filler: str) -> None:
    def work(size: int) -> int:
        return calls(READERS[name], GOOD[name] + "\n" + filler * (size // len(filler)))

    work(1_000)  # what is loaded once
    assert work(80_000) < 9 * work(10_000)
    with no_hang():
        READERS[name](GOOD[name] + "\n" + filler * (800_000 // len(filler)))


@given(st.text(max_size=300))
@settings(max_examples=40, deadline=None)
@pytest.mark.parametrize("name", STRUCTURED)
def test_any_text_can_be_read(name: str, text: str) -> None:
    _checked(name, text)


PIECES = ["@", "article", "{", "}", "key", ",", "title", "=", '"', "#", "\n", "TY  - ", "ER  - ", "TI  - x", "PMID- 1",
          "[", "]", ":", '"title"', "<record>", "</record>", "<titles><title>", "</title></titles>", "10.1000/x", "\\",
          "$", "and", "2020", "%", "<<<<<<< a", ">>>>>>> b", "&amp;", "<!ENTITY x 'y'>", "null", *string.punctuation]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=40, deadline=None)
@pytest.mark.parametrize("name", STRUCTURED)
def test_any_heap_of_syntax_can_be_read(name: str, text: str) -> None:
    _checked(name, text)


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_decoded_or_refused_in_a_sentence(data: bytes) -> None:
    refusal = ""
    try:
        text = decode(data, path="x.bib").text
    except InputError as error:
        text, refusal = "", str(error)
    if refusal:
        assert refusal.startswith("x.bib:")
        assert refusal.endswith(".")
    for name in STRUCTURED:
        READERS[name](text)
