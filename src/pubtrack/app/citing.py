"""Citation styles by name."""

from __future__ import annotations

from pubtrack.csl import search_styles, style_info, styles


def styles_matching(search: str | None) -> list[tuple[str, str]]:
    """Gives (id, title) of the styles that fit, best first; of all, by id, where nothing is searched."""
    found = search_styles(search) if search else [style_info(name) for name in styles(dependent=False)]
    return [(style.id, style.title) for style in found]
