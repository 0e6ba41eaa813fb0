r"""BibTeX that ORCID's importer understands: its types, its fields, plain Unicode instead of LaTeX.

What the importer does was read in its source: it maps 14 entry types, takes `eprint` only where `eprinttype` is exactly
`arxiv`, undoes `\&` and its like, drops braces, and shows every other command as it is. Source:
https://github.com/ORCID/orcid-angular, work-bibtex-modal.component.ts and latexParse.js (seen 2026-11-22).
"""

from __future__ import annotations

import re

from pubtrack.bibtex.values import month_macro
from pubtrack.match import find_owner
from pubtrack.model import Contributor, Fields
from pubtrack.vocab.orcid_types import ORCID_BIBTEX_TYPES
from pubtrack.writers.calm_text import calm, plain_title
from pubtrack.writers.keys import keyed, readable_keys
from pubtrack.writers.latex_values import balanced, verbatim
from pubtrack.writers.present_name import with_present_name
from pubtrack.writers.versions import one_of_each
from pubtrack.writers.view import Entry, LibraryView

__all__ = ["orcid_type", "write_orcid_bibtex"]

_SPECIAL = {sign: f"\\{sign}" for sign in "&%#_${}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\^{}",
}
"""Signs as both LaTeX and ORCID's decoder read them."""


def write_orcid_bibtex(view: LibraryView) -> str:
    """Gives the works, each once, for "Add works, Import BibTeX" on an ORCID record.

    The first lines say what the importer cannot take over: works whose type must be set by hand, and works without a
    title, which ORCID refuses.
    """
    works = [work.entry for work in one_of_each(view.entries)]
    items = keyed(Entry(e.key, with_present_name(e.fields, view.owner)) for e in readable_keys(works))
    titled = [(key, fields) for key, fields in items if _title(fields)]
    notes = _notes([key for key, fields in items if not _title(fields)], titled, view)
    return "\n".join([*notes, *(_entry(key, fields, view) for key, fields in titled)])


def orcid_type(fields: Fields, view: LibraryView) -> tuple[str, bool]:
    """Gives the entry type, and whether ORCID then shows the type that the work has."""
    if fields.type == "thesis":
        # `mastersthesis` becomes "supervised student publication" there, whoever wrote it.
        own = view.owner is None or find_owner(fields, view.owner) is not None
        return ("phdthesis" if own else "mastersthesis", True)
    if fields.is_preprint:
        return ("misc", False)
    found = ORCID_BIBTEX_TYPES.get(fields.type or "")
    return (found, True) if found else ("misc", False)


def _notes(untitled: list[str], titled: list[tuple[str, Fields]], view: LibraryView) -> list[str]:
    by_hand = [f"{key} ({_wanted(fields)})" for key, fields in titled if not orcid_type(fields, view)[1]]
    notes = []
    if by_hand:
        notes.append(f"% ORCID's BibTeX import has no type for these; set it there by hand: {', '.join(by_hand)}\n")
    if untitled:
        notes.append(f"% Left out, because they have no title: {', '.join(untitled)}\n")
    return [note.replace("@", "(at)") for note in notes]


def _wanted(fields: Fields) -> str:
    return "preprint" if fields.is_preprint else (fields.type or "type not known")


def _entry(key: str, fields: Fields, view: LibraryView) -> str:
    kind = orcid_type(fields, view)[0]
    values = {
        "title": _title(fields),
        "author": _people(fields.author),
        "editor": _people(fields.editor),
        **_venue(kind, fields),
        **_date(fields),
        "doi": verbatim(fields.doi or ""),
        **({"eprint": fields.arxiv, "eprinttype": "arxiv"} if fields.arxiv else {}),
        "pmid": fields.id("pmid") or "",
        "isbn": fields.id("isbn") or "",
        "issn": fields.id("issn") or "",
        "url": verbatim(fields.id("url") or ""),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in values.items() if value]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _title(fields: Fields) -> str:
    return _plain(plain_title(fields.title or "")).strip()


def _venue(kind: str, fields: Fields) -> dict[str, str]:
    container = _plain(plain_title(fields.container_title or fields.event_title or ""))
    publisher = {"phdthesis": "school", "mastersthesis": "school", "techreport": "institution"}.get(kind, "publisher")
    return {
        ("journal" if kind in ("article", "misc") else "booktitle"): container,
        publisher: _plain(calm(fields.publisher or "")),
        **{name: _plain(calm(value or "")) for name, value in (
            ("volume", fields.volume), ("number", fields.issue or fields.number), ("pages", fields.page))},
    }  # fmt: skip


def _date(fields: Fields) -> dict[str, str]:
    issued = fields.issued
    if issued is None or issued.year is None or issued.year < 0:
        return {}
    return {"year": str(issued.year), **({"month": month_macro(str(issued.month)) or ""} if issued.month else {})}


def _plain(text: str) -> str:
    """Braces stay where they pair; a single one would swallow the rest of the file."""
    latex = re.sub(r"[\\{}&%#_$~^]", lambda sign: _SPECIAL[sign[0]], text)
    return latex if balanced(latex) else _plain(re.sub(r"[{}]", "", text))


def _people(people: tuple[Contributor, ...]) -> str:
    """The importer parts names at " and " and shows each as it stands."""
    names = (re.sub(r"\s+and\s+", " & ", calm(person.sort_name)) for person in people)
    return " and ".join(said for name in names if (said := _plain(name).strip(" ,")))
