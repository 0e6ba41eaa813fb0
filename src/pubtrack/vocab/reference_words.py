"""Words and marks by which the parts of a reference string are told apart."""
# ruff: noqa: E501 - one pattern a line

from __future__ import annotations

import re

ENGLISH_MONTHS: tuple[str, ...] = (
    "january", "jan", "february", "feb", "march", "mar", "april", "apr", "may", "june", "jun", "july", "jul", "august", "aug",
    "september", "sept", "sep", "october", "oct", "november", "nov", "december", "dec",
)  # fmt: skip
"""English month names, the short forms behind the long ones."""
MONTHS = "|".join(ENGLISH_MONTHS)
"""English month names and their short forms, as a pattern."""

MONTH_NUMBERS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

CONTAINER_START = re.compile(
    r"(?:\bIn:?\s+(?=[A-Z0-9\"“‘(]|the\b)|\bProceedings\b|\bProc\.|\b(?:Adv|Advances)\b\.?\s+in\b|\bTransactions\b|\bTrans\.|\bJournal\b"
    r"|\bInternational Conference\b|\bConference\b|\barXiv\b|\bCoRR\b|\bbioRxiv\b|\bmedRxiv\b|\bLecture Notes\b|\bAnnals\b|\bPh\.?\s?D\.?\s+thesis\b"
    r"|\bMaster'?s thesis\b|\bTechnical [Rr]eport\b|\bWorkshop\b|\bSymposium\b|\bFindings\b)"
)
"""Where a container is named. Source: reference lists of the styles named in `match.reference`."""

TYPE_MARKS = {
    "J": "article-journal", "M": "book", "C": "paper-conference", "D": "thesis", "R": "report", "N": "article-newspaper",
    "S": "standard", "P": "patent", "EB": "webpage", "DB": "dataset", "CP": "software", "G": "book", "A": "chapter",
    "Z": "document",
}  # fmt: skip
"""Document type marks `[J]`, `[C]//`. Source: GB/T 7714-2015, appendix B."""

THESIS = re.compile(
    r"\b(?:ph\.?\s?d\.?|doctoral|master'?s|bachelor'?s|diploma)\b.{0,12}\b(?:thesis|dissertation)\b|\b(?:thesis|dissertation)\b",
    re.I,
)
REPORT = re.compile(r"\btech(?:nical|\.)? rep(?:ort|\.)\b|\bworking paper\b|\bwhite paper\b", re.I)
PREPRINT = re.compile(r"\barxiv\b|\bbiorxiv\b|\bmedrxiv\b|\bcorr\b|\bpreprint\b|\bssrn\b", re.I)
CONFERENCE = re.compile(
    r"\bproc(?:\.|eedings)|\bconference\b|\bconf\.|\bworkshop\b|\bsymposium\b|\bfindings of\b|\badvances in neural\b",
    re.I,
)
"""What kind of work the container names. Source: chosen by hand."""
