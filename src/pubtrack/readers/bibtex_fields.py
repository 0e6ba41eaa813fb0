"""One BibTeX or BibLaTeX entry as fields of ours, by the table in `vocab.bibtex_mapping`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pubtrack.markup.inline import plain_inline
from pubtrack.markup.latex import decode
from pubtrack.model import WORK_TYPES, Fields, Relation
from pubtrack.readers.bibtex_values import (
    date_of,
    identifiers_of,
    issued_of,
    keywords_of,
    language_of,
    pages_of,
    people_of,
)
from pubtrack.vocab.bibtex_mapping import (
    FIELDS,
    GENRES,
    RELATED_TYPES,
    SUBTITLES,
    SUBTYPES,
    TEXT_CUSTOM,
    TYPES,
    WRITTEN_TYPES,
    FieldRule,
)

__all__ = ["fields_of_entry", "rules_for", "type_of_entry"]

_SERVER = re.compile(
    r"(?:arxiv|corr$|corr\b.*abs|computing research repository|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|edarxiv|"
    r"techrxiv|eartharxiv|engrxiv|osf preprints|research square|preprints?(?:\.org)?\b|ssrn|e-?prints?\b)",
    re.IGNORECASE,
)
"""Names of preprint servers as they stand under `journal`. Source: Google Scholar's, dblp's and publishers' exports."""
_ARXIV_PREFIX = re.compile(r"\s*arxiv", re.IGNORECASE)
_ASCII_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_TYPE_FIELDS = frozenset({"entrysubtype", "crossref", "xref", "xdata", "related", "relatedtype"})
_OURS = frozenset({"entrytype", "and-others"})
"""Names that stand for something else under `custom`; fields of these names say nothing."""
_DATE_FIELDS = ("date", "year", "month", "day")

RULES: dict[str | None, tuple[FieldRule, ...]] = {}


def rules_for(kind: str | None) -> tuple[FieldRule, ...]:
    """The rules that hold for a CSL type: for each field the first that fits.

    >>> [rule.names for rule in rules_for("report") if rule.field == "publisher"]
    [('institution', 'publisher', 'organization', 'school')]
    """
    if kind not in RULES:
        fitting = [rule for rule in FIELDS if not rule.types or kind in rule.types]
        first = {rule.field: rule for rule in reversed(fitting)}
        RULES[kind] = tuple(reversed(first.values()))
    return RULES[kind]


def type_of_entry(kind: str, raw: Mapping[str, str]) -> tuple[str | None, str | None]:
    """The CSL type of an entry and the genre that follows from its type alone.

    >>> type_of_entry("article", {"journal": "arXiv preprint arXiv:1706.03762"})
    ('article', 'preprint')
    >>> type_of_entry("mastersthesis", {})
    ('thesis', "Master's thesis")
    """
    rule = TYPES.get(kind)
    csl, genre = (rule.type, rule.genre) if rule else (None, None)
    named, _ = _subtype(raw)
    if named:
        csl = named
        return csl, "preprint" if csl == "article" else genre
    container = raw.get("journaltitle") or raw.get("journal") or ""
    if csl in ("article-journal", "document", "manuscript", "webpage") and _is_preprint(csl, container, raw):
        return "article", "preprint"
    return csl, genre


def _subtype(raw: Mapping[str, str]) -> tuple[str | None, str]:
    """The CSL type that `entrysubtype` names, and what else it says: `magazine`, `webpage; of my own`, `my own`."""
    name, _, rest = raw.get("entrysubtype", "").partition(";")
    name = name.strip()
    known = name in SUBTYPES or name in WORK_TYPES
    return (SUBTYPES.get(name, name), rest.strip()) if known else (None, raw.get("entrysubtype", "").strip())


def _is_preprint(csl: str, container: str, raw: Mapping[str, str]) -> bool:
    if container:
        return _SERVER.match(container.strip(" {}")) is not None
    if csl == "article-journal":
        return False
    prefix = raw.get("eprinttype") or raw.get("archiveprefix") or ""
    on_arxiv = "eprint" in raw and _ARXIV_PREFIX.match(prefix.strip("{}")) is not None
    return on_arxiv and not raw.get("booktitle")


def fields_of_entry(kind: str, raw: Mapping[str, str]) -> Fields:
    r"""Gives an entry as fields.

    Args:
        kind: The entry type in lower case.
        raw: The values by lower-case name, delimiters and macros resolved, LaTeX still in them.

    >>> fields_of_entry("article", {"title": r"On {G\"odel}", "journaltitle": "J", "number": "3"}).issue
    '3'
    """
    return _EntryReader(kind, raw).fields()


class _EntryReader:
    def __init__(self, kind: str, raw: Mapping[str, str]) -> None:
        self._kind = kind
        self._raw = {name: one_line for name, value in raw.items() if (one_line := _one_line(value))}
        self._used: set[str] = set(_OURS)
        self._data: dict[str, Any] = {}
        self._custom: dict[str, str] = {}
        self._truncated: list[str] = []

    def fields(self) -> Fields:
        csl, genre = type_of_entry(self._kind, self._raw)
        self._identifiers()
        for rule in rules_for(csl):
            self._take(rule)
        self._issued()
        self._relations()
        self._type(csl, genre)
        self._leave()
        self._data["custom"] = self._custom
        return Fields.model_validate({k: v for k, v in self._data.items() if v not in (None, "", (), {})})

    def _identifiers(self) -> None:
        self._data["identifiers"], used = identifiers_of(self._raw)
        self._used |= used

    def _take(self, rule: FieldRule) -> None:
        for name in rule.names:
            if name not in self._raw or name in self._used:
                continue
            value = self._value(rule, name)
            if value not in (None, "", ()):  # a field of nothing but braces leaves its place to the next name
                self._data[rule.field] = value
                self._used.add(name)
                self._drop_repetitions(rule, name)
                return

    def _drop_repetitions(self, rule: FieldRule, name: str) -> None:
        """`journal` beside an equal `journaltitle` says nothing new."""
        for other in rule.names:
            if other != name and other in self._raw and self._value(rule, other) == self._data[rule.field]:
                self._used.add(other)

    def _value(self, rule: FieldRule, name: str) -> Any:
        raw = self._raw[name]
        if rule.kind == "names":
            people, others = people_of(raw)
            if others and people:
                self._truncated.append(rule.field)
            return people
        if rule.kind == "title":
            return self._with_subtitle(name, decode(raw, rich=True), rich=True)
        text = _date_text(raw) if rule.kind == "date" else decode(raw)
        if rule.kind == "text":
            return self._with_subtitle(name, text) if name in SUBTITLES else text
        return {"pages": pages_of, "keywords": keywords_of, "language": language_of, "date": date_of}[rule.kind](text)

    def _with_subtitle(self, name: str, title: str, *, rich: bool = False) -> str:
        subtitle = SUBTITLES.get(name)
        if not subtitle or not title or subtitle not in self._raw:
            return title
        self._used.add(subtitle)
        rest = decode(self._raw[subtitle], rich=rich)
        if not rest or rest.lower() in title.lower():
            return title
        return f"{title}{'' if plain_inline(title)[-1:] in '?!:.' else ':'} {rest}"

    def _issued(self) -> None:
        values = {name: _date_text(self._raw[name]) for name in _DATE_FIELDS if name in self._raw}
        if not values:
            return
        date, beyond = issued_of(values)
        self._data["issued"] = date
        self._used |= set(_DATE_FIELDS) - set(beyond)

    def _relations(self) -> None:
        relations = []
        parent = (self._raw.get("crossref") or self._raw.get("xref") or "").strip()
        if parent:
            relations.append(Relation(type="part-of", work=parent))
        said = self._raw.get("relatedtype", "").strip()
        kind = RELATED_TYPES.get(said, "related")
        keys = (key.strip() for key in self._raw.get("related", "").split(","))
        relations += [Relation.model_validate({"type": kind, "work": key}) for key in keys if key]
        if said and said not in RELATED_TYPES:
            self._custom["relatedtype"] = said
        self._data["relations"] = tuple(dict.fromkeys(relations))
        self._used |= _TYPE_FIELDS - {"entrysubtype"}

    def _type(self, csl: str | None, genre: str | None) -> None:
        self._data["type"] = csl
        said = self._data.get("genre")
        if said:
            said = GENRES.get(said.lower(), said)
            self._data["genre"] = None if csl == "thesis" and said.lower() == "thesis" else said
        else:
            self._data["genre"] = genre
        named, rest = _subtype(self._raw)
        if named:
            self._used.add("entrysubtype")
            self._custom |= {"entrysubtype": rest} if rest else {}
            return
        rule = TYPES.get(self._kind)
        is_written = rule is not None and self._kind in (*WRITTEN_TYPES.get(rule.type, ("misc", "misc")), *_THESES)
        if rule is None or not (rule.alias or is_written):
            self._custom["entrytype"] = self._kind

    def _leave(self) -> None:
        """Everything that no rule took stays under its own name."""
        for name, raw in self._raw.items():
            if name in self._used:
                continue
            if name in TEXT_CUSTOM and "\\url" not in raw and "\\href" not in raw:
                value = decode(raw)
            else:
                value = raw
            if value:
                self._custom[_CUSTOM_NAMES.get(name, name)] = value
        if self._truncated:
            self._custom["and-others"] = " ".join(self._truncated)


def _one_line(value: str) -> str:
    """The value without line ends and control characters; other Unicode spaces stay."""
    if value.isprintable() and "  " not in value:
        return value.strip(" ")
    return " ".join(word for word in _ASCII_SPACES.split(_CONTROL.sub("", value)) if word)


def _date_text(raw: str) -> str:
    """`~` after a year is EDTF's "about", elsewhere LaTeX's tie."""
    return raw if raw.endswith("~") and "\\" not in raw else decode(raw)


_THESES = ("phdthesis", "mastersthesis")
_CUSTOM_NAMES = {"eprintclass": "primaryclass"}
"""Two names of one thing become one, so that both dialects can be written from it."""
