from __future__ import annotations

from pubtrack.bibtex import Document

TEXT = """@inproceedings{p, author={A, B}, title={Paper}, crossref={Proc}, xdata={pub, nobody}}
@proceedings{proc, title={Proceedings}, subtitle={of X}, editor={C, D}, year=2001, month=may, shorthand={P}, crossref={series}}
@mvproceedings{series, title={All}, publisher={old}}
@xdata{pub, publisher={Springer}, xdata={place}}
@xdata{place, location={Berlin}}
@misc{a, crossref={b}}@misc{b, crossref={a}, note={n}}
"""


def test_fields_come_from_xdata_first_then_from_the_parent():
    document = Document.parse(TEXT)
    paper = document.inherited(document.entry("p"))
    assert paper.texts() == {
        "author": "A, B", "title": "Paper", "crossref": "Proc", "xdata": "pub, nobody", "publisher": "Springer",
        "location": "Berlin", "booktitle": "Proceedings", "booksubtitle": "of X", "editor": "C, D", "year": "2001",
        "month": "May", "maintitle": "All",
    }  # fmt: skip
    assert paper.origin("booktitle").key == "proc"
    assert paper.origin("nothing") is None
    assert (paper.text("BookTitle"), paper.value("month"), paper.month()) == ("Proceedings", "May", 5)
    assert paper.names("editor")[0].last == "C"
    assert (paper.names("x"), paper.text("x"), paper.value("x")) == ([], None, None)
    assert "Editor" in paper
    assert 1 not in paper
    assert len(paper) == len(list(paper)) == 12


def test_circles_end():
    document = Document.parse(TEXT)
    assert document.inherited(document.entry("a")).text("note") == "n"
    assert document.inherited(document.entry("b")).month() is None


def test_the_parent_of_an_article_is_its_journal():
    document = Document.parse("@article{a, crossref={j}}@periodical{j, title={J}, year=1}@misc{m, crossref={j}}")
    assert document.inherited(document.entry("a")).text("journaltitle") == "J"
    assert document.inherited(document.entry("m")).text("title") == "J"


def test_very_long_chains_end_quietly():
    text = "".join(f"@misc{{k{n}, crossref={{k{n + 1}}}}}\n" for n in range(5000))
    document = Document.parse(text)
    assert document.inherited(document.entry("k0")).text("crossref") == "k1"


def test_nothing_inherited_is_written():
    document = Document.parse(TEXT)
    document.inherited(document.entry("p")).texts()
    assert document.render() == TEXT


def test_a_booktitle_of_the_parent_goes_before_its_title():
    document = Document.parse("@inproceedings{a, crossref={p}}@proceedings{p, title={T}, booktitle={B}}")
    assert document.inherited(document.entry("a")).text("booktitle") == "B"
