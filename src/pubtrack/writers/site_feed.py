"""An Atom feed of new works, awards and changes of standing (RFC 4287). Every date comes from the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from pubtrack.markup.escape import safe_url
from pubtrack.model import Award, Notice, PartialDate
from pubtrack.writers.calm_text import calm, plain_title
from pubtrack.writers.cv_career import award_date, award_label
from pubtrack.writers.site_data import SiteWork, site_works, with_keys
from pubtrack.writers.site_meta import base_url, xml_text
from pubtrack.writers.view import LibraryView

__all__ = ["feed", "write_feed"]

SHOWN_ENTRIES = 100
"""So many entries a feed holds, the newest; `view.settings["feed_entries"]` sets another number."""
_EARLIEST = date(1, 1, 1)


class _News(NamedTuple):
    """One entry of the feed."""

    day: date
    id: str
    kind: str
    title: str
    summary: str
    link: str | None
    people: tuple[str, ...] = ()


def write_feed(view: LibraryView) -> str:
    """Gives the feed of a library.

    `view.settings` may hold `base_url` (where the web page stands; without it entries link to the works themselves) and
    `feed_entries`.

    Raises:
        ConfigError: `base_url` is no web address.
    """
    keyed = with_keys(view)
    return feed(keyed, site_works(keyed), pages=base_url(view) is not None)


def feed(view: LibraryView, works: Sequence[SiteWork], *, pages: bool = True) -> str:
    """Gives the feed of works that are already prepared.

    Args:
        view: The library, each work with its key.
        works: Its works.
        pages: There is a page for every work to link to.
    """
    base = base_url(view)
    news = sorted(_all_news(view, works, pages), key=lambda n: (-n.day.toordinal(), n.kind, n.id))
    root = ET.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    owner = calm(view.owner.name) if view.owner else "Publications"
    _add(root, "id", _urn(view, "feed"))
    _add(root, "title", f"{owner}: publications and awards" if view.owner else owner)
    _add(root, "updated", _moment(news[0].day if news else _EARLIEST))
    _add(_add(root, "author"), "name", owner)
    _add(root, "generator", "pubtrack")
    if base or pages:
        _add(root, "link", rel="alternate", type="text/html", href=base or "index.html")
    if base:
        _add(root, "link", rel="self", type="application/atom+xml", href=f"{base}feed.xml")
    for item in news[: int(view.settings.get("feed_entries") or SHOWN_ENTRIES)]:
        _entry(root, view, item, base or "")
    return xml_text(root)


def _entry(root: ET.Element, view: LibraryView, news: _News, base: str) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", _urn(view, news.id))
    _add(entry, "title", news.title)
    _add(entry, "updated", _moment(news.day))
    _add(entry, "published", _moment(news.day))
    for person in news.people:
        _add(_add(entry, "author"), "name", person)
    _add(entry, "category", term=news.kind)
    if news.link:
        href = news.link if "://" in news.link else base + news.link
        _add(entry, "link", rel="alternate", href=href)
    # RFC 4287, 4.1.1.1: an entry without an alternate link needs its content; so every entry has it.
    _add(entry, "content", news.summary, type="text")


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, name, attributes)
    made.text = text
    return made


def _urn(view: LibraryView, name: str) -> str:
    """A name that stays when the page moves: of the owner and what it names, never of an address."""
    owner = (view.owner.orcid or view.owner.name) if view.owner else ""
    return uuid5(NAMESPACE_URL, f"pubtrack:{owner}:{name}".encode("utf-8", "replace").decode()).urn


def _moment(day: date) -> str:
    return datetime(day.year, day.month, day.day, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


def _day(when: PartialDate | None) -> date:
    """The first day that a date can mean; the earliest of all where nobody knows."""
    if when is None or when.year is None or not 1 <= when.year <= 9999:
        return _EARLIEST
    try:
        return date(when.year, when.month or 1, when.day or 1)
    except ValueError:  # 30 February, as a source stated it
        return date(when.year, when.month or 1, 1)


def _all_news(view: LibraryView, works: Sequence[SiteWork], pages: bool) -> Iterator[_News]:
    for work in works:
        link = _link(work, pages)
        people = tuple(name.text for name in work.names) or ("Unknown",)
        summary = "\n\n".join(part for part in (work.venue, work.abstract) if part) or work.kind
        yield _News(_day(work.fields.issued), f"work:{work.key}", "work", work.plain_title, summary, link, people)
        for place, notice in enumerate(work.fields.notices):
            yield _standing(work, notice, place, link)
    by_key = {key: work for work in works for key in work.versions.keys}
    for award in view.awards:
        yield _award(award, view, by_key, pages)


def _link(work: SiteWork, pages: bool) -> str | None:
    return f"works/{work.slug}.html" if pages else next((url for _, url in work.links), None)


def _standing(work: SiteWork, notice: Notice, place: int, link: str | None) -> _News:
    label = calm(notice.label or notice.type.replace("-", " ")).capitalize()
    said = [f"{label} of “{work.plain_title}”"]
    said += [f"stated by {calm(notice.stated_by)}"] if notice.stated_by else []
    said += [calm(notice.reason)] if notice.reason else []
    day = _day(notice.date or work.fields.issued)
    name = f"notice:{work.key}:{notice.identifier or f'{notice.type}:{place}'}"
    return _News(day, name, "status", f"{label}: {work.plain_title}", "; ".join(said) + ".", link)


def _award(award: Award, view: LibraryView, by_key: dict[str, SiteWork], pages: bool) -> _News:
    given = [by_key[key] for key in award.works if key in by_key]
    titles = [work.plain_title for work in given] or [plain_title(title) for title in award.work_titles]
    summary = f"{award_label(award)}" + (f", for {' and '.join(f'“{title}”' for title in titles)}" if titles else "")
    link = _link(given[0], pages) if given else (safe_url(award.url) if award.url else None)
    return _News(_day(award_date(award, view)), f"award:{award.id}", "award", award_label(award), summary, link)
