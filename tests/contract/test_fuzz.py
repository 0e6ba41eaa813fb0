"""The program that throws broken texts at readers finds readers that break, and shows them with little text."""

from __future__ import annotations

import random
import time

import fuzz
import pytest

from pubtrack.model import Reading
from pubtrack.model.reading import WorkMention
from pubtrack.readers import READERS


def test_every_reader_has_a_good_text_that_it_reads() -> None:
    assert fuzz.SEEDS.keys() == READERS.keys()
    for name, text in fuzz.SEEDS.items():
        assert fuzz.broken_promise(READERS[name], text) is None
        assert READERS[name](text).works, name


def test_the_same_seed_gives_the_same_texts() -> None:
    one, two = ([fuzz.broken(["a {b} c" * 9], rng) for _ in range(50)] for rng in (random.Random(3), random.Random(3)))
    assert one == two
    assert len(set(one)) > 30


def _raises(text: str) -> Reading:
    if "}}" in text:
        raise KeyError(text)
    return Reading(text=text)


def _moves(text: str) -> Reading:
    return Reading(text=text, works=(WorkMention(start=0, end=len(text) + 1),))


def _sleeps(text: str) -> Reading:
    end = time.process_time() + 0.05
    while time.process_time() < end:
        pass
    return Reading(text=text)


@pytest.mark.parametrize(
    ("reader", "said"), [(_raises, "KeyError in test_fuzz.py"), (_moves, "outside the text"), (_sleeps, " s for ")]
)
def test_a_reader_that_breaks_a_promise_is_found_and_its_text_made_small(reader, said, monkeypatch) -> None:
    monkeypatch.setattr(fuzz, "READERS", {"bibtex": reader})
    monkeypatch.setattr(fuzz, "SLOW_S", 0.02)
    monkeypatch.setattr(fuzz, "PER_CHARACTER_S", 0.0)
    first = next(told for told in fuzz.fuzz("bibtex", 20, 1) if not isinstance(told, int))
    assert said in first.kind
    if reader is _raises:
        assert first.text == "}}"


@pytest.mark.parametrize("name", ["bibtex", "csl-json", "ris", "nbib", "endnote-xml", "ids", "orcid-json"])
def test_structured_readers_keep_their_promises_for_two_hundred_texts(name: str) -> None:
    rng, good = random.Random(f"short {name}"), fuzz.seeds(name)
    for _ in range(200):
        text = fuzz.broken(good, rng)
        assert fuzz.broken_promise(READERS[name], text) is None, repr(text)
