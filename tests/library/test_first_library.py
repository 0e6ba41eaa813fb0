"""The library in bib/: every line of the interview has its record, right where the interview is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pubtrack.app.library import Library
from pubtrack.model import Identifier

BIB = Path(__file__).resolve().parents[2] / "bib"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A copy of bib/, so that no test can change it."""
    import shutil

    copy = tmp_path_factory.mktemp("library") / "bib"
    shutil.copytree(BIB, copy, ignore=shutil.ignore_patterns(".pubtrack"))
    return Library(copy)


def titles_said(library: Library, key: str, source: str) -> set[str]:
    return {r.fields.title for r in library.records(key) if r.provenance.source == source and r.fields.title}


LISTED = {
    "jin2024language": (
        29, "Language Model Alignment in Multilingual Trolley Problems", 12, "Zhijing Jin", 2025,
        {"arxiv:2407.02273", "openreview:VEqPDZIDAh", "openreview:vrHErHkCNo"},
    ),
    "chen2025causally": (
        29, 'Causally Testing Gender Bias in <span class="nocase">LLM</span>s: A Case Study on Occupational Bias', 5,
        "Yuen Chen", 2025,
        {"doi:10.18653/v1/2025.findings-naacl.281", "acl:2025.findings-naacl.281", "arxiv:2212.10678",
         "openreview:T0gy6Lb72A", "isbn:9798891761957"},
    ),
    "verma2025causal": (
        31, "Causal AI Scientist: Facilitating Causal Data Science with Large Language Models", 10, "Vishal Verma", 2025,
        {"openreview:EDWTHMVOCj", "openreview:X7lUjjGsX1"},
    ),
    "choi2025agent": (
        32, "Agent-to-Agent Theory of Mind: Testing Interlocutor Awareness among Large Language Models", 4,
        "Younwoo Choi", 2025, {"arxiv:2506.22957", "openreview:e0VUmntFnE"},
    ),
    "guzmanpiedrahita2026democratic": (
        33, "Democratic or Authoritarian? Probing a New Dimension of Political Biases in Large Language Models", 5,
        "David Guzman Piedrahita", 2026,
        {"doi:10.18653/v1/2026.eacl-long.27", "acl:2026.eacl-long.27", "arxiv:2506.12758"},
    ),
    "pandey2025accidental": (
        34, "Accidental Vulnerability: Factors in Fine-Tuning that Shift Model Safeguards", 4, "Punya Syon Pandey", 2025,
        {"arxiv:2505.16789", "openreview:YXK5KloMJR"},
    ),
    "yadav2025revealing": (
        35, "Revealing Hidden Mechanisms of Cross-Country Content Moderation with Natural Language Processing", 6,
        "Neemesh Yadav", 2025,
        {"doi:10.18653/v1/2025.findings-acl.1153", "acl:2025.findings-acl.1153", "arxiv:2503.05280", "isbn:9798891762565"},
    ),
    "karamolegkou2026nlp": (
        40, '<span class="nocase">NLP</span> for Social Good: A Survey and Outlook of Challenges, Opportunities and '
        "Responsible Deployment", 33, "Antonia Karamolegkou", 2026, {"acl:2026.eacl-long.238", "arxiv:2505.22327"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("key", LISTED)
def test_each_listed_paper_stands_with_its_official_title_authors_year_and_identifiers(library, key):
    line, title, authors, first, year, identifiers = LISTED[key]
    work = library.works[key]
    assert (work.title, len(work.author), work.author[0].name, work.year) == (title, authors, first, year)
    assert {str(i) for i in work.identifiers} == identifiers
    assert any(r.provenance.source_id == f"line {line}" for r in library.records(key))


@pytest.mark.parametrize(
    ("key", "container", "page"),
    [
        ("jin2024language", "International Conference on Learning Representations (ICLR 2025)", None),
        ("chen2025causally", "Findings of the Association for Computational Linguistics: NAACL 2025", "4999-5019"),
        ("yadav2025revealing", "Findings of the Association for Computational Linguistics: ACL 2025", "22434-22452"),
        ("piatti2024cooperate", "Advances in Neural Information Processing Systems", "111715-111759"),
        ("guzmanpiedrahita2025corrupted", "Conference on Language Modeling (COLM 2025)", None),
    ],
)
def test_venues_and_pages_are_those_of_the_publisher(library, key, container, page):
    assert (library.works[key].container_title, library.works[key].page) == (container, page)


@pytest.mark.parametrize(
    ("key", "name", "title"),
    [
        ("piatti2024cooperate", "GovSim", "Cooperate or Collapse: Emergence of Sustainable Cooperation"),
        ("guzmanpiedrahita2025corrupted", "SanctSim", "Corrupted by Reasoning: Reasoning Language Models"),
        ("backmann2025ethics", "MoralSim", "When Ethics and Payoffs Diverge"),
    ],
)
def test_the_papers_behind_govsim_sanctsim_and_moralsim_are_there(library, key, name, title):
    assert library.works[key].title.startswith(title)
    assert library.works[key].title_short == name
    series = next(s for s in library.series if s.id == "govsim-series")
    assert key in series.works


def test_moralsim_is_a_preprint_because_nobody_published_it(library):
    work = library.works["backmann2025ethics"]
    assert (work.genre, work.container_title, work.status) == ("preprint", None, "submitted to ICLR 2026")
    assert "listed as ICLR 2026" in {r.fields.status for r in library.records(work.key)}


def test_the_thesis_is_there_and_no_university_was_guessed(library):
    work = library.works["jin2024causality"]
    assert (work.type, work.genre, work.year, work.publisher) == ("thesis", "PhD thesis", 2024, None)
    assert work.doi == "10.48550/arxiv.2504.14530"


def test_where_the_interview_says_proving_the_record_says_probing(library):
    assert "Probing" in library.works["guzmanpiedrahita2026democratic"].title
    (said,) = titles_said(library, "guzmanpiedrahita2026democratic", "interview")
    assert "Proving" in said


def test_the_retitled_paper_keeps_the_old_title_as_what_was_said(library):
    assert any(
        t.startswith("Accidental Misalignment") for t in titles_said(library, "pandey2025accidental", "interview")
    )
    assert any(t.startswith("Accidental Misalignment") for t in titles_said(library, "pandey2025accidental", "arxiv"))


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("jin2024language", "Multilingual Trolley Problems for Language Models"),
        ("chen2025causally", "Understanding Stereotypes in Language Models"),
        ("chen2025causally", "Testing Occupational Gender Bias in Language Models"),
        ("verma2025causal", "Causal AI Assistant"),
        ("piatti2024cooperate", "Cooperate or Collapse: Emergence of Sustainability Behaviors"),
        ("piatti2024cooperate", "Cooperate or Collapse: Emergence of Sustainability in"),
        (
            "karamolegkou2026nlp",
            "NLP for Social Good: A Survey of Challenges, Opportunities, and Responsible Deployment",
        ),
    ],
)
def test_earlier_titles_are_records_of_their_own(library, key, title):
    assert any((r.fields.title or "").startswith(title) for r in library.records(key))


def test_preprints_point_to_what_was_published(library):
    stated = {
        (r.fields.relations[0].type, str(r.fields.relations[0].identifier))
        for r in library.records("chen2025causally")
        if r.fields.relations
    }
    assert ("preprint-of", "doi:10.18653/v1/2025.findings-naacl.281") in stated
    assert ("has-preprint", "arxiv:2212.10678") in stated


def test_the_anthology_record_with_four_authors_is_a_disagreement(library):
    (found,) = [d for key, d in library.disagreements if key == "guzmanpiedrahita2026democratic"]
    assert (found.field, found.where) == ("author", "acl")
    assert "Schölkopf" not in found.said


def test_equal_contributions_are_marked_by_whoever_said_so(library):
    work = library.works["jin2024language"]
    assert [a.family for a in work.author if "equal-contribution" in a.marks] == ["Jin", "Kleiman-Weiner", "Piatti"]
    assert work.provenance["author/0/marks"].source == "github"


@pytest.mark.parametrize(
    ("award", "work", "event"),
    [
        ("best-paper-pluralistic-alignment-2024", "jin2024language", "pluralistic-alignment-2024"),
        ("best-paper-calm-2024", "chen2025causally", "calm-2024"),
    ],
)
def test_each_best_paper_award_is_linked_to_work_event_and_giver_with_evidence(library, award, work, event):
    (found,) = [a for a in library.awards if a.id == award]
    assert (found.works, found.event, found.verified, found.name) == (
        (work,),
        event,
        "self-reported",
        "Best Paper Award",
    )
    assert found.awarder
    assert any(e.id == event for e in library.events)
    assert "Best Paper" in found.evidence[0].excerpt or "our work" in found.evidence[0].excerpt


def test_there_are_two_awards_and_lindau_is_none_of_them(library):
    assert len(library.awards) == 2
    (lindau,) = [e for e in library.events if e.id == "lindau-2024"]
    assert (lindau.role, str(lindau.date)) == ("participant (young scientist)", "2024-06-30/2024-07-05")
    assert lindau.disagreements[0].said == "nearly 40"


def test_the_award_keeps_the_title_under_which_it_was_given(library):
    (award,) = [a for a in library.awards if a.id == "best-paper-pluralistic-alignment-2024"]
    assert award.work_titles == ("Multilingual Trolley Problems for Language Models",)


def test_the_workshop_has_its_right_name_and_keeps_what_was_said(library):
    (event,) = [e for e in library.events if e.id == "calm-2024"]
    assert "Causality and Large Models" in event.name
    assert "Causality and Language Models" in event.disagreements[0].said


@pytest.mark.parametrize(
    ("role", "organization"),
    [
        ("Assistant Professor in NLP", "University of Toronto"),
        ("Canada CIFAR AI Chair", "CIFAR, via the Vector Institute"),
        ("Faculty Member", "Vector Institute"),
        ("ELLIS Advisor", "ELLIS"),
        ("Postdoc", "Max Planck Institute for Intelligent Systems"),
        ("ELLIS PhD student", "Max Planck Institute for Intelligent Systems and ETH Zurich"),
    ],
)
def test_each_appointment_is_an_appointment_with_evidence(library, role, organization):
    (post,) = [p for p in library.appointments if p.role == role]
    assert post.organization == organization
    assert post.evidence


def test_the_doctorate_names_both_advisors(library):
    (phd,) = [p for p in library.appointments if p.id == "ellis-phd"]
    assert phd.advisors == ("Bernhard Schölkopf", "Mrinmaya Sachan")


def test_the_workshop_series_has_four_editions_and_none_in_2020(library):
    (series,) = [s for s in library.series if s.id == "nlp4pi"]
    editions = [e for e in library.events if e.series == "nlp4pi"]
    assert [e.id for e in editions] == list(series.editions)
    assert {e.date.year for e in editions} == {2021, 2022, 2024, 2025}
    assert [e.id for e in editions if e.role] == ["nlp4pi-2021", "nlp4pi-2022", "nlp4pi-2024"]
    assert any(d.said == "since ACL 2020" for d in series.disagreements)


def test_software_blog_series_and_project_line_are_not_works(library):
    assert [s.id for s in library.software] == ["cais-software"]
    assert {s.kind for s in library.series} == {"event-series", "work-series", "post-series", "project"}
    assert len(library.works) == 12


def test_nothing_is_counted_and_no_identifier_was_derived(library):
    for key, work in library.works.items():
        assert all(r.fields.citations is None for r in library.records(key))
        derived = [i for i in work.ids("doi") if i.startswith("10.48550/")]
        assert derived == (["10.48550/arxiv.2504.14530"] if key == "jin2024causality" else [])
    assert library.works["karamolegkou2026nlp"].doi is None


def test_every_record_says_where_and_when_it_was_seen(library):
    for key in library.works:
        for record in library.records(key):
            assert record.provenance.place
            assert record.provenance.retrieved_at


def test_works_bib_says_exactly_what_is_believed(library):
    """Opening and changing nothing writes nothing: the file is what pubtrack would write."""
    before = (library.path / "works.bib").read_bytes()
    with library._change("check", "nothing"):
        pass
    assert (library.path / "works.bib").read_bytes() == before
    assert library.history() == []


@pytest.mark.shared
def test_evidence_spans_are_the_words_of_the_interview(library, shared):
    text = (shared / "data/seed/interview.txt").read_text(encoding="utf-8")
    entries = (*library.awards, *library.appointments, *library.events, *library.series, *library.software)
    spans = [e for entry in entries for e in entry.evidence if e.where == "interview.txt"]
    assert len(spans) >= 15
    for evidence in spans:
        start, end = evidence.span
        assert text[start:end] == evidence.excerpt
        assert text.count("\n", 0, start) + 1 == evidence.line


@pytest.mark.shared
def test_titles_authors_and_identifiers_are_those_of_the_verified_facts(library, shared):
    facts = {e["key"]: e for e in json.loads((shared / "data/seed/facts.json").read_text(encoding="utf-8"))}
    keys = {
        "multitp": "jin2024language", "occugender": "chen2025causally", "cais": "verma2025causal",
        "a2a-tom": "choi2025agent", "democratic-authoritarian": "guzmanpiedrahita2026democratic",
        "content-moderation": "yadav2025revealing", "nlp4sg-survey": "karamolegkou2026nlp", "govsim": "piatti2024cooperate",
        "sanctsim": "guzmanpiedrahita2025corrupted", "moralsim": "backmann2025ethics", "phd-thesis": "jin2024causality",
    }  # fmt: skip
    for fact, key in keys.items():
        work, truth = library.works[key], facts[fact]
        assert work.title.replace('<span class="nocase">', "").replace("</span>", "") == truth["title"]["value"]
        names = [a.name.replace("Gonzalez Adauto", "Gonzalez") for a in work.author]
        assert names == truth["authors"]["value"]
        if truth.get("arxiv", {}).get("value"):
            assert work.arxiv == truth["arxiv"]["value"]
        for doi in truth.get("doi") or []:
            if isinstance(doi, dict) and doi.get("confidence") == "seen":
                assert Identifier(scheme="doi", value=doi["value"]) in work.identifiers
