"""The table of languages."""

from __future__ import annotations

import re

from pubtrack.vocab.languages import BABEL_OF_TAG, LANGUAGE_TAGS


def test_every_name_leads_to_a_tag_and_every_tag_to_its_name() -> None:
    assert all(re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", tag) for tag in LANGUAGE_TAGS.values())
    assert {LANGUAGE_TAGS[name]: name for name in BABEL_OF_TAG.values()} == BABEL_OF_TAG
    assert set(LANGUAGE_TAGS.values()) == set(BABEL_OF_TAG)
