"""Works by the grant that paid for them, as Markdown: for reports to funders."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pubtrack.csl import write_runs
from pubtrack.markup.escape import escape_markdown
from pubtrack.markup.titles import fold
from pubtrack.model import Grant
from pubtrack.writers.calm_text import calm
from pubtrack.writers.cv_career import years
from pubtrack.writers.form_parts import joined, owner_name, reference
from pubtrack.writers.versions import Versions, works_of
from pubtrack.writers.view import LibraryView

__all__ = ["GrantWorks", "grant_number", "works_by_grant", "write_grants"]

_SIGNS = re.compile(r"[\W_]+")
_TELLING = 4
"""A number of fewer letters and digits than these says nothing without its funder."""


@dataclass
class GrantWorks:
    """A grant as the library and its works name it, and the works that it paid for."""

    funder: str | None
    number: str | None
    title: str | None = None
    years: str | None = None
    own: bool = False
    """The owner holds or held it (`[[funding]]`); else only works name it."""
    works: list[Versions] = field(default_factory=list)

    @property
    def label(self) -> str:
        """Funder and number, as a heading."""
        said = ", ".join(calm(part) for part in (self.funder, self.number) if part)
        return said or calm(self.title or "") or "Funder not named"


def grant_number(text: str | None) -> str:
    """Gives a funding number as it compares: letters and digits alone.

    >>> grant_number("EF-7 / 2020") == grant_number("ef7/2020")
    True
    """
    return _SIGNS.sub("", (text or "").casefold())


def works_by_grant(view: LibraryView) -> tuple[list[GrantWorks], list[Versions]]:
    """Gives the grants with their works, newest first, and the works that name none.

    The owner's grants come first, in the order of the library, then those that only works name, by funder and number.
    """
    grants = {_key(g.funder, g.award_number, g.title): _of(g) for g in view.funding}
    paid_for = [(_key(g.funder, g.award_number, g.title), frozenset(g.works)) for g in view.funding]
    rest: list[Versions] = []
    for work in works_of(view):
        stated = [f for e in (work.entry, *work.others) for f in e.fields.funding]
        named = {_key(f.funder, f.award_number, f.title): f for f in stated}
        for key, said in named.items():
            grants.setdefault(key, GrantWorks(said.funder, said.award_number, said.title))
        keys = dict.fromkeys([*named, *(key for key, works in paid_for if works & work.keys)])
        for key in keys:
            grants[key].works.append(work)
        if not keys:
            rest.append(work)
    ranked = sorted(grants.values(), key=lambda g: (not g.own, "" if g.own else fold(g.label)))
    return ranked, rest


def _of(grant: Grant) -> GrantWorks:
    when = years(grant.start, grant.end) if grant.start else None
    return GrantWorks(grant.funder, grant.award_number, grant.title, when, own=True)


def _key(funder: str | None, number: str | None, title: str | None) -> tuple[str, str]:
    told = grant_number(number)
    if len(told) >= _TELLING:
        return ("", told)
    return (fold(funder or ""), told or fold(title or ""))


def write_grants(view: LibraryView) -> str:
    """Gives a section for each grant with its works as references, and the works for which no grant is known.

    Numbers compare without blanks, hyphens and case; funders may be spelled differently. The style is that of the
    settings (`style`).
    """
    grants, rest = works_by_grant(view)
    lines = [f"# Works by grant: {escape_markdown(calm(owner_name(view)))}", ""]
    for grant in grants:
        about = ". ".join(calm(part) for part in (grant.title, grant.years) if part)
        lines += [f"## {escape_markdown(grant.label)}", "", *([escape_markdown(about), ""] if about else [])]
        lines += [*(_item(work, view) for work in grant.works), *(["No work names it."] if not grant.works else []), ""]
    if rest:
        lines += ["## No grant is stated", "", *(_item(work, view) for work in rest), ""]
    return joined(lines)


def _item(work: Versions, view: LibraryView) -> str:
    runs = reference(work.entry.fields, str(view.settings.get("style") or "apa"), view)
    pmcid = next((i.value for i in work.identifiers if i.scheme == "pmcid"), None)
    said = f" PMCID: {pmcid}" if pmcid and pmcid not in "".join(run.text for run in runs) else ""
    return f"- {write_runs(runs, 'markdown').strip()}{said}"
