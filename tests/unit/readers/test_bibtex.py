"""BibTeX files as works."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counting import no_hang
from pubtrack.errors import InputError
from pubtrack.readers.bibtex import read_bibtex
from pubtrack.readers.decode import decode
from pubtrack.writers.biblatex import write_biblatex
from pubtrack.writers.bibtex import write_bibtex
from pubtrack.writers.latex_values import balanced
from pubtrack.writers.view import Entry, LibraryView

LIBRARY = r"""
@string{acl = "Proceedings of ACL"}
@inproceedings{jin2024,
  title     = {{On the {BERT} of \emph{E. coli}}},
  author    = "Jin, Zhijing and Sch{\"o}lkopf, Bernhard and {The {LLM} Group}",
  booktitle = acl # { 2024},
  pages     = {12--19},
  year      = 2024, month = jul,
  award     = {Best Paper \& Award},
}
@incollection(child, title = "A chapter # one", crossref = {Parent}, pages = {1})
@book{Parent, title = {The Book}, editor = {Ed, An}, year = 1999, publisher = {P}, doi = {10.1000/b}, abstract = {B}}
@xdata{shared, publisher = {XP}, location = {Berlin}}
@book{user, title = t # {x}, xdata = {shared}, year = {2000}}
@comment{nothing}
@inbook{inner, title = {I}, crossref = {outer}}
@mvbook{outer, author = {Au, Thor}, title = {Outer}, subtitle = {Sub}, crossref = {inner}}
"""


def _works() -> dict[str | None, object]:
    return {work.key: work for work in read_bibtex(LIBRARY).works}


def test_entries_are_works_and_everything_else_is_not() -> None:
    assert list(_works()) == ["jin2024", "child", "Parent", "user", "inner", "outer"]


def test_a_title_is_given_as_it_stands_and_as_it_reads() -> None:
    work = read_bibtex(LIBRARY).works[0]
    assert work.title == r"{On the {BERT} of \emph{E. coli}}"
    assert work.title_plain == "On the BERT of E. coli"
    assert LIBRARY[work.start : work.end] == work.title
    assert read_bibtex(LIBRARY).works[1].title == "A chapter # one"


def test_macros_months_and_people_are_resolved() -> None:
    fields = read_bibtex(LIBRARY).works[0].fields
    assert fields is not None
    assert (fields.container_title, str(fields.issued)) == ("Proceedings of ACL 2024", "2024-07")
    assert [p.name for p in fields.author] == ["Zhijing Jin", "Bernhard Schölkopf", "The LLM Group"]
    assert fields.custom == {"award": "Best Paper & Award"}


def test_a_child_takes_from_its_parent_what_a_child_may() -> None:
    fields = next(w.fields for w in read_bibtex(LIBRARY).works if w.key == "child")
    assert fields is not None
    assert (fields.container_title, fields.publisher, fields.year, fields.page) == ("The Book", "P", 1999, "1")
    assert fields.editor[0].family == "Ed"
    assert (fields.doi, fields.abstract) == (None, None)
    assert [str(r) for r in fields.relations] == ["part-of Parent"]


def test_shared_data_is_filled_in() -> None:
    fields = next(w.fields for w in read_bibtex(LIBRARY).works if w.key == "user")
    assert fields is not None
    assert (fields.publisher, fields.publisher_place, fields.title) == ("XP", "Berlin", "tx")


def test_circles_of_parents_end() -> None:
    fields = next(w.fields for w in read_bibtex(LIBRARY).works if w.key == "inner")
    assert fields is not None
    assert fields.container_title == "Outer: Sub"
    assert fields.container_author[0].family == "Au"


def test_what_cannot_be_read_is_told_with_its_line() -> None:
    reading = read_bibtex("@book{a, title = {A}}\n\n@book{b, title = {never closed\n\n@book{a, title = {C}}\n")
    assert {"duplicate-key"} <= {issue.check for issue in reading.issues}
    assert any(issue.line == 3 for issue in reading.issues)
    assert [work.key for work in reading.works if work.title == "C"] == ["a"]


def test_an_entry_without_title_stands_where_it_stands() -> None:
    text = "\n@book{a, year = 2000}"
    work = read_bibtex(text).works[0]
    assert (work.title, text[work.start : work.end]) == (None, "@book{a, year = 2000}")
    assert read_bibtex("@book{a, title = {}}").works[0].title is None


def test_an_entry_without_a_key_has_none() -> None:
    assert read_bibtex("@book{, title = {T}}").works[0].key is None


def test_bytes_that_are_no_utf_8_read_as_windows_1252() -> None:
    work = read_bibtex("@book{a, title = {G\udcf6del}}").works[0]
    assert (work.title, work.title_plain) == (None, "Gödel")


def test_an_entry_that_no_text_can_hold_is_told() -> None:
    reading = read_bibtex("@book{a\udcf6, title = {T}}\n@book{b, title = {T}}")
    assert [work.key for work in reading.works] == ["b"]
    assert any(issue.check == "broken-entry" for issue in reading.issues)


def test_prose_is_no_bibtex() -> None:
    assert [issue.check for issue in read_bibtex("words").issues] == ["no-entry"]


def test_a_crossref_to_nowhere_and_an_empty_title_do_no_harm() -> None:
    works = read_bibtex("@book{a, title = {}, crossref = {none}, xdata = {none}}\n@book{b, title = {{}}}").works
    assert [work.title for work in works] == [None, "{}"]


TEX = st.lists(
    st.sampled_from(
        ["Deep", "learning", "{BERT}", "{L}arge", r"{\"o}", r"\'{e}", r"\emph{it}", r"\textbf{b}", "$x_1^2$", r"\&", r"\%", "~", "--",
         "``q''", r"{\ss}", r"\textsuperscript{2}", "é", "中文", "{", "}", "\\", "_", "^", "$", "#", "<i>", "</i>", "a < b", r"\LaTeX", "'"]
    ),
    max_size=8,
).map(" ".join).filter(balanced)  # fmt: skip
NAME = st.sampled_from(
    ["Jin, Zhijing", "van der Berg, Jan", "{NASA and ESA}", r"G{\"o}del, Kurt", "King, Jr., M. L.", "Zhijing Jin", "others", "de, x",
     "{de} la Cruz, J.", "Li", "A {B C} D", "family=X, given=Y, prefix=von", ", J", "{\\'E}mile", "{A}, {B}, {C}", "al-Farabi, a"]
)  # fmt: skip
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "title": TEX,
        "subtitle": TEX,
        "booktitle": TEX,
        "journal": TEX | st.just("CoRR"),
        "note": TEX,
        "award": TEX,
        "xodd": TEX,
        "author": st.lists(NAME, min_size=1, max_size=4).map(" and ".join),
        "editor": NAME,
        "year": st.sampled_from(["2024", "1998--2000", "in press", "c. 1850", "2001a", "May 2001", "0"]),
        "month": st.sampled_from(["jul", "7", "July 4", "May--June", "14", "x"]),
        "day": st.sampled_from(["4", "31", "1--3"]),
        "date": st.sampled_from(["2024-07", "2024-07-01/2024-07-03", "2024-21", "Jan", "1850~"]),
        "pages": st.sampled_from(["1--9", "1-9", "e12", "i--xii, 1--3"]),
        "number": st.just("3"),
        "issue": st.just("Spring"),
        "type": st.sampled_from(["phdthesis", "Thesis", "Poster", "x y"]),
        "entrysubtype": st.sampled_from(["magazine", "speech", "odd"]),
        "entrytype": st.just("x"),
        "doi": st.sampled_from(["10.1000/x", r"10.1000/a\_b", "bad"]),
        "url": st.sampled_from(
            ["http://x.org/a_b", "https://arxiv.org/abs/2407.02273", "bad url", r"http://x.org/\~{}a"]
        ),
        "howpublished": st.sampled_from([r"\url{http://y.org}", "Paper"]),
        "eprint": st.sampled_from(["2407.02273", "x"]),
        "archiveprefix": st.sampled_from(["arXiv", "jstor"]),
        "primaryclass": st.just("cs.CL"),
        "isbn": st.sampled_from(["978-0-306-40615-7", "bad", "0306406152, 9798891761957"]),
        "keywords": st.sampled_from(["a, b", "a; b, c", "one"]),
        "language": st.sampled_from(["English", "ngerman", "Klingon"]),
        "langid": st.sampled_from(["english", "french"]),
        "publisher": st.just("P"),
        "school": st.just("S"),
        "institution": st.just("I"),
        "xref": st.just("p"),
        "related": st.just("a,b"),
        "relatedtype": st.sampled_from(["translationof", "odd"]),
    },
)
TYPES = ["article", "book", "misc", "inproceedings", "phdthesis", "mastersthesis", "thesis", "techreport", "online", "proceedings",
         "unpublished", "inbook", "software", "conference", "odd", "mvbook"]  # fmt: skip


@given(kind=st.sampled_from(TYPES), raw=VALUES)
@settings(max_examples=300, deadline=None)
@pytest.mark.parametrize("write", [write_bibtex, write_biblatex])
def test_reading_writing_and_reading_gives_the_same(write: object, kind: str, raw: dict[str, str]) -> None:
    entry = "".join(f"  {name} = {{{value}}},\n" for name, value in raw.items())
    works = [work for work in read_bibtex(f"@{kind}{{k,\n{entry}}}\n").works if work.fields]
    text = write(LibraryView(works=tuple(Entry(work.key, work.fields) for work in works if work.fields)))  # type: ignore[operator]
    again = read_bibtex(text).works
    assert [work.key for work in again] == [work.key for work in works]
    assert [work.fields for work in again] == [work.fields for work in works]


def _corpus(shared: Path, every: int) -> Iterator[tuple[str, str]]:
    """Every so-manieth .bib file of the corpus as text."""
    with tarfile.open(shared / "data" / "bibtex" / "corpus.tar.xz") as archive:
        members = [m for m in archive if m.isfile() and m.name.endswith((".bib", ".biblatex", ".bibtex"))]
        for member in members[::every]:
            file = archive.extractfile(member)
            assert file is not None
            try:
                yield member.name, decode(file.read()).text
            except InputError:
                continue


@pytest.mark.shared
def test_real_files_survive_reading_writing_and_reading(shared: Path) -> None:
    entries = 0
    for name, text in _corpus(shared, every=25):
        reading = read_bibtex(text)
        for work in reading.works:
            assert work.title is None or text[work.start : work.end] == work.title
        view = LibraryView(works=tuple(Entry(work.key or "k", work.fields) for work in reading.works if work.fields))
        for write in (write_bibtex, write_biblatex):
            back = read_bibtex(write(view)).works
            entries += len(back)
            different = [a.key for a, b in zip(reading.works, back, strict=True) if a.fields != b.fields]
            assert different == [], name
    assert entries > 2_000


@pytest.mark.parametrize("text", ["²", "1" * 5000])
def test_a_month_or_day_that_is_no_number_is_kept_as_it_stands(text):
    reading = read_bibtex(f"@misc{{k, title = {{T}}, year = 2020, month = {{{text}}}, day = {{{text}}}}}")
    assert not reading.issues
    fields = reading.works[0].fields
    assert fields is not None
    assert str(fields.issued) == "2020"
    assert fields.custom == {"month": text, "day": text}


def test_a_net_of_parents_is_walked_once():
    """Seen: ten `xdata` entries that all name each other took a minute, twelve an hour."""
    net = [
        f"@xdata{{x{n}, xdata = {{{','.join(f'x{m}' for m in range(40) if m != n)}}}, f{n} = {{v}}}}" for n in range(40)
    ]
    with no_hang():
        reading = read_bibtex("\n".join([*net, "@misc{k, title = {T}, xdata = {x0}}"]))
    fields = reading.works[0].fields
    assert fields is not None
    assert len(fields.custom) >= 40
