from __future__ import annotations

import json
import re
import shutil
import subprocess

import bibtexparser
import pytest

from cv_library import assert_calm, assert_golden, hostile_view, person
from form_library import FORM_VIEW
from pubtrack.model import WORK_TYPES, Fields, Owner
from pubtrack.writers.orcid_bibtex import orcid_type, write_orcid_bibtex
from pubtrack.writers.view import Entry, LibraryView

IMPORTED = {
    "article", "book", "booklet", "conference", "inbook", "incollection", "inproceedings", "manual", "mastersthesis",
    "misc", "phdthesis", "proceedings", "techreport", "unpublished",
}  # fmt: skip
"""Source: `bibToWorkTypeMap` of https://github.com/ORCID/orcid-angular, work-bibtex-modal.component.ts."""


def _one(**fields: object) -> str:
    return write_orcid_bibtex(LibraryView(works=(Entry("k", Fields.model_validate({"title": "T", **fields})),)))


def test_the_file_is_as_reviewed() -> None:
    assert_golden("orcid-bibtex", write_orcid_bibtex(FORM_VIEW))


@pytest.mark.parametrize("kind", WORK_TYPES)
def test_every_type_becomes_one_that_the_importer_knows(kind: str) -> None:
    assert orcid_type(Fields(type=kind), LibraryView())[0] in IMPORTED


def test_types_that_the_importer_cannot_tell_are_named_for_the_person() -> None:
    text = write_orcid_bibtex(FORM_VIEW)
    assert text.startswith("% ORCID's BibTeX import has no type for these; set it there by hand: ")
    assert "marlowe2026data (dataset)" in text.partition("\n")[0]
    assert "marlowe2025fog" not in text.partition("\n")[0]


def test_a_thesis_of_ones_own_is_no_students() -> None:
    master = {"type": "thesis", "genre": "Master's thesis", "author": (person("Li", "Ana"),)}
    fields = Fields.model_validate(master)
    assert orcid_type(fields, LibraryView(owner=Owner(name="Ana Li"))) == ("phdthesis", True)
    assert orcid_type(fields, LibraryView(owner=Owner(name="Ada Marlowe"))) == ("mastersthesis", True)


def test_arxiv_is_spelled_as_the_importer_compares_it() -> None:
    text = _one(type="article-journal", identifiers=("arxiv:2401.00001v3",))
    assert "eprint = {2401.00001}" in text
    assert "eprinttype = {arxiv}" in text


def test_a_past_name_is_never_sent() -> None:
    assert "Quill, Ada" not in write_orcid_bibtex(FORM_VIEW)


def test_titles_are_unicode_without_tags_and_commands() -> None:
    text = _one(title='The <span class="nocase">DNA</span> of <i>E. coli</i> & 5% {x} \\emph{y}}', issued="2020-05")
    assert r"title = {The DNA of E. coli \& 5\% x \textbackslash{}emphy}" in text
    assert "month = {may}" in text


def test_a_name_that_holds_and_stays_one_name() -> None:
    text = _one(author=({"literal": "ATLAS and CMS"}, {"family": "Li", "given": "Ana"}))
    assert r"author = {ATLAS \& CMS and Li, Ana}" in text


def test_works_without_title_are_left_out_and_said() -> None:
    assert _one(title=" ") == "% Left out, because they have no title: k\n"


def test_hostile_texts_read_as_they_were_written() -> None:
    text = write_orcid_bibtex(hostile_view())
    assert_calm(text)
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    titled = [e for e in hostile_view().entries if (e.fields.title or "").strip(" {}")]
    assert len(library.entries) == len(titled)
    assert not any("\\input" in str(entry["title"]).replace(r"\textbackslash{}input", "") for entry in library.entries)


def _importer() -> str:
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node and @orcid/bibtex-parse-js")
    there = subprocess.run([node, "-e", "require('@orcid/bibtex-parse-js')"], capture_output=True, check=False)
    if there.returncode:
        pytest.skip("needs @orcid/bibtex-parse-js: npm install, NODE_PATH")
    return node


@pytest.mark.heavy
@pytest.mark.parametrize("view", [FORM_VIEW, hostile_view()], ids=["career", "hostile"])
def test_orcids_own_parser_reads_every_entry(view: LibraryView) -> None:
    text = write_orcid_bibtex(view)
    code = "const p=require('@orcid/bibtex-parse-js');process.stdout.write(JSON.stringify(p.toJSON(require('fs').readFileSync(0,'utf8'))))"
    done = subprocess.run([_importer(), "-e", code], input=text.encode(), capture_output=True, check=True)
    read = json.loads(done.stdout)
    assert [entry["citationKey"] for entry in read] == re.findall(r"^@\w+\{(.+),$", text, re.MULTILINE)
    assert all(entry["entryTags"]["title"] for entry in read)
