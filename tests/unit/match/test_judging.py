"""From two records to a judgement."""

from __future__ import annotations

from pubtrack.match import blocking_keys, compare, prepare
from pubtrack.match.judging import judge
from pubtrack.model import Contributor, Fields, PartialDate

RENAMED = "Causally Testing Gender Bias in LLMs: A Case Study on Occupational Bias"
FIRST = "Understanding Stereotypes in Language Models: Towards Robust Measurement and Zero-Shot Debiasing"
YUEN = {"title": FIRST, "author": [{"family": "Chen", "given": "Yuen"}], "issued": {"date-parts": [[2022]]}}
LI, KIM = {"family": "Li", "given": "Ana"}, {"family": "Kim", "given": "Bob"}


def test_a_work_is_met_under_each_title_that_it_is_known_by() -> None:
    work = Fields(title=RENAMED, alternative_titles=(FIRST,), author=(Contributor(family="Chen", given="Yuen"),))
    met = compare(work, YUEN)
    assert (met.verdict, met.reasons) == ("version", ("under another title",))
    assert compare(YUEN, work) == met
    assert set(blocking_keys(work)) >= set(blocking_keys({**YUEN, "issued": {}}))
    dated = work.model_copy(update={"issued": PartialDate(year=2022), "container_title": "arXiv"})
    assert compare(dated, f"Chen, Y. (2022). {FIRST}. arXiv.").verdict == "version"


def test_another_title_overrules_neither_people_nor_what_is_stated() -> None:
    work = Fields(title=RENAMED, alternative_titles=(FIRST,), author=(Contributor(family="Chen", given="Yuen"),))
    assert compare(work, {**YUEN, "author": [LI, KIM]}).verdict in ("different", "unsure")
    assert compare(work, {**YUEN, "title": f"[Re] {FIRST}"}).verdict == "different"
    assert compare(work, {**YUEN, "title": "Something else altogether"}).verdict != "version"


def test_what_is_far_apart_is_not_measured() -> None:
    far = judge(prepare(YUEN), prepare({"title": "Lenses of the deep sea"}))
    strange = judge(prepare(YUEN), prepare({"title": "Towards models of language in birds", "author": [LI]}))
    assert (far.verdict, far.row, far.reasons) == ("different", None, ("nothing alike",))
    assert (strange.verdict, strange.row, strange.reasons) == ("different", None, ("other authors, other title",))
