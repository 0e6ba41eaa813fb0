"""Where new entries go, what goes with an old one, and what is refused."""

from __future__ import annotations

import pytest

from pubtrack.bibtex import Document, NewEntry
from pubtrack.errors import InputError, NotFoundError


def after(text: str, *call: object, method: str = "set", **options: object) -> str:
    document = Document.parse(text)
    getattr(document, method)(*call, **options)
    return document.render()


def test_a_new_entry_looks_like_the_last_one():
    text = '@ARTICLE(a,\n    TITLE  = "x",\n    YEAR   = 1999\n)\n\n\n@ARTICLE(b,\n    TITLE  = "x",\n    YEAR   = 1999\n)\n% end'
    new = after(text, NewEntry("misc", "Z", {"title": "Y", "year": "2000", "doi": "1/2"}), method="add")
    assert new == text.replace(
        "\n% end", '\n\n\n@MISC(Z,\n    TITLE  = "Y",\n    YEAR   = 2000,\n    DOI    = "1/2"\n)\n% end'
    )


def test_a_sorted_file_stays_sorted():
    text = "@misc{a}\n@misc{c}\n@misc{e}\n"
    document = Document.parse(text)
    for key in ("d", "B", "0", "f"):
        document.add(NewEntry("misc", key))
    assert document.render() == "@misc{0}\n@misc{a}\n@misc{B}\n@misc{c}\n@misc{d}\n@misc{e}\n@misc{f}\n"
    assert [e.key for e in Document.parse(document.render()).entries] == [e.key for e in document.entries]


def test_a_file_without_a_last_line_end_gets_one_before_a_new_entry():
    assert after("% only a remark", NewEntry("misc", "k"), method="add") == "% only a remark\n@misc{k}\n"


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (NewEntry("misc", "K"), "already"),
        (NewEntry("misc", "a b"), "citation key"),
        (NewEntry("misc", ""), "citation key"),
        (NewEntry("comment", "n"), "type"),
        (NewEntry("mi sc", "n"), "name of a field or type"),
        (NewEntry("misc", "n", {"title": "x", "TITLE": "y"}), "twice"),
        (NewEntry("misc", "n", {"title": "{"}, frozenset({"title"})), "pair"),
    ],
)
def test_an_entry_that_cannot_be_added_safely_is_refused(entry, reason):
    document = Document.parse("@misc{k}")
    with pytest.raises(InputError, match=reason):
        document.add(entry)
    assert document.render() == "@misc{k}"


def test_an_entry_goes_with_the_empty_lines_before_it():
    text = "% top\n@misc{a}\n\n% about b\n@misc{b}\n\n@misc{c}\n"
    assert after(text, "b", method="remove") == "% top\n@misc{a}\n\n% about b\n\n@misc{c}\n"
    assert after(text, "c", method="remove") == "% top\n@misc{a}\n\n% about b\n@misc{b}\n"
    document = Document.parse("@misc{a}\n\n@misc{b}\n\n@misc{c}\n")
    for key in "abc":
        document.remove(key)
    assert document.render().strip() == ""
    assert len(document) == 0


def test_removing_what_was_added_leaves_the_file():
    document = Document.parse("@misc{a}\n")
    document.add(NewEntry("misc", "b", {"title": "x"}))
    document.set("b", "title", "y")
    document.remove("b")
    assert document.render() == "@misc{a}\n"
    with pytest.raises(NotFoundError):
        document.remove("b")


def test_users_of_a_key_follow_its_new_name():
    text = '@misc{a, crossref = {Par}, related = "x, par ,y"}\n@misc{b, xdata={par}, note={par}}\n@book{par}\n'
    assert after(text, "par", "new", method="rename_key") == (
        '@misc{a, crossref = {new}, related = "x, new ,y"}\n@misc{b, xdata={new}, note={par}}\n@book{new}\n'
    )


def test_a_reference_that_cannot_follow_safely_refuses_the_whole_renaming():
    text = '@misc{a, crossref = "pa" # "r"}\n@book{par}\n'
    document = Document.parse(text)
    with pytest.raises(InputError, match="refers to 'par'"):
        document.rename_key("par", "new")
    assert document.render() == text


def test_a_new_key_must_be_free_and_readable():
    document = Document.parse("@misc{a}@misc{b}")
    with pytest.raises(InputError, match="already"):
        document.rename_key("a", "B")
    with pytest.raises(InputError, match="citation key"):
        document.rename_key("a", "x,y")
    document.rename_key("a", "A")
    assert document.render() == "@misc{A}@misc{b}"
    assert "a" in document


def test_a_type_is_changed_and_nothing_else():
    document = Document.parse("@Misc{k, a = {@misc}}\n@misc{l}")
    assert document.set_type("k", "online")
    assert document.set_type(document.entries[1], "misc") is False
    assert document.render() == "@online{k, a = {@misc}}\n@misc{l}"
    with pytest.raises(InputError):
        document.set_type("k", "on line")


def test_a_new_entry_goes_before_one_that_never_closes():
    document = Document.parse("@misc{a, x = {1}}\n\n@misc{b, x = {1,\n\n@misc{c, x = {1}}\n")
    document.add(NewEntry("misc", "n"))
    document.add(NewEntry("misc", "o"))
    keys = [entry.key for entry in Document.parse(document.render()).entries]
    assert keys == ["a", "n", "o", "b", "c"]
    document.remove("a")
    document.add(NewEntry("misc", "p"))
    assert [entry.key for entry in Document.parse(document.render()).entries] == ["n", "o", "p", "b", "c"]


def test_positions_are_right_after_many_edits():
    document = Document.parse("@misc{a}\n@misc{b}\n@misc{c}\n")
    document.set("a", "x", "1")
    document.add(NewEntry("misc", "bb"))
    document.remove("b")
    document.set("bb", "y", "2")
    document.rename_key("c", "d")
    rendered = document.render()
    assert all(rendered[e.offset :].startswith(f"@misc{{{e.key}") for e in document.entries)
    assert [e.key for e in Document.parse(rendered).entries] == [e.key for e in document.entries]
