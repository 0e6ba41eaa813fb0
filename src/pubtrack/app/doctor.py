"""`pubtrack doctor`: is everything there that a run needs? Says what is, never a key, and changes nothing."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pubtrack.app.display import counted
from pubtrack.app.network import chosen_sources, open_transport
from pubtrack.app.places import find_library
from pubtrack.errors import ConfigError, PubtrackError, RateLimited, SourceDown, SourceError
from pubtrack.sources import SOURCES
from pubtrack.store.run_journal import RunJournal
from pubtrack.store.settings import Settings
from pubtrack.transport import Request, Transport
from pubtrack.transport.settings import secret_of

if TYPE_CHECKING:
    from pubtrack.app.library import Library
    from pubtrack.sources.base import Service

__all__ = ["Finding", "examine"]

Area = Literal["program", "key", "cache", "library", "host"]


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    area: Area
    name: str
    state: Literal["ok", "note", "bad"]
    """`note`: optional and not there, or worth knowing; `bad`: runs will fail or say too little."""
    words: str

    def to_json(self) -> dict[str, str]:
        """Gives it as plain data."""
        return asdict(self)


def examine(path: str | None = None, *, online: bool = False) -> list[Finding]:
    """Gives what was found, area by area.

    Args:
        path: The library's folder; None looks for the nearest, and it is no fault where there is none.
        online: Also knocks at every enabled host, once.
    """
    library, of_library = _opened(path)
    settings = library.settings if library else Settings()
    found = [*_program(), *_keys(settings), *_cache(settings), *of_library]
    if library:
        found += _read_whole(library)
    if online:
        found += _hosts(settings)
    return found


def _program() -> Iterator[Finding]:
    from pubtrack import __version__

    yield Finding("program", "pubtrack", "ok", __version__)
    yield Finding("program", "python", "ok", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    for name, extra in _requirements().items():
        try:
            yield Finding("program", name, "ok", version(name))
        except PackageNotFoundError:
            if extra:
                yield Finding("program", name, "note", f"not installed; pip install 'pubtrack[{extra}]' adds it")
            else:
                yield Finding("program", name, "bad", "not installed; install pubtrack again")


_EXTRAS = frozenset({"docx", "documents", "keyring", "pdf", "plots", "scale", "spark"})
"""Extras of users; the others are for developers."""


def _requirements() -> dict[str, str]:
    """Package -> the extra that brings it, empty where it always comes."""
    try:
        lines = requires("pubtrack") or []
    except PackageNotFoundError:  # run from a checkout without being installed
        return {}
    found: dict[str, str] = {}
    for line in lines:
        name, extra = re.split(r"[\[<>=!~; ]", line)[0], re.search(r"extra\s*==\s*['\"]([^'\"]+)", line)
        if name != "pubtrack" and (extra is None or extra[1] in _EXTRAS):  # an extra may bring another one of ours
            found.setdefault(name, extra[1] if extra else "")
    return found


def _keys(settings: Settings) -> Iterator[Finding]:
    told = bool(os.environ.get("PUBTRACK_MAILTO", "").strip())
    words = "set" if told else "not set; services that know your address serve you better"
    yield Finding("key", "PUBTRACK_MAILTO", "ok" if told else "note", words)
    with open_transport(settings) as transport:
        for name in SOURCES:
            try:
                host = transport.settings.host(SOURCES[name].host)
            except ConfigError as error:
                yield Finding("program", name, "bad", str(error))
                continue
            if not host.key_env:
                continue
            if os.environ.get(host.key_env, "").strip():
                yield Finding("key", host.key_env, "ok", f"in the environment, for {name}")
            elif secret_of(host):
                yield Finding("key", host.key_env, "ok", f"in the keyring, for {name}")
            else:
                need = "is not asked without it" if host.key_required else "serves you better with it"
                yield Finding("key", host.key_env, "note", f"not there; {name} {need}")


def _cache(settings: Settings) -> Iterator[Finding]:
    with open_transport(settings) as transport:
        folder = transport.settings.cache_dir
    if folder is None:
        return
    there = next(place for place in (folder, *folder.parents) if place.exists())
    if there.is_dir() and os.access(there, os.W_OK):
        yield Finding("cache", str(folder), "ok", "can be written" if there == folder else "will be made")
    else:
        yield Finding("cache", str(folder), "note", "cannot be written; limits of hosts are kept by one process alone")


def _opened(path: str | None) -> tuple[Library | None, list[Finding]]:
    from pubtrack.app.library import Library

    try:
        folder = find_library(path)
    except PubtrackError as error:
        return None, [Finding("library", path or ".", "bad" if path else "note", str(error))]
    try:
        return Library(folder), []
    except PubtrackError as error:
        return None, [Finding("library", str(folder), "bad", str(error))]


def _read_whole(library: Library) -> list[Finding]:
    """Most commands read only the lines they need; here every line is read."""
    try:
        for _ in library.works.passing():
            pass
        return list(_library(library))
    except PubtrackError as error:
        return [Finding("library", str(library.path), "bad", str(error))]


def _library(library: Library) -> Iterator[Finding]:
    place = str(library.path)
    words = f"{counted(len(library.works), 'work')}, {counted(len(library.awards), 'award')}"
    yield Finding("library", place, "ok", words)
    if issues := library.issues:
        lines = ", ".join(str(issue.line) for issue in issues[:5])
        words = f"{counted(len(issues), 'block')} cannot be read (line {lines}); kept as they are, but not understood"
        yield Finding("library", "works.bib", "bad", words)
    yield _history(library)
    if waiting := len(library.questions()):
        yield Finding("library", "review", "note", f"{counted(waiting, 'question')} wait: pubtrack review")
    if RunJournal(library.path, library.now()).index():
        yield Finding("library", "refresh", "note", "one was stopped; the next within a day goes on where it stopped")
    if not _writable(library.path):
        yield Finding("library", place, "note", "can be read but not written")


def _history(library: Library) -> Finding:
    try:
        rows, counts = library.history(), library.citations()
    except PubtrackError as error:
        return Finding("library", "history", "bad", str(error))
    return Finding("library", "history", "ok", f"{counted(len(rows), 'change')}, {counted(len(counts), 'count')}")


def _writable(folder: Path) -> bool:
    return all(os.access(path, os.W_OK) for path in (folder, *folder.glob("*.*")))


def _hosts(settings: Settings) -> Iterator[Finding]:
    with open_transport(settings) as transport:
        for name, source in chosen_sources(settings).items():
            if name != "local":
                yield _knock(name, source, transport)


def _knock(name: str, source: Service, transport: Transport) -> Finding:
    """Any answer shows that the host is there; whether it is a good one is for a refresh to see."""
    host = transport.settings.host(source.host)
    if host.key_required and not secret_of(host):
        return Finding("host", name, "note", f"not asked without {host.key_env}")
    try:
        transport.send(Request(source.host, "/", expects="text"))
    except RateLimited as error:
        return Finding("host", name, "note", f"throttled: {error.detail}")
    except SourceDown as error:
        return Finding("host", name, "bad", f"unreachable: {error.detail}")
    except SourceError:
        pass
    return Finding("host", name, "ok", host.base_url)
