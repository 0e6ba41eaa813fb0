"""What online sources say of a work that a text mentions: the proposal gets their records, or stays unconfirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from pubtrack.app.display import plain
from pubtrack.errors import SourceError
from pubtrack.match import choose
from pubtrack.model import Fields, Proposal, SourceRecord
from pubtrack.sources.base import Found, Query, Service

__all__ = ["confirmed"]


def confirmed(
    proposals: Iterable[Proposal], sources: Mapping[str, Service], transport: Any, now: datetime
) -> tuple[list[Proposal], dict[str, str]]:
    """Gives the proposals, new works with the records of the sources that surely mean the same work; and who failed.

    A mention that no source confirms stays as it is, with its passage: never dropped and never silently trusted.
    """
    failed: dict[str, str] = {}
    done = []
    for proposal in proposals:
        if proposal.kind == "new" and proposal.record:
            told = list(_told(proposal.record, sources, transport, failed, now))
            said = (
                f" Confirmed by {', '.join(r.provenance.source for r in told)}." if told else " No source confirms it."
            )
            done.append(proposal.replace(confirmations=tuple(told), summary=f"{proposal.summary}{said}"))
        else:
            done.append(proposal)
    return done, failed


def _told(
    record: SourceRecord, sources: Mapping[str, Service], transport: Any, failed: dict[str, str], now: datetime
) -> Iterable[SourceRecord]:
    for name, source in sources.items():
        try:  # a host that is gone is left alone by the transport, so one bad moment need not silence it for all
            found = _by_id(record.fields, source, transport) or _by_title(record.fields, source, transport, now)
        except SourceError as error:
            failed[name] = error.detail
            continue
        candidates = [source.record(record.work, one) for one in found]
        choice = choose(record.fields, candidates)
        if choice.verdict in ("same", "version") and choice.candidate is not None:
            yield choice.candidate


def _by_id(fields: Fields, source: Service, transport: Any) -> list[Found]:
    ids = [i.without_version for i in fields.identifiers if source.takes(i)]
    if not ids:
        return []
    answers = source.fetch(ids, transport)
    if answers.failed and not answers.found:
        raise next(iter(answers.failed.values()))
    return [one for found in answers.found.values() for one in found]


def _by_title(fields: Fields, source: Service, transport: Any, now: datetime) -> list[Found]:
    surnames = tuple(a.family for a in fields.author[:3] if a.family)
    query = Query(title=plain(fields.title) or None, surnames=surnames, year=fields.year)
    if not query.title:
        return []
    return [Found(answer, source.host.base_url, now) for answer in source.search(query, transport)]
