"""The owner with past names that stand in the environment alone."""

from __future__ import annotations

import os
from collections.abc import Mapping

from pubtrack.model import Owner

__all__ = ["PAST_NAMES", "with_past_names"]

PAST_NAMES = "PUBTRACK_PAST_NAMES"
"""Environment variable that holds past names, separated by `;`: for people who want them in no file and no git."""


def with_past_names(owner: Owner | None, env: Mapping[str, str] | None = None) -> Owner | None:
    """Gives the owner with the past names of the environment added.

    >>> with_past_names(Owner(name="Ana Li"), {"PUBTRACK_PAST_NAMES": "Ana Old; A. Older"}).past_names
    ('Ana Old', 'A. Older')
    """
    said = (os.environ if env is None else env).get(PAST_NAMES, "")
    names = tuple(name.strip() for name in said.split(";") if name.strip())
    return owner.replace(past_names=(*owner.past_names, *names)) if owner and names else owner
