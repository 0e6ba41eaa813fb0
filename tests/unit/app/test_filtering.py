"""Filters: a small language of its own; what cannot be read is said, and nothing is ever executed."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.app.filtering import predicate
from pubtrack.errors import InputError
from pubtrack.model import Provenance, Work

SAID = Provenance(source="user")


def work(**fields: object) -> Work:
    paths = dict.fromkeys(fields, SAID) | {f"identifiers/{i}": SAID for i in fields.get("identifiers", ())}
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
    ],
)
def test_what_cannot_be_read_is_one_sentence(text):
    with pytest.raises(InputError):
        predicate(text)


@given(st.text(max_size=40))
def test_any_text_is_a_filter_or_a_sentence(text):
    with contextlib.suppress(InputError):
        assert predicate(text)(PAPER) in (True, False)
