"""`review`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pubtrack.cli.common import interactive, json_option, library_option, open_library, put_json, put_table, say

if TYPE_CHECKING:
    from pubtrack.app.library import Library
    from pubtrack.model import Proposal

_KEYS = {"y": "yes", "n": "no", "v": "never"}


@click.command("review")
@click.option(
    "--yes-to", "kinds", multiple=True, help="Say yes to all of a kind (same, version, new, award ...), without asking."
)
@click.option("--answer", "answers", multiple=True, metavar="ID=yes|no|never", help="Answer one proposal by its id.")
@library_option
@json_option
def review_command(kinds: tuple[str, ...], answers: tuple[str, ...], library: str | None, as_json: bool) -> int:
    """Answer what waits for you, one by one: y yes, n no, v never, o open in the browser, s skip, q quit.

    Without a terminal nothing is asked: the questions are listed, and the exit code is 1 while any waits. What is
    unsure is only ever taken on the answer of a person.
    """
    opened = open_library(library)
    for given in answers:
        proposal_id, equals, said = given.partition("=")
        if not equals:
            raise click.UsageError(f"{given!r} is no ID=yes, ID=no or ID=never.")
        opened.answer(proposal_id, said)
    for proposal in [q for q in opened.questions() if q.kind in kinds and q.kind != "unsure"]:
        opened.answer(proposal.id, "yes")
    if as_json:
        put_json([question.to_json() for question in opened.questions()])
    elif interactive():
        _ask_all(opened)
    else:
        put_table(("id", "kind", "question"), [(q.id, q.kind, q.summary) for q in opened.questions()])
    left = len(opened.questions())
    say(f"{left} questions wait." if left else "Nothing waits.")
    return 1 if left else 0


def _ask_all(library: Library) -> None:
    for number, question in enumerate(questions := library.questions(), 1):
        say(f"\n[{number}/{len(questions)}] {question.kind}: {question.summary}")
        put_table(("", "library", "proposed"), library.sides(question))
        said = _ask(library, question)
        if said == "q":
            return
        if said in _KEYS:
            library.answer(question.id, _KEYS[said])


def _ask(library: Library, question: Proposal) -> str:
    while True:
        said: str = click.prompt("y/n/never(v)/open(o)/skip(s)/quit(q)", type=str, default="s", err=True).lower()
        said = {"yes": "y", "no": "n", "never": "v", "open": "o", "skip": "s", "quit": "q"}.get(said, said)
        if said == "o":
            url = library.url_of(question)
            if url:
                click.launch(url)
            say(url or "It has no address.")
        elif said in (*_KEYS, "s", "q"):
            return said
        else:
            say("Please answer y, n, v, o, s or q.")
