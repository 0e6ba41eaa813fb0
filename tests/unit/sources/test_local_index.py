"""An index of a whole corpus as a source: identifiers and titles, without reading all of it."""

from __future__ import annotations

import pytest

pytest.importorskip("ibis.backends.duckdb", reason="the extra `scale` is not installed")

from pubtrack.errors import InputError, SourceDown
from pubtrack.match import prepare
from pubtrack.match.numbers import INDEX_FORMAT
from pubtrack.model import Identifier
from pubtrack.scale.building import Job
from pubtrack.scale.corpora import open_corpus
from pubtrack.scale.engine import open_engine
from pubtrack.scale.index import build_index
from pubtrack.sources import SOURCES
from pubtrack.sources.base import Query
from pubtrack.sources.local import Local
from pubtrack.sources.local_index import LocalIndex, is_index
from scale_corpora import COMPARED, id_of, snapshot, work

ROWS = [work(i) for i in range(30)]


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """An index of thirty works."""
    folder = tmp_path_factory.mktemp("index")
    engine = open_engine("duckdb")
    corpus = open_corpus(
        str(snapshot(folder / "s", {"2026-01-01": ROWS[:20], "2026-01-02": ROWS[20:]})), engine, mapping={}
    )
    build_index(corpus, folder / "i", engine, Job())
    engine.close()
    return folder / "i"


def test_identifiers_are_found_or_absent(index):
    known, unknown = Identifier.parse("doi:10.1000/x7"), Identifier.parse("doi:10.1000/nobody")
    answers = Local(index).fetch([known, unknown], None)
    assert list(answers.found) == [known]
    assert answers.absent == (unknown,)
    assert (answers.failed or {}) == {}


def test_a_record_says_what_the_source_of_the_corpus_says(index):
    source = Local(index)
    for row in ROWS:
        identifier = Identifier.of("openalex", row["id"])
        ours = prepare(source.parse(source.fetch([identifier], None).found[identifier][0].answer))
        theirs = prepare(SOURCES["openalex"].parse(row))
        assert {n: getattr(ours, n) for n in COMPARED} == {n: getattr(theirs, n) for n in COMPARED}


def test_a_title_is_found_best_first_with_or_without_a_name(index):
    source = Local(index)
    for surnames in ((), ("Cybenko",)):
        found = source.search(Query(title=ROWS[8]["title"].lower(), surnames=surnames), None)
        assert found[0]["key"] == id_of(ROWS[8])
        assert len(found) <= 5
    assert source.search(Query(title="Nothing of the kind anywhere here"), None) == []


def test_a_damaged_index_is_down_not_empty(index, tmp_path):
    (tmp_path / "manifest.json").write_text(f'{{"whole": true, "format": {INDEX_FORMAT}}}', encoding="utf-8")
    assert is_index(tmp_path)
    with pytest.raises(SourceDown):
        LocalIndex(tmp_path).of_title("A title of some words", (), 5)
    known = Identifier.parse("doi:10.1000/x7")
    assert list(Local(tmp_path).fetch([known], None).failed) == [known]


def test_another_folder_is_no_index(tmp_path):
    assert not is_index(tmp_path)
    (tmp_path / "manifest.json").write_text("[]", encoding="utf-8")
    assert not is_index(tmp_path)


def test_an_index_of_an_older_format_is_refused_and_not_looked_up_in_vain(tmp_path):
    (tmp_path / "manifest.json").write_text('{"whole": true, "format": 1}', encoding="utf-8")
    with pytest.raises(InputError, match="this index has format 1, which this pubtrack no longer reads"):
        LocalIndex(tmp_path)
