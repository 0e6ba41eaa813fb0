"""Text as a page may show it: one line, nothing that turns what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from pubtrack.csl import Run
from pubtrack.markup.inline import plain_inline

__all__ = ["calm", "calm_runs", "no_tags", "plain_title", "readable_math"]

# Embeddings, overrides and isolates (a stray one turns the rest of a page around), and line ends of every kind.
# Source: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def calm(text: str) -> str:
    r"""The text on one line, without control characters and without characters that turn the direction of others.

    Letters that are written from right to left stay: their direction is their own.

    >>> calm("a\n\u202eb\x00")
    'a b'
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNPRINTABLE.sub("", _TURNING.sub("", _BREAKS.sub(" ", text)))


def calm_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with calm text; what has no text left is left out."""
    made = (run._replace(text=calm(run.text)) for run in runs)
    return tuple(run for run in made if run.text)


def plain_title(text: str) -> str:
    """A title without the tags of CSL-JSON, on one line, simple formulas as letters.

    >>> plain_title("On <i>E. coli</i>")
    'On E. coli'
    """
    return calm(plain_inline(readable_math(text))).strip()


_FORMULA = re.compile(r"\$([^$\s][^$]{0,200}?)\$")
_SOURCE = frozenset("\\{}^_$")


def readable_math(text: str) -> str:
    r"""The text with each formula that letters can say in letters; all others, and prices, stay as they are.

    >>> readable_math(r"$\alpha$-rays cost $5 to $9"), readable_math(r"$\frac{1}{2}$")
    ('α-rays cost $5 to $9', '$\\frac{1}{2}$')
    """
    return _FORMULA.sub(_letters, text) if "$" in text else text


def _letters(formula: re.Match[str]) -> str:
    if not _SOURCE & set(formula[1]):
        return formula[0]
    said = _latex_reader().latex_to_text(formula[0]).strip()
    return said if said and not _SOURCE & set(said) and "/" not in said and said.isprintable() else formula[0]


@cache
def _latex_reader() -> Any:
    """Without the macros that read files."""
    from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db

    known = get_default_latex_context_db().filter_context(
        exclude_categories=["latex-placeholders", "nonascii-specials"]
    )
    return LatexNodes2Text(math_mode="text", latex_context=known)


def no_tags(text: str) -> str:
    r"""Text for data that pages print as it is: `<` never starts a tag, because a word joiner follows it.

    Source: https://html.spec.whatwg.org/#tag-open-state (a tag starts with `<` and a letter, `/`, `!` or `?`)

    >>> no_tags("<b> 1 < 2").encode("ascii", "backslashreplace")
    b'<\\u2060b> 1 < 2'
    """
    return re.sub(r"<(?=[A-Za-z/!?])", "<\u2060", text)
