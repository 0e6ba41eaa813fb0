"""URLs and identifiers in entries as links, when they are safe to follow.

Source: https://docs.citationstyles.org/en/stable/specification.html#appendix-vi-links
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from pubtrack.csl.runs import Mark, Run
from pubtrack.markup.escape import safe_url

__all__ = ["add_links"]

_RESOLVERS = {
    "DOI": "https://doi.org/",
    "PMID": "https://pubmed.ncbi.nlm.nih.gov/",
    "PMCID": "https://pmc.ncbi.nlm.nih.gov/articles/",
}
_PREFIX = re.compile(
    r"https?://(?:dx\.)?(?:doi\.org|pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/\S*)/\S*$", re.I
)
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def _target(run: Run) -> str | None:
    variable = run.role.variable if run.role else ""
    text = run.text.strip()
    if variable == "URL" or text.lower().startswith(("http://", "https://")):
        return safe_url(text) if variable in ("URL", *_RESOLVERS) else None
    if variable == "DOI" and not _DOI.fullmatch(text):
        return None
    if variable not in _RESOLVERS or not text:
        return None
    return safe_url(_RESOLVERS[variable] + quote(text, safe="/:;()._-"))


def add_links(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with a `link` mark on every URL, DOI, PMID and PMCID; a resolver written before it joins the link.

    >>> from pubtrack.csl.runs import Role
    >>> add_links([Run("javascript:alert(1)", (), Role("URL"))])[0].marks
    ()
    """
    out: list[Run] = []
    for run in runs:
        target = _target(run) if run.role else None
        if target is None:
            out.append(run)
            continue
        link = Mark("link", target)
        if out and out[-1].role is None and out[-1].marks == run.marks:
            match = _PREFIX.search(out[-1].text)
            if match:
                before = out.pop()
                if match.start():
                    out.append(before._replace(text=before.text[: match.start()]))
                out.append(before._replace(text=match[0], marks=(*before.marks, link)))
        out.append(run._replace(marks=(*run.marks, link)))
    return tuple(out)
