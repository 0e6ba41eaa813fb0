"""What the values of a BibTeX entry mean: dates, names, pages, languages, identifiers. LaTeX in, our words out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from pubtrack.bibtex.names import Name, parse_name, split_names
from pubtrack.bibtex.values import MONTHS, month_number
from pubtrack.markup.identifiers import find_identifiers
from pubtrack.markup.latex import decode
from pubtrack.model import SCHEMES, Contributor, Identifier, PartialDate, Scheme
from pubtrack.readers.written_dates import written_date
from pubtrack.vocab.bibtex_mapping import EPRINT_SCHEMES, IDENTIFIER_FIELDS
from pubtrack.vocab.languages import LANGUAGE_TAGS

__all__ = [
    "date_of",
    "identifiers_of",
    "issued_of",
    "keywords_of",
    "language_of",
    "pages_of",
    "people_of",
    "url_of",
]

_DASH = re.compile(r"\s*(?:-{1,3}|[\u2010-\u2015\u2212])\s*")
_YEAR = re.compile(r"-?\d{1,4}", re.ASCII)
_YEARS = re.compile(r"(\d{4})\s*(?:-{1,3}|[/\u2010-\u2015])\s*(\d{4}|\d{2})", re.ASCII)
_CIRCA = re.compile(r"(?:c\.?|ca\.?|circa)\s*(\d{4})|(\d{4})\s*\?|\[(\d{4})\??\]", re.ASCII | re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}", re.ASCII)
_DAY_OF_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s\u00a0.,~]*([^\W\d_]+)\.?"
    r"|([^\W\d_]+)\.?[\s\u00a0,~]*(\d{1,2})(?:st|nd|rd|th)?",
    re.ASCII,
)
_URL_COMMAND = re.compile(r"\\(?:url|href|path)\s*\{([^{}]*)\}(?:\{[^{}]*\})?")
_TILDE = re.compile(r"\{?\$?\\(?:sim|textasciitilde|~)(?:\{\})?\s?\$?\}?|\{\\~\{\}\}|\\~\{\}")
_ESCAPED = re.compile(r"\{?\\([_%&#~$])\}?")
_SERIAL_SPLIT = re.compile(r"[,;/]|\band\b|\s+(?=97[89])|(?<=[\dxX])\s+(?=\d{4}-\d{3})|\(.*?\)", re.IGNORECASE)
_SERIALS = {"isbn": re.compile(r"(?:[\dXx][ -]?){9,13}"), "issn": re.compile(r"\d{4}-?\d{3}[\dXx]", re.ASCII)}
"""What a single number looks like; anything longer holds several, or words."""
_LABEL = re.compile(r"^(?:e-?|p-?)?(?:is[bs]n)(?:-?1[03])?[:\s]*", re.IGNORECASE)
_ARXIV_ID = re.compile(r"(?:arxiv:\s*)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE)
_ARXIV_IN_TEXT = re.compile(
    r"(?:arxiv(?:\s+preprint)?[:\s]*(?:arxiv:)?\s*|(?<!\w)abs/|arxiv\.org/(?:abs|pdf)/)"
    r"(\d{4}\.\d{4,5}(?:v\d+)?|[a-z]{2,}(?:-[a-z]+)*(?:\.[a-z]{2})?/\d{7}(?:v\d+)?)",
    re.IGNORECASE | re.ASCII,
)
_KNOWN_HOST = re.compile(
    r"arxiv\.org|aclanthology|aclweb|openreview\.net|doi\.org|ncbi\.nlm|semanticscholar|openalex|handle\.net", re.I
)
_SPEAKING = ("journal", "journaltitle", "volume", "note", "howpublished", "eprint", "number", "pages")
"""Fields in which people write arXiv ids: `arXiv preprint arXiv:1706.03762` (Scholar), `abs/1706.03762` (dblp)."""


def url_of(value: str) -> str:
    r"""The address that a value means: LaTeX escapes in it and `\url{...}` around it are taken away.

    >>> url_of(r"\url{http://x.org/a\_b}"), url_of(r"http://x.org/{\~{}}me")
    ('http://x.org/a_b', 'http://x.org/~me')
    """
    value = value.strip()
    if "\\" in value or "{" in value:
        command = _URL_COMMAND.fullmatch(value)
        value = command[1] if command else value
        value = _ESCAPED.sub(r"\1", _TILDE.sub("~", value)).replace("\\", "")
    if value.startswith(("<", "{")) and value.endswith((">", "}")):
        value = value[1:-1]
    return value.strip()


def pages_of(text: str) -> str:
    """Pages with a hyphen-minus between first and last.

    >>> pages_of("12--19"), pages_of("1–3, 5 -- 7")
    ('12-19', '1-3, 5-7')
    """
    return _DASH.sub("-", text).strip()


def keywords_of(text: str) -> tuple[str, ...]:
    """The keywords of a list: between semicolons where there are any, else between commas."""
    words = (word.strip() for word in text.split(";" if ";" in text else ","))
    return tuple(dict.fromkeys(word for word in words if word))


def language_of(text: str) -> str:
    """The BCP 47 tag of a language's name, or the text where it is not known.

    >>> language_of("ngerman"), language_of("English"), language_of("Klingon")
    ('de', 'en', 'Klingon')
    """
    return LANGUAGE_TAGS.get(text.strip().lower(), text.strip())


def people_of(value: str) -> tuple[tuple[Contributor, ...], bool]:
    r"""The people of a field with LaTeX in it, and whether the list ends in "and others".

    >>> people_of(r"van Gogh, Vincent and {NASA} and others")[1]
    True
    """
    people: list[Contributor] = []
    others = False
    for text in split_names(value):
        name = parse_name(text)
        if name.others:
            others = True
        elif person := _person(name):
            people.append(person)
    return tuple(people), others


def _person(name: Name) -> Contributor | None:
    if name.literal:
        literal = _plain(name.literal)
        return Contributor(literal=literal) if literal else None
    first, von, last, suffix = (_plain(part) for part in (name.first, name.von, name.last, name.jr))
    if von and not last:
        von, last = "", von
    if not (last or first):
        return None
    von_field = "dropping_particle" if name.use_von is False else "non_dropping_particle"
    parts = {"given": first, von_field: von, "family": last, "suffix": suffix}
    return Contributor.model_validate({field: part for field, part in parts.items() if part})


def _plain(text: str) -> str:
    return decode(text).strip() if text else ""


def date_of(text: str) -> PartialDate | None:
    """The date of a field such as `urldate`: ISO, EDTF, or as people write it."""
    text = text.strip()
    if not text:
        return None
    date = PartialDate.parse(text)
    return written_date(text) if date.year is None else date


def issued_of(values: Mapping[str, str]) -> tuple[PartialDate | None, list[str]]:
    """The date of publication from `date`, else from `year`, `month` and `day`.

    Returns:
        The date, and the names of the fields that say more than it holds.

    >>> issued_of({"year": "1998", "month": "July 4"})
    (PartialDate(1998-07-04), [])
    >>> issued_of({"year": "1998 (reprint)"})
    (PartialDate(1998), ['year'])
    """
    date_text, year_text = values.get("date", "").strip(), values.get("year", "").strip()
    date = date_of(date_text)
    if date and (date.year is not None or not year_text):
        beyond = [] if str(date) == date_text else ["date"]
        return date, beyond + (["year"] if year_text and str(date.year) != year_text else [])
    if not year_text:
        return None, [name for name in ("month", "day") if values.get(name, "").strip()]
    date, beyond = _year_month_day(year_text, values)
    return date, beyond + (["date"] if date_text else [])


def _year_month_day(year_text: str, values: Mapping[str, str]) -> tuple[PartialDate, list[str]]:
    date, is_exact = _year(year_text)
    beyond = [] if is_exact else ["year"]
    if date.year is None or date.end or date.season or date.month:
        return date, beyond + [name for name in ("month", "day") if values.get(name, "").strip()]
    return _with_month(date, values, beyond)


def _with_month(date: PartialDate, values: Mapping[str, str], beyond: list[str]) -> tuple[PartialDate, list[str]]:
    month_text, day_text = values.get("month", "").strip(), values.get("day", "").strip()
    month, day, is_exact = _month(month_text) if month_text else (None, None, True)
    if not is_exact:
        beyond.append("month")
    if month and day is None and _DAY.fullmatch(day_text):
        day = int(day_text)
    elif day_text and day_text != str(day):
        beyond += ["day", "month"] if day else ["day"]
    dated = PartialDate.from_parts([date.year, *([month] if month else []), *([day] if month and day else [])])
    if day and (dated is None or dated.day != day):
        beyond.append("day" if day_text else "month")
    return (dated.replace(circa=date.circa) if dated else date), beyond


def _year(text: str) -> tuple[PartialDate, bool]:
    if _YEAR.fullmatch(text) and (date := PartialDate.from_parts([text])):
        return date, str(date.year) == text
    if match := _YEARS.fullmatch(text):
        last = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
        if int(last) < int(match[1]) and (date := PartialDate.parse(text)).month:  # 2020-03 is March
            return date, False
        return PartialDate(year=int(match[1]), end=PartialDate(year=int(last))), False
    if match := _CIRCA.fullmatch(text):
        return PartialDate(year=int(match[1] or match[2] or match[3]), circa=True), False
    date = written_date(text) or PartialDate(literal=text)
    return date, date.year is None


def _month(text: str) -> tuple[int | None, int | None, bool]:
    """Month, day, and whether the text says no more than these."""
    word = text.rstrip(".").lower()
    number = month_number(text)
    if number and (text.isdecimal() or word in MONTHS or word in (name.lower() for name in MONTHS.values())):
        return number, None, True
    if match := _DAY_OF_MONTH.fullmatch(text):
        number, day = month_number(match[2] or match[3]), int(match[1] or match[4])
        return number, day if 1 <= day <= 31 else None, number is not None and 1 <= day <= 31
    return number, None, False


def identifiers_of(raw: Mapping[str, str]) -> tuple[tuple[Identifier, ...], set[str]]:
    """All identifiers that an entry states, in a fixed order of schemes.

    Returns:
        The identifiers, and the names of the fields that say nothing else.

    >>> identifiers_of({"journal": "CoRR", "volume": "abs/1706.03762", "doi": "10.1000/X"})[0]
    (Identifier('doi:10.1000/x'), Identifier('arxiv:1706.03762'))
    """
    found: list[Identifier] = []
    used: set[str] = set()
    for name, scheme in IDENTIFIER_FIELDS.items():
        if name in raw:
            identifiers, complete = _in_field(scheme, raw[name])
            found += identifiers
            if complete:
                used.add(name)
    _eprint(raw, found, used)
    found += [i for part in raw.get("identifiers", "").split() if (i := _parsed(part))]
    used.add("identifiers")
    how = raw.get("howpublished", "")
    if (
        "url" not in raw
        and how
        and (url := Identifier.of("url", url_of(how)) or Identifier.of("url", url_of(decode(how))))
    ):
        found.append(url)
        used.add("howpublished")
    found += _derived(raw, found)
    order = {scheme: place for place, scheme in enumerate(SCHEMES)}
    return tuple(sorted(dict.fromkeys(found), key=lambda i: order[i.scheme])), used


def _parsed(text: str) -> Identifier | None:
    try:
        return Identifier.parse(text.rstrip(","))
    except ValueError:
        return None


def _in_field(scheme: str, value: str) -> tuple[list[Identifier], bool]:
    """Identifiers of one field, and whether they are all that it says."""
    value = url_of(value)
    whole = Identifier.of(cast(Scheme, scheme), value)
    if whole and (scheme not in _SERIALS or _SERIALS[scheme].fullmatch(_LABEL.sub("", value))):
        return [whole], True
    if scheme in ("isbn", "issn"):
        parts = [_LABEL.sub("", p.strip()).strip(" :.") for p in _SERIAL_SPLIT.split(value)]
    else:
        parts = value.split() if scheme == "url" else [value]
    parts = [part for part in parts if part]
    found = [i for part in parts if (i := Identifier.of(cast(Scheme, scheme), part) or _serial(scheme, part))]
    return found, len(found) == len(parts)


def _serial(scheme: str, value: str) -> Identifier | None:
    """EndNote exports ISSNs under `isbn`."""
    return Identifier.of("issn", value) if scheme == "isbn" and _SERIALS["issn"].fullmatch(value) else None


def _eprint(raw: Mapping[str, str], found: list[Identifier], used: set[str]) -> None:
    value = url_of(raw.get("eprint", ""))
    kind = (raw.get("eprinttype") or raw.get("archiveprefix") or raw.get("archive") or "").strip(" {}").lower()
    scheme = EPRINT_SCHEMES.get(kind)
    if not kind and _ARXIV_ID.fullmatch(value):
        scheme = "arxiv"
    identifier = Identifier.of(cast(Scheme, scheme), value) if scheme and value else None
    if identifier:
        found.append(identifier)
        used.update({"eprint", "eprinttype", "archiveprefix"})


def _derived(raw: Mapping[str, str], found: list[Identifier]) -> Iterator[Identifier]:
    """Identifiers that stand in an address or in words."""
    for identifier in found:
        if identifier.scheme == "url" and _KNOWN_HOST.search(identifier.value):
            # BibDesk and Mendeley write `\_` as `%5C_` into addresses.
            for inner in find_identifiers(identifier.value.replace("%5C_", "_").replace("\\_", "_")):
                if inner.identifier.scheme not in ("url", "orcid", "ror"):
                    yield inner.identifier
    for name in _SPEAKING:
        match = _ARXIV_IN_TEXT.search(raw.get(name, "")[:1000])
        if match and (named := Identifier.of("arxiv", match[1])):
            yield named
