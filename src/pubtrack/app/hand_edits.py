"""The three-way rule: what a person changed in works.bib becomes their own statement, and stays (law 2).

*Base* is what pubtrack last wrote, *mine* what stands in the file. Where they differ, a person was there.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from pubtrack.app.bib_entries import entry_values, fields_of_values, inherited_values
from pubtrack.app.draft import Draft
from pubtrack.model import UNION_FIELDS, Decision, Fields, SourceRecord

PLACE = "works.bib"


def absorb(draft: Draft, now: datetime) -> list[str]:
    """Turns all edits by hand since pubtrack last wrote into statements of the user; gives the keys concerned.

    Entries that a person added, renamed or took out are noticed as well.
    """
    edited = _absorb_missing(draft, now)
    for entry in draft.releasing(draft.document.entries):
        base, mine = draft.base(entry.key), entry_values(entry)
        if mine != base:
            taken_over = inherited_values(draft.document, entry)
            before = fields_of_values({**taken_over, **base}) if base else Fields()
            after = fields_of_values({**taken_over, **mine})
            draft.say(_with_edits(draft.user_record(entry.key), before, after))
            draft.remember(draft.state(entry.key).replace(base=mine))
            edited.append(entry.key)
    return edited


def _with_edits(record: SourceRecord, before: Fields, after: Fields) -> SourceRecord:
    """The user's record with every difference between the two as the user's word."""
    said, withheld = dict(record.fields.stated()), set(record.withheld)
    for name in Fields.model_fields:
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if name in UNION_FIELDS:
            _edit_elements(name, old, new, said, withheld)
        elif name == "custom":
            _edit_custom(old, new, said, withheld)
        elif new in (None, ()):
            said.pop(name, None)
            withheld.add(name)
        else:
            said[name] = new
            withheld.discard(name)
    place = record.provenance.replace(place=PLACE)
    return SourceRecord(
        work=record.work, fields=Fields.model_validate(said), provenance=place, withheld=tuple(sorted(withheld))
    )


def _edit_elements(name: str, old: Any, new: Any, said: dict[str, Any], withheld: set[str]) -> None:
    gone = [e for e in old if e not in new]
    come = [e for e in new if e not in old]
    said[name] = (*come, *(e for e in said.get(name, ()) if e not in gone and e not in come))
    withheld.update(f"{name}/{e}" for e in gone)
    withheld.difference_update(f"{name}/{e}" for e in come)


def _edit_custom(old: Any, new: Any, said: dict[str, Any], withheld: set[str]) -> None:
    gone = {key for key in old if key not in new}
    come = {key: value for key, value in new.items() if old.get(key) != value}
    kept = {key: value for key, value in said.get("custom", {}).items() if key not in gone}
    said["custom"] = {**kept, **come}
    withheld.update(f"custom/{key}" for key in gone)
    withheld.difference_update(f"custom/{key}" for key in come)


def _absorb_missing(draft: Draft, now: datetime) -> list[str]:
    """Works whose entry is gone: renamed where a new entry is evidently the same, else taken out by hand."""
    present = set(draft.keys)
    missing = [key for key in sorted(draft.state_keys) if key not in present and draft.base(key)]
    strangers = _by_values(draft, (key for key in present if key not in draft.state_keys)) if missing else {}
    edited = []
    for key in missing:
        twins = strangers.get(frozenset(draft.base(key).items()), [])
        if len(twins) == 1:
            new = twins.pop()
            rename(draft, key, new, now)
            edited.append(new)
        else:
            drop(draft, key, "removed", now, "its entry was taken out of works.bib by hand")
    return edited


def _by_values(draft: Draft, keys: Iterable[str]) -> dict[frozenset[tuple[str, str]], list[str]]:
    """What new entries say -> their keys: somebody who renames thousands of entries renames them all at once."""
    found: dict[frozenset[tuple[str, str]], list[str]] = {}
    for key in keys:
        found.setdefault(frozenset(entry_values(draft.document.entry(key)).items()), []).append(key)
    return found


def rename(draft: Draft, old: str, new: str, now: datetime) -> None:
    """Moves all that is known of a work to another key."""
    state = draft.state(old)
    for record in draft.forget(old):
        draft.say(record.replace(work=new))
    draft.remember(state.replace(key=new))
    draft.repoint(old, new)
    draft.decisions.append(Decision(kind="renamed", at=now, key=old, other=new))


def drop(
    draft: Draft, key: str, kind: str, now: datetime, because: str | None = None, other: str | None = None
) -> None:
    """Takes a work out and remembers it, so that no later run brings it back."""
    work = draft.work(key)
    draft.forget(key)
    ids = tuple(i.without_version for i in work.identifiers) if work else ()
    title = work.title if work else None
    decision = Decision(
        kind=kind, at=now, key=key, other=other, identifiers=tuple(dict.fromkeys(ids)), title=title, because=because
    )
    draft.decisions.append(decision)
