"""The thresholds set by hand, in one place; the learned points are in `weights`.

Source: chosen on the training and validation parts named in `tools/train_matching.py` and on the seed's 21 title pairs
(see docs/explanation/matching.md).
"""

from __future__ import annotations

SAME_FROM = {"names": 0.55, "brief": 0.55, "numbered": 0.8, "loose": 0.48, "text": 0.4}
"""From this probability on a pair is one work (card -> 0 to 1)."""

DIFFERENT_BELOW = {"names": 0.2, "brief": 0.3, "numbered": 0.3, "loose": 0.3, "text": 0.25}
"""Below it, two works; between the two a person must look (card -> 0 to 1)."""

VERIFIED = {
    "probability": 0.3,
    "title": 0.7,
    "title with authors": 0.6,
    "title of other authors": 0.9,
    "authors": 0.5,
}
"""What must agree for an identifier to be believed (shares, 0 to 1); any one is enough."""

RETITLED: dict[str, float] = {
    "years": 5,
    "authors": 3,
    "share": 0.6,
    "everybody": 0.8,
    "joined": 0.1,
    "version": 0.72,
    "unsure": 0.5,
    "unsure of everybody": 0.38,
    "words kept": 0.5,
    "title alone": 0.8,
    "words alone": 0.6,
    "words of nobody": 0.4,
    "weight alone": 3.2,
}
"""When a pair with unlike titles may still be one work: greatest year gap, least number and share of common authors,
least likeness of the titles (0 to 1), least share and weight of common title words where authors are missing; the share
of the longer author list that may have joined or left between versions (one always may)."""

PLAIN: dict[str, float] = {
    "title": 0.96,
    "authors": 0.6,
    "weight": 3.0,
    "weight of many": 2.0,
    "weight of one name": 3.5,
    "weight of no name": 5.0,
    "weight beside the first": 1.5,
    "weight beside the first alone": 2.5,
    "many people": 4,
    "years": 1,
    "years of one journal": 3,
    "version years": 5,
    "cut list": 5,
    "cut share": 0.9,
    "least title": 0.6,
    "title of another year": 0.8,
    "title in text": 0.5,
    "governed": 0.93,
    "slips": 2,
    "long word": 6,
    "longest word": 8,
    "title with slips": 0.8,
    "other words": 2.0,
    "other spelling": 0.4,
    "unexplained": 0.02,
    "unexplained of all": 0.15,
    "left of a part": 0.1,
}
"""When title and authors alone make one work: least likeness of the titles, least share of common authors and weight
of the title (less beside a long list of authors, more beside a single name or none), number of people of whom one may
be misspelt, greatest year gap of one version, of one version in one journal (first online, then printed) and of one
work; least number and share of names with which a list counts as the beginning of a longer one; the least likeness of
titles with which points may say `same` (more where the years differ, too); the share of a title's weight from which
on a reference string names that title; the greatest number of slips of the pen, the least length of a word that may
lose a letter, and the least likeness of titles that differ by slips; the likeness of a title and the end of one that
governs it; the weight of words left over on both sides, and their likeness, that make other titles; the share of a
reference string that one record explains and another does not, so that it fits better (more where one is the book of
which the other is a part)."""

PLACED: dict[str, float] = {
    "title": 0.9,
    "title with authors": 0.7,
    "title contained": 0.85,
    "authors": 0.6,
    "family names": 0.75,
    "words": 0.65,
    "late page": 25,
}
"""What must agree beside volume and first page (shares, 0 to 1): the title, or title and authors; how alike the
words are in which the titles differ; the page from which on they single out a work of a generic title, too.
Source: of the pairs in the sets of `tools/train_matching.py` that have these, 1,223 are one work and none is two.
Columns of two issues agree in all (66 pairs), on pages 1 to 5."""

RIVAL = {"otherwise": 0.02, "no title": 0.3}
"""Another candidate is a rival where it is less probable by no more than this; a string without title or page says only
who and where, and that fits several works."""

FAR_APART = 50.0
"""Titles without a common word and less alike in spelling than this (0 to 100) are not measured at all."""

STRANGE = (0.6, 65.0)
"""Between records that share no name, less than this share of the shorter title's weight and less than this likeness in
spelling (0 to 100) is not measured at all.
Source: of 31,000 pairs of the pair sets no true one is below both, and none came out as anything but `different`."""

SPELLED_ALIKE = 70.0
"""Pairs that only blocking brought together need titles so alike in spelling (0 to 100), or `WORDS_IN_COMMON`."""

WORDS_IN_COMMON = 0.6
"""Share of the shorter title's words that the longer one must have (0 to 1)."""

OF_STRANGERS = (0.8, 85.0)
"""`WORDS_IN_COMMON` and `SPELLED_ALIKE` between records that share no family name: names that two
catalogues spell differently stand beside titles that they do not."""
