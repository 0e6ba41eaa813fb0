"""How values are shown to a person on one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pubtrack.markup.inline import plain_inline
from pubtrack.model import Contributor, OpenAccess, Provenance


def shown(value: Any) -> str:
    """Gives any value of a field as one line of text.

    >>> from pubtrack.model import PartialDate
    >>> shown((Contributor(family="Jin", given="Zhijing"), Contributor(literal="ELLIS"))), shown(PartialDate(year=2024))
    ('Zhijing Jin; ELLIS', '2024')
    """
    if value is None:
        return ""
    if isinstance(value, Contributor):
        return value.name
    if isinstance(value, (tuple, list)):
        return "; ".join(shown(v) for v in value)
    if isinstance(value, OpenAccess):
        return " ".join(v for v in (value.status, value.license, value.url) if v)
    if isinstance(value, Mapping):
        return "; ".join(f"{k}: {v}" for k, v in value.items())
    return " ".join(str(value).split())


def plain(text: str | None) -> str:
    """Gives a title without its inline tags.

    >>> plain('Bias in <span class="nocase">LLM</span>s')
    'Bias in LLMs'
    """
    return plain_inline(text) if text else ""


def witness(provenance: Provenance) -> str:
    """Gives who said it, where and when, in one line.

    >>> witness(Provenance(source="acl", source_id="2025.acl-1", place="data/xml/2025.acl.xml"))
    'acl 2025.acl-1, data/xml/2025.acl.xml'
    """
    who = " ".join(p for p in (provenance.source, provenance.source_id) if p)
    when = f"{provenance.retrieved_at:%Y-%m-%d}" if provenance.retrieved_at else None
    where = provenance.place or provenance.url
    if where and provenance.source_id and provenance.source_id.endswith(where):
        where = None
    return ", ".join(p for p in (who, where, when) if p)


def counted(number: int, noun: str) -> str:
    """Gives a number with its noun.

    >>> counted(1, "award"), counted(2, "work")
    ('1 award', '2 works')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
