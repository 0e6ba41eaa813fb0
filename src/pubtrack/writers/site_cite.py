"""Each work as a reader would cite it: BibTeX, and references in several styles, ready before anybody asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from markupsafe import Markup

from pubtrack.csl import Run, Style, style_info
from pubtrack.errors import ConfigError
from pubtrack.model import Fields, Owner
from pubtrack.writers.csl_json import csl_item
from pubtrack.writers.json_ld import embedded
from pubtrack.writers.memo import Memo, hash_of, style_content
from pubtrack.writers.present_name import with_present_name
from pubtrack.writers.site_markup import plain_reference, runs_html
from pubtrack.writers.view import LibraryView

__all__ = ["STYLES", "Citing", "chosen_styles", "cite_work", "data_script"]

STYLES: Mapping[str, str] = {
    "apa": "APA",
    "modern-language-association": "MLA",
    "chicago-author-date": "Chicago",
    "harvard-cite-them-right": "Harvard",
    "ieee": "IEEE",
    "nature": "Nature",
    "vancouver": "Vancouver",
    "american-medical-association": "AMA",
    "acm-sig-proceedings": "ACM",
    "springer-basic-author-date": "Springer",
}
"""CSL id -> short name of the styles offered. Source: our own choice, the styles that journal instructions name most
often, one of each family."""


@dataclass(frozen=True)
class Citing:
    """A work as one style cites it."""

    style: str
    name: str
    html: Markup
    text: str


def chosen_styles(view: LibraryView) -> dict[str, str]:
    """Gives the styles that a page offers, id -> name: `view.settings["styles"]`, else `STYLES`.

    Raises:
        ConfigError: The setting is no list of names.
        NotFoundError: There is no such style.
    """
    wanted = view.settings.get("styles")
    if wanted is None:
        return dict(STYLES)
    if isinstance(wanted, str) or not all(isinstance(name, str) for name in wanted):
        raise ConfigError("options.styles: write a list of style ids such as ['apa', 'ieee'].", "options.styles")
    return dict(_id_and_title(name) for name in wanted)


def _id_and_title(name: str) -> tuple[str, str]:
    """The id becomes the name of a file: `https://www.zotero.org/styles/apa` is `apa`."""
    if name in STYLES:
        return name, STYLES[name]
    info = style_info(name)
    return info.id, STYLES.get(info.id, info.title)


@cache
def _style(name: str) -> Style:
    return Style.load(name)


def cite_work(
    fields: Fields, styles: Mapping[str, str], owner: Owner | None = None, memo: Memo | None = None
) -> tuple[Citing, ...]:
    """Gives one work in each style as if it were cited alone: without a number and without `2024a`.

    Args:
        fields: The work.
        styles: Id of a CSL style -> its name for people.
        owner: Whose past names give way to the present one.
        memo: Remembers references of earlier builds.
    """
    item = csl_item(with_present_name(fields, owner), "work", extension=False)
    key = hash_of(item) if memo else ""
    cited = []
    for style, name in styles.items():
        made = partial(_cited, item, style)
        html, text = memo.recall(f"alone {style} {style_content(style)}", key, made) if memo else made()
        if html:
            cited.append(Citing(style, name, Markup(html), text))  # noqa: S704 - written by `runs_html`, which escapes
    return tuple(cited)


def _cited(item: Mapping[str, Any], style: str) -> tuple[str, str]:
    """One work in one style, as HTML and as text; both empty where the style has no form for it."""
    entries = _style(style).bibliography([item], format="runs", sort=False)
    runs = [run for entry in entries for run in _unnumbered(entry.runs)]
    return (str(runs_html(runs)), plain_reference(runs)) if runs else ("", "")


def _unnumbered(runs: Iterable[Run]) -> list[Run]:
    """The runs without the number in the list, which says nothing about a work alone."""
    kept = [run for run in runs if run.value("display") != "left-margin"]
    for place, run in enumerate(kept):
        if run.role and run.role.variable == "citation-number":
            head = "".join(before.text for before in kept[:place]).strip(" [(")
            return _without_closing(kept[place + 1 :]) if not head else kept
    return kept


def _without_closing(runs: list[Run]) -> list[Run]:
    first = runs[0]._replace(text=runs[0].text.lstrip("]).: \u00a0")) if runs else None
    return [run for run in (first, *runs[1:]) if run is not None and run.text]


def data_script(name: str, data: Mapping[str, object]) -> str:
    r"""Gives data as a script that a page loads when it needs it; a script element also works from `file://`.

    >>> print(data_script("apa", {"k": "</i>"}), end="")
    pubtrackData("apa",{
    "k":"\u003c/i\u003e"
    });
    """
    lines = ",\n".join(f"{embedded(key)}:{embedded(value, indent=None)}" for key, value in data.items())
    return f"pubtrackData({embedded(name)},{{\n{lines}\n}});\n"
