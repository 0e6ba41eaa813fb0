"""A citation style, ready to format: the public face of the engine.

Source: https://docs.citationstyles.org/en/stable/specification.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from pubtrack.csl.catalogue import find_style, parent_of
from pubtrack.csl.compile import Area, Compiler
from pubtrack.csl.elements import Element, parse_xml
from pubtrack.csl.locales import load_locale
from pubtrack.csl.processor import Compiled, Processor
from pubtrack.csl.runs import Entry
from pubtrack.csl.state import Environment
from pubtrack.errors import InputError

__all__ = ["Bibliography", "Style"]


class Bibliography(list[Entry]):
    """Formatted references, with how to set them.

    Attributes:
        hanging_indent: Whether the first line sticks out.
        second_field_align: `flush`, `margin` or None: whether the first field stands in a column of its own.
        line_spacing: Lines per line, 1 is single.
        entry_spacing: Empty lines between entries.
        issues: What was repaired or left out in the items, one sentence each, the item's id first.
    """

    def __init__(self, entries: Iterable[Entry], options: Mapping[str, str], issues: Iterable[str] = ()) -> None:
        super().__init__(entries)
        self.issues: tuple[str, ...] = tuple(issues)
        self.hanging_indent: bool = options.get("hanging-indent") == "true"
        self.second_field_align: str | None = options.get("second-field-align")
        self.line_spacing: int = _count(options.get("line-spacing"), 1)
        self.entry_spacing: int = _count(options.get("entry-spacing"), 1)


def _count(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() else default


class Style:
    """A compiled citation style. Make one with `Style.load`."""

    def __init__(self, root: Element, id: str = "", default_locale: str | None = None) -> None:
        self.root: Element = root
        self.id: str = id
        self.default_locale: str | None = default_locale or root.attrs.get("default-locale")
        self._compiled: dict[str, Compiled] = {}

    @classmethod
    def load(cls, source: str | Path) -> Style:
        """The style for an id, a file, or the XML itself; loaded once.

        Raises:
            NotFoundError: No style has that id; its suggestions are the nearest ids.
            InputError: The file cannot be read or is no style.
        """
        if isinstance(source, Path):
            return _from_file(source)
        text = source.lstrip("\ufeff \t\r\n")
        if text.startswith("<"):
            return cls._from_xml(text)
        if source.endswith((".csl", ".xml")) and Path(source).is_file():
            return _from_file(Path(source))
        return _installed(source)

    @classmethod
    def _from_xml(cls, data: str | bytes, path: str | None = None, id: str = "") -> Style:
        root = parse_xml(data, path)
        if root.tag != "style":
            raise InputError(f"'{root.tag}' is no CSL style: its root element must be 'style'.", path)
        parent = parent_of(root)
        if parent and root.find("citation") is None:
            base = _installed(parent)
            return cls(base.root, id or base.id, root.attrs.get("default-locale") or base.default_locale)
        return cls(root, id)

    @property
    def title(self) -> str:
        """The style's title."""
        info = self.root.find("info")
        title = info.find("title") if info else None
        return title.text.strip() if title else ""

    @property
    def is_note_style(self) -> bool:
        """Whether citations go into notes."""
        return self.root.attrs.get("class") == "note"

    @property
    def has_bibliography(self) -> bool:
        """Whether the style has a bibliography."""
        return self.root.find("bibliography") is not None

    def compiled(self, locale: str | None = None) -> Compiled:
        """The style's nodes for a locale; built once."""
        lang = locale or self.default_locale or "en-US"
        if lang not in self._compiled:
            env = Environment(load_locale(lang, self.root.find_all("locale")), self.root.attrs)
            compiler = Compiler(self.root, env)
            areas: dict[str, Area | None] = {
                name: compiler.area(name) for name in ("citation", "bibliography", "intext")
            }
            self._compiled[lang] = Compiled(env, areas)
        return self._compiled[lang]

    def bibliography(
        self,
        items: Iterable[Any],
        format: str = "html",
        locale: str | None = None,
        sort: bool = True,
        links: bool = True,
        abbreviations: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Bibliography:
        """The items as formatted references.

        Args:
            items: CSL-JSON mappings; dirty data is repaired or left out.
            format: html, text, markdown, latex, typst, rtf or runs.
            locale: A language tag; by default the style's own or `en-US`.
            sort: Whether the style's order is used; otherwise the order given.
            links: Whether URLs and DOIs become links.
            abbreviations: Per variable, long forms and the short forms that `form="short"` shows instead.
        """
        processor = Processor(self.compiled(locale), items, abbreviations)
        entries = processor.bibliography(format, sort, links)
        return Bibliography(entries, processor.bibliography_options, processor.issues)

    def citations(
        self,
        clusters: Sequence[Any],
        items: Iterable[Any],
        format: str = "html",
        locale: str | None = None,
        links: bool = True,
        uncited: bool = False,
    ) -> list[Entry]:
        """Citations in a text, in the order of the text.

        Args:
            clusters: Each a list of cites or a mapping with `items` and `note`; a cite is an id or a mapping with `id`,
                `locator`, `label`, `prefix`, `suffix`, `suppress-author`, `author-only`.
            items: CSL-JSON mappings with all that is cited.
            format: As for `bibliography`.
            locale: As for `bibliography`.
            links: As for `bibliography`.
            uncited: Whether items that no cite names count for numbers and disambiguation too.
        """
        return Processor(self.compiled(locale), items).citations(clusters, format, links, uncited)


@lru_cache(maxsize=64)
def _installed(name: str) -> Style:
    path = find_style(name)
    return Style._from_xml(path.read_bytes(), str(path), path.stem)


def _from_file(path: Path) -> Style:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path) from error
    return Style._from_xml(data, str(path), path.stem)
