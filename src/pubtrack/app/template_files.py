"""The templates of CVs and pages: listed, and copied so that a person may change them."""

from __future__ import annotations

from pathlib import Path

from pubtrack.app.files import write_file
from pubtrack.errors import StoreError
from pubtrack.writers.templating import template_source, templates

__all__ = ["copy_template", "template_rows"]


def template_rows() -> list[tuple[str, str]]:
    """Gives (name, what it is) of every template."""
    return [(template.name, template.description) for template in templates()]


def copy_template(name: str, folder: Path) -> Path:
    """Writes a template into a folder; gives the file. `[cv] templates = "FOLDER"` then uses it.

    Raises:
        NotFoundError: There is no such template.
        StoreError: The file exists already, or the disk refused.
    """
    target = folder / name
    source = template_source(name)
    if target.exists():
        raise StoreError(f"{target}: is there already; nothing was changed.", target)
    write_file(target, source.encode())
    return target
