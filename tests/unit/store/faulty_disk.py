"""A disk for tests that stops before every step and asks what to do: go on, fail, kill, or let an editor save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pubtrack.store.disk import Disk

Hook = Callable[[int, str, Any], None]
"""Called with the step's number (from 0), its name and what it is about to touch."""


class SteppedDisk(Disk):
    """Calls the hook before every step that changes something. Writes happen in two halves, to be cut in the middle."""

    def __init__(self, hook: Hook = lambda number, name, on: None, windows: bool = False) -> None:
        super().__init__(windows=windows, sleep=lambda seconds: None)
        self.hook = hook
        self.log: list[str] = []
        self._halved: set[int] = set()

    def _step(self, name: str, on: object) -> None:
        self.log.append(name)
        self.hook(len(self.log) - 1, name, on)

    def open_new(self, path: Path) -> int:
        self._step("open", path)
        return super().open_new(path)

    def write(self, descriptor: int, data: bytes) -> int:
        self._step("write", descriptor)
        if descriptor not in self._halved and len(data) > 1:
            self._halved.add(descriptor)
            data = data[: len(data) // 2]
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        # Waiting for the medium guards against a power cut, which no test can make; it only costs time here.
        self._step("sync", descriptor)

    def close(self, descriptor: int) -> None:
        self._step("close", descriptor)
        self._halved.discard(descriptor)
        super().close(descriptor)

    def chmod(self, path: Path, mode: int) -> None:
        self._step("chmod", path)
        super().chmod(path, mode)

    def rename(self, source: Path, target: Path) -> None:
        self._step("rename", target)
        super().rename(source, target)

    def unlink(self, path: Path) -> None:
        self._step("unlink", path)
        super().unlink(path)

    def make_folder(self, path: Path) -> None:
        self._step("make_folder", path)
        super().make_folder(path)

    def remove_folder(self, path: Path) -> None:
        self._step("remove_folder", path)
        super().remove_folder(path)


class LossyDisk(SteppedDisk):
    """Remembers what was not forced onto the medium yet, and loses it when the power goes.

    A file that was written but not synced comes back empty. What came, went or was renamed in a folder that was not
    synced since may have happened or not: `lose` is told what did not.
    """

    def __init__(self, hook: Hook = lambda number, name, on: None) -> None:
        super().__init__(hook)
        self._open: dict[int, Path] = {}
        self._dirty: set[Path] = set()
        self._loose: list[tuple[Path, dict[Path, bytes | None]]] = []

    def open_new(self, path: Path) -> int:
        descriptor = super().open_new(path)
        self._open[descriptor] = path
        self._loose.append((path.parent, {path: None}))
        return descriptor

    def write(self, descriptor: int, data: bytes) -> int:
        self._dirty.add(self._open[descriptor])
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        self._dirty.discard(self._open.get(descriptor, Path()))

    def close(self, descriptor: int) -> None:
        super().close(descriptor)
        self._open.pop(descriptor, None)

    def sync_folder(self, path: Path) -> None:
        super().sync_folder(path)
        self._loose = [(folder, before) for folder, before in self._loose if folder != path]

    def rename(self, source: Path, target: Path) -> None:
        before = {path: self.read(path) for path in (source, target)}
        super().rename(source, target)
        self._loose.append((target.parent, before))
        if source in self._dirty:
            self._dirty = self._dirty - {source} | {target}

    def unlink(self, path: Path) -> None:
        before = {path: self.read(path)}
        super().unlink(path)
        self._loose.append((path.parent, before))

    def lose(self, which: Callable[[int], bool]) -> None:
        """Brings the files to what the medium holds after a power cut."""
        for number, (_, before) in reversed(list(enumerate(self._loose))):
            if which(number):
                for path, data in before.items():
                    path.unlink(missing_ok=True) if data is None else path.write_bytes(data)
        for path in self._dirty:
            if path.exists():
                path.write_bytes(b"")


class PulledPlugError(BaseException):
    """The power is gone: no step after this one has any effect, whatever the program tries."""


def pull_plug_at(number: int) -> Hook:
    def hook(step: int, name: str, on: object) -> None:
        if step >= number:
            raise PulledPlugError

    return hook
