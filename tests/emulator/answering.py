"""A transport without a wire, for tests of one source."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from pubtrack.transport import Request, Response

WHEN = datetime(2026, 11, 22, tzinfo=UTC)


class Says:
    """A transport that answers from a function, and keeps what it was asked."""

    def __init__(self, answer: Callable[[Request], tuple[int, Any]]) -> None:
        self.answer, self.asked = answer, list[Request]()

    def send(self, request: Request) -> Response:
        self.asked.append(request)
        status, body = self.answer(request)
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return Response(status, request.target, content, {}, WHEN)
