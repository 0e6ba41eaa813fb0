"""What tests about the house itself share: its files and what each module imports."""

from __future__ import annotations

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src" / "pubtrack"


@cache
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@cache
def modules() -> dict[str, Path]:
    """Dotted name -> file, of every module of ours."""
    found = {}
    for path in sorted(SRC.rglob("*.py")):
        parts = path.relative_to(SRC.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def our_files() -> list[Path]:
    """Every file in git; every file in a copy that has no git."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode == 0:
        return [ROOT / name for name in done.stdout.decode().split("\0") if name and (ROOT / name).is_file()]
    folders = ("src", "tests", "docs", "tools", "benchmarks", "bib", "changelog.d", ".ci")
    found = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    return [p for p in found if not any(part[0] == "." for part in p.relative_to(ROOT).parts[1:-1])]


def imports(name: str, *, at_load: bool = False) -> set[str]:
    """Gives what a module imports: dotted names, ours as modules.

    With `at_load`, only what runs when the module is loaded: nothing inside functions or for type checkers.
    """
    found: set[str] = set()
    for node in _statements(tree(modules()[name]).body) if at_load else ast.walk(tree(modules()[name])):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: relative import"
            base = node.module or ""
            found |= {inner if (inner := f"{base}.{alias.name}") in modules() else base for alias in node.names}
    return found - {name}


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        yield node
        if isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.unparse(node.test):
            yield from _statements([*node.body, *node.orelse])
        elif isinstance(node, ast.Try):
            yield from _statements([*node.body, *node.orelse, *node.finalbody])
        elif isinstance(node, ast.With):
            yield from _statements(node.body)
