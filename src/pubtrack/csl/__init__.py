"""CSL 1.0.2: citation styles applied to CSL-JSON items; rich-text runs out."""

from pubtrack.csl.catalogue import StyleInfo, search_styles, style_info, styles
from pubtrack.csl.runs import Entry, Mark, Role, Run
from pubtrack.csl.style import Bibliography, Style
from pubtrack.csl.writers import write_runs

__all__ = [
    "Bibliography",
    "Entry",
    "Mark",
    "Role",
    "Run",
    "Style",
    "StyleInfo",
    "search_styles",
    "style_info",
    "styles",
    "write_runs",
]
