"""Reading answers whose parts may be missing, null, single, listed or of another type than documented.

Nothing here raises: what does not read gives None or nothing. Each service's habits stand in its own module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from pubtrack.markup.jats import inline_text, paragraphs
from pubtrack.markup.names import parse_name
from pubtrack.model import Citations, Contributor, Fields, Funding, Identifier, OpenAccess, PartialDate
from pubtrack.model.identifiers import Scheme
from pubtrack.model.work import WORK_TYPES

_NEVER_SAID = frozenset(
    {"null", "none", "n/a", "undefined", "nan", ":unav", ":unas", ":none", ":null", ":tba", "(:unav)"}
)
"""Words that services send for nothing. Source: DataCite schema 4.6, appendix 3 (standard values); the rest was seen
in recorded answers of 2026."""


def text(value: Any) -> str | None:
    """Gives one line of text, or None; numbers become digits, `{"value": "x"}` is opened (ORCID, OpenReview v2).

    >>> text("  a  b "), text(7), text({"value": "x"}), text(""), text(["x"])
    ('a b', '7', 'x', None, None)
    """
    if value is None:
        return None
    if isinstance(value, str) and value.isascii() and "\x00" not in value:
        clean = " ".join(value.split())
        return clean if clean and clean.lower() not in _NEVER_SAID else None
    if isinstance(value, Mapping):
        value = value.get("value", value.get("content", value.get("#text")))
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    if isinstance(value, float):
        value = str(int(value)) if value.is_integer() else repr(value)
    clean = " ".join(_mended(str(value)).encode("utf-8", "replace").decode("utf-8").replace("\x00", "").split())
    return clean if clean and clean.lower() not in _NEVER_SAID else None


_MOJIBAKE = re.compile("[\u00c2\u00c3][\u0080-\u00bf]")


def _mended(line: str) -> str:
    """Undoes UTF-8 that was read as Latin-1 ("BÃ¤ckstrÃ¶m", arXiv 2026), where all of it reads that way."""
    if not _MOJIBAKE.search(line):
        return line
    try:
        return line.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return line


def first(value: Any) -> str | None:
    """Gives the first text of a text or list.

    >>> first([None, "", "a", "b"]), first("a")
    ('a', 'a')
    """
    return next(texts(value), None)


def texts(value: Any) -> Iterator[str]:
    """Gives every text of a text or list of them, without repeats."""
    seen: set[str] = set()
    for part in value if isinstance(value, (list, tuple)) else [value]:
        if (clean := text(part)) and clean not in seen:
            seen.add(clean)
            yield clean


def markup(value: Any) -> str | None:
    """Gives a title or name in our inline form, or None."""
    clean = text(value)
    return (inline_text(clean) or None) if clean else None


def titles(value: Any) -> list[str]:
    """Gives all titles of a text or list in our inline form, without repeats."""
    return list(dict.fromkeys(t for part in texts(value) if (t := inline_text(part))))


def abstract(value: Any) -> str | None:
    """Gives an abstract with its paragraphs, or None."""
    raw = value.get("value") if isinstance(value, Mapping) else value
    return (paragraphs(raw) or None) if isinstance(raw, str) and text(raw) else None


def mapping(value: Any) -> Mapping[str, Any]:
    """Gives the value where it is an object, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def objects(value: Any) -> list[Mapping[str, Any]]:
    """Gives the objects of a list, or the single one that stands in its place (dblp, Europe PMC)."""
    parts = value if isinstance(value, (list, tuple)) else [value]
    return [part for part in parts if isinstance(part, Mapping)]


def at(value: Any, *path: str) -> Any:
    """Gives what stands under a path of keys, or None.

    >>> at({"a": {"b": 1}}, "a", "b"), at({"a": None}, "a", "b")
    (1, None)
    """
    for key in path:
        value = mapping(value).get(key)
    return value


def count(value: Any) -> int | None:
    """Gives a number that is not negative (also from digits), or None."""
    clean = text(value)
    return int(clean) if clean and re.fullmatch(r"\d{1,15}", clean, re.ASCII) else None


def citations(total: Any, by_year: Iterable[tuple[Any, Any]] = ()) -> Citations | None:
    """Gives the count, with pairs (year, count) where they read."""
    number = count(total)
    if number is None:
        return None
    pairs = [(y, n) for year, some in by_year if (y := count(year)) is not None and (n := count(some)) is not None]
    return Citations(count=number, by_year=tuple(sorted(dict(pairs).items())))


def date(value: Any) -> PartialDate | None:
    """Gives a date from ISO text, a year, date parts or an object that holds them; None where no year is stated.

    >>> date("2020-05-01T00:00:00Z"), date({"date-parts": [[2019, 3]]}), date({"date-parts": [[None]]}), date(2018)
    (PartialDate(2020-05-01), PartialDate(2019-03), None, PartialDate(2018))
    """
    if isinstance(value, Mapping):
        if "date-parts" in value:
            return _from_parts(value["date-parts"])
        if "year" in value:
            return _from_parts([[text(value.get(part)) for part in ("year", "month", "day")]])
        return date(value.get("date-time") or value.get("raw") or value.get("literal") or value.get("value"))
    if isinstance(value, (list, tuple)):
        return _from_parts(value)
    clean = text(value)
    if not clean or not re.match(r"-?\d{3,4}(?!\d)|\d{8}(?!\d)", clean, re.ASCII):
        return None
    clean = re.sub(r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3", clean.replace("\u2013", "-"))
    parsed = PartialDate.parse(re.sub(r"^(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?.*$", _dashed, clean))
    return parsed if parsed.year is not None else PartialDate.from_parts([clean[:4]])


def _dashed(match: re.Match[str]) -> str:
    return "-".join(part for part in match.groups() if part)


def _from_parts(parts: Any) -> PartialDate | None:
    listed = parts if isinstance(parts, (list, tuple)) else [parts]
    ranges = listed if listed and isinstance(listed[0], (list, tuple)) else [listed]
    dates = [
        PartialDate.from_parts([_small(p) for p in part]) for part in ranges[:2] if isinstance(part, (list, tuple))
    ]
    if len(dates) == 2 and dates[0] and dates[1] and dates[0] < dates[1]:
        return dates[0].replace(end=dates[1])
    return dates[0] if dates else None


def _small(part: Any) -> str | None:
    """Digits of a year, month or day; anything else would only confuse."""
    clean = text(part)
    return clean if clean and re.fullmatch(r"-?\d{1,4}", clean, re.ASCII) else None


def spanning(start: PartialDate | None, end: PartialDate | None) -> PartialDate | None:
    """Gives the stretch between two dates, or the one that is known."""
    if start and end and start < end and not start.end:
        return start.replace(end=end)
    return start or end


def moment_day(milliseconds: Any) -> PartialDate | None:
    """Gives the UTC day of an epoch in milliseconds (OpenReview, ORCID), or None outside 1970-2200."""
    number = count(milliseconds)
    if number is None or number > 7_258_118_400_000:
        return None
    day = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=number)
    return PartialDate(year=day.year, month=day.month, day=day.day)


def contributor(
    family: Any = None,
    given: Any = None,
    suffix: Any = None,
    *,
    orcid: Any = None,
    affiliation: Any = (),
    body: Any = None,
) -> Contributor | None:
    """Gives a person from the parts of a name, or a body from `body`; None where no name is stated."""
    parts: dict[str, Any] = {"family": markup_free(family), "given": markup_free(given), "suffix": text(suffix)}
    if not parts["family"] and not parts["given"]:
        parts = {"literal": markup_free(body)}
    elif not parts["family"]:
        parts = {"literal": parts["given"]}
    # A lone colon stands between a collaboration and its members in arXiv's OAI records.
    if not re.search(r"\w", "".join(part or "" for part in parts.values())):
        return None
    return Contributor(**parts, **_about(orcid, affiliation))


def _about(orcid: Any, affiliation: Any) -> dict[str, Any]:
    known = Identifier.of("orcid", text(orcid))
    return {"orcid": known.value if known else None, "affiliation": tuple(titles(affiliation))}


def named(name: Any, *, orcid: Any = None, affiliation: Any = (), alias: Any = None) -> Contributor | None:
    """Gives the person or body that a name in one text means; None where it holds no letter."""
    clean = markup_free(name)
    if not clean or not re.search(r"\w", clean):
        return None
    try:
        person = parse_name(clean)
    except ValueError:
        person = Contributor(literal=clean)
    about = {k: v for k, v in _about(orcid, affiliation).items() if v}
    other = markup_free(alias)
    if other and other != clean:
        about["aliases"] = tuple(dict.fromkeys((*person.aliases, other)))
    return person.replace(**about) if about else person


def markup_free(value: Any) -> str | None:
    """Gives a name without markup and entities, or None."""
    clean = markup(value)
    return re.sub(r"</?(?:i|b|su[bp]|span)\b[^<>]*>", "", clean).strip() or None if clean else None


def people(persons: Iterable[Contributor | None]) -> tuple[Contributor, ...]:
    """Gives those that have a name, in order."""
    return tuple(person for person in persons if person)


def identifiers(*pairs: tuple[str, Any]) -> tuple[Identifier, ...]:
    """Gives the identifiers that read, in order, once each, and those that they imply.

    >>> identifiers(("doi", "10.48550/arXiv.2407.02273"), ("pmid", "junk"))
    (Identifier('doi:10.48550/arxiv.2407.02273'), Identifier('arxiv:2407.02273'))
    """
    found: dict[Identifier, None] = {}
    for scheme, value in pairs:
        one = Identifier.of(cast("Scheme", scheme), text(value))
        if one:
            found.setdefault(one.without_version)
            found.update(dict.fromkeys(i for i in implied(one) if i not in found))
    return tuple(found)


def implied(identifier: Identifier) -> Iterator[Identifier]:
    """Gives the identifier that a DOI spells out: arXiv's and the ACL Anthology's own prefixes.

    Source: https://info.arxiv.org/help/doi.html; https://aclanthology.org/info/ids/.
    """
    if identifier.scheme != "doi":
        return
    if identifier.value.startswith("10.48550/arxiv.") and (arxiv := Identifier.of("arxiv", identifier.value)):
        yield arxiv.without_version
    prefix, _, rest = identifier.value.partition("/v1/")
    if prefix == "10.18653" and (acl := Identifier.of("acl", rest)):
        yield acl


_IN_URL: tuple[tuple[re.Pattern[str], Scheme], ...] = (
    (re.compile(r"^https?://(?:dx\.|www\.)?doi\.org/", re.I), "doi"),
    (re.compile(r"^https?://(?:\w+\.)?arxiv\.org/(?:abs|pdf|html)/", re.I), "arxiv"),
    (re.compile(r"^https?://openreview\.net/(?:forum|pdf)\?", re.I), "openreview"),
    (re.compile(r"^https?://(?:www\.)?(?:aclanthology\.org|aclweb\.org/anthology)/", re.I), "acl"),
    (re.compile(r"^https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/", re.I), "pmid"),
    (re.compile(r"^https?://(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc)/", re.I), "pmcid"),
    (re.compile(r"^https?://hdl\.handle\.net/", re.I), "handle"),
    (re.compile(r"^https?://(?:www\.)?dblp\.(?:org|uni-trier\.de)/rec/", re.I), "dblp"),
)
"""Hosts whose addresses are identifiers."""


def from_url(url: Any) -> tuple[Scheme, str] | None:
    """Gives (scheme, address) where a URL is one of an identifier, else None.

    >>> from_url("https://arxiv.org/abs/2407.02273v4"), from_url("https://example.org/x")
    (('arxiv', 'https://arxiv.org/abs/2407.02273v4'), None)
    """
    clean = text(url)
    return next(((scheme, clean) for pattern, scheme in _IN_URL if clean and pattern.match(clean)), None)


def pages(start: Any, end: Any = None) -> str | None:
    """Gives `first-last` with a plain hyphen, or what is stated.

    >>> pages("100", "112"), pages("e1–e9"), pages("1-  12 ")
    ('100-112', 'e1-e9', '1-12')
    """
    first_page, last_page = text(start), text(end)
    if first_page and last_page and first_page != last_page:
        first_page = f"{first_page}-{last_page}"
    return re.sub(r"\s*[-\u2010-\u2015]+\s*", "-", first_page).strip("-") or None if first_page else None


def funding(funder: Any, number: Any = None, funder_doi: Any = None, title: Any = None) -> Funding | None:
    """Gives a grant, or None where neither payer nor number is stated."""
    name, award, called = markup_free(funder), text(number), markup_free(title)
    known = Identifier.of("doi", text(funder_doi)) or Identifier.of("ror", text(funder_doi))
    if not (name or award or called):
        return None
    return Funding(funder=name, award_number=award, funder_id=known, title=called)


def open_access(url: Any, status: Any = None, licence: Any = None) -> OpenAccess | None:
    """Gives where and how a work is free, or None where nothing is stated."""
    parts = {"url": text(url), "status": text(status), "license": text(licence)}
    return OpenAccess(**parts) if any(parts.values()) else None


def with_subtitle(title: str | None, subtitle: str | None) -> tuple[str | None, str | None]:
    """Gives the whole title, and the part before the colon where a subtitle was joined to it.

    >>> with_subtitle("Attention", "A Survey"), with_subtitle("Attention: A Survey", "A survey")
    (('Attention: A Survey', 'Attention'), ('Attention: A Survey', None))
    """
    if not title or not subtitle or subtitle.lower().strip(" .:") in title.lower():
        return title or subtitle, None
    joint = " " if title.endswith((":", "?", "!", "-", "—")) else ": "
    return f"{title}{joint}{subtitle}", title.rstrip(": ")


def fields(**values: Any) -> Fields:
    """Gives the fields that say something; None, empty texts and empty lists are left out."""
    stated = {name: value for name, value in values.items() if value not in (None, "", (), [], {})}
    if stated.get("type") not in WORK_TYPES:
        stated.pop("type", None)
    for name in ("alternative_titles", "keyword", "relations", "notices", "funding"):
        if name in stated:
            stated[name] = tuple(dict.fromkeys(part for part in stated[name] if part))
    return Fields(**stated)


def scheme_of(name: str | None, table: Mapping[str, str]) -> Scheme | None:
    """Gives our scheme for a service's word for it, whatever its case."""
    return cast("Scheme | None", table.get(re.sub(r"[^a-z0-9]", "", (name or "").lower())))
