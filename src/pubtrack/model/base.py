"""The base of every noun: frozen, strict about unknown keys, never an empty text."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1)]
"""A text that says something. Nobody said it = None, never `""`."""


class Frozen(BaseModel):
    """A value: equal by content, never changed, refusing keys it does not know."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    def to_json(self) -> dict[str, Any]:
        """Gives the plain JSON form without what nobody said (None and empty lists are left out)."""
        return self.model_dump(mode="json", exclude_defaults=True)

    def replace(self, **changes: Any) -> Self:
        """Gives a validated copy with some values changed."""
        return type(self).model_validate({**dict(self), **changes})
