"""A generated corpus of works, the same for the same seed. No real work, person or DOI is in it."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cached_property

_WORDS = (
    "causal", "language", "model", "reasoning", "alignment", "inference", "robust", "sparse", "neural", "graph",
    "moral", "social", "policy", "agent", "memory", "optimal", "control", "Bayesian", "kernel", "transfer",
    "learning", "benchmark", "dialogue", "translation", "summarization", "fairness", "safety", "quantum",
    "protein", "cell", "climate", "network", "dynamic", "evaluation", "multilingual", "grounded", "compositional",
)  # fmt: skip
_GIVEN = (
    "Ada", "Bela", "Chen", "Dilek", "Emre", "Fatma", "Goran", "Hana", "Ivo", "Jana", "Kofi", "Lena", "Mei",
    "Nadia", "Omar", "Pia", "Quentin", "Rosa", "Söner", "Tove",
)  # fmt: skip
_FAMILY = (
    "Abe", "Becker", "Castro", "Dušek", "Eriksson", "Farkas", "Gómez", "Hansen", "Ito", "Jovanović", "Kim", "Li",
    "Müller", "Novák", "Okafor", "Park", "Quist", "Rossi", "Schölkopf", "Tanaka", "Urban", "Vogel", "Wang", "Xu",
    "Yilmaz", "Zhang",
)  # fmt: skip
_VENUES = ("Journal of Imaginary Results", "Proceedings of the Conference on Nothing", "Annals of Tests")
_PREFIXES = ("10.1145", "10.1109", "10.1007", "10.1016", "10.18653")


@dataclass(frozen=True)
class Paper:
    """One work as all hosts know it."""

    number: int
    title: str
    authors: tuple[tuple[str, str], ...]
    year: int
    month: int
    day: int
    venue: str
    doi: str
    arxiv: str
    cited: int
    retracted: bool = False
    published: bool = True
    """False: a preprint so far; only arXiv, DataCite and Semantic Scholar have it, and nobody its DOI."""

    @property
    def openalex(self) -> str:
        return f"W{4_000_000_000 + self.number}"

    @property
    def s2(self) -> str:
        return f"{self.number:040x}"

    @property
    def datacite(self) -> str:
        return f"10.48550/arxiv.{self.arxiv}"

    @property
    def dblp(self) -> str:
        return f"journals/test/X{self.number}"


@dataclass
class Corpus:
    """Works by every identifier they have."""

    papers: list[Paper] = field(default_factory=list)

    @cached_property
    def by_doi(self) -> dict[str, Paper]:
        return {p.doi: p for p in self.papers if p.published}

    @cached_property
    def by_arxiv(self) -> dict[str, Paper]:
        return {p.arxiv: p for p in self.papers}

    @cached_property
    def by_datacite(self) -> dict[str, Paper]:
        return {p.datacite: p for p in self.papers}

    @cached_property
    def by_openalex(self) -> dict[str, Paper]:
        return {p.openalex: p for p in self.papers if p.published}

    @cached_property
    def by_s2(self) -> dict[str, Paper]:
        return {p.s2: p for p in self.papers}

    @cached_property
    def by_dblp(self) -> dict[str, Paper]:
        return {p.dblp: p for p in self.papers if p.published}

    @cached_property
    def by_title(self) -> dict[str, Paper]:
        return {p.title.lower(): p for p in self.papers}


def make(size: int, seed: int = 7) -> Corpus:
    """Gives a corpus of that many works."""
    rng = random.Random(seed)
    return Corpus([_paper(number, rng) for number in range(1, size + 1)])


def _paper(number: int, rng: random.Random) -> Paper:
    words = rng.sample(_WORDS, 5)
    people = tuple((rng.choice(_GIVEN), rng.choice(_FAMILY)) for _ in range(rng.randint(1, 6)))
    prefix = rng.choice(_PREFIXES)
    year = rng.randint(2010, 2026)
    return Paper(
        number,
        f"{words[0].capitalize()} {words[1]} for {words[2]} {words[3]}: {words[4]} study {number}",
        people,
        year,
        rng.randint(1, 12),
        rng.randint(1, 28),
        rng.choice(_VENUES),
        f"{prefix}/{rng.randint(1000000, 9999999)}.{number:07d}",
        f"{year % 100:02d}{rng.randint(1, 12):02d}.{number % 100_000:05d}",
        rng.randint(0, 500),
        retracted=rng.random() < 0.01,
    )
