"""Libraries that the page is tried on: a career with everything in it, a hostile one, a large one."""

from __future__ import annotations

from datetime import date

from pubtrack.model import Appointment, Award, Contributor, Fields, Notice, OpenAccess, Owner
from pubtrack.store.citations import CitationRow
from pubtrack.writers import Entry, LibraryView

OWNER = Owner(
    name="Ada Müller-Okafor", orcid="0000-0002-1825-0097", aliases=("A. Müller-Okafor",), homepage="https://example.org"
)
_PEOPLE = ("Grace Hopper", "Bernhard Schölkopf", "Łucja Nowak", "Wei Zhang", "José García", "Mary Somerville")
_VENUES = ("Journal of Causal Inference", "NeurIPS", "Findings of ACL", "Nature Machine Intelligence", "EMNLP")
_WORDS = (
    "Causal", "reasoning", "in", "language", "models", "measures", "robust", "preferences", "of", "agents", "under",
    "scarce", "data", "and", "social", "dilemmas", "with", "<i>in vivo</i>", "benchmarks", "revisited",
)  # fmt: skip
_TYPES = ("article-journal", "paper-conference", "article", "thesis", "chapter")


def person(name: str) -> Contributor:
    """A contributor of a name as it is spoken."""
    given, _, family = name.rpartition(" ")
    return Contributor(given=given or None, family=family)


def work(number: int) -> Entry:
    """One of many works that differ from each other."""
    words = [_WORDS[(number * 7 + step * (3 + number % 5)) % len(_WORDS)] for step in range(7 + number % 5)]
    authors = [person(_PEOPLE[(number + step) % len(_PEOPLE)]) for step in range(1 + number % 4)]
    authors.insert(number % 3, person(OWNER.name))
    kind = _TYPES[number % len(_TYPES)]
    return Entry(
        f"w{number:04d}",
        Fields(
            type=kind,
            genre="preprint" if kind == "article" else None,
            title=" ".join(words).capitalize() + f" {number}",
            author=tuple(authors),
            container_title=_VENUES[number % len(_VENUES)] if kind != "thesis" else None,
            publisher="ETH Zürich" if kind == "thesis" else None,
            issued=f"{2026 - number % 12}-{1 + number % 12:02d}",
            doi=f"10.1000/w.{number}",
            abstract=" ".join(words * 9) + ".",
            open_access=OpenAccess(url="https://example.org/a.pdf") if number % 3 == 0 else None,
        ),
    )


def career() -> LibraryView:
    """A small library with awards, a retraction, marks, history, and many names."""
    many = tuple(person(f"Given{n} Family{n}") for n in range(40))
    works = [work(n) for n in range(14)]
    works[2] = Entry(
        "retracted",
        works[2].fields.replace(
            title="Cold fusion in a cup of tea",
            notices=(Notice(type="retraction", date="2025-03", stated_by="publisher", reason="The data were made up"),),
        ),
    )
    works[4] = Entry("crowd", works[4].fields.replace(author=(*many, person(OWNER.name))))
    marked = works[0].fields.author
    works[0] = Entry(
        "marked", works[0].fields.replace(author=tuple(p.replace(marks=("equal-contribution",)) for p in marked))
    )
    rows = [
        CitationRow(date(2024 + month // 12, 1 + month % 12, 1), key, "openalex", (month * month) // (2 + place))
        for place, key in enumerate(("marked", "w0001", "w0003"))
        for month in range(0, 30, 3)
    ]
    return LibraryView(
        works=tuple(works),
        awards=(
            Award(id="best", name="Best Paper Award", awarder="NeurIPS", date="2024-12-14", works=("marked",)),
            Award(id="fellow", name="Early Career Fellowship", awarder="Royal Society", date="2023", kind="fellowship"),
        ),
        appointments=(Appointment(id="now", role="Assistant Professor", organization="University of Toronto"),),
        owner=OWNER,
        citations=tuple(rows),
        settings={"selected": ("w0001",)},
    )


ATTACKS = (
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    '" onmouseover="window.hacked=1',
    "</title></style><svg/onload=window.hacked=1>",
    "{{ 7*7 }}{% raw %}",
    "\u202eevil\u202d txt.exe\u2066",
    "]]><!--<script>",
    "x" * 10_000,
    "العنوان العربي مع English",
)
"""Texts that must stay texts."""


def hostile() -> LibraryView:
    """A library where every text is an attack."""
    works = tuple(
        Entry(
            attack[:60],
            Fields(
                type="article-journal",
                title=attack,
                author=(Contributor(literal=attack), Contributor(family=attack, given=attack)),
                container_title=attack,
                publisher=attack,
                abstract=attack,
                note=attack,
                keyword=(attack,),
                volume=attack,
                page=attack,
                language=attack,
                issued="2024",
                notices=(Notice(type="retraction", label=attack, reason=attack, stated_by=attack),),
                open_access=OpenAccess(url="javascript:window.hacked=1", license=attack),
            ),
        )
        for attack in ATTACKS
    )
    awards = tuple(
        Award(id=f"a{n}", name=attack, awarder=attack, url="javascript:window.hacked=1", works=(attack[:60],))
        for n, attack in enumerate(ATTACKS)
    )
    owner = Owner(name="</script><b>Own", homepage="javascript:window.hacked=1")
    return LibraryView(works=works, awards=awards, owner=owner, settings={"site_title": ATTACKS[0], "locale": None})


def large(number: int) -> LibraryView:
    """A library of so many works."""
    return LibraryView(works=tuple(work(n) for n in range(number)), owner=OWNER)
