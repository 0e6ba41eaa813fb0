"""Every recorded answer of a real service parses, and loses no title, author, date or identifier that it holds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from contract.payload_paths import SOURCE_OF, Held, held_in, letters
from pubtrack.model import Fields, Identifier
from pubtrack.sources import SOURCES

pytestmark = pytest.mark.shared

APIS = (
    "crossref", "openalex", "semanticscholar", "arxiv", "datacite", "dblp", "orcid", "opencitations", "europepmc",
    "ror", "unpaywall", "doi_cn",
)  # fmt: skip


def _rows(shared: Path, api: str) -> Iterator[tuple[Path, str, int]]:
    folder = shared / "data" / "payloads"
    for line in (folder / "index.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["api"] == api and row.get("file"):
            yield folder / row["file"], row["kind"], row["status"]


def _losses(held: Held, fields: Fields) -> Iterator[tuple[str, bool, str]]:
    """Gives (field, kept, what was lost)."""
    if held.title and letters(held.title):
        kept = letters(held.title) in letters(" ".join([fields.title or "", *fields.alternative_titles]))
        yield "title", kept, f"{held.title!r} -> {fields.title!r}"
    if [a for a in held.authors if letters(a)]:
        names = [letters(person.name) for person in fields.author or fields.editor]
        wanted = [letters(a) for a in held.authors if letters(a)]
        kept = len(names) == len(wanted) and all(_same(w, n) for w, n in zip(wanted, names, strict=True))
        yield "author", kept, f"{held.authors} -> {names}"
    if held.date:
        stated = fields.issued.parts if fields.issued else ()
        yield "issued", stated[: len(held.date)] == held.date, f"{held.date} -> {stated}"
    for scheme, value in held.ids:
        identifier = Identifier.of(scheme, value)  # type: ignore[arg-type]
        if identifier:
            yield scheme, identifier.without_version in fields.identifiers, f"{identifier} -> {fields.identifiers}"


def _same(wanted: str, name: str) -> bool:
    """The family name stands in the name, or the whole name is spelled with the same letters in another order."""
    return wanted in name or sorted(wanted) == sorted(name) or name in wanted


@pytest.mark.parametrize("api", APIS)
def test_every_recorded_answer_parses_whatever_it_is(shared: Path, api: str) -> None:
    source: Any = SOURCES[SOURCE_OF.get(api, api)]
    for path, _, _ in _rows(shared, api):
        raw = path.read_bytes().decode("utf-8", "replace")
        try:
            answer: Any = json.loads(raw)
        except ValueError:
            answer = raw
        for item in (answer, *(answer if isinstance(answer, list) else ())):
            assert isinstance(source.parse(item), Fields)
            source.record_id(item)
            source.parse_awards(item)
            source.parse_appointments(item)


@pytest.mark.parametrize("api", APIS)
def test_no_recorded_answer_loses_what_it_holds(shared: Path, api: str, capsys: pytest.CaptureFixture[str]) -> None:
    source: Any = SOURCES[SOURCE_OF.get(api, api)]
    kept: Counter[str] = Counter()
    stated: Counter[str] = Counter()
    lost: list[str] = []
    items = 0
    for path, kind, status in _rows(shared, api):
        for held in held_in(path, api, kind) if status == 200 else ():
            items += 1
            for field, is_kept, what in _losses(held, source.parse(held.item)):
                stated[field] += 1
                kept[field] += is_kept
                if not is_kept:
                    lost.append(f"{path.name} {field}: {what}"[:300])
    with capsys.disabled():
        print(f"\n  {api}: {items} items; " + ", ".join(f"{f} {kept[f]}/{stated[f]}" for f in sorted(stated)))
    assert items, "no recorded answer was read: the paths of this test are wrong"
    assert not lost, f"{len(lost)} losses:\n" + "\n".join(lost[:40])
