from __future__ import annotations

import logging

from pubtrack.bibtex.splitter import split


def test_a_block_that_the_splitter_reads_gets_offsets():
    text = "x\n@misc{a b, title = {t \\{}, year = 2000}"
    found, reason = split(text, "misc", 2, len(text))
    assert reason == ""
    assert (found.key, text[found.key_start : found.key_end], found.end) == ("a b", "a b", len(text))
    assert [text[s.name_start : s.name_end] for s in found.spans] == ["title", "year"]
    assert [text[s.value_start : s.value_end] for s in found.spans] == ["{t \\{}", "2000"]


def test_a_repeated_field_is_no_reason_to_drop_the_entry():
    found, _ = split("@misc{a, t = 1, t = 2}", "misc", 0, 22)
    assert len(found.spans) == 2


def test_a_block_that_it_cannot_read_has_its_reason_and_no_log(caplog):
    with caplog.at_level(logging.DEBUG):
        found, reason = split("@misc{a, t = {x", "misc", 0, 15)
    assert found is None
    assert "end of file" in reason
    assert caplog.records == []


def test_what_is_no_entry_to_it_has_a_reason_too():
    assert split("@ misc{a}", "misc", 0, 9) == (None, "could not be read")
