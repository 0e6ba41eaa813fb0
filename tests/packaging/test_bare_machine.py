"""README's two commands on a machine that has nothing but Python, venv and pip."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import bare_machine
import pytest

SUITES = os.environ.get("BARE_SUITES", "bookworm trixie forky").split()
"""Debian's Pythons: 3.11, 3.13, 3.14 (November 2026)."""


def test_readme_has_two_commands_and_the_output_of_the_first() -> None:
    first, second = bare_machine.readme_commands()
    assert first.endswith("pubtrack build --out out")
    assert second.endswith("pytest")
    assert "12 works, 2 awards, 6 appointments." in bare_machine.readme_output()


@pytest.mark.heavy
@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0 or shutil.which("debootstrap") is None,
    reason="needs root and debootstrap: apt-get install debootstrap",
)
@pytest.mark.parametrize("suite", SUITES)
def test_both_commands_do_on_a_bare_debian_what_readme_says(suite: str, tmp_path: Path, socket_enabled: None) -> None:
    kept = os.environ.get("BARE_ROOTS")
    folder = Path(kept) / suite if kept else tmp_path / suite
    told = bare_machine.try_suite(suite, folder, os.environ.get("BARE_TESTS", "tests/unit/cli tests/library"))
    assert tuple(map(int, told.python.split(".")[:2])) >= (3, 11)
    assert " passed" in told.tests
    assert "failed" not in told.tests
