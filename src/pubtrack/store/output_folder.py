"""A folder of output: replaced as a whole, with what others put into it.

The new folder is made beside the old one, and the two change places in one step. A process that is killed, a full disk
or a second build leave the old folder or the new one. Nothing is waited for: what a power cut takes is built again.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pubtrack.errors import StoreError
from pubtrack.store.disk import Disk
from pubtrack.store.disk_errors import NO_PERMISSION, explained
from pubtrack.store.manifest import MANIFEST, Manifest, short_hash
from pubtrack.store.swap import held

__all__ = ["OutputFolder", "Replaced"]

_UNFINISHED = ".pubtrack-unfinished"
"""Stands in a new folder until it is complete: all in it is ours then, or also stands in the old one."""
_FOREIGN_LITTER_S = 3600
"""Age from which what a dead build left is taken away where no lock can be had. Source: own choice."""
_NO_SWAP = frozenset({errno.EBUSY, errno.EXDEV})
"""What the system answers where the folder is a mount point."""


@dataclass(frozen=True)
class Replaced:
    """What became of the folder."""

    changed: bool
    removed: tuple[str, ...] = ()
    """Files of earlier builds that are no part of this one."""
    kept: tuple[str, ...] = ()
    """Such files that were edited since, and therefore stay."""


class OutputFolder:
    """One folder of output.

    Args:
        path: The folder; it need not exist.
        disk: How to reach the operating system; tests hand in one that fails.
        timeout_s: How long to wait for another pubtrack that writes beside it, in seconds.
    """

    def __init__(self, path: str | Path, disk: Disk | None = None, timeout_s: float = 60.0) -> None:
        self.path: Path = Path(path)
        self._target = Path(os.path.realpath(self.path))
        self._disk = disk or Disk()
        self._timeout_s = timeout_s

    def files(self, output: str) -> Mapping[str, str]:
        """Gives file -> short hash of what an output wrote here last; empty where it wrote nothing."""
        try:
            return self._manifest().of(output)
        except OSError:
            return {}

    def replace(self, output: str, files: Mapping[str, bytes]) -> Replaced:
        """Makes the files those of the output, and takes away what it wrote earlier and no longer does.

        Files that no output wrote stay, and so does an old file that was edited since. A folder in which nothing
        would change is not touched.

        Args:
            output: Name of the output; several may share a folder.
            files: Path within the folder, with `/` -> content.

        Raises:
            StoreError: The disk refused, another pubtrack writes there, or something foreign is in the way of a file.
                The folder is as it was.
        """
        with explained(self.path, f"{self.path} is as it was."):
            self._disk.make_folder(self._target.parent)
            with held(self._target.parent, self._timeout_s) as alone:
                self._tidy(alone)
                return self._replace(output, files)

    # Deciding

    def _replace(self, output: str, files: Mapping[str, bytes]) -> Replaced:
        self._refuse_what_is_in_the_way(files)
        before = self._manifest()
        after = before.with_output(output, {name: short_hash(data) for name, data in files.items()})
        gone = {n: h for n, h in before.of(output).items() if after.owned(n) is None and (self._target / n).is_file()}
        removed = [n for n, h in gone.items() if short_hash(self._disk.read(self._target / n) or b"") == h]
        told = Replaced(True, tuple(sorted(removed)), tuple(sorted(gone.keys() - removed)))
        if before == after and not removed and all(self._is_same(name, data) for name, data in files.items()):
            return Replaced(False)
        made = {**files, MANIFEST: after.write()}
        if not self._swap(made, frozenset(removed)):
            self._write_each(made, removed)
        return told

    def _manifest(self) -> Manifest:
        return Manifest.read(self._disk.read(self._target / MANIFEST))

    def _is_same(self, name: str, data: bytes) -> bool:
        path = self._target / name
        try:
            found = path.lstat()
            return stat.S_ISREG(found.st_mode) and found.st_size == len(data) and path.read_bytes() == data
        except OSError:
            return False

    def _refuse_what_is_in_the_way(self, files: Mapping[str, bytes]) -> None:
        folders = {parent.as_posix() for name in files for parent in Path(name).parents} - {"."}
        if _is_no_folder(self._target):
            in_way = [""]
        else:
            in_way = [n for n in files if (self._target / n).is_dir() and not (self._target / n).is_symlink()]
            in_way += [n for n in folders if _is_no_folder(self._target / n)]
        if in_way:
            path = self.path / min(in_way)
            raise StoreError(f"{path}: is in the way of what pubtrack writes. Nothing was changed. Move it away.", path)
        if self._target.exists() and not os.access(self._target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self.path))

    # Beside, and then in one step

    def _swap(self, made: Mapping[str, bytes], removed: frozenset[str]) -> bool:
        """Puts a complete new folder in the place of the old one; False where that cannot be done here."""
        fresh = self._target.with_name(f".{self._target.name}.pubtrack-{secrets.token_hex(6)}")
        if _is_in_use(self._target):
            return False
        try:
            self._disk.make_folder(fresh)
        except OSError as error:
            if error.errno in NO_PERMISSION and self._target.is_dir():
                return False
            raise
        try:
            self._fill(fresh, made, removed)
            swapped = self._change_places(fresh)
        except BaseException:
            self._forget(fresh)
            raise
        if swapped:
            self._sweep(fresh)
        else:
            self._forget(fresh)
        return swapped

    def _fill(self, fresh: Path, made: Mapping[str, bytes], removed: frozenset[str]) -> None:
        self._write(fresh / _UNFINISHED, b"")
        for name, data in made.items():
            if not (self._is_same(name, data) and self._linked(self._target / name, fresh / name)):
                self._write(fresh / name, data)
        for name in self._entries(self._target):
            if name not in made and name not in removed:
                self._carry(self._target / name, fresh / name)
        if self._target.is_dir():
            shutil.copystat(self._target, fresh)
        self._disk.unlink(fresh / _UNFINISHED)

    def _change_places(self, fresh: Path) -> bool:
        try:
            if not self._target.exists():
                self._disk.rename(fresh, self._target)
                return True
            if self._disk.exchange(fresh, self._target):
                return True
            old = fresh.with_name(fresh.name + "-old")
            self._disk.rename(self._target, old)
            self._disk.rename(fresh, self._target)  # a process that dies before this is mended by `_tidy`
            self._disk.rename(old, fresh)
        except OSError as error:
            if error.errno in _NO_SWAP:
                return False
            raise
        return True

    def _entries(self, folder: Path) -> Iterator[str]:
        """Everything in a folder that is no folder, and folders with nothing in them, by path within it."""
        for place, folders, names in os.walk(folder):
            here = Path(place)
            links = [name for name in folders if (here / name).is_symlink()]
            for name in (*names, *links):
                yield (here / name).relative_to(folder).as_posix()
            if not names and not folders and here != folder:
                yield here.relative_to(folder).as_posix()

    def _carry(self, old: Path, new: Path) -> None:
        """Lets something foreign stand in the new folder too."""
        if old.is_dir() and not old.is_symlink():
            self._disk.make_folder(new)
        elif not self._linked(old, new):
            self._disk.make_folder(new.parent)
            shutil.copy2(old, new, follow_symlinks=False)

    def _linked(self, old: Path, new: Path) -> bool:
        """Gives a file a second name, where the file system knows that."""
        self._disk.make_folder(new.parent)
        try:
            self._disk.link(old, new)
        except (OSError, NotImplementedError) as error:
            if getattr(error, "errno", None) == errno.ENOSPC:
                raise
            return False
        return True

    def _write(self, path: Path, data: bytes) -> None:
        self._disk.make_folder(path.parent)
        descriptor = self._disk.open_new(path)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[self._disk.write(descriptor, bytes(rest)) :]
        finally:
            self._disk.close(descriptor)

    # File by file, where the folder itself cannot be replaced

    def _write_each(self, made: Mapping[str, bytes], removed: list[str]) -> None:
        """Each file is the old or the new one. The list goes first, so that no file of ours becomes nobody's."""
        before, after = self._manifest().outputs, Manifest.read(made[MANIFEST]).outputs
        both = Manifest({name: {**before.get(name, {}), **after.get(name, {})} for name in {*before, *after}})
        for name, data in {MANIFEST: both.write(), **{n: d for n, d in made.items() if n != MANIFEST}}.items():
            self._overwrite(self._target / name, data)
        for name in removed:
            self._disk.unlink(self._target / name)
            self._remove_empty(self._target / name)
        self._overwrite(self._target / MANIFEST, made[MANIFEST])

    def _overwrite(self, path: Path, data: bytes) -> None:
        fresh = path.with_name(f".{path.name}.pubtrack-{secrets.token_hex(6)}")
        try:
            self._write(fresh, data)
            self._disk.replace(fresh, path)
        except BaseException:
            self._disk.unlink(fresh)
            raise

    def _remove_empty(self, path: Path) -> None:
        """Removes folders that the last file left."""
        for folder in path.parents:
            if folder == self._target or any(folder.iterdir()):
                return
            self._disk.remove_folder(folder)

    # Clearing away

    def _tidy(self, alone: bool) -> None:
        """Clears away what a build that died here left, and brings back a folder that it had in its hands."""
        left = sorted(self._target.parent.glob(f".{_literal(self._target.name)}.pubtrack-*"))
        left = [path for path in left if path.is_dir() and (alone or _age_s(path) > _FOREIGN_LITTER_S)]
        if not self._target.exists():
            whole = [path for path in left if not (path / _UNFINISHED).exists()]
            best = next((path for path in whole if path.name.endswith("-old")), None)
            if best is not None:
                left.remove(best)
                self._disk.rename(best, self._target)
        for path in left:
            if (path / _UNFINISHED).exists() or not self._target.exists():
                self._forget(path)
            else:
                self._sweep(path)

    def _forget(self, fresh: Path) -> None:
        """Removes a new folder that did not become true: all in it is ours or stands in the old one."""
        try:
            self._disk.remove_tree(fresh)
        except OSError:
            return  # the next build tries again

    def _sweep(self, old: Path) -> None:
        """Removes the folder that stood here before, and first brings over what came into it meanwhile."""
        try:
            ours, now = Manifest.read(self._disk.read(old / MANIFEST)), self._manifest()
            for name in list(self._entries(old)):
                if name == MANIFEST or now.owned(name) is not None or name in ours.folders:
                    continue
                if not self._is_here(old / name, self._target / name, ours.owned(name)):
                    self._disk.make_folder((self._target / name).parent)
                    self._disk.rename(old / name, self._target / name)
            self._disk.remove_tree(old)
        except OSError:
            return  # the next build tries again; nothing is lost

    def _is_here(self, old: Path, new: Path, ours: str | None) -> bool:
        """Whether nothing is lost with the old one; `ours` is the hash of what we wrote there."""
        if old.is_dir() and not old.is_symlink():
            return new.is_dir()
        if os.path.lexists(new) and (_same_file(old, new) or _same_content(old, new)):
            return True
        return ours is not None and old.is_file() and short_hash(self._disk.read(old) or b"") == ours


def _is_in_use(folder: Path) -> bool:
    """This process works in it: who called it would be left in a folder that is gone."""
    try:
        return Path.cwd().is_relative_to(folder)
    except OSError:
        return True


def _same_file(one: Path, other: Path) -> bool:
    return os.path.samestat(one.lstat(), other.lstat())


def _same_content(one: Path, other: Path) -> bool:
    if one.is_symlink() or other.is_symlink():
        return one.is_symlink() and other.is_symlink() and one.readlink() == other.readlink()
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


def _is_no_folder(path: Path) -> bool:
    """Something stands there, and no folder of its own: a link might lead anywhere."""
    return os.path.lexists(path) and (path.is_symlink() or not path.is_dir())


def _age_s(path: Path) -> float:
    return time.time() - path.lstat().st_mtime


def _literal(name: str) -> str:
    """A name in which no sign means a pattern."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)
