"""How a person lays out an entry, so that what is added looks as if they had written it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pubtrack.bibtex.grammar import COMMA

if TYPE_CHECKING:
    from pubtrack.bibtex.blocks import FieldSpan
    from pubtrack.bibtex.entry import Entry

__all__ = ["Style", "style_of"]

_AFTER_NAME = re.compile(r"(\s*)=(\s*)")
_LAST_LINE = re.compile(r"[^\r\n]*\Z")


@dataclass(frozen=True, slots=True)
class Style:
    """The layout of one entry. The defaults are those of a file that has no entry yet."""

    opening: str = "\n  "
    """Between the comma after the key and the first field."""
    separator: str = ",\n  "
    """Between two fields."""
    closing: str = "\n"
    """Between the last field, or its comma, and the closing brace."""
    trailing_comma: bool = True
    before_equals: str = " "
    after_equals: str = " "
    equals_column: int | None = None
    """Width of name and padding where the equals signs stand in one column."""
    value_column: int | None = None
    """Width up to the value where only the values stand in one column."""
    delimiter: str = "{"
    bare_numbers: bool = False
    field_case: str = "lower"
    type_case: str = "lower"
    brackets: str = "{}"

    def with_eol(self, eol: str) -> Style:
        """Gives the same layout with another line end."""
        return replace(
            self,
            opening=self.opening.replace("\n", eol),
            separator=self.separator.replace("\n", eol),
            closing=self.closing.replace("\n", eol),
        )

    def field(self, name: str, expression: str) -> str:
        """Gives `name = value` laid out like the neighbours.

        >>> Style(equals_column=8).field("doi", "{10.1/x}")
        'doi     = {10.1/x}'
        """
        name = _cased(name, self.field_case)
        before, after = self.before_equals, self.after_equals
        if self.equals_column is not None:
            before = " " * max(self.equals_column - len(name), 1 if before else 0)
        elif self.value_column is not None:
            after = " " * max(self.value_column - len(name) - len(before) - 1, 1 if after else 0)
        return f"{name}{before}={after}{expression}"

    def entry(self, kind: str, key: str, fields: Sequence[tuple[str, str]]) -> str:
        """Gives a whole entry from names and value expressions.

        >>> print(Style().entry("misc", "k", [("title", "{A}"), ("year", "2020")]))
        @misc{k,
          title = {A},
          year = 2020,
        }
        """
        opening, closing = self.brackets[0], self.brackets[1]
        head = f"@{_cased(kind, self.type_case)}{opening}{key}"
        if not fields:
            return f"{head}{closing}"
        body = self.separator.join(self.field(name, expression) for name, expression in fields)
        return f"{head},{self.opening}{body}{',' if self.trailing_comma else ''}{self.closing}{closing}"


def _cased(name: str, case: str) -> str:
    if not name.islower():
        return name  # the caller spelled it on purpose
    return {"upper": name.upper(), "title": name.title()}.get(case, name)


def _case_of(words: Sequence[str]) -> str:
    if words and all(word.isupper() for word in words):
        return "upper"
    return "title" if words and all(word[:1].isupper() and word[1:] == word[1:].lower() for word in words) else "lower"


def style_of(entry: Entry, default: Style) -> Style:
    """Gives the layout of the entry; what it does not show is taken from `default`."""
    source, spans, block = entry._source, entry.spans(), entry._block
    opening_bracket = re.compile(r"[{(]").search(source, block.start)
    head = source[block.start + 1 : opening_bracket.start() if opening_bracket else block.start + 1].strip()
    bracket = opening_bracket[0] if opening_bracket else "{"
    style = replace(default, type_case=_case_of([head]), brackets="()" if bracket == "(" else "{}")
    if not spans:
        return style
    return _layout(_ends(style, entry, spans), source, spans)


def _ends(style: Style, entry: Entry, spans: list[FieldSpan]) -> Style:
    source, block = entry._source, entry._block
    opening = source[block.key_end : spans[0].name_start]
    if COMMA.fullmatch(opening):
        style = replace(style, opening=opening.partition(",")[2])
        style = replace(style, separator=f",{style.opening}")
    tail = source[spans[-1].value_end : block.end - 1]
    if not tail.strip(" \t\r\n,"):
        before, comma, after = tail.partition(",")
        style = replace(style, trailing_comma=bool(comma), closing=after if comma else before)
    separators = [source[a.value_end : b.name_start] for a, b in pairwise(spans)]
    good = [text for text in separators if COMMA.fullmatch(text)]
    return replace(style, separator=Counter(good).most_common(1)[0][0]) if good else style


def _layout(style: Style, source: str, spans: list[FieldSpan]) -> Style:
    names = [source[span.name_start : span.name_end] for span in spans]
    gaps = [_AFTER_NAME.fullmatch(source, span.name_end, span.value_start) for span in spans]
    pads = [(gap[1], gap[2]) for gap in gaps if gap] or [(style.before_equals, style.after_equals)]
    before, after = Counter(pads).most_common(1)[0][0]
    equals, value = _columns(style, [len(name) for name in names], pads)
    values = [source[span.value_start : span.value_end] for span in spans]
    delimiters = Counter(text[0] for text in values if text[:1] in ("{", '"'))
    numbers = [text for text in values if text.strip('{}"').isdigit()]
    return replace(
        style,
        before_equals=before,
        after_equals=after,
        equals_column=equals,
        value_column=None if equals is not None else value,
        delimiter=delimiters.most_common(1)[0][0] if delimiters else style.delimiter,
        bare_numbers=all(text.isdigit() for text in numbers) if numbers else style.bare_numbers,
        field_case=_case_of(names),
    )


def _columns(style: Style, lengths: list[int], pads: list[tuple[str, str]]) -> tuple[int | None, int | None]:
    """Gives `equals_column` and `value_column`. Names of one length show none: then the default's hold if they fit."""
    equals = [length + len(before) for length, (before, _) in zip(lengths, pads, strict=False)]
    values = [at + 1 + len(after) for at, (_, after) in zip(equals, pads, strict=False)]
    if len(set(lengths)) == 1:
        return (
            style.equals_column if set(equals) == {style.equals_column} else None,
            style.value_column if set(values) == {style.value_column} else None,
        )
    befores, afters = zip(*pads, strict=True)
    return (
        _column(equals) if len(set(befores)) > 1 else None,
        _column(values) if len(set(afters)) > 1 else None,
    )


def _column(widths: list[int]) -> int | None:
    """The column that most fields share; a few longer names may stick out."""
    width, count = Counter(widths).most_common(1)[0]
    return width if count > 1 and count * 3 >= len(widths) * 2 else None
