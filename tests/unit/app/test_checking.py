"""Checks: what is doubtful is named with its line, and only what is safe is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from pubtrack.app.checking import check_file, check_library, fix_file, fix_library, github_line
from pubtrack.app.library import Library
from pubtrack.cli import main
from pubtrack.errors import InputError
from pubtrack.model import Fields, Issue, Notice, PartialDate, Provenance, SourceRecord

from .conftest import NOW

MESSY = r"""@article{a, author={KOVACS, Ana and Bo Ek}, title={On $x}, journal={J}, year={2020}, pages={12-19}, doi={https://doi.org/10.1000/ABC}, month={Brumaire}}
@article{b, author={Ana Li}, title={GÃ¶del and his friends in Vienna}, year={20201}, doi={10.1000/abc}, pages={190--180}}
@misc{c, note={}, month = foo, doi = {nonsense}}
@article{a, author={X}, title={Again}, journal={J}, year=2001}
@inproceedings{d, crossref={p}, title={In Proc}, author={Ana Li}}
@proceedings{p, title={Proc}, year={1999}, month={may--june}}
"""


def checks(issues: list[Issue]) -> set[tuple[str, str | None]]:
    return {(issue.check, issue.key) for issue in issues}


def test_everything_doubtful_is_found_with_its_line(tmp_path):
    path = tmp_path / "messy.bib"
    path.write_text(MESSY, encoding="utf-8")
    issues = check_file(path)
    found = checks(issues)
    for expected in [
        ("capital-names", "a"), ("open-math", "a"), ("page-range", "a"), ("doi-as-url", "a"), ("wrong-month", "a"),
        ("double-encoded", "b"), ("wrong-year", "b"), ("duplicate-doi", "b"), ("missing-field", "b"), ("page-order", "b"),
        ("empty-field", "c"), ("undefined-macro", "c"), ("wrong-doi", "c"), ("duplicate-key", "a"),
    ]:  # fmt: skip
        assert expected in found, expected
    assert not any(key in ("d", "p") for _, key in found)
    (pages,) = [i for i in issues if i.check == "page-range"]
    assert (pages.line, pages.fix, pages.path) == (1, "12--19", str(path))


def test_numbers_that_python_does_not_count_with_are_no_fault(tmp_path):
    """Seen: pages of 5,000 digits, and a superscript digit as month, were an internal fault."""
    path = tmp_path / "x.bib"
    path.write_text(f"@misc{{k, month = {{²}}, pages = {{{'2' * 5000}-{'1' * 5000}}}}}", encoding="utf-8")
    assert ("wrong-month", "k") in checks(check_file(path))


def test_only_safe_fixes_are_made_and_nothing_else_changes(tmp_path):
    path = tmp_path / "messy.bib"
    path.write_text(MESSY, encoding="utf-8")
    mended, diff = fix_file(path, write=False)
    assert path.read_text(encoding="utf-8") == MESSY
    assert {i.check for i in mended} == {"double-encoded"}
    assert "+@article{b, author={Ana Li}, title={Gödel" in diff
    fix_file(path, write=True)
    assert path.read_text(encoding="utf-8") == MESSY.replace("GÃ¶del", "Gödel")


def test_fixes_of_a_sound_file(tmp_path):
    path = tmp_path / "x.bib"
    path.write_text(
        "@article{a, author={L, A}, title={T}, journal={J}, year=2020, pages={12-19}, doi={doi:10.1000/ABC}}\n"
    )
    mended, _ = fix_file(path, write=True)
    assert {i.check for i in mended} == {"page-range", "doi-as-url"}
    assert "pages={12--19}, doi={10.1000/ABC}" in path.read_text()
    assert check_file(path) == []


def test_two_entries_of_one_work_are_found_without_an_identifier(tmp_path):
    path = tmp_path / "x.bib"
    entry = "author={{Vaswani, Ashish and Shazeer, Noam}}, title={{Attention {}s all you need}}, year=2017, booktitle={{NIPS}}"
    path.write_text(f"@inproceedings{{a, {entry.format('i')}}}\n@inproceedings{{b, {entry.format('I')}}}\n")
    assert ("duplicate", "b") in checks(check_file(path))


def test_a_file_that_is_not_there_is_one_sentence(tmp_path, capsys):
    with pytest.raises(InputError):
        check_file(tmp_path / "none.bib")
    assert main(["check", str(tmp_path / "none.bib")]) == 2


def test_a_library_also_tells_what_sources_say(library):
    notice = Notice(type="retraction", date=PartialDate(year=2025), identifier="doi:10.1000/notice")
    with library._change("refresh", "t") as draft:
        fields = Fields(title="Other Sounds", notices=(notice,))
        draft.say(
            SourceRecord(work="li2019sounds", fields=fields, provenance=Provenance(source="crossref", retrieved_at=NOW))
        )
        old = Fields(title="Noises", genre="preprint")
        draft.say(
            SourceRecord(work="li2019sounds", fields=old, provenance=Provenance(source="arxiv", retrieved_at=NOW))
        )
    found = {i.check: i for i in check_library(library)}
    assert found["retraction"].severity == "error"
    assert found["retraction"].line == 12
    assert "10.1000/notice" in found["retraction"].message
    assert found["disagreement"].field == "title"
    assert "Noises" in found["retitled"].message


def test_fixing_a_library_is_one_undoable_change(folder):
    path = folder / "works.bib"
    path.write_text("@article{a, author={L, A}, title={T}, journal={J}, year=2020, pages={12-19}}\n")
    library = Library.create(folder, now=lambda: NOW)
    mended, diff = fix_library(library, write=True)
    assert len(mended) == 1
    assert "12--19" in path.read_text()
    assert "12--19" in diff
    library.undo()
    assert "{12-19}" in path.read_text()


def test_a_library_without_its_file_has_nothing_to_fix(folder):
    library = Library.create(folder, now=lambda: NOW)
    (folder / "works.bib").unlink()
    assert fix_library(library, write=True) == ([], "")
    assert check_library(Library(folder, now=lambda: NOW)) == []


def test_annotations_for_github_escape_what_would_break_the_line():
    issue = Issue(check="x", message="50% of\nlines", path="a.bib", line=3, key="k", severity="error")
    assert github_line(issue) == "::error file=a.bib,line=3,title=x::k: 50%25 of%0Alines"


def test_the_command_line_checks_and_fixes(tmp_path, capsys):
    path = tmp_path / "x.bib"
    path.write_text("@article{a, author={L, A}, title={T}, journal={J}, year=2020, pages={12-19}}\n")
    assert main(["check", str(path)]) == 1
    assert "page-range" in capsys.readouterr().out
    assert main(["check", str(path), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::warning file=")
    assert main(["check", str(path), "--json"]) == 1
    assert main(["check", str(path), "--fix"]) == 1
    assert "12-19" in path.read_text()
    assert main(["check", str(path), "--fix", "--yes"]) == 0
    assert "12--19" in path.read_text()
    assert main(["check", str(path), "--fix", "--yes"]) == 0
    assert "Nothing found" in capsys.readouterr().err


def test_the_command_line_checks_a_library(library, capsys):
    assert main(["check", "--library", str(library.path)]) == 0
    assert main(["check", "--library", str(library.path), "--fix", "--yes"]) == 0
    assert isinstance(library.path, Path)
