"""Scholarly hosts."""

from __future__ import annotations

from pubtrack.readers.prose.hosts import is_scholarly, leads_to_entry


def test_a_host_is_scholarly_whatever_its_capitals_and_path() -> None:
    assert is_scholarly("HTTPS://ARXIV.ORG/abs/1706.03762")
    assert not is_scholarly("https://example.org/paper")
    assert not is_scholarly("")


def test_an_anchor_in_a_list_of_publications_is_an_entry() -> None:
    assert leads_to_entry("https://a.edu/publications/#holm2020")
    assert leads_to_entry("papers.htm#k3")
    assert not leads_to_entry("people.html#holm")
