"""The hand's own verbs: set, lock, unlock, remove, merge, split, add; and `why`. Each is one undoable change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, get_args

from pydantic import ValidationError

from pubtrack.app.agreement import agree
from pubtrack.app.bib_entries import field_behind
from pubtrack.app.display import shown
from pubtrack.app.draft import Draft
from pubtrack.app.hand_edits import drop
from pubtrack.app.keys import taken_keys
from pubtrack.app.naming import nearest
from pubtrack.bibtex.keys import free_key
from pubtrack.errors import InputError, NotFoundError
from pubtrack.markup.names import parse_name
from pubtrack.merge import Statement, statements
from pubtrack.model import (
    CONTRIBUTOR_FIELDS,
    SCHEMES,
    UNION_FIELDS,
    USER,
    Decision,
    Disagreement,
    Entry,
    Fields,
    Identifier,
    SourceRecord,
    witness_paths,
)
from pubtrack.store import Change
from pubtrack.store.changes import Spooled
from pubtrack.writers.keys import citation_key

SETTABLE = tuple(
    name for name in Fields.model_fields if name not in (*UNION_FIELDS, "citations", "custom", "open_access")
)
"""Fields that `set` takes by name; identifiers are set by their scheme (`doi=...`), others land in `custom`."""

_ALIASES = {
    "authors": "author",
    "year": "issued",
    "date": "issued",
    "journal": "container_title",
    "booktitle": "container_title",
    "pages": "page",
    "keywords": "keyword",
}


def why(draft: Draft, key: str, field: str | None) -> list[Statement]:
    """Gives the statements behind a work; see `Library.why`."""
    work = draft.required(key)
    paths = [p for p in witness_paths(work) if field is None or _matches(p, field)]
    paths += [p for p in work.provenance if p.startswith("author/") and field is None]
    records, trust = draft.records_of(key), draft.settings.trust
    if field:
        paths += sorted({p for record in records for p in record.withheld if _matches(p, field)}.difference(paths))
    if not paths and field:
        name = canonical_field(field)
        if name not in Fields.model_fields or not statements(records, trust, name):
            known = (*Fields.model_fields, *SCHEMES)
            near = tuple(other for other in nearest(field, known) if other != name)
            raise NotFoundError(f"nobody said anything about {field!r} of {key}.", () if name in known else near)
        paths = [name]
    found = []
    for path in paths:
        if path.startswith("author/"):
            found.append(Statement(path, _completed(work, path), work.provenance[path], True))
        else:
            found += statements(records, trust, path)
    return found


def _completed(work: Any, path: str) -> Any:
    _, position, name = path.split("/")
    author = work.author[int(position)]
    return f"{author.name}: {shown(getattr(author, name))}"


def _matches(path: str, field: str) -> bool:
    name = canonical_field(field)
    return path == name or path.startswith((f"{name}/", f"identifiers/{field.lower()}:")) or path == f"custom/{field}"


def canonical_field(name: str) -> str:
    """Gives our name of a field: CSL's hyphens, common names and those of BibTeX are understood.

    >>> canonical_field("container-title"), canonical_field("year"), canonical_field("school")
    ('container_title', 'issued', 'publisher')
    """
    plain = name.strip().lower().replace("-", "_")
    if plain in _ALIASES or plain in Fields.model_fields:
        return _ALIASES.get(plain, plain)
    behind = field_behind(plain)
    return behind if behind in Fields.model_fields and behind not in UNION_FIELDS else plain


def set_field(draft: Draft, key: str, field: str, value: str) -> None:
    """States one value as the user's; see `Library.set`."""
    work = draft.required(key)
    name, record = canonical_field(field), draft.user_record(key)
    said, withheld = dict(record.fields.stated()), set(record.withheld)
    if name in SCHEMES:
        _set_identifier(name, value, said, withheld, work.identifiers)
    elif name in SETTABLE:
        said.pop(name, None)
        withheld.discard(name)
        if value.strip():
            said[name] = parsed_value(name, value)
        else:
            withheld.add(name)
        if name == "issued":
            _drop_date_words(said, withheld, work.custom)
    elif name.startswith("custom/"):
        _set_custom(field.strip()[len("custom/") :], value, said, withheld)
    else:
        raise NotFoundError(f"there is no field {field!r}.", nearest(name, (*SETTABLE, *SCHEMES)))
    say(draft, record, said, withheld)


def _set_custom(word: str, value: str, said: dict[str, Any], withheld: set[str]) -> None:
    said["custom"] = {key: old for key, old in said.get("custom", {}).items() if key != word}
    withheld.discard(f"custom/{word}")
    if value.strip():
        said["custom"][word] = value
    else:
        withheld.add(f"custom/{word}")


def _drop_date_words(said: dict[str, Any], withheld: set[str], custom: Mapping[str, str]) -> None:
    """The words of the old date ("1998--99") go with it."""
    words = {"date", "year", "month", "day"}
    said["custom"] = {key: value for key, value in said.get("custom", {}).items() if key not in words}
    withheld.update(f"custom/{word}" for word in words if word in custom)


def say(draft: Draft, record: SourceRecord, said: dict[str, Any], withheld: set[str]) -> None:
    """Replaces the user's statement about a work."""
    try:
        fields = Fields.model_validate(said)
    except ValidationError as error:
        detail = error.errors()[0]
        raise InputError(f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}.") from error
    draft.say(record.replace(fields=fields, withheld=tuple(sorted(withheld))))


def _set_identifier(
    scheme: str, value: str, said: dict[str, Any], withheld: set[str], present: tuple[Identifier, ...]
) -> None:
    """A new value of a scheme takes the place of all present ones."""
    old = [i for i in present if i.scheme == scheme]
    said["identifiers"] = tuple(i for i in said.get("identifiers", ()) if i.scheme != scheme)
    withheld.update(f"identifiers/{i}" for i in old)
    if value.strip():
        new = Identifier.of(scheme, value)  # type: ignore[arg-type]
        if new is None:
            raise InputError(f"{value!r} is no {scheme} identifier.")
        said["identifiers"] = (new, *said["identifiers"])
        withheld.discard(f"identifiers/{new}")


def parsed_value(name: str, value: str) -> Any:
    """Gives a text from the command line in the kind of its field.

    Raises:
        InputError: It is not of that kind.

    >>> parsed_value("author", "Jin, Zhijing and Rada Mihalcea")[1].family
    'Mihalcea'
    """
    if name in CONTRIBUTOR_FIELDS:
        separator = ";" if ";" in value else " and "
        try:
            return tuple(parse_name(part) for part in value.split(separator) if part.strip())
        except ValueError as error:
            raise InputError(f"{value!r} is no {name}: {error}; write Last, First and First Last.") from error
    if name == "keyword":
        return tuple(word.strip() for word in value.replace(";", ",").split(",") if word.strip())
    try:
        return getattr(Fields.model_validate({name: value.strip()}), name)
    except ValidationError as error:
        allowed = _allowed(name)
        hint = f" Did you mean {' or '.join(nearest(value, allowed)) or allowed[0]}?" if allowed else ""
        raise InputError(f"{value!r} is no {name}: {error.errors()[0]['msg']}.{hint}") from error


def _allowed(name: str) -> tuple[str, ...]:
    return get_args(get_args(Fields.model_fields[name].annotation)[0]) if name == "type" else ()


def lock(draft: Draft, key: str, field: str | None, now: datetime) -> None:
    """Makes present values the user's; see `Library.lock`."""
    work, record = draft.required(key), draft.user_record(key)
    said = dict(record.fields.stated())
    present = work.stated()
    for name in _locked_names(field, present):
        said[name] = present[name]
    say(draft, record, said, set(record.withheld))
    draft.decisions.append(Decision(kind="locked", at=now, key=key, other=field))


def unlock(draft: Draft, key: str, field: str | None, now: datetime) -> None:
    """Takes the user's statement back; see `Library.unlock`."""
    work, record = draft.required(key), draft.user_record(key)
    names = _locked_names(field, {**work.stated(), **dict.fromkeys(record.withheld)})
    said = {name: value for name, value in record.fields.stated().items() if name not in names}
    withheld = {path for path in record.withheld if path.partition("/")[0] not in names}
    others = [r for r in draft.records_of(key) if r.id != record.id]
    if not others:
        raise InputError(f"{key} has no other source than the person; there is nothing to unlock it to.")
    say(draft, record, said, withheld)
    draft.decisions.append(Decision(kind="unlocked", at=now, key=key, other=field))


def _locked_names(field: str | None, present: dict[str, Any]) -> list[str]:
    if field is None:
        return list(present)
    name = "identifiers" if field.lower() in SCHEMES else canonical_field(field)
    if name not in present:
        raise NotFoundError(f"the work has no value of {field!r}.", nearest(name, present))
    return [name]


def remove(draft: Draft, key: str, now: datetime) -> None:
    """Takes a work out; see `Library.remove`."""
    work = draft.required(key)
    draft.notes.append(Change(key, "", shown(work.title), None))
    drop(draft, key, "removed", now)
    if key in draft.document:
        draft.document.remove(key)


def merge(draft: Draft, key: str, other: str, now: datetime) -> None:
    """Makes two works one; see `Library.merge`."""
    draft.required(key)
    gone = draft.required(other)
    if key == other:
        raise InputError(f"{key} cannot be merged with itself.")
    for record in draft.records_of(other):
        said = record.provenance
        if said.source == USER and not said.source_id:
            # Both may carry the hand's corrections: those of the work that stays win.
            said = said.replace(source_id=f"merged from {other}")
        draft.say(record.replace(work=key, provenance=said))
    draft.forget(other)
    draft.repoint(other, key)
    if other in draft.document:
        draft.document.remove(other)
    draft.notes.append(Change(other, "", shown(gone.title), None, f"merged into {key}"))
    draft.decisions.append(Decision(kind="merged", at=now, key=key, other=other))


def split(draft: Draft, key: str, source: str, source_id: str | None, now: datetime) -> str:
    """Makes a source's statements a work of their own; see `Library.split`."""
    draft.required(key)
    records = draft.records_of(key)
    moving = [r for r in records if r.provenance.source == source and source_id in (None, r.provenance.source_id)]
    if not moving:
        known = sorted({r.provenance.source for r in records})
        raise NotFoundError(f"{source!r} said nothing about {key}; {', '.join(known)} did.", nearest(source, known))
    if len(moving) == len(records):
        raise InputError(f"that is all that was said about {key}; nothing would be left of it.")
    new = free_key(citation_key(moving[0].fields), taken_keys(draft))
    for record in moving:
        draft.move(record, new)
    draft.decisions.append(Decision(kind="split", at=now, key=key, other=new))
    return new


def add_entry(draft: Draft, entry: Entry) -> None:
    """Adds or replaces an entry of awards.toml; the works it names must exist."""
    for key in getattr(entry, "works", ()):
        draft.required(key)
    draft.career = draft.career.with_entries([entry])
    draft.notes.append(Change(entry.id, "", None, entry.to_json()))


class Disagreements(Spooled[tuple[str, Disagreement]]):
    """Pairs (key, what a source says other than the person), in the order of works.bib."""

    def _data_of(self, item: tuple[str, Disagreement]) -> Any:
        return [item[0], item[1].to_json()]

    def _item_of(self, data: Any) -> tuple[str, Disagreement]:
        return data[0], Disagreement.model_validate(data[1])


def disagreements(draft: Draft) -> Disagreements:
    """What sources say other than the person; see `Library.disagreements`."""
    found = Disagreements()
    for key in draft.keys:
        records = draft.records_of(key)
        said = {n for r in records if r.provenance.source == USER for n in r.fields.stated() if n not in UNION_FIELDS}
        for name in sorted(said - {"custom"}):
            mine, *others = statements(records, draft.settings.trust, name)
            theirs = next((o for o in others if o.provenance.source != USER), None)
            if theirs and not agree(theirs.value, mine.value):
                by, place = theirs.provenance.source, mine.provenance.place
                found.append((key, Disagreement(field=name, said=shown(theirs.value), where=by, reason=place)))
    return found
