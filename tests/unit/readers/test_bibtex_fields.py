"""Entries as fields, by the table."""

from __future__ import annotations

import pytest

from pubtrack.readers.bibtex_fields import fields_of_entry, rules_for, type_of_entry


@pytest.mark.parametrize(
    ("kind", "raw", "csl", "genre"),
    [
        ("article", {}, "article-journal", None),
        ("article", {"entrysubtype": "magazine"}, "article-magazine", None),
        ("article", {"entrysubtype": "review-book"}, "review-book", None),
        ("article", {"journal": "{arXiv} preprint"}, "article", "preprint"),
        ("article", {"journal": "CoRR"}, "article", "preprint"),
        ("article", {"journal": "Corrosion Science"}, "article-journal", None),
        ("misc", {"eprint": "2407.02273", "archiveprefix": "arXiv"}, "article", "preprint"),
        ("misc", {"eprint": "2407.02273", "archiveprefix": "arXiv", "booktitle": "X"}, "document", None),
        ("online", {"eprint": "2407.02273", "eprinttype": "arxiv"}, "article", "preprint"),
        ("misc", {}, "document", None),
        ("phdthesis", {}, "thesis", "PhD thesis"),
        ("conference", {}, "paper-conference", None),
        ("spell", {}, None, None),
    ],
)
def test_the_type_follows_from_entry_type_and_fields(
    kind: str, raw: dict[str, str], csl: str | None, genre: str | None
) -> None:
    assert type_of_entry(kind, raw) == (csl, genre)


def test_one_field_means_different_things_by_type() -> None:
    raw = {"number": "3", "publisher": "P", "institution": "I", "school": "S", "organization": "O"}
    assert fields_of_entry("article", raw).issue == "3"
    assert fields_of_entry("techreport", raw).number == "3"
    assert fields_of_entry("book", raw).collection_number == "3"
    assert fields_of_entry("book", raw).publisher == "P"
    assert fields_of_entry("techreport", raw).publisher == "I"
    thesis = fields_of_entry("phdthesis", raw)
    assert thesis.publisher == "S"
    assert thesis.custom == {"publisher": "P", "institution": "I", "organization": "O"}


def test_titles_keep_their_markup_and_take_their_subtitle() -> None:
    fields = fields_of_entry(
        "book", {"title": r"The {DNA} of \emph{E. coli}", "subtitle": "A Study", "booktitle": "{B}"}
    )
    assert fields.title == 'The <span class="nocase">DNA</span> of <i>E. coli</i>: A Study'
    assert fields_of_entry("book", {"title": "Why?", "subtitle": "Because"}).title == "Why? Because"
    assert fields_of_entry("book", {"title": "Why: Because", "subtitle": "because"}).title == "Why: Because"
    assert fields_of_entry("book", {"subtitle": "Alone"}).custom == {"subtitle": "Alone"}


def test_unknown_fields_stay_as_they_stand_and_known_text_is_decoded() -> None:
    fields = fields_of_entry(
        "misc",
        {
            "award": r"Best \& First",
            "xfoo": r"a\_b",
            "note": "n",
            "empty": " ",
            "howpublished": r"See \url{http://x.org/a_b} there",
        },
    )
    assert fields.custom == {
        "award": "Best & First",
        "xfoo": r"a\_b",
        "howpublished": r"See \url{http://x.org/a_b} there",
    }
    assert fields.note == "n"


def test_entry_types_that_csl_does_not_tell_apart_are_remembered() -> None:
    assert fields_of_entry("proceedings", {}).custom == {"entrytype": "proceedings"}
    assert fields_of_entry("spell", {}).custom == {"entrytype": "spell"}
    assert fields_of_entry("conference", {}).custom == {}
    assert fields_of_entry("techreport", {}).custom == {}
    assert fields_of_entry("report", {}).custom == {}


def test_a_journal_and_a_booktitle_are_both_kept() -> None:
    fields = fields_of_entry("inproceedings", {"booktitle": "B", "journal": "J"})
    assert (fields.container_title, fields.custom) == ("B", {"journal": "J"})
    assert fields_of_entry("inproceedings", {"booktitle": "B", "journal": "B"}).custom == {}


def test_relations_are_read_by_key() -> None:
    fields = fields_of_entry("incollection", {"crossref": "b", "related": "x, y", "relatedtype": "translationof"})
    assert [str(r) for r in fields.relations] == ["part-of b", "translation-of x", "translation-of y"]
    fields = fields_of_entry("book", {"xref": "b", "related": "x", "relatedtype": "odd"})
    assert [str(r) for r in fields.relations] == ["part-of b", "related x"]
    assert fields.custom == {"relatedtype": "odd"}


def test_genres_have_their_biblatex_names() -> None:
    assert fields_of_entry("thesis", {"type": "phdthesis"}).genre == "PhD thesis"
    assert fields_of_entry("thesis", {"type": "Habilitation"}).genre == "Habilitation"
    assert fields_of_entry("phdthesis", {"type": "Thesis"}).genre is None


def test_and_others_is_remembered() -> None:
    assert fields_of_entry("book", {"author": "A B and others", "editor": "others"}).custom["and-others"] == "author"


def test_eprint_classes_have_one_name() -> None:
    raw = {"eprint": "2407.02273", "eprinttype": "arxiv"}
    assert fields_of_entry("online", raw | {"eprintclass": "cs.CL"}) == fields_of_entry(
        "online", raw | {"primaryclass": "cs.CL"}
    )


def test_line_ends_and_control_characters_in_values_are_no_matter() -> None:
    assert fields_of_entry("book", {"title": "a\r\n  b\x0cc\x01d"}).title == "a b cd"


def test_repeated_statements_say_nothing_new() -> None:
    assert (
        fields_of_entry("book", {"langid": "ngerman", "language": "German", "address": "X", "location": "X"}).custom
        == {}
    )
    assert fields_of_entry("book", {"langid": "ngerman", "language": "French"}).custom == {"language": "French"}


def test_each_field_of_a_type_has_one_rule() -> None:
    for kind in (None, "article-journal", "report", "thesis", "book", "document"):
        names = [rule.field for rule in rules_for(kind)]
        assert len(names) == len(set(names))


def test_edtf_marks_are_not_read_as_ties() -> None:
    assert str(fields_of_entry("book", {"date": "1850~"}).issued) == "1850~"
    assert str(fields_of_entry("book", {"year": "1850", "month": "4~may"}).issued) == "1850-05-04"


def test_a_subtype_may_say_the_type_and_more() -> None:
    fields = fields_of_entry("misc", {"entrysubtype": "webpage; mine"})
    assert (fields.type, fields.custom) == ("webpage", {"entrysubtype": "mine"})
    assert fields_of_entry("misc", {"entrysubtype": "mine"}).custom == {"entrysubtype": "mine"}


def test_a_full_journal_name_counts_before_its_abbreviation() -> None:
    fields = fields_of_entry("article", {"journal": "Adv. Math.", "fjournal": "Advances in Mathematics"})
    assert (fields.container_title, fields.container_title_short) == ("Advances in Mathematics", "Adv. Math.")
    assert fields_of_entry("article", {"journal": "J", "fjournal": "J"}).container_title_short is None


def test_a_field_of_nothing_but_braces_leaves_its_place_to_another_name() -> None:
    fields = fields_of_entry("book", {"journal": "Deep", "booktitle": "{ }"})
    assert (fields.container_title, fields.custom) == ("Deep", {})
