"""Rate and concurrency: for threads, for processes, and with clocks that jump."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubtrack.transport.limiter import Limiter, burst, spacing_s
from pubtrack.transport.messages import Rate


class Clock:
    """A clock that moves only by sleeping."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.slept = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds


def passes(limiter: Limiter, clock: Clock, number: int) -> list[float]:
    times = []
    for _ in range(number):
        with limiter.permission():
            times.append(clock.now)
    return times


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize("rate", [Rate(1, 3.0), Rate(3, 1.0), Rate(500, 300.0), Rate(180, 60.0)])
def test_no_window_ever_holds_more_than_allowed(tmp_path: Path, rate: Rate, kept: bool) -> None:
    clock = Clock()
    limiter = Limiter("host", rate, 2, tmp_path if kept else None, clock, clock.sleep)
    times = passes(limiter, clock, min(rate.most * 2 + 5, 60))
    for first, last in zip(times, times[rate.most :], strict=False):
        assert last - first >= rate.per_s


@given(st.integers(1, 2000), st.floats(0.1, 600))
def test_burst_and_pace_together_stay_within_the_window(most: int, per_s: float) -> None:
    rate = Rate(most, per_s)
    assert burst(rate) + per_s / spacing_s(rate) <= most + 1


def test_two_limiters_of_one_name_share_one_limit(tmp_path: Path) -> None:
    clock = Clock()
    one, two = (Limiter("host", Rate(1, 1.0), 1, tmp_path, clock, clock.sleep) for _ in range(2))
    times = [t for pair in zip(passes(one, clock, 2), passes(two, clock, 2), strict=True) for t in pair]
    assert sorted(times)[-1] - sorted(times)[0] >= 3


def test_a_pause_holds_for_all(tmp_path: Path) -> None:
    clock = Clock()
    one, two = (Limiter("host", Rate(100, 1.0), 1, tmp_path, clock, clock.sleep) for _ in range(2))
    one.pause(30)
    started = clock.now
    passes(two, clock, 1)
    assert clock.now - started >= 30


def test_a_clock_that_jumped_back_blocks_nobody(tmp_path: Path) -> None:
    clock = Clock()
    limiter = Limiter("host", Rate(1, 1.0), 1, tmp_path, clock, clock.sleep)
    passes(limiter, clock, 1)
    limiter.pause(30)
    clock.now -= 10_000
    started = clock.now
    passes(limiter, clock, 1)
    assert clock.now - started < 3


def test_a_broken_state_is_a_fresh_one(tmp_path: Path) -> None:
    clock = Clock()
    limiter = Limiter("a/b:c", Rate(1, 1.0), 1, tmp_path, clock, clock.sleep)
    passes(limiter, clock, 1)
    state = next(tmp_path.glob("*.json"))
    for broken in ("{", "[]", json.dumps({"next_at": None, "paused_until": 0})):
        state.write_text(broken)
        passes(limiter, clock, 1)


def test_a_lower_rate_is_taken_and_a_higher_one_is_not() -> None:
    clock = Clock()
    limiter = Limiter("host", Rate(3, 1.0), 1, None, clock, clock.sleep)
    limiter.slow_down(Rate(50, 1.0))
    assert limiter.rate == Rate(3, 1.0)
    limiter.slow_down(Rate(1, 1.0))
    assert limiter.rate == Rate(1, 1.0)
    limiter.slow_down(Rate(0, 1.0))
    assert limiter.rate == Rate(1, 1.0)


@pytest.mark.parametrize("kept", [True, False])
def test_threads_never_exceed_the_slots(tmp_path: Path, kept: bool) -> None:
    limiter = Limiter("host", Rate(10_000, 1.0), 2, tmp_path if kept else None, time.time, time.sleep)
    inside, most, lock = 0, 0, threading.Lock()

    def work() -> None:
        nonlocal inside, most
        for _ in range(4):
            with limiter.permission():
                with lock:
                    inside += 1
                    most = max(most, inside)
                time.sleep(0.005)
                with lock:
                    inside -= 1

    threads = [threading.Thread(target=work) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 2


def test_processes_share_rate_and_slots(tmp_path: Path) -> None:
    """Three processes with one slot and ten passes per second: stamps are apart, and never overlap."""
    code = (
        "import sys, time; from pathlib import Path; from pubtrack.transport.limiter import Limiter\n"
        "from pubtrack.transport.messages import Rate\n"
        "limiter = Limiter('host', Rate(10, 1.0), 1, Path(sys.argv[1]), time.time, time.sleep)\n"
        "for _ in range(4):\n"
        "    with limiter.permission():\n"
        "        start = time.time(); time.sleep(0.01); sys.stdout.write(f'{start} {time.time()}\\n')\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    spans = sorted(
        tuple(map(float, line.split())) for p in running for line in p.communicate(timeout=30)[0].splitlines()
    )
    assert len(spans) == 12
    assert all(later[0] >= earlier[1] for earlier, later in pairwise(spans))
    assert spans[-1][0] - spans[0][0] >= 11 * 0.09


def test_a_folder_that_cannot_be_made_keeps_the_limit_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    clock = Clock()
    limiter = Limiter("host", Rate(1, 1.0), 1, tmp_path / "file" / "under", clock, clock.sleep)
    assert passes(limiter, clock, 2)[1] >= 1_000_001


def test_a_disk_that_fills_up_during_a_run_keeps_the_limit_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    limiter = Limiter("host", Rate(1, 1.0), 1, tmp_path, clock, clock.sleep)
    passes(limiter, clock, 1)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    times = passes(limiter, clock, 3)
    assert all(later - earlier >= 1 for earlier, later in pairwise([1_000_000.0, *times]))


def test_a_cache_that_is_taken_away_during_a_run_ends_nothing(tmp_path: Path) -> None:
    clock = Clock()
    folder = tmp_path / "limits"
    limiter = Limiter("host", Rate(1, 1.0), 2, folder, clock, clock.sleep)
    passes(limiter, clock, 1)
    shutil.rmtree(folder)
    folder.write_text("a file in its place")
    times = passes(limiter, clock, 3)
    assert all(later - earlier >= 1 for earlier, later in pairwise(times))


def test_a_request_that_goes_out_late_moves_the_window(tmp_path: Path) -> None:
    clock = Clock()
    limiter = Limiter("host", Rate(1, 1.0), 2, tmp_path, clock, clock.sleep)
    with limiter.permission() as sent:
        clock.now += 5
        sent()
        late = clock.now
        clock.now += 0.1
    with limiter.permission():
        assert clock.now - late >= 1.1


def test_a_request_that_never_went_out_is_forgotten(tmp_path: Path) -> None:
    clock = Clock()
    limiter = Limiter("host", Rate(1, 1.0), 2, tmp_path, clock, clock.sleep)
    limiter._wait_for_turn()
    started = clock.now
    assert limiter._wait_for_turn() - started >= 10
    assert clock.now - started < 11
