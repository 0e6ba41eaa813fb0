"""Lists of identifiers (DOIs, arXiv ids, PMIDs, URLs, ORCID iDs ...), one per line or separated by commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from pubtrack.markup.identifiers import find_identifiers
from pubtrack.model import Identifier, Issue, Reading, Scheme, WorkMention
from pubtrack.readers.noticing import general_issues, reading_issue

__all__ = ["read_id_list"]

_TOKEN = re.compile(r"[^\s,;]+(?:[,;](?=[^\s,;]*/)[^\s,;]+)*")
_PREFIXED = re.compile(
    r"(doi|arxiv|openreview|acl|pmid|pmcid|isbn|issn|openalex|s2|dblp|orcid|ror|handle)[:=]\s*(\S+)", re.I
)
_LABEL = re.compile(r"\b(doi|arxiv|openreview|acl|pmid|pmcid|isbn|issn|openalex|dblp|orcid|ror)\s*[:=]\s+(?=\S)", re.I)
_SPACED_ISBN = re.compile(r"(?<=[\dX]) (?=[\dX])")
_BARE: tuple[tuple[Scheme, re.Pattern[str]], ...] = (
    ("arxiv", re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?", re.ASCII)),
    ("openalex", re.compile(r"W\d{4,12}", re.ASCII | re.IGNORECASE)),
    ("acl", re.compile(r"[A-Z]\d{2}-\d{4}", re.ASCII)),
    ("pmcid", re.compile(r"PMC\d{4,9}", re.ASCII | re.IGNORECASE)),
    ("isbn", re.compile(r"(?:\d{9}[\dX]|97[89]\d{10}|97[89]-[\d-]{10,13}|\d{1,5}-\d+-\d+-[\dX])", re.ASCII)),
    ("pmid", re.compile(r"\d{5,8}", re.ASCII)),
)
"""Forms that mean something only because the whole token is one. Shorter numbers are years, pages, counts."""

_AROUND = "\ufeff\"'<>[]{}-*•"
_NOT_A_WORK = {"orcid": "person", "ror": "organization"}
_MAX_ISSUES = 100
"""Of one kind; what comes after that says nothing new."""
_HOPELESS = 10_000


def read_id_list(text: str, *, source: str | None = None) -> Reading:
    r"""Gives one mention, without title, for each identifier; what is none is listed in `issues` with its line.

    Lines that begin with `#` or `%` are comments. An ORCID iD has the kind "person". Never raises.

    >>> reading = read_id_list("10.1000/x, arXiv:2407.02273v4\n# mine\n31452104\n")
    >>> [str(work.identifiers[0]) for work in reading.works]
    ['doi:10.1000/x', 'arxiv:2407.02273v4', 'pmid:31452104']
    """
    listing = _Listing(source, list(general_issues(text, source)))
    position = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        if not line.lstrip("\ufeff \t").startswith(("#", "%")):
            for start, end, identifier in _in_line(line):
                if identifier is None:
                    listing.doubt(number, line[start:end])
                    if listing.is_hopeless:
                        break
                else:
                    listing.add(number, position + start, position + end, identifier)
        if listing.is_hopeless:
            listing.say("unknown-identifier", "This is no list of identifiers; the rest was not read.", number)
            break
        position += len(line)
    works = tuple(listing.works.values())
    return Reading(text=text, source=source, format="ids", works=works, issues=tuple(listing.issues))


class _Listing:
    """What was found so far."""

    def __init__(self, source: str | None, issues: list[Issue]) -> None:
        self.works: dict[Identifier, WorkMention] = {}
        self.issues = issues
        self._source = source
        self._doubts = self._repeated = 0

    @property
    def is_hopeless(self) -> bool:
        """True where so many words are no identifiers that reading on would only take time."""
        return self._doubts > _HOPELESS and self._doubts > 10 * len(self.works)

    def say(self, check: str, message: str, line: int) -> None:
        self.issues.append(reading_issue(check, message, self._source, line))

    def doubt(self, line: int, word: str) -> None:
        self._doubts += 1
        if self._doubts <= _MAX_ISSUES:
            self.say("unknown-identifier", f"{word[:60]!r} is no identifier that pubtrack knows.", line)

    def add(self, line: int, start: int, end: int, identifier: Identifier) -> None:
        if identifier not in self.works:
            self.works[identifier] = _mention(start, end, identifier)
            return
        self._repeated += 1
        if self._repeated <= _MAX_ISSUES:
            message = f"{identifier} stands in the list already."
            issue = reading_issue("duplicate-identifier", message, self._source, line)
            self.issues.append(issue.replace(severity="info"))


def _mention(start: int, end: int, identifier: Identifier) -> WorkMention:
    kind = _NOT_A_WORK.get(identifier.scheme, "work")
    return WorkMention(start=start, end=end, identifiers=(identifier,), kind=kind)


def _in_line(line: str) -> Iterator[tuple[int, int, Identifier | None]]:
    """Places of all words of a line with what they are; a label and its number ("PMID: 123") are one word."""
    stripped = line.strip("\ufeff \t\r\n\f\v")
    whole = _identifier(stripped) if not re.search(r"\s", stripped) else _spaced_isbn(stripped)
    if whole:
        start = line.index(stripped)
        yield start, start + len(stripped), whole
        return
    glued = _LABEL.sub(lambda m: m[1] + ":" + "\u0001" * (len(m[0]) - len(m[1]) - 1), line)
    for match in _TOKEN.finditer(glued):
        word = match[0]
        core = word.strip(_AROUND).removesuffix(".")
        core = core.lstrip("(") if core.count("(") != core.count(")") else core
        if core and core not in ("and", "&"):
            start = match.start() + word.index(core)
            yield start, start + len(core), _identifier(core.replace("\u0001", ""))


def _spaced_isbn(line: str) -> Identifier | None:
    return Identifier.of("isbn", line) if len(line) < 40 and _SPACED_ISBN.search(line) else None


@lru_cache(maxsize=4096)
def _identifier(word: str) -> Identifier | None:
    if not any(sign.isdigit() for sign in word[:200]) and ":" not in word:
        return None
    for scheme, pattern in _BARE:
        if pattern.fullmatch(word) and (found := Identifier.of(scheme, word)):
            return found
    if named := _PREFIXED.fullmatch(word):
        found = Identifier.of(cast(Scheme, named[1].lower()), named[2])
        if found:
            return found
    places = find_identifiers(word) if len(word) < 4000 else []
    if not places:
        return None
    best = places[0]
    return best.identifier if best.start == 0 and len(word) - best.end <= 1 else None
