"""The engine on whole texts: the labelled ones of our own, the shared interview, and texts no person would write."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

import prose_marks
from pubtrack.model import Mention, Reading
from pubtrack.readers import read_text

FIXTURES = prose_marks.FOLDER.parent / "prose"
MARKED = {m.name: m for m in prose_marks.all_marked()}
MARKUP = ["“", "”", '"', "'", "«", "»", "[", "](", ")", "*", "**", "_", "<li>", "<p>", "</p>", "<a href=x>", "</a>", "<br>", "&amp;", "&#x41;", "\\textbf{", "}", "{", "\\item ", "\\section{", "\\\\", "$", "%", "# ", "- ", "1. ", "| ", "---\n", "```\n", "\t", "\r\n", "\n\n", "\x00", "\ufeff", "İ", "😀", "论文", "奖", "《", "》"]  # fmt: skip
WORDS = ["Publications", "Awards", "Best Paper Award", "paper", "title: ", "2019", "Smith, J.", "and", "In Proceedings of", "A Study of Things", "our paper", "talk", "won", "Prix de", "Premio", "Preis", "10.1000/x", "(2020)", "."]  # fmt: skip
SOUP = st.lists(st.one_of(st.sampled_from(MARKUP), st.sampled_from(WORDS), st.text(max_size=6)), max_size=60).map(
    " ".join
)
FORMATS = ("text", "markdown", "html", "latex")


def mentions(reading: Reading) -> Iterable[Mention]:
    for name in ("works", "awards", "appointments", "events", "others"):
        yield from getattr(reading, name)


def check_places(reading: Reading, text: str) -> None:
    assert reading.text == text
    for mention in mentions(reading):
        assert 0 <= mention.start <= mention.end <= len(text)
    for work in reading.works:
        assert work.title == text[work.start : work.end]
    for other in reading.others:
        assert other.text == text[other.start : other.end]


@settings(max_examples=150, deadline=None)
@given(SOUP, st.sampled_from(FORMATS))
def test_no_text_raises_and_every_title_stands_where_it_is_said_to(text: str, fmt: str) -> None:
    check_places(read_text(text, format=fmt), text)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    check_places(read_text(text, format="text"), text)


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize(
    "piece", ["“a ", "[", "(", "{a", "<a ", "*a ", "\\textbf{", "word ", "A. ", "- a\n", "《论", "$a "]
)
def test_hostile_text_is_read_in_time(piece: str, fmt: str) -> None:
    text = piece * (12_000 // len(piece))
    check_places(read_text(text, format=fmt), text)


@pytest.mark.parametrize("name", sorted(MARKED))
def test_places_hold_in_real_shapes(name: str) -> None:
    marked = MARKED[name]
    check_places(read_text(marked.text, name=name), marked.text)


def found_and_missed() -> tuple[int, int, int]:
    hits = wrong = missed = 0
    for marked in MARKED.values():
        reading = read_text(marked.text, name=marked.name)
        spans = {(w.start, w.end) for w in reading.works}
        gold = {(w["start"], w["end"]) for w in marked.works if not w.get("optional")}
        optional = {(w["start"], w["end"]) for w in marked.works if w.get("optional")}
        hits += len(spans & gold)
        missed += len(gold - spans)
        wrong += len(spans - gold - optional)
    return hits, wrong, missed


def test_works_of_our_own_texts_are_found_to_the_letter() -> None:
    """The figure may only rise: measured 2026-11-22."""
    hits, wrong, missed = found_and_missed()
    assert 2 * hits / (2 * hits + wrong + missed) >= 0.90


def test_talks_and_projects_are_no_works() -> None:
    reported = [
        (name, thing["text"])
        for name, marked in MARKED.items()
        for thing in marked.not_works
        if any(fuzz.ratio(thing["text"], w.title or "") > 90 for w in read_text(marked.text, name=name).works)
    ]
    assert len(reported) <= 1


INTERVIEW = (
    "Language Model Alignment in Multilingual Trolley Problems",
    "Causally Testing Gender Bias in LLMs: A Case Study on Occupational Bias",
    "Causal AI Scientist: Facilitating Causal Data Science with Large Language Models",
    "Agent-to-Agent Theory of Mind: Testing Interlocutor Awareness among Large Language Models",
    "Democratic or Authoritarian? Proving a New Dimension of Political Biases in Large Language Models",
    "Accidental Misalignment: Fine-tuning Language Models Induces Unexpected Vulnerability",
    "Revealing Hidden Mechanisms of Cross-Country Content Moderation with Natural Language Processing",
    "NLP for Social Good: A Survey of Challenges, Opportunities and Responsible Deployment",
)


@pytest.fixture(scope="module")
def interview(shared: Path) -> Reading:
    text = (shared / "data" / "seed" / "interview.txt").read_text(encoding="utf-8")
    return read_text(text, name="interview.txt")


@pytest.mark.shared
def test_the_interview_names_exactly_its_eight_works(interview: Reading) -> None:
    """Traps 1, 2: curly quotes, titles with colons and question marks, prose right behind them."""
    assert tuple(w.title for w in interview.works) == INTERVIEW


@pytest.mark.shared
def test_two_awards_in_one_sentence_go_to_their_own_works_and_workshops(interview: Reading) -> None:
    """Traps 3, 5, 9: name and verb said once, two works, two gatherings, first person."""
    pluralistic, causality = interview.awards
    assert (pluralistic.work_title, causality.work_title) == INTERVIEW[:2]
    assert pluralistic.event == "NeurIPS 2024 Workshop on Pluralistic Alignment"
    assert causality.event == "NeurIPS 2024 Workshop on Causality and Language Models (CaLM)"
    assert {a.year for a in interview.awards} == {2024}
    assert {a.person for a in interview.awards} == {"Zhijing Jin"}


@pytest.mark.shared
def test_chairs_meetings_and_projects_are_told_apart(interview: Reading) -> None:
    """Traps 6, 8: roles, a meeting with Nobel in its name, bare system names, an agent, a blog post."""
    assert "CIFAR AI Chair" in {a.role for a in interview.appointments}
    assert "2024 Lindau Nobel Laureate Meeting" in {e.name for e in interview.events}
    assert "workshop on NLP for positive impact" in {e.name for e in interview.events}
    others = {(o.text, o.kind) for o in interview.others}
    assert {("GovSim", "project"), ("SanctSim", "project"), ("MoralSim", "project")} <= others
    assert ("Causal AI Scientist agent", "software") in others
    assert any(kind == "blog post" for _, kind in others)


def test_the_owner_is_the_one_who_speaks() -> None:
    reading = read_text("I received the Turing Award in 2001.", owner="Ada Lovelace")
    assert [(a.name, a.person, a.year) for a in reading.awards] == [("Turing Award", "Ada Lovelace", 2001)]
