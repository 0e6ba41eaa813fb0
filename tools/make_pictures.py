"""Makes the pictures that README.md shows, from the example library: `python tools/make_pictures.py`.

Needs the optional parts `pdf` and `plots`, and besides `pip install playwright pillow` and Chromium (Debian: chromium).
Pictures are small: colours are reduced to a palette. Look at them before you commit them.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import pubtrack
from pubtrack.writers import WRITERS

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
_COLOURS = 64
"""Of a palette: text on a plain ground needs no more."""
_PAGE = {"width": 960, "height": 900}
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def _small(data: bytes, box: tuple[int, int, int, int] | None = None) -> bytes:
    """A PNG with a palette, or a part of it: left, top, right, bottom."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as opened:
        picture = opened.convert("RGB").crop(box) if box else opened.convert("RGB")
    made = io.BytesIO()
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()


def _page(library: pubtrack.Library) -> dict[str, bytes]:
    """The web page in both colours."""
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        library.build(folder, only=("site",))
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        made = {}
        for scheme in ("light", "dark"):
            context: Any = browser.new_context(color_scheme=scheme, viewport=_PAGE, device_scale_factor=1.5)
            page = context.new_page()
            page.goto((Path(folder) / "site" / "index.html").as_uri())
            page.locator("select[name=award]").select_option(label="With an award")
            made[f"page-{scheme}.png"] = _small(page.screenshot())
        browser.close()
    return made


def _cv(library: pubtrack.Library) -> bytes:
    """The upper part of the first page of the PDF."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "cv.typ"
        source.write_text(str(library.export("cv-typst")), encoding="utf-8")
        pages = typst.compile(str(source), format="png", ppi=110, ignore_system_fonts=True)
    first = pages[0] if isinstance(pages, list) else pages
    return _small(first, (0, 0, 909, 800))


def main() -> int:
    """Writes all of them."""
    os.environ["PUBTRACK_OFFLINE"] = "1"
    library = pubtrack.Library.open(ROOT / "bib")
    plots = WRITERS["plots"].write(library.view())
    made = {**_page(library), "cv.png": _cv(library), "works.png": _small(plots["works.png"])}
    PICTURES.mkdir(exist_ok=True)
    for name, data in made.items():
        (PICTURES / name).write_bytes(data)
        print(f"{(PICTURES / name).relative_to(ROOT)}  {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
