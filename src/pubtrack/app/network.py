"""The transport that the settings of a library describe, and single pages."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pubtrack.app.naming import nearest
from pubtrack.errors import BadResponse, ConfigError, NotFoundError
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

    One of another package that cannot be loaded is left out where nobody named it; `pubtrack doctor` tells it.

    Raises:
        NotFoundError: A name is no source.
        ConfigError: A source that was named, here or in the settings, cannot be loaded.
    """
    for name in (*only, *settings.sources):
        if name not in SOURCES:
            raise NotFoundError(f"there is no source {name!r}.", nearest(name, SOURCES))
    chosen = {}
    for name in only or SOURCES:
        own = settings.sources.get(name) or SourceSettings()
        try:
            source = SOURCES[name]
        except ConfigError:
            if name in only or own.enabled:
                raise
            continue
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
    try:
        parts = urlsplit(url)
        page = Host(name="page", base_url=f"{parts.scheme}://{parts.netloc}", rate=Rate(1, 1.0))
    except ValueError as error:
        raise BadResponse("page", f"this is no address: {error}") from error
    path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    with open_transport(Settings()) as transport:
        response = transport.send(Request(page, path, expects="text"))
    if not response.ok:
        raise BadResponse("page", f"HTTP {response.status}", url)
    return response.content
