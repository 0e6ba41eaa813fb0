"""The reference is complete, and as the code is now."""

from __future__ import annotations

import json
import re

import click
import docs_reference
import pytest
from generate_docs import BLOCKS, filled

from house import ROOT, modules, project

REFERENCE = ROOT / "docs" / "reference"
PAGES = [ROOT / "docs" / "index.md", *sorted(REFERENCE.glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_generated_blocks_are_as_the_code_is_now(page) -> None:
    text = page.read_text(encoding="utf-8")
    assert text == filled(text), "run: python tools/generate_docs.py"


@pytest.mark.parametrize("name", docs_reference.schemas())
def test_schemas_are_as_the_models_are_now(name: str) -> None:
    written = json.loads((REFERENCE / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert written == docs_reference.schemas()[name], "run: python tools/generate_docs.py"


def test_every_block_that_can_be_generated_is_somewhere() -> None:
    texts = [path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]]
    used = {name for text in texts for name in re.findall(r"<!-- generated: ([a-z-]+) -->", text)}
    assert used == set(BLOCKS)


def test_every_command_is_documented() -> None:
    text = (REFERENCE / "command-line.md").read_text(encoding="utf-8")
    for name, command in docs_reference.all_commands():
        assert f"## pubtrack {name}\n" in text
        assert command.help, f"pubtrack {name} has no help"
        unsaid = [p.opts[0] for p in command.params if isinstance(p, click.Option) and not p.help and not p.hidden]
        assert unsaid == [], f"options of pubtrack {name} without help"


def test_every_setting_is_documented() -> None:
    text = (REFERENCE / "settings.md").read_text(encoding="utf-8")
    empty = [line for line in text.splitlines() if re.fullmatch(r"\| `\w+` \|.*\|\s*\|", line)]
    assert empty == [], "settings without a meaning"


def test_every_environment_variable_is_documented() -> None:
    text = (REFERENCE / "settings.md").read_text(encoding="utf-8")
    names = {
        name
        for path in modules().values()
        for name in re.findall(r"[\"']((?:PUBTRACK_[A-Z_]+)|NO_COLOR|SOURCE_DATE_EPOCH)[\"']", path.read_text("utf-8"))
    } - {"_PUBTRACK_COMPLETE"}
    assert {name for name in names if f"`{name}`" not in text} == set()


def test_what_files_hold_as_text_is_text_in_their_schema() -> None:
    defs = docs_reference.schemas()["record"]["$defs"]
    assert defs["Identifier"]["type"] == "string"
    pattern = re.compile(defs["Identifier"]["pattern"])
    for line in (ROOT / "bib" / "records.jsonl").read_text(encoding="utf-8").splitlines():
        assert all(pattern.match(i) for i in json.loads(line)["fields"].get("identifiers", []))


def test_the_version_stands_in_one_place_and_the_changelog_knows_it() -> None:
    import pubtrack

    version = project()["project"]["version"]
    assert pubtrack.__version__ == version
    heads = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert heads[0] in ("Unreleased", version)
    assert "Unreleased" in heads[0] or version in heads


def test_changelog_fragments_are_named_by_what_they_do() -> None:
    names = [path.name for path in (ROOT / "changelog.d").iterdir() if path.name != "README.md"]
    wrong = [name for name in names if not re.fullmatch(r"[a-z0-9-]+\.(added|changed|fixed|removed)\.md", name)]
    assert wrong == []


def test_the_quick_start_is_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^python3 .+$", readme, re.MULTILINE) == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/pubtrack build --out out",
        "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest",
    ]
