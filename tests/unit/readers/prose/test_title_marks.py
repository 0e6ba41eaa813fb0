"""What marks say about where a title begins and ends."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("Gryk, M. (2019). Widget design as a guide to information modeling. *Information Systems Review*. iSchools.", "Widget design as a guide to information modeling"),
        ("CALEGARI, L. C. Narrativa testemunhal e relações históricas no romance. **Literatura e Autoritarismo**, n. 27, 2016.", "Narrativa testemunhal e relações históricas no romance"),
        ("Foy, A. *Salt and Smoke: A History*. *Antarctic Series*, Academic Press, 2003.", "Salt and Smoke: A History"),
        ("Rivera, P. [On tides and their causes](https://doi.org/10.1000/x), *Ocean Sci.* 12 (2019).", "On tides and their causes"),
    ],
)  # fmt: skip
def test_a_marked_stretch_behind_a_full_stop_is_where_it_appeared(entry: str, title: str) -> None:
    assert [w.title for w in read_text(f"# Publications\n\n- {entry}\n", format="markdown").works] == [title]
