"""`doctor`."""

from __future__ import annotations

import click

from pubtrack.cli.common import json_option, library_option, put_json, put_table, say


@click.command("doctor")
@click.option("--online", is_flag=True, help="Also knock at every enabled host.")
@library_option
@json_option
def doctor_command(online: bool, library: str | None, as_json: bool) -> int:
    """Look at the program, keys (present or not, never their values), cache, library and hosts; change nothing.

    Exit 0: nothing is wrong; 1: something is.
    """
    from pubtrack.app.doctor import examine

    found = examine(library, online=online)
    if as_json:
        put_json([finding.to_json() for finding in found])
    else:
        put_table(("area", "what", "", "found"), [(f.area, f.name, f.state, f.words) for f in found])
    bad = sum(finding.state == "bad" for finding in found)
    say(f"{bad} of {len(found)} are wrong." if bad else "Nothing is wrong.")
    return 1 if bad else 0
