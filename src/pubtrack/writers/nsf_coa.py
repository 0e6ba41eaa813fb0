"""Co-authors for table 4 of the NSF template "Collaborators and Other Affiliations" (COA), as CSV."""

from __future__ import annotations

import csv
import io
from datetime import date

from pubtrack.errors import ConfigError
from pubtrack.markup.escape import escape_csv_cell
from pubtrack.match import find_owner
from pubtrack.model import PartialDate
from pubtrack.writers.calm_text import calm
from pubtrack.writers.co_authors import CoAuthor, co_authors
from pubtrack.writers.form_parts import as_of, blank, months_before, not_before
from pubtrack.writers.view import Entry, LibraryView

__all__ = ["MONTHS", "write_nsf_coa"]

HEADER = (
    "4", "Name:", "Organizational Affiliation", "Optional  (email, Department)", "Last Active", "Joint works", "Check",
)  # fmt: skip
"""The first five columns are those of table 4, as the template writes them; the last two are for you.

Source: https://www.nsf.gov/bfa/dias/policy/coa/coa_template.xlsx (PAPPG II.D.2.h(iii))."""
MONTHS = 48
"""Co-authors "with collaboration in the last 48 months (publication date may be later)". Source: the template."""


def write_nsf_coa(view: LibraryView) -> str:
    """Gives one row for each co-author of the last 48 months: copy columns A to E into table 4 of NSF's template.

    The months count back from `as_of` (see `form_parts.as_of`). Whatever may belong is in: undated works too, and names
    that may be one person, each with a word in the last column. Nothing else of the COA is known to a library of works:
    collaborators without a joint work (`C:`) and the other tables are yours to fill in.

    Raises:
        ConfigError: The library does not say who its owner is.
    """
    if view.owner is None:
        raise ConfigError("nsf-coa lists the co-authors of a person: state [owner] name in pubtrack.toml.", "owner")
    day = as_of(view)
    since = months_before(day, MONTHS) if day else None
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for found in co_authors(view, [entry for entry in view.entries if _counts(entry, since)]):
        writer.writerow([escape_csv_cell(calm(cell)) for cell in _row(found, view)])
    return out.getvalue()


def _counts(entry: Entry, since: date | None) -> bool:
    issued = entry.fields.issued
    return since is None or issued is None or issued.year is None or not_before(issued, since)


def _row(found: CoAuthor, view: LibraryView) -> tuple[str, ...]:
    return (
        "A:",
        found.person.sort_name,
        "; ".join(found.affiliation) or blank("affiliation"),
        "",
        _us_date(found.works[0].fields.issued) or blank("date"),
        " ".join(entry.key for entry in found.works if entry.key),
        "; ".join(_checks(found, view)),
    )


def _us_date(stated: PartialDate | None) -> str:
    """`m/d/yyyy`, as the template asks; only the parts that are known."""
    return "/".join(str(part) for part in (*stated.parts[1:], *stated.parts[:1])) if stated else ""


def _checks(found: CoAuthor, view: LibraryView) -> list[str]:
    newest = found.works[0].fields.issued
    said = [
        f"you are not named as an author of {entry.key}"
        for entry in found.works
        if view.owner and find_owner(entry.fields, view.owner) is None
    ]
    if not newest or newest.day is None:
        said.append("the day is not known" if newest and newest.year else "the works are undated")
    if found.affiliation and found.affiliation_from and found.affiliation_from != newest:
        said.append(f"affiliation as of {found.affiliation_from}")
    if found.perhaps:
        said.append(f"may be the same person as {' or '.join(found.perhaps)}")
    if found.spellings:
        said.append(f"also spelled {'; '.join(found.spellings)}")
    if found.person.literal:
        said.append("a body, or a name that could not be split: name its members, or leave it out")
    return said
