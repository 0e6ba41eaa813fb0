from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from counting import calls
from cv_library import assert_calm, assert_golden, hostile_view, person
from form_library import FORM_VIEW, form_view
from pubtrack.model import WORK_TYPES, Award, Fields
from pubtrack.vocab.wikidata_items import LANGUAGES, PROPERTIES, SUBTYPES, TYPES
from pubtrack.writers.view import Entry, LibraryView
from pubtrack.writers.wikidata import write_wikidata

_STRING, _ITEM = r'"[^\t]*"', r"Q[1-9]\d*"
_TIME = r"\+\d{4}-\d\d-\d\dT00:00:00Z/(?:9|10|11)"
_VALUES = {
    "P31": _ITEM, "P407": _ITEM, "P1433": _ITEM, "P50": _ITEM, "P166": _ITEM, "P577": _TIME, "P585": _TIME,
    "P1476": rf"(?:[a-z]+):{_STRING}",
}  # fmt: skip


def _commands(view: LibraryView) -> list[list[str]]:
    """The commands, each held against the grammar of V1: subject, property or label, value, then pairs of qualifiers."""
    found = []
    for line in write_wikidata(view)["commands.qs"].splitlines():
        if not line or line == "CREATE":
            continue
        subject, *parts = line.split("\t")
        assert re.fullmatch(rf"LAST|{_ITEM}", subject)
        assert len(parts) % 2 == 0
        for name, value in zip(parts[::2], parts[1::2], strict=True):
            bare = name.lstrip("!")
            if bare.startswith("L"):
                assert re.fullmatch(r"L[a-z]+", bare)
            else:
                assert bare in PROPERTIES
            assert re.fullmatch(_VALUES.get(bare, _STRING), value), line
        found.append(parts)
    return found


def _of(**fields: object) -> LibraryView:
    return LibraryView(works=(Entry("k", Fields.model_validate({"title": "T", **fields})),))


def test_the_draft_is_as_reviewed() -> None:
    files = write_wikidata(FORM_VIEW)
    assert_golden("wikidata", "".join(f"# {name}\n{text}" for name, text in sorted(files.items())))


def test_every_command_is_one() -> None:
    assert len(_commands(FORM_VIEW)) > 60


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2024", "+2024-00-00T00:00:00Z/9"),
        ("2024-05", "+2024-05-00T00:00:00Z/10"),
        ("2024-05-06", "+2024-05-06T00:00:00Z/11"),
    ],
)
def test_dates_say_how_precise_they_are(date: str, said: str) -> None:
    assert ["P577", said] in _commands(_of(issued=date))


@pytest.mark.parametrize("date", ["soon", "-0044"])
def test_a_date_that_is_no_point_in_time_is_not_written(date: str) -> None:
    assert not [c for c in _commands(_of(issued=date)) if c[0] == "P577"]


def test_identifiers_are_spelled_as_wikidata_has_them() -> None:
    commands = _commands(_of(doi="10.1000/abc.d", identifiers=("pmcid:PMC12", "pmid:34", "arxiv:2401.00001v2")))
    for pair in (["P356", '"10.1000/ABC.D"'], ["P932", '"12"'], ["P698", '"34"'], ["P818", '"2401.00001"']):
        assert pair in commands


def test_authors_are_names_with_their_place_and_two_of_one_name_are_two() -> None:
    commands = _commands(_of(author=(person("Li", "Wei"), person("Xu", "An"), person("Li", "Wei"))))
    assert [c for c in commands if "P2093" in c[0]] == [
        ["P2093", '"Wei Li"', "P1545", '"1"'],
        ["P2093", '"An Xu"', "P1545", '"2"'],
        ["!P2093", '"Wei Li"', "P1545", '"3"'],
    ]


def test_items_that_the_person_knows_take_the_place_of_names() -> None:
    items = {
        "Ada Marlowe": "Q1",
        "marlowe2025fog": "Q2",
        "Journal of Harbours": "Q3",
        "Team Medal": "Q4",
        "x": "not an item",
    }
    text = write_wikidata(form_view(wikidata_items=items))["commands.qs"]
    assert 'Q2\tP50\tQ1\tP1545\t"3"\tP1932\t"Ada Marlowe"' in text
    assert "Q2\tP1433\tQ3" in text
    assert "Q2\tLen" not in text
    assert "LAST\tP166\tQ4\tP585\t+2024-09-00T00:00:00Z/10" in text


def test_an_item_may_stand_in_the_work_itself() -> None:
    files = write_wikidata(_of(custom={"wikidata": "Q99"}))
    assert "CREATE" not in files["commands.qs"]
    assert files["commands.qs"].startswith("Q99\t")
    assert "You say that it is Q99" in files["check.md"]


def test_what_needs_an_item_is_a_line_of_the_check_list_not_a_guess() -> None:
    files = write_wikidata(FORM_VIEW)
    assert "P166" not in files["commands.qs"]
    assert "P1433" not in files["commands.qs"]
    assert "P1433 (published in) needs the item of Journal of Harbours" in files["check.md"]
    assert "P166 (award received) needs the item of Team Medal" in files["check.md"]
    assert "haswbstatement%3AP356%3D10.1000%2FFOG.1" in files["check.md"]


def test_a_title_of_unknown_language_says_so() -> None:
    commands = _commands(_of())
    assert ["P1476", 'und:"T"'] in commands
    assert ["Lmul", '"T"'] in commands
    assert ["Lde", '"T"'] in _commands(_of(language="de-CH"))


def test_retracted_and_untitled_works_are_not_drafted() -> None:
    assert "did not hold" not in write_wikidata(FORM_VIEW)["commands.qs"]
    assert write_wikidata(LibraryView(works=(Entry("k", Fields()),)))["commands.qs"] == ""


def test_a_type_without_item_is_asked_for() -> None:
    assert "No item is known for the type speech: add P31" in write_wikidata(_of(type="speech"))["check.md"]


def test_tables_hold_items_and_types_of_csl() -> None:
    assert set(TYPES) <= set(WORK_TYPES)
    assert all(re.fullmatch(_ITEM, item) for table in (TYPES, SUBTYPES, LANGUAGES) for item in table.values())


def test_no_text_is_a_command() -> None:
    injected = 'T" ||CREATE||LAST|P31|Q5\nCREATE\nLAST\tP31\tQ5 /* x */'
    view = _of(title=injected, author=({"literal": injected},), volume=injected)
    view = replace(view, awards=(Award(id="a", name=injected, works=("k",)),))
    assert ["P31", "Q5"] not in _commands(view)
    text = write_wikidata(view)["commands.qs"]
    assert text.splitlines().count("CREATE") == 1
    assert "|" not in text


def test_hostile_texts_stay_texts() -> None:
    assert _commands(hostile_view())
    files = write_wikidata(hostile_view())
    assert_calm(files["check.md"])
    html = MarkdownIt("commonmark").render(files["check.md"])
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert max(map(len, re.findall(r'P1476\t.*?:(".*")', files["commands.qs"]))) <= 1502


def test_a_crowd_of_authors_is_written_in_linear_time() -> None:
    def written(number: int) -> str:
        people = tuple(person(f"Family{n % (number // 2)}", "A") for n in range(number))
        return write_wikidata(LibraryView.of([Fields(title="T", author=people)]))["commands.qs"]

    assert written(100).count("\tP2093\t") == written(100).count("\t!P2093\t") == 50
    assert calls(written, 800) < 2.5 * calls(written, 400)
