from __future__ import annotations

import json
from typing import Any

import pytest

from cv_library import FIXTURES, VIEW, assert_golden, hostile_view
from pubtrack.model import Appointment, Award, Owner
from pubtrack.writers.json_resume import write_json_resume
from pubtrack.writers.view import LibraryView


def _valid(text: str) -> Any:
    jsonschema = pytest.importorskip("jsonschema", reason="needs jsonschema")
    schema = json.loads((FIXTURES / "json-resume.schema.json").read_text(encoding="utf-8"))
    resume = json.loads(text)
    jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker()).validate(resume)
    return resume


def test_the_resume_is_as_reviewed() -> None:
    assert_golden("cv-json-resume", write_json_resume(VIEW))


@pytest.mark.parametrize("view", [VIEW, LibraryView(), hostile_view()])
def test_the_resume_is_valid(view: LibraryView) -> None:
    resume = _valid(write_json_resume(view))
    assert len(resume.get("awards", [])) == len(view.awards)


def test_unsafe_addresses_are_left_out() -> None:
    assert '"javascript' not in write_json_resume(hostile_view())


def test_the_label_is_the_present_post() -> None:
    posts = (Appointment(id="a", role="Clerk", organization="O", status="past"),)
    view = LibraryView(owner=Owner(name="A B"), appointments=posts, awards=(Award(id="a", name="P", event="E"),))
    resume = json.loads(write_json_resume(view))
    assert resume["basics"] == {"name": "A B"}
    assert resume["awards"] == [{"title": "P", "awarder": "E"}]
