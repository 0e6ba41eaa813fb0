"""CSL-JSON as services send it."""

from __future__ import annotations

from pubtrack.sources.csl_items import is_csl, parse_csl


def test_names_dates_and_types_in_every_form() -> None:
    fields = parse_csl({"type": "journal-article", "title": ["T", "U"], "container-title": ["J"], "issued": {"date-parts": [["2020", 5]]},
                        "author": [{"family": "Berg", "given": "A", "non-dropping-particle": "van"}, {"literal": "WHO"}, "B Wu"],
                        "event": "Conf", "keyword": "a, b", "URL": "https://arxiv.org/abs/2407.02273", "id": "https://doi.org/10.1000/A"})  # fmt: skip
    assert fields.type == "article-journal"
    assert (fields.title, fields.alternative_titles) == ("T", ("U",))
    assert [a.name for a in fields.author] == ["A van Berg", "WHO", "B. Wu"]
    assert [str(i) for i in fields.identifiers] == ["doi:10.1000/a", "arxiv:2407.02273"]
    assert (fields.event_title, fields.keyword) == ("Conf", ("a", "b"))


def test_an_address_stands_where_no_other_id_does() -> None:
    assert parse_csl({"title": "T", "URL": "https://example.org/x"}).id("url") == "https://example.org/x"
    assert parse_csl({"type": "ConferencePaper", "categories": ["x"]}).type == "paper-conference"
    assert parse_csl({"type": "never"}).type is None
    assert is_csl({"type": "book", "title": "T"})
    assert not is_csl({"type": "x", "title": "T", "creators": [{}]})
