"""The ACL Anthology's habits: fixed case, awards old and new, errata, revisions, ids of every age."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from pubtrack.errors import BadResponse
from pubtrack.model import Identifier
from pubtrack.sources import SOURCES
from pubtrack.sources.xmlitem import element
from pubtrack.transport import Request, Response

ACL: Any = SOURCES["acl"]
COLLECTION = """<?xml version='1.0' encoding='UTF-8'?>
<collection id="2025.acl"><volume id="long" type="proceedings"><meta><booktitle>Proceedings of <fixed-case>ACL</fixed-case></booktitle>
<editor><first>E</first><last>Ditor</last></editor><publisher>ACL</publisher><address>Vienna</address><month>July</month><year>2025</year>
<isbn>979-8-89176-195-7</isbn></meta>
<frontmatter><url>2025.acl-long.0</url></frontmatter>
<paper id="1"><title><fixed-case>B</fixed-case>ig <tex-math>O(n)</tex-math></title>
<author id="a-li"><first>A</first><last>Li</last><affiliation>U</affiliation></author><author><first/><last>Plato</last></author>
<pages>1–9</pages><abstract>We.</abstract><url hash="x">2025.acl-long.1</url><bibkey>li-2025</bibkey><doi>10.18653/v1/2025.acl-long.1</doi>
<award>Best Paper</award><award name="SAC Award">for its data</award><retracted date="2025-09-01">Wrong.</retracted>
<erratum id="1" date="2025-08-01">2025.acl-long.1e1</erratum><revision id="1" href="x"/><revision id="2" date="2025-08-02">Typos.</revision></paper>
<paper id="2"><title>Plain</title></paper></volume></collection>"""


def the(number: int) -> Any:
    return ACL.items(ACL.decode(Response(200, "u", COLLECTION.encode(), {}, datetime(2026, 1, 1, tzinfo=UTC))), ())[
        number
    ]


def test_a_paper_knows_its_volume() -> None:
    fields = ACL.parse(the(1))
    assert fields.title == '<span class="nocase">B</span>ig $O(n)$'
    assert [a.name for a in fields.author] == ["A Li", "Plato"]
    assert fields.container_title == 'Proceedings of <span class="nocase">ACL</span>'
    assert (str(fields.issued), fields.page, fields.event_place, fields.type) == (
        "2025-07",
        "1-9",
        "Vienna",
        "paper-conference",
    )
    assert [str(i) for i in fields.identifiers] == [
        "doi:10.18653/v1/2025.acl-long.1", "acl:2025.acl-long.1", "isbn:9798891761957",
    ]  # fmt: skip
    assert [e.family for e in fields.editor] == ["Ditor"]
    assert ACL.record_id(the(2)) == "2025.acl-long.2"
    assert ACL.parse(the(0)).genre == "proceedings"


def test_awards_in_both_forms() -> None:
    awards = ACL.parse_awards(the(1))
    assert [(a.name, a.note, str(a.date)) for a in awards] == [
        ("Best Paper", None, "2025"),
        ("SAC Award", "for its data", "2025"),
    ]
    assert awards[0].work_titles == ("Big $O(n)$",)
    assert len({a.id for a in awards}) == 2
    assert ACL.parse_awards("<paper><title>x</title></paper>") == ()


def test_standing_with_dates_and_reasons() -> None:
    notices = {n.type: n for n in ACL.parse(the(1)).notices}
    assert set(notices) == {"retraction", "erratum", "new-version"}
    assert (str(notices["retraction"].date), notices["retraction"].reason) == ("2025-09-01", "Wrong.")
    assert notices["erratum"].label == "2025.acl-long.1e1"


@pytest.mark.parametrize(
    ("collection", "volume", "paper", "own", "year"),
    [("P19", "1", "5", "P19-1005", 2019), ("W06", "12", "3", "W06-1203", 2006), ("D19", "55", "1", "D19-5501", 2019),
     ("J79", "1", "46", "J79-1046", 1979), ("2020.acl", "main", "7", "2020.acl-main.7", 2020)],
)  # fmt: skip
def test_ids_and_years_of_every_age(collection: str, volume: str, paper: str, own: str, year: int) -> None:
    xml = f'<collection id="{collection}"><volume id="{volume}"><paper id="{paper}"><title>T</title></paper></volume></collection>'
    fields = ACL.parse(xml)
    assert (fields.id("acl"), fields.year) == (own, year)


def test_a_lone_element_and_junk() -> None:
    node = element("<paper id='1'><title>T</title><url>P19-1001</url></paper>")
    assert ACL.parse(node).title == "T"
    for junk in ("", "x", None, "<collection/>", 5):
        assert ACL.parse(junk).stated() == {}


@pytest.mark.parametrize(("number", "own"), [("x", "1"), ("1", "1a"), ("²", "1"), ("9" * 5000, "1")])
def test_a_place_that_is_no_number_gives_no_id(number: str, own: str) -> None:
    fields = ACL.parse({"volume": {"collection": "P19", "id": number}, "id": own, "title": "T"})
    assert (fields.title, fields.id("acl")) == ("T", None)


def test_of_a_file_only_the_papers_that_were_asked_for_are_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file holds thousands: reading all of one of 4,000 for one paper took 1.5 s."""
    decoded = ACL.decode(Response(200, "u", COLLECTION.encode(), {}, datetime(2026, 1, 1, tzinfo=UTC)))
    parsed: list[Any] = []
    read = type(ACL).parse
    monkeypatch.setattr(type(ACL), "parse", lambda self, item: parsed.append(item) or read(self, item))
    asked = Identifier(scheme="acl", value="2025.acl-long.1")
    ((found, _, fields),) = ACL.matched(decoded, (asked, Identifier(scheme="acl", value="2025.acl-long.9")))
    assert (found, fields.doi, len(parsed)) == (asked, "10.18653/v1/2025.acl-long.1", 1)


def test_one_request_for_each_file_and_a_missing_file_holds_nothing() -> None:
    ids = [Identifier(scheme="acl", value=v) for v in ("2025.acl-long.1", "2025.acl-long.9", "P19-1001")]

    class Says:
        paths: list[str] = []  # noqa: RUF012 - one test's own

        def send(self, request: Request) -> Response:
            self.paths.append(request.path)
            good = "2025" in request.path
            return Response(
                200 if good else 404, "u", COLLECTION.encode() if good else b"", {}, datetime(2026, 1, 1, tzinfo=UTC)
            )

    answers = ACL.fetch(ids, Says())
    assert Says.paths == ["/2025.acl.xml", "/P19.xml"]
    assert set(answers.found) == {ids[0]}
    assert set(answers.absent) == {ids[1], ids[2]}
    two = ACL.fetch([ids[2], Identifier(scheme="acl", value="P19-1002")], Says())
    assert len(two.absent) == 2
    with pytest.raises(BadResponse):
        ACL.decode(Response(200, "u", b"<html/>", {}, datetime(2026, 1, 1, tzinfo=UTC)))
