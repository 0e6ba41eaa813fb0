"""What a person set: who asks, where the cache lies, and what is different for single hosts."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pubtrack.errors import ConfigError
from pubtrack.transport.messages import Host, Rate

__all__ = ["Settings", "secret_of"]

USER_AGENT = "pubtrack/{version} (https://github.com/pubtrack/pubtrack{contact})"
"""Crossref, DataCite, arXiv and Wikidata ask for an agent that names a program and a person (API reference 1.9)."""


@dataclass(frozen=True)
class Settings:
    """Settings of the transport; `of` reads them from the environment and the `[sources]` of `pubtrack.toml`."""

    mailto: str | None = None
    cache_dir: Path | None = None
    """Limits shared between processes, and kept answers; None keeps both in this process."""
    offline: bool = False
    hosts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Source -> `base_url`, `rate_per_s`, `concurrency`, `api_key_env`."""
    connect_timeout_s: float = 5.0
    read_timeout_s: float | None = None
    """None takes each host's own."""
    backoff_s: float = 0.5
    """First pause before a retry; it doubles."""
    max_tries: int = 5
    version: str = "0"

    @classmethod
    def of(
        cls, sources: Mapping[str, Mapping[str, Any]], env: Mapping[str, str] | None = None, **more: Any
    ) -> Settings:
        """Gives settings from `PUBTRACK_MAILTO`, `PUBTRACK_CACHE_DIR`, `PUBTRACK_OFFLINE` and the table `[sources]`.

        Raises:
            ConfigError: A setting is of the wrong kind.
        """
        env = os.environ if env is None else env
        for name, table in sources.items():
            _check(name, table)
        folder = env.get("PUBTRACK_CACHE_DIR")
        given: dict[str, Any] = {
            "mailto": (env.get("PUBTRACK_MAILTO") or "").strip() or None,
            "cache_dir": Path(folder) if folder else _default_cache(),
            "offline": env.get("PUBTRACK_OFFLINE", "").strip().lower() in ("1", "true", "yes", "on"),
            "hosts": dict(sources),
        }
        return cls(**{**given, **more})

    def host(self, host: Host) -> Host:
        """Gives the host as the settings change it."""
        table = self.hosts.get(host.name, {})
        changes: dict[str, Any] = {}
        if base_url := table.get("base_url"):
            changes["base_url"] = str(base_url).rstrip("/")
        if rate := table.get("rate_per_s"):
            changes |= {"rate": _rate(float(rate)), "known_rate": None, "pools": {}}
        if concurrency := table.get("concurrency"):
            changes |= {"concurrency": int(concurrency), "known_concurrency": None}
        if key_env := table.get("api_key_env"):
            changes["key_env"] = str(key_env)
        return replace(host, **changes) if changes else host

    def agent(self) -> str:
        """Gives the `User-Agent`; without the address where the user gave none."""
        contact = f"; mailto:{self.mailto}" if self.mailto else ""
        return USER_AGENT.format(version=self.version, contact=contact)


def _rate(per_s: float) -> Rate:
    return Rate(int(per_s), 1.0) if per_s >= 1 and per_s == int(per_s) else Rate(1, 1.0 / per_s)


def _check(name: str, table: Mapping[str, Any]) -> None:
    """Says which setting is wrong before anything is sent."""
    url = table.get("base_url")
    if url is not None and name != "local" and urlsplit(str(url)).scheme not in ("http", "https"):
        raise ConfigError(f"`sources.{name}.base_url` must begin with https:// or http://.", f"sources.{name}.base_url")
    for key in ("rate_per_s", "concurrency", "batch"):
        value = table.get(key)
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if value is not None and not (is_number and value > 0):
            raise ConfigError(f"`sources.{name}.{key}` must be a number above 0.", f"sources.{name}.{key}")
    env = table.get("api_key_env")
    if env is not None and not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", str(env)):
        # Somebody pasted the key itself: it must not be repeated in a message.
        raise ConfigError(
            f"`sources.{name}.api_key_env` must name an environment variable, not hold the key.",
            f"sources.{name}.api_key_env",
        )


def _default_cache() -> Path | None:
    from platformdirs import user_cache_path

    return user_cache_path("pubtrack")


def secret_of(host: Host, env: Mapping[str, str] | None = None) -> str | None:
    """Gives the user's key for a host from the environment, else from the system's keyring, else None."""
    if not host.key_env:
        return None
    env = os.environ if env is None else env
    return (env.get(host.key_env) or "").strip() or _from_keyring(host)


def _from_keyring(host: Host) -> str | None:
    """The keyring is optional, and some systems have none behind it."""
    try:
        keyring, errors = import_module("keyring"), import_module("keyring.errors")
    except ImportError:
        return None
    try:
        found: str | None = keyring.get_password("pubtrack", host.key_env or host.name)
    except errors.KeyringError:
        return None
    return found
