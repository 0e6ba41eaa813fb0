"""What a value expression says: macros in their order, months, concatenation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

from pubtrack.bibtex.braces import Braces
from pubtrack.bibtex.grammar import SPACE, TOKEN

__all__ = ["LONGEST_EXPANSION", "MONTHS", "Macros", "evaluate", "month_macro", "month_number"]

MONTHS: Final[Mapping[str, str]] = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "may": "May",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}
"""The month macros that every standard style defines. Source: plain.bst 0.99b, CTAN biblio/bibtex/base."""

_NUMBERS: Final = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH_DIGITS = re.compile(r"0?[1-9]|1[0-2]")


_DELIMITER = re.compile(r'["{}]')
LONGEST_EXPANSION: Final = 2_000
"""Characters that a macro built from others may have. A chain of `@string{a = a # a}` would else fill the memory."""


class Macros:
    """The `@string` definitions of a file. A later definition holds for what comes after it, as in BibTeX."""

    def __init__(self) -> None:
        self._positions: dict[str, list[int]] = {}
        self._values: dict[str, list[str]] = {}

    def define(self, name: str, position: int, value: str) -> None:
        """Adds a definition; positions must rise."""
        self._positions.setdefault(name.lower(), []).append(position)
        self._values.setdefault(name.lower(), []).append(value)

    def value(self, name: str, position: int) -> str | None:
        """Gives what the macro means at that position, or None where nothing defines it before.

        >>> macros = Macros()
        >>> macros.define("ACM", 10, "Assoc.")
        >>> macros.value("acm", 20), macros.value("acm", 5), macros.value("JAN", 5)
        ('Assoc.', None, 'January')
        """
        folded = name.lower()
        positions = self._positions.get(folded)
        if positions:
            at = bisect_left(positions, position)
            if at:
                return self._values[folded][at - 1]
        return MONTHS.get(folded)

    def last(self) -> dict[str, str]:
        """Gives the final value of every macro that the file defines, by lower-case name."""
        return {name: values[-1] for name, values in self._values.items()}


def evaluate(expression: str, macros: Macros, position: int = 0, undefined: list[str] | None = None) -> str:
    """Gives the string that an expression stands for, LaTeX still in it; undefined macros stay as their name.

    Args:
        expression: As it stands in the file, for example `"1--" # end`.
        macros: The definitions of the file.
        position: Where the expression stands; later definitions do not hold.
        undefined: Receives the names that no definition explains.

    >>> evaluate('{a{b}} # " and " # feb # 12', Macros())
    'a{b} and February12'
    """
    inner = expression[1:-1]
    if expression[:1] + expression[-1:] in ("{}", '""') and not _DELIMITER.search(inner):
        return inner
    if expression.isascii() and expression.isdigit():
        return expression
    if expression.isascii() and expression.isidentifier():
        return _macro(expression, macros, position, undefined)
    pieces: list[str] = []
    braces = Braces(expression)
    at = _skip(expression, 0)
    while at < len(expression):
        mark = expression[at]
        close = braces.close_of(at) if mark == "{" else braces.quote_end(at) if mark == '"' else None
        if close == -1:  # an escaped brace, not counted in the lenient reading that gave us this expression
            return expression.strip()[1:-1]
        if close is None:
            token = TOKEN.match(expression, at)
            if not token or token[1]:
                return expression.strip()
            pieces.append(token[2] or _macro(token[3], macros, position, undefined))
            at = token.end()
        else:
            pieces.append(expression[at + 1 : close])
            at = close + 1
        at = _skip(expression, at)
        if at < len(expression) and expression[at] != "#":  # bare words, as in `month = 3 May`
            return expression.strip()
        at = _skip(expression, at + 1)
    return "".join(pieces)


def _macro(name: str, macros: Macros, position: int, undefined: list[str] | None) -> str:
    value = macros.value(name, position)
    if value is None and undefined is not None:
        undefined.append(name)
    return name if value is None else value


def _skip(text: str, at: int) -> int:
    match = SPACE.match(text, at)
    return match.end() if match else at


def month_number(text: str) -> int | None:
    """Gives 1 to 12 for a month in words, macro or digits, in English, else None.

    >>> month_number("Sept."), month_number("12"), month_number("12~May"), month_number("spring")
    (9, 12, 5, None)
    """
    words = text.replace("~", " ").replace(".", " ").replace("-", " ").replace("/", " ").split()
    for word in words:
        number = _NUMBERS.get(word[:3].lower())
        if number and MONTHS[word[:3].lower()].lower().startswith(word.lower().removesuffix("t")):
            return number
    return int(words[0]) if len(words) == 1 and _MONTH_DIGITS.fullmatch(words[0]) else None


def month_macro(number: str) -> str | None:
    """Gives the macro for the number of a month, or None where the text is none.

    >>> month_macro("05"), month_macro("13")
    ('may', None)
    """
    return list(MONTHS)[int(number) - 1] if _MONTH_DIGITS.fullmatch(number) else None
