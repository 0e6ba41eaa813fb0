from __future__ import annotations

from hypothesis import given, settings

from pubtrack.bibtex import Document
from unit.bibtex.strategies import soup


def found(text: str | bytes) -> list[tuple[str, int, str | None]]:
    return [(issue.kind, issue.line, issue.key) for issue in Document.parse(text).issues]


def test_a_clean_file_has_no_issues():
    assert found("% c\n@comment words\n@string{a={x}}\n@misc{k, t=a, m=jan}\n") == []


def test_every_kind_of_trouble_is_named_with_its_place():
    assert found("@misc{k, a={\n@misc{l, a=1 b=2}\n") == [("unreadable-block", 1, "k"), ("irregular-entry", 2, "l")]
    assert found("@string{a = }\n") == [("unreadable-block", 1, None)]
    assert found("\n@article k,\n a = 1}\n") == [("unreadable-block", 2, None)]
    assert found("@comment{ @misc{a} }") == [("entry-in-comment", 1, None)]
    assert found("@misc{a}\n@misc{A}\n@misc{a}") == [("duplicate-key", 2, "A"), ("duplicate-key", 3, "a")]
    assert found("@misc{k,\n a=1,\n A=2}") == [("duplicate-field", 3, "k")]
    assert found("@misc{, a=1}") == [("empty-key", 1, None)]
    assert found("@misc{k, a = foo # {x}}") == [("undefined-macro", 1, "k")]
    assert found("<<<<<<< HEAD\n@misc{a}\n=======\n@misc{b}\n>>>>>>> x\n") == [
        ("conflict-marker", line, None) for line in (1, 3, 5)
    ]
    assert found("@misc{k}\0") == [("nul-byte", 1, None)]
    assert found("@misc{k, a={ü}}".encode("cp1252")) == [("encoding", 1, None)]
    assert found("é".encode() + b"\xf6") == [("encoding", 1, None)]
    assert found("@misc{k, t={\n@misc{x, a=1}\n}}") == [("swallowed-entry", 2, "k")]


def test_an_unreadable_block_comes_with_its_text_and_reason():
    (issue,) = Document.parse("@misc{ok}\n@misc{k, a={x}, b={\n").issues
    assert issue.raw == "@misc{k, a={x}, b={"
    assert "never closes" in issue.reason
    assert issue.offset == 10


@given(soup)
@settings(max_examples=200, deadline=None)
def test_issues_are_in_order_and_point_into_the_file(text):
    issues = Document.parse(text).issues
    assert [issue.offset for issue in issues] == sorted(issue.offset for issue in issues)
    for issue in issues:
        assert text[issue.offset :].startswith(issue.raw)
        assert issue.reason
        assert issue.line >= 1


@given(soup)
@settings(max_examples=200, deadline=None)
def test_no_block_is_dropped_in_silence(text):
    document = Document.parse(text)
    partial = {entry.raw for entry in document.entries if entry.reading == "partial"}
    reported = [issue for issue in document.issues if issue.kind == "unreadable-block"]
    assert len(reported) >= len(partial)
