"""Answers that repeat who asked lose the key before anybody reads them."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from pubtrack.transport.policy import Raw
from pubtrack.transport.secrets import without

KEY = "a+key/with=signs&more"


@pytest.mark.parametrize(
    "told",
    [
        KEY,
        quote(KEY),
        quote(KEY, safe=""),
        json.dumps(KEY),
        json.dumps(KEY).replace("/", "\\/"),
        KEY.replace("&", "&amp;"),
    ],
)
def test_no_form_of_a_key_is_left(told: str) -> None:
    raw = Raw(
        403, {"x-echo": f"asked {told}", "date": "today"}, f"bad key {told}!".encode(), f"https://a.org/?k={told}"
    )
    clean = without(raw, (KEY, None))
    assert clean.content == b"bad key ***!" if '"' not in told else b"***" in clean.content
    assert told not in clean.headers["x-echo"]
    assert told not in clean.url
    assert (clean.status, clean.headers["date"]) == (403, "today")


def test_an_answer_without_secrets_is_the_same_object() -> None:
    raw = Raw(200, {}, b"{}", "https://a.org/")
    assert without(raw, (KEY, "me@example.org")) is raw


def test_what_is_too_short_to_be_a_key_is_left_in_the_text() -> None:
    raw = Raw(200, {}, b"the cat sat", "https://a.org/")
    assert without(raw, ("cat", "", None)) is raw
