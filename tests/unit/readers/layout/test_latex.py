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


MODERNCV = r"""\documentclass[11pt,sans]{moderncv}
\moderncvstyle{classic}
\name{Anneke}{van der Berg}
\begin{document}
\makecvtitle
\section{Grants and awards}
\cventry{2021}{Stieltjes Prize}{for the best Ph.D.\ thesis}{}{}{}
\cvitem{2014}{Best talk prize, \textit{Dutch Mathematical Congress}}
\cvlistitem{Huygens Scholarship (2011)}
\end{document}"""
AWESOME = r"""\documentclass{awesome-cv}
\name{Ravi}{Subramaniam}
\begin{document}
\cvsection{Honors \& Awards}
\begin{cvhonors}
  \cvhonor
    {Best Paper} % Award
    {ACM CHI Conference (top 5\%)} % Event
    {Hamburg}
    {2023}
\end{cvhonors}
\begin{cventries}
  \cventry{Creator}{KitchenBot}{GitHub}{2021}{\begin{cvitems}\item {350 stars.}\end{cvitems}}
\end{cventries}
\end{document}"""
ALTACV = r"""\documentclass[10pt]{altacv}
\name{Roc\'io Benavides}
\begin{document}
\cvsection{Premios}
\cvachievement{\faTrophy}{Premio SEA}{Sociedad Espa\~nola de Astronom\'ia, 2019}
\cvevent{Postdoc}{ESO}{2018 -- 2021}{Garching}
\end{document}"""
PLAIN = r"""\begin{document}
\begin{rSection}{Publications}
``Logic in the \emph{Tractatus}''.  \emph{Review of Symbolic Logic} (2017) 10: 1-50.

{\bf Second line} \hfill {\em 2013} \\
a \\[2pt] b
\end{rSection}
\end{document}"""


def rows(source: str) -> list[tuple[str, list[str]]]:
    return [(b.kind, [cell.strip() for cell in b.text.split("\t")]) for b in latex_blocks(source) if b.text.strip()]


def test_a_moderncv_is_read_entry_by_entry() -> None:
    assert rows(MODERNCV) == [
        ("meta", ["Anneke van der Berg"]),
        ("heading", ["Grants and awards"]),
        ("item", ["2021", "Stieltjes Prize", "for the best Ph.D. thesis", "", "", ""]),
        ("item", ["2014", "Best talk prize, Dutch Mathematical Congress"]),
        ("item", ["Huygens Scholarship (2011)"]),
    ]


def test_an_awesome_cv_spreads_an_entry_over_lines() -> None:
    found = rows(AWESOME)
    assert ("heading", ["Honors & Awards"]) in found
    assert ("item", ["Best Paper", "ACM CHI Conference (top 5%)", "Hamburg", "2023"]) in found
    assert ("item", ["350 stars."]) in found


def test_an_altacv_achievement_has_cells() -> None:
    found = rows(ALTACV)
    assert ("meta", ["Rocío Benavides"]) in found
    assert any(cells[-2:] == ["Premio SEA", "Sociedad Española de Astronomía, 2019"] for _, cells in found)
    assert ("item", ["Postdoc", "ESO", "2018 – 2021", "Garching"]) in found


def test_an_environment_may_be_a_section() -> None:
    blocks = latex_blocks(PLAIN)
    assert [(b.kind, b.text.strip()) for b in blocks] == [
        ("heading", "Publications"),
        ("para", "``Logic in the Tractatus''. Review of Symbolic Logic (2017) 10: 1-50."),
        ("para", "Second line 2013 \na \n b"),
    ]
    assert [s.kind for s in blocks[1].spans] == ["em", "em"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\O stergaard, S\o ren, \L{}ukasz", "Østergaard, Søren, Łukasz"),
        (r"Erd\H{o}s, \v{S}imek, na\"{\i}ve", "Erdős, Šimek, naïve"),
        (r"10\% of \$5 \& \#1, a\,b, c\ d", "10% of $5 & #1, a b, c d"),
        (r"pages 1--9 --- end~here", "pages 1–9 — end here"),
        (r"a \cite{x}\label{y} b", "a b"),
        (r"\url{http://x.y/a\_b}", r"http://x.y/a\_b"),
        (r"\href{nowhere", r"nowhere"),
        (r"{\it one} two", "one two"),
        (r"x & y", "x & y"),
    ],
)
def test_signs_and_commands_read_as_a_person_sees_them(source: str, text: str) -> None:
    assert latex_blocks(source)[0].text.strip() == text


def test_a_table_may_have_a_star_and_rules() -> None:
    source = r"\begin{tabular*}{\textwidth}{ll}\hline 2019 & Prize \\[3pt] \midrule 2018 & Medal\end{tabular*}"
    assert [cells for kind, cells in rows(source) if kind == "row"] == [["2019", "Prize"], ["2018", "Medal"]]


def test_the_label_of_an_entry_in_a_bibliography_is_left_out() -> None:
    source = r"\begin{thebibliography}{9}\bibitem[Doe(2019)]{doe} Doe, A. \newblock A Title.\end{thebibliography}"
    assert [block.text for block in latex_blocks(source)] == ["Doe, A. \n A Title."]


def test_groups_nested_without_end_are_read() -> None:
    assert latex_blocks("{" * 3000 + "a" + "}" * 3000)[0].text == "a"


def test_the_label_of_an_item_is_its_first_cell_where_it_says_something() -> None:
    source = r"\begin{itemize}\item[2025] \tab{}Summer Prize \item[$\bullet$] dot \item[{[J1]}] one \item[Journals]\end{itemize}"
    assert [" ".join(b.text.split(" ")).strip() for b in latex_blocks(source)] == [
        "2025\t Summer Prize",
        "dot",
        "one",
        "Journals",
    ]


def test_babel_quotes_and_quotations() -> None:
    blocks = latex_blocks(r"Ein " + '"`Titel"' + r"' hier \begin{quote}Abstract\end{quote} danach")
    assert [b.text.strip() for b in blocks] == ["Ein „Titel“ hier", "Abstract", "danach"]


def test_a_full_line_inside_braces_goes_on_behind_a_break() -> None:
    source = r"\entry{2015}{Ropes: Introducing a Harbour-based Technique\\ for Controlling Models}{Tarn}{A. Bee.\\ Proc. Knots}"
    assert latex_blocks(source)[0].text.split("\t")[1:] == [
        "Ropes: Introducing a Harbour-based Technique for Controlling Models",
        "Tarn",
        "A. Bee.\n Proc. Knots",
    ]


def test_environments_that_are_sections_have_a_heading() -> None:
    source = r"\begin{cvsubsectionrule}{Conferences and schools}text\end{cvsubsectionrule}\begin{cvlist}{Papers}\item one\end{cvlist}"
    assert [(b.kind, b.level, b.text) for b in latex_blocks(source)] == [
        ("heading", 3, "Conferences and schools"),
        ("para", 0, "text"),
        ("heading", 2, "Papers"),
        ("item", 0, "one"),
    ]
