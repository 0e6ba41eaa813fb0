"""`pubtrack build` and `pubtrack export`: every output from what is on disk, the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pubtrack.app.files import write_file
from pubtrack.app.formats import writer, writing_function
from pubtrack.app.metrics import YearCounts
from pubtrack.app.naming import nearest
from pubtrack.csl import Entry, Style
from pubtrack.errors import ConfigError, NotFoundError
from pubtrack.store.settings import Output
from pubtrack.writers import LibraryView
from pubtrack.writers.csl_json import csl_item
from pubtrack.writers.present_name import with_present_name

if TYPE_CHECKING:
    from pubtrack.app.shelf import Shelf

DEFAULT_OUTPUTS = (Output(format="bibtex"), Output(format="cv-markdown"), Output(format="cv-html"))
"""What a library builds that names no outputs."""


def view(library: Shelf, where: str | None = None, options: Mapping[str, Any] | None = None) -> LibraryView:
    """Gives what writers see; see `Library.view`."""
    settings = library.settings
    cv = {k: v for k, v in settings.cv.model_dump().items() if v is not None}
    if settings.cv.templates:
        cv["templates"] = read_templates(library.path / settings.cv.templates)
    return LibraryView(
        works=tuple(with_present_name(work, library.owner) for work in library.select(where)),
        awards=library.awards,
        appointments=library.appointments,
        events=library.events,
        series=library.series,
        software=library.software,
        funding=library.funding,
        owner=library.owner,
        citations=tuple(library.citations()),
        counts_by_year=YearCounts(library),
        settings={**settings.options, **cv, **settings.bibtex.model_dump(), **(options or {})},
    )


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


def export(
    library: Shelf, format: str, *, style: str | None = None, where: str | None = None
) -> str | bytes | Mapping[str, str | bytes]:
    """Gives the library in one format; see `Library.export`."""
    options = {"style": style} if style else {}
    made: str | bytes | Mapping[str, str | bytes] = writing_function(format)(view(library, where, options))
    return made


def bibliography(
    library: Shelf, style: str, format: str, keys: Sequence[str] | None, locale: str | None
) -> list[Entry]:
    """Gives formatted references; see `Library.bibliography`."""
    wanted = list(library.works) if keys is None else list(keys)
    for key in wanted:
        if key not in library.works:
            raise NotFoundError(f"there is no work {key!r} in this library.", nearest(key, library.works))
    works = (with_present_name(library.works[key], library.owner) for key in wanted)
    items = [csl_item(work.fields, work.key, extension=False) for work in works]
    return list(Style.load(style).bibliography(items, format=format, locale=locale))


def build(library: Shelf, out: Path, only: Sequence[str] = ()) -> list[Path]:
    """Writes all outputs; see `Library.build`.

    Args:
        library: What to write.
        out: The folder; made if missing. Files that pubtrack did not write are left alone.
        only: Names of formats, or beginnings of them (`cv` means every CV); empty = all.

    Raises:
        NotFoundError: A format does not exist, or `only` names none of the outputs.
        StoreError: The folder cannot be written; every file is either the old or the new one.
    """
    outputs = library.settings.outputs or DEFAULT_OUTPUTS
    chosen = [o for o in outputs if not only or any(_named(o.format, name) for name in only)]
    if not chosen:
        known = [o.format for o in outputs]
        raise NotFoundError(f"no output is called {', '.join(only)}; there are {', '.join(known)}.")
    files: dict[Path, bytes] = {}
    for output in chosen:
        files.update(_rendered(library, output, out))
    for path, data in files.items():
        write_file(path, data)
    return list(files)


def _named(format: str, name: str) -> bool:
    return format == name or format.startswith(f"{name}-")


def _rendered(library: Shelf, output: Output, out: Path) -> dict[Path, bytes]:
    made = export(library, output.format, style=output.style, where=output.where)
    name = output.path or _default_name(output.format)
    if isinstance(made, Mapping):
        return {_inside(out, f"{name}/{inner}"): _bytes(data) for inner, data in made.items()}
    return {_inside(out, name): _bytes(made)}


def _default_name(format: str) -> str:
    extension = writer(format).extension
    if not extension or format in _OWN_NAME:
        return f"{format}{extension}"
    return f"cv{extension}" if format.startswith("cv-") else f"publications{extension}"


_OWN_NAME = frozenset(
    {
        "biblatex",
        "bibliography",
        "feed",
        "json-ld",
        "cv-json-resume",
        "cv-rendercv",
        "cv-latex-moderncv",
        "cv-latex-awesome",
        "grants",
        "nsf-coa",
        "nsf-biosketch",
        "nih-biosketch",
        "tri-agency",
        "erc",
        "orcid-bibtex",
    }
)
"""Formats whose files would else be called like another format's."""


def _inside(out: Path, name: str) -> Path:
    path = out / name
    if not path.resolve().is_relative_to(out.resolve()):
        raise ConfigError(f"outputs.path: {name!r} leads out of the output folder.", "outputs.path")
    return path


def _bytes(made: str | bytes) -> bytes:
    return made.encode() if isinstance(made, str) else made


def write_export(made: str | bytes | Mapping[str, Any], output: str | Path) -> list[Path]:
    """Writes what `export` gave to a file, or into a folder where it is several files; gives the paths.

    Raises:
        StoreError: The disk refused.
    """
    target = Path(output)
    files = {target / name: data for name, data in made.items()} if isinstance(made, Mapping) else {target: made}
    for path, data in files.items():
        write_file(path, _bytes(data))
    return list(files)
