"""What each reason is worth to the title of an entry being that of a work.

Learned by `tools/train_works.py`, which writes this table; what it learned from and what that brought stands in
docs/decisions/0012-learn-what-is-a-work.md. Not to be edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ALWAYS", "WEIGHTS"]

ALWAYS = -3.18
"""The logarithm of the odds where no reason speaks."""
WEIGHTS: Mapping[str, float] = {
    "in publications": 1.68,
    "in education": -1.99,
    "in appointments": -1.38,
    "in about": -2.53,
    "a row of a table": -0.94,
    "called a title": 1.83,
    "told": -1.61,
    "a remark": -2.07,
    "kin": 0.44,
    "words": 0.47,
    "one or two words": -0.84,
    "three or four words": -0.62,
    "more than 25 words": -1.73,
    "shape": 0.87,
    "colon": 0.52,
    "begins small": -1.59,
    "digits": -1.49,
    "quoted": 0.90,
    "link": 0.33,
    "italic": 0.49,
    "class of titles": -0.03,
    "nothing in front": -0.02,
    "names in front": 0.51,
    "year in front": -0.15,
    "numbers in front": -1.00,
    "venue in front": 0.22,
    "note in front": 0.14,
    "unexplained in front": -0.19,
    "nothing behind": -0.31,
    "names behind": 0.36,
    "year behind": -0.11,
    "numbers behind": 0.36,
    "venue behind": 0.82,
    "note behind": 1.40,
    "unexplained behind": -1.58,
    "worth": 2.31,
    "lead": 1.09,
    "pieces": 0.74,
    "length": -0.70,
    "share": -1.08,
}
"""Reason -> what its whole amount adds to the logarithm of the odds. Source: `tools/train_works.py`."""
