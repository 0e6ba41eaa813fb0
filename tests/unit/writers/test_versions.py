"""A preprint and its publication are one work."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pubtrack.model import Fields
from pubtrack.writers.versions import one_of_each
from pubtrack.writers.view import Entry


def preprint(key: str, **more: object) -> Entry:
    return Entry(key, Fields(type="article", genre="preprint", title=key, **more))


def paper(key: str, **more: object) -> Entry:
    return Entry(key, Fields(type="paper-conference", title=key, **more))


def keys(entries: list[Entry]) -> list[tuple[str | None, frozenset[str]]]:
    return [(work.entry.key, work.keys) for work in one_of_each(entries)]


def test_a_relation_by_key_joins_versions() -> None:
    found = keys([preprint("p", relations=({"type": "preprint-of", "work": "c"},)), paper("c")])
    assert found == [("c", {"p", "c"})]


def test_a_relation_by_identifier_joins_versions_whatever_its_version_number() -> None:
    entries = [
        paper("c", relations=({"type": "has-preprint", "identifier": "arxiv:2401.00001v3"},)),
        preprint("p", identifiers=("doi:10.48550/arxiv.2401.00001",)),
    ]
    assert keys(entries) == [("c", {"p", "c"})]


def test_chains_of_versions_are_one_work() -> None:
    workshop = Entry(
        "w",
        Fields(
            type="paper-conference",
            genre="workshop paper",
            relations=({"type": "version-of", "work": "p"},),
            issued="2020",
        ),
    )
    found = keys([preprint("p"), workshop, paper("c", relations=({"type": "has-version", "work": "w"},))])
    assert found == [("c", {"p", "w", "c"})]


def test_two_published_works_with_one_identifier_stay_two() -> None:
    assert len(keys([paper("a", doi="10.1000/x"), paper("b", doi="10.1000/x")])) == 2


def test_translations_and_books_of_one_isbn_stay_apart() -> None:
    entries = [
        paper("a", relations=({"type": "translation-of", "work": "b"},), isbn="9783161484100"),
        preprint("b", isbn="9783161484100"),
    ]
    assert len(keys(entries)) == 2


def test_identifiers_of_all_versions_are_known_also_of_those_only_named() -> None:
    works = one_of_each(
        [paper("c", doi="10.1000/x", relations=({"type": "has-preprint", "identifier": "arxiv:2401.00001"},))]
    )
    assert [str(i) for i in works[0].identifiers] == ["doi:10.1000/x", "arxiv:2401.00001"]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8))
def test_every_entry_is_in_one_work_and_order_does_not_matter(pairs: list[tuple[int, int]]) -> None:
    related = {n: tuple({"type": "version-of", "work": f"k{b}"} for a, b in pairs if a == n) for n in range(6)}
    entries = [paper(f"k{n}", relations=related[n]) for n in range(6)]
    works = one_of_each(entries)
    assert sorted(key for work in works for key in work.keys) == [f"k{n}" for n in range(6)]
    assert {work.keys for work in works} == {work.keys for work in one_of_each(reversed(entries))}
