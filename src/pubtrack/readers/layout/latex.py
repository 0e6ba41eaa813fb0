"""LaTeX documents as blocks: sections, items, entries of CV classes, accents, links; unknown commands are looked through.

Nothing is expanded: a macro of the author's own with one argument shows it, with several shows them as cells of an entry.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from pubtrack.markup.spans import Block, BlockBuilder
from pubtrack.vocab.latex_commands import (
    ACCENTS,
    BREAKS,
    DROPPED,
    ENDS,
    ENTRIES,
    HEADINGS,
    ITEMS,
    LETTERS,
    STYLES,
    SWITCHES,
    SYMBOLS,
)

__all__ = ["latex_blocks"]

_SPECIAL = re.compile(r"[\\%{}~&\n\"-]")
"""Characters that every mark of `_TOKEN` begins with."""
_TOKEN = re.compile(
    r"(?P<comment>(?<!\\)%[^\n]*\n?[ \t]*)|(?P<accent>\\(?:[\"'`^~=.](?![a-zA-Z]{2,}\\)|[uvHcdbrkt](?=[\s{]))\s*(?:\{\\?[A-Za-z]{0,2}\}|\\?[A-Za-z]))|(?P<command>\\[a-zA-Z@]+\*?)|(?P<escape>\\[^a-zA-Z@\s]|\\\s)|"
    r"(?P<open>\{)|(?P<close>\})|(?P<tie>~)|(?P<dash>---?)|(?P<quote>\"[`'])|(?P<blank>\n[ \t\r]*\n\s*)|(?P<cell>&)"
)
_SPACE = re.compile(r"(?:[ \t]+|%[^\n]*\n|\r?\n(?![ \t]*\r?\n)){0,24}")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_NO_LETTER = re.compile(r"[^A-Za-z]")
_OPTION = re.compile(r"\[[^\[\]]{0,300}\]")
_BODY = re.compile(r"\\begin\s*\{document\}")
_IDLIKE = re.compile(r"(?:https?:|www\.|10\.\d{4}|\d{4}\.\d{4,5}|[\w.-]+/)\S*\Z")
_NAME = re.compile(
    r"\\(?:name|author|firstname|lastname)\s*\{((?:[^{}\\]|\\[^a-zA-Z\\]){1,80})\}\s*(?:\{((?:[^{}\\]|\\[^a-zA-Z\\]){1,60})\})?"
)
_SAYING_LABEL = re.compile(r"(?<!\\)(?<![a-zA-Z\\])[^\W\d_]{4}|(?<!\d)(?:19|20)\d\d(?!\d)")
"""Words, not the names of commands, or a year."""
_TABULAR = re.compile(r"tabular|longtable|tabu|supertabular|cvskills|tabbing|array")
_LISTS = re.compile(r"itemize|enumerate|description|list|etaremune|bibliography|cvpubs|rSection|cv\w+")

_TITLED = re.compile(r"[sS]ection|rubric|category|cvlist")
"""Environments whose argument is the heading of what stands in them: `\\begin{rSection}{Papers}`, `\\begin{cvlist}{Papers}`."""
_PARAGRAPHS = frozenset(("quote", "quotation", "abstract", "verse", "adjustwidth", "flushleft", "center"))
"""Environments that begin a paragraph of their own."""
_LINE_ENDS = frozenset(("\\\\", "\\newline", "\\linebreak"))
FULL_LINE = 40
"""Characters of a line inside braces that was broken because it was full, where it ends with a letter. Chosen by hand."""
LONGEST_INDENT = 200
"""Blanks before a command that begins a line; the line is not looked back on further."""
LONGEST_ARGUMENT = 6000
"""Characters within which a dropped or raw argument must end; protects from braces that never close."""


class _Latex:
    """Walks the tokens of a LaTeX source; `groups` holds what to do when each open brace closes."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.builder = BlockBuilder(source)
        self.groups: list[list[Callable[[int], int | None]]] = []
        self.tabular = 0
        self.entries: set[str] = set()
        """Commands of the author's own that were entries before."""

    def blocks(self) -> list[Block]:
        start = 0
        if body := _BODY.search(self.source):
            self._owner(body.start())
            start = body.end()
        self._walk(start, len(self.source))
        self.builder.close()
        return self.builder.blocks

    def _owner(self, stop: int) -> None:
        if name := _NAME.search(self.source, 0, stop):
            self.builder.open("meta", 0, "name")
            self._walk(name.start(1), name.end(1))
            if name[2]:
                self.builder.special(" ", name.end(1), name.start(2))
                self._walk(name.start(2), name.end(2))
            self.builder.close()

    def _walk(self, place: int, stop: int) -> None:
        handlers: dict[str, Callable[[re.Match[str]], int]] = {
            "comment": lambda token: token.end(), "accent": self._accent, "command": self._command, "escape": self._escape, "open": self._open,
            "close": self._close, "tie": self._tie, "dash": self._dash, "quote": self._quote, "blank": self._blank, "cell": self._cell,
        }  # fmt: skip
        while token := self._next_token(place, stop):
            self.builder.text(place, token.start())
            place = handlers[str(token.lastgroup)](token)
        self.builder.text(place, stop)

    def _next_token(self, place: int, stop: int) -> re.Match[str] | None:
        """Gives the next mark; characters that never begin one are passed over fast."""
        while special := _SPECIAL.search(self.source, place, stop):
            if token := _TOKEN.match(self.source, special.start(), stop):
                return token
            place = special.end()
        return None

    def _accent(self, token: re.Match[str]) -> int:
        letters = _NO_LETTER.sub("", token[0][2:])
        letter = LETTERS.get(letters, letters) if "\\" in token[0][1:] and len(letters) > 1 else letters
        plain = unicodedata.normalize("NFC", letter + ACCENTS[token[0][1]]) if letter else ""
        self.builder.special(plain, token.start(), token.end())
        return token.end()

    def _escape(self, token: re.Match[str]) -> int:
        sign = token[0][1]
        if sign == "\\":
            return self._break(token)
        if sign in "&%$#_{}":
            self.builder.special(sign, token.start(), token.end())
        elif sign in " ,;:!~/\n\t":
            if sign not in "!/":
                self._space(token)
        elif sign not in "()[]-@":
            self.builder.special(sign, token.start(), token.end())
        return token.end()

    def _break(self, token: re.Match[str]) -> int:
        end = token.end()
        if option := _OPTION.match(self.source, end):
            end = option.end()
        if self.tabular:
            self.builder.open("row")
        elif self.groups and token[0] in _LINE_ENDS and self.builder.line_goes_on(FULL_LINE):
            self._space(token)  # "{A Long Title Broken\\ Over Two Lines}"
        else:
            self.builder.line_break(token.start(), token.end())
        return end

    def _space(self, token: re.Match[str]) -> None:
        if not self.builder.is_empty and not self.builder.ends_blank:
            self.builder.special(" ", token.start(), token.end())

    def _tie(self, token: re.Match[str]) -> int:
        self._space(token)
        return token.end()

    def _dash(self, token: re.Match[str]) -> int:
        self.builder.special("–" if len(token[0]) == 2 else "—", token.start(), token.end())
        return token.end()

    def _quote(self, token: re.Match[str]) -> int:
        """The quotes of babel: "`so"'."""
        self.builder.special("„" if token[0][1] == "`" else "“", token.start(), token.end())
        return token.end()

    def _blank(self, token: re.Match[str]) -> int:
        if not self.tabular:
            self.builder.open("para")
        return token.end()

    def _cell(self, token: re.Match[str]) -> int:
        if self.tabular:
            self.builder.line_break(token.start(), token.end(), "\t")
        else:
            self.builder.text(token.start(), token.end())
        return token.end()

    def _open(self, token: re.Match[str]) -> int:
        self._push()
        return token.end()

    def _push(self, *on_close: Callable[[int], int | None]) -> None:
        if len(self.groups) < 2000:  # nesting deeper than this is no document
            self.groups.append(list(on_close))

    def _close(self, token: re.Match[str]) -> int:
        place = token.end()
        if self.groups:
            for action in reversed(self.groups.pop()):
                place = action(place) or place
        return place

    def _command(self, token: re.Match[str]) -> int:
        name, end = token[0][1:].rstrip("*"), token.end()
        if (name in LETTERS and name not in ("th", "o", "O")) or (
            name in ("o", "O") and self.source[end : end + 1] in "{} "
        ):
            self.builder.special(LETTERS[name], token.start(), end)
            return self._after_letter(end)
        if SYMBOLS.get(name) == " ":
            self._space(token)
            return end
        if name in SYMBOLS:
            self.builder.special(SYMBOLS[name], token.start(), end)
            return end
        if name in STYLES:
            return self._argument(end, STYLES[name], token.start())
        if name in SWITCHES:
            return self._switch(name, token)
        return self._structure(name, token)

    def _after_letter(self, end: int) -> int:
        if self.source.startswith("{}", end):
            return end + 2
        return end + 1 if self.source.startswith(" ", end) else end

    def _switch(self, name: str, token: re.Match[str]) -> int:
        kind = SWITCHES[name]
        self.builder.start_span(kind, token.start())
        if self.groups:
            self.groups[-1].append(lambda place: self.builder.end_span(kind, place - 1))
        return token.end() + self.source.startswith(" ", token.end())

    def _structure(self, name: str, token: re.Match[str]) -> int:
        end = token.end()
        if name in HEADINGS:
            return self._heading(name, end)
        if name in ("begin", "end"):
            return self._environment(name, end)
        if name in ITEMS:
            self.builder.open("item")
            return self._item_label(name, end)
        if name in BREAKS:
            return self._break(token)
        if name in ENDS:
            self.builder.open("row" if self.tabular else "para")
            return end
        if name in ("href", "url"):
            return self._link(name, token)
        if name in DROPPED:
            return self._drop(end, DROPPED[name])
        return self._unknown(name, token)

    def _heading(self, name: str, end: int) -> int:
        at = self._argument_at(end)
        self.builder.open("heading", HEADINGS[name])
        if at < 0:
            return end
        self._push(lambda _: self.builder.open("para"))
        return at + 1

    def _environment(self, name: str, end: int) -> int:
        at = self._argument_at(end)
        stop = self._matching(at) if at >= 0 else -1
        if stop < 0:
            return end
        inside = self.source[at + 1 : stop - 1]
        if _TABULAR.search(inside):
            self.tabular = max(0, self.tabular + (1 if name == "begin" else -1))
            self.builder.open("row" if self.tabular else "para")
            return self._drop(stop, 2 if "x" in inside or "*" in inside else 1) if name == "begin" else stop
        if name == "end" or _LISTS.search(inside) or inside in _PARAGRAPHS:
            self.builder.open("para")
        if name == "begin" and _TITLED.search(inside) and (title := self._argument_at(stop)) >= 0:
            self.builder.open("heading", 3 if "sub" in inside else 2)
            self._push(lambda _: self.builder.open("para"))
            return title + 1
        if name == "begin" and inside in ("thebibliography", "minipage", "multicols"):
            return self._drop(stop, 1)
        return stop

    def _item_label(self, name: str, end: int) -> int:
        """Shows what stands in front of an item as its first cell: a year, a word; a number or a bullet is left out."""
        while self.source.startswith("[", end):
            depth, place = 0, end
            for place in range(end, min(len(self.source), end + 300)):
                depth += {"[": 1, "]": -1}.get(self.source[place], 0)
                if not depth:
                    break
            if depth:
                return end
            if name == "item" and _SAYING_LABEL.search(self.source, end, place):
                self._walk(end + 1, place)
                self.builder.line_break(place, place + 1, "\t")
            end = place + 1
        return self._drop(end, 1) if name == "bibitem" else end

    def _link(self, name: str, token: re.Match[str]) -> int:
        at = self._argument_at(token.end())
        stop = self._matching(at) if at >= 0 else -1
        if stop < 0:
            return token.end()
        address = self.source[at + 1 : stop - 1].replace("\\", "")
        if name == "url":
            return self._address(token, at, stop, address)
        return self._argument(stop, "link", token.start(), address)

    def _address(self, token: re.Match[str], at: int, stop: int, address: str) -> int:
        self.builder.start_span("link", token.start(), address)
        self.builder.text(at + 1, stop - 1)
        self.builder.end_span("link", stop)
        return stop

    def _drop(self, end: int, count: int) -> int:
        """Skips options and a number of braced arguments."""
        place = end
        for _ in range(count):
            at = self._argument_at(place)
            stop = self._matching(at) if at >= 0 else -1
            if stop < 0:
                break
            place = stop
        if option := _OPTION.match(self.source, place):
            place = option.end()
        return place

    def _unknown(self, name: str, token: re.Match[str]) -> int:
        """Shows the argument of an unknown command; several at the start of a line are the cells of an entry."""
        at = self._argument_at(token.end())
        if at < 0:
            return token.end()
        stop = self._matching(at)
        second = self._argument_at(stop) if stop > 0 else -1
        near = max(0, token.start() - LONGEST_INDENT)
        line_start = self.source.rfind("\n", near, token.start()) + 1 or near
        alone = not self.source[line_start : token.start()].strip()
        if name in ENTRIES or (second >= 0 and alone and (self.builder.is_empty or name in self.entries)):
            self.entries.add(name)
            return self._entry(at)
        first = self.source[at + 1 : stop - 1] if stop > 0 else ""
        if second >= 0 and _IDLIKE.match(first):
            return self._argument(stop, "link", token.start(), first if "://" in first else f"https://doi.org/{first}")
        return self._argument(token.end(), f"cmd:{name}", token.start())

    def _entry(self, at: int) -> int:
        self.builder.open("item")
        self._push(self._next_cell)
        return at + 1

    def _next_cell(self, place: int) -> int | None:
        at = self._argument_at(place)
        if at < 0:
            self.builder.open("para")
            return None
        self.builder.line_break(place, at, "\t")
        self._push(self._next_cell)
        return at + 1

    def _argument(self, end: int, kind: str, outer: int, href: str = "") -> int:
        """Opens a marked argument; a command without one leaves no mark."""
        at = self._argument_at(end)
        if at < 0:
            return end
        self.builder.start_span(kind, outer, href)
        self._push(lambda place: self.builder.end_span(kind, place))
        return at + 1

    def _argument_at(self, end: int) -> int:
        """Gives the place of the brace that opens the next argument, -1 where none follows."""
        source = self.source
        if source.startswith("{", end):
            return end
        if source.startswith("[", end) and (option := _OPTION.match(source, end)):
            end = option.end()
        space = _SPACE.match(source, end)
        at = space.end() if space else end
        return at if source.startswith("{", at) else -1

    def _matching(self, at: int) -> int:
        """Gives the place behind the brace that closes the one at `at`, -1 where it is out of reach."""
        depth = 0
        for brace in _BRACE.finditer(self.source, at, min(len(self.source), at + LONGEST_ARGUMENT)):
            sign = brace[0]
            if sign == "{":
                depth += 1
            elif sign == "}":
                depth -= 1
            if not depth:
                return brace.end()
        return -1


def latex_blocks(source: str) -> list[Block]:
    r"""Gives the blocks of a LaTeX document.

    >>> text = r"\section{Papers}\begin{itemize}\item M{\"u}ller, \emph{A B}, \href{http://x.y}{C}\end{itemize}"
    >>> [(b.kind, b.text) for b in latex_blocks(text)]
    [('heading', 'Papers'), ('item', 'Müller, A B, C')]
    """
    return _Latex(source).blocks()
