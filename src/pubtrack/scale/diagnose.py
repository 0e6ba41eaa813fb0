"""Where exactly a file of a corpus is broken, in words, and a copy of it without the broken lines.

Engines say little about a bad file, and not the same. So a partition on which one fails, or in which rows have no id,
is read once more here, line by line; good partitions never are.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pubtrack.errors import InputError

__all__ = ["Fault", "mended_copy", "misfit", "verify_gzip"]


@dataclass(frozen=True)
class Fault:
    """One line that cannot be used, or the place where a file ends too early."""

    path: str
    line: int | None
    reason: str

    def error(self) -> InputError:
        """Gives it as an error that says what to do."""
        remedy = "Get the file again, or leave such lines out with --skip-bad"
        return InputError(f"{self.reason}. {remedy}.", self.path, self.line)


Check = Callable[[Mapping[str, Any]], str | None]
"""Says what is wrong with an object, None where nothing is."""


def misfit(value: Any, shape: Any, name: str = "") -> str | None:
    """Gives what of a JSON value is not of the shape, None where all is; null fits everything.

    >>> misfit({"title": "T", "author": "A"}, {"title": "string", "author": [{"family": "string"}]})
    '`author` is no list'
    """
    if value is None:
        return None
    if isinstance(shape, str):
        return f"`{name}` is no plain value" if isinstance(value, (dict, list)) and shape != "json" else None
    if isinstance(shape, list):
        if not isinstance(value, list):
            return f"`{name}` is no list"
        return next((said for item in value if (said := misfit(item, shape[0], name))), None)
    if not isinstance(value, dict):
        return f"`{name}` is no object" if name else "this is no JSON object"
    if "*" in shape:
        return next((said for key, inner in value.items() if (said := misfit(inner, shape["*"], key))), None)
    return next((said for key, inner in shape.items() if (said := misfit(value.get(key), inner, key))), None)


def mended_copy(path: Path, copy: Path, check: Check, *, enveloped: bool = False) -> list[Fault]:
    """Writes the usable lines of a file of JSON Lines to `copy` (gzipped); gives what was left out.

    A gzip member that is broken ends the file: what stands after it cannot be read, and that is said, too. A file that
    is one object with a list of `items` is left out as a whole where it is no JSON.
    """
    if enveloped:
        return _mended_envelope(path, copy, check)
    faults: list[Fault] = []
    with gzip.open(copy, "wt", encoding="utf-8", compresslevel=1, newline="\n") as out:
        number = 0
        try:
            for number, line in enumerate(_lines(path), 1):
                reason = _reason(line, check)
                if reason:
                    faults.append(Fault(str(path), number, reason))
                elif reason is None:
                    out.write(line.decode("utf-8") + "\n")
        except (OSError, EOFError, zlib.error) as error:
            faults.append(Fault(str(path), number + 1, f"the gzip data is broken here ({_said(error)})"))
    return faults


def _mended_envelope(path: Path, copy: Path, check: Check) -> list[Fault]:
    faults: list[Fault] = []
    good: list[Any] = []
    try:
        whole = json.loads(b"\n".join(_lines(path)))
        items = whole.get("items") if isinstance(whole, dict) else None
        if not isinstance(items, list):
            faults.append(Fault(str(path), 1, "this is no object with a list of `items`"))
        for number, item in enumerate(items if isinstance(items, list) else (), 1):
            reason = check(item) if isinstance(item, dict) else "this is no JSON object"
            if reason:
                faults.append(Fault(str(path), None, f"item {number}: {reason}"))
            else:
                good.append(item)
    except json.JSONDecodeError as error:
        faults.append(Fault(str(path), error.lineno, f"this is no JSON ({_said(error)})"))
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        faults.append(Fault(str(path), 1, f"the gzip data is broken ({_said(error)})"))
    with gzip.open(copy, "wt", encoding="utf-8", compresslevel=1) as out:
        json.dump({"items": good}, out)
    return faults


def _said(error: Exception) -> str:
    return str(error).split("\n", maxsplit=1)[0].rstrip(".") or type(error).__name__


def _lines(path: Path) -> Iterator[bytes]:
    """Whole lines, and the last one even where it was cut."""
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as file:
        for line in file:
            yield line.rstrip(b"\r\n")


def _reason(line: bytes, check: Check) -> str | None:
    """What is wrong with a line; None where nothing is, "" where it is blank."""
    if not line.strip():
        return ""
    try:
        value = json.loads(line)
    except ValueError as error:
        return f"this is no JSON ({_said(error)})"
    return check(value) if isinstance(value, dict) else "this is no JSON object"


_PACKED_BYTES = 1 << 15
"""Read at once: what they unpack to stays in the processor's cache, so that a third of the time goes (measured)."""


def verify_gzip(path: Path) -> Fault | None:
    """Gives what is wrong with a gzip file as a whole, None where every member is whole and its checksum right.

    DuckDB does not compare checksums: bytes that changed on the way can give other words without a complaint.
    """
    number, inside, decoder = 0, False, zlib.decompressobj(31)
    try:
        with path.open("rb") as file:
            while data := file.read(_PACKED_BYTES):
                while data:
                    number += decoder.decompress(data).count(b"\n")
                    inside = not decoder.eof
                    data = decoder.unused_data.lstrip(b"\0")
                    decoder = zlib.decompressobj(31) if decoder.eof else decoder
    except zlib.error as error:
        return Fault(str(path), number + 1, f"the gzip data is broken here ({_said(error)})")
    return Fault(str(path), number + 1, "the gzip data ends too early") if inside else None
