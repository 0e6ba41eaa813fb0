"""The only room with sockets: sessions, pauses, retries, cache, recordings. `requests` loads with the first request."""

from pubtrack.transport.messages import Host, Rate, Request, Response

__all__ = ["Host", "Rate", "Request", "Response"]
