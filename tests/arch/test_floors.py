"""The house drawn from its imports: no arrow upwards, none between siblings, no circle, no room without a floor."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import pytest

from house import imports, modules, project

FLOORS = next(c for c in project()["tool"]["importlinter"]["contracts"] if c["type"] == "layers")["layers"]
FLOOR = {room.strip(" ()"): number for number, rooms in enumerate(reversed(FLOORS)) for room in rooms.split("|")}
"""Room -> floor, errors being 0."""


def room_of(name: str) -> str | None:
    parts = name.split(".")
    return parts[1] if parts[0] == "pubtrack" and len(parts) > 1 else None


def test_every_room_has_a_floor() -> None:
    rooms = {room_of(name) for name in modules()} - {None, "__main__"}
    assert rooms <= set(FLOOR), "a new room needs a floor in pyproject.toml, and a reason to be one"


@pytest.mark.parametrize("name", [name for name in modules() if room_of(name) not in (None, "__main__")])
def test_a_module_imports_only_from_floors_below(name: str) -> None:
    own = room_of(name)
    others = {other for other in imports(name) if room_of(other) not in (None, own)}
    assert own is not None
    upwards = sorted(other for other in others if FLOOR[str(room_of(other))] >= FLOOR[own])
    assert upwards == []
    if own not in ("cli", "app"):  # these two show the version
        assert "pubtrack" not in imports(name), "take it from its room, not from the front door"


def test_no_circle_of_imports() -> None:
    ours = set(modules())
    graph = {name: imports(name, at_load=True) & ours for name in ours - {"pubtrack"}}
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_there_is_no_room_for_leftovers() -> None:
    words = {"utils", "util", "helpers", "helper", "misc", "tools", "core"}
    assert [name for name in modules() if name.rpartition(".")[2].strip("_") in words] == []


@pytest.mark.parametrize(("package", "room"), [("requests", "transport"), ("bibtexparser", "bibtex")])
def test_the_contract_of_a_package_names_every_room(package: str, room: str) -> None:
    contracts = project()["tool"]["importlinter"]["contracts"]
    named = next(set(c["source_modules"]) for c in contracts if package in c.get("forbidden_modules", ()))
    rooms = {room_of(name) for name in modules()} - {None, "__main__", room}
    assert named == {f"pubtrack.{other}" for other in rooms}, "name the new room in pyproject.toml"


def test_the_command_line_may_use_no_room_but_app_and_its_nouns() -> None:
    contract = next(
        c for c in project()["tool"]["importlinter"]["contracts"] if c.get("source_modules") == ["pubtrack.cli"]
    )
    rooms = {room_of(name) for name in modules()} - {None, "__main__", "cli", "app", "model", "errors"}
    assert set(contract["forbidden_modules"]) == {f"pubtrack.{room}" for room in rooms}
