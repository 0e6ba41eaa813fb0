"""What an HTTP answer means."""

from __future__ import annotations

from email.utils import formatdate

import pytest

from pubtrack.errors import AuthRequired, BadResponse, RateLimited, SourceDown
from pubtrack.transport.messages import Rate
from pubtrack.transport.policy import Raw, judge, stated_rate

NOW = 1_800_000_000.0


def raw(status: int, content: bytes = b"{}", **headers: str) -> Raw:
    return Raw(status, {k.replace("_", "-"): v for k, v in headers.items()}, content, "https://x.org/y")


@pytest.mark.parametrize(
    ("answer", "expects", "action", "error"),
    [
        (raw(200), "json", "take", None),
        (raw(204, b""), "text", "take", None),
        (raw(200, b"<feed/>"), "xml", "take", None),
        (raw(200, b"<feed>"), "xml", "retry", BadResponse),
        (raw(200, b"  <!DOCTYPE HTML><title>Wall</title>"), "xml", "retry", BadResponse),
        (raw(200, b"<html>"), "json", "retry", BadResponse),
        (raw(200, b"<error/>"), "json", "retry", BadResponse),
        (raw(200, b"[" * 200_000), "json", "retry", BadResponse),
        (raw(404), "json", "take", None),
        (raw(400, b"<html>"), "json", "take", None),
        (raw(500), "json", "retry", SourceDown),
        (raw(503, retry_after="7200"), "json", "stop", RateLimited),
        (raw(503, retry_after="2"), "json", "retry", RateLimited),
        (raw(429, b"<html>"), "json", "retry", RateLimited),
        (raw(429, b'{"message": "exceeded the daily quota"}'), "json", "stop", RateLimited),
        (raw(429, b'{"error": "Plan upgrade required"}'), "json", "fail", AuthRequired),
        (raw(429, b'{"error": "Rate limit exceeded", "retryAfter": 50000}'), "json", "stop", RateLimited),
        (raw(401, b'{"message": "bad key"}'), "json", "stop", AuthRequired),
        (raw(403, b"[" * 200_000), "json", "stop", AuthRequired),
        (raw(429, b"[" * 200_000), "json", "retry", RateLimited),
        (raw(403, b"<title>x</title><p>go away"), "json", "stop", AuthRequired),
        (raw(406), "json", "fail", BadResponse),
        (raw(418, b""), "json", "fail", BadResponse),
    ],
)  # fmt: skip
def test_each_answer_has_one_meaning(answer: Raw, expects: str, action: str, error: type | None) -> None:
    verdict = judge("here", answer, expects, NOW)
    assert verdict.action == action
    assert isinstance(verdict.error, error) if error else verdict.error is None


def test_what_a_host_says_is_told_on_one_line() -> None:
    verdict = judge("here", raw(429, '{"message": "Slow\\n\u2028 down"}'.encode()), "json", NOW)
    assert verdict.error
    assert verdict.error.message == "here: Slow down"


def test_retry_after_may_be_a_date() -> None:
    verdict = judge("here", raw(429, retry_after=formatdate(NOW + 20, usegmt=True)), "json", NOW)
    assert verdict.wait_s == pytest.approx(20)
    assert judge("here", raw(429, retry_after=formatdate(NOW + 9000, usegmt=True)), "json", NOW).action == "stop"
    assert judge("here", raw(429, retry_after="soon"), "json", NOW).wait_s is None
    assert judge("here", raw(429, retry_after="-5"), "json", NOW).wait_s == 0


def test_a_stated_rate_is_read_or_ignored() -> None:
    assert stated_rate({"x-rate-limit-limit": "50", "x-rate-limit-interval": "1m"}) == Rate(50, 60.0)
    assert stated_rate({"x-rate-limit-limit": "50", "x-rate-limit-interval": "2"}) == Rate(50, 2.0)
    for limit, interval in (("", "1s"), ("0", "1s"), ("5", "soon"), ("5", "0s"), ("²", "1s"), ("9" * 5000, "1s")):
        assert stated_rate({"x-rate-limit-limit": limit, "x-rate-limit-interval": interval}) is None
