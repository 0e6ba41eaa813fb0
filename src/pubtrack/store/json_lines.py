"""JSON Lines files: one value a line, sorted where order means nothing, so that diffs are small and merges easy."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypeVar

from pydantic import ValidationError

from pubtrack.errors import InputError
from pubtrack.model import Frozen

T = TypeVar("T", bound=Frozen)


def read_lines(data: bytes | None, kind: type[T], path: str) -> tuple[T, ...]:
    """Gives the values of a JSON Lines file; a missing file holds none.

    Raises:
        InputError: A line is not JSON or not of this kind; it names file and line.
    """
    values = []
    for number, line in enumerate((data or b"").decode("utf-8-sig", "surrogateescape").splitlines(), 1):
        if line.strip():
            values.append(_read_line(line, kind, path, number))
    return tuple(values)


def _read_line(line: str, kind: type[T], path: str, number: int) -> T:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        raise InputError("a git conflict is not resolved; choose a side and remove the markers.", path, number)
    try:
        return kind.model_validate_json(line)
    except ValidationError as error:
        detail = error.errors()[0]
        place = ".".join(str(p) for p in detail["loc"])
        what = f"{place}: {detail['msg']}" if place else detail["msg"]
        raise InputError(
            f"this line is no {kind.__name__} ({what}); restore it from git or take the line out.", path, number
        ) from error


def write_lines(values: Iterable[Frozen]) -> bytes:
    r"""Gives the file of these values, in their order.

    >>> from pubtrack.model import Provenance
    >>> write_lines([Provenance(source="crossref"), Provenance(source="acl")])
    b'{"source": "crossref"}\n{"source": "acl"}\n'
    """
    return "".join(json.dumps(v.to_json(), ensure_ascii=False) + "\n" for v in values).encode()
