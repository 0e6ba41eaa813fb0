"""Scholarly hosts."""

from __future__ import annotations

from pubtrack.readers.prose.hosts import is_scholarly


def test_a_host_is_scholarly_whatever_its_capitals_and_path() -> None:
    assert is_scholarly("HTTPS://ARXIV.ORG/abs/1706.03762")
    assert not is_scholarly("https://example.org/paper")
    assert not is_scholarly("")
