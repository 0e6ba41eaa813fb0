"""What is noticed in any text."""

from __future__ import annotations

from pubtrack.readers.noticing import Lines, conflict_issues, general_issues, reading_issue


def test_lines_count_from_one() -> None:
    lines = Lines("a\nbc\n\nd")
    assert [lines.of(i) for i in range(7)] == [1, 1, 2, 2, 2, 3, 4]


def test_every_conflict_has_its_line() -> None:
    one = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n"
    assert [issue.line for issue in conflict_issues(one + "c\n" + one)] == [1, 7]


def test_a_rule_of_equal_signs_is_no_conflict() -> None:
    assert conflict_issues("=======\n<<<<<<<x >>>>>>>\n") == ()
    assert conflict_issues(">>>>>>> x\n<<<<<<< y\n") == ()


def test_nothing_is_wrong_with_plain_text() -> None:
    assert general_issues("a") == ()


def test_a_nul_character_is_an_error_with_its_line() -> None:
    assert [(i.check, i.line, i.severity) for i in general_issues("a\nb\0")] == [("binary", 2, "error")]


def test_an_empty_key_is_no_key() -> None:
    assert reading_issue("x", "A sentence.", None, 1, "").key is None
