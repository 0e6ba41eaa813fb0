"""References in pages of others: as a global of jinja2, and after marks in Markdown and HTML."""

from __future__ import annotations

import re

import jinja2
import pytest

from pubtrack.app.embedding import fill_file
from pubtrack.app.library import Library
from pubtrack.errors import InputError, NotFoundError

PAGE = """# Publications

<!-- pubtrack style=ieee where="year >= 2020" -->

Text between.

<!-- pubtrack keys="li2019sounds" -->
"""


def test_a_template_shows_references_as_they_are(library):
    environment = jinja2.Environment(autoescape=True)
    environment.globals["publications"] = library.embed
    page = environment.from_string('<h2>2019</h2>{{ publications(where="year==2019") }}').render()
    assert '<li id="ref-li2019sounds">' in page
    assert "&lt;li" not in page
    assert "2020" not in page


def test_html_in_a_title_stays_text(library):
    library.set("li2019sounds", "title", "<script>alert(1)</script> & more")
    assert "<script>" not in library.embed()
    assert "&#38; more" in library.embed()


def test_marks_are_filled_and_filled_again_without_growing(library):
    once = library.fill(PAGE)
    assert once.count('<ul class="pubtrack">') == 2
    assert once.count("<!-- /pubtrack -->") == 2
    assert re.findall(r'id="ref-(\w+)"', once) == ["li2020words", "li2019sounds"]
    assert "Text between." in once
    assert library.fill(once) == once
    library.set("li2019sounds", "title", "Noises")
    again = library.fill(once)
    assert "Sounds" not in again.replace("Journal of Sounds", "")
    assert again.count('<ul class="pubtrack">') == 2


def test_what_stands_around_a_mark_stays_byte_for_byte(library):
    head, tail = "\ufeffé\r\n\t<b>", "</b>\r\n<!-- other --> --> \x0c"
    made = library.fill(f"{head}<!-- pubtrack -->{tail}")
    assert made.startswith(f"{head}<!-- pubtrack -->\n")
    assert made.endswith(f"<!-- /pubtrack -->{tail}")


def test_a_mark_in_code_is_an_example(library):
    text = "```html\n<!-- pubtrack style=nosuch -->\n```\n"
    assert library.fill(text) == text


def test_a_filter_that_lets_nothing_through_is_an_empty_list(library):
    assert library.embed(where="year==1900") == '<ul class="pubtrack">\n</ul>'


@pytest.mark.parametrize(
    ("mark", "said"),
    [("stlye=apa", "line 2 says 'stlye'"), ("apa", "NAME=VALUE"), ('where="year>', "quote")],
)
def test_a_mark_that_is_not_understood_names_its_line(library, mark, said):
    with pytest.raises(InputError, match=re.escape(said)):
        library.fill(f"a\n<!-- pubtrack {mark} -->")


def test_an_unknown_style_or_key_is_named(library):
    with pytest.raises(NotFoundError, match="apaa"):
        library.fill("<!-- pubtrack style=apaa -->")
    with pytest.raises(NotFoundError, match="li2020wrds"):
        library.fill("<!-- pubtrack keys=li2020wrds -->")


def test_a_file_is_filled_in_place_or_only_looked_at(library, tmp_path):
    page = tmp_path / "index.md"
    page.write_text(PAGE)
    assert fill_file(library, page, write=False)
    assert page.read_text() == PAGE
    assert fill_file(library, page)
    assert not fill_file(Library(library.path), page)
    page.write_text("no mark")
    with pytest.raises(InputError, match="holds no mark"):
        fill_file(library, page)
    page.write_text("<!-- pubtrack x -->")
    with pytest.raises(InputError, match=r"index\.md"):
        fill_file(library, page)
    with pytest.raises(InputError, match="cannot be read"):
        fill_file(library, tmp_path / "none.md")
