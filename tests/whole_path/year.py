"""A year of weekly runs, and of a person who edits between them. Who runs the week is given; the rest is the same."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from emulator.faults import hour_long
from emulator.hosts import Emulator
from pubtrack import Library, Owner, read
from whole_path import world

WEEKS = 53
WORKS = "works.bib"


def first_works() -> str:
    """The list that the person begins with, as an export of some program."""
    entries = []
    for key, paper in world.papers(0).items():
        people = " and ".join(f"{family}, {given}" for given, family in paper.authors)
        fields = {"author": people, "title": paper.title, "year": str(paper.year), "eprint": paper.arxiv}
        fields |= {"archiveprefix": "arXiv"} | ({"doi": paper.doi} if paper.published else {})
        written = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        entries.append(f"@{'article' if paper.published else 'misc'}{{{key},\n{written}}}\n")
    return "\n".join(entries)


def begin(folder: Path, hosts: Emulator) -> None:
    """Makes the library of week 0, before the first run."""
    library = Library.create(folder, Owner(name=world.OWNER), now=clock(0))
    (folder / "mine.bib").write_text(first_works(), encoding="utf-8")
    with contextlib.chdir(folder):
        assert len(library.track(read("mine.bib")).apply()) == len(world.PAPERS)
    (folder / "mine.bib").unlink()
    world.point_at(folder / "pubtrack.toml", hosts)


def clock(week: int) -> Callable[[], datetime]:
    """The library's clock of a week; it stands still."""
    return lambda: world.moment(week)


@dataclass(frozen=True)
class Edit:
    """What the person types into works.bib."""

    old: str
    new: str


AFTER_PUBLICATION = world.PUBLISHED + 5
EDITS: dict[int, tuple[Edit, ...]] = {
    3: (Edit("journal = {Journal of Whole Trees}", "journal = {J. Whole Trees}"),),
    7: (
        Edit("@article{vogel6,", "% My first paper. Keep this remark!\n@article{vogel6,"),
        Edit("journal = {Journal of Dust},\n", "journal = {Journal of Dust},\n  note   = {Reprinted in {\\LaTeX} Weekly},\n"),
    ),
    AFTER_PUBLICATION: (Edit("journal = {Annals of Moss}", "journal = {The Annals of Moss}"),),
    world.TITLE_CHANGED - 2: (Edit("journal = {Journal of Slow Clocks}", "journal = {Slow Clocks}"),),
    40: (Edit("journal = {Proceedings of the Conference on Parks}", "journal = {Parks 2024}"),),
}  # fmt: skip
"""Week -> what is edited by hand after its run."""

STANDS = tuple(edit.new for edits in EDITS.values() for edit in edits)
"""What must still stand in works.bib at the end, byte for byte."""


def hosts_of_week(hosts: Emulator, week: int) -> None:
    """Turns the emulated world to a week."""
    hosts.corpus = world.corpus(week)
    hosts.faults.always = {"openalex": hour_long} if week in world.DEAD else {}


def the_person(folder: Path, week: int) -> bool:
    """Answers what waits and edits by hand after the run of a week; True where something was done."""
    library = Library(folder, now=clock(week))
    questions = [q for q in library.questions() if q.kind != "disagreement"]
    for question in questions:
        assert question.kind == "published", question.summary
        library.answer(question.id, "yes")
    path = folder / WORKS
    for edit in EDITS.get(week, ()):
        text = path.read_bytes().decode()
        assert text.count(edit.old) == 1, f"week {week}: {edit.old!r} in\n{text}"
        path.write_bytes(text.replace(edit.old, edit.new).encode())
    return bool(questions or week in EDITS)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a library that git keeps."""
    found = (p for p in folder.rglob("*") if p.is_file() and ".pubtrack" not in p.relative_to(folder).parts)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}
