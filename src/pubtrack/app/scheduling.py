"""`pubtrack schedule`: a ready scheduled refresh for GitHub Actions, cron or systemd.

The minute is drawn from the library's own name, so that not everybody asks the hosts at the full hour, and the same
library always gets the same minute (API reference 1.12).
"""

from __future__ import annotations

import hashlib
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

import jinja2

from pubtrack.store.single_file import write_file

__all__ = ["KINDS", "Slot", "schedule", "slot_of", "write_schedule"]

KINDS = ("github", "cron", "systemd")

_DAYS = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")


@dataclass(frozen=True)
class Slot:
    """When in the week the refresh runs, in local time of whoever runs it (UTC at GitHub)."""

    weekday: int
    """0 Sunday to 6 Saturday, as cron counts."""
    hour: int
    minute: int

    @property
    def cron(self) -> str:
        """The five fields of cron."""
        return f"{self.minute} {self.hour} * * {self.weekday}"

    @property
    def calendar(self) -> str:
        """The form of systemd."""
        return f"{_DAYS[self.weekday]} *-*-* {self.hour:02}:{self.minute:02}:00"


def slot_of(name: str) -> Slot:
    """Gives the slot of a library, by its name: any day, between 1 and 5 o'clock, never at the full hour.

    >>> slot_of("Ana Li") == slot_of("Ana Li")
    True
    """
    digest = hashlib.sha256(name.encode()).digest()
    return Slot(digest[0] % 7, 1 + digest[1] % 4, 1 + digest[2] % 58)


def schedule(kind: str, library: Path, name: str) -> dict[Path, str]:
    """Gives path -> text of the files of a schedule; for cron the one line, under the name `crontab`.

    Args:
        kind: One of `KINDS`.
        library: The library's folder.
        name: Whose library it is; decides the minute.
    """
    slot = slot_of(name)
    here = library.resolve()
    words = [sys.executable, "-m", "pubtrack", "update", "--library", str(here), "--out", str(here.parent / "out")]
    command = shlex.join(words)
    inside = here.relative_to(Path.cwd()) if here.is_relative_to(Path.cwd()) else library
    values = {"slot": slot, "library": inside.as_posix(), "command": command, "folder": str(here.parent)}
    if kind == "cron":
        # A percent sign means a line end to cron.
        return {Path("crontab"): f"{slot.cron} {command.replace('%', chr(92) + '%')}\n"}
    if kind == "github":
        return {Path(".github/workflows/pubtrack.yml"): _rendered("github.yml.j2", values)}
    units = {"pubtrack.service": "systemd.service.j2", "pubtrack.timer": "systemd.timer.j2"}
    return {Path(unit): _rendered(template, values) for unit, template in units.items()}


def _rendered(template: str, values: dict[str, object]) -> str:
    # The delimiters of the templates leave GitHub's ${{ }} alone.
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("pubtrack.app", "templates"),
        variable_start_string="<<",
        variable_end_string=">>",
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - YAML and INI, filled with our own values only
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(values)


def write_schedule(files: dict[Path, str], kind: str, root: Path) -> list[Path]:
    """Writes the files where they belong: below `root` for GitHub, in the user's unit folder for systemd.

    Raises:
        StoreError: The disk refused.
    """
    home = Path.home() / ".config/systemd/user" if kind == "systemd" else root
    for path, text in files.items():
        write_file(home / path, text.encode())
    return [home / path for path in files]
