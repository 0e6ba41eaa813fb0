"""Reference strings in many citation styles, written by `pubtrack.csl` from the de-duplication records.

python benchmarks/matching_styles.py     # a Markdown table: a line a style
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator

import matching_data as data
from pubtrack.csl import Style
from pubtrack.match import choose

STYLES = (
    "apa", "ieee", "vancouver", "chicago-author-date", "modern-language-association", "acm-sig-proceedings",
    "harvard-cite-them-right", "nature", "american-medical-association", "elsevier-harvard",
    "springer-basic-author-date", "american-chemical-society", "american-institute-of-physics",
    "elsevier-without-titles", "science-without-titles",
)  # fmt: skip
"""The last four name no title of an article."""

Lists = list[tuple[str, str, list[data.Item]]]


def styled_lists(number: int = 200, wanted: int = 8) -> Iterator[tuple[str, Lists]]:
    """For each style: (string without DOI, its record, candidates: the record and its like)."""
    records = _one_of_each_work()
    index: dict[str, list[str]] = defaultdict(list)
    for key, item in records.items():
        for word in set(data._words(item)):
            index[word].append(key)
    whole = [k for k, r in records.items() if all(r.get(n) for n in ("author", "issued", "container-title"))]
    chosen = sorted(random.Random(1).sample(sorted(whole), number))
    for name in STYLES:
        style = Style.load(name)
        lists: Lists = []
        for key in chosen:
            item = {k: v for k, v in records[key].items() if k not in ("DOI", "ISBN")}
            text = " ".join(style.bibliography([item], format="text")[0].text.split())
            near = list(dict.fromkeys([key, *data._nearest(text, index, wanted)]))
            lists.append((text, key, [records[k] for k in near]))
        yield name, lists


def _one_of_each_work() -> dict[str, data.Item]:
    records = {}
    for name in data.BIBDEDUPE:
        items, groups = data.bibdedupe(name)
        doubles = {key for group in groups for key in sorted(group)[1:]}
        records.update({f"{name}:{i['id']}": {**i, "id": f"{name}:{i['id']}"} for i in items if i["id"] not in doubles})
    return {key: {**item, "author": _named(item)} for key, item in records.items() if item.get("title")}


def _named(item: data.Item) -> list[dict[str, str]]:
    return [p for p in item.get("author", []) if any(p.values())]


def main() -> None:
    """Prints the table."""
    print("| style | strings | precision | recall | unsure |\n|---|---|---|---|---|")
    for name, lists in styled_lists():
        counts: Counter[str] = Counter()
        for text, key, candidates in lists:
            plain = [{k: v for k, v in item.items() if k not in ("DOI", "ISBN", "id")} for item in candidates]
            choice = choose(text, plain)
            right = choice.candidate is plain[[item["id"] for item in candidates].index(key)]
            counts["right" if choice.verdict == "same" and right else choice.verdict] += 1
        good, asked = counts["right"], len(lists)
        precision = good / max(1, good + counts["same"])
        print(
            f"| {name} | {asked} | {precision:.3f} | {good / asked:.3f} | {counts['unsure'] / asked:.3f} |", flush=True
        )


if __name__ == "__main__":
    main()
