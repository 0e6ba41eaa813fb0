"""`pubtrack export`: one output, of some works, with options of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pubtrack.app.building import view
from pubtrack.app.formats import writing_function
from pubtrack.app.grants import paid_by
from pubtrack.errors import InputError
from pubtrack.model import Work

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf

__all__ = ["export_of", "options_of"]


def options_of(stated: Sequence[str]) -> dict[str, Any]:
    """Gives options from `NAME=VALUE` texts.

    Raises:
        InputError: A text has no `=`.

    >>> options_of(["as_of=2026-11-22", "related=a,b"])
    {'as_of': '2026-11-22', 'related': ('a', 'b')}
    """
    made: dict[str, Any] = {}
    for text in stated:
        name, sign, value = text.partition("=")
        if not sign or not name.strip():
            raise InputError(f"{text!r} is no option; write it as as_of=2026-11-22.")
        made[name.strip()] = _value(name.strip(), value.strip())
    return made


def _value(name: str, text: str) -> Any:
    """The value as pubtrack.toml would hold it."""
    if name in _LISTS:
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if text in ("true", "false"):
        return text == "true"
    return int(text) if text.isascii() and text.isdecimal() else text


_LISTS = frozenset({"group", "related", "sections", "selected", "styles"})
"""Options that are lists, with commas on the command line."""


def export_of(
    library: Shelf,
    format: str,
    *,
    where: str | None = None,
    grants: Sequence[str] = (),
    options: Mapping[str, Any] | None = None,
) -> str | bytes | Mapping[str, str | bytes]:
    """Gives a library in one format.

    Args:
        library: Which.
        format: One of `pubtrack formats`.
        where: A filter of works.
        grants: Numbers of grants: only works that one of them paid for.
        options: Settings of the writer; they win over those of pubtrack.toml.

    Raises:
        NotFoundError: There is no such format, style or grant.
        InputError: The filter cannot be read.
        ConfigError: An option has a wrong value.
    """
    write = writing_function(format)
    seen = view(library, where, options)
    if grants:
        works = [work for work in seen.works if isinstance(work, Work)]
        seen = replace(seen, works=paid_by(library, works, grants))
    made: str | bytes | Mapping[str, str | bytes] = write(seen)
    return made
