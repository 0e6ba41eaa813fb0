"""The plumbing that all web services share: batches, re-keying, and what a failure is told as."""

from __future__ import annotations

from typing import Any

import pytest

from emulator.answering import Says
from pubtrack.errors import BadResponse, SourceDown
from pubtrack.model import Identifier
from pubtrack.sources import SOURCES
from pubtrack.sources.base import Query, opened
from pubtrack.transport import Request


def doi(text: str) -> Identifier:
    return Identifier(scheme="doi", value=text)


def crossref(items: list[dict[str, Any]], total: int | None = None) -> dict[str, Any]:
    return {"message": {"items": items, "total-results": len(items) if total is None else total}}


def test_answers_are_put_to_ids_by_what_they_carry_never_by_place() -> None:
    says = Says(lambda r: (200, crossref([{"DOI": "10.1000/B"}, {"DOI": "10.1000/a"}])))
    answers = SOURCES["crossref"].fetch([doi("10.1000/a"), doi("10.1000/b"), doi("10.1000/c")], says)
    assert [answers.found[doi(d)][0].answer["DOI"] for d in ("10.1000/a", "10.1000/b")] == ["10.1000/a", "10.1000/B"]
    assert answers.absent == (doi("10.1000/c"),)
    assert not answers.failed


def test_a_short_page_is_never_an_absence() -> None:
    def answer(request: Request) -> tuple[int, Any]:
        ids = [f.partition(":")[2] for f in dict(request.params)["filter"].split(",")]
        return 200, crossref([{"DOI": i} for i in ids][:1], len(ids))

    answers = SOURCES["crossref"].fetch([doi(f"10.1000/{n}") for n in range(4)], Says(answer))
    assert len(answers.found) == 4
    stuck = SOURCES["crossref"].fetch([doi("10.1000/1")], Says(lambda r: (200, crossref([], 5))))
    assert isinstance(stuck.failed[doi("10.1000/1")], BadResponse)


def test_another_form_than_documented_is_a_failure() -> None:
    for said in ({"error": "busy"}, [1, 2], "text", None):
        answers = SOURCES["crossref"].fetch([doi("10.1000/a")], Says(lambda r, said=said: (200, said)))
        assert isinstance(answers.failed[doi("10.1000/a")], BadResponse)
        with pytest.raises(BadResponse):
            SOURCES["crossref"].search(Query("Title"), Says(lambda r, said=said: (200, said)))
    broken = SOURCES["crossref"].fetch([doi("10.1000/a")], Says(lambda r: (200, b"{")))
    assert isinstance(broken.failed[doi("10.1000/a")], BadResponse)


def test_the_culprit_of_a_refused_batch_is_found_by_halving() -> None:
    def answer(request: Request) -> tuple[int, Any]:
        ids = [f.partition(":")[2] for f in dict(request.params)["filter"].split(",")]
        if "10.1000/bad" in ids:
            return 400, {"status": "failed", "message": [{"message": "invalid DOI"}]}
        return 200, crossref([{"DOI": i} for i in ids])

    ids = [*(doi(f"10.1000/{n}") for n in range(15)), doi("10.1000/bad")]
    says = Says(answer)
    answers = SOURCES["crossref"].fetch(ids, says)
    assert len(answers.found) == 15
    assert "invalid DOI" in answers.refused[doi("10.1000/bad")]
    assert len(says.asked) == 9


def test_a_question_that_is_refused_as_such_does_not_become_a_storm() -> None:
    says = Says(lambda r: (400, {"error": "select: unknown field"}))
    answers = SOURCES["openalex"].fetch([doi(f"10.1000/{n}") for n in range(100)], says)
    assert len(says.asked) == 12
    assert len(answers.failed) + len(answers.refused) == 100
    assert "question itself" in str(next(iter(answers.failed.values())))


def test_not_found_is_absent_for_one_and_a_fault_for_many() -> None:
    source = SOURCES["crossref"]
    with_comma = doi("10.1000/a,b")
    assert source.fetch([with_comma], Says(lambda r: (404, b"Resource not found."))).absent == (with_comma,)
    many = source.fetch([doi("10.1000/a"), doi("10.1000/b")], Says(lambda r: (404, b"")))
    assert len(many.failed) == 2


def test_a_failing_host_is_data_for_fetch() -> None:
    def answer(request: Request) -> tuple[int, Any]:
        raise SourceDown("crossref", "refused")

    assert set(SOURCES["crossref"].fetch([doi("10.1000/a")], Says(answer)).failed) == {doi("10.1000/a")}


def test_a_source_without_title_search_gives_no_candidates() -> None:
    says = Says(lambda r: (200, {}))
    assert SOURCES["dblp"].search(Query("Title"), says) == []
    assert SOURCES["crossref"].search(Query(), says) == SOURCES["openalex"].search(Query("?!"), says) == []
    assert SOURCES["crossref"].search(Query("T"), Says(lambda r: (404, b""))) == []
    assert not says.asked


@pytest.mark.parametrize("said", [(400, {"error": "what?"}), (200, {"error": "too many"}), (200, b"<")])
def test_a_search_that_is_refused_finds_not_nothing(said: tuple[int, Any]) -> None:
    with pytest.raises(BadResponse):
        SOURCES["crossref"].search(Query("T"), Says(lambda request: said))


ME = Identifier(scheme="orcid", value="0000-0003-0238-9024")


@pytest.mark.parametrize("name", ["orcid", "openalex", "dblp"])
@pytest.mark.parametrize(
    "said", [(409, {"error": "deactivated"}), (400, b"no"), (200, {"error": "too many"}), (200, b"<")]
)
def test_a_list_that_is_refused_is_no_empty_list(name: str, said: tuple[int, Any]) -> None:
    source: Any = SOURCES[name]
    with pytest.raises(BadResponse):
        list(source.works_of(ME, Says(lambda request: said)))
    assert list(source.works_of(ME, Says(lambda request: (404, b"")))) == []


def test_a_list_that_breaks_off_is_no_whole_list() -> None:
    source: Any = SOURCES["openalex"]
    page = {"results": [{"id": "https://openalex.org/W1"}], "meta": {"next_cursor": "two"}}
    says = Says(
        lambda request: (200, page) if "cursor=%2A" in request.target or "cursor=*" in request.target else (400, {})
    )
    with pytest.raises(BadResponse, match="HTTP 400"):
        list(source.works_of(ME, says))
    assert len(says.asked) == 2


def test_envelopes_are_opened_as_far_as_they_go() -> None:
    assert opened([{"data": {"attributes": {"doi": "x"}}}], "data", "attributes") == {"doi": "x"}
    assert opened("text", "data") == {}
    assert opened([1, 2], "data") == {}


def test_requests_keep_the_hosts_limits_on_count_and_length() -> None:
    long = [doi(f"10.1000/{'x' * 150}{n}") for n in range(120)]
    for name, most, line in (("crossref", 50, 4096), ("openalex", 100, 4094), ("datacite", 200, 8000)):
        source = SOURCES[name]
        batches = list(source.batches(long))
        assert [i for b in batches for i in b] == long
        assert all(len(b) <= most and source.ask(b).line_length <= line for b in batches)
        assert [len(b) for b in source.batches(long, 7)][:2] == [7, 7]
