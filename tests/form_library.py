"""A small made-up career that the tests of all funders' forms share: grants, counts, affiliations, identifiers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from cv_library import ADA, OWNER, VIEW, person
from pubtrack.model import Fields, Funding, Grant
from pubtrack.store.citations import CitationRow
from pubtrack.writers.view import Entry, LibraryView

WORKS = (
    *VIEW.entries,
    Entry(
        "marlowe2025fog",
        Fields(
            type="article-journal",
            title="Fog over $\\alpha$ 50% of <i>small</i> harbours",
            author=(
                person("Nakamura", "Ren", orcid="0000-0001-5109-3700", affiliation=("University of Elsewhere",)),
                person("Okoro", "Chidi B.", affiliation=("Harbour Institute", "Universität Überall")),
                ADA,
            ),
            container_title="Journal of Harbours",
            volume="3",
            page="1-10",
            issued="2025-03-09",
            doi="10.1000/fog.1",
            identifiers=("pmid:40000001", "pmcid:PMC9000001"),
            open_access={"status": "gold", "license": "cc-by", "url": "https://harbours.example/fog.pdf"},
            funding=(Funding(funder="Example Fund", award_number="EF 2023/7"), Funding(funder="Other Council")),
            language="en",
        ),
    ),
    Entry(
        "okoro2022buoys",
        Fields(
            type="paper-conference",
            title="Buoys that answer",
            author=(person("Okoro", "C."), person("Marlowe", "A."), person("Vale", "Rosa")),
            container_title="Proceedings of the Buoy Conference",
            issued="2022",
            doi="10.1000/buoy.2",
            funding=(Funding(funder="National Tide Board", award_number="NTB-2022-11"),),
        ),
    ),
    Entry(
        "marlowe2021old",
        Fields(
            type="article-journal",
            title="Before the window",
            author=(ADA, person("Gone", "Long")),
            issued="2021-01",
        ),
    ),
    Entry("marlowe2026data", Fields(type="dataset", title="Tide gauges", author=(ADA,), issued="2026", version="2")),
    Entry("marlowe2026talk", Fields(type="speech", title="A talk", author=(ADA,), issued="2026")),
    Entry("soon", Fields(type="book", title="A book to come", author=(ADA,), status="in press", publisher="Press")),
)
CITATIONS = (
    CitationRow(date(2026, 1, 5), "marlowe2025fog", "openalex", 3),
    CitationRow(date(2026, 6, 1), "marlowe2025fog", "openalex", 8),
    CitationRow(date(2026, 6, 1), "marlowe2025fog", "crossref", 5),
    CitationRow(date(2026, 6, 1), "marlowe2023pre", "openalex", 2),
)
FORM_VIEW = replace(
    VIEW,
    works=WORKS,
    owner=OWNER,
    citations=CITATIONS,
    funding=(
        Grant(
            id="g1", title="Light and Tide", funder="Fund of Examples", award_number="EF-2023-7", start="2023", end="2026",
            works=("marlowe2024tides",),
        ),
        Grant(id="g2", title="Small money", funder="Club", award_number="3", start="2020"),
    ),
    settings={"selected": ("marlowe2024tides",), "as_of": "2026-11-22"},
)  # fmt: skip


def form_view(**settings: Any) -> LibraryView:
    """The same career with other settings."""
    return replace(FORM_VIEW, settings={**FORM_VIEW.settings, **settings})
