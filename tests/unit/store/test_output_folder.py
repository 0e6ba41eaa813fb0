"""Folders of output: the old one or the new one, whatever happens, and never without what others put there."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pubtrack.errors import StoreError
from pubtrack.store import output_folder as module
from pubtrack.store.manifest import MANIFEST, Manifest
from pubtrack.store.output_folder import OutputFolder
from unit.store.faulty_disk import PulledPlugError, SteppedDisk, pull_plug_at

OLD = {"index.html": b"old list", "works/a.html": b"page of a", "works/gone/b.html": b"page of b"}
NEW = {"index.html": b"new list", "works/a.html": b"page of a", "works/c.html": b"page of c"}
FOREIGN = {"CNAME": b"ada.example", "works/mine.txt": b"keep me", ".git/config": b"[core]", "empty": None}


class FolderDisk(SteppedDisk):
    """Stops before the steps that only folders of output know as well."""

    has_exchange = True

    def exchange(self, first: Path, second: Path) -> bool:
        if not self.has_exchange:
            return False
        self._step("exchange", second)
        return super().exchange(first, second)

    def link(self, source: Path, target: Path) -> None:
        self._step("link", target)
        super().link(source, target)


class OldDisk(FolderDisk):
    """A system that cannot let two names change places."""

    has_exchange = False


def tree(folder: Path) -> dict[str, bytes | None]:
    """All files below a folder, and empty folders, without the list of ours."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
        if path.name != MANIFEST and (path.is_file() or not any(path.iterdir()))
    }


def site_of(place: Path) -> Path:
    """A folder that an earlier build and other people filled."""
    OutputFolder(place / "site").replace("site", OLD)
    for name, data in FOREIGN.items():
        path = place / "site" / name
        if data is None:
            path.mkdir()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
    return place / "site"


def litter(place: Path) -> list[str]:
    return [path.name for path in place.iterdir() if path.name != "site"]


BEFORE, AFTER = {**OLD, **FOREIGN}, {**NEW, **FOREIGN}


def test_a_folder_is_made_with_a_list_of_what_is_in_it(tmp_path: Path) -> None:
    told = OutputFolder(tmp_path / "new/site").replace("site", NEW)
    assert tree(tmp_path / "new/site") == NEW
    assert told.changed
    assert list(Manifest.read((tmp_path / "new/site" / MANIFEST).read_bytes()).of("site")) == sorted(NEW)


def test_old_pages_go_and_foreign_files_stay(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    told = OutputFolder(site).replace("site", NEW)
    assert tree(site) == AFTER
    assert (told.removed, told.kept) == (("works/gone/b.html",), ())
    assert not (site / "works/gone").exists()
    assert litter(tmp_path) == []


def test_an_old_page_that_was_edited_by_hand_stays(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    (site / "works/gone/b.html").write_bytes(b"my own words")
    told = OutputFolder(site).replace("site", NEW)
    assert (told.removed, told.kept) == ((), ("works/gone/b.html",))
    assert (site / "works/gone/b.html").read_bytes() == b"my own words"
    assert OutputFolder(site).replace("site", NEW).kept == (), "it is theirs from now on"


def test_the_same_files_touch_nothing(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    before = site.stat().st_ino
    assert not OutputFolder(site).replace("site", OLD).changed
    assert site.stat().st_ino == before


def test_a_file_that_does_not_change_keeps_its_date(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    os.utime(site / "works/a.html", (1_000_000, 1_000_000))
    OutputFolder(site).replace("site", NEW)
    assert (site / "works/a.html").stat().st_mtime == 1_000_000


def test_what_somebody_deleted_or_changed_is_written_again(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    (site / "works/a.html").unlink()
    (site / "index.html").write_bytes(b"vandals")
    assert OutputFolder(site).replace("site", OLD).changed
    assert tree(site) == BEFORE


def test_two_outputs_share_a_folder(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    OutputFolder(site).replace("plots", {"plots/h.svg": b"<svg>"})
    OutputFolder(site).replace("site", NEW)
    assert tree(site) == {**AFTER, "plots/h.svg": b"<svg>"}
    OutputFolder(site).replace("plots", {})
    assert tree(site) == AFTER


def test_a_damaged_or_missing_list_makes_every_file_somebodys(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    for damage in (b"{", b"[]", b'{"outputs": {"site": 3}}', b"\xff", b'{"outputs": ' + b"[" * 100_000):
        (site / MANIFEST).write_bytes(damage)
        OutputFolder(site).replace("site", NEW)
        assert tree(site) == {**AFTER, "works/gone/b.html": OLD["works/gone/b.html"]}


def test_links_stay_links(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (site / "far").symlink_to("../elsewhere")
    (site / "broken").symlink_to("nowhere")
    OutputFolder(site).replace("site", NEW)
    assert (site / "far").readlink() == Path("../elsewhere")
    assert (site / "broken").readlink() == Path("nowhere")


def test_a_folder_behind_a_link_is_replaced_where_it_is(tmp_path: Path) -> None:
    real = site_of(tmp_path)
    (tmp_path / "link").symlink_to(real)
    OutputFolder(tmp_path / "link").replace("site", NEW)
    assert (tmp_path / "link").is_symlink()
    assert tree(real) == AFTER


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda site: (site / "works/c.html").mkdir(), "works/c.html"),
        (lambda site: (site / "data").write_bytes(b""), "data"),
        (lambda site: (site / "data").symlink_to("/"), "data"),
    ],
)
def test_what_is_in_the_way_is_named_and_stays(tmp_path: Path, make: Callable[[Path], Any], name: str) -> None:
    site = site_of(tmp_path)
    make(site)
    before = sorted(path.name for path in site.rglob("*"))
    with pytest.raises(StoreError, match=rf"site/{name}: is in the way"):
        OutputFolder(site).replace("site", {**NEW, "data/x.js": b"x"})
    assert sorted(path.name for path in site.rglob("*")) == before
    assert litter(tmp_path) == []


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"mine")
    with pytest.raises(StoreError, match="is in the way"):
        OutputFolder(tmp_path / "site").replace("site", NEW)
    assert (tmp_path / "site").read_bytes() == b"mine"


@pytest.mark.parametrize("disk", [FolderDisk, OldDisk])
def test_a_process_that_dies_at_any_step_leaves_the_old_folder_or_the_new_one(
    tmp_path: Path, disk: type[FolderDisk]
) -> None:
    seen = set()
    for step in range(1000):
        place = tmp_path / f"{step:03}"
        site = site_of(place)
        try:
            OutputFolder(site, disk(pull_plug_at(step))).replace("site", NEW)
        except PulledPlugError:
            done = False
        else:
            done = True
        if disk is FolderDisk or site.exists():
            assert tree(site) in (BEFORE, AFTER), step
            seen.add(tree(site) == AFTER)
        OutputFolder(site).replace("site", NEW)
        assert tree(site) == AFTER, step
        assert litter(place) == [], step
        if done:
            break
    assert seen == {False, True}


@pytest.mark.parametrize("disk", [FolderDisk, OldDisk])
def test_after_any_death_the_old_settings_bring_back_the_old_folder(tmp_path: Path, disk: type[FolderDisk]) -> None:
    for step in range(1000):
        site = site_of(tmp_path / f"{step:03}")
        try:
            OutputFolder(site, disk(pull_plug_at(step))).replace("site", NEW)
        except PulledPlugError:
            OutputFolder(site).replace("site", OLD)
            assert tree(site) == BEFORE, step
        else:
            break
    else:
        pytest.fail("it never ends")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("disk", [FolderDisk, OldDisk])
def test_a_disk_that_refuses_any_step_leaves_the_old_folder_or_the_new_one(
    tmp_path: Path, disk: type[FolderDisk], number: int
) -> None:
    for step in range(1000):
        place = tmp_path / f"{step:03}"
        site = site_of(place)

        def fail(at: int, name: str, on: Any, step: int = step) -> None:
            if at == step:
                raise OSError(number, os.strerror(number), str(on))

        with contextlib.suppress(StoreError):
            OutputFolder(site, disk(fail)).replace("site", NEW)
        assert not site.exists() or tree(site) in (BEFORE, AFTER), (step, tree(site))
        OutputFolder(site).replace("site", NEW)
        assert tree(site) == AFTER, step
        assert litter(place) == [], step
        if step >= 60:
            break


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs child processes that begin as copies")
def test_kill_minus_nine_at_many_moments(tmp_path: Path) -> None:
    seen = set()
    for step in range(0, 60, 3):
        site = site_of(tmp_path / f"{step:03}")
        child = os.fork()
        if child == 0:

            def kill(at: int, name: str, on: Any, step: int = step) -> None:
                if at == step:
                    os.kill(os.getpid(), signal.SIGKILL)

            OutputFolder(site, FolderDisk(kill)).replace("site", NEW)
            os._exit(0)
        os.waitpid(child, 0)
        assert tree(site) in (BEFORE, AFTER)
        seen.add(tree(site) == AFTER)
    assert seen == {False, True}


def test_builds_at_once_leave_one_of_them_whole(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    versions = [{f"p{n}.html": f"{v}/{n}".encode() for n in range(v, v + 20)} for v in range(4)]
    faults: list[StoreError] = []

    def build(files: dict[str, bytes]) -> None:
        try:
            for _ in range(10):
                OutputFolder(site).replace("site", files)
        except StoreError as error:
            faults.append(error)

    threads = [threading.Thread(target=build, args=(files,)) for files in versions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert tree(site) in [{**files, **FOREIGN} for files in versions]
    assert litter(tmp_path) == []


def test_who_waits_too_long_is_told_that_nothing_changed(tmp_path: Path) -> None:
    from pubtrack.store.swap import held

    site = site_of(tmp_path)
    with held(tmp_path, 1), pytest.raises(StoreError, match="another pubtrack is writing there"):
        OutputFolder(site, timeout_s=0.1).replace("site", NEW)
    assert tree(site) == BEFORE


def test_a_foreign_file_that_comes_while_the_folder_changes_is_brought_over(tmp_path: Path) -> None:
    site = site_of(tmp_path)

    def save(at: int, name: str, on: Any) -> None:
        if name == "exchange":
            (site / "late.txt").write_bytes(b"late")
            fresh = site / "CNAME.new"
            fresh.write_bytes(b"new.example")
            fresh.replace(site / "CNAME")  # as editors save

    OutputFolder(site, FolderDisk(save)).replace("site", NEW)
    assert tree(site) == {**AFTER, "late.txt": b"late", "CNAME": b"new.example"}
    assert litter(tmp_path) == []


def test_where_the_folder_itself_cannot_be_replaced_its_files_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_of(tmp_path)
    monkeypatch.chdir(site)
    OutputFolder(".").replace("site", NEW)
    assert tree(Path()) == AFTER
    assert Path.cwd() == site.resolve()
    assert litter(tmp_path) == []


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
def test_a_mount_point_is_filled_file_by_file(tmp_path: Path, number: int) -> None:
    site = site_of(tmp_path)

    def busy(at: int, name: str, on: Any) -> None:
        if name == "exchange":
            raise OSError(number, "busy")

    OutputFolder(site, FolderDisk(busy)).replace("site", NEW)
    assert tree(site) == AFTER
    assert litter(tmp_path) == []


def test_file_by_file_each_is_the_old_or_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_is_in_use", lambda folder: True)
    for step in range(1000):
        site = site_of(tmp_path / f"{step:03}")
        try:
            OutputFolder(site, FolderDisk(pull_plug_at(step))).replace("site", NEW)
        except PulledPlugError:
            found = {name: data for name, data in tree(site).items() if ".pubtrack-" not in name}
            assert all(data in (BEFORE.get(name), AFTER.get(name)) for name, data in found.items())
            OutputFolder(site).replace("site", NEW)
            found = {n: d for n, d in tree(site).items() if ".pubtrack-" not in n}
            assert found in (AFTER, {**AFTER, "works/gone": None}), step
        else:
            return
    pytest.fail("it never ends")


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_refused_in_one_sentence(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    site.chmod(0o555)
    with pytest.raises(StoreError, match="writing is not permitted"):
        OutputFolder(site).replace("site", NEW)
    assert tree(site) == BEFORE


def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_of(tmp_path)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(StoreError, match=r"writing is not permitted.*is as it was"):
        OutputFolder(site).replace("site", NEW)
    assert tree(site) == BEFORE


def test_files_may_be_written_where_nothing_may_stand_beside_them(tmp_path: Path) -> None:
    site = site_of(tmp_path)

    def refuse(at: int, name: str, on: Any) -> None:
        if name == "make_folder" and ".site.pubtrack-" in str(on):
            raise PermissionError(errno.EACCES, "no", str(on))

    OutputFolder(site, FolderDisk(refuse)).replace("site", NEW)
    assert tree(site) == AFTER


def test_without_second_names_foreign_files_are_copied(tmp_path: Path) -> None:
    site = site_of(tmp_path)

    def refuse(at: int, name: str, on: Any) -> None:
        if name == "link":
            raise OSError(errno.EPERM, "no")

    OutputFolder(site, FolderDisk(refuse)).replace("site", NEW)
    assert tree(site) == AFTER
    assert litter(tmp_path) == []
