"""Who gave an award, at which gathering, to whom, and when: the words around its name."""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

import re
from typing import NamedTuple

from pubtrack.readers.prose.words import at_beginning, fold, holds_one, is_cjk

__all__ = [
    "Phrase",
    "events_in",
    "giver_beside",
    "giver_in_front",
    "givers_in",
    "may_be_person",
    "people_in",
    "subject_of",
]


class Phrase(NamedTuple):
    """A stretch of a text and its words."""

    start: int
    end: int
    text: str


_SMALL = r"of|the|for|and|&|on|in|to|de|la|le|les|der|und|et|y|des|du|del|für|fur|von|zur|di|da|do|e|im|am|los|las|d'|l'|al|en|à"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ0-9♥️][\w'’&./♥️-]*"
_RUN = re.compile(
    rf"(?:{_CAPITAL}|\([A-Z0-9][^()\n]{{0,30}}\))(?:[ ]+(?:(?:{_SMALL})[ ]+){{0,3}}(?:{_CAPITAL}|\([A-Z0-9][^()\n]{{0,30}}\))){{0,14}}"
)
_LETTER = r"[\w-]"
_EVENT_WORDS = "at|@|during|auf der|auf dem|beim|bei der|bei dem|bei|im rahmen der|en el|en la|en las|durante el|durante la|lors de la|lors du|lors de|à la|à l'|au|nella|no|na|al"
_KIND_OF_EVENT = r"(?:(?:conference|workshop|symposium|meeting|congress|congreso|conferencia|colloque|conférence|konferenz|tagung)s?\s+)?"
_EVENT_LEAD = re.compile(
    rf"(?:{at_beginning(_EVENT_WORDS.split('|'), _LETTER)})\s+"
    r"(?:the\s+|this year's\s+|le\s+|la\s+)?(?:prestigious\s+|upcoming\s+|annual\s+)?"
    + _KIND_OF_EVENT
    + r"(?=[A-Z0-9À-Þ])"
)
_GIVER_WORDS = "from|by|awarded by|given by|of|granted by|sponsored by|conferred by|vom|von der|von|der|des|durch die|durch den|por el|por la|por|par la|par le|par l'|par|de la|de l'|del|du|da|dalla|pela|pelo"
_GIVER_LEAD = re.compile(
    rf"(?:{at_beginning(_GIVER_WORDS.split('|'), _LETTER)})\s+"
    r"(?:the\s+|la\s+|el\s+|le\s+)?(?=[A-ZÀ-Þ])"
)
_EVENT_WORD = re.compile(
    r"\b(?:19|20)\d\d\b|'\d\d\b|\b[A-Z]{3,}[a-z]{0,2}\b|Conference|Workshop|Symposium|Congress|Meeting|Kongress|Tagung|Congreso|Colloque|Conférence|Jornadas|Simposio|Konferenz|Convention|Summit|Forum|Assembly|School|Days?\b|Journées|Congrès"
)
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Mr|Ms|Mrs|Herr|Frau|Dra|Prof\.? Dr)\.? )?(?P<name>[A-ZÀ-Þ][\w'’-]*\.?(?:[ ](?:[A-ZÀ-Þ][\w'’-]*\.?|(?:van|von|de|der|la|del|da|di|le|den|dos|bin|al)\b)){1,4})"
)
_CONGRATULATE = re.compile(
    r"(?:[Cc]ongratulations|[Cc]ongrats|[Kk]udos|[Gg]ratulation|[Gg]lückwunsch|[Ff]elicitaciones|[Ff]élicitations|[Ff]elicidades)[^.!]{0,40}?\b(?:to|an|a|à|para)\b\s+"
)
_GIVEN_TO = re.compile(
    r"(?:\b(?:awarded|presented|given|goes|went|bestowed)\b[^.;!?]{0,50}?\bto|\b(?:décernée?|attribuée?|remise?|récompense)\b[^.;!?]{0,50}?\b(?:à|au)"
    r"|\b(?:otorgad[oa]|concedid[oa]|entregad[oa]|distinguid[oa]|distingue|recayó|ha recaído)\b[^.;!?]{0,50}?\b(?:al?|en)|\b(?:verliehen|geht|ging|vergeben)\b[^.;!?]{0,50}?\ban)\s+(?:the |la |el |le |den |die |der )?(?:(?:[a-zà-ÿ]{4,20}) ){0,3}(?=[A-ZÀ-Þ][\w'’-]+ (?:(?:van|von|de|der|den|la|del|da|di) )*[A-ZÀ-Þ])"
)


def events_in(text: str) -> list[Phrase]:
    """Gives the gatherings a sentence names after words like `at the`.

    >>> [e.text for e in events_in("won at the NeurIPS 2024 Workshop on Causality and Language Models (CaLM), for work")]
    ['NeurIPS 2024 Workshop on Causality and Language Models (CaLM)']
    """
    found = []
    for lead in _EVENT_LEAD.finditer(text):
        run = _RUN.match(text, lead.end())
        if run and _EVENT_WORD.search(run[0]) and not run[0].startswith(("University", "Universit", "Institut")):
            found.append(_phrase(text, run, dated=True))
    return found


def givers_in(text: str) -> list[Phrase]:
    """Gives the bodies a sentence names after words like `from the`."""
    found = []
    for lead in _GIVER_LEAD.finditer(text):
        run = _RUN.match(text, lead.end())
        if (
            run
            and len(run[0]) > 2
            and not re.fullmatch(
                r"(?:January|February|March|April|May|June|July|August|September|October|November|December)[\s\d]*",
                run[0],
            )
        ):
            body = _BODY_IN_FRONT.search(text, 0, lead.start())
            start = body.start() if body else run.start()
            phrase = _phrase(text, run)
            found.append(Phrase(start, phrase.end, text[start : phrase.end]))
    return found


_BODY_IN_FRONT = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’-]+ )?(?:University|Faculty|Department|School|Institute|College|Ministry|Society|Academy|Government|Council|Association|Office|Cent(?:er|re)|Universidad|Universidade|Facultad|Université|Faculté|Universität|Fakultät) \Z"
)
"""`Western Faculty of Science`: what stands behind `of` is the end of a name."""


_GATHERING = re.compile(
    r"\b(?:19|20)\d\d\b|'\d\d\b|Conference|Workshop|Symposium|Congress|Meeting|Kongress|Tagung|Congreso|Colloque|Conférence|Jornadas|Simposio|Konferenz|Convention|Summit|Forum"
)
_BESIDE = re.compile(r"\s*[,\t|–—-]\s*(?:the |la |le |el |die |der |das )?(?=[A-ZÀ-Þ])")


def giver_beside(text: str, at: int, end: int) -> Phrase | None:
    """Gives the body named right behind an award in a list: `Alumni Award, University of Chicago Law School (2019)`.

    >>> giver_beside("Alumni Award, University of Chicago (2019)", 12, 42).text
    'University of Chicago'
    """
    lead = _BESIDE.match(text, at, end)
    run = _RUN.match(text, lead.end(), end) if lead else None
    if not run or len(run[0]) < 3 or _GATHERING.search(run[0].split("(")[0]) or run[0][:4].isdigit():
        return None
    return _phrase(text, run)


_IN_FRONT = re.compile(r"\s*[,\t|:–—-]\s*(?:the )?\Z")
_INSTITUTION = re.compile(
    r"universit|universid|institut|societ|sociedad|gesellschaft|association|asociac|associaz|academ|akademie|foundation|fundac|fondation|stiftung|department|departamento|college|school|council|cent(?:er|re|ro)\b|ministr|facult|committee|agency|laborator|hochschule|federation|union\b|network|office|museum|library"
)


def giver_in_front(text: str, start: int, at: int) -> Phrase | None:
    """Gives the body in the part or cell in front of an award in a list: `Center for Grain Studies, Summer Fellowship`.

    >>> giver_in_front("2012, University of Lund, Summer Prize", 0, 26).text
    'University of Lund'
    """
    mark = _IN_FRONT.search(text, start, at)
    if mark is None:
        return None
    cell = max(text.rfind(sign, start, mark.start()) for sign in "\t\n|") + 1
    begin = cell or max(text.rfind(sign, start, mark.start()) for sign in (", ", ": ")) + 1
    begin = max(begin, start)
    words = text[begin : mark.start()]
    run = _RUN.search(text, begin, mark.start())
    return _phrase(text, run) if run and len(words) <= LONGEST_GIVER and _INSTITUTION.search(fold(run[0])) else None


LONGEST_GIVER = 90
"""Characters of the name of a body that gives awards. Chosen by hand."""
_IN_YEAR = re.compile(r"\s(?:in|im|en|em|nel)\s+(?:19|20)\d\d")
_YEAR_LAST = re.compile(r"\s\(?(?:19|20)\d\d\)?\Z")


def _phrase(text: str, run: re.Match[str], dated: bool = False) -> Phrase:
    end = run.end()
    if said := _IN_YEAR.search(run[0]):
        end = run.start() + said.start()
    if not dated and (year := _YEAR_LAST.search(text[run.start() : end])):
        end = run.start() + year.start()
    while text[end - 1] in ".,:;-" and end > run.start() + 1:
        end -= 1
    return Phrase(run.start(), end, text[run.start() : end])


_NO_PERSON = re.compile(
    r"\b(?:laureat|recipient|winner|preistrager|ganador|galardonad|premiad|titulaire|boursi\w|stipendiat|award|prize|universit|institut|college|department|society|academy|conference|workshop|fellow|medal|foundation|journal|center|centre|preis|premio|postdoc|professor|student|congrat|januar|februar|septemb|octob|novemb|decemb|facultad|council|ministry|program|committee|association|gesellschaft|hochschule|akademie|klinik|verein|kardiolog|forscher|wissenschaftler|arztin|mediziner|investigator|director|researcher|lecturer|instructor|maitre de|candidat|coordinat|direkt|directeur|investigador|information|gewinner|sociedad|societe|asociacion|fundacion|fondation|stiftung|ministeri|jurado)\w*"
    r"|\b(?:school|paper|prix|best|our|my|the|this|phd|labs?|we|i|he|she|in|for|march|april|may|june|july|august|groups?|teams?|press|jury|euros?|dollars?|weitere|further)\b"
)


_OBJECT_FIRST = re.compile(
    r"[^.!?:;]{0,40}?(?:(?:^|[\s:]\s*)[DdEe](?:en|inen|er|as|ie))\s[^.!?;]{0,120}?\b(?:erhielt(?:en)?|erhält|erhalten|bekam(?:en)?|gewann(?:en)?|ging an|geht an|errang)\s+"
    r"(?:(?:an )?(?:die|der|den|das|eine?n?)\s[^.!?;]{0,120}?[A-ZÄÖÜ][\w-]{3,}(?:in|er|or|ent|ist|oge|ant|ge|at)\s(?=[A-ZÄÖÜ][\w-]+ (?:von |van )?[A-ZÄÖÜ]))?"
)
"""German puts the award first: `Den Posterpreis erhielt Jan Ohlmeyer`, `erhielt die in Lund geborene Schriftstellerin Ute Kamm`."""


_CONGRATULATE_HINTS = ("ongrat", "udos", "ratulation", "lückwunsch", "elicit", "élicit", "elicidades")
_GIVEN_HINTS = (
    "awarded", "presented", "given", "goes", "went", "bestowed", "décern", "attribu", "remis", "récompense", "otorgad",
    "concedid", "entregad", "distingu", "recaído", "recayó", "verliehen", "geht", "ging", "vergeben",
)  # fmt: skip
_OBJECT_HINTS = ("erh", "bekam", "gewann", "ging an", "geht an", "errang")
"""What a text holds in which each of the three patterns is found."""


def people_in(text: str) -> list[Phrase]:
    """Gives the people who are said to have received something: congratulated ones, or subjects before a verb.

    >>> [p.text for p in people_in("Congratulations to Ada Lovelace and Grace B. Hopper on the prize")]
    ['Ada Lovelace', 'Grace B. Hopper']
    """
    if is_cjk(text):
        return []
    for pattern, hints in ((_CONGRATULATE, _CONGRATULATE_HINTS), (_GIVEN_TO, _GIVEN_HINTS)):
        lead = pattern.search(text) if holds_one(text, hints) else None
        if lead and (row := _names_from(text, lead.end()) or _first_name(text, lead.end())):
            return row
    lead = _OBJECT_FIRST.match(text) if holds_one(text, _OBJECT_HINTS) else None
    if lead and (row := _names_from(text, lead.end())):
        return row
    names = [name for name in _names_from(text, 0) if name.start < 60]
    return names or _subjects(text)


_ALONE = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?=\s(?:on|for|who|whose|and|as|upon|für|pour|por)\b|\s?[!,])")


def _first_name(text: str, at: int) -> list[Phrase]:
    """Gives the one who is congratulated by the first name: `Congratulations to Dan on winning the prize`."""
    name = _ALONE.match(text, at)
    if name is None or _NO_PERSON.search(fold(name[0])) or fold(name[0]) in _STARTS:
        return []
    return [Phrase(*name.span(), name[0])]


def may_be_person(words: str) -> bool:
    """Tells whether no word of a name is that of a body, a place of work or a day: `Harvard University` is none."""
    return _NO_PERSON.search(fold(words)) is None


def subject_of(text: str) -> str:
    r"""Gives the person a paragraph begins to speak of, who is `she` in the sentences behind: `Ada Holm is a weaver. She won ...`.

    >>> subject_of("Ada Holm (2021-2024) \tAda Holm est historienne."), subject_of("Ada Holm wrote it.")
    ('Ada Holm', '')
    """
    name = _NAME.match(text)
    if name is None or not _IS_TOLD_OF.match(text, name.end()) or _NO_PERSON.search(fold(name["name"])):
        return ""
    return "" if fold(name["name"].split()[0]) in _STARTS else name["name"]


_IS_TOLD_OF = re.compile(
    r"(?:\s*\([^()\n]{1,80}\))?(?:\s*\t|,?\s+(?:is|was|has|joined|received|earned|holds|works|studied|est|a été|ist|war|hat|studierte|es|fue|ha|è)\b|,\s)"
)


def _subjects(text: str) -> list[Phrase]:
    """Gives the capitalised words right before the first verb of giving: `our student Jia won`, `both Erin and Jia were awarded`."""
    verb = _RECEIVED.search(text)
    if not verb:
        return []
    lead = text[: verb.start()]
    if titled := _TITLED.match(text, 0, verb.start()):
        return [Phrase(*titled.span("name"), titled["name"])]  # "Dr. Glaub, Professor at Lund, has won"
    row = _SUBJECT_ROW.search(lead)
    if not row or _INSIDE.search(lead, max(0, row.start() - 12), row.start()):
        return []
    names = [
        m
        for m in _SUBJECT.finditer(lead, row.start())
        if not _NO_PERSON.search(fold(m[0]))
        and fold(m[0]) not in _STARTS
        and not (" " in m[0] and _NOT_FIRST.match(m[0]))
        and not _ADVERB.search(fold(m[0]))
        and not _ACRONYM.fullmatch(m[0])
    ]
    return [Phrase(m.start(), m.end(), m[0]) for m in names]


_NOT_FIRST = re.compile(r"(?:Unsere?|Unserem|Nuestr[oa]s?|Notre|Our|My|Dieser?|Herr|Frau)\b")
"""`Unser Mitarbeiter Dr. Jan Ohlsen wurde`: what stands in front of the name is none."""
_TITLED = re.compile(
    r"(?:In \d{4},? )?(?:Dr|Prof|Mr|Ms|Mrs|Frau|Herr|Dra|Professor)\b\.? (?:Dr\.? )?(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.)?(?: [A-ZÀ-Þ][\w'’-]+)*)"
)
_INSIDE = re.compile(r"\b(?:of|at|in|from|by) (?:the )?\Z")
"""In front of what belongs to something else: `the University of Arizona, has won`."""
_RECEIVED = re.compile(
    r"\b(?:(?:has |have |had |was |were |also |just |again,? |recently |has been |have been )*(?:received|receives|won|wins|awarded|earned|selected for|named|elected|inducted)|(?:is|was|are|were) (?:the |a |this year['’]s )?(?:recipients?|winners?) of|erhielt|erhält|gewann|hat den|recibió|ganó|obtuvo|a reçu|a obtenu|remporte)\b"
)
_SUBJECT = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]+|van|von|de|der)){0,3}")
_SUBJECT_ROW = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’.-]+(?: (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]+|van|von|de|der)){0,3}(?:,? (?:and|und|y|et|&) |, )?){1,5}(?: \([^()]{0,60}\))?(?:,? ?(?:again|also|both|who|has|have|had|was|were|recently|just),?){0,4}\s*\Z"
)
_ACRONYM = re.compile(r"[A-Z]{3,}s?")
_ADVERB = re.compile(
    r"^\w+(?:mente|ly|ment|weise)$|^(?:thesis|dissertation|these|tesis|book|buch|libro|paper|artikel)$"
)
_STARTS = frozenset(
    (
        "prof",
        "dr",
        "mr",
        "ms",
        "mrs",
        "dra",
        "professor",
        "first",
        "next",
        "now",
        "our",
        "the",
        "both",
        "also",
        "in",
        "at",
        "she",
        "he",
        "they",
        "we",
        "it",
        "this",
        "who",
        "meanwhile",
        "dieses",
        "diese",
        "dieser",
        "fur",
        "im",
        "auf",
        "bei",
        "nach",
        "auch",
        "unser",
        "unsere",
        "last",
        "another",
        "finally",
        "recently",
        "and",
        "die",
        "der",
        "das",
        "den",
        "dem",
        "ein",
        "eine",
        "einen",
        "los",
        "las",
        "les",
        "une",
        "un",
        "una",
        "il",
        "elle",
        "er",
        "sie",
        "la",
        "el",
        "le",
    )
)


_NAME_LEAD = re.compile(
    r"[\s,&*_]*(?:and |und |y |et )?(?:(?:our |my |PhD student |graduate student |postdoc |student |undergraduate |alumn\w+ |Drs?\.? |Prof\.? )*)"
)
_NEXT_NAME = re.compile(r"\s*(?:\([^()]{0,60}\))?\s*(?:,|and\b|&|und\b|y\b|et\b)")
_NAME_BRACKET = re.compile(r"\s*\([^()]{0,60}\)")


LONGEST_INITIAL = 3
"""Characters of a shortened name with its full stop: `Jr.`, `H.`"""


def _names_from(text: str, at: int) -> list[Phrase]:
    """Gives the names that stand in a row from a place on: `A B, C D and E F`."""
    names = []
    while match := _NAME_LEAD.match(text, at):
        name = _NAME.match(text, match.end())
        if not name or _NO_PERSON.search(fold(name["name"])) or fold(name["name"].split()[0]) in _STARTS:
            break
        end = name.end("name")
        if text[end - 1] == "." and len(name["name"].split()[-1]) > LONGEST_INITIAL:
            end -= 1  # the full stop of the sentence: "went to Tanya Holm."
        names.append(Phrase(name.start("name"), end, text[name.start("name") : end]))
        at = name.end()
        if not _NEXT_NAME.match(text[at : at + 80]):
            break
        if extra := _NAME_BRACKET.match(text[at : at + 80]):
            at += extra.end()
    return names
