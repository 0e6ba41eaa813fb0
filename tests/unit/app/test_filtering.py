"""Filters: a small language of its own; what cannot be read is said, and nothing is ever executed."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.app.filtering import predicate
from pubtrack.errors import InputError
from pubtrack.model import Funding, Grant, Owner, Provenance, Work

SAID = Provenance(source="user")


def work(**fields: object) -> Work:
    paths = dict.fromkeys(fields, SAID) | {f"identifiers/{i}": SAID for i in fields.get("identifiers", ())}
    paths |= {f"{name}/{one}": SAID for name in ("keyword", "funding") for one in fields.get(name, ())}
    return Work(key="k", provenance=paths, **fields)


PAPER = work(
    title="On <i>E. coli</i> and Sounds", type="paper-conference", issued="2024-05",
    author=[{"family": "Li", "given": "Ana"}], container_title="ACL", identifiers=["doi:10.1000/x"], keyword=["sound"],
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "year==2024", "year>=2024", "year<2025", "year!=2023", "type==paper-conference", "TYPE==Paper-Conference",
        "person~ana", 'author~"ana li"', "container-title==acl", "venue==ACL", "doi==10.1000/x", 'doi!=""', 'arxiv==""',
        "year>=2020 and type==paper-conference", "year==1999 or year==2024", "not year==1999",
        "(year==1999 or year==2024) and person~li", "text~sounds", "key==k", "keyword~sound", "issued>=2024-01", 'volume==""',
    ],
)  # fmt: skip
def test_these_let_the_paper_through(text):
    assert predicate(text)(PAPER)


JOINT = work(
    issued="2023-11-02", keyword=["light", "tides"], funding=[Funding(funder="Example Fund", award_number="EF-7")],
    author=[{"family": "Quill", "given": "A."}, {"family": "Nakamura", "given": "R."}, {"literal": "Light Team"}],
)  # fmt: skip
OWNER = Owner(name="Ada Okafor", past_names=("Ada Quill",))
GRANTS = (Grant(id="g2", title="Light and Tide", funder="Other Fund", award_number="OF-1", works=("k",)),)


@pytest.mark.parametrize(
    "text",
    [
        'person=="Ren Nakamura"', 'person=="Nakamura, Ren"', 'person!="Bo Nakamura"', 'person=="Ada Okafor"',
        'person=="Ada Quill"', 'person=="Light Team"', "person~nakamura", 'person~"quill; r"', "keyword==tides",
        "keyword!=dark", "keyword~igh", "grant==EF-7", "grant~example", "grant==OF-1", "grant==g2", 'grant~"light and"',
        "grant!=EF-8", "issued<=2023", "issued>=2023", "issued==2023", "issued==2023-11", "issued>=2023-05 and issued<2024-03",
        "issued>2023-11-01", "issued!=2023-12", "issued<2023-12", "issued~2023-11",
    ],
)  # fmt: skip
def test_lists_people_grants_and_spans_of_time(text):
    assert predicate(text, GRANTS, OWNER)(JOINT)


@pytest.mark.parametrize(
    "text",
    [
        'person!="Ren Nakamura"', 'person=="Bo Nakamura"', "keyword!=tides", "grant==EF-8", "grant!=EF-7", "issued<2023",
        "issued>2023", "issued>=2023-12", "issued==2023-11-03", 'person==""',
    ],
)  # fmt: skip
def test_what_does_not_fit_is_left_out(text):
    assert not predicate(text, GRANTS, OWNER)(JOINT)


def test_a_year_alone_counts_as_long_as_it_is_not_over():
    assert predicate("issued>=2023-05")(work(issued="2023"))
    assert not predicate("issued==2023-05")(work(issued="2023"))
    assert predicate("issued!=2023")(work(issued={"literal": "soon"}))
    assert not predicate("issued>=2000")(work(issued={"literal": "soon"}))
    assert not predicate("grant==EF-7")(work(issued="2023"))
    assert predicate('person==""')(work(issued="2023"))


@pytest.mark.parametrize(
    "text", ["year==2023", "year>2024", "not year==2024", "person~bo and year==2024", "volume>3", 'doi==""']
)
def test_these_do_not(text):
    assert not predicate(text)(PAPER)


@pytest.mark.parametrize(
    "text",
    [
        "year",
        "year==",
        "==2020",
        "(year==2020",
        "year==2020)",
        "year==2020 and",
        "nofield==1",
        "not",
        "'",
        "year=2020",
        "and",
        "(" * 5_000 + "year==2020",
        "not " * 5_000 + "year==2020",
    ],
)
def test_what_cannot_be_read_is_one_sentence(text):
    with pytest.raises(InputError):
        predicate(text)


@pytest.mark.parametrize("value", ["--5", "²", "9" * 5_000, "2020a"])
def test_what_is_no_whole_number_is_compared_as_text(value):
    assert predicate(f"year!={value}")(PAPER)


@given(st.text(max_size=40))
def test_any_text_is_a_filter_or_a_sentence(text):
    with contextlib.suppress(InputError):
        assert predicate(text)(PAPER) in (True, False)
