from __future__ import annotations

from pubtrack.sources import SOURCES
from pubtrack.vocab.source_names import SOURCE_NAMES


def test_sources_are_called_as_they_call_themselves() -> None:
    assert {name: SOURCES[name].label for name in SOURCE_NAMES} == SOURCE_NAMES
