"""A reading as one HTML page: the text with its mentions in colour, for a person to check at a glance.

Pure and safe: everything that comes from the text is escaped; the page loads nothing and runs nothing.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

from html import escape

from pubtrack.model import Mention, Reading

__all__ = ["highlight"]

KINDS: tuple[tuple[str, str, str], ...] = (
    ("works", "Works", "#cfe8ff"), ("awards", "Awards", "#ffe8a3"), ("appointments", "Posts", "#d9f2d0"),
    ("events", "Events", "#eadcff"), ("others", "None of these", "#e6e6e6"),
)  # fmt: skip
"""(list of the reading, legend, colour). All are light, the text on them is near black."""

_STYLE = (
    "body{font:16px/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}"
    "pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}mark{color:#111;border-radius:3px;padding:0 2px}"
    "ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem 1rem}mark[data-k=others]{text-decoration:underline dotted}"
)


def highlight(reading: Reading) -> str:
    """Gives the page; where mentions overlap, the one that begins first (then the longer one) is shown.

    >>> from pubtrack.readers import read_text
    >>> page = highlight(read_text('See our paper "Ties & Knots: A Study of Ropes".'))
    >>> '<mark data-k="works"' in page and "Ties &amp; Knots: A Study of Ropes</mark>" in page
    True
    """
    parts: list[str] = []
    place = 0
    for mention, kind, colour in _in_order(reading):
        if mention.start < place or mention.end <= mention.start:
            continue
        words = escape(reading.text[mention.start : mention.end])
        note = escape(_note(mention), quote=True)
        parts.append(escape(reading.text[place : mention.start]))
        parts.append(f'<mark data-k="{kind}" style="background:{colour}" title="{note}">{words}</mark>')
        place = mention.end
    parts.append(escape(reading.text[place:]))
    return _page(escape(reading.source or "text"), _legend(reading), "".join(parts))


def _in_order(reading: Reading) -> list[tuple[Mention, str, str]]:
    found = [(mention, kind, colour) for kind, _, colour in KINDS for mention in getattr(reading, kind)]
    return sorted(found, key=lambda item: (item[0].start, -item[0].end))


def _note(mention: Mention) -> str:
    """Gives what the reader made of a mention: kind, year, link, confidence."""
    shown = ("kind", "year", "venue", "awarder", "event", "work_title", "person", "organization")
    said = [f"{name.replace('_', ' ')}: {value}" for name in shown if (value := getattr(mention, name, None))]
    return "; ".join([*said, f"confidence {mention.confidence:.2f}"])


def _legend(reading: Reading) -> str:
    items = [
        f'<li><mark data-k="{kind}" style="background:{colour}">{label}</mark> {len(getattr(reading, kind))}</li>'
        for kind, label, colour in KINDS
    ]
    return f"<ul>{''.join(items)}</ul>"


def _page(name: str, legend: str, body: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Read: {name}</title><style>{_STYLE}</style></head>\n<body><h1>{name}</h1>{legend}\n<pre>{body}</pre></body></html>\n"
    )
