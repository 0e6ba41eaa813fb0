"""`cs:number`, and `cs:label` for numbers and locators.

Source: https://docs.citationstyles.org/en/stable/specification.html#number and #label
"""

from __future__ import annotations

from pubtrack.csl.nodes import Cased, affix_tokens
from pubtrack.csl.number_text import joined_number
from pubtrack.csl.numbers import OWN_LABEL, is_multiple, is_numeric, ordinal, parse_number, roman
from pubtrack.csl.runs import CLOSE, Role, Token
from pubtrack.csl.state import Environment, State

__all__ = ["Label", "NumberNode"]


class NumberNode(Cased):
    """`cs:number`."""

    __slots__ = ("form", "gender", "role", "variable")

    def __init__(self, attrs: dict[str, str], env: Environment) -> None:
        super().__init__(attrs)
        self.variable: str = attrs["variable"]
        self.form: str = attrs.get("form", "numeric")
        self.role: Role = Role(self.variable)
        self.gender: str = env.locale.genders.get(self.variable, "")

    def render(self, state: State, out: list[Token]) -> None:
        """Appends the number in the form asked for."""
        text = state.text(self.variable)
        if not text:
            return
        style = state.env.page_format if self.variable == "page" else ""
        parts = parse_number(text, OWN_LABEL.get(self.variable, self.variable))
        form = self._form if self.form != "numeric" and is_numeric(parts[0].value) else None
        tokens: list[Token] = [joined_number(parts, state.env, style, form)]
        out.extend(self.before)
        out.append(self.role)
        out.extend(self.finish(tokens, state) if self.case or self.strip else tokens)
        out.append(CLOSE)
        out.extend(self.after)

    def _form(self, value: str, env: Environment) -> str:
        if not value.isdecimal() or len(value) > 9 or not int(value):
            return value
        number = int(value)
        if self.form == "roman":
            return roman(number)
        if self.form == "long-ordinal" and 1 <= number <= 10:
            word = env.locale.term(f"long-ordinal-{number:02d}", gender=self.gender)
            if word:
                return word
        return f"{number}{ordinal(number, env.locale, self.gender)}"


class Label(Cased):
    """`cs:label` for a number variable or the locator."""

    __slots__ = ("form", "plural", "variable", "words")

    def __init__(self, attrs: dict[str, str], env: Environment) -> None:
        super().__init__(attrs)
        self.variable: str = attrs.get("variable", "")
        self.form: str = attrs.get("form", "long")
        self.plural: str = attrs.get("plural", "contextual")
        self.words: tuple[str, ...] = tuple(filter(None, [env.locale.term("and")]))

    def render(self, state: State, out: list[Token]) -> None:
        """Appends the label where its variable holds something."""
        text = state.text(self.variable)
        if not text:
            return
        term = self.variable
        if term == "locator":
            term = str(state.cite.get("label") or "page")
            label = parse_number(text)[0].label
            if label:
                return
        plural = self.plural == "always" or (
            self.plural == "contextual" and is_multiple(text, self.variable, self.words)
        )
        words = state.env.locale.term(term, self.form, plural)
        if words:
            out.extend(self.before)
            out.extend(self.finish(list(affix_tokens(words)), state))
            out.extend(self.after)
