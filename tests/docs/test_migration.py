"""What the guides for newcomers from other tools cannot show on a page: a CV in Word, papis itself."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from pubtrack.app.library import Library
from pubtrack.cli import main

LINES = (
    "Ruiz, D., & Costa, I. (2024). Shadows tell the height of trees. Journal of Forest Imaging, 12, 1-9. https://doi.org/10.5555/trees.2",
    "Ruiz, D. (2023). Counting trees from orbit: A benchmark for sparse forests. In Proceedings of EarthVision 2023.",
)


def test_a_cv_in_word_becomes_works_and_awards(tmp_path: Path, monkeypatch, capsys) -> None:
    docx = pytest.importorskip("docx", reason="needs python-docx: pip install 'pubtrack[documents]'")
    monkeypatch.chdir(tmp_path)
    document = docx.Document()
    document.add_heading("Dana Ruiz", 0)
    document.add_heading("Publications", 1)
    for line in LINES:
        document.add_paragraph(line, style="List Number")
    document.add_heading("Awards", 1)
    document.add_paragraph("Best Paper Award, EarthVision 2023", style="List Bullet")
    document.save("cv.docx")
    assert main(["read", "cv.docx"]) == 0
    assert "Shadows tell the height of trees" in capsys.readouterr().out
    assert main(["init", "--name", "Dana Ruiz"]) == 0
    assert main(["track", "cv.docx", "--yes"]) == 0
    library = Library("bib")
    assert {w.title for w in library.works.values()} == {
        "Shadows tell the height of trees",
        "Counting trees from orbit: A benchmark for sparse forests",
    }
    assert next(w for w in library.works.values() if w.doi).doi == "10.5555/trees.2"
    assert [award.name for award in library.awards] == ["Best Paper Award"]


@pytest.mark.heavy
@pytest.mark.skipif(
    shutil.which("papis") is None, reason="needs papis: pip install papis, in an environment of its own"
)
def test_what_papis_exports_is_taken_over_with_its_key(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "papers/ruiz").mkdir(parents=True)
    (tmp_path / "config/papis").mkdir(parents=True)
    (tmp_path / "config/papis/config").write_text(f"[papers]\ndir = {tmp_path / 'papers'}\n")
    (tmp_path / "papers/ruiz/info.yaml").write_text(
        "author: Ruiz, Dana\nauthor_list:\n- family: Ruiz\n  given: Dana\ndoi: 10.5555/trees.2\npapis_id: abc\n"
        "ref: RuizShadows2024\ntitle: Shadows Tell the Height of Trees\ntype: article\nyear: 2024\n"
    )
    told = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    told.pop("PYTHONPATH", None)
    words = ["papis", "-l", "papers", "export", "--all", "--format", "bibtex", "--out", str(tmp_path / "papis.bib"), ""]
    subprocess.run(words, env=told, check=True, capture_output=True)
    monkeypatch.chdir(tmp_path)
    assert main(["init", "--name", "Dana Ruiz"]) == 0
    assert main(["track", "papis.bib", "--yes"]) == 0
    assert Library("bib").works["RuizShadows2024"].doi == "10.5555/trees.2"
