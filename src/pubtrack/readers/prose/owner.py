"""Whose page is it? The name a document gives for the person it is about."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re

from pubtrack.markup.spans import Block
from pubtrack.readers.prose.award_headings import award_heading
from pubtrack.readers.prose.section_roles import section_role
from pubtrack.readers.prose.sections import Placed
from pubtrack.readers.prose.shape import has_han_surname, looks_like_names
from pubtrack.readers.prose.words import fold, is_cjk

__all__ = ["find_owner"]

_LABEL = re.compile(
    r"^\s*(?:name|nombre(?: y apellidos)?|nom(?: et prénoms?)?|apellidos y nombre|vor- und nachname|姓\s*名)\s*[:：\t|]\s*(?P<name>[^\n,;]{2,60}?(?:, [A-ZÀ-Þ][^\n,;]{1,30}?)?)\s*(?:$|\s\S{2,12}[:：])",
    re.IGNORECASE,
)
_LABEL_BEGINS = ("n", "N", "姓")
_FILLER = re.compile(
    r"\b(?:curriculum vitae|lebenslauf|cv|vita|homepage|home page|website|publications?|publikationen|prof|dr|phd|ph\.d|mr|ms|mrs|about|welcome to|awards?|the|lab|group)\b\.?|[|·–—:].*$|'s\b",
    re.IGNORECASE,
)


_DEGREES = re.compile(
    r",\s*(?:Ph\.?\s?D|Ed\.?\s?D|M\.?D|J\.?D|D\.?Phil|R\.?N|FAAN|LL\.?\s?[MB]|MPH|MBA|M\.?Sc|M\.?A|Dr\.|Psy\.?D|D\.?M\.?A|P\.?E|FR[A-Z]{1,4})\b.*$"
)
"""What stands behind a name: `Lorraine B. Okonjo-Hale, Ed.D.`"""
_COMMON = re.compile(
    r"\b(?:curriculum|vitae|abreviado|resume|her|his|my|our|your|best|paper|research|home|contact|short|university|department|institute|lab|laboratory|school|faculty|center|centre|college|science|sciences|studies|motto|page|site|blog|the|and|of|for|klinikum|universitatsklinikum|krankenhaus|hospital|facharzt|facharztin|fakultat|akademie|hochschule|institut|laboratoire|laboratorio|universidad|universite|universitat|universita|facultad|departamento|centro|centre|maitre|maitresse|catedratico|catedratica|professor|professorin|professeur|assistant|associate|interview|series|program|annual|year|new|welcome|hello|hi|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|marz|mai|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|septiembre|octubre|noviembre|diciembre|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|volume|issue|number|newsletter|team|unser|unsere|equipe|equipo|people|members|mitglieder)\b|\d"
)


def find_owner(placed: list[Placed]) -> str:
    """Gives the name in a `Name:` line, the front matter, or the first heading or line that is nothing but a name."""
    for item in placed[:60]:
        text = item.block.text.strip()
        if text[:1] in _LABEL_BEGINS and (match := _LABEL.match(text)) and (name := _first_cell(match["name"])):
            family, _, given = name.partition(", ")
            return f"{given} {family}".strip()
        if item.block.kind == "meta" and item.block.label in ("author", "name") and _is_person(text):
            return text
    for item in placed[:8]:
        if item.block.kind not in ("heading", "para", "meta") or len(item.block.text) > 160:
            continue
        if item.block.kind == "para" and (item.role == "publications" or _DATED.search(item.block.text)):
            continue
        if item.role == "awards" and _is_of_winners(item):
            continue
        if name := _named_in(item):
            return name
    return _introduced(placed) or _presented(placed)


def _first_cell(said: str) -> str:
    """Gives the name behind `Name`, `""` where it is the head of a table: `Name | Award | Year`."""
    name, more, _ = said.strip().partition("\t")
    name = name.strip()
    return name if not more or _is_person(name) or _is_chinese_name(name) else ""


def _is_of_winners(item: Placed) -> bool:
    """Tells whether a block is the name of a prize (`Jim Moray Medal`) or stands below one, where winners are named."""
    if not item.is_heading:
        return True
    name = award_heading(item.block.text)
    return name is not None and not name.plural


def _named_in(item: Placed) -> str:
    """Gives the name that one of the first blocks holds and nothing else, or says whose page it is."""
    if (met := _MET.search(item.block.text)) and _is_person(met["name"]):
        return met["name"]
    said = item.block.text.strip().replace("Publications HAL", "Publications")
    if (whose := _WHOSE.fullmatch(said if " " in said else "")) and _is_person(whose["name"].replace(",", " ")):
        return whose["name"].replace(",", " ")
    for part in _PARTS.split(_lines(item.block)):
        name = _FILLER.sub("", _DEGREES.sub("", _RANK.sub("", part))).strip(" ,.-")
        first, _, rest = name.partition(", ")
        name = first if rest[:1].islower() else name  # "Apolline Ferrucci, professeure de littérature latine"
        if _is_person(name) or (item.block.kind == "heading" and _is_chinese_name(name)):
            return name
    return ""


def _lines(block: Block) -> str:
    """Gives the text with the line ends of the source: a name often stands in a line of its own."""
    text = list(block.text)
    for at in block.soft:
        if at < len(text):
            text[at] = "\n"
    return "".join(text)


_DATED = re.compile(r"\((?:[^()\n]{0,60} )?(?:19|20)\d\d\)")
"""An entry, not a name: `THE QUIET DOCKET: HOW COURTS DECIDE (Oxford 2020)`."""
_MET = re.compile(
    r"(?i:\b(?:gespräch|interview|entretien|entrevista|conversation|conversación|questions|fragen|preguntas)) (?:mit|with|avec|con|for|an|à|a|to) (?:(?:der|dem|the|la|le|el|Dr\.|Prof\.) )*(?:[\w-]+ )?(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.)?(?: [A-ZÀ-Þ][\w'’-]+){1,2})\W*\Z"
)
"""`Ein Gespräch mit der Statistikerin Wiebke Ahrendt`."""
_WHOSE = re.compile(
    r"(?i:(?:list of |selected )?(?:publications?|papers|works|writings|preprints|curriculum vitae|cv|home ?page|publikationen|schriften|schriftenverzeichnis|publicaciones|travaux|bibliograph\w+)(?:,? (?:and|und|y|et) \w+)?) (?:of|by|de|von) (?P<name>[^\d;:]{5,45})"
)
"""`Publications and preprints of Yusuf Demirel`."""
_I_AM = re.compile(
    r"\b(?:I['’]m|I am|[Mm]y name is|[Ii]ch bin|[Mm]ein Name ist|[Jj]e suis|[Jj]e m['’]appelle|[Mm]e llamo|[Mm]i nombre es|[Ss]oy)\s+(?:Dr\.? |Prof\.? )?(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.)?(?: (?:de |van |von |la |del )*[A-ZÀ-Þ][\w'’-]+){1,3})"
)
_IS_A = re.compile(
    r"(?:Dr\.? |Prof(?:essor|\.)? )*(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.)?(?: (?:de |van |von |la |del )*[A-ZÀ-Þ][\w'’-]+){1,3})(?: \([^()\n]{1,60}\))?,?(?: (?:née?|geboren|born|nacid[oa]|nat[oa]) [^,\n]{3,40},)? "
    r"(?:is|was|ist|war|est|es|fue) (?:currently |now )?(?:an? |the |ein(?:e)? |une? |una )?(?:\w+ ){0,3}(?:[Pp]rofess|[Ll]ectur|[Rr]eader\b|[Rr]esearch|[Ss]cientist|[Hh]istorian|[Ff]ellow|[Pp]ost-?doc|[Dd]octora|[Ii]nvestigador|[Cc]hercheu|[Mm]aître|[Cc]atedrátic|[Dd]ozent|[Ww]issenschaftl|PhD|[\w-]+ [\w-]*(?:log|graph|nom|crit|philosoph|theolog|historien|mathémat|physici|chimist|juriste|linguist|econom|engineer|ingen|Histori|Philosoph|wissenschaft))"
)
"""`Noor Haddad-Pike is an assistant professor of ...`: who a text is about."""
_CHINESE_PERSON = re.compile(
    r"\s*(?P<name>[\u4e00-\u9fff]{2,4})[，,]\s?(?:男|女|博士|教授|副教授|研究员|副研究员|讲师|院士|19\d\d)"
)
"""`赵明远，男，博士`: how Chinese pages introduce somebody."""
_CALLED = re.compile(r"(?:我叫|我是|本人)(?P<name>[\u4e00-\u9fff]{2,4})[，,。\s(（]")


_HINTS = (
    "I'm",
    "I’m",
    "I am",
    "y name",
    "ch bin",
    "ein Name",
    "e suis",
    "appelle",
    "llamo",
    "i nombre",
    "oy ",
    "我",
    "本人",
)
"""What every introduction holds, looked at before the patterns are tried."""


def _introduced(placed: list[Placed]) -> str:
    """Gives the name a person gives for themselves: `Hi, I'm Mei-Ling Tran`."""
    for item in placed[:40]:
        text = item.block.text[:600]
        if not any(hint in text for hint in _HINTS):
            continue
        match = _I_AM.search(text) or _CALLED.search(text)
        if match and (match.re is _CALLED or _is_person(match["name"])):
            return match["name"]
    return ""


def _presented(placed: list[Placed]) -> str:
    """Gives the person whom one of the first paragraphs begins to speak of."""
    for item in placed[:6]:
        match = _CHINESE_PERSON.match(item.block.text) or _IS_A.match(item.block.text[:200])
        if match and (match.re is _CHINESE_PERSON or _is_person(match["name"])):
            return match["name"]
    return ""


_PARTS = re.compile(r"\s+[|·–—-]+\s+|[:：|(\n]|\s+–\s+|,\s+(?=\d{4})")
_RANK = re.compile(
    r"^\W*(?:(?:PROF|DR|MED|PHIL|ING|HABIL|apl|Univ|Priv|Prof|PD|Dr|Dipl|Mag|Ing|Lic|Mtro|Mtra|Dra|Sir|Dame|Mr|Ms|Mrs|Herr|Frau|Professor|Professorin|Associate|Assistant|In Memoriam|Obituary|Nachruf|Laudatio|Interview|Gespräch|Meet|mit|with|auf|für|for|of|med|phil|rer|nat|habil|iur|theol|h\.c|Doz)\b[.:-]?[ -]?)+"
)


def _is_chinese_name(name: str) -> bool:
    return 2 <= len(name) <= 4 and is_cjk(name) and has_han_surname(name)


def _is_person(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) >= 45 or "," in text or "&" in text:
        return False
    if len(words) == 2 and all(len(w) == 1 for w in words):
        return False
    if not all(w[0].isupper() or len(w) < 4 for w in words) or looks_like_names(text) < 1.0:
        return False
    return not section_role(text) and not _COMMON.search(fold(text))
