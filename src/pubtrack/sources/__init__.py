"""Online services (and local files) that say something about works: one module each, listed in `SOURCES`.

Others add a source by an entry point of the group `pubtrack.sources` that names a class or an object with the
attributes of `pubtrack.sources.base.Source`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pubtrack.errors import ConfigError

if TYPE_CHECKING:
    from pubtrack.sources.base import Service

__all__ = ["SOURCES"]

_OURS = {
    "crossref": "crossref:Crossref",
    "openalex": "openalex:OpenAlex",
    "semanticscholar": "semanticscholar:SemanticScholar",
    "arxiv": "arxiv:Arxiv",
    "datacite": "datacite:DataCite",
    "dblp": "dblp:Dblp",
    "orcid": "orcid:Orcid",
    "opencitations": "opencitations:OpenCitations",
    "europepmc": "europepmc:EuropePmc",
    "openreview": "openreview:OpenReview",
    "acl": "acl:AclAnthology",
    "ror": "ror:Ror",
    "doi_ra": "doi_ra:DoiRa",
    "unpaywall": "unpaywall:Unpaywall",
    "local": "local:Local",
}
"""Name -> module and class. A new source is one line here, one module, its fixtures and a changelog fragment."""


class _Sources(Mapping[str, "Service"]):
    """Sources by name, made when first asked for; ConfigError where one of another package cannot be loaded."""

    def __init__(self) -> None:
        self._made: dict[str, Service] = {}

    def __getitem__(self, name: str) -> Service:
        if name not in self._made:
            self._made[name] = _make(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        yield from _OURS
        yield from (entry.name for entry in _others() if entry.name not in _OURS)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, name: object) -> bool:
        return any(name == known for known in self)


def _others() -> list[Any]:
    from importlib.metadata import entry_points

    return list(entry_points(group="pubtrack.sources"))


def _make(name: str) -> Service:
    if name in _OURS:
        module, _, attribute = _OURS[name].partition(":")
        made: Service = getattr(import_module(f"pubtrack.sources.{module}"), attribute)()
        return made
    entry = next((entry for entry in _others() if entry.name == name), None)
    if entry is None:
        raise KeyError(name)
    try:
        loaded = entry.load()
        other: Service = loaded() if isinstance(loaded, type) else loaded
    except Exception as error:  # whatever the code of somebody else raises as it is loaded
        raise ConfigError(
            f"the source {name!r} ({entry.value}) cannot be loaded: {error}.", f"sources.{name}"
        ) from error
    return other


SOURCES: Mapping[str, Service] = _Sources()
"""Every source by name: `SOURCES["crossref"].parse(item)`."""
