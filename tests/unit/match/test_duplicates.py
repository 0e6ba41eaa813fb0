"""Doubles among many records, and works with their versions."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counting import calls
from pubtrack.match import candidate_pairs, cluster, duplicates, find_duplicates, prepare
from pubtrack.match.judging import judge


def work(title: str, people: str, year: int, **more: Any) -> dict[str, Any]:
    authors = [{"family": p.split()[-1], "given": p.rsplit(" ", 1)[0]} for p in people.split(", ")]
    return {
        "title": title,
        "author": authors,
        "issued": {"date-parts": [[year]]},
        **{k.replace("_", "-"): v for k, v in more.items()},
    }


PREPRINT = work(
    "Logical fallacy detection in text", "Zhijing Jin, Abhinav Lalwani", 2022, type="article", genre="preprint"
)
PUBLISHED = work(
    "Logical fallacy detection in text",
    "Zhijing Jin, Abhinav Lalwani",
    2022,
    type="paper-conference",
    container_title="Findings of EMNLP",
)
REPRODUCED = work("[Re] Logical fallacy detection in text", "Pedro Curvo, Mara Dragomir", 2023)
OTHER = work("Zebrafish optics of the eye", "Anna Smith", 1999)


def test_doubles_are_found_and_others_left_alone() -> None:
    found = find_duplicates([PUBLISHED, OTHER, REPRODUCED, dict(PUBLISHED), PREPRINT])
    assert [(d.left, d.right, d.verdict) for d in found] == [(0, 3, "same"), (0, 4, "version"), (3, 4, "version")]


def test_a_work_holds_its_versions_and_nothing_else() -> None:
    works = cluster([PUBLISHED, OTHER, REPRODUCED, dict(PUBLISHED), PREPRINT])
    assert [w.members for w in works] == [(0, 3, 4), (1,), (2,)]
    assert works[0].versions == ((0, 3), (4,))


def test_a_bridge_does_not_pull_two_works_together() -> None:
    one = work("Zebrafish optics of the eye", "Anna Smith", 2001, volume="1", page="1")
    two = work("Zebrafish optics of the eye", "Li Wang", 2001, volume="1", page="1")
    bridge = {"title": "Zebrafish optics of the eye"}
    assert not any({0, 1} <= set(w.members) for w in cluster([one, two, bridge]))


def test_no_record_is_lost_or_doubled() -> None:
    records = [PUBLISHED, OTHER, REPRODUCED, PREPRINT, OTHER, {"title": ""}, {}]
    assert sorted(i for w in cluster(records) for i in w.members) == list(range(len(records)))
    assert cluster([]) == []
    assert find_duplicates([]) == []


@settings(max_examples=15, deadline=None)
@given(st.permutations([PUBLISHED, OTHER, REPRODUCED, PREPRINT, dict(PUBLISHED)]))
def test_the_order_of_records_does_not_change_the_works(records: list[dict[str, Any]]) -> None:
    titles = sorted(
        sorted((records[i]["title"], records[i].get("type", "")) for i in w.members) for w in cluster(records)
    )
    same = sorted(
        sorted((r[i]["title"], r[i].get("type", "")) for i in w.members)
        for r in [[PUBLISHED, OTHER, REPRODUCED, PREPRINT, dict(PUBLISHED)]]
        for w in cluster(r)
    )
    assert titles == same


def test_time_grows_with_the_number_of_records() -> None:
    chance = random.Random(0)
    words = ["".join(chance.choices("abcdefghijklmnoprstuvz", k=chance.randint(4, 11))) for _ in range(4000)]
    records = [
        work(" ".join(chance.sample(words, 6)), f"A{i % 89} Family{i % 977}", 2000 + i % 20) for i in range(3000)
    ]
    find_duplicates(records)  # what words and names are, is learned once
    assert calls(find_duplicates, records) < 9 * calls(find_duplicates, records[:500])


def test_many_titles_of_few_words_are_not_all_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(1)
    words = ["graph", "neural", "deep", "robust", "sparse", "vision", "causal", "fair", "speech", "policy", "reward"]
    words += ["latent", "prompt", "dialogue"]
    people = ["A. Li", "B. Wang", "C. Zhang", "D. Chen", "E. Smith", "F. Kim", "G. Singh", "H. Garcia", "I. Rossi"]
    records = [
        work(" ".join(chance.sample(words, 6)), ", ".join(chance.sample(people, 2)), 2000 + i % 20) for i in range(400)
    ]
    judged = []
    monkeypatch.setattr(duplicates, "judge", lambda a, b: judged.append((a, b)) or judge(a, b))
    duplicates.find_duplicates(records)
    met = sum(1 for _ in candidate_pairs([prepare(r) for r in records]))
    assert len(judged) < met / 2


def test_another_identifier_does_not_save_an_unlike_title() -> None:
    one = work("Zebrafish optics of the eye", "Anna Smith", 2001, DOI="10.1000/a")
    two = work("Zebrafish genetics in winter lakes", "Anna Smith", 2001, DOI="10.1000/b")
    assert find_duplicates([one, two]) == []


def test_a_shared_identifier_is_looked_at_whatever_the_titles_say() -> None:
    one = work("Zebrafish optics of the eye", "Anna Smith", 2001, DOI="10.1000/a")
    two = work("Winter lakes and their birds", "Li Wang", 2009, DOI="10.1000/A")
    assert [d.verdict for d in find_duplicates([one, two])] == ["unsure"]


def test_strangers_with_one_title_are_still_looked_at() -> None:
    one, two = (
        work("Zebrafish optics of the eye", "Aña Ñuñez", 2001),
        work("Zebrafish optics of the eye", "A Nunyes", 2001),
    )
    assert [(d.left, d.right) for d in find_duplicates([one, two])] == [(0, 1)]
