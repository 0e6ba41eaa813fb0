"""Hosts on the web that mostly serve scholarly texts."""

from __future__ import annotations

import re

from pubtrack.readers.prose.words import by_letter
from pubtrack.vocab.venue_words import SCHOLARLY_HOSTS

__all__ = ["is_scholarly"]

_SCHOLARLY = re.compile(by_letter(SCHOLARLY_HOSTS))


def is_scholarly(address: str) -> bool:
    """Tells whether a host is named that mostly serves scholarly texts.

    >>> is_scholarly("https://DOI.org/10.1000/x"), is_scholarly("https://example.org")
    (True, False)
    """
    return _SCHOLARLY.search(address.lower()) is not None
