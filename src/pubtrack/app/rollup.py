"""A report over several libraries: each work counted once, however many of the people hold it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pubtrack.app.display import plain, shown
from pubtrack.app.grants import paid_by
from pubtrack.app.metrics import SourceMetrics, metrics_of
from pubtrack.app.report_period import Period
from pubtrack.app.reporting import BY, csv_text, fill, given_on, grouped
from pubtrack.errors import InputError, NotFoundError
from pubtrack.markup.titles import fold
from pubtrack.match import cluster, find_duplicates
from pubtrack.model import Award, Owner, Work
from pubtrack.store.citations import CitationRow
from pubtrack.writers.present_name import with_present_name

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf

__all__ = ["JointAward", "JointWork", "Member", "Rollup", "Unsure", "render", "roll_up", "to_json"]


@dataclass(frozen=True)
class Member:
    """One library of the group."""

    name: str
    """Whose it is; with the folder where two would be called alike."""
    library: str
    works: int
    """Works of the period that it holds, each once."""
    awards: int


@dataclass(frozen=True)
class JointWork:
    """A work of the group, under the version that is published."""

    work: Work
    keys: Mapping[str, tuple[str, ...]]
    """Member -> the keys under which its library holds it."""


@dataclass(frozen=True)
class JointAward:
    """An award of the group."""

    award: Award
    members: tuple[str, ...]


@dataclass(frozen=True)
class Unsure:
    """Two works of different libraries that may be one: both are counted until somebody says so."""

    one: tuple[str, str]
    """(member, key)"""
    other: tuple[str, str]
    title: str
    other_title: str


@dataclass(frozen=True)
class Rollup:
    """The figures of a group."""

    title: str
    members: tuple[Member, ...]
    works: tuple[JointWork, ...]
    by: str
    groups: tuple[tuple[str, Mapping[str, int], int], ...]
    """(group, member -> works in it, works in it counted once)"""
    awards: tuple[JointAward, ...]
    metrics: tuple[SourceMetrics, ...]
    unsure: tuple[Unsure, ...]
    period: Period

    @property
    def shared(self) -> int:
        """How many works more than one member holds."""
        return sum(1 for joint in self.works if len(joint.keys) > 1)


_Place = tuple[int, str]
"""(number of the library, key)"""


def roll_up(
    libraries: Sequence[Shelf],
    *,
    by: str = "year",
    where: str | None = None,
    since: date | None = None,
    until: date | None = None,
    grants: Sequence[str] = (),
) -> Rollup:
    """Gives the figures of several libraries together.

    Works that are surely one (`pubtrack.match`: the same, or versions of it) are counted once, under their published
    version; that version's date says whether the work is of the period. Unsure pairs are listed and stay two.

    Args:
        libraries: Of the members, in the order of the columns.
        by: One of `BY`.
        where: A filter of works.
        since: Works issued, and awards given, before that day are left out.
        until: The same after that day; counts are those that were known then.
        grants: Numbers of grants: only works that one of them paid for, in any of the libraries.

    Raises:
        InputError: A library is named twice, or the filter cannot be read.
        NotFoundError: No library knows such a grant.
    """
    names = _names(libraries)
    period = Period(since, until)
    chosen = [_chosen(library, where, grants) for library in libraries]
    _somebody_knows(grants, chosen)
    held = [((number, work.key), work) for number, works in enumerate(chosen) for work in works or ()]
    groups = [tuple(held[i][0] for i in found.members) for found in cluster([work for _, work in held])]
    at = dict(held)
    joint = [_joint(places, at, names, [library.owner for library in libraries]) for places in groups]
    inside = [(places, found) for places, found in zip(groups, joint, strict=True) if period.holds(found.work.issued)]
    inside.sort(key=lambda one: _newest_first(one[1].work))
    works = tuple(found for _, found in inside)
    awards = _awards(libraries, names, period, groups)
    return Rollup(
        title="Group report",
        members=tuple(
            Member(
                name,
                str(library.path),
                sum(1 for found in works if name in found.keys),
                sum(1 for found in awards if name in found.members),
            )
            for name, library in zip(names, libraries, strict=True)
        ),
        works=works,
        by=by,
        groups=_groups(works, by, names),
        awards=awards,
        metrics=_metrics(libraries, inside, until),
        unsure=_unsure(held, [places for places, _ in inside], names),
        period=period,
    )


def _names(libraries: Sequence[Shelf]) -> list[str]:
    folders = [library.path.resolve() for library in libraries]
    if doubled := next((folder for folder in folders if folders.count(folder) > 1), None):
        raise InputError(f"the library {doubled} is named twice.")
    owners = [library.owner.name if library.owner else library.path.name for library in libraries]
    return [
        f"{owner} ({folder})" if owners.count(owner) > 1 else owner
        for owner, folder in zip(owners, (str(library.path) for library in libraries), strict=True)
    ]


def _chosen(library: Shelf, where: str | None, grants: Sequence[str]) -> tuple[Work, ...] | None:
    """The works of one library; None where it knows none of the grants, which another one may."""
    works = library.select(where)
    if not grants:
        return works
    found: dict[str, Work] = {}
    known = False
    for grant in grants:
        try:
            found |= {work.key: work for work in paid_by(library, works, [grant])}
            known = True
        except NotFoundError:
            continue
    return tuple(work for work in works if work.key in found) if known else None


def _somebody_knows(grants: Sequence[str], chosen: Sequence[tuple[Work, ...] | None]) -> None:
    if grants and all(works is None for works in chosen):
        raise NotFoundError(f"none of these libraries names the grant {' or '.join(map(repr, grants))}.")


def _joint(
    places: Iterable[_Place], at: Mapping[_Place, Work], names: Sequence[str], owners: Sequence[Owner | None]
) -> JointWork:
    """Under the present names of all who hold it: another member's library may have the past one."""
    ranked = sorted(places, key=lambda p: (at[p].stage, -len(at[p].stated()), p))
    keys: dict[str, tuple[str, ...]] = {}
    for number, key in sorted(ranked):
        keys[names[number]] = (*keys.get(names[number], ()), key)
    work = at[ranked[0]]
    for number in sorted({number for number, _ in ranked}):
        work = with_present_name(work, owners[number])
    return JointWork(work, keys)


def _newest_first(work: Work) -> tuple[Any, ...]:
    parts = work.issued.parts if work.issued else ()
    return (*(-part for part in (*parts, *(0,) * (3 - len(parts)))), plain(work.title), work.key)


def _groups(
    works: Sequence[JointWork], by: str, names: Sequence[str]
) -> tuple[tuple[str, Mapping[str, int], int], ...]:
    total = grouped(BY[by](found.work) for found in works)
    each = {name: dict(grouped(BY[by](found.work) for found in works if name in found.keys)) for name in names}
    return tuple((group, {name: each[name].get(group, 0) for name in names}, number) for group, number in total)


def _awards(
    libraries: Sequence[Shelf], names: Sequence[str], period: Period, groups: Sequence[tuple[_Place, ...]]
) -> tuple[JointAward, ...]:
    """Each award once: it is one where it is called alike, of one year, and for one work or by stated recipients."""
    of_work = {place: number for number, places in enumerate(groups) for place in places}
    found: list[tuple[JointAward, frozenset[int]]] = []
    for number, library in enumerate(libraries):
        for award in library.awards:
            if not period.holds(given_on(award, library)):
                continue
            works = frozenset(of_work[number, key] for key in award.works if (number, key) in of_work)
            same = next((n for n, (known, given) in enumerate(found) if _is_one(known, given, award, works)), None)
            if same is None:
                found.append((JointAward(award, (names[number],)), works))
            elif names[number] not in found[same][0].members:
                known, given = found[same]
                found[same] = (JointAward(known.award, (*known.members, names[number])), given | works)
    return tuple(joint for joint, _ in found)


def _is_one(known: JointAward, given: frozenset[int], award: Award, works: frozenset[int]) -> bool:
    if fold(known.award.name) != fold(award.name):
        return False
    years = {a.date.year for a in (known.award, award) if a.date}
    if len(years) > 1:
        return False
    if given or works:
        return bool(given & works)
    people = {fold(name) for name in known.award.recipients} & {fold(name) for name in award.recipients}
    return len(people) > 1


def _metrics(
    libraries: Sequence[Shelf], inside: Sequence[tuple[tuple[_Place, ...], JointWork]], until: date | None
) -> tuple[SourceMetrics, ...]:
    """Each work once: of what several libraries were told by one source, the latest counts."""
    of_place = {place: str(number) for number, (places, _) in enumerate(inside) for place in places}
    last: dict[tuple[str, str, _Place], CitationRow] = {}
    for number, library in enumerate(libraries):
        for row in library.citations():
            place = (number, row.key)
            if place in of_place and (until is None or row.date <= until):
                last[row.source, of_place[place], place] = row
    rows = sorted(
        (CitationRow(row.date, work, source, row.count) for (source, work, _), row in last.items()),
        key=lambda r: (r.date, r.count),
    )
    return tuple(metrics_of(rows, (), set(of_place.values())))


def _unsure(
    held: Sequence[tuple[_Place, Work]], groups: Sequence[tuple[_Place, ...]], names: Sequence[str]
) -> tuple[Unsure, ...]:
    """Pairs of different libraries that the matching leaves open, once for each pair of works."""
    of_place = {place: number for number, places in enumerate(groups) for place in places}
    found: dict[tuple[int, int], Unsure] = {}
    for pair in find_duplicates([work for _, work in held]):
        (one, left), (other, right) = held[pair.left], held[pair.right]
        if pair.verdict != "unsure" or one[0] == other[0] or one not in of_place or other not in of_place:
            continue
        works = (of_place[one], of_place[other])
        if works[0] != works[1] and works not in found:
            titles = (plain(left.title), plain(right.title))
            found[works] = Unsure((names[one[0]], one[1]), (names[other[0]], other[1]), *titles)
    return tuple(found.values())


def to_json(made: Rollup) -> dict[str, Any]:
    """Gives the roll-up as plain data."""
    return {
        "title": made.title,
        "since": made.period.since.isoformat() if made.period.since else None,
        "until": made.period.until.isoformat() if made.period.until else None,
        "members": [asdict(member) for member in made.members],
        "totals": {"works": len(made.works), "shared": made.shared, "awards": len(made.awards)},
        "by": made.by,
        "groups": [{"group": group, "members": dict(each), "total": total} for group, each, total in made.groups],
        "works": [
            {
                "title": plain(found.work.title),
                "year": found.work.year,
                "type": found.work.type,
                "doi": found.work.doi,
                "keys": {name: list(keys) for name, keys in found.keys.items()},
            }
            for found in made.works
        ],
        "awards": [{"award": found.award.to_json(), "members": list(found.members)} for found in made.awards],
        "citations": [asdict(m) for m in made.metrics],
        "unsure": [asdict(pair) for pair in made.unsure],
    }


def render(made: Rollup, form: str) -> str:
    """Gives the roll-up as Markdown (`md`), HTML or CSV."""
    return _csv(made) if form == "csv" else fill(f"rollup.{form}.j2", form, rollup=made)


def _csv(made: Rollup) -> str:
    header = ("year", "type", "title", "authors", "venue", "doi", *(member.name for member in made.members), "members")
    rows = [
        (
            found.work.year or "",
            found.work.type or "",
            plain(found.work.title),
            shown(found.work.author),
            plain(found.work.container_title),
            found.work.doi or "",
            *(" ".join(found.keys.get(member.name, ())) for member in made.members),
            len(found.keys),
        )
        for found in made.works
    ]
    return csv_text(tuple(header), rows)
