"""Review: what waits is shown side by side, and answers bind every later run."""

from __future__ import annotations

import pytest

from pubtrack.app.answers import take
from pubtrack.app.library import Library
from pubtrack.app.reading import read
from pubtrack.app.refresh_report import RefreshReport
from pubtrack.cli import main
from pubtrack.errors import InputError, NotFoundError
from pubtrack.model import Fields, Proposal, Provenance, SourceRecord

from .conftest import NOW


def wait(library: Library, kind: str, key: str | None, fields: Fields, name: str = "p1") -> None:
    said = Provenance(source="crossref", source_id="x", retrieved_at=NOW)
    record = SourceRecord(work=key or "new", fields=fields, provenance=said)
    library.keep(
        [Proposal(id=name, kind=kind, summary="Is it?", key=key or "new", record=record, penalties={"year": 0.2})]
    )


def test_yes_takes_an_unsure_record_and_is_remembered(library):
    wait(library, "unsure", "li2019sounds", Fields(title="Sounds", volume="9"))
    (question,) = library.questions()
    rows = {row[0]: row[1:] for row in library.sides(question)}
    assert rows["title"] == ("Sounds", "Sounds")
    assert rows["volume"] == ("", "9")
    assert rows["against: year"] == ("", "0.20")
    library.answer("p1", "yes")
    assert library.works["li2019sounds"].volume == "9"
    assert library.questions() == []
    assert Library(library.path).questions() == []


def test_a_question_follows_a_work_that_was_merged_or_renamed(library):
    wait(library, "unsure", "li2019sounds", Fields(title="Sounds", volume="9"))
    path = library.path / "works.bib"
    path.write_text(path.read_text().replace("{li2019sounds,", "{sounds,"))
    library = Library(library.path, now=lambda: NOW)
    assert [(q.key, q.record.work) for q in library.questions()] == [("sounds", "sounds")]
    library.merge("li2020words", "sounds")
    library.answer("p1", "yes")
    assert library.works["li2020words"].volume == "9"
    assert list(library.works) == ["li2020words"]


def test_a_question_about_a_work_that_was_taken_out_waits_until_it_is_back(library):
    wait(library, "version", "li2019sounds", Fields(title="Sounds", volume="9"))
    library.remove("li2019sounds")
    assert library.questions() == []
    assert library.apply(library.proposals) == []
    assert list(library.works) == ["li2020words"]
    library.undo(2)
    assert [q.key for q in library.questions()] == ["li2019sounds"]


def renamed(library: Library, *keys: str) -> Library:
    """The library after a person renamed li2019sounds, once for each key."""
    path, old = library.path / "works.bib", "li2019sounds"
    for key in keys:
        path.write_text(path.read_text().replace(f"{{{old},", f"{{{key},"))
        library, old = Library(library.path, now=lambda: NOW), key
        library.lock(key, "title")
    return library


def test_answers_bind_also_under_the_keys_that_a_work_gets_later(library, tmp_path):
    says = SourceRecord(
        work="li2019sounds", fields=Fields(title="Whistles of Quite Another Kind"),
        provenance=Provenance(source="crossref", source_id="1"),
    )  # fmt: skip
    report = RefreshReport()
    with library._change("refresh", "test") as draft:
        take(draft, "li2019sounds", says, report, NOW)
        draft.say(says.replace(fields=Fields(issued="2018"), provenance=Provenance(source="acl", source_id="2")))
    for question in library.questions():
        library.answer(question.id, "no")
    text = tmp_path / "x.bib"
    text.write_text("@article{z, author={Li, Ana}, title={Sounds}, year=2019, volume=3, doi={10.1000/sounds}}\n")
    (proposal,) = library.track(read(text))
    library.keep([proposal])
    library.answer(proposal.id, "never")
    library = renamed(library, "sounds", "noises")
    assert library.questions() == []
    assert library.track(read(text)) == []
    assert not take(library.draft_copy(), "noises", says.replace(work="noises"), report, NOW)
    assert [p.key for p in report.proposals] == ["li2019sounds"]


def test_no_leaves_the_work_alone_and_is_remembered(library):
    wait(library, "unsure", "li2019sounds", Fields(title="Sounds", volume="9"))
    library.answer("p1", "no")
    assert library.works["li2019sounds"].volume is None
    wait(library, "unsure", "li2019sounds", Fields(title="Sounds", volume="9"))
    assert library.questions() == []


def test_a_work_of_another_person_never_comes_back(library, tmp_path):
    text = tmp_path / "x.bib"
    text.write_text("@article{z, author={Li, Bo}, title={Bones of a Tiger}, year=2003, doi={10.1000/bones}}\n")
    (proposal,) = library.track(read(text))
    library.keep([proposal])
    library.answer(proposal.id, "no", because="another Li")
    assert library.track(read(text)) == []
    assert [d.kind for d in Library(library.path)._draft.decisions] == ["not-mine"]


def test_never_is_as_good_as_no_for_ever(library, tmp_path):
    text = tmp_path / "x.bib"
    text.write_text("@article{z, author={Li, Bo}, title={Bones of a Tiger}, year=2003}\n")
    (proposal,) = library.track(read(text))
    library.keep([proposal])
    library.answer(proposal.id, "never")
    assert library.track(read(text)) == []


def test_never_binds_a_version_too(library, tmp_path):
    text = tmp_path / "x.bib"
    text.write_text(
        "@article{a, author={Li, Bo and Ray, Cat}, title={Bones of a striped tiger in winter}, year=2003}\n"
    )
    for proposal in library.track(read(text)):
        library.keep([proposal])
        library.answer(proposal.id, "yes")
    text.write_text(
        "@article{b, author={Li, Bo and Ray, Cat}, title={Bones of a striped tiger in winter}, year=2006}\n"
    )
    (proposal,) = library.track(read(text))
    assert proposal.kind == "version"
    library.keep([proposal])
    library.answer(proposal.id, "never")
    assert library.track(read(text)) == []


def test_a_disagreement_can_be_given_in_to_or_not(library):
    with library._change("refresh", "t") as draft:
        said = Provenance(source="crossref", retrieved_at=NOW)
        draft.say(
            SourceRecord(work="li2019sounds", fields=Fields(title="Sounds of Things", volume="1"), provenance=said)
        )
    (question,) = library.questions()
    assert (question.kind, question.mine, question.theirs) == ("disagreement", "Sounds", "Sounds of Things")
    assert library.sides(question) == [("title", "Sounds", "Sounds of Things")]
    library.answer(question.id, "no")
    assert library.questions() == []
    assert library.works["li2019sounds"].title == "Sounds"
    library.undo()
    library.answer(library.questions()[0].id, "yes")
    assert library.works["li2019sounds"].title == "Sounds of Things"
    assert "title   = {Sounds of Things}" in (library.path / "works.bib").read_text()


def test_what_does_not_wait_cannot_be_answered(library):
    with pytest.raises(NotFoundError):
        library.answer("nothing", "yes")
    with pytest.raises(InputError, match="no answer"):
        library.answer("nothing", "perhaps")


def test_the_command_line_without_a_terminal_lists_and_takes_only_what_is_sure(library, capsys):
    wait(library, "unsure", "li2019sounds", Fields(title="Sounds", volume="9"))
    wait(library, "same", "li2020words", Fields(title="On Words of BERT and Their Distant Cousins", volume="7"), "p2")
    at = ["--library", str(library.path)]
    assert main(["review", *at]) == 1
    assert "p1\tunsure\tIs it?" in capsys.readouterr().out
    assert main(["review", *at, "--yes-to", "same", "--yes-to", "unsure"]) == 1
    assert Library(library.path).works["li2020words"].volume == "7"
    assert Library(library.path).works["li2019sounds"].volume is None
    assert main(["review", *at, "--answer", "p1=yes"]) == 0
    assert main(["review", *at, "--json"]) == 0
    assert main(["review", *at, "--answer", "p1=yes"]) == 2


def test_a_person_at_the_terminal_is_asked_one_by_one(library, monkeypatch, capsys):
    wait(library, "unsure", "li2019sounds", Fields(title="Sounds", volume="9", doi="10.1000/sounds"))
    wait(library, "same", "li2020words", Fields(title="On Words of BERT and Their Distant Cousins", volume="7"), "p2")
    opened: list[str] = []
    answers = iter(["what", "o", "y", "skip"])
    monkeypatch.setattr("pubtrack.cli.review.interactive", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *args, **kwargs: next(answers))
    monkeypatch.setattr("click.launch", opened.append)
    assert main(["review", "--library", str(library.path)]) == 1
    assert opened == ["https://doi.org/10.1000/sounds"]
    assert Library(library.path).works["li2019sounds"].volume == "9"
    assert "Please answer" in capsys.readouterr().err
