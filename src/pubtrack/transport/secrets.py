"""Answers that repeat who asked, without the key and the address. Pure."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import quote, quote_plus

from pubtrack.transport.policy import Raw

__all__ = ["without"]

_SHORTEST = 6
"""Shorter ones are no keys, and would be found in any text."""


def without(raw: Raw, secrets: Iterable[str | None]) -> Raw:
    """Gives an answer in which every form of the secrets is `***`: what is read, kept or shown of it never holds one.

    Seen: error pages and debugging headers of proxies repeat the request line, where some keys must stand.
    """
    forms = {form for secret in secrets if secret and len(secret) >= _SHORTEST for form in _forms(secret)}
    for form in sorted(forms, key=len, reverse=True):
        raw = _stripped(raw, form)
    return raw


def _stripped(raw: Raw, form: str) -> Raw:
    if form in raw.url:
        raw = replace(raw, url=raw.url.replace(form, "***"))
    if (data := form.encode()) in raw.content:
        raw = replace(raw, content=raw.content.replace(data, b"***"))
    if any(form in value for value in raw.headers.values()):
        raw = replace(raw, headers={name: value.replace(form, "***") for name, value in raw.headers.items()})
    return raw


def _forms(secret: str) -> Iterable[str]:
    """As it is, as it stands in a URL, in JSON (where a slash may be escaped), in HTML, and in Basic authentication."""
    written = json.dumps(secret)[1:-1]
    yield from (secret, quote(secret), quote(secret, safe=""), quote(secret, safe="@"), quote_plus(secret))
    yield from (quote(secret, safe="").lower(), written, written.replace("/", "\\/"), secret.replace("&", "&amp;"))
    yield b64encode(secret.encode()).decode()
