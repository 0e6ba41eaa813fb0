"""A CV as a structure: sections, groups and items of rich text; every CV format is a template over it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence

from pubtrack.errors import ConfigError
from pubtrack.vocab.cv_headings import MARK_MEANINGS, SECTION_TITLES
from pubtrack.writers import cv_career
from pubtrack.writers.calm_text import calm
from pubtrack.writers.cv_parts import Cv, Group, Item, Link, Section
from pubtrack.writers.cv_publications import Publications
from pubtrack.writers.references import MARK_SIGNS, Engine
from pubtrack.writers.view import LibraryView

__all__ = ["Cv", "Group", "Item", "Link", "Section", "compose_cv"]

_OF_WORKS = ("publications", "selected")


def compose_cv(view: LibraryView, engine: Engine | None = None) -> Cv:
    """Gives the CV of a library.

    `view.settings` may hold `style` (CSL id, default apa), `locale`, `sections` (their order), `titles` (id of a
    section -> its heading), `group` (any of type and year, outermost first), `numbered` (True, or "descending"),
    `counts`, `selected` (citation keys) and `title`.

    Raises:
        ConfigError: There is no section of a name in the settings.
    """
    if engine is None:
        if "cv" not in view.shared:
            view.shared["cv"] = _composed(view, None)
        made: Cv = view.shared["cv"]
        return made
    return _composed(view, engine)


def _composed(view: LibraryView, engine: Engine | None) -> Cv:
    wanted: Sequence[str] = view.settings.get("sections") or tuple(SECTION_TITLES)
    _refuse_unknown(wanted, view)
    works = Publications(view, engine)
    parts: dict[str, Callable[[], tuple[Group, ...]]] = {
        "publications": works.groups,
        "selected": works.selected,
        **{name: _of_view(make, view) for name, make in _CAREER.items()},
    }
    titles = {**SECTION_TITLES, **(view.settings.get("titles") or {})}
    made = [Section(name, calm(titles[name]), parts[name](), name in _OF_WORKS) for name in wanted]
    shown = tuple(section for section in made if section.count)
    title = view.settings.get("title") or (view.owner.name if view.owner else "Publications")
    counts = view.settings.get("counts", True)
    return Cv(calm(title), view.owner, shown, _legend(shown), counts, view.settings)


_CAREER: dict[str, Callable[[LibraryView], tuple[Group, ...]]] = {
    "appointments": cv_career.appointments,
    "awards": cv_career.awards,
    "events": cv_career.events,
    "funding": cv_career.funding,
    "supervision": cv_career.supervision,
    "software": cv_career.software,
    "series": cv_career.series,
}


def _of_view(make: Callable[[LibraryView], tuple[Group, ...]], view: LibraryView) -> Callable[[], tuple[Group, ...]]:
    return lambda: make(view)


def _refuse_unknown(wanted: Iterable[str], view: LibraryView) -> None:
    for setting, names in (("sections", wanted), ("titles", view.settings.get("titles") or ())):
        for name in names:
            if name not in SECTION_TITLES:
                near = difflib.get_close_matches(name, SECTION_TITLES, n=1)
                hint = f" Did you mean {near[0]!r}?" if near else f" There are {', '.join(SECTION_TITLES)}."
                raise ConfigError(f"cv.{setting}: a CV has no section {name!r}.{hint}", f"cv.{setting}")


def _legend(sections: Iterable[Section]) -> tuple[tuple[str, str], ...]:
    """The marks that stand in the CV, each once, with what they mean."""
    used = {
        sign
        for section in sections
        if section.of_works
        for item in _items(section.groups)
        for run in item.runs
        if run.role is None and run.value("vertical-align") == "sup"
        for sign in run.text
    }
    return tuple((sign, MARK_MEANINGS[mark]) for mark, sign in MARK_SIGNS.items() if sign in used)


def _items(groups: Iterable[Group]) -> Iterable[Item]:
    for group in groups:
        yield from group.items
        yield from _items(group.groups)
