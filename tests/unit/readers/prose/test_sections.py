"""Headings and what they say."""

from __future__ import annotations

import pytest

from pubtrack.readers.layout.markdown import markdown_blocks
from pubtrack.readers.prose.sections import place_blocks, section_kind, section_role
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


def test_conference_papers_under_presentations_are_talks() -> None:
    text = "# CV\n\n## Presentations\n\n### Conference Papers\n\n- x\n\n## Publications\n\n**2019**\n\n- y\n"
    roles = {p.block.text: (p.role, p.year) for p in place_blocks(markdown_blocks(text)) if not p.is_heading}
    assert roles == {"x": ("talks", None), "y": ("publications", 2019)}


def test_every_kind_is_a_type_of_csl() -> None:
    from pubtrack.model import WORK_TYPES

    assert set(SECTION_KINDS) <= set(WORK_TYPES)
    assert section_kind("Monographien") == "book"
