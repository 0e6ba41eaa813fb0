"""PDF and DOCX as text."""

from __future__ import annotations

import io
import sys

import pytest

from pubtrack.errors import InputError, MissingExtra
from pubtrack.readers.documents import document_text, is_document


def small_pdf(words: str) -> bytes:
    stream = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


def test_a_pdf_gives_its_words() -> None:
    pytest.importorskip("pypdfium2", reason="the extra documents is not installed")
    assert document_text(small_pdf("A Theory of Things")).strip() == "A Theory of Things"


def test_a_docx_gives_headings_paragraphs_and_rows() -> None:
    docx = pytest.importorskip("docx", reason="the extra documents is not installed")
    document = docx.Document()
    document.add_heading("Publications", 1)
    document.add_paragraph("A theory of things.", style="List Bullet")
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "2020", "Prize"
    data = io.BytesIO()
    document.save(data)
    assert is_document(data.getvalue())
    assert document_text(data.getvalue()) == "# Publications\n\n- A theory of things.\n\n2020\tPrize"


@pytest.mark.parametrize("data", [b"%PDF-1.4 broken", b"PK\x03\x04 broken", b"Hello", b""])
def test_what_cannot_be_opened_is_said_so(data: bytes) -> None:
    pytest.importorskip("pypdfium2", reason="the extra documents is not installed")
    pytest.importorskip("docx", reason="the extra documents is not installed")
    with pytest.raises(InputError):
        document_text(data, "cv.pdf")


@pytest.mark.parametrize(("module", "data"), [("pypdfium2", b"%PDF-1.4"), ("docx", b"PK\x03\x04word/")])
def test_a_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch, module: str, data: bytes) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra):
        document_text(data)
