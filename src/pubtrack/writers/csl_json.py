"""Works as CSL-JSON that its schema accepts, with what CSL has no name for under `custom`."""

from __future__ import annotations

import json
from typing import Any

from pubtrack.model import Fields
from pubtrack.readers.csl_json import EXTENSION, fields_of_csl
from pubtrack.vocab.csl_variables import CSL_VARIABLES, OTHER_TEXT_VARIABLES
from pubtrack.writers.keys import keyed
from pubtrack.writers.view import LibraryView

__all__ = ["csl_item", "write_csl_json"]


def write_csl_json(view: LibraryView) -> str:
    """Gives the works as a JSON list in their order, UTF-8 text with LF, two spaces of indent.

    >>> from pubtrack.model import Fields
    >>> print(write_csl_json(LibraryView.of([Fields(type="book", title="T")])), end="")
    [
      {
        "id": "t",
        "type": "book",
        "title": "T"
      }
    ]
    """
    items = [csl_item(fields, key) for key, fields in keyed(view.entries)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_item(fields: Fields, key: str, *, extension: bool = True) -> dict[str, Any]:
    """Gives one work as a CSL-JSON item.

    Args:
        fields: The work.
        key: Its `id`.
        extension: Keep what CSL-JSON cannot say (second DOIs, ORCID iDs of authors, relations, funding) under
            `custom.pubtrack`, so that reading the item gives the same fields again.

    >>> csl_item(Fields(type="thesis", title="T", issued={"year": 2020}), "x")["issued"]
    {'date-parts': [[2020]]}
    """
    item: dict[str, Any] = {"id": key, "type": fields.type or "document"}
    for name, variable in CSL_VARIABLES.items():
        if variable.kind == "identifier":
            value: Any = fields.doi if variable.field == "doi" else fields.id(variable.field)
        else:
            value = _csl_value(variable.kind, getattr(fields, variable.field))
        if value:
            item[name] = value
    custom = {name: value for name, value in sorted(fields.custom.items()) if name != EXTENSION}
    item |= {name: custom.pop(name) for name in sorted(OTHER_TEXT_VARIABLES & custom.keys())}
    if custom:
        item["custom"] = custom
    if extension and (rest := _unsaid(fields, item)):
        item["custom"] = {**custom, EXTENSION: rest}
    return item


def _csl_value(kind: str, value: Any) -> Any:
    if not value:
        return None
    if kind == "names":
        return [person.to_csl() for person in value]
    if kind == "date":
        return value.to_csl()
    if kind == "keywords":
        return "; ".join(value)
    return value


def _unsaid(fields: Fields, item: dict[str, Any]) -> dict[str, Any]:
    """The fields that reading the item would not give back as they are."""
    back = fields_of_csl(item)
    names = [n for n in Fields.model_fields if n != "custom" and getattr(fields, n) != getattr(back, n)]
    said = fields.to_json()
    return {name: said.get(name) for name in names}
