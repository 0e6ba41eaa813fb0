"""The engine on whole texts: the labelled ones of our own, the shared interview, and texts no person would write."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import prose_marks
import prose_score
from counting import calls
from pubtrack.model import Mention, Reading
from pubtrack.readers import READERS, read_text

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


FLOORS = {
    "": (0.97, 0.97, 0.96, 0.86, 0), "half_a": (0.97, 0.97, 0.95, 0.90, 0), "half_b": (0.95, 0.95, 0.97, 0.88, 0), "half_c": (0.98, 0.98, 0.96, 0.90, 1),
    "half_d": (0.95, 0.95, 0.95, 0.88, 1), "half_e": (0.82, 0.80, 0.87, 0.79, 3), "half_f": (0.97, 0.97, 0.96, 0.88, 1), "half_g": (0.94, 0.94, 0.92, 0.78, 0),
    "half_h": (0.95, 0.95, 0.92, 0.85, 2), "half_i": (0.95, 0.95, 0.90, 0.79, 0), "half_j": (0.95, 0.95, 0.92, 0.84, 2),
    "half_k": (0.92, 0.92, 0.95, 0.81, 0),
    "half_l": (0.95, 0.95, 0.89, 0.82, 0), "half_m": (0.96, 0.96, 0.92, 0.85, 0),
    "half_n": (0.96, 0.96, 0.96, 0.86, 0), "half_o": (0.96, 0.96, 0.92, 0.86, 1),
    "half_p": (0.92, 0.93, 0.97, 0.94, 0), "half_q": (0.89, 0.85, 0.89, 0.74, 0),
}  # fmt: skip
"""Part -> least F1 of works (micro, macro), awards found and linked; most talks and the like reported as works.

They may only get better, but went down by a point or two in six parts when floors set on these texts gave way to what pages
nobody had seen gain by (ADR-0012); measured 2026-11-23. No rule was set looking at `half_e`. What is still wrong is listed in
`docs/explanation/extraction.md`.
"""
UNSEEN = "half_e"


@pytest.fixture(scope="module", params=sorted(FLOORS))
def part(request: pytest.FixtureRequest) -> tuple[str, prose_score.Score]:
    name = str(request.param)
    pairs = ((marked, read_text(marked.text, name=marked.name)) for marked in prose_marks.marked_in(name))
    return name, prose_score.score(pairs)


def test_the_works_of_our_own_texts_are_found(part: tuple[str, prose_score.Score]) -> None:
    name, score = part
    assert score.works.f1 >= FLOORS[name][0]
    assert mean(score.macro) >= FLOORS[name][1]


def test_the_awards_of_our_own_texts_are_found_and_linked(part: tuple[str, prose_score.Score]) -> None:
    name, score = part
    assert score.awards.f1 >= FLOORS[name][2]
    assert score.linked.f1 >= FLOORS[name][3]


def test_talks_and_projects_are_no_works(part: tuple[str, prose_score.Score]) -> None:
    name, score = part
    assert len(score.reported) <= FLOORS[name][4], score.reported


def test_years_and_venues_of_our_own_texts_are_given(part: tuple[str, prose_score.Score]) -> None:
    for field, least in (("year", 0.9 if part[0] != UNSEEN else 0.8), ("venue", 0.85)):
        right = part[1].fields[field]
        assert not right or sum(right) / len(right) >= least, field


def test_every_labelled_text_is_read_to_the_letter() -> None:
    """Titles stand where they are labelled, mark for mark."""
    hits = wrong = missed = 0
    unseen = {marked.name for marked in prose_marks.marked_in(UNSEEN)}
    for marked in (m for m in MARKED.values() if m.name not in unseen):
        spans = {(w.start, w.end) for w in read_text(marked.text, name=marked.name).works}
        gold = {(w["start"], w["end"]) for w in marked.works if not w.get("optional")}
        optional = {(w["start"], w["end"]) for w in marked.works if w.get("optional")}
        hits, missed = hits + len(spans & gold), missed + len(gold - spans)
        wrong += len(spans - gold - optional)
    assert 2 * hits / (2 * hits + wrong + missed) >= 0.95


def changed(text: str, edits: list[tuple[float, int, str]]) -> str:
    """Gives a text after edits: (place as a part of the length, characters removed, characters put in)."""
    for place, removed, put in edits:
        at = int(place * len(text))
        text = text[:at] + put + text[at + removed :]
    return text


EDITS = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.sampled_from((0, 1, 3, 40, 400)),
        st.one_of(st.sampled_from(MARKUP), st.sampled_from(WORDS), st.text(max_size=4)),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(MARKED)), EDITS, st.sampled_from((None, *READERS)))
def test_a_real_file_broken_anywhere_is_read_and_places_hold(
    name: str, edits: list[tuple[float, int, str]], fmt: str | None
) -> None:
    """Whatever the file is taken for: prose, BibTeX, RIS, JSON ..."""
    text = changed(MARKED[name].text, edits)
    reading = read_text(text, name=name, format=fmt)
    assert reading.text == text
    for mention in mentions(reading):
        assert 0 <= mention.start <= mention.end <= len(text)
    for work in reading.works:
        assert work.title is None or work.title == text[work.start : work.end]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(MARKED)),
    EDITS,
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=3))),
)
def test_the_bytes_of_a_real_file_broken_anywhere_are_read(
    name: str, edits: list[tuple[float, int, str]], bad: list[tuple[float, bytes]]
) -> None:
    data = changed(MARKED[name].text, edits).encode("utf-8", "surrogatepass")
    for place, put in bad:
        at = int(place * len(data))
        data = data[:at] + put + data[at + 1 :]
    text = data.decode("utf-8", "surrogateescape")
    check_places(read_text(text, name=name), text)


@pytest.mark.parametrize(
    ("piece", "fmt"),
    [
        ("“a ", "text"),
        ("<!-- ", "markdown"),
        ("{% a ", "text"),
        ("Best Paper Award for “A” ", "text"),
        ("# Awards\n- Smith Prize for “A Study of Ropes and Knots”, 2020\n- Jones Medal, ACL 2020\n", "markdown"),
        ("# Publications\n- Smith, J. (2020). On Ropes and Knots. ACL 2020, 3-4.\n# Awards\n- Best Thesis, ACL 2020\n", "markdown"),
        ("# Awards\n- Smith Medal, 2020\n## Ann Lee Prize 2020\n", "markdown"),
        ("\\pub{a}{b}{", "latex"),
        ("<div><b><a href='x'>a <!-- ", "html"),
    ],
)  # fmt: skip
def test_work_grows_with_the_length_of_a_hostile_text_and_no_faster(piece: str, fmt: str) -> None:
    """Four times the text, at most five times the calls."""

    def needed(size: int) -> int:
        return calls(read_text, piece * (size // len(piece)), format=fmt)

    needed(2_000)  # remembers what is asked for once
    assert needed(96_000) <= 5 * needed(24_000)


MOST_CALLS = 1_500
"""For one reference, in functions of Python and C together: 1,140 to 1,350 where this was written."""


@pytest.mark.parametrize(
    ("fmt", "entry"),
    [
        ("text", "{0}. {1}, J., & {2}, A. ({3}). Ropes of {1} and the knots of {2} harbours. Journal of {2} Science, {0}(2), {0}–{3}.\n"),
        ("markdown", "- {1}, J., & {2}, A. ({3}). [Ropes of {1} and the knots of {2} harbours](https://x.org/{0}). *Journal of {2} Science*, {0}(2), 4–9.\n"),
        ("latex", "\\item {1}, J., \\& {2}, A. ({3}). Ropes of {1} and the knots of {2} harbours. \\emph{{Journal of {2} Science}}, {0}(2), 4--9.\n"),
    ],
)  # fmt: skip
def test_a_reference_takes_no_more_than_so_many_calls(fmt: str, entry: str) -> None:
    """No two of the entries are alike, so that nothing is remembered of one for the next."""
    heads = {
        "text": "Publications\n\n",
        "markdown": "# Publications\n\n",
        "latex": "\\section{Publications}\n\\begin{itemize}\n",
    }
    letters = "abcdefghijklmnopqrst"
    names = [f"B{a}{b}m" for a in letters for b in letters]
    text = heads[fmt] + "".join(
        entry.format(n + 1, name, f"T{name[1:]}r", 1980 + n % 40) for n, name in enumerate(names)
    )
    read_text(heads[fmt] + entry.format(1, "Smith", "Jones", 2020), format=fmt)
    assert calls(read_text, text, format=fmt) <= MOST_CALLS * len(names)
    assert len(read_text(text, format=fmt).works) == len(names)


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


@pytest.mark.shared
def test_a_missing_space_and_lost_links_name_no_work(interview: Reading) -> None:
    """Traps 4, 7: "(LLMs),Causal Inference", "our blogpost", "Further info"."""
    titles = " | ".join(w.title or "" for w in interview.works)
    assert not any(words in titles for words in ("Causal Inference", "blogpost", "Further info", "FavScore", "F-scale"))
    assert all("Workshop" not in (w.title or "") and "line" not in (w.title or "").split() for w in interview.works)


@pytest.mark.shared
def test_years_of_the_interview_are_those_it_states(interview: Reading) -> None:
    """Traps 5, 12, 17: "since ACL 2020", "incoming" and "currently" date no work and no award."""
    assert {w.year for w in interview.works} == {None}
    assert all(a.start_year is None for a in interview.appointments if "CIFAR" in a.role)


def test_what_was_only_accepted_or_shown_is_no_award() -> None:
    """Trap 28: oral, spotlight and "accepted as a poster" are no awards; a best oral paper is one."""
    text = (
        '## Publications\n\n- A. Lee. "Ropes and Their Knots." ICLR 2025 (Spotlight).\n- A. Lee. "Strings and Ends." COLM 2025. '
        'Accepted as a poster.\n- A. Lee. "Threads of Time." ACL 2025 (Oral).\n\n## Awards\n\n- Oral Paper Award, REALM 2025\n'
    )
    reading = read_text(text, format="markdown")
    assert [w.title for w in reading.works] == ["Ropes and Their Knots", "Strings and Ends", "Threads of Time"]
    assert [a.name for a in reading.awards] == ["Oral Paper Award"]


def test_two_works_and_one_award_name_are_never_crossed() -> None:
    """Trap 3: with the order turned, each work still keeps its own workshop."""
    text = (
        "I received the Best Paper Awards at the NeurIPS 2024 Workshop on Ropes for our work “How to Tie a Knot in Time”, "
        "and at the ICML 2023 Workshop on Strings for our work on, “Which Ends Are Loose and Which Are Not”."
    )
    awards = read_text(text).awards
    assert [(a.work_title, a.event, a.year) for a in awards] == [
        ("How to Tie a Knot in Time", "NeurIPS 2024 Workshop on Ropes", 2024),
        ("Which Ends Are Loose and Which Are Not", "ICML 2023 Workshop on Strings", 2023),
    ]


def test_a_title_keeps_spaces_tags_and_hearts_as_they_stand() -> None:
    """Traps 30, 31: two spaces inside a title, markup of one letter, a heart in an acronym."""
    text = "Our paper “Cooperate or Collapse:  Emergence of <i>LLM</i>s in Society” won at C♥️LM."
    (work,) = read_text(text, format="html").works
    assert work.title == "Cooperate or Collapse:  Emergence of <i>LLM</i>s in Society"
    assert work.title_plain == "Cooperate or Collapse: Emergence of LLMs in Society"


def test_curly_quotes_with_any_sign_behind_them_close_a_title() -> None:
    """Traps 1, 2: `”:`, `” and`, `”,`, `”.`, `?”`, and a dash without spaces."""
    text = "Our papers “A Tale of Ropes: Part One”, “Do Knots Hold?” and “Strings—Not Threads—Win” are out, with our book “Last of the Long Lines”."
    assert [w.title for w in read_text(text).works] == [
        "A Tale of Ropes: Part One", "Do Knots Hold?", "Strings—Not Threads—Win", "Last of the Long Lines",
    ]  # fmt: skip


def test_the_owner_is_the_one_who_speaks() -> None:
    reading = read_text("I received the Turing Award in 2001.", owner="Ada Lovelace")
    assert [(a.name, a.person, a.year) for a in reading.awards] == [("Turing Award", "Ada Lovelace", 2001)]


def test_the_award_behind_a_talk_is_one_and_the_talk_none() -> None:
    text = "## Talks\n\n- Functional rarity of reef weavers (Best Presentation Award), Harbour Meeting, 2017\n"
    reading = read_text(text, format="markdown")
    assert [a.name for a in reading.awards] == ["Best Presentation Award"]
    assert not reading.works


def test_an_award_in_a_list_of_projects_is_no_project() -> None:
    text = "## Proyectos\n\n- 2014 - Premio Holm 2014 a la Productividad Investigadora.\n"
    reading = read_text(text, format="markdown")
    assert [(a.name, a.year) for a in reading.awards] == [("Premio Holm 2014 a la Productividad Investigadora", 2014)]
    assert not reading.others
