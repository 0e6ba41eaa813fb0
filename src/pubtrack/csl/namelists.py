"""`cs:names`: lists of names with et al., labels and substitution.

Source: https://docs.citationstyles.org/en/stable/specification.html#names
"""

from __future__ import annotations

from pubtrack.csl.clean_names import Name
from pubtrack.csl.names import FAMILY, NameForm, initials, is_ideographic_text
from pubtrack.csl.nodes import Cased, Node, TermText, affix_tokens
from pubtrack.csl.runs import CLOSE, Role, Token, plain
from pubtrack.csl.state import FIRST, Environment, State

__all__ = ["EtAl", "NameLabel", "NamesNode", "sort_name"]


class EtAl(Node):
    """`cs:et-al`: the words that stand for the names left out."""

    __slots__ = ("words",)

    def __init__(self, attrs: dict[str, str], env: Environment) -> None:
        super().__init__(attrs)
        term = env.locale.term(attrs.get("term", "et-al"))
        self.words: tuple[Token, ...] = affix_tokens(term or "")

    def render(self, state: State, out: list[Token]) -> None:
        """Appends the words."""
        if self.words:
            out.extend(self.before)
            out.extend(self.words)
            out.extend(self.after)


class NameLabel(Cased):
    """`cs:label` in `cs:names`."""

    __slots__ = ("form", "plural")

    def __init__(self, attrs: dict[str, str]) -> None:
        super().__init__(attrs)
        self.form: str = attrs.get("form", "long")
        self.plural: str = attrs.get("plural", "contextual")

    def emit(self, variable: str, count: int, state: State, out: list[Token]) -> None:
        """Appends the term for a role."""
        plural = self.plural == "always" or (self.plural == "contextual" and count > 1)
        words = state.env.locale.term(variable, self.form, plural)
        if words:
            out.extend(self.before)
            out.extend(self.finish(list(affix_tokens(words)), state))
            out.extend(self.after)


class NamesNode(Node):
    """`cs:names`."""

    __slots__ = (
        "and_words",
        "delimiter",
        "et_al",
        "form",
        "label",
        "label_first",
        "list_delimiter",
        "name_after",
        "name_before",
        "options",
        "substitutes",
        "variables",
    )

    def __init__(self, attrs: dict[str, str], form: NameForm, et_al: EtAl, env: Environment) -> None:
        super().__init__(attrs)
        self.variables: list[str] = attrs.get("variable", "").split()
        self.form: NameForm = form
        self.et_al: EtAl = et_al
        self.options: dict[str, str] = form.options
        options = self.options
        self.delimiter: str = options.get("delimiter", ", ")
        self.list_delimiter: tuple[Token, ...] = affix_tokens(
            attrs.get("delimiter", options.get("names-delimiter", ""))
        )
        symbol = options.get("and", "")
        words = env.locale.term("and") if symbol == "text" else env.locale.term("and", "symbol") or "&"
        self.and_words: str | None = (words if words != "and" or symbol == "text" else "&") if symbol else ""
        self.label: NameLabel | None = None
        self.label_first: bool = False
        self.substitutes: tuple[Node, ...] = ()
        self.name_before: tuple[Token, ...] = ()
        self.name_after: tuple[Token, ...] = ()

    @property
    def literal_before(self) -> tuple[Token, ...]:
        """What stands before the name of an institution: formatting without affixes."""
        return tuple(token for token in self.name_before if type(token) is not str)

    @property
    def literal_after(self) -> tuple[Token, ...]:
        """What stands after the name of an institution."""
        return tuple(token for token in self.name_after if type(token) is not str)

    def lists(self, state: State) -> list[tuple[str, tuple[Name, ...], str]]:
        """The variables that hold names: variable, names, and the term for their label."""
        found = []
        for variable in self.variables:
            names = state.item.names.get(variable)
            if names and variable not in state.suppressed:
                found.append((variable, names, variable))
        same = len(found) == 2 and found[0][1] == found[1][1] and {"editor", "translator"} == set(self.variables)
        if same and state.env.locale.term("editortranslator"):
            if state.record is not None:
                state.record.extend(("editor", "translator"))
            return [(found[0][0], found[0][1], "editortranslator")]
        return found

    def render(self, state: State, out: list[Token]) -> None:
        """Appends the names, or what substitutes for them."""
        state.called = True
        found = self.lists(state)
        if self.form.form == "count":
            self._count(found, state, out)
            return
        opens_cite = state.first_names is None
        if opens_cite:
            state.first_names = ""
            if state.suppress_author:
                return
        mark = len(out)
        if found:
            out.extend(self.before)
        start = len(out)
        self._content(found, state, out)
        if opens_cite:
            state.first_names = plain(out[start:])
            state.author_span = (start, len(out)) if len(out) > start else None
        if len(out) == start:
            del out[mark:]
        elif found:
            out.extend(self.after)

    def _content(self, found: list[tuple[str, tuple[Name, ...], str]], state: State, out: list[Token]) -> None:
        """Appends the lists of names, or what substitutes for them, without what stands around."""
        if not found:
            self._substitute(state, out)
            return
        state.filled = True
        start = len(out)
        for variable, names, term in found:
            if state.record is not None:
                state.record.append(variable)
                state.suppressed = state.suppressed | {variable}
            if len(out) > start:
                out.extend(self.list_delimiter)
            self._list(variable, names, term, state, out)

    def _count(self, found: list[tuple[str, tuple[Name, ...], str]], state: State, out: list[Token]) -> None:
        total = sum(self._shown(len(names), state)[0] for _, names, _ in found)
        if not found:
            self._substitute(state, out)
        elif total:
            state.filled = True
            out.append(f"{total:06d}" if state.sort is not None else str(total))

    def _substitute(self, state: State, out: list[Token]) -> None:
        outer = state.record
        start = len(out)
        for node in self.substitutes:
            state.record = []
            node.render(state, out)
            if len(out) > start or type(node) is TermText:  # a term that is empty on purpose is an answer too
                state.suppressed = state.suppressed | set(state.record)
                break
        if outer is not None and state.record:
            outer.extend(state.record)
        state.record = outer

    def _list(self, variable: str, names: tuple[Name, ...], term: str, state: State, out: list[Token]) -> None:
        label = self.label if state.sort is None else None
        if label is not None and self.label_first:
            label.emit(term, len(names), state, out)
        state.name_lists.append(names)
        self._names(variable, names, state, out)
        if state.names_seen == 1:
            state.names_end = len(out)
        if label is not None and not self.label_first:
            label.emit(term, len(names), state, out)

    def _shown(self, count: int, state: State) -> tuple[int, bool]:
        """How many names show before et al., and whether the last one follows."""
        options = self.options
        least, first = _number(options, "et-al-min", 0), _number(options, "et-al-use-first", count)
        if state.position != FIRST:
            least = _number(options, "et-al-subsequent-min", least)
            first = _number(options, "et-al-subsequent-use-first", first)
        use_last = options.get("et-al-use-last") == "true"
        if state.sort:
            least = state.sort.get("names-min", least)
            first = state.sort.get("names-use-first", first)
            use_last = bool(state.sort.get("names-use-last", use_last))
        if not least or count < least or first >= count:
            return count, False
        return first, use_last

    def _names(self, variable: str, names: tuple[Name, ...], state: State, out: list[Token]) -> None:
        count = len(names)
        shown, use_last = self._shown(count, state)
        index = state.names_seen
        state.names_seen += 1
        state.lists.append((count, shown))
        levels: dict[int, int] = {}
        if state.disambiguation is not None and state.sort is None:
            shown = min(count, max(shown, state.disambiguation.names.get(index, 0)))
            levels = state.disambiguation.givens.get(index, levels)
        # With et al., the affixes and the formatting of cs:name stand around the whole list too.
        around = 0 < shown < count and state.sort is None
        if around:
            out.extend(self.name_before)
        for position in range(shown):
            if position and state.sort is None:
                self._between(position, shown, count, out)
            self._one(variable, names[position], position, levels, state, out)
        if 0 < shown < count:
            if use_last:
                out.append(f"{self.delimiter}… " if count - shown > 1 else self.delimiter)
                self._one(variable, names[-1], count - 1, levels, state, out)
            elif state.sort is None:
                self._and_others(shown, state, out)
        if around:
            out.extend(self.name_after)

    def _between(self, position: int, shown: int, count: int, out: list[Token]) -> None:
        if position < shown - 1 or shown < count or not self.and_words:
            out.append(self.delimiter)
            return
        if self._precedes(self.options.get("delimiter-precedes-last", "contextual"), position, shown > 2):
            out.append(f"{self.delimiter}{self.and_words} ")
        else:
            out.append(f" {self.and_words} ")

    def _precedes(self, rule: str, position: int, contextual: bool) -> bool:
        if rule == "contextual":
            return contextual
        return rule == "always" or (rule == "after-inverted-name" and self.form.is_inverted(position - 1))

    def _one(
        self, variable: str, name: Name, position: int, levels: dict[int, int], state: State, out: list[Token]
    ) -> None:
        form = self.form
        if state.sort is not None:
            out.append(sort_name(name, form, state.env))
            return
        level = max(form.base_level, levels.get(position, 0))
        start = len(out)
        before, after = (
            (self.literal_before, self.literal_after) if name.literal else (self.name_before, self.name_after)
        )
        out.extend(before)
        out.append(Role(variable, position))
        out.extend(form.tokens(name, position, level))
        out.append(CLOSE)
        out.extend(after)
        if state.names_seen == 1:
            state.name_spans.append((start, len(out)))

    def _and_others(self, shown: int, state: State, out: list[Token]) -> None:
        """Appends the words that stand for the names left out."""
        mark = len(out)
        precedes = self._precedes(self.options.get("delimiter-precedes-et-al", "contextual"), shown, shown > 1)
        blank = "" if self.et_al.words and is_ideographic_text(str(self.et_al.words[0])[:1]) else " "
        out.append(self.delimiter if precedes else blank)
        content = len(out)
        self.et_al.render(state, out)
        if len(out) == content:
            del out[mark:]


def _number(options: dict[str, str], name: str, default: int) -> int:
    value = options.get(name, "")
    return int(value) if value.isdecimal() else default


def sort_name(name: Name, form: NameForm, env: Environment) -> str:
    """A name as a text that sorts by family name first.

    Source: https://docs.citationstyles.org/en/stable/specification.html#sorting
    """
    if name.literal or not name.family:
        return (name.literal or name.given) + "\x1f"
    demoted = env.demote in ("sort-only", "display-and-sort")
    family = name.family if demoted else f"{name.non_dropping} {name.family}".strip()
    if form.form == "short" and form.base_level == FAMILY:
        return family + "\x1f"
    given = initials(name.given, form.mark, form.full, env.initialize_hyphen) if form.mark is not None else name.given
    rest = " ".join(filter(None, [given, name.dropping, name.non_dropping if demoted else "", name.suffix]))
    return f"{family}\x1f{rest}\x1f"
