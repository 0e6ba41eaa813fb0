"""Where titles begin and end."""

from __future__ import annotations

import pytest

from pubtrack.markup.spans import Block
from pubtrack.readers import read_text
from pubtrack.readers.prose.exact_titles import exact_title


@pytest.mark.parametrize(
    ("text", "title", "whole"),
    [
        ("The Harbour Rope Model (HRM5). Rope Review", "The Harbour Rope Model", "The Harbour Rope Model (HRM5)"),
        ("The Harbour Rope Model (ICRA). Rope Review", "The Harbour Rope Model", "The Harbour Rope Model"),
        ("Ropes in Chile (1990-2014). Rope Review", "Ropes in Chile", "Ropes in Chile (1990-2014)"),
        ("Ropes in Chile (2014). Rope Review", "Ropes in Chile", "Ropes in Chile"),
        ("Who owns the rope? Rope Review", "Who owns the rope", "Who owns the rope?"),
        ("“Ropes, Rope Review", "“Ropes", "Ropes"),
    ],
)
def test_a_title_keeps_what_belongs_to_it(text: str, title: str, whole: str) -> None:
    begin = text.index(title)
    start, end = exact_title(Block("item", text, [(0, 0, len(text))], []), begin, begin + len(title))
    assert text[start:end] == whole


@pytest.mark.parametrize(
    "title",
    [
        "Mutations in primary mediastinal harbour lymphoma (PMHL)",
        "A module of lakes for the Regional Model of Tarn (RMT5)",
        "Effects of the error in functional studies of uranyl (VI)",
        "Elites in the lower house of Tarn (1990-2014)",
        "Parish life in the port of Tarn (1560–1640)",
    ],
)
def test_brackets_that_say_more_about_a_title_belong_to_it(title: str) -> None:
    text = f"# Publications\n\n- A. Bee, C. Dee (2016). {title}. Journal of Knots, 4(2), 19-52.\n"
    assert [w.title for w in read_text(text, format="markdown").works] == [title]


@pytest.mark.parametrize("behind", ["(JAMA)", "(2016)", "(in press)"])
def test_a_journal_and_a_year_in_brackets_do_not(behind: str) -> None:
    text = f"# Publications\n\n- A. Bee, C. Dee. Ropes and how to tie them {behind}. Journal of Knots, 4(2), 19-52.\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["Ropes and how to tie them"]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("Holm A. 2017. Fouilles et restauration du marae (commune de Piha, Tarn). Service de la Culture.", "Fouilles et restauration du marae (commune de Piha, Tarn)"),
        ("Holm A. 2012. Excavaciones en el norte viejo (provincia de Salta, Argentina). Anales de Tarn 3: 1-9.", "Excavaciones en el norte viejo (provincia de Salta, Argentina)"),
        ("Holm A. 2012. Das Gräberfeld von Wald (Landkreis Tarn). Berichte aus dem Norden 3: 1-9.", "Das Gräberfeld von Wald (Landkreis Tarn)"),
        ("Holm A. 2011. New ground beetles of the northern coast (Coleoptera: Carabidae). Zootaxa 3: 1-9.", "New ground beetles of the northern coast (Coleoptera: Carabidae)"),
        ("Holm A. 2011. Ropes of the northern coast (Tarn Press).", "Ropes of the northern coast"),
        ("Holm A. 2011. Ropes of the northern coast (Master thesis). University of Tarn.", "Ropes of the northern coast"),
    ],
)  # fmt: skip
def test_the_place_and_the_kind_in_brackets_belong_to_a_title(entry: str, title: str) -> None:
    assert [w.title for w in read_text(f"# Publications\n\n- {entry}\n", format="markdown").works] == [title]
