"""What a web page shows of each work: one frozen value per work, its texts calm, its addresses safe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from markupsafe import Markup

from pubtrack.markup.escape import safe_url
from pubtrack.match import find_owner
from pubtrack.model import Award, Contributor, Fields
from pubtrack.vocab.cv_headings import FLAGS, MARK_MEANINGS
from pubtrack.writers.calm_text import calm, plain_title
from pubtrack.writers.cv_career import award_label
from pubtrack.writers.cv_publications import heading_of, links_of
from pubtrack.writers.keys import keyed
from pubtrack.writers.present_name import with_present_name
from pubtrack.writers.references import MARK_SIGNS, is_truncated
from pubtrack.writers.site_markup import title_html
from pubtrack.writers.site_records import file_name
from pubtrack.writers.site_spark import Spark, sparks
from pubtrack.writers.versions import Versions, works_of
from pubtrack.writers.view import Entry, LibraryView
from pubtrack.writers.written_dates import iso_date, written_date

__all__ = ["Choice", "Name", "SiteWork", "choices", "legend", "site_works", "with_keys"]

SHOWN_AUTHORS = 12
"""So many authors a list shows; the page of the work shows all."""
SHOWN_CHOICES = 200
"""So many venues or people a filter offers, those with the most works; the search finds all."""
_FREE = frozenset({"arxiv", "acl", "pmcid", "openreview"})
"""Schemes whose works can be read by everybody."""
_ONE_OF = {
    "Theses": "Thesis", "Software and data": "Software or data", "Other publications": "Publication",
    "Articles in magazines and newspapers": "Magazine article",
}  # fmt: skip
"""Heading of a group -> what one of it is called, where that is not the heading without its last letter."""
_FLAGS = {**FLAGS, "expression-of-concern": "expression of concern"}


class Name(NamedTuple):
    """An author: the name, whether it is the owner's, and the signs after it."""

    text: str
    own: bool
    signs: str
    orcid: str | None


@dataclass(frozen=True)
class SiteWork:
    """A work as the page shows it."""

    key: str
    slug: str
    """Name of its page, and of its place in the list."""
    fields: Fields
    """With the owner's present name."""
    versions: Versions
    title: Markup
    plain_title: str
    names: tuple[Name, ...]
    venue: str
    date: str
    iso: str | None
    year: str
    kind: str
    awards: tuple[Award, ...]
    badges: tuple[str, ...]
    flags: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    """Pairs (label, safe address)."""
    abstract: str
    free: bool
    selected: bool
    spark: Spark | None

    @property
    def one_of(self) -> str:
        """What the work is, in words."""
        return _ONE_OF.get(self.kind) or self.kind.removesuffix("s")

    @property
    def shown_names(self) -> tuple[Name, ...]:
        """The names that a list shows: the first ones, and the owner wherever they stand."""
        if len(self.names) <= SHOWN_AUTHORS:
            return self.names
        return (*self.names[: SHOWN_AUTHORS - 1], *(n for n in self.names[SHOWN_AUTHORS - 1 :] if n.own))

    @property
    def is_truncated(self) -> bool:
        """There were more authors than anybody listed."""
        return is_truncated(self.fields)

    @property
    def hidden_names(self) -> int:
        """How many names a list leaves out."""
        return len(self.names) - len(self.shown_names)


def with_keys(view: LibraryView) -> LibraryView:
    """Gives the view with a citation key for every work."""
    return replace(view, works=tuple(Entry(key, fields) for key, fields in keyed(view.entries)))


def site_works(view: LibraryView) -> list[SiteWork]:
    """Gives the works of a view in which each has its key, newest first; versions of one work once."""
    taken: set[str] = set()
    drawn = sparks(view)
    given: dict[str, list[Award]] = {}
    for award in view.awards:
        for key in award.works:
            given.setdefault(key, []).append(award)
    return [_site_work(work, view, file_name(work.entry.key, taken), given, drawn) for work in works_of(view)]


def _site_work(
    work: Versions, view: LibraryView, slug: str, given: dict[str, list[Award]], drawn: dict[str, Spark]
) -> SiteWork:
    fields = with_present_name(work.entry.fields, view.owner)
    keys = sorted(work.keys)
    awards = tuple({award.id: award for key in keys for award in given.get(key, ())}.values())
    urls = [(link.label, safe_url(link.url)) for link in links_of(work)]
    title = fields.title or "Untitled"
    return SiteWork(
        key=str(work.entry.key),
        slug=slug,
        fields=fields,
        versions=work,
        title=title_html(title) or Markup("Untitled"),
        plain_title=plain_title(title) or "Untitled",
        names=_names(fields, view),
        venue=plain_title(fields.container_title or fields.event_title or fields.publisher or ""),
        date=calm(written_date(fields.issued)) if fields.issued else "",
        iso=iso_date(fields.issued),
        year=heading_of(fields, "year"),
        kind=heading_of(fields),
        awards=awards,
        badges=tuple(dict.fromkeys(map(award_label, awards))),
        flags=tuple(dict.fromkeys(_FLAGS[n.type] for n in fields.notices if n.type in _FLAGS)),
        links=tuple((label, url) for label, url in urls if url),
        abstract=plain_title(fields.abstract or ""),
        free=_is_free(fields, work),
        selected=bool(work.keys & view.selected),
        spark=next((drawn[key] for key in (str(work.entry.key), *keys) if key in drawn), None),
    )


def _is_free(fields: Fields, work: Versions) -> bool:
    access = fields.open_access
    stated = bool(access and (access.url or access.status not in (None, "closed")))
    return stated or any(i.scheme in _FREE for i in work.identifiers)


def _names(fields: Fields, view: LibraryView) -> tuple[Name, ...]:
    people: Sequence[Contributor] = fields.author or fields.editor
    own = find_owner(fields, view.owner) if view.owner and fields.author else None
    return tuple(
        Name(calm(p.name), bool(own and own[0] == n), "".join(MARK_SIGNS[m] for m in p.marks), p.orcid)
        for n, p in enumerate(people)
    )


class Choice(NamedTuple):
    """A value that a filter offers."""

    value: str
    label: str
    works: int


def choices(values: Iterable[Iterable[str]]) -> tuple[Choice, ...]:
    """Gives what a filter offers: the most frequent values, in alphabetical order, each with a short id.

    Args:
        values: For each work its values.

    >>> choices([["B"], ["A", "B"], [""]])
    (Choice(value='0', label='A', works=1), Choice(value='1', label='B', works=2))
    """
    counted = Counter(value for several in values for value in dict.fromkeys(several) if value)
    top = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:SHOWN_CHOICES]
    named = sorted(top, key=lambda item: (item[0].casefold(), item[0]))
    return tuple(Choice(str(place), label, count) for place, (label, count) in enumerate(named))


def legend(works: Iterable[SiteWork]) -> list[tuple[str, str]]:
    """Gives the signs that stand after names, with what they mean; only those that are used."""
    used: set[Any] = {sign for work in works for name in work.names for sign in name.signs}
    return [(sign, MARK_MEANINGS[mark]) for mark, sign in MARK_SIGNS.items() if sign in used]
