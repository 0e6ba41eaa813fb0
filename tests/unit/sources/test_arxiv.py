"""arXiv's habits."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from pubtrack.errors import BadResponse
from pubtrack.model import Identifier
from pubtrack.sources import SOURCES
from pubtrack.sources.base import Query
from pubtrack.transport import Response

ARXIV: Any = SOURCES["arxiv"]
ENTRY = """<entry xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <id>http://arxiv.org/abs/hep-th/9901001v3</id><published>1999-01-02T00:00:00Z</published><updated>2000-01-01T00:00:00Z</updated>
  <title>A Title
  of $x^2$ &amp; more</title><summary>  Some
 words. </summary><author><name> A. Li </name><arxiv:affiliation>U</arxiv:affiliation></author><author><name>The CMS Collaboration</name></author>
  <arxiv:doi>10.1000/A 10.1000/b</arxiv:doi><arxiv:journal_ref>J 1 (1999)</arxiv:journal_ref>
  <arxiv:comment>This paper has been withdrawn by the author</arxiv:comment>
  <arxiv:primary_category term="hep-th"/><category term="hep-th"/><category term="math.AG"/>
  <link title="doi" href="https://dx.doi.org/10.1000/A" rel="related"/></entry>"""


def test_an_entry_reads_as_text_bytes_feed_dict_or_undeclared_fragment() -> None:
    from pubtrack.sources.xmlitem import element

    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{ENTRY}</feed>'
    bare = ENTRY.replace(' xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"', "")
    whole = ARXIV.parse(ENTRY)
    for other in (ENTRY.encode(), feed, bare, element(ENTRY)):
        assert ARXIV.parse(other) == whole
    assert (
        ARXIV.parse(
            {"entry": [{"id": "http://arxiv.org/abs/2407.02273v2", "title": "T", "author": {"name": "A Li"}}]}
        ).arxiv
        == "2407.02273"
    )


def test_everything_of_an_entry_is_kept() -> None:
    fields = ARXIV.parse(ENTRY)
    assert fields.title == "A Title of $x^2$ & more"
    assert [a.name for a in fields.author] == ["A. Li", "The CMS Collaboration"]
    assert fields.author[0].affiliation == ("U",)
    assert [str(i) for i in fields.identifiers] == ["doi:10.1000/a", "doi:10.1000/b", "arxiv:hep-th/9901001"]
    assert str(fields.issued) == "1999-01-02"
    assert fields.notices[0].type == "withdrawal"
    assert fields.custom == {"primaryclass": "hep-th", "arxiv_version": "v3", "journal_ref": "J 1 (1999)"}
    assert ARXIV.record_id(ENTRY) == "hep-th/9901001"


def test_an_error_entry_is_no_work() -> None:
    error = ENTRY.replace("http://arxiv.org/abs/hep-th/9901001v3", "https://arxiv.org/api/errors#bad")
    assert ARXIV.parse(error).stated() == {}
    assert ARXIV.items({"entry": [{"id": "https://arxiv.org/api/errors#x"}]}, ()) == []
    for junk in ("", "no xml", b"\xff", None, 5, "<a/>"):
        assert ARXIV.parse(junk).title is None


def test_many_go_by_form_and_few_by_query() -> None:
    few = tuple(Identifier(scheme="arxiv", value=f"2401.{n:05d}") for n in range(3))
    many = tuple(Identifier(scheme="arxiv", value=f"2401.{n:05d}") for n in range(300))
    assert ARXIV.ask(few).method == "GET"
    assert ARXIV.ask(many).method == "POST"
    assert b"max_results=300" in ARXIV.ask(many).body
    assert 'ti:"A new title" AND au:Li' in dict(ARXIV.seek(Query("A new-title:", ("Yu Li",))).params)["search_query"]


def test_what_is_no_feed_is_a_bad_response() -> None:
    for content in (b"<html/>", b"", b"junk"):
        with pytest.raises(BadResponse):
            ARXIV.decode(Response(200, "u", content, {}, datetime(2026, 1, 1, tzinfo=UTC)))


def test_a_harvested_record_has_names_in_parts() -> None:
    people = (
        "<authors><author><keyname>Saxton</keyname><keyname>Walton</keyname><forenames>C. J.</forenames>"
        "<affiliation>A</affiliation><affiliation>B</affiliation></author><author><keyname>:</keyname></author>"
        "<author><keyname>Wu</keyname><forenames>K</forenames><suffix>Jr</suffix></author></authors>"
    )
    record = f'<arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>1607.00786</id><created>2016-07-04</created>{people}<categories>a.B c.D</categories></arXiv>'
    fields = ARXIV.parse(f'<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><record>{record}</record></OAI-PMH>')
    assert [a.name for a in fields.author] == ["C. J. Saxton Walton", "K Wu, Jr"]
    assert fields.author[0].affiliation == ("A", "B")
    assert (fields.keyword, str(fields.issued), fields.arxiv) == (("a.B", "c.D"), "2016-07-04", "1607.00786")


def test_a_withdrawn_word_elsewhere_is_no_withdrawal() -> None:
    quiet = ENTRY.replace("This paper has been withdrawn by the author", "We study withdrawn money")
    assert not ARXIV.parse(quiet).notices
