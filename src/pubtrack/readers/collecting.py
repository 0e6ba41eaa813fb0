"""Building a record value by value: the first statement of a field counts, the others are kept beside it."""

from __future__ import annotations

from typing import Any

from pubtrack.markup.inline import plain_inline
from pubtrack.markup.names import is_et_al, parse_name
from pubtrack.model import Contributor, Fields, Identifier, Issue, Scheme, WorkMention
from pubtrack.readers.noticing import reading_issue

__all__ = ["Collected", "contributor_of", "duplicate_keys", "mention_of"]


class Collected:
    """The values of one record while it is read."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.people: dict[str, list[Contributor]] = {}
        self.identifiers: list[Identifier] = []
        self.keywords: list[str] = []
        self._custom: dict[str, list[str]] = {}

    def say(self, field: str, value: Any, otherwise: str | None = None) -> None:
        """Sets a field that nobody set; a second text goes to `custom` under the name `otherwise`."""
        if value in (None, ""):
            return
        if field not in self.values:
            self.values[field] = value
        elif otherwise and self.values[field] != value:
            self.keep(otherwise, str(value))

    def keep(self, name: str, value: str) -> None:
        """Keeps a text under `custom`; several of one name stand on lines of their own."""
        if value:
            self._custom.setdefault(name, []).append(value)

    def person(self, role: str, text: str) -> None:
        """Adds a contributor; "et al." is noted, not listed."""
        if is_et_al(text):
            self.keep("and-others", role)
        elif contributor := contributor_of(text):
            self.people.setdefault(role, []).append(contributor)

    def identify(self, scheme: Scheme, text: Any) -> bool:
        """Adds an identifier; False where the text is none of that scheme."""
        identifier = Identifier.of(scheme, text)
        if identifier:
            self.identifiers.append(identifier)
        return identifier is not None

    def fields(self) -> Fields:
        """The record."""
        people = {role: tuple(persons) for role, persons in self.people.items()}
        lists = {"identifiers": tuple(self.identifiers), "keyword": tuple(dict.fromkeys(self.keywords))}
        custom = {name: "\n".join(values) for name, values in self._custom.items()}
        return Fields.model_validate({**self.values, **people, **lists, "custom": custom})

    def mention(self, text: str, place: tuple[int, int], *, is_title: bool, key: str | None = None) -> WorkMention:
        """The record as a mention at its title's place, or at its own where it has no title."""
        start, end = place
        return mention_of(self.fields(), text, place, is_title=is_title and start < end, key=key)


def mention_of(
    fields: Fields, text: str, place: tuple[int, int], *, is_title: bool, key: str | None = None
) -> WorkMention:
    """A structured record as a mention at a place of the text; `is_title` says whether the title stands there."""
    start, end = place
    return WorkMention(
        start=start,
        end=end,
        title=text[start:end] if is_title else None,
        title_plain=plain_inline(fields.title) or None if fields.title else None,
        authors=tuple(person.name for person in fields.author),
        year=fields.year,
        venue=fields.container_title or fields.event_title,
        identifiers=fields.identifiers,
        kind=fields.type or "work",
        fields=fields,
        key=key,
    )


def contributor_of(text: str) -> Contributor | None:
    """The contributor of a name as records write it; None where the text is blank.

    Family name first where there is a comma (`Family, Given, Suffix`), lower-case words around it are particles; a
    comma at the end marks a body (EndNote); any other name is taken apart as free text.

    >>> contributor_of("van Gogh, Vincent").non_dropping_particle, contributor_of("CERN,").literal, contributor_of(" ")
    ('van', 'CERN', None)
    """
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2 and parts[0] and parts[1]:
        particle, family = _lower_start(parts[0])
        given, dropping = _lower_end(parts[1])
        return Contributor(
            family=family,
            given=given,
            dropping_particle=dropping or None,
            non_dropping_particle=particle or None,
        )
    if parts[0] and not parts[-1] and text.rstrip().endswith(",") and len(parts) >= 2:
        return Contributor(literal=text.strip().rstrip(", "))
    try:
        return parse_name(text)
    except ValueError:
        return None


def _lower_start(name: str) -> tuple[str, str]:
    words = name.split()
    count = 0
    while count < len(words) - 1 and words[count].islower():
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _lower_end(name: str) -> tuple[str, str]:
    words = name.split()
    count = len(words)
    while count > 1 and words[count - 1].islower():
        count -= 1
    return " ".join(words[:count]), " ".join(words[count:])


def duplicate_keys(works: list[WorkMention], source: str | None, lines: dict[int, int]) -> list[Issue]:
    """One warning for each key that a later entry uses again.

    Args:
        works: The mentions in order.
        source: The file's name.
        lines: Line of each mention, by its start.
    """
    first: dict[str, int] = {}
    issues: list[Issue] = []
    for work in works:
        if not work.key:
            continue
        line = lines.get(work.start, 1)
        if work.key in first:
            message = f"The key {work.key!r} stands at line {first[work.key]} already: give one of the two another key."
            issues.append(reading_issue("duplicate-key", message, source, line, work.key))
        else:
            first[work.key] = line
    return issues
