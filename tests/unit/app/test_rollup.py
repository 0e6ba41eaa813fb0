"""Several libraries together: each work once, what is unsure listed and not merged, nobody's counts added twice."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from datetime import date

import lxml.html
import pytest
from markdown_it import MarkdownIt

from counting import calls
from cv_library import HOSTILE, assert_calm, assert_golden
from pubtrack.app.library import Library
from pubtrack.app.reporting import BY, FORMATS
from pubtrack.app.rollup import render, roll_up, to_json
from pubtrack.cli import main
from pubtrack.errors import InputError, NotFoundError
from pubtrack.model import Award, Grant, Owner
from pubtrack.store.citations import CitationRow, append_rows

from .conftest import NOW

ANA = r"""
@inproceedings{li2020words, author={Li, Ana and Oz, Umit}, title={On Words of {BERT} and Their Distant Cousins},
  booktitle={Proceedings of ACL}, year=2020, doi={10.1000/words}}
@article{li2019sounds, author={Li, Ana}, title={Sounds}, journal={Journal of Sounds}, year=2019, doi={10.1000/SOUNDS}}
@misc{li2023lan, author={Li, Ana and Oz, Umit}, title={A long look at lanterns before dawn}, year=2023,
  eprint={2301.00001}, archiveprefix={arXiv}}
"""
UMIT = r"""
@inproceedings{oz2020, author={Ana Li and Umit Oz}, title={On words of BERT and their distant cousins},
  booktitle={Proceedings of ACL}, year=2020, doi={10.1000/words}}
@inproceedings{oz2024lan, author={Li, Ana and Oz, Umit}, title={A long look at lanterns before dawn},
  booktitle={NeurIPS}, year=2024, eprint={2301.00001}, archiveprefix={arXiv}, doi={10.1000/lan}}
@article{oz2018own, author={Oz, Umit}, title={Harbours of the northern coast}, year=2018, journal={Coasts}}
"""


def _library(folder, name, owner, bib):
    path = folder / name
    path.mkdir()
    (path / "works.bib").write_text(bib, encoding="utf-8")
    return Library.create(path, Owner(name=owner), now=lambda: NOW)


def _counts(library, *rows):
    with library.change("refresh", "t") as (_, tx):
        tx.write("history/citations.csv", append_rows(None, [CitationRow(*row) for row in rows]))


@pytest.fixture
def group(tmp_path):
    """Two people who share two works, one of them as preprint and publication."""
    ana, umit = _library(tmp_path, "ana", "Ana Li", ANA), _library(tmp_path, "umit", "Umit Oz", UMIT)
    ana.add(Award(id="a", name="Best Paper", awarder="ACL", date="2020-07", works=("li2020words",)))
    umit.add(Award(id="b", name="Best paper", date="2020", works=("oz2020",)))
    umit.add(Award(id="c", name="Best paper", date="2020", works=("oz2018own",)))
    ana.add(Grant(id="g", title="Light", funder="F", award_number="F-1234", works=("li2023lan",)))
    _counts(ana, (date(2026, 1, 1), "li2020words", "openalex", 9), (date(2026, 1, 1), "li2019sounds", "openalex", 2))
    _counts(umit, (date(2026, 6, 1), "oz2020", "openalex", 10), (date(2026, 6, 1), "oz2020", "crossref", 4))
    return [ana, umit]


def test_the_group_report_is_as_reviewed(group):
    for form in ("md", "html", "csv"):
        assert_golden(f"rollup-{form}", render(roll_up(group), form))


def test_a_work_of_two_members_is_counted_once(group):
    made = roll_up(group)
    assert len(made.works) == 4
    assert made.shared == 2
    assert [(member.name, member.works) for member in made.members] == [("Ana Li", 3), ("Umit Oz", 3)]
    words = next(found for found in made.works if found.work.doi == "10.1000/words")
    assert words.keys == {"Ana Li": ("li2020words",), "Umit Oz": ("oz2020",)}


def test_a_preprint_and_its_publication_in_two_libraries_are_one_work_under_the_publication(group):
    lanterns = next(found for found in roll_up(group).works if "lanterns" in found.work.title)
    assert (lanterns.work.key, lanterns.work.year) == ("oz2024lan", 2024)
    assert [found.work.key for found in roll_up(group, since=date(2023, 1, 1), until=date(2023, 12, 31)).works] == []


def test_groups_count_members_and_the_whole_apart(group):
    assert roll_up(group).groups == (
        ("2024", {"Ana Li": 1, "Umit Oz": 1}, 1),
        ("2020", {"Ana Li": 1, "Umit Oz": 1}, 1),
        ("2019", {"Ana Li": 1, "Umit Oz": 0}, 1),
        ("2018", {"Ana Li": 0, "Umit Oz": 1}, 1),
    )


@pytest.mark.parametrize("by", BY)
def test_every_way_of_counting_works_for_a_group(group, by):
    assert sum(total for _, _, total in roll_up(group, by=by).groups) >= 4


def test_citations_are_those_of_the_latest_asking_never_a_sum(group):
    assert [(m.source, m.works, m.citations) for m in roll_up(group).metrics] == [
        ("crossref", 1, 4),
        ("openalex", 2, 12),
    ]
    assert [(m.source, m.citations) for m in roll_up(group, until=date(2026, 3, 1)).metrics] == [("openalex", 11)]


def test_one_award_of_two_members_is_one_and_two_of_one_name_are_two(group):
    made = roll_up(group)
    assert [(found.award.id, found.members) for found in made.awards] == [
        ("a", ("Ana Li", "Umit Oz")),
        ("c", ("Umit Oz",)),
    ]
    assert [member.awards for member in made.members] == [1, 2]


def test_what_is_unsure_is_listed_and_counted_twice(tmp_path):
    journal = "@article{a, author={Li, Ana}, title={Sounds of the northern sea}, year=2019}\n"
    talk = "@inproceedings{b, author={Li, Ana}, title={Sounds of the northern sea}, year=2023}\n"
    one, two = _library(tmp_path, "one", "Ana Li", journal), _library(tmp_path, "two", "Umit Oz", talk)
    made = roll_up([one, two])
    assert len(made.works) == 2
    assert [(pair.one, pair.other) for pair in made.unsure] == [(("Ana Li", "a"), ("Umit Oz", "b"))]
    assert "Perhaps counted twice" in render(made, "md")


def test_two_libraries_of_one_name_are_told_apart(tmp_path):
    made = roll_up([_library(tmp_path, n, "Wei Li", "@book{b, title={T}, year=2020}\n") for n in ("one", "two")])
    assert len({member.name for member in made.members}) == 2


def test_a_past_name_of_a_member_is_not_shown(group, monkeypatch):
    settings = group[0].path / "pubtrack.toml"
    text = settings.read_text().replace('name = "Ana Li"', 'name = "Ana Present"\npast_names = ["Ana Li"]')
    settings.write_text(text)
    made = roll_up([Library.open(group[0].path)], by="person")
    assert "Ana Li" not in render(made, "csv")
    assert "Ana Present" in [name for name, _, _ in made.groups]
    both = render(roll_up([group[1], Library.open(group[0].path)]), "csv")
    assert "Ana Li" not in both
    assert both.count("Ana Present; Umit Oz") == 2


def test_a_library_named_twice_is_refused(group):
    with pytest.raises(InputError, match="named twice"):
        roll_up([group[0], Library.open(group[0].path / ".." / "ana")])


def test_a_grant_that_one_library_knows_chooses_its_works(group):
    made = roll_up(group, grants=["F-1234"])
    assert [found.work.key for found in made.works] == ["li2023lan"]
    with pytest.raises(NotFoundError, match="none of these libraries"):
        roll_up(group, grants=["X-9999"])


def test_the_command_line_rolls_up(group, capsys, tmp_path):
    at = [part for library in group for part in ("--library", str(library.path))]
    for form in FORMATS:
        assert main(["report", *at, "--format", form, "--since", "2019", "-o", str(tmp_path / f"r.{form}")]) == 0
    data = json.loads((tmp_path / "r.json").read_text())
    assert data["totals"] == {"works": 3, "shared": 2, "awards": 2}
    assert data["works"][0]["keys"] == {"Ana Li": ["li2023lan"], "Umit Oz": ["oz2024lan"]}
    assert main(["report", *at, at[0], at[1]]) == 2
    assert "named twice" in capsys.readouterr().err


def test_hostile_titles_stay_text(tmp_path):
    library = _library(tmp_path, "h", "=cmd()", "@book{b0, title={T}, year=2020}\n")
    other = _library(tmp_path, "o", "<b>Other</b>", "@book{x, title={An other thing}, year=2020}\n")
    for number, text in enumerate(t for t in HOSTILE if t.strip()):
        library.add(Award(id=f"a{number}", name=text, awarder=text))
    library.set("b0", "title", HOSTILE[5])
    made = roll_up([library, other])
    html = render(made, "html")
    assert_calm(html)
    assert not lxml.html.document_fromstring(html).xpath("//script|//img|//@onerror")
    assert_calm(render(made, "md"))
    assert "<script" not in MarkdownIt("commonmark").enable("table").render(render(made, "md"))
    rows = list(csv.reader(io.StringIO(render(made, "csv"))))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert json.dumps(to_json(made))


def _title(number):
    """Another title of words for each number."""
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    letters = "".join(chr(ord("a") + int(digit, 16)) for digit in digest)
    return " ".join(letters[start : start + 8] for start in range(0, 56, 8))


def test_time_grows_with_the_works_not_with_their_square(tmp_path):
    def work(number):
        entry = "@article{{k{0}, author={{Li, Ana}}, title={{{1}}}, year=2020, doi={{10.1000/{0}}}}}\n"
        bib = "".join(entry.format(n, _title(n)) for n in range(number))
        libraries = [_library(tmp_path, f"{name}{number}", name, bib) for name in ("a", "b")]
        made = []
        counted = calls(lambda: made.append(roll_up(libraries)))
        assert len(made[0].works) == number
        return counted

    work(10)  # what is loaded once
    assert work(240) < 8 * work(40)
