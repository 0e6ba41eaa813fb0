"""Where a row of names goes on and where it ends: what stands beside a piece makes it more or less of a name."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.piece_labels import Piece

__all__ = ["smooth_name"]

_CAPS_FAMILY = re.compile(r"[A-ZÀ-Þ]{3,}(?:-[A-ZÀ-Þ]+)? [A-ZÀ-Þ][a-zà-ÿ]+(?:[ -][A-ZÀ-Þ]?[a-zà-ÿ]+)?\Z")
_LETTERS_LAST = re.compile(r"(?<![\w'’])[A-ZÀ-Þ]\.?\Z")
"""The names of a row that end with initials: what follows without any is no name."""
_LETTERS_FIRST = re.compile(r"(?:[A-ZÀ-Þ]\. ?-?){1,4}[A-ZÀ-Þ][\w'’-]+")
"""`R. Aslam, Glassy Argyrodites: From Melt to Membrane`: nor what follows names that begin with theirs."""


def smooth_name(piece: Piece, before: Piece | None, after: Piece | None, text: str) -> None:
    """Makes a piece more of a name beside names, and less of one where the row of names has ended."""
    if piece.year or (before is not None and piece.before == "line" and piece.venue >= piece.name):
        return
    words = text[piece.start : piece.end]
    if piece.before == "start" and after is not None and after.before in ("dot", "comma") and _CAPS_FAMILY.match(words):
        piece.name = max(piece.name, 1.8)  # "SHEN Ruogu. Grain and Tolls": Chinese and French habit
    if _before_title(piece, before, after, text) or _behind_names(piece, before, after, text):
        piece.name = min(piece.name, 0.4)
    elif not (piece.before == "dot" and piece.name < 1 and before is not None and before.name >= 2.2):
        _beside_names(piece, before, after)  # "Schulze-Koops T. Troponin, copeptin": there the names ended


def _beside_names(piece: Piece, before: Piece | None, after: Piece | None) -> None:
    beside = (before and before.name >= 1.6) or (after and after.name >= 1.6)
    if 0.5 <= piece.name < 2 and beside and piece.before != "quote":
        piece.name += 0.8
    elif 1.1 <= piece.name < 1.5 and _in_row(piece, before, after):
        piece.name += 0.5


def _before_title(piece: Piece, before: Piece | None, after: Piece | None, text: str) -> bool:
    """Tells whether a piece opens a title that goes on behind a colon, or in lower case behind a comma."""
    if after is None:
        return False
    plain_behind = after.before == "colon" and not (after.quoted or after.spans)
    if plain_behind and piece.name < 2 and _begins_title(piece, before, text):
        return True  # "Digital contracts: who needs them?" names no author
    if before is None:
        return False
    if after.before == "colon":  # "Goto S: KEGG: kyoto encyclopedia", "et al. SEEK: a platform"
        opens = before.name >= 2 and piece.before in ("dot", "colon", "close")
        return opens and _ACRONYM.fullmatch(text, piece.start, piece.end) is not None
    if "、" in text[piece.end : after.start]:
        return piece.before == "dot" and after.name < 1  # "杜赞奇. 文化、权力与国家": names would follow names
    # "KELM, M. L. Desafios, experiências e estratégias": no name goes on so
    return after.before == "comma" and _GOES_ON.match(text, after.start) is not None


def _behind_names(piece: Piece, before: Piece | None, after: Piece | None, text: str) -> bool:
    """Tells whether the names have ended in front of a piece: with a colon, or with initials and a full stop."""
    if before is None:
        return False
    if piece.before == "colon":
        return before.name >= 1.5 and piece.name < 2  # "With Petra Schulte: Counting, Weighing": the title begins here
    return piece.before == "dot" and piece.name < 2.2 and _names_end(before, after, text)


def _names_end(before: Piece, after: Piece | None, text: str) -> bool:
    """`Boyd, R. W. Nonlinear Optics. 3rd edn`: behind a family name, its initials and a full stop the names end."""
    if after is not None and after.before == "comma" and after.name >= 2.2:
        return False  # and another one follows
    return before.name >= 2.2 and _FAMILY_LETTERS.search(text, max(0, before.end - 40), before.end) is not None


_FAMILY_LETTERS = re.compile(
    r"(?:\A|[,;&.(] ?|\b(?:and|und|et|y|e) )[A-ZÀ-Þ][\w'’-]{2,}, (?:[A-ZÀ-Þ]\.-? ?)*[A-ZÀ-Þ]\.?\Z"
)
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ\d-]+[a-z]?")
_GOES_ON = re.compile(
    r"(?!(?:and|und|et|y|e|von|van|de|der|del|della|di|da|la|le|ed|eds|hrsg|hg|dir|dirs|coord|coords|with|mit|avec|con|in|dans|en|trans|jr|sr|with|forthcoming|accepted|submitted|under|vol|no|pp)\b)(?:an? |the )?[a-zà-ÿ]{3,} [\w'’-]+ \w"
)
"""Words in lower case behind a comma, which no name is followed by."""


def _begins_title(piece: Piece, before: Piece | None, text: str) -> bool:
    """Tells whether a piece stands where a title may begin: first, behind a full stop, behind the initials of a row."""
    if piece.before != "comma":
        return piece.before in ("start", "dot", "close")
    if before is None or before.name < 2.2:
        return False
    if _LETTERS_FIRST.match(text, before.start) and not _LETTERS_FIRST.match(text, piece.start):
        return True
    return _LETTERS_LAST.search(text, max(0, before.end - 2), before.end) is not None


def _in_row(piece: Piece, before: Piece | None, after: Piece | None) -> bool:
    """`Jane Torres, Sam Vidal`: two names beside each other, a comma between."""
    behind = after is not None and after.before == "comma" and after.name >= 1.1
    return behind or (before is not None and piece.before == "comma" and before.name >= 1.1)
