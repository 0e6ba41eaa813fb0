"""Which format is a text in? The name's ending first, then the first lines."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

__all__ = ["ENDINGS", "detect", "ending_of"]

ENDINGS: dict[str, str] = {
    "bib": "bibtex", "bibtex": "bibtex", "ris": "ris", "nbib": "nbib", "medline": "nbib", "md": "markdown", "mdx": "markdown", "markdown": "markdown",
    "qmd": "markdown", "rmd": "markdown", "rst": "markdown", "org": "markdown", "html": "html", "htm": "html", "xhtml": "html", "tex": "latex", "latex": "latex", "ltx": "latex", "yml": "markdown", "yaml": "markdown", "toml": "markdown",
}  # fmt: skip
"""File ending -> format, where the ending alone decides."""

_BIBTEX = re.compile(r"^\s*@(?:string|preamble|comment|[a-z]{3,20})\s*[{(]", re.IGNORECASE | re.MULTILINE)
_BIBTEX_FIELD = re.compile(r"^\s*(?:title|author|year|journal|booktitle)\s*=\s*[{\"]", re.IGNORECASE | re.MULTILINE)
_RIS = re.compile(r"^TY {1,2}- ", re.MULTILINE)
_NBIB = re.compile(r"^PMID ?- ", re.MULTILINE)
_ID_LINE = re.compile(
    r"(?:https?://\S+|(?:doi:\s*)?10\.\d{4,9}/\S+|(?:arxiv:\s*)?\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}|(?:pmid|pmcid|isbn|orcid|openalex)\s*:?\s*\S+|PMC\d+|W\d{5,}|\d{4}-\d{4}-\d{4}-\d{3}[\dX])[,;]?\Z",
    re.IGNORECASE,
)
_HTML = re.compile(r"<!doctype html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_HTML_BLOCK = re.compile(r"<(?:p|div|li|ul|ol|h[1-6]|table|section|article|br)\b", re.IGNORECASE)
_LATEX = re.compile(
    r"\\(?:documentclass|begin\{|section\*?\{|subsection\*?\{|item\b|cventry|textbf\{|textit\{|emph\{|bibitem)"
)
_MARKDOWN = re.compile(
    r"^(?:#{1,6} \S|---\s*$|\+\+\+\s*$)|\]\(https?://|^\s*[-*+] \S|\*\*\S[^*\n]{0,200}\*\*", re.MULTILINE
)

HEAD = 60_000
"""Characters that are looked at."""


def detect(text: str, name: str | None = None) -> str:
    r"""Gives the name of the format, a key of `READERS`; prose without marks is `text`.

    >>> detect("@book{a, title={B}}"), detect("TY  - JOUR"), detect("10.1000/x\narXiv:2001.00001"), detect("Hello")
    ('bibtex', 'ris', 'ids', 'text')
    >>> detect("x", "cv.tex"), detect("<p>x</p>", "a.html"), detect('[{"id": "a", "type": "book"}]')
    ('latex', 'html', 'csl-json')
    """
    ending = ending_of(name)
    if ending in ENDINGS:
        return ENDINGS[ending]
    head = text[:HEAD]
    if structured := _structured(head, ending):
        return structured
    if _is_id_list(head):
        return "ids"
    return _markup(head) if ending != "txt" or _HTML.search(head) else "text"


def ending_of(name: str | None) -> str:
    """Gives the ending of a file's name or of a URL's path, in lower case and without the dot; `""` for none."""
    if not name:
        return ""
    path = re.sub(r"[?#].*\Z", "", name) if "://" in name else name
    last = re.split(r"[/\\]", path)[-1]
    return last.rsplit(".", 1)[-1].lower() if "." in last else ""


def _structured(head: str, ending: str) -> str:
    """Gives the format of data that machines wrote, `""` for none."""
    start = head.lstrip("\ufeff \t\r\n")
    if start[:1] in "[{" and (
        ending == "json" or (start[:1] == "{" and start[1:80].lstrip()[:1] == '"') or re.match(r"\[\s*[{\]]", start)
    ):
        return "orcid-json" if "orcid-identifier" in head or "activities-summary" in head else "csl-json"
    if start.startswith(("<?xml", "<xml", "<records")) and re.search(r"<records?>|<ref-type", head):
        return "endnote-xml"
    if _RIS.search(head[:5000]):
        return "ris"
    if _NBIB.search(head[:5000]):
        return "nbib"
    entries = len(_BIBTEX.findall(head))
    if (entries and _BIBTEX_FIELD.search(head)) or (start.startswith("@") and entries):
        return "bibtex"
    return ""


def _is_id_list(head: str) -> bool:
    lines = [line.strip().lstrip("-*• ") for line in head.splitlines()[:200]]
    lines = [line for line in lines if line and not line.startswith("#")]
    return bool(lines) and sum(_ID_LINE.match(line) is not None for line in lines) >= 0.8 * len(lines)


def _markup(head: str) -> str:
    if _HTML.search(head) and not re.match(r"\s*#", head):
        return "html"
    latex, tags, marks = len(_LATEX.findall(head)), len(_HTML_BLOCK.findall(head)), len(_MARKDOWN.findall(head))
    if latex >= 3 and latex > tags and latex >= marks:
        return "latex"
    if tags >= 3 and tags > marks:
        return "html"
    return "markdown" if marks else "text"
