"""Headings and what they say."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.layout.markdown import markdown_blocks, text_blocks
from pubtrack.readers.prose.sections import place_blocks


def test_conference_papers_under_presentations_are_talks() -> None:
    text = "# CV\n\n## Presentations\n\n### Conference Papers\n\n- x\n\n## Publications\n\n**2019**\n\n- y\n"
    roles = {p.block.text: (p.role, p.year) for p in place_blocks(markdown_blocks(text)) if not p.is_heading}
    assert roles == {"x": ("talks", None), "y": ("publications", 2019)}


def test_a_line_over_a_list_ends_a_section_though_its_words_are_unknown() -> None:
    text = "Grants\n\n2019 Fund A, 100 EUR\n\nPulmonology\n\n1. Smith J, Doe A. A study of lungs. Lancet. 2019;3:1-9.\n"
    assert [w.title for w in read_text(text, format="text").works] == ["A study of lungs"]


def test_a_paper_listed_under_its_project_is_still_a_paper() -> None:
    text = "## Projects\n\n- Smith, J., & Doe, A. (2019). A study of lungs. Journal of Medicine, 3(2), 1-9.\n- Clean Air, 2019\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["A study of lungs"]


def test_numbered_section_words_stand_over_paragraphs() -> None:
    text = "1. Articles\n\n« Un dîner chez Trimalcion », Revue des études latines, 100, 2022.\n\n2. Distinctions\n\nPrix Perrot de la ville, pour son livre (2021).\n"
    roles = [(p.is_heading, p.role) for p in place_blocks(text_blocks(text))]
    assert roles == [(True, "publications"), (False, "publications"), (True, "awards"), (False, "awards")]


def test_a_remark_in_brackets_leaves_a_heading_one() -> None:
    text = "主持项目\n[1] 断层带突水演化机理研究（52178392），2022—2025\n\n代表性论文（*为通讯作者）\n[1] Lu M, Han W*. Seepage erosion of fault gouge[J]. Engineering Geology, 2020, 268: 105511.\n"
    assert [w.title for w in read_text(text, format="text").works] == ["Seepage erosion of fault gouge"]


def test_the_last_dated_line_of_a_list_of_awards_is_no_heading() -> None:
    text = "HONORS AND AWARDS\n2020    Best Paper of the Year, Gerontology\n2015    Dissertation Award, Sigma Theta Tau\n\nRESEARCH SUPPORT\n"
    assert "Dissertation Award" in [a.name for a in read_text(text, format="text").awards]


def test_a_year_parts_the_section_above_it() -> None:
    text = "Publications\n\n2024\n----\nMartel, C. Green ropes. Ropes, 2024.\n\n2022\n----\nRojas, V. Red ropes. Ropes, 2022.\n"
    assert [p.role for p in place_blocks(text_blocks(text)) if not p.is_heading] == ["publications", "publications"]


def test_organising_is_service_even_below_publications() -> None:
    text = "# Publicações\n\n## Organização de eventos\n\n- [Jornada de Estudos dos Nós](https://example.org)\n"
    assert not read_text(text, format="markdown").works


def test_years_part_a_section_though_they_are_headings_of_its_level() -> None:
    text = "### Publications\n\n### 2017\n\n- **Ropes in old harbours**, Ann Lee. Rope Review (under review).\n"
    (work,) = read_text(text, format="markdown").works
    assert (work.title, work.year) == ("Ropes in old harbours", 2017)


def test_conferences_beside_journals_are_a_kind_of_publications() -> None:
    text = "### Journals\n\n### Conferences\n\n### Talks\n\n### Conferences\n"
    assert [p.role for p in place_blocks(markdown_blocks(text))] == ["publications", "publications", "talks", "talks"]


def test_a_journal_with_its_volume_and_a_dated_post_are_no_headings() -> None:
    text = "Scientific Reports 2017, 7, 43961\n\n2017-20 Tesis doctoral (Tarn, Port)\n"
    assert not any(p.is_heading for p in place_blocks(text_blocks(text)))


def test_a_thesis_below_its_degree_has_the_year_of_the_degree() -> None:
    text = "## Education\n\n* Ph.D., English, University of Tarn, 2009-2014.\n  * Dissertation: “Remapping the Harbour in Old Songs”\n* A.B., 2007\n"
    assert [(w.title, w.year) for w in read_text(text, format="markdown").works] == [
        ("Remapping the Harbour in Old Songs", 2014)
    ]


def test_the_title_of_a_page_leaves_a_list_of_manuscripts_alone() -> None:
    text = "---\ntitle: Research and mentorship\n---\n\n## Manuscripts\n\n- x\n\n## Mentorship\n\n- y\n"
    roles = {p.block.text: p.role for p in place_blocks(markdown_blocks(text)) if not p.is_heading}
    assert (roles["x"], roles["y"]) == ("publications", "supervision")


@pytest.mark.parametrize("year", ["2020年", "2020年度", "Édition 2020", "Jahr 2020", "Año 2020", "2020 – 2021"])
def test_a_year_with_a_word_for_it_is_a_year(year: str) -> None:
    text = f"# Publications\n\n## {year}\n\n- Holm, A., Lund, B. Wet sails and dry ropes. Rope Review.\n"
    assert [w.year for w in read_text(text, format="markdown").works] == [2020]
