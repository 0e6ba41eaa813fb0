"""Items as the engine reads them: any mapping in, clean texts, names and dates out, with the repairs listed.

Source: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pubtrack.csl.clean_dates import Date, clean_date
from pubtrack.csl.clean_names import Name, clean_names
from pubtrack.csl.numbers import parse_number
from pubtrack.csl.variables import CROSSREF_FIELDS, CROSSREF_TYPES, DATES, NAMES, TYPES, VARIABLES
from pubtrack.markup.escape import escape_text

__all__ = ["Item", "clean_item", "clean_text"]

_NEWLINES = re.compile(r"[ \t]*[\r\n\t]\s*")


class Item:
    """One thing that can be cited.

    Attributes:
        id: As given, as text.
        type: A CSL type.
        texts: Standard and number variables.
        names: Name variables, only those that hold a name.
        dates: Date variables, only those that hold a date.
        language: The item's `language`, lower case, or an empty string.
        issues: What was repaired or left out, one sentence each.
    """

    __slots__ = ("dates", "id", "issues", "language", "names", "note_lines", "texts", "type")

    def __init__(self, id: str, type: str) -> None:
        self.id: str = id
        self.type: str = type
        self.texts: dict[str, str] = {}
        self.names: dict[str, tuple[Name, ...]] = {}
        self.dates: dict[str, Date] = {}
        self.language: str = ""
        self.issues: list[str] = []
        self.note_lines: list[str] = []


def clean_text(value: Any) -> str:
    """Any value as one line of text without control characters; empty where it has none.

    >>> clean_text(["A", "B"]), clean_text(7), clean_text(None), clean_text({"x": 1})
    ('A', '7', '', '')
    """
    if isinstance(value, str):
        text = value
    elif isinstance(value, bool) or value is None:
        return ""
    elif isinstance(value, int):
        text = str(value) if value.bit_length() < 4096 else ""
    elif isinstance(value, float):
        text = str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
    elif isinstance(value, list | tuple):
        text = next((t for t in map(clean_text, value) if t), "")
    else:
        return ""
    return text if text.isprintable() else _NEWLINES.sub(" ", escape_text(text))


def _set_text(item: Item, name: str, value: Any) -> None:
    text = clean_text(value)
    if name == "note" and isinstance(value, str) and ":" in value:
        item.note_lines = [clean_text(line) for line in value.split("\n")]
    if text:
        item.texts[name] = text
    if not isinstance(value, str | int) and value not in (None, [], {}, ""):
        item.issues.append(f"{name}: {'took one text of' if text else 'left out'} a {type(value).__name__}")


def _set_value(item: Item, name: str, value: Any) -> None:
    if name in NAMES or (name not in DATES and _looks_like_names(value)):
        names = clean_names(value, clean_text)
        if names:
            item.names[name] = names
        elif value:
            item.issues.append(f"{name}: no name in it")
    elif name in DATES:
        date = clean_date(value)
        if date is not None:
            item.dates[name] = date
        elif value:
            item.issues.append(f"{name}: no date in it")
    else:
        _set_text(item, name, value)


def _looks_like_names(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict) and "family" in value[0]


def clean_item(raw: Any, fallback_id: str = "") -> Item:
    """The item in a CSL-JSON mapping; whatever is wrong in it is repaired or left out, never raised.

    Args:
        raw: The mapping; anything else gives an empty item.
        fallback_id: Its id where it has none.

    >>> item = clean_item({"id": 1, "type": "journal-article", "title": ["On A"], "issued": {"date-parts": [[None]]}})
    >>> item.id, item.type, item.texts["title"], item.issues
    ('1', 'article-journal', 'On A', ['title: took one text of a list', 'issued: no date in it'])
    """
    if not isinstance(raw, Mapping):
        return Item(fallback_id, "document")
    kind = clean_text(raw.get("type"))
    item = Item(clean_text(raw.get("id")) or fallback_id, CROSSREF_TYPES.get(kind, kind) or "document")
    for name, value in raw.items():
        if name not in ("id", "type") and isinstance(name, str):
            target = CROSSREF_FIELDS.get(name, name)
            if target == name or not raw.get(target):
                _set_value(item, target, value)
    if item.note_lines:
        _take_from_note(item)
    item.language = item.texts.get("language", "").strip().lower()
    _derive(item)
    return item


_NOTE_LINE = re.compile(r"\s*([A-Za-z][A-Za-z-]*)\s*:\s*(\S.*?)\s*")
_NOTE_BRACE = re.compile(r"\{:\s*([A-Za-z][A-Za-z-]*)\s*:\s*([^{}]+?)\s*\}")


def _take_from_note(item: Item) -> None:
    """Takes variables that people keep in `note`, one per line (`original-date: 1920`) or in braces.

    Source: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#cheater-syntax-for-odd-fields
    """
    taken: dict[str, Any] = {}
    rest: list[str] = []
    for line in item.note_lines:
        match = _NOTE_LINE.fullmatch(line)
        if match and (match[1] in VARIABLES or match[1] == "type"):
            _note_value(taken, match[1], match[2])
        else:
            for name, value in _NOTE_BRACE.findall(line):
                if name in VARIABLES or name == "type":
                    _note_value(taken, name, value)
            rest.append(line)
    for name, value in taken.items():
        if name == "type":
            item.type = value if value in TYPES else item.type
        elif name not in item.texts and name not in item.names and name not in item.dates:
            _set_value(item, name, value)
    if len(rest) < len(item.note_lines):
        item.texts["note"] = " ".join(filter(None, map(str.strip, rest)))
        if not item.texts["note"]:
            del item.texts["note"]


def _note_value(taken: dict[str, Any], name: str, value: str) -> None:
    if name in NAMES:
        family, bar, given = value.partition("||")
        person = {"family": family.strip(), "given": given.strip()} if bar else {"literal": value}
        taken.setdefault(name, []).append(person)
    else:
        taken.setdefault(name, value)


def _derive(item: Item) -> None:
    texts = item.texts
    if "page" in texts and "page-first" not in texts:
        first = parse_number(texts["page"], "page")[0].value
        if first:
            texts["page-first"] = first
    if "event-title" not in texts and "event" in texts:
        texts["event-title"] = texts["event"]
    elif "event" not in texts and "event-title" in texts:
        texts["event"] = texts["event-title"]
