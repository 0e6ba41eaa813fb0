"""What a person set."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest

from pubtrack.errors import ConfigError
from pubtrack.transport.messages import Host, Rate
from pubtrack.transport.settings import Settings, secret_of

HOST = Host("crossref", "https://api.crossref.org/v1", Rate(1, 1.0), known_rate=Rate(3, 1.0), key_env="SOME_KEY")


def test_the_environment_says_who_asks_and_where_the_cache_lies(tmp_path: Path) -> None:
    env = {"PUBTRACK_MAILTO": " a@b.org ", "PUBTRACK_CACHE_DIR": str(tmp_path), "PUBTRACK_OFFLINE": "1"}
    settings = Settings.of({}, env, version="1.2")
    assert (settings.mailto, settings.cache_dir, settings.offline) == ("a@b.org", tmp_path, True)
    assert settings.agent() == "pubtrack/1.2 (https://github.com/pubtrack/pubtrack; mailto:a@b.org)"
    assert "mailto" not in Settings.of({}, {}).agent()
    assert Settings.of({}, {}).cache_dir


def test_a_host_is_changed_by_its_table() -> None:
    table = {"base_url": "http://127.0.0.1:1/x/", "rate_per_s": 5, "concurrency": 2, "api_key_env": "OTHER"}
    host = Settings.of({"crossref": table}, {}).host(HOST)
    assert (host.base_url, host.rate, host.known_rate, host.concurrency) == (
        "http://127.0.0.1:1/x",
        Rate(5, 1.0),
        None,
        2,
    )
    assert host.key_env == "OTHER"
    assert Settings.of({"crossref": {"rate_per_s": 0.5}}, {}).host(HOST).rate == Rate(1, 2.0)
    assert Settings.of({}, {}).host(HOST) is HOST


@pytest.mark.parametrize(
    "table",
    [{"base_url": "crossref"}, {"base_url": "file:///x"}, {"rate_per_s": 0}, {"concurrency": "many"}, {"batch": True},
     {"api_key_env": "sk-12345-the-key-itself"}],
)  # fmt: skip
def test_a_wrong_setting_is_named_and_a_pasted_key_is_not_repeated(table: dict[str, object]) -> None:
    with pytest.raises(ConfigError) as caught:
        Settings.of({"crossref": table}, {})
    assert caught.value.setting == f"sources.crossref.{next(iter(table))}"
    assert "12345" not in str(caught.value)


def test_keys_come_from_the_environment_then_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert secret_of(HOST, {"SOME_KEY": " abc "}) == "abc"
    assert secret_of(HOST, {}) is None
    assert secret_of(Host("x", "https://x", Rate(1, 1.0)), {}) is None
    errors = types.ModuleType("keyring.errors")
    errors.KeyringError = type("KeyringError", (Exception,), {})  # type: ignore[attr-defined]
    keyring = types.ModuleType("keyring")
    keyring.get_password = lambda service, name: f"{service}/{name}"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    assert secret_of(HOST, {}) == "pubtrack/SOME_KEY"

    def locked(service: str, name: str) -> str:
        raise errors.KeyringError("locked")

    keyring.get_password = locked  # type: ignore[attr-defined]
    assert secret_of(HOST, {}) is None
