"""How each host says what it knows of a work, in the shapes of 2026."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from emulator.corpus import Paper


def crossref(p: Paper) -> dict[str, Any]:
    said: dict[str, Any] = {
        "DOI": p.doi,
        "type": "journal-article",
        "title": [p.title.replace(" for ", " <i>for</i> ")],
        "author": [{"given": g, "family": f, "sequence": "first" if not n else "additional", "affiliation": []}
                   for n, (g, f) in enumerate(p.authors)],
        "issued": {"date-parts": [[p.year, p.month]]},
        "container-title": [p.venue],
        "publisher": "Press of Nowhere",
        "is-referenced-by-count": p.cited,
        "references-count": 0,
        "member": "1", "prefix": p.doi.partition("/")[0], "score": 1.0,
        "URL": f"https://doi.org/{p.doi}",
        "relation": {},
    }  # fmt: skip
    if p.retracted:
        notice = {"DOI": f"{p.doi}.r", "type": "retraction", "label": "Retraction", "source": "publisher"}
        said["updated-by"] = [{**notice, "updated": {"date-parts": [[p.year, 12, 1]]}}]
    return said


def openalex(p: Paper) -> dict[str, Any]:
    source = {"id": "https://openalex.org/S1", "display_name": p.venue, "type": "journal", "issn": ["1234-5679"]}
    index: dict[str, list[int]] = {}
    for at, word in enumerate(f"We study {p.title}".split()):
        index.setdefault(word, []).append(at)
    return {
        "id": f"https://openalex.org/{p.openalex}",
        "doi": f"https://doi.org/{p.doi}",
        "title": p.title, "display_name": p.title,
        "publication_year": p.year, "publication_date": f"{p.year}-{p.month:02d}-{p.day:02d}",
        "ids": {"openalex": f"https://openalex.org/{p.openalex}", "doi": f"https://doi.org/{p.doi}"},
        "type": "article", "language": "en",
        "primary_location": {"source": source, "raw_type": "journal-article", "landing_page_url": None},
        "best_oa_location": None,
        "locations": [{"landing_page_url": f"https://arxiv.org/abs/{p.arxiv}", "source": None}],
        "open_access": {"is_oa": True, "oa_status": "green", "oa_url": f"https://arxiv.org/pdf/{p.arxiv}"},
        "authorships": [{"author": {"display_name": f"{g} {f}", "orcid": None}, "raw_author_name": f"{g} {f}"}
                        for g, f in p.authors],
        "biblio": {"volume": "1", "issue": None, "first_page": "1", "last_page": "9"},
        "is_retracted": p.retracted,
        "cited_by_count": p.cited + 1,
        "counts_by_year": [{"year": 2026, "cited_by_count": 1}],
        "abstract_inverted_index": index,
    }  # fmt: skip


def semanticscholar(p: Paper) -> dict[str, Any]:
    if not p.published:
        return {
            "paperId": p.s2, "corpusId": p.number, "externalIds": {"ArXiv": p.arxiv, "CorpusId": p.number},
            "title": p.title, "year": p.year, "publicationDate": None, "venue": "arXiv.org",
            "publicationVenue": None, "journal": {"name": "ArXiv", "volume": f"abs/{p.arxiv}"},
            "publicationTypes": ["JournalArticle"], "openAccessPdf": None, "abstract": None,
            "authors": [{"authorId": None, "name": f"{g[0]}. {f}"} for g, f in p.authors],
            "citationCount": p.cited, "influentialCitationCount": 0, "isOpenAccess": True,
        }  # fmt: skip
    return {
        "paperId": p.s2, "corpusId": p.number,
        "externalIds": {"DOI": p.doi.upper(), "ArXiv": p.arxiv, "CorpusId": p.number},
        "title": p.title, "year": p.year, "publicationDate": None, "venue": p.venue,
        "publicationVenue": {"name": p.venue, "type": "journal"},
        "journal": {"name": p.venue, "pages": "1 - 9", "volume": "1"},
        "publicationTypes": ["JournalArticle"], "openAccessPdf": None, "abstract": None,
        "authors": [{"authorId": None, "name": f"{g[0]}. {f}"} for g, f in p.authors],
        "citationCount": p.cited + 2, "influentialCitationCount": 0, "isOpenAccess": False,
    }  # fmt: skip


def datacite(p: Paper) -> dict[str, Any]:
    return {
        "id": p.datacite, "type": "dois",
        "attributes": {
            "doi": p.datacite,
            "titles": [{"title": p.title}],
            "creators": [{"name": f"{f}, {g}", "nameType": "Personal", "givenName": g, "familyName": f,
                          "affiliation": [], "nameIdentifiers": []} for g, f in p.authors],
            "publisher": "arXiv", "container": {}, "publicationYear": p.year,
            "dates": [{"date": f"{p.year}-{p.month:02d}", "dateType": "Available"}],
            "types": {"resourceTypeGeneral": "Preprint", "resourceType": "Article", "citeproc": "article"},
            "relatedIdentifiers": [], "citationCount": 0, "state": "findable", "version": "1",
        },
    }  # fmt: skip


def arxiv(p: Paper) -> str:
    people = "".join(f"<author><name>{g} {f}</name></author>" for g, f in p.authors)
    day = f"{p.year}-{p.month:02d}-{p.day:02d}T00:00:00Z"
    return (
        f"<entry><id>http://arxiv.org/abs/{p.arxiv}v2</id><title>{escape(p.title)}\n  </title>"
        f"<updated>{day}</updated><published>{day}</published><summary>  We study.\n</summary>{people}"
        f'<link href="http://arxiv.org/abs/{p.arxiv}v2" rel="alternate" type="text/html"/>'
        f"{f'<arxiv:doi>{p.doi}</arxiv:doi>' if p.published else ''}"
        f'<arxiv:primary_category term="cs.CL"/><category term="cs.CL"/></entry>'
    )


def feed(entries: list[str], total: int) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">'
        f"<id>https://arxiv.org/api/x</id><title>arXiv Query</title><updated>2026-01-01T00:00:00Z</updated>"
        f"<opensearch:totalResults>{total}</opensearch:totalResults><opensearch:startIndex>0</opensearch:startIndex>"
        f"<opensearch:itemsPerPage>{len(entries)}</opensearch:itemsPerPage>{''.join(entries)}</feed>"
    ).encode()


def arxiv_error(bad: str) -> bytes:
    entry = (
        f"<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_{escape(bad)}</id><title>Error</title>"
        f"<updated>2026-01-01T00:00:00Z</updated><summary>incorrect id format for {escape(bad)}</summary></entry>"
    )
    return feed([entry], 1)


def dblp(p: Paper, asked: str | None) -> list[dict[str, Any]]:
    rows = []
    for n, (g, f) in enumerate(p.authors, 1):
        row = {
            "pub": f"https://dblp.org/rec/{p.dblp}", "title": f"{p.title}.", "venue": p.venue, "year": str(p.year),
            "type": "http://purl.org/net/nknouf/ns/bibtex#Article", "doi": f"https://doi.org/{p.doi.upper()}",
            "ordinal": str(n), "name": f"{g} {f} 0001" if n == 1 else f"{g} {f}",
        }  # fmt: skip
        if asked:
            row["asked"] = asked
        rows.append({name: {"type": "literal", "value": value} for name, value in row.items()})
    return rows


def europepmc(p: Paper) -> dict[str, Any]:
    return {
        "id": str(30_000_000 + p.number), "source": "MED", "pmid": str(30_000_000 + p.number),
        "doi": p.doi, "title": f"{p.title}.",
        "authorList": {"author": [{"firstName": g, "lastName": f, "initials": g[0]} for g, f in p.authors]},
        "journalInfo": {"journal": {"title": p.venue}, "yearOfPublication": p.year, "monthOfPublication": p.month},
        "pubYear": str(p.year), "citedByCount": p.cited, "isOpenAccess": "N",
    }  # fmt: skip


def opencitations(p: Paper) -> dict[str, Any]:
    people = "; ".join(f"{f}, {g}" for g, f in p.authors)
    return {"id": f"doi:{p.doi} omid:br/06{p.number}", "title": p.title, "author": people, "pub_date": str(p.year),
            "venue": f"{p.venue} [issn:1234-5679]", "volume": "", "issue": "", "page": "", "type": "journal article",
            "publisher": "", "editor": ""}  # fmt: skip


def opencitations_citing(p: Paper) -> list[dict[str, Any]]:
    return [{"oci": f"06{n}-06{p.number}", "citing": f"omid:br/06{n}", "cited": f"omid:br/06{p.number} doi:{p.doi}",
             "creation": str(p.year + n % 3), "author_sc": "no"} for n in range(p.cited)]  # fmt: skip


def orcid_work(p: Paper) -> dict[str, Any]:
    people = [{"credit-name": {"value": f"{g} {f}"}, "contributor-orcid": None,
               "contributor-attributes": {"contributor-role": "author"}} for g, f in p.authors]  # fmt: skip
    ids = [{"external-id-type": "doi", "external-id-value": p.doi, "external-id-relationship": "self"}]
    return {
        "put-code": p.number, "display-index": "0", "path": f"/0000-0002-1825-0097/work/{p.number}",
        "title": {"title": {"value": p.title}, "subtitle": None}, "journal-title": {"value": p.venue},
        "type": "journal-article", "external-ids": {"external-id": ids}, "url": None,
        "publication-date": {"year": {"value": str(p.year)}, "month": {"value": f"{p.month:02d}"}, "day": None},
        "contributors": {"contributor": people},
    }  # fmt: skip


def orcid_group(p: Paper) -> dict[str, Any]:
    summary = {k: v for k, v in orcid_work(p).items() if k != "contributors"}
    return {"external-ids": summary["external-ids"], "work-summary": [summary]}


def orcid_section(name: str) -> dict[str, Any]:
    kind = {"distinctions": "distinction", "employments": "employment"}.get(name)
    if kind is None:
        return {"affiliation-group": []}
    one = {
        "put-code": 1, "role-title": "Prize of Nowhere" if kind == "distinction" else "Professor of Nothing",
        "organization": {"name": "Society of Nothing", "address": {"city": "Nowhere", "country": "US"}},
        "department-name": None, "start-date": {"year": {"value": "2021"}, "month": None, "day": None}, "end-date": None,
        "url": None,
    }  # fmt: skip
    return {"affiliation-group": [{"summaries": [{f"{kind}-summary": one}]}]}
