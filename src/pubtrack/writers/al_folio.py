"""Data files for al-folio, the Jekyll theme of many researchers."""

from __future__ import annotations

import re
from dataclasses import replace

from pubtrack.model import Fields
from pubtrack.writers.award_fields import awards_of
from pubtrack.writers.bibtex import write_bibtex
from pubtrack.writers.calm_text import no_tags
from pubtrack.writers.cv_publications import links_of
from pubtrack.writers.rendercv import rendercv_document
from pubtrack.writers.site_records import works_of
from pubtrack.writers.versions import Versions
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
    fields, awards = work.entry.fields, awards_of(view, work.keys)
    links = links_of(work)
    arxiv = next((i.value for i in work.identifiers if i.scheme == "arxiv"), None)
    given = {
        "award": "; ".join(awards),
        "award_name": _short([award.name for award in view.awards if work.keys & set(award.works)]),
        "selected": "true" if work.keys & frozenset(view.settings.get("selected") or ()) else "",
        "html": links[0].url if links else "",
        "arxiv": arxiv if arxiv and "arxiv" not in {i.scheme for i in fields.identifiers} else "",
        "bibtex_show": "true",
    }
    custom = {**fields.custom, **{name: no_tags(value) for name, value in given.items() if value}}
    texts = {
        name: _defused(value) for name, value in fields.stated().items() if isinstance(value, str) and "<" in value
    }
    return fields.replace(custom=custom, **texts)


def _defused(text: str) -> str:
    """The text with CSL's own tags, and with every other one broken: the theme prints fields unescaped."""
    return "".join(t if t in _CSL_TAGS else no_tags(t) for t in _TAGS.split(text))


_TAGS = re.compile(r"(</?(?:i|b|sub|sup)>)")
_CSL_TAGS = frozenset(f"<{slash}{name}>" for name in ("i", "b", "sub", "sup") for slash in ("", "/"))


def _short(names: list[str]) -> str:
    return "; ".join(dict.fromkeys(names))
