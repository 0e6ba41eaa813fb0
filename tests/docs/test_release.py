"""The version, the changelog and the tag say the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import release


def test_fragments_are_gathered_by_kind(tmp_path: Path) -> None:
    for name, text in {"b.added.md": "- B\n", "a.added.md": "- A\n", "c.fixed.md": "- C\n", "README.md": "no"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert release.gathered(tmp_path) == "### Added\n\n- A\n- B\n\n### Fixed\n\n- C"
    assert release.gathered(tmp_path / "nowhere") == ""


def test_a_release_stands_above_the_older_ones() -> None:
    first = release.with_release("# Changelog\n\n## Unreleased\n\nSee.\n", "0.2.0", "2026-12-01", "### Added\n\n- A")
    second = release.with_release(first, "0.3.0", "2027-01-01", "- B")
    heads = [line for line in second.splitlines() if line.startswith("## ")]
    assert heads == ["## Unreleased", "## 0.3.0 - 2027-01-01", "## 0.2.0 - 2026-12-01"]
    assert second.count("- A") == second.count("- B") == 1


@pytest.mark.parametrize("version", ["", "1", "0.2", "v0.2.0", "0.2.0rc1", "0.1.0", "0.0.9"])
def test_a_version_that_is_not_above_the_present_one_is_refused(version: str, monkeypatch) -> None:
    monkeypatch.setattr("sys.argv", ["release.py", version])
    with pytest.raises(SystemExit, match="version"):
        release.main()


def test_a_release_changes_version_package_and_changelog(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(release, "ROOT", tmp_path)
    monkeypatch.setattr("sys.argv", ["release.py", "0.2.0"])
    package = tmp_path / "src" / "pubtrack" / "__init__.py"
    package.parent.mkdir(parents=True)
    package.write_text('__version__ = "0.1.0"\n', encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "0.1.0"\n', encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\nSee.\n", encoding="utf-8")
    (tmp_path / "changelog.d").mkdir()
    with pytest.raises(SystemExit, match="nothing to release"):
        release.main()
    (tmp_path / "changelog.d" / "a.added.md").write_text("- A\n", encoding="utf-8")
    release.main()
    assert package.read_text(encoding="utf-8") == '__version__ = "0.2.0"\n'
    assert 'version = "0.2.0"' in (tmp_path / "pyproject.toml").read_text(encoding="utf-8")
    assert "## 0.2.0 - " in (tmp_path / "CHANGELOG.md").read_text(encoding="utf-8")
    assert list((tmp_path / "changelog.d").iterdir()) == []
    assert "git tag -a v0.2.0" in capsys.readouterr().out
