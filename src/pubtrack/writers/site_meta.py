"""What machines read of a page: Highwire tags for search engines of scholarship, addresses, the sitemap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from pubtrack.errors import ConfigError
from pubtrack.markup.escape import safe_url
from pubtrack.model import Fields
from pubtrack.writers.calm_text import calm, plain_title
from pubtrack.writers.site_data import SiteWork
from pubtrack.writers.view import LibraryView

__all__ = ["base_url", "highwire_tags", "sitemap", "xml_text"]

_CONTAINERS = {
    "article-journal": "citation_journal_title", "article-magazine": "citation_journal_title",
    "article-newspaper": "citation_journal_title", "review": "citation_journal_title",
    "paper-conference": "citation_conference_title", "chapter": "citation_inbook_title",
    "entry-encyclopedia": "citation_inbook_title", "entry-dictionary": "citation_inbook_title",
}  # fmt: skip
_PUBLISHERS = {"thesis": "citation_dissertation_institution", "report": "citation_technical_report_institution"}
"""Source of both tables: Google Scholar, inclusion guidelines, https://scholar.google.com/intl/en/scholar/inclusion.html
(Highwire Press tags), and the names Zotero's embedded-metadata translator reads."""
_IDENTIFIERS = {
    "doi": "citation_doi", "arxiv": "citation_arxiv_id", "pmid": "citation_pmid", "isbn": "citation_isbn",
    "issn": "citation_issn",
}  # fmt: skip
MOST_ADDRESSES = 50_000
"""Of a sitemap. Source: https://www.sitemaps.org/protocol.html"""


def base_url(view: LibraryView) -> str | None:
    """Gives `view.settings["base_url"]`, where the page will stand, with a slash at the end; None where it is not set.

    Raises:
        ConfigError: It is no http or https address.
    """
    url = view.settings.get("base_url")
    if not url:
        return None
    safe = safe_url(str(url)) or ""
    if not safe.startswith(("http://", "https://")) or "?" in safe or "#" in safe:
        raise ConfigError(f"options.base_url: {url!r} is not the address of a folder on the web.", "options.base_url")
    return safe.rstrip("/") + "/"


def highwire_tags(work: SiteWork, page: str | None = None) -> list[tuple[str, str]]:
    """Gives the tags of a work as pairs (name, content), in the order in which Google Scholar lists them.

    Args:
        work: The work.
        page: Address of the page, where it is known.
    """
    fields = work.fields
    found = [("citation_title", work.plain_title), *_people(fields)]
    if fields.issued and work.iso:
        found.append(("citation_publication_date", work.iso.replace("-", "/")))
    if fields.container_title:
        found.append((_CONTAINERS.get(fields.type or "", "citation_book_title"), plain_title(fields.container_title)))
    elif fields.event_title:
        found.append(("citation_conference_title", plain_title(fields.event_title)))
    found += [(f"citation_{name}", calm(value)) for name in ("volume", "issue") if (value := getattr(fields, name))]
    found += _pages(fields.page)
    found += [(name, calm(value)) for scheme, name in _IDENTIFIERS.items() if (value := _identifier(fields, scheme))]
    if fields.publisher:
        found.append((_PUBLISHERS.get(fields.type or "", "citation_publisher"), calm(fields.publisher)))
    found += [("citation_language", calm(fields.language))] if fields.language else []
    found += [("citation_keywords", calm(word)) for word in fields.keyword]
    found += [("citation_pdf_url", url) for url in _pdf(fields)]
    found += [("citation_abstract_html_url", page)] if page else []
    return [(name, content) for name, content in found if content]


def _people(fields: Fields) -> Iterator[tuple[str, str]]:
    for role, tag in (("author", "citation_author"), ("editor", "citation_editor")):
        for person in getattr(fields, role):
            yield tag, calm(person.sort_name)
            if role == "author":
                yield from (("citation_author_institution", calm(place)) for place in person.affiliation)
                yield "citation_author_orcid", f"https://orcid.org/{person.orcid}" if person.orcid else ""


def _identifier(fields: Fields, scheme: str) -> str | None:
    return fields.doi if scheme == "doi" else fields.id(scheme)


def _pages(page: str | None) -> list[tuple[str, str]]:
    first, _, last = calm(page or "").partition("-")
    return [("citation_firstpage", first.strip()), ("citation_lastpage", last.strip())]


def _pdf(fields: Fields) -> Iterator[str]:
    url = safe_url(fields.open_access.url) if fields.open_access and fields.open_access.url else None
    if url and url.lower().partition("?")[0].endswith(".pdf"):
        yield url


def sitemap(base: str, slugs: Iterable[str]) -> str:
    """Gives the addresses of all pages as `sitemap.xml`, without dates: nobody knows when a page changed.

    Args:
        base: Where the page stands, with a slash at the end.
        slugs: Names of the pages of works.
    """
    root = ET.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for path in ("", *(f"works/{slug}.html" for slug in slugs))[:MOST_ADDRESSES]:
        ET.SubElement(ET.SubElement(root, "url"), "loc").text = base + path
    return xml_text(root)


def xml_text(root: ET.Element) -> str:
    """Gives an element as an XML file, indented by two blanks."""
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
