"""What is asked, and what is said."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pubtrack.transport.messages import Host, Rate, Request, Response, decoded

HOST = Host("here", "https://x.org", Rate(3, 1.0))


def test_a_target_keeps_the_marks_that_hosts_need() -> None:
    request = Request(HOST, "/works", (("filter", "doi:10.1/a(b)|10.1/ä"), ("page[size]", "5")))
    assert request.target == "/works?filter=doi:10.1/a%28b%29|10.1/%C3%A4&page%5Bsize%5D=5"
    assert request.line_length > len(request.target)
    assert Request(HOST, "/x").target == "/x"


def test_text_is_utf_8_before_anything_that_a_header_claims() -> None:
    assert decoded("\ufeffö".encode(), "text/plain; charset=latin-1") == "ö"
    assert decoded("ö".encode("latin-1"), "application/json; charset=ISO-8859-1") == "ö"
    assert decoded("ö".encode("latin-1"), 'text/plain; charset="ISO-8859-1"; format=flowed') == "ö"
    for kind in ("application/json", "text/x; charset=utf-8", "text/x; charset=nonsense"):
        with pytest.raises(UnicodeDecodeError):
            decoded("ö".encode("latin-1"), kind)


def test_rates_and_answers_tell_what_they_are() -> None:
    assert str(Rate(3, 1.0)) == "3 per 1 s"
    answer = Response(200, "u", b'{"a": 1}', {}, datetime(2026, 1, 1, tzinfo=UTC))
    assert answer.ok
    assert answer.json() == {"a": 1}
