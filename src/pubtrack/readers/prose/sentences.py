"""Titles in running prose: quoted, in italics or linked, and what the words around them make of them."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from dataclasses import replace

from pubtrack.markup.spans import part
from pubtrack.readers.prose.award_names import award_names
from pubtrack.readers.prose.beside import opens_signed, opens_with, said_beside
from pubtrack.readers.prose.chinese_titles import is_built, other_in_marks, row_of_marks
from pubtrack.readers.prose.cues import cue_beside, cue_of_question
from pubtrack.readers.prose.found import FoundOther, FoundWork
from pubtrack.readers.prose.hosts import is_scholarly, leads_to_entry
from pubtrack.readers.prose.link_labels import is_label_of_link
from pubtrack.readers.prose.marked_stretches import marked_stretches
from pubtrack.readers.prose.meetings import names_meeting
from pubtrack.readers.prose.no_titles import is_merit, names_body
from pubtrack.readers.prose.references import read_reference
from pubtrack.readers.prose.section_roles import is_menu_entry
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import holds_reference, looks_like_names, title_shape
from pubtrack.readers.prose.words import Lexicon, fold, is_cjk, wording, year_in
from pubtrack.vocab.work_words import WORK_VERBS

__all__ = ["read_sentences"]

SHORTEST = 3
"""Characters of a title. Chosen by hand: nothing shorter was ever one."""
LEFT, RIGHT = 90, 110
"""How many characters around a title may speak about it. Chosen by hand: one clause on each side."""

_VERBS = Lexicon({verb: "verb" for verbs in WORK_VERBS.values() for verb in verbs})


_SENTENCE_END = re.compile(r"[.!?](?<=[a-z\d)\]”\"»'][.!?])[\s\"”»)]+(?=[A-Z“\"«„ÀÉÈÁÓÚÄÖÜ])|[。！？]|(?<![:：])\n")
_BOOK_AFTER = re.compile(
    r"^\W{0,3}\((?:[^()]{0,80},\s*)?(?:19|20)\d\d(?:[,;][^()]{0,40})?\)|^\W{0,3}\((?:[^()]{0,60}(?:Press|Verlag|Editorial|Springer|Routledge|Wiley|Ediciones|Éditions|PUF|Presses|Suhrkamp|出版社)[^()]{0,40})\)"
)


_PRINTED_AFTER = re.compile(r"[\"”“»’]\s\((?=[A-ZÀ-Þ])[^()]{3,80},\s(?:19|20)\d\d\)")
"""`“Grazers in a patchy world” (Nature, 1992)`: what appeared there is a text whatever the words before say."""


def read_sentences(placed: Placed) -> tuple[list[FoundWork], list[FoundOther]]:
    """Gives the works a block of prose names, and the quoted or linked things that are none."""
    block = placed.block
    works: list[FoundWork] = []
    others: list[FoundOther] = []
    taken: list[tuple[int, int]] = []
    candidates = marked_stretches(placed)
    if candidates and _COVERED.match(placed.said.folded):
        return [], [FoundOther(placed, start, end, "media article") for start, end, _, _ in candidates]
    for outer_start, outer_end, mark, href in candidates:
        start, end = _title_inside(placed, outer_start, outer_end)
        if end - start < SHORTEST or any(start < b and a < end for a, b in taken):
            continue
        score, kind = _judge(placed, start, end, mark, href)
        if works and score < 0.5 and not kind.startswith("other:") and _goes_on(block.text, works[-1], start, end):
            score, kind = works[-1].confidence, f"work:{works[-1].kind}"
        if others and _is_next_container(block.text, others[-1], start):
            score, kind = 0.0, "other:container"
        if kind.startswith("other:"):
            others.append(FoundOther(placed, start, end, kind[6:]))
            taken.append((start, end))
        elif score >= 0.5:
            year, venue, ids = said_beside(block, start, end)
            if year is None and placed.role == "education":
                year = year_in(block.text[:start], last=True)
            sure = min(0.95, score)
            works.append(FoundWork(placed, start, end, kind[5:] or "work", (), year, venue, ids, sure))
            taken.append((start, end))
    return works, others


_CITED = re.compile(r"[A-ZÀ-Þ][\w'’‐-]+,? (?:[A-ZÀ-Þ]\.?[ ,-]?){1,3}[^\n]{10,400}?\(?(?:19|20)\d\d[a-z]?\b[).,:]")
"""Names with initials and a year: a reference."""
_CITED_AT_END = re.compile(
    r"[^\n]{20,300}?[,.] [A-ZÀ-Þ][^\n]{4,80}?\(?(?:19|20)\d\d\)?[,;:]? ?\d{1,4}\s?(?:\(\d{1,3}\))?[,:] ?\d{1,5}"
)
"""`Wet sails without wind, Journal of Sails (2017), 32 (11), 1019-1031`: a title with its journal."""


def _title_inside(placed: Placed, start: int, end: int) -> tuple[int, int]:
    """Gives the title of a reference that stands in quotes, italics or a link as a whole; other stretches stay as they are."""
    text = placed.block.text
    if end - start < SHORTEST_CITED or not (_CITED.match(text, start, end) or _CITED_AT_END.match(text, start, end)):
        return start, end
    cited = read_reference(replace(placed, block=part(placed.block, start, end)))
    return (start + cited.start, start + cited.end) if cited and cited.evidence >= 2 else (start, end)


SHORTEST_CITED = 50
"""Characters of a whole reference. Chosen by hand: names, a year, a title and a journal."""
_COVERED = re.compile(
    r"\W{0,3}(?:(?:this |the |our )?(?:article|paper|study|work|research|book|preprint) )?(?:was |has been |is )?(?:also )?(?:covered|featured|highlighted|picked up|reported|mentioned|discussed) (?:in|by|on)\b"
    r"|\W{0,3}(?:(?:selected )?(?:media|press|news)(?: coverage| releases?| mentions?| attention)?|presse|en los medios|dans la presse|媒体报道)\s?[:：]"
)
"""`Article covered in Newsweek, Science Daily, Forbes`: what is named there are pieces about a work."""


_AND = re.compile(r"\W{0,3}(?:\([^()]{0,80}\))?\W{0,3}(?:and|und|y|et|e|&|as well as|sowie|及|和)?\W{0,3}")


def _goes_on(text: str, before: FoundWork, start: int, end: int) -> bool:
    """Tells whether a marked stretch is joined to a title: `author of *A* (Chicago, 2019) and *B* (Princeton, 2008)`."""
    between = text[before.end : start]
    return (
        0 < len(between) < 100
        and _AND.fullmatch(between) is not None
        and not before.placed.block.text[before.end - 1].isspace()
        and (_BOOK_AFTER.match(text[end : end + 120]) is not None or "and" in between or "," not in between)
        and title_shape(text[start:end]) >= 0.4
        and any(c in between for c in "&,和及、(") | bool(re.search(r"\b(?:and|und|y|et|e|as|sowie)\b", between))
    )


_AND_THE = re.compile(
    r"\W{0,3}(?:and|und|y|et|e|&|sowie|及|和)?\W{0,2}(?:(?:in )?(?:the|la|le|el|der|die|das|les|los)\W{1,2})?"
)


def _is_next_container(text: str, before: FoundOther, start: int) -> bool:
    """`articles in *Past & Present* and the *American Historical Review*`: what stands beside a journal is one."""
    return (
        before.kind == "container" and before.end < start and _AND_THE.fullmatch(text[before.end : start]) is not None
    )


def _judge(placed: Placed, start: int, end: int, mark: str, href: str) -> tuple[float, str]:
    """Gives how sure a marked stretch is a work, and `work:TYPE` or `other:KIND`. Each reason adds its part."""
    text = placed.block.text
    shape = title_shape(text[start:end])
    dated = _BOOK_AFTER.match(text[end : end + 120]) is not None
    shape = max(shape, 0.4 * (dated and " " in text[start:end]))
    left, right = _around(placed, start, end)
    verb = _verb_after(right)
    quoted = mark not in ("em", "link", "strong", "emph", "textit", "plain")
    cue = _cue(placed, start, end, left, right, quoted)
    if told := _told_behind(text, end, left, right):
        return 0.0, told
    if placed.said.chinese and mark not in ("《", "〈") and is_built(left, text[start:end], right):
        return 0.0, "other:software"
    if mark in ("《", "〈"):
        first, last = row_of_marks(text, start, end)
        if (first, last) != (start, end):
            left, right = _around(placed, first, last)
            cue = _cue(placed, first, last, left, right, quoted)
        return _judge_chinese(placed, shape, left, right, cue)
    owned = _OWNED.search(left) is not None or (verb and leads_to_entry(href))
    named = "!" * owned or "#" * (_ENTITLED.search(left) is not None)
    if refused := _refused(placed, text[start:end], shape, cue + named, quoted, verb):
        return 0.0, refused
    score = 0.45 * shape + (0.12 if quoted else 0.0) - 0.25 * (mark == "strong" and not owned) + _role_part(placed)
    score += 0.35 if cue.startswith("work:") else 0.25 if verb else 0.0
    if href and is_scholarly(href):
        score += 0.3
    if placed.role == "awards" and mark != "strong" and _AWARDED_FOR.search(left):
        score += 0.4
    if not quoted:
        score += 0.4 * dated - 0.2 * (not (cue or verb or href or dated))
    elif opens_with(text, start, right) or (placed.role == "awards" and opens_signed(text, start, end)):
        score += 0.15
    return score, _kind_of(cue, left, right)


def _cue(placed: Placed, start: int, end: int, left: str, right: str, quoted: bool) -> str:
    """Gives what the words beside a stretch, or the question it answers, say it is: `work:TYPE`, `other:KIND` or `""`."""
    cue, distance = cue_beside(left, right)
    if cue == "other:container" and (distance > 3 or placed.role == "awards"):
        cue = ""
    if not cue and quoted and placed.role not in _OTHER_ROLES and _PRINTED_AFTER.match(placed.block.text, end):
        cue = "work:work"
    if not cue and placed.role not in _OTHER_ROLES and _PUBLISHED.search(left):
        cue = "work:work"
    if cue.startswith("other:") and quoted and placed.role == "awards" and _RIGHT_FOR.search(left):
        cue = ""  # "Best Paper Award, 12. Tagung für Taue, für „Salz und Seil“": what the prize was for
    prized = placed.role == "awards" and _PRIZED_STUDY.search(left)
    if cue == "other:project" and quoted and (prized or _FOR_A_DEGREE.match(right)):
        cue = "work:work" if prized else "work:thesis"
    if cue not in ("", "other:phrase") or not placed.asked:
        return cue
    told = placed.block.text[:start].rstrip('"“„«‘ ')[: -len(left) or None]
    return cue_of_question(told, left) or cue_of_question(placed.asked, left) or cue


_PUBLISHED = re.compile(
    r"\b(?:(?:co-?)?published|(?:co-?)?publie|publia|publico|publicado|publicou|pubblicato|pubblico|veroffentlichte|publizierte)\W{1,3}\Z"
)
"""`Elle a publié « X »`: right behind these verbs stands what somebody wrote."""
_RIGHT_FOR = re.compile(r"[,;:)] ?(?:for|fur|por|pour|per)\W+$")
"""Behind a comma these words lead to what an award was for, whatever stands before."""
_PRIZED_STUDY = re.compile(
    r"\b(?:mejor(?:es)? (?:trabajos?|estudios?|investigacion)|best (?:research|paper|study|work)|meilleure? (?:travail|recherche|etude)|beste (?:arbeit|studie)|miglior lavoro|melhor trabalho)\b"
)
"""`al mejor trabajo de investigación, ..., al proyecto “...”`: what won is a study whatever it is called next."""


_FOR_A_DEGREE = re.compile(
    r"\W{0,3}(?:realizad[oa]|defendid[oa]|leid[oa]|presentad[oa]|dirigid[oa]|realise|soutenu|submitted|defended|eingereicht|verteidigt)\b[^.;\"“«]{0,60}\b(?:universi|politecnic|hochschule|escuela|ecole)"
)
"""`por el proyecto “...”, realizado en la Universidad de León`: work for a degree is called so, too."""


def _kind_of(cue: str, left: str, right: str) -> str:
    if cue in ("work:work", "work:") and _FOR_DEGREE.search(f"{left[-60:]} {right[:40]}"):
        return "work:thesis"
    return cue if cue.startswith("work:") else "work:"


_FOR_DEGREE = re.compile(r"\b(?:promoviert|promovierte|promotion|doctorate|doctorat|doctorado|doctoro|ph\.?d)\b")
_CHINESE_TALK = re.compile(
    r"[”\"》」]\s?的?(?:大会|特邀|邀请|口头|主题|学术|专题|主旨|墙报)?(?:报告|演讲|讲座|发言|讲话)"
)
_AWARDED_FOR = re.compile(
    r"\b(?:for|fur|por|pour|per)\W+(?:(?:the|our|my|his|her|das|den|die|der|el|la|su|le|son|sa|l'|il|lo)\W+)?(?:[\w-]+\W+){0,2}$"
)
"""In a list of awards these words lead to what the award was for."""
_BODY = re.compile(
    r"\b(?:award|awards|prize|policy|workshop|conference|university|universit\w*|institut\w*|department|cent(?:er|re)|lab|laboratory|group|school|college|project|program|programme|website|homepage|journal|press|society|association|foundation|academy|team|council|committee|symposium|seminar|library|museum|archive|newsletter|gallery|initiative|network|faculty|profile|page|scholar)\b"
)
"""Short links that hold one of these name a body, not a text."""


_IN_WHICH = re.compile(r"\b(?:im|in|in der|in dem|in the|dans|dans le|dans la|en el|en la|en|nel|nella)\W*$")
_APPEARED = re.compile(r"\W*(?:erschien|veroffentlicht|erscheint|publie|paru|appeared|appears)")
"""`a chapter that in *Handbook of X* erschienen ist`: where it appeared, not what."""


def _told_behind(text: str, end: int, left: str, right: str) -> str:
    """Gives `other:KIND` where the words right behind a stretch say what it is, else `""`."""
    if _CHINESE_TALK.match(text, end):
        return "other:talk"
    if said := _NOUN_BEHIND.match(text, end):
        return f"other:{said.lastgroup}"
    if _ATTENDED.search(left):
        return "other:event"
    if _INSTALLMENT.search(left):
        return "other:series"
    inside = (
        (_IN_WHICH.search(left) and _APPEARED.match(right))
        or _APPEARED_IN.search(left)
        or _BEHIND_QUOTE.search(left)
        or _TEXT_IN.search(left)
        or _IN_VOLUME.search(left)
    )
    return "other:container" if inside and text[end : end + 1] not in "”»" else ""


_ATTENDED = re.compile(
    r"\b(?:attend(?:ing|ed|ance at)?|participat(?:ed|ing|ion) in|(?:taking|took) part in|teilnahme an|besuch de[rs]|teilgenommen an|asisti(?:r|encia) al?|participacion en|participe a|participation a)(?: (?:the|a|an|der|dem|la|le|el|l'))?\W*\Z"
)
"""`a fellowship for attending “The Book in the Industrial Era”`: a course or a meeting."""
_NOUN_BEHIND = re.compile(
    r"[”\"»“](?:\s|-)(?:(?P<award>award|prize|medal|fellowship|[Pp]reis)"
    r"|(?P<event>(?:mini-?)?symposium|[Ww]orkshops?|session|panel|seminar|conference|colloquium|summer school|hackathon|Tagung|Konferenz|Symposium|Seminar|Sektion)"
    r"|(?P<talk>talk|lecture|keynote|presentation|poster|webinar|tutorial|Vortrag|Poster)"
    r"|(?P<project>project|initiative|programme|program|campaign|exhibition|exhibit|podcast|blog|Projekt|Ausstellung|Podcast))\b"
)
"""`the “Blessed Are the Peacemakers” award`, `Organized the “Ropes and Knots” symposium`: what is quoted is its name."""
_BEHIND_QUOTE = re.compile(r"[”\"»“]\s?(?:\((?:in )?|,?\s(?:in|en|dans|im)\s(?:the |el |la |le |der |dem )?)\Z")
"""`“Cactáceas” en *Biodiversidad amenazada* (UNAM, 2022)`, `“Azobenzene cages” (*J. Am. Chem. Soc.*, 2017)`."""
_IN_VOLUME = re.compile(
    r"(?:\b(?:in|im|dans|en|nel)(?: (?:the|a|an|his|her|their|dem|der|le|la|el|un|une))?(?: (?:19|20)\d\d)?(?: (?:forthcoming|recent|new|neuen))?(?: l'| )"
    r"(?:(?:edited|collected|collective|co-edited) (?:volume|collection|anthology|book)|sammelband|tagungsband|ouvrage collectif|volumen colectivo|libro colectivo)"
    r"|(?:[”\"»]|\b(?:article|chapter|essay|contribution|paper)\b)[^.;]{0,40}\bin the(?: (?:19|20)\d\d)? (?:volume|collection|anthology|handbook|companion))"
    r"(?: (?:titled|entitled|called|mit dem titel|intitule|titulado))? ?\Z"
)
"""`in the 2012 edited volume *From Stage to Screen*`, `“Ropes,” in the collection *Harbours*`: a text is in it."""
_INSTALLMENT = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|last|latest|newest) (?:installment|instalment|volume|issue|number|book|title) (?:of|in)(?: (?:the|a))?(?: (?:book )?series)? ?[\"“«]?\Z"
)
"""`the 18th installment of “Speculum Musicae”`: a series."""
_TEXT_IN = re.compile(
    r"\b(?:article|articulo|paper|letter|essay|correspondence|comment(?:ary)?|piece|perspective|editorial|op-?ed|column|review|feature|news and views|ensayo|artikel|aufsatz|beitrag|studie|etude|estudio|study)\b(?: (?:de|of|from|von|aus)? ?(?:19|20)\d\d)?"
    r" (?:in|en|dans|im)(?: (?:the|la|le|el|der|dem))? ?\Z|\b(?:couverture|cover|portada|titelblatt|une) (?:de|of|von|der)(?: (?:the|la|le|el))? ?\Z"
)
"""`the 2021 article in *Nature Physics*`, `fait la couverture de *Physical Review X*`: the journal."""
_APPEARED_IN = re.compile(
    r"\b(?:publi\w+|erschien\w*|appear\w*|paru\w*|aparec\w+|veroffentlich\w+)\b[^.;:\"“«]{0,30}\b(?:in|en|dans|im)(?: (?:the|la|le|el|der))?\W*$"
)
"""`published this summer in *The Lancet*`."""
_DEGREE = re.compile(r"\b(?:ph\.? ?d|d\.? ?phil|doctor\w*|docteur|promotion|ed\.?d|habilitation|hdr)\b|博士")
"""In a list of degrees a title behind one is the thesis."""
_ENTITLED = re.compile(
    r"(?:\b(?:titled|entitled|called|named|papers?|articles?|books?|thes[ie]s|dissertation|chapter|essay|study|intitule\w*|titulad\w*|titre|titel|aufsatz|beitrag|buch|articulo|libro|tesis|ouvrage|livre)\b[^\w]{0,3}|^\W*|[:;,(]\s?)\Z"
)
"""A quoted title that begins small stands right behind one of these; other quotes that do are things said."""
_OWNED = re.compile(
    r"\b(?:her|his|their|mein|meine|meinem|meinen|meiner|unser|unsere|unserem|unserer|ihrem|ihren|seinem|seinen|my|our|su|sa|son|ihre|ihr|ihrer|seine|sein|seiner|mi|mon|ma|notre|nuestro|nuestra) (?:(?!(?:for|fur|pour|por|per) )\w+ ){0,2}\w+\W{0,3}$"
)
"""Right behind `her dissertation` even a title like a row of names ("Testimony and Its Discontents") is one."""


_PROGRAMME = re.compile(r"(?:\b[Pp]rogram(?:me|a|m)?|\b[Ss]cheme|\b[Ii]nitiative|计划|工程)\W*\Z")


def _refused(placed: Placed, title: str, shape: float, cue: str, quoted: bool, verb: bool) -> str:
    """Gives `other:KIND` or `no` where the words around, the section or the shape speak against a work, else `""`.

    Args:
        placed: The block.
        title: The stretch.
        shape: How much it looks like a title.
        cue: What the noun before says it is; `!` behind it: it stands right after `her thesis` and the like, `#`: right
            after `titled`, `paper` and the like.
        quoted: It stands in quotes.
        verb: A verb behind it says that it appeared.
    """
    named, cue = cue[-1:], cue.rstrip("!#")
    is_work = cue.startswith("work:")
    if names_meeting(title):
        return "other:event"
    if quoted and title[0].islower() and not is_cjk(title) and named not in ("!", "#"):
        return "no"
    if holds_reference(title) or names_body(title) or title.startswith(("http", "www.", "doi.org")) or is_merit(title):
        return "no"
    if placed.role == "awards" and not is_work and _PROGRAMME.search(title):
        return "other:project"  # "Supported by the 'Double Wave Talent Program' of Tarn University"
    if placed.role in ("education", "appointments", "about", "service") and not is_work:
        degree = (
            placed.role == "education"
            and _DEGREE.search(fold(placed.block.text[:60]))
            and shape >= 0.5
            and len(title.split()) >= 4
        )
        return "" if degree and not award_names(title, listed=True) else "no"
    if not quoted and (
        is_menu_entry(title)
        or is_label_of_link(title)
        or shape < 0.4
        or award_names(title, listed=True)
        or (looks_like_names(title) >= 0.7 and named != "!")
        or (len(title.split()) <= 5 and _BODY.search(fold(title)))
    ):
        return "no"
    if cue.startswith("other:"):
        return cue if quoted and shape >= 0.3 else "no"
    if placed.role in _OTHER_ROLES and not is_work and not verb:
        return f"other:{_OTHER_ROLES[placed.role]}" if shape >= 0.45 and quoted else "no"
    return ""


_OTHER_ROLES = {
    "talks": "talk",
    "projects": "project",
    "grants": "grant",
    "teaching": "course",
    "software": "software",
    "media": "media",
    "patents": "patent",
    "service": "event",
    "supervision": "thesis of another",
}


def _judge_chinese(placed: Placed, shape: float, left: str, right: str, cue: str) -> tuple[float, str]:
    """《…》 marks books, articles, journals and newspapers alike: only the words around tell which."""
    if other := other_in_marks(left, right) or (cue if cue.startswith("other:") else ""):
        return 0.0, other
    if placed.role in _OTHER_ROLES:
        return 0.0, f"other:{_OTHER_ROLES[placed.role]}"
    score = 0.3 * shape + (0.35 if cue.startswith("work:") or _verb_after(right) else 0.0) + _role_part(placed)
    return score, cue if cue.startswith("work:") else "work:"


def _role_part(placed: Placed) -> float:
    if placed.role == "publications":
        return 0.1 if placed.soft else 0.2
    return {"news": 0.05, "awards": 0.05, "about": -0.05}.get(placed.role, 0.0)


def _around(placed: Placed, start: int, end: int) -> tuple[str, str]:
    """Gives the folded words before and after, inside the sentence as far as can be told."""
    text, folded = placed.block.text, placed.said.folded
    begin = max(0, start - LEFT)
    left = begin
    for border in _SENTENCE_END.finditer(text[begin:start]):
        left = begin + border.end()
    right = text[end : end + RIGHT]
    stop = _SENTENCE_END.search(right, 3)
    return folded[left:start], folded[end : end + (stop.start() if stop else len(right))]


def _verb_after(right: str) -> bool:
    hit = _VERBS.first(wording(right))
    return hit is not None and hit[0] <= 60
