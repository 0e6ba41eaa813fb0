"""What changes while one item is rendered; everything else was settled when the style was compiled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pubtrack.csl.clean_names import Name
from pubtrack.csl.items import Item
from pubtrack.csl.locales import Locale
from pubtrack.csl.runs import CLOSE, Role, Token

__all__ = ["FIRST", "IBID", "IBID_WITH_LOCATOR", "SUBSEQUENT", "Disambiguation", "Environment", "State"]

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = range(4)


class Environment:
    """What all nodes of one compiled style share.

    Attributes:
        locale: Terms and date forms.
        lang: The locale's language, for example `en`.
        style: The attributes of `cs:style`.
    """

    def __init__(self, locale: Locale, style: dict[str, str]) -> None:
        self.locale: Locale = locale
        self.style: dict[str, str] = style
        self.lang: str = locale.lang.lower()
        get = locale.term
        names = {"open-quote": "“", "close-quote": "”", "open-inner-quote": "‘", "close-inner-quote": "’"}
        marks = [default if get(name) is None else str(get(name)) for name, default in names.items()]
        self.quotes: tuple[str, str, str, str] = (marks[0], marks[1], marks[2], marks[3])
        self.in_quote: bool = locale.options.get("punctuation-in-quote", False)
        self.page_format: str = style.get("page-range-format", "")
        self.page_delimiter: str = get("page-range-delimiter") or "–"
        self.demote: str = style.get("demote-non-dropping-particle", "display-and-sort")
        self.initialize_hyphen: bool = style.get("initialize-with-hyphen", "true") != "false"


class Disambiguation:
    """What one item needs so that its citation names nothing else.

    Attributes:
        names: Per list of names, in the order they are rendered, how many to show at least.
        givens: Per list of names, per name, how much: a level of `pubtrack.csl.names`.
        year_suffix: `a`, `b`... or empty.
        condition: How many tests for `disambiguate="true"` hold, in the order they are met.
    """

    __slots__ = ("condition", "givens", "names", "year_suffix")

    def __init__(self) -> None:
        self.names: dict[int, int] = {}
        self.givens: dict[int, dict[int, int]] = {}
        self.year_suffix: str = ""
        self.condition: int = 0

    def copy(self) -> Disambiguation:
        """One of its own with the same contents."""
        twin = Disambiguation()
        twin.names = dict(self.names)
        twin.givens = {index: dict(levels) for index, levels in self.givens.items()}
        twin.year_suffix, twin.condition = self.year_suffix, self.condition
        return twin


class State:
    """The state of rendering one item once.

    Attributes:
        called: Whether a variable was asked for since the enclosing group began.
        filled: Whether one of those held something.
        suppressed: Variables that a substitution already showed.
        record: Collects the variables read, while a substitution is tried.
        names_seen: How many lists of names were rendered so far.
    """

    __slots__ = (
        "abbreviations",
        "area",
        "author_span",
        "called",
        "capitalize",
        "cite",
        "conditions",
        "disambiguation",
        "env",
        "filled",
        "first_names",
        "first_note",
        "item",
        "lists",
        "looking",
        "name_lists",
        "name_spans",
        "names_end",
        "names_seen",
        "near_note",
        "number",
        "position",
        "record",
        "shown",
        "sort",
        "suppress_author",
        "suppress_year",
        "suppressed",
        "year_suffix_done",
    )

    def __init__(self, env: Environment, item: Item, area: str, disambiguation: Disambiguation | None = None) -> None:
        self.env: Environment = env
        self.item: Item = item
        self.area: str = area
        self.disambiguation: Disambiguation | None = disambiguation
        self.cite: dict[str, Any] = {}
        self.abbreviations: Mapping[str, Mapping[str, str]] = {}
        self.called: bool = False
        self.filled: bool = False
        self.suppressed: set[str] = set()
        self.record: list[str] | None = None
        self.names_seen: int = 0
        self.conditions: int = 0
        self.position: int = FIRST
        self.near_note: bool = False
        self.number: int | None = None
        self.first_note: int | None = None
        self.sort: dict[str, int] | None = None
        self.lists: list[tuple[int, int]] = []
        self.name_lists: list[tuple[Name, ...]] = []
        self.first_names: str | None = None
        self.author_span: tuple[int, int] | None = None
        self.name_spans: list[tuple[int, int]] = []
        self.names_end: int = 0
        self.suppress_author: bool = False
        self.suppress_year: bool = False
        self.year_suffix_done: bool = False
        self.capitalize: bool = False
        self.looking: bool = False
        self.shown: bool = False

    def text(self, variable: str) -> str:
        """The variable's text, or an empty string; asking is noted for groups and substitutions."""
        self.called = True
        if variable in self.suppressed:
            return ""
        value = self.item.texts.get(variable, "")
        if not value and variable in _COMPUTED:
            value = _COMPUTED[variable](self)
        if value:
            self.filled = True
            if self.record is not None:
                self.record.append(variable)
        return value

    def place_year_suffix(self, out: list[Token]) -> None:
        """Appends the year-suffix, where there is one and it was not shown yet."""
        if not self.year_suffix_done and self.disambiguation is not None and self.disambiguation.year_suffix:
            self.year_suffix_done = True
            out.extend((Role("year-suffix"), self.disambiguation.year_suffix, CLOSE))

    def text_quietly(self, variable: str) -> str:
        """The variable's text, without noting that it was asked for."""
        if variable in self.item.texts:
            return self.item.texts[variable]
        return _COMPUTED[variable](self) if variable in _COMPUTED else ""

    def has(self, variable: str) -> bool:
        """Whether the variable holds something, shown already or not."""
        item = self.item
        if variable in item.texts or variable in item.names or variable in item.dates:
            return True
        return variable in _COMPUTED and bool(_COMPUTED[variable](self))


def _citation_number(state: State) -> str:
    return str(state.number) if state.number is not None else ""


def _locator(state: State) -> str:
    return str(state.cite.get("locator", ""))


def _first_note(state: State) -> str:
    return str(state.first_note) if state.first_note is not None else ""


def _year_suffix(state: State) -> str:
    return state.disambiguation.year_suffix if state.disambiguation else ""


def _citation_label(state: State) -> str:
    """A label like `Doe00`: four letters of one to four names, and two digits of the year.

    Source: behaviour of citeproc-js for `citation-label` (https://citeproc-js.readthedocs.io/en/latest/csl-json/).
    """
    item = state.item
    names = item.names.get("author") or next(iter(item.names.values()), ())
    lengths = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}.get(len(names), (1, 1, 1, 1))
    label = "".join(
        (name.family or name.literal).replace(" ", "")[:length] for name, length in zip(names, lengths, strict=False)
    )
    date = item.dates.get("issued")
    return label + (str(date.start.year)[-2:] if date and date.start else "00")


_COMPUTED = {
    "citation-number": _citation_number,
    "locator": _locator,
    "first-reference-note-number": _first_note,
    "year-suffix": _year_suffix,
    "citation-label": _citation_label,
}
