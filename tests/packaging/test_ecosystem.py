"""What others plug us into: GitHub, pre-commit, editors, shells, man."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import docs_man
import jsonschema
import pytest
import yaml

from house import ROOT
from pubtrack.app.places import SCHEMAS, new_library_files
from pubtrack.cli import COMMANDS, main
from pubtrack.model import Owner

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/library.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A checkout with the first library and `pubtrack` on the path."""
    shutil.copytree(ROOT / "bib", tmp_path / "my lib", ignore=shutil.ignore_patterns(".pubtrack"))
    (tmp_path / "programs").mkdir()
    shim = tmp_path / "programs/pubtrack"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pubtrack "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    return tmp_path


def _act(here: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs the action's own shell as GitHub does: `bash --noprofile --norc -eo pipefail`."""
    step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "run")
    given = {name: str(told["default"]) for name, told in ACTION["inputs"].items()} | inputs
    told = {k: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda m: given[m[1]], v) for k, v in step["env"].items()}
    environment = {
        **os.environ, **told, "PATH": f"{here / 'programs'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src"),
        "RUNNER_TEMP": str(here), "GITHUB_STEP_SUMMARY": str(here / "step.md"), "GITHUB_OUTPUT": str(here / "output"),
        "PUBTRACK_OFFLINE": "1",
    }  # fmt: skip
    (here / "output").touch()
    words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(words, cwd=here, env=environment, capture_output=True, text=True, check=False)


@needs_bash
def test_the_action_refreshes_checks_and_builds(here: Path) -> None:
    done = _act(here, library="my lib", refresh="true", out="the site")
    assert done.returncode == 0, done.stderr
    assert (here / "the site/cv.html").is_file()
    assert "### Sources" in (here / "step.md").read_text(encoding="utf-8")
    assert f"summary={here / 'pubtrack-summary.md'}\npartial=false\n" == (here / "output").read_text()


@needs_bash
def test_the_action_shows_problems_and_fails_for_them_only_when_told_to(here: Path) -> None:
    works = here / "my lib/works.bib"
    works.write_text(works.read_text(encoding="utf-8") + "\n@article{broken, title = {no end\n", encoding="utf-8")
    done = _act(here, library="my lib", build="false")
    assert done.returncode == 0
    assert re.search(r"^::(error|warning) file=my lib/works.bib,line=\d+", done.stdout, re.MULTILINE)
    assert _act(here, library="my lib", build="false", **{"check-strict": "true"}).returncode == 1
    assert _act(here, library="nowhere").returncode == 2


@needs_bash
def test_words_of_a_user_are_never_a_command(here: Path) -> None:
    done = _act(here, library='"; touch hacked; "', out="$(touch hacked)")
    assert done.returncode == 2
    assert not (here / "hacked").exists()


def _steps(found: Any) -> list[dict[str, Any]]:
    return [step for job in found["jobs"].values() for step in job["steps"]]


def test_no_script_holds_words_of_a_user() -> None:
    template = (ROOT / "src/pubtrack/app/templates/github.yml.j2").read_text(encoding="utf-8")
    steps = [*ACTION["runs"]["steps"], *_steps(WORKFLOW), *_steps(yaml.safe_load(template))]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


def test_the_workflow_hands_the_action_inputs_that_it_has() -> None:
    given = {name for step in _steps(WORKFLOW) if "pubtrack/pubtrack@" in step.get("uses", "") for name in step["with"]}
    assert given <= ACTION["inputs"].keys()
    versions = {
        step["uses"].partition("@")[2] for step in _steps(WORKFLOW) if "pubtrack/pubtrack@" in step.get("uses", "")
    }
    assert versions == {f"v{tomllib.loads((ROOT / 'pyproject.toml').read_text())['project']['version']}"}


def test_hooks_of_pre_commit_are_commands_that_run(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    Path("refs.bib").write_text("@article{a, title = {T}, year = 2020, journal = {J}, author = {Li, Ana}}\n")
    for hook in HOOKS:
        program, *words = hook["entry"].split()
        assert program == "pubtrack"
        assert words[0] in COMMANDS
        assert re.search(hook["files"], "bib/works.bib")
        if hook.get("pass_filenames", True):
            assert main([*words, "refs.bib"]) in (0, 1)
    assert capsys.readouterr().err


@pytest.mark.heavy
def test_pre_commit_itself_takes_our_hooks(tmp_path: Path) -> None:
    pre_commit = shutil.which("pre-commit") or str(Path(sys.executable).with_name("pre-commit"))
    if not Path(pre_commit).exists():
        pytest.skip("needs pre-commit: pip install pre-commit")
    if not (ROOT / ".git").exists():
        pytest.skip("pre-commit takes hooks from a git repository, and this copy is none")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "refs.bib").write_text("@article{a, title = {T}}\n@article{a, title = {U}}\n")
    subprocess.run(["git", "add", "refs.bib"], cwd=tmp_path, check=True)
    words = [pre_commit, "try-repo", str(ROOT), "pubtrack-check", "--files", "refs.bib", "--verbose"]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "duplicate" in done.stdout


@pytest.mark.parametrize(("file", "schema"), [("pubtrack.toml", "pubtrack"), ("awards.toml", "awards")])
def test_files_name_their_schema_and_keep_to_it(file: str, schema: str) -> None:
    known = json.loads((ROOT / f"docs/reference/schemas/{schema}.schema.json").read_text(encoding="utf-8"))
    assert known["$id"] == f"{SCHEMAS}/{schema}.schema.json"
    for data in (new_library_files(Owner(name="Ana Li"))[file].decode(), (ROOT / "bib" / file).read_text("utf-8")):
        assert data.startswith(f"#:schema {known['$id']}\n")
        jsonschema.Draft202012Validator(known).validate(json.loads(json.dumps(tomllib.loads(data), default=str)))


@pytest.mark.parametrize(
    "wrong", ["formt = 1", 'format = "one"', "[cv]\ngroup = ['colour']", "[[outputs]]\npath = 'x'"]
)
def test_an_editor_that_reads_the_schema_marks_wrong_settings(wrong: str) -> None:
    known = json.loads((ROOT / "docs/reference/schemas/pubtrack.schema.json").read_text(encoding="utf-8"))
    assert not jsonschema.Draft202012Validator(known).is_valid(tomllib.loads(wrong))


def test_the_man_page_is_as_the_program_is() -> None:
    written = (ROOT / "man/pubtrack.1").read_text(encoding="utf-8")
    assert written == docs_man.man_page(), "run: python tools/generate_docs.py"
    for name in COMMANDS:
        assert f'.SS "pubtrack {name.replace("-", chr(92) + "-")} ' in written


@pytest.mark.skipif(shutil.which("man") is None or shutil.which("groff") is None, reason="needs man and groff")
def test_man_reads_it_without_a_warning() -> None:
    words = ["man", "--warnings", "-l", str(ROOT / "man/pubtrack.1")]
    done = subprocess.run(
        words, env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8"}, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert done.stderr == b""
    assert b"--max-age" in done.stdout.replace(b"\xe2\x80\x90", b"-")


@needs_bash
def test_bash_completes_commands_and_options(here: Path) -> None:
    script = (
        'eval "$(pubtrack completion bash)"; COMP_WORDS=(pubtrack refresh --su); COMP_CWORD=2; _pubtrack_completion '
        'pubtrack; echo "${COMPREPLY[@]}"; COMPREPLY=(); COMP_WORDS=(pubtrack sch); COMP_CWORD=1; _pubtrack_completion pubtrack; '
        'echo "${COMPREPLY[@]}"'
    )
    told = {**os.environ, "PATH": f"{here / 'programs'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(["bash", "-c", script], env=told, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["--summary", "schedule"], done.stderr
