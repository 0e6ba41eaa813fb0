r"""The byte-exact BibTeX document: read, patch, render; nothing else in the file changes.

>>> document = Document.parse("@misc{k, title = {On {G{\\\"o}del}}, year = 1931}")
>>> document.entry("k").text("title")
'On Gödel'
"""

from pubtrack.bibtex.blocks import Issue, IssueKind, Reading
from pubtrack.bibtex.contents import Entries
from pubtrack.bibtex.document import Document
from pubtrack.bibtex.entry import VERBATIM_FIELDS, Entry, Field, Fields, NewEntry
from pubtrack.bibtex.inherit import Inherited
from pubtrack.bibtex.keys import make_key
from pubtrack.bibtex.names import Name, parse_name, split_names
from pubtrack.bibtex.values import MONTHS, month_number
from pubtrack.bibtex.writing import NAME_FIELDS, Expression

__all__ = [
    "MONTHS",
    "NAME_FIELDS",
    "VERBATIM_FIELDS",
    "Document",
    "Entries",
    "Entry",
    "Expression",
    "Field",
    "Fields",
    "Inherited",
    "Issue",
    "IssueKind",
    "Name",
    "NewEntry",
    "Reading",
    "make_key",
    "month_number",
    "parse_name",
    "split_names",
]
