"""Track: mentions become proposals, proposals become records with their passage; nothing is added twice."""

from __future__ import annotations

import json

import pytest

from pubtrack.app.library import Library
from pubtrack.app.reading import read
from pubtrack.app.tracking import singular
from pubtrack.cli import main
from pubtrack.model import AwardMention, Owner

from .conftest import NOW

TEXT = """\
Ana Li is Professor of Physics at the University of Oslo.

I received the Best Paper Award at the 2021 Workshop on Things, for our work on “A Theory of Things: Why and How Much”.
Other papers I can highlight include:
“On Words of BERT and Their Distant Cousins”: We looked at words.
“Small Animals and Their Larger Friends in Northern Cities”: a first study.
"""


@pytest.fixture
def text(tmp_path):
    """A page about Ana Li."""
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_known_works_are_known_and_new_ones_are_proposed(library, text):
    proposals = {p.summary: p for p in library.track(read(text))}
    kinds = {(p.kind, p.key) for p in proposals.values() if p.record}
    assert ("same", "li2020words") in kinds
    new = [p for p in proposals.values() if p.kind == "new"]
    assert {p.record.fields.title for p in new} == {
        "A Theory of Things: Why and How Much", "Small Animals and Their Larger Friends in Northern Cities",
    }  # fmt: skip
    (award,) = [p.award for p in proposals.values() if p.award]
    theory = next(p for p in new if "Theory" in p.record.fields.title)
    assert award.works == (theory.key,)
    assert award.verified == "self-reported"
    assert award.evidence[0].line == 3


def test_applying_adds_records_with_their_passage_and_a_second_reading_nothing(library, text):
    library.track(read(text)).apply()
    work = next(w for w in library.works.values() if w.title.startswith("Small Animals"))
    (record,) = library.records(work.key)
    assert record.provenance.source == "prose"
    assert record.provenance.place.endswith("page.txt:6")
    start, end = record.evidence[0].span
    assert TEXT[start:end] == work.title
    assert [a.name for a in library.awards] == ["Best Paper Award"]
    assert library.track(read(text)) == []
    assert Library(library.path).track(read(text)) == []


def test_without_consent_proposals_wait(library, text, capsys):
    at = ["--library", str(library.path)]
    assert main(["track", str(text), *at]) == 1
    assert "proposals wait" in capsys.readouterr().err
    assert len(Library(library.path).questions()) >= 3
    assert main(["track", str(text), *at, "--yes"]) == 0
    assert main(["track", str(text), *at, "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == []


def test_a_person_at_the_terminal_is_asked(library, text, monkeypatch, capsys):
    monkeypatch.setattr("pubtrack.cli.reading.interactive", lambda: True)
    monkeypatch.setattr("click.confirm", lambda *args, **kwargs: True)
    assert main(["track", str(text), "--library", str(library.path)]) == 0
    assert "added" in capsys.readouterr().err


def test_a_bib_file_brings_its_keys_and_whole_records(library, tmp_path):
    path = tmp_path / "more.bib"
    path.write_text("@book{mykey, author={Li, Ana}, title={A Whole Book on Sounds of Cities}, publisher={P}, year=2022}\n"
                    "@article{other, author={Li, Ana}, title={Sounds}, journal={Journal of Sounds}, year=2019, volume=4}\n")  # fmt: skip
    library.track(read(path)).apply()
    assert library.works["mykey"].publisher == "P"
    assert library.works["mykey"].provenance["publisher"].source == "bibtex"
    assert library.works["li2019sounds"].volume == "4"
    assert "other" not in library.works


def test_two_new_works_never_share_a_key(tmp_path):
    library = Library.create(tmp_path / "bib", Owner(name="Ana Li"), now=lambda: NOW)
    path = tmp_path / "x.bib"
    path.write_text(
        "@misc{k, title={Red Stones of the North}, author={A, B}}\n@misc{K, title={Blue Wheels of the South}, author={C, D}}\n"
    )
    library.track(read(path)).apply()
    assert [w.title for w in library.works.values()] == ["Red Stones of the North", "Blue Wheels of the South"]
    assert len({key.lower() for key in library.works}) == 2


ONE = "@article{x, title={Words of the North and Their Birds}, author={Li, Ana}, year=2020}\n"
OTHER = "@article{x, title={Machines That Learn Very Slowly}, author={Li, Ana}, year=2020}\n"


def titles(library):
    return {key: work.title for key, work in library.works.items()}


@pytest.fixture
def two(tmp_path):
    """Two files that name different works alike, and a library that holds neither."""
    (tmp_path / "one.bib").write_text(ONE)
    (tmp_path / "other.bib").write_text(OTHER)
    return Library.create(tmp_path / "new", now=lambda: NOW), read(tmp_path / "one.bib"), read(tmp_path / "other.bib")


def test_works_that_wait_under_one_key_become_two_entries(two):
    """They became one work: the second was taken for what another source says of the first."""
    library, one, other = two
    for reading in (one, other):
        library.track(reading).keep()
    assert [q.key for q in library.questions()] == ["x", "xa"]
    for question in library.questions():
        library.answer(question.id, "yes")
    assert titles(library) == {"x": "Words of the North and Their Birds", "xa": "Machines That Learn Very Slowly"}


def test_proposals_made_side_by_side_become_two_entries_with_their_awards(two):
    library, one, other = two
    mention = AwardMention(start=0, end=1, name="Best Paper Award", work_title="Machines That Learn Very Slowly")
    first, second = library.track(one), library.track(other.replace(awards=(mention,)))
    assert first.apply() == ["x"]
    assert second.apply() == ["xa"]
    assert len(titles(library)) == 2
    assert library.awards[0].works == ("xa",)


def prizes(*titles_):
    return tuple(
        AwardMention(start=n, end=n + 1, name="Best Paper Award", year=2021, event="ACL", work_title=title)
        for n, title in enumerate(titles_)
    )


@pytest.mark.parametrize("way", ["at once", "kept", "side by side"])
def test_awards_of_one_name_for_two_works_are_two_awards(two, way):
    """The second took the place of the first, for both had the id that their words make."""
    library, one, other = two
    for reading in (one, other):
        library.track(reading).apply()
    both = prizes("Words of the North and Their Birds", "Machines That Learn Very Slowly")
    if way == "at once":
        library.track(one.replace(works=(), awards=both)).apply()
    else:
        made = [one.replace(works=(), awards=(prize,)) for prize in both]
        proposals = [library.track(reading) for reading in made]
        for proposal, reading in zip(proposals, made, strict=True):
            (library.track(reading).keep if way == "kept" else proposal.apply)()
        for question in library.questions():
            library.answer(question.id, "yes")
    assert {award.id: award.works for award in library.awards} == {
        "best-paper-award-acl-2021": ("x",), "best-paper-award-acl-2021-a": ("xa",),
    }  # fmt: skip
    assert library.track(one.replace(works=(), awards=both)) == []


def test_a_work_that_came_another_way_meanwhile_is_no_second_entry(two, tmp_path):
    library, one, _ = two
    library.track(one).keep()
    (tmp_path / "whole.bib").write_text(ONE.replace("year=2020", "year=2020, pages={1--9}, doi={10.1000/birds}"))
    assert library.track(read(tmp_path / "whole.bib")).apply() == ["x"]
    (waiting,) = library.proposals
    library.answer(waiting.id, "yes")
    assert titles(library) == {"x": "Words of the North and Their Birds"}
    assert library.works["x"].page == "1-9"


def test_a_work_that_waits_keeps_its_key_when_it_is_read_again(two):
    library, one, _ = two
    for _ in range(2):
        library.track(one).keep()
    assert [(p.kind, p.key) for p in library.proposals] == [("new", "x")]


def test_posts_and_events_are_proposed_once(library, text):
    kinds = [p.kind for p in library.track(read(text))]
    assert kinds.count("appointment") == 1
    library.track(read(text)).apply()
    assert library.appointments[0].organization == "University of Oslo"


@pytest.mark.parametrize(
    ("plural", "one"),
    [("Best Paper Awards", "Best Paper Award"), ("Prize", "Prize"), ("Awards Dinner", "Awards Dinner")],
)
def test_one_of_several_awards_is_named_in_the_singular(plural, one):
    assert singular(plural) == one


@pytest.mark.shared
def test_the_interview_gives_eight_works_two_awards_and_no_false_work(shared, tmp_path, capsys):
    library = Library.create(tmp_path / "bib", Owner(name="Zhijing Jin"), now=lambda: NOW)
    reading = read(shared / "data/seed/interview.txt", owner=library.owner)
    assert len(reading.works) == 8
    assert len(reading.awards) == 2
    for mention in reading.works:
        assert reading.text[mention.start : mention.end] == mention.title
    library.track(reading).apply()
    assert len(library.works) == 8
    linked = {(a.event, library.works[a.works[0]].title) for a in library.awards}
    assert linked == {
        ("NeurIPS 2024 Workshop on Pluralistic Alignment", "Language Model Alignment in Multilingual Trolley Problems"),
        ("NeurIPS 2024 Workshop on Causality and Language Models (CaLM)",
         "Causally Testing Gender Bias in LLMs: A Case Study on Occupational Bias"),
    }  # fmt: skip
