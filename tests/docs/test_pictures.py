"""README shows pictures that exist, are small, and can be made again."""

from __future__ import annotations

import re
import struct

import pytest

from house import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PICTURES = sorted((ROOT / "docs" / "pictures").iterdir())
MOST_BYTES = 100_000


def _shown() -> list[str]:
    return re.findall(r'(?:src|srcset)="([^"]+)"', README)


def test_every_picture_that_is_shown_is_there_and_none_besides() -> None:
    assert sorted(set(_shown())) == [path.relative_to(ROOT).as_posix() for path in PICTURES]
    assert {"page-light.png", "page-dark.png", "cv.png", "works.png"} == {path.name for path in PICTURES}


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_pictures_are_small_and_whole(path) -> None:
    data = path.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert data.endswith(b"IEND\xaeB`\x82")
    assert len(data) < MOST_BYTES
    assert width >= 600
    assert height >= 400


def test_every_picture_says_what_it_shows_and_how_it_is_made() -> None:
    assert all(re.search(r'alt="[^"]{20,}"', tag) for tag in re.findall(r"<img[^>]+>", README))
    assert "python tools/make_pictures.py" in README
    made = (ROOT / "tools" / "make_pictures.py").read_text(encoding="utf-8")
    assert all(path.stem.removesuffix("-light").removesuffix("-dark") in made for path in PICTURES)
