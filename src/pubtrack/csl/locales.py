"""Terms, date forms and options of one language, with the fallbacks of the specification.

Source: https://docs.citationstyles.org/en/stable/specification.html#locale-fallback
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pubtrack.csl.catalogue import locale_path, primary_dialects
from pubtrack.csl.elements import Element, parse_xml

__all__ = ["Locale", "Term", "load_locale"]


class Term(NamedTuple):
    """One localized word in both numbers."""

    single: str
    multiple: str


# Source: https://docs.citationstyles.org/en/stable/specification.html#terms ("verb-short" first falls back to "verb",
# "symbol" first falls back to "short"; both end at "long").
_FORM_FALLBACK = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long", "static": "long"}
_ORDINALS = "ordinal"


class Locale:
    """The words, date forms and options for one language.

    Attributes:
        lang: Its tag, for example `de-DE`.
        dates: The `cs:date` elements for form `text` and `numeric`.
        options: `punctuation-in-quote` and `limit-day-ordinals-to-day-1` as booleans.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.terms: dict[tuple[str, str], Term] = {}
        self.genders: dict[str, str] = {}
        self.ordinals: dict[tuple[str, str], tuple[str, str]] = {}
        self.dates: dict[str, Element] = {}
        self.options: dict[str, bool] = {}
        self._seen: dict[tuple[str, str], Term | None] = {}

    def copy(self, lang: str | None = None) -> Locale:
        """A locale of its own with the same contents."""
        twin = Locale(lang or self.lang)
        twin.terms, twin.genders, twin.ordinals = dict(self.terms), dict(self.genders), dict(self.ordinals)
        twin.dates, twin.options = dict(self.dates), dict(self.options)
        return twin

    def overlay(self, element: Element) -> None:
        """Takes over everything that a `cs:locale` element defines."""
        for child in element.children:
            if child.tag == "style-options":
                self.options.update({name: value == "true" for name, value in child.attrs.items()})
            elif child.tag == "date":
                self.dates[child.attrs.get("form", "text")] = child
            elif child.tag == "terms":
                self._overlay_terms(child.find_all("term"))
        self._seen.clear()

    def _overlay_terms(self, terms: list[Element]) -> None:
        # Ordinal suffixes belong together: a locale that defines any of them replaces all.
        # Source: https://docs.citationstyles.org/en/stable/specification.html#ordinal-suffixes
        if any(_is_ordinal(term.attrs.get("name", "")) for term in terms):
            self.ordinals = {}
        for term in terms:
            name, gender = term_name(term.attrs.get("name", "")), term.attrs.get("gender-form", "")
            words = _words(term)
            if _is_ordinal(name):
                self.ordinals[name, gender] = (words.single, term.attrs.get("match", ""))
                continue
            form = term.attrs.get("form", "long")
            self.terms[name, f"{form}/{gender}" if gender else form] = words
            if "gender" in term.attrs:
                self.genders[name] = term.attrs["gender"]

    def term(self, name: str, form: str = "long", plural: bool = False, gender: str = "") -> str | None:
        """The localized word, or None where the locale has no such term.

        Args:
            name: The term's name in CSL.
            form: `long`, `short`, `verb`, `verb-short` or `symbol`; a missing form falls back.
            plural: The word for several.
            gender: `feminine`, `masculine` or empty, for terms with a gender-form.
        """
        name = term_name(name)
        key = (name, f"{form}/{gender}" if gender else form)
        if key not in self._seen:
            self._seen[key] = self._look_up(name, form, gender)
        words = self._seen[key]
        return None if words is None else words.multiple if plural else words.single

    def _look_up(self, name: str, form: str, gender: str) -> Term | None:
        while True:
            if gender and (name, f"{form}/{gender}") in self.terms:
                return self.terms[name, f"{form}/{gender}"]
            if (name, form) in self.terms:
                return self.terms[name, form]
            if form not in _FORM_FALLBACK:
                return None
            form = _FORM_FALLBACK[form]


def term_name(name: str) -> str:
    """The name under which a term is kept: `no date` and `no-date` are one."""
    return name.replace(" ", "-")


def _is_ordinal(name: str) -> bool:
    return name == _ORDINALS or (name.startswith("ordinal-") and name[8:].isdecimal())


def _words(term: Element) -> Term:
    single, multiple = term.find("single"), term.find("multiple")
    if single is None and multiple is None:
        return Term(term.text, term.text)
    one = single.text if single else ""
    return Term(one, multiple.text if multiple else one)


def _normal_tag(lang: str) -> str:
    """`de_de` and `DE-de` as `de-DE`."""
    parts = lang.strip().replace("_", "-").split("-")
    head, *rest = parts
    return "-".join([head.lower(), *(p.title() if len(p) == 4 else p.upper() for p in rest)])


def dialect(lang: str | None) -> str:
    """The full tag for a language: its primary dialect where none is given.

    >>> dialect("de"), dialect("DE_at"), dialect(None)
    ('de-DE', 'de-AT', 'en-US')
    """
    tag = _normal_tag(lang or "en-US")
    if locale_path(tag):
        return tag
    return primary_dialects().get(tag, tag) if "-" not in tag else tag


@lru_cache(maxsize=64)
def _file_locale(lang: str) -> Element | None:
    path = locale_path(lang)
    return parse_xml(path.read_bytes(), str(path)) if path else None


@lru_cache(maxsize=64)
def _base_locale(lang: str) -> Locale:
    locale = Locale(lang)
    base = primary_dialects().get(lang.split("-", maxsplit=1)[0], "")
    for tag in dict.fromkeys(["en-US", base, lang]):
        element = _file_locale(tag) if tag else None
        if element is not None:
            if tag != "en-US":
                locale.options = {}
            locale.overlay(element)
    return locale


def load_locale(lang: str | None, overrides: list[Element] | tuple[Element, ...] = ()) -> Locale:
    """The locale for a language with a style's own `cs:locale` elements on top.

    Args:
        lang: A tag like `de-AT`; unknown dialects fall back to their language, unknown languages to `en-US`.
        overrides: The style's `cs:locale` elements, in any order.
    """
    tag = dialect(lang)
    locale = _base_locale(tag).copy(tag)
    language = tag.split("-")[0]
    for wanted in ("", language, tag):
        for element in overrides:
            if _normal_tag(element.attrs.get("xml:lang", "") or "") == wanted:
                locale.overlay(element)
    return locale
