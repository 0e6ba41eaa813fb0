from __future__ import annotations

import pytest

from pubtrack.csl import Run
from pubtrack.errors import ConfigError, NotFoundError
from pubtrack.writers.templating import render, template_source, templates


def test_every_template_says_what_it_is() -> None:
    named = {template.name: template.description for template in templates()}
    assert {"cv.html.j2", "cv.md.j2", "cv.txt.j2", "cv.tex.j2", "cv.typ.j2", "cv.moderncv.tex.j2"} <= named.keys()
    assert all(len(description) > 10 for description in named.values())


def test_a_template_can_be_copied() -> None:
    assert "<!DOCTYPE html>" in template_source("cv.html.j2")
    for name in ("nothing.j2", "../templating.py", "/etc/passwd"):
        with pytest.raises(NotFoundError, match="there are"):
            template_source(name)


def test_the_users_template_stands_before_ours() -> None:
    assert render("cv.md.j2", {"cv.md.j2": "mine: {{ word | e }}"}, word="*") == "mine: \\*\n"


def test_the_users_template_may_build_on_ours() -> None:
    own = {"cv.tex.j2": '<% import "parts.tex.j2" as parts %><< parts.unicode() >>'}
    assert "iftex" in render("cv.tex.j2", own)


@pytest.mark.parametrize(
    "source", ["{% for %}", "{{ nothing.x }}", "{{ ''.__class__.__mro__ }}", "{{ word | nothing }}"]
)
def test_a_fault_in_a_template_is_named_not_run(source: str) -> None:
    with pytest.raises(ConfigError, match=r"template .*cv.md.j2"):
        render("cv.md.j2", {"cv.md.j2": source}, word="x")


def test_unsafe_addresses_become_nothing() -> None:
    own = {"x.html.j2": "[{{ url | url }}]"}
    assert render("x.html.j2", own, url="javascript:alert(1)") == "[]\n"
    assert render("x.html.j2", own, url=None) == "[]\n"
    assert render("x.html.j2", own, url='https://a.example/?"b') == "[https://a.example/?%22b]\n"
    own = {"x.md.j2": "[{{ url | url }}]"}
    assert render("x.md.j2", own, url="https://a.example/(b)") == "[https://a.example/%28b%29]\n"


def test_long_words_may_break_in_latex_and_typst() -> None:
    assert render("x.tex.j2", {"x.tex.j2": "<< w | e >>"}, w="x" * 50) == "x" * 40 + "\\allowbreak{}" + "x" * 10 + "\n"
    assert "\u200b" in render("x.typ.j2", {"x.typ.j2": "<< w | runs >>"}, w=[Run("x" * 50)])
    assert render("x.md.j2", {"x.md.j2": "{{ w | e }}"}, w="x" * 50) == "x" * 50 + "\n"


def test_a_number_at_the_start_is_no_list_in_typst() -> None:
    assert render("x.typ.j2", {"x.typ.j2": "[<< w | e >>]"}, w="2024. A") == "[2024\\. A]\n"
    bold = Run("7. B").with_mark("font-weight", "bold")
    assert render("x.typ.j2", {"x.typ.j2": "<< w | runs >>"}, w=[bold]) == "#strong[7\\. B];\n"


def test_lines_are_wrapped_and_empty_text_leaves_the_bullet() -> None:
    assert (
        render("x.txt.j2", {"x.txt.j2": "{{ w | wrap('- ', '  ', 10) }}"}, w="aaaa bbbb cccc")
        == "- aaaa\n  bbbb\n  cccc\n"
    )
    assert render("x.txt.j2", {"x.txt.j2": "{{ w | wrap('- ') }}"}, w="") == "-\n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("a\n{{ 1 / 0 }}", "cv.md.j2, line 2: division by zero"),
        ("{{ 'a' + 1 }}", "cv.md.j2, line 1: can only concatenate"),
        ("a\n\n{% for i in range(10000000) %}{% endfor %}", "cv.md.j2, line 3: Range too big"),
        ("{% include 'nothing.j2' %}", "line 1: there is no template 'nothing.j2' to include"),
        ("a\n{{ word.nothing }}", "cv.md.j2, line 2: .*has no attribute 'nothing'"),
        ("{{ word | wrap('', '', 0) }}", "cv.md.j2, line 1: invalid width 0"),
    ],
)
def test_a_template_that_fails_while_it_runs_is_named_with_its_line(source: str, said: str) -> None:
    """Seen: whatever an expression raised besides jinja2's own errors came out as a fault of pubtrack."""
    with pytest.raises(ConfigError, match=said):
        render("cv.md.j2", {"cv.md.j2": source}, word="x")
