"""CSL-JSON output."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pubtrack.model import Contributor, Fields, Funding, PartialDate, Relation
from pubtrack.readers.csl_json import fields_of_csl
from pubtrack.vocab.csl_variables import CSL_VARIABLES, OTHER_TEXT_VARIABLES
from pubtrack.writers.csl_json import csl_item, write_csl_json
from pubtrack.writers.view import LibraryView

RICH = Fields(
    type="article-journal",
    title="T",
    author=(Contributor(family="Jin", given="Z", orcid="0000-0003-0238-9024", marks=("corresponding",)),),
    issued="2020-05/2020-06",
    event_date="2024-21~",
    keyword=("a", "b; c"),
    identifiers=("doi:10.1000/a", "doi:10.1000/b", "arxiv:2407.02273v4"),
    relations=(Relation(type="part-of", work="x"),),
    funding=(Funding(funder="EU"),),
    alternative_titles=("U",),
    custom={"award": "Best", "section": "News"},
)


def _allowed(value: Any) -> bool:
    """No null, empty text, list or object anywhere; names and dates only with the members of the schema."""
    if isinstance(value, dict):
        return bool(value) and all(_allowed(v) for v in value.values())
    if isinstance(value, list):
        return bool(value) and all(_allowed(v) for v in value)
    return value not in (None, "")


def test_items_have_only_what_the_schema_knows() -> None:
    item = csl_item(RICH, "k", extension=False)
    assert set(item) <= set(CSL_VARIABLES) | OTHER_TEXT_VARIABLES | {"id", "type", "custom"}
    assert _allowed(item)
    assert item["author"] == [{"family": "Jin", "given": "Z"}]
    assert item["issued"] == {"date-parts": [[2020, 5], [2020, 6]]}
    assert item["section"] == "News"
    assert item["custom"] == {"award": "Best"}


def test_what_csl_cannot_say_is_kept_and_read_back() -> None:
    item = json.loads(json.dumps(csl_item(RICH, "k")))
    assert fields_of_csl(item) == RICH
    assert "title" not in item["custom"]["pubtrack"]


def test_a_work_without_type_is_a_document_and_reads_back_without() -> None:
    item = csl_item(Fields(title="T"), "k")
    assert item["type"] == "document"
    assert fields_of_csl(item) == Fields(title="T")


def test_the_text_is_utf_8_with_line_feeds() -> None:
    text = write_csl_json(LibraryView.of([Fields(type="book", title="Ö")]))
    assert "Ö" in text
    assert text.endswith("\n]\n")


DATES = st.builds(
    PartialDate, year=st.integers(1, 9999), month=st.none() | st.integers(1, 12), circa=st.booleans()
) | st.builds(PartialDate, literal=st.text(min_size=1, max_size=9).filter(str.strip))
TEXTS = st.none() | st.text(min_size=1, max_size=20)


@given(
    st.builds(
        Fields, title=TEXTS, note=TEXTS, volume=TEXTS, language=TEXTS, genre=TEXTS, issued=st.none() | DATES,
        keyword=st.lists(st.text(min_size=1, max_size=6), max_size=3).map(tuple),
        custom=st.dictionaries(st.text(min_size=1, max_size=6).filter(lambda k: k != "pubtrack"), st.text(min_size=1, max_size=6), max_size=3),
    )
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_any_work_reads_back(fields: Fields) -> None:
    assert fields_of_csl(json.loads(json.dumps(csl_item(fields, "k")))) == fields
