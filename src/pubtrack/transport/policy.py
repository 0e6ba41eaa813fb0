"""What an HTTP answer means: take it, ask again later, or leave the host alone. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, Literal
from xml.etree import ElementTree as ET

from pubtrack.errors import AuthRequired, BadResponse, RateLimited, SourceDown, SourceError
from pubtrack.transport.messages import Rate, decoded

__all__ = ["RETRY_AFTER_CAP_S", "Raw", "Verdict", "judge", "stated_rate"]

RETRY_AFTER_CAP_S = 60.0
"""A host that asks for more is left alone for this run (OpenAlex asks for up to 15 h; API reference 1.3)."""

_DEFINITE = frozenset({304, 400, 404, 409, 410, 414, 422, 431})
"""Statuses that say something about the question itself. Source: API reference 1.4."""

_TRANSIENT = frozenset({408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})


@dataclass(frozen=True)
class Raw:
    """An answer as it came over the wire."""

    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    content: bytes
    url: str


@dataclass(frozen=True)
class Verdict:
    """What to do: `take` the answer, `retry` after `wait_s` (None = our own pause), or `stop` asking this host."""

    action: Literal["take", "retry", "fail", "stop"]
    error: SourceError | None = None
    wait_s: float | None = None
    trouble: str = ""
    """What kept an answer from coming at all."""


def judge(source: str, raw: Raw, expects: str, now_s: float) -> Verdict:
    """Gives the verdict on an answer.

    Args:
        source: The host's name, for errors.
        raw: The answer.
        expects: `json`, `xml` or `text`.
        now_s: Seconds of the epoch, for a `Retry-After` that is a date.
    """
    if 200 <= raw.status < 300:
        return _judge_body(source, raw, expects)
    if raw.status in _DEFINITE:
        return Verdict("take")
    if raw.status == 429 or (raw.status in _TRANSIENT and "retry-after" in raw.headers):
        return _judge_throttle(source, raw, now_s)
    if raw.status in _TRANSIENT:
        return Verdict("retry", SourceDown(source, f"HTTP {raw.status}", raw.url))
    if raw.status in (401, 403, 407):
        return Verdict("stop", AuthRequired(source, f"HTTP {raw.status}: {_words(raw)}", raw.url))
    return Verdict("fail", BadResponse(source, f"HTTP {raw.status}: {_words(raw)}", raw.url))


def _judge_body(source: str, raw: Raw, expects: str) -> Verdict:
    """HTML with 200 is a bot wall or a limit page (dblp, Crossref; API reference 1.5), never an absence."""
    if expects == "text":
        return Verdict("take")
    start = raw.content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) or (expects == "json" and start.startswith(b"<")):
        return Verdict("retry", BadResponse(source, f"HTML instead of {expects.upper()}: {_title(raw)}", raw.url))
    problem = _unreadable(raw, expects)
    return Verdict("retry", BadResponse(source, problem, raw.url)) if problem else Verdict("take")


def _unreadable(raw: Raw, expects: str) -> str | None:
    """Gives why a body does not read, or None."""
    try:
        if expects == "json":
            json.loads(decoded(raw.content, raw.headers.get("content-type", "")))
        else:
            # No entity is expanded: expat refuses undefined ones, and the size is already bounded.
            ET.fromstring(raw.content)  # noqa: S314 - only to see whether it is whole
    except (ValueError, RecursionError) as error:
        return f"not readable as {expects.upper()}: {type(error).__name__}"
    except ET.ParseError as error:
        return f"not readable as XML: {error}"
    return None


def _judge_throttle(source: str, raw: Raw, now_s: float) -> Verdict:
    """Two kinds of 429: too fast (wait and ask again), and nothing left for today (leave the host alone)."""
    body = _json(raw)
    told = " ".join(str(body.get(key, "")) for key in ("error", "message"))
    words = " ".join(told.split()) or f"HTTP {raw.status}"
    if "plan upgrade required" in words.lower():
        return Verdict("fail", AuthRequired(source, words[:200], raw.url))
    asked = _retry_after(raw.headers.get("retry-after"), now_s)
    asked = _number(body.get("retryAfter")) if asked is None else asked
    left, needed = _number(body.get("creditsRemaining")), _number(body.get("creditsRequired"))
    spent = left is not None and needed is not None and left < needed
    error = RateLimited(source, words[:200], raw.url, retry_after_s=asked)
    if spent or (asked is not None and asked > RETRY_AFTER_CAP_S) or _is_daily(words):
        return Verdict("stop", error)
    return Verdict("retry", error, asked)


def _is_daily(words: str) -> bool:
    return re.search(r"daily (?:quota|limit|budget)|insufficient budget|quota exceeded", words, re.I) is not None


def _retry_after(value: str | None, now_s: float) -> float | None:
    """Gives seconds from `Retry-After`, which is a number or an HTTP date.

    Source: RFC 9110, 10.2.3.
    """
    if value is None:
        return None
    if (seconds := _number(value.strip())) is not None:
        return max(0.0, seconds)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now_s)
    except (ValueError, OverflowError):
        return None


def _number(value: Any) -> float | None:
    try:
        return float(value) if not isinstance(value, bool) else None
    except (TypeError, ValueError):
        return None


def _json(raw: Raw) -> Mapping[str, Any]:
    try:
        body = json.loads(raw.content)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _words(raw: Raw) -> str:
    """Gives the first words of an error, for a person."""
    body = _json(raw)
    told = body.get("message") or body.get("error") or body.get("name")
    plain = told if isinstance(told, str) else re.sub(r"<[^<>]*>", " ", raw.content[:400].decode("utf-8", "replace"))
    return " ".join(plain.split())[:120] or "no explanation"


def _title(raw: Raw) -> str:
    match = re.search(rb"(?is)<title[^>]*>(.*?)</title>", raw.content[:20_000])
    return " ".join(match[1].decode("utf-8", "replace").split())[:80] if match else "no title"


def stated_rate(headers: Mapping[str, str]) -> Rate | None:
    """Gives the rate that a host states in its headers, or None.

    Source: Crossref `x-rate-limit-limit`, `x-rate-limit-interval` (API reference 4.1).

    >>> stated_rate({"x-rate-limit-limit": "3", "x-rate-limit-interval": "1s"})
    Rate(most=3, per_s=1.0)
    """
    most = re.fullmatch(r"[0-9]{1,9}", headers.get("x-rate-limit-limit", "").strip())
    interval = re.fullmatch(r"([0-9]{1,9})\s*(s|m|h)?", headers.get("x-rate-limit-interval", "").strip())
    if not most or not interval or not int(most[0]) or not int(interval[1]):
        return None
    return Rate(int(most[0]), float(interval[1]) * {"s": 1, "m": 60, "h": 3600, None: 1}[interval[2]])
