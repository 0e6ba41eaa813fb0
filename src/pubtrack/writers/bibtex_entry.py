"""A work as one BibTeX or BibLaTeX entry, by the table in `vocab.bibtex_mapping` read backwards."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from pubtrack.bibtex.writing import is_name
from pubtrack.model import Fields, Identifier, PartialDate
from pubtrack.readers.bibtex_fields import fields_of_entry, rules_for, type_of_entry
from pubtrack.readers.bibtex_values import identifiers_of, issued_of
from pubtrack.vocab.bibtex_mapping import (
    GENRES,
    IDENTIFIER_FIELDS,
    RELATED_TYPES,
    SUBTYPES,
    TEXT_CUSTOM,
    TYPES,
    WRITTEN_TYPES,
    FieldRule,
)
from pubtrack.vocab.languages import BABEL_OF_TAG
from pubtrack.writers.latex_values import balanced, latex_name, latex_text, latex_title, one_line, verbatim

__all__ = ["Dialect", "WrittenEntry", "entry_of"]

Dialect = Literal["bibtex", "biblatex"]

ORDER = (
    "author", "editor", "title", "shorttitle", "journal", "journaltitle", "booktitle", "bookauthor", "shortjournal",
    "series", "eventtitle", "eventdate", "venue", "volume", "number", "issue", "articleno", "chapter", "pages",
    "pagetotal", "volumes", "edition", "version", "type", "entrysubtype", "school", "institution", "publisher",
    "address", "location", "date", "year", "month", "day", "pubstate", "translator", "origtitle", "origdate", "doi",
    "eprint", "archiveprefix", "eprinttype", "primaryclass", "eprintclass", "url", "urldate", "isbn", "issn", "pmid",
    "pmcid",
)  # fmt: skip
_PLACE = {name: place for place, name in enumerate(ORDER)}
_LAST = ("keywords", "abstract", "note", "annote", "annotation")
_DATES = ("date", "year", "month", "day")
_OWN_CUSTOM = frozenset({"entrytype", "and-others", "relatedtype", "crossref", "xref", "related"})
_EPRINT = frozenset({"eprint", "archiveprefix", "eprinttype"})
_LISTED = frozenset({"isbn", "issn"})
_MAIN = frozenset(IDENTIFIER_FIELDS.values()) - {"arxiv"} - _LISTED
_RELATED = {relation: name for name, relation in reversed(RELATED_TYPES.items())}
_GENRE_KEYS = {genre: key for key, genre in GENRES.items()}
_SUBTYPE_NAMES = {csl: name for name, csl in SUBTYPES.items()}


class WrittenEntry(NamedTuple):
    """An entry: its type and its fields in order, values in LaTeX without delimiters."""

    type: str
    values: dict[str, str]


def entry_of(fields: Fields, dialect: Dialect = "bibtex", *, ascii_only: bool = False) -> WrittenEntry:
    """Gives a work as an entry; reading it gives the same fields, but for the losses named in the formats reference.

    >>> entry = entry_of(Fields(type="thesis", genre="PhD thesis", title="T", publisher="ETH", issued={"year": 2020}))
    >>> entry.type, entry.values["school"], entry.values["year"]
    ('phdthesis', 'ETH', '2020')
    """
    return _EntryWriter(fields, dialect, ascii_only).entry()


class _EntryWriter:
    def __init__(self, fields: Fields, dialect: Dialect, ascii_only: bool) -> None:
        self._fields, self._dialect, self._ascii = fields, dialect, ascii_only
        self._values: dict[str, str] = {}
        self._kind = self._entry_type()

    def entry(self) -> WrittenEntry:
        for rule in rules_for(self._fields.type):
            if rule.field != "genre" and (value := getattr(self._fields, rule.field)):
                self._values[self._name_of(rule, value)] = self._value(rule, value)
        self._issued()
        self._identifiers()
        self._relations()
        witnesses = self._custom()
        self._type()
        self._witnesses(witnesses)
        ordered = sorted((name for name, value in self._values.items() if value), key=_sort_place)
        return WrittenEntry(self._kind, {name: self._values[name] for name in ordered})

    def _entry_type(self) -> str:
        fields, said = self._fields, self._fields.custom.get("entrytype")
        if said and is_name(said):
            rule = TYPES.get(said)
            if (rule.type if rule else None) == fields.type:
                return said
        if fields.type == "article" and fields.container_title:
            return "article"
        if fields.type == "thesis" and self._dialect == "bibtex" and fields.genre == "Master's thesis":
            return "mastersthesis"
        bibtex, biblatex = WRITTEN_TYPES.get(fields.type or "", ("misc", "misc"))
        return bibtex if self._dialect == "bibtex" else biblatex

    def _name_of(self, rule: FieldRule, value: Any) -> str:
        name = rule.bibtex if self._dialect == "bibtex" else rule.biblatex
        if rule.kind == "language" and value not in BABEL_OF_TAG:
            name = "language"
        if name in self._fields.custom:  # the name is taken by what a second field of the same meaning said
            name = next((other for other in rule.names if other not in self._fields.custom), name)
        return name

    def _value(self, rule: FieldRule, value: Any) -> str:
        if rule.kind == "names":
            names = [latex_name(person, ascii_only=self._ascii) for person in value]
            if rule.field in self._fields.custom.get("and-others", "").split():
                names.append("others")
            return " and ".join(names)
        if rule.kind == "title":
            return latex_title(value, ascii_only=self._ascii)
        if rule.kind == "pages":
            return self._text(value).replace("-", "--")
        if rule.kind == "keywords":
            return self._text(_joined(value))
        if rule.kind == "language":
            return BABEL_OF_TAG.get(value) or self._text(value)
        return _date(value) if rule.kind == "date" else self._text(value)

    def _text(self, text: str) -> str:
        return latex_text(text, ascii_only=self._ascii)

    def _issued(self) -> None:
        date = self._fields.issued
        if date is None:
            return
        if date.year is None:
            self._values["year"] = self._text(str(date))
        elif self._dialect == "biblatex":
            self._values["date"] = _date(date)
        else:
            said = dict(zip(("year", "month", "day"), (str(part) for part in date.parts), strict=False))
            self._values |= said
            if issued_of(said)[0] != date:
                self._values["date"] = _date(date)

    def _identifiers(self) -> None:
        groups: dict[str, list[Identifier]] = {}
        for identifier in self._fields.identifiers:
            groups.setdefault(identifier.scheme, []).append(identifier)
        for scheme, found in groups.items():
            if scheme in self._fields.custom:  # the file said more than the identifiers in it
                self._values[scheme] = self._custom_value(scheme, self._fields.custom[scheme])
            elif scheme in _LISTED:
                self._values[scheme] = ", ".join(i.value for i in found)
            elif scheme == "arxiv" and not _EPRINT & self._fields.custom.keys():
                first = found[0]
                self._values["eprint"] = first.value + (f"v{first.version}" if first.version else "")
                self._values["archiveprefix" if self._dialect == "bibtex" else "eprinttype"] = "arXiv"
            elif scheme in _MAIN:
                best = self._fields.doi if scheme == "doi" else found[0].value
                self._values[scheme] = verbatim(best or found[0].value)
        read = set(identifiers_of(self._values)[0])
        if rest := [str(i) for i in self._fields.identifiers if i not in read]:
            self._values["identifiers"] = verbatim(" ".join(rest))

    def _relations(self) -> None:
        relations = [relation for relation in self._fields.relations if relation.work]
        parents = [r.work for r in relations if r.type == "part-of"]
        if parents and parents[0]:
            self._values["xref"] = verbatim(parents[0])
        if said := self._fields.custom.get("relatedtype"):
            self._values["relatedtype"] = verbatim(said)
        others = [r for r in relations if r.type == "related" or r.type in _RELATED]
        same = [r.work for r in others if r.type == others[0].type and r.work]
        if same:
            self._values["related"] = verbatim(",".join(same))
            if others[0].type in _RELATED:
                self._values["relatedtype"] = _RELATED[others[0].type]

    def _custom(self) -> dict[str, str]:
        """Sets the fields that we have no name for; gives those whose name is in use already."""
        witnesses: dict[str, str] = {}
        for name, value in sorted(self._fields.custom.items()):
            if name in _OWN_CUSTOM or not is_name(name):
                continue
            written = self._custom_value(name, value)
            is_class = name == "primaryclass" and self._dialect == "biblatex"
            name = "eprintclass" if is_class else name  # noqa: PLW2901 - one class of eprints, two spellings
            if (name in self._values and name not in IDENTIFIER_FIELDS) or name in _DATES:
                witnesses[name] = written
            else:
                self._values[name] = written
        return witnesses

    def _custom_value(self, name: str, value: str) -> str:
        is_raw = name not in TEXT_CUSTOM or "\\url" in value or "\\href" in value
        value = one_line(value)
        closes = balanced(value) or ('"' not in value and balanced(value.rstrip("\\")))
        return value if is_raw and closes else self._text(value)

    def _type(self) -> None:
        """Names the type and genre where the entry type alone would be read as another."""
        fields = self._fields
        if fields.type and type_of_entry(self._kind, self._values)[0] != fields.type:
            said = self._values.get("entrysubtype")
            name = _SUBTYPE_NAMES.get(fields.type, fields.type)
            self._values["entrysubtype"] = f"{name}; {said}" if said else name
        genre = type_of_entry(self._kind, self._values)[1]
        if fields.genre and fields.genre != genre:
            key = _GENRE_KEYS.get(fields.genre) if self._dialect == "biblatex" else None
            self._values["type"] = key or self._text(fields.genre)
        elif genre and not fields.genre and fields.type == "thesis":
            self._values["type"] = "Thesis"

    def _witnesses(self, said: dict[str, str]) -> None:
        """Takes the wording of the file (`year = {1998--99}`) where it reads as the value we hold."""
        dates = {name: value for name, value in said.items() if name in _DATES}
        rest = [{name: value} for name, value in said.items() if name not in _DATES]
        if dates:
            plain = {name: value for name, value in self._values.items() if name not in _DATES}
            day = {"date": _date(self._fields.issued)} if self._fields.issued else {}
            parts = self._fields.issued.parts if self._fields.issued else ()
            whole = dict(zip(("year", "month", "day"), map(str, parts), strict=False))
            year = {"year": whole["year"]} if parts else {}
            bases = (self._values, plain | whole, plain | year, plain | day, plain)
            self._best(*(base | dates for base in bases))
        for one in rest:
            self._best(self._values | one)

    def _best(self, *trials: dict[str, str]) -> None:
        """Keeps the values, or one of the trials, whichever reads back closest; of equals the first trial."""
        self._values = min(
            (*trials, self._values), key=lambda t: _differences(fields_of_entry(self._kind, t), self._fields)
        )


def _differences(one: Fields, other: Fields) -> int:
    fields = sum(bool(getattr(one, name) != getattr(other, name)) for name in Fields.model_fields if name != "custom")
    custom = sum(one.custom.get(name) != other.custom.get(name) for name in {*one.custom, *other.custom})
    return 100 * fields + custom


def _sort_place(name: str) -> tuple[int, str]:
    if name in _LAST:
        return len(ORDER) + 1 + _LAST.index(name), name
    return _PLACE.get(name, len(ORDER) + len(_LAST) + 1), name


def _joined(words: tuple[str, ...]) -> str:
    if any("," in word for word in words):
        return "; ".join(words) + (";" if len(words) == 1 else "")
    return ", ".join(words)


def _date(date: PartialDate) -> str:
    return str(date) if date.year is not None else latex_text(str(date))
