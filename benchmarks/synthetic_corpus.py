# ruff: noqa: E501
"""Synthetic corpora with known truth, in the layout of the OpenAlex snapshot, and lists of works drawn from them.

    python benchmarks/synthetic_corpus.py FOLDER --records 100000 --works 10000

Words, their neighbours and family names are counted in the titles of the shared data folder (real .bib files and matching
sets); without it, in the titles of this repository's tests. Rare words beyond those are made up as real ones are: by
joining parts. Record number i depends on the seed and i alone, so a list of works can be drawn without reading the
corpus, and a corpus of 5 million begins with that of 1 million.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import os
import random
import re
import sys
import tarfile
from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PUBTRACK_SHARED", ROOT.parent / "shared")) / "data"
PER_PART = 100_000
SEED = 9

Item = dict[str, Any]


class Language:
    """Words of titles with their neighbours, and names, as counted in real ones."""

    def __init__(self, titles: list[str], families: list[str]) -> None:
        self.begin: Counter[str] = Counter()
        follow: dict[str, Counter[str]] = defaultdict(Counter)
        lengths = []
        for title in titles:
            words = title.split()
            lengths.append(len(words))
            if words:
                self.begin[words[0]] += 1
            for one, two in pairwise(words):
                follow[one][two] += 1
        everything = Counter(word for title in titles for word in title.split())
        self.words = _Drawn(everything)
        self.first = _Drawn(self.begin)
        self.follow = {word: _Drawn(counts) for word, counts in follow.items() if len(counts) > 3}
        self.lengths = sorted(n for n in lengths if 3 <= n <= 30)
        self.parts = sorted({w[:4] for w in everything if len(w) > 8} | {w[-5:] for w in everything if len(w) > 8})
        self.families = _Drawn(Counter(families))

    def title(self, rng: random.Random) -> list[str]:
        """Words that follow each other as in real titles, now and then one of a kind."""
        wanted = rng.choice(self.lengths)
        words = [self.first.draw(rng)]
        while len(words) < wanted:
            chance = rng.random()
            after = self.follow.get(words[-1])
            if chance < 0.06:
                words.append(self.rare(rng))
            elif after and chance < 0.72:
                words.append(after.draw(rng))
            else:
                words.append(self.words.draw(rng))
        return words

    def rare(self, rng: random.Random) -> str:
        """A word that hardly any other title has: a species, a substance, an acronym."""
        if rng.random() < 0.3:
            return "".join(rng.choice("ABCDEFGHIKLMNOPRSTUVXZ") for _ in range(rng.randint(3, 6)))
        return "".join(rng.choice(self.parts) for _ in range(rng.randint(2, 3)))

    def family(self, rng: random.Random) -> str:
        """A family name; one in five is of the long tail."""
        name = self.families.draw(rng)
        return name if rng.random() < 0.8 else (name[:3] + rng.choice(self.parts)).capitalize()


class _Drawn:
    """Draws words as often as they were counted."""

    def __init__(self, counts: Counter[str]) -> None:
        self.words = sorted(counts)
        self.sums = list(accumulate(counts[w] for w in self.words))

    def draw(self, rng: random.Random) -> str:
        return self.words[bisect_left(self.sums, rng.random() * self.sums[-1])]


def real_texts() -> tuple[list[str], list[str]]:
    """Titles and family names of real records: from the shared data, else from the tests of this repository."""
    texts = [p.read_text(encoding="utf-8", errors="replace") for p in sorted((ROOT / "tests").rglob("*.bib"))]
    archive = SHARED / "bibtex" / "corpus.tar.xz"
    if archive.is_file():
        with tarfile.open(archive) as tar:
            texts = [_read(tar, m) for m in tar if m.name.endswith(".bib")]
    titles, families = [], []
    for text in texts:
        titles += re.findall(r"(?im)^\s*title\s*=\s*[{\"]+([^\n]{12,200}?)[}\"]+,?\s*$", text)
        for people in re.findall(r"(?im)^\s*author\s*=\s*[{\"]+([^\n]{3,300}?)[}\"]+,?\s*$", text):
            families += [
                p.split(",")[0].strip() if "," in p else p.split()[-1] for p in people.split(" and ") if p.strip()
            ]
    plain = [re.sub(r"[^\w' :-]+", "", t) for t in titles if "\\" not in t]
    return plain or ["A title of some words about things"], [f for f in families if f.isalpha() and len(f) > 2] or [
        "Smith"
    ]


def _read(tar: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    file = tar.extractfile(member)
    return file.read().decode("utf-8", "replace") if file else ""


_LANGUAGE: Language | None = None


def language() -> Language:
    """The language, counted once a process."""
    global _LANGUAGE
    if _LANGUAGE is None:
        _LANGUAGE = Language(*real_texts())
    return _LANGUAGE


GIVEN = "Anna Wei Maria José John Li Yuki Ahmed Olga Peter Fatima Jan Sara Min Ivan Chen Laura Raj Emma Hans Zoë Søren Ana Piotr Noor".split()  # noqa: SIM905
VENUES = [(f"{kind} of {field}", place) for field in (
    "Applied Physics", "Biology", "Chemistry", "Computational Linguistics", "Economics", "Education", "Medicine",
    "Neuroscience", "Machine Learning", "Software Engineering", "Materials", "Ecology", "Law", "History", "Statistics",
) for kind, place in (("Journal", "journal"), ("Annals", "journal"), ("Transactions", "journal"),
                      ("Proceedings of the Conference on the State", "conference"), ("International Review", "journal"))]  # fmt: skip
GENERIC = ("Introduction", "Editorial", "Preface", "Book Reviews", "Index", "Foreword", "Conclusion")


def record(number: int) -> Item:
    """Record `number` of the corpus: its facts, before any layout.

    Numbers come in tens: 3 is the preprint of 2, 5 is part II of 4, 7 an erratum of 6, 9 sometimes a generic title.
    """
    base, role = number - number % 10, number % 10
    if role == 3 and base % 40 == 0:
        return _preprint(record(base + 2), number)
    if role == 5 and base % 60 == 0:
        return _sibling(record(base + 4), number)
    if role == 7 and base % 80 == 0:
        return _erratum(record(base + 6), number)
    rng = random.Random(SEED * 1_000_003 + number)
    lang = language()
    title = " ".join(lang.title(rng))
    if role == 9 and base % 200 == 0:
        title = rng.choice(GENERIC)
    if role == 4 and base % 60 == 0:
        title = f"{title}{rng.choice((': Part I', ', I', ' (Part 1)'))}"
    venue, kind = rng.choice(VENUES)
    authors = [(lang.family(rng), _given(rng)) for _ in range(rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 6, 8)))]
    return {
        "number": number,
        "title": title,
        "authors": authors,
        "year": min(2026, int(2026 - rng.expovariate(0.09))),
        "venue": venue,
        "kind": "article" if kind == "journal" else "conference-paper",
        "volume": str(rng.randint(1, 200)) if kind == "journal" else None,
        "page": str(rng.randint(1, 2000)),
        "doi": f"10.{rng.randint(1000, 9999)}/s{number:x}" if rng.random() < 0.85 else None,
    }


def _given(rng: random.Random) -> str:
    return rng.choice(GIVEN) + (f" {rng.choice('ABCDEFGHJKLMNPRSTW')}." if rng.random() < 0.35 else "")


def _preprint(article: Item, number: int) -> Item:
    rng = random.Random(SEED * 7 + number)
    words = article["title"].split()
    if rng.random() < 0.25 and len(words) > 4:
        words[rng.randrange(len(words))] = language().words.draw(rng)
    doi = f"10.48550/arxiv.{rng.randint(1001, 2612):04}.{number % 100000:05}"
    return {**article, "number": number, "title": " ".join(words), "year": article["year"] - rng.choice((0, 0, 1, 1, 2)),
            "venue": "arXiv", "kind": "preprint", "volume": None, "page": None, "doi": doi}  # fmt: skip


def _sibling(first: Item, number: int) -> Item:
    title = first["title"].replace("Part I", "Part II").replace(", I", ", II").replace("Part 1", "Part 2")
    doi = f"10.4242/p{number:x}"
    return {**first, "number": number, "title": title, "page": str(int(first["page"] or 1) + 17), "doi": doi}


def _erratum(first: Item, number: int) -> Item:
    rng = random.Random(SEED * 11 + number)
    return {**first, "number": number, "title": f"{rng.choice(('Erratum to', 'Correction to', 'Reply to'))}: {first['title']}",
            "year": first["year"] + 1, "page": str(rng.randint(1, 2000)), "doi": f"10.4242/e{number:x}"}  # fmt: skip


def openalex(facts: Item) -> Item:
    """The record as the OpenAlex snapshot writes it, with the fields that others have, too."""
    rng = random.Random(facts["number"])
    work = f"https://openalex.org/W{facts['number'] + 10**9}"
    holder = (
        "repository"
        if facts["kind"] == "preprint"
        else "conference"
        if facts["kind"] == "conference-paper"
        else "journal"
    )
    words = facts["title"].split()
    return {
        "id": work,
        "doi": f"https://doi.org/{facts['doi']}" if facts["doi"] else None,
        "title": facts["title"],
        "display_name": facts["title"],
        "publication_year": facts["year"],
        "publication_date": f"{facts['year']}-0{rng.randint(1, 9)}-15",
        "ids": {"openalex": work, **({"doi": f"https://doi.org/{facts['doi']}"} if facts["doi"] else {})},
        "language": "en",
        "type": facts["kind"] if facts["kind"] == "preprint" else "article",
        "primary_location": {"is_oa": False, "landing_page_url": f"https://doi.org/{facts['doi']}", "version": "publishedVersion",
                             "raw_type": {"conference-paper": "proceedings-article", "preprint": "posted-content"}.get(facts["kind"], "journal-article"),
                             "source": {"id": "https://openalex.org/S1", "display_name": facts["venue"], "type": holder}},
        "authorships": [{"author_position": "first" if i == 0 else "middle", "author": {"id": f"https://openalex.org/A{i}", "display_name": f"{given} {family}"},
                         "institutions": [{"id": "https://openalex.org/I1", "display_name": f"University of {family[:1]}", "country_code": "CH"}],
                         "raw_author_name": f"{given} {family}", "raw_affiliation_strings": [f"University of {family[:1]}"]}
                        for i, (family, given) in enumerate(facts["authors"])],
        "biblio": {"volume": facts["volume"], "issue": None, "first_page": facts["page"], "last_page": None},
        "open_access": {"is_oa": False, "oa_status": rng.choice(("closed", "closed", "gold", "green"))},
        "cited_by_count": int(rng.paretovariate(0.8)) - 1,
        "abstract_inverted_index": {w: [i] for i, w in enumerate(words)},
        "referenced_works": [f"https://openalex.org/W{rng.randrange(10**9)}" for _ in range(5)],
        "updated_date": "2026-10-01",
    }  # fmt: skip


def listed(number: int, key: str) -> Item:
    """The work as a person's list has it (CSL-JSON), with that list's faults and without identifiers."""
    rng, facts = random.Random(SEED * 31 + number), record(number)
    title = _spoiled_title(facts["title"], rng)
    people = [_spoiled_name(family, given, rng) for family, given in facts["authors"]]
    if rng.random() < 0.08:
        people = people[:1]
    item: Item = {"id": key, "title": title, "author": people}
    if rng.random() < 0.04:
        item.pop("author")
    if rng.random() < 0.93:
        item["issued"] = {"date-parts": [[facts["year"] + rng.choice((0,) * 18 + (1, -1))]]}
    if rng.random() < 0.8 and facts["kind"] != "preprint":
        item["container-title"] = facts["venue"] if rng.random() < 0.7 else _abbreviated(facts["venue"])
    if facts["kind"] == "preprint" and rng.random() < 0.8:
        item.update({"container-title": "arXiv preprint", "genre": "preprint"})
    if facts["volume"] and rng.random() < 0.5:
        item.update({"volume": facts["volume"], "page": facts["page"]})
    item["type"] = {"article": "article-journal", "preprint": "article"}.get(facts["kind"], "paper-conference")
    return item


_FOREIGN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "é": "e", "è": "e", "ñ": "n", "ë": "e"})


def _spoiled_title(title: str, rng: random.Random) -> str:
    if rng.random() < 0.06 and len(title.split()) > 6:
        words = title.split()
        title = (
            title.split(":", maxsplit=1)[0]
            if ":" in title and rng.random() < 0.5
            else " ".join(words[: max(5, len(words) - rng.randint(1, 5))])
        )
    if rng.random() < 0.22:
        for _ in range(min(rng.choice((1, 1, 1, 2, 3)), 1 + len(title) // 25)):
            title = _typo(title, rng)
    if rng.random() < 0.05:
        words = title.split()
        words.pop(rng.randrange(len(words)))
        title = " ".join(words) or title
    if rng.random() < 0.1:
        title = title.upper() if rng.random() < 0.3 else title.lower()
    return title.translate(_FOREIGN) if rng.random() < 0.3 else title


def _typo(text: str, rng: random.Random) -> str:
    at = rng.randrange(max(1, len(text) - 1))
    kind = rng.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + rng.choice("abcdefghijklmnopqrstuvwxyz ") + text[at:]
    if kind == 2:
        return text[:at] + rng.choice("abcdefghijklmnopqrstuvwxyz") + text[at + 1 :]
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _spoiled_name(family: str, given: str, rng: random.Random) -> Item:
    if rng.random() < 0.3:
        given = " ".join(f"{part[0]}." for part in given.split())
    if rng.random() < 0.3:
        family, given = family.translate(_FOREIGN), given.translate(_FOREIGN)
    if rng.random() < 0.02:
        family = _typo(family, rng) or family
    return {"family": family, "given": given}


def _abbreviated(venue: str) -> str:
    return " ".join(w[:4] + "." if len(w) > 5 else w for w in venue.split() if w not in ("of", "the", "on"))


def write_part(folder: Path, part: int, first: int, last: int) -> None:
    """Writes one file of the snapshot."""
    place = folder / "data" / "works" / f"updated_date=2026-10-{part % 28 + 1:02}"
    place.mkdir(parents=True, exist_ok=True)
    with gzip.open(place / f"part_{part:04}.gz", "wt", encoding="utf-8", compresslevel=1) as file:
        for number in range(first, last):
            file.write(json.dumps(openalex(record(number)), ensure_ascii=False) + "\n")


def write_corpus(folder: Path, records: int, processes: int = 2) -> None:
    """Writes a corpus; parts that are there stay."""
    jobs = [(folder, i, first, min(first + PER_PART, records)) for i, first in enumerate(range(0, records, PER_PART))]
    todo = [j for j in jobs if not list(folder.rglob(f"part_{j[1]:04}.gz"))]
    with multiprocessing.Pool(processes) as pool:
        pool.starmap(write_part, todo)


def draw(records: int, works: int, seed: int = 1) -> list[tuple[Item, int | None]]:
    """Works with the number of the record each is; one in ten is of no record of the corpus (its number lies beyond)."""
    rng = random.Random(seed)
    drawn, numbers = [], rng.sample(range(records), works - works // 10)
    for i, number in enumerate(numbers):
        drawn.append((listed(number, f"w{i}"), number))
    for i in range(works // 10):
        number = 10**9 + i * 10 + rng.choice((0, 1, 6, 8))
        drawn.append((listed(number, f"x{i}"), None))
    return drawn


def write_works(path: Path, drawn: list[tuple[Item, int | None]]) -> None:
    """Writes the list as CSL-JSON."""
    path.write_text(json.dumps([item for item, _ in drawn], ensure_ascii=False), encoding="utf-8")


def main() -> None:
    """Writes a corpus and a list."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--works", type=int, default=10_000)
    given = parser.parse_args()
    write_corpus(given.folder, given.records)
    write_works(given.folder / "works.json", draw(given.records, given.works))
    sys.stdout.write(f"{given.folder}\n")


if __name__ == "__main__":
    main()
