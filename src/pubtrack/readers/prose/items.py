"""Items of lists, rows of tables and paragraphs that are references: works with their authors, year and venue."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pubtrack.markup.identifiers import find_identifiers
from pubtrack.markup.spans import Block
from pubtrack.model import Identifier
from pubtrack.readers.prose.award_labels import behind_award_label
from pubtrack.readers.prose.cues import cue_right_before
from pubtrack.readers.prose.exact_titles import exact_title
from pubtrack.readers.prose.found import FoundOther, FoundWork
from pubtrack.readers.prose.labelled import announced, is_of_degree, opens_research, titled
from pubtrack.readers.prose.more_titles import titles_beside
from pubtrack.readers.prose.news_items import is_headline
from pubtrack.readers.prose.no_titles import names_body, no_title
from pubtrack.readers.prose.prized import is_prized
from pubtrack.readers.prose.reference_fields import authors_of, venue_of, year_of
from pubtrack.readers.prose.references import Reference, read_reference
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import title_shape
from pubtrack.readers.prose.spoken import is_read_aloud, is_shown, is_spoken, is_surely_printed, is_web_page
from pubtrack.readers.prose.telling import is_prose, verbs_in
from pubtrack.readers.prose.words import holds_one
from pubtrack.readers.prose.work_reasons import log_odds

__all__ = ["OTHER_ROLES", "Entry", "read_entry", "read_item"]

OTHER_ROLES: dict[str, str] = {
    "talks": "talk", "projects": "project", "grants": "grant", "teaching": "course", "software": "software", "media": "media",
    "patents": "patent", "service": "service", "supervision": "supervised thesis",
}  # fmt: skip
"""Section role -> kind of its items, which are no works whatever they look like."""

_NUMBER = re.compile(
    r"\s*(?:\[[A-Z][A-Za-z+]{0,6}\](?=\s\S+\s)|\[(?!(?:19|20)\d\d\])[A-Za-z]{0,4}[-.]?\d{1,4}[a-z]?\]|\(\d{1,3}\)|[A-Z]{0,2}\d{1,3}[.)](?=\s)|\d{1,3}\s(?=[A-Z][a-z]+,)|[A-Z]{1,3}\d{1,3}\.(?=\s))\s*"
)
_REVIEW = re.compile(
    r"\s*(?:[Bb]ook [Rr]eview(?: of|:)|[Rr]eview(?: of|:)|Rez(?:ension|\.)? (?:zu|von)|Rezension:|Reseña (?:de|:)|Compte rendu (?:de|:)|C\. ?R\. de|Recensione (?:di|a))\s*:?\s+"
)
"""What stands before the title of a reviewed book."""
_LABELLED_REMARK = re.compile(
    r"\s*(?:(?:(?:mein|my|our|unser|mon|ma|mi|author) )?(?:beitrag|rolle|contributions?|role|rôle|apport|aportaci[óo]n|contribuci[óo]n|rol|abstract|summary|zusammenfassung|kurzfassung|résumé|resumen|keywords|schlagw[öo]rter|mots[- ]clés|palabras clave)|(?:本人|作者|个人)?贡献|摘要|关键词)?\s?[:：](?!:)",
    re.IGNORECASE,
)
"""`Mein Beitrag: Koautor`, a colon whose label got lost: what is said about the entry above."""
OF_OTHERS = frozenset(("supervision", "teaching", "service", "media"))
"""Sections in which a thesis is not the owner's own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A block that may be a reference, as it was read by itself or beside others of its list."""

    placed: Placed
    reference: Reference
    label: str = ""
    """`title` or `thesis` where a word in front says so (`Thesis: ...`)."""
    kin: int = 0
    """1 where its title is written as most titles of the list are, -1 where they have a habit it does not share."""


def read_entry(placed: Placed, family: str, *, initials_last: bool = False) -> Entry | None:
    """Gives the reference that a block may be, None where there is none.

    Args:
        placed: The block.
        family: Folded family name of the owner, `""` where unknown.
        initials_last: The names of its list end with their initials.
    """
    block = placed.block
    first = len(block.text) - len(block.text.lstrip())
    if match := _NUMBER.match(block.text, first):
        first = match.end()
    if review := _REVIEW.match(block.text, first):
        first = review.end()
    if placed.role == "awards":
        first = behind_award_label(placed, first)
    label = announced(placed, first)
    if label:
        first = label.end
    if not label and (_LABELLED_REMARK.match(block.text) or not _may_be_reference(placed)):
        return None
    reference = read_reference(placed, first, family, initials_last=initials_last)
    if reference and label and label.inside:
        reference = titled(placed, reference)
    return Entry(placed, reference, label.kind if label else "") if reference else None


def read_item(entry: Entry) -> tuple[list[FoundWork], FoundOther | None]:
    """Gives the works an item is, or the talk, project or the like; ([], None) where it is neither."""
    placed, reference = entry.placed, entry.reference
    block = placed.block
    own = entry.label == "thesis" and placed.role not in OF_OTHERS
    if placed.role in OTHER_ROLES and not own and not is_surely_printed(placed, reference):
        return [], _other(placed, reference) if block.kind != "para" else None
    if (
        is_spoken(placed, reference)
        and not is_shown(placed, reference)
        and not is_prose(placed, reference.start, reference.end)
    ):
        return [], FoundOther(placed, reference.start, reference.end, "talk", 0.6)
    if _is_led_as_other(placed, reference):
        return [], None  # "for her outstanding poster: “X”": the sentence says what it is
    if is_read_aloud(placed, reference):
        return [], FoundOther(placed, reference.start, reference.end, "talk", 0.5)
    if is_web_page(placed, reference):
        return [], FoundOther(placed, reference.start, reference.end, "web page", 0.5)
    words = block.text[reference.start : reference.end]
    labelled = entry.label and title_shape(words) >= 0.4 and not names_body(words)
    if labelled or _is_work(placed, reference, entry.kin):
        works = _works(placed, reference)
        return _announced(works, entry.label == "thesis") if entry.label else works, None
    return [], None


def _is_led_as_other(placed: Placed, reference: Reference) -> bool:
    """Tells whether a marked title outside a list of publications stands right behind the noun of a talk, a poster, a project."""
    title = reference.pieces[reference.first]
    if placed.role == "publications" or not (title.quoted or title.spans):
        return False
    cue = cue_right_before(placed.said.folded[max(0, reference.start - LEFT) : reference.start])
    return cue.startswith("other:") and cue not in ("other:container", "other:phrase")


LEFT = 60
"""Characters in front of a title that may name what it is."""


def _announced(works: list[FoundWork], thesis: bool) -> list[FoundWork]:
    """Gives works behind a label; of their year often only what stands in front tells: `2013–2016 PhD. Thesis: ...`."""
    found = []
    for work in works:
        years = _YEAR.findall(work.placed.block.text[: work.start])
        year = work.year or (int(years[-1]) if years else None)
        found.append(replace(work, kind="thesis" if thesis else work.kind, year=year))
    return found


_DATED = re.compile(
    r"\[[JMCD]\]|forthcoming|in press|im druck|à paraître|en prensa|arXiv|10\.\d{4}|<|http", re.IGNORECASE
)


_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED_HINTS = (
    "19",
    "20",
    "[",
    "10.",
    "<",
    "http",
    "orthcoming",
    "ress",
    "ruck",
    "araître",
    "rensa",
    "rxiv",
    "rXiv",
    "ARXIV",
    "FORTHC",
    "PRESS",
)
"""What a text holds that `_DATED` finds: looked at first, as most prose holds none."""


def _dated(text: str) -> bool:
    if _YEAR.search(text):
        return True
    return holds_one(text, _DATED_HINTS) and _DATED.search(text) is not None


def _may_be_reference(placed: Placed) -> bool:
    """Tells at little cost whether weighing a block is worth while: a list says so, or a date in a text that is no tale."""
    if (placed.role in ("publications", "awards") and not placed.soft) or (
        placed.block.kind == "item" and placed.role in OTHER_ROLES
    ):
        return True
    text = placed.block.text
    if opens_research(placed):
        return True
    if (placed.role in OTHER_ROLES and placed.block.kind != "row") or not (placed.year or _dated(text)):
        return False
    return verbs_in(text[:1500]) <= 2 + len(text) // 250


def _works(placed: Placed, reference: Reference) -> list[FoundWork]:
    """Gives the work, and those quoted beside it: `“A” and “B,” in C`."""
    works = [_work(placed, reference)]
    text, pieces = placed.block.text, reference.pieces
    at = reference.first
    while (
        at
        and pieces[at].quoted
        and pieces[at - 1].quoted
        and _JOINED.match(text[pieces[at - 1].end : pieces[at].start])
    ):
        at -= 1
        works.insert(0, replace(works[-1], start=pieces[at].start, end=pieces[at].end))
    at = reference.last
    while (
        at + 1 < len(pieces)
        and pieces[at].quoted
        and pieces[at + 1].quoted
        and _JOINED.match(text[pieces[at].end : pieces[at + 1].start])
    ):
        at += 1
        if pieces[at].venue >= 2.6:
            break
        works.append(replace(works[0], start=pieces[at].start, end=pieces[at].end))
    return works + titles_beside(placed, reference, works)


_JOINED = re.compile(r"^[\W]*(?:and|und|y|et|&|,|;)?[\W]*$")


def _other(placed: Placed, reference: Reference) -> FoundOther | None:
    if reference.end - reference.start < 8:
        return None
    return FoundOther(placed, reference.start, reference.end, OTHER_ROLES[placed.role], 0.6)


def _is_work(placed: Placed, reference: Reference, kin: int) -> bool:
    """Tells whether the title of an entry is that of a work: the reasons are weighed where no rule tells it."""
    if no_title(placed.block.text, reference) or is_headline(placed, reference):
        return False
    if is_of_degree(placed, reference) or (not reference.first and opens_research(placed)):
        return True
    if placed.role != "publications" and is_prose(placed, reference.start, reference.end):
        return False
    if placed.role == "awards":
        return is_prized(placed, reference)
    return log_odds(placed, reference, kin) >= 0


def _work(placed: Placed, reference: Reference) -> FoundWork:
    block = placed.block
    start, end = exact_title(block, reference.start, reference.end)
    confidence = min(0.98, 0.45 + 0.08 * reference.evidence + 0.06 * max(0.0, reference.score))
    return FoundWork(
        placed,
        start,
        end,
        _kind(placed, reference),
        authors_of(block.text, reference),
        year_of(reference) or placed.year,
        venue_of(block.text, reference),
        identifiers_of(block),
        round(confidence, 2),
    )


_THESIS = re.compile(
    r"\b(?:ph\.? ?d|doctoral|master['’]?s|m\.? ?sc)\.? (?:thesis|dissertation)\b|\bthese de doctorat\b|\btesis doctoral\b"
)


_THESIS_HINTS = ("thes", "tesis", "dissert")


def _kind(placed: Placed, reference: Reference) -> str:
    text = placed.said.folded
    if is_of_degree(placed, reference) or (holds_one(text, _THESIS_HINTS) and _THESIS.search(text, reference.end)):
        return "thesis"
    if placed.kind:
        return placed.kind
    for word, kind in (
        ("dissertation", "thesis"),
        ("proceedings", "paper-conference"),
        ("proc.", "paper-conference"),
        ("arxiv", "article"),
        ("[j]", "article-journal"),
        ("[m]", "book"),
        ("[d]", "thesis"),
        ("[c]", "paper-conference"),
    ):
        if word in text:
            return kind
    after = reference.pieces[reference.last + 1 :]
    if any(p.venue >= 1.2 and "journal" in text[p.start : p.end] for p in after):
        return "article-journal"
    return "work"


def identifiers_in(text: str) -> tuple[Identifier, ...]:
    """Gives the identifiers of works in a text; addresses of other pages and people are left out."""
    unique = {
        f.identifier: None
        for f in find_identifiers(text[:6000], urls=False)
        if f.identifier.scheme not in ("url", "orcid", "ror", "issn")
    }
    return tuple(unique)


def identifiers_of(block: Block) -> tuple[Identifier, ...]:
    """Gives the identifiers in the words and links of a block; addresses of other pages are left out."""
    links = " ".join(s.href for s in block.spans if s.kind == "link" and s.href)
    links += "".join(
        f" {s.kind[4:]}:{block.text[s.start : s.end]}"
        for s in block.spans
        if s.kind in ("cmd:arxiv", "cmd:doi", "cmd:pmid")
    )
    if (
        "10." not in block.text
        and not links
        and "rxiv" not in block.text
        and "ISBN" not in block.text
        and "PM" not in block.text
    ):
        return ()
    return identifiers_in(f"{block.text} {links}")
