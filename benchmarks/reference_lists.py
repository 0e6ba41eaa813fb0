"""Lists of invented references in seven styles and four formats: nothing but references, and no two alike.

Names, titles and journals are made of a few hundred words, four of ten with a letter too many, so that remembered
answers help no more than in the lists of real people.
"""
# ruff: noqa: SIM905 - tables of words

from __future__ import annotations

import random
from collections.abc import Callable

FAMILIES = (
    "Abbott Baumann Castro Dupont Eriksen Fischer García Hughes Ivanov Jensen Kowalski Lefèvre Müller Novak "
    "Okafor Pereira Quinn Rossi Schneider Takahashi Ueda Vasquez Weber Xu Zhang Lindqvist Nakamura Petrov Haddad "
    "Moreau Keller"
).split()
GIVEN = "Anna Boris Clara Daniel Elena François Greta Hiro Irene Jakob Karen Lucas Maria Nils Olga Paul Rosa".split()
NOUNS = (
    "models networks proteins markets rivers archives sentences crystals galaxies forests migrants treaties "
    "neurons lasers polymers schools elections manuscripts catalysts glaciers microbes tensors graphs pathways "
    "genomes prices"
).split()
ADJECTIVES = (
    "sparse robust early urban causal hidden thermal medieval adaptive quantum neural rural dynamic latent "
    "Bayesian visual maritime clinical stochastic comparative digital colonial seasonal magnetic recursive"
).split()
TITLES = (
    "On the {n} of {a} {m}",
    "{a} {n} and {b} {m}: a study of {c} {o}",
    "Learning {a} {n} from {b} {m}",
    "Towards {a} {n} for {b} {m} with few {o}",
    "{n}, {m} and {o}: evidence from {a} {p}",
    "What do {a} {n} know about {m}?",
    "The origin of {a} {n} in the {b} {m} of northern Europe",
)
JOURNALS = (
    "Journal of {a} {n}",
    "{a} {n} Review",
    "Annals of {n}",
    "Transactions on {a} {n}",
    "Zeitschrift für {n}",
    "{n} Letters",
    "Proceedings of the Conference on {a} {n}",
    "{a} {n}",
)
STYLES = (
    "{apa} ({year}). {title}. {journal}, {volume}({issue}), {first}–{last}. https://doi.org/{doi}",
    "{ieee}, “{title},” {journal}, vol. {volume}, no. {issue}, pp. {first}–{last}, {year}.",
    "{short}. {title}. {journal}. {year};{volume}({issue}):{first}–{last}. doi: {doi}.",
    "{long}. “{title}.” {journal} {volume}, no. {issue} ({year}): {first}–{last}.",
    "{slashes}: {title}, in: {journal} {volume} ({year}), S. {first}–{last}.",
    "{plain}. {title}. {journal}, {year}.",
    "{year}. {semicolons}. {title}. In {journal} (pp. {first}–{last}). Springer, Berlin.",
)
"""APA, IEEE, Vancouver, Chicago, a German style, that of home pages, and one that begins with the year."""
ONE_STYLE = 20
"""References in a row that are written alike."""


class _Inventor:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def word(self, words: list[str]) -> str:
        word = self.chance.choice(words)
        if len(word) > 3 and word.isascii() and self.chance.random() < 0.4:
            at = self.chance.randrange(1, len(word) - 1)
            word = word[:at] + self.chance.choice("aeiourstln") + word[at:]
        return word

    def phrase(self, forms: tuple[str, ...]) -> str:
        words = {key: self.word(NOUNS) for key in "nmop"} | {key: self.word(ADJECTIVES) for key in "abc"}
        return self.chance.choice(forms).format(**words)

    def title(self) -> str:
        title = self.phrase(TITLES)
        if self.chance.random() < 0.4:
            return _capital(title)
        return title[0].upper() + title[1:]

    def authors(self) -> dict[str, str]:
        size = self.chance.choice((1, 2, 2, 3, 3, 4, 6))
        people = [(self.word(FAMILIES), self.chance.choice(GIVEN)) for _ in range(size)]
        signed = [f"{family}, {given[0]}." for family, given in people]
        first = [f"{given[0]}. {family}" for family, given in people]
        return {
            "apa": ", & ".join([", ".join(signed[:-1]), signed[-1]] if size > 1 else signed),
            "ieee": " and ".join([", ".join(first[:-1]), first[-1]] if size > 1 else first),
            "short": ", ".join(f"{family} {given[0]}" for family, given in people),
            "long": ", and ".join(
                [f"{people[0][0]}, {people[0][1]}", *(f"{given} {family}" for family, given in people[1:])]
            ),
            "slashes": " / ".join(f"{family}, {given}" for family, given in people[:3]),
            "plain": ", ".join(f"{given} {family}" for family, given in people),
            "semicolons": "; ".join(f"{family} {given[0]}" for family, given in people),
        }

    def reference(self, style: str, title: Callable[[str], str], journal: Callable[[str], str]) -> str:
        number = self.chance.randrange
        first = number(1, 900)
        return style.format(
            title=title(self.title()),
            journal=journal(_capital(self.phrase(JOURNALS))),
            year=number(1990, 2025),
            volume=number(1, 80),
            issue=number(1, 12),
            first=first,
            last=first + number(5, 30),
            doi=f"10.{number(1000, 9999)}/{self.word(NOUNS)}.{number(10_000, 1_000_000)}",
            **self.authors(),
        )


def _capital(text: str) -> str:
    return " ".join(word if len(word) < 5 else word[0].upper() + word[1:] for word in text.split())


def _as_latex(text: str) -> str:
    return text.replace("&", "\\&").replace("–", "--").replace("ü", '\\"u').replace("é", "\\'e")


def _same(text: str) -> str:
    return text


HEADS = {
    "text": "Jane Doe\n\nPublications\n\n",
    "markdown": "# Jane Doe\n\n## Publications\n\n",
    "html": "<html><body><h1>Jane Doe</h1><h2>Publications</h2><ol>\n",
    "latex": "\\documentclass{article}\n\\begin{document}\n\\section{Publications}\n\\begin{enumerate}\n",
}
ENDS = {"text": "", "markdown": "", "html": "</ol></body></html>\n", "latex": "\\end{enumerate}\n\\end{document}\n"}


def _entry(fmt: str, number: int, inventor: _Inventor) -> str:
    style = STYLES[number // ONE_STYLE % len(STYLES)]
    address = f"https://example.org/{number}.pdf"
    if fmt == "text":
        return f"{number}. {inventor.reference(style, _same, _same)}\n"
    if fmt == "latex":
        return "\\item " + _as_latex(inventor.reference(style, _same, lambda words: f"\\emph{{{words}}}")) + "\n"
    if fmt == "markdown":
        title = (lambda words: f"[{words}]({address})") if number % 3 == 0 else _same
        return f"- {inventor.reference(style, title, lambda words: f'*{words}*')}\n"
    title = (lambda words: f'<a href="{address}">{words}</a>') if number % 3 == 0 else _same
    entry = inventor.reference(style, title, lambda words: f"<i>{words}</i>")
    return f"<li>{entry.replace('& ', '&amp; ')}</li>\n"


def reference_list(fmt: str, size: int, seed: int = 1) -> str:
    """Gives a list of references of about `size` bytes in one of the formats of `HEADS`."""
    inventor, parts, length, number = _Inventor(seed), [HEADS[fmt]], 0, 0
    while length < size:
        number += 1
        parts.append(_entry(fmt, number, inventor))
        length += len(parts[-1].encode())
    return "".join([*parts, ENDS[fmt]])
