from pubtrack.csl.runs import Mark, Run
from pubtrack.csl.writers.text import write_text


def test_formatting_vanishes_and_lines_stay():
    runs = [Run("a", (Mark("font-style", "italic"),)), Run("b", (Mark("display", "block"),))]
    assert write_text(runs) == "a\nb"


def test_control_characters_vanish():
    assert write_text([Run("a\x00b\ud800")]) == "ab"
