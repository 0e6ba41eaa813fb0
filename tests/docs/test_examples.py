"""Every example of every page runs and prints what the page shows."""

from __future__ import annotations

from pathlib import Path

import docs_examples
import generate_docs
import pytest
from docs_examples import ExampleFailed

from house import ROOT

PAGES = generate_docs.pages()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_example_of_a_page_runs(page: Path) -> None:
    docs_examples.check(page.read_text(encoding="utf-8"))


def test_what_is_not_run_says_why() -> None:
    for page in PAGES:
        for example in docs_examples.examples(page.read_text(encoding="utf-8")):
            assert example.skipped != "no reason given", f"{page}:{example.line}"


def test_every_block_names_its_language() -> None:
    blocks = [
        (p.name, e.line) for p in PAGES for e in docs_examples.examples(p.read_text(encoding="utf-8")) if not e.language
    ]
    assert blocks == []


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("```console\n$ pubtrack lits\n```", "ends with 2, not 0"),
        ("```console\n$ pubtrack --version\npubtrack 99\n```", "the page shows"),
        ("```python\n>>> 1 + 1\n3\n```", "Expected"),
        ("```console\nhello\n```", "not with a command"),
        ("```console\n$ rm -rf .\n```", "not 'rm'"),
    ],
)
def test_an_example_that_lies_is_found(page: str, said: str) -> None:
    with pytest.raises(ExampleFailed, match=said):
        docs_examples.check(page + "\n")


def test_three_dots_stand_for_anything() -> None:
    docs_examples.check("```console\n$ pubtrack --version\npubtrack ...\n$ pubtrack --help\nUsage: ...\n...\n```\n")
    docs_examples.check("<!-- example: exit 2 -->\n```console\n$ pubtrack lits\n...\n```\n")


def test_a_page_is_one_session() -> None:
    docs_examples.check(
        "<!-- file: a.txt -->\n```text\nhello\n```\n\n```console\n$ cat a.txt\nhello\n```\n\n```python\nx = 3\n```\n\n"
        "```python\n>>> x\n3\n```\n\n<!-- example: not run, needs the network -->\n```console\n$ pubtrack refresh\n```\n"
    )
