"""Which section a block stands in, and what that says about it."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pubtrack.markup.spans import NEXT_PAGE, Block
from pubtrack.readers.prose.award_headings import award_heading, stands_over_winners
from pubtrack.readers.prose.award_names import may_hold_award
from pubtrack.readers.prose.bold_lines import is_among_awards, is_title_by_class, is_title_over
from pubtrack.readers.prose.section_roles import coverage, refined_role, section_kind, section_role
from pubtrack.readers.prose.words import Wording, fold, holds_one, is_cjk, wording, year_in

__all__ = ["Placed", "below_degrees", "names_issue", "place_blocks"]

AWARD_LEVEL = 10
"""Level of a line that is the name of an award: below years and all sections."""
PSEUDO = {"strong": 7, "plain": 8}
"""Levels of headings that are no headings by markup."""
_REMARK = re.compile(r"(?<=\S)\s*[(（\[][^()（）\[\]]{1,80}[)）\]]\s*(?=[:：]?\Z)")
"""What a heading says in brackets about what follows: `Publications (trainees underlined)`, `代表性论文（*为通讯作者）`."""
_BRACKETS = ("(", "（", "[")
MOST_BARE = 4
"""Words of such a heading without the brackets. Chosen by hand: with more it may be an entry."""
_TITLE_SPANS = ("em", "emph", "textit", "link", "quote")
"""A line that begins with one of these and goes on is an entry: `*Cloud Traffic*, book manuscript`."""
_DATED = re.compile(r", ?(?:19|20)\d\d\.?\Z")
"""How an entry ends (`..., Journal of Nursing Scholarship, 1996`), and no heading of that many words."""
_DATED_ENTRY = re.compile(r"\s*[^\W\d]\S*(?:\s\S+)+?\s\(?(?:19|20)\d\d\b")
"""In a section of awards a line of words and a year (`Prix Cambacérès 2013`) is an award, not another heading."""
_YEAR_FIRST = re.compile(r"\s*(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\s?[:,]?\s+[^\W\d]")
"""So are lines that begin with a year, where the next one does, too."""
_VOLUMED = re.compile(r"\b(?:19|20)\d\d\s?[,;:(]\s?\d|\b\d{1,4}\s?\(\d{1,3}\)\s?[:,]\s?\d")
"""A year and a volume, a volume and pages: where something appeared, `Scientific Reports 2017, 7, 43961`."""
_ONLY_YEAR = re.compile(
    r"^\W*(?:(?:[EÉeé]dition|Edici[óo]n|Ausgabe|Jahrgang|Jahr|Ann[ée]e|Año|Year|Convocatoria|Promotion|Anno|Ano)\s+(?:(?:de|du|von|of)\s+)?)?(?:(?:19|20)\d\d)(?:\s*[-–—/]\s*(?:(?:19|20)?\d\d|present|heute|today))?\s?(?:年度?|学年|届)?\W*$"
)
"""A year and nothing else; `Édition 2020`, `Jahr 2020`, `2020年` say no more."""


@dataclass(slots=True)
class Placed:
    """A block and the section around it."""

    block: Block
    role: str = ""
    """One of the roles of `SECTION_WORDS`, `""` where no heading says."""
    kind: str = ""
    """CSL type that the headings name."""
    heading: str = ""
    """The nearest heading that is not a bare year."""
    path: tuple[str, ...] = ()
    year: int | None = None
    """A year that stands as heading."""
    is_heading: bool = False
    heading_block: Block | None = None
    over: tuple[Block, ...] = ()
    """The headings above, bare years left out, the outermost first; the last is `heading_block`."""
    soft: bool = False
    """The role comes from a lead-in ("Other papers include:"), not from a heading."""
    columns: tuple[str, ...] = ()
    """Names of the columns of the table a row stands in, `()` where no first row says."""
    asked: str = ""
    """The question or remark that the block answers, in an interview."""
    _said: Wording | None = field(default=None, init=False, repr=False, compare=False)
    _may_award: bool | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def said(self) -> Wording:
        """The words of the block with what the rules ask of them, found out when the first one asks."""
        if self._said is None:
            self._said = wording(self.block.text)
        return self._said

    @property
    def may_hold_award(self) -> bool:
        """Tells whether it is worth looking for award names in the block, found out when the first rule asks."""
        if self._may_award is None:
            self._may_award = may_hold_award(self.block.text, self.said.folded)
        return self._may_award


@dataclass(slots=True)
class _Level:
    level: int
    text: str
    role: str
    kind: str
    year: int | None
    block: Block
    soft: bool = False
    dated: int | None = None
    """A year that stood alone right above the heading: the cards of award pages begin so."""


@dataclass(slots=True)
class _Stack:
    levels: list[_Level] = field(default_factory=list)
    last: Block | None = None
    """The block before the one that is placed."""

    kept: int | None = None
    """Sections that reach over all pages of a file of several: the title of the first where nothing else stood in it."""

    def level_of_head(self, block: Block, before: Block | None, level: int) -> int:
        """Gives the level of a line of front matter; where the head of another page begins, the sections of the last one end.

        A title further down in a head is that of an entry: `item: - title: ...`.
        """
        if block.level == NEXT_PAGE:
            if self.kept is None:
                self.kept = 1 if before is not None and before.kind == "meta" else 0
            del self.levels[self.kept :]
        return 0 if any(other.block.kind == "meta" for other in self.levels) else level

    @property
    def role(self) -> str:
        """The role of the innermost section."""
        return self.levels[-1].role if self.levels else ""

    @property
    def on_card(self) -> bool:
        """Tells whether the nearest heading is by markup and names an award: short lines below say what it was for."""
        top = self.levels[-1] if self.levels else None
        return top is not None and top.block.kind == "heading" and award_heading(top.text) is not None

    def push(self, level: int, block: Block, soft: bool = False, said: str = "") -> None:
        level = self._below(level, block.text.strip())
        beside = None
        last = self.levels[-1] if self.levels else None
        dated = last.year if last and last.block is self.last and block.kind == "heading" else None
        while self.levels and self.levels[-1].level >= level:
            beside = self.levels.pop()
        text = block.text.strip()
        year = year_in(text) if _ONLY_YEAR.match(text) else None
        role = said or ("" if year else section_role(text))
        if role == "talks" and beside and beside.level == level and _is_kind(beside, text):
            role = "publications"
        parent = self.levels[-1] if self.levels else None
        if not role and parent:
            role = parent.role
        elif parent and parent.role and not (parent.block.kind == "meta" and parent.role in OF_PAGES):
            role = refined_role(parent.role, role, parent.level, text)
        kind = section_kind(text) or (parent.kind if parent and parent.role == role else "")
        self.levels.append(_Level(level, text, role, kind, year, block, soft, dated))

    def _below(self, level: int, text: str) -> int:
        """A bare year parts the section it stands in, even where that has the lesser heading by markup."""
        over = self.levels[-1] if self.levels else None
        if over is None or not _ONLY_YEAR.match(text):
            return level
        if over.year:
            return over.level
        listed = over.level >= PSEUDO["strong"] or over.role in PARTED_BY_YEARS
        return max(level, over.level + 1) if listed else level

    def place(self, block: Block) -> Placed:
        named = [level for level in self.levels if level.year is None]
        years = [year for level in self.levels if (year := level.year or level.dated)]
        top = self.levels[-1] if self.levels else None
        if not top:
            return Placed(block)
        return Placed(
            block,
            top.role,
            top.kind,
            named[-1].text if named else "",
            tuple(level.text for level in self.levels),
            years[-1] if years else None,
            heading_block=named[-1].block if named else None,
            over=tuple(level.block for level in named),
            soft=top.soft,
        )


OF_PAGES = frozenset(("teaching", "supervision", "service"))
"""Roles that the title of a page does not give to sections which say otherwise: `Research and mentorship`, then `Manuscripts`."""
OVER_ALL = -1
"""Level of the title of a page that says what the page is about: headings that say nothing stand below it."""
PARTED_BY_YEARS = frozenset(("publications", "awards", "talks", "grants"))
"""Roles of sections that years part, though they be headings of the same level."""
_JOURNALS = re.compile(
    r"(?:(?:international|refereed|peer[- ]reviewed|scientific|indexed)\W+)?(?:journals?|revistas|revues|zeitschriften|(?:journal )?articles?|articulos|artikel|(?:book )?chapters?|preprints|books)\b"
)
_CONFERENCES = re.compile(
    r"(?:(?:international|national|refereed|peer[- ]reviewed|major|top)\W+)*(?:conferenc\w+|konferenz\w*|congres\w*|workshops?|symposia|symposiums?)(?:\W+(?:and|y|et|und|&)\W+(?:conferenc\w+|workshops?|symposia))?\W*"
)


def _is_kind(beside: _Level, text: str) -> bool:
    """Tells whether a heading is one of several kinds of publications: `Journals`, then `Conferences`."""
    kinds = beside.role == "publications" and _JOURNALS.match(fold(beside.text)) is not None
    return kinds and _CONFERENCES.fullmatch(fold(text)) is not None


CLOSED_BY_UNKNOWN = frozenset(
    ("grants", "teaching", "service", "projects", "software", "appointments", "education", "about", "patents")
)
"""Roles that do not reach past a line that stands like a heading though its words are not known."""
_LIST_BEGINS = re.compile(
    r"\s*(?:\[?\(?\d{1,3}[\].)]|(?:19|20)\d\d\b|[A-ZÀ-Þ][\w'’-]+,? (?:[A-ZÀ-Þ]\.?[ -]?){1,3}[,.;:&])"
)


def _unknown_heading(block: Block, following: Block | None) -> bool:
    """Tells whether a short line of its own stands over a list of numbered, dated or signed entries."""
    text = block.text.strip()
    if block.kind != "para" or following is None or not 3 <= len(text) <= 60 or len(text.split()) > 6:
        return False
    if not text[0].isupper() or text.endswith((".", ",", ";")) or any(c.isdigit() for c in text) or "\n" in text:
        return False
    return following.kind == "item" or _LIST_BEGINS.match(following.text) is not None


def _level_beside_titles(block: Block, following: Block | None, level: int) -> int:
    """Gives the level of what stands like a heading in a list of publications: 0 for a title, in bold called one from here on."""
    if level == PSEUDO["strong"] and is_title_over(block, following):
        block.label = "title"
        return 0
    return 0 if is_title_by_class(block, following) else level


def place_blocks(blocks: list[Block]) -> Iterator[Placed]:
    """Gives every block with its section, in order."""
    stack = _Stack()
    for index, block in enumerate(blocks):
        before, following = blocks[index - 1] if index else None, blocks[index + 1] if index + 1 < len(blocks) else None
        level, soft = heading_level(block, following)
        if block.kind == "meta":
            level = stack.level_of_head(block, before, level)
        said = ""
        if (
            stack.role in ("awards", "")
            and stands_over_winners(block, following)
            and following is not None
            and not heading_level(following, None)[0]
        ):
            level, soft, said = AWARD_LEVEL, False, "awards"
        if (
            level >= PSEUDO["plain"]
            and stack.role == "awards"
            and not said
            and _is_dated_entry(block, following, before)
        ):
            level = 0
        if level >= PSEUDO["plain"] and block.kind == "para" and stack.on_card and not _ONLY_YEAR.match(block.text):
            level = 0 if coverage(block.text) < MOSTLY else level
        if level and block.kind == "item" and stack.role == "awards" and is_among_awards(block, following):
            level = 0
        if level >= PSEUDO["strong"] and stack.role == "publications":
            level = _level_beside_titles(block, following, level)
        stack.last = before
        if not level and stack.role in CLOSED_BY_UNKNOWN and _unknown_heading(block, following):
            level = PSEUDO["plain"]
        if level:
            placed = stack.place(block)
            stack.push(level, block, soft, said)
            here = stack.levels[-1]
            over = tuple(level.block for level in stack.levels[:-1] if level.year is None)
            yield replace(placed, role=here.role, kind=here.kind, is_heading=True, soft=soft, over=over)
        else:
            placed = stack.place(block)
            free = not placed.role or (placed.soft and placed.role == "publications")
            yield replace(placed, role="awards", soft=False) if free and _PLACE_FIRST.match(block.text) else placed


_PLACE_FIRST = re.compile(
    r"\W*(?:\d(?:er|re|e|ème|st|nd|rd|th|\.|º|°)|[Pp]remier|[Ss]econd|[Ff]irst|[Tt]hird|[Gg]rand|[Pp]rimer|[Ss]egundo|[Tt]ercer|[Ee]rster|[Zz]weiter|[Dd]ritter)? ?(?:[Pp]rix|[Pp]rize|[Pp]reis|[Pp]remio|[Pp]lace|[Pp]latz|[Aa]cc[eé]ss?it|[Ll]aur[eé]ate?|[Ww]inner|[Rr]unner-up|[Pp]reisträger(?:in)?) ?[:：] ?\S|\W*[特一二三]等奖 ?[:：]"
)
"""`1er prix : Céline Comte, « Gestion »`: an entry of a list of winners, whatever stands above."""
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")


def below_degrees(placed: Iterable[Placed]) -> Iterator[Placed]:
    """Gives the blocks; an item below a degree has its last year: `PhD, Tarn, 2014`, then deeper `Dissertation: ...`."""
    degree: Placed | None = None
    for item in placed:
        if item.block.kind != "item" or item.role != "education" or item.is_heading:
            degree = None
        elif degree is None or item.block.level <= degree.block.level:
            degree = item
        elif not _YEARS.search(item.block.text) and (years := _YEARS.findall(degree.block.text)):
            yield replace(item, year=int(years[-1]))
            continue
        yield item


def _is_dated_entry(block: Block, following: Block | None, before: Block | None) -> bool:
    if _YEAR_FIRST.match(block.text):
        beside = (other for other in (following, before) if other)
        return following is None or any(_YEAR_FIRST.match(other.text) for other in beside)
    return _DATED_ENTRY.match(block.text) is not None


def heading_level(block: Block, following: Block | None) -> tuple[int, bool]:
    """Gives the level of a block that works as heading (0: it does not) and whether it is only a lead-in sentence."""
    text = block.text.strip()
    if block.kind == "heading":
        return block.level or 1, False
    if block.kind == "meta" and block.label == "title":
        return OVER_ALL if section_role(text) == "publications" else 1, False
    if block.kind not in ("para", "item", "row") or len(text) > 160 or not text:
        return 0, False
    if block.kind == "row" and "\t" in text.strip("\t"):
        return 0, False
    return _pseudo_level(block, text, following)


def _pseudo_level(block: Block, text: str, following: Block | None) -> tuple[int, bool]:
    """A short line in bold, in capitals, or made of section words stands for a heading."""
    bare = _REMARK.sub("", text) if holds_one(text, _BRACKETS) else text
    whole = text
    if len(bare.split()) <= MOST_BARE and section_role(bare) and coverage(bare) >= 0.45:
        text = bare
    if _is_entry(whole, text):
        return 0, False
    words = len(text.split())
    short = words <= 9 and len(text) <= 80 and not text.endswith((".", "。", ",", ";", "?", "？"))
    length = len(text.rstrip(": ")) - 1
    bold = any(s.kind == "strong" and s.end - s.start >= length for s in block.spans)
    if bold and words == 1 and any(s.kind == "link" and s.end - s.start >= length for s in block.spans):
        return 0, False  # "[**Project**](...)" under a paper leads elsewhere
    if _ONLY_YEAR.match(text) and block.kind != "row":
        return 9, False
    opens = any(s.start <= 2 and s.kind in _TITLE_SPANS and s.end < len(text.rstrip(": ")) - 1 for s in block.spans)
    role = (
        section_role(text)
        if short and not opens and not (block.kind == "para" and words >= 5 and _DATED.search(text))
        else ""
    )
    if short and bold and (role or (block.kind == "para" and not names_issue(text))):
        return PSEUDO["strong"], False
    if block.kind == "item" and not _over_items(block, text, role, following):
        return 0, False
    if short and block.kind != "row" and role and coverage(text) >= 0.45 and not (words >= 4 and _ARTICLE.match(text)):
        return (PSEUDO["plain"] if block.kind == "para" else PSEUDO["plain"] + 2), False
    if (
        short
        and text.isupper()
        and words <= 6
        and block.kind == "para"
        and not is_cjk(text)
        and not _CODED.search(text)
    ):
        return PSEUDO["plain"], False
    if text.endswith((":", "：")) and section_role(text, anywhere=True) == "publications" and following is not None:
        return 10, True
    return 0, False


def names_issue(text: str) -> bool:
    """Tells whether a line is a journal and its issue, not the name of a section.

    >>> names_issue("Revista de Cuerdas, 4º trimestre 2014"), names_issue("Publicaciones recientes")
    (True, False)
    """
    return _ISSUE.search(text) is not None


_TAGGED = re.compile(r"[\[【][^\[\]【】]{2,20}[\]】] ?\w")


def _is_entry(text: str, bare: str) -> bool:
    """`2017-20 Tesis doctoral (Armidale, Australia)`, `Scientific Reports 2017, 7, 43961`, `[Premio] Mejor Profesor`: words of sections in an entry."""
    return (
        _TAGGED.match(text) is not None
        or _VOLUMED.search(text) is not None
        or (bare != text and _YEAR_FIRST.match(text) is not None)
    )


def _over_items(block: Block, text: str, role: str, following: Block | None) -> bool:
    """Tells whether a list item stands over others: deeper ones, or `A) Books` over entries that are none like it."""
    if following is None or following.kind not in ("item", "para"):
        return False
    if following.kind == "item" and following.level > block.level:
        return True
    below = following.text.strip()
    if following.kind == "para" and bool(role) and coverage(text) >= MOSTLY and len(below) >= 25:
        return True  # "3. Articles" over paragraphs
    return (
        (block.label == "letter" or following.kind == "para")
        and bool(role)
        and coverage(text) >= 0.45
        and len(below) >= 25
        and not section_role(below[:40].split(".")[0])
    )


_ISSUE = re.compile(r", (?:[^,\d]{0,12}\d{0,4}[^,\d]{0,24}[, ]){0,2}(?:de )?(?:19|20)\d\d\Z")
"""A journal and its issue in bold, over what appeared there: `Revista de Cuerdas, 4º trimestre 2014`."""
_ARTICLE = re.compile(r"(?:Die|Der|Das|The|Le|La|Les|El|Los|Las) ")
"""How no line of four words begins that stands for a heading: `Die Interessenverbände in der Verfassungsordnung`."""
_CODED = re.compile(r"\d{5}|\d[^\d]+\d+[^\d]+\d")
"""Numbers in capitals that are no heading: `PMID: 11704033`, `NJW 1978, S. 1898–1904`."""
MOSTLY = 0.8
"""Part of a numbered line that section words must make up for it to stand over paragraphs."""
