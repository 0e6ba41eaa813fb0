"""The documentation as a site: every page is there, no link is lost, search knows the words."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from house import ROOT


def test_every_page_of_the_site_lies_in_docs_and_leads_nowhere_else() -> None:
    """A link out of docs/ works in the repository and is lost on the site."""
    links = (
        (page, link)
        for page in sorted((ROOT / "docs").rglob("*.md"))
        for link in re.findall(r"\]\(((?!\w+:)[^)#\s]+)", page.read_text(encoding="utf-8"))
    )
    lost = [f"{p.name}: {link}" for p, link in links if not (p.parent / link).resolve().is_relative_to(ROOT / "docs")]
    assert lost == []


@pytest.mark.heavy
def test_the_site_builds_without_a_lost_link_and_can_be_searched(tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("zensical")
    if not program.exists():
        pytest.skip("needs zensical: pip install zensical")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    words = [str(program), "build", "--clean", "--strict"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    pages = {p.relative_to(tmp_path / "docs").with_suffix("") for p in (tmp_path / "docs").rglob("*.md")}
    for page in pages:
        folder = page.parent if page.name in ("index", "README") else page
        assert (tmp_path / "site" / folder / "index.html").is_file(), page
    words_known = json.dumps(json.loads((tmp_path / "site/search.json").read_text(encoding="utf-8")))
    assert "pubtrack doctor" in words_known
    assert "Awards and honours" in words_known
    schema = json.loads((tmp_path / "site/reference/schemas/pubtrack.schema.json").read_text(encoding="utf-8"))
    assert schema["$id"].endswith("/reference/schemas/pubtrack.schema.json")
