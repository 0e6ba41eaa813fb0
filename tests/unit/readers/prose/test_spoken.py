"""What was spoken, looked up on the web, or surely printed."""

from __future__ import annotations

import pytest

from guarding import never_rules_out
from pubtrack.readers import read_text
from pubtrack.readers.prose import spoken
from pubtrack.readers.prose.words import wording


def test_a_pattern_is_tried_wherever_it_would_find_something() -> None:
    never_rules_out(
        lambda text: not spoken._SPOKEN_WORDS.isdisjoint(wording(text).tokens) or wording(text).chinese, spoken._SPOKEN
    )
    never_rules_out(lambda text: not spoken._LOOKED_UP_WORDS.isdisjoint(wording(text).tokens), spoken._LOOKED_UP)


def titles(text: str) -> list[str]:
    return [w.title for w in read_text(text, format="text").works]


def test_papers_read_at_a_meeting_are_talks_under_conference_papers() -> None:
    reading = read_text(
        "CONFERENCE PAPERS\n\n"
        '"Rain Delay: Baseball and Apocalypse." ASLE Biennial Conference, Portland, July 2023.\n\n'
        '"Who Owns the Fog?" MLA Annual Convention, Seattle, January 2020.\n',
        format="text",
    )
    assert reading.works == ()
    assert [(o.text, o.kind) for o in reading.others] == [
        ("Rain Delay: Baseball and Apocalypse", "talk"),
        ("Who Owns the Fog?", "talk"),
    ]


def test_conference_papers_with_pages_are_works() -> None:
    entry = 'A. Lee. "Ropes under load." Proceedings of the Conference on Knots, Oslo, July 2023, pp. 11-19.'
    assert titles(f"CONFERENCE PAPERS\n\n- {entry}\n- {entry.replace('Ropes', 'Knots')}\n") == [
        "Ropes under load",
        "Knots under load",
    ]


def test_how_a_conference_paper_was_shown_says_nothing_against_it() -> None:
    text = "## Conference papers\n\n- Quint M., Renz O. (2025). Ropes for predicting the weather of harbours. *ICML Knots Workshop*, oral presentation.\n"
    assert [w.title for w in read_text(text, format="markdown").works] == [
        "Ropes for predicting the weather of harbours"
    ]


def test_a_paper_shown_in_a_talk_is_a_paper_where_it_links_to_one() -> None:
    text = "## Research\n\n- [RopeNet: Learning Knots](https://arxiv.org/abs/1901.00001), Ann Lee, Bo Ray, *CVPR*, 2020 (Oral Presentation)\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["RopeNet: Learning Knots"]


def test_a_title_that_leads_to_the_first_page_of_a_site_is_a_site() -> None:
    text = "# Publications en ligne\n\n- 2015 [*Cordes et numériques*](https://cordes.example.org), carnet collectif\n- 2014 [*Les nœuds*](https://noeuds.example.org/), Paris, Presses universitaires du Port, 2014\n"
    reading = read_text(text, format="markdown")
    assert [w.title for w in reading.works] == ["Les nœuds"]
    assert [o.kind for o in reading.others] == ["web page"]


@pytest.mark.parametrize(
    ("entry", "printed"),
    [
        ("Olm, B., & Lee, A. (2025, June 26). *Ropes in the rain: a survey*. Rope Days 2025, Tarn, Norway. https://doi.org/10.5281/zenodo.123", False),
        ("Olm, B. (2025, Juni 26). *Seile im Regen der Städte*. 9. Bibliothekskongress, Tarn. https://nbn.example/urn:nbn:de:0290-opus4-197236", False),
        ("Olm, B. (2024, 12 de mayo). *Cuerdas en la lluvia del norte*. XII Congreso de Cuerdas, Lima, Perú.", False),
        ("Olm, B. (2020, October 3). Rope nets for the web. Proceedings of the ACM Conference on Ropes, 3, 1-9. https://doi.org/10.1145/3.4", True),
        ("Olm, B. (2022). Ropes at night: a history. Journal of Rope Meetings, 12, 3–9.", True),
    ],
)  # fmt: skip
def test_a_day_in_front_and_a_meeting_behind_make_a_talk(entry: str, printed: bool) -> None:
    reading = read_text(f"# Publications\n\n{entry}\n", format="markdown")
    assert (len(reading.works), [o.kind for o in reading.others]) == ((1, []) if printed else (0, ["talk"]))
