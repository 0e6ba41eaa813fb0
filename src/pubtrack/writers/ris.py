"""Works as RIS, which EndNote, Zotero, Mendeley and RefWorks import."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pubtrack.markup.escape import escape_text
from pubtrack.model import CONTRIBUTOR_FIELDS, Contributor, Fields, Identifier, PartialDate
from pubtrack.vocab.csl_variables import CSL_VARIABLES
from pubtrack.vocab.ris_tags import RIS_CUSTOM, RIS_TYPES, WRITTEN_AS, tag_of_field
from pubtrack.writers.keys import keyed
from pubtrack.writers.view import LibraryView

__all__ = ["write_ris"]

_TAGS = tag_of_field()
_CODES = {kind.type: code for code, kind in reversed(RIS_TYPES.items())}
_TEXTS = (
    "title", "title_short", "original_title", "container_title", "container_title_short", "collection_title", "volume",
    "issue", "edition", "number_of_volumes", "number", "publisher", "publisher_place", "genre", "language", "abstract",
    "note", "annote",
)  # fmt: skip
_PARAGRAPHS = frozenset({"abstract", "note", "annote"})
_IDENTIFIERS = {"doi": "DO", "isbn": "SN", "issn": "SN", "url": "UR", "pmcid": "C2"}
_ELSEWHERE = frozenset(_TEXTS) | {"page", "issued", "accessed", "keyword"}
_CUSTOM_TAGS = {name: tag for tag, name in RIS_CUSTOM.items()}
_LOOKS_TAGGED = re.compile(r"\s*[A-Z][A-Z0-9]\s{1,3}-", re.ASCII)
_SPACE = re.compile(r"\s*[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+\s*")


def write_ris(view: LibraryView) -> str:
    r"""Gives the works as RIS in their order, UTF-8 text with LF, an empty line behind each entry.

    What RIS has no tag for stands in `U1  - name: value`, which `read_ris` understands. Lost are: relations, notices,
    funding, open-access data, other titles, and what is known of contributors beyond their names.

    >>> work = Fields(type="book", title="T", issued={"year": 2020})
    >>> write_ris(LibraryView.of([work])).splitlines()
    ['TY  - BOOK', 'ID  - 2020t', 'TI  - T', 'PY  - 2020', 'ER  - ', '']
    """
    lines: list[str] = []
    for key, fields in keyed(view.entries):
        lines += [f"{tag}  - {value}" for tag, value in _tagged(key, fields)]
        lines += ["ER  - ", ""]
    return "".join(f"{line}\n" for line in lines)


def _tagged(key: str, fields: Fields) -> Iterator[tuple[str, str]]:
    kind = fields.type or "document"
    code = _CODES.get(kind) or WRITTEN_AS.get(kind, "GEN")
    yield "TY", code
    yield "ID", _line(key)
    for role in ("author", "editor", "translator"):
        yield from ((_TAGS[role], _name(person)) for person in getattr(fields, role))
    for name in _TEXTS:
        if value := getattr(fields, name):
            yield _tag(kind, name, fields), _lines(value) if name in _PARAGRAPHS else _line(value)
    yield from _dates(fields)
    if fields.page:
        first, dash, last = fields.page.partition("-")
        is_range = dash and first and last and first != last
        yield "SP", _line(first if is_range else fields.page)
        if is_range:
            yield "EP", _line(last)
    yield from ((_IDENTIFIERS.get(i.scheme, "U1"), _identifier(i)) for i in fields.identifiers)
    yield from (("KW", _line(word)) for word in fields.keyword)
    yield from _rest(fields, RIS_TYPES[code].type)


def _tag(kind: str, name: str, fields: Fields) -> str:
    """The tag of a field in an entry of this type (the reader's exceptions, turned round)."""
    if kind == "book" and name == "collection_title":
        return "T2"
    if kind == "book" and name == "container_title":
        return "JF"
    if kind == "paper-conference" and name == "container_title" and fields.event_title:
        return "C3"
    if kind in ("report", "standard", "patent", "legislation", "bill") and name == "number":
        return "IS"
    return _TAGS[name]


def _dates(fields: Fields) -> Iterator[tuple[str, str]]:
    issued = fields.issued
    is_common = issued is not None and issued.year is not None and issued.year > 0
    if issued and is_common:
        yield "PY", f"{issued.year:04d}"
    if issued and str(issued) != f"{issued.year or 0:04d}":
        plain = is_common and issued == PartialDate(year=issued.year, month=issued.month, day=issued.day)
        yield ("DA", _slashes(issued)) if plain else ("U1", f"issued: {_line(str(issued))}")
    if fields.accessed:
        yield "Y2", _slashes(fields.accessed)


def _slashes(date: PartialDate) -> str:
    return "/".join(f"{p:02d}" for p in date.parts) if date.year else _line(str(date))


def _name(person: Contributor) -> str:
    if person.literal:
        return _line(person.literal).rstrip(", ") + ","
    return _line(person.sort_name)


def _identifier(identifier: Identifier) -> str:
    return identifier.value if identifier.scheme in _IDENTIFIERS else str(identifier).replace(":", ": ", 1)


def _rest(fields: Fields, kind_said: str) -> Iterator[tuple[str, str]]:
    """What has no tag of its own."""
    if fields.type and fields.type != kind_said:
        yield "U1", f"type: {fields.type}"
    if fields.event_title:
        is_tagged = fields.type == "paper-conference" and fields.container_title
        yield ("T2", _line(fields.event_title)) if is_tagged else ("U1", f"event-title: {_line(fields.event_title)}")
    for name, variable in CSL_VARIABLES.items():
        if variable.field in _ELSEWHERE or variable.field in ("author", "editor", "translator", "event_title"):
            continue
        value = getattr(fields, variable.field, None) if variable.kind != "identifier" else None
        if variable.field in CONTRIBUTOR_FIELDS:
            yield from (("U1", f"{name}: {_name(person)}") for person in value or ())
        elif value:
            yield "U1", f"{name}: {_line(str(value))}"
    for name, text in sorted(fields.custom.items()):
        for part in text.split("\n"):
            if part.strip():
                yield _custom(name, _line(part))


def _custom(name: str, value: str) -> tuple[str, str]:
    if name in _CUSTOM_TAGS:
        return _CUSTOM_TAGS[name], value
    if re.fullmatch(r"ris-[a-z][a-z0-9]", name) and name not in ("ris-ty", "ris-er", "ris-id"):
        return name[4:].upper(), value
    return "U1", f"{name}: {value}"


def _line(value: str) -> str:
    """One line without control characters: a NUL makes readers take the whole file for binary."""
    return escape_text(_SPACE.sub(" ", value)).strip()


def _lines(value: str) -> str:
    """Paragraphs stay, as continuation lines, unless one of them would be taken for a tag."""
    parts = [part.strip() for part in value.split("\n")]
    if any(_LOOKS_TAGGED.match(part) for part in parts[1:]):
        return _line(value)
    return "\n".join(_line(part) for part in parts)
