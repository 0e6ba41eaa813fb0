"""Makes a release: version, changelog and tag say the same.

    python tools/release.py 0.2.0

Sets the version in pyproject.toml and in the package, moves the fragments of changelog.d/ under a heading of
CHANGELOG.md, and says how to commit and tag. It refuses a version that is not above the present one.
"""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("added", "changed", "fixed", "removed")


def gathered(folder: Path) -> str:
    """Gives the text of all fragments, kind by kind."""
    parts = []
    for kind in KINDS:
        texts = [path.read_text(encoding="utf-8").strip() for path in sorted(folder.glob(f"*.{kind}.md"))]
        if texts:
            parts.append(f"### {kind.capitalize()}\n\n" + "\n".join(texts))
    return "\n\n".join(parts)


def with_release(changelog: str, version: str, day: str, text: str) -> str:
    """Gives the changelog with a new section before the last release."""
    head, _, rest = changelog.partition("## ")
    older = rest.partition("\n## ")[2] if rest.startswith("Unreleased") else rest
    section = f"## {version} - {day}\n\n{text}\n"
    return (
        head
        + "## Unreleased\n\nSee the fragments in [changelog.d](changelog.d/README.md).\n\n"
        + section
        + (f"\n## {older}" if older else "")
    )


def _numbers(version: str) -> tuple[int, ...]:
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise SystemExit(f"{version!r} is no version: write MAJOR.MINOR.PATCH")
    return tuple(int(part) for part in version.split("."))


def _set_version(path: Path, pattern: str, version: str) -> None:
    text, count = re.subn(
        pattern, rf"\g<1>{version}\g<2>", path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE
    )
    if count != 1:
        raise SystemExit(f"{path}: no version found")
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Does what the module says."""
    version = sys.argv[1] if len(sys.argv) == 2 else ""
    project = ROOT / "pyproject.toml"
    present = re.search(r'^version = "(.+)"', project.read_text(encoding="utf-8"), re.MULTILINE)
    if not present or _numbers(version) <= _numbers(present[1]):
        raise SystemExit(f"{version} is not above the present version")
    text = gathered(ROOT / "changelog.d")
    if not text:
        raise SystemExit("changelog.d holds no fragment: nothing to release")
    _set_version(project, r'^(version = ").+(")', version)
    _set_version(ROOT / "src" / "pubtrack" / "__init__.py", r'^(__version__ = ").+(")', version)
    changelog = ROOT / "CHANGELOG.md"
    day = datetime.now(UTC).date().isoformat()
    changelog.write_text(with_release(changelog.read_text(encoding="utf-8"), version, day, text), encoding="utf-8")
    for path in (ROOT / "changelog.d").glob("*.md"):
        if path.name != "README.md":
            path.unlink()
    print(f'Look at the diff, then: git commit -am "Release {version}" && git tag -a v{version} -m "{version}"')


if __name__ == "__main__":
    main()
