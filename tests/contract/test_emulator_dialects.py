"""Clients that others wrote understand the emulator: it speaks the hosts' real dialects."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlunparse

import pytest

from emulator import corpus
from emulator.hosts import Emulator, emulating

pytestmark = [
    pytest.mark.loopback,
    # Other people's clients warn about their own future; that is not ours to fail on.
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def held() -> corpus.Corpus:
    return corpus.make(60)


@pytest.fixture
def emulator(held: corpus.Corpus, socket_enabled: None) -> Iterator[Emulator]:
    with emulating(held) as running:
        yield running


def _client(name: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip(name, reason=f"needs the third-party client {name}")


def test_habanero_reads_crossref(emulator: Emulator, held: corpus.Corpus) -> None:
    client = _client("habanero").Crossref(base_url=f"{emulator.url}/crossref", mailto="a@b.org")
    paper = held.papers[3]
    assert client.works(ids=paper.doi)["message"]["DOI"] == paper.doi
    found = client.works(query_bibliographic=paper.title, limit=3)["message"]["items"]
    assert found[0]["DOI"] == paper.doi


def test_pyalex_reads_openalex(emulator: Emulator, held: corpus.Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    pyalex = _client("pyalex")
    # Where its address is fixed in the code, the last step of making an address is turned to the emulator.
    host = emulator.url.removeprefix("http://")
    monkeypatch.setattr(
        pyalex.api,
        "urlunparse",
        lambda parts: urlunparse(("http", host, f"/openalex/{parts[2].lstrip('/')}", *parts[3:])),
        raising=False,
    )
    paper = held.papers[5]
    assert pyalex.Works()[paper.openalex]["doi"] == f"https://doi.org/{paper.doi}"
    two = "|".join(p.doi for p in held.papers[:2])
    assert {w["id"] for w in pyalex.Works().filter(doi=two).get()} == {
        f"https://openalex.org/{p.openalex}" for p in held.papers[:2]
    }


def test_the_arxiv_client_reads_arxiv(emulator: Emulator, held: corpus.Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    arxiv = _client("arxiv")
    monkeypatch.setattr(arxiv.Client, "query_url_format", f"{emulator.url}/arxiv/query?{{}}")
    ids = [p.arxiv for p in held.papers[:3]]
    client = arxiv.Client(page_size=10, delay_seconds=0, num_retries=0)
    found = {r.get_short_id(): r for r in client.results(arxiv.Search(id_list=ids, max_results=3))}
    assert set(found) == {f"{i}v2" for i in ids}
    assert found[f"{ids[0]}v2"].doi == held.papers[0].doi


def test_the_semanticscholar_client_reads_semantic_scholar(emulator: Emulator, held: corpus.Corpus) -> None:
    module = _client("semanticscholar")
    client = module.SemanticScholar(api_key="emulated", api_url=f"{emulator.url}/semanticscholar", retry=False)
    papers = client.get_papers([f"DOI:{held.papers[0].doi}", f"ARXIV:{held.papers[1].arxiv}"])
    assert [p.paperId for p in papers] == [held.papers[0].s2, held.papers[1].s2]
    assert client.get_paper(f"DOI:{held.papers[2].doi}").title == held.papers[2].title
