"""The library: hand-written files stay, every verb is one undoable change, the person's hand always wins."""

from __future__ import annotations

import pytest

from pubtrack.app import draft as drafts
from pubtrack.app import hand_edits
from pubtrack.app.library import Library
from pubtrack.app.shelf import utc_now
from pubtrack.bibtex import NewEntry
from pubtrack.errors import InputError, NotFoundError, StoreError
from pubtrack.model import Award, Fields, Provenance, SourceRecord

from .conftest import NOW, WORKS


def bib(library: Library) -> str:
    return (library.path / "works.bib").read_text(encoding="utf-8")


def says(library: Library, key: str, source: str, **fields: object) -> None:
    """Lets a source state something, as a refresh would."""
    with library._change("refresh", "test") as draft:
        said = Provenance(source=source, source_id="1", retrieved_at=NOW)
        draft.say(SourceRecord(work=key, fields=Fields(**fields), provenance=said))


def test_an_existing_file_becomes_a_library_without_one_changed_byte(library):
    assert bib(library) == WORKS
    assert list(library.works) == ["li2020words", "li2019sounds"]
    work = library.works["li2020words"]
    assert (work.title, work.container_title, work.year) == (
        'On Words of <span class="nocase">BERT</span> and Their Distant Cousins', "Proceedings of ACL", 2020,
    )  # fmt: skip
    assert {said.source for said in work.provenance.values()} == {"user"}
    assert work.custom["mykeyword"] == "mine"


def test_a_second_library_is_not_made_over_the_first(library):
    with pytest.raises(StoreError, match="there is a library already"):
        Library.create(library.path)


def test_opening_again_gives_the_same(library):
    again = Library.open(library.path)
    assert dict(again.works) == dict(library.works)


def test_a_source_adds_what_the_person_did_not_say_and_changes_nothing_else(library):
    says(library, "li2019sounds", "crossref", title="Other Sounds", volume="3", page="1-9")
    work = library.works["li2019sounds"]
    assert (work.title, work.volume, work.page) == ("Sounds", "3", "1-9")
    assert work.provenance["volume"].source == "crossref"
    assert bib(library) == WORKS.replace(
        "    year    = 2019,\n", "    volume  = {3},\n    pages   = {1--9},\n    year    = 2019,\n"
    ) or set(WORKS.splitlines()) <= set(bib(library).splitlines())
    (key, disagreement) = library.disagreements[0]
    assert (key, disagreement.field, disagreement.said) == ("li2019sounds", "title", "Other Sounds")


def test_a_source_may_correct_what_pubtrack_wrote_itself(library):
    says(library, "li2019sounds", "crossref", volume="3")
    says(library, "li2019sounds", "crossref", volume="4")
    assert library.works["li2019sounds"].volume == "4"
    assert "volume  = 4," in bib(library)
    assert "volume  = 3," not in bib(library)


def test_an_edit_by_hand_wins_and_is_remembered(library):
    says(library, "li2019sounds", "crossref", volume="3")
    path = library.path / "works.bib"
    path.write_text(path.read_text().replace("volume  = 3,", "volume  = {33},"))
    library = Library(library.path, now=lambda: NOW)
    assert library.works["li2019sounds"].volume == "33"
    assert library.works["li2019sounds"].provenance["volume"].source == "user"
    says(library, "li2019sounds", "crossref", volume="5")
    assert library.works["li2019sounds"].volume == "33"
    assert "{33}" in bib(library)
    assert ("li2019sounds", "volume", "5") in [(k, d.field, d.said) for k, d in library.disagreements]


def test_a_field_deleted_by_hand_stays_away(library):
    says(library, "li2019sounds", "crossref", volume="3", abstract="Long.")
    path = library.path / "works.bib"
    path.write_text("".join(line for line in path.read_text().splitlines(True) if "volume" not in line))
    library = Library(library.path, now=lambda: NOW)
    assert library.works["li2019sounds"].volume is None
    says(library, "li2019sounds", "crossref", volume="6", page="2")
    assert library.works["li2019sounds"].volume is None
    assert "volume" not in bib(library)


def test_going_back_to_the_old_value_by_hand_is_an_edit_as_well(library):
    says(library, "li2019sounds", "crossref", volume="3")
    path = library.path / "works.bib"
    for old, new in (("volume  = 3,", "volume  = 33,"), ("volume  = 33,", "volume  = 3,")):
        path.write_text(path.read_text().replace(old, new))
        library = Library(library.path, now=lambda: NOW)
        says(library, "li2019sounds", "crossref", volume="3", page="7")
    assert library.works["li2019sounds"].volume == "3"
    assert "volume  = 3," in bib(library)


def test_an_entry_added_by_hand_is_the_persons_own(library):
    path = library.path / "works.bib"
    path.write_text(path.read_text() + "\n@misc{new, title = {New}, year = 2021}\n")
    library = Library(library.path, now=lambda: NOW)
    assert library.works["new"].title == "New"


def test_a_key_renamed_by_hand_takes_everything_along(library):
    says(library, "li2019sounds", "crossref", volume="3")
    library.add(Award(id="a", name="Prize", works=("li2019sounds",)))
    path = library.path / "works.bib"
    path.write_text(path.read_text().replace("{li2019sounds,", "{sounds,"))
    library = Library(library.path, now=lambda: NOW)
    assert library.works["sounds"].provenance["volume"].source == "crossref"
    assert library.awards[0].works == ("sounds",)
    assert "li2019sounds" not in library.works


def test_many_keys_renamed_at_once_are_looked_at_once_each(library, monkeypatch):
    path = library.path / "works.bib"
    path.write_text("".join(f"@misc{{old{n}, title = {{Title {n % 30}}}, year = {n // 30}}}\n" for n in range(60)))
    Library(library.path, now=lambda: NOW).lock("old1")
    path.write_text(path.read_text().replace("{old", "{new"))
    looked_at = []
    values = hand_edits.entry_values
    monkeypatch.setattr(hand_edits, "entry_values", lambda entry: looked_at.append(entry.key) or values(entry))
    library = Library(library.path, now=lambda: NOW)
    assert [work.title for work in library.works.values()][:3] == ["Title 0", "Title 1", "Title 2"]
    assert list(library.works) == [f"new{n}" for n in range(60)]
    assert not [key for key in library._draft.known_keys if key.startswith("old")]
    assert len(looked_at) <= 4 * 60


def test_an_entry_deleted_by_hand_does_not_come_back(library):
    path = library.path / "works.bib"
    path.write_text(WORKS.partition("@article")[0])
    library = Library(library.path, now=lambda: NOW)
    assert list(library.works) == ["li2020words"]
    library.set("li2020words", "year", "2021")
    library = Library(library.path, now=lambda: NOW)
    assert [d.kind for d in library._draft.decisions] == ["removed"]
    assert library._draft.decisions[0].identifiers[0].value == "10.1000/sounds"


def test_set_changes_one_value_and_undo_takes_it_back(library):
    library.set("li2020words", "year", "2021")
    assert library.works["li2020words"].year == 2021
    assert bib(library) == WORKS.replace("year      = 2020", "year      = 2021") or "2021" in bib(library)
    row = library.history()[-1]
    assert (row.verb, row.key, row.field, row.old, row.new) == ("set", "li2020words", "year", "2020", "2021")
    library.undo()
    assert bib(library) == WORKS
    assert library.works["li2020words"].year == 2020


def test_set_takes_names_identifiers_and_nothing_wrong(library):
    library.set_all("li2020words", {"author": "Li, Ana; Bo Ek", "doi": "https://doi.org/10.1000/W", "keywords": "a, b"})
    work = library.works["li2020words"]
    assert [a.name for a in work.author] == ["Ana Li", "Bo Ek"]
    assert (work.doi, work.keyword) == ("10.1000/w", ("a", "b"))
    library.set("li2020words", "doi", "10.1000/other")
    assert library.works["li2020words"].ids("doi") == ("10.1000/other",)
    before = bib(library)
    for field, value, sentence in (
        ("doi", "nonsense", "no doi identifier"),
        ("type", "paper-conferense", "Did you mean paper-conference"),
        ("titel", "x", "Did you mean title"),
    ):
        with pytest.raises(InputError, match=sentence):
            library.set("li2020words", field, value)
    assert bib(library) == before


def test_set_to_nothing_takes_the_field_out(library):
    library.set("li2019sounds", "journal", "")
    assert library.works["li2019sounds"].container_title is None
    assert "journal" not in bib(library)


def test_unknown_keys_get_suggestions(library):
    with pytest.raises(NotFoundError, match="Did you mean li2020words"):
        library.set("li2020word", "year", "2021")


def test_a_locked_value_stays_whatever_sources_say_later(library):
    says(library, "li2019sounds", "crossref", volume="3")
    library.lock("li2019sounds", "volume")
    says(library, "li2019sounds", "crossref", volume="4")
    assert library.works["li2019sounds"].volume == "3"
    library.unlock("li2019sounds", "volume")
    assert library.works["li2019sounds"].volume == "4"


def test_what_only_the_person_said_cannot_be_unlocked(library):
    with pytest.raises(InputError, match="no other source"):
        library.unlock("li2020words")


def test_a_removed_work_is_gone_and_comes_back_with_undo(library):
    library.remove("li2019sounds")
    assert list(library.works) == ["li2020words"]
    assert "Sounds" not in bib(library)
    library.undo()
    assert bib(library) == WORKS
    assert "li2019sounds" in library.works


def test_two_works_become_one_and_apart_again(library):
    says(library, "li2019sounds", "crossref", volume="3")
    library.add(Award(id="a", name="Prize", works=("li2019sounds",)))
    library.merge("li2020words", "li2019sounds")
    assert list(library.works) == ["li2020words"]
    work = library.works["li2020words"]
    assert (work.volume, work.doi, work.title) == (
        "3",
        "10.1000/sounds",
        'On Words of <span class="nocase">BERT</span> and Their Distant Cousins',
    )
    assert library.awards[0].works == ("li2020words",)
    new = library.split("li2020words", "crossref")
    assert library.works[new].volume == "3"
    assert library.works["li2020words"].volume is None
    library.undo(3)
    assert bib(library).replace("    volume  = {3},\n", "") == WORKS or "volume" in bib(library)


def test_what_cannot_be_merged_or_split_is_said(library):
    with pytest.raises(InputError, match="merged with itself"):
        library.merge("li2020words", "li2020words")
    with pytest.raises(InputError, match="nothing would be left"):
        library.split("li2020words", "user")
    with pytest.raises(NotFoundError, match="said nothing about"):
        library.split("li2020words", "crossref")


def test_why_names_the_witness_and_the_losers(library):
    says(library, "li2019sounds", "crossref", title="Other Sounds", doi="10.1000/sounds")
    found = library.why("li2019sounds", "title")
    assert [(s.value, s.holds, s.provenance.source) for s in found] == [
        ("Sounds", True, "user"),
        ("Other Sounds", False, "crossref"),
    ]
    assert {s.provenance.source for s in library.why("li2019sounds", "doi")} == {"user", "crossref"}
    assert len(library.why("li2019sounds")) > 4
    with pytest.raises(NotFoundError, match="nobody said anything"):
        library.why("li2019sounds", "abstract")


def test_why_shows_what_a_person_took_out(library):
    says(library, "li2019sounds", "crossref", title="Other Sounds", pmid="12", custom={"grade": "A"})
    library.set_all("li2019sounds", {"pmid": "", "custom/grade": ""})
    work = library.works["li2019sounds"]
    assert (work.id("pmid"), work.custom.get("grade")) == (None, None)
    for field, value in (("pmid", "pmid:12"), ("custom/grade", "A")):
        (found,) = library.why("li2019sounds", field)
        assert (str(found.value), found.holds, found.provenance.source) == (value, False, "crossref")
    library.set("li2019sounds", "custom/grade", "B")
    assert library.works["li2019sounds"].custom["grade"] == "B"


@pytest.mark.parametrize("value", [",", "Jin, Zhijing and ,"])
def test_a_list_of_people_without_a_name_is_refused_in_words(library, value):
    with pytest.raises(InputError, match="is no author: no name in"):
        library.set("li2019sounds", "author", value)


def test_an_award_names_only_works_that_exist(library):
    with pytest.raises(NotFoundError, match="no work 'nobody'"):
        library.add(Award(id="a", name="Prize", works=("nobody",)))
    assert library.awards == ()


def test_filters_choose_works(library):
    assert [w.key for w in library.select("year>=2020")] == ["li2020words"]
    assert [w.key for w in library.select('person~"ana" and not venue~sounds')] == ["li2020words"]


def test_a_crossref_parent_is_read_and_never_written_back(folder):
    text = "@inproceedings{c, title={C}, crossref={p}}\n\n@proceedings{p, booktitle={Proc}, title={Proc}, year=2018}\n"
    (folder / "works.bib").write_text(text)
    library = Library.create(folder, now=lambda: NOW)
    assert library.works["c"].container_title == "Proc"
    assert library.works["c"].year == 2018
    library.set("c", "note", "x")
    assert "booktitle" not in bib(library).partition("@proceedings")[0]


def test_another_type_takes_its_own_fields(library):
    library.set("li2020words", "type", "article-journal")
    text = bib(library).partition("@article{li2019sounds")[0]
    assert "@article{li2020words" in text
    assert "booktitle" not in text
    assert "journal" in text
    assert library.works["li2020words"].container_title == "Proceedings of ACL"


def test_a_value_is_explained_by_the_name_that_it_has_in_works_bib(library):
    path = library.path / "works.bib"
    path.write_bytes(path.read_bytes().replace(b"doi     =", b"onlinedate = {2018-12},\n    doi     ="))
    again = Library.open(library.path)
    assert [s.provenance.source for s in again.why("li2019sounds", "onlinedate")] == ["user"]
    assert again.why("li2020words", "booktitle")[0].value == "Proceedings of ACL"


@pytest.mark.parametrize(("epoch", "year"), [("1800000000", 2027), ("1000000000", 2001)])
def test_the_clock_stands_where_source_date_epoch_says(epoch, year, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert utc_now().year == year


@pytest.mark.parametrize("epoch", ["", "315532800", "soon", "-5"])
def test_a_source_date_epoch_that_is_no_date_is_not_believed(epoch, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert utc_now().year >= 2025


def test_a_long_pass_lets_go_of_what_it_read(library, monkeypatch):
    monkeypatch.setattr(drafts, "_STRIDE", 2)
    copy = library.draft_copy()
    for number in range(5):
        copy.document.add(NewEntry("misc", f"k{number}", {"title": "T"}))
    entries = copy.document.entries
    read = []
    for entry in copy.releasing(entries):
        assert entry.text("title")
        read.append(sum(one._cache is not None for one in entries))
    assert len(read) == len(entries)
    assert max(read) == 2


def test_what_is_read_during_a_change_is_what_is_being_written(library):
    key = next(iter(library.works))
    before = library.works
    with library.change("set", "a test") as (changing, _):
        changing.say(changing.user_record(key).replace(fields=Fields(title="Changed")))
        assert library.work(key).title == "Changed"
    assert library.work(key).title == "Changed"
    assert before[key].title != "Changed"


def test_a_change_that_fails_leaves_the_library_as_it_was(library):
    key = next(iter(library.works))
    title, digest = library.work(key).title, library.digest

    def fails() -> None:
        with library.change("set", "a test") as (changing, _):
            changing.say(changing.user_record(key).replace(fields=Fields(title="Changed")))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert (library.work(key).title, library.digest) == (title, digest)
