"""The public sets on which matching is trained and measured, read from the shared data folder as CSL-JSON."""

from __future__ import annotations

import csv
import json
import os
import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PUBTRACK_SHARED", ROOT.parent / "shared"))
MATCHING = SHARED / "data" / "matching"

Item = dict[str, Any]
Pair = tuple[Item, Item, int]

DITTO = {
    "DBLP-ACM": "ditto_Structured_DBLP-ACM",
    "DBLP-ACM dirty": "ditto_Dirty_DBLP-ACM",
    "DBLP-Scholar": "ditto_Structured_DBLP-GoogleScholar",
    "DBLP-Scholar dirty": "ditto_Dirty_DBLP-GoogleScholar",
}
BIBDEDUPE = ("cytology_screening", "digital_work")
STYLES = ("apa", "american-chemical-society", "degraded_one_author", "apa-noise")


def ditto_pairs(name: str, part: str) -> list[Pair]:
    """Pairs of one part ("train", "valid", "test") with their label; empty where that part is not there."""
    path = MATCHING / DITTO[name] / f"{part}.txt"
    if not path.exists():
        return []
    rows = (line.rstrip("\n").split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(_ditto_item(left), _ditto_item(right), int(label)) for left, right, label in rows]


def _ditto_item(text: str) -> Item:
    says = {m[1]: m[2].strip() for m in re.finditer(r"COL (\w+) VAL (.*?)(?= COL \w+ VAL |\s*$)", text)}
    item: Item = {"title": says["title"]} if says.get("title") else {}
    if says.get("authors"):
        item["author"] = [{"literal": name.strip()} for name in says["authors"].split(" , ") if name.strip()]
    if says.get("venue"):
        item["container-title"] = says["venue"]
    if match := re.match(r"\d{4}", says.get("year", "")):
        item["issued"] = {"date-parts": [[int(match[0])]]}
    return item


def bibdedupe(name: str) -> tuple[list[Item], list[set[str]]]:
    """Records of one de-duplication set, and the gold groups of their ids."""
    csv.field_size_limit(10**9)
    folder = MATCHING / f"bibdedupe_{name}"
    with (folder / "records_pre_merged.csv").open(encoding="utf-8") as file:
        items = [_bibdedupe_item(row) for row in csv.DictReader(file)]
    with (folder / "merged_record_ids.csv").open(encoding="utf-8") as file:
        groups = [set(row["merged_ids"].split(";")) for row in csv.DictReader(file)]
    return items, groups


def _bibdedupe_item(row: dict[str, str]) -> Item:
    def get(name: str) -> str:
        value = row.get(name) or ""
        return "" if value == "UNKNOWN" else value

    names = ("id:ID", "title:title", "volume:volume", "issue:number", "page:pages", "DOI:doi", "ISBN:isbn")
    item: Item = {csl: get(column) for csl, column in (n.split(":") for n in names)}
    item["container-title"] = get("journal") or get("booktitle")
    item["author"] = [_person(name) for name in get("author").split(" and ") if name.strip()]
    item["type"] = {"article": "article-journal", "inproceedings": "paper-conference"}.get(get("ENTRYTYPE"), "")
    if match := re.match(r"\d{4}", get("year")):
        item["issued"] = {"date-parts": [[int(match[0])]]}
    return {name: value for name, value in item.items() if value}


def _person(text: str) -> dict[str, str]:
    family, comma, given = text.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": text.strip()}


def gold_pairs(groups: list[set[str]]) -> set[tuple[str, str]]:
    """Pairs of ids that are one work."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def reference_strings(style: str) -> list[tuple[str, str]]:
    """Pairs (reference string, DOI) of one style."""
    path = MATCHING / "crossref_refmatch_artificial" / f"dataset-{style}.json"
    rows = json.loads(path.read_text(encoding="utf-8"))["dataset"]
    return [(row["ref_string"], row["target_gt"]["DOI"]) for row in rows if row["ref_string"]]


def reference_records() -> dict[str, Item]:
    """DOI -> record, taken apart from the strings whose parts are in a fixed order (the set holds no records)."""
    with_journal = {doi: text for text, doi in reversed(reference_strings("american-chemical-society"))}
    records: dict[str, Item] = {}
    for text, doi in reference_strings("degraded_one_author"):
        item = _degraded_item(text, re.sub(r"^\(1\) ", "", with_journal.get(doi, "")))
        if item and doi not in records:
            records[doi] = {**item, "DOI": doi}
    return records


def _degraded_item(text: str, short: str) -> Item | None:
    match = re.match(r"^(.*)\. (\d{4}|)\. (.*?)\. (.*?)\. (.*)$", text)
    if not match or ". " not in match[1]:
        return None
    head, year, volume, issue, page = match.groups()
    author, rest = _cut_author(head)
    title, journal = _cut_journal(rest, short)
    item: Item = {"title": title, "container-title": journal, "volume": volume, "issue": issue, "page": page}
    if found := _find(journal, short):
        item["author"] = [_person(n) for n in short[: found.start()].split(";") if re.search(r"\w", n)]
    elif several := _leading_names(short):
        item["author"] = [_person(n) for n in several]
    elif author:
        item["author"] = [_person(author)]
    if year:
        item["issued"] = {"date-parts": [[int(year)]]}
    return {name: value for name, value in item.items() if value}


def _leading_names(short: str) -> list[str]:
    """The names before a journal that could not be told: "Smith, A.; Wang, L. Lecture Notes 2012" has two."""
    *names, last = short.split("; ")
    end = re.match(r"[^,;]+, (?:[^\W\d_]\.[ -]?)+", last)
    return [*names, end[0].strip()] if names and end else []


def _cut_author(head: str) -> tuple[str, str]:
    if head.startswith(". "):
        return "", head[2:]
    author, rest = head.split(". ", 1)
    if match := re.match(r"((?:\w\. ?)+\.) (.*)", rest):
        return f"{author}. {match[1]}", match[2]
    return author, rest


def _find(journal: str, short: str) -> re.Match[str] | None:
    """Where the name stands in the string; apostrophes, dashes and spaces differ between the two."""
    words = re.findall(r"\w+", journal)
    return re.search(r"\W+".join(map(re.escape, words)), short, re.I) if words else None


def _cut_journal(rest: str, short: str) -> tuple[str, str]:
    parts = rest.split(". ")
    for i in range(1, len(parts)):
        journal = ". ".join(parts[i:]).strip(". ")
        if _find(journal, short):
            return ". ".join(parts[:i]), journal
    return rest, ""


def linked_lists(per_style: int, wanted: int = 8, first: int = 0) -> dict[str, list[tuple[str, str, list[Item]]]]:
    """For each style: (string, DOI, candidate records), the candidates being those that share the rarest words.

    Strings are taken at even distances from number `first` on: `tools/train_matching.py` learns from even numbers.
    """
    records = reference_records()
    index: dict[str, list[str]] = defaultdict(list)
    for doi, item in records.items():
        for word in set(_words(item)):
            index[word].append(doi)
    lists: dict[str, list[tuple[str, str, list[Item]]]] = {}
    for style in STYLES:
        strings = reference_strings(style)
        step = max(2, len(strings) // per_style // 2 * 2)
        lists[style] = [
            (text, doi, [records[d] for d in _nearest(text, index, wanted)])
            for text, doi in strings[first::step]
            if doi in records
        ]
    return lists


def _words(item: Item) -> list[str]:
    people = " ".join(p.get("family", p.get("literal", "")) for p in item.get("author", []))
    text = f"{item.get('title', '')} {people} {item.get('container-title', '')} {item.get('page', '')}"
    return re.findall(r"\w+", text.lower())


def _nearest(text: str, index: dict[str, list[str]], wanted: int) -> list[str]:
    scores: dict[str, float] = defaultdict(float)
    for word in set(re.findall(r"\w+", text.lower())):
        where = index.get(word, ())
        if 0 < len(where) < 800:
            for doi in where:
                scores[doi] += 1 / (1 + len(where)) ** 0.5
    return sorted(scores, key=lambda d: (-scores[d], d))[:wanted]
