"""`pubtrack verify`: does each reference of a .bib file exist as stated?

Four answers: confirmed; differs (in which fields); not found in the sources that were asked; could not be asked. A
reference that nobody knows may still exist, so nothing here is ever called fabricated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, cast

from pubtrack.app.agreement import agree
from pubtrack.app.display import plain, shown
from pubtrack.errors import SourceError
from pubtrack.markup.titles import normalise_title
from pubtrack.match import choose
from pubtrack.model import Contributor, Fields, Issue, Reading
from pubtrack.sources.base import Query, Service, Source
from pubtrack.sources.gather import gather

__all__ = ["Difference", "Verification", "verify"]

Answer = Literal["confirmed", "differs", "not found", "could not ask"]


@dataclass(frozen=True)
class Difference:
    """A field in which the reference and a source differ."""

    field: str
    stated: str
    found: str


@dataclass(frozen=True)
class Verification:
    """The answer for one reference."""

    key: str
    answer: Answer
    source: str | None = None
    """Who confirms it, or says otherwise."""
    differences: tuple[Difference, ...] = ()
    detail: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Gives the answer as plain data."""
        return asdict(self)

    def to_issue(self, path: str, line: int | None) -> Issue | None:
        """Gives it as a finding; None where the reference is confirmed."""
        if self.answer == "confirmed":
            return None
        severity = "warning" if self.answer == "differs" else "info"
        return Issue(check=self.answer, message=self.words, severity=severity, path=path, line=line, key=self.key)

    @property
    def words(self) -> str:
        """One sentence for a person."""
        if self.answer == "differs":
            fields = "; ".join(f"{d.field} “{d.stated}”, {self.source} says “{d.found}”" for d in self.differences)
            return fields or (self.detail or "differs")
        return f"{self.answer}{f' by {self.source}' if self.source else ''}{f' ({self.detail})' if self.detail else ''}"


def verify(reading: Reading, sources: Mapping[str, Service], transport: Any) -> list[Verification]:
    """Gives an answer for each reference, in the order of the file. Asks by identifier first, then by title."""
    stated = {w.key or f"#{n}": w.fields for n, w in enumerate(reading.works, 1) if w.fields}
    records, troubles = _asked_by_id(stated, sources, transport)
    found = []
    for key, fields in stated.items():
        answer = _judged(key, fields, records.get(key, []))
        if answer is None or answer.answer == "differs":
            by_title = _asked_by_title(key, fields, sources, transport)
            answer = _better(answer, by_title)
        if answer.answer == "not found" and key in troubles:
            answer = Verification(key, "could not ask", detail=troubles[key])
        found.append(answer)
    return found


Said = list[tuple[str, Fields]]


def _asked_by_id(
    stated: Mapping[str, Fields], sources: Mapping[str, Service], transport: Any
) -> tuple[dict[str, Said], dict[str, str]]:
    """What the sources hold under the identifiers of each reference, and who could not be asked."""
    records: dict[str, Said] = {}
    troubles: dict[str, str] = {}
    ids = {key: fields.identifiers for key, fields in stated.items() if fields.identifiers}
    for told in gather(ids, cast("list[Source]", list(sources.values())), transport):
        records.setdefault(told.work, []).extend((told.source, r.fields) for r in told.records)
        if told.outcome in ("unreachable", "throttled"):
            troubles[told.work] = f"{told.source}: {told.detail}"
    return records, troubles


def _judged(key: str, fields: Fields, said: Iterable[tuple[str, Fields]]) -> Verification | None:
    """The best answer that the records allow: one confirmation is enough; else the least differing record."""
    answers = [_compared(key, fields, source, theirs) for source, theirs in said if theirs.title]
    return min(answers, key=lambda a: (a.answer != "confirmed", len(a.differences), a.source or ""), default=None)


def _compared(key: str, fields: Fields, source: str, theirs: Fields) -> Verification:
    differences = tuple(_differences(fields, theirs))
    if choose(fields, [theirs]).verdict in ("unsure", "different") and not any(d.field == "title" for d in differences):
        differences = (*differences, Difference("title", plain(fields.title), plain(theirs.title)))
    return Verification(key, "differs" if differences else "confirmed", source, differences)


def _differences(mine: Fields, theirs: Fields) -> Iterable[Difference]:
    if mine.title and theirs.title and not _same_title(mine.title, theirs.title):
        yield Difference("title", plain(mine.title), plain(theirs.title))
    if mine.year and theirs.year and mine.year != theirs.year:
        yield Difference("year", str(mine.year), str(theirs.year))
    if mine.author and theirs.author and not _same_people(mine.author, theirs.author):
        yield Difference("author", shown(mine.author), shown(theirs.author))
    for name in ("volume", "page"):
        one, other = getattr(mine, name), getattr(theirs, name)
        if one and other and not agree(one, other):
            yield Difference(name, one, other)
    if mine.doi and theirs.doi and mine.doi != theirs.doi and mine.stage == theirs.stage:
        yield Difference("doi", mine.doi, theirs.doi)


_TELLING = 20
"""Letters from which the beginning of a title tells the whole. Source: own choice; "Introduction" alone does not."""


def _same_title(one: str, other: str) -> bool:
    """Equal, or one is the other without its subtitle: sources keep subtitles apart."""
    a, b = normalise_title(one), normalise_title(other)
    return a == b or (min(len(a), len(b)) > _TELLING and (a.startswith(b) or b.startswith(a)))


def _same_people(mine: tuple[Contributor, ...], theirs: tuple[Contributor, ...]) -> bool:
    """Those that are stated agree, one after the other; a list cut off with "and others" is shorter."""
    if len(mine) > len(theirs):
        return False
    return agree(mine, theirs[: len(mine)])


def _asked_by_title(key: str, fields: Fields, sources: Mapping[str, Service], transport: Any) -> Verification:
    """What a search by title finds; a service without such a search finds nothing."""
    surnames = tuple(a.family for a in fields.author[:3] if a.family)
    query = Query(title=plain(fields.title) or None, surnames=surnames, year=fields.year)
    trouble = None
    for name, source in sources.items():
        if not query.title:
            break
        try:
            candidates = [source.parse(answer) for answer in source.search(query, transport)]
        except SourceError as error:
            trouble = f"{name}: {error.detail}"
            continue
        choice = choose(fields, candidates)
        if choice.verdict in ("same", "version") and choice.candidate is not None:
            return _compared(key, fields, name, choice.candidate)
    if trouble:
        return Verification(key, "could not ask", detail=trouble)
    asked = ", ".join(sources) or "nobody"
    return Verification(key, "not found", detail=f"asked {asked}")


def _better(by_id: Verification | None, by_title: Verification) -> Verification:
    """A confirmation wins; then what the identifier led to, for it is what a reader follows."""
    if by_id is None or by_title.answer == "confirmed":
        return by_title
    return by_id
