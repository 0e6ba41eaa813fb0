"""What each reason is worth to the title of an entry being that of a work.

Learned by `tools/train_works.py`, which writes this table; what it learned from and what that brought stands in
docs/decisions/0012-learn-what-is-a-work.md. Not to be edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ALWAYS", "WEIGHTS"]

ALWAYS = -3.19
"""The logarithm of the odds where no reason speaks."""
WEIGHTS: Mapping[str, float] = {
    "in publications": 2.04,
    "in education": -1.42,
    "in appointments": -1.47,
    "in about": -1.16,
    "a row of a table": -1.86,
    "called a title": 2.24,
    "told": -1.68,
    "a remark": -2.07,
    "kin": 0.55,
    "words": 0.33,
    "one or two words": -1.01,
    "three or four words": -0.76,
    "more than 25 words": -1.39,
    "shape": 0.91,
    "colon": 0.33,
    "begins small": -1.38,
    "digits": -1.49,
    "quoted": 1.05,
    "link": 0.61,
    "italic": 0.27,
    "class of titles": 0.15,
    "nothing in front": -0.03,
    "names in front": 0.50,
    "year in front": -0.10,
    "numbers in front": -1.09,
    "venue in front": -0.14,
    "note in front": 0.30,
    "unexplained in front": 0.21,
    "nothing behind": -0.35,
    "names behind": 0.37,
    "year behind": -0.02,
    "numbers behind": 0.35,
    "venue behind": 0.89,
    "note behind": 1.58,
    "unexplained behind": -1.28,
    "worth": 2.23,
    "lead": 1.06,
    "pieces": 0.68,
    "length": -0.66,
    "share": -1.45,
}
"""Reason -> what its whole amount adds to the logarithm of the odds. Source: `tools/train_works.py`."""
