from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from cv_library import VIEW, hostile_view
from pubtrack.writers.site_records import award_records, file_name, publication_record
from pubtrack.writers.versions import works_of


def test_each_work_is_one_record_newest_first() -> None:
    records = [publication_record(work, VIEW) for work in works_of(VIEW)]
    assert [r["key"] for r in records][:2] == ["marlowe2024tides", "marlowe2023lanterns"]
    assert records[0]["selected"] is True
    assert records[0]["own_position"] == 1
    assert records[1]["awards"] == ["Best Paper Award, Fictional Conference"]
    assert next(r for r in records if r["key"] == "marlowe2021gone")["retracted"] is True


def test_awards_name_their_works() -> None:
    assert [record["name"] for record in award_records(VIEW)] == [
        "Team Medal",
        "Best Paper Award",
        "Early Career Prize",
    ]


@given(st.lists(st.text(max_size=20) | st.none(), max_size=6))
def test_no_key_leads_out_of_its_folder_or_onto_another(keys: list[str | None]) -> None:
    taken: set[str] = set()
    names = [file_name(key, taken) for key in keys]
    assert len({name.lower() for name in names}) == len(keys)
    assert all(name and not set(name) & set("./\\: ") for name in names)


def test_hostile_texts_hold_no_tag_and_no_unsafe_address() -> None:
    view = hostile_view()
    text = json.dumps(
        [publication_record(work, view) for work in works_of(view)] + award_records(view), ensure_ascii=False
    )
    assert "<script" not in text
    assert "<img" not in text
    assert '"url": "javascript' not in text
