"""The four prose readers."""

from __future__ import annotations

import gc

import pytest

from pubtrack.errors import InputError
from pubtrack.readers import PROSE, READERS, read_text

SAME = "Our paper “A Theory of Things: Why and How” was published in Mind."


@pytest.mark.parametrize("fmt", sorted(PROSE))
def test_every_prose_reader_finds_the_paper(fmt: str) -> None:
    assert [w.title for w in READERS[fmt](SAME).works] == ["A Theory of Things: Why and How"]


def test_a_page_head_before_html_is_data() -> None:
    page = "---\ntitle: A Theory of Things\njournal: Mind\nauthors: A. Bee\n---\n<p>Text.</p>"
    reading = read_text(page, format="html")
    assert [(w.title, w.venue) for w in reading.works] == [("A Theory of Things", "Mind")]


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="known are: text"):
        read_text("x", format="odt")


NEWBLOCK = r"""
\section{Publikationen}
\begin{enumerate}
\bibitem{a} Mara Quint. \newblock Orbits of small groups. \newblock {\em Math. Notes}, 3(1):5--9, 2003.
\bibitem{b} Mara Quint and Olaf Renz. \newblock
The jumping involution. \newblock In Vorbereitung.
\end{enumerate}
"""


def test_newblock_parts_the_authors_from_the_title() -> None:
    assert [w.title for w in read_text(NEWBLOCK, format="latex").works] == [
        "Orbits of small groups",
        "The jumping involution",
    ]


WRAPPED = """Publications

1. Load sharing by work stealing in tensor network calculations: the
use of hybrid methods, A. Quint, B. Renz, J. Comput. Math. 11, 813
(2014).

2. Scalable properties of silver clusters and their heats of formation
in solution, R. Marn, A. Quint, and C. Olm, Surf. Chem. Lett. 57, 92
(2013).

3. Efficient parallel storage of sparse matrices on machines with shared
memory, A. Quint, and C. Olm, J. Comput. Math. 9, 588, (2012).
"""


def test_line_ends_of_a_wrapped_text_end_no_title() -> None:
    assert [w.title.replace("\n", " ") for w in read_text(WRAPPED, name="publications.txt").works] == [
        "Load sharing by work stealing in tensor network calculations: the use of hybrid methods",
        "Scalable properties of silver clusters and their heats of formation in solution",
        "Efficient parallel storage of sparse matrices on machines with shared memory",
    ]


@pytest.mark.parametrize("fmt", sorted(PROSE))
def test_reading_leaves_no_cycles_and_the_collector_as_it_was(fmt: str) -> None:
    """No collector runs while a text is read; it would have nothing to do."""
    heads = {"html": "<ul>", "latex": "\\section{Publications}\\begin{itemize}"}
    items = {"html": "<li>{}</li>", "latex": "\\item {}\n"}
    entry = "Torres, J., & Vidal, S. ({}). Soil carbon in old vineyards. Geoderma, 370, 114-120."
    text = heads.get(fmt, "Publications\n\n") + "".join(
        items.get(fmt, "- {}\n").format(entry.format(year)) for year in range(1990, 2020)
    )
    assert len(read_text(text, format=fmt).works) > 20
    gc.collect()
    was_running = gc.isenabled()
    reading = read_text(text, format=fmt)
    assert gc.collect() == 0
    assert gc.isenabled() is was_running
    assert reading.works
