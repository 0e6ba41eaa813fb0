"""Files on disk as a source."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pubtrack.errors import ConfigError
from pubtrack.model import Identifier
from pubtrack.sources.base import Query
from pubtrack.sources.local import Local

NOBODY: Any = None
DOI = Identifier(scheme="doi", value="10.1000/a")


def test_every_kind_of_file_is_read_and_found_by_id(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"type": "book", "title": "Csl", "DOI": "10.1000/a"}]))
    (tmp_path / "b.jsonl").write_text(
        json.dumps({"DOI": "10.1000/b", "prefix": "10.1000", "title": ["Crossref"]}) + "\nnot json\n"
        + json.dumps({"id": "https://openalex.org/W5", "title": "Openalex", "doi": "https://doi.org/10.1000/c"}) + "\n"
    )  # fmt: skip
    (tmp_path / "c.json").write_text(
        json.dumps({"message": {"items": [{"DOI": "10.1000/d", "member": "1", "title": ["List"]}]}})
    )
    (tmp_path / "d.ris").write_text("TY  - JOUR\nTI  - Ris title\nDO  - 10.1000/e\nER  - \n")
    (tmp_path / "e.png").write_bytes(b"\x89PNG")
    source = Local(tmp_path)
    ids = [Identifier(scheme="doi", value=f"10.1000/{c}") for c in "abcdez"]
    answers = source.fetch(ids, NOBODY)
    titles = [source.record("w", answers.found[i][0]).fields.title for i in ids[:5]]
    assert titles == ["Csl", "Crossref", "Openalex", "List", "Ris title"]
    assert answers.absent == (ids[5],)
    assert answers.found[ids[0]][0].url.startswith("file://")
    assert [source.parse(a).title for a in source.search(Query("ris TITLE"), NOBODY)] == ["Ris title"]
    assert source.search(Query(), NOBODY) == []
    assert source.record_id({"id": "x"}) == "x"
    assert list(source.batches([DOI, DOI])) == [(DOI,)]
    assert list(source.batches([])) == []


def test_words_with_signs_that_python_takes_for_line_ends_do_not_cut_a_line(tmp_path: Path) -> None:
    item = {"type": "book", "title": "One\u2028two\x85three", "DOI": "10.1000/a"}
    (tmp_path / "a.jsonl").write_text(f"{json.dumps(item, ensure_ascii=False)}\n{json.dumps(item)}\n", encoding="utf-8")
    assert len(Local(tmp_path).fetch([DOI], NOBODY).found[DOI]) == 2


def test_shapes_of_the_services_are_told_apart() -> None:
    source = Local()
    for item in ({"attributes": {"titles": [{"title": "T"}]}}, {"paperId": "x", "title": "T"}, {"info": {"title": "T."}},
                 {"put-code": 1, "title": {"title": {"value": "T"}}}, {"fields": {"title": "T"}}, {"title": "T"}):  # fmt: skip
        assert source.parse(item).title == "T"
    assert source.parse({"fields": {"nonsense": 1}}).title is None


def test_a_missing_place_is_a_failure_not_an_absence(tmp_path: Path) -> None:
    assert set(Local(tmp_path / "gone").fetch([DOI], NOBODY).failed) == {DOI}
    assert set(Local().fetch_batch((DOI,), NOBODY).failed) == {DOI}
    with pytest.raises(ConfigError):
        Local().search(Query("x y"), NOBODY)
