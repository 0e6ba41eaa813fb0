"""Tests mirror the source: one file for each module, none for a module that is gone.

`PYTHONPATH=tests python tests/arch/test_mirror.py` takes modules that have their tests now off the list of exceptions.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from house import ROOT, SRC, modules

UNIT = ROOT / "tests" / "unit"
EXCEPTIONS = Path(__file__).with_name("untested_modules.txt")
OF_THE_WHOLE = {"test_public_names.py", "test_init.py", "test_hostile.py", "test_suite.py"}
"""Unit tests of a whole room: its front door, what strangers do to it, the official suite."""
OF_VERBS = {"app", "cli"}
"""Rooms where a verb runs through several modules, so that tests may be named for the verb."""


def _exceptions() -> dict[str, str]:
    rows = [line.split("#")[0].split(None, 1) for line in EXCEPTIONS.read_text(encoding="utf-8").splitlines()]
    return {row[0]: row[1].strip() if len(row) > 1 else "" for row in rows if row}


def _expects_a_test(path: Path) -> bool:
    return path.name not in ("__init__.py", "__main__.py") and path.relative_to(SRC).parts[0] != "vocab"


def _test_of(path: Path) -> Path:
    return UNIT / path.relative_to(SRC).with_name(f"test_{path.name}")


@pytest.mark.parametrize("name", [name for name, path in modules().items() if _expects_a_test(path)])
def test_every_module_has_its_tests(name: str) -> None:
    there = _test_of(modules()[name]).is_file() or name in _exceptions()
    assert there, f"write {_test_of(modules()[name]).relative_to(ROOT)}; {EXCEPTIONS.name} may only shrink"


def test_exceptions_are_only_those_without_tests() -> None:
    done = [name for name in _exceptions() if name in modules() and _test_of(modules()[name]).is_file()]
    assert done == [], f"they have their tests now; take them off: PYTHONPATH=tests python {Path(__file__).name}"


def test_exceptions_name_modules_and_tests_that_exist() -> None:
    for name, tests in _exceptions().items():
        assert name in modules(), f"{name} is gone; take it off {EXCEPTIONS.name}"
        assert not tests or (ROOT / tests).exists(), f"{tests} is gone; it tested {name}"


def test_every_unit_test_has_its_module() -> None:
    wanted = {_test_of(path) for path in modules().values()}
    rooms = {UNIT / path.relative_to(SRC).parent / f"test_{path.parent.name}.py" for path in modules().values()}
    there = {
        path
        for path in UNIT.rglob("test_*.py")
        if path.name not in OF_THE_WHOLE and path.relative_to(UNIT).parts[0] not in OF_VERBS
    }
    assert sorted(str(p.relative_to(UNIT)) for p in there - wanted - rooms) == []


def _shrink() -> None:
    """Rewrites the list without what no longer belongs on it."""
    kept = []
    for line in EXCEPTIONS.read_text(encoding="utf-8").splitlines(keepends=True):
        name = line.split("#")[0].split(None, 1)[:1]
        if not name or (name[0] in modules() and not _test_of(modules()[name[0]]).is_file()):
            kept.append(line)
    EXCEPTIONS.write_text("".join(kept), encoding="utf-8")


if __name__ == "__main__":
    _shrink()
