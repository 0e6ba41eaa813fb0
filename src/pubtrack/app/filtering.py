"""Filters for works: `year>=2023 and type==paper-conference`. A small language of its own; nothing is executed.

```
expression = term ("or" term)*          term = factor ("and" factor)*
factor     = "not" factor | "(" expression ")" | comparison
comparison = name ("==" | "!=" | ">=" | "<=" | ">" | "<" | "~") value        "~" means: contains, without case
```

Of a list (authors, keywords) one element must fit. A person is who could be meant: "Ren Nakamura" is "R. Nakamura"
too. A date counts as far as both sides state it: `issued<=2023` holds for all of 2023. A grant is one that the work
names, or one of `[[funding]]` that names the work, by its number, title, funder or id.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from pubtrack.app.display import shown
from pubtrack.app.naming import nearest
from pubtrack.errors import InputError, NotFoundError
from pubtrack.match import find_owner
from pubtrack.model import SCHEMES, Fields, Grant, Owner, PartialDate, Work

Predicate = Callable[[Work], bool]

_TOKEN = re.compile(r"\s*(?:(?P<op>==|!=|>=|<=|>|<|~|\(|\))|\"(?P<quoted>[^\"]*)\"|(?P<word>[^\s()=!<>~\"]+))")
_NAMES = {"journal": "container_title", "venue": "container_title", "pages": "page"}


def predicate(text: str, grants: Iterable[Grant] = (), owner: Owner | None = None) -> Predicate:
    """Gives the test that a filter expression describes.

    Names are fields (CSL names, with hyphen or underscore), `year`, `key`, `person`, `venue`, `grant`, `text`
    (anywhere), and identifier schemes (`doi`, `arxiv`); `doi!=""` means that there is one.

    Args:
        text: The expression.
        grants: Grants that name their works.
        owner: Who is also meant by another of their names.

    Raises:
        InputError: The expression cannot be read; says where.
        NotFoundError: A name is no field.

    >>> from pubtrack.model import Provenance
    >>> said = Provenance(source="user")
    >>> work = Work(key="k", issued="2024-05", title="A", provenance={"issued": said, "title": said})
    >>> predicate("year>=2023 and not title~b")(work)
    True
    """
    parser = _Parser(text, tuple(grants), owner)
    try:
        test = parser.expression()
    except RecursionError as error:
        raise InputError("the filter is nested too deeply; write it with fewer brackets.") from error
    if rest := parser.peek():
        raise parser.error(f"{rest[1]!r} was not expected")
    return test


class _Parser:
    def __init__(self, text: str, grants: tuple[Grant, ...], owner: Owner | None) -> None:
        self._grants, self._owner = grants, owner
        self._text, position = text, 0
        self._tokens: list[tuple[str, str]] = []
        while text[position:].strip():
            match = _TOKEN.match(text, position)
            if not match:
                raise InputError(f"filter {text!r}: cannot be read from {text[position:]!r} on.")
            self._tokens.append((str(match.lastgroup), match[str(match.lastgroup)]))
            position = match.end()
        self._at = 0

    def peek(self) -> tuple[str, str] | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def take(self, kind: str, *values: str) -> str | None:
        token = self.peek()
        if token and token[0] == kind and (not values or token[1].lower() in values):
            self._at += 1
            return token[1]
        return None

    def error(self, what: str) -> InputError:
        return InputError(f"filter {self._text!r}: {what}; write for example 'year>=2023 and type==paper-conference'.")

    def expression(self) -> Predicate:
        tests = [self.term()]
        while self.take("word", "or"):
            tests.append(self.term())
        return tests[0] if len(tests) == 1 else lambda work: any(test(work) for test in tests)

    def term(self) -> Predicate:
        tests = [self.factor()]
        while self.take("word", "and"):
            tests.append(self.factor())
        return tests[0] if len(tests) == 1 else lambda work: all(test(work) for test in tests)

    def factor(self) -> Predicate:
        if self.take("word", "not"):
            test = self.factor()
            return lambda work: not test(work)
        if self.take("op", "("):
            test = self.expression()
            if not self.take("op", ")"):
                raise self.error("a bracket is not closed")
            return test
        return self.comparison()

    def comparison(self) -> Predicate:
        name = self.take("word")
        if name is None:
            raise self.error("a field name is missing")
        operator = self.take("op", "==", "!=", ">=", "<=", ">", "<", "~")
        if operator is None:
            raise self.error(f"a comparison is missing after {name!r}")
        value = self.take("quoted")
        value = self.take("word") if value is None else value
        if value is None:
            raise self.error(f"a value is missing after {name}{operator}")
        if name.lower() == "person" and operator in ("==", "!="):
            return _person(value, self._owner, wanted=operator == "==")
        return _comparison(_grants(self._grants) if name.lower() == "grant" else _field(name), operator, value)


def _person(name: str, owner: Owner | None, *, wanted: bool) -> Predicate:
    """Whether a person is among the authors, under any spelling of the name."""
    names = {} if owner is None else {other.casefold() for other in (owner.name, *owner.aliases, *owner.past_names)}
    meant = owner if owner and name.casefold() in names else Owner(name=name) if name.strip() else None
    if meant is None:
        return lambda work: (not work.author) is wanted
    return lambda work: (find_owner(work.fields, meant) is not None) is wanted


def _grants(grants: Iterable[Grant]) -> Callable[[Work], tuple[str, ...]]:
    """What the grants of a work are called: each by number, title, funder, and all of it."""
    of: dict[str, list[str]] = {}
    for grant in grants:
        told = [part for part in (grant.id, grant.award_number, grant.title, grant.funder) if part]
        for key in grant.works:
            of.setdefault(key, []).extend((*told, " ".join(told)))

    def names(work: Work) -> tuple[str, ...]:
        stated = [
            name for f in work.funding for name in (f.award_number, f.title, f.funder, str(f)) if name is not None
        ]
        return (*stated, *of.get(work.key, ()))

    return names


def _field(name: str) -> Callable[[Work], Any]:
    plain = name.lower().replace("-", "_")
    if plain == "text":
        return lambda work: " ".join(shown(v) for v in work.stated().values())
    plain = "author" if plain == "person" else _NAMES.get(plain, plain)
    if plain in ("year", "key", *Fields.model_fields):
        return lambda work: getattr(work, plain)
    if plain in SCHEMES:
        return lambda work: work.doi if plain == "doi" else work.id(plain)
    known = ("year", "key", "text", "person", "grant", *Fields.model_fields, *SCHEMES, *_NAMES)
    raise NotFoundError(f"there is no field {name!r} to filter by.", nearest(name, known))


def _comparison(field: Callable[[Work], Any], operator: str, value: str) -> Predicate:
    wanted = value.casefold()

    def test(work: Work) -> bool:
        mine = field(work)
        if isinstance(mine, int) and re.fullmatch("-?[0-9]{1,18}", value):
            return _compare(mine, operator, int(value))
        if isinstance(mine, PartialDate) and operator != "~" and (day := PartialDate.parse(value)).parts:
            return _compare_dates(mine.parts, operator, day.parts)
        if isinstance(mine, tuple):
            texts = [shown(one).casefold() for one in mine] or [""]
            if operator == "~":
                texts.append(shown(mine).casefold())
            return (all if operator == "!=" else any)(_compare(text, operator, wanted) for text in texts)
        return _compare(shown(mine).casefold(), operator, wanted)

    return test


def _compare_dates(mine: tuple[int, ...], operator: str, day: tuple[int, ...]) -> bool:
    """As far as both are stated; equal are they only where mine says no less."""
    if not mine:
        return operator == "!="
    if operator in ("==", "!="):
        return _compare(mine[: len(day)], operator, day)
    both = min(len(mine), len(day))
    return _compare(mine[:both], operator, day[:both])


def _compare(mine: Any, operator: str, value: Any) -> bool:
    if operator == "~":
        return str(value) in str(mine)
    if mine == "" and operator in (">=", "<=", ">", "<"):
        return False
    tests: dict[str, bool] = {
        "==": mine == value,
        "!=": mine != value,
        ">=": mine >= value,
        "<=": mine <= value,
        ">": mine > value,
        "<": mine < value,
    }
    return tests[operator]
