"""The base of every noun."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from pubtrack.model import Award, Fields, Frozen, Provenance
from pubtrack.model.base import Text


class Thing(Frozen):
    name: Text
    size: int | None = None
    parts: tuple[str, ...] = ()


def test_a_noun_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Thing(name="a").name = "b"  # type: ignore[misc]


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError, match="extra"):
        Thing(name="a", colour="red")  # type: ignore[call-arg]


def test_an_empty_text_is_refused_because_nobody_says_nothing() -> None:
    with pytest.raises(ValidationError, match="at least 1 character"):
        Thing(name="")


def test_what_nobody_said_is_left_out_of_json() -> None:
    assert Thing(name="a").to_json() == {"name": "a"}
    assert Thing(name="a", size=0, parts=("b",)).to_json() == {"name": "a", "size": 0, "parts": ["b"]}


def test_replace_gives_a_validated_copy() -> None:
    thing = Thing(name="a", parts=("b",))
    assert thing.replace(size=3) == Thing(name="a", size=3, parts=("b",))
    assert thing == Thing(name="a", parts=("b",))
    with pytest.raises(ValidationError):
        thing.replace(size="many")


@pytest.mark.parametrize("cls", [Fields, Award, Provenance])
def test_meanings_of_fields_stand_in_their_schema(cls: type[Frozen]) -> None:
    described = [name for name, value in cls.model_json_schema()["properties"].items() if "description" in value]
    assert described
