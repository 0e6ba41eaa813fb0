"""Where a redirect may lead."""

from __future__ import annotations

import socket
import time

import pytest

from pubtrack.transport.addresses import redirect_problem, resolve

BASE = "https://api.example.org/v1"


@pytest.mark.parametrize(
    ("target", "addresses", "problem"),
    [
        ("https://api.example.org/other", [], None),
        ("https://cdn.example.net/x", ["93.184.215.14"], None),
        ("https://cdn.example.net/x", ["2606:2800:21f:cb07:6820:80da:af6b:8b2c"], None),
        ("http://api.example.org/x", ["93.184.215.14"], "http"),
        ("ftp://api.example.org/x", [], "ftp"),
        ("file:///etc/passwd", [], "file"),
        ("https:///x", [], "https"),
        ("https://h.example/x", ["10.0.0.1"], "private"),
        ("https://h.example/x", ["93.184.215.14", "127.0.0.1"], "private"),
        ("https://h.example/x", ["169.254.169.254"], "private"),
        ("https://h.example/x", ["::1"], "private"),
        ("https://h.example/x", ["fe80::1%eth0"], "private"),
        ("https://h.example/x", ["::ffff:192.168.0.1"], "private"),
        ("https://h.example/x", ["100.64.0.1"], "private"),
        ("https://h.example/x", ["224.0.0.1"], "private"),
        ("https://h.example/x", ["junk"], "private"),
        ("https://h.example:99999/x", [], "none"),
    ],
)
def test_only_public_https_or_the_configured_place_may_be_followed(
    target: str, addresses: list[str], problem: str | None
) -> None:
    told = redirect_problem(target, BASE, lambda host: addresses)
    assert (told is None) == (problem is None)
    assert problem is None or problem in (told or "")


def test_a_configured_private_host_may_redirect_within_itself_only() -> None:
    base = "http://127.0.0.1:8080/crossref"
    assert redirect_problem("http://127.0.0.1:8080/other", base, lambda host: ["127.0.0.1"]) is None
    assert redirect_problem("http://127.0.0.1:9090/other", base, lambda host: ["127.0.0.1"])


def test_a_target_without_address_is_refused() -> None:
    def nobody(host: str) -> list[str]:
        raise OSError("no")

    assert redirect_problem("https://h.example/", BASE, nobody) == "leads to h.example, which has no address"


def test_a_slow_resolver_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, **__: object) -> list[object]:
        time.sleep(0.5)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    started = time.monotonic()
    with pytest.raises(OSError, match="within"):
        resolve("slow.example", 0.05)
    assert time.monotonic() - started < 0.4


def test_names_and_numbers_resolve_and_failures_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert resolve("127.0.0.1") == ["127.0.0.1"]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("192.0.2.1", 0))])
    assert resolve("some.example") == ["192.0.2.1"]

    def fails(*_: object, **__: object) -> list[object]:
        raise UnicodeError("label too long")

    monkeypatch.setattr(socket, "getaddrinfo", fails)
    with pytest.raises(OSError, match="label"):
        resolve("x" * 300)
