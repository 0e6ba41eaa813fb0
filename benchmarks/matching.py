"""Precision, recall and abstention of `pubtrack.match` on public sets, and its speed.

    python benchmarks/matching.py                 # a Markdown table, as in docs/explanation/matching.md
    python benchmarks/matching.py --errors NAME   # also the wrong pairs of the sets whose name contains NAME

A pair counts as matched only when the verdict is `same`; `version` and `unsure` count as no match. Figures on a part
that `tools/train_matching.py` learned from are marked "learned from"; the cross-validated ones come from its --check.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

import matching_data as data
import matching_linked as linked
from pubtrack.markup.titles import normalise_title
from pubtrack.match import choose, compare, find_duplicates, prepare
from pubtrack.match.textual import TEXT_NAMES, measure_text

Row = tuple[str, str, float, float, float, float]
"""(set, what it is, F1, precision, recall, share of `unsure`)"""


def figures(name: str, note: str, counts: Counter[tuple[str, bool]]) -> Row:
    """F1, precision, recall and abstention from counts of (verdict, is one work)."""
    tp, fp = counts["same", True], counts["same", False]
    positives = sum(n for (_, one), n in counts.items() if one)
    unsure = sum(n for (verdict, _), n in counts.items() if verdict == "unsure") / max(1, sum(counts.values()))
    precision, recall = tp / max(1, tp + fp), tp / max(1, positives)
    return name, note, 2 * tp / max(1, tp + fp + positives), precision, recall, unsure


def ditto(errors: str | None) -> Iterable[Row]:
    """The pair sets, each part that is there."""
    for name in data.DITTO:
        for part in ("valid", "test"):
            pairs = data.ditto_pairs(name, part)
            if not pairs:
                continue
            counts: Counter[tuple[str, bool]] = Counter()
            for a, b, label in pairs:
                comparison = compare(a, b)
                counts[comparison.verdict, label == 1] += 1
                if errors and errors in name and (comparison.verdict == "same") != (label == 1):
                    print(label, comparison, a, b, sep="\n    ")
            yield figures(name, f"{part} part" + (", learned from" if part == "valid" else ""), counts)


def deduplication(errors: str | None) -> Iterable[tuple[str, str, int, float]]:
    """Records, false merges and recall per set: a record is merged falsely when joined to one of another work."""
    for name in data.BIBDEDUPE:
        items, groups = data.bibdedupe(name)
        gold = data.gold_pairs(groups)
        said = {}
        for pair in find_duplicates(items):
            ids = tuple(sorted((items[pair.left]["id"], items[pair.right]["id"])))
            if pair.verdict == "same":
                said[ids] = pair
        wrong = {ids: pair for ids, pair in said.items() if ids not in gold}
        if errors and errors in name:
            for pair in wrong.values():
                print(pair.comparison, items[pair.left], items[pair.right], sep="\n    ")
            for ids in sorted(gold - set(said)):
                pair_of = [i for i in items if i["id"] in ids]
                print("missed", compare(*pair_of), *pair_of, sep="\n    ")
        falsely = {i for ids in wrong for i in ids}
        yield name, f"{len(items)} records", len(falsely), len(gold & set(said)) / max(1, len(gold))


def strings(errors: str | None) -> Iterable[Row]:
    """Reference strings against lists of candidates, the right one among them or not.

    A second row for a style leaves out strings that name no more of their record than its journal and year.
    """
    for first, note in ((0, "learned from"), (1, "not learned from")):
        for style, lists in data.linked_lists(700, first=first).items():
            told = [_asked(errors if errors and errors in style else None, *one) for one in lists]
            yield _string_row(style, note, told)
            if len(naming := [one for one in told if one.names_more]) < len(told):
                yield _string_row(f"{style}, naming author, title, volume or page", note, naming)


class _Told(NamedTuple):
    """What came of one string."""

    verdict: str
    good: bool
    there: bool
    names_more: bool


def _asked(errors: str | None, text: str, doi: str, candidates: list[data.Item]) -> _Told:
    plain = [{k: v for k, v in item.items() if k != "DOI"} for item in candidates]
    right = {i for i, item in enumerate(candidates) if item["DOI"] == doi}
    choice = choose(text, plain)
    chosen = next((i for i, item in enumerate(plain) if item is choice.candidate), None)
    good = choice.verdict == "same" and (chosen in right or any(_twice(plain[chosen], plain[i]) for i in right))
    if errors and not good and (choice.verdict != "different" or right):
        missed = [] if choice.verdict != "different" else ["missed"]
        print(*missed, choice, text, choice.candidate, [plain[i] for i in right], sep="\n    ")
    return _Told(choice.verdict, good, bool(right), all(_names_more(text, plain[i]) for i in right))


def _names_more(text: str, item: data.Item) -> bool:
    """True where a string names of its record an author, half of the title, the volume or the first page."""
    said = prepare(text)
    if not said.is_text:
        return False
    row = dict(zip(TEXT_NAMES, measure_text(said, prepare(item)), strict=True))
    number = row["volume in the text"] == 1 or row["first page in the text"] == 1
    return number or (row["authors in the text"] or 0) > 0 or (row["title words in the text"] or 0) >= 0.5


def _string_row(style: str, note: str, told: list[_Told]) -> Row:
    tp, there = sum(one.good for one in told), sum(one.there for one in told)
    same, unsure = (sum(one.verdict == verdict for one in told) for verdict in ("same", "unsure"))
    f1 = 2 * tp / max(1, same + there)
    return (
        f"strings, {style}",
        f"{len(told)} strings, {note}",
        f1,
        tp / max(1, same),
        tp / max(1, there),
        unsure / max(1, len(told)),
    )


def questions(errors: str | None) -> Iterable[tuple[str, int, Counter[str]]]:
    """Cited references and works told by two services, each asked among whole answers: what came of it.

    `right` is `same` or `version` with the work asked for, `as asked` a `version` where a paper is cited with its venue
    and only its preprint is there, `another version` the same work under another identifier, `missed` a work that was
    there and got neither; `unsure` asks a person (`there`: about a work that is), `none` is rightly nothing.
    """
    sets = {
        "cited references, as cited": linked.linked_references(venue=True),
        "cited references, title, authors, year": linked.linked_references(venue=False),
        "library to source": linked.library_pairs(),
        "library to source, the work not among the candidates": linked.library_pairs(held=False),
    }
    for name, asked in sets.items():
        counts: Counter[str] = Counter()
        for one in asked:
            choice = choose(one.query, one.candidates)
            where = next((i for i, c in enumerate(one.candidates) if c is choice.candidate), None)
            outcome = _outcome(choice.verdict, where, one)
            counts[outcome] += 1
            if errors and errors in name and outcome not in ("same, right", "version, as asked", "none"):
                print(outcome, one.name, one.query, choice, choice.candidate, sep="\n    ")
        yield name, sum(counts.values()), counts


def _outcome(verdict: str, where: int | None, asked: linked.Asked) -> str:
    if verdict == "unsure":
        return "unsure, there" if asked.right else "unsure"
    if where is None:
        return "missed" if asked.right else "none"
    if where in asked.right:
        return "version, as asked" if verdict == "version" and asked.only_preprints else f"{verdict}, right"
    return f"{verdict}, another version" if where in asked.kin else f"{verdict}, wrong"


def _of_same(counts: Counter[str]) -> tuple[float, float]:
    """Precision of `same`, and its recall over the questions whose very version is among the candidates.

    What is called `same` and is another version of the work (the preprint of an article) counts as found, for the
    question of `library to source` names neither venue nor kind.
    """
    good = counts["same, right"] + counts["same, another version"]
    there = good + counts["version, right"] + counts["missed"] + counts["unsure, there"]
    return good / max(1, good + counts["same, wrong"]), good / max(1, there)


def _twice(one: data.Item, other: data.Item) -> bool:
    """True where two records are one article under two DOIs: as much of the wrong ones of this set are."""
    alike = all(one.get(n, "") == other.get(n, "") for n in ("volume", "issue", "issued"))
    return alike and normalise_title(one.get("title", "")) == normalise_title(other.get("title", ""))


def speed() -> dict[str, float]:
    """Comparisons of prepared records and preparations per second of processor time."""
    pairs = data.ditto_pairs("DBLP-Scholar", "valid")[:4000]
    start = time.process_time()
    prepared = [(prepare(a), prepare(b)) for a, b, _ in pairs]
    preparing = time.process_time() - start
    start = time.process_time()
    for a, b in prepared:
        compare(a, b)
    return {"prepared/s": 2 * len(pairs) / preparing, "compared/s": len(pairs) / (time.process_time() - start)}


def bulk(size: int = 100_000) -> dict[str, Any]:
    """Time to find the doubles among many records, of which every fifth is another record once more, in a bad hand.

    The works are made of the words, people, journals and years of the de-duplication records, drawn at random, so that
    words are as frequent as in life; only the true doubles are known, all else is another work.
    """
    records, doubles = _many(size)
    start = time.process_time()
    found = find_duplicates(records)
    seconds = time.process_time() - start
    same = {(pair.left, pair.right) for pair in found if pair.verdict == "same"}
    return {
        "records": size,
        "seconds": round(seconds, 1),
        "pairs": len(found),
        "recall": round(len(same & doubles) / len(doubles), 4),
        "false": len(same - doubles),
    }


def _many(size: int) -> tuple[list[data.Item], set[tuple[int, int]]]:
    base = [item for name in data.BIBDEDUPE for item in data.bibdedupe(name)[0] if item.get("author")]
    words = [word for item in base for word in str(item.get("title", "")).split()]
    people = [person for item in base for person in item["author"] if person.get("family")]
    draw = random.Random(0)
    records: list[data.Item] = []
    doubles: set[tuple[int, int]] = set()
    for i in range(size):
        if i % 5 == 4:
            doubles.add((i - 2, i))
            records.append(_in_a_bad_hand(records[i - 2], draw))
            continue
        like = draw.choice(base)
        records.append(
            {
                **{name: like[name] for name in ("container-title", "issued", "type") if name in like},
                "title": " ".join(draw.choices(words, k=max(4, len(str(like.get("title", "")).split())))),
                "author": draw.choices(people, k=min(6, len(like["author"]))),
                "volume": str(draw.randint(1, 90)),
                "page": str(draw.randint(1, 3000)),
            }
        )
    return records, doubles


def _in_a_bad_hand(item: data.Item, draw: random.Random) -> data.Item:
    """The record with a letter of the title lost, given names as initials, and no volume."""
    title = item["title"]
    cut = draw.randrange(len(title))
    people = [{**p, "given": p.get("given", "")[:1]} for p in item["author"]]
    return {**item, "title": title[:cut] + title[cut + 1 :], "author": people, "volume": ""}


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--errors", metavar="NAME", help="print the wrong pairs of the sets whose name contains NAME")
    parser.add_argument("--bulk", action="store_true", help="also find the doubles among 25,000 to 100,000 records")
    given = parser.parse_args()
    print("| set | part | F1 | precision | recall | unsure |\n|---|---|---|---|---|---|")
    for rows in (ditto(given.errors), strings(given.errors)):
        for name, note, f1, precision, recall, unsure in rows:
            print(f"| {name} | {note} | {f1:.4f} | {precision:.4f} | {recall:.4f} | {unsure:.3f} |", flush=True)
    print("\n| set | records | falsely merged | recall of pairs |\n|---|---|---|---|")
    for name, note, falsely, recall in deduplication(given.errors):
        print(f"| {name} | {note} | {falsely} | {recall:.4f} |", flush=True)
    print("\n| questions among candidates | asked | outcomes | precision | recall of same |")
    print("|---|---|---|---|---|")
    for name, total, counts in questions(given.errors):
        outcomes = "; ".join(f"{what} {n}" for what, n in counts.most_common())
        precision, recall = _of_same(counts)
        print(f"| {name} | {total} | {outcomes} | {precision:.4f} | {recall:.4f} |", flush=True)
    print("\nSpeed:", ", ".join(f"{value:,.0f} {name}" for name, value in speed().items()))
    if given.bulk:
        for size in (25_000, 50_000, 100_000):
            print("Bulk:", bulk(size), flush=True)


if __name__ == "__main__":
    main()
