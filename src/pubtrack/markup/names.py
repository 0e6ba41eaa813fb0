"""Personal and corporate names given as one text."""

from __future__ import annotations

import re
from functools import lru_cache

from pubtrack.markup.titles import fold, plain_text
from pubtrack.model import Contributor, canonical_orcid
from pubtrack.vocab.name_words import (
    BODY_WORDS,
    CAPITAL_PARTICLES,
    DEGREES,
    HAN_DOUBLE_SURNAMES,
    HAN_SURNAMES,
    HANGUL_SURNAMES,
    KNOWN_BODIES,
    NOT_PARTICLES_AFTER,
    OPENING_PARTICLES,
    PARTICLES,
    SUFFIXES,
)

__all__ = ["is_body", "is_et_al", "parse_name", "parse_names"]

_ORCID = re.compile(
    r"(?:\(|\[|<)?\s*(?:https?://)?(?:orcid\.org/|orcid:\s*)?\d{4}-\d{4}-\d{4}-\d{3}[\dXx]\s*(?:\)|\]|>)?", re.I
)
_BRACED = re.compile(r"\{[^{}]+\}")
_EMAIL = re.compile(r"[(<\[]?\s*\S+@\S+\.\S+?\s*[)>\]]?(?=\s|$)")
_HOMONYM = re.compile(r"\s+\d{4}$")
_MARKS = re.compile(r"[*†‡§¶∗⁎✉#♠♣♥♦⋆★¹²³⁰-⁹]+(?:\d{1,2}(?:,\d{1,2})*$)?|(?<=[^\W\d_])\d{1,2}(?:,\d{1,2})*$")
_MORE = r"et\.?\s*al\b(?!-)\.?|et\.?\s*alii\b|and others\b|others\b|(?-i:u\.\s?a\.)"
"""Whole words, and "u. a." in small letters: else it takes a part of Brothers, Janet Al-Khalili, U. A. Khan."""
_ET_AL = re.compile(rf"(?:,|;|\band\b|&)*\s*(?:(?<!\w)(?:{_MORE})|等|…|\.\.\.)[\s.,;]*", re.I)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[- ]?){1,4}")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_HAN_NAME = re.compile(r"[\u3400-\u9fff\uf900-\ufaff·]+")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL_NAME = re.compile(r"[\uac00-\ud7a3]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def is_et_al(text: str) -> bool:
    """True where the text says only that there are more authors.

    >>> is_et_al("et al."), is_et_al("and others"), is_et_al("Al Gore")
    (True, True, False)
    """
    return bool(_ET_AL.fullmatch(text.strip()))


def parse_name(text: str) -> Contributor:
    """Gives the contributor that a name written as one text means; ValueError where the text is blank.

    Understands given name first ("Zhijing Jin"), family name first ("Jin, Zhijing"; "van der Berg, Jan"), Vancouver
    ("Family GN"), particles, suffixes, dblp homonym numbers (dropped), marks of author lists (dropped), Chinese and
    Korean names without spaces, and bodies (kept as `literal`). A name of one word is `literal`.

    >>> parse_name("Ludwig van Beethoven").sort_name, parse_name("Tetreault JR").given, parse_name("Wei Wang 0001").name
    ('van Beethoven, Ludwig', 'J. R.', 'Wei Wang')
    >>> parse_name("Bernhard Schölkopf,,").family, parse_name("ATLAS Collaboration").literal
    ('Schölkopf', 'ATLAS Collaboration')
    """
    cleaned = _cleaned(text)
    if not (cleaned or _BRACED.fullmatch(text.strip())):
        raise ValueError(f"no name in {text!r}")
    return _person(text, cleaned)


def _person(text: str, cleaned: str) -> Contributor:
    if _BRACED.fullmatch(text.strip()):
        return Contributor(literal=plain_text(text) or text)
    person, orcid = _parse_cleaned(cleaned), _orcid_in(text)
    return person.model_copy(update={"orcid": orcid}) if orcid else person


def _orcid_in(text: str) -> str | None:
    match = _ORCID.search(text) if "-" in text else None
    if not match:
        return None
    try:
        return canonical_orcid(match[0])
    except ValueError:
        return None


def _cleaned(text: str) -> str:
    """The name without what author lists hang on it."""
    if "\\" in text or "&" in text or "{" in text or "<" in text:
        text = plain_text(text)
    text = " ".join(text.replace("\u2019", "'").replace("\u00a0", " ").split())
    text = _ORCID.sub(" ", text) if "-" in text else text
    text = _EMAIL.sub(" ", text) if "@" in text else text
    text = re.sub(r"^(?:and|&)\s+", "", text.strip(" ,;"))
    text = _HOMONYM.sub("", text.strip(" ,;"))
    without_marks = _MARKS.sub("", text).strip(" ,;")
    return " ".join((without_marks or text).split())


@lru_cache(maxsize=32768)
def _parse_cleaned(text: str) -> Contributor:
    if _CJK.search(text):
        return _cjk_name(text)
    if is_body(text):
        return Contributor(literal=text)
    text, aliases = _without_bracket(text)
    text = _in_mixed_case(text)
    parts = [p for p in (p.strip() for p in text.split(",")) if p and not _is_degree(p)]
    if len(parts) > 1:
        return _family_first(parts, aliases)
    return _given_first((parts or [text])[0], aliases)


def _is_degree(text: str) -> bool:
    return all(word.lower().rstrip(".").replace("..", ".") in DEGREES for word in text.split())


def is_body(text: str) -> bool:
    """True where the name is that of an organisation, group or collaboration.

    >>> is_body("World Health Organization"), is_body("Anna University Smith, J."), is_body("Zhijing Jin")
    (True, True, False)
    """
    words = [w.strip(".()'").lower() for w in fold(text).replace(",", " ").split()]
    if any(w in BODY_WORDS for w in words) and len(words) > 1:
        return not (len(words) == 2 and "," in text)
    return bool(words) and (words[0] == "the" or " of the " in f" {' '.join(words)} " or words[0] in KNOWN_BODIES)


def _without_bracket(text: str) -> tuple[str, tuple[str, ...]]:
    """The name and, from "Fernando Gonzalez (Adauto)", its longer form: another spelling of the same person."""
    match = re.fullmatch(r"([^()]+?)\s*\(([^()]+)\)", text)
    if not match or "," in text:
        return text, ()
    return match[1], (f"{match[1]} {match[2]}",)


def _in_mixed_case(text: str) -> str:
    """A name all in capitals is brought to usual case; initials stay."""
    words = text.replace(",", " ").split()
    if not text.isupper() or len(words) < 2 or not any(len(w.strip(".")) > 3 for w in words):
        return text
    return re.sub(r"[^\W\d_]{3,}(?:'[^\W\d_]+)?|[^\W\d_]{2}(?=,)", lambda m: m[0].capitalize(), text)


def _suffix_of(word: str) -> str | None:
    return SUFFIXES.get(word.lower().rstrip("."))


def _family_first(parts: list[str], aliases: tuple[str, ...]) -> Contributor:
    suffix = next((s for p in parts[1:] if (s := _suffix_of(p))), None)
    rest = [p for p in parts[1:] if not _suffix_of(p)]
    family_words = parts[0].split()
    if not suffix and len(family_words) > 1 and (suffix := _suffix_of(family_words[-1])):
        family_words.pop()
    given_words = " ".join(rest).split()
    if not suffix and len(given_words) > 1 and (suffix := _suffix_of(given_words[-1])):
        given_words.pop()
    dropping: list[str] = []
    while len(given_words) > 1 and given_words[-1] in OPENING_PARTICLES:
        dropping.insert(0, given_words.pop())
    if not given_words:
        person = _given_first(" ".join(family_words), aliases)
        return person.model_copy(update={"suffix": suffix}) if suffix and not person.literal else person
    particle, family = _split_particle(family_words)
    return Contributor(
        family=family,
        given=_spaced_initials(" ".join(given_words)),
        dropping_particle=" ".join(dropping) or None,
        non_dropping_particle=particle,
        suffix=suffix,
        aliases=aliases,
    )


def _split_particle(words: list[str]) -> tuple[str | None, str]:
    """Lower-case particles before the family name; a particle with a capital stays part of it."""
    count = 0
    while count < len(words) - 1 and words[count] in (OPENING_PARTICLES if count == 0 else PARTICLES):
        count += 1
    return " ".join(words[:count]) or None, " ".join(words[count:])


def _given_first(text: str, aliases: tuple[str, ...]) -> Contributor:
    words = text.split()
    suffix = _suffix_of(words[-1]) if len(words) > 2 else None
    if suffix:
        words.pop()
    if len(words) < 2:
        return Contributor(literal=text, aliases=aliases)
    if _is_vancouver(words):
        particle, family = _split_particle(words[:-1])
        given = _spaced_initials(words[-1])
    else:
        start = _family_start(words)
        particle, family = _split_particle(words[start:])
        given = _spaced_initials(" ".join(words[:start]))
    if not given:
        return Contributor(literal=text, aliases=aliases)
    return Contributor(family=family, given=given, non_dropping_particle=particle, suffix=suffix, aliases=aliases)


def _is_vancouver(words: list[str]) -> bool:
    """True for "Family GN": the last word is one to three capitals, the first is a whole word."""
    last, first = words[-1].replace(".", "").replace("-", ""), words[0].rstrip(".")
    is_initials = last.isalpha() and last.isupper() and (len(last) <= 3 or words[-1].count(".") == len(last))
    return is_initials and len(first) > 1 and not (first.isupper() and len(first) <= 2)


def _family_start(words: list[str]) -> int:
    """Where the family name begins in a name that is written given name first; capitals mark it in French lists."""
    if words[0].isupper() and len(words[0]) > 2 and words[0].isalpha() and not any(w.isupper() for w in words[1:]):
        words[:] = [*words[1:], words[0].capitalize()]
        return len(words) - 1
    if words[-1].isupper() and len(words[-1]) > 3 and words[-1].isalpha() and not words[0].isupper():
        words[-1] = words[-1].capitalize()
    for i in range(1, len(words) - 1):
        if words[i] in OPENING_PARTICLES:
            return i
    start = len(words) - 1
    if {w.lower() for w in words} & NOT_PARTICLES_AFTER:
        return start
    while start > 1 and words[start - 1].lower() in CAPITAL_PARTICLES:
        start -= 1
    return start


def _spaced_initials(given: str) -> str:
    """Given names in which "JR" and "J.R." became "J. R."; whole names stay."""
    compact = given.replace(" ", "").replace(".", "")
    is_initials = compact.isalpha() and compact.isupper() and len(compact) <= 3
    if is_initials and (len(given.split()) == 1 or "." in given):
        return " ".join(f"{c}." for c in compact)
    return re.sub(r"(?<=[^\W\d_]\.)(?=[^\W\d_])", " ", given)


def _cjk_name(text: str) -> Contributor:
    """Chinese, Japanese and Korean names: family first; split only where that is certain."""
    parts = [p for p in re.split(r"[\s,，、]+", text) if p]
    if len(parts) == 2 and all(_CJK.search(p) for p in parts):
        return Contributor(family=parts[0], given=parts[1])
    whole = "".join(parts) if len(parts) == 1 else ""
    if _HAN_NAME.fullmatch(whole) and whole[:2] in HAN_DOUBLE_SURNAMES and len(whole) in (3, 4):
        return Contributor(family=whole[:2], given=whole[2:])
    table = HAN_SURNAMES if _HAN_NAME.fullmatch(whole) else HANGUL_SURNAMES if _HANGUL_NAME.fullmatch(whole) else ""
    if whole and whole[0] in table and len(whole) in (2, 3):
        return Contributor(family=whole[0], given=whole[1:])
    return Contributor(literal=text)


def parse_names(text: str) -> tuple[Contributor, ...]:
    """Gives the contributors of a list written as one text; "et al." is left out.

    >>> [p.family for p in parse_names("Jin, Z., Mihalcea, R. and van der Berg, J.")]
    ['Jin', 'Mihalcea', 'Berg']
    >>> [p.family for p in parse_names("Zhijing Jin, Rada Mihalcea & Joel R. Tetreault, et al.")]
    ['Jin', 'Mihalcea', 'Tetreault']
    """
    text = _ET_AL.sub(" ; ", text)
    names: list[Contributor] = []
    for stretch in re.split(r"\s*;\s*|\s*[、；]\s*|,?\s+(?:and|und|y|et|&)\s+|\s*&\s*", text):
        some = (n for n in _split_at_commas(stretch) if re.search(r"[^\W\d_]", n))
        names.extend(_person(n, cleaned) for n in some if (cleaned := _cleaned(n)))  # a TeX command may be nothing
    return tuple(names)


def _split_at_commas(text: str) -> list[str]:
    """Commas stand between names, or between family and given name, or both."""
    parts = [p.strip() for p in text.split(",") if p.strip()]
    if len(parts) < 2 or _CJK.search(text):
        return parts if _CJK.search(text) else [", ".join(parts)]
    names: list[str] = []
    for part in parts:
        goes_on = names and "," not in names[-1] and _continues(names[-1], part, len(parts) == 2)
        if names and (goes_on or _suffix_of(part)):
            names[-1] += f", {part}"
        else:
            names.append(part)
    return names


def _continues(family: str, part: str, only_two: bool) -> bool:
    """True where the part is the given name of the family name before it."""
    if part == part.upper() and _INITIALS.fullmatch(part) and not _ends_in_initials(family):
        return True
    words = family.split()
    whole_words = len(words) > 1 and words[0] not in PARTICLES
    return not whole_words and not _ends_in_initials(family) and (only_two or len(part.split()) <= 2)


def _ends_in_initials(text: str) -> bool:
    words = text.split()
    last = words[-1].replace(".", "")
    return len(words) > 1 and last.isupper() and len(last) <= 3
