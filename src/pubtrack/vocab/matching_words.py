"""Words of titles that change what a work is, and titles that name no work."""

# ruff: noqa: E501, SIM905 - tables of words read better as lines of words than as one literal a word
from __future__ import annotations

import re

MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("reproduction", r"^re (?=\w)|\breproducib\w+ (?:study|report|of|assessment|analysis)\b|\breplication (?:study|report|attempt|analysis|and extension)s?\b|^replicating\b|^(?:an? |the )?(?:\w+ )?replication of\b|\b(?:an?|direct|conceptual|partial|independent|preregistered|registered|close|exact|failed|multi-?site) replications?\b|\breproduc(?:tion|ing) (?:of|study|the)\b|^replicability\b"),
        ("reply", r"^(?:author s |authors |the |a )?(?:reply|response|rejoinder|answer)s?\b (?:to|letter|from the authors?|by the authors?)\b|\brejoinder\b|^(?:reply|response|rejoinder)$|(?:authors?|the) (?:reply|response)$|^in reply\b|^re the\b"),
        ("comment", r"^(?:a |further |brief |editorial )?(?:comment|commentary|comments|discussion|remarks|discussions)\b (?:on|to|of|by|about|and)\b|^(?:comment|commentary|discussion)$|\b(?:comment|commentary|a commentary)$|^letter to the editor|^letters? (?:on|re)\b|^on the paper\b"),
        ("correction", r"^(?:author |publisher |authors )?(?:erratum|errata|corrigend(?:um|a)|correction|corrections|addend(?:um|a))\b|\b(?:erratum|corrigendum|addendum|errata)$|\bcorrection to\b"),
        ("retraction", r"^(?:retraction|withdrawal|removal notice|expression of concern|notice of (?:retraction|withdrawal))\b"),
        ("review", r"^(?:book |a |the )?reviews? of\b|^book reviews?\b|\bbook review$|^reviewed work"),
        ("supplement", r"^(?:supplement(?:ary|al)?|supporting|additional|online)\b(?: (?:material|materials|information|data|file|files|appendix|figure|table|tables))?\b(?: \d+)?(?: (?:to|for|of)\b|$)|^appendix\b|\bsupplementary (?:material|information|data)$|^data from\b|^dataset (?:for|of)\b|^(?:code|software|data) (?:for|of|from)\b|^replication (?:data|package|code)\b"),
        ("abstract", r"\b(?:extended|short|conference) abstract$|^abstracts?\b"),
        ("demo", r"\b(?:demonstration|demo|tutorial|poster|panel|keynote|invited talk)$|^(?:tutorial|panel|keynote|demo|poster)\b"),
        ("translation", r"\b(?:translation|english version|in (?:german|french|russian|chinese|spanish|japanese))$|^translation of\b"),
        ("interview", r"^(?:an )?interview with\b|^in memoriam\b|^obituary\b"),
        ("sequel", r" (?:revisited|reconsidered|re ?examined|re ?evaluated|reloaded|redux|continued|(?:an )?update|(?:an? )?(?:second|closer|fresh|new) look|(?:an? )?follow up(?: study)?|\w+ (?:years|decades) (?:later|on|after))$"),
        ("peer-review", r"^(?:peer|referee|reviewer) (?:review|report)s?\b|^review(?:er)? (?:for|report)\b|^decision letter\b|^author response\b"),
    )
)  # fmt: skip
"""What a work is towards another work, read off its normalised title.
Source: Crossref relation and update types,
https://www.crossref.org/documentation/schema-library/markup-guide-metadata-segments/relationships/; wording by hand."""

MARKER_BEGINNINGS: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in (
        ("reproduction", "re reprod replic"),
        ("reply", "re reply replys respon rejoin answer"),
        ("comment", "commen discus remark letter paper"),
        ("correction", "erratu errata correc corrig addend"),
        ("retraction", "retrac withdr remova expres notice"),
        ("review", "review"),
        ("supplement", "supple suppor additi online append data datase code softwa replic"),
        ("abstract", "abstra"),
        ("demo", "demons demo tutori poster panel keynot talk"),
        ("translation", "transl englis german french russia chines spanis japane"),
        ("interview", "interv memori obitua"),
        ("sequel", "revisi recons reexam reeval examin evalua reload redux contin update look up years decade"),
        ("peer-review", "peer refere review decisi respon"),
    )
}
"""Marker -> first six letters of words of which a title with it has one at least: most titles need no search."""

TEXT_MARKERS: dict[str, tuple[str, ...]] = {
    "reproduction": ("reproducibility", "replicability", "replication"),
    "reply": ("reply", "rejoinder"),
    "correction": ("erratum", "errata", "corrigendum", "addendum"),
    "retraction": ("retraction",),
}
"""Words that mark such a work anywhere in a reference string. Source: the table above."""

PARTS = re.compile(
    r"\b(?:part|pt|vol|volume|chapter|ch|book|episode|lecture|phase|round|edition|no|number|supplement|study|paper|section|act|band|teil|tome)"
    r" (\d{1,3}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|[a-h])\b|\b(\d{1,3})(?:st|nd|rd|th) (?:ed|edition)\b"
    r"|\b(first|second|third|fourth|fifth|sixth|revised|new|updated) edition\b"
)
"""Numbered parts, volumes and editions in a normalised title. Source: chosen by hand."""

PART_WORDS = frozenset(
    "part pt vol volume chapter ch book episode lecture phase round edition no number supplement study paper section act band teil "
    "tome ed".split()
)
"""Words of which a title with a numbered part has one at least."""

NUMBER_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "i": "1",
    "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10", "xi": "11",
    "xii": "12", "xiii": "13", "xiv": "14", "xv": "15",
}  # fmt: skip
"""Numbers in letters and Roman figures, as parts of titles count."""

ROMAN_NUMERALS = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split())
"""Those of `NUMBER_WORDS` that are Roman."""

STOP_WORDS = frozenset(
    "a an the of in on for and to with by from at as is are be or its via using towards toward into over under their our your "
    "der die das und von zur zum ein eine im le la les des du et en de un une el los las y una con para por o e da do di il".split()
)
"""Words that carry no weight when two titles are compared. Source: chosen by hand."""

COMMON_WORDS = frozenset(
    "study analysis new approach method methods model models system systems based data results research case effect effects review "
    "application applications theory design development evaluation introduction learning language large neural network networks "
    "deep efficient novel survey information processing management performance problem problems study studies role use impact "
    "framework modeling modelling techniques algorithm algorithms high time non two human between during after patients treatment "
    "clinical disease cell cells structure properties control international journal conference proceedings".split()
)
"""Words so frequent in titles that sharing them says little. Source: chosen by hand."""

NOT_PEOPLE = frozenset("acm acms anthology edition ieee portal proceedings sigmod www".split())
"""Words that make an entry of an author list no person's name: catalogues and search pages got into scraped records.
Source: seen in Google Scholar's records of the DBLP-Scholar training pairs ("ACMS Anthology", "P Edition")."""

GENERIC_TITLES = frozenset(
    "introduction|editorial|preface|foreword|index|contents|table of contents|front matter|back matter|frontmatter|backmatter|title page"
    "|book review|book reviews|reviews|review|erratum|errata|corrigendum|correction|corrections|obituary|in memoriam|letter to the editor"
    "|letters to the editor|letters|letter|correspondence|reply|response|comment|comments|commentary|discussion|conclusion|conclusions"
    "|abstract|abstracts|abstracts of papers|poster abstracts|appendix|bibliography|references|glossary|acknowledgements|acknowledgments"
    "|announcement|announcements|news|news and notes|notes|note|notices|calendar|calendar of events|meeting report|meeting reports"
    "|list of contributors|contributors|about the authors|about the author|authors index|author index|subject index|cover|masthead"
    "|editorial board|board of editors|guest editorial|guest editors introduction|editors note|editor s note|from the editor|from the editors"
    "|message from the editor|message from the program chair|chair s message|president s message|welcome|welcome message|overview|summary"
    "|editorial introduction|introduction to the special issue|special issue|guest editor s introduction|editors introduction|editors notes"
    "|executive summary|background|methods|results|untitled|no title|full issue|issue information|information for authors|instructions for authors"
    "|publisher s note|retraction|withdrawn|chapter 1|chapter one|vorwort|einleitung|inhaltsverzeichnis|rezensionen|einfuhrung|avant propos|sommaire"
    "|dedication|copyright|copyright page|prelims|prologue|epilogue|afterword|panel discussion|keynote|keynote address|invited talk|tutorial|poster session"
    "|research in brief|in brief|in this issue|book received|books received|book review column|editor s notes|guest editors introduction|treasurer s message"
    .split("|")
)  # fmt: skip
"""Titles that hundreds of works share: alone they prove nothing. Source: chosen by hand."""

FRONT_MATTER_WORDS = frozenset(
    "a and around book books by chair chairs column comment comments corner desk editor editorial editors foreword from "
    "guest in introduction introductory issue letter letters message news note notes notice of on our page pages preface "
    "president presidents remarks report reports review reviews s section special statement the this to welcome"
    .split()
)  # fmt: skip
"""A title of nothing but these words heads a column of its journal: "Editor's comments", "Notes from the chair".
Source: chosen by hand; "editorial notes" and "editor's comments" were seen in the bib-dedupe set digital_work."""

GOVERNING_WORDS = frozenset(("for", "into", "of", "to", "toward", "towards"))
"""The last word of what turns a title into that of another work: "Overview of X", "Fast algorithms for X"."""

EDITORS_WORDS = frozenset(("chair", "editor", "editorial", "editors", "foreword", "preface"))
"""Beside one of these the journal's own name is front matter, too: "Remarks from the MIS Quarterly editor"."""
