# One word for each thing that is done often. `just` lists them; `just ci` does what continuous integration does.
python := ".venv/bin/python"

default:
    @just --list

# A virtual environment with everything for development
setup:
    python3 -m venv .venv && .venv/bin/pip install -e '.[dev]'

# All tests; more words go to pytest: `just test -k merge`
test *words:
    {{python}} -m pytest -n auto {{words}}

# Style, types, floors
lint:
    {{python}} -m ruff check
    {{python}} -m ruff format --check
    {{python}} -m mypy
    .venv/bin/lint-imports

# Fill the generated parts of README.md and docs/
docs:
    {{python}} tools/generate_docs.py

# Broken texts for every reader: `just fuzz --seconds 600`
fuzz *words:
    {{python}} tools/fuzz.py {{words}}

# README's two commands on bare machines: `just bare bookworm trixie forky` (root, debootstrap)
bare *words:
    {{python}} tools/bare_machine.py {{words}}

# The documentation as a site with search, in site/
site:
    .venv/bin/pip install -q -e '.[docs]' && .venv/bin/zensical build --clean --strict

# What continuous integration does
ci:
    .ci/run

# Tests with a browser, TeX Live, LibreOffice and rendercv; installs them where it may
heavy *words:
    .ci/heavy {{words}}

# Gather changelog fragments under a new version, and tag it: `just release 0.2.0`
release version:
    {{python}} tools/release.py {{version}}
