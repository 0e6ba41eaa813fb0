"""Rich text as HTML that a strict content security policy lets through: no style attribute anywhere."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from pubtrack.csl import Mark, Run
from pubtrack.csl.writers.base import lay_out, nest
from pubtrack.markup.escape import escape_html, safe_url
from pubtrack.markup.inline import parse_inline
from pubtrack.writers.calm_text import calm

__all__ = ["plain_reference", "runs_html", "title_html"]

_TAGS = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-style", "oblique"): ("<i>", "</i>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("font-variant", "small-caps"): ('<span class="sc">', "</span>"),
    ("text-decoration", "underline"): ("<u>", "</u>"),
}


def _tags(mark: Mark) -> tuple[str, str] | None:
    if mark.kind == "link":
        url = safe_url(mark.value)
        return (f'<a href="{escape_html(url)}">', "</a>") if url else None
    return _TAGS.get(mark[:2])


def runs_html(runs: Iterable[Run]) -> Markup:
    """Gives runs as an HTML fragment.

    >>> runs_html([Run("a < b", (Mark("font-variant", "small-caps"),))])
    Markup('<span class="sc">a &#60; b</span>')
    """
    flat = lay_out(run._replace(text=calm(run.text)) for run in runs)
    return Markup(nest(flat, escape_html, _tags).strip())  # noqa: S704 - every text went through escape_html


def plain_reference(runs: Iterable[Run]) -> str:
    """Gives runs as one line of text, for the clipboard."""
    return " ".join("".join(run.text for run in lay_out(runs)).split())


def title_html(title: str) -> Markup:
    """Gives a title with the inline tags of CSL-JSON as HTML; any other markup in it stays text.

    >>> title_html("<i>E. coli</i> <script>x</script>")
    Markup('<i>E. coli</i> &#60;script&#62;x&#60;/script&#62;')
    """
    return runs_html(Run(part.text, tuple(Mark(t.kind, t.value) for t in part.tags)) for part in parse_inline(title))
