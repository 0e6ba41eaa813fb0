"""A small world of papers by one person, whose papers are published, retitled, retracted and cited as weeks go by."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from emulator.corpus import Corpus, Paper
from emulator.hosts import HOSTS, Emulator

OWNER = "Hana Vogel"
BEGIN = datetime(2026, 1, 5, 4, 30, tzinfo=UTC)
"""The Monday of week 0."""
_PEOPLE = (("Hana", "Vogel"), ("Ivo", "Schölkopf"), ("Mei", "Tanaka"), ("Kofi", "Okafor"))


def _paper(number: int, title: str, issued: tuple[int, int, int], venue: str, **other: object) -> Paper:
    year, month, day = issued
    people = _PEOPLE[: 1 + number % len(_PEOPLE)]
    doi, arxiv = f"10.1145/300{number}.400{number}", f"{year % 100:02d}{month:02d}.0000{number}"
    return replace(Paper(number, title, people, year, month, day, venue, doi, arxiv, 10 * number), **other)


PREPRINT, RETITLED, RETRACTED, CITED, EDITED, QUIET = (f"vogel{n}" for n in range(1, 7))
PAPERS = {
    PREPRINT: _paper(1, "Moss on Northern Roofs Measures the Rain of a Century", (2026, 1, 2), "Annals of Moss", published=False),
    RETITLED: _paper(2, "How Lichens Keep Time: A Study of Slow Clocks", (2024, 3, 5), "Journal of Slow Clocks"),
    RETRACTED: _paper(3, "Ferns Remember the Weather of Last Year", (2023, 6, 7), "Letters on Ferns"),
    CITED: _paper(4, "A Census of Unnamed Mushrooms in City Parks", (2024, 9, 9), "Proceedings of the Conference on Parks"),
    EDITED: _paper(5, "Counting Rings Without Cutting Trees", (2022, 1, 11), "Journal of Whole Trees"),
    QUIET: _paper(6, "Pollen Under the Streetlights of Small Towns", (2019, 12, 13), "Journal of Dust"),
}  # fmt: skip
"""Citation key -> paper, as everybody knows it in week 0."""

NEW_TITLE = "How Lichens Keep Time: Slow Clocks on Stone"
PUBLISHED, TITLE_CHANGED, WITHDRAWN = 12, 20, 28
"""The weeks in which the preprint appears, the title changes, and the retraction is known."""
COUNTED = range(4, 52, 8)
"""Weeks in which the paper that is cited was cited three times more."""
DEAD = range(32, 36)
"""The weeks in which a host cannot be used."""


def moment(week: int) -> datetime:
    """When the run of a week happens."""
    return BEGIN + timedelta(weeks=week)


def papers(week: int) -> dict[str, Paper]:
    """What the hosts know in a week."""
    now = dict(PAPERS)
    if week >= PUBLISHED:
        now[PREPRINT] = replace(now[PREPRINT], published=True)
    if week >= TITLE_CHANGED:
        now[RETITLED] = replace(now[RETITLED], title=NEW_TITLE)
    if week >= WITHDRAWN:
        now[RETRACTED] = replace(now[RETRACTED], retracted=True)
    times = sum(week >= counted for counted in COUNTED)
    now[CITED] = replace(now[CITED], cited=now[CITED].cited + 3 * times)
    return now


def corpus(week: int) -> Corpus:
    """The emulator's corpus of a week."""
    return Corpus(list(papers(week).values()))


def changed(week: int) -> set[str]:
    """The keys of works of which a host says something else than a week ago."""
    before, now = papers(week - 1), papers(week)
    return {key for key in now if now[key] != before[key]}


ON = ("crossref", "openalex", "arxiv", "datacite", "europepmc")


def point_at(settings: Path, hosts: Emulator) -> None:
    """Lets a settings file name the emulator's hosts, and nobody else."""
    tables = [
        f'[sources.{name}]\nbase_url = "{hosts.url}/{name}"\nrate_per_s = 1000\nenabled = {str(name in ON).lower()}\n'
        for name in HOSTS
        if name != "doi_ra"
    ]
    tables += [f"[sources.{name}]\nenabled = false\n" for name in ("acl", "openreview", "ror")]
    settings.write_text(settings.read_text(encoding="utf-8") + "\n" + "\n".join(tables), encoding="utf-8")


def interview(key: str = EDITED, other: str = PREPRINT, third: str = CITED) -> str:
    """A text in which a person speaks of two papers and a prize."""
    return (
        "Hana Vogel talks about what grows where nobody looks\n\n"
        "Hana Vogel is a postdoctoral researcher at the University of Bergen.\n\n"
        f"Her paper “{PAPERS[key].title}” appeared in the {PAPERS[key].venue} in {PAPERS[key].year} "
        "and received the Best Paper Award at TreeConf 2022.\n\n"
        f"Lately she wrote “{PAPERS[other].title}”, which is still a preprint.\n\n"
        f"She is also an author of “{PAPERS[third].title}” ({PAPERS[third].year}).\n"
    )
