"""Links over lines and with spaces."""

from __future__ import annotations

from pubtrack.readers.layout.markdown import markdown_blocks
from pubtrack.readers.layout.markdown_links import goes_on


def test_a_link_may_go_on_in_the_next_line() -> None:
    text = "See [A title that\nis wrapped](https://example.org/a) and more.\n"
    (block,) = markdown_blocks(text)
    assert block.text == "See A title that is wrapped and more."
    assert [(s.kind, s.href) for s in block.spans] == [("link", "https://example.org/a")]


def test_an_address_may_hold_spaces_where_it_ends_like_a_file() -> None:
    (block,) = markdown_blocks("[Ropes](http://example.org/My Ropes and knots.pdf), 2010\n")
    assert block.text == "Ropes, 2010"


def test_a_bracket_that_never_closes_is_waited_for_only_so_long() -> None:
    line = "word " * 15 + "\n"
    (block,) = markdown_blocks("[open " + line + line * 40)
    assert block.text.startswith("[open word")
    assert not goes_on("[" + "x" * 2000)


def test_a_template_may_stand_for_the_address() -> None:
    (block,) = markdown_blocks("[Ropes]({{ '/files/a.pdf' | relative_url }}) and [Knots]({% link b.pdf %}), 2010\n")
    assert block.text == "Ropes and Knots, 2010"
    assert [s.href for s in block.spans] == ["{{ '/files/a.pdf' | relative_url }}", "{% link b.pdf %}"]


def test_two_templates_in_one_address_are_one() -> None:
    block = markdown_blocks("[Wet Sails]({{ site.baseurl }}{% link /assets/pdf/sails.pdf %}) won")[0]
    assert block.text == "Wet Sails won"
    assert [span.kind for span in block.spans] == ["link"]
