"""Runs a scenario in child processes and kills each with SIGKILL at another step.

`crash_worker.py SCENARIO SOURCE TARGET`: copies the folder SOURCE to TARGET/0000, TARGET/0001 ... and kills the child
working in TARGET/000N at step N. The last copy is the first whose child came to its end. For every third copy it
kills again at every step of the recovery: TARGET/000N.r0000 and so on are copies of TARGET/000N, cut off once more.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(1, str(Path(__file__).parents[2]))

from pubtrack.store.folder import Folder
from unit.store.faulty_disk import SteppedDisk
from unit.store.library_states import SCENARIOS


def survives(root: Path, scenario: str, at: int) -> bool:
    """Says whether a child, to be killed at that step, came to its end before."""
    child = os.fork()
    if child == 0:

        def kill(step: int, name: str, on: object) -> None:
            if step == at:
                os.kill(os.getpid(), signal.SIGKILL)

        SCENARIOS[scenario](Folder(root, disk=SteppedDisk(kill)))
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return False
    if status != 0:
        raise SystemExit(f"the child failed by itself: {status}")
    return True


def kill_at_every_step(scenario: str, source: Path, target: Path, mark: str = "") -> list[Path]:
    """Gives the folders in which a child was killed; the one after them came to its end."""
    killed = []
    for at in range(10_000):
        copy = target / f"{source.name if mark else ''}{mark}{at:04}"
        shutil.copytree(source, copy, symlinks=True)
        if survives(copy / "bib", scenario, at):
            return killed
        killed.append(copy)
    raise SystemExit("it never ends")


def main(scenario: str, source: str, target: str) -> None:
    for copy in kill_at_every_step(scenario, Path(source), Path(target))[::3]:
        if any((copy / "bib/.pubtrack").glob("journal*")):
            kill_at_every_step("looking", copy, Path(target), ".r")


if __name__ == "__main__":
    main(*sys.argv[1:])
