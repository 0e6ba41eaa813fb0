"""Runs README's two commands where nothing is installed: a bare Debian with only Python, venv and pip.

    python tools/bare_machine.py bookworm trixie forky     one bare root after the other; prints what was compared

Needs root, debootstrap and the network. Each root gets a user without rights, a home that may not be written, and a
copy of this checkout in a folder whose name holds blanks and letters beyond ASCII. What the first command prints is
compared with README; the second runs the tests (`--tests ""`: all of them, `--tests none`: the command without tests).
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
HOME = "/home/somebody"
PLACE = f"{HOME}/Mein Ordner, été 年"
_CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
_LEFT_OUT = (".git", ".venv", "out", ".hypothesis", ".pubtrack", "__pycache__", "dist", "site")
_NEWER = ("forky", "sid")
"""Suites that debootstrap of an older Debian does not know; they are made as the newest that it knows."""


@dataclass(frozen=True)
class Told:
    """What a bare machine answered."""

    suite: str
    python: str
    seconds: float
    printed: str
    tests: str


def readme_commands() -> tuple[str, str]:
    """Gives README's two commands."""
    found = re.findall(r"^python3 -m venv .+$", README.read_text(encoding="utf-8"), re.MULTILINE)
    if len(found) != 2:
        raise SystemExit(f"README has {len(found)} commands, not two")
    return found[0], found[1]


def readme_output() -> str:
    """Gives what README says that the first command prints."""
    block = README.read_text(encoding="utf-8").partition("<!-- generated: build-output -->\n```text\n")[2]
    return block.partition("```\n")[0]


def make_root(suite: str, folder: Path) -> None:
    """Makes a minimal Debian with python3, venv and pip, and nothing else of use."""
    script = [] if suite not in _NEWER else ["/usr/share/debootstrap/scripts/sid"]
    packages = "python3,python3-venv,python3-pip,ca-certificates"
    command = ["debootstrap", "--variant=minbase", f"--include={packages}", suite, str(folder)]
    subprocess.run([*command, "http://deb.debian.org/debian", *script], check=True, stdout=subprocess.DEVNULL)


def prepare(folder: Path) -> None:
    """Adds a user, the way to the network, and a clean copy of the checkout."""
    for name in ("/etc/resolv.conf", _CERTIFICATES):
        shutil.copy(name, f"{folder}{name}")
    if not (folder / HOME.lstrip("/")).is_dir():
        inside(folder, "useradd --create-home somebody", user=None)
    place = folder / PLACE.lstrip("/")
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(ROOT, place, ignore=shutil.ignore_patterns(*_LEFT_OUT, ".*_cache", ".coverage*"))
    inside(folder, f"chown -R somebody {shlex.quote(PLACE)} && chmod 0555 {HOME}", user=None)


def inside(folder: Path, command: str, user: str | None = "somebody", **environment: str) -> str:
    """Runs a shell line in the root, there as that user; gives what it printed."""
    told = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOME": HOME, "LANG": "C.UTF-8", "TMPDIR": "/tmp", **environment}
    told |= {"PIP_CERT": _CERTIFICATES, "PIP_NO_CACHE_DIR": "1", "PIP_QUIET": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    told |= {"PYTHONDONTWRITEBYTECODE": "1", "SSL_CERT_FILE": _CERTIFICATES, "REQUESTS_CA_BUNDLE": _CERTIFICATES}
    words = ["chroot", *([f"--userspec={user}"] if user else []), str(folder), "/bin/sh", "-ec", command]
    done = subprocess.run(words, env=told, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command}\nends with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def try_suite(suite: str, folder: Path, tests: str) -> Told:
    """Runs both commands in a bare root; raises SystemExit with what went wrong."""
    if not (folder / "bin").exists():
        make_root(suite, folder)
    prepare(folder)
    python = inside(folder, "python3 --version").split()[-1]
    first, second = readme_commands()
    here = f"cd {shlex.quote(PLACE)} && "
    begin = time.monotonic()
    table = {"PUBTRACK_TABLES": "1", "COLUMNS": "88", "NO_COLOR": "1", "TERM": "dumb"}
    printed = inside(folder, here + first, **table)
    seconds = time.monotonic() - begin
    if _lines(printed) != _lines(readme_output()):
        raise SystemExit(f"{suite} prints\n{printed}\nand README says\n{readme_output()}")
    told = "not run"
    if tests != "none":
        told = inside(folder, here + second, PYTEST_ADDOPTS=f"-q -p no:cacheprovider {tests}").strip().splitlines()[-1]
    return Told(suite, python, seconds, printed, told)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def main() -> int:
    """Tries each suite; gives 0 where all printed what README says."""
    parser = argparse.ArgumentParser(description="Run README's two commands on bare machines.")
    parser.add_argument("suites", nargs="+", metavar="SUITE", help="bookworm, trixie, forky ...")
    parser.add_argument("--tests", default="", help="words for pytest, such as tests/unit/cli; none: leave tests out")
    parser.add_argument("--keep", type=Path, help="folder in which roots are kept and used again")
    words = parser.parse_args()
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        raise SystemExit("needs root and debootstrap (apt-get install debootstrap)")
    with tempfile.TemporaryDirectory(prefix="pubtrack-bare-") as temporary:
        for suite in words.suites:
            told = try_suite(suite, (words.keep or Path(temporary)) / suite, words.tests)
            print(f"{told.suite}: Python {told.python}, as README says after {told.seconds:.0f} s; tests: {told.tests}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
