"""What we believe, written into works.bib: only fields whose meaning changed, never a field that a person wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pubtrack.app.bib_entries import (
    TYPE,
    adds_nothing,
    entry_values,
    field_behind,
    fields_of_values,
    inherited_values,
    new_entry,
    set_values,
    still_true,
    values_of_fields,
)
from pubtrack.app.display import shown, witness
from pubtrack.app.draft import Draft
from pubtrack.model import UNION_FIELDS, Work
from pubtrack.store import Change


def settle(draft: Draft, keys: Iterable[str]) -> Iterator[Change]:
    """Brings the entries of these works up to what is now believed, and gives each change when it is made.

    Call it after `absorb`: then what stands in the file is either pubtrack's own or said by the user's record.
    """
    for key in draft.releasing(dict.fromkeys(keys)):
        work = draft.work(key)
        if work is None:
            continue
        yield from _update(draft, work) if key in draft.document else _add(draft, work)
        entry = draft.document.entry(key)
        draft.remember(draft.state(key).replace(base=entry_values(entry)))


def _add(draft: Draft, work: Work) -> list[Change]:
    draft.document.add(new_entry(work.key, work.fields, draft.settings.bibtex))
    return [Change(work.key, "", None, shown(work.title), _because(work, "title"))]


def _update(draft: Draft, work: Work) -> list[Change]:
    """Sets what says something new; a field that means the same, or is still true, keeps its bytes."""
    entry = draft.document.entry(work.key)
    have = entry_values(entry)
    stands = {**inherited_values(draft.document, entry), **have}
    want = values_of_fields(work.fields, draft.settings.bibtex)
    # Another type takes other fields, so that nothing stands twice (`booktitle` beside `journal`).
    retyped = not adds_nothing(stands, TYPE, want[TYPE])
    new = {
        name: value
        for name, value in want.items()
        if stands.get(name) != value and ((retyped and name not in stands) or not adds_nothing(stands, name, value))
    }
    set_values(draft.document, work.key, new)
    changes = [Change(work.key, n, have.get(n), value, _because(work, n, value)) for n, value in new.items()]
    for name, old in have.items():
        gone = name not in want and not still_true(have, name, work.fields)
        if gone or (retyped and name not in want and adds_nothing(want, name, old)):
            draft.document.remove_field(work.key, name)
            because = _because(work, name) if _says_less(work, name) else "no source says so any more"
            changes.append(Change(work.key, name, old, None, because))
    return changes


def _because(work: Work, name: str, value: str = "") -> str:
    """The witness of a BibTeX field, where one of ours stands behind it; an identifier has its own."""
    said = work.provenance.get(field_behind(name)) or next(iter(work.provenance.values()))
    if value and name != TYPE:
        stated = fields_of_values({TYPE: "misc", name: value}).stated()
        paths = [f"{field}/{element}" for field in (*UNION_FIELDS, "custom") for element in stated.get(field, ())]
        said = next((work.provenance[path] for path in paths if path in work.provenance), said)
    return witness(said)


def _says_less(work: Work, name: str) -> bool:
    """True where a month or day goes because who is believed first states the year alone."""
    return name in ("month", "day") and work.issued is not None and "issued" in work.provenance
