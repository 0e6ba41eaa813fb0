"""Abstracts behind references."""

from __future__ import annotations

import pytest

from pubtrack.markup.spans import Block
from pubtrack.readers import read_text
from pubtrack.readers.prose.abstracts import abstract_of
from pubtrack.readers.prose.sections import Placed

ABSTRACT = (
    "Les cordes mouillées sont plus lourdes que les cordes sèches. Nous montrons pourquoi, et nous le mesurons. " * 2
)


def _placed(text: str) -> Placed:
    return Placed(Block("para", text, [(0, 0, len(text))], []))


@pytest.mark.parametrize("label", ["Résumé. ", "Abstract: ", "Zusammenfassung\n", "Resumen — "])
def test_an_abstract_begins_with_its_label(label: str) -> None:
    entry = "Cordes mouillées sous charge. Ada Holm, Bo Lund. "
    text = entry + label + ABSTRACT
    assert text[abstract_of(_placed(text), 0) :].strip().startswith(label.strip(" .:—\n"))


@pytest.mark.parametrize(
    "text",
    ["Abstract: " + ABSTRACT, "On the abstract. Ada Holm, 2020. " + ABSTRACT, "Wet ropes. Ada Holm. Abstract: short"],
)
def test_other_words_begin_no_abstract(text: str) -> None:
    assert abstract_of(_placed(text), 0) == len(text)


def test_what_won_is_the_title_and_nothing_of_its_abstract() -> None:
    text = (
        "# Prix Jeune Chercheur\n\n**Ada Holm est lauréate du prix Jeune Chercheur des JNC 2021.**\n\n"
        f"[Cordes mouillées sous charge]({{% link a.pdf %}}) Par Ada Holm, Bo Lund. <br/>\n**Résumé.** {ABSTRACT}\n"
    )
    assert [w.title for w in read_text(text, format="markdown").works] == ["Cordes mouillées sous charge"]
