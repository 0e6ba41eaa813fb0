"""The promise of names: all of them can be had, none of them is lost, and asking for one costs only that one."""

from __future__ import annotations

import runpy
import subprocess
import sys
from importlib import import_module

import pytest

import pubtrack

PROMISED = {
    "Appointment", "Award", "Contributor", "Event", "Fields", "Funding", "Identifier", "Library", "LinkOptions", "LinkReport", "Owner",
    "PartialDate", "Proposal", "PubtrackError", "Reading", "SourceRecord", "Work", "__version__", "bibtex", "csl",
    "errors", "link", "match", "merge", "model", "read", "sources",
}  # fmt: skip
"""May only grow (ADR-0008)."""
ROOMS = ("bibtex", "csl", "errors", "match", "merge", "model", "sources")


@pytest.mark.parametrize("name", pubtrack.__all__)
def test_every_public_name_can_be_had(name: str) -> None:
    assert getattr(pubtrack, name) is not None


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_name_of_a_public_room_can_be_had(room: str) -> None:
    module = import_module(f"pubtrack.{room}")
    assert [name for name in module.__all__ if not hasattr(module, name)] == []
    assert len(set(module.__all__)) == len(module.__all__)


def test_no_public_name_is_lost() -> None:
    assert set(pubtrack.__all__) >= PROMISED
    assert sorted(pubtrack.__all__) == pubtrack.__all__ == dir(pubtrack)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Libary'"):
        _ = pubtrack.Libary


def test_an_error_can_be_had_without_the_model() -> None:
    code = "import sys, pubtrack; pubtrack.PubtrackError; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_python_m_pubtrack_is_the_command_line(monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "argv", ["pubtrack", "--version"])
    with pytest.raises(SystemExit) as done:
        runpy.run_module("pubtrack", run_name="__main__")
    assert (done.value.code, capsys.readouterr().out) == (0, f"pubtrack {pubtrack.__version__}\n")
