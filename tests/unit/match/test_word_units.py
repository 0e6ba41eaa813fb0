"""Words of titles weigh by what they tell."""

from __future__ import annotations

import pytest

from pubtrack.match.word_units import total_weight, word_weight


def test_rare_words_weigh_more() -> None:
    assert word_weight("the") < word_weight("study") < word_weight("zebrafish")
    assert total_weight(["the", "zebrafish"]) == pytest.approx(word_weight("the") + word_weight("zebrafish"))
