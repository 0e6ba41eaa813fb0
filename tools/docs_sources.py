"""Writes the table of sources in docs/reference/sources.md from the sources themselves.

python -m tools.docs_sources           rewrites the table
python -m tools.docs_sources --check   exit 1 where the file is not what the sources say
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pubtrack.sources import SOURCES
from pubtrack.sources.base import Service
from pubtrack.transport import Rate

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "sources.md"

HEAD = """# Sources

<!-- Made by `python -m tools.docs_sources` from `pubtrack.sources.SOURCES`. Do not edit. -->

A source is an online service (or a folder of files) that says something about works. `pubtrack refresh` asks those that
are on; switch one with `[sources.NAME] enabled = true` or `false` in `pubtrack.toml`. Keys are read from the
environment
variable named here, or from the system's keyring (service `pubtrack`, name of the variable); they are never written
down.
"""

TAIL = """
*Rate*: requests that pubtrack sends at most, for somebody unknown and, after the arrow, for somebody who gave a mail
address (`PUBTRACK_MAILTO`) or a key. *At once*: open requests, over all processes of one user. *Batch*: identifiers per
request. All figures are the services' own limits as of 2026 or, where none is published, stricter ones of ours;
pubtrack
keeps a tenth below them.

## Settings of every source

| setting | meaning |
|---|---|
| `enabled` | ask it or not |
| `base_url` | another address, for mirrors and tests; only here are plain http and private addresses allowed |
| `rate_per_s` | requests per second, in place of the limits above |
| `concurrency` | requests at once, in place of the limits above |
| `batch` | most identifiers per request |
| `api_key_env` | name of the environment variable that holds your key |

## Sources of your own

An installed package adds a source by an entry point of the group `pubtrack.sources` whose object has the attributes of
`pubtrack.sources.base.Source`.
"""


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


def page() -> str:
    """Gives the whole page."""
    columns = ("name", "service", "default", "rate", "at once", "batch", "asked by", "says", "key", "licence")
    table = [f"| {' | '.join(columns)} |", "|" + "---|" * len(columns), *(_row(SOURCES[name]) for name in SOURCES)]
    return "\n".join([HEAD, *table]) + "\n" + TAIL


def main() -> int:
    """Writes or checks the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
    if not fresh:
        print(f"{PAGE.name} is old: run python -m tools.docs_sources", file=sys.stderr)
    return 0 if fresh else 1


if __name__ == "__main__":
    raise SystemExit(main())
