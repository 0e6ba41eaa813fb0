from __future__ import annotations

import pytest

from cv_library import VIEW, with_settings
from pubtrack.errors import ConfigError
from pubtrack.writers.cv import compose_cv
from pubtrack.writers.view import LibraryView


def test_sections_stand_in_the_order_of_the_settings() -> None:
    wanted = ("awards", "selected", "publications", "series")
    cv = compose_cv(with_settings(sections=wanted, titles={"series": "Reihen"}, title="CV\n2024"))
    assert tuple(section.id for section in cv.sections) == wanted
    assert cv.sections[-1].title == "Reihen"
    assert cv.title == "CV 2024"


def test_empty_sections_are_not_shown() -> None:
    assert compose_cv(LibraryView()).sections == ()
    assert compose_cv(LibraryView()).title == "Publications"


@pytest.mark.parametrize("settings", [{"sections": ("publication",)}, {"titles": {"publication": "P"}}])
def test_a_section_that_does_not_exist_is_named_with_the_nearest(settings: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match="Did you mean 'publications'"):
        compose_cv(with_settings(**settings))
    with pytest.raises(ConfigError, match="There are appointments, awards"):
        compose_cv(with_settings(sections=("xyz",)))


def test_the_legend_explains_the_marks_that_are_used_and_no_others() -> None:
    meanings = [meaning for _, meaning in compose_cv(VIEW).legend]
    assert meanings == ["equal contribution", "joint senior authorship", "supervised student", "corresponding author"]
    assert compose_cv(with_settings(sections=("awards",))).legend == ()
    thesis = LibraryView(works=VIEW.works[4:5], owner=VIEW.owner)
    assert compose_cv(thesis).legend == ()
