"""Throws broken texts at every reader, for as long as it is told, and keeps what breaks one.

    python tools/fuzz.py --seconds 600                  every reader, ten minutes each
    python tools/fuzz.py ris bibtex --seconds 30 --seed 7

A text is made from good ones by cutting, doubling, swapping, splicing with another format, and by characters that break
things. What a reader promises is checked each time: it never raises for what a text holds, offsets lie in the text and
titles stand where they are said to, and it stays fast. Findings are made small and written to a folder, each with the
line of code where it broke. Exit code 1: there are findings.
"""
# ruff: noqa: E501 - good texts, one line each

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pubtrack.model import Reading
from pubtrack.readers import READERS

ROOT = Path(__file__).resolve().parent.parent
SEEDS: dict[str, str] = {
    "bibtex": '@string{j = "J"}\n@article{k, title = {On {BERT} & more}, author = {Jin, Zhijing and {A B}}, year = 2024, month = jan # "~1", journal = j}\n% c\n@comment{x}\n',
    "csl-json": '[{"id": "k", "type": "book", "title": "On <i>things</i>", "author": [{"family": "Li", "given": "A"}], "issued": {"date-parts": [[2024, 3]]}, "DOI": "10.1000/x"}]',
    "ris": "TY  - JOUR\nID  - k\nTI  - On things\nAU  - Jin, Zhijing\nPY  - 2024/03/01/x\nSP  - 1\nEP  - 9\nDO  - 10.1000/x\nER  - \n",
    "nbib": "PMID- 123456\nTI  - On things\n      and more.\nFAU - Jin, Zhijing\nDP  - 2024 May-Jun\nLID - 10.1000/x [doi]\n",
    "endnote-xml": '<xml><records><record><ref-type name="Journal Article">17</ref-type><titles><title><style>On &amp; things</style></title></titles><contributors><authors><author>Li, A</author></authors></contributors><dates><year>2024</year></dates></record></records></xml>',
    "ids": "10.1000/xyz\narXiv:2407.02273v4\nPMID: 1234\nhttps://doi.org/10.1000/ABC\n# c\n978-3-16-148410-0\n",
    "orcid-json": '{"group": [{"work-summary": [{"put-code": 1, "title": {"title": {"value": "On things"}}, "type": "book", "publication-date": {"year": {"value": "2024"}}, "external-ids": {"external-id": [{"external-id-type": "doi", "external-id-value": "10.1000/x"}]}}]}]}',
    "text": "I wrote “A Theory of Things: Why and How” with B. Lee (Nature, 2020), which won the Best Paper Award at ACL 2021.\n\nLi, A., & Lee, B. (2019). On words. Journal of X, 3(2), 1-9. https://doi.org/10.1000/x\n",
    "markdown": "# CV\n\n## Publications\n\n1. **Li, A.**, Lee B. *On words.* [PDF](http://a.org/x.pdf) NeurIPS 2019.\n- Best Paper Award, 2020\n",
    "html": "<html><body><h2>Papers</h2><ul><li><b>A. Li</b>, <i>On words</i>. <a href='https://doi.org/10.1000/x'>ACL 2020</a></li></ul></body></html>",
    "latex": "\\documentclass{article}\\begin{document}\\section*{Publications}\\begin{itemize}\\item \\textbf{A. Li}. \\emph{On words}. ACL, 2020.\\cventry{2020}{Prize}{X}{}{}{}\\end{itemize}\\end{document}",
}  # fmt: skip
"""A good text of each format; files of that ending in bib/ and the fixtures come to it."""

SPARKS = (
    "\x00", "\ufeff", "\u202e", "\u2028", "\x85", "\udcf6", "\U0001f3c6", "é", "e\u0301", "\r", "\r\n", "\t", "{", "}", "\\",
    '"', "'", "“", "”", "<", ">", "&", "&#0;", "&amp;", "<![CDATA[", "<!--", "[", "]", "@", "%", "#", ",", ";", ":", "=", "$",
    "@article{", "@string{", "@comment{", "\\begin{", "\\end{", "\\u{", "null", "NaN", "1e999", "-1", "9" * 40, "0000-00-00", "10.1000/",
    "https://", "et al.", " and ", " " * 50, "\n" * 20, "(" * 30, "a" * 300, "TY  - ", "PMID- ", "{{{{", "}}}}",
)  # fmt: skip
"""What has broken readers of others."""

SLOW_S = 2.0
PER_CHARACTER_S = 0.002
"""A text that takes longer than both is a finding. Source: own choice, some twenty times what a good text takes."""


@dataclass(frozen=True)
class Finding:
    """A text that breaks a promise."""

    reader: str
    kind: str
    text: str


def seeds(name: str) -> list[str]:
    """Gives the good texts of a format."""
    endings = {"bibtex": "*.bib", "csl-json": "*.json", "text": "*.txt", "markdown": "*.md"}
    files = [
        *ROOT.glob(f"bib/{endings.get(name, '*.nothing')}"),
        *ROOT.glob(f"docs/tutorial/{endings.get(name, '*.nothing')}"),
    ]
    return [SEEDS[name], *(f.read_text(encoding="utf-8")[:20_000] for f in files)]


def broken(good: list[str], rng: random.Random) -> str:
    """Gives one text made from good ones by a few accidents."""
    text = rng.choice(good)
    for _ in range(rng.choice((1, 1, 2, 3, 5, 9))):
        at, to = sorted((rng.randint(0, len(text)), rng.randint(0, len(text))))
        text = rng.choice(_ACCIDENTS)(text, at, to, rng)
    return text[:60_000]


def _spliced(text: str, at: int, _to: int, rng: random.Random) -> str:
    other = rng.choice(list(SEEDS.values()))
    cut = rng.randint(0, len(other))
    return text[:at] + other[cut : cut + rng.randint(1, 200)] + text[at:]


def _retyped(text: str, at: int, _to: int, rng: random.Random) -> str:
    return text[:at] + chr(rng.choice((rng.randint(0, 127), rng.randint(0, 0xD7FF)))) + text[at + 1 :]


def _replaced(text: str, _at: int, _to: int, rng: random.Random) -> str:
    return text.replace(rng.choice((" ", "\n", ",", '"', "{", "}", ":")), rng.choice(SPARKS), rng.randint(1, 4))


_ACCIDENTS: tuple[Callable[[str, int, int, random.Random], str], ...] = (
    lambda text, at, to, rng: text[:at] + text[min(to, at + rng.randint(1, 40)) :],
    lambda text, at, to, rng: text[:to],
    lambda text, at, to, rng: text[:at] + rng.choice(SPARKS) + text[at:],
    lambda text, at, to, rng: text[:to] + text[at:to] * rng.randint(1, 4) + text[to:],
    lambda text, at, to, rng: text[to:] + text[at:to] + text[:at],
    _spliced,
    _retyped,
    _replaced,
)
"""What happens to texts: a piece is lost, the end, something gets in, a piece is doubled, pieces change places ..."""


def broken_promise(reader: Callable[[str], Reading], text: str) -> str | None:
    """Gives what a reader does wrong with a text, or None."""
    begin = time.process_time()
    try:
        reading = reader(text)
    except Exception as error:  # noqa: BLE001 - whatever it raises is what we look for
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}"
    taken = time.process_time() - begin
    if taken > max(SLOW_S, PER_CHARACTER_S * len(text)):
        return f"{taken:.1f} s for {len(text)} characters"
    if reading.text != text:
        return "another text came back"
    for mention in (*reading.works, *reading.awards, *reading.appointments, *reading.events, *reading.others):
        if not 0 <= mention.start <= mention.end <= len(text):
            return f"{type(mention).__name__} outside the text"
    for work in reading.works:
        if work.title is not None and text[work.start : work.end] != work.title:
            return "a title is not where it is said to be"
    if any(issue.line is not None and issue.line < 1 for issue in reading.issues):
        return "a line below 1"
    return None


def smaller(reader: Callable[[str], Reading], text: str, kind: str, tries: int = 400) -> str:
    """Gives a shorter text that breaks the same promise."""
    step = len(text) // 2
    while step and tries:
        at = 0
        while at < len(text) and tries:
            tries -= 1
            less = text[:at] + text[at + step :]
            if less != text and (broken_promise(reader, less) or "").partition(" in ")[0] == kind.partition(" in ")[0]:
                text = less
            else:
                at += step
        step //= 2
    return text


def fuzz(name: str, seconds: float, seed: int) -> Iterator[Finding | int]:
    """Gives each new kind of finding, and at last how many texts were read."""
    rng, good, reader = random.Random(f"{seed} {name}"), seeds(name), READERS[name]
    end, count, known = time.monotonic() + seconds, 0, set[str]()
    while time.monotonic() < end:
        text = broken(good, rng)
        count += 1
        kind = broken_promise(reader, text)
        group = (kind or "").partition(" s for ")[1] or kind
        if kind and group and group not in known:
            known.add(group)
            yield Finding(name, kind, smaller(reader, text, kind))
    yield count


def main() -> int:
    """Fuzzes the readers named, or all."""
    parser = argparse.ArgumentParser(description="Throw broken texts at the readers.")
    parser.add_argument("readers", nargs="*", help=f"of {', '.join(READERS)}; all without")
    parser.add_argument("--seconds", type=float, default=30, help="for each reader")
    parser.add_argument("--seed", type=int, default=0, help="another one, other texts")
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"), help="folder for what breaks a reader")
    words = parser.parse_args()
    found = 0
    for name in words.readers or READERS:
        for told in fuzz(name, words.seconds, words.seed):
            if isinstance(told, int):
                print(f"{name}: {told} texts")
                continue
            found += 1
            words.keep.mkdir(parents=True, exist_ok=True)
            path = words.keep / f"{name}-{found}.txt"
            path.write_bytes(told.text.encode("utf-8", "surrogatepass"))
            print(f"{name}: {told.kind}; {len(told.text)} characters kept in {path}")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
