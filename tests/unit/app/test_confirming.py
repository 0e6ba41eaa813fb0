"""Online look-ups of what a text mentions: confirmed by records, or kept as unconfirmed; a dead host is no absence."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from emulator.corpus import make
from emulator.hosts import emulating
from emulator.listed import add_settings, source_tables
from pubtrack.app.confirming import confirmed
from pubtrack.app.library import Library
from pubtrack.app.reading import read
from pubtrack.cli import main
from pubtrack.errors import BadResponse
from pubtrack.model import Owner

from .conftest import NOW

pytestmark = pytest.mark.loopback


@pytest.fixture(autouse=True)
def _loopback(socket_enabled: None) -> None:
    """Real sockets, on 127.0.0.1 only."""


def settings(library: Library, url: str, *names: str) -> Library:
    add_settings(library.path, source_tables(url, names))
    return Library(library.path, now=lambda: NOW)


def test_new_works_are_confirmed_or_kept_as_unconfirmed(tmp_path, capsys):
    corpus = make(6)
    paper = corpus.papers[0]
    text = tmp_path / "x.bib"
    names = " and ".join(f"{family}, {given}" for given, family in paper.authors)
    text.write_text(f"@misc{{a, title={{{paper.title}}}, author={{{names}}}, year={paper.year}}}\n"
                    f"@misc{{b, title={{{corpus.papers[1].title}}}, doi={{{corpus.papers[1].doi}}}}}\n"
                    "@misc{c, title={Nobody Ever Wrote This Title Anywhere}, author={No, One}, year=1999}\n")  # fmt: skip
    with emulating(corpus) as hosts:
        library = settings(
            Library.create(tmp_path / "bib", Owner(name="x"), now=lambda: NOW), hosts.url, "crossref", "openalex"
        )
        proposals = {p.key: p for p in library.track(read(text), online=True)}
        assert {r.provenance.source for r in proposals["a"].confirmations} >= {"crossref"}
        assert {r.provenance.source for r in proposals["b"].confirmations} == {"crossref", "openalex"}
        assert proposals["c"].confirmations == ()
        assert "No source confirms it." in proposals["c"].summary
        library.apply(proposals.values())
        assert library.works["b"].container_title == corpus.papers[1].venue
        assert library.works["c"].title.startswith("Nobody")


def test_a_host_that_refuses_one_title_is_asked_for_the_others(tmp_path):
    library = Library.create(tmp_path / "bib", now=lambda: NOW)
    text = tmp_path / "x.bib"
    text.write_text("".join(f"@misc{{k{n}, title={{Title of Number {n} of Many}}, year=1999}}\n" for n in range(3)))
    asked = []

    def search(query, transport):
        asked.append(query.title)
        if len(asked) == 1:
            raise BadResponse("moody", "HTTP 400")
        return []

    moody = SimpleNamespace(
        takes=lambda identifier: False, search=search, host=SimpleNamespace(base_url="https://x.org")
    )
    told, failed = confirmed(library.track(read(text)), {"moody": moody}, None, NOW)
    assert (len(told), len(asked), failed) == (3, 3, {"moody": "HTTP 400"})


def test_a_host_that_cannot_be_asked_is_told(tmp_path, capsys):
    library = settings(Library.create(tmp_path / "bib", now=lambda: NOW), "http://127.0.0.1:9", "crossref")
    text = tmp_path / "x.bib"
    text.write_text("@misc{c, title={Nobody Ever Wrote This Title Anywhere}, author={No, One}, year=1999}\n")
    assert "crossref" in library.track(read(text), online=True).failed
    assert main(["track", str(text), "--online", "--library", str(library.path)]) == 1
    assert "crossref could not be asked" in capsys.readouterr().err
