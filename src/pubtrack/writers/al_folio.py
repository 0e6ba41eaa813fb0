"""Data files for al-folio, the Jekyll theme of many researchers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from pubtrack.markup.escape import safe_url
from pubtrack.model import CONTRIBUTOR_FIELDS, Contributor, Fields
from pubtrack.writers.award_fields import awards_of
from pubtrack.writers.bibtex import write_bibtex
from pubtrack.writers.calm_text import no_tags
from pubtrack.writers.cv_publications import links_of
from pubtrack.writers.present_name import with_present_name
from pubtrack.writers.rendercv import rendercv_document
from pubtrack.writers.versions import Versions, works_of
from pubtrack.writers.view import Entry, LibraryView
from pubtrack.writers.yaml_text import yaml_text

__all__ = ["write_al_folio"]


def write_al_folio(view: LibraryView) -> dict[str, str]:
    """Gives file name -> text: `_bibliography/papers.bib` with the theme's own fields, and `_data/cv.yml`.

    The fields are `award`, `award_name`, `selected`, `arxiv`, `html` and `bibtex_show`; each work stands once.
    """
    works = [Entry(work.entry.key, _with_theme_fields(work, view)) for work in works_of(view)]
    return {
        "_bibliography/papers.bib": write_bibtex(replace(view, works=tuple(works))),
        "_data/cv.yml": yaml_text(rendercv_document(view)),
    }


def _with_theme_fields(work: Versions, view: LibraryView) -> Fields:
    """Source: https://github.com/alshedivat/al-folio/blob/main/CUSTOMIZE.md, publications."""
    fields, awards = with_present_name(work.entry.fields, view.owner), awards_of(view, work.keys)
    links = links_of(work)
    arxiv = next((i.value for i in work.identifiers if i.scheme == "arxiv"), None)
    given = {
        "award": "; ".join(awards),
        "award_name": _short([award.name for award in view.awards if work.keys & set(award.works)]),
        "selected": "true" if work.keys & view.selected else "",
        "html": (safe_url(links[0].url) or "") if links else "",
        "arxiv": arxiv if arxiv and "arxiv" not in {i.scheme for i in fields.identifiers} else "",
        "bibtex_show": "true",
    }
    return _defused(fields.replace(custom={**fields.custom, **{name: value for name, value in given.items() if value}}))


def _defused(fields: Fields) -> Fields:
    """The work with CSL's own tags, and with every other one broken: the theme prints fields unescaped."""
    changes: dict[str, Any] = {"custom": {name: no_tags(value) for name, value in fields.custom.items()}}
    for name, value in fields.stated().items():
        if isinstance(value, str):
            changes[name] = "".join(t if t in _CSL_TAGS else no_tags(t) for t in _TAGS.split(value))
        elif name in CONTRIBUTOR_FIELDS:
            changes[name] = tuple(_defused_person(person) for person in value)
    return fields.replace(**changes)


def _defused_person(person: Contributor) -> Contributor:
    parts = ("family", "given", "literal", "suffix", "dropping_particle", "non_dropping_particle")
    return person.replace(**{part: no_tags(text) for part in parts if (text := getattr(person, part))})


_TAGS = re.compile(r"(</?(?:i|b|sub|sup)>)")
_CSL_TAGS = frozenset(f"<{slash}{name}>" for name in ("i", "b", "sub", "sup") for slash in ("", "/"))


def _short(names: list[str]) -> str:
    return "; ".join(dict.fromkeys(names))
