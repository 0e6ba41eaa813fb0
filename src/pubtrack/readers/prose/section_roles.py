"""What the words of a heading announce: a role (publications, talks, awards ...) and a kind of text."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from functools import lru_cache

from pubtrack.readers.prose.award_headings import award_heading
from pubtrack.readers.prose.words import fold, is_cjk
from pubtrack.vocab.section_words import HEADING_LINKS, SECTION_KINDS, SECTION_WORDS

__all__ = ["coverage", "is_menu_entry", "refined_role", "section_kind", "section_role"]

_TRIM = re.compile(
    r"^[\W\d_]*(?:[IVX]{1,4}\.\s|[A-Z]\.\s|第?[一二三四五六七八九十]{1,3}(?=[、.．)）部章节])[部章节]?)?[\W_]*|[\W_]+$"
)
LONGEST_CHINESE_HEADING = 8
"""Characters of a Chinese line of its own that may be a heading by its last word. Chosen by hand."""


def coverage(text: str) -> float:
    """Gives how much of the line the section words make up, so that a sentence is no heading."""
    folded = fold(_TRIM.sub("", text))
    if not folded:
        return 0.0
    if is_cjk(folded):
        known_cjk = max((len(phrase) for phrase, _ in _CHINESE if phrase in folded), default=0)
        if len(folded) <= LONGEST_CHINESE_HEADING and folded.endswith(tuple(phrase for phrase, _ in _CHINESE)):
            return 1.0  # 代表性论文, 主持科研项目: the last word says what follows
        return known_cjk / len(folded) if len(folded) <= 14 else 0.0
    known = sum(len(word) for word in re.findall(r"[\w'-]+", folded) if word in HEADING_LINKS or _is_section_word(word))
    return known / max(1, len(re.sub(r"\W", "", folded)))


@lru_cache(maxsize=8192)
def _is_section_word(word: str) -> bool:
    return word.startswith(_LONG_FIRST_WORDS)


def _phrases() -> list[tuple[str, str]]:
    """Gives (phrase, role), the longest first; on a tie the order of the table counts."""
    pairs = [
        (phrase, role) for role, languages in SECTION_WORDS.items() for words in languages.values() for phrase in words
    ]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


_PHRASES = _phrases()
_LATIN = [(phrase, role) for phrase, role in _PHRASES if not is_cjk(phrase)]
_CHINESE = [(phrase, role) for phrase, role in _PHRASES if is_cjk(phrase)]
_FIRST_WORDS = frozenset(word for phrase, _ in _LATIN for word in phrase.split())
_LONG_FIRST_WORDS = tuple(sorted(word for word in _FIRST_WORDS if len(word) > 3))
_BY_FIRST: dict[str, list[tuple[str, str]]] = {}
for _phrase, _role in _LATIN:
    _BY_FIRST.setdefault(_phrase[:3], []).append((_phrase, _role))


@lru_cache(maxsize=4096)
def section_role(text: str, anywhere: bool = False) -> str:
    """Gives what a heading announces, `""` where it says nothing known.

    >>> section_role("Selected Publications"), section_role("Vorträge (Auswahl)"), section_role("获奖情况"), section_role("Hello")
    ('publications', 'talks', 'awards', '')
    """
    folded = fold(_TRIM.sub("", text))
    if (
        not folded
        or len(folded) > 160
        or text.rstrip(" *_").endswith(("?", "？"))
        or (not anywhere and len(folded.split()) > 12)
    ):
        return ""
    hits = _hits(folded)
    if not hits:
        return ""
    if _OUTPUT.fullmatch(folded):
        return "publications"
    if award_heading(text):
        return "awards"
    if _SPOKEN_PAPERS.match(folded):
        return "talks"
    if hits[0][0] == 0 and hits[0][2] == "publications" and _FROM.match(folded):
        return "publications"  # "Reports from research projects": reports
    if any(hit[2] == "awards" and _FOR.match(folded, hit[0]) for hit in hits):
        return "awards"  # "Awards for Publications": what they are for counts less
    if is_cjk(folded):
        news = max((length for _, length, role in hits if role == "news"), default=0)
        others = [hit for hit in hits if hit[2] != "news"]
        if others and max(length for _, length, _ in others) >= news:
            hits = others  # 近期论文: the papers count, not that they are new; 课题组新闻 are news
    longest = max(length for _, length, _ in hits)
    best = [hit for hit in hits if hit[1] >= longest - 3]
    return min(best, key=lambda hit: (hit[0], -hit[1]))[2]


_OUTPUT = re.compile(
    r"(?:(?:selected|recent|legal|published|public|my|research|teaching|creative work) (?:and |& )?)?scholarship"
)
"""What an American professor writes; scholarships are awards."""
_SPOKEN_PAPERS = re.compile(
    r"(?:(?:selected|recent|invited|conference|public) )?(?:papers|lectures|talks|presentations)(?:,| and| &) (?:invited |public )?(?:papers|lectures|talks|presentations)\b"
)
"""`Papers and lectures`: what was read to an audience."""
_FROM = re.compile(
    r"[\w'-]+ (?:relacionad|derivad|resultad|related to|from|resulting|arising|aus|im rahmen|issue?s? d|lies? a)"
)
"""`Informes relacionados con proyectos`: what they come from counts less."""
_FOR = re.compile(r"[\w'-]+ (?:for|fur|pour|para|per|to) ")


def _hits(folded: str) -> list[tuple[int, int, str]]:
    """Gives (place, length, role) of every section word; inside a longer one the shorter does not count."""
    hits: list[tuple[int, int, str]] = []
    for word in re.finditer(r"[^\W_][\w'-]*", folded):
        for phrase, role in _BY_FIRST.get(folded[word.start() : word.start() + 3], ()):
            if folded.startswith(phrase, word.start()):
                hits.append((word.start(), len(phrase), role))
                break
    if is_cjk(folded):
        for phrase, role in _CHINESE:
            at = folded.find(phrase)
            if at >= 0:
                hits.append((at, len(phrase) * 3, role))
    return hits


@lru_cache(maxsize=4096)
def section_kind(text: str) -> str:
    """Gives the CSL type that a heading names, `""` for none.

    >>> section_kind("Book chapters"), section_kind("Zeitschriftenaufsätze"), section_kind("2019")
    ('chapter', 'article-journal', '')
    """
    folded = fold(text)
    for kind in (
        "review-book",
        "chapter",
        "thesis",
        "paper-conference",
        "report",
        "article",
        "book",
        "article-journal",
    ):
        if any(word in folded for word in SECTION_KINDS[kind]):
            return kind
    return ""


LONGEST_MENU = 30
"""Characters of an entry of a menu. Chosen by hand."""
MOSTLY = 0.7
"""Part of its words that are known from headings."""


def is_menu_entry(words: str) -> bool:
    """Tells whether words say no more than what a section or page is about.

    >>> is_menu_entry("Publications"), is_menu_entry("研究成果 (Research)"), is_menu_entry("Publications of rope makers")
    (True, True, False)
    """
    short = len(words) <= LONGEST_MENU
    return short and bool(section_role(words)) and (coverage(words) >= MOSTLY or (is_cjk(words) and "(" in words))


_SERVING = re.compile(
    r"organi[sz]|committee|comite|comissao|komitee|referee|reviewer|gutacht|mitglied|member|membr[eo]|board"
)
"""Folded words of a heading that is about service wherever it stands: `Organização de eventos` under "Publicações"."""


_DATED = re.compile(r"\A\W*(?:19|20)\d\d\b|\b(?:19|20)\d\d\W*\Z")
_GENRE = re.compile(
    r"(?:short |feature )?(?:fictions?|films?|documentar\w*|shorts|features)|documentaires?|courts?[- ]metrages?|longs?[- ]metrages?|ficcion|documentales?|cortometrajes|largometrajes|kurzfilme?|spielfilme?|dokumentarfilme?|短片|纪录片"
)
"""Kinds of films: `Fiction` below `Filmography` is no list of novels."""


def refined_role(outer: str, inner: str, outer_level: int, heading: str) -> str:
    """Under "Publications" a bold "Reviews" or "Workshops" is a kind of publication, under "Talks" a kind of talk."""
    if inner == "service" and outer == "publications" and _SERVING.search(fold(heading)):
        return inner
    weak = {
        "service",
        "about",
        "news",
        "projects",
        "education",
        "software",
        "appointments",
        "teaching",
        "media",
        "grants",
    }
    if inner in weak and outer in ("publications", "talks") and (outer_level >= 2 or inner == "service"):
        return outer
    if outer in ("talks", "teaching", "supervision", "service") and inner in ("publications", "talks"):
        return outer
    if outer == "supervision" and inner == "education":
        return outer  # "Doktoranden", then "Abgeschlossene Promotionen": the degrees are theirs
    if outer == "awards" and inner in ("appointments", "education", "about", "talks") and _DATED.search(heading):
        return outer  # "2021 Outstanding Early Career Criminologist": an award
    if outer == "awards" and inner in ("publications", "service"):
        return outer
    if outer == "projects" and _GENRE.fullmatch(fold(_TRIM.sub("", heading))):
        return outer
    return inner
