"""What all tests share: where other people's data lies, and a clean environment."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PUBTRACK_SHARED", ROOT.parent / "shared"))


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
