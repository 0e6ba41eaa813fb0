"""Entries of one list that are read alike."""

from __future__ import annotations

from pubtrack.markup.spans import Block
from pubtrack.readers import read_text
from pubtrack.readers.prose.habits import MOST_LISTED, alike, have_initials_last, parts_of_lists
from pubtrack.readers.prose.items import read_entry
from pubtrack.readers.prose.sections import Placed


def _placed(*texts: str, role: str = "publications") -> list[Placed]:
    return [Placed(Block("item", text, [(0, 0, len(text))], []), role) for text in texts]


VANCOUVER = (
    "Nurfatiha H, Pai A. Learning by problems. Lempu. 2025; 2: 80–6.",
    "Weber B, Dittrich B. Kinetic trapping effects in iron compounds. Inorganic Chemistry. 2019; 58: 1278–89.",
    "Martin R. Shakespeare and Ecology. Oxford University Press; 2015.",
)


def test_a_list_tells_that_its_names_end_with_initials() -> None:
    part = _placed(*VANCOUVER)
    assert have_initials_last(part)
    assert not have_initials_last(_placed(*VANCOUVER, role="talks"))
    titles = [
        w.title for w in read_text("# Publications\n" + "".join(f"- {t}\n" for t in VANCOUVER), format="markdown").works
    ]
    assert titles == ["Learning by problems", "Kinetic trapping effects in iron compounds", "Shakespeare and Ecology"]


def test_an_entry_that_differs_from_the_habit_of_its_list_is_marked() -> None:
    quoted = [f"Tall, O. “A market of maps, part {n}.” Africa {n}: 1–9. 2001." for n in "123"]
    stray = "Honora Tall publications indexed by a search engine"
    entries = alike([[read_entry(p, "") for p in _placed(*quoted, stray)]])[0]
    assert [entry.kin for entry in entries if entry] == [1, 1, 1, -1]


def test_a_title_that_took_in_the_journal_is_cut_where_no_other_title_holds_a_full_stop() -> None:
    entries = [
        "Zhao G. 2018. Leaf area and particle deposition in forests. Atmospheric Environment 189:153–163.",
        "Zhao G. 2019. Enforcing data policies in publishing. Big Data & Society 6:1-9.",
        "Zhao G. 2020. Human development from the perspective of ecology. Research in Ecology 30:2.",
        "Zhao G. 2021. Paths to therapy in a model of disease. European Journal of Pharmacology 759:303–312.",
    ]
    text = "# Publications\n" + "".join(f"- {entry}\n" for entry in entries)
    assert [w.title for w in read_text(text, format="markdown").works] == [e.split(". ")[2] for e in entries]


def test_long_lists_are_compared_in_parts() -> None:
    sizes = [len(part) for part in parts_of_lists(_placed(*["x"] * (MOST_LISTED + 3)))]
    assert sizes == [MOST_LISTED, 3]


def test_a_list_of_one_entry_is_read_as_the_other_lists_of_its_page() -> None:
    articles = (
        "- **Tamm, F.**, Osterloh, K. (2024): Hitze in der Kleinstadt. Messungen in vier Gemeinden. *Meteorologische Zeitschrift* 33(2), 145–160.\n"
        "- Osterloh, K., **Tamm, F.** (2022): Urban trees and cooling: a mobile transect study. *Urban Climate* 44, 101220.\n"
    )
    grey = "- **Tamm, F.** (2021): Hitzeaktionspläne für Landkreise – ein Leitfaden. Umweltbundesamt, Dessau-Roßlau.\n"
    reading = read_text(f"# Publikationen\n\n## Artikel\n\n{articles}\n## Graue Literatur\n\n{grey}", format="markdown")
    assert reading.works[-1].title == "Hitzeaktionspläne für Landkreise – ein Leitfaden"


def test_a_name_that_begins_several_entries_is_no_title() -> None:
    text = "# Publications\n\n" + "".join(
        f"- Max Hafenmeister. {title}. *Journal of Ropes*, {n}:1–9, 20{n}.\n"
        for n, title in enumerate(
            ("Long ropes in small rooms", "Knots over finite fields", "Enumerating orbits of knots", "Ropes again"), 11
        )
    )
    titles = [w.title for w in read_text(text, format="markdown").works]
    assert titles == [
        "Long ropes in small rooms",
        "Knots over finite fields",
        "Enumerating orbits of knots",
        "Ropes again",
    ]


def test_a_place_in_brackets_at_the_end_of_some_titles_belongs_to_them() -> None:
    text = (
        "## Reports\n\n- Olm A. 2021. Ropes and knots of the northern islands. Tarn Institute.\n- Olm A. 2019. Salt in the harbours of the south. Tarn Institute.\n"
        "- Olm A. 2018. Sails and masts in old towns. Tarn Institute.\n- Olm A. 2016. Preliminary report on the ropes from Ava Ranga (Kelp Island). Tarn Institute.\n"
    )
    assert "Preliminary report on the ropes from Ava Ranga (Kelp Island)" in [
        w.title for w in read_text(text, format="markdown").works
    ]


def test_reviews_name_who_wrote_the_book_whatever_the_other_lists_do() -> None:
    own = "".join(f"- The {word} of ropes: a study, Rope Review 4, 2019.\n" for word in ("art", "use", "end"))
    text = (
        f"## Aufsätze\n\n{own}\n## Buchbesprechungen\n\n"
        "- Graham Meltzer: Sustainable Quays: Learning from the harbour model, Tarn Publishing, 2005, besprochen in: "
        "European Journal of Quays, Vol. 6, August 2006, S. 239-240.\n"
        "- Ute Werner: Stille Häfen: Leben am Rand der Stadt, Wallstein, 2005, besprochen in: Rope Review 7, 2006.\n"
    )
    titles = [w.title for w in read_text(text, format="markdown").works]
    assert titles[3:] == [
        "Sustainable Quays: Learning from the harbour model",
        "Stille Häfen: Leben am Rand der Stadt",
    ]
