"""The templates of CVs and pages: listed, and copied so that a person may change them."""

from __future__ import annotations

from pathlib import Path

from pubtrack.errors import ConfigError, StoreError
from pubtrack.store.single_file import write_file
from pubtrack.writers.templating import template_source, templates

__all__ = ["copy_template", "read_templates", "template_rows"]


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


def read_templates(folder: Path) -> dict[str, str]:
    """Gives file name -> text of the templates (`*.j2`) in a folder.

    Raises:
        ConfigError: The folder is not there, or a file in it is not UTF-8 text.
    """
    if not folder.is_dir():
        raise ConfigError(f"cv.templates: there is no folder {str(folder)!r}.", "cv.templates")
    try:
        return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.j2"))}
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"cv.templates: a template in {str(folder)!r} cannot be read: {error}.", "cv.templates"
        ) from error
