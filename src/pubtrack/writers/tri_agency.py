"""Publications for the CV of Canada's three agencies (CIHR, NSERC, SSHRC), as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pubtrack.model import Fields
from pubtrack.vocab.funder_headings import CCV_GROUPS, CCV_OTHER
from pubtrack.writers.calm_text import calm
from pubtrack.writers.form_facts import open_access, own_part, standing, trainees
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

__all__ = ["ccv_heading", "write_tri_agency"]


def write_tri_agency(view: LibraryView) -> str:
    """Gives the most significant contributions, then all publications under the headings of the Canadian Common CV.

    The first are the works that `selected` names, in that order. Each says its status, open access, the owner's part
    and trainees. The style is that of the settings (`style`).
    """
    works = chosen_first(view, "selected")
    lines = [f"PUBLICATIONS FOR A TRI-AGENCY CV: {calm(owner_name(view))}", said_on(view), ""]
    best = [work for work in works if work.keys & view.selected]
    lines += ["MOST SIGNIFICANT CONTRIBUTIONS", ""]
    lines += _listed(best, view, explain=True) or [blank("contributions; the setting `selected` names them"), ""]
    newest = chosen_first(view)
    for heading in (*(title for title, _ in CCV_GROUPS), CCV_OTHER):
        found = [work for work in newest if ccv_heading(work.entry.fields) == heading]
        if found:
            lines += [f"{heading.upper()} ({len(found)})", "", *_listed(found, view)]
    return joined([*lines, *_checks()])


def ccv_heading(fields: Fields) -> str:
    """Gives the heading of the Canadian Common CV under which a work stands.

    >>> ccv_heading(Fields(type="paper-conference")), ccv_heading(Fields(type="article", genre="preprint"))
    ('Conference publications', 'Preprints')
    """
    if fields.is_preprint:
        return "Preprints"
    finer = f"{fields.type}/{(fields.genre or '').lower()}"
    exact = next((title for title, types in CCV_GROUPS if finer in types), None)
    return exact or next((title for title, types in CCV_GROUPS if fields.type in types), CCV_OTHER)


def _listed(works: Sequence[Versions], view: LibraryView, *, explain: bool = False) -> list[str]:
    style = str(view.settings.get("style") or "apa")
    lines: list[str] = []
    for number, work in enumerate(works, 1):
        lead = f"{number}. "
        lines += wrapped(reference_text(work.entry.fields, style, view), lead, " " * len(lead))
        for said in (*_facts(work, view), *([blank("what it changed, and for whom")] if explain else [])):
            lines += wrapped(said, " " * len(lead), " " * len(lead))
        lines.append("")
    return lines


def _facts(work: Versions, view: LibraryView) -> Iterable[str]:
    fields = work.entry.fields
    state = "retracted or withdrawn" if is_withdrawn(fields) else standing(fields)
    yield f"Status: {state}. Open access: {open_access(work)}"
    students = trainees(fields)
    yield f"Your part: {own_part(fields, view)}." + (f" Trainees: {students}." if students else "")


def _checks() -> list[str]:
    said = (
        "Fill in every bracket.",
        "Peer review is not known to the library: say which works were refereed.",
        "Trainees are the authors that a work's author list marks as students; name the others.",
        "Your share of each work, in words or per cent, is for you to state.",
        "CCV has no heading for preprints: enter them where your call says.",
    )
    return before_you_submit(said)
