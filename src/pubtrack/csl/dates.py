"""`cs:date`: dates, ranges, seasons and texts that stand for dates.

Source: https://docs.citationstyles.org/en/stable/specification.html#date
"""

from __future__ import annotations

from pubtrack.csl.clean_dates import Date, Day
from pubtrack.csl.elements import Element
from pubtrack.csl.nodes import Cased
from pubtrack.csl.numbers import ordinal
from pubtrack.csl.runs import CLOSE, Role, Tag, Token
from pubtrack.csl.state import Environment, State
from pubtrack.csl.typography import field_tokens

__all__ = ["DateNode", "build_date", "sort_text"]

_AFFIXES = ("prefix", "suffix")
# Earlier years are followed by the term for AD; the specification says 1000, the reference and its tests 500.
_FIRST_BARE_YEAR = 500
_LEVEL = {"year": 0, "month": 1, "day": 2}


def sort_text(date: Date, names: tuple[str, ...] = ("year", "month", "day")) -> str:
    """A text that sorts as the date does: era, padded year, month, day; the end of a range after it.

    Source: https://docs.citationstyles.org/en/stable/specification.html#sorting-dates

    >>> sort_text(Date(Day(-100))) < sort_text(Date(Day(50))) < sort_text(Date(Day(2000, 5)))
    True
    """
    if date.start is None:
        return ""
    return "".join(_sort_day(day, names) for day in (date.start, date.end) if day)


def _sort_day(day: Day, names: tuple[str, ...]) -> str:
    # Digits only, so that dates sort before words (n.d.) where a macro shows either; a hyphen sorts before digits.
    text = (f"-{day.year + 5_000_000_000:010d}" if day.year < 0 else f"{day.year:010d}") if "year" in names else ""
    month = day.month or (0 if day.season is None else day.season * 3)
    if "month" in names:
        text += f"{month:02d}"
    return text + (f"{day.day or 0:02d}" if "day" in names else "")


class DatePart(Cased):
    """`cs:date-part`."""

    __slots__ = ("form", "name", "range_delimiter")

    def __init__(self, attrs: dict[str, str]) -> None:
        super().__init__(attrs)
        self.name: str = attrs["name"]
        self.form: str = attrs.get("form", "long" if self.name in ("month", "year") else "numeric")
        self.range_delimiter: str = attrs.get("range-delimiter", "–")

    def words(self, day: Day, state: State) -> str:
        """The part's text for a day; empty where the day lacks it."""
        if self.name == "year":
            return self._year(day, state.env)
        if self.name == "month":
            return self._month(day, state.env)
        return self._day(day, state.env) if day.day else ""

    def _year(self, day: Day, env: Environment) -> str:
        if day.year < 0:
            return f"{-day.year}{env.locale.term('bc') or ''}"
        if 0 < day.year < _FIRST_BARE_YEAR:
            return f"{day.year}{env.locale.term('ad') or ''}"
        return f"{day.year % 100:02d}" if self.form == "short" and day.year > 999 else str(day.year or "")

    def _month(self, day: Day, env: Environment) -> str:
        if day.month is None:
            shows_season = day.season and not self.form.startswith("numeric")
            return (env.locale.term(f"season-{day.season:02d}") or "") if shows_season else ""
        if self.form == "numeric":
            return str(day.month)
        if self.form == "numeric-leading-zeros":
            return f"{day.month:02d}"
        return env.locale.term(f"month-{day.month:02d}", self.form) or ""

    def _day(self, day: Day, env: Environment) -> str:
        number = day.day or 0
        if self.form == "numeric-leading-zeros":
            return f"{number:02d}"
        limited = env.locale.options.get("limit-day-ordinals-to-day-1", False)
        if self.form == "ordinal" and (number == 1 or not limited):
            gender = env.locale.genders.get(f"month-{day.month:02d}", "") if day.month else ""
            return f"{number}{ordinal(number, env.locale, gender)}"
        return str(number)

    def emit(self, day: Day, state: State, out: list[Token], affixes: tuple[bool, bool] = (True, True)) -> None:
        """Appends the part; `affixes` says whether prefix and suffix show."""
        words = self.words(day, state)
        if not words:
            return
        out.extend(self.before if affixes[0] else [t for t in self.before if type(t) is not str])
        out.extend(self.finish(list(field_tokens(words)), state))
        out.extend(self.after if affixes[1] else [t for t in self.after if type(t) is not str])


class DateNode(Cased):
    """`cs:date`."""

    __slots__ = ("delimiter", "parts", "role", "suffixed", "variable")

    def __init__(self, attrs: dict[str, str], parts: tuple[DatePart, ...], suffixed: bool) -> None:
        super().__init__(attrs)
        self.variable: str = attrs["variable"]
        self.parts: tuple[DatePart, ...] = parts
        self.delimiter: str = attrs.get("delimiter", "")
        self.role: Role = Role(self.variable)
        self.suffixed: bool = suffixed

    def render(self, state: State, out: list[Token]) -> None:
        """Appends the date."""
        state.called = True
        date = state.item.dates.get(self.variable)
        if date is None or self.variable in state.suppressed:
            return
        if state.looking and self.variable == "accessed":
            return
        if state.sort is not None:
            state.filled = True
            out.append(sort_text(date, tuple(part.name for part in self.parts)) or date.literal)
            return
        mark = len(out)
        out.extend(self.before)
        out.append(self.role)
        start = len(out)
        self._content(date, state, out)
        if len(out) == start:
            del out[mark:]
            return
        state.filled = True
        if state.record is not None:
            state.record.append(self.variable)
        out[start:] = self.finish(out[start:], state)
        out.append(CLOSE)
        out.extend(self.after)

    def _content(self, date: Date, state: State, out: list[Token]) -> None:
        if state.suppress_year and self.variable == "issued":
            self._year_suffix(state, out)
            return
        if date.start is None:
            tags = next(([t for t in p.before if type(t) is Tag] for p in self.parts if p.name == "year"), [])
            out.extend((*tags, *field_tokens(date.literal), *([CLOSE] * len(tags))))
            self._year_suffix(state, out)
        elif date.end is None or not self._differs(date.start, date.end, state):
            self._single(date.start, state, out)
            if date.open_end:
                out.append("–")
        else:
            self._range(date.start, date.end, state, out)

    def _year_suffix(self, state: State, out: list[Token]) -> None:
        """Adds the year-suffix to the first year shown, where the style does not place it itself."""
        if self.suffixed:
            state.place_year_suffix(out)

    def _emit(self, part: DatePart, day: Day, state: State, out: list[Token], affixes: tuple[bool, bool]) -> None:
        mark = len(out)
        part.emit(day, state, out, affixes)
        if part.name == "year" and len(out) > mark and self.suffixed:
            tail = out[len(out) - len(part.after) :] if affixes[1] and part.after else []
            del out[len(out) - len(tail) :]
            self._year_suffix(state, out)
            out.extend(tail)

    def _run(
        self, parts: tuple[DatePart, ...], day: Day, state: State, out: list[Token], edges: tuple[bool, bool]
    ) -> None:
        """Renders some parts; `edges` says whether the first prefix and the last suffix show."""
        shown = [part for part in parts if part.words(day, state)]
        for index, part in enumerate(shown):
            if index and self.delimiter:
                out.append(self.delimiter)
            affixes = (edges[0] or index > 0, edges[1] or index < len(shown) - 1)
            self._emit(part, day, state, out, affixes)

    def _single(self, day: Day, state: State, out: list[Token]) -> None:
        self._run(self.parts, day, state, out, (True, True))

    def _differs(self, start: Day, end: Day, state: State) -> bool:
        return any(part.words(start, state) != part.words(end, state) for part in self.parts)

    def _range(self, start: Day, end: Day, state: State, out: list[Token]) -> None:
        """A range shows what both days share once."""
        differing = [p for p in self.parts if p.words(start, state) != p.words(end, state)]
        largest = min(differing, key=lambda part: _LEVEL[part.name])
        ranged = [_LEVEL[part.name] >= _LEVEL[largest.name] for part in self.parts]
        first, last = ranged.index(True), len(ranged) - 1 - ranged[::-1].index(True)
        middle = self.parts[first : last + 1]
        self._run(self.parts[:first], start, state, out, (True, True))
        if first and self.delimiter:
            out.append(self.delimiter)
        mark = len(out)
        self._run(middle, start, state, out, (True, False))
        if len(out) > mark:
            out.append(largest.range_delimiter)
        self._run(middle, end, state, out, (False, True))
        rest = self.parts[last + 1 :]
        if rest and self.delimiter and any(part.words(end, state) for part in rest):
            out.append(self.delimiter)
        self._run(rest, end, state, out, (True, True))


def build_date(element: Element, env: Environment, suffixed: bool) -> DateNode:
    """The node for a `cs:date` element.

    Args:
        element: From the style.
        env: Has the localized date forms.
        suffixed: Whether the style leaves the place of the year-suffix to us.
    """
    attrs = dict(element.attrs)
    own = {part.attrs.get("name", ""): part.attrs for part in element.find_all("date-part")}
    form = attrs.pop("form", None)
    if form is None:
        parts = [dict(part.attrs) for part in element.find_all("date-part")]
        return DateNode(attrs, _parts(parts), suffixed)
    localized = env.locale.dates.get(form) or env.locale.dates.get("text")
    wanted = set(attrs.get("date-parts", "year-month-day").split("-"))
    merged = []
    for part in localized.find_all("date-part") if localized else ():
        name = part.attrs.get("name", "")
        if name in wanted:
            changes = {k: v for k, v in own.get(name, {}).items() if k not in _AFFIXES}
            merged.append({**part.attrs, **changes})
    inherited = {k: v for k, v in (localized.attrs if localized else {}).items() if k != "form"}
    return DateNode({**inherited, **attrs}, _parts(merged), suffixed)


def _parts(attrs: list[dict[str, str]]) -> tuple[DatePart, ...]:
    return tuple(DatePart(a) for a in attrs if a.get("name") in _LEVEL)
