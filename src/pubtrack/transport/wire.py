"""One attempt over a socket with `requests`: bounded in time and size, redirects looked at before they are followed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urljoin

from pubtrack.transport.addresses import Resolver, origin, redirect_problem
from pubtrack.transport.policy import Raw

if TYPE_CHECKING:
    import requests

__all__ = ["MAX_BYTES", "Call", "Trouble", "Wire"]

MAX_BYTES = 50 * 1024 * 1024
"""Largest body that is taken, after decompression. Source: own choice."""

_MAX_REDIRECTS = 5
_CHUNK = 64 * 1024
_HARMLESS = frozenset({"accept", "accept-encoding", "content-type", "user-agent"})
"""Headers that may follow a redirect to another host; any other one may be the key of a source that we do not know."""


@dataclass(frozen=True)
class Call:
    """A request with everything that goes onto the wire, keys included. Never logged or stored."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None
    base_url: str
    connect_s: float
    read_s: float

    def __repr__(self) -> str:
        return f"Call({self.method} to {origin(self.url)[1]})"


class Trouble(Exception):  # noqa: N818 - internal, told apart by `kind`
    """No answer came.

    Attributes:
        kind: `refused`, `no-address`, `connect-timeout`, `read-timeout`, `broken` (reset, truncated), `too-large`,
            `redirect`, `tls`.
    """

    Kind = Literal[
        "refused", "no-address", "connect-timeout", "read-timeout", "broken", "too-large", "redirect", "tls"
    ]  # fmt: skip

    def __init__(self, kind: Trouble.Kind, detail: str) -> None:
        super().__init__(detail)
        self.kind: Trouble.Kind = kind
        self.detail: str = detail


class Wire:
    """One session of `requests` for all threads, which share nothing in it but connections: no cookies, no headers.

    Args:
        clock: Seconds that never go back, for deadlines.
        resolver: Looks host names up before a connection is tried.
        max_bytes: Largest body.
    """

    def __init__(self, clock: Callable[[], float], resolver: Resolver, max_bytes: int = MAX_BYTES) -> None:
        self._clock, self._resolver, self._max_bytes = clock, resolver, max_bytes
        self._session: requests.Session | None = None
        self._lock = threading.Lock()
        self._known: set[str] = set()

    def _opened(self) -> requests.Session:
        with self._lock:
            if self._session is None:
                self._session = _new_session()
            return self._session

    def close(self) -> None:
        """Closes all connections."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def call(self, call: Call, sent: Callable[[], None] = lambda: None) -> Raw:
        """Gives the answer after redirects; raises Trouble where none came. `sent` is called once it is asked."""
        self._check_address(call.url)
        _OUT.sent = sent
        for _ in range(_MAX_REDIRECTS + 1):
            raw = self._once(call)
            target = raw.headers.get("location") if raw.status in (301, 302, 303, 307, 308) else None
            if not target:
                return raw
            call = self._redirected(call, urljoin(call.url, target), raw.status)
        raise Trouble("redirect", f"more than {_MAX_REDIRECTS} redirects")

    def _check_address(self, url: str) -> None:
        """A name without address costs at most the resolver's second and a half; a proxy resolves for itself."""
        host = origin(url)[1]
        if host in self._known:
            return
        import requests

        if not requests.utils.get_environ_proxies(url):
            try:
                self._resolver(host)
            except OSError as error:
                raise Trouble("no-address", f"no address for {host}: {error}") from error
        self._known.add(host)

    def _redirected(self, call: Call, target: str, status: int) -> Call:
        problem = redirect_problem(target, call.base_url, self._resolver)
        if problem:
            raise Trouble("redirect", f"a redirect {problem}")
        if call.method != "GET" and status in (301, 302, 303):
            raise Trouble("redirect", f"a form was redirected with {status}")
        headers = dict(call.headers)
        if origin(target) != origin(call.url):
            headers = {k: v for k, v in headers.items() if k.lower() in _HARMLESS}
        return replace(call, url=target, headers=headers)

    def _once(self, call: Call) -> Raw:
        import requests
        import urllib3

        started = self._clock()
        try:
            with self._opened().request(
                call.method,
                call.url,
                headers=dict(call.headers),
                data=call.body,
                timeout=(call.connect_s, call.read_s),
                allow_redirects=False,
                stream=True,
            ) as answer:
                content = self._read(answer, started + 4 * call.read_s)
                headers = {name.lower(): value for name, value in answer.headers.items()}
                return Raw(answer.status_code, headers, content, answer.url)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise _trouble(error) from error

    def _read(self, answer: Any, deadline: float) -> bytes:
        """Reads the body in pieces: a slow or endless one ends at the deadline or the limit."""
        parts: list[bytes] = []
        size = 0
        # `iter_content` waits for a full piece; `read1` gives what is there, so that slow bytes can be noticed.
        while part := answer.raw.read1(_CHUNK, decode_content=True):
            size += len(part)
            if size > self._max_bytes:
                raise Trouble("too-large", f"the answer is larger than {self._max_bytes // (1024 * 1024)} MB")
            if self._clock() > deadline:
                raise Trouble("read-timeout", "the answer came too slowly")
            parts.append(part)
        return b"".join(parts)


_OUT = threading.local()
"""What each thread wants to be told of when its request is out."""


def _new_session() -> requests.Session:
    import requests
    from requests.adapters import HTTPAdapter

    session = requests.Session()
    session.headers.clear()
    for scheme in ("https://", "http://"):
        adapter = HTTPAdapter(pool_connections=20, pool_maxsize=32, max_retries=0)
        adapter.poolmanager.pool_classes_by_scheme = _telling_pools()
        session.mount(scheme, adapter)
    # Cookies of bot walls would only tie one answer to another.
    session.cookies.set_policy(_no_cookies())
    return session


def _telling_pools() -> dict[str, Any]:
    """Gives urllib3's pools with connections that tell when a request is written."""
    from urllib3.connection import HTTPConnection, HTTPSConnection
    from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

    def telling(base: Any) -> Any:
        def request(self: Any, *args: Any, **options: Any) -> None:
            base.request(self, *args, **options)
            _OUT.sent()

        return type(base.__name__, (base,), {"request": request})

    return {
        "http": type("HTTPConnectionPool", (HTTPConnectionPool,), {"ConnectionCls": telling(HTTPConnection)}),
        "https": type("HTTPSConnectionPool", (HTTPSConnectionPool,), {"ConnectionCls": telling(HTTPSConnection)}),
    }


def _no_cookies() -> Any:
    from http.cookiejar import DefaultCookiePolicy

    return DefaultCookiePolicy(allowed_domains=[])


def _trouble(error: BaseException) -> Trouble:
    """Gives what happened, from the many ways in which `requests` and urllib3 say it."""
    import requests
    import urllib3

    if isinstance(error, (requests.exceptions.SSLError, urllib3.exceptions.SSLError)):
        return Trouble("tls", "the secure connection failed")
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return Trouble("connect-timeout", "no connection in time")
    if isinstance(error, (requests.exceptions.ReadTimeout, urllib3.exceptions.ReadTimeoutError, TimeoutError)):
        return Trouble("read-timeout", "no answer in time")
    words = str(error)
    if "NameResolutionError" in words or "getaddrinfo" in words or "Name or service not known" in words:
        return Trouble("no-address", "its name has no address")
    if isinstance(error, ConnectionRefusedError) or "NewConnectionError" in words or "refused" in words:
        return Trouble("refused", "the connection was refused")
    if "Read timed out" in words:
        return Trouble("read-timeout", "no answer in time")
    return Trouble("broken", f"the connection broke ({type(error).__name__})")
