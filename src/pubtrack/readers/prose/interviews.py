"""Questions and answers: what a question speaks of, its answer speaks of, too."""

from __future__ import annotations

import itertools
import re

from pubtrack.readers.prose.sections import Placed

__all__ = ["answer_to"]

_ANSWER = re.compile(r"\W*(?:A|Answer|Antwort|R|Réponse|Respuesta|答)\s?[:：.]\s")
_QUESTION = re.compile(r"\W*(?:Q|Question|Frage|P|Pregunta|F|问)\s?[:：.]\s")
_YES = re.compile(r"(?:Ja|Nein|Doch|Genau|Stimmt|Yes|Yeah|No|Right|True|Oui|Non|Sí|是的|对)[,.，。] ")
"""How an answer to a remark begins."""
LONGEST_QUESTION = 240
"""Characters of a paragraph that may be a question. Chosen by hand: longer ones tell something themselves."""


def answer_to(part: list[Placed]) -> None:
    """Notes in each answer what was asked: a short paragraph that ends with a question mark or begins with `Q:`."""
    for before, item in itertools.pairwise(part):
        text = before.block.text.strip()
        if item.block.kind != "para" or len(text) > LONGEST_QUESTION:
            continue
        answered = _ANSWER.match(item.block.text) if _QUESTION.match(text) else _YES.match(item.block.text)
        if text.endswith(("?", "？")) or answered:
            item.asked = text
