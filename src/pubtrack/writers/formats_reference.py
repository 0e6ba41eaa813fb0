"""The mapping tables as a page of the reference, written from the tables that the code uses."""

from __future__ import annotations

from collections.abc import Iterable

from pubtrack.vocab.bibtex_mapping import (
    EPRINT_SCHEMES,
    FIELDS,
    IDENTIFIER_FIELDS,
    RELATED_TYPES,
    TYPES,
    WRITTEN_TYPES,
)
from pubtrack.vocab.csl_variables import ALIASES, CSL_VARIABLES
from pubtrack.vocab.endnote_types import ENDNOTE_TYPES
from pubtrack.vocab.orcid_types import ORCID_TYPES
from pubtrack.vocab.pubmed_tags import PUBMED_TAGS, PUBMED_TYPES
from pubtrack.vocab.ris_tags import RIS_CUSTOM, RIS_TAGS, RIS_TYPES, RIS_TYPES_READ_ONLY

__all__ = ["formats_reference"]

_HEAD = """# Formats: what maps to what

This page is written by `pubtrack.writers.formats_reference` from the tables that the readers and writers use.

Each reader gives a `Reading`: its `works` carry the whole record as `fields`, the citation key as `key`, and the title
as it stands in the file, with `start` and `end` (in characters) of its place. Readers never raise for what stands in a
text: every entry that could not be read is an issue with its line.
"""

_BIBTEX = """## BibTeX and BibLaTeX

### Fields

Of several fields that mean the same the first one counts; the others stay under `custom`. `date`, or `year`, `month`
and `day`, give `issued`. Any other field stays under its own name in `custom` and is written again.
"""

_LOSSES = """## What a format cannot hold

| format | kept | lost when a work is written and read again |
|---|---|---|
| `csl-json` | everything; what CSL-JSON has no name for stands under `custom.pubtrack` | nothing but a custom field named `pubtrack` |
| `bibtex`, `biblatex` | all fields below; other fields under their own name | line breaks inside texts; iDs, affiliations, marks and roles of contributors; relations without a key of the library; notices, funding, open-access data, other titles; whether a particle is dropped (`bibtex`); a work without type is `misc`; a preprint without genre is "preprint"; the order of identifiers of different schemes |
| `ris` | all fields; what RIS has no tag for stands in `U1  - name: value` | as above, relations by key too; a family name alone becomes a literal name; names of custom fields that do not begin with a letter; white space at line ends |

In ASCII output of BibTeX (`ascii`), typographic apostrophes and hyphens come back as plain ones, letters with separate
accents come back composed, and signs that LaTeX has no name for stay as they are.

Entry types that CSL does not tell apart (`proceedings`, `manual`) are remembered as `custom["entrytype"]`; the words of a
date that say more than a date can (`year = {1998--99}`) stay under `custom` beside the date; `and others` is kept as
`custom["and-others"]`, the roles it closes.
"""  # noqa: E501 - a row of a table is one line

_KEYS = """## Citation keys

A key that a work has is never changed. A new key is `familyYEARword`: the family name of the first author (else of the
first editor), the year, and the first word of the title that is no function word, in lower-case ASCII letters and
digits (`jin2025language`). Where two would be equal (case does not count), later ones get `a`, `b`, ... `z`, `aa`, ...
"""


def formats_reference() -> str:
    """Gives the page `docs/reference/formats.md`, Markdown with LF.

    >>> formats_reference().splitlines()[0]
    '# Formats: what maps to what'
    """
    return "\n".join([_HEAD, _bibtex(), _csl(), _ris(), _others(), _LOSSES, _KEYS])


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _code(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _bibtex() -> str:
    fields = (
        (f"`{rule.field}`", _code(rule.names), f"`{rule.bibtex}`", f"`{rule.biblatex}`", _code(rule.types) or "all")
        for rule in FIELDS
    )
    types = (
        (f"`{name}`", f"`{rule.type}`", rule.genre or "", "yes" if rule.alias else "") for name, rule in TYPES.items()
    )
    written = ((f"`{csl}`", f"`{one}`", f"`{two}`") for csl, (one, two) in WRITTEN_TYPES.items())
    identifiers = ((f"`{name}`", f"`{scheme}`") for name, scheme in IDENTIFIER_FIELDS.items())
    eprints = ((f"`eprint` of type `{name}`", f"`{scheme}`") for name, scheme in EPRINT_SCHEMES.items())
    related = ((f"`{name}`", f"`{relation}`") for name, relation in RELATED_TYPES.items())
    return "\n".join(
        [
            _BIBTEX,
            _table(("here", "read from", "written (BibTeX)", "written (BibLaTeX)", "for types"), fields),
            "### Identifiers\n\nIdentifiers that stand in an address, in `journal`, `volume` or `note` are found too."
            " Those without a field of their own are written as `identifiers = {scheme:value ...}`.\n",
            _table(("field", "scheme"), (*identifiers, *eprints)),
            "### Entry types, read\n",
            _table(("entry type", "CSL type", "genre", "alias, never written"), types),
            "### Entry types, written\n\nAll other types are `misc`; `entrysubtype` names the type where the entry type"
            " alone would be read as another.\n",
            _table(("CSL type", "BibTeX", "BibLaTeX"), written),
            "### Related entries\n\n`crossref` and `xref` are read as `part-of` and written as `xref`.\n",
            _table(("relatedtype", "relation"), related),
        ]
    )


def _csl() -> str:
    rows = ((f"`{name}`", f"`{variable.field}`", variable.kind) for name, variable in CSL_VARIABLES.items())
    aliases = ((f"`{name}`", f"`{right}`") for name, right in ALIASES.items())
    head = "## CSL-JSON\n"
    return "\n".join(
        [head, _table(("variable", "here", "kind"), rows), "Also understood:\n", _table(("name", "read as"), aliases)]
    )


def _ris() -> str:
    types = (
        (f"`{code}`", f"`{kind.type}`", kind.genre or "", "both" if code in RIS_TYPES else "read")
        for code, kind in {**RIS_TYPES, **RIS_TYPES_READ_ONLY}.items()
    )
    tags = ((f"`{tag}`", f"`{name}`") for tag, name in {**RIS_TAGS, **RIS_CUSTOM}.items())
    return "\n".join(
        ["## RIS\n", _table(("code", "CSL type", "genre", "direction"), types), _table(("tag", "here"), tags)]
    )


def _others() -> str:
    nbib = ((f"`{tag}`", f"`{name}`") for tag, name in PUBMED_TAGS.items())
    pubmed = ((name, f"`{kind}`", genre or "") for name, (kind, genre) in PUBMED_TYPES.items())
    endnote = ((number, name, f"`{kind}`", genre or "") for number, (name, kind, genre) in ENDNOTE_TYPES.items())
    orcid = ((f"`{name}`", f"`{kind}`", genre or "") for name, (kind, genre) in ORCID_TYPES.items())
    return "\n".join(
        [
            "## PubMed (.nbib)\n",
            _table(("tag", "here"), nbib),
            _table(("publication type", "CSL type", "genre"), pubmed),
            "## EndNote XML\n",
            _table(("number", "name", "CSL type", "genre"), endnote),
            "## ORCID\n",
            _table(("work type", "CSL type", "genre"), orcid),
        ]
    )
