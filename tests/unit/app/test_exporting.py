"""One output of some works: by filter, by grant, with options of its own."""

from __future__ import annotations

import pytest

from pubtrack.app.exporting import export_of, options_of
from pubtrack.cli import main
from pubtrack.errors import InputError
from pubtrack.writers import WRITERS


def test_options_are_pairs():
    assert options_of(["a = b=c"]) == {"a": "b=c"}
    assert options_of(["counts=false", "feed_entries=5", "selected=k, l,"]) == {
        "counts": False,
        "feed_entries": 5,
        "selected": ("k", "l"),
    }
    with pytest.raises(InputError, match="is no option"):
        options_of(["as_of"])


def test_an_option_wins_over_the_settings(funded):
    assert "As of 2020-01-31." in export_of(funded, "tri-agency", options={"as_of": "2020-01-31"})


def test_the_day_of_a_form_is_the_last_one_on_which_a_source_was_asked(funded):
    assert "As of 2026-11-22." in export_of(funded, "tri-agency")


def test_the_command_line_writes_a_form(funded, capsys, tmp_path):
    at = ["--library", str(funded.path)]
    assert main(["export", "erc", *at, "--grant", "F-99", "--option", "as_of=2026-01-01"]) == 0
    shown = capsys.readouterr().out
    assert "As of 2026-01-01." in shown
    assert "BERT" in shown
    assert "Sounds" not in shown
    assert main(["export", "wikidata", *at, "-o", str(tmp_path / "w")]) == 0
    assert (tmp_path / "w" / "check.md").is_file()
    assert main(["export", "erc", *at, "--option", "as_of=soon"]) == 2
    assert main(["export", "erc", *at, "--grant", "none"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_no_two_formats_are_built_into_one_file(funded):
    from pubtrack.app.building import _default_name

    names = [_default_name(name) for name in WRITERS]
    assert sorted(names) == sorted(set(names))
