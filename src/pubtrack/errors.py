"""Everything pubtrack raises, in one family, named by who must act.

```
PubtrackError
├── InputError(message, path, line)         the user must change a file or an argument
│   └── NotFoundError(message, suggestions)  a name that is not there: key, style, format, setting
├── ConfigError(message, setting)           the user must change a setting
├── StoreError(message, path)               the library on disk could not be read or written; nothing was changed
│   └── ConflictError(message, path)        somebody else saved the file meanwhile
├── MissingExtra(extra, feature)            an optional part of pubtrack is not installed
└── SourceError(source, url, detail)        an online service could not be used; never means "not found"
    ├── SourceDown                          no connection, timeout, 5xx
    ├── RateLimited(retry_after_s)          asked to wait
    ├── AuthRequired                        a key or login is missing or wrong
    └── BadResponse                         an answer that is not what the service documents
```

Absence is no error: a source that does not hold a work gives `None` or a name in a report.
Doubtful data is no error either: readers and checks list an `Issue` and go on.
Only `app` catches `SourceError`; only `cli` catches `PubtrackError`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

__all__ = [
    "AuthRequired",
    "BadResponse",
    "ConfigError",
    "ConflictError",
    "InputError",
    "MissingExtra",
    "NotFoundError",
    "PubtrackError",
    "RateLimited",
    "SourceDown",
    "SourceError",
    "StoreError",
    "redact_url",
]

_SECRET_PARAMETERS = frozenset({"api_key", "api-key", "apikey", "key", "token", "access_token", "mailto", "email"})


def redact_url(url: str) -> str:
    """Gives the URL without user info and with keys and addresses replaced by `***`.

    >>> redact_url("https://me:pw@api.openalex.org/works?api_key=s3cret&page=2&mailto=a%40b.org")
    'https://api.openalex.org/works?api_key=***&page=2&mailto=***'
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # no URL after all, for example an unclosed bracket where the host stands: show nothing of it
        return "(not a URL)"
    host = parts.netloc.rsplit("@", 1)[-1]
    query = [(k, "***" if k.lower() in _SECRET_PARAMETERS else v) for k, v in parse_qsl(parts.query, True)]
    return urlunsplit((parts.scheme, host, parts.path, urlencode(query, safe="*/:,|"), ""))


class PubtrackError(Exception):
    """Base of all errors that pubtrack raises on purpose. `str(error)` is one sentence for a person."""

    def __init__(self, message: str, **data: Any) -> None:
        super().__init__(message)
        self.message = message
        self._data = data

    def __reduce__(self) -> tuple[Any, ...]:
        """Errors cross process borders, so they survive pickling with their data."""
        return (_rebuild, (type(self), self.message, self._data, self.__dict__))


def _rebuild(cls: type[PubtrackError], message: str, data: dict[str, Any], state: dict[str, Any]) -> PubtrackError:
    error = cls.__new__(cls)
    PubtrackError.__init__(error, message, **data)
    error.__dict__.update(state)
    return error


class InputError(PubtrackError):
    """The user must change a file or an argument.

    Attributes:
        path: The file, or None for an argument.
        line: Its line, counted from 1, or None.
    """

    def __init__(self, message: str, path: str | Path | None = None, line: int | None = None) -> None:
        place = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(f"{place}{message}")
        self.path: str | None = str(path) if path is not None else None
        self.line: int | None = line


class NotFoundError(InputError):
    """A key, style, format or setting of that name does not exist here.

    Attributes:
        suggestions: The nearest names that do exist, best first.
    """

    def __init__(self, message: str, suggestions: tuple[str, ...] = ()) -> None:
        hint = f" Did you mean {' or '.join(suggestions)}?" if suggestions else ""
        super().__init__(f"{message}{hint}")
        self.suggestions = suggestions


class ConfigError(PubtrackError):
    """The user must change a setting.

    Attributes:
        setting: Its dotted name in `pubtrack.toml`, or an environment variable.
    """

    def __init__(self, message: str, setting: str | None = None) -> None:
        super().__init__(message)
        self.setting = setting


class StoreError(PubtrackError):
    """The library on disk could not be read or written; it holds what it held before.

    Attributes:
        path: The file concerned, or None.
    """

    def __init__(self, message: str, path: str | Path | None = None) -> None:
        super().__init__(message)
        self.path: str | None = str(path) if path is not None else None


class ConflictError(StoreError):
    """Somebody else saved a file between our reading and our writing of it."""


class MissingExtra(PubtrackError):  # noqa: N818 - reads as the sentence it stands for
    """A part of pubtrack that is optional is not installed.

    Attributes:
        extra: The extra's name in `pip install 'pubtrack[extra]'`.
    """

    def __init__(self, extra: str, feature: str) -> None:
        super().__init__(f"{feature} needs an optional part of pubtrack: pip install 'pubtrack[{extra}]'.")
        self.extra: str = extra
        self.feature: str = feature


class SourceError(PubtrackError):
    """An online service could not be used. It says nothing about whether the work exists.

    Attributes:
        source: The service's name in pubtrack, for example `crossref`.
        url: What was asked, without keys and addresses, or None.
        detail: What happened, in words.
    """

    def __init__(self, source: str, detail: str, url: str | None = None) -> None:
        super().__init__(f"{source}: {detail}")
        self.source: str = source
        self.detail: str = detail
        self.url: str | None = redact_url(url) if url else None


class SourceDown(SourceError):  # noqa: N818 - named by what happened
    """No connection, a timeout, or a server error."""


class RateLimited(SourceError):  # noqa: N818 - named by what happened
    """The service asked us to wait.

    Attributes:
        retry_after_s: Seconds it asked for, or None where it did not say.
    """

    def __init__(self, source: str, detail: str, url: str | None = None, retry_after_s: float | None = None) -> None:
        super().__init__(source, detail, url)
        self.retry_after_s = retry_after_s


class AuthRequired(SourceError):  # noqa: N818 - named by what happened
    """A key or a login is missing or was refused."""


class BadResponse(SourceError):  # noqa: N818 - named by what happened
    """An answer that is not what the service documents (HTML instead of JSON, truncated, oversized)."""
