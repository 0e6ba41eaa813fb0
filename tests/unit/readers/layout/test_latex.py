"""LaTeX as blocks."""

from __future__ import annotations

import pytest

from pubtrack.readers.layout.latex import latex_blocks


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"Schr\"{o}dinger \'Etude \c{c}a \v{S}imko {\o} \ss{}", "Schrödinger Étude ça Šimko ø ß"),
        (r"50\% \& more~text -- so", "50% & more text – so"),
        (r"\url{http://x.y}", "http://x.y"),
        ("a % comment\nb", "a b"),
        (r"\textcolor{red}{seen} \vspace{2cm}end", "seen end"),
        (r"\unknown{shown}", "shown"),
        (r"\ldots{} \LaTeX", "… LaTeX"),
    ],
)
def test_commands_become_what_a_reader_sees(source: str, text: str) -> None:
    assert " ".join(latex_blocks(source)[0].text.split()) == text


def test_entries_of_cv_classes_are_cells() -> None:
    source = "\\cventry\n  {2019}\n  {Prize} % award\n  {Society}{}{}{}"
    block = latex_blocks(source)[0]
    assert block.kind == "item"
    assert block.text.split("\t")[:3] == ["2019", "Prize", "Society"]


def test_rows_of_a_table_and_the_name_of_the_owner() -> None:
    source = "\\name{Ada}{Lovelace}\\begin{document}\\begin{tabular}{ll}2019 & Prize \\\\ 2018 & Medal \\end{tabular}\\end{document}"
    blocks = latex_blocks(source)
    assert (blocks[0].label, blocks[0].text) == ("name", "Ada Lovelace")
    assert [b.text.split() for b in blocks if b.kind == "row"] == [["2019", "Prize"], ["2018", "Medal"]]


def test_a_macro_with_an_identifier_links_its_title() -> None:
    block = latex_blocks("\\item \\doi{10.1/x}{A Title}, {\\bf 6}, \\href{http://z}{more}")[0]
    assert block.text == "A Title, 6, more"
    assert [(s.kind, s.href) for s in block.spans] == [
        ("link", "https://doi.org/10.1/x"),
        ("strong", ""),
        ("link", "http://z"),
    ]


@pytest.mark.parametrize(
    "source", ["\\textbf{never", "}}}}", "\\section", "\\begin{", "\\item[[", "\\href{a", "\\", "\\'"]
)
def test_broken_latex_is_read_as_far_as_it_goes(source: str) -> None:
    assert isinstance(latex_blocks(source), list)
