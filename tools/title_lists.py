"""Lists of references to learn from: real records in citation styles, and in shapes that CVs and homepages have.

Records are those of the BibTeX corpus of the shared data, 27,000 of them; none is a work of
`benchmarks/prose_styles.py`, whose second draw of styles is left out as well.
"""

# ruff: noqa: E501 - tables, one line each

from __future__ import annotations

import html
import random
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from prose_styles import DRAWN, PAGES, plain, records
from pubtrack.csl import Style, styles
from pubtrack.readers import read_text
from pubtrack.writers.csl_json import csl_item

Item = dict[str, Any]
KINDS = ("article-journal", "chapter", "book", "paper-conference", "thesis", "report", "article")
KEPT = ("container-title", "volume", "issue", "page", "publisher", "publisher-place", "DOI", "edition")
LONGEST_FILE = 400_000
"""Characters of a file that are read."""
CLOSED_DRAW, OPEN_DRAW, DRAW = 11, 3, 150
"""Draws of styles of the benchmark: the first is never learned from, the second was always open."""


class Page(NamedTuple):
    """A list as a text, and the titles in it."""

    text: str
    format: str
    titles: list[str]


def corpus(folder: Path) -> dict[str, list[Item]]:
    """Gives the records of the corpus as CSL-JSON by type, each title once."""
    measured = {plain(item["title"]) for item in records(folder)}
    found: dict[str, Item] = {}
    with tarfile.open(folder / "bibtex" / "corpus.tar.xz") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".bib") else None
            text = (file.read() if file else b"").decode("utf-8", "ignore")[:LONGEST_FILE]
            for work in read_text(text, format="bibtex").works:
                item = _item(csl_item(work.fields, f"k{len(found)}", extension=False)) if work.fields else None
                if item and (title := plain(item["title"])) not in measured:
                    found.setdefault(title, item)
    by_type: dict[str, list[Item]] = {}
    for item in found.values():
        by_type.setdefault(item["type"], []).append(item)
    return by_type


def _item(item: Item) -> Item | None:
    title, authors = item.get("title", ""), item.get("author")
    if item["type"] not in KINDS or not authors or not item.get("issued") or not all(a.get("family") for a in authors):
        return None
    if len(title) < 8 or "\\" in title or "{" in title:
        return None
    names = [{"family": a["family"], "given": a.get("given", "")} for a in authors[:8]]
    kept = {key: item[key] for key in KEPT if item.get(key)}
    bare = re.sub(r"<[^>]+>", "", title)
    return {"id": item["id"], "type": item["type"], "title": bare, "author": names, "issued": item["issued"], **kept}


def style_names(count: int) -> list[str]:
    """Gives styles to learn from: the open draw and others, none of the closed one."""
    drawn = {}
    for seed in (CLOSED_DRAW, OPEN_DRAW):
        names = sorted(styles(dependent=False))
        random.Random(seed).shuffle(names)
        drawn[seed] = names[:DRAW]
    closed = set(drawn[CLOSED_DRAW])
    rest = [name for name in sorted(styles(dependent=False)) if name not in closed and name not in drawn[OPEN_DRAW]]
    random.Random(1).shuffle(rest)
    return ([name for name in drawn[OPEN_DRAW] if name not in closed] + rest)[:count]


def _with_stop(item: Item) -> Item:
    """A title and its subtitle with a full stop between, as Germans write them."""
    return {**item, "title": item["title"].replace(": ", ". ", 1)}


def _in_book(item: Item, by_type: dict[str, list[Item]], chance: random.Random) -> Item:
    """A chapter with editors, a book in a series, as half and a quarter of them are; BibTeX seldom says it."""
    other = chance.choice(by_type["article-journal"])
    if item["type"] in ("chapter", "paper-conference") and chance.random() < 0.5:
        return {**item, "editor": other["author"][:3]}
    if item["type"] == "book" and chance.random() < 0.25 and other.get("container-title"):
        return {**item, "collection-title": other["container-title"]}
    return item


def _without(item: Item, gone: set[str]) -> Item:
    return {key: value for key, value in item.items() if key not in gone}


def styled_pages(by_type: dict[str, list[Item]], names: list[str], seed: int) -> Iterator[Page]:
    """Gives a list in each style and format; some leave out the authors, some write full stops."""
    chance = random.Random(seed)
    for name in names:
        drawn = {r["id"]: r for r in (chance.choice(by_type[k]) for k in chance.choices([*DRAWN, "thesis"], k=8))}
        bare, stops = chance.random() < 0.25, chance.random() < 0.2
        gone = {"author"} if bare else set()
        drawn = drawn if bare else {key: _in_book(item, by_type, chance) for key, item in drawn.items()}
        items = [_without(r, gone | {"DOI"} if chance.random() < 0.5 else gone) for r in drawn.values()]
        items = [_with_stop(item) for item in items] if stops else items
        titles = [plain(item["title"]) for item in items]
        for fmt, (before, around, behind) in PAGES.items():
            rendered = Style.load(name).bibliography(items, format=fmt)
            text = before + "".join(around.format(" ".join(entry.text.split())) for entry in rendered) + behind
            if sum(fuzz.partial_ratio(title, plain(text)) >= 95 for title in titles) < 0.7 * len(titles):
                break  # a style without titles
            yield Page(text, fmt, titles)


ARTICLES = (
    "{T}. {V}, {Y}.", "{T} (with {A}). *{V}*, {n}({i}), {Y}, {p}. [PDF] [Code]", "“{T},” *{V}*, {Y} (with {A})", "**{T}**\n{A}\n*{V}*, {Y}",
    "[{T}](https://doi.org/10.1234/{n}{i})\n{A}. {V} {Y}.", "{Y}. {T}. {V} {n}: {p}.", "({Y}) {T}, *{V}*", "{A}: {T}. In: {V} {n} ({Y}), S. {p}.", "{T}, in: {V} {n} ({Y}), {p}.",
    "{T}. {A}. {V} {Y}. [paper] [code]", "{A}, « {T} », *{V}*, n° {i}, {Y}, p. {p}.", "{T}, {V}, forthcoming.", "{T} ({V}, {Y})", "{Y}\t{T}\t{V}",
    "{A}. {T}. {V}. {Y};{n}({i}):{p}. Best Paper Award 2019", "{T}, joint with {A}. Submitted.", "{T}. With {A}. Working paper, {Y}.", "{A} ({Y}) {T}. {V} {n}:{p}. Impact factor: 4.2",
    "{V} {Y}: {T}. {A}", "{T}\nwith {A}\n{V} {Y} | [pdf](https://x.org/a.pdf) | [slides](https://x.org/b.pdf)", "{T}, {V}, Vol. {n}, No. {i}, pp. {p}, {Y}.", "{T} ({Y}). *{V}*. {A}",
    "*{T}*. {A}. {V}, {Y}.", "{A}. **{T}**. {V}. {Y}.", "{A}. [{T}](https://arxiv.org/abs/1901.0{i}). In {V}, {Y}.", "\"{T}\", {V} {n} ({Y}): {p}.", "{A}, “{T}”, {V}, {Y}. Winner of the Smith Prize for best article.",
    "{T}, en {V}, {n} ({Y}), pp. {p}.", "{A}, '{T}' ({Y}) {n} {V} {p}", "{A}. ({Y}). {T}. {V}, {n}, {p}. doi:10.1016/j.abc.{Y}.{i}", "{T} {V} {n}, {p} ({Y})", "{A} {T}. {V} {Y};{n}:{p}",
    "{T}; {V} {n}, {Y}; {A}.", "{T} | {V} | {Y}", "{T} – {A}, {V}, {Y}", "{A} – {T} – {V} ({Y})", "{T}.\n{A}.\n{V}, {n}({i}):{p}, {Y}.", "{A}. {T}[J]. {V}, {Y}, {n}({i}): {p}.",
    "{A} (under review at *{V}*). {T}.", "{A}. (in press). {T}. *{V}*.", "{T}, {A} (submitted to {V})", "{Y}: {T}. In: {E} (Hg.): {B}. {L}: {P}, S. {p}.", "{A}, {T}, in {E} (eds.), *{B}*, {P}, {Y}, {p}.",
    "{A}. {T}. *{V}* {n}, {p} ({Y}).", "{A}, {T}, {V} {n} ({Y}), {p}.", "{A} “{T}”, *{V}*, {Y}.", "{A}, “{T}”, in {E} (ed.), *{B}* ({L}: {P}, {Y}), {p}.",
)  # fmt: skip
"""Shapes of articles in CVs and on homepages, in Markdown: title, authors, venue, year, number, issue, pages."""
BOOKS = (
    "*{T}*, {L}: {P}, {Y}.", "{T}. {L}: {P} {Y}.", "{T}, {L} {Y}.", "*{T}* ({P}, {Y})", "{T} ({L}: {P}, {Y}), 412 pp.", "{A}, *{T}*, {L}, {P}, {Y}, 312 p.", "{A}: {T}. {L} {Y}.", "{Y} {T}, {P}.",
    "{T}. {P}, {Y}. ISBN 978-3-16-148410-0", "{A}. {T}. {L}: {P}, {Y}.", "**{T}**. {P}, {Y}.", "({Y}): *{T}*. {L}: {P}.", "{A} (Hg.), {T}, {L}: {P} {Y} (= Studien zur Sache, 12).", "{A}. {T}[M]. {L}: {P}, {Y}.", "{A}, {T} ({P} {Y})",
)  # fmt: skip
"""Shapes of books, with place and press."""
PLACES = ("Berlin", "London", "Paris", "Madrid", "New York", "Göttingen", "Leipzig", "Cambridge", "Barcelona")
EDITORS = (
    "Norbert M. Schmitz",
    "Ute Holl",
    "Irina Kaldrack",
    "Brian Lewis",
    "Juan Pérez Lugo",
    "C. Béchet",
    "Dennis Göttel",
)
VOLUMES = (
    "Visuelle Zeitgestaltung. Ästhetik und Politik der Bilder", "Der kinematografische Blick: Zur Ästhetik des Portraits", "New Approaches to British History", "Studies in Language and Practice",
    "The Oxford Handbook of Everything", "Historia de las ideas en América Latina", "Les usages du temps", "Poison in Science, Fiction and Cinema",
)  # fmt: skip
"""Editors and titles of books that chapters stand in: most invented, some names as real reference lists write them."""
NAMES = {
    "{given} {family}": (", ", " and "),
    "{given}  {family}": (", ", ", "),
    "{stops} {family}": (", ", " & "),
    "{family} {letters}": (", ", ", "),
    "{family}, {stops}": (", ", ", & "),
    "{family}": (", ", ", "),
    "{family}, {given}": ("; ", "; "),
}
"""How a name is written -> what stands between names, and before the last one."""


def shaped_pages(by_type: dict[str, list[Item]], count: int, seed: int) -> Iterator[Page]:
    """Gives lists of six in the shapes above."""
    chance = random.Random(seed)
    for _ in range(count):
        article, book, how = chance.choice(ARTICLES), chance.choice(BOOKS), chance.choice(list(NAMES))
        alone, stops, fmt = chance.random() < 0.4, chance.random() < 0.25, chance.choice(list(PAGES))
        titles, entries = [], []
        for _ in range(6):
            is_book = chance.random() < 0.3
            kind = (
                "book"
                if is_book
                else chance.choice(("article-journal", "article-journal", "paper-conference", "chapter"))
            )
            item = chance.choice(by_type[kind])
            item = _with_stop(item) if stops else item
            titles.append(plain(item["title"]))
            entries.append(_in_format(_filled(book if is_book else article, item, (how, alone), chance), fmt))
        before, around, behind = PAGES[fmt]
        yield Page(before + "".join(around.format(entry) for entry in entries) + behind, fmt, titles)


def _filled(shape: str, item: Item, names: tuple[str, bool], chance: random.Random) -> str:
    how, alone = names
    authors = item["author"][1:] if alone and len(item["author"]) > 1 else item["author"]
    pages = f"{chance.randrange(1, 400)}–{chance.randrange(400, 600)}"
    return shape.format(
        T=item["title"],
        A=_names(authors[:6], how),
        V=item.get("container-title") or "Journal of Applied Sciences",
        Y=item["issued"].get("date-parts", [[2015]])[0][0],
        n=item.get("volume") or chance.randrange(2, 90),
        i=item.get("issue") or chance.randrange(1, 9),
        p=str(item.get("page") or pages).replace("--", "–"),
        P=item.get("publisher") or "Springer",
        L=item.get("publisher-place") or chance.choice(PLACES),
        E=", ".join(chance.sample(EDITORS, chance.randrange(1, 4))),
        B=chance.choice(VOLUMES),
    )


def _names(authors: list[dict[str, str]], how: str) -> str:
    written = []
    for author in authors:
        letters = [part[0] for part in re.split(r"[ .-]+", author["given"]) if part]
        stops = "".join(f"{letter}." for letter in letters)
        name = how.format(given=author["given"], family=author["family"], stops=stops, letters="".join(letters))
        written.append(" ".join(name.split()).strip(", "))
    between, last = NAMES[how]
    return written[0] if len(written) == 1 else between.join(written[:-1]) + last + written[-1]


_LINK = re.compile(r"\[([^\[\]]+)\]\((http[^)]+)\)")


def _in_format(entry: str, fmt: str) -> str:
    if fmt == "markdown":
        return entry.replace("\n", "  \n  ")
    if fmt == "text":
        return _LINK.sub(r"\1", entry).replace("*", "").replace("\n", "\n  ")
    entry = _LINK.sub(r'<a href="\2">\1</a>', html.escape(entry, quote=False))
    entry = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", entry)
    return re.sub(r"\*(.+?)\*", r"<em>\1</em>", entry).replace("\n", "<br>")
