"""JSON Lines files: one value a line, sorted where order means nothing, so that diffs are small and merges easy."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterable
from typing import TypeVar

from pydantic import ValidationError

from pubtrack.errors import InputError
from pubtrack.model import Frozen

__all__ = ["read_line", "read_lines", "refuse_conflict", "split_json_lines", "write_line", "write_lines"]

T = TypeVar("T", bound=Frozen)


def read_lines(data: bytes | None, kind: type[T], path: str) -> tuple[T, ...]:
    """Gives the values of a JSON Lines file; a missing file holds none.

    Raises:
        InputError: A line is not JSON or not of this kind; it names file and line.
    """
    lines = enumerate(split_json_lines(data), 1)
    return tuple(read_line(line, kind, path, number) for number, line in lines if line)


def split_json_lines(data: bytes | None) -> list[bytes]:
    r"""Gives the lines of a file without their ends; an empty one for each blank line.

    Only `\n` ends a line: JSON may hold U+2028 and other signs that Python takes for line ends (seen in abstracts).
    """
    return [line.strip() for line in (data or b"").removeprefix(BOM_UTF8).split(b"\n")]


def read_line(line: bytes, kind: type[T], path: str, number: int) -> T:
    """Gives the value of one line.

    Raises:
        InputError: It is not JSON or not of this kind; `path` and `number` name it.
    """
    refuse_conflict(line, path, number)
    try:
        return kind.model_validate_json(line)
    except ValidationError as error:
        detail = error.errors()[0]
        place = ".".join(str(p) for p in detail["loc"])
        what = f"{place}: {detail['msg']}" if place else detail["msg"]
        raise InputError(
            f"this line is no {kind.__name__} ({what}); restore it from git or take the line out.", path, number
        ) from error


def refuse_conflict(line: bytes, path: str, number: int) -> None:
    """Raises InputError where git left a line of a conflict."""
    if line.startswith((b"<<<<<<<", b"=======", b">>>>>>>")):
        raise InputError("a git conflict is not resolved; choose a side and remove the markers.", path, number)


def write_line(value: Frozen) -> bytes:
    """Gives the line of a value, without its end."""
    return json.dumps(value.to_json(), ensure_ascii=False).encode()


def write_lines(values: Iterable[Frozen]) -> bytes:
    r"""Gives the file of these values, in their order.

    >>> from pubtrack.model import Provenance
    >>> write_lines([Provenance(source="crossref"), Provenance(source="acl")])
    b'{"source": "crossref"}\n{"source": "acl"}\n'
    """
    return b"".join(write_line(value) + b"\n" for value in values)
