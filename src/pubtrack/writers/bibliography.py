"""Formatted references in any CSL style."""

from __future__ import annotations

from pubtrack.csl import Style, write_runs
from pubtrack.writers.calm_text import calm_runs
from pubtrack.writers.csl_json import csl_item
from pubtrack.writers.memo import hash_of, style_content
from pubtrack.writers.view import LibraryView

__all__ = ["write_bibliography"]


def write_bibliography(view: LibraryView) -> str:
    """Gives the references as lines of an output format, in the order of the style.

    `view.settings` may hold `style` (CSL id, default apa), `output` (html, text, markdown, latex, typst, rtf; default
    html) and `locale`.
    """
    style, locale = view.settings.get("style") or "apa", view.settings.get("locale")
    output = view.settings.get("output") or "html"
    items = [csl_item(entry.fields, entry.key or "", extension=False) for entry in view.entries]

    def made() -> list[str]:
        entries = Style.load(style).bibliography(items, format="runs", locale=locale)
        return [write_runs(calm_runs(entry.runs), output) for entry in entries]

    key = hash_of(style_content(style), output, locale, items)
    texts = view.memo.recall(f"bibliography {style}", key, made) if view.memo else made()
    lines = [f'<div class="csl-entry">{text}</div>' if output == "html" else text for text in texts]
    if output == "html":
        lines = ['<div class="csl-bib-body">', *lines, "</div>"]
    return "\n".join(lines) + "\n"
