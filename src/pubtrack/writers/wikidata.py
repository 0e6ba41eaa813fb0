r"""A draft for Wikidata: QuickStatements (V1 commands), and what a person must check before anything is run.

Whether an item exists already can only be asked online, so every new work is a `CREATE` that the check list tells you
to look for first. Commands are lines, parts are parted by tabs; a text goes from its first quote to the last one of its
part, so quotes inside it stay. Source: https://www.wikidata.org/wiki/Help:QuickStatements, `importDataFromV1`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from pubtrack.markup.escape import escape_markdown
from pubtrack.match import find_owner
from pubtrack.model import Award, Fields, PartialDate
from pubtrack.vocab.wikidata_items import LANGUAGES, PROPERTIES, SUBTYPES, TYPES
from pubtrack.writers.calm_text import calm, plain_title
from pubtrack.writers.cv_career import award_date
from pubtrack.writers.form_parts import as_of, blank, is_withdrawn, joined
from pubtrack.writers.present_name import with_present_name
from pubtrack.writers.versions import Versions, works_of
from pubtrack.writers.view import LibraryView

__all__ = ["write_wikidata"]

_ITEM = re.compile(r"Q[1-9]\d*")
_LONGEST_TEXT, _LONGEST_LABEL = 1500, 250
"""Characters of a string and of a label. Source: https://www.wikidata.org/wiki/Help:Label#Length (250),
https://www.wikidata.org/wiki/Help:Data_type (1500)."""
_BAD = {"|": "¦", "/*": "/ *", "*/": "* /"}
"""What QuickStatements may read as its own: the other mark between parts and commands, and comments."""


def write_wikidata(view: LibraryView) -> Mapping[str, str]:
    """Gives `commands.qs`, to be pasted into QuickStatements after `check.md` was gone through.

    Settings of the view: `wikidata_items`, a table of items that you know (`name or citation key = "Q42"`): of the
    owner, of works that exist, of venues and awards. Without an item a venue or an award is no statement but a line of
    the check list: a name is not an item.
    """
    items = _known_items(view)
    works = [work for work in works_of(view) if work.entry.fields.title and not is_withdrawn(work.entry.fields)]
    blocks = [_commands(work, view, items) for work in works]
    checks = [_check(work, view, items) for work in works]
    return {"commands.qs": "\n".join(f"{chr(10).join(b)}\n" for b in blocks), "check.md": _check_list(view, checks)}


def _known_items(view: LibraryView) -> dict[str, str]:
    stated = view.settings.get("wikidata_items") or {}
    return {str(name).casefold(): str(item) for name, item in dict(stated).items() if _ITEM.fullmatch(str(item))}


def _item_of(work: Versions, items: Mapping[str, str]) -> str | None:
    said = work.entry.fields.custom.get("wikidata", "").strip()
    if _ITEM.fullmatch(said):
        return said
    return next((items[key.casefold()] for key in sorted(work.keys) if key.casefold() in items), None)


def _commands(work: Versions, view: LibraryView, items: Mapping[str, str]) -> list[str]:
    fields = with_present_name(work.entry.fields, view.owner)
    item = _item_of(work, items)
    subject = item or "LAST"
    lines = [] if item else ["CREATE"]
    statements = (
        *_titles(fields, new=item is None),
        *_facts(work, fields, items),
        *_authors(fields, view, items),
        *_awards(work, view, items),
    )
    return [*lines, *("\t".join((subject, *parts)) for parts in statements)]


def _text(text: str) -> str:
    """A text between quotes: calm, on one line, nothing in it that QuickStatements reads as its own."""
    clean = " ".join(calm(text).split())
    for bad, good in _BAD.items():
        clean = clean.replace(bad, good)
    return f'"{clean}"'


def _language(fields: Fields) -> str | None:
    code = (fields.language or "").split("-")[0].lower()
    return code if code in LANGUAGES else None


def _titles(fields: Fields, *, new: bool) -> Iterable[tuple[str, ...]]:
    title, language = plain_title(fields.title or ""), _language(fields)
    if new:
        yield (f"L{language or 'mul'}", _text(title[:_LONGEST_LABEL].rstrip()))
    if len(title) <= _LONGEST_TEXT:
        yield ("P1476", f"{language or 'und'}:{_text(title)}")
    if language:
        yield ("P407", LANGUAGES[language])


def _facts(work: Versions, fields: Fields, items: Mapping[str, str]) -> Iterable[tuple[str, ...]]:
    if kind := SUBTYPES.get((fields.genre or "").lower()) or TYPES.get(fields.type or ""):
        yield ("P31", kind)
    if issued := _time(fields.issued):
        yield ("P577", issued)
    for name, value in _identifiers(fields).items():
        yield (name, _text(value))
    if venue := items.get((fields.container_title or "").casefold()):
        yield ("P1433", venue)
    for name, said in (("P478", fields.volume), ("P433", fields.issue), ("P304", fields.page)):
        if said and len(said) <= _LONGEST_TEXT:
            yield (name, _text(said))


def _identifiers(fields: Fields) -> dict[str, str]:
    """Of this version alone: a preprint is an item of its own there."""
    found = {
        "P356": (fields.doi or "").upper(),
        "P818": fields.arxiv or "",
        "P698": fields.id("pmid") or "",
        "P932": (fields.id("pmcid") or "").removeprefix("PMC"),
        "P212": (fields.id("isbn") or "") if fields.type == "book" else "",
    }
    return {name: value for name, value in found.items() if value}


def _time(stated: PartialDate | None) -> str | None:
    """A point in time with its precision: 9 a year, 10 a month, 11 a day.

    Source: https://www.wikidata.org/wiki/Help:QuickStatements#Add_simple_statement

    >>> _time(PartialDate(year=2024, month=5)), _time(PartialDate(literal="soon"))
    ('+2024-05-00T00:00:00Z/10', None)
    """
    if stated is None or stated.year is None or stated.year < 1:
        return None
    precision = 8 + len(stated.parts)
    return f"+{stated.year:04d}-{stated.month or 0:02d}-{stated.day or 0:02d}T00:00:00Z/{precision}"


def _authors(fields: Fields, view: LibraryView, items: Mapping[str, str]) -> Iterable[tuple[str, ...]]:
    own = find_owner(fields, view.owner) if view.owner else None
    owner_item = items.get(view.owner.name.casefold()) if view.owner else None
    seen: set[str] = set()
    for place, person in enumerate(fields.author):
        name, ordinal = _text(person.name[:_LONGEST_TEXT]), ("P1545", f'"{place + 1}"')
        is_owner = own is not None and own[0] == place and own[1].verdict == "owner"
        item = owner_item if is_owner else items.get(person.name.casefold())
        # A second statement of the same value needs the sign, or its ordinal would join the first one's.
        again = "!" if person.name in seen else ""
        seen.add(person.name)
        yield ("P50", item, *ordinal, "P1932", name) if item else (f"{again}P2093", name, *ordinal)


def _awards(work: Versions, view: LibraryView, items: Mapping[str, str]) -> Iterable[tuple[str, ...]]:
    for award in _given_for(work, view):
        item = items.get(award.name.casefold())
        when = _time(award_date(award, view))
        if item:
            yield ("P166", item, *(("P585", when) if when else ()))


def _given_for(work: Versions, view: LibraryView) -> list[Award]:
    return [award for award in view.awards if work.keys & set(award.works)]


def _check(work: Versions, view: LibraryView, items: Mapping[str, str]) -> list[str]:
    """What to look at before the commands of one work are run."""
    fields = work.entry.fields
    title = plain_title(fields.title or "")
    item = _item_of(work, items)
    said = [f"You say that it is {item}." if item else f"Look for it first: {_search(fields)}"]
    if not _language(fields):
        said.append("The language of the title is not known: `und` and `mul` stand for it.")
    if len(title) > _LONGEST_TEXT:
        said.append("The title is longer than Wikidata takes; it is left out.")
    if any(bad in title for bad in _BAD):
        said.append("Signs of the title that QuickStatements reads as its own were replaced; put them back by hand.")
    if not (fields.is_preprint or fields.type in TYPES):
        said.append(f"No item is known for the type {escape_markdown(calm(fields.type or 'not stated'))}: add P31.")
    if fields.container_title and not items.get(fields.container_title.casefold()):
        said.append(f"P1433 (published in) needs the item of {escape_markdown(plain_title(fields.container_title))}.")
    said += [
        f"P166 (award received) needs the item of {escape_markdown(calm(award.name))}; see that it went to the work."
        for award in _given_for(work, view)
        if not items.get(award.name.casefold())
    ]
    return [f"## {escape_markdown(title) or 'Untitled'}", "", *(f"- [ ] {line}" for line in said), ""]


def _search(fields: Fields) -> str:
    """Where an item of the work would be found: by its DOI or arXiv id, else by its title."""
    found = _identifiers(fields)
    name = next((n for n in ("P356", "P818", "P698", "P932") if n in found), None)
    query = f"haswbstatement:{name}={found[name]}" if name else plain_title(fields.title or "")[:200]
    return f"<https://www.wikidata.org/w/index.php?search={quote(query, safe='')}>"


def _check_list(view: LibraryView, checks: Iterable[list[str]]) -> str:
    used = ", ".join(f"{name} {words}" for name, words in PROPERTIES.items())
    lines = [
        "# Before you run the commands",
        "",
        f"A draft of {as_of(view) or escape_markdown(blank('day'))}, made without asking Wikidata. Yours to check:",
        "",
        "- A work that has an item must not be created again: say its item in the option `wikidata_items`, or in the "
        "field `wikidata` of the work.",
        "- A preprint and its publication are two items there; only the version that stands for both is drafted here.",
        "- Authors are names (P2093) unless you say their items; the items of types (P31) are common ones.",
        "- Writing about yourself: read <https://www.wikidata.org/wiki/Wikidata:Notability> first.",
        f"- Properties: {used}.",
        "",
    ]
    return joined([*lines, *(line for check in checks for line in check)])
