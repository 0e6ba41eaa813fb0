"""Writes the parts of README.md and docs/ that the code knows best.

    python tools/generate_docs.py            fill marked blocks, write schemas and man page, refresh examples
    python tools/generate_docs.py --check    change nothing; fail where something is stale

A page asks for a block by `<!-- generated: NAME -->` and `<!-- end generated -->`; the names are those of `BLOCKS`.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import docs_examples
import docs_man
import docs_python
import docs_reference
import docs_sources

ROOT = Path(__file__).resolve().parent.parent
_DOCS = ROOT / "docs"
_BLOCK = re.compile(r"(<!-- generated: ([a-z-]+) -->\n)(.*?)(<!-- end generated -->)", re.DOTALL)


def _page_list(folder: str) -> Callable[[], str]:
    """Gives what lists the pages of a folder by their headings, for docs/index.md."""

    def listed() -> str:
        lines = []
        for page in sorted((_DOCS / folder).glob("*.md")):
            if page.name != "README.md":
                heading = page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
                lines.append(f"* [{heading}]({folder}/{page.name})")
        return "\n".join(lines)

    return listed


BLOCKS: dict[str, Callable[[], str]] = {
    "build-output": docs_examples.build_output,
    "commands": docs_reference.commands,
    "command-table": docs_reference.command_table,
    "errors": docs_reference.errors,
    "formats": docs_reference.formats,
    "library-files": docs_reference.library_files,
    "pages-explanation": _page_list("explanation"),
    "pages-howto": _page_list("howto"),
    "pages-reference": _page_list("reference"),
    "python": docs_python.reference,
    "settings": docs_reference.settings,
    "source-names": docs_reference.source_names,
    "sources-table": docs_sources.table,
}
"""Name of a marked block -> what fills it."""


def pages(root: Path = ROOT) -> list[Path]:
    """Gives every page whose blocks and examples are ours to keep true."""
    return [root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "docs").rglob("*.md"))]


def filled(text: str) -> str:
    """Gives a page with all marked blocks as the code has them now."""

    def fill(found: re.Match[str]) -> str:
        return f"{found[1]}{BLOCKS[found[2]]().strip()}\n{found[4]}"

    return _BLOCK.sub(fill, text)


def expected_files(failed: list[str]) -> Iterator[tuple[Path, str]]:
    """Gives each file with what it should hold; names in `failed` the pages whose examples do not run."""
    for page in pages():
        try:
            yield page, docs_examples.refreshed(filled(page.read_text(encoding="utf-8")))
        except docs_examples.ExampleFailed as error:
            failed.append(f"{page.relative_to(ROOT).as_posix()}: {error}")
    for name, schema in docs_reference.schemas().items():
        path = ROOT / "docs" / "reference" / "schemas" / f"{name}.schema.json"
        yield path, json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    yield ROOT / "man" / "pubtrack.1", docs_man.man_page()


def main() -> int:
    """Writes or checks; gives 1 where something was stale."""
    parser = argparse.ArgumentParser(description="Fill the generated parts of README.md and docs/.")
    parser.add_argument("--check", action="store_true", help="change nothing, fail where something is stale")
    check = parser.parse_args().check
    stale, failed = 0, list[str]()
    for path, text in expected_files(failed):
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        if old == text:
            continue
        stale += 1
        name = path.relative_to(ROOT).as_posix()
        if check:
            sys.stdout.writelines(
                difflib.unified_diff(old.splitlines(True), text.splitlines(True), name, "as the code is")
            )
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {name}")
    for failure in failed:
        print(failure, file=sys.stderr)
    if check and stale:
        print(f"{stale} stale files; run: python tools/generate_docs.py", file=sys.stderr)
    return int(bool(failed) or (check and stale > 0))


if __name__ == "__main__":
    sys.exit(main())
