"""How one name and one list of names look: order, particles, initials, et al.

Source: https://docs.citationstyles.org/en/stable/specification.html#names
"""

from __future__ import annotations

import re
from functools import lru_cache

from pubtrack.csl.clean_names import Name
from pubtrack.csl.nodes import affix_tokens, formatting
from pubtrack.csl.runs import CLOSE, Token
from pubtrack.csl.state import Environment
from pubtrack.csl.textcase import apply_case
from pubtrack.csl.typography import field_tokens

__all__ = [
    "FAMILY",
    "FULL",
    "INITIALS",
    "INITIALS_ONLY",
    "NameForm",
    "initials",
    "is_ideographic",
    "is_ideographic_text",
]

# How much of the given names shows. INITIALS_ONLY is for the disambiguation rules "with-initials": initials also in
# styles that do not set `initialize-with`.
FAMILY, INITIALS_ONLY, INITIALS, FULL = range(4)

# Han, Kana, Hangul, Bopomofo, Yi: names in these are written family name first and without blank.
# Source: https://www.unicode.org/charts/ (East Asian scripts); ranges, because a pattern of them is slow to compile.
_IDEOGRAPHIC = (
    (0x1100, 0x11FF),
    (0x2E80, 0x2FDF),
    (0x3005, 0x30FF),
    (0x3100, 0x318F),
    (0x31A0, 0x4DBF),
    (0x4E00, 0xA4CF),
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF),
)


def is_ideographic_text(text: str) -> bool:
    """Whether a text has Han, Kana or Hangul characters."""
    return not text.isascii() and any(low <= ord(character) <= high for character in text for low, high in _IDEOGRAPHIC)


def is_ideographic(name: Name) -> bool:
    """Whether the name is written in a script that sets the family name first, without blank.

    >>> is_ideographic(Name("毛", "泽东")), is_ideographic(Name("Mao", "Zedong"))
    (True, False)
    """
    return is_ideographic_text(name.family)


_TAGGED = re.compile(r"((?:<[^<>]*>)*)([^<>]*)((?:<[^<>]*>)*)")
_HYPHENS = "-‐‑"


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
    joined = after_word = False
    for word in _split_given(given):
        if word in _HYPHENS:
            joined = bool(out)
            continue
        before, bare, behind = _tagged(word)
        text = _initial(bare, full)
        if text is None and joined and not full and not after_word:
            joined = False
            continue
        if joined and (hyphen or full or after_word):
            out = out.rstrip() + "-"
        elif out and (text is None or after_word) and not joined:
            out = out.rstrip() + " "
        out += f"{before}{bare}{behind}" if text is None else f"{before}{text}{mark.rstrip()}{behind}{_blank(mark)}"
        joined, after_word = False, text is None
    return out.strip()


def _tagged(word: str) -> tuple[str, str, str]:
    """Inline tags before a name, the name, inline tags behind it."""
    match = _TAGGED.fullmatch(word) if "<" in word else None
    return (match[1], match[2], match[3]) if match else ("", word, "")


def _blank(mark: str) -> str:
    return mark[len(mark.rstrip()) :]


def _initial(bare: str, full: bool) -> str | None:
    """The initial of one given name, or None where the name stays as it is.

    A name that ends in a period is an abbreviation and stays whole (Ph., Yu.).
    """
    if bare.endswith("."):
        return bare[:-1]
    if not bare or (full and len(bare) > 1) or bare[0].islower():
        return None
    start = _CAPITALS.match(bare)
    return start[1] + start[2].lower() if start else bare[0]


# Two capitals before small letters are one letter of another alphabet (TSerendorj).
_CAPITALS = re.compile(r"([A-Z])([A-Z]+)(?=[a-z])")


def _split_given(given: str) -> list[str]:
    """Words, hyphens, and what periods separate: `J.-Ph. M.E.` as `J.`, `-`, `Ph.`, `M.`, `E`."""
    words: list[str] = []
    for piece in re.split(r"\s+|([-‐‑])", given.replace("\u00a0", " ")):
        if not piece:
            continue
        if piece.count(".") > 1 or (piece.count(".") == 1 and not piece.endswith(".")):
            parts = piece.split(".")
            words.extend(f"{part}." for part in parts[:-1] if part)
            # The last part without period is an initial like the others (M.E).
            words.extend(f"{part}." if len(part) == 1 else part for part in parts[-1:] if part)
        else:
            words.append(piece)
    return words


class _Part:
    """`cs:name-part`: affixes and formatting of the family or the given part, and a case."""

    __slots__ = ("case", "lang", "prefix", "suffix", "tags")

    def __init__(self, attrs: dict[str, str], lang: str) -> None:
        self.tags: list[Token] = formatting(attrs)
        self.prefix: tuple[Token, ...] = affix_tokens(attrs.get("prefix", ""))
        self.suffix: tuple[Token, ...] = affix_tokens(attrs.get("suffix", ""))
        self.case: str = attrs.get("text-case", "")
        self.lang: str = lang

    def text(self, text: str) -> list[Token]:
        """The text with formatting, without affixes; none for none."""
        if not text:
            return []
        tokens: list[Token] = list(field_tokens(text))
        if self.case:
            tokens = apply_case(tokens, self.case, self.lang)
        return [*self.tags, *tokens, *([CLOSE] * len(self.tags))]

    def wrap(self, *pieces: list[Token]) -> list[Token]:
        """The pieces with blanks between and the affixes around; none for none."""
        tokens = _spaced(list(pieces))
        return [*self.prefix, *tokens, *self.suffix] if tokens else []


_BLANKS = re.compile(" {2,}")


class NameForm:
    """The look of names, from the attributes of `cs:name` after inheritance.

    Attributes:
        options: All attributes that hold here, by their name on `cs:name`.
    """

    __slots__ = (
        "bare_suffix",
        "base_level",
        "cache",
        "env",
        "family",
        "form",
        "full",
        "given",
        "inverted",
        "mark",
        "options",
        "separator",
    )

    def __init__(self, options: dict[str, str], parts: dict[str, dict[str, str]], env: Environment) -> None:
        self.options: dict[str, str] = options
        self.env: Environment = env
        self.form: str = options.get("form", "long")
        mark = options.get("initialize-with")
        self.mark: str | None = None if mark is None else _BLANKS.sub(" ", mark)
        # "Jr." loses its period where initials have none, as the reference does.
        self.bare_suffix: bool = mark is not None and "." not in mark
        self.full: bool = options.get("initialize", "true") == "false"
        self.separator: str = options.get("sort-separator", ", ")
        self.inverted: str = options.get("name-as-sort-order", "")
        self.family: _Part = _Part(parts.get("family", {}), env.lang)
        self.given: _Part = _Part(parts.get("given", {}), env.lang)
        if self.form != "long":
            self.base_level: int = FAMILY
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
            level: How much of the given names: `FAMILY`, `INITIALS_ONLY`, `INITIALS` or `FULL`.
        """
        key = (name, self.is_inverted(position), level)
        found = self.cache.get(key)
        if found is None:
            if len(self.cache) > 20000:
                self.cache.clear()
            found = self.cache[key] = tuple(self._tokens(*key))
        return found

    def _given(self, name: Name, level: int) -> str:
        if level == INITIALS_ONLY:
            return initials(name.given, self.mark or "", False, self.env.initialize_hyphen)
        if self.mark is None or not name.given:
            return name.given
        if level == FULL and self.base_level == INITIALS:
            return initials(name.given, self.mark, True, self.env.initialize_hyphen)
        if level == FULL:
            return name.given
        return initials(name.given, self.mark, self.full, self.env.initialize_hyphen)

    def _tokens(self, name: Name, inverted: bool, level: int) -> list[Token]:
        family, given = self.family, self.given
        if name.literal or not name.family:
            return family.text(name.literal or name.given)
        if is_ideographic(name):
            shown = given.text(name.given) if level != FAMILY else []
            return [*family.wrap(family.text(name.non_dropping), family.text(name.family)), *given.wrap(shown)]
        if level == FAMILY:
            if inverted and name.non_dropping and self.env.demote == "display-and-sort":
                return [*family.wrap(family.text(name.family)), self.separator, *family.text(name.non_dropping)]
            return family.wrap(family.text(name.non_dropping), family.text(name.family))
        if inverted or name.order_fixed:
            return self._inverted(name, self._given(name, level))
        suffix = self._suffix(name)
        end = [] if name.comma_suffix else suffix
        whole = family.wrap(given.text(name.dropping), family.text(name.non_dropping), family.text(name.family), end)
        out = _spaced([given.wrap(given.text(self._given(name, level))), whole])
        return [*out, ", ", *suffix] if name.comma_suffix and suffix else out

    def _inverted(self, name: Name, shown: str) -> list[Token]:
        family, given = self.family, self.given
        particle = family.text(name.non_dropping)
        demoted = self.env.demote == "display-and-sort"
        head = family.wrap([] if demoted else particle, family.text(name.family))
        tail = given.wrap(given.text(shown), given.text(name.dropping), particle if demoted else [])
        out = [*head, self.separator, *tail] if tail else head
        return [*out, self.separator, *self._suffix(name)] if name.suffix else out

    def _suffix(self, name: Name) -> list[Token]:
        return list(field_tokens(name.suffix.replace(".", "") if self.bare_suffix else name.suffix))


def _spaced(pieces: list[list[Token]]) -> list[Token]:
    """The pieces with a blank between, none after an apostrophe, a hyphen or a blank."""
    out: list[Token] = []
    for piece in pieces:
        if not piece:
            continue
        if out:
            last = next((token for token in reversed(out) if type(token) is str and token), " ")
            if last[-1] not in "'’ʼʻ-‑" and not last[-1].isspace():
                out.append(" ")
        out.extend(piece)
    return out
