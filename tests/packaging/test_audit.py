"""No package that users get has a known hole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from house import project

pytestmark = pytest.mark.heavy


def test_pip_audit_knows_of_no_hole_in_what_users_install(tmp_path: Path) -> None:
    """The newest versions that our ranges allow, extras of users included, as pip resolves them today."""
    pytest.importorskip("pip_audit", reason="needs pip-audit: pip install pip-audit")
    told = project()["project"]
    extras = [
        line
        for name in ("docx", "documents", "keyring", "pdf", "plots")
        for line in told["optional-dependencies"][name]
    ]
    report, wanted = tmp_path / "report.json", [*told["dependencies"], *extras]
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--dry-run",
        "--ignore-installed",
        "--report",
        str(report),
        *wanted,
    ]
    subprocess.run(pip, check=True, capture_output=True)
    chosen = [item["metadata"] for item in json.loads(report.read_text(encoding="utf-8"))["install"]]
    assert len(chosen) > 20
    (tmp_path / "pins.txt").write_text(
        "".join(f"{one['name']}=={one['version']}\n" for one in chosen), encoding="utf-8"
    )
    words = [
        "-r",
        str(tmp_path / "pins.txt"),
        "--no-deps",
        "--disable-pip",
        "--format",
        "json",
        "--progress-spinner",
        "off",
    ]
    done = subprocess.run([sys.executable, "-m", "pip_audit", *words], capture_output=True, text=True, check=False)
    if not done.stdout.startswith("{"):
        pytest.skip(f"the advisories cannot be reached: {done.stderr.strip().splitlines()[-1] if done.stderr else ''}")
    found = json.loads(done.stdout)["dependencies"]
    looked_at = [one for one in found if "vulns" in one]
    if not looked_at:
        pytest.skip("the advisories cannot be reached: no package could be looked up")
    assert [(one["name"], hole["id"]) for one in looked_at for hole in one["vulns"]] == []
    assert [one["name"] for one in found if "skip_reason" in one] == []
