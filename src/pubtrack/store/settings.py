"""`pubtrack.toml`: who the owner is, whom to trust, what to ask, what to build."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field, ValidationError

from pubtrack.errors import ConfigError
from pubtrack.model import Frozen, Owner, Text
from pubtrack.store.toml_text import parse_toml

FORMAT = 1
"""Version of the layout of a library folder. A newer one is refused, an older one is migrated."""

DEFAULT_TRUST = (
    "user", "acl", "crossref", "openreview", "europepmc", "dblp", "datacite", "openalex", "semanticscholar", "arxiv",
    "orcid", "opencitations", "local", "bibtex", "csl-json", "ris", "nbib", "endnote-xml", "homepage", "prose",
)  # fmt: skip
"""Who is believed first (ADR-0002): the person, then publishers and the registries they deposit with, then curated
indexes, then aggregators that derive their data, then repositories of preprints, then lists that people keep."""


class SourceSettings(Frozen):
    """One online source: on or off, and limits other than its own."""

    enabled: bool | None = None
    """None: on, unless it needs a key that is not there."""
    base_url: Text | None = None
    """Another address that speaks the same dialect: a mirror, a test server."""
    rate_per_s: float | None = Field(default=None, gt=0)
    """Requests per second; by default what the service asks for."""
    concurrency: int | None = Field(default=None, ge=1)
    """Requests at the same time."""
    batch: int | None = Field(default=None, ge=1)
    """Identifiers per request."""
    api_key_env: Text | None = None
    """Name of the environment variable that holds the key; the key itself never stands in a file."""
    path: Text | None = None
    """Folder or file of the source `local`."""


class BibtexSettings(Frozen):
    """How pubtrack writes into works.bib."""

    dialect: Literal["bibtex", "biblatex"] = "bibtex"
    """Whose entry types and field names new entries get."""
    ascii: bool = False
    """True: accents as LaTeX commands, for programs that read no Unicode."""
    abstract: bool = False
    """True: abstracts are written too."""
    award_note: bool = False
    """True: exports say a work's awards also in `note`, which most styles print."""
    sort: Literal["none", "key", "year"] = "none"
    """The order of exported files; works.bib always keeps its own."""


class CvSettings(Frozen):
    """What a CV shows and how."""

    title: Text | None = None
    """Its heading; by default the owner's name."""
    style: Text = "apa"
    """Id of the CSL style of its references."""
    locale: Text | None = None
    """Language tag such as `de-DE`; by default the style's own."""
    group: tuple[Literal["type", "year"], ...] = ("type", "year")
    """By what publications are grouped, outermost first."""
    sections: tuple[Text, ...] = (
        "appointments", "awards", "publications", "funding", "supervision", "events", "software",
    )  # fmt: skip
    """What it shows, in this order; there are also `selected` and `series`."""
    titles: Mapping[str, str] = Field(default_factory=dict)
    """Other headings for sections, by their ids: `publications = "Publikationen"`."""
    numbered: bool | Literal["descending"] = False
    """True: publications are numbered; `descending`: down to 1, so that a number stays when a work is added."""
    counts: bool = True
    """False: headings do not say how many publications stand below them."""
    selected: tuple[Text, ...] = ()
    """Citation keys of the best works: marked with a star, and listed by the section `selected`."""
    templates: Text | None = None
    """Folder with templates of your own, relative to the library; a template there stands before ours of that name."""


class Output(Frozen):
    """One thing that `pubtrack build` writes."""

    format: Text
    """One of `pubtrack formats`."""
    path: Text | None = None
    """Relative to the output folder; by default the format's own name."""
    style: Text | None = None
    """Id of the CSL style of this output; `pubtrack styles` lists them."""
    where: Text | None = None
    """Which works: a filter such as `year>=2023 and type==paper-conference`."""


class Settings(Frozen):
    """The whole of `pubtrack.toml`."""

    format: int = FORMAT
    """Version of the layout of this folder."""
    owner: Owner | None = None
    trust: tuple[Text, ...] = DEFAULT_TRUST
    """Who is believed first where records differ; the person always is."""
    sources: Mapping[str, SourceSettings] = Field(default_factory=dict)
    bibtex: BibtexSettings = BibtexSettings()
    cv: CvSettings = CvSettings()
    outputs: tuple[Output, ...] = ()
    options: Mapping[str, Any] = Field(default_factory=dict)
    """Options of single formats: `as_of` of forms, `base_url` of the page, and those that third parties add."""


def read_settings(text: str, path: str) -> Settings:
    """Gives the settings that a `pubtrack.toml` states.

    Raises:
        InputError: It is not TOML; names file and line.
        ConfigError: A setting is unknown or has a wrong value, or the library is of a newer format.
    """
    data = parse_toml(text, path)
    newer = data.get("format")
    if isinstance(newer, int) and newer > FORMAT:
        raise ConfigError(
            f"{path}: this library has format {newer}, this pubtrack knows up to {FORMAT}; update pubtrack "
            "(pip install -U pubtrack).",
            "format",
        )
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        raise _config_error(error, path) from error


def _config_error(error: ValidationError, path: str) -> ConfigError:
    # A mistyped name is told before the missing one it causes.
    detail = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
    *parents, name = [str(p) for p in detail["loc"]]
    setting = ".".join((*parents, name))
    if detail["type"] != "extra_forbidden":
        return ConfigError(f"{path}: {setting}: {detail['msg']}.", setting)
    near = difflib.get_close_matches(name, _known_names(parents), n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return ConfigError(f"{path}: there is no setting {setting!r}.{hint}", setting)


def _known_names(parents: list[str]) -> list[str]:
    section = _SECTIONS.get(parents[0]) if parents else None
    return list((section or Settings).model_fields)


_SECTIONS: dict[str, type[Frozen]] = {
    "owner": Owner,
    "sources": SourceSettings,
    "bibtex": BibtexSettings,
    "cv": CvSettings,
    "outputs": Output,
}
