"""What a field looks like after an edit, where a new one goes, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pubtrack.bibtex import Document, Expression
from pubtrack.bibtex.rewriting import layout
from pubtrack.errors import InputError
from unit.bibtex.strategies import files, names, soup, words


def after(text: str, *call: object, method: str = "set", **options: object) -> str:
    document = Document.parse(text)
    getattr(document, method)(*call, **options)
    return document.render()


def contents(document: Document) -> list[list[tuple[str, str]]]:
    return [[(f.name.lower(), f.value) for f in e.fields.values()] for e in document.entries]


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


def test_people_keep_the_braces_that_hold_a_name_together():
    assert after("@misc{k, author = {X}}", "k", "author", "{R&D Group} and Müller, Jan") == (
        "@misc{k, author = {{R\\&D Group} and Müller, Jan}}"
    )


def test_verbatim_fields_are_not_escaped():
    assert after("@misc{k, doi = {x}}", "k", "doi", "10.1/a_b%20#c~d") == "@misc{k, doi = {10.1/a_b%20#c~d}}"


def test_the_lines_of_a_value_end_as_those_of_the_file():
    assert after("@misc{k,\r\n a = {x}\r\n}", "k", "abstract", "one\ntwo") == (
        "@misc{k,\r\n a = {x},\r\n abstract = {one\r\ntwo}\r\n}"
    )


def test_removed_and_added_fields_around_comments_are_refused_or_kept():
    document = Document.parse("@misc{k,\n a = 1,\n % remark\n b = 2\n}")
    document.set("k", "a", "9")
    document.set("k", "c", "3")
    assert document.render() == "@misc{k,\n a = 9,\n % remark\n b = 2,\n c = 3\n}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{k,\n  title     = {T},\n}", "@misc{k,\n  title     = {T},\n  doi       = {1},\n  author    = {A},\n}"),
        ("@misc{k}", "@misc{k,\n  doi       = {1},\n  author    = {A},\n}"),
    ],
)
def test_a_short_entry_takes_the_column_of_the_equals_signs_from_the_file(text, expected):
    """Seen: the second field of an entry that had one, and the third of one that had none, stood out of line."""
    sample = "@misc{l,\n  author    = {X},\n  publisher = {Y},\n}\n"
    document = Document.parse(sample + text)
    document.set("k", "doi", "1")
    document.set("k", "author", "A")
    assert document.render() == sample + expected


def test_a_short_entry_that_is_laid_out_otherwise_keeps_its_layout():
    sample = "@misc{l,\n  author    = {X},\n  publisher = {Y},\n}\n"
    assert after(sample + "@misc{k, title={T}}", "k", "doi", "1").endswith("@misc{k, title={T}, doi={1}}")


@given(
    files() | soup, st.lists(st.tuples(names, words), max_size=4, unique_by=lambda f: f[0].lower()), st.integers(0, 3)
)
@settings(max_examples=300, deadline=None)
def test_several_fields_at_once_say_what_they_say_one_by_one(text, fields, number):
    together, single = Document.parse(text), Document.parse(text)
    assume(together.entries)
    number %= len(together.entries)
    entry = single.entries[number]
    layouts = []
    try:
        for name, value in fields:
            layouts.append(layout(single, entry))
            single.set(entry, name, value)
    except InputError:
        with pytest.raises(InputError):
            together.set_fields(together.entries[number], dict(fields))
        assert together.render() == text
        return
    assert together.set_fields(together.entries[number], dict(fields)) is (single.render() != text)
    assert contents(together) == contents(single)
    if all(one == layouts[0] for one in layouts):
        assert together.render() == single.render()


def test_names_that_stick_out_do_not_move_the_next_when_fields_are_set_at_once():
    text = "@misc{k,\n  author = {A},\n  title  = {T},\n}"
    document = Document.parse(text)
    assert document.set_fields("k", {"description": "D", "specification": "S", "doi": "1"})
    assert document.render() == (
        "@misc{k,\n  author = {A},\n  title  = {T},\n  description = {D},\n  specification = {S},\n  doi    = {1},\n}"
    )


def test_of_several_fields_all_are_set_or_none():
    document = Document.parse("@misc{k, title = {x}}")
    with pytest.raises(InputError, match="'note' do not pair"):
        document.set_fields("k", {"title": "y", "note": "{"}, raw=True)
    with pytest.raises(InputError, match="name 'doi' twice"):
        document.set_fields("k", {"doi": "1", "DOI": "2"})
    assert document.set_fields("k", {"title": "x"}) is False
    assert document.set_fields("k", {}) is False
    assert document.render() == "@misc{k, title = {x}}"
