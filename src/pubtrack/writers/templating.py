"""Templates: jinja2 with the output's own escaping, so that item data never becomes markup.

A user's template of the same name stands before ours. It runs in a sandbox: it sees the CV and nothing else.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from traceback import extract_tb
from typing import Any

import jinja2
from jinja2.sandbox import SandboxedEnvironment

from pubtrack.csl import Run, write_runs
from pubtrack.errors import ConfigError, NotFoundError
from pubtrack.markup.escape import escape, escape_latex_url, escape_typst_string, safe_url
from pubtrack.writers.calm_text import calm

__all__ = ["Template", "render", "template_source", "templates"]

_TEX_LIKE = {
    "block_start_string": "<%",
    "block_end_string": "%>",
    "variable_start_string": "<<",
    "variable_end_string": ">>",
    "comment_start_string": "<#",
    "comment_end_string": "#>",
}
"""Braces and hash signs belong to LaTeX and Typst themselves."""
_FORMATS = {"html": "html", "md": "markdown", "tex": "latex", "typ": "typst", "txt": "text"}
"""Last extension before `.j2` -> the format whose escaping holds."""
_DESCRIPTION = re.compile(r"\A(?:\{#|<#|%|//)-?\s*(.+?)\s*(?:-?#\}|-?#>)?$", re.MULTILINE)


@dataclass(frozen=True)
class Template:
    """A template that can be copied and changed."""

    name: str
    """Name of its file."""
    description: str
    """Its first line."""


def templates() -> tuple[Template, ...]:
    """Gives the templates that come with pubtrack, by name."""
    names = sorted(f.name for f in files("pubtrack.writers").joinpath("templates").iterdir() if f.name.endswith(".j2"))
    return tuple(Template(name, _description(template_source(name))) for name in names)


def _description(source: str) -> str:
    match = _DESCRIPTION.match(source)
    return match[1] if match else ""


def template_source(name: str) -> str:
    """Gives the text of one of the templates that come with pubtrack.

    Raises:
        NotFoundError: There is no such template.
    """
    folder = files("pubtrack.writers").joinpath("templates")
    known = [f.name for f in folder.iterdir() if f.name.endswith(".j2")]
    if name not in known:
        raise NotFoundError(f"there is no template {name!r}; there are {', '.join(sorted(known))}.")
    return folder.joinpath(name).read_text(encoding="utf-8")


def render(name: str, own: Mapping[str, str] | None = None, /, **values: Any) -> str:
    """Gives a filled template.

    Args:
        name: Of the template; its extension says how text is escaped.
        own: The user's templates, file name -> text; they stand before ours.
        values: What the template sees.

    Raises:
        ConfigError: A template of the user has a fault; names file and line.
    """
    made = _environment(_FORMATS[name.removesuffix(".j2").rpartition(".")[2]], own or {})
    try:
        return made.get_template(name).render(**values).strip() + "\n"
    except jinja2.TemplateSyntaxError as error:
        raise ConfigError(f"template {error.name}, line {error.lineno}: {error.message}.", "cv.templates") from error
    except Exception as error:  # a template can do whatever an expression can: divide by zero, count too far
        if not own:
            raise
        raise ConfigError(f"template {_place(error, name)}: {_said(error)}.", "cv.templates") from error


def _place(error: Exception, name: str) -> str:
    """The innermost template that was running, with its line; jinja2 puts both into the traceback."""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith((".j2", "<template>"))]
    known = [Path(frame.filename).name.replace("<template>", name) for frame in frames[-1:]]
    return f"{known[0]}, line {frames[-1].lineno}" if known else name


def _said(error: Exception) -> str:
    if isinstance(error, jinja2.TemplateNotFound):
        return f"there is no template {error.name!r} to include"
    return str(error).rstrip(".") or type(error).__name__


def _environment(format: str, own: Mapping[str, str]) -> jinja2.Environment:
    """With the filters `e` (escapes), `runs` (writes rich text), `url` (safe or empty), `string`, `wrap`.

    Autoescape is off because jinja2 only knows HTML's; every template says one of the filters at each value, and the
    hostile-input tests of each format watch over it.
    """
    made = SandboxedEnvironment(
        loader=jinja2.ChoiceLoader([jinja2.DictLoader(own), jinja2.PackageLoader("pubtrack.writers", "templates")]),
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=False,
        **(_TEX_LIKE if format in ("latex", "typst") else {}),
    )
    made.filters.update(
        e=lambda text: _finished(format, escape(_breakable(format, calm(str(text))), format)),
        runs=lambda runs: _finished(format, _written(format, runs)),
        url=lambda url: _URLS.get(format, _escaping(format))(calm(safe_url(url) or "")) if url else "",
        string=lambda text: escape_typst_string(calm(str(text))),
        wrap=_wrapped,
    )
    return made


_URLS: Mapping[str, Callable[[str], str]] = {
    "latex": escape_latex_url,
    "typst": escape_typst_string,
    "markdown": lambda url: url.replace("(", "%28").replace(")", "%29"),
}


def _escaping(format: str) -> Callable[[str], str]:
    return lambda text: escape(text, format)


def _written(format: str, runs: Iterable[Run]) -> str:
    return write_runs([run._replace(text=_breakable(format, run.text)) for run in runs], format).strip()


_BREAK = "\ue000"
"""Stands for a place where a line may end until the text is escaped. A private character: no text needs it."""
_BREAKS = {"latex": r"\allowbreak{}", "typst": "\u200b"}
_LONG = 40
"""Characters of a word that fit on a line in every layout; beyond 16383 pt TeX cannot measure a word at all."""


def _breakable(format: str, text: str) -> str:
    """The text with a mark in words that are too long for a line."""
    if format not in _BREAKS:
        return text
    clean = text.replace(_BREAK, "")
    if len(clean) <= _LONG:
        return clean
    return re.sub(rf"\S{{{_LONG}}}(?=\S)", rf"\g<0>{_BREAK}", clean)


def _finished(format: str, written: str) -> str:
    """Typst reads a number with a period at the start of a block as an item of a list.

    Source: https://typst.app/docs/reference/model/enum/#syntax
    """
    broken = written.replace(_BREAK, _BREAKS[format]) if format in _BREAKS else written
    return re.sub(r"(^|\[)(\d+)\.", r"\1\2\\.", broken) if format == "typst" else broken


def _wrapped(text: str, first: str = "", later: str = "", width: int = 80) -> str:
    """The text in lines for a plain page; long words such as addresses stay whole."""
    made = textwrap.TextWrapper(width, first, later, break_long_words=False, break_on_hyphens=False)
    return made.fill(text) or first.rstrip()
