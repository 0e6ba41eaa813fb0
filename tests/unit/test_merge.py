"""The four laws of merging, and the cases that made them necessary."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack import merge
from pubtrack.merge import resolve, statements
from pubtrack.model import (
    UNION_FIELDS,
    USER,
    Citations,
    Contributor,
    Fields,
    Identifier,
    PartialDate,
    Provenance,
    SourceRecord,
    witness_paths,
)

TRUST = ("user", "crossref", "acl", "openalex", "arxiv")


def said(source: str, *, source_id: str | None = None, day: int = 1, withheld: tuple[str, ...] = (), **fields: object):
    where = Provenance(source=source, source_id=source_id, retrieved_at=datetime(2026, 1, day, tzinfo=UTC))
    return SourceRecord(work="k", fields=Fields(**fields), provenance=where, withheld=withheld)


def unversioned(element):
    return element.without_version if isinstance(element, Identifier) else element


words = st.text("abcé ", min_size=1, max_size=4)
people = st.builds(
    Contributor,
    family=st.sampled_from(["Jin", "Schölkopf", "Piatti"]),
    given=st.sampled_from(["Zhijing", "Z.", "Bernhard"]),
    orcid=st.sampled_from([None, "0000-0003-0238-9024"]),
    marks=st.sampled_from([(), ("equal-contribution",)]),
)
fields = st.builds(
    Fields,
    type=st.sampled_from([None, "article", "paper-conference"]),
    genre=st.sampled_from([None, "preprint"]),
    title=st.none() | words,
    container_title=st.none() | words,
    page=st.none() | words,
    abstract=st.none() | words,
    issued=st.none() | st.builds(PartialDate, year=st.integers(1900, 2030)),
    author=st.lists(people, max_size=3).map(tuple),
    identifiers=st.lists(st.sampled_from(["doi:10.1000/a", "doi:10.1000/b", "arxiv:2407.02273v2"]), max_size=2).map(
        tuple
    ),
    keyword=st.lists(words, max_size=2).map(tuple),
    custom=st.dictionaries(st.sampled_from(["award", "file"]), words, max_size=2),
)
records = st.lists(
    st.builds(
        SourceRecord,
        work=st.just("k"),
        fields=fields,
        provenance=st.builds(
            Provenance,
            source=st.sampled_from(["user", "crossref", "arxiv", "zenodo"]),
            source_id=st.sampled_from([None, "1", "2"]),
            retrieved_at=st.sampled_from([None, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)]),
        ),
    ),
    min_size=1,
    max_size=5,
)


@given(records, st.randoms())
def test_the_order_of_records_does_not_matter(statements_, random):
    shuffled = list(statements_)
    random.shuffle(shuffled)
    assert resolve(shuffled, TRUST) == resolve(statements_, TRUST)


@given(records)
def test_no_value_is_invented(statements_):
    work = resolve(statements_, TRUST)
    for name, value in work.stated().items():
        everything = [getattr(r.fields, name) for r in statements_]
        if name in UNION_FIELDS:
            assert set(value) <= {unversioned(element) for elements in everything for element in elements}
        elif name == "custom":
            assert all(any(c.get(k) == v for c in everything) for k, v in value.items())
        elif name == "author":
            assert [a.name for a in value] in [[a.name for a in authors] for authors in everything]
        else:
            assert value in everything


@given(records)
def test_resolving_twice_changes_nothing(statements_):
    assert resolve(statements_ + statements_, TRUST) == resolve(statements_, TRUST)


@given(records)
def test_every_value_has_its_true_witness(statements_):
    work = resolve(statements_, TRUST)
    for path in witness_paths(work):
        name, _, element = path.partition("/")
        witness = work.provenance[path]
        theirs = [getattr(r.fields, name) for r in statements_ if r.provenance == witness]
        if name in UNION_FIELDS:
            assert any(element in map(str, map(unversioned, elements)) for elements in theirs)
        elif name == "custom":
            assert any(work.custom[element] == c.get(element) for c in theirs)
        elif name == "author":
            assert any([a.name for a in work.author] == [a.name for a in authors] for authors in theirs)
        else:
            assert getattr(work, name) in theirs


@given(records, fields)
def test_no_source_ever_beats_the_user(statements_, hand):
    user = SourceRecord(work="k", fields=hand, provenance=Provenance(source=USER))
    others = [r for r in statements_ if r.provenance.source != USER]
    work = resolve([*others, user], TRUST)
    for name, value in hand.stated().items():
        if name in UNION_FIELDS:
            assert getattr(work, name)[: len(value)] == tuple(map(unversioned, value))
        elif name == "custom":
            assert dict(value).items() <= dict(work.custom).items()
        elif name != "author":
            assert getattr(work, name) == value


def test_a_preprint_does_not_hide_or_fill_the_published_version():
    preprint = said(
        "arxiv", type="article", genre="preprint", title="Old", issued="2022-12-20", container_title="arXiv",
        publisher="arXiv", abstract="Words.",
    )  # fmt: skip
    published = said("crossref", type="paper-conference", title="New", container_title="Findings")
    work = resolve([preprint, published], ("arxiv", "crossref"))
    assert (work.title, work.container_title, work.genre, work.issued, work.publisher) == (
        "New",
        "Findings",
        None,
        None,
        None,
    )
    assert work.abstract == "Words."


def test_of_two_versions_of_a_preprint_the_later_one_speaks():
    first = said("arxiv", source_id="v1", title="First", arxiv="2407.02273v1", day=2)
    sixth = said("arxiv", source_id="v6", title="Sixth", arxiv="2407.02273v6", day=1)
    assert resolve([first, sixth], TRUST).title == "Sixth"


def test_of_equal_trust_the_newer_record_speaks():
    assert resolve([said("crossref", title="Old"), said("crossref", title="New", day=9)], TRUST).title == "New"


def test_an_author_is_completed_only_by_one_unmistakable_twin():
    author = Contributor(family="Jin", given="Zhijing")
    known = Contributor(family="Jin", given="Z.", orcid="0000-0003-0238-9024", marks=("corresponding",))
    work = resolve([said("acl", author=(author,)), said("openalex", author=(known,))], TRUST)
    assert work.author[0].given == "Zhijing"
    assert work.author[0].orcid == "0000-0003-0238-9024"
    assert work.provenance["author/0/orcid"].source == "openalex"
    two = resolve([said("acl", author=(author,)), said("openalex", author=(known, known))], TRUST)
    assert two.author[0].orcid is None


def test_lists_of_thousands_of_authors_are_completed_in_one_pass(monkeypatch):
    """Collaborations: 3,000 authors in three records took half a minute, for each name was held against all others."""
    looked_at = []
    short = merge._short_name
    monkeypatch.setattr(merge, "_short_name", lambda person: looked_at.append(person) or short(person))
    people_ = [Contributor(family=f"Family{n}", given="A.") for n in range(200)]
    known = [person.replace(orcid="0000-0003-0238-9024") if n == 7 else person for n, person in enumerate(people_)]
    work = resolve([said("crossref", author=people_), said("acl", author=known), said("arxiv", author=people_)], TRUST)
    assert work.author[7].orcid == "0000-0003-0238-9024"
    assert len(looked_at) == 600


def test_what_a_person_took_out_no_source_brings_back():
    hand = said(USER, withheld=("abstract", "identifiers/doi:10.1000/b", "custom/file"))
    source = said("crossref", abstract="A", doi="10.1000/b", custom={"file": "x", "award": "y"})
    work = resolve([hand, source], TRUST)
    assert (work.abstract, work.identifiers, work.custom) == (None, (), {"award": "y"})


def test_citation_counts_stay_with_their_source():
    assert resolve([said("openalex", title="T", citations=Citations(count=3))], TRUST).citations is None


def test_the_losing_statements_can_be_seen():
    both = [said("arxiv", title="Old", custom={"award": "a"}), said("crossref", title="New", doi="10.1000/a")]
    assert [(s.value, s.holds) for s in statements(both, TRUST, "title")] == [("New", True), ("Old", False)]
    assert [s.value for s in statements(both, TRUST, "custom/award")] == ["a"]
    assert [str(s.value) for s in statements(both, TRUST, "identifiers/doi:10.1000/a")] == ["doi:10.1000/a"]
    assert statements(both, TRUST, "volume") == []


def test_of_collected_fields_every_element_holds_and_of_custom_ones_the_first():
    three = [
        said("crossref", title="T", doi="10.1000/a", custom={"award": "Gold", "note": "n"}),
        said("arxiv", title="T", doi="10.1000/a", arxiv="2407.02273v1", custom={"award": "Silver"}),
        said("openalex", title="T", arxiv="2407.02273"),
    ]

    def told(path):
        return [(s.path, str(s.value), s.provenance.source, s.holds) for s in statements(three, TRUST, path)]

    assert told("custom/award") == [
        ("custom/award", "Gold", "crossref", True),
        ("custom/award", "Silver", "arxiv", False),
    ]
    assert told("identifiers/arxiv:2407.02273") == [
        ("identifiers/arxiv:2407.02273", "arxiv:2407.02273", "openalex", True),
        ("identifiers/arxiv:2407.02273", "arxiv:2407.02273v1", "arxiv", True),
    ]
    assert told("identifiers/arxiv:2407.02273v1") == [
        ("identifiers/arxiv:2407.02273v1", "arxiv:2407.02273v1", "arxiv", True)
    ]
    assert {row[1:] for row in told("identifiers")} == {
        ("doi:10.1000/a", "crossref", True),
        ("doi:10.1000/a", "arxiv", True),
        ("arxiv:2407.02273v1", "arxiv", True),
        ("arxiv:2407.02273", "openalex", True),
    }
    assert told("identifiers/doi:10.1000/b") == told("custom/other") == []


def test_what_a_person_took_out_is_shown_and_does_not_hold():
    doi, other = Identifier(scheme="doi", value="10.1000/a"), Identifier(scheme="pmid", value="12")
    records = [
        said("user", withheld=("identifiers/doi:10.1000/a", "custom/note2", "keyword")),
        said("crossref", identifiers=(doi, other), custom={"note2": "x"}, keyword=("word",), title="T"),
    ]
    work = resolve(records, TRUST)
    assert (work.identifiers, work.custom, work.keyword) == ((other,), {}, ())
    held = {
        str(found.value): found.holds
        for path in ("identifiers", "identifiers/doi:10.1000/a", "custom/note2", "keyword", "title")
        for found in statements(records, TRUST, path)
    }
    assert held == {"doi:10.1000/a": False, "pmid:12": True, "x": False, "('word',)": False, "T": True}


def test_records_of_several_works_are_refused():
    other = said("crossref", title="T").replace(work="other")
    with pytest.raises(ValueError, match=r"exactly one work, got .*'other'"):
        resolve([said("crossref", title="T"), other])
    with pytest.raises(ValueError, match="exactly one work, got none"):
        resolve([])


def test_all_orders_of_the_same_records_name_the_same_witnesses():
    three = [said("crossref", title="A"), said("arxiv", title="B", page="1"), said("openalex", page="2", volume="3")]
    assert len({str(resolve(order, TRUST)) for order in permutations(three)}) == 1
