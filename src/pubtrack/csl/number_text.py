"""Number fields as text: ranges with their dash, joiners with their blanks, labels in the style's language.

Source: https://docs.citationstyles.org/en/stable/specification.html#number
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pubtrack.csl.numbers import OWN_LABEL, Part, page_range, parse_number
from pubtrack.csl.state import Environment

__all__ = ["joined_number", "number_text"]


def number_text(text: str, env: Environment, variable: str) -> str:
    """A number field as text.

    Args:
        text: The field.
        env: Has the words, the dash and the page-range-format.
        variable: The field's name; only pages are shortened.
    """
    style = env.page_format if variable in ("page", "locator") else ""
    if not _JOINED.search(text):
        return text.strip()
    return joined_number(parse_number(text, OWN_LABEL.get(variable, variable)), env, style)


_JOINED = re.compile(r"[-–—,;&\\]|[a-zA-Z]\.|[¶§]| [a-zA-Z]{1,3} ")


Form = Callable[[str, Environment], str]


def joined_number(parts: tuple[Part, ...], env: Environment, style: str, form: Form | None = None) -> str:
    """The parts as text; `form` shapes numbers that stand before any label."""
    out = ""
    index = 0
    labelled = False
    while index < len(parts):
        part = parts[index]
        labelled = labelled or bool(part.label)
        shape = form if form and not labelled else None
        if part.label:
            out += f"{env.locale.term(part.label, 'short', part.joiner == '-') or part.label} "
        if (
            part.joiner == "-"
            and index + 1 < len(parts)
            and parts[index + 1].joiner != "-"
            and not parts[index + 1].label
        ):
            out += _range(part.value, parts[index + 1].value, env, style, shape) + parts[index + 1].joiner.lstrip("\\")
            index += 2
            continue
        out += (shape(part.value, env) if shape else part.value) + part.joiner.lstrip("\\")
        index += 1
    return out


def _range(first: str, last: str, env: Environment, style: str, form: Form | None) -> str:
    text = page_range(first, last, style, env.page_delimiter)
    if form is None:
        return text
    delimiter = env.page_delimiter if env.page_delimiter in text else "-"
    return f"{form(first, env)}{delimiter}{form(last, env)}"
