"""The laws of the document: nothing is lost, an edit is local, an edit twice is an edit once."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pubtrack.bibtex import Document, Entry, Expression, NewEntry
from pubtrack.errors import InputError, NotFoundError
from unit.bibtex.strategies import files, names, soup, words

SAMPLE = """% my works
@string{acm = "ACM"}
@Article{mueller2020,
  author    = {M{\\"u}ller, Jan and {NASA} and others},
  title     = {The {DNA} of x},
  journal   = acm # " Press",
  year      = 2020,
  month     = feb
}

@inproceedings{b2, author="X, Y", title="Foo", crossref={c3}}

@proceedings{c3,
  booktitle = {Proc},
  year = {2001},
}
% end
"""


def contents(document: Document) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [(e.key, e.type, [(f.name.lower(), f.raw) for f in e.fields.values()]) for e in document.entries]


@given(soup | files())
@settings(max_examples=300, deadline=None)
def test_rendering_without_an_edit_gives_the_text_back(text):
    document = Document.parse(text)
    assert document.issues is not None
    assert (document.comments, document.preamble, document.strings) is not None
    for entry in document.entries:
        assert entry.texts().keys() == dict(entry.fields).keys()
        assert entry.names("author") is not None
        assert document.inherited(entry).texts() is not None
    assert document.render() == text
    assert document.diff() == ""


@given(st.binary(max_size=200) | soup.map(lambda text: text.encode("utf-8", "surrogateescape")))
@settings(max_examples=300, deadline=None)
def test_rendering_bytes_without_an_edit_gives_the_bytes_back(data):
    assert Document.parse(data).render_bytes() == data


@given(files() | soup, names, words, st.integers(0, 3))
@settings(max_examples=600, deadline=None)
def test_an_edit_changes_only_its_own_value_and_twice_is_once(text, name, value, number):
    document = Document.parse(text)
    before = contents(document)
    assume(before)
    number %= len(before)
    try:
        document.set(document.entries[number], name, value)
    except InputError:
        assert document.render() == text
        return
    again = Document.parse(document.render())
    for at, ((old_key, old_type, old), (new_key, new_type, new)) in enumerate(
        zip(before, contents(again), strict=True)
    ):
        assert (old_key, old_type) == (new_key, new_type)
        if at != number:
            assert old == new
        else:
            assert [f for f in old if f[0] != name.lower()] == [f for f in new if f[0] != name.lower()]
    assert again.comments == Document.parse(text).comments
    assert not again.set(again.entries[number], name, value)
    assert not document.set(document.entries[number], name, value)


@given(files(), names, st.integers(0, 3))
@settings(max_examples=200, deadline=None)
def test_a_field_that_is_added_and_removed_leaves_the_other_fields(text, name, number):
    document = Document.parse(text)
    before = contents(document)
    key = before[number % len(before)][0]
    had = name in document.entry(key).fields
    assert document.remove_field(key, name) is had
    left = contents(Document.parse(document.render()))
    assert left == [(k, t, [f for f in fields if k != key or f[0] != name.lower()]) for k, t, fields in before]
    assert document.remove_field(key, name) is False


@given(files(), words)
@settings(max_examples=200, deadline=None)
def test_an_entry_that_is_added_is_read_again_and_its_removal_keeps_the_others(text, title):
    document = Document.parse(text)
    before = contents(document)
    document.add(NewEntry("book", "brandNew", {"title": title, "year": "2020"}))
    again = Document.parse(document.render())
    assert [entry for entry in contents(again) if entry[0] != "brandNew"] == before
    assert again.entry("brandNew").value("year") == "2020"
    again.remove("brandNew")
    assert contents(Document.parse(again.render())) == before


@given(files(), st.integers(0, 3))
@settings(max_examples=100, deadline=None)
def test_a_renamed_key_is_the_only_change(text, number):
    document = Document.parse(text)
    before = contents(document)
    key = before[number % len(before)][0]
    document.rename_key(key, "another")
    assert contents(document) == [("another" if k == key else k, t, f) for k, t, f in before]
    document.rename_key("another", key)
    assert document.render() == text


def test_entries_are_read_with_place_and_fields():
    document = Document.parse(SAMPLE)
    assert [(e.key, e.type, e.line, e.reading) for e in document.entries] == [
        ("mueller2020", "article", 3, "regular"),
        ("b2", "inproceedings", 11, "regular"),
        ("c3", "proceedings", 13, "regular"),
    ]
    assert len(document) == 3
    assert document.entries[0].raw.startswith("@Article{")
    assert document.render()[document.entry("c3").offset :].startswith("@proceedings")
    assert [entry.key for entry in document.entries[1:]] == ["b2", "c3"]


def test_strings_comments_and_preamble_are_there():
    document = Document.parse(SAMPLE + '@preamble{"\\newcommand{\\x}" # acm}\n@comment{kept}')
    assert dict(document.strings) == {"acm": "ACM"}
    assert document.comments == ["% my works", "% end", "@comment{kept}"]
    assert document.preamble == "\\newcommand{\\x}ACM"


def test_a_key_is_found_in_another_case_but_its_own_spelling_comes_first():
    document = Document.parse("@misc{Foo, year=1}@misc{foo, year=2}@misc{Bar, year=3}")
    assert document.entry("foo").value("year") == "2"
    assert document.entry("bar").value("year") == "3"
    assert "BAR" in document
    assert document.get("nobody") is None
    assert 5 not in document


def test_an_unknown_key_suggests_near_ones():
    with pytest.raises(NotFoundError) as caught:
        Document.parse(SAMPLE).entry("mueler2020")
    assert caught.value.suggestions == ("mueller2020",)


def test_line_and_offset_follow_edits():
    document = Document.parse(SAMPLE)
    document.set("mueller2020", "doi", "10.1/x")
    document.remove("b2")
    new = document.add(NewEntry("misc", "zz", {"title": "T"}))
    rendered = document.render()
    for entry in document.entries:
        assert rendered[entry.offset :].startswith(entry.raw)
        assert rendered[: entry.offset].count("\n") + 1 == entry.line
    assert new.line == 17


def test_duplicates_are_refused_by_key_and_edited_by_entry():
    document = Document.parse("@misc{a, year=1}\n@misc{a, year=2}\n")
    with pytest.raises(InputError, match="2 entries have this key"):
        document.set("a", "year", "3")
    assert document.set(document.entries[1], "year", "3")
    assert document.render() == "@misc{a, year=1}\n@misc{a, year=3}\n"
    document.rename_key(document.entries[1], "b")
    assert document.set("a", "year", "9")
    document.remove(document.entries[0])
    assert document.render().strip() == "@misc{b, year=3}"


def test_an_entry_of_another_document_is_refused():
    stranger: Entry = Document.parse("@misc{a}").entries[0]
    with pytest.raises(InputError, match="does not belong"):
        Document.parse("@misc{a}").set(stranger, "year", "1")


def test_a_file_in_an_old_encoding_keeps_it_and_gets_latex_for_other_signs():
    data = "@misc{k,\r\n  title = {Gödel},\r\n}\r\n".encode("cp1252")
    document = Document.parse(data)
    document.set("k", "title", "Łukasiewicz")
    document.set("k", "author", "Gödel, Kurt")
    assert document.render_bytes() == (
        b"@misc{k,\r\n  title = {{\\L}ukasiewicz},\r\n  author = {G\xf6del, Kurt},\r\n}\r\n"
    )
    with pytest.raises(InputError, match="cp1252"):
        document.set("k", "note", "中文")


def test_ascii_only_documents_write_latex():
    document = Document.parse("@misc{k, title={x}}", ascii_only=True)
    document.set("k", "title", "Gödel – 50%")
    assert document.render() == '@misc{k, title={G{\\"o}del -- 50\\%}}'


def test_a_whole_file_is_built_from_nothing():
    document = Document.empty()
    document.add(NewEntry("article", "z1", {"title": "A {x}", "pages": "1–9", "year": "2020"}, frozenset({"title"})))
    document.add(NewEntry("misc", "a2"))
    document.add(NewEntry("misc", "b3", {"month": "mar", "note": Expression('acm # " x"')}))
    assert document.render() == (
        "@article{z1,\n  title = {A {x}},\n  pages = {1--9},\n  year = {2020},\n}\n\n"
        '@misc{a2}\n\n@misc{b3,\n  month = mar,\n  note = acm # " x",\n}\n'
    )
    assert len(Document.parse(document.render())) == 3
    assert Document.parse(document.render()).issues[0].kind == "undefined-macro"


def test_the_diff_is_unified():
    document = Document.parse(SAMPLE)
    document.set("c3", "year", "2002")
    assert document.diff("lib.bib").splitlines()[:2] == ["--- a/lib.bib", "+++ b/lib.bib"]
    assert "-  year = {2001},\n+  year = {2002},\n" in document.diff()


def test_repr_and_encoding_are_visible():
    document = Document.parse(b"\xef\xbb\xbf@misc{k}")
    assert repr(document.entries[0]) == "<Entry misc k>"
    assert document.encoding.bom == b"\xef\xbb\xbf"
    assert document.eol == "\n"
    assert isinstance(document.set("k", "year", "1"), bool)
    assert document.render_bytes().startswith(b"\xef\xbb\xbf@misc{k,")


def test_values_that_were_let_go_are_read_again_as_they_are_now() -> None:
    document = Document.parse(SAMPLE)
    entry = document.entry("mueller2020")
    assert entry.text("year") == "2020"
    document.set("mueller2020", "year", "2021")
    assert entry._cache is None or entry.text("year") == "2021"
    document.release()
    assert all(one._cache is None for one in document.entries)
    assert (entry.text("year"), document.entry("b2").text("title")) == ("2021", "Foo")


def test_a_document_knows_whether_it_was_edited() -> None:
    for edit in (
        lambda d: d.set("b2", "title", "Bar"),
        lambda d: d.add(NewEntry("misc", "new", {"title": "T"})),
        lambda d: d.remove("b2"),
        lambda d: d.rename_key("b2", "b3"),
    ):
        document = Document.parse(SAMPLE)
        assert not document.is_edited
        assert document.set("b2", "title", "Foo") is False
        assert not document.is_edited
        edit(document)
        assert document.is_edited
