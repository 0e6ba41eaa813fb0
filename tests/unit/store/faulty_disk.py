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


class PulledPlugError(BaseException):
    """The power is gone: no step after this one has any effect, whatever the program tries."""


def pull_plug_at(number: int) -> Hook:
    def hook(step: int, name: str, on: object) -> None:
        if step >= number:
            raise PulledPlugError

    return hook
