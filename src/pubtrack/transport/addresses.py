"""Where a redirect may lead: over https, and never into somebody's private network."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

__all__ = ["Resolver", "origin", "redirect_problem", "resolve"]

Resolver = Callable[[str], Sequence[str]]
"""Host name -> its addresses; raises OSError where there are none."""


def origin(url: str) -> tuple[str, str, int]:
    """Gives (scheme, host, port) of a URL.

    >>> origin("https://API.example.org/x?y")
    ('https', 'api.example.org', 443)
    """
    parts = urlsplit(url)
    default = 443 if parts.scheme == "https" else 80
    return parts.scheme.lower(), (parts.hostname or "").lower(), parts.port or default


def redirect_problem(target: str, base_url: str, resolver: Resolver) -> str | None:
    """Gives why a redirect must not be followed, or None where it may be.

    The configured `base_url` itself may be plain http and private: a person chose it.

    >>> redirect_problem("http://example.org/", "https://api.example.org", lambda host: ["93.184.215.14"])
    'leads to http, not https'
    >>> redirect_problem("https://metadata.internal/", "https://api.example.org", lambda host: ["169.254.169.254"])
    'leads to the private address 169.254.169.254'
    """
    try:
        scheme, host, _ = origin(target)
        if origin(target) == origin(base_url):
            return None
    except ValueError:
        return "leads to an address that is none"
    if scheme != "https" or not host:
        return f"leads to {scheme or 'nothing'}, not https"
    try:
        found = resolver(host)
    except OSError:
        return f"leads to {host}, which has no address"
    private = next((address for address in found if not _is_public(address)), None)
    return f"leads to the private address {private}" if private else None


def _is_public(address: str) -> bool:
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    return (mapped or parsed).is_global and not parsed.is_multicast


def resolve(host: str, timeout_s: float = 1.5) -> Sequence[str]:
    """Gives a host's addresses; OSError where there are none within that time.

    The system's resolver cannot be interrupted (it may take half a minute without network), so it runs apart and is
    left behind when it is late.
    """
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        pass
    result: list[str] = []
    errors: list[OSError] = []

    def look_up() -> None:
        try:
            result.extend(str(info[4][0]) for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            errors.append(error if isinstance(error, OSError) else OSError(str(error)))

    worker = threading.Thread(target=look_up, daemon=True, name=f"resolve-{host}")
    worker.start()
    worker.join(timeout_s)
    if errors:
        raise errors[0]
    if not result:
        raise OSError(f"no address for {host} within {timeout_s:g} s")
    return result
