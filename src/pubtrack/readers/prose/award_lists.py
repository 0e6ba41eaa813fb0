"""Awards that a list or a heading names: an award page, the award section of a CV, winners under the name of a prize."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from dataclasses import replace

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.award_bodies import is_body
from pubtrack.readers.prose.award_givers import body_below
from pubtrack.readers.prose.award_headings import award_heading, naming_heading
from pubtrack.readers.prose.award_names import AwardName
from pubtrack.readers.prose.details import events_in, givers_in
from pubtrack.readers.prose.found import FoundAward, FoundWork, Page
from pubtrack.readers.prose.piece_labels import Piece
from pubtrack.readers.prose.pieces import cut
from pubtrack.readers.prose.section_roles import coverage, section_role
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import looks_like_names
from pubtrack.readers.prose.telling import is_prose
from pubtrack.readers.prose.winners import winners_below
from pubtrack.readers.prose.words import fold, is_cjk, year_in

__all__ = [
    "appeared_there",
    "given_below",
    "giver_below",
    "heading_award",
    "listed_awards",
    "page_event",
    "titled_awards",
]

_PAPER_AWARD = re.compile(
    r"paper|article|thesis|dissertation|book|demo|poster|publication|resource|artikel|dissertationspreis|article|these|tesis|论文"
)
_NO_AWARD = re.compile(
    r"\b(?:none|nothing|grant|grants|funding|stipend for|travel|reviewer for|(?:associate|guest|assistant|section|managing|senior|founding|academic|handling|co-?) ?editor|editor[- ]in[- ]chief|editorial board|member|gpa|grade|rank|ranked|top \d|see also|more|subvencion|proyecto|financement|projet|drittmittel|for my|committee|fund|subvention|subsidy|actualizacion|updated|mise a jour|stand|career|veni|ayuda|shortlist\w*|nominat\w*|nominee|nominiert|supported by|sponsored by)\b|项目|基金(?!会)|专利|著作权|合同|注册证|论文(?=\n|\Z)"
)


_SUM = re.compile(
    r"\b(?:NOK|SEK|DKK|CHF|GBP|EUR|USD|CAD|AUD|SGD|RMB|JPY|INR|R\$|US\$)\s?\d|[$€£]\s?\d[\d.,]{3,}|\d[\d.,]*\s?(?:million|Mio|€|EUR|USD|CHF|万元|万)"
)
"""A sum of money: beside a name that no word calls an award it is a grant."""
_SENTENCE = re.compile(
    r"\b(?:have been|has been|congratulations|led by|spoke|speaker|gave an? |(?:was|were) awarded|following|recognis|recogniz|we are|were selected|thank|please|this (?:page|section|list) |sont|wurden|han sido)"
)


def heading_award(placed: Placed, work: FoundWork, page: Page) -> FoundAward | None:
    """Gives the award that the heading over a work names, None where it names none."""
    named = naming_heading(placed.over) if placed.role == "awards" else None
    if named is None:
        return None
    heading, name = named
    above = " ".join(placed.path)
    event = next(iter(events_in(f"at {p}")), None) if (p := _event_words(above)) else None
    said = work.year if placed.columns else year_in(placed.block.text[: work.start])
    year = year_in(heading.text) or year_in(above) or placed.year or said or page.year
    return FoundAward(
        replace(placed, block=heading),
        name.start,
        name.end,
        name.kind,
        event=event.text if event else page.event,
        year=year,
        work=work,
        confidence=0.85,
    )


def page_event(placed: list[Placed]) -> tuple[str, int | None]:
    """Gives the gathering that an award page belongs to, from its title and first lines, and its year."""
    head = [p.block.text for p in placed[:10] if p.is_heading or p.block.kind in ("meta", "para")]
    if not any(p.role == "awards" for p in placed[:6]):
        return "", None
    for text in head:
        if words := _event_words(text):
            return words, year_in(words)
    return "", None


def _event_words(text: str) -> str:
    match = re.search(r"\b[A-Z]{3,}[a-z]{0,2}(?:[ '’-]+\d{2,4})\b", text)
    return match[0] if match else ""


def listed_awards(placed: Placed, page: Page) -> list[FoundAward]:
    """Gives who got the award named above, else the award an entry stands for though no word says so."""
    if not _is_entry(placed):
        return []
    if above := naming_heading(placed.over):
        return winners_below(placed, *above, page)
    award = _listed_award(placed, page)
    return [award] if award else []


LONGEST_ENTRY, LONGEST_PARAGRAPH = 260, 140
"""Characters of an entry of a list of awards or winners, and of one that is no item or row. Chosen by hand."""


def _is_entry(placed: Placed) -> bool:
    """Tells whether a block may be an entry of a list of awards: short, and no sentence."""
    text = placed.block.text
    longest = LONGEST_PARAGRAPH if placed.block.kind == "para" else LONGEST_ENTRY
    if len(text) > longest or placed.block.kind not in ("item", "row", "para"):
        return False
    if text.rstrip().endswith(("!", ":", "：")):
        return False
    if placed.block.kind == "para" and _SUBTITLE.fullmatch(text):
        return False
    return not (is_prose(placed, 0, 0) or _SENTENCE.search(placed.said.folded))


_SUBTITLE = re.compile(r"[^\d,;:()–—|·\n\t]+[a-zà-ÿ]\.\s*")
"""`Validación académica y de innovación.`: a paragraph of words alone with a full stop says what the page is about."""


def _listed_award(placed: Placed, page: Page) -> FoundAward | None:
    """Gives the award that the first part of an entry is that is no date."""
    text = placed.block.text
    pieces = [p for p in cut(placed) if not (p.number >= 2 or p.year or _IN_FRONT.fullmatch(text, p.start, p.end))]
    if len(pieces) > 1 and pieces[0].parens and section_role(text[pieces[0].start : pieces[0].end]) == "awards":
        pieces = pieces[1:]  # "[Premio] Mejor Profesor"
    if not pieces or _NO_AWARD.search(placed.said.folded) or _SUM.search(text) or len(_STOP.findall(text)) > MOST_STOPS:
        return None
    first = pieces[0]
    if first.quoted:
        return None
    if placed.block.kind == "para" and coverage(placed.heading) < MOSTLY_AWARDS:
        return None  # lines of a page whose title tells of an award
    if any(award_heading(text) and not _AWARDS.search(fold(text)) for text in placed.path):
        return None  # a page about one award tells more than it lists
    end = _past_initials(text, pieces)
    tag = _TAG.match(text, first.start, end)
    start = tag.end() if tag and section_role(tag[1]) == "awards" else first.start
    words = text[start:end]
    if (
        _IN_FRONT.match(text.lstrip())
        and looks_like_names(words) >= 1.0
        and not words.startswith(("Best ", "Outstanding "))
    ):
        return None  # "Lauréate : Mme Solène Vidal"
    if not _may_be_award(words) or (first.href and len(words.split()) >= 6):
        return None
    rest = text[end:]
    giver = next((p for p in pieces[1:] if p.start >= end and not p.parens), None)
    event = next(iter(events_in(rest)), None)
    said = next(iter(givers_in(rest)), None)
    beside = _words(text, giver)
    awarder = said.text if said and said.text not in beside else beside
    return FoundAward(
        placed,
        start,
        end,
        "prize",
        awarder,
        event.text if event else "",
        year_in(text) or placed.year,
        None,
        page.owner,
        0.5,
    )


_TAG = re.compile(r"[\[【]([^\[\]【】]{2,20})[\]】]\s*(?=\w)")
"""`[Premio] Mejor Profesor`, in a stretch of its own."""


def _past_initials(text: str, pieces: list[Piece]) -> int:
    """Gives where the first part ends: an initial in it does not end it, `Jacob K. Olm Fellow`."""
    end = pieces[0].end
    for piece in pieces[1:]:
        if not _INITIAL_LAST.search(text, pieces[0].start, end) or piece.parens:
            break
        end = piece.end
    return end


_INITIAL_LAST = re.compile(r"(?:(?<=\s)|(?<=\.)|\A)[A-Z]\Z")
_STOP = re.compile(r"[a-z]{3}[.!?] [A-Z]")
MOST_STOPS = 2
"""Full stops between the parts of an entry: `Jacob K. Olm Fellow. Department of Education. Tarn University`; more make
sentences of it."""
_IN_FRONT = re.compile(
    r"(?i:awardee|winner|recipient|laureate|honou?ree|preisträger(?:in)?|lauréate?|ganadora?)s?|(?:国家|国际|省部?|市|校|院)级?[特一二三]等奖|(?:国家|国际|省部?|市|校|院)级(?:优秀|[金银铜])奖"
)
"""What stands in front of the name: `Awardee • Circle of Excellence`, `国家级一等奖: 数学竞赛`."""
MOSTLY_AWARDS = 0.45
"""Part of a heading that section words make up where lines below it are a list."""


def _heading_name(placed: Placed) -> AwardName | None:
    """Gives the award that the heading over an entry names, None where it only says "Awards"."""
    heading = placed.heading_block
    if heading is None or heading.kind == "meta":
        return None
    return award_heading(heading.text)


def appeared_there(page: Page) -> None:
    """Gives the works that won something on the award page of a meeting the meeting as where they appeared.

    Prizes for theses and for what was shown long before leave them as they are: `Test of Time Award`.
    """
    for award in page.awards:
        name = fold(award.placed.block.text[award.start : award.end])
        here = page.event and award.event == page.event and not _RETROSPECT.search(name)
        if here and award.work and not award.work.venue and award.work.year in (None, page.year):
            award.work.venue = page.event


_RETROSPECT = re.compile(
    r"\b(?:test of time|lasting|influential|hall of fame|historic\w*|retrospective|decades?|(?:ten|10|20|twenty)[- ]years?|impact|legacy|classic|career|lifetime|thes[ei]s|dissertations?|tesis|books?)\b"
)
"""Words of prizes for what appeared elsewhere or earlier."""


def giver_below(placed: Placed, page: Page) -> tuple[int, int] | None:
    """Gives where the body stands that is the first line below the heading of an award: it gave that, and is no title.

    Args:
        placed: The block.
        page: What is found so far; the body is kept there.
    """
    heading = placed.heading_block
    if placed.role != "awards" or heading is None or page.above or naming_heading([heading]) is None:
        return None
    body = body_below(placed.block.text)
    if body:
        page.givers[id(heading)] = placed.block.text[slice(*body)]
    return body


def given_below(page: Page) -> list[FoundAward]:
    """Gives the awards that headings name with the bodies that stand below those."""
    if not page.givers:
        return page.awards
    givers = page.givers
    return [a if a.awarder else replace(a, awarder=givers.get(id(a.placed.block), "")) for a in page.awards]


def titled_awards(placed: list[Placed], page: Page) -> list[FoundAward]:
    """Gives the awards that headings inside a section of awards are, where nothing below says for what or to whom.

    The first line below is who gave it, where it is the name of a body.
    """
    blocks = {id(award.placed.block) for award in page.awards}
    names = {(fold(award.placed.block.text[award.start : award.end]), award.year) for award in page.awards}
    found = []
    for index, item in enumerate(placed):
        award = _titled_award(item, page, names) if item.is_heading and id(item.block) not in blocks else None
        if award:
            below = placed[index + 1] if index + 1 < len(placed) else item
            line = "" if below.is_heading else _first_line(below.block).strip(" .,")
            found.append(replace(award, awarder=line) if is_body(line) else award)
    return found


def _titled_award(placed: Placed, page: Page, names: set[tuple[str, int | None]]) -> FoundAward | None:
    if not any(section_role(block.text) == "awards" for block in placed.over):
        return None
    name = _heading_name(replace(placed, heading_block=placed.block)) or _dated_honour(placed.block.text)
    if name is None or name.plural or _HEADLINE.search(fold(placed.block.text)):
        return None
    year = year_in(placed.block.text) or placed.year or page.year
    said = fold(placed.block.text[name.start : name.end])
    if (said, year) in names or (said, None) in names:
        return None
    return FoundAward(placed, name.start, name.end, name.kind, "", page.event, year, None, page.owner, 0.5)


def _first_line(block: Block) -> str:
    """Gives the first line of a block, whether it ends with a hard break or not."""
    ends = [at for at in (block.text.find("\n"), *block.soft[:1]) if at >= 0]
    return block.text[: min(ends, default=len(block.text))]


def _dated_honour(text: str) -> AwardName | None:
    """Gives the award that a heading with a year is though no noun says so: `2021 Outstanding Reviewer for *Ropes*`."""
    honour = _HONOUR.fullmatch(text) if year_in(text) else None
    return AwardName(*honour.span("name"), "prize", False) if honour else None


_HONOUR = re.compile(
    r"\W*(?:(?:19|20)\d\d\b\W*)?(?P<name>(?:Best|Outstanding|Most|Distinguished|Excellent|Top|Rising|Exemplary|Notable) [A-ZÀ-Þ][\w'’-]+(?:,? (?:[A-ZÀ-Þ(][\w'’:.-]*\)?|of|for|in|and|the|at|&)){0,10}?)\W*(?:\b(?:19|20)\d\d)?\W*"
)
_HEADLINE = re.compile(
    r"\b(?:recogni[sz]ed?|announce[sd]?|win|wins|won|winning|receive[sd]?|takes?|took|gets?|goes|honou?red|presented|named|erhalt|erhielt|gewinnt|gana|recibe|recoit|remporte)\b"
)
"""Verbs of a headline: it tells who got an award and is not its name."""
_AWARDS = re.compile(
    r"\b(?:awards|prizes|hono(?:u)?rs|premios|preise|auszeichnungen|distinctions|fellowships)\b|\bprix et\b"
)


def _words(text: str, piece: Piece | None) -> str:
    return text[piece.start : piece.end] if piece and piece.end - piece.start <= 90 else ""


_DANGLING = re.compile(r"\b(?:of|the|by|for|in|at|to|a|an|and|der|des|die|du|de|la)\Z")


_INVITED = re.compile(
    r"(?:\b(?:lecture|lectures|keynote|address|speech|talk|seminar|colloquium|visiting (?:professor|professorship|scholar|researcher)"
    r"|conferencia|conferencias|profesora? visitante|conference pleniere|conference invitee|professeure? invitee?)"
    r"|(?:vortrag|vorlesung|gastprofessur))\W*\Z"
)
"""What somebody was invited to do stands among honours, and is no award."""


def _may_be_award(words: str) -> bool:
    if is_cjk(words):
        return 3 <= len(words) <= 40
    count = len(words.split())
    if _DANGLING.search(words) or _INVITED.search(fold(words)):
        return False  # "Winner of the", "Susan Holm Lecture"
    return 2 <= count <= 12 and words[0].isupper() and not re.search(r"\b(?:I|we|my|our|was|were|is|are)\b", words)
