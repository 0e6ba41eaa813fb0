"""Nothing is kept for tests that no test uses."""

from __future__ import annotations

import ast
from pathlib import Path

from house import ROOT, tree

TESTS = ROOT / "tests"
FIXTURES = TESTS / "fixtures"


def _test_code() -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in TESTS.rglob("*.py")}


def test_every_fixture_function_is_used() -> None:
    defined, used = {}, set()
    for path in TESTS.rglob("*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef):
                used |= {arg.arg for arg in (*node.args.args, *node.args.kwonlyargs)}
                marks = [ast.unparse(mark) for mark in node.decorator_list]
                if any(mark.startswith("pytest.fixture") and "autouse=True" not in mark for mark in marks):
                    defined[node.name] = path
            elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("usefixtures", "getfixturevalue")):
                used |= {str(arg.value) for arg in node.args if isinstance(arg, ast.Constant)}
    assert {name: str(path) for name, path in defined.items() if name not in used} == {}


def test_every_fixture_file_is_named_by_a_test() -> None:
    """By its name, or by the folder it lies in."""
    code = "\n".join(_test_code().values())
    unused = []
    for path in sorted(p for p in FIXTURES.rglob("*") if p.is_file()):
        names = {path.name, path.name.split(".")[0], path.suffix, *path.relative_to(FIXTURES).parts[:-1]}
        if not any(f'"{name}"' in code or f"/{name}" in code for name in names if name):
            unused.append(str(path.relative_to(ROOT)))
    assert unused == []


def test_inputs_and_expected_outputs_come_in_pairs() -> None:
    ins = {str(p).replace(".in.json", "") for p in FIXTURES.rglob("*.in.json")}
    outs = {str(p).replace(".out.json", "") for p in FIXTURES.rglob("*.out.json")}
    assert ins == outs
