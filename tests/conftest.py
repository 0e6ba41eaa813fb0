"""What all tests share: where other people's data lies, and a clean environment."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is slow for reasons that say nothing about the code: tests never measure time.
settings.register_profile("pubtrack", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("pubtrack")

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PUBTRACK_SHARED", ROOT.parent / "shared"))
_MAY_SKIP = {"heavy", "live"}
"""Marks of tests that may be skipped for other reasons than a missing folder."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of recorded answers, labelled texts and fixtures that are not ours to commit."""
    if not (SHARED / "data").is_dir():
        pytest.skip("needs the shared data folder beside the checkout (set PUBTRACK_SHARED); a user's clone has none")
    return SHARED


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads the user's keys or cache, and none writes there."""
    for name in list(os.environ):
        if name.startswith("PUBTRACK_") and name != "PUBTRACK_SHARED":
            monkeypatch.delenv(name)
    monkeypatch.setenv("PUBTRACK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_COLOR", "1")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Who asks for the shared folder is marked so, also where the author forgot."""
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker("shared")


def _skipped_although_shared_is_there(config: pytest.Config) -> list[pytest.TestReport]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if not (SHARED / "data").is_dir() or reporter is None:
        return []
    skipped = [report for report in reporter.stats.get("skipped", ()) if isinstance(report, pytest.TestReport)]
    return [r for r in skipped if "shared" in r.keywords and not _MAY_SKIP & set(r.keywords)]


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A test that needs the shared folder must run where the folder is: a skip there hides what nobody looks at."""
    if exitstatus == pytest.ExitCode.OK and _skipped_although_shared_is_there(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Names the tests that were skipped and must not be."""
    for report in _skipped_although_shared_is_there(config):
        terminalreporter.write_line(f"SKIPPED ALTHOUGH THE SHARED FOLDER IS THERE: {report.nodeid}", red=True)
