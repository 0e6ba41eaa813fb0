"""Adapter between the runner of the official CSL test suite and our engine: fixture in, HTML out."""

from __future__ import annotations

from typing import Any

from pubtrack.csl import Style


def render(fixture: dict[str, Any]) -> str:
    """What the engine makes of one fixture."""
    style = Style.load(fixture["csl"])
    items = fixture["input"]
    if fixture["mode"] == "bibliography":
        if fixture["citations"]:
            cited = {cite["id"] for cluster in fixture["clusters"] for cite in cluster["items"]}
            items = [item for item in items if item["id"] in cited]
        entries = style.bibliography(items, links=False)
        body = "\n".join(f'  <div class="csl-entry">{entry.text}</div>' for entry in entries)
        return f'<div class="csl-bib-body">\n{body}\n</div>'
    clusters = fixture["clusters"] or [{"items": _in_order(style, items), "note": 1}]
    if not fixture["citations"]:  # the suite sets positions by hand where it does not replay edits
        clusters = [{**c, "items": [{"position": 0, **cite} for cite in c["items"]]} for c in clusters]
    entries = style.citations(clusters, items, links=False, uncited=not fixture["citations"])
    return "\n".join(entry.text for entry in entries)


def _in_order(style: Style, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One cluster of all items in the order of the bibliography: what the suite means where it names no citations."""
    ordered = [entry.id for entry in style.bibliography(items, "runs")] if style.has_bibliography else []
    return [{"id": id} for id in dict.fromkeys([*ordered, *(str(item["id"]) for item in items)])]
