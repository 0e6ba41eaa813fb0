"""Which sources a refresh asks, and how the settings of a library reach the transport."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from emulator.scripted import Say, serving
from pubtrack import sources
from pubtrack.app.doctor import examine
from pubtrack.app.network import chosen_sources, fetch_page, is_offline, open_transport
from pubtrack.errors import BadResponse, ConfigError, NotFoundError, SourceDown
from pubtrack.store.settings import Settings, SourceSettings


def test_by_default_the_sources_that_are_on_and_hold_works():
    chosen = chosen_sources(Settings())
    assert {"crossref", "openalex", "arxiv", "datacite", "dblp"} <= set(chosen)
    assert not {"doi_ra", "ror", "unpaywall", "local"} & set(chosen)


def test_settings_switch_sources_off_and_names_choose_them():
    settings = Settings(sources={"crossref": SourceSettings(enabled=False)})
    assert "crossref" not in chosen_sources(settings)
    assert list(chosen_sources(settings, ("crossref",))) == ["crossref"]


def test_an_unknown_source_is_refused_in_settings_and_on_the_command_line():
    with pytest.raises(NotFoundError, match="Did you mean crossref"):
        chosen_sources(Settings(), ("crosref",))
    with pytest.raises(NotFoundError):
        chosen_sources(Settings(sources={"nowhere": SourceSettings()}))


def test_a_source_of_another_package_that_cannot_be_loaded_stops_only_who_names_it(monkeypatch):
    def gone(entry):
        raise ImportError("no module named 'theirs'")

    monkeypatch.setattr(EntryPoint, "load", gone)
    monkeypatch.setattr(sources, "_others", lambda: [EntryPoint("theirs", "theirs:Theirs", "pubtrack.sources")])
    assert "crossref" in chosen_sources(Settings())
    for only, own in ((("theirs",), {}), ((), {"theirs": SourceSettings(enabled=True)})):
        with pytest.raises(ConfigError, match=r"'theirs' \(theirs:Theirs\) cannot be loaded: no module named"):
            chosen_sources(Settings(sources=own), only)
    assert ("theirs", "bad") in {(found.name, found.state) for found in examine()}


def test_a_folder_of_files_can_be_a_source(tmp_path):
    (tmp_path / "x.bib").write_text("@article{k, title={T}, doi={10.1000/x}}\n")
    settings = Settings(sources={"local": SourceSettings(enabled=True, path=str(tmp_path))})
    assert chosen_sources(settings)["local"].path == tmp_path


def test_addresses_and_limits_reach_the_transport():
    settings = Settings(
        sources={"crossref": SourceSettings(base_url="http://127.0.0.1:1/x", rate_per_s=3, concurrency=2)}
    )
    with open_transport(settings) as transport:
        host = transport.settings.host(chosen_sources(settings)["crossref"].host)
    assert host.base_url == "http://127.0.0.1:1/x"
    assert host.concurrency == 2


def test_offline_is_said_by_the_environment(monkeypatch):
    assert not is_offline()
    monkeypatch.setenv("PUBTRACK_OFFLINE", "1")
    assert is_offline()
    with pytest.raises(SourceDown, match="PUBTRACK_OFFLINE"):
        fetch_page("https://example.org/")


@pytest.mark.loopback
@pytest.mark.parametrize(
    ("end", "asked"), [("", "/"), ("/a/b?x=1&y=2#part", "/a/b?x=1&y=2"), ("?x=1", "/?x=1"), ("/%20a", "/%20a")]
)
def test_a_page_is_fetched_by_its_whole_address(socket_enabled, monkeypatch, end, asked):
    monkeypatch.setenv("PUBTRACK_OFFLINE", "0")
    with serving([Say(body=b"<p>")]) as server:
        assert fetch_page(server.url + end) == b"<p>"
        assert [heard.path for heard in server.heard] == [asked]


def test_what_is_no_address_is_told_as_such():
    with pytest.raises(BadResponse, match="no address"):
        fetch_page("http://[1::/x")
