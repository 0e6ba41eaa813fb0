"""Whatever stands in an item, an entry comes out, and nothing in it is markup."""

import html.parser
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pubtrack.csl import Style
from pubtrack.csl.variables import TYPES, VARIABLES

NASTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</div></span>",
    "<i>unclosed",
    "</i>",
    "<i><b></i></b>",
    '<span style="x" onclick="y">z</span>',
    "&lt;script&gt;",
    "\\input{/etc/passwd}",
    "${7*7}",
    "{{x}}",
    "\x00\x1b[31m",
    "\ud800",
    "\u202e\u200f",
    "a" * 5000,
    "“" * 50,
    "'" * 51,
    '"' * 3,
    "--",
    ", , ,",
    "²",
    "٣",
    "javascript:alert(1)",
    "",
]
ALLOWED = {"i", "b", "sup", "sub", "span", "div", "a"}
STYLES = [
    "apa",
    "ieee",
    "chicago-author-date",
    "chicago-fullnote-bibliography",
    "modern-language-association",
    "nature",
    "vancouver",
]

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(NASTY)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.lists(
    st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix", "dropping-particle"]), SCALARS), max_size=4
)
DATES = st.dictionaries(st.sampled_from(["date-parts", "raw", "literal", "season", "circa"]), JSON)
FIELDS = sorted(VARIABLES - {"citation-number"})
ITEMS = st.fixed_dictionaries(
    {"type": st.sampled_from(sorted(TYPES)) | SCALARS},
    optional={
        **{
            name: st.sampled_from(NASTY) | JSON
            for name in ("title", "container-title", "URL", "DOI", "volume", "page", "edition", "note")
        },
        "author": NAMES | JSON,
        "editor": NAMES,
        "issued": DATES | JSON,
        "accessed": DATES,
    },
)


class _Checker(html.parser.HTMLParser):
    """Fails on any element or attribute that we never write, and on tags that do not nest."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED
        for name, value in attrs:
            assert name in {"style", "class", "href"}
            assert name != "href" or str(value).startswith(("https://", "http://", "ftp://", "mailto:", "doi:"))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _check(text: str) -> None:
    checker = _Checker()
    checker.feed(text)
    checker.close()
    assert checker.open == []
    text.encode("utf-8")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(ITEMS, min_size=1, max_size=3), st.sampled_from(STYLES))
def test_no_item_breaks_a_style_or_becomes_markup(items, style):
    for entry in Style.load(style).bibliography(items):
        _check(entry.text)


@settings(max_examples=40, deadline=None)
@given(JSON, st.sampled_from(STYLES))
def test_no_cluster_breaks_a_style(cluster, style):
    items = [{"id": "a", "title": "A", "author": [{"family": "Doe"}]}]
    for entry in Style.load(style).citations([cluster, ["a"], {"items": [{"id": "a", "locator": cluster}]}], items):
        _check(entry.text)


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("style", STYLES[:3])
def test_nasty_text_in_every_field(text, style):
    item = {name: text for name in FIELDS if name != "note"} | {
        "id": "x",
        "type": "book",
        "author": [{"family": text, "given": text}],
    }
    (entry, *_), clean = (
        Style.load(style).bibliography([item, {"id": "n", "type": "book", "title": "Neighbour"}]),
        "Neighbour",
    )
    _check(entry.text)
    assert any(
        clean in e.text
        for e in Style.load(style).bibliography([item, {"id": "n", "type": "book", "title": "Neighbour"}])
    )


@pytest.mark.parametrize("format", ["latex", "typst", "markdown", "rtf", "text"])
def test_other_formats_survive_too(format):
    items = [{"id": str(n), "type": "book", "title": text, "URL": text} for n, text in enumerate(NASTY)]
    markup = {
        "latex": r"(?<!\\)\\input",
        "typst": r"(?<!\\)#input",
        "markdown": r"(?<!\\)<script",
        "rtf": r"(?<!\\)\\input",
    }
    for entry in Style.load("apa").bibliography(items, format):
        entry.text.encode("utf-8")
        assert not re.search(markup.get(format, r"\x00"), entry.text)


def test_one_bad_item_never_harms_its_neighbours():
    good = {"id": "g", "type": "book", "title": "Good", "issued": {"date-parts": [[2020]]}}
    alone = Style.load("apa").bibliography([good])[0].text
    bad = [
        None,
        7,
        "x",
        [],
        {"id": {}, "author": {"family": [[]]}, "issued": {"date-parts": [[{}]]}, "title": object()},
    ]
    assert {e.id: e.text for e in Style.load("apa").bibliography([*bad, good])}["g"] == alone


def test_deep_data_is_no_harm():
    deep = json.loads("[" * 300 + "]" * 300)
    assert (
        len(Style.load("apa").bibliography([{"id": "a", "title": "T", "author": deep, "issued": deep, "volume": deep}]))
        == 1
    )


def test_a_macro_that_calls_itself_ends(bib):
    macros = '<macro name="a"><text macro="b"/><text value="x"/></macro><macro name="b"><text macro="a"/></macro>'
    assert bib('<text macro="a"/>', macros=macros) == "x"
