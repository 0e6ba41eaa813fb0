"""Counts which three letters follow each other in words of titles, and writes them as `pubtrack.vocab.letter_triples`.

    python tools/count_letters.py            # writes the table
    python tools/count_letters.py --check    # how many unseen words it takes for misspelt, and how many slips it finds

Counted are words of letters alone that three titles have at least, so that hardly a misspelt one is among them. The
titles are those of `tools/train_matching.py` and of the real .bib files of the shared data.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

import matching_data as data  # noqa: E402 - lies beside the benchmark that shares it
from pubtrack.markup.titles import normalise_title  # noqa: E402
from synthetic_corpus import real_texts  # noqa: E402

LEAST = 3
"""Titles that must have a word."""
WIDTH = 112


def titles() -> set[str]:
    """Every title once, as titles compare."""
    found = list(real_texts()[0])
    for name in data.DITTO:
        for part in ("train", "valid"):
            found += [item.get("title", "") for *pair, _ in data.ditto_pairs(name, part) for item in pair]
    for name in data.BIBDEDUPE:
        found += [item.get("title", "") for item in data.bibdedupe(name)[0]]
    found += [item.get("title", "") for item in data.reference_records().values()]
    return {normalise_title(title) for title in found}


def frequent_words() -> list[str]:
    """The words of letters alone that `LEAST` titles have, sorted."""
    counts = Counter(word for title in titles() for word in set(title.split()))
    return sorted(w for w, n in counts.items() if n >= LEAST and len(w) > 2 and w.isascii() and w.isalpha())


def triples_of(words: Iterable[str]) -> set[str]:
    """Three letters that follow each other in a word; "^" and "$" are its ends."""
    return {f"^{w}$"[i : i + 3] for w in words for i in range(len(w))}


def check(words: list[str]) -> None:
    """Prints how a table of nine tenths of the words does on long ones of the last tenth."""
    rng = random.Random(0)
    rng.shuffle(words)
    known = triples_of(words[: len(words) * 9 // 10])
    unseen = [w for w in words[len(words) * 9 // 10 :] if len(w) > 5]
    likely = [w for w in unseen if triples_of([w]) <= known]
    slips = [slip for word in likely for slip in (_slip(word, rng) for _ in range(3)) if slip != word]
    found = sum(not triples_of([slip]) <= known for slip in slips)
    print(
        f"unseen words taken for misspelt: {1 - len(likely) / len(unseen):.3f}; slips found: {found / len(slips):.3f}"
    )


def _slip(word: str, rng: random.Random) -> str:
    at, letter = rng.randrange(len(word)), rng.choice("abcdefghijklmnopqrstuvwxyz")
    return rng.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        )
    )


def write(words: list[str]) -> None:
    """Writes the table."""
    third: dict[str, list[str]] = defaultdict(list)
    for triple in sorted(triples_of(words)):
        third[triple[:2]].append(triple[2])
    lines = [""]
    for entry in (two + "".join(letters) for two, letters in third.items()):
        if len(lines[-1]) + len(entry) + 1 > WIDTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {entry}".strip()
    body = "\n".join(f'    "{line} "' for line in lines)
    (ROOT / "src" / "pubtrack" / "vocab" / "letter_triples.py").write_text(f"{HEAD}{body}\n{TAIL}", encoding="utf-8")


HEAD = '''"""Which three letters follow each other in words of titles: counted by `tools/count_letters.py`. Do not edit.

An entry is two letters and all that follow them in some word; "^" is the beginning of a word, "$" its end.
Source: the words that three titles at least have, of the titles that the tool's docstring names.
"""

from __future__ import annotations

from functools import cache

__all__ = ["letter_triples"]

_TABLE = (
'''
TAIL = ''')


@cache
def letter_triples() -> frozenset[str]:
    """Gives every three letters that follow each other in a word.

    >>> "the" in letter_triples(), "^th" in letter_triples(), "qxz" in letter_triples()
    (True, True, False)
    """
    return frozenset(entry[:2] + letter for entry in _TABLE.split() for letter in entry[2:])
'''


def main() -> None:
    """Counts, then writes or checks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true", help="print figures, write nothing")
    words = frequent_words()
    check(words) if parser.parse_args().check else write(words)


if __name__ == "__main__":
    main()
