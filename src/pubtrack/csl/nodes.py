"""The rendering elements of CSL, except names and dates, as small objects.

A node appends tokens to a list; a node that has nothing to say leaves the list as it was.
Source: https://docs.citationstyles.org/en/stable/specification.html#rendering-elements
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from pubtrack.csl.number_text import number_text
from pubtrack.csl.runs import CLOSE, QUOTE, Role, Tag, Token
from pubtrack.csl.state import Environment, State
from pubtrack.csl.textcase import apply_case
from pubtrack.csl.typography import field_tokens
from pubtrack.csl.variables import NUMBERS

__all__ = [
    "Choose",
    "Group",
    "MacroText",
    "Node",
    "TermText",
    "ValueText",
    "VariableText",
    "render_all",
]

_FORMATS = ("font-style", "font-weight", "font-variant", "text-decoration", "vertical-align")


def formatting(attrs: dict[str, str]) -> list[Token]:
    """The tags for an element's formatting attributes."""
    return [Tag(name, attrs[name]) for name in _FORMATS if name in attrs]


@lru_cache(maxsize=4096)
def affix_tokens(text: str) -> tuple[Token, ...]:
    return field_tokens(text, False) if text else ()


class Node:
    """One rendering element.

    Attributes:
        before: Tokens that come before its content: display, prefix, formatting, quotation mark.
        after: What closes them.
    """

    __slots__ = ("after", "before")

    def __init__(self, attrs: dict[str, str], inside: bool = False) -> None:
        tags = formatting(attrs)
        quoted: list[Token] = [QUOTE] if attrs.get("quotes") == "true" else []
        display: list[Token] = [Tag("display", attrs["display"])] if "display" in attrs else []
        prefix, suffix = affix_tokens(attrs.get("prefix", "")), affix_tokens(attrs.get("suffix", ""))
        if inside:
            self.before: tuple[Token, ...] = (*display, *quoted, *tags, *prefix)
            self.after: tuple[Token, ...] = (*suffix, *([CLOSE] * len(tags + quoted + display)))
        else:
            self.before = (*display, *prefix, *quoted, *tags)
            self.after = (*([CLOSE] * len(tags + quoted)), *suffix, *([CLOSE] * len(display)))

    def render(self, state: State, out: list[Token]) -> None:
        """Appends the element's tokens."""
        raise NotImplementedError


class Choose(Node):
    """`cs:choose`: the first branch whose test holds; it has no affixes and keeps the delimiter around it."""

    __slots__ = ("branches",)

    def __init__(self, branches: list[tuple[Callable[[State], bool] | None, tuple[Node, ...]]]) -> None:
        self.branches: list[tuple[Callable[[State], bool] | None, tuple[Node, ...]]] = branches

    def pick(self, state: State) -> tuple[Node, ...]:
        """The children of the branch that holds."""
        for test, children in self.branches:
            if test is None or test(state):
                return children
        return ()

    def render(self, state: State, out: list[Token]) -> None:
        """Appends the branch's tokens."""
        render_all(self.pick(state), state, out)


def render_all(nodes: Sequence[Node], state: State, out: list[Token]) -> None:
    """Renders one after the other, without delimiter."""
    for node in nodes:
        node.render(state, out)


def render_delimited(
    nodes: Sequence[Node], state: State, out: list[Token], delimiter: tuple[Token, ...], start: int
) -> None:
    """Renders with a delimiter between those that say something."""
    for node in nodes:
        if type(node) is Choose:
            render_delimited(node.pick(state), state, out, delimiter, start)
            continue
        mark = len(out)
        if mark > start:
            out.extend(delimiter)
        content = len(out)
        node.render(state, out)
        if len(out) == content:
            del out[mark:]


class Group(Node):
    """`cs:group`: nothing where it asks for variables and all are empty."""

    __slots__ = ("children", "delimiter")

    def __init__(self, attrs: dict[str, str], children: tuple[Node, ...]) -> None:
        super().__init__(attrs)
        self.children: tuple[Node, ...] = children
        self.delimiter: tuple[Token, ...] = affix_tokens(attrs.get("delimiter", ""))

    def render(self, state: State, out: list[Token]) -> None:
        """Appends the children's tokens."""
        mark = len(out)
        called, filled = state.called, state.filled
        state.called = state.filled = False
        out.extend(self.before)
        start = len(out)
        if self.delimiter:
            render_delimited(self.children, state, out, self.delimiter, start)
        else:
            for node in self.children:
                node.render(state, out)
        shown = len(out) > start and (state.filled or not state.called)
        if shown:
            out.extend(self.after)
        else:
            del out[mark:]
        # A group that shows counts as a variable that holds something for the group around it.
        state.called, state.filled = called or state.called, filled or shown


# A period inside a word (Python.org) is no mark of an abbreviation.
_PERIOD = re.compile(r"\.(?![a-z0-9])")


class Cased(Node):
    """A node whose text may be put into another case and loses its full stops."""

    __slots__ = ("case", "strip")

    def __init__(self, attrs: dict[str, str]) -> None:
        super().__init__(attrs)
        self.case: str = attrs.get("text-case", "")
        self.strip: bool = attrs.get("strip-periods") == "true"

    def stripped(self, text: str) -> str:
        """A text without its periods."""
        return text.replace(".", "")

    def language(self, state: State) -> str:
        """The language whose rules change the case: the style's words follow English title case in every language."""
        return "en" if self.case == "title" else state.env.lang

    def finish(self, tokens: list[Token], state: State) -> list[Token]:
        """The tokens with periods stripped and case changed."""
        if self.case:
            tokens = apply_case(tokens, self.case, self.language(state))
        if self.strip:
            tokens = [self.stripped(token) if type(token) is str else token for token in tokens]
        return tokens


class MacroText(Cased):
    """`cs:text macro`."""

    __slots__ = ("children", "name")

    def __init__(self, attrs: dict[str, str], name: str, children: tuple[Node, ...]) -> None:
        super().__init__(attrs)
        self.case = ""  # the reference applies no text-case to a macro, and styles are written against it
        self.name: str = name
        self.children: tuple[Node, ...] = children

    def render(self, state: State, out: list[Token]) -> None:
        """Appends the macro's tokens; like a group it shows nothing where all its variables are empty."""
        mark = len(out)
        called, filled = state.called, state.filled
        state.called = state.filled = False
        out.extend(self.before)
        start = len(out)
        for node in self.children:
            node.render(state, out)
        shown = len(out) > start and (state.filled or not state.called)
        if shown:
            if self.strip:
                out[start:] = self.finish(out[start:], state)
            out.extend(self.after)
        else:
            del out[mark:]
        state.called, state.filled = called or state.called, filled or shown


class ValueText(Cased):
    """`cs:text value`."""

    __slots__ = ("tokens",)

    def __init__(self, attrs: dict[str, str]) -> None:
        super().__init__(attrs)
        self.tokens: list[Token] = list(field_tokens(attrs["value"]))

    def render(self, state: State, out: list[Token]) -> None:
        """Appends the words."""
        if self.tokens:
            out.extend(self.before)
            out.extend(self.finish(self.tokens, state) if self.case or self.strip else self.tokens)
            out.extend(self.after)


def _has_words(tokens: Sequence[Token]) -> bool:
    """Whether tokens show a letter or digit, apart from the citation-number."""
    number = False
    for token in tokens:
        if type(token) is Role:
            number = token.variable == "citation-number"
        elif token is CLOSE:
            number = False
        elif not number and type(token) is str and any(map(str.isalnum, token)):
            return True
    return False


class TermText(Cased):
    """`cs:text term`."""

    __slots__ = ("name", "words")

    def __init__(self, attrs: dict[str, str], env: Environment) -> None:
        super().__init__(attrs)
        self.name: str = attrs["term"]
        term = env.locale.term(self.name, attrs.get("form", "long"), attrs.get("plural") == "true")
        self.words: list[Token] = list(field_tokens(term)) if term else []

    def render(self, state: State, out: list[Token]) -> None:
        """Appends the term."""
        if self.words:
            words = self.finish(self.words, state) if self.case or self.strip else self.words
            if state.capitalize and not _has_words(out):
                words = apply_case(words, "capitalize-first", state.env.lang)
            out.extend(self.before)
            out.extend(words)
            out.extend(self.after)


_SHORT = {"title": "title-short", "container-title": "container-title-short"}


class VariableText(Cased):
    """`cs:text variable`."""

    __slots__ = ("numeric", "role", "short", "variable")

    def __init__(self, attrs: dict[str, str]) -> None:
        super().__init__(attrs)
        self.variable: str = attrs["variable"]
        self.short: bool = attrs.get("form") == "short"
        self.role: Role = Role(self.variable)
        self.numeric: bool = self.variable in NUMBERS

    def stripped(self, text: str) -> str:
        """A field without the periods of abbreviations: one inside a word (Python.org) stays."""
        return _PERIOD.sub("", text)

    def language(self, state: State) -> str:
        """The item's language, or the style's."""
        return state.item.language or state.env.lang

    def value(self, state: State) -> str:
        """The text to show, before formatting."""
        if self.short:
            name = _SHORT.get(self.variable, f"{self.variable}-short")
            text = state.text(name)
            if text:
                return text
            text = state.text(self.variable)
            return state.abbreviations.get(self.variable, {}).get(text, text)
        if self.variable == "year-suffix":
            return self._year_suffix(state)
        return state.text(self.variable)

    def _year_suffix(self, state: State) -> str:
        """The year-suffix; asking for it in vain does not empty the group around it."""
        called = state.called
        text = state.text(self.variable)
        state.called = called or bool(text)
        state.year_suffix_done = True
        return text

    def render(self, state: State, out: list[Token]) -> None:
        """Appends the variable's tokens."""
        text = self.value(state)
        if not text:
            return
        if self.numeric:
            text = number_text(text, state.env, self.variable)
        out.extend(self.before)
        out.append(self.role)
        tokens = field_tokens(text)
        if self.case or self.strip:
            tokens = tuple(self.finish(list(tokens), state))
        out.extend(tokens)
        out.append(CLOSE)
        if self.variable == "citation-label":
            state.place_year_suffix(out)
        out.extend(self.after)
