"""The reference, read from the code: commands, settings, files, formats, errors."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from typing import Any

import click
from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

_NO_DEFAULT = "–"


def _table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(columns)} |", f"|{'|'.join(['---'] * len(columns))}|"]
    lines += [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return "\n".join(lines)


# Commands


def all_commands() -> Iterator[tuple[str, click.Command]]:
    """Gives every command with its words (`award add`), in the order of the help; groups before their commands."""
    from pubtrack.cli import COMMANDS, program

    context = click.Context(program)
    for name in COMMANDS:
        command = program.get_command(context, name)
        if command is None:
            raise LookupError(f"the table of commands names {name!r}, but there is none")
        yield from _with_children(name, command)


def _with_children(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for child in command.commands.values():
            yield from _with_children(f"{name} {child.name}", child)


def command_table() -> str:
    """One line per command."""
    from pubtrack.cli import COMMANDS

    rows = [(f"[`pubtrack {name}`](#pubtrack-{name})", text) for name, (_, text) in COMMANDS.items()]
    return _table(("command", "what it does"), rows)


def commands() -> str:
    """A section per command: usage, meaning, options."""
    return "\n\n".join(_command_section(name, command) for name, command in all_commands())


def _command_section(name: str, command: click.Command) -> str:
    pieces = [*command.collect_usage_pieces(click.Context(command))]
    text = inspect.cleandoc(command.help or "").replace("\b\n", "")
    section = f"## pubtrack {name}\n\n```text\npubtrack {' '.join([name, *pieces])}\n```\n\n{text}"
    rows = [_option_row(option) for option in command.params if isinstance(option, click.Option) and not option.hidden]
    return f"{section}\n\n{_table(('option', 'meaning'), rows)}" if rows else section


def _option_row(option: click.Option) -> tuple[str, str]:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    if not option.is_flag:
        names += f" {option.make_metavar(click.Context(click.Command('x')))}"
    text = option.help or ""
    default = option.default
    if not option.is_flag and isinstance(default, str | int) and not callable(default):
        text += f" Default: `{default}`."
    return names, text


# Settings


def settings() -> str:
    """A table for the top of pubtrack.toml and one per section."""
    from pubtrack.store import settings as module

    parts = [f"### Top level\n\n{_model_table(module.Settings, skip=tuple(module._SECTIONS))}"]
    for section, model in module._SECTIONS.items():
        head = {"sources": "[sources.NAME]", "outputs": "[[outputs]]"}.get(section, f"[{section}]")
        parts.append(f"### `{head}`\n\n{_doc_line(model)}\n\n{_model_table(model)}")
    return "\n\n".join(parts)


def source_names() -> str:
    """The online sources, each with what it is asked by and where it is documented."""
    from pubtrack.sources import SOURCES

    rows = []
    for name in SOURCES:
        source = SOURCES[name]
        if type(source).__module__.startswith("pubtrack."):
            on = "on" if source.enabled else "off"
            link = f"[{source.label}]({source.docs_url})" if source.docs_url else source.label
            rows.append((f"`{name}`", link, ", ".join(source.schemes) or _NO_DEFAULT, on))
    return _table(("name", "service", "asked by", "unless set"), rows)


def _doc_line(model: type[BaseModel]) -> str:
    return inspect.cleandoc(model.__doc__ or "").splitlines()[0]


def _model_table(model: type[BaseModel], skip: tuple[str, ...] = ()) -> str:
    schema = model.model_json_schema()
    rows = []
    for name, field in model.model_fields.items():
        if name not in skip:
            kind = _type_words(schema["properties"][name], schema.get("$defs", {}))
            rows.append((f"`{name}`", kind, _default(field), _one_line(field.description)))
    return _table(("name", "value", "default", "meaning"), rows)


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    value = field.get_default(call_default_factory=True)
    if value is None or value == () or value == {}:
        return _NO_DEFAULT
    if isinstance(value, tuple):
        value = list(value)
    return f"`{str(value).lower() if isinstance(value, bool) else _toml(value)}`"


def _toml(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _one_line(text: str | None) -> str:
    return re.sub(r"`{3}.*?`{3}", "", " ".join((text or "").split()))


def _type_words(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> str:
    """Says in words what a JSON Schema allows."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return _TEXT_FORMS.get(name, f"a table ({name})")
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_type_words(s, defs) for s in schema["anyOf"] if s.get("type") != "null"))
    if "enum" in schema:
        return "one of " + ", ".join(f"`{value}`" for value in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    if schema.get("type") == "array":
        inner = schema.get("items") or {}
        return f"list of {_type_words(inner, defs)}" if inner else "list"
    return _TYPE_WORDS.get(schema.get("type", ""), "anything") + _limits(schema)


_TYPE_WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "table",
}
_TEXT_FORMS = {"Identifier": "identifier (`scheme:value`)", "PartialDate": "date (`2024`, `2024-07`, `2024-07-05`)"}


def _limits(schema: Mapping[str, Any]) -> str:
    if "exclusiveMinimum" in schema:
        return f" above {schema['exclusiveMinimum']:g}"
    if "minimum" in schema and "maximum" in schema:
        return f" from {schema['minimum']:g} to {schema['maximum']:g}"
    return f" from {schema['minimum']:g}" if "minimum" in schema else ""


# Files of a library


def _file_models() -> dict[str, tuple[str, type[BaseModel]]]:
    """Schema name -> the file that it describes, and its model."""
    from pubtrack.model import Decision, Proposal, SourceRecord, WorkState
    from pubtrack.store.career import TABLES
    from pubtrack.store.settings import Settings

    tables: dict[str, Any] = {name: (tuple[model, ...], ()) for name, model in TABLES.items()}  # type: ignore[valid-type]
    career = create_model("Awards", __doc__="The whole of awards.toml.", **tables)
    return {
        "pubtrack": ("`pubtrack.toml`", Settings),
        "awards": ("`awards.toml`", career),
        "record": ("A line of `records.jsonl`", SourceRecord),
        "state": ("A line of `state.jsonl`", WorkState),
        "proposal": ("A line of `proposals.jsonl`", Proposal),
        "decision": ("A line of `decisions.jsonl`", Decision),
    }


def schemas() -> dict[str, dict[str, Any]]:
    """Gives JSON Schema 2020-12 of every structured file of a library, by name."""
    from pydantic import TypeAdapter

    from pubtrack.app.places import SCHEMAS
    from pubtrack.store import HistoryRow

    found = {}
    for name, (file, model) in _file_models().items():
        schema = model.model_json_schema()
        for defined, form in _WRITTEN_FORMS.items():
            if defined in schema.get("$defs", {}):
                schema["$defs"][defined] = form(schema["$defs"][defined])
        found[name] = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{SCHEMAS}/{name}.schema.json",
            "$comment": "Generated by tools/generate_docs.py; do not edit.",
            **schema,
            "title": file.replace("`", ""),
        }
    found["change"] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{SCHEMAS}/change.schema.json",
        "$comment": "Generated by tools/generate_docs.py; do not edit.",
        **TypeAdapter(HistoryRow).json_schema(),
        "title": "A line of history/changes.jsonl",
    }
    return found


def _identifier_form(_schema: dict[str, Any]) -> dict[str, Any]:
    from pubtrack.model import SCHEMES

    return {
        "type": "string",
        "title": "Identifier",
        "description": "An identifier as scheme:value, the value in its canonical form; arXiv ids may end in vN.",
        "pattern": f"^({'|'.join(SCHEMES)}):.+$",
    }


def _date_form(schema: dict[str, Any]) -> dict[str, Any]:
    text = "ISO 8601 (2024, 2024-07, 2024-07-05), EDTF (2024~, 2024-21, a/b), or the words that were said."
    return {"title": "PartialDate", "anyOf": [{"type": "string", "minLength": 1, "description": text}, schema]}


_WRITTEN_FORMS = {"Identifier": _identifier_form, "PartialDate": _date_form}
"""Nouns that files hold as text; pydantic's own schema shows only their parts."""


def library_files() -> str:
    """A section per structured file, a table per table in it."""
    from pubtrack.model import Fields
    from pubtrack.store.career import TABLES

    parts = []
    for name, (file, model) in _file_models().items():
        head = f"## {file}\n\nSchema: [{name}.schema.json](schemas/{name}.schema.json)."
        if name == "pubtrack":
            parts.append(f"{head} All settings: [Settings](settings.md).")
        elif name == "awards":
            tables = [f"### `[[{table}]]`\n\n{_doc_line(cls)}\n\n{_model_table(cls)}" for table, cls in TABLES.items()]
            parts.append("\n\n".join([head, *tables]))
        else:
            parts.append(f"{head} {_doc_line(model)}\n\n{_model_table(model)}")
            if name == "record":
                parts.append(f"### `fields` of a record\n\n{_doc_line(Fields)}\n\n{_model_table(Fields)}")
    return "\n\n".join(parts)


# Formats and errors


def formats() -> str:
    """All formats that can be read or written."""
    from pubtrack.app.formats import formats as all_formats
    from pubtrack.readers import READERS
    from pubtrack.writers import WRITERS

    sign = {True: "yes", False: _NO_DEFAULT}
    rows = [
        (
            f"`{f.name}`",
            sign[f.reads],
            sign[f.writes],
            f"`{f.extension}`" if f.extension else _NO_DEFAULT,
            f.description,
        )
        for f in all_formats()
        if f.name in READERS or f.name in WRITERS
    ]
    return _table(("format", "read", "written", "file", "what it is"), rows)


def errors() -> str:
    """The family tree, and a section per error."""
    from pubtrack import errors as module

    tree = (module.__doc__ or "").split("```")[1].strip()
    names = [name for name in re.findall(r"\b[A-Z]\w+\b", tree) if name in module.__all__]
    sections = [f"## {name}\n\n{_error_text(getattr(module, name))}" for name in names]
    return "\n\n".join([f"```text\n{tree}\n```", *sections])


def _error_text(cls: type) -> str:
    text, _, attributes = inspect.getdoc(cls).partition("Attributes:\n")  # type: ignore[union-attr]
    rows = [re.sub(r"\s+", " ", line).strip().partition(": ") for line in attributes.splitlines() if line.strip()]
    table = _table(("attribute", "meaning"), [(f"`{name}`", meaning) for name, _, meaning in rows]) if rows else ""
    return "\n\n".join(part for part in (text.strip(), table) if part)
