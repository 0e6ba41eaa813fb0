"""Mentions with their place."""

from __future__ import annotations

from pubtrack.readers import read_text


def test_an_excerpt_is_cut_at_words_and_holds_the_mention() -> None:
    text = "word " * 100 + "our paper “The Life of Ropes: A Study” appeared " + "word " * 100
    (work,) = read_text(text, format="text").works
    assert work.excerpt is not None
    assert "The Life of Ropes: A Study" in work.excerpt
    assert work.excerpt.startswith("word ")
    assert len(work.excerpt) < 320


def test_the_plain_title_has_no_markup() -> None:
    (work,) = read_text(
        '<p>Our paper "Growth of <i>E. coli</i> &amp; co in the sea" appeared in Mind.</p>', format="html"
    ).works
    assert (work.title, work.title_plain) == (
        "Growth of <i>E. coli</i> &amp; co in the sea",
        "Growth of E. coli & co in the sea",
    )
