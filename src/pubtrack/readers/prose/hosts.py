"""Addresses of scholarly texts: hosts that mostly serve such, entries of a list of publications."""

from __future__ import annotations

import re

from pubtrack.readers.prose.words import by_letter
from pubtrack.vocab.venue_words import SCHOLARLY_HOSTS

__all__ = ["is_scholarly", "leads_to_entry"]

_SCHOLARLY = re.compile(by_letter(SCHOLARLY_HOSTS))


def is_scholarly(address: str) -> bool:
    """Tells whether a host is named that mostly serves scholarly texts.

    >>> is_scholarly("https://DOI.org/10.1000/x"), is_scholarly("https://example.org")
    (True, False)
    """
    return _SCHOLARLY.search(address.lower()) is not None


_ENTRY = re.compile(r"\b(?:publi\w*|papers?|pubs|articles?)(?:[\w-]*\.html?|/)?#\w", re.IGNORECASE)


def leads_to_entry(address: str) -> bool:
    """Tells whether an address is that of one entry of a page of publications.

    >>> leads_to_entry("publications_cn.html#FSE21a"), leads_to_entry("/publications.html")
    (True, False)
    """
    return "#" in address and _ENTRY.search(address) is not None
