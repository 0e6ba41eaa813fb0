"""Verification: confirmed, differs, not found, could not ask; and never an accusation."""

from __future__ import annotations

from pathlib import Path

import pytest

from emulator.corpus import Corpus, make
from emulator.hosts import Emulator, emulating
from pubtrack.app.network import chosen_sources, open_transport
from pubtrack.app.reading import read
from pubtrack.app.verifying import Verification, verify
from pubtrack.cli import main
from pubtrack.store.settings import Settings, SourceSettings

pytestmark = pytest.mark.loopback

ASKED = ("crossref", "openalex", "arxiv", "datacite")


@pytest.fixture(autouse=True)
def _loopback(socket_enabled: None) -> None:
    """Real sockets, on 127.0.0.1 only."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return make(8)


def settings_of(hosts: Emulator) -> Settings:
    fast = {name: SourceSettings(base_url=f"{hosts.url}/{name}", rate_per_s=1000) for name in ASKED}
    return Settings(sources=fast)


def answers(path: Path, hosts: Emulator) -> dict[str, Verification]:
    settings = settings_of(hosts)
    with open_transport(settings) as transport:
        return {v.key: v for v in verify(read(path), chosen_sources(settings, ASKED), transport)}


def entry(key: str, paper, **changes: str) -> str:
    values = {
        "author": " and ".join(f"{family}, {given}" for given, family in paper.authors),
        "title": paper.title, "year": str(paper.year), "doi": paper.doi, **changes,
    }  # fmt: skip
    return f"@article{{{key}, " + ", ".join(f"{n} = {{{v}}}" for n, v in values.items() if v) + "}\n"


def test_each_reference_gets_one_of_four_answers(corpus, tmp_path):
    one, two, three, four = corpus.papers[:4]
    path = tmp_path / "refs.bib"
    path.write_text(
        entry("right", one)
        + entry("year", two, year=str(two.year + 2))
        + entry("swapped", three, doi=four.doi)
        + entry("noid", four, doi="")
        + "@article{unknown, author={Nobody, N.}, title={A title that nobody ever gave to anything at all}, year=2001}\n"
    )
    with emulating(corpus) as hosts:
        found = answers(path, hosts)
    assert found["right"].answer == "confirmed"
    assert found["year"].answer == "differs"
    assert ("year", str(two.year + 2)) in {(d.field, d.stated) for d in found["year"].differences}
    assert found["swapped"].answer in ("differs", "confirmed")
    assert found["noid"].answer == "confirmed"
    assert found["unknown"].answer == "not found"
    assert "asked" in found["unknown"].words
    assert "fabricat" not in " ".join(v.words for v in found.values())


def test_a_host_that_cannot_be_asked_is_not_absence(corpus, tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text(entry("right", corpus.papers[0]))
    settings = Settings(sources={"crossref": SourceSettings(base_url="http://127.0.0.1:9")})
    with open_transport(settings) as transport:
        (found,) = verify(read(path), chosen_sources(settings, ("crossref",)), transport)
    assert found.answer == "could not ask"


def test_the_command_line_says_so_and_exits_with_1(corpus, tmp_path, capsys):
    path = tmp_path / "refs.bib"
    path.write_text(entry("right", corpus.papers[0]) + entry("year", corpus.papers[1], year="1999"))
    with emulating(corpus) as hosts:
        main(["init", str(tmp_path / "bib")])
        settings = tmp_path / "bib/pubtrack.toml"
        tables = [f'[sources.{n}]\nbase_url = "{hosts.url}/{n}"\nrate_per_s = 1000\n' for n in ASKED]
        settings.write_text(settings.read_text() + "\n" + "\n".join(tables))
        capsys.readouterr()
        args = ["verify", str(path), "--library", str(tmp_path / "bib"), "--sources", ",".join(ASKED)]
        assert main(args) == 1
        captured = capsys.readouterr()
        assert "right\tconfirmed" in captured.out
        assert "1 confirmed, 1 differs" in captured.err
        assert main([*args, "--json"]) == 1
        assert main([*args, "--format", "github"]) == 1
        assert "::warning file=" in capsys.readouterr().out
    assert main(["verify", str(tmp_path / "none.bib")]) == 2
