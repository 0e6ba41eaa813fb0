"""Owner and marks fall on the names the engine shows, whatever the style."""

from __future__ import annotations

from typing import Any

import pytest

from cv_library import OWNER, person
from pubtrack.csl import Run, write_runs
from pubtrack.errors import NotFoundError
from pubtrack.model import Fields, Owner
from pubtrack.writers.present_name import with_present_name
from pubtrack.writers.references import references

PAPER = Fields(
    type="article-journal",
    title="T",
    author=(person("Quill", "Ada", "corresponding", "equal-contribution"), person("Nakamura", "Ren", "student")),
    container_title="J",
    issued="2020",
)


def text(style: str, fields: Fields = PAPER) -> str:
    return write_runs(references([("k", fields)], style, owner=OWNER)["k"], "html")


@pytest.mark.parametrize("style", ["apa", "ieee", "nature", "chicago-author-date"])
def test_the_present_name_is_bold_and_the_past_one_is_not_shown(style: str) -> None:
    made = text(style)
    assert "Quill" not in made
    assert "<b>" in made
    assert "Marlowe" in made


def test_signs_stand_once_behind_the_name_in_the_order_of_the_legend() -> None:
    made = text("apa")
    assert made.count("<sup>*§</sup>") == 1
    assert made.count("<sup>‡</sup>") == 1


def test_without_an_owner_names_stay_as_they_are() -> None:
    made = write_runs(references([("k", PAPER)], "apa")["k"], "html")
    assert "Quill" in made
    assert "<b>" not in made
    assert with_present_name(PAPER, None) is PAPER


def test_another_engine_may_format() -> None:
    class Other:
        def bibliography(self, items: Any, style: str, locale: str | None) -> list[Any]:
            from pubtrack.csl import Entry

            return [Entry(item["id"], (Run(item["title"]),), "") for item in items]

    assert references([("k", PAPER)], "any", engine=Other())["k"] == (Run("T"),)


def test_a_style_that_is_not_there_is_said() -> None:
    with pytest.raises(NotFoundError):
        references([("k", PAPER)], "no-such-style")


def test_an_owner_behind_the_dots_of_a_long_list_is_named_after_the_reference():
    authors = [{"family": f"Family{n}", "given": "A."} for n in range(30)]
    authors[25] = {"family": "Jin", "given": "Zhijing"}
    fields = Fields(type="article-journal", title="T", author=authors, issued={"year": 2020})
    runs = references([("k", fields)], "apa", owner=Owner(name="Zhijing Jin"))["k"]
    assert "".join(run.text for run in runs).endswith(" (Zhijing Jin is author 26 of 30.)")
    assert next(run for run in runs if run.text == "Zhijing Jin").bold


def test_a_list_of_authors_that_is_known_to_go_on_says_so():
    fields = Fields(
        type="article-journal", title="T", author=[{"family": "Li", "given": "Ana"}, {"family": "Bo", "given": "C."}],
        issued={"year": 2020}, custom={"and-others": "author"},
    )  # fmt: skip
    text = "".join(run.text for run in references([("k", fields)], "apa")["k"])
    assert text == "Li, A., & Bo, C. et al. (2020). T."
    editors = fields.replace(custom={"and-others": "editor"})
    assert "et al." not in "".join(run.text for run in references([("k", editors)], "apa")["k"])
