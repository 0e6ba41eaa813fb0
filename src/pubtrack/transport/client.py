"""The transport: asks hosts politely, retries what may pass, and leaves alone who cannot be had."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from copy import copy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from pubtrack.errors import AuthRequired, BadResponse, RateLimited, SourceDown, SourceError, redact_url
from pubtrack.transport.addresses import Resolver, resolve
from pubtrack.transport.cache import Cache
from pubtrack.transport.limiter import Limiter
from pubtrack.transport.messages import Host, Rate, Request, Response
from pubtrack.transport.policy import RETRY_AFTER_CAP_S, Raw, Verdict, judge, stated_rate
from pubtrack.transport.recording import Recorder, Replayer
from pubtrack.transport.secrets import without
from pubtrack.transport.settings import Settings, secret_of
from pubtrack.transport.wire import Call, Trouble, Wire

__all__ = ["Transport"]

_TRIES = {"refused": 2, "broken": 5, "read-timeout": 2}
"""Trouble -> tries. All other trouble is final at once: a name without address, a black hole, a wrong redirect.

Source: own choice; a stalled host must not cost more than two read timeouts.
"""

_HOST_IS_GONE = frozenset({"refused", "no-address", "connect-timeout", "tls"})
"""Trouble after which nothing else is asked of the host in this run."""

_FAILURES_TO_STOP = 2
"""So many questions in a row that failed after all retries, and the host is left alone for this run.

Source: own choice; one may be the question's own fault.
"""


class _HostState:
    """What one run knows of a host."""

    def __init__(self, host: Host, key: str | None) -> None:
        self.host, self.key = host, key
        self.limiters: dict[str | None, Limiter] = {}
        self.stopped: SourceError | None = None
        self.failures = 0
        self.sent = 0
        self.lock = threading.Lock()


class Transport:
    """Sends requests. Safe for many threads; one per run.

    Args:
        settings: Who asks, and what is different for single hosts.
        clock: Seconds of the epoch.
        sleep: Waits for seconds.
        resolver: Host name -> addresses.
        record: Folder that keeps every answer.
        replay: Folder whose answers are given instead of the network's.
        env: Where keys are looked up; the process' environment by default.
    """

    def __init__(  # noqa: PLR0913 - clock, sleep and resolver are injected
        self,
        settings: Settings | None = None,
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        resolver: Resolver = resolve,
        record: Path | None = None,
        replay: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.settings: Settings = settings or Settings.of({})
        self._clock, self._sleep, self._env = clock, sleep, env
        self._wire = Wire(time.monotonic, resolver)
        self._hosts: dict[str, _HostState] = {}
        self._lock = threading.Lock()
        # Jitter only spreads retries in time; no output depends on it.
        self._random = random.Random()  # noqa: S311
        cache = self.settings.cache_dir
        self._cache = Cache(cache / "answers" if cache and not replay and not record else None)
        self._replayer = Replayer(replay) if replay else None
        self._record = record
        self._recorder: Recorder | None = None

    def __enter__(self) -> Transport:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def close(self) -> None:
        """Closes all connections."""
        self._wire.close()

    @property
    def sent(self) -> dict[str, int]:
        """Requests that went onto the wire, by host, retries included."""
        with self._lock:
            return {name: state.sent for name, state in sorted(self._hosts.items())}

    def has_key(self, host: Host) -> bool:
        """True where the user gave a key for the host, or it needs none."""
        return not host.key_required or self._state(host).key is not None

    def send(self, request: Request) -> Response:
        """Gives a definite answer: success, or a status that says something about the question (400, 404, 410, 414).

        Raises:
            SourceDown: No connection, no answer in time, or a server error that stayed.
            RateLimited: The host asked to wait longer than we may.
            AuthRequired: A key is missing or was refused.
            BadResponse: What came is not what the host documents.
        """
        if self._replayer:
            return self._replayer.send(request)
        try:
            response = self._asked(request)
        except SourceError as error:
            if recorder := self._opened_recorder():
                recorder.failure(request, error)
            raise
        if recorder := self._opened_recorder():
            recorder.answer(request, response)
        return response

    def _opened_recorder(self) -> Recorder | None:
        with self._lock:
            if self._record and self._recorder is None:
                self._recorder = Recorder(self._record)
            return self._recorder

    def _state(self, host: Host) -> _HostState:
        with self._lock:
            if host.name not in self._hosts:
                changed = self.settings.host(host)
                self._hosts[host.name] = _HostState(changed, secret_of(changed, self._env))
            return self._hosts[host.name]

    def _asked(self, request: Request) -> Response:
        state = self._state(request.host)
        self._refuse_early(state)
        now = datetime.fromtimestamp(self._clock(), UTC)
        kept = self._cache.get(request, state.host.base_url, now)
        if kept:
            return kept
        response = self._tried(state, request)
        self._cache.put(request, state.host.base_url, response)
        return response

    def _refuse_early(self, state: _HostState) -> None:
        if self.settings.offline:
            raise SourceDown(state.host.name, "working offline (PUBTRACK_OFFLINE or --offline)")
        if state.host.key_required and not state.key:
            detail = f"needs a key in the environment variable {state.host.key_env}"
            raise AuthRequired(state.host.name, detail)
        _refuse_stopped(state)

    def _tried(self, state: _HostState, request: Request) -> Response:
        """Asks until there is an answer, the tries are used up, or the host must be left alone."""
        tries = 0
        while True:
            tries += 1
            verdict, raw = self._attempt(state, request)
            if verdict.action == "take" and raw is not None:
                state.failures = 0
                at = datetime.fromtimestamp(self._clock(), UTC)
                return Response(raw.status, redact_url(raw.url), raw.content, raw.headers, at)
            error = verdict.error or SourceDown(state.host.name, "no answer")
            if verdict.action == "stop":
                state.stopped = state.stopped or error
            if verdict.action != "retry" or tries >= self._tries_of(verdict):
                self._count_failure(state, verdict, error)
                raise error
            self._before_retry(state, verdict, tries)

    def _tries_of(self, verdict: Verdict) -> int:
        limit = _TRIES.get(verdict.trouble, self.settings.max_tries)
        return min(limit, self.settings.max_tries)

    def _count_failure(self, state: _HostState, verdict: Verdict, error: SourceError) -> None:
        """A host that is gone, or fails again and again, is left alone; one that throttles to the end, too."""
        if verdict.action == "fail":
            return
        with state.lock:
            state.failures += 1
            gone = verdict.trouble in _HOST_IS_GONE
            if gone or isinstance(error, RateLimited) or state.failures >= _FAILURES_TO_STOP:
                state.stopped = state.stopped or error

    def _before_retry(self, state: _HostState, verdict: Verdict, tries: int) -> None:
        """Too fast: everybody waits. Else only this question does, with jitter."""
        slow = 4.0 if isinstance(verdict.error, RateLimited) else 1.0
        longest = min(RETRY_AFTER_CAP_S, self.settings.backoff_s * slow * 2 ** (tries - 1))
        if isinstance(verdict.error, RateLimited):
            for limiter in list(state.limiters.values()):
                limiter.pause(longest if verdict.wait_s is None else verdict.wait_s)
        else:
            self._sleep(self._random.uniform(longest / 2, longest))
        _refuse_stopped(state)

    def _attempt(self, state: _HostState, request: Request) -> tuple[Verdict, Raw | None]:
        with self._limiter(state, request.pool).permission() as sent:
            _refuse_stopped(state)
            with state.lock:
                state.sent += 1
            try:
                raw = self._wire.call(self._call(state, request), sent)
                raw = without(raw, (state.key, self.settings.mailto))
            except Trouble as trouble:
                return _verdict_on(trouble, state.host.name, request.target), None
        rate = stated_rate(raw.headers)
        if rate:
            self._limiter(state, request.pool).slow_down(rate)
        return judge(state.host.name, raw, request.expects, self._clock()), raw

    def _call(self, state: _HostState, request: Request) -> Call:
        """Puts keys and addresses where the host wants them; only this value ever holds them."""
        host = state.host
        headers = {"User-Agent": self.settings.agent(), "Accept-Encoding": "gzip, deflate"}
        headers["Accept"] = {"json": "application/json", "xml": "application/xml, */*;q=0.5"}.get(
            request.expects, "*/*"
        )
        headers |= dict(request.headers)
        extra: dict[str, str] = {}
        if state.key and host.key_header:
            headers[host.key_header] = host.key_prefix + state.key
        if state.key and host.key_param:
            extra[host.key_param] = state.key
        if self.settings.mailto and host.mailto_param:
            extra[host.mailto_param] = self.settings.mailto
        joint = "&" if request.params else "?"
        query = joint + urlencode(extra, quote_via=quote) if extra else ""
        read_s = self.settings.read_timeout_s or host.read_timeout_s
        return Call(
            request.method,
            host.base_url + request.target + query,
            headers,
            request.body,
            host.base_url,
            self.settings.connect_timeout_s,
            read_s,
        )

    def _limiter(self, state: _HostState, pool: str | None) -> Limiter:
        with state.lock:
            if pool not in state.limiters:
                state.limiters[pool] = self._new_limiter(state, pool)
            return state.limiters[pool]

    def _new_limiter(self, state: _HostState, pool: str | None) -> Limiter:
        rate, concurrency = self.limits(state.host, pool)
        folder = self.settings.cache_dir / "limits" if self.settings.cache_dir else None
        name = f"{state.host.name}-{redact_url(state.host.base_url)}" + (f"-{pool}" if pool else "")
        return Limiter(name, rate, concurrency, folder, self._clock, self._sleep)

    def limits(self, host: Host, pool: str | None = None) -> tuple[Rate, int]:
        """Gives rate and concurrency that hold for this user at a host."""
        host = self.settings.host(host)
        given = self.settings.mailto if host.known_by == "mailto" else secret_of(host, self._env)
        is_known = bool(host.known_by and given)
        rate = (host.known_rate if is_known else None) or host.rate
        if pool in host.pools:
            unknown, known = host.pools[pool or ""]
            rate = (known if is_known else None) or unknown
        return rate, (host.known_concurrency if is_known else None) or host.concurrency

    def prune(self) -> int:
        """Deletes kept answers that nobody needs any more and gives their number."""
        with suppress(OSError):
            return self._cache.prune(datetime.fromtimestamp(self._clock(), UTC))
        return 0


def _refuse_stopped(state: _HostState) -> None:
    """Raises why a host is left alone: a copy, for one error raised for every question collects the frames of all."""
    if state.stopped:
        raise copy(state.stopped)


def _verdict_on(trouble: Trouble, source: str, target: str) -> Verdict:
    """Gives what to do after an attempt without an answer."""
    kind: type[SourceError] = BadResponse if trouble.kind in ("too-large", "redirect") else SourceDown
    error = kind(source, trouble.detail, target)
    if trouble.kind in _TRIES:
        return Verdict("retry", error, trouble=trouble.kind)
    return Verdict("stop" if trouble.kind in _HOST_IS_GONE else "fail", error, trouble=trouble.kind)
