"""One attempt over a socket: what `requests` says, in our words."""

from __future__ import annotations

import gzip
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
import urllib3

from emulator.scripted import Say, serving
from pubtrack.transport.addresses import resolve
from pubtrack.transport.wire import Call, Trouble, Wire, _trouble


def call(url: str, path: str = "/", **headers: str) -> Call:
    return Call("GET", url + path, headers, None, url, 1.0, 1.0)


@pytest.mark.loopback
def test_compressed_bodies_are_opened_and_bombs_are_not(socket_enabled: None) -> None:
    def script(heard: object) -> Say:
        size = 5_000_000 if "bomb" in heard.path else 10  # type: ignore[attr-defined]
        return Say(body=gzip.compress(b"x" * size), headers={"Content-Encoding": "gzip"})

    wire = Wire(time.monotonic, resolve, max_bytes=100_000)
    with serving(script) as server:
        assert wire.call(call(server.url)).content == b"x" * 10
        with pytest.raises(Trouble) as caught:
            wire.call(call(server.url, "/bomb"))
    assert caught.value.kind == "too-large"
    wire.close()
    wire.close()


@pytest.mark.loopback
def test_cookies_are_not_kept(socket_enabled: None) -> None:
    with serving([Say(headers={"Set-Cookie": "wall=1; Path=/"})]) as server:
        wire = Wire(time.monotonic, resolve)
        wire.call(call(server.url))
        wire.call(call(server.url))
        wire.close()
        assert "cookie" not in server.heard[1].headers


@pytest.mark.loopback
def test_keys_do_not_follow_a_redirect_to_another_host(socket_enabled: None) -> None:
    wire = Wire(time.monotonic, lambda host: ["93.184.215.14"])
    sent = call("https://a.example", **{"X-API-Key": "s3cret", "Accept": "x"})
    moved = wire._redirected(sent, "https://b.example/", 302)
    assert moved.headers == {"Accept": "x"}
    of_a_plugin = call("https://a.example", **{"X-Token": "s3cret", "User-Agent": "pubtrack"})
    assert wire._redirected(of_a_plugin, "https://b.example/", 302).headers == {"User-Agent": "pubtrack"}
    assert wire._redirected(sent, "https://a.example/b", 302).headers == sent.headers
    assert "s3cret" not in repr(sent)


def test_threads_that_begin_together_share_one_session(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[requests.Session] = []
    new = requests.Session

    def slow() -> requests.Session:
        time.sleep(0.05)
        made.append(new())
        return made[-1]

    monkeypatch.setattr(requests, "Session", slow)
    wire = Wire(time.monotonic, resolve)
    with ThreadPoolExecutor(4) as pool:
        found = {id(one) for one in pool.map(lambda _: wire._opened(), range(4))}
    wire.close()
    assert (len(made), len(found)) == (1, 1)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (requests.exceptions.SSLError("x"), "tls"),
        (requests.exceptions.ConnectTimeout("x"), "connect-timeout"),
        (requests.exceptions.ReadTimeout("x"), "read-timeout"),
        (requests.exceptions.ConnectionError("Read timed out."), "read-timeout"),
        (requests.exceptions.ConnectionError("NameResolutionError"), "no-address"),
        (requests.exceptions.ConnectionError("NewConnectionError"), "refused"),
        (requests.exceptions.ChunkedEncodingError("x"), "broken"),
        (urllib3.exceptions.ProtocolError("IncompleteRead"), "broken"),
        (TimeoutError(), "read-timeout"),
        (ConnectionResetError(), "broken"),
    ],
)
def test_every_way_to_fail_has_a_name(error: BaseException, kind: str) -> None:
    assert _trouble(error).kind == kind
