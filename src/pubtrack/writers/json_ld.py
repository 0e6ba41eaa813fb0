"""The career as schema.org JSON-LD: what search engines and link previews read."""

from __future__ import annotations

import json
from typing import Any

from pubtrack.markup.escape import safe_url
from pubtrack.match import find_owner
from pubtrack.model import Contributor, Owner
from pubtrack.writers.award_fields import awards_of
from pubtrack.writers.calm_text import calm, plain_title
from pubtrack.writers.cv_career import award_label
from pubtrack.writers.cv_publications import links_of
from pubtrack.writers.present_name import with_present_name
from pubtrack.writers.versions import Versions, one_of_each
from pubtrack.writers.view import LibraryView
from pubtrack.writers.written_dates import iso_date

__all__ = ["embedded", "person_json_ld", "work_json_ld", "write_json_ld"]

TYPES = {
    "article-journal": "ScholarlyArticle", "paper-conference": "ScholarlyArticle", "article": "ScholarlyArticle",
    "manuscript": "ScholarlyArticle", "review": "ScholarlyArticle", "book": "Book", "collection": "Book",
    "chapter": "Chapter", "thesis": "Thesis", "report": "Report", "dataset": "Dataset",
    "software": "SoftwareSourceCode", "webpage": "WebPage", "post": "SocialMediaPosting", "post-weblog": "BlogPosting",
    "article-magazine": "Article", "article-newspaper": "NewsArticle", "review-book": "Review", "speech": "Event",
}  # fmt: skip
"""CSL type -> schema.org type; all others are `CreativeWork`.

Source: https://schema.org/CreativeWork (its subtypes)."""
_CONTAINERS = {"article-journal": "Periodical", "paper-conference": "Book", "chapter": "Book"}


def write_json_ld(view: LibraryView) -> str:
    """Gives the owner and the works, each once, as one JSON-LD graph that may stand inside HTML as it is."""
    graph = [work_json_ld(work, view) for work in one_of_each(view.entries)]
    if view.owner:
        graph.insert(0, person_json_ld(view))
    return embedded({"@context": "https://schema.org", "@graph": graph}) + "\n"


def embedded(data: Any, *, indent: int | None = 2) -> str:
    r"""Gives data as JSON that cannot leave a `<script>` element: `<`, `>` and `&` are written as escapes.

    It is also a literal of JavaScript.
    Source: https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements

    >>> embedded("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=(",", ": " if indent else ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text.encode("utf-8", "ignore").decode()  # half a character has no bytes


def _said(**values: Any) -> dict[str, Any]:
    return {name.replace("at_", "@", 1) if name.startswith("at_") else name: v for name, v in values.items() if v}


def _owner_id(owner: Owner) -> str:
    return f"https://orcid.org/{owner.orcid}" if owner.orcid else "#owner"


def person_json_ld(view: LibraryView) -> dict[str, Any]:
    """Gives the owner as a schema.org `Person` with their awards; empty where the library has no owner."""
    owner = view.owner
    if owner is None:
        return {}
    posts = [p for p in view.appointments if not p.end and p.status not in ("past", "incoming")]
    return _said(
        at_type="Person",
        at_id=_owner_id(owner),
        name=calm(owner.name),
        alternateName=[calm(alias) for alias in owner.aliases],
        url=safe_url(owner.homepage) if owner.homepage else None,
        identifier=f"https://orcid.org/{owner.orcid}" if owner.orcid else None,
        jobTitle=list(dict.fromkeys(calm(post.role) for post in posts)),
        affiliation=[
            {"@type": "Organization", "name": name} for name in dict.fromkeys(calm(post.organization) for post in posts)
        ],
        award=[award_label(award) for award in view.awards],
    )


def work_json_ld(work: Versions, view: LibraryView) -> dict[str, Any]:
    """Gives one work as schema.org: the owner by reference, awards as `award`, versions as `sameAs`."""
    fields = with_present_name(work.entry.fields, view.owner)
    own = find_owner(fields, view.owner) if view.owner else None
    links = [url for link in links_of(work) if (url := safe_url(link.url))]
    kind = TYPES.get(fields.type or "", "CreativeWork")
    access = fields.open_access
    return _said(
        at_type="CreativeWork" if kind == "Event" else kind,
        at_id=links[0] if links else f"#{calm(work.entry.key or 'work')}",
        name=plain_title(fields.title or "") or "Untitled",
        author=[_person(p, view.owner if own and n == own[0] else None) for n, p in enumerate(fields.author)],
        editor=[_person(person, None) for person in fields.editor],
        datePublished=iso_date(fields.issued),
        isPartOf=_container(fields.type, fields.container_title),
        publisher={"@type": "Organization", "name": calm(fields.publisher)} if fields.publisher else None,
        pagination=calm(fields.page) if fields.page else None,
        inLanguage=calm(fields.language) if fields.language else None,
        abstract=plain_title(fields.abstract) if fields.abstract else None,
        identifier=f"doi:{fields.doi}" if fields.doi else None,
        url=links[0] if links else None,
        sameAs=links[1:],
        license=safe_url(access.license) if access and access.license else None,
        isAccessibleForFree=True if access and access.url else None,
        creativeWorkStatus="Retracted" if any(n.type == "retraction" for n in fields.notices) else None,
        award=list(awards_of(view, work.keys)),
    )


def _person(person: Contributor, owner: Owner | None) -> dict[str, Any]:
    orcid = f"https://orcid.org/{person.orcid}" if person.orcid else None
    kind = "Organization" if person.literal else "Person"
    return _said(at_type=kind, at_id=_owner_id(owner) if owner else orcid, name=calm(person.name))


def _container(type: str | None, title: str | None) -> dict[str, Any] | None:
    return {"@type": _CONTAINERS.get(type or "", "CreativeWork"), "name": plain_title(title)} if title else None
