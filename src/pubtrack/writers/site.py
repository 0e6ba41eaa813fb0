"""A web page of a library: a static folder that needs no server, no build step and no script to be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

import jinja2
from markupsafe import Markup

from pubtrack.markup.escape import safe_url
from pubtrack.model import Award
from pubtrack.vocab.cv_headings import FLAGS
from pubtrack.writers.bibtex import bibtex_entry, write_bibtex
from pubtrack.writers.calm_text import calm
from pubtrack.writers.cv_career import award_label, co_recipients, newest_awards
from pubtrack.writers.cv_publications import type_headings
from pubtrack.writers.json_ld import embedded, person_json_ld, work_json_ld
from pubtrack.writers.site_cite import Citing, chosen_styles, cite_work, data_script
from pubtrack.writers.site_data import Choice, SiteWork, choices, legend, site_works, with_keys
from pubtrack.writers.site_feed import feed
from pubtrack.writers.site_meta import base_url, highwire_tags, sitemap
from pubtrack.writers.view import LibraryView
from pubtrack.writers.written_dates import written_date

__all__ = ["write_site"]


def write_site(view: LibraryView) -> Mapping[str, str]:
    """Gives the files of the page: path relative to its folder -> text with LF.

    `index.html` lists everything; `works/` holds a page for each work; `data/` what scripts load when it is asked for.
    `view.settings` may hold `base_url` (the address of the folder, for the sitemap and the feed), `styles` (CSL ids),
    `site_title`, `selected` (citation keys), `locale` and `feed_entries`.

    Raises:
        ConfigError: `base_url` is no web address, or `styles` no list.
        NotFoundError: There is no such style.
    """
    keyed = with_keys(view)
    works = site_works(keyed)
    styles = chosen_styles(view)
    base = base_url(view)
    cited = {work.key: cite_work(work.fields, styles, view.owner, view.memo) for work in works}
    bibtex = {work.key: bibtex_entry(work.key, work.fields.replace(abstract=None)) for work in works}
    common = {"title": _title(view), "lang": str(view.settings.get("locale") or "en"), "base": base, "styles": styles}
    made = {
        "index.html": _index(view, keyed, works, common),
        "feed.xml": feed(keyed, works),
        "publications.bib": write_bibtex(keyed),
        "assets/site.css": _asset("site.css"),
        "assets/site.js": _asset("site.js"),
        "data/bibtex.js": data_script("bibtex", {w.slug: bibtex[w.key] for w in works}),
    }
    made |= {f"data/{style}.js": data_script(style, _in_style(works, cited, style)) for style in styles}
    page = _environment().get_template("work.html.j2")
    for work in works:
        made[f"works/{work.slug}.html"] = page.render(
            **common, work=work, cited=cited[work.key], bibtex=bibtex[work.key], **_about(work, keyed, base)
        )
    return made if base is None else {**made, "sitemap.xml": sitemap(base, [work.slug for work in works])}


def _in_style(
    works: Iterable[SiteWork], cited: Mapping[str, Sequence[Citing]], style: str
) -> dict[str, tuple[str, str]]:
    """The references of one style, by name of the page: as HTML and as text."""
    return {w.slug: (str(c.html), c.text) for w in works for c in cited[w.key] if c.style == style}


def _title(view: LibraryView) -> str:
    return str(view.settings.get("site_title") or (view.owner.name if view.owner else "Publications"))


def _index(view: LibraryView, keyed: LibraryView, works: Sequence[SiteWork], common: Mapping[str, Any]) -> str:
    by_year = [(year, list(several)) for year, several in groupby(works, key=lambda work: work.year)]
    return _environment().get_template("index.html.j2").render(
        **common,
        owner=view.owner,
        posts=_posts(view),
        years=by_year,
        works=works,
        **_filters(works),
        awards=[_award(award, keyed, works) for award in newest_awards(view)],
        legend=legend(works),
        checked=_checked(view),
        person=_json({"@context": "https://schema.org", **person_json_ld(keyed)}) if view.owner else "",
    )  # fmt: skip


def _filters(works: Sequence[SiteWork]) -> dict[str, Any]:
    kinds = {work.kind for work in works}
    years = [work.year for work in works]
    types = tuple(Choice(str(n), kind, 0) for n, kind in enumerate(k for k in type_headings() if k in kinds))
    people = choices([name.text for name in work.names if not name.own] for work in works)
    venues = choices([work.venue] for work in works)
    prizes = choices([calm(award.name) for award in work.awards] for work in works)
    place = {
        name: {choice.label: choice.value for choice in several}
        for name, several in (("type", types), ("person", people), ("venue", venues), ("award", prizes))
    }
    return {
        "filters": (
            ("year", "Year", tuple(Choice(year, year, years.count(year)) for year in dict.fromkeys(years))),
            ("type", "Type", types),
            ("venue", "Venue", venues),
            ("person", "Co-author", people),
            ("award", "Award", prizes),
        ),
        "data": {work.slug: _values(work, place) for work in works},
        "any_free": any(work.free for work in works),
    }


def _values(work: SiteWork, place: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The short ids by which the script filters a work."""
    names = [place["person"].get(name.text) for name in work.names]
    prizes = [place["award"].get(calm(award.name)) for award in work.awards]
    return {
        "year": work.year,
        "type": place["type"][work.kind],
        "venue": place["venue"].get(work.venue, ""),
        "person": " ".join(dict.fromkeys(name for name in names if name)),
        "award": " ".join(["any", *dict.fromkeys(prize for prize in prizes if prize)]) if prizes else "",
    }


def _posts(view: LibraryView) -> list[str]:
    """What the owner does now, in one line each."""
    now = [post for post in view.appointments if not post.end and post.status not in ("past", "incoming")]
    return list(dict.fromkeys(f"{calm(post.role)}, {calm(post.organization)}" for post in now))


def _award(award: Award, view: LibraryView, works: Sequence[SiteWork]) -> dict[str, Any]:
    return {
        "label": award_label(award),
        "url": safe_url(award.url) if award.url else None,
        "note": "self-reported" if award.verified == "self-reported" else "",
        "works": [work for work in works if work.versions.keys & set(award.works)],
        "people": co_recipients(award, view) if not award.works else (),
    }


def _checked(view: LibraryView) -> str:
    """The day of the newest statement in the library, in ISO form: what the page knows, not when it was made."""
    return view.last_told.isoformat() if view.last_told else ""


def _about(work: SiteWork, view: LibraryView, base: str | None) -> dict[str, Any]:
    page = f"{base}works/{work.slug}.html" if base else None
    return {
        "owner": view.owner,
        "tags": highwire_tags(work, page),
        "json_ld": _json({"@context": "https://schema.org", **work_json_ld(work.versions, view)}),
        "page": page,
        "notices": [(n, calm(written_date(n.date)) if n.date else "", n.type in FLAGS) for n in work.fields.notices],
        "legend": legend([work]),
        "details": _details(work),
    }


def _details(work: SiteWork) -> list[tuple[str, str]]:
    fields = work.fields
    rows = [
        ("Published", work.date),
        ("In", calm(work.venue)),
        ("Event", fields.event_title or ""),
        ("Volume", fields.volume or ""),
        ("Issue", fields.issue or ""),
        ("Pages", (fields.page or "").replace("-", "–")),
        ("Publisher", fields.publisher or ""),
        ("Type", _kind(work)),
        ("Keywords", ", ".join(fields.keyword)),
    ]
    shown: dict[str, str] = {}
    for label, value in rows:
        if value and value not in shown.values():
            shown[label] = value
    return list(shown.items())


def _kind(work: SiteWork) -> str:
    genre = work.fields.genre
    return f"{work.one_of} · {genre}" if genre and genre.lower() != work.one_of.lower() else work.one_of


def _json(data: Mapping[str, Any]) -> Markup:
    return Markup(embedded(data))  # noqa: S704 - `embedded` leaves no sign that could end the element


@cache
def _asset(name: str) -> str:
    return files("pubtrack.writers").joinpath("templates", "page", name).read_text(encoding="utf-8")


@cache
def _environment() -> jinja2.Environment:
    """Escapes every value for HTML, after taking out what turns or breaks the text around it."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("pubtrack.writers", "templates/page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        finalize=lambda value: calm(value) if type(value) is str and "\n" not in value else value,
    )
    made.filters["link"] = lambda url: safe_url(calm(url))
    return made
