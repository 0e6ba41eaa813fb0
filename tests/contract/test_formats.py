"""What every format of `pubtrack formats` promises: a reviewed golden file, and hostile texts that stay texts.

Each format is read by a parser of its own world. A new format needs its reader here, or the first test fails.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import bibtexparser
import feedparser
import lxml.html
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from browser.library import career
from cv_library import FIXTURES, HOSTILE, OWNER, VIEW, assert_calm, assert_golden, hostile_view
from form_library import FORM_VIEW
from pubtrack.model import Award, Fields
from pubtrack.readers import READERS
from pubtrack.writers import WRITERS
from pubtrack.writers.view import Entry, LibraryView

NEEDS = {"cv-pdf": "typst", "cv-docx": "docx", "plots": "matplotlib", "cv-typst": "typst"}
"""Format -> module that it, or its reader, needs."""


def _view(name: str) -> LibraryView:
    """Every text hostile; the owner of `nsf-coa` must be found, or nobody is a co-author."""
    return replace(hostile_view(), owner=OWNER) if name == "nsf-coa" else hostile_view()


@cache
def _hostile(name: str) -> Any:
    pytest.importorskip(NEEDS.get(name, "lxml"))
    return WRITERS[name].write(_view(name))


# Readers: each raises, or fails, where the output is not well formed or something in it would run


def _bibtex(text: str) -> None:
    library = _parsed(text)
    assert len(library.entries) >= len(HOSTILE) - 3  # ORCID refuses works without a title


def _parsed(text: str) -> Any:
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    assert not re.search(r"(?<!textbackslash\{\})\\(?:input|write|immediate|openout|include)\b", text)
    return library


def _json(text: str) -> None:
    json.loads(text)
    assert '"javascript:' not in text


def _csl_json(text: str) -> None:
    assert len(json.loads(text)) == len(HOSTILE)


def _ris(text: str) -> None:
    reading = READERS["ris"](text)
    assert reading.issues == ()
    assert len(reading.works) == len(HOSTILE)


def _markdown(text: str) -> None:
    assert_calm(text)
    _no_code(MarkdownIt("commonmark").render(text))


def _html(text: str) -> None:
    assert_calm(text)
    _no_code(text)


def _no_code(html: str) -> None:
    for element in lxml.html.document_fromstring(html).iter(etree.Element):
        assert element.tag not in ("script", "iframe", "object", "embed", "img"), element.tag
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert not re.match(r"\s*(?:javascript|data|vbscript):", value, re.IGNORECASE)


def _text(text: str) -> None:
    assert_calm(text)
    assert "\n# three" not in text
    assert text.endswith("\n")


def _latex(text: str) -> None:
    assert_calm(text)
    calm = set(re.findall(r"\\[A-Za-z]+", "".join(WRITERS[n].write(VIEW) for n in WRITERS if n.startswith("cv-latex"))))
    escapes = {rf"\text{name}" for name in (
        "backslash", "asciicircum", "asciitilde", "less", "greater", "bar", "quotedbl", "asciigrave")}  # fmt: skip
    assert set(re.findall(r"\\[A-Za-z]+", text)) - calm - escapes <= {r"\allowbreak", r"\section", r"\subsection"}
    depth = 0
    for sign in re.sub(r"\\.", "", text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0


def _typst(text: str) -> None:
    import typst

    assert_calm(text)
    assert typst.compile(text.encode())[:4] == b"%PDF"


def _pdf(data: bytes) -> None:
    said = _pdf_text(data)
    assert "passwd" in said
    assert "root:" not in said


def _pdf_text(data: bytes) -> str:
    pdfium = pytest.importorskip("pypdfium2", reason="needs the extra documents")
    document = pdfium.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document)
    finally:
        document.close()


def _docx(data: bytes) -> None:
    import docx

    lines = [line.text for line in docx.Document(io.BytesIO(data)).paragraphs]
    assert any(r"\input{/etc/passwd}" in line for line in lines)
    assert_calm("".join(lines))


def _yaml(text: str) -> None:
    assert yaml.safe_load(text) is not None  # the safe loader refuses every tag that would make an object
    assert_calm(text)


def _files(files: Mapping[str, str]) -> None:
    """Data files of site generators: YAML, JSON, BibTeX, and pages with YAML before them."""
    for name, text in files.items():
        assert not name.startswith(("/", ".."))
        if name.endswith((".yml", ".yaml")):
            _yaml(text)
        elif name.endswith(".json"):
            json.loads(text)
        elif name.endswith(".bib"):
            _parsed(text)
        elif name.endswith(".md"):
            front, _, body = text.removeprefix("---\n").partition("\n---\n")
            _yaml(front)
            _no_code(MarkdownIt("commonmark").render(body) or "<p></p>")
        assert "<script" not in text or name.endswith("cite.bib"), name  # a file to download; nothing prints it


def _site(files: Mapping[str, str | bytes]) -> None:
    for name, data in files.items():
        text = data if isinstance(data, str) else data.decode()
        assert ".." not in name
        if name.endswith(".html"):
            _page(text)
        elif name.endswith(".json"):
            json.loads(text)
        elif name.endswith(".xml"):
            etree.fromstring(text.encode())
        elif name.endswith(".bib"):
            _bibtex(text)


def _page(html: str) -> None:
    """A page may load its own script, and hold data that no browser runs."""
    for element in lxml.html.document_fromstring(html).iter(etree.Element):
        if element.tag == "script":
            own = re.fullmatch(r"(?:\.\./)*assets/[\w.-]+", element.get("src") or "")
            assert own or element.get("type") in ("application/ld+json", "application/json")
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in ("href", "src") or not re.match(r"\s*(?:javascript:|data:(?!,$))", value, re.IGNORECASE)


def _feed(text: str) -> None:
    etree.fromstring(text.encode())
    read = feedparser.parse(text)
    assert not read.bozo
    assert all(entry.title_detail.type == "text/plain" for entry in read.entries)


def _plots(files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        if name.endswith(".svg"):
            tags = {etree.QName(element).localname for element in etree.fromstring(data).iter(etree.Element)}
            assert not tags & {"script", "image", "foreignObject"}
        else:
            assert data.startswith(b"\x89PNG")


def _csv(text: str) -> None:
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) > 10
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row)


def _wikidata(files: Mapping[str, str]) -> None:
    _markdown(files["check.md"])
    for line in files["commands.qs"].splitlines():
        assert re.fullmatch(
            r'(?:CREATE|(?:LAST|Q\d+)(?:\t!?[PL]\w+\t(?:Q\d+|\+[\dT:Z/-]+|(?:[a-z]+:)?"[^\t]*"))+)?', line
        )


READ: dict[str, Callable[[Any], None]] = {
    "bibtex": _bibtex,
    "biblatex": _bibtex,
    "csl-json": _csl_json,
    "ris": _ris,
    "cv-markdown": _markdown,
    "cv-html": _html,
    "cv-text": _text,
    "cv-latex": _latex,
    "cv-latex-moderncv": _latex,
    "cv-latex-awesome": _latex,
    "cv-typst": _typst,
    "cv-pdf": _pdf,
    "cv-docx": _docx,
    "cv-json-resume": _json,
    "cv-rendercv": _yaml,
    "json-ld": _json,
    "al-folio": _files,
    "hugo": _files,
    "jekyll": _files,
    "bibliography": _html,
    "site": _site,
    "feed": _feed,
    "grants": _markdown,
    "nsf-coa": _csv,
    "nsf-biosketch": _markdown,
    "nih-biosketch": _markdown,
    "tri-agency": _text,
    "erc": _text,
    "orcid-bibtex": _bibtex,
    "wikidata": _wikidata,
    "plots": _plots,
}
"""Format -> what reads it as its own world does."""


def test_every_format_is_read_here() -> None:
    assert set(READ) == set(WRITERS)


@pytest.mark.parametrize("name", sorted(READ))
def test_hostile_texts_leave_a_format_well_formed_and_nothing_runs(name: str) -> None:
    READ[name](_hostile(name))


@pytest.mark.parametrize("name", sorted(READ))
def test_hostile_texts_give_the_same_bytes_twice(name: str) -> None:
    assert WRITERS[name].write(_view(name)) == _hostile(name)


def _shown_site(files: Mapping[str, str | bytes]) -> str:
    """The names of its files, and what a reader sees of two pages: the look is tested in a browser."""
    pages = [name for name in ("index.html", "works/marlowe2025fog.html") if name in files]
    shown = [f"# {name}\n" for name in sorted(files)]
    for name in pages:
        page = lxml.html.document_fromstring(_text_of(files[name]))
        for code in page.xpath("//script|//style|//template"):
            code.drop_tree()
        lines = (" ".join(line.split()) for line in page.body.text_content().splitlines())
        shown.append(f"\n## {name}\n" + "\n".join(line for line in lines if line) + "\n")
    return "".join(shown)


def _text_of(data: str | bytes) -> str:
    return data if isinstance(data, str) else data.decode()


def _shown_plots(files: Mapping[str, bytes]) -> str:
    """The words of each plot: lines and places belong to the drawing library."""
    shown = []
    for name, data in sorted(files.items()):
        if name.endswith(".svg"):
            said = [text.strip() for text in etree.fromstring(data).xpath("//*[local-name()='text']//text()")]
            shown.append(f"# {name}\n" + "\n".join(word for word in said if word) + "\n")
    return "\n".join(shown)


ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
FORMS = ("grants", "nsf-coa", "nsf-biosketch", "nih-biosketch", "tri-agency", "erc", "orcid-bibtex", "wikidata")


@given(title=ANY, family=ANY, given_name=ANY, venue=ANY, award=ANY, status=ANY)
@settings(max_examples=60, deadline=None)
def test_no_text_at_all_breaks_a_form(
    title: str, family: str, given_name: str, venue: str, award: str, status: str
) -> None:
    people = [{"family": "Marlowe", "given": "Ada"}]
    name = {part: text for part, text in (("family", family), ("given", given_name)) if text.strip()}
    people += [name] if name else []
    said = {"title": title, "container_title": venue, "status": status}
    fields = Fields.model_validate({"type": "book", "author": people, **{n: v for n, v in said.items() if v.strip()}})
    view = LibraryView(
        works=(Entry("k", fields), Entry("calm", Fields(type="book", title="Calm", issued="2020"))),
        awards=(Award(id="a", name=award or "A", works=("k",)),),
        owner=OWNER,
    )
    for name in FORMS:
        made = WRITERS[name].write(view)
        if name == "orcid-bibtex":
            assert _parsed(made).entries[-1].key == "calm"
        elif name == "nsf-coa":
            assert {len(row) for row in csv.reader(io.StringIO(made))} == {7}
        else:
            READ[name](made)


GOLDEN: dict[str, Callable[[Any], str]] = {
    "bibtex": str,
    "biblatex": str,
    "csl-json": str,
    "ris": str,
    "bibliography": str,
    "feed": str,
    "cv-pdf": lambda data: _pdf_text(data) + "\n",
    "site": _shown_site,
    "plots": _shown_plots,
}
"""Formats whose golden file is kept here -> how it is shown for review; the others are kept beside their unit tests."""


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_the_output_is_as_reviewed(name: str) -> None:
    pytest.importorskip(NEEDS.get(name, "lxml"))
    told = {"openalex": {"marked": {2024: 40, 2025: 71}}}
    view = replace(career(), counts_by_year=told) if name == "plots" else FORM_VIEW
    assert_golden(name, GOLDEN[name](WRITERS[name].write(view)))


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_every_format_has_a_golden_file(name: str) -> None:
    assert (FIXTURES / f"{name}.out").is_file()
