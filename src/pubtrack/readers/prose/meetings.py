"""Names of meetings that have the shape of titles."""

# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.words import fold

__all__ = ["names_meeting"]

_MEETING = re.compile(
    r"(?:(?:the|el|la|le|das|die|der|il|o|a|les|las|los) )?(?:(?:\d+(?:st|nd|rd|th|[.ªº°aoe]|er|ème|e)?|[ivxlc]+|first|second|third|fourth|fifth|annual|biennial|international|internationale?[rsn]?|internacional|internazionale|national|nacional|nationale?|european|european|europaische[rs]?|europeo|asian|world|joint|ieee|acm|ifac|primeras?|segundas?|premier|deuxieme) )+"
    r"(?:[\w/&-]+ ){0,2}(?:conference|symposium|workshop|congress|congreso|jornadas?|simposio|coloquio|colloque|congres|tagung|kolloquium|journees|conferencia|konferenz|convegno|encontro|encuentro|summer school|winter school)\b(?! (?:proceedings|papers|report))"
    r"|(?:jornadas?|congreso|simposio|coloquio|encuentro|encontro) (?:[\w-]+ ){0,2}(?:de|del|sobre|internacional|nacional|latinoamericano)\b[^:]*\b(?:19|20)\d\d\Z"
)
"""`4th International Symposium on Bio-Medical Informatics`, `Jornadas Chilenas de Computación 2012`: where people met. An ordinal
or `International` stands in front, or the year behind: titles that only speak of a congress have neither."""


def names_meeting(words: str) -> bool:
    """Tells whether words that look like a title name a meeting.

    >>> names_meeting("International Workshop on Asymmetric Microcavities"), names_meeting("Congress and the President")
    (True, False)
    """
    return _MEETING.match(fold(words)) is not None
