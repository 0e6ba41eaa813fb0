"""A small server on loopback that answers as a test tells it, and can misbehave in every way that sockets allow."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Say:
    """One answer: what it says and how it goes wrong."""

    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    delay_s: float = 0.0
    reset: bool = False
    """Cut the connection before a word."""
    cut_at: int | None = None
    """Say the whole length, send only so many bytes."""
    slow_bytes_s: float = 0.0
    """Pause between single bytes."""


@dataclass
class Heard:
    """One request as the server saw it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    at: float


Script = Callable[[Heard], Say]


class Quiet(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Connections that a test broke are no news."""


def handler_for(answer: Callable[[Heard], Say]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length) if length else b""
            headers = {k.lower(): v for k, v in self.headers.items()}
            say = answer(Heard(self.command, self.path, headers, body, time.monotonic()))
            if say.delay_s:
                time.sleep(say.delay_s)
            if say.reset:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
                self.close_connection = True
                return
            self.send_response(say.status)
            for name, value in {"Content-Type": say.content_type, **say.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(say.body)))
            self.end_headers()
            sent = say.body if say.cut_at is None else say.body[: say.cut_at]
            for piece in [bytes([b]) for b in sent] if say.slow_bytes_s else [sent]:
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(say.slow_bytes_s)
            if say.cut_at is not None:
                self.close_connection = True

        do_GET = do_POST = _serve  # noqa: N815 - the names that http.server calls

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing on the terminal."""

    return Handler


@dataclass
class Server:
    url: str
    heard: list[Heard]


@contextmanager
def serving(script: Script | list[Say]) -> Iterator[Server]:
    """Runs a server that follows a script: a function, or answers in order (the last one stays)."""
    heard: list[Heard] = []
    lock = threading.Lock()

    def answer(request: Heard) -> Say:
        with lock:
            heard.append(request)
            turn = len(heard) - 1
        return script(request) if callable(script) else script[min(turn, len(script) - 1)]

    server = Quiet(("127.0.0.1", 0), handler_for(answer))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_address[1]}", heard)
    finally:
        server.shutdown()
        server.server_close()
        thread.join(2)
