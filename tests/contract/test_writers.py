"""What every writer promises: pure, valid, one line end, and readable again by its own reader."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pubtrack.model import Appointment, Award, Contributor, Fields, Identifier, Owner, PartialDate
from pubtrack.readers import READERS
from pubtrack.writers import WRITERS
from pubtrack.writers.view import Entry, LibraryView

TWO_WAY = {"bibtex": "bibtex", "biblatex": "bibtex", "csl-json": "csl-json", "ris": "ris"}

WORKS = (
    Entry(
        "jin2024language",
        Fields(
            type="paper-conference",
            title='On <span class="nocase">BERT</span>, <i>E. coli</i> & 100% of $x_1$',
            author=(
                Contributor(family="Jin", given="Zhijing"),
                Contributor(family="Schölkopf", given="Bernhard"),
                Contributor(family="Berg", given="Jan", non_dropping_particle="van der"),
                Contributor(literal="The ATLAS and CMS Collaborations"),
                Contributor(family="King", given="Martin Luther", suffix="Jr."),
            ),
            container_title="Proceedings of the Meeting",
            event_title="NeurIPS 2024",
            issued=PartialDate(year=2024, month=12, day=10),
            page="12-19",
            publisher="ACL",
            publisher_place="Vancouver",
            abstract="One sentence. Another one.",
            keyword=("language models", "ethics"),
            identifiers=(
                Identifier.parse("doi:10.18653/v1/2024.acl-long.1"),
                Identifier.parse("arxiv:2407.02273"),
                Identifier.parse("isbn:9798891761957"),
                Identifier.parse("url:https://example.org/a_b~c%20d"),
            ),
            custom={"award": "Best Paper Award"},
        ),
    ),
    Entry("thesis", Fields(type="thesis", genre="PhD thesis", title="A thesis", publisher="ETH Zürich", issued="2020")),
    Entry(
        "pre",
        Fields(
            type="article", genre="preprint", title="A preprint", identifiers=("arxiv:1706.03762",), issued="2017-06"
        ),
    ),
    Entry(
        "art",
        Fields(
            type="article-journal",
            title="An article",
            container_title="J",
            volume="1",
            issue="2",
            page="3-4",
            issued="1999",
        ),
    ),
    Entry("rep", Fields(type="report", title="A report", number="TR-1", publisher="MIT", issued="1970")),
    Entry("soft", Fields(type="software", title="A program", version="1.0", issued="2021")),
    Entry("web", Fields(type="post-weblog", title="A post", container_title="Blog", issued="2021-03-04")),
)
VIEW = LibraryView(works=WORKS)


@pytest.fixture(params=sorted(TWO_WAY))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _read_back(name: str, view: LibraryView) -> list[tuple[str | None, Fields | None]]:
    reading = READERS[TWO_WAY[name]](WRITERS[name].write(view))
    assert reading.issues == ()
    return [(work.key, work.fields) for work in reading.works]


def test_what_is_written_reads_back_as_it_was(name: str) -> None:
    for (key, fields), entry in zip(_read_back(name, VIEW), WORKS, strict=True):
        assert (key, fields) == (entry.key, entry.fields)


def test_writing_twice_gives_the_same_bytes(name: str) -> None:
    assert WRITERS[name].write(VIEW) == WRITERS[name].write(VIEW)


def test_lines_end_in_lf_and_the_last_one_too(name: str) -> None:
    text = WRITERS[name].write(VIEW)
    assert "\r" not in text
    assert text.endswith("\n")


def test_an_empty_library_is_written(name: str) -> None:
    assert _text_or_list(WRITERS[name].write(LibraryView())) in ("", [])


def _text_or_list(text: str) -> object:
    return json.loads(text) if text.strip().startswith("[") else text


def test_works_without_keys_get_unique_ones(name: str) -> None:
    work = Fields(type="book", title="The Title", author=(Contributor(family="Li"),), issued="2020")
    keys = [key for key, _ in _read_back(name, LibraryView.of([work, work, work]))]
    assert keys == ["li2020title", "li2020titlea", "li2020titleb"]


def test_every_writer_says_what_it_is() -> None:
    for name, writer in WRITERS.items():
        assert name == name.lower()
        assert writer.extension == "" or writer.extension.startswith(".")
        assert writer.description


WORDS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cn", "Co", "Cf"),
        exclude_characters="<>${}\\^_~#%&`'\"|-,;:",
    ),
    min_size=1,
    max_size=12,
)
PLAIN = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
NAMES = st.builds(Contributor, family=WORDS.map(str.capitalize), given=WORDS.map(str.capitalize))
WORK = st.builds(
    Fields,
    type=st.sampled_from(["article-journal", "book", "chapter", "paper-conference", "report", "dataset", "speech"]),
    title=PLAIN,
    container_title=st.none() | PLAIN,
    publisher=st.none() | PLAIN,
    volume=st.none() | st.integers(1, 999).map(str),
    issued=st.none()
    | st.dates().map(lambda d: PartialDate(year=d.year, month=d.month, day=d.day)).filter(lambda d: d.year > 999),
)


@given(st.lists(WORK, max_size=4))
@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("name", ["bibtex", "biblatex", "csl-json"])
def test_plain_works_survive_every_format(name: str, works: list[Fields]) -> None:
    back = READERS[TWO_WAY[name]](WRITERS[name].write(LibraryView.of(works)))
    assert [work.fields for work in back.works] == [_as_unicode(name, work) for work in works]


def _as_unicode(name: str, work: Fields) -> Fields:
    return work


ANY = st.text(min_size=1, max_size=40)


@given(title=ANY, note=ANY, publisher=ANY, key=ANY, custom=st.dictionaries(ANY, ANY, max_size=3), literal=ANY)
@settings(max_examples=150, deadline=None)
@pytest.mark.parametrize("name", sorted(TWO_WAY))
def test_no_text_can_break_a_format(
    name: str, title: str, note: str, publisher: str, key: str, custom: dict[str, str], literal: str
) -> None:
    hostile = Fields(
        type="book", title=title, note=note, publisher=publisher, custom=custom, author=(Contributor(literal=literal),)
    )
    calm = Fields(type="book", title="Calm", issued="2020")
    text = WRITERS[name].write(LibraryView(works=(Entry(key, hostile), Entry("calm2020x", calm))))
    reading = READERS[TWO_WAY[name]](text.encode("utf-8", "replace").decode())
    assert len(reading.works) == 2
    assert reading.works[1].fields == calm
    assert reading.works[1].key == "calm2020x"


@pytest.mark.parametrize("name", [name for name in WRITERS if name not in ("cv-pdf", "cv-docx", "plots")])
def test_a_name_that_names_nobody_stops_no_writer(name: str) -> None:
    """Seen: a comma as the owner's name, an alias or an advisor was an internal fault of every CV."""
    post = Appointment(id="p", role="PhD student", organization="O", advisors=(",",))
    award = Award(id="a", name="A", recipients=(",", "Ana Li"))
    view = LibraryView(
        works=(Entry("k", Fields(title="T", author=(Contributor(family="Li", given="Ana"),), issued="2020")),),
        appointments=(post,),
        awards=(award,),
        owner=Owner(name=",", aliases=("Ana Li", "\\x"), past_names=("*", ",")),
    )
    assert WRITERS[name].write(view)
