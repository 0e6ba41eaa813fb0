from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cv_library import VIEW, hostile_view, with_settings
from pubtrack.errors import ConfigError, MissingExtra
from pubtrack.writers.cv_pdf import typeset, write_cv_pdf
from pubtrack.writers.view import LibraryView


@pytest.fixture
def typst() -> Any:
    return pytest.importorskip("typst", reason="needs the extra pdf")


def test_without_the_extra_the_command_that_installs_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra, match=r"pip install 'pubtrack\[pdf\]'"):
        write_cv_pdf(VIEW)


@pytest.mark.usefixtures("typst")
@pytest.mark.parametrize("view", [VIEW, with_settings(numbered=True, counts=False), LibraryView()])
def test_the_same_view_gives_the_same_bytes_without_a_date(view: LibraryView) -> None:
    made = write_cv_pdf(view)
    assert made.startswith(b"%PDF-")
    assert made == write_cv_pdf(view)
    assert b"CreationDate" not in made


@pytest.mark.usefixtures("typst")
def test_hostile_texts_are_set_and_read_nothing(tmp_path: Path) -> None:
    made = write_cv_pdf(hostile_view())
    assert b"javascript:" not in made
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext to see the pages")
    path = tmp_path / "cv.pdf"
    path.write_bytes(made)
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()
    assert "root:" not in text
    assert '#read("/etc/passwd")' in text


@pytest.mark.usefixtures("typst")
@pytest.mark.parametrize(
    "source", ['#read("/etc/passwd")', '#read("../../etc/passwd")', "#nothing", '#image("cv.png")']
)
def test_a_template_sees_an_empty_folder(source: str) -> None:
    with pytest.raises(ConfigError, match=r"cv\.typ\.j2 does not compile"):
        typeset(source)


@pytest.mark.usefixtures("typst")
def test_today_is_the_same_every_day() -> None:
    assert typeset("#datetime.today().display()") == typeset("#datetime.today().display()")
