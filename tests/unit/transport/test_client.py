"""What the transport does with real sockets on loopback."""

from __future__ import annotations

import json
import pickle
import socket
import time
import traceback
from pathlib import Path

import pytest

from emulator.scripted import Heard, Say, serving
from pubtrack.errors import AuthRequired, BadResponse, RateLimited, SourceDown, SourceError
from pubtrack.transport import Host, Rate, Request, Settings, Transport

pytestmark = pytest.mark.loopback

FAST = Rate(100_000, 1.0)
GOOD = Say(body=b'{"ok": 1}')


@pytest.fixture(autouse=True)
def _loopback(socket_enabled: None) -> None:
    """Real sockets, on 127.0.0.1 only."""


def host(url: str, **more: object) -> Host:
    return Host(name="here", base_url=url, rate=FAST, concurrency=4, **more)  # type: ignore[arg-type]


def transport(tmp_path: Path | None = None, **more: object) -> Transport:
    options = {"backoff_s": 0.01, "read_timeout_s": 1.0, "connect_timeout_s": 1.0}
    env = more.pop("env", {})
    outside = {k: more.pop(k) for k in ("record", "replay", "sleep", "resolver", "clock") if k in more}
    settings = Settings(cache_dir=tmp_path, **{**options, **more})  # type: ignore[arg-type]
    return Transport(settings, env=env, **outside)  # type: ignore[arg-type]


def ask(url: str, says: Transport, path: str = "/x", **more: object) -> object:
    return says.send(Request(host(url), path, **more)).json()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fault",
    [
        Say(500), Say(502), Say(503), Say(504), Say(429), Say(429, headers={"Retry-After": "0"}),
        Say(503, headers={"Retry-After": "0"}), Say(body=b'{"ok": '), Say(body=b"\xff\xfe{}"),
        Say(body=b"<!DOCTYPE html><title>Making sure you're not a bot!</title>", content_type="text/html"),
        Say(reset=True), Say(body=b'{"ok": 1, "more": "..."}', cut_at=9), Say(body=b""),
    ],
)  # fmt: skip
def test_what_may_pass_is_asked_again(fault: Say) -> None:
    with serving([fault, GOOD]) as server, transport() as says:
        assert ask(server.url, says) == {"ok": 1}
        assert len(server.heard) == 2


@pytest.mark.parametrize("status", [400, 404, 410, 414, 422])
def test_a_definite_status_is_an_answer_and_never_asked_again(status: int) -> None:
    with serving([Say(status, b"Resource not found.", content_type="text/plain")]) as server, transport() as says:
        assert says.send(Request(host(server.url), "/x")).status == status
        assert len(server.heard) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_key_stops_the_host_for_this_run(status: int) -> None:
    with serving([Say(status, b'{"message": "Forbidden"}')]) as server, transport() as says:
        for _ in range(3):
            with pytest.raises(AuthRequired):
                ask(server.url, says)
        assert len(server.heard) == 1


def test_an_hour_of_waiting_stops_the_host_at_once() -> None:
    with serving([Say(429, headers={"Retry-After": "3600"})]) as server, transport() as says:
        started = time.monotonic()
        for _ in range(3):
            with pytest.raises(RateLimited) as caught:
                ask(server.url, says)
        assert caught.value.retry_after_s == 3600
        assert len(server.heard) == 1
        assert time.monotonic() - started < 1


def test_a_spent_day_is_told_from_being_too_fast() -> None:
    spent = {"error": "Rate limit exceeded", "creditsRequired": 10, "creditsRemaining": 2, "retryAfter": 5}
    with serving([Say(429, json.dumps(spent).encode())]) as server, transport() as says:
        with pytest.raises(RateLimited):
            ask(server.url, says)
        assert len(server.heard) == 1
    fast = {"error": "Rate limit exceeded", "creditsRequired": 1, "creditsRemaining": 900, "retryAfter": 0}
    with serving([Say(429, json.dumps(fast).encode()), GOOD]) as server, transport() as says:
        assert ask(server.url, says) == {"ok": 1}


def test_a_plan_upgrade_is_no_reason_to_ask_again_nor_to_leave_the_host() -> None:
    upgrade = Say(429, b'{"error": "Plan upgrade required"}')
    with serving([upgrade, GOOD]) as server, transport() as says:
        with pytest.raises(AuthRequired):
            ask(server.url, says)
        assert ask(server.url, says) == {"ok": 1}


def test_a_short_retry_after_is_kept() -> None:
    with serving([Say(429, headers={"Retry-After": "0.3"}), GOOD]) as server, transport() as says:
        ask(server.url, says)
        assert server.heard[1].at - server.heard[0].at >= 0.28


def test_an_unstated_throttle_that_stays_is_no_absence() -> None:
    with serving([Say(429)]) as server, transport(backoff_s=0.001) as says:
        for _ in range(2):
            with pytest.raises(RateLimited):
                ask(server.url, says)
        assert len(server.heard) == 5


def test_a_host_that_is_left_alone_costs_no_memory_for_each_question() -> None:
    """One error raised for every question held the frames of all of them: 11 kB for each."""
    with serving([Say(403)]) as server, transport() as says:
        for _ in range(20):
            with pytest.raises(AuthRequired) as caught:
                ask(server.url, says)
        assert len(server.heard) == 1
    frames = sum(1 for _ in traceback.walk_tb(caught.value.__traceback__))
    assert frames < 10
    assert str(caught.value) == "here: HTTP 403: {}"


def test_no_password_of_an_address_stands_in_the_name_of_a_file(tmp_path: Path) -> None:
    with serving([GOOD]) as server, transport(tmp_path) as says:
        ask(server.url.replace("://", "://me:s3cret@"), says)
    assert list(tmp_path.rglob("*.json"))
    assert not [path for path in tmp_path.rglob("*") if "s3cret" in path.name]


def test_html_that_stays_is_a_bad_response() -> None:
    wall = Say(body=b"<html><title>Limit</title></html>", content_type="text/html")
    with serving([wall]) as server, transport(backoff_s=0.001) as says, pytest.raises(BadResponse, match="HTML"):
        ask(server.url, says)


def test_json_with_another_content_type_is_taken() -> None:
    with serving([Say(body=b'{"ok": 1}', content_type="text/plain")]) as server, transport() as says:
        assert ask(server.url, says) == {"ok": 1}


def test_the_charset_of_the_body_wins_over_the_header() -> None:
    said = Say(body='{"name": "Schölkopf"}'.encode(), content_type="application/json; charset=iso-8859-1")
    with serving([said]) as server, transport() as says:
        assert ask(server.url, says) == {"name": "Schölkopf"}


def test_an_oversized_body_is_refused_and_not_asked_again() -> None:
    with serving([Say(body=b'"' + b"x" * 300_000 + b'"')]) as server, transport() as says:
        says._wire._max_bytes = 100_000
        with pytest.raises(BadResponse, match="larger"):
            ask(server.url, says)
        assert len(server.heard) == 1


def test_slow_bytes_end_at_the_deadline() -> None:
    started = time.monotonic()
    with serving([Say(body=b'{"ok": 1}' + b" " * 100, slow_bytes_s=0.05)]) as server:
        with transport(read_timeout_s=0.15, max_tries=1) as says, pytest.raises(SourceDown, match="slowly"):
            ask(server.url, says)
        assert time.monotonic() - started < 3


def test_a_stalled_host_costs_two_read_timeouts() -> None:
    with serving([Say(delay_s=1.0)]) as server, transport(read_timeout_s=0.2) as says:
        started = time.monotonic()
        with pytest.raises(SourceDown):
            ask(server.url, says)
        assert time.monotonic() - started < 1.5
        assert len(server.heard) == 2


def test_a_refused_connection_costs_less_than_three_seconds_for_any_number_of_questions() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
        started = time.monotonic()
        with transport(backoff_s=0.5) as says:
            for _ in range(50):
                with pytest.raises(SourceDown, match="refused"):
                    ask(url, says)
        assert time.monotonic() - started < 3


def test_a_name_without_address_costs_one_look_up() -> None:
    asked: list[str] = []

    def resolver(name: str) -> list[str]:
        asked.append(name)
        raise OSError("nobody there")

    with transport(resolver=resolver) as says:
        for _ in range(5):
            with pytest.raises(SourceDown, match="address"):
                ask("https://nowhere.invalid", says)
    assert asked == ["nowhere.invalid"]


def test_a_redirect_is_followed_only_to_the_configured_place_or_public_https() -> None:
    def script(heard: Heard) -> Say:
        return Say(301, headers={"Location": "/new"}) if heard.path == "/old" else GOOD

    with serving(script) as server, transport() as says:
        assert ask(server.url, says, "/old") == {"ok": 1}
    with serving([GOOD]) as inner, serving([Say(302, headers={"Location": inner.url + "/secret"})]) as server:
        with transport() as says, pytest.raises(BadResponse, match="redirect"):
            ask(server.url, says)
        assert not inner.heard
    private = [Say(302, headers={"Location": "https://metadata.internal/latest"})]
    says = transport(resolver=lambda name: ["169.254.169.254"])
    with serving(private) as server, pytest.raises(BadResponse, match="private"):
        ask(server.url, says)


def test_redirects_without_end_and_redirected_forms_are_refused() -> None:
    with serving([Say(301, headers={"Location": "/again"})]) as server, transport() as says:
        with pytest.raises(BadResponse, match="redirects"):
            ask(server.url, says)
        with pytest.raises(BadResponse, match="form"):
            ask(server.url, says, method="POST", body=b"{}")


def test_keys_and_addresses_go_onto_the_wire_and_nowhere_else(tmp_path: Path) -> None:
    keyed = {"key_env": "HERE_KEY", "key_header": "x-api-key", "key_param": "api_key", "mailto_param": "mailto"}
    record = tmp_path / "record"
    with serving([Say(500, b'{"echo": "s3cret-key"}'), GOOD, Say(404, b'"s3cret-key"')]) as server:
        env = {"HERE_KEY": "s3cret-key"}
        says = transport(tmp_path, mailto="me@example.org", env=env, record=record)
        asked = Request(host(server.url, **keyed), "/x", (("a", "b"),))
        response = says.send(asked)
        says.send(asked)
        assert server.heard[0].headers["x-api-key"] == "s3cret-key"
        assert "mailto=me%40example.org" in server.heard[0].path
        assert "mailto:me@example.org" in server.heard[0].headers["user-agent"]
    kept = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    for secret in ("s3cret", "example.org"):
        assert secret not in response.url
        assert secret.encode() not in kept
        assert secret not in repr(asked)


def test_errors_hold_no_keys_and_survive_pickling() -> None:
    keyed = {"key_env": "HERE_KEY", "key_param": "api_key"}
    says = transport(env={"HERE_KEY": "s3cret"}, backoff_s=0.001)
    with serving([Say(500)]) as server, pytest.raises(SourceError) as caught:
        says.send(Request(host(server.url, **keyed), "/x"))
    again = pickle.loads(pickle.dumps(caught.value))
    assert "s3cret" not in repr(vars(again)) + str(again)


def test_a_host_that_needs_a_key_is_not_asked_without_one() -> None:
    with serving([GOOD]) as server, transport() as says:
        needing = host(server.url, key_env="HERE_KEY", key_header="x", key_required=True)
        assert not says.has_key(needing)
        with pytest.raises(AuthRequired, match="HERE_KEY"):
            says.send(Request(needing, "/x"))
        assert not server.heard


def test_offline_nothing_is_sent() -> None:
    with serving([GOOD]) as server, transport(offline=True) as says:
        with pytest.raises(SourceDown, match="offline"):
            ask(server.url, says)
        assert not server.heard


def test_a_recording_replays_byte_for_byte_failures_included(tmp_path: Path) -> None:
    body = '{"ö": [1, 2]}\n'.encode()
    script = {
        "/good": Say(body=body),
        "/gone": Say(404, b"no"),
        "/down": Say(503),
        "/slow": Say(429, headers={"Retry-After": "999"}),
    }
    paths = ("/good", "/gone", "/down", "/slow")
    with serving(lambda heard: script[heard.path]) as server, transport(record=tmp_path, backoff_s=0.001) as says:
        told = [_outcome(says, server.url, path) for path in paths]
        url = server.url
    with transport(replay=tmp_path) as says:
        assert [_outcome(says, url, path) for path in paths] == told
        with pytest.raises(SourceDown, match="recording"):
            ask(url, says, "/never")


def _outcome(says: Transport, url: str, path: str) -> object:
    try:
        response = says.send(Request(host(url), path))
    except SourceError as error:
        return type(error), error.detail, getattr(error, "retry_after_s", None)
    return response.status, response.content, response.retrieved_at


def test_kept_answers_are_reused_for_their_time_only(tmp_path: Path) -> None:
    now = [1_800_000_000.0]
    with serving([GOOD]) as server, transport(tmp_path, clock=lambda: now[0]) as says:
        for _ in range(3):
            ask(server.url, says, cache_s=60.0)
        assert len(server.heard) == 1
        now[0] += 61
        ask(server.url, says, cache_s=60.0)
        assert len(server.heard) == 2
        assert says.prune() == 0


def test_a_host_that_states_a_lower_rate_is_asked_more_slowly() -> None:
    stated = Say(headers={"x-rate-limit-limit": "10", "x-rate-limit-interval": "1s"})
    with serving([stated]) as server, transport() as says:
        for _ in range(4):
            ask(server.url, says)
        gaps = [b.at - a.at for a, b in zip(server.heard[1:], server.heard[2:], strict=False)]
        assert sum(gaps) > 0.15


def test_an_unknown_user_is_asked_for_less_speed_than_a_known_one() -> None:
    polite = host(
        "https://x.org", known_rate=Rate(7, 1.0), known_by="mailto", pools={"one": (Rate(1, 1.0), Rate(2, 1.0))}
    )
    assert transport().limits(polite)[0] == FAST
    assert transport(mailto="a@b.org").limits(polite)[0] == Rate(7, 1.0)
    assert transport(mailto="a@b.org").limits(polite, "one")[0] == Rate(2, 1.0)
