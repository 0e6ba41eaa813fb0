"""What each reason is worth to the title of an entry being that of a work.

Learned by `tools/train_works.py`, which writes this table; what it learned from and what that brought stands in
docs/decisions/0012-learn-what-is-a-work.md. Not to be edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ALWAYS", "WEIGHTS"]

ALWAYS = -3.28
"""The logarithm of the odds where no reason speaks."""
WEIGHTS: Mapping[str, float] = {
    "in publications": 1.84,
    "in education": -1.67,
    "in appointments": -1.38,
    "in about": -1.84,
    "a row of a table": -1.01,
    "called a title": 1.72,
    "told": -1.74,
    "a remark": -2.03,
    "kin": 0.61,
    "words": 0.18,
    "one or two words": -0.91,
    "three or four words": -0.80,
    "more than 25 words": -1.72,
    "shape": 1.01,
    "colon": 0.58,
    "begins small": -1.65,
    "digits": -1.65,
    "quoted": 0.88,
    "link": 0.45,
    "italic": 0.66,
    "class of titles": 0.04,
    "nothing in front": -0.04,
    "names in front": 0.56,
    "year in front": -0.13,
    "numbers in front": -0.32,
    "venue in front": -0.03,
    "note in front": 0.07,
    "unexplained in front": -0.07,
    "nothing behind": -0.22,
    "names behind": 0.29,
    "year behind": -0.12,
    "numbers behind": 0.38,
    "venue behind": 0.76,
    "note behind": 1.25,
    "unexplained behind": -1.23,
    "worth": 2.23,
    "lead": 1.10,
    "pieces": 0.85,
    "length": -0.81,
    "share": -0.87,
}
"""Reason -> what its whole amount adds to the logarithm of the odds. Source: `tools/train_works.py`."""
