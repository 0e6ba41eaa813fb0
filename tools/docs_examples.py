"""Runs the examples of a page, and writes their outputs anew.

A page is one session in one folder that holds the repository's `bib/`; its blocks run from top to bottom:

* ```console: lines `$ pubtrack ...` with what is printed (stdout and stderr as on a terminal). A line `...` stands for
  any lines; `?` is replaced by what is printed when the page is generated. A command without output shown must only
  end with exit code 0.
* ```python: doctests, or plain code, in one namespace per page.
* `<!-- file: NAME -->` before a block: the block is written to that file first.
* `<!-- example: exit 1 -->` before a block: exit code of its last command. `<!-- example: empty folder -->`: from here
  on the session is in a new, empty folder. `<!-- example: not run, REASON -->`: the block is not run.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_BLOCK = re.compile(
    r"(?P<notes>(?:<!--[^\n]*-->\n\s*)*)(?P<fence>```)(?P<language>\w*)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE
)
_NOTE = re.compile(r"<!-- (file|example): (.+?) -->")
_TERMINAL = {"PUBTRACK_TABLES": "1", "COLUMNS": "88", "NO_COLOR": "1", "PUBTRACK_OFFLINE": "1", "TERM": "dumb"}
"""What makes a run look like a terminal of 88 columns, the same everywhere."""
_THEN = str(int(datetime(2026, 11, 22, 12, 0, tzinfo=UTC).timestamp()))
"""The moment at which all examples happen, so that pages do not change with the calendar."""


class ExampleFailed(AssertionError):  # noqa: N818 - reads as what happened
    """An example does not do what the page says."""


@dataclass(frozen=True)
class Example:
    """One fenced block with its notes."""

    language: str
    body: str
    line: int
    span: tuple[int, int]
    """Of the body in the page."""
    notes: dict[str, str]

    @property
    def skipped(self) -> str | None:
        """Why it is not run, or None."""
        note = self.notes.get("example", "")
        return note.partition(",")[2].strip() or "no reason given" if note.startswith("not run") else None

    @property
    def exit_code(self) -> int:
        """Exit code of its last command."""
        found = re.fullmatch(r"exit (\d+)", self.notes.get("example", ""))
        return int(found[1]) if found else 0


def examples(text: str) -> Iterator[Example]:
    """Gives the fenced blocks of a page, in order."""
    for found in _BLOCK.finditer(text):
        notes = dict(_NOTE.findall(found["notes"]))
        line = text.count("\n", 0, found.start("body"))
        yield Example(found["language"], found["body"], line, found.span("body"), notes)


@dataclass
class Session:
    """The folder and the namespace in which a page's examples run."""

    folder: Path
    names: dict[str, Any] = field(default_factory=dict)

    def run(self, example: Example) -> str:
        """Runs one block and gives its body as it should read; raises ExampleFailed where it fails."""
        if example.notes.get("example") == "empty folder":
            self.folder = self.folder / "empty"
            self.folder.mkdir()
        if name := example.notes.get("file"):
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_text(example.body, encoding="utf-8")
            return example.body
        if example.skipped:
            return example.body
        runner = {"console": self._console, "python": self._python}.get(example.language)
        with _inside(self.folder):
            return runner(example) if runner else example.body

    def _console(self, example: Example) -> str:
        commands = _commands(example.body)
        made = []
        for number, (command, expected) in enumerate(commands):
            wanted = example.exit_code if number == len(commands) - 1 else 0
            code, printed = _run(command)
            if code != wanted:
                raise ExampleFailed(f"line {example.line}: {command!r} ends with {code}, not {wanted}:\n{printed}")
            kept = expected if not expected or _fits(expected, printed) else printed.splitlines()
            made.append("\n".join([f"$ {command}", *kept]))
        return "\n".join(made) + "\n"

    def _python(self, example: Example) -> str:
        if ">>>" not in example.body:
            exec(compile(example.body, f"line {example.line}", "exec"), self.names)
            return example.body
        test = doctest.DocTestParser().get_doctest(example.body, self.names, "page", None, example.line)
        told = io.StringIO()
        flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.REPORT_ONLY_FIRST_FAILURE
        runner = doctest.DocTestRunner(optionflags=flags)
        runner.run(test, out=told.write, clear_globs=False)
        self.names.update(test.globs)
        if runner.failures:
            raise ExampleFailed(told.getvalue())
        return example.body


@contextlib.contextmanager
def session() -> Iterator[Session]:
    """Gives a session in a temporary folder with a copy of the repository's library."""
    with tempfile.TemporaryDirectory(prefix="pubtrack-docs-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary).resolve() / "work"
        shutil.copytree(ROOT / "bib", folder / "bib", ignore=shutil.ignore_patterns(".pubtrack"))
        yield Session(folder)


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    told = {**_TERMINAL, "PUBTRACK_CACHE_DIR": str(folder / ".cache"), "SOURCE_DATE_EPOCH": _THEN}
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        with contextlib.chdir(folder):
            yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _commands(body: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
        else:
            raise ExampleFailed(f"a console block begins with {line!r}, not with a command")
    return found


def _run(command: str) -> tuple[int, str]:
    """Runs one command in this process and gives its exit code and what it printed."""
    words = shlex.split(command)
    told = io.StringIO()
    if words[0] == "cat":
        return 0, "".join(Path(name).read_text(encoding="utf-8") for name in words[1:])
    if words[0] != "pubtrack":
        raise ExampleFailed(f"examples run pubtrack (and cat), not {words[0]!r}")
    from pubtrack.cli import main

    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        code = main(words[1:])
    return code, "\n".join(line.rstrip() for line in told.getvalue().splitlines()).strip("\n")


def _fits(expected: list[str], printed: str) -> bool:
    """True where a page shows what was printed; a line `...` stands for any lines, `...` within one for any text."""
    pattern = "\n".join(
        ".*" if line == "..." else re.escape(line.rstrip()).replace(r"\.\.\.", ".*") for line in expected
    )
    return re.fullmatch(pattern.replace("\n.*\n", "\n(?:.*\n)?"), printed.strip("\n"), re.DOTALL) is not None


def refreshed(text: str) -> str:
    """Gives a page with the outputs of its console blocks as they are now."""
    pieces, end = [], 0
    with session() as running:
        for example in examples(text):
            body = running.run(example)
            pieces += [text[end : example.span[0]], body]
            end = example.span[1]
    return "".join(pieces) + text[end:]


def check(text: str) -> None:
    """Raises ExampleFailed with the first example of a page that does not do what the page says."""
    now = refreshed(text)
    for old, new in zip(examples(text), examples(now), strict=True):
        if old.body != new.body:
            raise ExampleFailed(f"line {old.line}: the page shows\n{old.body}\nbut it is\n{new.body}")


def build_output() -> str:
    """The quick start's first command, really run, as a console block."""
    with session() as running, _inside(running.folder):
        code, printed = _run("pubtrack build --out out")
    if code:
        raise ExampleFailed(printed)
    return f"```text\n{printed}\n```"
