"""`pubtrack check`: of .bib files everything doubtful; of a library also what sources say of its works' standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pubtrack.app.checking_bib import check_document, fix_document
from pubtrack.app.display import plain
from pubtrack.bibtex import Document
from pubtrack.errors import InputError, StoreError
from pubtrack.markup.titles import normalise_title
from pubtrack.match import find_duplicates
from pubtrack.model import Fields, Issue
from pubtrack.readers.bibtex import read_bibtex
from pubtrack.readers.noticing import Lines
from pubtrack.store.content import WORKS_FILE
from pubtrack.store.single_file import write_file

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf
    from pubtrack.app.verifying import Verification

__all__ = ["check_file", "check_library", "fix_file", "fix_library", "github_line", "verify_file"]

_SEVERITY = {"retraction": "error", "withdrawal": "error", "removal": "error", "expression-of-concern": "warning"}


def check_file(path: Path) -> list[Issue]:
    """Gives what is doubtful in a .bib file.

    Raises:
        InputError: The file cannot be read.
    """
    document = Document.parse(_read(path))
    return _ordered([*check_document(document, str(path)), *_duplicates_in(document, str(path))])


def fix_file(path: Path, *, write: bool) -> tuple[list[Issue], str]:
    """Mends what is safe; gives what was mended and the unified diff. Without `write` the file stays.

    Raises:
        InputError: The file cannot be read.
        StoreError: It cannot be written; it is as it was.
    """
    document = Document.parse(_read(path))
    mended = fix_document(document, check_document(document, str(path)))
    if write and mended:
        write_file(path, document.render_bytes())
    return mended, document.diff(path.name)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}).", path) from error


def check_library(library: Shelf) -> list[Issue]:
    """Gives what is doubtful in works.bib, and what sources say: retracted, published now, retitled, duplicates."""
    path, document = _works_of(library)
    lines = {entry.key: entry.line for entry in document.entries}
    found = [*check_document(document, str(path)), *_standing(library), *_waiting(library), *_retitled(library)]
    found += _duplicates({key: work.fields for key, work in library.works.items()})
    placed = [i.replace(path=str(path), line=i.line or lines.get(i.key or "")) for i in found]
    return _ordered(placed)


def fix_library(library: Shelf, *, write: bool) -> tuple[list[Issue], str]:
    """Mends what is safe in works.bib as one undoable change; gives what was mended and the unified diff."""
    path, document = _works_of(library)
    mended = fix_document(document, check_document(document, str(path)))
    if write and mended:
        with library.change("check", f"{len(mended)} safe fixes") as (draft, _):
            fix_document(draft.document, check_document(draft.document, str(path)))
    return mended, document.diff(path.name)


def _works_of(library: Shelf) -> tuple[Path, Document]:
    """Gives where works.bib is, and what stands in it: nothing where somebody took it away."""
    path = library.path / WORKS_FILE
    return path, Document.parse(_read(path) if path.exists() else b"")


def _standing(library: Shelf) -> Iterator[Issue]:
    for key, work in library.works.items():
        for notice in work.notices:
            severity = _SEVERITY.get(notice.type, "info")
            said = work.provenance[f"notices/{notice}"].source
            where = f" ({notice.identifier})" if notice.identifier else ""
            message = (
                f"{notice.type.replace('-', ' ')}{f' of {notice.date}' if notice.date else ''}{where}, says {said}."
            )
            yield Issue(check=notice.type, message=message, severity=severity, key=key)


def _waiting(library: Shelf) -> Iterator[Issue]:
    for question in library.questions():
        if question.kind == "published":
            yield Issue(
                check="published", message=f"{question.summary} Answer with `pubtrack review`.", key=question.key
            )
        elif question.kind == "disagreement":
            yield Issue(
                check="disagreement", message=question.summary, severity="info", key=question.key, field=question.field
            )


def _retitled(library: Shelf) -> Iterator[Issue]:
    """Other titles under which a work was known: a reference list may still carry one."""
    for key, work in library.works.items():
        mine = normalise_title(work.title or "")
        others = {
            normalise_title(r.fields.title): plain(r.fields.title)
            for r in library.records(key)
            if r.fields.title and normalise_title(r.fields.title) != mine and r.fields.is_preprint
        }
        if others:
            known = "; ".join(f"“{title}”" for title in others.values())
            yield Issue(
                check="retitled", message=f"was a preprint as {known}.", severity="info", key=key, field="title"
            )


def _duplicates_in(document: Document, path: str) -> Iterator[Issue]:
    lines = {entry.key: entry.line for entry in document.entries}
    reading = read_bibtex(document.render())
    works = {work.key: work.fields for work in reading.works if work.key and work.fields}
    for issue in _duplicates(works):
        yield issue.replace(path=path, line=lines.get(issue.key or ""))


def _duplicates(works: dict[str, Fields]) -> Iterator[Issue]:
    keys = list(works)
    for duplicate in find_duplicates([works[key] for key in keys]):
        one, other = keys[duplicate.left], keys[duplicate.right]
        if duplicate.verdict == "same":
            message = f"seems to be the same work as {one}; `pubtrack merge {one} {other}` makes them one."
            yield Issue(check="duplicate", message=message, key=other)


def _ordered(issues: Iterable[Issue]) -> list[Issue]:
    return sorted(issues, key=lambda issue: (issue.path or "", issue.line or 0, issue.check, issue.message))


def github_line(issue: Issue) -> str:
    """Gives an issue as a workflow command of GitHub Actions.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions

    >>> github_line(Issue(check="x", message="50% wrong", path="a.bib", line=3))
    '::warning file=a.bib,line=3,title=x::50%25 wrong'
    """
    level = {"error": "error", "warning": "warning", "info": "notice"}[issue.severity]
    place = [f"file={issue.path}"] if issue.path else []
    place += [f"line={issue.line}"] if issue.line else []
    text = issue.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    key = f"{issue.key}: " if issue.key else ""
    return f"::{level} {','.join([*place, f'title={issue.check}'])}::{key}{text}"


def verify_file(
    path: Path, library: str | None, only: tuple[str, ...] = (), record: Path | None = None, replay: Path | None = None
) -> tuple[list[Verification], dict[str, int]]:
    """Asks the sources whether the references of a file exist as stated; gives answers and the lines of the entries.

    The settings of the library (the named one, or the nearest) say whom to ask; without one, all sources that are on.

    Raises:
        InputError: The file cannot be read or holds no references.
        NotFoundError: A source does not exist.
    """
    from pubtrack.app.network import chosen_sources, open_transport
    from pubtrack.app.places import find_library
    from pubtrack.app.reading import read
    from pubtrack.app.verifying import verify
    from pubtrack.store.settings import Settings, read_settings

    reading = read(path)
    try:
        folder = find_library(library)
        settings = read_settings((folder / "pubtrack.toml").read_text(encoding="utf-8"), str(folder / "pubtrack.toml"))
    except StoreError:
        if library:
            raise
        settings = Settings()
    with open_transport(settings, record=record, replay=replay) as transport:
        found = verify(reading, chosen_sources(settings, only), transport)
    lines = Lines(reading.text)
    return found, {work.key: lines.of(work.start) for work in reading.works if work.key}
