"""What headings announce."""

from __future__ import annotations

import pytest

from pubtrack.model import WORK_TYPES
from pubtrack.readers.prose.section_roles import refined_role, section_kind, section_role
from pubtrack.vocab.section_words import SECTION_KINDS


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Peer-Reviewed Journal Articles", "publications"), ("Invited Talks", "talks"), ("Fellowships and Awards", "awards"), ("Auszeichnungen und Preise", "awards"), ("Preise und Stipendien", "awards"), ("Publicaciones", "publications"), ("Premios", "awards"),
        ("Communications orales", "talks"), ("Ouvrages", "publications"), ("主要论文", "publications"), ("荣誉奖励", "awards"), ("Lehre", "teaching"), ("Drittmittelprojekte", "grants"), ("PATENTS", "patents"), ("3. Formation", "education"), ("Xyz", ""),
    ],
)  # fmt: skip
def test_headings_of_many_languages(heading: str, role: str) -> None:
    assert section_role(heading) == role


def test_every_kind_is_a_type_of_csl() -> None:
    assert set(SECTION_KINDS) <= set(WORK_TYPES)
    assert section_kind("Monographien") == "book"


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Public Scholarship", "publications"),
        ("课题组新闻", "news"),
        ("Conférences avec comité de lecture", "publications"),
        ("Funded research", "grants"),
        ("Selected Op-Eds", "media"),
    ],
)
def test_the_longer_phrase_counts(heading: str, role: str) -> None:
    assert section_role(heading) == role


def test_reports_from_projects_are_reports() -> None:
    assert section_role("Informes relacionados con proyectos de investigación") == "publications"
    assert section_role("Proyectos de investigación") == "projects"


def test_fiction_below_a_filmography_is_a_kind_of_film() -> None:
    assert refined_role("projects", section_role("Fiction"), 1, "Fiction") == "projects"
    assert refined_role("projects", "publications", 1, "Publications") == "publications"
