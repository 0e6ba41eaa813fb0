"""Small styles of our own: each test writes only the part that it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pubtrack.csl import Style

_TEMPLATE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="{class_}" {style}>
<info><title>Test</title><id>test</id><updated>2026-01-01T00:00:00+00:00</updated></info>{locale}{macros}
<citation {citation}>{citation_sort}<layout {citation_layout}>{cite}</layout></citation>
<bibliography {bibliography}>{sort}<layout {layout}>{bib}</layout></bibliography>{more}</style>"""
_DEFAULTS = {
    "class_": "in-text",
    "style": "",
    "locale": "",
    "macros": "",
    "citation": "",
    "citation_sort": "",
    "citation_layout": "",
    "cite": '<text variable="title"/>',
    "bibliography": "",
    "sort": "",
    "layout": "",
    "bib": '<text variable="title"/>',
    "more": "",
}
ITEM: dict[str, Any] = {
    "id": "a",
    "type": "article-journal",
    "title": "On small things",
    "author": [{"family": "Doe", "given": "John Q."}, {"family": "Roe", "given": "Jane"}],
    "container-title": "Journal of Tests",
    "volume": "12",
    "issue": "3",
    "page": "321-328",
    "issued": {"date-parts": [[2019, 5, 17]]},
    "DOI": "10.1000/xyz",
}


@pytest.fixture(scope="session")
def make_style() -> Callable[..., Style]:
    """Gives a style from the parts of it that matter."""

    def make(**parts: str) -> Style:
        return Style.load(_TEMPLATE.format(**{**_DEFAULTS, **parts}))

    return make


@pytest.fixture(scope="session")
def bib(make_style: Callable[..., Style]) -> Callable[..., str]:
    """Gives one entry as HTML for the children of a bibliography layout; `item` adds to or replaces `ITEM`."""

    def render(nodes: str, item: dict[str, Any] | None = None, only: bool = False, **parts: str) -> str:
        whole = {"id": "a", "type": "book", **(item or {})} if only else {**ITEM, **(item or {})}
        entries = make_style(bib=nodes, **parts).bibliography([whole], links=False)
        return entries[0].text if entries else ""

    return render


@pytest.fixture(scope="session")
def entries(make_style: Callable[..., Style]) -> Callable[..., list[str]]:
    """Gives all entries as HTML."""

    def render(items: list[Any], **parts: str) -> list[str]:
        return [entry.text for entry in make_style(**parts).bibliography(items, links=False)]

    return render


@pytest.fixture(scope="session")
def cites(make_style: Callable[..., Style]) -> Callable[..., list[str]]:
    """Gives all clusters as HTML."""

    def render(clusters: list[Any], items: list[Any], **parts: str) -> list[str]:
        return [entry.text for entry in make_style(**parts).citations(clusters, items, links=False)]

    return render
