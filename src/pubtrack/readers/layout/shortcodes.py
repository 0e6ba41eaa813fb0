"""Calls of templates in Markdown pages: their named arguments are the fields of an entry.

Source: https://gohugo.io/content-management/shortcodes/ (`{{< publication title="..." year="2020" >}}`),
https://jekyllrb.com/docs/includes/#passing-parameters-to-includes, components of MDX (`<Publication title="..." />`).
"""
# ruff: noqa: E501 - patterns, one line each

from __future__ import annotations

import re
from collections.abc import Iterator

from pubtrack.markup.spans import BlockBuilder
from pubtrack.readers.layout.inline import Inline

__all__ = ["Call", "calls_in"]

_ARGUMENT = r"[A-Za-z][\w-]{0,40}\s{0,3}=\s{0,3}(?:\"[^\"]{0,1500}\"|'[^'\n]{0,1500}'|`[^`]{0,1500}`|\{[^{}\n]{0,200}\}|[\w.:/#-]{1,200})"
_CALL = re.compile(
    rf"(?:\{{\{{[<%]-?\s{{0,9}}|\{{%-?\s{{0,3}}include\s{{1,3}}|<(?=[A-Z]))(?P<name>[\w./-]{{1,60}})(?P<said>(?:\s{{1,200}}{_ARGUMENT}){{2,40}})\s{{0,200}}(?:/?[>%]\}}\}}|-?%\}}|/?>)"
)
_NAMED = re.compile(r"(?P<key>[A-Za-z][\w-]*)\s{0,3}=\s{0,3}(?P<mark>[\"'`])(?P<value>.*?)(?P=mark)", re.DOTALL)
_OPENINGS = ("{{<", "{{%", "{% include", "{%- include")
_COMPONENT = re.compile(r"<[A-Z]\w+\s")
_TITLES = frozenset(("title", "name", "award", "paper", "titel", "titre", "titulo", "paper_title"))
_DESCRIBED = frozenset((
    "author", "authors", "year", "date", "dates", "period", "time", "when", "journal", "venue", "conference", "booktitle", "publication", "publisher",
    "institution", "organization", "organisation", "org", "issuer", "awarder", "location", "place", "where", "doi", "school", "university", "jahr",
    "datum", "annee", "fecha", "autor", "autores", "auteur", "auteurs", "institut", "event",
))  # fmt: skip
"""Arguments beside a title that only entries have: pictures and buttons have a title as well."""
_SHOWN = re.compile(r"figure|image|img|gallery|video|youtube|vimeo|button|icon|audio|map|card-link", re.IGNORECASE)
"""Templates that show something and list nothing."""


class Call:
    """One call of a template that holds an entry."""

    def __init__(self, match: re.Match[str]) -> None:
        self.start: int = match.start()
        self.end: int = match.end()
        self._name = match.span("name")
        self._said = match.span("said")

    def add(self, source: str, builder: BlockBuilder) -> None:
        """Adds the fields of the entry as blocks; the first has level 1.

        Args:
            source: The text of the page.
            builder: Where the blocks go.
        """
        level = 1
        arguments = [(m["key"].lower(), *m.span("value")) for m in _NAMED.finditer(source, *self._said)]
        if all(key != "type" for key, _, _ in arguments):
            arguments.append(("type", *self._name))  # `{{< publication ... >}}` says what it lists
        for key, start, end in arguments:
            if source[start:end].strip():
                builder.open("field", level, key)
                Inline(source, builder).feed(start, end)
                builder.close()
                level = 0


def calls_in(source: str, start: int) -> Iterator[Call]:
    """Gives the calls of templates in a page that hold entries: a title, and beside it when, where or by whom.

    Args:
        source: The text of the page.
        start: Where the page begins, behind its head.
    """
    if not (any(opening in source for opening in _OPENINGS) or _COMPONENT.search(source, start)):
        return
    for match in _CALL.finditer(source, start):
        keys = {argument["key"].lower() for argument in _NAMED.finditer(match["said"])}
        if not (_TITLES.isdisjoint(keys) or _DESCRIBED.isdisjoint(keys) or _SHOWN.search(match["name"])):
            yield Call(match)
