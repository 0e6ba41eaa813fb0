"""Adapter between the runner of the official CSL test suite and our engine: fixture in, HTML out."""

from __future__ import annotations

from typing import Any

from pubtrack.csl import Style


def render(fixture: dict[str, Any]) -> str:
    """What the engine makes of one fixture."""
    style = Style.load(fixture["csl"])
    items = fixture["input"]
    if fixture["mode"] == "bibliography":
        return _bibliography(style, fixture, items)
    if fixture["citations"]:
        return "\n".join(entry.text for entry in style.citations(fixture["clusters"], items, links=False))
    clusters = fixture["clusters"] or [{"items": _in_order(style, items), "note": 1}]
    # Without a replayed document the suite registers all items first and sets positions by hand.
    everything = {"items": list(dict.fromkeys(str(item["id"]) for item in items)), "note": 0}
    clusters = [{**c, "items": [{"position": 0, **cite} for cite in c["items"]]} for c in clusters]
    entries = style.citations([everything, *clusters], items, links=False)
    return "\n".join(entry.text for entry in entries[1:])


def _bibliography(style: Style, fixture: dict[str, Any], items: list[dict[str, Any]]) -> str:
    if fixture["citations"]:
        cited = {str(cite["id"]) for cluster in fixture["clusters"] for cite in cluster["items"]}
        items = [item for item in items if str(item["id"]) in cited]
    if fixture["bibentries"]:
        last = [str(item_id) for item_id in fixture["bibentries"][-1]]
        items = [item for item in items if str(item["id"]) in last]
    entries = style.bibliography(items, links=False, abbreviations=_abbreviations(fixture))
    if fixture["bibsection"]:
        by_id = {str(item["id"]): item for item in items}
        entries = [entry for entry in entries if _in_section(by_id[entry.id], fixture["bibsection"])]
    body = "\n".join(f'  <div class="csl-entry">{entry.text}</div>' for entry in entries)
    return f'<div class="csl-bib-body">\n{body}\n</div>'


def _in_order(style: Style, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One cluster of all items in the order of the bibliography: what the suite means where it names no citations."""
    ordered = [entry.id for entry in style.bibliography(items, "runs")] if style.has_bibliography else []
    return [{"id": item_id} for item_id in dict.fromkeys([*ordered, *(str(item["id"]) for item in items)])]


def _abbreviations(fixture: dict[str, Any]) -> dict[str, dict[str, str]]:
    return (fixture["abbreviations"] or {}).get("default", {})


def _matches(item: dict[str, Any], test: dict[str, str]) -> bool:
    """Whether an item's field holds a value; an empty value asks for an empty field."""
    value = item.get(test["field"])
    if isinstance(value, list):
        return test["value"] in value
    return str(value if value is not None else "") == test["value"]


def _in_section(item: dict[str, Any], section: dict[str, Any]) -> bool:
    """Source: https://citeproc-js.readthedocs.io/en/latest/running.html#selective-output-with-makebibliography."""
    if section.get("include"):
        return any(_matches(item, test) for test in section["include"])
    if section.get("exclude"):
        return not any(_matches(item, test) for test in section["exclude"])
    if section.get("select"):
        chosen = all(_matches(item, test) for test in section["select"])
        return chosen and not (section.get("quash") and all(_matches(item, test) for test in section["quash"]))
    return not (section.get("quash") and all(_matches(item, test) for test in section["quash"]))
