"""Templates: jinja2 with the output's own escaping, so that item data never becomes markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import jinja2

from pubtrack.csl import Run
from pubtrack.markup.escape import safe_url

__all__ = ["environment"]


def environment(escape: Callable[[str], str], write: Callable[[Any], str]) -> jinja2.Environment:
    """Gives an environment with the filters `e` (escapes text), `runs` (writes rich text) and `url` (safe or empty).

    Autoescape is off because jinja2 only knows HTML's; every template says `| e`, `| runs` or `| url` at each value,
    and the hostile-input tests of each format watch over it.
    """
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("pubtrack.writers", "templates"),
        autoescape=False,  # noqa: S701 - see above
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=False,
    )

    def written(runs: Iterable[Run]) -> str:
        return write(tuple(runs))

    def linked(url: str | None) -> str:
        return escape(safe_url(url) or "") if url else ""

    made.filters.update(e=lambda text: escape(str(text)), runs=written, url=linked)
    return made
