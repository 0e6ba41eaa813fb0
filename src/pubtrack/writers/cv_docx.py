"""The CV as a Word document."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from pubtrack.csl import Run
from pubtrack.errors import MissingExtra
from pubtrack.markup.escape import safe_url
from pubtrack.writers.calm_text import calm
from pubtrack.writers.cv import Cv, Group, Item, Section, compose_cv
from pubtrack.writers.view import LibraryView

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

__all__ = ["same_every_day", "write_cv_docx"]

_SOFT, _ACCENT, _GOLD, _ALARM = "5A636D", "0B4F8A", "8A5A00", "A40E26"
_FONT = "Calibri"
"""Word has it; LibreOffice puts the equally wide Carlito in its place."""
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can state."""


def write_cv_docx(view: LibraryView) -> bytes:
    """Gives the CV as DOCX with real headings, so that Word shows its outline; the same bytes for the same view.

    Raises:
        MissingExtra: python-docx is not installed.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingExtra("docx", "Writing a Word document") from error
    document = docx.Document()
    cv = compose_cv(view)
    _set_up(document, cv)
    _Body(document, cv).write()
    made = io.BytesIO()
    document.save(made)
    return same_every_day(made.getvalue())


def same_every_day(archive: bytes) -> bytes:
    """Gives a zip archive with its members in the same order and without their times."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, _MOMENT)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
            new.writestr(member, old.read(name))
    return made.getvalue()


def _set_up(document: Any, cv: Cv) -> None:
    from datetime import datetime

    from docx.shared import Cm, Pt, RGBColor

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    page.top_margin = page.bottom_margin = Cm(2.1)
    about = document.core_properties
    about.title = about.author = about.last_modified_by = calm(cv.title)[:255]  # the length that the format allows
    about.comments, about.created, about.modified = "", datetime(*_MOMENT), datetime(*_MOMENT)
    sizes = {"Normal": (10.5, None), "Title": (22, None), "Heading 1": (13, _ACCENT), "Heading 2": (11, None)}
    for name, (size, colour) in {**sizes, "Heading 3": (10, _SOFT)}.items():
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour or "1B1F24")
        style.element.get_or_add_rPr().rFonts.set(_w("eastAsia"), _FONT)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # else the template's theme font wins
            style.element.rPr.rFonts.attrib.pop(_w(theme), None)
        style.paragraph_format.space_before = Pt(0 if name in ("Normal", "Title") else size)
        style.paragraph_format.space_after = Pt(4)
        style.font.bold = name != "Normal"
    _rule_below(document.styles["Heading 1"])
    border = document.styles["Title"].element.pPr.find(_w("pBdr"))
    if border is not None:
        document.styles["Title"].element.pPr.remove(border)


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def _rule_below(style: Any) -> None:
    from docx.oxml import OxmlElement

    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in {"val": "single", "sz": "4", "space": "2", "color": "D0D7DE"}.items():
        line.set(_w(name), value)
    borders.append(line)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


class _Body:
    """Writes sections into a document."""

    def __init__(self, document: Any, cv: Cv) -> None:
        self._document, self._cv = document, cv

    def write(self) -> None:
        cv, owner = self._cv, self._cv.owner
        self._document.add_paragraph(calm(cv.title), style="Title")
        if owner and (owner.orcid or owner.homepage):
            line = self._document.add_paragraph()
            if owner.orcid:
                _link(line, f"https://orcid.org/{owner.orcid}", f"orcid.org/{owner.orcid}")
            if owner.homepage:
                line.add_run("  ·  " if owner.orcid else "")
                _link(line, owner.homepage, owner.homepage)
        for section in cv.sections:
            self._section(section)

    def _section(self, section: Section) -> None:
        count = section.count if section.of_works else None
        self._heading(section.title, 1, count)
        for group in section.groups:
            self._group(group, 2, section.of_works)
        if section.id == self._cv.last_of_works and self._cv.legend:
            line = self._document.add_paragraph()
            for number, (sign, meaning) in enumerate(self._cv.legend):
                _coloured(line, "; " if number else "", _SOFT)
                _coloured(line, sign, _SOFT).font.superscript = True
                _coloured(line, f" {meaning}", _SOFT)

    def _heading(self, title: str, level: int, count: int | None) -> None:
        line = self._document.add_paragraph(calm(title), style=f"Heading {level}")
        if self._cv.counts and count is not None:
            _coloured(line, f"  {count}", _SOFT).font.bold = False

    def _group(self, group: Group, level: int, of_works: bool) -> None:
        if group.title:
            self._heading(group.title, min(level, 3), group.count)
        dated = not of_works and any(item.when for item in group.items)
        for item in group.items:
            self._item(item, dated)
        for inner in group.groups:
            self._group(inner, level + 1, of_works)

    def _item(self, item: Item, dated: bool) -> None:
        from docx.shared import Cm, Pt

        line = self._document.add_paragraph()
        indent = Cm(2.8 if dated else 1 if item.number else 0.7)
        layout = line.paragraph_format
        layout.left_indent, layout.first_line_indent, layout.space_after = indent, -indent, Pt(2 if dated else 4)
        if dated or item.number:
            layout.tab_stops.add_tab_stop(indent)
            _coloured(line, f"{item.number}." if item.number else item.when or "", _SOFT)
            line.add_run("\t")
        if item.selected:
            _coloured(line, "★ ", _GOLD)
        for run in item.runs:
            _run(line, run)
        for flag in item.flags:
            _coloured(line, f" {flag.upper()}", _ALARM).font.bold = True
        for badge in item.badges:
            _coloured(line, f" ★\u00a0{calm(badge)}", _GOLD).font.bold = True
        for link in item.links:
            line.add_run(" ")
            _link(line, link.url, link.label)


def _coloured(line: Paragraph, text: str, colour: str) -> Any:
    from docx.shared import RGBColor

    run = line.add_run(calm(text))
    run.font.color.rgb = RGBColor.from_string(colour)
    return run


def _run(line: Paragraph, run: Run) -> None:
    target = run.value("link")
    made = _link(line, target, run.text) if target else line.add_run(calm(run.text))
    raised = run.value("vertical-align")
    wanted = {
        "italic": run.italic,
        "bold": run.bold,
        "superscript": raised == "sup",
        "subscript": raised == "sub",
        "small_caps": run.value("font-variant") == "small-caps",
        "underline": run.value("text-decoration") == "underline",
    }
    for name in (name for name, is_wanted in wanted.items() if is_wanted):
        setattr(made.font, name, True)


def _link(line: Paragraph, url: str, text: str) -> Any:
    """A run inside a hyperlink; plain where the address is not safe to follow. python-docx has no verb for it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = _coloured(line, text, _ACCENT)
    target = safe_url(url)
    if target:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), _relation(line.part.rels, calm(target)))
        run._r.addprevious(link)
        link.append(run._r)
    return run


def _relation(relations: Any, target: str) -> str:
    """The id of a new relation; python-docx's own verb looks through all of them first, for each link."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    name = f"rIdLink{len(relations)}"
    relations.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, target, name, is_external=True)
    return name
