"""PDF and DOCX as plain text, through libraries of the optional extra `documents`.

Source: pypdfium2 (BSD/Apache, Google's PDFium) and python-docx (MIT) were taken for their licences, wheels for every
platform and speed; both load only when a document comes.
"""

from __future__ import annotations

import io
import re
from typing import Any

from pubtrack.errors import InputError, MissingExtra

__all__ = ["document_text", "is_document"]

_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
_HYPHEN = re.compile(r"(?<=[a-z])[\u00ad\ufffe\x02]\n?(?=[a-z])|(?<=[a-zäöüé])-\n(?=[a-zäöüé])")
"""A word parted at a line end; PDFium gives U+FFFE or 0x02 for a soft hyphen."""


def is_document(data: bytes) -> bool:
    """Tells whether the bytes are a PDF or a DOCX.

    >>> is_document(b"%PDF-1.7 ..."), is_document(b"Hello")
    (True, False)
    """
    return data[:1024].lstrip().startswith(_PDF) or (data.startswith(_ZIP) and b"word/" in data)


def document_text(data: bytes, name: str | None = None) -> str:
    """Gives the text of a PDF or DOCX, one paragraph or line a line; words parted at a line end are joined.

    Args:
        data: The whole file.
        name: Its name, for messages.

    Raises:
        MissingExtra: The extra `documents` is not installed.
        InputError: The bytes are no PDF or DOCX, or it cannot be opened.
    """
    if data[:1024].lstrip().startswith(_PDF):
        return _pdf_text(data)
    if data.startswith(_ZIP):
        return _docx_text(data)
    raise InputError("This is neither a PDF nor a DOCX file.", name)


def _pdf_text(data: bytes) -> str:
    try:
        import pypdfium2  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError as error:
        raise MissingExtra("documents", "reading PDF files") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError(f"The PDF cannot be opened: {error}.") from error
    try:
        pages = [_page_text(page) for page in document]
    finally:
        document.close()
    return _HYPHEN.sub("", "\n\n".join(pages))


def _page_text(page: Any) -> str:
    text_page = page.get_textpage()
    text: str = text_page.get_text_range()
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _docx_text(data: bytes) -> str:
    try:
        import docx  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError as error:
        raise MissingExtra("documents", "reading DOCX files") from error
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx lets zip, XML and key errors of a broken file through
        raise InputError(f"The DOCX file cannot be opened: {error}.") from error
    lines: list[str] = []
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            lines += ["\t".join(cell.text.strip() for cell in row.cells) for row in part.rows]
        else:
            lines.append(_heading_mark(part) + part.text)
    return "\n\n".join(line for line in lines if line.strip())


def _heading_mark(paragraph: Any) -> str:
    """A heading of the document stays one: a Markdown mark in front says so."""
    style = str(getattr(paragraph.style, "name", "") or "")
    level = re.match(r"(?:Heading|Überschrift|Titre|Título) (\d)", style)
    if level:
        return "#" * min(6, int(level[1])) + " "
    return "- " if style.startswith("List") else ""
