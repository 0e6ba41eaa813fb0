"""The blurb of a book: sentences that say what a text does, and are no reference themselves."""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.words import fold

__all__ = ["tells_of_a_text"]

_TELLS = re.compile(
    r"\b(?:examines|explores|traces|shows|argues|reconstructs|offers|reveals|demonstrates|provides|presents|considers|analy[sz]es|investigates|describes|tells|invites|challenges|asks|brings|explains|illuminates|uncovers|focuses|draws) "
    r"(?:how|why|what|that|the|an?|this|its|his|her|their|us|readers|on|to|new|both)\b"
    r"|\b(?:explora|muestra|propone|analiza|revela|examina|aborda|nos (?:invita|lleva|ofrece|muestra)) (?:como|que|el|la|los|las|un|una|al?)\b"
    r"|\b(?:explore|montre|propose|analyse|retrace|examine|interroge|revele|eclaire|nous (?:invite|montre|offre)) (?:comment|que|le|la|les|un|une|a)\b"
    r"|\b(?:zeigt|untersucht|erzahlt|beleuchtet|beschreibt|analysiert|schildert) (?:wie|dass|die|der|das|den|ein|eine|von)\b"
)
"""What a text does, in the present: so the blurb of a book speaks, and hardly ever a title."""
_SENTENCE_ENDS = re.compile(r"[a-zà-ÿ)”\"’][.!?](?:\s+[A-ZÀ-Þ¿¡«“\"]|\s*\Z)")
_CITED = re.compile(
    r"\((?:19|20)\d\d[a-z]?\)|\b\d{1,4}\s?(?:\(\d{1,4}\))?\s?[:,]\s?(?:pp?\. ?)?\d|\bpp?\. ?\d|\b10\.\d{4}"
)
"""Marks of a reference, whose title may have a verb as well: `What the frog's eye tells the frog's brain`."""
LONGEST_TITLE = 200
"""Characters that no title reaches. Chosen by hand."""


def tells_of_a_text(text: str) -> bool:
    """Tells whether a paragraph is the blurb of a book: long, of whole sentences, and one says what the text does.

    >>> tells_of_a_text("Drawing together weavers and dyers, Madder Red examines how colours made towns. " * 3)
    True
    """
    return (
        len(text) >= LONGEST_TITLE
        and text.rstrip().endswith((".", "!", "?", "…"))
        and _TELLS.search(fold(text[:1500])) is not None
        and _SENTENCE_ENDS.search(text) is not None
        and _CITED.search(text) is None
    )
