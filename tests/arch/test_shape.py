"""Small files, no stray words: what a reader may rely on in every file."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from house import ROOT, SRC, modules, our_files, tree

MAX_LINES = 400
_PATHS = re.compile(r"(?<![\w.}~*/…-])/(?:" + "work|root|Users" + r")/\w")
"""A folder of one machine. `/tmp` may stand in examples and tests."""
_TEXT = {".py", ".md", ".toml", ".yml", ".yaml", ".json", ".jsonl", ".j2", ".txt", ".bib", ".sh", ""}


def _is_data(path: Path) -> bool:
    """True where a module holds nothing but tables."""
    allowed = (ast.Assign, ast.AnnAssign, ast.Expr, ast.Import, ast.ImportFrom)
    return all(isinstance(node, allowed) for node in tree(path).body)


@pytest.mark.parametrize("path", list(modules().values()), ids=lambda p: p.relative_to(SRC).as_posix())
def test_files_are_short_unless_they_are_tables(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= MAX_LINES or _is_data(path)


def test_only_the_command_line_prints() -> None:
    printing = [
        name
        for name, path in modules().items()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    found = []
    for path in our_files():
        if path.suffix in _TEXT and "fixtures" not in path.parts:
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                if _PATHS.search(line):
                    found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_every_file_ends_its_lines_with_lf() -> None:
    crlf = [p for p in our_files() if p.suffix in {".py", ".md", ".toml"} and b"\r\n" in p.read_bytes()]
    assert [str(p.relative_to(ROOT)) for p in crlf if "fixtures" not in p.parts] == []


def test_every_decision_that_code_cites_is_written() -> None:
    written = {path.name[:4] for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md")}
    cited = {n for path in modules().values() for n in re.findall(r"ADR-(\d{4})", path.read_text(encoding="utf-8"))}
    assert cited <= written


def test_every_decision_names_tests_that_exist() -> None:
    for page in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")):
        guard = page.read_text(encoding="utf-8").partition("## Confirmation")[2]
        files = [ROOT / name for name in re.findall(r"`(tests/[\w/]+\.py)`", guard)]
        assert files, f"{page.name} has no test that guards it"
        assert [f for f in files if not f.is_file()] == [], page.name
        code = "".join(f.read_text(encoding="utf-8") for f in files)
        missing = [name for name in re.findall(r"`(test_\w+)`", guard) if f"def {name}(" not in code]
        assert missing == [], page.name
