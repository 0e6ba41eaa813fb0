"""The fewest requests, and what is fresh enough not to be asked."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from pubtrack.model import Identifier
from pubtrack.sources.plan import DEFAULT_TTL, assign, due, pack

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


class Asked:
    schemes: tuple[str, ...] = ("doi", "arxiv", "pmid")
    batch = 3
    mixes_schemes = False

    def takes(self, identifier: Identifier) -> bool:
        return identifier.scheme in self.schemes


def doi(number: int) -> Identifier:
    return Identifier(scheme="doi", value=f"10.1000/{number}")


def arxiv(number: int) -> Identifier:
    return Identifier(scheme="arxiv", value=f"2401.{number:05d}")


@given(st.lists(st.integers(0, 400), max_size=60, unique=True), st.integers(1, 9), st.integers(10, 200))
def test_batches_hold_every_identifier_once_in_order_and_within_limits(
    numbers: list[int], most: int, room: int
) -> None:
    ids = [doi(n) for n in numbers]
    batches = list(pack(ids, most, lambda batch: sum(len(i.value) for i in batch) <= room))
    assert [i for batch in batches for i in batch] == ids
    assert all(1 <= len(b) <= most for b in batches)
    assert all(len(b) == 1 or sum(len(i.value) for i in b) <= room for b in batches)


def test_each_work_is_asked_by_one_identifier() -> None:
    plan = assign(
        {"a": [doi(1), arxiv(1)], "b": [doi(1)], "c": [], "d": [Identifier(scheme="isbn", value="9780306406157")]},
        Asked(),
    )
    assert plan.works == {doi(1): ("a", "b")}
    assert plan.without == ("c", "d")


def test_the_scheme_that_saves_a_request_is_taken() -> None:
    works = {"a": [doi(1), arxiv(1)], "b": [doi(2), arxiv(2)], "c": [arxiv(3)]}
    assert set(assign(works, Asked()).works) == {arxiv(1), arxiv(2), arxiv(3)}


def test_mixed_schemes_need_no_choice() -> None:
    source = Asked()
    source.mixes_schemes = True
    works = {"a": [arxiv(1), doi(1)], "b": [arxiv(2)]}
    assert set(assign(works, source).works) == {doi(1), arxiv(2)}


@given(st.lists(st.lists(st.sampled_from(["doi", "arxiv", "pmid"]), max_size=3, unique=True), max_size=12))
def test_no_order_of_preference_needs_fewer_requests(held: list[list[str]]) -> None:
    make = {"doi": doi, "arxiv": arxiv, "pmid": lambda n: Identifier(scheme="pmid", value=str(n + 1))}
    works = {str(n): [make[s](n) for s in schemes] for n, schemes in enumerate(held)}
    source = Asked()

    def requests(ids: set[Identifier]) -> int:
        return sum(-(-len([i for i in ids if i.scheme == s]) // source.batch) for s in source.schemes)

    best = min(
        requests({min(ids, key=lambda i: order.index(i.scheme)) for ids in works.values() if ids})
        for order in permutations(source.schemes)
    )
    assert requests(set(assign(works, source).works)) <= best


def test_nothing_is_asked_twice_on_one_day_and_old_works_seldom() -> None:
    assert due(None, 7, NOW)
    assert not due(NOW - timedelta(hours=3), 0, NOW)
    assert due(NOW - timedelta(hours=20), 0, NOW)
    assert not due(NOW - timedelta(days=6), 7, NOW)
    assert due(NOW - timedelta(days=7), 7, NOW)
    today = date(2026, 11, 22)
    assert [DEFAULT_TTL.days(year, today) for year in (2026, 2024, 2021, 2010, None)] == [7, 30, 30, 90, 7]
