"""The emulator: all hosts on one loopback port, each under a path of its own, over one corpus."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from emulator import dialects
from emulator.corpus import Corpus, Paper
from emulator.faults import Faults
from emulator.police import LIMITS, Police
from emulator.scripted import Heard, Quiet, Say, handler_for

HOSTS = (
    "crossref", "openalex", "semanticscholar", "arxiv", "datacite", "dblp", "opencitations", "europepmc", "doi_ra",
    "orcid",
)  # fmt: skip
OWNER = "0000-0002-1825-0097"
"""The one person who has a record: ORCID's own example iD."""

_DOI = re.compile(r"10\.\d{4,9}/\S+")


def say(value: Any, status: int = 200) -> Say:
    return Say(status, json.dumps(value).encode())


@dataclass
class Asked:
    """One request, taken apart."""

    heard: Heard
    host: str
    path: str
    params: dict[str, str]
    where: str


@dataclass
class Emulator:
    """What the hosts know, and what happened to them.

    Attributes:
        latency_s: Every answer takes so long.
        downgraded: OpenAlex credits left; None = no budget is kept.
    """

    corpus: Corpus
    police: Police = field(default_factory=Police)
    faults: Faults = field(default_factory=Faults)
    latency_s: float = 0.0
    url: str = ""
    log: list[tuple[str, str]] = field(default_factory=list)
    owned: int = 0
    """So many of the first papers are the owner's."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def sources(self) -> dict[str, dict[str, str]]:
        """The `[sources]` of a settings file that points at this emulator."""
        return {name: {"base_url": f"{self.url}/{name}"} for name in HOSTS}

    def answer(self, heard: Heard) -> Say:
        """Answers one request under the eyes of the police."""
        host, _, rest = heard.path.lstrip("/").partition("/")
        parts = urlsplit("/" + rest)
        params = {k: v[-1] for k, v in parse_qs(parts.query, keep_blank_values=True).items()}
        if host not in HOSTS:
            return say({"error": "no such host"}, 404)
        asked = Asked(heard, host, parts.path, params, "")
        asked.where = _tier(asked)
        with self.police.watching(asked.where, len(rest) + 15):
            with self._lock:
                self.log.append((host, parts.path))
                fault = self.faults.of(host)
            if self.latency_s:
                time.sleep(self.latency_s)
            return fault if fault is not None else getattr(self, f"_{host}")(asked)

    def _count(self, asked: Asked, ids: list[str]) -> None:
        self.police.ids(asked.where, len(ids))

    def _crossref(self, asked: Asked) -> Say:
        if unknown := set(asked.params) - {
            "filter",
            "rows",
            "query.bibliographic",
            "mailto",
            "select",
            "offset",
            "query",
        }:
            return _crossref_failure(f"unknown parameter {sorted(unknown)[0]}")
        if asked.path.startswith("/works/"):
            paper = self.corpus.by_doi.get(unquote(asked.path[7:]).lower())
            if paper is None:
                return Say(404, b"Resource not found.", content_type="text/plain")
            return say(
                {
                    "status": "ok",
                    "message-type": "work",
                    "message-version": "1.0.0",
                    "message": dialects.crossref(paper),
                }
            )
        rows = int(asked.params.get("rows", "20"))
        if "filter" in asked.params:
            ids = [f.partition(":")[2] for f in asked.params["filter"].split(",")]
            self._count(asked, ids)
            if len(asked.heard.path) > 4096 + len("/crossref"):
                return Say(414, b"URI Too Long", content_type="text/plain")
            if bad := next((i for i in ids if not _DOI.fullmatch(i)), None):
                return _crossref_failure(f"invalid DOI {bad}")
            found = [p for i in ids if (p := self.corpus.by_doi.get(i.lower()))]
        else:
            words = asked.params.get("query.bibliographic", asked.params.get("query", ""))
            found = self._searched(words)
        items = [dialects.crossref(p) for p in found[:rows]]
        message = {"total-results": len(found), "items": items, "items-per-page": rows, "query": {}, "facets": {}}
        return say({"status": "ok", "message-type": "work-list", "message-version": "1.0.0", "message": message})

    def _searched(self, words: str, papers: Iterable[Paper] | None = None) -> list[Paper]:
        wanted = set(re.findall(r"\w+", words.lower()))
        there = self.corpus.by_openalex.values() if papers is None else papers
        scored = [(len(wanted & set(re.findall(r"\w+", p.title.lower()))), p) for p in there]
        return [p for n, p in sorted(scored, key=lambda pair: (-pair[0], pair[1].number)) if n > 2][:20]

    def _openalex(self, asked: Asked) -> Say:
        if asked.path.startswith("/works/"):
            name = unquote(asked.path[7:])
            key = name.removeprefix("doi:").removeprefix("https://doi.org/").lower()
            paper = self.corpus.by_openalex.get(name.rpartition("/")[2]) or self.corpus.by_doi.get(key)
            return (
                say(dialects.openalex(paper))
                if paper
                else Say(404, b"<!doctype html><title>404</title>", content_type="text/html")
            )
        allowed = {"filter", "per_page", "per-page", "select", "page", "cursor", "sort", "search", "api_key", "mailto"}
        if unknown := set(asked.params) - allowed:
            return say(
                {"error": "Invalid query parameters error.", "message": f"{sorted(unknown)[0]} is not valid"}, 400
            )
        found = self._openalex_found(asked)
        if isinstance(found, Say):
            return found
        size = int(asked.params.get("per_page") or asked.params.get("per-page") or 25)
        items = [dialects.openalex(p) for p in found[:size]]
        if "select" in asked.params:
            wanted = asked.params["select"].split(",")
            items = [{k: v for k, v in item.items() if k in wanted} for item in items]
        meta = {"count": len(found), "page": 1, "per_page": size, "db_response_time_ms": 1, "groups_count": None}
        meta |= {"next_cursor": None} if "cursor" in asked.params else {}
        return say({"meta": meta, "results": items, "group_by": []})

    def _openalex_found(self, asked: Asked) -> list[Paper] | Say:
        name, _, value = asked.params.get("filter", "").partition(":")
        if name == "authorships.author.orcid":
            return self.corpus.papers[: self.owned] if value == OWNER else []
        if name in ("doi", "openalex", "ids.openalex"):
            if "," in value:
                return say({"error": "Invalid query", "message": "a comma"}, 400)
            ids = value.split("|")
            self._count(asked, ids)
            if len(ids) > 100:
                return say({"error": "Invalid query", "message": "Maximum number of values exceeded"}, 400)
            table = self.corpus.by_doi if name == "doi" else self.corpus.by_openalex
            keys = (
                i.lower().removeprefix("https://doi.org/") if name == "doi" else i.upper().rpartition("/")[2]
                for i in ids
            )
            return [p for k in dict.fromkeys(keys) if (p := table.get(k))]
        return self._searched(value or asked.params.get("search", ""))

    def _semanticscholar(self, asked: Asked) -> Say:
        asked.path = asked.path.removeprefix("/graph/v1")
        if asked.path == "/paper/batch" and asked.heard.method == "POST":
            ids = json.loads(asked.heard.body or b"{}").get("ids", [])
            self._count(asked, ids)
            if not 0 < len(ids) <= 500:
                return say({"error": "No valid paper ids given"}, 400)
            return say([dialects.semanticscholar(p) if (p := self._s2_paper(i)) else None for i in ids])
        if asked.path == "/paper/search/match":
            found = self.corpus.by_title.get(asked.params.get("query", "").lower())
            return (
                say({"data": [{**dialects.semanticscholar(found), "matchScore": 200.0}]})
                if found
                else say({"error": "Title match not found"}, 404)
            )
        if asked.path.startswith("/paper/"):
            paper = self._s2_paper(unquote(asked.path[7:]))
            return say(dialects.semanticscholar(paper)) if paper else say({"error": "Paper not found"}, 404)
        return say({"error": "Not found"}, 404)

    def _s2_paper(self, name: str) -> Paper | None:
        kind, _, value = name.partition(":")
        tables = {"doi": self.corpus.by_doi, "arxiv": self.corpus.by_arxiv}
        return tables[kind.lower()].get(value.lower()) if kind.lower() in tables else self.corpus.by_s2.get(name)

    def _arxiv(self, asked: Asked) -> Say:
        form = {k: v[-1] for k, v in parse_qs(asked.heard.body.decode()).items()} if asked.heard.body else {}
        params = {**asked.params, **form}
        size, start = int(params.get("max_results", "10")), int(params.get("start", "0"))
        if params.get("id_list"):
            ids = params["id_list"].split(",")
            self._count(asked, ids)
            if len(ids) > 600 and asked.heard.method == "GET":
                return Say(414, b"", content_type="text/html")
            if bad := next(
                (i for i in ids if not re.fullmatch(r"(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7})(v\d+)?", i)), None
            ):
                return Say(400, dialects.arxiv_error(bad), content_type="application/atom+xml")
            found = [p for i in ids if (p := self.corpus.by_arxiv.get(i.partition("v")[0]))]
            found.sort(key=lambda p: -p.number)
        else:
            found = self._searched(params.get("search_query", ""), self.corpus.papers)
        entries = [dialects.arxiv(p) for p in found[start : start + size]]
        return Say(200, dialects.feed(entries, len(found)), content_type="application/atom+xml; charset=utf-8")

    def _datacite(self, asked: Asked) -> Say:
        if asked.path.startswith("/dois/"):
            paper = self.corpus.by_datacite.get(unquote(asked.path[6:]).lower())
            missing = {"errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]}
            return say({"data": dialects.datacite(paper)}) if paper else say(missing, 404)
        ids = [i for i in asked.params.get("ids", "").split(",") if i]
        self._count(asked, ids)
        size = int(asked.params.get("page[size]", "25"))
        found = [p for i in ids if (p := self.corpus.by_datacite.get(i.lower()))]
        meta = {"total": len(found), "totalPages": 1, "page": 1}
        return say({"data": [dialects.datacite(p) for p in found[:size]], "meta": meta, "links": {}})

    def _dblp(self, asked: Asked) -> Say:
        query = asked.heard.body.decode()
        dois, keys = (
            re.findall(r"<https://doi\.org/([^>]+)>", query),
            re.findall(r"<https://dblp\.org/rec/([^>]+)>", query),
        )
        self._count(asked, [*dois, *keys])
        rows: list[Any] = []
        if f"<https://orcid.org/{OWNER}>" in query:
            rows += [row for paper in self.corpus.papers[: self.owned] for row in dialects.dblp(paper, None)]
        for doi in dois:
            if (paper := self.corpus.by_doi.get(doi.lower())) and doi == doi.upper():
                rows += dialects.dblp(paper, f"https://doi.org/{doi}")
        for key in keys:
            rows += dialects.dblp(self.corpus.by_dblp[key], None) if key in self.corpus.by_dblp else []
        return say({"head": {"vars": ["pub"]}, "results": {"bindings": rows}})

    def _opencitations(self, asked: Asked) -> Say:
        if "/index/v2/citations/" in asked.path:
            self._count(asked, [asked.path])
            known = self.corpus.by_doi.get(unquote(asked.path).rpartition("/citations/doi:")[2].lower())
            return say(dialects.opencitations_citing(known) if known else [])
        ids = unquote(asked.path.rpartition("/metadata/")[2]).split("__")
        self._count(asked, ids)
        return say(
            [dialects.opencitations(p) for i in ids if (p := self.corpus.by_doi.get(i.removeprefix("doi:").lower()))]
        )

    def _europepmc(self, asked: Asked) -> Say:
        form = {k: v[-1] for k, v in parse_qs(asked.heard.body.decode()).items()}
        dois = re.findall(r'DOI:"([^"]+)"', form.get("query", ""))
        self._count(asked, dois)
        found = [p for d in dois if (p := self.corpus.by_doi.get(d.lower()))]
        return say({"hitCount": len(found), "resultList": {"result": [dialects.europepmc(p) for p in found]}})

    def _orcid(self, asked: Asked) -> Say:
        person, _, section = asked.path.strip("/").partition("/")
        if "orcid+json" not in asked.heard.headers.get("accept", ""):
            return Say(200, b"<record:record/>", content_type="application/vnd.orcid+xml")
        if person != OWNER:
            return say({"response-code": 404, "developer-message": "not found"}, 404)
        mine = self.corpus.papers[: self.owned]
        if section == "works":
            return say(
                {"group": [dialects.orcid_group(p) for p in mine], "last-modified-date": None, "path": asked.path}
            )
        if section.startswith("works/"):
            codes = section.removeprefix("works/").split(",")
            self._count(asked, codes)
            return say({"bulk": [{"work": dialects.orcid_work(p)} for p in mine if str(p.number) in codes]})
        return say(dialects.orcid_section(section))

    def _doi_ra(self, asked: Asked) -> Say:
        ids = unquote(asked.path.removeprefix("/doiRA/")).split(",")
        self._count(asked, ids)
        return say([self._agency(i) for i in ids])

    def _agency(self, doi: str) -> dict[str, str]:
        if doi.lower() in self.corpus.by_doi:
            return {"DOI": doi, "RA": "Crossref"}
        return (
            {"DOI": doi, "RA": "DataCite"}
            if doi.lower() in self.corpus.by_datacite
            else {"DOI": doi, "status": "DOI does not exist"}
        )


def _crossref_failure(words: str) -> Say:
    told = [{"type": "parameter-not-allowed", "value": words, "message": words}]
    return say({"status": "failed", "message-type": "validation-failure", "message": told}, 400)


def _tier(asked: Asked) -> str:
    """Gives the host and the tier of whoever asks."""
    agent, headers = asked.heard.headers.get("user-agent", ""), asked.heard.headers
    known = "mailto" in asked.params or "mailto:" in agent
    if asked.host == "crossref":
        pool = "crossref-single" if asked.path.startswith("/works/") else "crossref"
        return f"{pool}/{'polite' if known else 'public'}"
    tiers = {
        "openalex": "key" if "api_key" in asked.params or "authorization" in headers else "keyless",
        "semanticscholar": "key" if "x-api-key" in headers else "keyless",
        "datacite": "identified" if known else "anonymous",
    }
    where = f"{asked.host}/{tiers.get(asked.host, 'all')}"
    assert where in LIMITS, where
    return where


@contextmanager
def emulating(corpus: Corpus, **options: Any) -> Iterator[Emulator]:
    """Runs the emulator on a free loopback port."""
    emulator = Emulator(corpus, **options)
    answer: Callable[[Heard], Say] = emulator.answer
    server = Quiet(("127.0.0.1", 0), handler_for(answer))
    emulator.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield emulator
    finally:
        server.shutdown()
        server.server_close()
        thread.join(2)
