"""Posts, gatherings, software, projects and blog posts that prose names without quotes."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.readers.prose.details import Phrase
from pubtrack.readers.prose.found import FoundEvent, FoundOther, FoundPost
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.words import Lexicon, year_in
from pubtrack.vocab.role_words import EVENT_NOUNS, MADE_NOUNS, ROLE_NOUNS

__all__ = ["read_events", "read_others", "read_posts"]

_ROLES = Lexicon({noun: "role" for nouns in ROLE_NOUNS.values() for noun in nouns})
_MADE = Lexicon(MADE_NOUNS)
_EVENTS = Lexicon(dict.fromkeys(EVENT_NOUNS, "event"))
_SMALL = r"(?:of|the|for|and|&|on|in|to|de|la|le|les|der|und|et|y|des|du|del|für|von|zur|e|di|da|do|al)"
_CAPITALS_LEFT = re.compile(rf"(?:[A-ZÀ-Þ0-9][\w’&./-]*\s+(?:{_SMALL}\s+){{0,2}}){{1,10}}\Z")
_CAPITALS_RIGHT = re.compile(
    rf"(?:the\s+|la\s+|le\s+|l[’']|der\s+|dem\s+)?(?P<name>[A-ZÀ-Þ][\w’'&/-]*(?:\s+(?:{_SMALL}\s+){{0,3}}[A-ZÀ-Þ][\w’'&/()-]*){{0,9}})"
)
_AT = re.compile(
    r"(?:\s+position)?(?:\s+(?:in|of|für|de|en|für|of the)\s+(?P<field>[^,.;:()\n]{2,60}?))?(?:\s*,)?\s+(?:at|with|an der|am|bei|beim|en la|en el|à l[’']|à la|à|in der|im|of|de la|der|du|de|at the|for)\s+(?=(?:the\s|la\s|le\s|l[’'])?[A-ZÀ-Þ])"
)
_LEFT_ADJECTIVE = re.compile(
    r"(?:\b(?:incoming|tenured|tenure-track|visiting|former|current|adjunct|honorary|joint|senior|junior|affiliate|founding|new|assistant|associate|full)\s+)+\Z",
    re.IGNORECASE,
)
_BLOG = re.compile(
    r"\bblog ?posts?\b(?:\s+(?:on|about|introducing|describing|titled)\s+[^.,;()]{3,90})?", re.IGNORECASE
)
_CAMEL = re.compile(r"\b(?:[A-Z][a-z]+[A-Z]\w*|[A-Z]{2,}[a-z]+\w*)\b")
_SERIES = re.compile(
    r"\b(?:series|projects?|systems?|tools?|packages?)\b[\s:,]{1,3}(?P<names>(?:[A-Z]\w*[A-Z]\w*(?:,\s*|\s*(?:,\s*)?(?:and|und|et|y)\s+)?){1,8})"
)
_SERIES_NOUNS = frozenset(
    ("series", "project", "projects", "system", "systems", "tool", "tools", "package", "packages")
)
_EVENT_TOPIC = re.compile(
    r"\s+(?:on|for|über|zu|sobre|sur)\s+(?P<topic>[^.,;()\n]{3,70}?)(?=\s+(?:since|where|with|at|in|which|that|seit|where)\b|[.,;()\n]|\Z)"
)


def _left(text: str, start: int, reach: int) -> str:
    """Gives the text before a place, from the beginning of a word on."""
    first = max(0, start - reach)
    while 0 < first < start and text[first - 1].isalnum() and text[first].isalnum():
        first += 1
    return text[first:start]


def read_posts(placed: Placed) -> list[FoundPost]:
    """Gives the posts a block names together with where they are held."""
    text = placed.block.text
    if (len(text) > 400 and placed.said.chinese) or len(text) > 6000:
        return []
    posts: list[FoundPost] = []
    for start, end, noun, _ in _ROLES.find(placed.said):
        if (posts and start < posts[-1].end) or (noun == "chair" and not text[start].isupper()):
            continue
        post = _post(placed, text, start, end, noun)
        if post:
            posts.append(post)
    return posts


def _post(placed: Placed, text: str, start: int, end: int, noun: str) -> FoundPost | None:
    left = _left(text, start, 60)
    named = noun in ("chair", "advisor", "fellow")
    run = _CAPITALS_LEFT.search(left) if named else _LEFT_ADJECTIVE.search(left)
    first = start - len(run[0]) if run else start
    organization, last = "", end
    at = _AT.match(text, end)
    if at and (name := _CAPITALS_RIGHT.match(text, at.end())):
        organization, last = name["name"].rstrip(".,"), end if not at["field"] else at.end("field")
    if (named and (not run or not text[start].isupper())) or (not named and not organization):
        return None
    years = re.findall(r"(?:19|20)\d\d", text[:first][-14:] + text[last : last + len(organization) + 30])
    return FoundPost(
        placed, first, last, organization, int(years[0]) if years else None, int(years[1]) if len(years) > 1 else None
    )


def read_events(placed: Placed, taken: list[Phrase]) -> list[FoundEvent]:
    """Gives the gatherings a block names, with a topic or in capitals.

    Args:
        placed: The block.
        taken: Stretches that are something else already (titles).
    """
    text = placed.block.text
    events: list[FoundEvent] = []
    for start, end, _, _ in _EVENTS.find(placed.said):
        if any(p.start <= start < p.end for p in taken):
            continue
        left = _left(text, start, 90)
        run = _CAPITALS_LEFT.search(left) if text[start].isupper() else None
        topic = _EVENT_TOPIC.match(text, end)
        if not run and not topic:
            continue
        first = start - len(run[0]) if run else start
        last = topic.end("topic") if topic else end
        events.append(FoundEvent(placed, first, last, year_in(text[max(0, first - 6) : last + 6])))
    return events


def read_others(placed: Placed, taken: list[Phrase]) -> list[FoundOther]:
    """Gives software, projects, series and blog posts that stand without quotes."""
    text = placed.block.text
    folded = placed.said.folded
    others = []
    if "blog" in folded:
        others += [FoundOther(placed, m.start(), m.end(), "blog post", 0.7) for m in _BLOG.finditer(text)]
    for match in () if _SERIES_NOUNS.isdisjoint(placed.said.tokens) else _SERIES.finditer(text):
        names = _CAMEL.finditer(text, match.start("names"), match.end("names"))
        others += [FoundOther(placed, name.start(), name.end(), "project", 0.5) for name in names]
    for start, end, _, kind in _MADE.find(placed.said):
        run = _CAPITALS_LEFT.search(text[max(0, start - 80) : start])
        lower = (
            re.search(r"(?:\b[a-z-]+\s+){1,3}\Z", text[max(0, start - 40) : start])
            if kind == "project" and text[start:end].endswith("line")
            else None
        )
        hit = run or lower
        if hit and len(hit[0].split()) >= (1 if re.search(r"[a-z][A-Z]|[A-Z]{2}", hit[0]) else 2):
            first = start - len(re.sub(r"^(?:The|Our|We|In|a|an|the|on)\s+", "", hit[0].split(" a ")[-1]))
            others.append(FoundOther(placed, first, end, kind, 0.5))
    others = [o for o in others if not any(p.start - 3 <= o.end and o.start < p.end for p in taken)]
    return sorted(others, key=lambda o: (o.start, -o.end))
