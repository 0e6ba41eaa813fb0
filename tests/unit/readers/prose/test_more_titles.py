"""Further titles of one entry."""

from __future__ import annotations

from pubtrack.readers import read_text


def test_further_references_of_one_entry_stand_behind_semicolons() -> None:
    text = (
        "## Publikationen\n\n- »Blended Learning im Seilunterricht«, in: Zeitschrift der Gesellschaft für Seile 2 (2020), S. 3–9; "
        "»Didaktik der Knoten. Oder: Das Altern der Seile«, Zeitschrift der Gesellschaft für Knoten, 21/1.\n"
    )
    assert [w.title for w in read_text(text, format="markdown").works] == [
        "Blended Learning im Seilunterricht",
        "Didaktik der Knoten. Oder: Das Altern der Seile",
    ]


def test_a_quote_behind_a_semicolon_without_a_journal_is_no_reference() -> None:
    text = "## Papers\n\n- “Wet ropes under load”, Journal of Ropes 2 (2020), 3–9; see “What sailors say of it”.\n"
    assert [w.title for w in read_text(text, format="markdown").works] == ["Wet ropes under load"]


def test_titles_beside_the_names_of_others_are_works_where_they_are_marked_alike() -> None:
    text = "## Holm Book Prize\n\n- 2020: Ada Moor, *The Salt in the Walls* (Tarn Press); Bo Lund, *Ropes of the North* (Lund Press)\n"
    titles = {w.title for w in read_text(text, format="markdown").works}
    assert titles == {"The Salt in the Walls", "Ropes of the North"}
