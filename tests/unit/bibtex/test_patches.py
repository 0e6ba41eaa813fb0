from __future__ import annotations

import difflib

from hypothesis import given
from hypothesis import strategies as st

from pubtrack.bibtex.patches import Patch, apply, unified


@given(
    st.text("ab\n", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 3), st.text("cd\n", max_size=4)), max_size=4),
)
def test_the_diff_turns_the_old_text_into_the_new_one(text, raw):
    patches, floor = [], 0
    for wanted, length, new in sorted(raw):
        start = max(min(wanted, len(text)), floor)
        floor = min(start + length, len(text))
        patches.append(Patch(start, floor, new))
    new = apply(text, patches)
    lines = unified(text, patches, "f").splitlines(keepends=True)
    changed = [line for line in lines if line[:1] in "+-" and not line.startswith(("--- ", "+++ "))]
    expected = [line for line in difflib.ndiff(text.splitlines(True), new.splitlines(True)) if line[:1] in "+-"]
    assert (not lines) == (text == new)
    assert (not changed) == (not expected)


def test_far_changes_have_their_own_hunks():
    text = "".join(f"line {n}\n" for n in range(100))
    diff = unified(text, [Patch(0, 4, "LINE"), Patch(len(text) - 5, len(text) - 1, "x")], "f")
    assert diff.count("@@ -") == 2


def test_a_last_line_without_an_end_is_said():
    assert "\\ No newline at end of file" in unified("a", [Patch(0, 1, "b")], "f")
