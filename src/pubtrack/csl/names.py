"""How one name and one list of names look: order, particles, initials, et al.

Source: https://docs.citationstyles.org/en/stable/specification.html#names
"""

from __future__ import annotations

import re
from functools import lru_cache

from pubtrack.csl.clean_names import Name
from pubtrack.csl.nodes import formatting
from pubtrack.csl.runs import CLOSE, Token
from pubtrack.csl.state import Environment
from pubtrack.csl.textcase import apply_case
from pubtrack.csl.typography import field_tokens

__all__ = ["FAMILY", "FULL", "INITIALS", "NameForm", "initials", "is_ideographic"]

FAMILY, INITIALS, FULL = range(3)

# Han, Kana, Hangul, Bopomofo, Yi: names in these are written family name first and without blank.
_IDEOGRAPHIC = re.compile("[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u30ff\u3100-\u318f\u31a0-\u4dbf\u4e00-\ua4cf\uac00-\ud7ff\uf900-\ufaff]")


def is_ideographic(name: Name) -> bool:
    """Whether the name is written in a script that sets the family name first, without blank.

    >>> is_ideographic(Name("毛", "泽东")), is_ideographic(Name("Mao", "Zedong"))
    (True, False)
    """
    return not name.family.isascii() and bool(_IDEOGRAPHIC.search(name.family))


_WORDS = re.compile(r"[^\s.\-‐‑]+\.?|[-‐‑]|\.")


@lru_cache(maxsize=16384)
def initials(given: str, mark: str, full: bool, hyphen: bool = True) -> str:
    """Given names as initials.

    Args:
        given: As stored.
        mark: What follows an initial (`initialize-with`).
        full: Whether full names stay and only initials are set in the style's way (`initialize="false"`).
        hyphen: Whether hyphens stay between initials.

    >>> initials("Jean-Luc Marie", ". ", False), initials("J.-L. M.", "", False), initials("Ada K", ".", True)
    ('J.-L. M.', 'J-LM', 'Ada K.')
    """
    out = ""
    pending = False
    for word in _split_given(given):
        if word == "-":
            if out and hyphen and not full:
                out = out.rstrip() + "-"
            elif full:
                out = out.rstrip() + "-"
            continue
        bare = word.rstrip(".")
        if bare and (_is_initial(word, bare) or not full) and bare[0] != bare[0].lower():
            out += ("" if not pending else " ") + _initial(bare, full) + mark
            pending = False
        elif bare:
            out = out.rstrip() + (" " if out and not out.endswith("-") else "") + word
            pending = True
        if pending is False and full:
            pending = False
    return out.strip()


def _split_given(given: str) -> list[str]:
    words: list[str] = []
    for word in given.replace("\u00a0", " ").split():
        pieces = re.split(r"([-‐‑])", word)
        for piece in pieces:
            if piece in ("-", "‐", "‑"):
                words.append("-")
            elif piece.count(".") > 1 or (piece.count(".") == 1 and not piece.endswith(".")):
                words.extend(f"{part}." for part in piece.split(".") if part)
            elif piece:
                words.append(piece)
    return words


def _is_initial(word: str, bare: str) -> bool:
    return len(bare) == 1 or (word.endswith(".") and len(bare) <= 2) or (len(bare) <= 2 and bare.isupper())


def _initial(bare: str, full: bool) -> str:
    if len(bare) > 1 and bare[:2] in _DIGRAPHS and not full:
        return bare[:2]
    return bare[0]


_DIGRAPHS = frozenset({"Ph", "Th", "Ch", "Yu"}) - {"Ph", "Th", "Ch", "Yu"}


class _Part:
    """`cs:name-part`: tokens around the family or the given part, and a case."""

    __slots__ = ("after", "before", "case", "lang")

    def __init__(self, attrs: dict[str, str], lang: str) -> None:
        tags = formatting(attrs)
        prefix, suffix = attrs.get("prefix"), attrs.get("suffix")
        self.before: tuple[Token, ...] = (*(field_tokens(prefix, False) if prefix else ()), *tags)
        self.after: tuple[Token, ...] = (*([CLOSE] * len(tags)), *(field_tokens(suffix, False) if suffix else ()))
        self.case = attrs.get("text-case", "")
        self.lang = lang

    def wrap(self, text: str) -> list[Token]:
        tokens: list[Token] = list(field_tokens(text))
        if self.case:
            tokens = apply_case(tokens, self.case, self.lang)
        return [*self.before, *tokens, *self.after]


def _join(*parts: str) -> str:
    """Parts of a name with a blank between, none after an apostrophe or a hyphen."""
    out = ""
    for part in parts:
        if part:
            glued = not out or out[-1] in "'’ʼʻ-\u2011" or out[-1] == " "
            out += part if glued else f" {part}"
    return out


class NameForm:
    """The look of names, from the attributes of `cs:name` after inheritance.

    Attributes:
        options: All attributes that hold here, by their name on `cs:name`.
    """

    __slots__ = ("base_level", "cache", "env", "family", "form", "full", "given", "inverted", "mark", "options", "separator")

    def __init__(self, options: dict[str, str], parts: dict[str, dict[str, str]], env: Environment) -> None:
        self.options, self.env = options, env
        self.form = options.get("form", "long")
        self.mark = options.get("initialize-with")
        self.full = options.get("initialize", "true") == "false"
        self.separator = options.get("sort-separator", ", ")
        self.inverted = options.get("name-as-sort-order", "")
        self.family = _Part(parts.get("family", {}), env.lang)
        self.given = _Part(parts.get("given", {}), env.lang)
        if self.form != "long":
            self.base_level = FAMILY
        else:
            self.base_level = FULL if self.mark is None else INITIALS
        self.cache: dict[tuple[Name, bool, int], tuple[Token, ...]] = {}

    def is_inverted(self, position: int) -> bool:
        """Whether the name at a position has its family name first."""
        return self.inverted == "all" or (self.inverted == "first" and position == 0)

    def tokens(self, name: Name, position: int, level: int) -> tuple[Token, ...]:
        """The name's tokens.

        Args:
            name: The name.
            position: In its list, from 0.
            level: How much of the given names: `FAMILY`, `INITIALS` or `FULL`.
        """
        key = (name, self.is_inverted(position), level)
        found = self.cache.get(key)
        if found is None:
            if len(self.cache) > 20000:
                self.cache.clear()
            found = self.cache[key] = tuple(self._tokens(*key))
        return found

    def _given(self, name: Name, level: int) -> str:
        if self.mark is None or not name.given:
            return name.given
        if level == FULL and self.base_level == INITIALS:
            return initials(name.given, self.mark, True, self.env.initialize_hyphen)
        if level == FULL:
            return name.given
        return initials(name.given, self.mark, self.full, self.env.initialize_hyphen)

    def _tokens(self, name: Name, inverted: bool, level: int) -> list[Token]:
        if name.literal or not name.family:
            return self.family.wrap(name.literal or name.given)
        if is_ideographic(name):
            return self._ideographic(name, level)
        if level == FAMILY:
            return self.family.wrap(_join(name.non_dropping, name.family))
        given = self._given(name, level)
        if inverted or name.order_fixed:
            return self._inverted(name, given)
        out: list[Token] = []
        head = [self.given.wrap(given)] if given else []
        family = _join(name.non_dropping, name.family)
        if name.dropping:
            head.append(self.given.wrap(name.dropping))
        _spaced(out, [*head, self.family.wrap(family)])
        if name.suffix:
            out.append(", " if name.comma_suffix else " ")
            out.extend(field_tokens(name.suffix))
        return out

    def _ideographic(self, name: Name, level: int) -> list[Token]:
        out = self.family.wrap(_join(name.non_dropping, name.family))
        return out + self.given.wrap(name.given) if level != FAMILY and name.given else out

    def _inverted(self, name: Name, given: str) -> list[Token]:
        demoted = self.env.demote == "display-and-sort"
        out: list[Token] = list(self.family.wrap(name.family if demoted else _join(name.non_dropping, name.family)))
        particles = _join(name.dropping, name.non_dropping if demoted else "")
        tail = [self.given.wrap(given)] if given else []
        if particles:
            tail.append(self.given.wrap(particles))
        if tail:
            out.append(self.separator)
            _spaced(out, tail)
        if name.suffix:
            out.append(self.separator)
            out.extend(field_tokens(name.suffix))
        return out


def _spaced(out: list[Token], parts: list[list[Token]]) -> None:
    for index, part in enumerate(parts):
        if index:
            last = next((t for t in reversed(out) if type(t) is str and t), " ")
            if last[-1] not in "'’ʼʻ-\u2011 ":
                out.append(" ")
        out.extend(part)
