"""The contract of a source, and the plumbing that all web services share."""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Protocol, runtime_checkable
from urllib.parse import quote

from pubtrack.errors import BadResponse, SourceError
from pubtrack.model import Appointment, Award, Fields, Identifier, Provenance, SourceRecord
from pubtrack.sources.plan import DEFAULT_TTL, Ttl, pack
from pubtrack.transport import Host, Request, Response

__all__ = ["Answer", "Answers", "Found", "Query", "Sends", "Service", "Source"]

Answer = dict[str, Any]
"""One decoded item of an API. XML services give their entry as a dict with the element names as keys."""


class Sends(Protocol):
    """What a source needs of a transport."""

    def send(self, request: Request) -> Response:
        """Gives a definite answer; raises a SourceError where the host could not be used."""
        ...


@dataclass(frozen=True)
class Query:
    """What is known of a work that is looked for."""

    title: str | None = None
    surnames: tuple[str, ...] = ()
    year: int | None = None
    limit: int = 5


@dataclass(frozen=True)
class Found:
    """One item as the host gave it, with where and when."""

    answer: Answer
    url: str
    retrieved_at: datetime
    fields: Fields | None = None
    """What it states, where that was read already."""


@dataclass
class Answers:
    """What a host said of each identifier it was asked for; every one is in exactly one of the four places."""

    found: dict[Identifier, tuple[Found, ...]] = field(default_factory=dict)
    absent: tuple[Identifier, ...] = ()
    failed: dict[Identifier, SourceError] = field(default_factory=dict)
    """The host could not be used: says nothing about the work."""
    refused: dict[Identifier, str] = field(default_factory=dict)
    """The host calls the identifier itself malformed."""

    def add(self, other: Answers) -> None:
        """Takes the answers of another batch in."""
        self.found.update(other.found)
        self.absent += other.absent
        self.failed.update(other.failed)
        self.refused.update(other.refused)


@dataclass
class _Halving:
    """How the search for a malformed identifier goes within one batch."""

    refusals: int = 0
    answered: bool = False
    complaint: str = ""

    def refused(self, complaint: str) -> None:
        """Notes a refusal."""
        self.refusals += 1
        self.complaint = complaint

    @property
    def is_hopeless(self) -> bool:
        """True where nothing was answered after more halvings than any batch allows: the ids are not to blame."""
        return not self.answered and self.refusals >= 12


@runtime_checkable
class Source(Protocol):
    """One online service (or local file) that says something about works."""

    name: str
    label: str
    docs_url: str
    host: Host
    batch: int
    schemes: tuple[str, ...]
    says: tuple[str, ...]
    enabled: bool
    ttl: Ttl
    agency: str | None
    mixes_schemes: bool
    of_works: bool

    def takes(self, identifier: Identifier) -> bool:
        """True where the source can be asked for this identifier."""
        ...

    def fetch(self, ids: Sequence[Identifier], transport: Sends) -> Answers:
        """Asks for many works in as few requests as the host allows; never raises for a host that fails."""
        ...

    def batches(self, ids: Sequence[Identifier], most: int | None = None) -> Iterator[tuple[Identifier, ...]]:
        """Gives the identifiers in batches, one request each."""
        ...

    def fetch_batch(self, batch: tuple[Identifier, ...], transport: Sends) -> Answers:
        """Asks for one batch."""
        ...

    def record(self, work: str, found: Found) -> SourceRecord:
        """Gives what one item states as a record of a work."""
        ...

    def search(self, query: Query, transport: Sends) -> list[Answer]:
        """Gives candidates, unjudged; raises a SourceError where the host could not be used."""
        ...

    def parse(self, answer: Any) -> Fields:
        """Gives what one item states of a work. Pure; never raises for anything JSON can hold."""
        ...

    def record_id(self, answer: Any) -> str | None:
        """Gives the source's own id of the item."""
        ...


class Service(ABC):
    """A web service that takes batches of identifiers. A subclass says how to ask and how to read."""

    host: ClassVar[Host]
    label: ClassVar[str]
    docs_url: ClassVar[str]
    licence: ClassVar[str] = ""
    batch: ClassVar[int] = 1
    max_line: ClassVar[int] = 4000
    """Bytes of a request line, addresses and keys included."""
    schemes: ClassVar[tuple[str, ...]] = ()
    """Schemes it can be asked by, the best first."""
    mixes_schemes: ClassVar[bool] = False
    """True where one question may hold identifiers of several schemes."""
    says: ClassVar[tuple[str, ...]] = ("metadata",)
    of_works: ClassVar[bool] = True
    """True where it is asked by identifiers of works; False for people, organisations and agencies."""
    enabled: ClassVar[bool] = True
    """On without being asked for in the settings."""
    agency: ClassVar[str | None] = None
    """The DOI registration agency whose DOIs it holds; None = any."""
    ttl: ClassVar[Ttl] = DEFAULT_TTL
    search_cache_s: ClassVar[float] = 86_400.0
    listing_cache_s: ClassVar[float] = 6 * 3600.0
    """A person's list of works is not asked for again within this time: a second refresh of the day sends nothing."""
    envelope: ClassVar[tuple[str, ...]] = ()
    """Keys of which a good reply has at least one; () = a good reply is a list."""
    record_url: ClassVar[str | None] = None
    """Address of one record, `{}` standing for its id."""

    @property
    def name(self) -> str:
        """Its name in settings, records and errors."""
        return self.host.name

    def takes(self, identifier: Identifier) -> bool:
        """True where the service can be asked for this identifier."""
        return identifier.scheme in self.schemes

    def alone(self, identifier: Identifier) -> bool:
        """True for an identifier that would spoil a batch."""
        return False

    @abstractmethod
    def parse(self, answer: Any) -> Fields:
        """Gives what one item states of a work."""

    def parse_awards(self, answer: Any) -> tuple[Award, ...]:
        """Gives the honours that an item states; most services hold none."""
        return ()

    def parse_appointments(self, answer: Any) -> tuple[Appointment, ...]:
        """Gives the posts that an item states; most services hold none."""
        return ()

    def record_id(self, answer: Any) -> str | None:
        """Gives the service's own id of the item."""
        return self.id_of(answer, self.parse(answer))

    def id_of(self, answer: Any, fields: Fields) -> str | None:
        """Gives the own id of an item that is parsed already: by default the first identifier it can be asked by."""
        return next((i.value for scheme in self.schemes for i in fields.identifiers if i.scheme == scheme), None)

    def record(self, work: str, found: Found) -> SourceRecord:
        """Gives what one item states as a record of a work, with where and when."""
        fields = found.fields if found.fields is not None else self.parse(found.answer)
        own = self.id_of(found.answer, fields)
        url = self.record_url.format(own) if self.record_url and own else found.url
        witness = Provenance(source=self.name, source_id=own, retrieved_at=found.retrieved_at, url=url or None)
        return SourceRecord(work=work, fields=fields, provenance=witness)

    def ask(self, batch: tuple[Identifier, ...]) -> Request:
        """Gives the one request for a batch (all of one scheme, unless `mixes_schemes`)."""
        raise NotImplementedError(f"{self.name} cannot be asked by identifier")

    def items(self, answer: Any, batch: tuple[Identifier, ...]) -> list[Answer]:
        """Gives the items of a decoded reply."""
        raise NotImplementedError(f"{self.name} cannot be asked by identifier")

    def seek(self, query: Query) -> Request | None:
        """Gives the request that looks a work up by title, or None where the service has no such search."""
        return None

    def request(self, path: str, *parts: str, **options: Any) -> Request:
        """Gives a request to this host; parts are percent-encoded into the path, `params` may be a dict."""
        options["params"] = tuple(dict(options.pop("params", {})).items())
        options["headers"] = tuple(dict(options.pop("headers", {})).items())
        return Request(self.host, path.format(*(quote(part, safe="") for part in parts)), **options)

    def fetch(self, ids: Sequence[Identifier], transport: Sends) -> Answers:
        """Asks for many works in as few requests as the host allows; a host that fails is in `failed`."""
        answers = Answers()
        for part in self.batches(ids):
            answers.add(self.fetch_batch(part, transport))
        return answers

    def batches(self, ids: Sequence[Identifier], most: int | None = None) -> Iterator[tuple[Identifier, ...]]:
        """Gives the identifiers in batches within the limits of count and length; `most` lowers the count."""
        known = list(dict.fromkeys(i.without_version for i in ids if self.takes(i)))
        yield from ((i,) for i in known if self.alone(i))
        together = [i for i in known if not self.alone(i)]
        apart = [together] if self.mixes_schemes else [[i for i in together if i.scheme == s] for s in self.schemes]
        for group in apart:
            size = min(self.batch, most or self.batch)
            yield from pack(group, size, lambda b: self.ask(b).line_length <= self.max_line)

    def fetch_batch(self, batch: tuple[Identifier, ...], transport: Sends) -> Answers:
        """Asks for one batch; where the host calls it malformed it is halved until the culprit stands alone."""
        return self._fetched(batch, transport, _Halving())

    def _fetched(self, batch: tuple[Identifier, ...], transport: Sends, halving: _Halving) -> Answers:
        try:
            if halving.is_hopeless:
                raise BadResponse(self.name, f"it refuses the question itself: {halving.complaint}")
            response = transport.send(self.ask(batch))
            if response.status in (400, 414, 422, 431):
                halving.refused(_complaint(response))
                return self._halved(batch, transport, response, halving)
            halving.answered = True
            if not response.ok:
                return self._absent_or_failed(batch, response)
            return self._sorted(batch, transport, response, halving)
        except SourceError as error:
            return Answers(failed=dict.fromkeys(batch, error))

    def _halved(
        self, batch: tuple[Identifier, ...], transport: Sends, response: Response, halving: _Halving
    ) -> Answers:
        if len(batch) == 1:
            return Answers(refused={batch[0]: f"HTTP {response.status}: {_complaint(response)}"})
        answers, middle = Answers(), len(batch) // 2
        answers.add(self._fetched(batch[:middle], transport, halving))
        answers.add(self._fetched(batch[middle:], transport, halving))
        return answers

    def _absent_or_failed(self, batch: tuple[Identifier, ...], response: Response) -> Answers:
        if response.status in (404, 410) and len(batch) == 1:
            return Answers(absent=batch)
        detail = f"HTTP {response.status} for a batch of {len(batch)}"
        return Answers(failed=dict.fromkeys(batch, BadResponse(self.name, detail, response.url)))

    def _sorted(
        self, batch: tuple[Identifier, ...], transport: Sends, response: Response, halving: _Halving
    ) -> Answers:
        """Puts items to the identifiers that they carry; absence is silent in batches (API reference 1.6)."""
        decoded = self.documented(response)
        stated, items = self.total(decoded), self.items(decoded, batch)
        if stated is not None and stated > len(items):
            return self._incomplete(batch, transport, response, halving)
        found: dict[Identifier, list[Found]] = {}
        for asked, item, fields in self.matched(decoded, batch):
            found.setdefault(asked, []).append(Found(item, response.url, response.retrieved_at, fields))
        return Answers(
            found={i: tuple(items) for i, items in found.items()}, absent=tuple(i for i in batch if i not in found)
        )

    def _incomplete(
        self, batch: tuple[Identifier, ...], transport: Sends, response: Response, halving: _Halving
    ) -> Answers:
        """Fewer items than the host says there are: what is missing must not be told as absent."""
        if len(batch) == 1:
            detail = "the host names more records than it sends"
            return Answers(failed={batch[0]: BadResponse(self.name, detail, response.url)})
        return self._halved(batch, transport, response, halving)

    def is_reply(self, decoded: Any) -> bool:
        """True for the documented form of a reply; an error told with status 200 is none."""
        if not self.envelope:
            return isinstance(decoded, list)
        return isinstance(decoded, Mapping) and any(key in decoded for key in self.envelope)

    def total(self, decoded: Any) -> int | None:
        """Gives how many items the host says there are, where it says so."""
        return None

    def documented(self, response: Response) -> Any:
        """Gives the decoded body of a good answer; BadResponse where it is not of the documented form."""
        decoded = self.decode(response)
        if not self.is_reply(decoded):
            raise BadResponse(self.name, f"not the documented form: {_complaint(response)}", response.url)
        return decoded

    def decode(self, response: Response) -> Any:
        """Gives the decoded body; BadResponse where it does not read."""
        try:
            return response.json()
        except ValueError as error:
            raise BadResponse(self.name, "the answer is no JSON", response.url) from error

    def matched(self, decoded: Any, batch: tuple[Identifier, ...]) -> Iterator[tuple[Identifier, Answer, Fields]]:
        """Gives (identifier asked for, item, what it states), by what the item itself says."""
        wanted = frozenset(batch)
        for item in self.items(decoded, batch):
            fields = self.parse(item)
            yield from ((i, item, fields) for i in fields.identifiers if i in wanted)

    def search(self, query: Query, transport: Sends) -> list[Answer]:
        """Gives candidates for a work, unjudged; empty where the service has no search by title."""
        request = self.seek(query) if re.search(r"\w", query.title or "") else None
        found = self.listing(request, transport) if request else None
        return [] if found is None else self.items(found, ())

    def listing(self, request: Request, transport: Sends) -> Any | None:
        """Gives the decoded list of what was looked for, or of a person's works; None where the host knows neither.

        Raises:
            SourceError: The host could not be used, or refused the question: that is no empty list.
        """
        response = transport.send(request)
        if response.status in (404, 410):
            return None
        if not response.ok:
            raise BadResponse(self.name, f"HTTP {response.status}: {_complaint(response)}", response.url)
        return self.documented(response)


def _complaint(response: Response) -> str:
    """Gives the first words of an error body, for a person."""
    try:
        body = response.json()
    except ValueError:
        return " ".join(response.content[:200].decode("utf-8", "replace").split())
    return json.dumps(body, ensure_ascii=False)[:200]


def opened(answer: Any, *envelopes: str) -> Mapping[str, Any]:
    """Gives the object inside any of the named envelopes, whole replies with one item included.

    >>> opened({"data": [{"id": 1}]}, "data"), opened({"id": 1}, "data")
    ({'id': 1}, {'id': 1})
    """
    item = answer
    for _ in range(6):
        if isinstance(item, (list, tuple)):
            item = item[0] if len(item) == 1 else None
        inside = next(
            (item[e] for e in envelopes if isinstance(item, Mapping) and isinstance(item.get(e), (dict, list))), None
        )
        if inside is None:
            break
        item = inside
    return item if isinstance(item, Mapping) else {}
