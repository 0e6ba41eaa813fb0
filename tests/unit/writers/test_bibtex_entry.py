"""Works as entries."""

from __future__ import annotations

import pytest

from pubtrack.bibtex import Document
from pubtrack.model import Contributor, Fields, Identifier, Relation
from pubtrack.readers.bibtex_fields import fields_of_entry
from pubtrack.writers.bibtex import bibtex_entry
from pubtrack.writers.bibtex_entry import Dialect, entry_of


@pytest.mark.parametrize(
    ("fields", "bibtex", "biblatex"),
    [
        (Fields(type="article-journal", container_title="J"), "article", "article"),
        (Fields(type="article", genre="preprint", container_title="bioRxiv"), "article", "article"),
        (Fields(type="article", genre="preprint", identifiers=("arxiv:2407.02273",)), "misc", "online"),
        (Fields(type="thesis", genre="Master's thesis"), "mastersthesis", "thesis"),
        (Fields(type="thesis", genre="PhD thesis"), "phdthesis", "thesis"),
        (Fields(type="thesis"), "phdthesis", "thesis"),
        (Fields(type="report", genre="technical report"), "techreport", "report"),
        (Fields(type="software"), "misc", "software"),
        (Fields(type="article-magazine"), "article", "article"),
        (Fields(type="treaty"), "misc", "misc"),
        (Fields(type="book", custom={"entrytype": "proceedings"}), "proceedings", "proceedings"),
        (Fields(custom={"entrytype": "spell"}), "spell", "spell"),
        (Fields(type="report", custom={"entrytype": "proceedings"}), "techreport", "report"),
    ],
)
def test_every_type_has_its_entry_type_and_reads_back(fields: Fields, bibtex: str, biblatex: str) -> None:
    dialects: tuple[tuple[Dialect, str], ...] = (("bibtex", bibtex), ("biblatex", biblatex))
    for dialect, kind in dialects:
        entry = entry_of(fields, dialect)
        assert entry.type == kind
        back = fields_of_entry(entry.type, entry.values)
        assert (back.type, back.genre) == (fields.type, fields.genre)


@pytest.mark.parametrize(
    ("date", "bibtex", "biblatex"),
    [
        ("2024", {"year": "2024"}, {"date": "2024"}),
        ("2024-07-04", {"year": "2024", "month": "7", "day": "4"}, {"date": "2024-07-04"}),
        ("2024-21", {"year": "2024", "date": "2024-21"}, {"date": "2024-21"}),
        ("2024-07/2024-08", {"year": "2024", "month": "7", "date": "2024-07/2024-08"}, {"date": "2024-07/2024-08"}),
        ("in press", {"year": "in press"}, {"year": "in press"}),
    ],
)
def test_dates_are_written_as_each_dialect_says(date: str, bibtex: dict[str, str], biblatex: dict[str, str]) -> None:
    fields = Fields(type="book", issued=date)
    assert entry_of(fields, "bibtex").values == bibtex
    assert entry_of(fields, "biblatex").values == biblatex


def test_the_wording_of_the_file_stays_where_it_means_the_same() -> None:
    fields = fields_of_entry("book", {"year": "1998--99", "title": "T"})
    assert entry_of(fields, "bibtex").values["year"] == "1998--99"
    changed = entry_of(fields.replace(issued="2001"), "bibtex")
    assert fields_of_entry(changed.type, changed.values).year == 2001


def test_identifiers_of_every_scheme_are_written() -> None:
    ids = (
        "doi:10.1000/x",
        "doi:10.1000/y",
        "arxiv:2407.02273v4",
        "isbn:9780306406157",
        "isbn:9798891761957",
        "mag:12",
        "orcid:0000-0003-0238-9024",
    )
    fields = Fields(type="book", identifiers=ids)
    values = entry_of(fields).values
    assert (values["doi"], values["eprint"], values["archiveprefix"]) == ("10.1000/x", "2407.02273v4", "arXiv")
    assert values["isbn"] == "9780306406157, 9798891761957"
    assert "doi:10.1000/y" in values["identifiers"]
    assert set(fields_of_entry("book", values).identifiers) == set(fields.identifiers)


def test_relations_to_works_of_the_library_are_written() -> None:
    relations = (
        Relation(type="part-of", work="b"),
        Relation(type="translation-of", work="x"),
        Relation(type="cites", work="y"),
    )
    values = entry_of(Fields(type="chapter", relations=relations)).values
    assert (values["xref"], values["related"], values["relatedtype"]) == ("b", "x", "translationof")


def test_others_follow_the_names() -> None:
    fields = Fields(type="book", author=(Contributor(family="Li"),), custom={"and-others": "author"})
    assert entry_of(fields).values["author"] == "Li and others"


def test_names_of_fields_that_bibtex_cannot_have_are_left_out() -> None:
    assert entry_of(Fields(type="book", custom={"a b": "x", "c=": "y", "ok": "z", "raw{": "q"})).values == {"ok": "z"}


def test_custom_values_that_do_not_pair_are_escaped() -> None:
    assert entry_of(Fields(type="book", custom={"x": "a}b"})).values["x"] == r"a\textbraceright{}b"


def test_keywords_with_commas_are_told_apart() -> None:
    assert entry_of(Fields(type="book", keyword=("a, b",))).values["keywords"] == "a, b;"
    assert entry_of(Fields(type="book", keyword=("a, b", "c"))).values["keywords"] == "a, b; c"


def test_languages_have_the_names_of_babel() -> None:
    assert entry_of(Fields(type="book", language="de")).values == {"language": "german"}
    assert entry_of(Fields(type="book", language="de"), "biblatex").values == {"langid": "german"}
    assert entry_of(Fields(type="book", language="tlh"), "biblatex").values == {"language": "tlh"}


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    "fields",
    [
        Fields(title="T", relations=(Relation(type="part-of", work="a}\n}@misc{x"),)),
        Fields(
            title="T", relations=(Relation(type="related", work="a}\n}@misc{x"), Relation(type="related", work="{"))
        ),
        Fields(title="T", identifiers=(Identifier.parse("url:http://a/{"), Identifier.parse("url:http://b/}{x"))),
        Fields(title="T", identifiers=(Identifier.parse("doi:10.1000/{a"), Identifier.parse("doi:10.1000/}b"))),
        Fields(title="T", custom={"url": "{", "x": "}", "y": "a\\", "isbn": "{"}),
    ],
)
def test_no_key_or_identifier_can_leave_its_entry(fields: Fields, dialect: Dialect) -> None:
    """Seen: the key of a related work, and a second address, closed the entry and opened another."""
    text = bibtex_entry("k", fields, dialect) + bibtex_entry("l", Fields(title="U"), dialect)
    document = Document.parse(text)
    assert [entry.key for entry in document.entries] == ["k", "l"]
    assert not document.issues
