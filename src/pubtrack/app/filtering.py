"""Filters for works: `year>=2023 and type==paper-conference`. A small language of its own; nothing is executed.

```
expression = term ("or" term)*          term = factor ("and" factor)*
factor     = "not" factor | "(" expression ")" | comparison
comparison = name ("==" | "!=" | ">=" | "<=" | ">" | "<" | "~") value        "~" means: contains, without case
```
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pubtrack.app.display import shown
from pubtrack.app.naming import nearest
from pubtrack.errors import InputError, NotFoundError
from pubtrack.model import SCHEMES, Fields, Work

Predicate = Callable[[Work], bool]

_TOKEN = re.compile(r"\s*(?:(?P<op>==|!=|>=|<=|>|<|~|\(|\))|\"(?P<quoted>[^\"]*)\"|(?P<word>[^\s()=!<>~\"]+))")
_NAMES = {"person": "author", "journal": "container_title", "venue": "container_title", "pages": "page"}


def predicate(text: str) -> Predicate:
    """Gives the test that a filter expression describes.

    Names are fields (CSL names, with hyphen or underscore), `year`, `key`, `person`, `venue`, `text` (anywhere), and
    identifier schemes (`doi`, `arxiv`); `doi!=""` means that there is one.

    Raises:
        InputError: The expression cannot be read; says where.
        NotFoundError: A name is no field.

    >>> from pubtrack.model import Provenance
    >>> said = Provenance(source="user")
    >>> work = Work(key="k", issued="2024-05", title="A", provenance={"issued": said, "title": said})
    >>> predicate("year>=2023 and not title~b")(work)
    True
    """
    parser = _Parser(text)
    test = parser.expression()
    if rest := parser.peek():
        raise parser.error(f"{rest[1]!r} was not expected")
    return test


class _Parser:
    def __init__(self, text: str) -> None:
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
        return _comparison(_field(name), operator, value)


def _field(name: str) -> Callable[[Work], Any]:
    plain = name.lower().replace("-", "_")
    if plain == "text":
        return lambda work: " ".join(shown(v) for v in work.stated().values())
    plain = _NAMES.get(plain, plain)
    if plain in ("year", "key", *Fields.model_fields):
        return lambda work: getattr(work, plain)
    if plain in SCHEMES:
        return lambda work: work.doi if plain == "doi" else work.id(plain)
    known = ("year", "key", "text", *Fields.model_fields, *SCHEMES, *_NAMES)
    raise NotFoundError(f"there is no field {name!r} to filter by.", nearest(name, known))


def _comparison(field: Callable[[Work], Any], operator: str, value: str) -> Predicate:
    def test(work: Work) -> bool:
        mine = field(work)
        if isinstance(mine, int) and value.lstrip("-").isdigit():
            return _compare(mine, operator, int(value))
        return _compare(shown(mine).casefold(), operator, value.casefold())

    return test


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
