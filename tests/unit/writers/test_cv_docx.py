from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cv_library import VIEW, assert_calm, assert_golden, hostile_view, with_settings
from pubtrack.errors import MissingExtra
from pubtrack.writers.cv_docx import same_every_day, write_cv_docx
from pubtrack.writers.view import LibraryView


@pytest.fixture
def docx() -> Any:
    return pytest.importorskip("docx", reason="needs the extra docx")


def _shown(docx: Any, made: bytes) -> str:
    """Paragraphs as style and text, bold stretches marked."""
    lines = []
    for line in docx.Document(io.BytesIO(made)).paragraphs:
        parts = [
            f"[{part.text}]({part.url})" if hasattr(part, "url") else f"**{part.text}**" if part.bold else part.text
            for part in line.iter_inner_content()
        ]
        lines.append(f"{line.style.name}: {''.join(parts)}")
    return "\n".join(lines) + "\n"


def test_without_the_extra_the_command_that_installs_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtra, match=r"pip install 'pubtrack\[docx\]'"):
        write_cv_docx(VIEW)


def test_the_cv_is_as_reviewed(docx: Any) -> None:
    assert_golden("cv-docx", _shown(docx, write_cv_docx(VIEW)))


@pytest.mark.usefixtures("docx")
@pytest.mark.parametrize("view", [VIEW, with_settings(numbered=True, counts=False), LibraryView()])
def test_the_same_view_gives_the_same_bytes_without_a_time(view: LibraryView) -> None:
    made = write_cv_docx(view)
    assert made == write_cv_docx(view)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "2013" not in archive.read("docProps/core.xml").decode()


def test_hostile_texts_stay_texts(docx: Any) -> None:
    made = write_cv_docx(hostile_view())
    assert_calm(_shown(docx, made).replace("](javascript:", ""))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        targets = archive.read("word/_rels/document.xml.rels").decode()
        assert "javascript" not in targets
        document = archive.read("word/document.xml").decode()
    assert "instrText" not in document
    assert "fldSimple" not in document


def test_zip_members_keep_their_bytes() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "text")
    with zipfile.ZipFile(io.BytesIO(same_every_day(made.getvalue()))) as archive:
        assert archive.read("a.txt") == b"text"


@pytest.mark.heavy
@pytest.mark.usefixtures("docx")
@pytest.mark.parametrize("view", [VIEW, hostile_view()])
def test_libreoffice_opens_it(view: LibraryView, tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("needs LibreOffice (Debian: libreoffice-writer-nogui)")
    (tmp_path / "cv.docx").write_bytes(write_cv_docx(view))
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "pdf",
        "cv.docx",
    ]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert (tmp_path / "cv.pdf").stat().st_size > 5000
