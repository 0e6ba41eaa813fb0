"""Where new things go, what they look like, and what is refused."""

from __future__ import annotations

import pytest

from pubtrack.bibtex import Document, Expression, NewEntry
from pubtrack.errors import InputError, NotFoundError


def after(text: str, *call: object, method: str = "set", **options: object) -> str:
    document = Document.parse(text)
    getattr(document, method)(*call, **options)
    return document.render()


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("title = {Old}", "New", "title = {New}"),
        ('title = "Old"', "New", 'title = "New"'),
        ('title = "Old"', 'The "New"', 'title = {The "New"}'),
        ("title = 1984", "1985", "title = 1985"),
        ("title = 1984", "1985a", "title = {1985a}"),
        ("title = acm", "Nature", "title = {Nature}"),
        ('title = "a" # b', "New", 'title = "New"'),
        ("title   =   {Old}", "50% & more_of #1", "title   =   {50\\% \\& more\\_of \\#1}"),
    ],
)
def test_a_value_keeps_its_delimiters_and_is_escaped(old, value, new):
    assert after(f"@misc{{k, {old}, year = 1}}", "k", "title", value) == f"@misc{{k, {new}, year = 1}}"


def test_a_month_macro_stays_bare():
    assert after("@misc{k, month = feb}", "k", "month", "mar") == "@misc{k, month = mar}"
    assert after("@misc{k, month = {feb}}", "k", "month", "mar") == "@misc{k, month = {mar}}"
    assert after("@misc{k, year = 1}", "k", "month", "mar") == "@misc{k, year = 1, month = mar}"


def test_latex_goes_in_as_it_is_when_it_is_raw():
    assert after("@misc{k, title = {x}}", "k", "title", "{\\LaTeX} & {BERT}", raw=True) == (
        "@misc{k, title = {{\\LaTeX} & {BERT}}}"
    )


def test_a_whole_expression_goes_in_as_it_is():
    assert after("@misc{k, month = {x}}", "k", "month", Expression('jan # "~1"')) == '@misc{k, month = jan # "~1"}'


@pytest.mark.parametrize("value", ["a } b {", "{", "a { b"])
def test_a_raw_value_whose_braces_do_not_pair_is_refused(value):
    document = Document.parse("@misc{k, title = {x}}")
    with pytest.raises(InputError, match="do not pair"):
        document.set("k", "title", value, raw=True)
    assert document.render() == "@misc{k, title = {x}}"


def test_plain_braces_are_escaped_so_that_bibtex_can_count_them():
    assert after("@misc{k, title = {x}}", "k", "title", "a } b {") == (
        "@misc{k, title = {a \\textbraceright{} b \\textbraceleft{}}}"
    )


@pytest.mark.parametrize("name", ["", "a b", "a=b", "1a", "a{", "a,b", "ä\n"])
def test_names_that_bibtex_cannot_read_are_refused(name):
    with pytest.raises(InputError, match="cannot be the name"):
        Document.parse("@misc{k}").set("k", name, "x")


@pytest.mark.parametrize("expression", ["{a", "a b", "", "{a} #"])
def test_an_expression_that_is_none_is_refused(expression):
    with pytest.raises(InputError, match="no value in BibTeX"):
        Document.parse("@misc{k}").set("k", "x", Expression(expression))


def test_a_nul_is_refused():
    with pytest.raises(InputError, match="NUL"):
        Document.parse("@misc{k}").set("k", "x", "a\0b")


def test_of_a_repeated_field_the_one_that_bibtex_reads_is_set_and_none_is_removed():
    document = Document.parse("\n@misc{l, a = 1, b = 3, A = {2}}")
    assert document.set("l", "A", "9")
    assert document.render() == "\n@misc{l, a = 9, b = 3, A = {2}}"
    with pytest.raises(InputError, match="2 fields named 'a'") as caught:
        document.remove_field("l", "a")
    assert caught.value.line == 2


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("@misc{k, a = {1}, b = {\n\n@misc{l}", "a", "@misc{k, a = {9}, b = {\n\n@misc{l}"),
        ("@misc{k, a = {1}, b = {\n\n@misc{l}", "c", "@misc{k, a = {1}, c = {9}, b = {\n\n@misc{l}"),
        ("@misc{k,\n% a = {1, 2},\n% }\n", "c", "@misc{k,\n  c = {9},\n% a = {1, 2},\n% }\n"),
        ("@book{k,\n  a = 1,\n  b = 2\n)\n@misc{l}", "c", "@book{k,\n  a = 1,\n  b = 2,\n  c = 9\n)\n@misc{l}"),
    ],
)
def test_of_a_partial_entry_a_field_before_the_error_is_set_and_the_rest_stays(text, field, expected):
    document = Document.parse(text)
    assert document.entry("k").reading == "partial"
    document.set("k", field, "9")
    assert document.render() == expected
    assert document.set("k", field, "9") is False
    assert Document.parse(expected).entry("k").text(field) == "9"


@pytest.mark.parametrize(
    ("method", "arguments", "reason"),
    [
        ("set", ("b", "9"), "'b' stands where BibTeX cannot read"),
        ("remove_field", ("a",), "cannot read all of it"),
        ("set_type", ("book",), "cannot read all of it"),
    ],
)
def test_other_edits_of_a_partial_entry_are_refused_with_a_line(method, arguments, reason):
    document = Document.parse("\n@misc{k, a = {1}, B = {\n\n@misc{l}")
    with pytest.raises(InputError, match=reason) as caught:
        getattr(document, method)("k", *arguments)
    assert caught.value.line == 2
    assert not document.diff()


def test_the_same_value_is_no_edit():
    document = Document.parse('@misc{k, title = {G{\\"o}del}}')
    assert document.set("k", "title", "Gödel") is False
    assert document.set("k", "title", '{G{\\"o}del}'[1:-1], raw=True) is False
    assert document.render() == '@misc{k, title = {G{\\"o}del}}'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{k}", "@misc{k,\n  doi = {1},\n}"),
        ("@misc{k,}", "@misc{k,\n  doi = {1}}"),
        ("@misc{k,\n}", "@misc{k,\n  doi = {1}\n}"),
        ("@misc{k,\n}\n@misc{l,\n\ta = 1,\n\tb = 2\n}", "@misc{k,\n\tdoi = 1\n}\n@misc{l,\n\ta = 1,\n\tb = 2\n}"),
        ("@misc{k, a = {1}}", "@misc{k, a = {1}, doi = {1}}"),
        ("@misc{k, a = {1},}", "@misc{k, a = {1}, doi = {1},}"),
        ("@misc{k,\n\ta = {1},\n\tb = {2}\n}", "@misc{k,\n\ta = {1},\n\tb = {2},\n\tdoi = {1}\n}"),
        ("@misc{k\n, a = {1}\n, b = {2}\n}", "@misc{k\n, a = {1}\n, b = {2}\n, doi = {1}\n}"),
        ('@MISC{k,\r\n  AUTHOR = "1",\r\n  NOTE   = "x"}', '@MISC{k,\r\n  AUTHOR = "1",\r\n  NOTE   = "x",\r\n  DOI    = "1"}'),
        ("@misc{k,\n  author  = {A},\n  ti      = {B},\n}", "@misc{k,\n  author  = {A},\n  ti      = {B},\n  doi     = {1},\n}"),
        ("@misc{k,\n  author=  {A},\n  ti=      {B},\n}", "@misc{k,\n  author=  {A},\n  ti=      {B},\n  doi=     {1},\n}"),
        ("@misc(k, a=2, b=3)", "@misc(k, a=2, b=3, doi=1)"),
    ],
)  # fmt: skip
def test_a_new_field_looks_like_its_neighbours(text, expected):
    assert after(text, "k", "doi", "1") == expected


def test_a_new_field_keeps_the_alphabet_where_there_is_one():
    text = "@misc{k, author = {A}, editor = {B}, title = {C}, year = {1}}"
    assert after(text, "k", "note", "N").index("note") < after(text, "k", "note", "N").index("title")
    assert after(text, "k", "abstract", "N").startswith("@misc{k, author = {A}, abstract")


def test_a_new_field_goes_where_other_entries_have_it():
    text = "@misc{a, title = {T}, doi = {1}, url = {2}}\n@misc{k, title = {T}, url = {3}}"
    assert after(text, "k", "doi", "9").endswith("@misc{k, title = {T}, doi = {9}, url = {3}}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{k, a = 1}", "@misc{k,}"),
        ("@misc{k, a = 1,}", "@misc{k,}"),
        ("@misc{k,\n  a = 1,\n  b = 2\n}", "@misc{k,\n  b = 2\n}"),
        ("@misc{k,\n  b = 2,\n  a = 1,\n}", "@misc{k,\n  b = 2,\n}"),
        ("@misc{k,\n  b = 2,\n  a = 1,\n  c = 3\n}", "@misc{k,\n  b = 2,\n  c = 3\n}"),
    ],
)
def test_a_field_goes_with_its_comma(text, expected):
    assert after(text, "k", "A", method="remove_field") == expected


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


def test_people_keep_the_braces_that_hold_a_name_together():
    assert after("@misc{k, author = {X}}", "k", "author", "{R&D Group} and Müller, Jan") == (
        "@misc{k, author = {{R\\&D Group} and Müller, Jan}}"
    )


def test_verbatim_fields_are_not_escaped():
    assert after("@misc{k, doi = {x}}", "k", "doi", "10.1/a_b%20#c~d") == "@misc{k, doi = {10.1/a_b%20#c~d}}"


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


def test_the_lines_of_a_value_end_as_those_of_the_file():
    assert after("@misc{k,\r\n a = {x}\r\n}", "k", "abstract", "one\ntwo") == (
        "@misc{k,\r\n a = {x},\r\n abstract = {one\r\ntwo}\r\n}"
    )


def test_removed_and_added_fields_around_comments_are_refused_or_kept():
    document = Document.parse("@misc{k,\n a = 1,\n % remark\n b = 2\n}")
    document.set("k", "a", "9")
    document.set("k", "c", "3")
    assert document.render() == "@misc{k,\n a = 9,\n % remark\n b = 2,\n c = 3\n}"


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
