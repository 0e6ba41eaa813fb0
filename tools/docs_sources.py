"""The table of sources for docs/reference/sources.md, from the sources themselves."""

from __future__ import annotations

from pubtrack.sources import SOURCES
from pubtrack.sources.base import Service
from pubtrack.transport import Rate

_COLUMNS = ("name", "service", "default", "rate", "at once", "batch", "asked by", "says", "key", "licence")


def table() -> str:
    """A row per source of ours; those of installed packages are not ours to document."""
    ours = (SOURCES[name] for name in SOURCES if type(SOURCES[name]).__module__.startswith("pubtrack."))
    lines = [f"| {' | '.join(_COLUMNS)} |", "|" + "---|" * len(_COLUMNS), *map(_row, ours)]
    return "\n".join(lines)


def _rates(source: Service) -> str:
    host = source.host
    rates = [host.rate, *([host.known_rate] if host.known_rate else [])]
    return " → ".join(_rate(rate) for rate in rates)


def _rate(rate: Rate) -> str:
    return f"{rate.most} / {rate.per_s:g} s"


def _key(source: Service) -> str:
    host = source.host
    if not host.key_env:
        return "PUBTRACK_MAILTO helps" if host.known_by == "mailto" else ""
    return f"`{host.key_env}`" + (" (needed)" if host.key_required else "")


def _default(source: Service) -> str:
    if not source.enabled:
        return "off"
    return "on with a key" if source.host.key_required else "on"


def _row(source: Service) -> str:
    host = source.host
    at_once = " → ".join(str(n) for n in (host.concurrency, host.known_concurrency) if n)
    is_local = source.name == "local"
    cells = (
        f"`{source.name}`",
        f"[{source.label}]({source.docs_url})",
        _default(source),
        "" if is_local else _rates(source),
        "" if is_local else at_once,
        "all" if is_local else f"{source.batch:,}",
        "any" if is_local else ", ".join(source.schemes),
        ", ".join(source.says),
        _key(source),
        source.licence,
    )
    return f"| {' | '.join(cells)} |"
