"""Plain data as YAML: block style, in the order given, text quoted wherever it could be read as anything else."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from pubtrack.writers.calm_text import calm

__all__ = ["yaml_text"]

# Words, blanks and a little punctuation; nothing that starts a number, a list, a mapping, a tag or a comment.
# Source: https://yaml.org/spec/1.2.2/#733-plain-style
_PLAIN = re.compile(r"[^\W\d_][\w.()/&;+-]*(?:,? [\w.()/&;+-]+)*")
_WORDS_OF_YAML = frozenset({"y", "n", "yes", "no", "true", "false", "on", "off", "null"})
"""Source: https://yaml.org/type/bool.html (YAML 1.1, which many readers still speak)."""


def yaml_text(data: Any) -> str:
    r"""Gives data (mappings with text as keys, lists, text, numbers, truth values, None) as YAML 1.2, also read as 1.1.

    >>> print(yaml_text({"title": "A: b", "tags": ["x", "1.0"], "empty": []}), end="")
    title: "A: b"
    tags:
      - x
      - "1.0"
    empty: []
    """
    return "".join(f"{line}\n" for line in _lines(data))


def _lines(data: Any) -> list[str]:
    if isinstance(data, Mapping) and data:
        return [line for name, value in data.items() for line in _entry(f"{_scalar(name)}:", value)]
    if isinstance(data, Sequence) and not isinstance(data, str) and data:
        return [line for value in data for line in _listed(value)]
    return [_scalar(data)]


def _entry(head: str, value: Any) -> list[str]:
    inner = _lines(value)
    if isinstance(value, (Mapping, list, tuple)) and value:
        return [head, *(f"  {line}" for line in inner)]
    return [f"{head} {inner[0]}"]


def _listed(value: Any) -> list[str]:
    first, *rest = _lines(value)
    return [f"- {first}", *(f"  {line}" for line in rest)]


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    return json.dumps(value)  # numbers, true, false, null, [] and {} are the same in both


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML and text == calm(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else _escaped(c) for c in quoted)


def _escaped(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return ""  # half a character is none
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
