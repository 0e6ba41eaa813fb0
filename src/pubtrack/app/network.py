"""The transport that the settings of a library describe, and single pages."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pubtrack.errors import BadResponse
from pubtrack.sources import SOURCES
from pubtrack.sources.base import Service
from pubtrack.store.settings import Settings, SourceSettings
from pubtrack.transport import Host, Rate, Request, Transport
from pubtrack.transport import Settings as TransportSettings


def is_offline() -> bool:
    """True where the environment says `PUBTRACK_OFFLINE=1`."""
    return TransportSettings.of({}).offline


def open_transport(settings: Settings, *, record: Path | None = None, replay: Path | None = None) -> Transport:
    """Gives the transport of a run.

    Args:
        settings: Addresses and limits other than the hosts' own.
        record: Folder that keeps every answer.
        replay: Folder whose answers are given instead of the network's.
    """
    tables: dict[str, Mapping[str, Any]] = {name: _table(own) for name, own in settings.sources.items()}
    return Transport(TransportSettings.of(tables, version=version("pubtrack")), record=record, replay=replay)


def _table(own: SourceSettings) -> dict[str, Any]:
    named = ("base_url", "rate_per_s", "concurrency", "api_key_env")
    return {name: value for name in named if (value := getattr(own, name)) is not None}


def chosen_sources(settings: Settings, only: tuple[str, ...] = ()) -> dict[str, Service]:
    """Gives the sources that a refresh asks, by name: those named, else those that are on.

    Raises:
        NotFoundError: A name is no source.
    """
    from pubtrack.app.naming import nearest
    from pubtrack.errors import NotFoundError

    for name in (*only, *settings.sources):
        if name not in SOURCES:
            raise NotFoundError(f"there is no source {name!r}.", nearest(name, SOURCES))
    chosen = {}
    for name in only or SOURCES:
        own = settings.sources.get(name) or SourceSettings()
        source = SOURCES[name]
        is_on = source.enabled if own.enabled is None else own.enabled
        knows_works = source.of_works or hasattr(source, "works_of")  # others route, or know organisations
        if (only or is_on) and knows_works and source.schemes:
            chosen[name] = _configured(source, own)
    return chosen


def _configured(source: Service, own: SourceSettings) -> Service:
    if source.name == "local" and (path := own.path or own.base_url):
        from pubtrack.sources.local import Local

        return Local(path)
    return source


def fetch_page(url: str) -> bytes:
    """Gives what stands at a URL.

    Raises:
        SourceError: It could not be had; the detail says why.
    """
    if os.environ.get("PUBTRACK_OFFLINE"):
        from pubtrack.errors import SourceDown

        raise SourceDown("page", "PUBTRACK_OFFLINE is set", url)
    host, _, path = url.partition("://")[2].partition("/")
    base = f"{url.partition('://')[0]}://{host}"
    page = Host(name="page", base_url=base, rate=Rate(1, 1.0))
    with open_transport(Settings()) as transport:
        response = transport.send(Request(page, f"/{path}", expects="text"))
    if not response.ok:
        raise BadResponse("page", f"HTTP {response.status}", url)
    return response.content
