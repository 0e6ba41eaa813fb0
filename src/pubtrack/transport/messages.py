"""What is asked of a host, and what it says: plain values, without any socket."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NamedTuple
from urllib.parse import quote, urlencode

__all__ = ["Host", "Rate", "Request", "Response"]


class Rate(NamedTuple):
    """At most `most` requests in any stretch of `per_s` seconds."""

    most: int
    per_s: float

    @property
    def interval_s(self) -> float:
        """Seconds between two requests that go evenly."""
        return self.per_s / self.most

    def __str__(self) -> str:
        return f"{self.most} per {self.per_s:g} s"


@dataclass(frozen=True)
class Host:
    """An online service: where it is, how fast it may be asked, and how it wants to know who asks."""

    name: str
    base_url: str
    rate: Rate
    """For somebody unknown."""
    known_rate: Rate | None = None
    """For somebody who gave a mail address or a key (`known_by`)."""
    concurrency: int = 1
    known_concurrency: int | None = None
    pools: Mapping[str, tuple[Rate, Rate | None]] = field(default_factory=dict)
    """Other rates for some requests: pool -> (unknown, known)."""
    known_by: Literal["mailto", "key"] | None = None
    mailto_param: str | None = None
    """Query parameter that carries the user's address."""
    key_env: str | None = None
    """Environment variable that holds the user's key."""
    key_header: str | None = None
    key_param: str | None = None
    key_prefix: str = ""
    key_required: bool = False
    read_timeout_s: float = 30.0


@dataclass(frozen=True)
class Request:
    """One question to a host. Keys and addresses are added by the transport, never here."""

    host: Host
    path: str
    params: tuple[tuple[str, str], ...] = ()
    method: Literal["GET", "POST"] = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    expects: Literal["json", "xml", "text"] = "json"
    pool: str | None = None
    cache_s: float = 0.0
    """How long an answer may be reused, in seconds; 0 = never."""

    @property
    def target(self) -> str:
        """Path and query as they go onto the wire, without keys."""
        query = urlencode(self.params, quote_via=quote, safe=":,|/*@")
        return self.path + (f"?{query}" if query else "")

    @property
    def line_length(self) -> int:
        """Bytes of the request line, with room for an address and a key."""
        return len(self.host.base_url) + len(self.target) + 80


@dataclass(frozen=True)
class Response:
    """A definite answer: success, or a status that says something about the question (404, 400, 410, 414)."""

    status: int
    url: str
    """As asked, without keys and addresses."""
    content: bytes
    headers: Mapping[str, str]
    retrieved_at: datetime

    @property
    def ok(self) -> bool:
        """True for success."""
        return 200 <= self.status < 300

    def text(self) -> str:
        """Gives the body as text: UTF-8 first, whatever the header claims (so the standards of JSON and Atom)."""
        return decoded(self.content, self.headers.get("content-type", ""))

    def json(self) -> Any:
        """Gives the decoded JSON; ValueError where it is none."""
        return json.loads(self.text())


def decoded(content: bytes, content_type: str) -> str:
    """Gives text in UTF-8, else in the charset that the header declares; UnicodeDecodeError where neither reads.

    >>> decoded("é".encode("latin-1"), "text/plain; charset=ISO-8859-1")
    'é'
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        charset = content_type.lower().partition("charset=")[2].partition(";")[0].strip("\"' ")
        if not charset or charset.replace("-", "") == "utf8":
            raise
        try:
            return content.decode(charset)
        except LookupError:
            return content.decode("utf-8")
