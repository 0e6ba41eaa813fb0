"""The reference of the Python interface: every public name with its signature and what its docstring says."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import re
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

ROOMS = ("match", "merge", "model", "bibtex", "csl", "sources", "errors")
"""The modules whose `__all__` is public besides `pubtrack` itself (decision 0008), as people meet them."""


def public_names() -> Iterator[tuple[str, str, Any]]:
    """Gives (module, name, what it is) for every public name, each once, where it is met first."""
    seen: set[int] = set()
    for module_name in ("pubtrack", *(f"pubtrack.{room}" for room in ROOMS)):
        module = importlib.import_module(module_name)
        for name in module.__all__:
            thing = getattr(module, name)
            if inspect.ismodule(thing) or (not isinstance(thing, str | int | tuple) and id(thing) in seen):
                continue
            seen.add(id(thing))
            yield module_name, name, thing


def reference() -> str:
    """A section per module, a heading per name; the same on every Python."""
    parts, last = [], ""
    for module, name, thing in public_names():
        if module != last:
            parts.append(f"## `{module}`\n\n{_first(importlib.import_module(module).__doc__)}")
            last = module
        parts.append(_section(module, name, thing))
    return "\n\n".join(parts)


def _section(module: str, name: str, thing: Any) -> str:
    head = f"### {module.removeprefix('pubtrack.') + '.' if module != 'pubtrack' else ''}{name}"
    if inspect.isclass(thing):
        return "\n\n".join(filter(None, [head, _shape(thing), _prose(thing.__doc__), _fields(thing), _methods(thing)]))
    if callable(thing) and not _is_alias(thing):
        return f"{head}\n\n{_signature(name, thing)}\n\n{_prose(thing.__doc__)}"
    return f"{head}\n\n{_value(module, name, thing)}"


def _is_alias(thing: Any) -> bool:
    return typing.get_origin(thing) is not None


def _shape(thing: type) -> str:
    if issubclass(thing, BaseModel) or dataclasses.is_dataclass(thing) or issubclass(thing, Exception):
        bases = [b.__name__ for b in thing.__bases__ if b.__name__ not in ("object", "BaseModel", "Frozen")]
        told = f"({', '.join(bases)})" if bases else ""
        return f"```text\nclass {thing.__name__}{told}\n```"
    return _signature(f"class {thing.__name__}", thing)


def _signature(name: str, thing: Any) -> str:
    try:
        found = str(inspect.signature(thing))
    except (TypeError, ValueError):
        return ""
    clean = re.sub(r"(?<![\w.])(?:pubtrack|collections|typing|datetime|pathlib)(?:\.\w+)*\.(?=\w)", "", found)
    clean = re.sub(r"<function (\w+) at 0x[0-9a-f]+>", r"\1", clean).replace("'", "")
    return f"```text\n{name}{clean}\n```"


def _fields(thing: type) -> str:
    if issubclass(thing, BaseModel):
        rows = [(n, _kind(f.annotation), _first(f.description)) for n, f in thing.model_fields.items()]
    elif dataclasses.is_dataclass(thing):
        told = _docs_of_fields(thing)
        rows = [(f.name, str(f.type), told.get(f.name, "")) for f in dataclasses.fields(thing) if f.name[0] != "_"]
    else:
        return ""
    lines = [f"| `{n}` | {_cell(kind)} | {_cell(text)} |" for n, kind, text in rows]
    return "\n".join(["| field | type | meaning |", "|---|---|---|", *lines]) if lines else ""


def _docs_of_fields(thing: type) -> dict[str, str]:
    """The strings under the fields of a dataclass, which Python itself forgets."""
    try:
        source = inspect.getsource(thing)
    except (OSError, TypeError):
        return {}
    found = re.findall(r'^    (\w+): [^\n]*\n    """(.+?)"""', source, re.DOTALL | re.MULTILINE)
    return {name: " ".join(text.split()) for name, text in found}


def _kind(annotation: Any) -> str:
    text = annotation.__name__ if inspect.isclass(annotation) and not typing.get_args(annotation) else str(annotation)
    text = re.sub(r"typing\.Annotated\[((?:[^\[\],]|\[[^\]]*\])+),.*?\](?=[,\]|\s]|$)", r"\1", text)
    text = re.sub(r"<function [^>]*>|\w+\((?:[^()]|\([^()]*\))*\)", "…", text)
    text = re.sub(r"(?<![\w.])(?:pubtrack|collections|typing|datetime|pathlib)(?:\.\w+)*\.(?=\w)", "", text)
    # Until 3.13 Python writes `Optional[str]` where 3.14 writes `str | None`.
    text = re.sub(r"^(?:Optional\[(.+)\]|Union\[(.+), NoneType\])$", lambda m: f"{m[1] or m[2]} | None", text)
    return re.sub(r"Literal\[([^\]]{60})[^\]]*\]", r"Literal[\1 …]", text)


def _methods(thing: type) -> str:
    lines = []
    for klass in reversed(thing.__mro__[:-1]):
        if not klass.__module__.startswith("pubtrack.") or klass.__name__ == "Frozen":
            continue
        for name, member in vars(klass).items():
            if name.startswith(("_", "model_")):
                continue
            if isinstance(member, property):
                lines.append(f"* `{name}`: {_first(member.__doc__)}")
            elif inspect.isfunction(member) or isinstance(member, classmethod | staticmethod):
                function = member if inspect.isfunction(member) else member.__func__
                words = ", ".join(p for p in inspect.signature(function).parameters if p not in ("self", "cls"))
                lines.append(f"* `{name}({words})`: {_first(function.__doc__)}")
    return "\n".join(dict.fromkeys(lines))


def _value(module: str, name: str, thing: Any) -> str:
    told = _doc_of_value(module, name)
    if _is_alias(thing) or isinstance(thing, dict):
        return told
    # The order of a set is another in every process.
    shown = f"{{{', '.join(sorted(map(repr, thing)))}}}" if isinstance(thing, frozenset) else repr(thing)
    return f"{told}\n\n```text\n{name} = {shown}\n```" if len(shown) <= 300 and " at 0x" not in shown else told


def _doc_of_value(module: str, name: str) -> str:
    """The string under a constant, in the package where it is assigned."""
    root = importlib.import_module(module)
    places = [root, *(importlib.import_module(m) for m in _submodules(root, name))]
    for place in places:
        found = re.search(rf'^{name}\b[^\n]*=.*?^"""(.+?)"""', inspect.getsource(place), re.DOTALL | re.MULTILINE)
        if found:
            return " ".join(found[1].split())
    return ""


def _submodules(root: Any, name: str) -> list[str]:
    source = inspect.getsource(root)
    return [f for f in re.findall(r"^from (pubtrack[\w.]*) import", source, re.MULTILINE) if name in source]


def _first(text: str | None) -> str:
    return " ".join(inspect.cleandoc(text or "").partition("\n\n")[0].split())


def _prose(text: str | None) -> str:
    """A docstring as Markdown: headings of Google style in bold, examples as code."""
    lines, code = [], False
    for line in inspect.cleandoc(text or "").splitlines():
        if line.strip() in ("Args:", "Raises:", "Attributes:", "Returns:"):
            lines += [f"**{line.strip()[:-1]}**", ""]
        elif entry := re.match(r"    (\w+): (.*)", line):
            lines.append(f"* `{entry[1]}`: {entry[2]}")
        elif line.startswith(">>>") and not code:
            lines += ["```pycon", line]
            code = True
        elif code and not line.strip():
            lines += ["```", ""]
            code = False
        else:
            lines.append(line)
    return "\n".join([*lines, "```"] if code else lines).strip()


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
