"""Publications for the track record of an ERC proposal, as plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pubtrack.match import find_owner
from pubtrack.writers.calm_text import calm
from pubtrack.writers.cv_publications import heading_of, type_headings
from pubtrack.writers.form_facts import citations, doctoral_advisors, open_access, own_part, standing, without_advisor
from pubtrack.writers.form_parts import (
    before_you_submit,
    blank,
    chosen_first,
    is_withdrawn,
    joined,
    owner_name,
    reference_text,
    said_on,
    wrapped,
)
from pubtrack.writers.versions import Versions
from pubtrack.writers.view import LibraryView

__all__ = ["OUTPUTS", "write_erc"]

OUTPUTS = 10
"""So many research outputs a track record may list. Source: ERC, Information for Applicants to the Starting and
Consolidator Grant 2025 Calls (V8.0, 10.07.2024), part B1, "Curriculum Vitae and Track Record"."""


def write_erc(view: LibraryView) -> str:
    """Gives up to ten outputs with part, open access and citations source by source, then the number of works by type.

    Works that `selected` names stand first, in that order; the newest follow. Self-citations are in every count: no
    source that pubtrack asks tells them apart.
    """
    works = chosen_first(view, "selected")
    standing_works = [work for work in works if not is_withdrawn(work.entry.fields)]
    shown = standing_works[:OUTPUTS]
    lines = [f"RESEARCH OUTPUTS FOR AN ERC TRACK RECORD: {calm(owner_name(view))}"]
    lines += [said_on(view), "", f"UP TO {OUTPUTS} RESEARCH OUTPUTS", ""]
    lines += _outputs(shown, view) or [blank("outputs"), ""]
    lines += ["ALL WORKS BY TYPE", "", *_numbers(standing_works, view), ""]
    return joined([*lines, *_checks(view, len(works) - len(standing_works))])


def _outputs(works: Sequence[Versions], view: LibraryView) -> list[str]:
    style, advisors = str(view.settings.get("style") or "apa"), doctoral_advisors(view)
    lines: list[str] = []
    for number, work in enumerate(works, 1):
        lead = f"{number}. ".rjust(4)
        lines += wrapped(reference_text(work.entry.fields, style, view), lead, "    ")
        for said in _facts(work, view, advisors):
            lines += wrapped(said, "    ", "    ")
        lines += [*wrapped(blank("what it found and why it matters"), "    ", "    "), ""]
    return lines


def _facts(work: Versions, view: LibraryView, advisors: Sequence[str]) -> Iterable[str]:
    fields = work.entry.fields
    yield f"Your part: {own_part(fields, view)}. Status: {standing(fields)}."
    if advisors:
        yield f"Without your PhD supervisor: {without_advisor(fields, advisors)}."
    yield f"Open access: {open_access(work)}"
    yield f"Citations: {citations(work, view)}"


def _numbers(works: Sequence[Versions], view: LibraryView) -> list[str]:
    counted = Counter(heading_of(work.entry.fields) for work in works)
    lines = [f"{number:5d}  {heading}" for heading in type_headings() if (number := counted[heading])]
    first = sum(1 for work in works if _place(work, view) == 0)
    last = sum(1 for work in works if (n := len(work.entry.fields.author)) > 1 and _place(work, view) == n - 1)
    return [*lines, f"{len(works):5d}  in all; first author of {first}, last author of {last}"]


def _place(work: Versions, view: LibraryView) -> int | None:
    found = find_owner(work.entry.fields, view.owner) if view.owner else None
    return found[0] if found else None


def _checks(view: LibraryView, left_out: int) -> list[str]:
    said = ["Fill in every bracket; take out what your call does not want (the ERC wants no journal impact factors)."]
    said.append("Citations hold self-citations: no source tells them apart, so state them only as what they are.")
    if not view.selected:
        said.append("No work is selected: these are the newest. Name the best by their keys in the setting `selected`.")
    if not doctoral_advisors(view):
        said.append("Who supervised your doctorate is not in the library (an appointment with `advisors`).")
    if left_out:
        said.append(f"{left_out} retracted or withdrawn left out.")
    return before_you_submit(said)
