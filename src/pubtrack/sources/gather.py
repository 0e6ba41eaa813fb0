"""Asks all hosts at once for all works, and tells each answer as soon as it is there.

Every host has a thread of its own (and as many at once as the host allows), so that one that fails, stalls or throttles
costs the others nothing. Whoever reads the stream may write a journal: an answer that was told need not be asked again.
"""

from __future__ import annotations

import hashlib
import json
import queue
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, Protocol

from pubtrack.errors import AuthRequired, RateLimited, SourceDown, SourceError
from pubtrack.model import Fields, Identifier, SourceRecord
from pubtrack.sources.base import Answers, Sends, Source
from pubtrack.sources.plan import assign
from pubtrack.transport import Host, Rate
from pubtrack.vocab.doi_agencies import AGENCIES

__all__ = ["Asks", "Outcome", "Told", "agency_of", "gather", "outcome_of", "payload_hash"]

Outcome = Literal["found", "absent", "unreachable", "throttled", "not_asked"]
"""What asking one source for one work came to. Only `absent` says something about the work."""

Works = Mapping[str, tuple[Identifier, ...]]
Skip = Callable[[str, str], str | None]
"""(work, source) -> why it is not asked now ("still fresh"), or None."""

_AHEAD = 500
"""Answers that may wait for the reader; then the hosts wait, so that memory stays flat."""

_STRETCH = 1_000
"""Works that are planned together. A stretch ends with at most one batch that is not full. Source: own choice."""


class Asks(Sends, Protocol):
    """What gathering needs of a transport."""

    def has_key(self, host: Host) -> bool:
        """True where the host needs no key or has one."""
        ...

    def limits(self, host: Host, pool: str | None = None) -> tuple[Rate, int]:
        """Gives rate and concurrency for this user."""
        ...


@dataclass(frozen=True)
class Told:
    """What one source said of one work."""

    work: str
    """Citation key."""
    source: str
    outcome: Outcome
    identifier: Identifier | None = None
    """By which it was asked."""
    records: tuple[SourceRecord, ...] = ()
    detail: str | None = None
    """Why, in words for a person, where nothing was found."""


@dataclass
class _Run:
    """What the threads of one gathering share."""

    transport: Asks
    out: queue.Queue[Told | None] = field(default_factory=lambda: queue.Queue(_AHEAD))
    stop: threading.Event = field(default_factory=threading.Event)
    batch_of: Mapping[str, int] = field(default_factory=dict)
    leftover: dict[Identifier, tuple[str, ...]] = field(default_factory=dict)
    """DOIs that Crossref does not hold and whose agency nobody knows, with their works."""

    def tell(self, told: Told) -> None:
        """Hands an answer to the reader; waits where the reader is behind, gives up where it is gone."""
        while not self.stop.is_set():
            try:
                self.out.put(told, timeout=0.2)
                return
            except queue.Full:
                continue


def gather(
    works: Works,
    sources: Iterable[Source],
    transport: Asks,
    *,
    skip: Skip = lambda work, source: None,
    batch_of: Mapping[str, int] | None = None,
) -> Iterator[Told]:
    """Gives what every source says of every work: exactly one `Told` per pair, in the order in which answers come.

    Args:
        works: Citation key -> identifiers; read by all threads at once, so it must not change.
        sources: Whom to ask; those without the key they need are told as `not_asked`.
        transport: Sends the requests.
        skip: Why a pair is left out now, or None.
        batch_of: Source -> most identifiers per request, where the settings ask for fewer.
    """
    chosen = list(sources)
    run = _Run(transport, batch_of=batch_of or {})
    threads = [
        threading.Thread(target=_ask_host, args=(run, source, works, skip), name=f"ask-{source.name}", daemon=True)
        for source in chosen
    ]
    for thread in threads:
        thread.start()
    try:
        waiting = len(threads)
        while waiting:
            told = run.out.get()
            waiting -= told is None
            if told is not None:
                yield told
        yield from _second_round(run, chosen, works, skip)
    finally:
        run.stop.set()


def _ask_host(run: _Run, source: Source, works: Works, skip: Skip) -> None:
    try:
        for told in _of_host(run, source, works, skip):
            run.tell(told)
    finally:
        # Even a reader that left is told the end: the queue is emptied by nobody then, so do not wait for ever.
        while not run.stop.is_set():
            try:
                run.out.put(None, timeout=0.2)
                break
            except queue.Full:
                continue


def _of_host(run: _Run, source: Source, works: Works, skip: Skip, routed: bool = True) -> Iterator[Told]:
    """Tells what one host says; plans are made for a stretch of works at a time, so that memory stays flat."""
    items = iter(works.items())
    while stretch := dict(islice(items, _STRETCH)):
        left = {key: ids for key, ids in stretch.items() if not (routed and _is_for_later(source, ids))}
        try:
            for told in _of_stretch(run, source, stretch, skip, routed):
                left.pop(told.work, None)
                yield told
        except Exception as error:  # noqa: BLE001 - sources come from third parties: what one cannot tell is told
            yield from (Told(key, source.name, "unreachable", detail=_fault(error)) for key in left)


def _of_stretch(run: _Run, source: Source, works: Works, skip: Skip, routed: bool) -> Iterator[Told]:
    wanted: dict[str, tuple[Identifier, ...]] = {}
    for key, ids in works.items():
        reason = skip(key, source.name)
        if reason:
            yield Told(key, source.name, "not_asked", detail=reason)
        else:
            wanted[key] = tuple(i for i in ids if not routed or _may_hold(source, i))
    if not run.transport.has_key(source.host):
        detail = f"needs a key in {source.host.key_env}"
        yield from (Told(key, source.name, "not_asked", detail=detail) for key in wanted)
        return
    plan = assign(wanted, source)
    wanted.clear()
    for key in plan.without:
        if not (routed and _is_for_later(source, works[key])):
            yield Told(key, source.name, "not_asked", detail="no identifier that it takes")
    yield from _fetched(run, source, plan.works)


def _fetched(run: _Run, source: Source, wanted: Mapping[Identifier, tuple[str, ...]]) -> Iterator[Told]:
    """Asks batch by batch, as many at once as the host allows."""
    batches = source.batches(list(wanted), run.batch_of.get(source.name))
    late: list[Answers] = []
    answered = False
    for answers in _answers(run, source, batches):
        answered = answered or bool(answers.found or answers.absent)
        late += _unreached(answers)
        yield from _told(run, source, answers, wanted)
    # A host that answered others may have had a bad moment: what failed then is asked once more at the end.
    again = _answers(run, source, (tuple(a.failed) for a in late)) if answered else iter(late)
    for answers in again:
        yield from _told(run, source, answers, wanted)


def _unreached(answers: Answers) -> list[Answers]:
    """Takes what could not be asked out of the answers."""
    late = {i: error for i, error in answers.failed.items() if outcome_of(error) == "unreachable"}
    for identifier in late:
        del answers.failed[identifier]
    return [Answers(failed=late)] if late else []


def _answers(run: _Run, source: Source, batches: Iterator[tuple[Identifier, ...]]) -> Iterator[Answers]:
    """Gives the answers to batches as they come."""
    at_once = run.transport.limits(source.host)[1]
    with ThreadPoolExecutor(max_workers=at_once, thread_name_prefix=f"ask-{source.name}") as pool:
        pending = {pool.submit(_one_batch, run, source, batch) for batch in islice(batches, at_once)}
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            # No more than one batch per slot is in memory, however many there are.
            pending |= {pool.submit(_one_batch, run, source, batch) for batch in islice(batches, len(done))}
            yield from (one.result() for one in done)


def _one_batch(run: _Run, source: Source, batch: tuple[Identifier, ...]) -> Answers:
    if run.stop.is_set():
        return Answers(failed=dict.fromkeys(batch, SourceDown(source.name, "the run was stopped")))
    try:
        return source.fetch_batch(batch, run.transport)
    except Exception as error:  # noqa: BLE001 - sources come from third parties; a fault of one must not stop the others
        return Answers(failed=dict.fromkeys(batch, SourceDown(source.name, _fault(error))))


def _fault(error: Exception) -> str:
    return f"the source failed: {type(error).__name__}: {error}"


def _told(run: _Run, source: Source, answers: Answers, wanted: Mapping[Identifier, tuple[str, ...]]) -> Iterator[Told]:
    for identifier, found in answers.found.items():
        for key in wanted[identifier]:
            records = tuple(source.record(key, one) for one in found)
            yield Told(key, source.name, "found", identifier, records)
    for identifier in answers.absent:
        if source.agency == "crossref" and identifier.scheme == "doi" and agency_of(identifier) is None:
            run.leftover[identifier] = wanted[identifier]
        for key in wanted[identifier]:
            yield Told(key, source.name, "absent", identifier, detail="it holds no such work")
    for identifier, words in answers.refused.items():
        for key in wanted[identifier]:
            yield Told(key, source.name, "not_asked", identifier, detail=f"it calls the identifier malformed ({words})")
    for identifier, error in answers.failed.items():
        for key in wanted[identifier]:
            yield Told(key, source.name, outcome_of(error), identifier, detail=error.detail)


def outcome_of(error: SourceError) -> Outcome:
    """Gives the outcome that a failure means: a missing key is `not_asked`, a wait `throttled`, the rest `unreachable`.

    >>> outcome_of(RateLimited("crossref", "wait")), outcome_of(SourceDown("arxiv", "timeout"))
    ('throttled', 'unreachable')
    """
    if isinstance(error, RateLimited):
        return "throttled"
    return "not_asked" if isinstance(error, AuthRequired) else "unreachable"


def agency_of(doi: Identifier) -> str | None:
    """Gives the registration agency of a DOI whose prefix is known, else None.

    >>> agency_of(Identifier(scheme="doi", value="10.48550/arxiv.2407.02273"))
    'datacite'
    """
    return AGENCIES.get(doi.value.partition("/")[0])


def _may_hold(source: Source, identifier: Identifier) -> bool:
    """Crossref is asked for everything that is not known to be another's; DataCite only for what is known to be its."""
    if identifier.scheme != "doi" or source.agency is None:
        return True
    agency = agency_of(identifier)
    return agency == source.agency or (agency is None and source.agency == "crossref")


def _is_for_later(source: Source, ids: Collection[Identifier]) -> bool:
    """A DOI of an unknown agency may turn out to be DataCite's: such works are told in the second round."""
    if source.agency != "datacite" or not _unknown_dois(ids):
        return False
    return not any(source.takes(i) and _may_hold(source, i) for i in ids)


def _unknown_dois(ids: Iterable[Identifier]) -> tuple[Identifier, ...]:
    return tuple(i.without_version for i in ids if i.scheme == "doi" and agency_of(i) is None)


def _second_round(run: _Run, sources: list[Source], works: Works, skip: Skip) -> Iterator[Told]:
    """Tells DataCite's answer for works whose DOIs Crossref does not hold and whose agency was unknown."""
    datacite = next((s for s in sources if s.agency == "datacite"), None)
    if datacite is None or not run.transport.has_key(datacite.host):
        return
    waiting = [key for key, ids in works.items() if _is_for_later(datacite, ids) and not skip(key, datacite.name)]
    asks_crossref = any(s.agency == "crossref" for s in sources)
    missing = {i for key in waiting for i in _unknown_dois(works[key]) if i in run.leftover or not asks_crossref}
    found = _agencies(run, sorted(missing, key=str))
    mine = {key: tuple(i for i in _unknown_dois(works[key]) if found.get(i) == "datacite") for key in waiting}
    yield from _of_host(run, datacite, mine, lambda key, name: None, routed=False)


def _agencies(run: _Run, dois: list[Identifier]) -> dict[Identifier, str]:
    """Asks doi.org who registers them; where it cannot be asked, nobody is known."""
    if not dois:
        return {}
    from pubtrack.sources.doi_ra import DoiRa

    resolver = DoiRa()
    answers = resolver.fetch(dois, run.transport)
    told = {i: resolver.agency_of(found[0].answer) for i, found in answers.found.items()}
    return {i: agency for i, agency in told.items() if agency}


def payload_hash(fields: Fields) -> str:
    """Gives what changes only when a source says something else: a hash of the normalised statement.

    >>> payload_hash(Fields(title="T")) == payload_hash(Fields(title="T"))
    True
    """
    told = json.dumps(fields.to_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()[:32]
