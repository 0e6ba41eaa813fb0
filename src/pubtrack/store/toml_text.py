"""Reading the TOML files that people write, with the line of what is wrong in them."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from pubtrack.errors import InputError

__all__ = ["line_of_table", "parse_toml"]


def parse_toml(text: str, path: str) -> dict[str, Any]:
    """Gives what a TOML file states.

    Raises:
        InputError: It is not TOML; names file and line.
    """
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"not readable as TOML: {error}.", path, _line_of(error, text)) from error


def _line_of(error: Exception, text: str) -> int | None:
    if found := re.search(r"at line (\d+)", str(error)):
        return int(found[1])
    return text.rstrip().count("\n") + 1 if "at end of document" in str(error) else None


def line_of_table(text: str, name: str, number: int) -> int | None:
    r"""Gives the line on which the n-th table of that name starts, counted from 0.

    >>> line_of_table("[[award]]\nid = 1\n[[award]]  # second\n", "award", 1)
    3
    """
    header = re.compile(rf"\s*\[\[?\s*[\"']?{re.escape(name)}[\"']?\s*\]")
    lines = [n for n, line in enumerate(text.split("\n"), 1) if header.match(line)]
    return lines[number] if number < len(lines) else None
