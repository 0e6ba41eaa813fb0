from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cv_library import HOSTILE
from pubtrack.writers.yaml_text import yaml_text

yaml = pytest.importorskip("yaml", reason="needs PyYAML to read what was written")

TEXT = st.text(st.characters(exclude_categories=("Cs",)))
DATA = st.recursive(
    TEXT | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(DATA)
def test_what_is_written_reads_back_as_it_was(data: Any) -> None:
    assert yaml.safe_load(yaml_text(data)) == data


def test_hostile_texts_stay_texts() -> None:
    texts = [*HOSTILE, "no", "2024-05-01", "1e3", "0x1", "!!python/object:os.system", "a: b", "a #b", "~", "null", "<<"]
    data = {text[:200]: [text] for text in texts}  # YAML keys hold at most 1024 characters
    assert yaml.safe_load(yaml_text(data)) == data


def test_half_characters_are_left_out() -> None:
    assert yaml_text("a\ud800b\U0001f3c6\x07") == '"ab\U0001f3c6\\u0007"\n'
    assert yaml_text("\U000e0041") == '"\\U000e0041"\n'
