"""Taking back lines: exactly those that were written, wherever they stand now, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from pubtrack.store.hunks import DoesNotFit, reverse_hunks, take_back

Entry = tuple[str, tuple[str, ...]]
Entries = tuple[Entry, ...]

VALUES = st.sampled_from(["year = {2020},", "year = {2021},", "month = may,", "publisher = {ACL},", "volume = 1,"])
FIELDS = st.lists(VALUES, min_size=1, max_size=4).map(tuple)


def render(entries: Entries) -> bytes:
    """A BibTeX file in which most lines occur many times."""
    blocks = [f"@misc{{{key},\n" + "".join(f"  {field}\n" for field in fields) + "}\n" for key, fields in entries]
    return "\n".join(blocks).encode()


@st.composite
def edited(draw: st.DrawFn, entries: Entries, only: tuple[str, ...], grow: bool) -> Entries:
    """The entries after edits in those of the given keys: fields changed, entries removed, and new ones if asked."""
    result = []
    for key, fields in entries:
        action = draw(st.sampled_from(["keep", "fields", "remove"])) if key in only else "keep"
        if action != "remove":
            result.append((key, draw(FIELDS) if action == "fields" else fields))
        if grow and draw(st.integers(0, 4)) == 0:
            result.append((f"new{key}", draw(FIELDS)))
    return tuple(result)


@settings(max_examples=200)
@given(st.data())
def test_a_change_is_taken_back_among_hand_edits_of_other_entries_or_not_at_all(data: st.DataObject) -> None:
    fields = data.draw(st.lists(FIELDS, min_size=2, max_size=8))
    old = tuple((f"key{i}", lines) for i, lines in enumerate(fields))
    mine = tuple(key for key, _ in old if data.draw(st.booleans()))
    new = data.draw(edited(old, mine, grow=True))
    theirs = tuple(key for key, _ in old if key not in mine)
    # The same hand edits, once on top of the change and once as if the change had never been.
    by_hand = dict(data.draw(edited(tuple(entry for entry in old if entry[0] in theirs), theirs, grow=False)))
    # Above a removed entry a new line may belong before or after it, so only beside a standing one.
    top = data.draw(st.sampled_from([b"", b"% a comment\n"])) if "key0" in theirs else b""

    def edit_by_hand(entries: Entries) -> bytes:
        kept = [(key, by_hand.get(key, lines)) for key, lines in entries if key not in theirs or key in by_hand]
        return top + render(tuple(kept))

    try:
        result = take_back(edit_by_hand(new), reverse_hunks(render(old), render(new)), unchanged=False)
    except DoesNotFit:
        event("refused")
        return
    event("taken back")
    assert result == edit_by_hand(old)


def test_a_landmark_whose_text_now_stands_elsewhere_tells_no_place() -> None:
    year, may = ("year = {2020},",), ("month = may,",)
    old = (("a", year), ("b", year), ("c", may), ("d", year), ("e", year))
    new = tuple(entry for entry in old if entry[0] != "d")
    by_hand = (("a", may), ("b", year))  # c and e removed, a edited to hold the line that c had alone
    with pytest.raises(DoesNotFit):
        take_back(render(by_hand), reverse_hunks(render(old), render(new)), unchanged=False)


LINES = st.lists(st.sampled_from([b"a\n", b"b\r\n", b"}\n", b"\n", b"\xff\n", b"x"]), max_size=12).map(b"".join)


@given(LINES, LINES)
def test_taking_back_right_away_gives_the_old_bytes(old: bytes, new: bytes) -> None:
    hunks = reverse_hunks(old, new)
    assert take_back(new, hunks, unchanged=True) == old


@given(st.lists(st.integers(), unique=True), st.lists(st.integers(), unique=True))
def test_among_lines_that_differ_no_position_is_needed(old: list[int], new: list[int]) -> None:
    before, after = ("".join(f"{i}\n" for i in numbers).encode() for numbers in (old, new))
    assert take_back(after, reverse_hunks(before, after), unchanged=False) == before


def lines(text: str) -> bytes:
    return "".join(f"{word}\n" for word in text.split()).encode()


def undone(old: str, new: str, now: str) -> str:
    result = take_back(lines(now), reverse_hunks(lines(old), lines(new)), unchanged=False)
    return " ".join(result.decode().split())


@pytest.mark.parametrize(
    ("old", "new", "now", "expected"),
    [
        ("a y c", "a Y c", "a Y c", "a y c"),
        ("a y c", "a Y c", "top a Y c", "top a y c"),
        ("a y c", "a Y c", "a Y more c end", "a y more c end"),
        ("a y c d e", "a Y c d e", "A Y c d e", "A y c d e"),
        ("a y c", "a c", "top a c", "top a y c"),
        ("a y c", "a c", "a more c", "a y more c"),
        ("a c", "a y c", "top a y c", "top a c"),
        ("k1 y } k2 y }", "k1 Y } k2 y }", "k0 Y } k1 Y } k2 y }", "k0 Y } k1 y } k2 y }"),
        ("k1 Y } k2 y } k3", "k1 Y } k2 Y } k3", "k1 Y } k2 m Y m } k3", "k1 Y } k2 m y m } k3"),
        ("k1 } y k2 }", "k1 } k2 }", "k1 } m } k2 }", "k1 } m } y k2 }"),
        ("k1 y } k2 z", "k1 Y } k2 z", "k1 Y } k2 z k1 X", "k1 y } k2 z k1 X"),
        ("a b", "", "", "a b"),
        ("", "a b", "a b more", "more"),
    ],
)
def test_hand_edits_elsewhere_stay(old: str, new: str, now: str, expected: str) -> None:
    assert undone(old, new, now) == expected


@pytest.mark.parametrize(
    ("old", "new", "now", "line"),
    [
        ("a y c", "a Y c", "a Z c", 2),
        ("a y c", "a Y c", "top a Z c", 3),
        ("a y c", "a Y c", "a c", 2),
        ("k1 y } k2 Y }", "k1 Y } k2 Y }", "k1 Z } k2 Y }", 2),
        ("a y c", "a Y c", "all new", 2),
        ("a y c", "a Y c", "", 1),
        ("a y c", "a c", "all new", 2),
        ("a y Y c", "a Y Y c", "Y Y", 2),
        ("a b y c d", "a b Y c d", "c Y b", 1),  # the landmarks changed places
        ("k1 y } k2 z", "k1 } k2 z", "n1 } n2 }", 2),  # no landmark above or below stands
    ],
)
def test_lines_edited_since_are_named_and_left_alone(old: str, new: str, now: str, line: int) -> None:
    with pytest.raises(DoesNotFit) as refused:
        undone(old, new, now)
    assert refused.value.line == line


LONG = st.binary(max_size=600).map(lambda data: data.replace(b"\n", b" "))


@given(st.lists(st.tuples(LONG, st.binary(max_size=3), st.binary(max_size=3), LONG), min_size=1, max_size=4))
def test_long_lines_that_changed_little_are_told_by_what_changed(rows: list[tuple[bytes, ...]]) -> None:
    old = b"\n".join(b"".join((start, middle, end)) for start, middle, _, end in rows)
    new = b"\n".join(b"".join((start, middle, end)) for start, _, middle, end in rows)
    assert take_back(new, reverse_hunks(old, new), unchanged=True) == old


def test_the_way_back_over_long_lines_is_short() -> None:
    old = b"".join(b'{"n": %d, "text": "%s", "retrieved_at": "2026-11-15"}\n' % (i, b"x" * 5_000) for i in range(100))
    new = old.replace(b"2026-11-15", b"2026-11-22")
    hunks = tuple(reverse_hunks(old, new))
    assert len(hunks) == 1
    assert next(iter(hunks[0].old)) == (len('{"n": 0, "text": "", "retrieved_at": "2026-11-') + 5_000, 3, b"15")
    assert take_back(new, hunks, unchanged=False) == old


def test_hunks_that_changed_their_order_are_refused() -> None:
    above, below = reverse_hunks(b"a\nb\nc\nd\ne\n", b"a\nB\nc\nD\ne\n")
    with pytest.raises(DoesNotFit):
        take_back(b"c\nD\ne\na\nB\n", [above, below], unchanged=False)
    with pytest.raises(DoesNotFit):
        take_back(b"a\nB\nc\nD\ne\n", [below, above], unchanged=True)


def test_ten_thousand_entries_are_compared_quickly() -> None:
    old = tuple((f"key{i}", ("year = {2020},", "volume = 1,")) for i in range(10_000))
    new = tuple((key, ("year = {2021},", *fields[1:])) for key, fields in old)
    hunks = tuple(reverse_hunks(render(old), render(new)))
    assert len(hunks) == 10_000
    assert take_back(render(new), hunks, unchanged=True) == render(old)
