"""The only room with sockets: sessions, pauses, retries, cache, recordings. `requests` loads with the first request."""

from pubtrack.transport.client import Transport
from pubtrack.transport.messages import Host, Rate, Request, Response
from pubtrack.transport.settings import Settings

__all__ = ["Host", "Rate", "Request", "Response", "Settings", "Transport"]
