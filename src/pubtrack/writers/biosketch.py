"""Product lists of NSF's and NIH's biographical sketch: up to five related products and up to five others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pubtrack.csl import Run, write_runs
from pubtrack.markup.escape import escape_markdown
from pubtrack.model import Fields
from pubtrack.writers.calm_text import calm
from pubtrack.writers.form_parts import (
    as_of,
    blank,
    chosen_first,
    is_withdrawn,
    joined,
    owner_name,
    reference,
)
from pubtrack.writers.versions import Versions
from pubtrack.writers.view import LibraryView

__all__ = ["PRODUCTS", "write_nih_biosketch", "write_nsf_biosketch"]

PRODUCTS = 5
"""So many products each list may hold. Source: Biographical Sketch Common Form, section "Products",
https://www.nsf.gov/bfa/dias/policy/nstc_disclosure.jsp; NIH uses it since January 2026 (NOT-OD-26-018)."""
RELATED, OTHERS = "Most closely related to the proposed project", "Other significant products"
NLM_STYLE = "nlm-citation-sequence"
"""NLM's "Citing Medicine", the format that NIH's citations follow, with PMID and PMCID."""
_NOT_CITABLE = frozenset({"speech", "personal_communication", "event"})
"""Types that are no citable and accessible product."""


def write_nsf_biosketch(view: LibraryView) -> str:
    """Gives the products for NSF's biographical sketch as Markdown, in the style of the settings (`style`)."""
    style = str(view.settings.get("style") or "apa")
    return _lists(view, "NSF", style, _located)


def write_nih_biosketch(view: LibraryView) -> str:
    """Gives the products for NIH's biographical sketch as Markdown: NLM style, each journal article with its PMCID.

    A PMCID that the library does not know is a blank to be filled in, never left out: NIH's public access policy may
    ask for it.
    """
    return _lists(view, "NIH", NLM_STYLE, _identified)


def _lists(view: LibraryView, agency: str, style: str, missing: Callable[[Versions], list[str]]) -> str:
    related = frozenset(view.keys_in("related"))
    ranked = chosen_first(view, "related", "selected")
    citable = [w for w in ranked if w.entry.fields.type not in _NOT_CITABLE and not is_withdrawn(w.entry.fields)]
    named = [work for work in citable if work.keys & related]
    first = (named or citable)[:PRODUCTS]
    other = [work for work in citable if work not in first][:PRODUCTS]

    def item(number: int, work: Versions) -> str:
        runs = (*reference(work.entry.fields, style, view), *(Run(f" {said}") for said in missing(work)))
        return f"{number}. {write_runs(runs, 'markdown').strip()}"

    lines = [f"# Products for the {agency} biographical sketch of {escape_markdown(calm(owner_name(view)))}", ""]
    for title, works in ((RELATED, first), (OTHERS, other)):
        lines += [f"## {title}", "", *(item(n, work) for n, work in enumerate(works, 1)), ""]
        if not works:
            lines[-1:] = [escape_markdown(blank("up to five products")), ""]
    return joined([*lines, *_checks(view, named, [w for w in ranked if is_withdrawn(w.entry.fields)])])


def _checks(view: LibraryView, named: Sequence[Versions], withdrawn: Sequence[Versions]) -> list[str]:
    day = as_of(view)
    said = [f"As of {day}." if day else "Nothing in the library says how old it is.", "Fill in every bracket."]
    if not named:
        said.insert(
            0,
            "pubtrack does not know your project: the first list holds your selected works, then the newest. "
            "Name related works by their keys in the option `related`.",
        )
    if withdrawn:
        keys = ", ".join(sorted(calm(work.entry.key or "?") for work in withdrawn))
        said.append(f"Left out, because they were retracted or withdrawn: {escape_markdown(keys)}.")
    return ["## Check before you submit", "", *(f"- {line}" for line in said)]


def _located(work: Versions) -> list[str]:
    """A product must be citable and accessible, so it needs a place where it can be seen."""
    fields = work.entry.fields
    where = [url for i in work.identifiers if i.scheme != "isbn" and (url := i.url)]
    said = [] if where or (fields.open_access and fields.open_access.url) else [blank("URL or DOI")]
    return said if fields.issued or fields.status else [*said, blank("date, or status such as submitted")]


def _identified(work: Versions) -> list[str]:
    fields = work.entry.fields
    if fields.id("pmcid"):
        return []
    elsewhere = next((i.value for i in work.identifiers if i.scheme == "pmcid"), None)
    if elsewhere:
        return [f"PubMed Central PMCID: {elsewhere}."]
    if _may_fall_under_policy(fields):
        return [blank("PMCID, NIHMS ID or “PMC Journal – In Process”; nothing where NIH's policy does not apply")]
    return []


def _may_fall_under_policy(fields: Fields) -> bool:
    """Final peer-reviewed manuscripts for journals, and conference papers in proceedings with an ISSN.

    Source: https://grants.nih.gov/policy-and-compliance/policy-topics/public-access
    """
    return fields.type == "article-journal" or (fields.type == "paper-conference" and bool(fields.id("issn")))
