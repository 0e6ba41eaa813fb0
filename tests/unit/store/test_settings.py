"""Settings: unknown words are refused with the nearest known one, newer formats with the remedy."""

from __future__ import annotations

import pytest

from pubtrack.errors import ConfigError, InputError
from pubtrack.store.settings import DEFAULT_TRUST, read_settings


def test_an_empty_file_gives_the_defaults():
    settings = read_settings("", "pubtrack.toml")
    assert (settings.format, settings.trust, settings.owner) == (1, DEFAULT_TRUST, None)


def test_owner_sources_and_outputs_are_read():
    text = """
    format = 1
    [owner]
    name = "Zhijing Jin"
    orcid = "https://orcid.org/0000-0003-0238-9024"
    [sources.crossref]
    base_url = "http://127.0.0.1:8080/crossref"
    rate_per_s = 3
    [[outputs]]
    format = "bibtex"
    """
    settings = read_settings(text.replace("\n", "\r\n"), "pubtrack.toml")
    assert settings.owner is not None
    assert settings.owner.orcid == "0000-0003-0238-9024"
    assert settings.sources["crossref"].base_url == "http://127.0.0.1:8080/crossref"
    assert settings.outputs[0].format == "bibtex"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("format = 99", "format 99, this pubtrack knows up to 1; update pubtrack"),
        ("[owner]\nnaem = 'x'", "no setting 'owner.naem'. Did you mean 'name'"),
        ("ownr = 1", "no setting 'ownr'. Did you mean 'owner'"),
        ("zzz = 1", "no setting 'zzz'."),
        ("[owner]\nname = 'x'\norcid = '0000-0003-0238-9025'", "owner.orcid: .*check digit"),
        ("[sources.crossref]\nrate_per_s = 0", "sources.crossref.rate_per_s"),
        ("[cv]\ngruop = []", "Did you mean 'group'"),
    ],
)
def test_a_wrong_setting_is_named(text, sentence):
    with pytest.raises(ConfigError, match=sentence):
        read_settings(text, "pubtrack.toml")


def test_what_is_no_toml_is_named_with_its_line():
    with pytest.raises(InputError, match=r"pubtrack.toml:2: not readable as TOML") as raised:
        read_settings("format = 1\nname = \n", "pubtrack.toml")
    assert raised.value.line == 2
