"""LaTeX as blocks (first version: commands are stripped)."""

from __future__ import annotations

from pubtrack.markup.spans import Block
from pubtrack.readers.layout.markdown import text_blocks

__all__ = ["latex_blocks"]


def latex_blocks(source: str) -> list[Block]:
    """Gives the blocks of a LaTeX document."""
    return text_blocks(source)
