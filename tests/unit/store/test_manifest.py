"""The list of what pubtrack wrote into a folder."""

from __future__ import annotations

import pytest

from pubtrack.store.manifest import Manifest, short_hash


def test_a_list_is_read_as_it_was_written() -> None:
    made = Manifest({"site": {"ä/b.html": short_hash(b"b")}, "plots": {"p.svg": short_hash(b"p")}})
    assert Manifest.read(made.write()) == made
    assert made.write().count(b"\n") == 11
    assert made.owned("p.svg") == short_hash(b"p")
    assert made.owned("CNAME") is None
    assert made.folders == {".", "ä"}


@pytest.mark.parametrize(
    "damage", [None, b"", b"null", b"{", b"\xff\xfe", b'{"outputs": [1]}', b'{"outputs": {"a": 1}}']
)
def test_a_damaged_list_is_an_empty_one(damage: bytes | None) -> None:
    assert Manifest.read(damage) == Manifest()


def test_a_file_that_another_output_takes_over_is_no_longer_the_firsts() -> None:
    made = Manifest({"site": {"a": "1", "b": "2"}}).with_output("hugo", {"b": "3"})
    assert made.outputs == {"site": {"a": "1"}, "hugo": {"b": "3"}}
    assert made.with_output("hugo", {}).outputs == {"site": {"a": "1"}}
