"""Our engine beside the reference processor, over styles drawn with a fixed seed.

`CITEPROC_JS=.../node_modules PUBTRACK_SHARED=.../shared PYTHONPATH=tests python tests/csl_survey.py` writes
docs/reference/csl-differences.md. The npm package `citeproc` is a partner in this comparison and never shipped.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from pubtrack.csl import Style, styles
from pubtrack.csl.catalogue import find_style, locale_path

FIXTURES = Path(__file__).parent / "fixtures" / "csl"
PAGE = Path(__file__).parents[1] / "docs" / "reference" / "csl-differences.md"
SEED, COUNT = 5, 200


class Difference(NamedTuple):
    """An entry that is not the reference processor's, both as text without markup."""

    style: str
    item: str
    ours: str
    theirs: str


class Survey(NamedTuple):
    """The styles that were drawn, how many entries were compared, and those that differ."""

    styles: tuple[str, ...]
    compared: int
    differences: tuple[Difference, ...]

    @property
    def equal(self) -> float:
        """Share of equal entries, 0 to 1."""
        return 1 - len(self.differences) / self.compared


def ask(questions: list[dict]) -> list[dict]:
    """Gives the reference processor's answers."""
    lines = "\n".join(json.dumps(question) for question in questions)
    environment = {**os.environ, "NODE_PATH": os.environ["CITEPROC_JS"]}
    command = [str(shutil.which("node")), str(FIXTURES / "survey.cjs")]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, env=environment)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def survey(shared: Path) -> Survey:
    """Compares all entries of the drawn styles."""
    sys.path.insert(0, str(shared / "tools" / "csl"))
    try:
        import normalize
    finally:
        sys.path.pop(0)
    items = json.loads((FIXTURES / "survey.json").read_text("utf-8"))
    names = random.Random(SEED).sample(styles(dependent=False), COUNT)
    locales = str(locale_path("en-US").parent)
    questions = [{"style": find_style(name).read_text("utf-8"), "items": items, "locales": locales} for name in names]
    compared, differences = 0, []
    for name, answer in zip(names, ask(questions), strict=True):
        mine = {entry.id: entry.text for entry in Style.load(name).bibliography(items, links=False)}
        theirs, ids = answer.get("entries", []), answer.get("ids", [])
        ids = ids if len(theirs) == len(ids) else list(mine)
        for key, entry in zip(ids, theirs, strict=False):
            bare = re.sub(r'^\s*<div class="csl-entry">|</div>\s*$', "", entry)
            compared += 1
            if normalize.markup(bare) != normalize.markup(mine.get(key, "")):
                differences.append(Difference(name, key, normalize.text(mine.get(key, "")), normalize.text(bare)))
    return Survey(tuple(names), compared, tuple(differences))


def page(found: Survey) -> str:
    """Gives the page of the documentation."""
    by_style: dict[str, list[Difference]] = {}
    for difference in found.differences:
        by_style.setdefault(difference.style, []).append(difference)
    lines = [
        "# Where our engine differs from citeproc-js",
        "",
        f"{COUNT} styles drawn with seed {SEED}, {found.compared} entries: **{found.equal:.1%}** are equal with their markup, "
        f"{len(found.differences)} are not. Written by `tests/csl_survey.py`; whoever is right is not said here.",
        "",
        "## Styles that were drawn",
        "",
        ", ".join(
            f"{name} ({len(by_style[name])} differ)" if name in by_style else name for name in sorted(found.styles)
        )
        + ".",
        "",
        "## Entries that differ",
        "",
    ]
    for name in sorted(by_style):
        lines += [f"### {name}", ""]
        for one in by_style[name]:
            same = " (only the markup differs)" if one.ours == one.theirs else ""
            lines += [f"`{one.item}`{same}", "", "```text", f"ours:   {one.ours}", f"theirs: {one.theirs}", "```", ""]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(survey(Path(os.environ["PUBTRACK_SHARED"]))), encoding="utf-8")
